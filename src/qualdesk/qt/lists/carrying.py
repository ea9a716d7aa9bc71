"""An import while it goes on: shown as it goes, told how long, stopped, and taken back after."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import ListId
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.lists.counts import progress_in_words
from qualdesk.qt.lists.import_view import ImportView
from qualdesk.qt.lists.taking_back import TakingBack
from qualdesk.qt.lists.time_left import time_left
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.intake import Loaded, Undone


class Carrying(QObject):
    """Carries one list into the workspace, beside everything else, or back out of it."""

    done = Signal(object)
    """It is in: ``Loaded``."""
    refused = Signal(object)
    """It is not in, and why: ``QualdeskError``."""
    stopped = Signal()
    """The person stopped it; nothing of it is in."""
    undone = Signal(object)
    """It is out again: what that touched, as ``Changes``."""

    def __init__(self, view: ImportView, work: Work, clock: Clock) -> None:
        super().__init__(view)
        self._view, self._work, self._clock = view, work, clock
        self._busy: LongWork | None = None
        self._taking_back = TakingBack(work, self)
        done = view.done
        self._taking_back.looked.connect(lambda seen: done.show_undoing(seen.done, seen.of))
        self._taking_back.undone.connect(self._undone)
        self._taking_back.failed.connect(lambda error: done.say_not_undone(error.says))

    @property
    def is_busy(self) -> bool:
        """Whether a list is on its way in."""
        return self._busy is not None

    def begin(self, title: str, says: str, work: Callable[[Desk, Progress], "Loaded"]) -> None:
        """Begin; ``title`` stands above how far it is."""
        self._view.show_import(title, says)
        began_at = self._clock.now()
        self._busy = self._work.long(
            work,
            self._done,
            owner=self,
            refused=self._refused,
            looked=lambda seen: self._look(title, began_at, seen),
            stopped=self._stopped,
        )

    def stop(self) -> None:
        """Stop; nothing of it stays."""
        if self._busy is not None:
            self._busy.stop()

    def take_back(self, list_id: ListId) -> None:
        """Undo what was imported."""
        if self._taking_back.begin(list_id):
            self._view.done.show_undoing(0, None)

    def _look(self, title: str, began_at: datetime, seen: Progress) -> None:
        rows = progress_in_words(seen.done, seen.of)
        said = f"{seen.says}: {rows}" if seen.says else rows
        left = time_left(self._clock.now() - began_at, seen.done, seen.of)
        self._view.show_import(title, said, seen.done, seen.of, left=left)

    def _done(self, loaded: "Loaded") -> None:
        self._busy = None
        self.done.emit(loaded)

    def _refused(self, error: QualdeskError) -> None:
        self._busy = None
        self.refused.emit(error)

    def _stopped(self) -> None:
        self._busy = None
        self.stopped.emit()

    def _undone(self, undone: "Undone") -> None:
        names = [f"{each.name}: {each.why}" for each in undone.kept]
        self._view.show_undone(undone.says, names)
        self.undone.emit(undone.changes)
