"""Who only watches holds no lead; who calls tells what they do, and follows when they are moved."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import CALLER, desk_on, fill
from qualdesk.core.clock import SetClock
from qualdesk.core.on_phones import OnPhone
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings

RUTH = "Ruth Tanner"
EXPO, DAYS = "PackTech Expo 2026", "Food Days"
OTHERS = (
    ("Nils Two", "Hafen Kaffee", "+49 40 66969 611", ""),
    ("Vera Two", "Moor Brot", "+49 30 23125 622", ""),
    ("Otto Two", "Alster Tee", "+49 221 4710 633", ""),
)
CTRL = Qt.KeyboardModifier.ControlModifier


class Team:
    """The window of one person, and the desk of a supervisor beside it."""

    def __init__(self, qtbot: QtBot, file: Path, folder: Path, clock: SetClock, who: str) -> None:
        self.qtbot, self.file, self.who = qtbot, file, who
        self.ruth = desk_on(file, clock, RUTH)
        self.ruth.people.set_details(role="supervisor")
        settings = Settings(
            database=f"sqlite:///{file}",
            caller=who,
            is_named=True,
            theme="light",
            data_folder=folder / "data",
            config_folder=folder / "config",
            log_file=folder / "log" / "qualdesk.log",
        )
        self.window = DeskWindow(settings, opener(clock), clock)
        self.shell, self.desk = self.window.shell, self.window.desk
        qtbot.addWidget(self.shell)
        self.window.start()
        self.shell.activateWindow()

    def until(self, told: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(told, timeout=20_000)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget() or self.shell
        QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)

    @property
    def held(self) -> int:
        """How many leads this person has in hand, or kept for after the call."""
        query = "SELECT COUNT(*) FROM lead WHERE claimed_by = ? AND claim_kind IN ('open', 'next')"
        with closing(sqlite3.connect(self.file)) as base:
            found: int = base.execute(query, (self.who,)).fetchone()[0]
        return found

    @property
    def seen(self) -> OnPhone | None:
        """This person as the Floor shows them."""
        found = self.ruth.phones.now(EXPO).callers
        return next((one for one in found if one.name == self.who), None)

    def dials(self) -> bool:
        """Whether they dial: pressed again where the lead they hold was not on the screen yet."""
        if self.desk.state == "ready" and not self.desk.is_settling:
            self.press(Qt.Key.Key_Return)
        return self.desk.state == "dialling"

    def is_seen(self, state: str) -> bool:
        return self.seen is not None and self.seen.state == state

    def close(self) -> None:
        self.shell.close()
        self.ruth.close()


Open = Callable[[str], Team]


@pytest.fixture
def team(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[Open]:
    file = Path(shutil.copy(filled, tmp_path / "desk.sqlite"))
    opened = list[Team]()

    def opening(who: str) -> Team:
        opened.append(Team(qtbot, file, tmp_path, clock, who))
        return opened[-1]

    with closing(desk_on(file, clock, RUTH)) as desk:
        desk.people.set_details(role="supervisor")
    yield opening
    for one in opened:
        one.close()


def test_a_supervisors_window_opens_on_the_floor_and_holds_no_lead(team: Open) -> None:
    """A lead that nobody reads would be kept from everybody who calls."""
    ruth = team(RUTH)
    ruth.until(lambda: ruth.shell.at == "floor")
    ruth.until(
        lambda: ruth.window.floor_way.place.isAncestorOf(QApplication.focusWidget() or ruth.shell)
    )
    ruth.window.tick()
    QTest.qWait(100)
    assert (ruth.held, ruth.desk.state, ruth.seen) == (0, "empty", None)
    ruth.press(Qt.Key.Key_1, CTRL)
    ruth.until(lambda: ruth.desk.state == "ready" and ruth.held == 1)
    ruth.press(Qt.Key.Key_5, CTRL)
    ruth.until(lambda: ruth.held == 0)
    ruth.window.tick()
    assert ruth.desk.aside.is_aside
    assert ruth.seen is None
    # Looked at again, the desk asks for a lead again; one that is dialled stays hers.
    ruth.press(Qt.Key.Key_1, CTRL)
    ruth.until(lambda: ruth.desk.state == "ready" and ruth.held == 1)
    ruth.until(ruth.dials)
    ruth.until(lambda: ruth.is_seen("dialling"))
    ruth.press(Qt.Key.Key_5, CTRL)
    QTest.qWait(100)
    assert ruth.held >= 1
    assert not ruth.desk.aside.is_aside


def test_what_a_caller_does_is_seen_as_it_changes(team: Open) -> None:
    maya = team(CALLER)
    maya.until(lambda: maya.desk.state == "ready" and not maya.desk.is_settling)
    maya.until(lambda: maya.is_seen("ready"))
    maya.until(maya.dials)
    maya.until(lambda: maya.is_seen("dialling"))
    maya.press(Qt.Key.Key_Return, CTRL)
    maya.until(lambda: maya.is_seen("on_a_call"))
    maya.press(Qt.Key.Key_F9)
    maya.until(lambda: maya.is_seen("wrapping_up"))
    maya.press(Qt.Key.Key_F12)
    maya.until(lambda: maya.is_seen("break"))
    # Thirty minutes from 24 minutes past are over at 54, which people say as 55.
    assert maya.desk.view.notice.last_way.accessibleName().endswith(":55")
    maya.desk.view.notice.pressed.emit()
    maya.until(lambda: maya.seen is not None and maya.seen.back_at is not None)
    assert maya.desk.says.endswith(":35.")
    maya.press(Qt.Key.Key_F12)
    maya.until(lambda: maya.is_seen("wrapping_up"))


def test_a_moved_caller_follows_with_the_next_lead_and_reads_who_moved_them(
    team: Open, clock: SetClock
) -> None:
    maya = team(CALLER)
    with closing(desk_on(maya.file, clock, RUTH)) as desk:
        fill(desk, OTHERS, name=DAYS)
    maya.until(lambda: maya.desk.state == "ready" and not maya.desk.is_settling)
    maya.until(maya.dials)
    name = maya.desk.lead_name
    moved = maya.ruth.phones.move(CALLER, DAYS)
    clock.advance(timedelta(seconds=5))
    maya.window.tick()
    QTest.qWait(100)
    assert (maya.desk.lead_name, maya.desk.state) == (name, "dialling"), "never inside a call"
    maya.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    maya.until(lambda: maya.desk.state == "ready")
    assert maya.desk.lead_name.endswith(" Two")
    assert maya.desk.says == f"{RUTH} moved you to {DAYS}, from your next lead."
    maya.until(lambda: maya.window._campaign is not None and maya.window._campaign.name == DAYS)
    maya.ruth.phones.take_move_back(moved)
    maya.until(maya.dials)
    maya.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    maya.until(lambda: maya.desk.state == "ready")
    assert not maya.desk.lead_name.endswith(" Two")
    assert maya.desk.says == f"{RUTH} moved you to {EXPO}, from your next lead."
    maya.until(lambda: maya.window._campaign is not None and maya.window._campaign.name == EXPO)
