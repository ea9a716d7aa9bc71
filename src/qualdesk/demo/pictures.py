"""Pictures of the real windows, drawn without showing them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.qt import theme
from qualdesk.qt.app import application, opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings

Scheme = Literal["light", "dark"]
_PATIENCE_MS = 20_000
_SETTLE_MS = 400


@frozen
class Studio:
    """Where and of what pictures are taken: a workspace at a moment, and a folder for them."""

    settings: Settings
    clock: Clock
    folder: Path

    def take(
        self, name: str, page: str, state: str = "", *, scheme: Scheme = "light", wide: bool = False
    ) -> Path:
        """A picture of one page at 1440 by 900 (wide: 1920 by 1080), once it has settled.

        ``state`` is the state of the call to wait for, ready unless said.

        Raises:
            QualdeskError: the window did not get there in time, or the file cannot be written.
        """
        path = self.folder / f"{name}.png"
        with self._window(scheme, (1920, 1080) if wide else (1440, 900)) as window:
            _wait(lambda: window.desk.state in (state or "ready", "empty"))
            _let_pass(_SETTLE_MS)
            for button in window.shell.findChildren(QAbstractButton):
                if button.isVisible() and button.accessibleName().startswith("Go on"):
                    button.click()
            window.shell.show_page(page)
            _wait(lambda: window.shell.at == page)
            _let_pass(_SETTLE_MS)
            if not window.shell.grab().save(str(path)):
                raise QualdeskError(f"{path} cannot be written. Choose another folder with --out.")
        return path

    @contextmanager
    def _window(self, scheme: Scheme, size: tuple[int, int]) -> Iterator[DeskWindow]:
        app = application()
        theme.apply(app, scheme)
        window = DeskWindow(self._quiet_settings(), opener(self.clock), self.clock)
        window.shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.shell.resize(*size)
        window.start()
        try:
            yield window
        finally:
            window.shell.close()
            window.shell.deleteLater()
            _let_pass(0)

    def _quiet_settings(self) -> Settings:
        """The settings, with nothing kept from or for the person's own window."""
        return replace(self.settings, config_folder=self.folder / ".window")


def _wait(until: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not until():
        if deadline.hasExpired():
            raise QualdeskError("The window did not open in time. Try again on a quieter computer.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _let_pass(milliseconds: int) -> None:
    deadline = QDeadlineTimer(milliseconds)
    QApplication.processEvents()
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
