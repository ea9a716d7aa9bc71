"""A supervisor is sent a messy list and is calling a few presses later, without the mouse.

O1, O2, O5 (every row accounted for, nothing guessed silently, everything can be taken back).
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import SOURCE
from qt.grabs import cut_words, grab
from qt.windows import Chosen, text_of
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.list_choices import LEAVE_OUT
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
MESSY = """PackTech Expo 2026;;;;;
Scans of stand B12, exported Mon 16 March;;;;;
Vorname;Nachname;Firma;Telefon;Land;Notiz
Sabine;Kröger;Molkerei Aller;040 66969 118;Germany;wants a demo
Jonas;Reuter;Backhaus Reuter;030 23125 417;Germany;
Emily;Sharp;Avonbrook Dairy;020 7946 0342;;
Jürgen;Vogt;Tiefkühl Vogt;0221 4710 193;;asked twice
Ralf;Simon;Simon Convenience;12345;;
Sabine;Kröger;Molkerei Aller;+49 40 66969118;Germany;came back
;;;;;
;;;;Germany;nobody
"""
NAME = "PackTech Expo 2026"


class Presses:
    """Types on the real keyboard path and counts the keys that are no words."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.count += 2 if held else 1
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        QTest.keyClick(focus, key, held)

    def write(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words)


@pytest.fixture
def keys() -> Presses:
    return Presses()


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "packtech_stand_scans.csv"
    path.write_bytes(MESSY.encode("cp1252"))
    return path


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    sqlite_file: Path,
    tmp_path: Path,
    clock: SetClock,
    messy: Path,
) -> Iterator[DeskWindow]:
    theme.apply(qapp, "light", 1.0)
    desk = workspace(sqlite_file, clock)
    closes = datetime(2026, 3, 27, 16, 0, tzinfo=UTC)
    made = desk.library.new_campaign(
        NAME, source=SOURCE, window=CallWindow(closes_at=closes, zone="Europe/Berlin")
    )
    desk.library.set_script(made.id, desk.library.shipped_script())
    desk.library.set_definition(made.id, desk.library.shipped_definition())
    desk.close()
    settings = Settings(
        database=f"sqlite:///{sqlite_file}",
        caller="Rosa",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    opened = DeskWindow(settings, opener(clock), clock, Chosen(lists=messy))
    qtbot.addWidget(opened.shell)
    opened.start()
    qtbot.waitUntil(lambda: opened.shell.at == "lists", timeout=20_000)
    qtbot.waitUntil(opened.shell.isActiveWindow)
    qtbot.waitUntil(lambda: len(opened.lists.overview.model.rows) == 1)
    yield opened
    opened.shell.close()


def workspace(file: Path, clock: SetClock) -> Desk:
    return open_desk(f"sqlite:///{file}", clock=clock, caller="Maya")


def counts(window: DeskWindow) -> list[int]:
    return [share.count for share in window.lists.importing.footer.shares._shares]


def counted(qtbot: QtBot, window: DeskWindow) -> None:
    qtbot.waitUntil(lambda: not window.lists.run.recount.is_counting, timeout=20_000)


def to_the_problems(qtbot: QtBot, window: DeskWindow, keys: Presses) -> None:
    lists = window.lists
    keys.press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lists.importing.file.isVisible, timeout=20_000)
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: lists.run.step == "problems", timeout=20_000)


def test_from_a_messy_file_to_the_first_call_in_a_few_presses(
    qtbot: QtBot, window: DeskWindow, keys: Presses, sqlite_file: Path, clock: SetClock
) -> None:
    lists = window.lists
    keys.press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lists.importing.file.isVisible, timeout=20_000)
    assert "Row 3 looks like the header." in text_of(lists.importing.file)
    assert lists.importing.file.letters.isVisible(), "letters that are assumed are asked for"
    assert lists.importing.file.rows_model.drawn()[3][2] == "Kröger"
    assert "into PackTech Expo 2026" in text_of(window.shell.top)
    grab(window.shell, "window-import-file", (1440, 900))
    keys.press(Qt.Key.Key_Return, CTRL)
    becomes = {row[0]: row[2] for row in lists.importing.columns.model.drawn()}
    assert becomes["Vorname"] == "First name"
    assert becomes["Telefon"] == "Phone"
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: lists.run.step == "problems", timeout=20_000)

    problems = lists.importing.problems
    asked = problems.groups.group()
    assert asked is not None
    assert asked.id == "country"
    grab(window.shell, "window-import-problems", (1440, 900))
    assert cut_words(window.shell) == []
    keys.press(Qt.Key.Key_1)
    counted(qtbot, window)
    assert "answered" in problems.groups.model_of_lines.drawn()[1][0]
    assert sum(counts(window)) == 7
    assert "Nothing is saved yet." in text_of(lists.importing.footer)

    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: lists.run.step == "done", timeout=20_000)
    assert "are in PackTech Expo 2026" in text_of(lists.importing.done)
    grab(window.shell, "window-import-done", (1440, 900))
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.shell.at == "desk", timeout=20_000)
    qtbot.waitUntil(lambda: window.desk.state == "ready", timeout=20_000)
    assert keys.count <= 11
    desk = workspace(sqlite_file, clock)
    (loaded,) = desk.intake.lists()
    desk.close()
    assert loaded.new + loaded.updated + loaded.merged + loaded.left_out == loaded.rows == 7


def test_a_row_is_mended_in_its_place_and_an_answer_is_taken_back(
    qtbot: QtBot, window: DeskWindow, keys: Presses
) -> None:
    lists = window.lists
    to_the_problems(qtbot, window, keys)
    problems = lists.importing.problems
    keys.press(Qt.Key.Key_1)
    counted(qtbot, window)
    table = problems.detail.table
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_F6)
    keys.press(Qt.Key.Key_F6)
    assert table.hasFocus()
    assert [row[1] for row in table.rows_model.drawn()] == ["Ralf Simon"]
    keys.press(Qt.Key.Key_Return)
    assert table.is_writing
    keys.write("040 66969 777")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 8 in lists.run._now.choices.rows)
    counted(qtbot, window)
    keys.press(Qt.Key.Key_Z, CTRL)
    counted(qtbot, window)
    assert lists.run._now.choices.rows == {}
    keys.press(Qt.Key.Key_Z, CTRL)
    counted(qtbot, window)
    assert lists.run._now.choices.answers == {}


def test_the_last_answer_wins_however_fast_the_keys_are(
    qtbot: QtBot, window: DeskWindow, keys: Presses
) -> None:
    to_the_problems(qtbot, window, keys)
    problems = window.lists.importing.problems
    group = problems.groups.group()
    assert group is not None
    out = next(at for at, option in enumerate(group.options, 1) if option.id == LEAVE_OUT)
    for digit in (1, out, 1, out):
        keys.write(str(digit))
    counted(qtbot, window)
    assert window.lists.run._now.choices.answers == {"country": LEAVE_OUT}
    # Two numbers have no country, one row names nobody: the newest answer left them all out.
    assert counts(window)[-1] == 3


def test_stopping_and_leaving_saves_nothing(
    qtbot: QtBot, window: DeskWindow, keys: Presses, sqlite_file: Path, clock: SetClock
) -> None:
    to_the_problems(qtbot, window, keys)
    window.shell.top.cancel.click()
    qtbot.waitUntil(window.lists.overview.isVisible)
    assert not window.shell.top.cancel.isVisible()
    desk = workspace(sqlite_file, clock)
    assert desk.intake.lists() == ()
    desk.close()
