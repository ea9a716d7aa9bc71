"""My leads in the window: the first page of people of sales, one key away for everybody."""

import shutil
from collections.abc import Iterator
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
def window(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[DeskWindow]:
    """The real window of somebody of sales."""
    copy = Path(shutil.copy(filled, tmp_path / "desk.sqlite"))
    desk = desk_on(copy, clock, CALLER)()
    desk.people.set_details(role="sales")
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
    made = DeskWindow(settings, opener(clock), clock)
    qtbot.addWidget(made.shell)
    made.start()
    yield made
    made.shell.close()


def test_people_of_sales_begin_with_their_leads_and_one_key_leads_back(
    qtbot: QtBot, window: DeskWindow
) -> None:
    shell = window.shell
    qtbot.waitUntil(lambda: shell.at == "my_leads", timeout=LONG)
    says = "No lead was handed to you yet"
    qtbot.waitUntil(lambda: says in text_of(window.own_leads.page), timeout=LONG)
    qtbot.waitUntil(shell.isActiveWindow)
    there = QApplication.focusWidget()
    assert there is not None, "where there is nothing a cursor stands all the same"
    assert there.accessibleName() == (
        f"{says}. Leads stand here with their briefs as soon as a batch goes to you. You need do "
        "nothing; F5 looks again."
    )
    assert there.isVisible()
    shell.show_page("lists")
    qtbot.waitUntil(shell.isActiveWindow)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_A, held)
    assert shell.at == "my_leads"
    assert "my_leads" in shell.commands(), "the palette offers it as well"
