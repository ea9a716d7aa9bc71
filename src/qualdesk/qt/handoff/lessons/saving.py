"""Writing a report into a file somebody chose, and saying where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.part import LessonPart
from qualdesk.qt.work import Work

T = TypeVar("T")


class SavedPart(LessonPart):
    """A report that can be written into a file."""

    def __init__(self, work: Work, choosing: Choosing) -> None:
        super().__init__(work)
        self._choosing = choosing

    def save_as(
        self,
        name: str,
        write: Callable[[Desk, Progress, Path], T],
        says: Callable[[T, Path], str],
    ) -> None:
        """Ask for a file, ``name`` suggested, write into it on the long lane, and say what it is.

        The kind of file ``name`` has is the one that is written, where another has no kind.
        """
        path = self._choosing.new_file(self, tr("Where to put the file"), "reports", name)
        if path is None:
            return
        chosen = path if path.suffix else path.with_suffix(Path(name).suffix)

        def done(written: T) -> None:
            self.result.show_folder(says(written, chosen), chosen.parent)

        self._work.long(
            lambda desk, progress: write(desk, progress, chosen),
            done,
            owner=self,
            refused=self.refused,
        )
