"""What the caller does, told to the workspace when it changes: the Floor shows it."""

from typing import Final

from PySide6.QtCore import QObject

from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.work import Work


class Telling(QObject):
    """Tells each change once, beside the call: nothing waits for it, and it may fail.

    That a number is dialled is told by the call that is written down, and its end by its outcome;
    so is a lead that comes after it. What is told is what no call shows: that somebody answered,
    that they hung up, a break and its end.
    """

    def __init__(self, work: Work, at_desk: AtDesk) -> None:
        super().__init__(at_desk)
        self._work, self._at = work, at_desk
        self._told = ""
        self._known: object = None
        at_desk.moved.connect(self._moved)

    def _moved(self) -> None:
        flow = self._at.flow
        if (flow.state, flow.since) == self._known:
            return
        self._known = (flow.state, flow.since)
        state = _TOLD.get(flow.state)
        if flow.state is CallState.READY and self._told not in {"", "break"}:
            return  # the call that has ended says it
        if state is None:
            return
        self._told = state
        self._work.ask(
            lambda desk: desk.phones.note_state(state),
            lambda _written: None,
            owner=self,
            refused=lambda _error: None,
        )


_TOLD: Final = {
    CallState.READY: "ready",
    CallState.ON_A_CALL: "on_a_call",
    CallState.WRAPPING_UP: "wrapping_up",
    CallState.BREAK: "break",
}
