"""One person of the team as a row, and the form in which their limits are changed."""

from dataclasses import asdict
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.claim_limits import MOST_ALONG, ClaimLimits, LimitUse
from qualdesk.core.frozen import frozen
from qualdesk.core.team import Teammate, role_words
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.claim_limits import MOST_A_DAY
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal

USED: Final = tr_later(
    "{hour:,} of {per_hour:,} leads this hour, {today:,} of {per_day:,} in 24 hours."
)
SEEN: Final = tr_later("{role}. Last seen {when}.")
HERE_NOW: Final = tr_later("{role}. Here now.")
NO_LOGIN: Final = tr_later("{role}. Has no login here.")
NEVER_SEEN: Final = tr_later("{role}. Not seen yet.")
THE_USUAL: Final = tr_later("The usual limits")
COUNTS_FOR: Final = tr_later("They count for callers of whom nothing else is said.")
USUAL: Final = tr_later("{per_hour:,} leads an hour, {per_day:,} in 24 hours.")
NO_REASON: Final = tr_later("Say why: it stands in the history.")
_RANGES: Final = {
    "per_hour": (tr_later("Leads an hour"), 0, MOST_A_DAY),
    "per_day": (tr_later("Leads in 24 hours"), 0, MOST_A_DAY),
    "seconds_between": (tr_later("Seconds between two"), 0, 3_600),
    "offline": (tr_later("Leads to take along"), 0, MOST_ALONG),
}


@frozen
class Raised:
    """Limits somebody chose for a caller, empty for the usual ones; until midnight or for good."""

    caller: str
    limits: ClaimLimits
    because: str
    for_today: bool


class TeammateRow(SettingRow):
    """Name, role and when they were seen; for a caller what they used, and the way to change it."""

    limits_wanted = Signal(object)
    """The ``LimitUse`` of the caller whose limits are to be changed."""

    def __init__(self, name: str) -> None:
        self.change = PushButton(tr("Limits…"), height=34)
        self._use: LimitUse | None = None
        super().__init__(name or tr(THE_USUAL), " ", self.change)
        self.change.renamed(limits_of(name))
        self.change.clicked.connect(self._ask)

    def show_person(self, one: Teammate, use: LimitUse | None, zone: str, now: datetime) -> None:
        """Show how they stand now."""
        role = role_words(one.role)
        says = tr(NEVER_SEEN if one.login else NO_LOGIN, role=role)
        if one.is_here:
            says = tr(HERE_NOW, role=role)
        elif one.login and one.seen_at is not None:
            says = tr(SEEN, role=role, when=time_words(one.seen_at, zone, now=now))
        self._use = use
        reveal(self.change, shown=use is not None)
        is_near = use is not None and use.is_near
        used = used_words(use, zone, now) if use else ""
        self.say(f"{says} {used}".strip(), "warn" if is_near else "text2")

    def show_usual(self, limits: ClaimLimits) -> None:
        """Show what counts for everybody of whom nothing else is said."""
        self._use = LimitUse(caller="", limits=limits, this_hour=0, today=0, is_near=False)
        says = tr(USUAL, per_hour=limits.per_hour, per_day=limits.per_day)
        self.say(f"{says} {tr(COUNTS_FOR)}", "text2")

    def _ask(self) -> None:
        if self._use is not None:
            self.limits_wanted.emit(self._use)


class LimitsForm(Card):
    """Four numbers and a reason; they count for today, or until somebody changes them again."""

    raised = Signal(object)
    """``Raised``: what was chosen."""
    left = Signal()
    """Nothing is to be changed."""

    def __init__(self) -> None:
        super().__init__(ground="sunken")
        self.caller = ""
        self.fields: dict[str, NumberField] = {}
        self._title = PlainLabel(face="body_strong", wrap=True)
        self.because = Field(tr("Why"), tr("Why, for the history"))
        self.today = PushButton(tr("Until midnight"), kind="accent", keys="primary", height=34)
        self.for_good = PushButton(tr("For good"), height=34)
        self.leave = PushButton(tr("Leave as it is"), kind="quiet", height=34)
        self._hint = PlainLabel(face="hint", tone="warn", wrap=True)
        numbers = QHBoxLayout()
        numbers.setSpacing(16)
        for name, (title, low, high) in _RANGES.items():
            field = self.fields[name] = NumberField(tr(title), low, high, width=128)
            field.setGroupSeparatorShown(True)
            labelled(numbers, tr(title), field)
        numbers.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.today, self.for_good, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        for each in (self._title, numbers, self.because, self._hint, buttons):
            if isinstance(each, QWidget):
                column.addWidget(each)
            else:
                column.addLayout(each)
        reveal(self._hint, shown=False)
        self.today.clicked.connect(lambda: self._choose(for_today=True))
        self.for_good.clicked.connect(lambda: self._choose(for_today=False))
        self.because.returnPressed.connect(self.main)
        self.leave.clicked.connect(self.left)

    def show_limits(self, use: LimitUse) -> None:
        """Begin with what counts for them now."""
        self.caller = use.caller
        reveal(self.today, shown=bool(use.caller))
        self._title.setText(limits_of(use.caller))
        for name, value in asdict(use.limits).items():
            self.fields[name].show_number(value)
        self.because.clear()
        self.say("")

    def say(self, says: str) -> None:
        """Say what is missing, or why it is not done."""
        self._hint.setText(says)
        reveal(self._hint, shown=bool(says))

    def main(self) -> None:
        """Let these numbers count until midnight; the usual ones, for good."""
        self._choose(for_today=bool(self.caller))

    def _choose(self, *, for_today: bool) -> None:
        because, caller = self.because.text().strip(), self.caller
        if not because:
            self.say(tr(NO_REASON))
            self.because.setFocus()
            return
        limits = ClaimLimits(**{name: field.value() for name, field in self.fields.items()})
        self.raised.emit(Raised(caller=caller, limits=limits, because=because, for_today=for_today))


def limits_of(name: str) -> str:
    """Whose limits are meant."""
    return tr("Limits of {name}", name=name) if name else tr(THE_USUAL)


def used_words(use: LimitUse, zone: str, now: datetime) -> str:
    """How much of their limits a caller used, and until when these count, if not for good."""
    used = tr(
        USED,
        hour=use.this_hour,
        per_hour=use.limits.per_hour,
        today=use.today,
        per_day=use.limits.per_day,
    )
    if use.until is None:
        return used
    until = tr("These limits count until {when}.", when=time_words(use.until, zone, now=now))
    return f"{used} {until}"
