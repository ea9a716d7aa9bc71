"""An empty queue that explains itself: why nothing can be called, how many, and when it goes on."""

from datetime import datetime, timedelta
from math import ceil
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.cards import EmptyReason, NothingToCall
from qualdesk.core.times import time_words
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.desk.offline import AWAY
from qualdesk.qt.call_desk.flow import Stock, clock_words
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.reasons import look_of
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark

_HEADS: Final = {  # icon, its tone, title
    Stock.OPEN: ("check-check", "ok", tr_later("Nothing to call right now")),
    Stock.FINISHED: ("check-check", "ok", tr_later("Every lead is finished")),
    Stock.NONE: ("upload", "text2", tr_later("Nothing is loaded yet")),
    Stock.THEIRS: ("check-check", "ok", tr_later("Nothing to call right now")),
}
_SAYS: Final = {
    Stock.OPEN: tr_later("No lead is open here. Load a list to go on."),
    Stock.FINISHED: tr_later("No lead is open in any campaign. Load a list to go on."),
    Stock.NONE: tr_later("Load a list: its leads come here one after the other."),
    Stock.THEIRS: tr_later(
        "No lead is open for you. What your supervisor loads next comes by itself."
    ),
}
_ELSEWHERE: Final = tr_later(
    "No lead is open in this campaign; another one has some. Choose it at the top, or load a list."
)
_BY_RULE: Final = frozenset({"law", "limit", "hours", "zone", "permission"})
_MINE: Final = "yours"
_WIDTH: Final = 520
_Said: TypeAlias = tuple[tuple[str, str], str, str]


class _ReasonRow(QWidget):
    """One reason: how many leads, why, and when the first of them comes."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("clock")
        self._says = PlainLabel(face="text_medium", wrap=True)
        self._when = PlainLabel(face="hint_medium", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._says, 1)
        row.addWidget(self._when)
        column.addWidget(Rule())
        column.addLayout(row)

    def set(self, said: "_Said") -> None:
        icon, says, when = said
        self._mark.set(*icon)
        self._says.setText(says)
        self._when.setText(when)


class EmptyDesk(Card):
    """Nothing to call right now, with counts that add up to all open leads (Q3)."""

    look_pressed = Signal()
    load_pressed = Signal()
    anyway_pressed = Signal()
    """The caller wants a fresh lead although a promise of theirs is near."""
    rules_pressed = Signal()
    """Calls are not made because of a rule: the rules are to be shown."""

    _paced = ""
    _comes_at: datetime | None = None

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(look().px(_WIDTH))
        self._mark = IconMark("check-check", "ok", 28)
        self._title = PlainLabel(face="page_title")
        self._says = PlainLabel(face="text", tone="text2", wrap=True)
        self._total = PlainLabel(face="hint_medium", tone="text2")
        self.look = PushButton(tr("Look again"), icon="refresh-cw")
        self._load = PushButton(tr("Load a list"), icon="upload")
        self.anyway = PushButton(tr("Call somebody else first"), icon="phone")
        self.rules = PushButton(tr("Calling rules"), icon="scale")
        self.look.clicked.connect(self.look_pressed)
        self.anyway.clicked.connect(self.anyway_pressed)
        self.rules.clicked.connect(self.rules_pressed)
        self._load.clicked.connect(self.load_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._says)
        head.addLayout(words, 1)
        column.addLayout(head)
        reasons = QVBoxLayout()
        reasons.setSpacing(10)
        self._reasons: Pool[_ReasonRow, _Said] = Pool(reasons, _ReasonRow, _ReasonRow.set)
        column.addLayout(reasons)
        column.addWidget(self._total)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.look, self.anyway, self.rules):
            buttons.addWidget(button)
        buttons.addWidget(self._load)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def explain(
        self, nothing: NothingToCall, zone: str, now: datetime, stock: Stock = Stock.OPEN
    ) -> None:
        """Say why nothing can be called; ``zone`` is the zone of the caller's own clock."""
        icon, tone, title = _HEADS[stock]
        self._mark.set(icon, tone)
        self._title.setText(tr(title))
        at = nothing.next_at
        comes = (
            tr("The next lead comes at {at}, by itself.", at=time_words(at, zone, now=now))
            if at
            else ""
        )
        is_elsewhere = stock is Stock.OPEN and not nothing.open_leads
        self._says.setText(comes or tr(_ELSEWHERE if is_elsewhere else _SAYS[stock]))
        is_away = any(reason.code == AWAY for reason in nothing.reasons)
        self._say_why_not_yet(nothing, now, is_away=is_away)
        held = [reason for reason in nothing.reasons if reason.leads]
        self._reasons.show([_said(reason, zone, now) for reason in held])
        self._total.setText(
            tr("Together {open_leads:,} open leads", open_leads=nothing.open_leads) if held else ""
        )
        reveal(self._total, shown=bool(held))
        # Else the main button below is the one that looks again.
        reveal(self.look, shown=stock in {Stock.FINISHED, Stock.NONE})
        reveal(self.anyway, shown=bool(nothing.keeps_free_for))
        is_ruled = any(reason.code in _BY_RULE for reason in held)
        reveal(self.rules, shown=is_ruled and stock is not Stock.THEIRS)
        # Where nothing is open anywhere, the main button below is the one that loads.
        is_paced = bool(nothing.paced)
        loads = not held and stock is Stock.OPEN and not (is_paced or is_away)
        reveal(self._load, shown=loads)

    def _say_why_not_yet(self, nothing: NothingToCall, now: datetime, *, is_away: bool) -> None:
        """What comes before every count: a limit of the team, a promise, a server that is away."""
        self._comes_at = None
        if nothing.paced:
            self._mark.set("hourglass", "text2")
            self._title.setText(tr("Your team's limit for now"))
            self._says.setText(nothing.paced)
            self._paced, self._comes_at = nothing.paced, nothing.next_at
            self.tick(now)
        if nothing.keeps_free_for:
            self._mark.set("calendar-clock", "call")
            self._title.setText(tr("Your promise comes first"))
            self._says.setText(nothing.says)
        if is_away:
            self._mark.set("wifi-off", "warn")
            self._title.setText(tr("Working offline"))
            self._says.setText(
                tr("The next lead comes by itself, as soon as the team's server can be reached.")
            )

    def tick(self, now: datetime) -> None:
        """A second has passed: count down to the lead a limit of the team holds back."""
        if self._comes_at is not None:
            seconds = max(0, ceil((self._comes_at - now).total_seconds()))
            left = clock_words(timedelta(seconds=seconds))
            comes = tr("The next lead comes by itself in {left}.", left=left)
            self._says.setText(f"{self._paced} {comes}")

    @property
    def says(self) -> str:
        """The sentence below the title."""
        return self._says.text()


def _said(reason: EmptyReason, zone: str, now: datetime) -> _Said:
    """A reason as its row shows it: the icon, how many and why, when the first comes."""
    at = reason.next_at
    when = tr("first {at}", at=time_words(at, zone, now=now)) if at else ""
    says = f"{number(reason.leads)} {reason.says}"
    if reason.code == _MINE:
        # With nobody at the desk it is the one whose outcome has its seconds still.
        says = tr_n(
            reason.leads,
            "{n} can still be taken back for a few seconds",
            "{n} can still be taken back for a few seconds",
        )
    return look_of(reason.code), says, when
