"""Starts the real window in a process of its own, for tests that need two of them.

Usage: start_window.py WORKSPACE FOLDER [SECONDS [LIST [AT]]]. It prints what happened, line by
line. With AT, an instant its clock stands at, it also says what was read and made for the first
lead.
"""

import linecache
import os
import sys
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer
from sqlalchemy.types import NullType

from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.qt import app as start
from qualdesk.qt import desk_window
from qualdesk.qt.bindings import read_no_sources
from qualdesk.qt.places import Places
from qualdesk.settings import Settings
from qualdesk.store.columns import metadata

HEAVY = (
    *("alembic", "numpy", "pydantic", "pyqtgraph", "python_calamine", "xlsxwriter", "nameparser"),
    *("qualdesk.qt.floor.page", "qualdesk.qt.settings.page", "holidays", "qualdesk.cli.parser"),
)
NOT_FOR_A_LEAD = (
    *("openpyxl", "rapidfuzz", "sqlalchemy.orm", "sqlcipher3"),
    *("qualdesk.files.document_models", "qualdesk.core.intake", "qualdesk.store.erasing_people"),
    *("qualdesk.qt.lists.page", "qualdesk.qt.lists.place", "qualdesk.qt.campaigns.place"),
    *("qualdesk.qt.handoff.place", "qualdesk.qt.my_day.page", "qualdesk.qt.sales.page"),
    *("qualdesk.qt.palette.palette", "qualdesk.qt.call_desk.popovers.jump"),
    *("qualdesk.qt.practice.page", "qualdesk.qt.history.page", "qualdesk.qt.reports.page"),
    *("qualdesk.qt.first_run", "qualdesk.desk.reports", "qualdesk.desk.forecasting"),
    *("qualdesk.desk.handoff", "qualdesk.desk.intake", "qualdesk.desk.erasing"),
    *("qualdesk.desk.way_back", "qualdesk.desk.trying", "qualdesk.desk.keeper"),
    *("tomlkit", "cleanco", "sqlalchemy.dialects.postgresql", "qualdesk.core.handoff"),
    *("qualdesk.core.floor_counts", "qualdesk.core.spoken_times", "qualdesk.core.person_names"),
    *("qualdesk.core.history_words", "qualdesk.desk.searching", "qualdesk.desk.meetings"),
    *("qualdesk.desk.owner_questions", "qualdesk.desk.believing", "qualdesk.desk.using_up"),
    *("qualdesk.store.salvaging", "qualdesk.store.erasing", "qualdesk.store.handoff_items"),
    *("qualdesk.store.my_day", "qualdesk.store.colleagues"),
    *("qualdesk.core.places", "qualdesk.core.hints", "qualdesk.core.searching"),
    *("qualdesk.core.document_checks", "qualdesk.desk.promising", "qualdesk.desk.effects"),
    # All tables, and those of other rooms than the call.
    *("qualdesk.store.schema", "qualdesk.store.schema_past", "qualdesk.store.schema_intake"),
    *("qualdesk.store.schema_handoff", "qualdesk.store.schema_reports"),
    *("qualdesk.store.schema_forecast", "qualdesk.store.schema_team"),
    # What is done at the end of a call, with copies of the file, with lists.
    *("qualdesk.desk.effects", "qualdesk.desk.standing_back", "qualdesk.desk.referring"),
    *("qualdesk.store.suppression_lift", "qualdesk.store.events", "qualdesk.store.late_saves"),
    *("qualdesk.store.backup", "qualdesk.store.encrypting", "qualdesk.recoveries"),
    *("qualdesk.store.moving_rows", "qualdesk.store.matches", "qualdesk.store.keyed_lists"),
    *("qualdesk.store.listing", "qualdesk.store.giving", "qualdesk.store.claim_limits"),
)
"""Pages nobody went to, rooms nobody asked, and libraries of both."""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def untyped() -> list[str]:
    """Columns that wait for a table nobody has read to say what they are."""
    every = (column for table in metadata.tables.values() for column in table.c)
    return [str(column) for column in every if isinstance(column.type, NullType)]


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
    read_no_sources()
    app = start.application()
    file = Path(sys.argv[4]) if len(sys.argv) > 4 and sys.argv[4] else None
    at = datetime.fromisoformat(sys.argv[5]) if len(sys.argv) > 5 else None
    raise_up = desk_window.DeskWindow.raise_up
    opened = desk_window.DeskWindow._opened

    def raised(window: desk_window.DeskWindow) -> None:
        raise_up(window)
        say("raised")

    def came(window: desk_window.DeskWindow, state: str) -> None:
        if at and state == "ready":
            say(f"read: {sorted(one for one in (*HEAVY, *NOT_FOR_A_LEAD) if one in sys.modules)}")
            say(f"untyped: {sorted(untyped())}")
            say(f"kinds: {'QWizard' in vars(QtWidgets)}")
            say(f"made: {sorted(window.shell._pages)}")
            say(f"texts: {sum('qualdesk' in name for name in linecache.cache)}")
            say("lead")

    def shown(window: desk_window.DeskWindow, found: object) -> None:
        window.desk.state_changed.connect(lambda state: came(window, state))
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
        code = start.open_window(settings, file=file, clock=SetClock(at) if at else None)
    except Refused as refused:
        say(refused.says)
        return 2
    say(f"ended {code}")
    return code


if __name__ == "__main__":
    sys.exit(main())
