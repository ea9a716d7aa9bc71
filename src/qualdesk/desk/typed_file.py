"""The file for what is typed on the desk and not saved yet, as a window holds it."""

from pathlib import Path

from qualdesk.core.typed import Typed
from qualdesk.files.typed import drop_typed, keep_typed, read_typed


class TypedFile:
    """One file, of one person, about one workspace."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Typed | None:
        """What a program before this one left in it; None when it left nothing."""
        return read_typed(self._path)

    def keep(self, typed: Typed) -> bool:
        """Put this in place of what it holds, or take it away when there is nothing to keep.

        False when it cannot be written.
        """
        if not typed.is_empty:
            return keep_typed(self._path, typed)
        drop_typed(self._path)
        return True
