"""The file for what is typed on the desk and not saved yet, as a window holds it."""

from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.core.ids import LeadId
from qualdesk.core.typed import Typed
from qualdesk.files.typed import drop_typed, drop_typed_about, keep_typed, take_up_typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualdesk.desk.erasing import Erasing


class TypedFile:
    """One file, of one person, about one workspace, of this run of the program."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Typed | None:
        """What a program of this person left when it ended; None when none left anything.

        Each time one: the next, when this one is saved and taken away.
        """
        return take_up_typed(self._path)

    def keep(self, typed: Typed) -> bool:
        """Put this in place of what it holds, or take it away when there is nothing to keep.

        False when it cannot be written.
        """
        if not typed.is_empty:
            return keep_typed(self._path, typed)
        drop_typed(self._path)
        return True


def forget_erased(erasing: "Callable[[], Erasing]", path: Path) -> None:
    """Take away what anybody typed beside ``path`` about people of its workspace who are erased.

    Only on this computer: another one does it when its window opens. The room is asked for when
    there is something to look at: at most starts there is not.
    """
    drop_typed_about(path, lambda lead: erasing().is_erased(LeadId(lead)))
