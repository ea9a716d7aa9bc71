"""A supervisor prints the day from the Floor and has each week made by itself: by keyboard.

S1, S3, T6; in a file.
"""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import MORNING, make_campaign, make_card, make_lead
from qt.windows import Chosen
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings
from qualdesk.store.database import Store
from seats import CALLER, SUPERVISOR

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LONG = 30_000
CAST = {"Ruth": SUPERVISOR, "Omar": CALLER}


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    sqlite_store: Store,
    sqlite_file: Path,
    clock: SetClock,
    tmp_path: Path,
) -> Iterator[DeskWindow]:
    theme.apply(qapp, "light", 1.0)
    closes = MORNING + timedelta(days=10)
    kept = CallWindow(opens_at=MORNING, closes_at=closes, zone="Europe/Berlin")
    with sqlite_store.transaction() as tx:
        card = make_card(cost=900, currency="EUR")
        fair = make_campaign(tx, "PackTech Expo", window=kept, source=card)
        for _ in range(5):
            make_lead(tx, fair)
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Omar")
    call = desk.calling.start_attempt(desk.calling.next_lead().lead.id)  # type: ignore[union-attr]
    desk.calling.finish(call.id, "not_qualified", reason="No need")
    desk.close()
    (tmp_path / "reports").mkdir()
    answers = {"new_file": tmp_path / "day", "report folder": tmp_path / "reports"}
    settings = Settings(
        database=f"sqlite:///{sqlite_file}",
        caller="Ruth",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock, Chosen(**answers))
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.shell.at in {"desk", "floor"}, timeout=LONG)
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.shell.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def go_to(wanted: Callable[[], object]) -> None:
    """Tab until the cursor is there, as a person without a mouse does."""
    for _ in range(60):
        if QApplication.focusWidget() is wanted():
            return
        press(Qt.Key.Key_Tab)
    pytest.fail("Tab leads nowhere")


def test_the_day_is_printed_and_the_week_made_by_itself(
    qtbot: QtBot, window: DeskWindow, sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    shell = window.shell
    press(Qt.Key.Key_5, CTRL)
    assert shell.at == "floor"
    assert window.reports.panes == ()  # nothing of the page is made before it is asked for
    qtbot.waitUntil(lambda: window.floor_way.place.page.board is not None, timeout=LONG)
    press(Qt.Key.Key_P, CTRL)
    printed = tmp_path / "day.pdf"
    qtbot.waitUntil(printed.exists, timeout=LONG)
    assert shell.at == "reports"
    text = PdfReader(io.BytesIO(printed.read_bytes())).pages[0].extract_text()
    text = " ".join(text.split())
    assert "Report: PackTech Expo" in text
    assert "Tuesday, 17 Mar 2026, until 10:24." in text

    page = window.reports.page
    go_to(lambda: next(one for one in page.tabs.findChildren(object) if _is_on(one)))
    press(Qt.Key.Key_Right)
    form = page.schedules.form
    assert page.front is page.schedules
    go_to(lambda: form.of)
    press(Qt.Key.Key_Down)
    go_to(lambda: form.xlsx)
    press(Qt.Key.Key_Space)
    go_to(lambda: form.add)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.schedules.model.rows), timeout=LONG)
    [row] = page.schedules.model.drawn()
    assert row[:2] == ("Week: PackTech Expo", "each Monday at 08:00 in Berlin")
    go_to(lambda: page.schedules.table)
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not page.schedules.model.rows, timeout=LONG)
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: bool(page.schedules.model.rows), timeout=LONG)

    # Monday morning: whoever keeps the clock makes it, and it says what the Floor says.
    clock.set(datetime(2026, 3, 23, 7, tzinfo=UTC))
    Desk(sqlite_store, clock, "Keeper").keeper.tick()
    names = sorted(one.name for one in (tmp_path / "reports").iterdir())
    assert names == [f"report-packtech-expo-2026-W12{kind}" for kind in (".pdf", ".xlsx")]
    book = openpyxl.load_workbook(tmp_path / "reports" / names[1], data_only=True)
    numbers = {row[0]: row[1:] for row in book["The numbers"].iter_rows(values_only=True)}
    assert numbers["Calls"][0] == 1
    assert numbers["Leads of the list"][1] == 5
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "written" in page.schedules.runs.text(), timeout=LONG)
    press(Qt.Key.Key_Escape)
    assert shell.at == "floor"


def _is_on(one: object) -> bool:
    return bool(getattr(one, "isChecked", bool)())
