"""What sales sent back of the caller's own leads: said once between two calls, as plain fact."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.work import Work

LOOKS_EVERY: Final = timedelta(minutes=2)
"""How often the desk is asked: sales answers in batches, and a lead at the desk is in a hurry."""


class CameBackNotice(QObject):
    """Says it in Ready and where nothing else is said, never while a call goes on."""

    def __init__(self, work: Work, at_desk: AtDesk, notice: Notice, clock: Clock) -> None:
        super().__init__(at_desk)
        self._work, self._at, self._notice, self._clock = work, at_desk, notice, clock
        self._next_look: datetime | None = None
        self._is_said = False
        at_desk.moved.connect(self._moved)

    def _moved(self, state: str) -> None:
        if state == CallState.READY.value:
            self._look()
        elif self._is_said and self._at.flow.is_in_call:
            # What sales said of another lead is not in the way of this one.
            self._is_said = False
            self._notice.clear()

    def _look(self) -> None:
        now = self._clock.now()
        if self._notice.says or (self._next_look is not None and now < self._next_look):
            return
        self._next_look = now + LOOKS_EVERY
        self._work.ask(
            lambda desk: desk.came_back.came_back(), self._say, owner=self, refused=_later
        )

    def _say(self, back: tuple[BatchItem, ...]) -> None:
        if not back:
            return
        if self._notice.says or self._at.flow.state is not CallState.READY:
            # Something else was said meanwhile: it is this one's turn with the next lead.
            self._next_look = None
            return
        self._is_said = True
        self._notice.offer(
            "info",
            _first(back[0]),
            _rest(back),
            (tr("I have read it"), self._read),
            icon="message-square",
        )
        told = [one.item_id for one in back]
        self._work.ask(lambda desk: desk.came_back.seen(told), _done, owner=self, refused=_later)

    def _read(self) -> None:
        self._is_said = False


def _first(item: BatchItem) -> str:
    name = item.name or tr("No name")
    return tr("Sales sent back {name}: {reason}.", name=name, reason=item.reason.rstrip("."))


def _rest(back: tuple[BatchItem, ...]) -> str:
    note, more = back[0].note, len(back) - 1
    told = tr_n(more, "{n} more stands in My day.", "{n} more stand in My day.") if more else ""
    return " ".join(part for part in (note, told) if part)


def _done(_nothing: object) -> None:
    """Nobody waits for it."""


def _later(error: QualdeskError) -> None:
    """The desk itself says what keeps it from working; this is asked again with a later lead."""
    del error
