"""What the page tests share: a page over a real workspace, and waiting until it has answered."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import Clock
from qualdesk.desk import Desk
from qualdesk.qt.going import CODE
from qualdesk.settings import Settings

BERLIN = "Europe/Berlin"


class Chosen:
    """A person who answers every question for a place on the disk the way the test says."""

    def __init__(self, **answers: Path | None) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def file(self, *asked: Any) -> Path | None:
        return self._answer(asked[2])

    def folder(self, *asked: Any) -> Path | None:
        return self._answer(asked[2])

    def new_file(self, *asked: Any) -> Path | None:
        self.asked.append(asked[3])
        return self.answers.get("new_file")

    def _answer(self, errand: str) -> Path | None:
        self.asked.append(errand)
        return self.answers.get(errand)


def desk_on(file: Path, clock: Clock, caller: str = "Rosa") -> Callable[[], Desk]:
    """How a lane opens its desk on a workspace file."""
    return lambda: open_desk(f"sqlite:///{file}", clock=clock, caller=caller, durable=False)


def settings_in(folder: Path, database: Path | str, **changed: Any) -> Settings:
    """The settings of somebody whose every folder lies in that one."""
    values: dict[str, Any] = {
        "database": database if isinstance(database, str) else f"sqlite:///{database}",
        "caller": "Maya Lind",
        "is_named": True,
        "theme": "light",
        "data_folder": folder / "data",
        "config_folder": folder / "config",
        "log_file": folder / "log" / "qualdesk.log",
    }
    return Settings(**(values | changed))


def read_pages() -> None:
    """Read the code of every page, so that whoever goes there is there at once."""
    for modules in CODE.values():
        for module in modules:
            import_module(module)


def drop(page: QWidget, *files: Path) -> None:
    """Hold files over a page and let them go, as a mouse does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    spot = page.rect().center()
    none = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    held = QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page, held)
    assert held.isAccepted()
    let_go = QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page, let_go)


def text_of(widget: Any) -> str:
    """Every word that can be read under a widget, in no order."""
    from qualdesk.qt.plain import PlainLabel

    found = [each.text() for each in widget.findChildren(PlainLabel) if each.isVisible()]
    return "\n".join(found)
