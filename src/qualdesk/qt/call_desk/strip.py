"""The queue strip: the last thing done, the lead at the desk and why, and who comes next."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.cards import CallCard, QueueRow
from qualdesk.core.priority import Priority, Reason
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.chip import ChipTone
from qualdesk.qt.widgets.queue import NextCard, NowCard, ReasonShown
from qualdesk.qt.widgets.undo import TimeLeft, UndoCard

_NEXT_SHOWN: Final = 3
_TONES: Final[dict[str, ChipTone]] = {
    "asked": "accent",
    "callback": "call",
    "window": "warn",
    "hour": "ok",
    "referred": "accent",
}
_ICONS: Final = {
    "callback": ("calendar-clock", "call"),
    "window": ("hourglass", "warn"),
    "tries": ("repeat", "text2"),
    "asked": ("phone-forwarded", "accent_text"),
    "demo": ("play", "text2"),
    "first": ("sprout", "text2"),
    "source": ("ticket", "text2"),
}


class QueueStrip(QWidget):
    """[Undo for 10 s] NOW with its reasons · the next leads · what is left today, and Skip."""

    undo_pressed = Signal()
    undo_expired = Signal()
    skip_pressed = Signal()
    priority_pressed = Signal()

    def __init__(
        self, skip_keys: str = "skip", undo_keys: str = "undo", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.undo = UndoCard(undo_keys)
        self.now = NowCard()
        self.skip = LinkButton(tr("Skip"), skip_keys)
        self._next = [NextCard() for _ in range(_NEXT_SHOWN)]
        self._left = PlainLabel(face="hint_medium", tone="text2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.now, 5)
        for card in self._next:
            self._row.addWidget(card, 2)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._left)
        side.addWidget(self.skip)
        self._row.addWidget(self._side)
        self._row.addStretch()
        self.undo.clicked.connect(self.undo_pressed)
        self.undo.expired.connect(self.undo_expired)
        self.skip.clicked.connect(self.skip_pressed)
        self.now.priority_pressed.connect(self.priority_pressed)
        self._most = _NEXT_SHOWN
        self._has_lead = True
        self._rows: tuple[QueueRow, ...] = ()
        self._now: datetime | None = None

    def fit(self, *, most: int, gap: int) -> None:
        """Show at most so many next leads, with that gap between cards, both for the width."""
        self._most = most
        self._row.setSpacing(look().px(gap))
        self._show_rows()

    def show_card(self, card: CallCard) -> None:
        """Show the lead at the desk and the parts of its place in the queue."""
        lead = card.lead.contact
        reasons = [
            ReasonShown(text=reason.says, tone=_TONES.get(reason.code, "plain"))
            for reason in card.priority.why_now
        ]
        self.now.set(lead.name, lead.company_name, card.priority.points, reasons)
        self.now.setAccessibleDescription(parts_in_words(card.priority))
        # Without a line nobody says who comes after; that it is not the one who is here is known.
        self._rows = tuple(row for row in self._rows if row.lead_id != card.lead.id)
        self._show_rows()

    def show_lead(self, *, shown: bool) -> None:
        """Show the leads, or only what was done last: nobody may be called now."""
        self.now.setVisible(shown)
        self._side.setVisible(shown)
        self._has_lead = shown
        self._show_rows()

    def show_next(self, rows: Sequence[QueueRow], left_today: int | None, now: datetime) -> None:
        """Show who comes next, and how many are left today (None: not counted yet)."""
        self._rows, self._now = tuple(rows), now
        self._left.setText("" if left_today is None else tr("{count} left today", count=left_today))
        self._show_rows()

    def offer_undo(self, title: str, consequence: str, left: TimeLeft) -> None:
        """Show what was just done as the first card, while ``left()`` is above nothing."""
        self.undo.offer(title, consequence, left)
        announce(self, f"{title}. {consequence}")
        self._show_rows()

    def withdraw_undo(self) -> None:
        """Take the undo card away."""
        self.undo.withdraw()
        self._show_rows()

    @property
    def names_next(self) -> tuple[str, ...]:
        """The names shown as next, in order."""
        return tuple(row.name for row in self._rows[: self._shown])

    @property
    def _shown(self) -> int:
        if not self._has_lead:
            return 0
        # The undo card takes the place of the last of the next leads.
        return self._most - 1 if self.undo.isVisibleTo(self) else self._most

    def _show_rows(self) -> None:
        for place, card in enumerate(self._next):
            if self._now is not None and place < min(self._shown, len(self._rows)):
                row = self._rows[place]
                first = _first_reason(row, self._now)
                icon, tone = _ICONS.get(first.code, ("ticket", "text2"))
                card.set(row.name, first.says, icon, tone)
            else:
                card.set("", "")


def parts_in_words(priority: Priority) -> str:
    """Every part of a priority in words; the numbers add up to it."""
    parts = [f"{reason.says} {reason.points:+d}" for reason in priority.reasons]
    return tr("Priority {points}: {parts}", points=priority.points, parts=", ".join(parts))


def _first_reason(row: QueueRow, now: datetime) -> Reason:
    """The reason said on a small card: a promise first, else the largest part."""
    if row.is_callback and row.due_at is not None:
        at = time_words(row.due_at, row.zone or "UTC", now=now)
        return Reason(code="callback", says=tr("Call back due {at}", at=at), points=0)
    ahead = row.priority.why_now
    if ahead and ahead[0].code == "window":
        return Reason(code="window", says=tr("Window closing"), points=0)
    return ahead[0] if ahead else Reason(code="source", says="", points=0)
