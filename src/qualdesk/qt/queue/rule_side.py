"""One calling rule beside the table of rules: all it says, where that was read, its exceptions."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.rules import RuleSource, SetAside
from qualdesk.core.times import date_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.rule_rows import RuleRow
from qualdesk.qt.queue.rule_words import (
    fact_words,
    hours_words,
    protects_words,
    quality_words,
    review_words,
)
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading, Rule
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 380
_MOST_HINT: Final = tr_later(
    "It then does not count for that campaign. Your name and reason are kept."
)
_BACK_HINT: Final = tr_later("It does not count for that campaign now.")
_Said = tuple[str, str, str, str]


class RuleSide(SideCard):
    """What a rule set says, and setting it aside for a campaign: with a reason, under a name."""

    aside_asked = Signal(str, int, str)
    """Set this rule aside: its id, the place of the campaign in the list, and why."""
    back_asked = Signal(str, int)
    """Let this rule count again: its id, and the place of the campaign in the list."""

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("The rule chosen"))
        self._row: RuleRow | None = None
        self._campaigns: tuple[str, ...] = ()
        self._title = PlainLabel(face="card_title", wrap=True)
        self._whose = PlainLabel(face="hint", tone="text2", wrap=True)
        self._notes = PlainLabel(face="body", tone="text2", wrap=True)
        self._review = PlainLabel(face="hint", tone="text3", wrap=True)
        self._scroll = QScrollArea()
        self.campaign = Choice(tr("For which campaign"))
        self.because = Field(tr("Why is it set aside?"), tr("Why is it set aside?"))
        self.aside = PushButton(tr("Set aside"), icon="ban", height=32)
        self._hint = PlainLabel(tr(_MOST_HINT), face="hint", tone="text2", wrap=True)
        self._foot = QWidget()
        self._lay_out()
        self.setFocusProxy(self._scroll)
        self.aside.clicked.connect(self._ask)
        self.campaign.currentIndexChanged.connect(lambda _at: self._settle())
        self.because.returnPressed.connect(self._ask)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._whose)
        self._hours = _rows(column, "clock")
        self._facts = _facts(column)
        column.addWidget(self._notes)
        column.addWidget(Rule())
        column.addWidget(Heading(tr("Where that was read")))
        self._sources = _facts(column)
        column.addWidget(self._review)
        self._asides_head = Heading(tr("Set aside", about="state"))
        column.addWidget(self._asides_head)
        self._asides = _facts(column)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("What the rule says"))
        self._lay_out_foot()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot)

    def _lay_out_foot(self) -> None:
        outer = QVBoxLayout(self._foot)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule())
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(tr("Set it aside for one campaign"), face="body_strong"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.campaign, 1)
        line.addWidget(self.aside)
        column.addWidget(self.because)
        column.addLayout(line)
        column.addWidget(self._hint)
        outer.addLayout(column)

    def show_campaigns(self, names: tuple[str, ...]) -> None:
        """These campaigns can do without a rule."""
        self._campaigns = names
        self.campaign.set_values(names, self.campaign.currentText())
        reveal(self._foot, shown=bool(names))

    def prefer(self, name: str) -> None:
        """Offer this campaign first."""
        place = self.campaign.findText(name)
        if place >= 0:
            self.campaign.setCurrentIndex(place)

    def show_row(self, row: RuleRow | None) -> None:
        """Show this rule; None while there is none to show."""
        reveal(self._scroll, shown=row is not None)
        reveal(self._foot, shown=row is not None and bool(self._campaigns))
        if row is None:
            return
        one = row.rule
        is_same = self._row is not None and one.id == self._row.rule.id
        self._row = row
        self._settle()
        if not is_same:
            self.because.clear()
            self._scroll.verticalScrollBar().setValue(0)
        self._title.setText(one.title)
        self._whose.setText(protects_words(one))
        self._hours.show([("clock", says, "", "text3") for says in hours_words(one)])
        self._facts.show([(icon, says, "", "text3") for icon, says in fact_words(one)])
        doubt = tr("The text was not found, or its sources disagree.") if one.is_incomplete else ""
        self._notes.setText(f"{doubt} {one.remarks}".strip())
        reveal(self._notes, shown=bool(self._notes.text()))
        self._sources.show([_source(each) for each in one.sources])
        self._review.setText(f"{review_words(one)}.")
        self._review.set_look(tone="warn" if row.is_due else "text3")
        reveal(self._asides_head, shown=bool(row.aside))
        self._asides.show([_aside(name, said) for name, said in row.aside])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.because.hasFocus():
            self._scroll.setFocus()
            return
        super().keyPressEvent(event)

    def _settle(self) -> None:
        """What the button does for the campaign chosen: set the rule aside, or let it count."""
        is_aside = self._is_aside
        reveal(self.because, shown=not is_aside)
        self.aside.set(
            tr("Let it count again") if is_aside else tr("Set aside"),
            icon="check" if is_aside else "ban",
        )
        self._hint.setText(tr(_BACK_HINT if is_aside else _MOST_HINT))
        self._hint.set_look(tone="text2")

    @property
    def _is_aside(self) -> bool:
        names = [name for name, _said in self._row.aside] if self._row is not None else []
        return self.campaign.currentText() in names

    def _ask(self) -> None:
        if self._row is None:
            return
        if self._is_aside:
            self.back_asked.emit(self._row.rule.id, self.campaign.currentIndex())
            return
        words = " ".join(self.because.text().split())
        if not words:
            self._hint.setText(tr("Say why: the law asks, and so will the next supervisor."))
            self._hint.set_look(tone="bad")
            self.because.setFocus()
            return
        self._hint.setText(tr(_MOST_HINT))
        self._hint.set_look(tone="text2")
        self.aside_asked.emit(self._row.rule.id, self.campaign.currentIndex(), words)


def _rows(column: QVBoxLayout, icon: str) -> Pool[IconRow, _Said]:
    rows = QVBoxLayout()
    rows.setSpacing(2)
    column.addLayout(rows)
    return Pool(rows, lambda: IconRow(icon, face="body_medium"), _fill)


def _facts(column: QVBoxLayout) -> Pool[IconRow, _Said]:
    rows = QVBoxLayout()
    rows.setSpacing(6)
    column.addLayout(rows)
    return Pool(rows, IconRow, _fill)


def _source(one: RuleSource) -> _Said:
    seen = tr("{how_good}, seen {day}", how_good=quality_words(one), day=date_words(one.seen_on))
    return ("file-text", one.cite, f"{seen}. {one.url}", "text3")


def _aside(campaign: str, said: SetAside) -> _Said:
    when = date_words(said.at.date())
    return ("triangle-alert", f"{campaign}: {said.because}", f"{said.by}, {when}", "warn")


def _fill(row: IconRow, said: _Said) -> None:
    icon, text, hint, tone = said
    row.set(icon, text, hint, tone)
