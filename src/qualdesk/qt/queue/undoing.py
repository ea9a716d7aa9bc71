"""Acts of a supervisor that are done at once and can be taken back for ten seconds."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

UNDO_FOR: Final = timedelta(seconds=10)


class Done(Protocol):
    """What the desk answers to an act: what it touched."""

    @property
    def changes(self) -> Changes:
        """What it touched."""
        ...


@frozen
class Touched:
    """What an act touched, where the desk answers with something else."""

    changes: Changes


@frozen
class Act:
    """One act: what it says when it is done, how it is done, and its opposite, where it has one.

    ``then`` is called in the window once it is done.
    """

    says: str
    do: Callable[[Desk], Done]
    back: Callable[[Desk], Done] | None = None
    then: Callable[[], None] | None = None


class Acting(QObject):
    """Does acts in the background, offers to take each back, and says what went wrong."""

    acted = Signal(object)
    """Something was done or taken back: what it touched, as ``Changes``."""
    refused = Signal(object)
    """The error the desk refused with."""

    def __init__(self, work: Work, clock: Clock, toast: Toast) -> None:
        super().__init__(toast)
        self._work, self._clock, self._toast = work, clock, toast
        self._last: Act | None = None
        self._until = clock.now()
        toast.clicked.connect(self.undo)

    def do(self, act: Act) -> None:
        """Do it; the toast says so and offers to take it back."""

        def done(result: Done) -> None:
            self._last = act
            self._until = self._clock.now() + UNDO_FOR
            undo = (tr("Undo"), "undo") if act.back is not None else ("", "")
            self._toast.tell(act.says, self._left, *undo)
            self.acted.emit(result.changes)
            if act.then is not None:
                act.then()

        self._work.ask(act.do, done, owner=self, refused=self.refused.emit)

    def undo(self) -> None:
        """Take the last act back, while that is possible."""
        act, self._last = self._last, None
        self._toast.hide()
        if act is not None and act.back is not None and self._clock.now() < self._until:
            self._work.ask(
                act.back,
                lambda result: self.acted.emit(result.changes),
                owner=self,
                refused=self.refused.emit,
            )

    def _left(self) -> timedelta:
        return self._until - self._clock.now()
