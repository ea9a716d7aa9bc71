"""What the window remembers of itself: where it stood, and the folders last chosen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

_GEOMETRY = "window/geometry"


class Memory:
    """A small file beside the settings; losing it loses nothing but comfort."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def folder(self, what: str) -> str:
        """The folder last chosen for an errand, the person's own when there is none."""
        kept = str(self._kept.value(f"folders/{what}", "", type=str))
        return kept if kept and Path(kept).is_dir() else str(Path.home())

    def keep_folder(self, what: str, folder: Path) -> None:
        """Remember a folder for the next time."""
        self._kept.setValue(f"folders/{what}", str(folder))
        self._kept.sync()

    def place(self, window: QWidget) -> bool:
        """Put the window where it stood; False when it never stood anywhere."""
        kept = self._kept.value(_GEOMETRY)
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_place(self, window: QWidget) -> None:
        """Remember where the window stands."""
        self._kept.setValue(_GEOMETRY, window.saveGeometry())
        self._kept.sync()
