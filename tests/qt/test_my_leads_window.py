"""My leads in the window: the first page of people of sales, one key away for everybody."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import CALLER
from qt.windows import desk_on, text_of
from qualdesk.core.clock import SetClock
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings

LONG = 20_000


@pytest.fixture
def window(
    qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock
) -> Iterator[Callable[[str], DeskWindow]]:
    """Opens the real window for somebody of this role."""
    made: list[DeskWindow] = []

    def open_for(role: str) -> DeskWindow:
        copy = Path(shutil.copy(filled, tmp_path / "desk.sqlite"))
        desk = desk_on(copy, clock, CALLER)()
        desk.people.set_details(role=role)
        desk.close()
        settings = Settings(
            database=f"sqlite:///{copy}",
            caller=CALLER,
            is_named=True,
            theme="light",
            data_folder=tmp_path / "data",
            config_folder=tmp_path / "config",
            log_file=tmp_path / "log" / "qualdesk.log",
        )
        made.append(DeskWindow(settings, opener(clock), clock))
        qtbot.addWidget(made[0].shell)
        made[0].start()
        return made[0]

    yield open_for
    for one in made:
        one.shell.close()


def test_people_of_sales_begin_with_their_leads(
    qtbot: QtBot, window: Callable[[str], DeskWindow]
) -> None:
    opened = window("sales")
    qtbot.waitUntil(lambda: opened.shell.at == "my_leads", timeout=LONG)
    says = "No lead was handed to you yet"
    qtbot.waitUntil(lambda: says in text_of(opened.own_leads.page), timeout=LONG)


def test_callers_begin_at_the_desk_and_find_the_page_by_its_key(
    qtbot: QtBot, window: Callable[[str], DeskWindow]
) -> None:
    opened = window("caller")
    qtbot.waitUntil(lambda: opened.desk.state == "ready", timeout=LONG)
    assert opened.shell.at == "desk"
    qtbot.waitUntil(opened.shell.isActiveWindow)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget() or opened.shell, Qt.Key.Key_A, held)
    assert opened.shell.at == "my_leads"
    assert "my_leads" in opened.shell.commands(), "the palette offers it as well"
