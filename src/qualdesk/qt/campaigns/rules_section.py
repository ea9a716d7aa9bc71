"""How often and when a campaign's people are tried, typed as figures and read back in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigning import Section
from qualdesk.core.errors import Refused
from qualdesk.core.rules import Audience
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import short_weekday
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.campaigns.country_hours import CountryHours
from qualdesk.qt.campaigns.rule_words import hours_line, outcome_lines
from qualdesk.qt.campaigns.section import SectionCard, row_of
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.fields import Choice, Tick
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.hours import HourField
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool

_TRIES: Final = tuple(range(1, 13))
_PER_DAY: Final = (1, 2, 3, 4)
_GAPS: Final = (15, 30, 60, 120, 180, 240)
_GRACE: Final = (5, 10, 20, 30, 60)
_AUDIENCES: Final = (None, Audience.BUSINESS, Audience.CONSUMER)


class RulesSection(SectionCard):
    """Hours, tries and rests; what they come to is said below while they are changed.

    Fewer tries end the calling of leads for good, so that waits for a word of its own.
    """

    def __init__(self) -> None:
        super().__init__(
            Section.RULES, tr("They count with the law of each country, never against it.")
        )
        self._kept = CallLimits()
        self._shown: Shown | None = None
        self._may_end_leads = False
        self.days = [Tick(short_weekday(day)) for day in range(7)]
        self.opens = HourField(tr("Calling starts, on their clock"), 9 * 60)
        self.closes = HourField(tr("Calling ends, on their clock"), 17 * 60 + 30)
        self.tries = Figures(tr("Tries in all"), _TRIES, _times)
        self.per_day = Figures(tr("Tries on one day"), _PER_DAY, _times)
        self.gap = Figures(tr("Least time between tries"), _GAPS, _minutes)
        self.grace = Figures(tr("How long a call back waits"), _GRACE, _minutes)
        self.audience = Choice(
            tr("What the people are to the law"),
            [
                tr("By what is known of each"),
                tr("They work there: business"),
                tr("Private people: consumers"),
            ],
        )
        self.giveaway = Tick(tr("Who only took the giveaway comes last"))
        self.by_law = CountryHours()
        self.warning = Banner("warn")
        self._hours = PlainLabel(face="body_medium", wrap=True)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        body = self.body
        days = QHBoxLayout()
        days.setSpacing(14)
        for tick in self.days:
            days.addWidget(tick)
        days.addStretch(1)
        body.addLayout(days)
        hours = QHBoxLayout()
        hours.setSpacing(8)
        hours.addWidget(PlainLabel(tr("Between"), tone="text2"))
        hours.addWidget(self.opens)
        hours.addWidget(PlainLabel(tr("and", about="between two times"), tone="text2"))
        hours.addWidget(self.closes)
        hours.addWidget(PlainLabel(tr("on their own clock"), tone="text2"))
        hours.addStretch(1)
        body.addLayout(hours)
        body.addLayout(
            row_of(
                (tr("Tries in all"), self.tries, 1),
                (tr("On one day"), self.per_day, 1),
                (tr("Least time between"), self.gap, 1),
                (tr("A call back waits for its caller"), self.grace, 1),
            )
        )
        body.addWidget(self.warning)
        labelled(body, tr("What the people are to the law"), self.audience)
        body.addWidget(self.giveaway)
        body.addWidget(self.by_law)
        body.addWidget(Rule())
        body.addWidget(self._words())

    def _words(self) -> Card:
        """The ground on which the rules are read back."""
        card = Card(ground="sunken", line=None, radius=8)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(4)
        column.addWidget(PlainLabel(tr("What callers will see"), face="hint_medium", tone="text2"))
        column.addWidget(self._hours)
        rows = QVBoxLayout()
        rows.setSpacing(3)
        column.addLayout(rows)
        self._lines: Pool[RuleLine, tuple[str, str]] = Pool(rows, RuleLine, RuleLine.set)
        return card

    def _listen(self) -> None:
        reveal(self.warning, shown=False)
        self.warning.pressed.connect(self._end_leads)
        for tick in (*self.days, self.giveaway):
            tick.toggled.connect(self._look)
        for hour in (self.opens, self.closes):
            hour.textChanged.connect(self._look)
        for choice in (self.tries, self.per_day, self.gap, self.grace, self.audience):
            choice.currentIndexChanged.connect(self._look)

    @override
    def fill(self, shown: Shown, today: date) -> None:
        self._shown = shown
        self._may_end_leads = False
        limits = self._kept = shown.setup.campaign.limits
        for day, tick in enumerate(self.days):
            tick.setChecked(day in limits.days)
        self.opens.set_minutes(limits.hours[0])
        self.closes.set_minutes(limits.hours[1])
        self.tries.set_figure(limits.max_attempts)
        self.per_day.set_figure(limits.max_per_day)
        self.gap.set_figure(int(limits.min_gap.total_seconds() // 60))
        self.grace.set_figure(int(limits.grace.total_seconds() // 60))
        audience = shown.setup.campaign.audience
        self.audience.setCurrentIndex(_AUDIENCES.index(audience) if audience in _AUDIENCES else 0)
        self.giveaway.setChecked(shown.giveaway_last)
        self.by_law.show_law(shown.law, shown.setup.campaign.region)
        self._tell()

    @override
    def into(self, said: Settled) -> Settled:
        limits = self.wished()
        if limits.max_attempts < self._kept.max_attempts and not self._may_end_leads:
            limits = replace(limits, max_attempts=self._kept.max_attempts)
        audience = _AUDIENCES[max(self.audience.currentIndex(), 0)]
        if audience is None and said.plan.audience is Audience.UNKNOWN:
            # “Known of none” came from a file and is nearly the same: it stays until changed.
            audience = Audience.UNKNOWN
        return replace(
            said,
            plan=replace(said.plan, limits=limits, audience=audience),
            giveaway_last=self.giveaway.isChecked(),
        )

    def wished(self) -> CallLimits:
        """The limits as they stand here, fewer tries that wait for a word included.

        Raises:
            Refused: they cannot be: no day, or hours that are none.
        """
        opens, closes = self.opens.minutes, self.closes.minutes
        if opens is None or closes is None:
            raise Refused(tr("Write the calling hours like 09:00."))
        try:
            return replace(
                self._kept,
                hours=(opens, closes),
                days=frozenset(day for day, tick in enumerate(self.days) if tick.isChecked()),
                max_attempts=self.tries.figure,
                max_per_day=self.per_day.figure,
                min_gap=timedelta(minutes=self.gap.figure),
                grace=timedelta(minutes=self.grace.figure),
            )
        except ValueError as error:
            raise Refused(str(error)) from None

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        return (
            *(*self.days, self.opens, self.closes, self.tries, self.per_day, self.gap),
            *(self.grace, self.warning, self.audience, self.giveaway, self.by_law.country),
        )

    def _look(self) -> None:
        self._may_end_leads = False
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Read the rules back, and what fewer tries would do."""
        try:
            limits = self.wished()
        except Refused as error:
            self._hours.setText(error.says)
            self._hours.set_look(tone="bad")
            return
        self._hours.setText(hours_line(limits))
        self._hours.set_look(tone="text")
        self._lines.show(outcome_lines(self._shown.outcomes if self._shown else (), limits))
        fewer = limits.max_attempts < self._kept.max_attempts and not self._may_end_leads
        reveal(self.warning, shown=fewer)
        if fewer:
            count = _times(limits.max_attempts)
            self.warning.set(
                "warn",
                "",
                tr(
                    "Leads tried {count} or more are then done with for good, "
                    "so this waits for you.",
                    count=count,
                ),
                action=tr("At most {count}", count=count),
            )

    def _end_leads(self) -> None:
        """Fewer tries were meant."""
        self._may_end_leads = True
        self.tries.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        self._tell()


class RuleLine(QWidget):
    """One outcome and what follows it."""

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel(face="body_medium", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._says, 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)

    def set(self, line: tuple[str, str]) -> None:
        """Show another outcome in place."""
        label, says = line
        self._label.setText(label)
        self._says.setText(says)


def _times(count: int) -> str:
    return tr_n(count, "once", "{n} times")


def _minutes(minutes: int) -> str:
    if minutes % 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h", hours=minutes // 60)
