"""Starts the real window in a process of its own, for tests that need two of them.

Usage: start_window.py WORKSPACE FOLDER [SECONDS [LIST]]. It prints what happened, line by line.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from qualdesk.core.errors import Refused
from qualdesk.qt import app as start
from qualdesk.qt import desk_window
from qualdesk.qt.places import Places
from qualdesk.settings import Settings

HEAVY = (
    *("alembic", "numpy", "pydantic", "pyqtgraph", "python_calamine", "xlsxwriter", "nameparser"),
    *("qualdesk.qt.floor.page", "qualdesk.qt.settings.page", "holidays", "qualdesk.cli.parser"),
)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    workspace, folder = sys.argv[1], Path(sys.argv[2])
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60.0
    settings = Settings(
        database=workspace,
        caller="Maya",
        is_named=True,
        theme="light",
        data_folder=folder,
        config_folder=folder / "config",
        log_file=folder / "log" / "qualdesk.log",
    )
    app = start.application()
    file = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    raise_up = desk_window.DeskWindow.raise_up
    opened = desk_window.DeskWindow._opened

    def raised(window: desk_window.DeskWindow) -> None:
        raise_up(window)
        say("raised")

    def shown(window: desk_window.DeskWindow, found: object) -> None:
        opened(window, found)
        say(f"heavy: {sorted(name for name in HEAVY if name in sys.modules)}")
        say("open")

    def loaded(_places: Places, files: tuple[Path, ...]) -> None:
        say(f"loads {[one.name for one in files]}")

    Places.load = loaded
    desk_window.DeskWindow.raise_up = raised
    desk_window.DeskWindow._opened = shown
    QTimer.singleShot(int(seconds * 1000), app.quit)
    try:
        code = start.open_window(settings, file=file)
    except Refused as refused:
        say(refused.says)
        return 2
    say(f"ended {code}")
    return code


if __name__ == "__main__":
    sys.exit(main())
