"""While the workspace opens: the page a person chose stays, and nobody is dialled by surprise."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.desks import CALLER, desk_on, fill
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.work import Work
from qualdesk.settings import Settings


class Opening:
    """A window over a workspace with leads, which opens when it is let go."""

    def __init__(self, file: Path, folder: Path, clock: SetClock) -> None:
        self._go = Event()
        self._open = opener(clock)
        settings = Settings(
            database=f"sqlite:///{file}",
            caller=CALLER,
            is_named=True,
            theme="light",
            data_folder=folder / "data",
            config_folder=folder / "config",
            log_file=folder / "log" / "qualdesk.log",
        )
        self.window = DeskWindow(settings, self._wait, clock)
        self.shell = self.window.shell
        self.dialled: list[str] = []
        self.window.desk.state_changed.connect(self._look)
        self.window.start()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)

    def let_go(self) -> None:
        self._go.set()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget() or self.shell
        QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)

    def _wait(self, settings: Settings, address: str) -> Desk:
        assert self._go.wait(20)
        return self._open(settings, address)

    def _look(self, state: str) -> None:
        if state == "dialling":
            self.dialled.append(state)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A workspace with leads: made once, for loading them takes longer than a test."""
    file = tmp_path_factory.mktemp("filled") / "desk.sqlite"
    desk = desk_on(file, make_clock())
    fill(desk)
    desk.close()
    return file.read_bytes()


@pytest.fixture
def opening(qtbot: QtBot, filled: bytes, tmp_path: Path, clock: SetClock) -> Iterator[Opening]:
    file = tmp_path / "desk.sqlite"
    file.write_bytes(filled)
    found = Opening(file, tmp_path, clock)
    qtbot.addWidget(found.shell)
    yield found
    found.let_go()
    found.shell.close()


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_page_chosen_while_the_workspace_opens_stays_chosen(
    qtbot: QtBot, opening: Opening
) -> None:
    opening.press(Qt.Key.Key_3, CTRL)
    assert opening.shell.at == "campaigns"
    opening.let_go()
    table = opening.window.campaigns.overview.table
    qtbot.waitUntil(lambda: table.model() is not None and table.model().rowCount() == 1)
    assert opening.shell.at == "campaigns"
    assert opening.window.campaigns.isAncestorOf(QApplication.focusWidget())
    opening.press(Qt.Key.Key_Return)
    QTest.qWait(200)
    assert opening.dialled == []


def test_enter_dials_nobody_in_the_moment_the_desk_came_by_itself(
    qtbot: QtBot, opening: Opening
) -> None:
    """What was pressed for another page must not call somebody nobody has read about."""
    desk = opening.window.desk
    opening.let_go()
    qtbot.waitUntil(lambda: desk.state == "ready", timeout=20_000)
    assert opening.shell.at == "desk"
    for held in (None, CTRL):
        opening.press(Qt.Key.Key_Return, held)
    assert desk.is_settling, "all of it within the moment"
    QTest.qWait(100)
    assert opening.dialled == []
    qtbot.waitUntil(lambda: not desk.is_settling)
    opening.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opening.dialled == ["dialling"])


def test_somebody_who_chose_the_desk_dials_at_once(qtbot: QtBot, opening: Opening) -> None:
    opening.press(Qt.Key.Key_1, CTRL)
    opening.let_go()
    desk = opening.window.desk
    session = desk._session
    qtbot.waitUntil(lambda: desk.state == "ready" and not session.is_busy, timeout=20_000)
    assert not desk.is_settling
    opening.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opening.dialled == ["dialling"])


def test_a_lead_that_comes_leaves_the_cursor_in_the_search(qtbot: QtBot, opening: Opening) -> None:
    """A name typed there would go to the key that dials, and Enter would dial whoever came."""
    opening.let_go()
    desk = opening.window.desk
    qtbot.waitUntil(lambda: desk.state == "ready" and not desk._session.is_busy, timeout=20_000)
    qtbot.waitUntil(lambda: not desk.is_settling)
    came: list[object] = []
    desk._session.came.connect(came.append)
    desk.refresh()
    opening.press(Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: bool(came))
    opening.press(Qt.Key.Key_A)
    palette = opening.window.finder.palette
    assert palette.field.text() == "a"
    palette.close_over()
    opening.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opening.dialled == ["dialling"])


def test_what_stands_in_the_way_is_met_once_and_told_to_whoever_asks_first(qtbot: QtBot) -> None:
    """A busy file is not waited for twice, nor a keyring asked twice; the next try is a new one."""
    tried: list[str] = []

    def opened() -> Desk:
        tried.append("opened")
        raise Refused("The file is busy.")

    work, said = Work(opened), list[str]()

    def ask() -> None:
        work.ask(
            lambda _desk: None, print, owner=work, refused=lambda error: said.append(error.says)
        )

    work.open_ahead()
    ask()
    qtbot.waitUntil(lambda: len(said) == 1)
    assert (said, tried) == (["The file is busy."], ["opened"])
    ask()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert tried == ["opened", "opened"]
    assert work.end()
