"""Asking the desk from a page: one lane for the call, one for long work, one for this disk."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.background import DESK, HERE, LONG, Background

T = TypeVar("T")


class LongWork(Protocol):
    """Long work under way."""

    def stop(self) -> None:
        """Ask it to stop; it ends at its next report."""
        ...


class Work(QObject):
    """Carries a question to a desk and its answer back to the window's thread.

    Each lane has a desk of its own, opened on its thread when it is first asked.
    """

    closing = Signal()
    """The desks are about to be closed: whatever was lent out of them is given back now."""

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._background = Background()
        self._desks: dict[str, Desk] = {}
        self._in_the_way: QualdeskError | None = None

    def ask(
        self,
        work: Callable[[Desk], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
    ) -> None:
        """Do short work on the lane of the call."""
        self._background.run(
            lambda _progress: work(self._desk(DESK)), done, owner=owner, refused=refused
        )

    def open_ahead(self) -> None:
        """Open the desk of the call's lane before anybody asks anything of it.

        Most of it is reading the file through, which goes on beside what the window does meanwhile.
        What stands in the way is told to whoever asks first, and to nobody else: tried again at
        once, a busy file would be waited for twice, and a keyring ask twice.
        """
        self._background.run(
            lambda _progress: self._try_desk(),
            lambda _tried: None,
            owner=self,
            refused=lambda _error: None,
        )

    def here(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
    ) -> None:
        """Do what needs this computer's disk and no workspace: it waits for no server."""
        self._background.run(
            lambda _progress: work(), done, owner=owner, lane=HERE, refused=refused
        )

    def long(
        self,
        work: Callable[[Desk, Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
        looked: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> LongWork:
        """Do long work on the lane beside; ``looked`` is told ten times a second."""
        return self._background.run(
            lambda progress: work(self._desk(LONG), progress),
            done,
            owner=owner,
            lane=LONG,
            refused=refused,
            looked=looked,
            stopped=stopped,
        )

    def long_here(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
        looked: Callable[[Progress], None] | None = None,
    ) -> LongWork:
        """Do long work on this computer's disk: where the workspace itself cannot be opened."""
        return self._background.run(
            work, done, owner=owner, lane=LONG, refused=refused, looked=looked
        )

    def move_to(self, open_desk: Callable[[], Desk]) -> bool:
        """Ask desks of another workspace from now on; whether the last one could be closed."""
        ended = self.close()
        self._open_desk, self._in_the_way = open_desk, None
        return ended

    def close(self) -> bool:
        """Let running work end and close the desks; whether all of it ended in time."""
        self.closing.emit()
        ended = self._background.close()
        if ended:
            for desk in self._desks.values():
                desk.close()
            self._desks.clear()
        return ended

    def end(self) -> bool:
        """Close for good: what a timer of the window asks after that is asked of nobody.

        A desk opened then would hold on to the workspace, and a lead, with no window to it.
        """
        ended = self.close()
        self._background.end()
        return ended

    def _try_desk(self) -> None:
        try:
            self._desk(DESK)
        except QualdeskError as error:
            self._in_the_way = error

    def _desk(self, lane: str) -> Desk:
        """The desk of a lane; called on the lane's own thread only."""
        error = self._in_the_way if lane == DESK else None
        if error is not None:
            self._in_the_way = None
            raise error
        if lane not in self._desks:
            self._desks[lane] = self._open_desk()
        return self._desks[lane]
