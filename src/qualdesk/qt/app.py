"""The start of the window: one for each workspace, its look, and what is kept of faults."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import Clock, TurnedClock
from qualdesk.core.errors import Refused
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.choices import scheme_of
from qualdesk.qt.crash import CrashReports
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.languages import language_for, take_up
from qualdesk.qt.opening import OpenDesk
from qualdesk.qt.single import OneWindow
from qualdesk.qt.trouble import tell_fault
from qualdesk.settings import Settings

_SILENT: Final = tr_later(
    "qualdesk has this workspace open already, but its window does not answer. Close it first, "
    "then start again."
)


def open_window(
    settings: Settings,
    *,
    desk_factory: OpenDesk | None = None,
    clock: Clock | None = None,
    file: Path | None = None,
) -> int:
    """Open the window on a workspace and stay until it is closed; the exit code.

    A second start on the same workspace raises the first window, hands it its file and ends.
    ``desk_factory`` opens a workspace from the settings and an address; ``clock`` is the
    computer's unless given; ``file`` is a list to load into the workspace.

    Raises:
        Refused: another window has the workspace and does not answer.
    """
    app = application()
    take_up(app, language_for(settings.language))
    place = OneWindow(settings.database, settings.data_folder)
    if not place.take():
        if place.raise_other(file):
            return 0
        raise Refused(tr(_SILENT))
    chosen = clock or TurnedClock()
    reports = CrashReports(settings.log_file.parent, chosen)
    stop_reports = reports.install()
    try:
        scale = settings.text_size / 100
        theme.apply(app, scheme_of(settings), scale, contrast=settings.high_contrast)
        opens = desk_factory or opener(chosen)
        window = DeskWindow(settings, opens, chosen, opens_ahead=True)
        _connect(window, reports, place)
        window.start(file)
        return app.exec()
    finally:
        place.leave()
        stop_reports()


def _connect(window: DeskWindow, reports: CrashReports, place: OneWindow) -> None:
    """Let the window hear of faults, and of other starts on its workspace."""
    reports.reported.connect(lambda report: tell_fault(window.shell, report, reports.file))
    place.raised.connect(window.raise_up)
    place.handed.connect(lambda handed: window.handed.take((handed,)))


def application() -> QApplication:
    """The one application object, with the name its window and files go by."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else theme.new_application(sys.argv[:1])
    app.setApplicationName("qualdesk")
    app.setDesktopFileName("io.github.qualdesk.Qualdesk")
    return app


def opener(clock: Clock) -> Callable[[Settings, str], Desk]:
    """How the window opens a workspace on this clock."""

    def open_one(settings: Settings, address: str) -> Desk:
        return open_desk(
            address,
            clock=clock,
            caller=settings.caller,
            limits=settings.limits,
            rules=settings.rules_folder,
            program=settings.program,
            mail=settings.mail,
            # Of a sample nothing is kept.
            backups=settings.backups if address == settings.database else None,
        )

    return open_one
