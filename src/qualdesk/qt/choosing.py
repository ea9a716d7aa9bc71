"""Asking for a file or folder, beginning where the person was last time."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from qualdesk.core import file_kinds
from qualdesk.qt.memory import Memory

LIST_FILES: Final = " ".join(f"*{end}" for end in file_kinds.LISTS)
"""The lists that can be loaded, as a file dialog filters them."""


class Choosing(Protocol):
    """Whoever asks a person for a place on their disk; None when they change their mind."""

    def file(self, over: QWidget, says: str, what: str, kinds: str) -> Path | None:
        """A file to read; ``what`` is the errand its folder is remembered by."""
        ...

    def folder(self, over: QWidget, says: str, what: str) -> Path | None:
        """A folder to write into."""
        ...

    def new_file(self, over: QWidget, says: str, what: str, name: str) -> Path | None:
        """A file to write, ``name`` unless they say otherwise."""
        ...


class SystemChoosing:
    """The system's own way of choosing. It stops the window, so never while a call goes on."""

    def __init__(self, memory: Memory, may_ask: Callable[[], bool]) -> None:
        self._memory = memory
        self._may_ask = may_ask

    def file(self, over: QWidget, says: str, what: str, kinds: str) -> Path | None:
        """A file to read."""
        if not self._may_ask():
            return None
        start = self._memory.folder(what)
        chosen, _kind = QFileDialog.getOpenFileName(over, says, start, f"{says} ({kinds})")
        return self._kept(what, chosen, _parent)

    def folder(self, over: QWidget, says: str, what: str) -> Path | None:
        """A folder to write into."""
        if not self._may_ask():
            return None
        chosen = QFileDialog.getExistingDirectory(over, says, self._memory.folder(what))
        return self._kept(what, chosen, _itself)

    def new_file(self, over: QWidget, says: str, what: str, name: str) -> Path | None:
        """A file to write; the system asks before one is written over."""
        if not self._may_ask():
            return None
        start = str(Path(self._memory.folder(what)) / name)
        chosen, _kind = QFileDialog.getSaveFileName(over, says, start)
        return self._kept(what, chosen, _parent)

    def _kept(self, what: str, chosen: str, folder: Callable[[Path], Path]) -> Path | None:
        if not chosen:
            return None
        self._memory.keep_folder(what, folder(Path(chosen)))
        return Path(chosen)


def _parent(path: Path) -> Path:
    return path.parent


def _itself(path: Path) -> Path:
    return path
