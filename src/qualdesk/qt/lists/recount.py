"""Counting again what a list would do, beside everything else: the newest question wins."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.intake import Loaded

Count = Callable[[Desk, Progress], "Loaded"]


class Recount(QObject):
    """Asks the desk again after each answer. An answer to an older question is not told."""

    counted = Signal(object)
    """What the list would do now, as ``Loaded``."""
    looked = Signal(object)
    """How far the counting is, as ``Progress``."""
    failed = Signal(object)
    """It cannot be counted, as ``QualdeskError``."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._turn = 0
        self._running: LongWork | None = None

    @property
    def is_counting(self) -> bool:
        """Whether an answer is on its way."""
        return self._running is not None

    def ask(self, count: Count) -> None:
        """Count; what was asked before is stopped and forgotten."""
        self.stop()
        turn = self._turn
        self._running = self._work.long(
            count,
            partial(self._counted, turn),
            owner=self,
            refused=partial(self._refused, turn),
            looked=partial(self._look, turn),
            stopped=lambda: None,
        )

    def stop(self) -> None:
        """Forget what was asked."""
        self._turn += 1
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _counted(self, turn: int, loaded: "Loaded") -> None:
        if turn == self._turn:
            self._running = None
            self.counted.emit(loaded)

    def _refused(self, turn: int, error: QualdeskError) -> None:
        if turn == self._turn:
            self._running = None
            self.failed.emit(error)

    def _look(self, turn: int, seen: Progress) -> None:
        if turn == self._turn:
            self.looked.emit(seen)
