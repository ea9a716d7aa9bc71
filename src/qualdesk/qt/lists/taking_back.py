"""Taking a list back: its leads go, what it changed is as before, leads with calls stay."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import ListId
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.intake import Undone


class TakingBack(QObject):
    """Undoes one list at a time, beside everything else."""

    looked = Signal(object)
    """How far it is, as ``Progress``."""
    undone = Signal(object)
    """What became of it, as ``Undone``."""
    failed = Signal(object)
    """Why it was not undone, as ``QualdeskError``."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._running: LongWork | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a list is being undone."""
        return self._running is not None

    def begin(self, list_id: ListId) -> bool:
        """Undo a list; False while another one is being undone."""
        if self._running is not None:
            return False
        self._running = self._work.long(
            lambda desk, progress: desk.intake.undo(list_id, progress),
            self._undone,
            owner=self,
            refused=self._refused,
            looked=self.looked.emit,
            stopped=self._stopped,
        )
        return True

    def _undone(self, undone: "Undone") -> None:
        self._running = None
        self.undone.emit(undone)

    def _refused(self, error: QualdeskError) -> None:
        self._running = None
        self.failed.emit(error)

    def _stopped(self) -> None:
        self._running = None
