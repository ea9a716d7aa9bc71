"""Tab reaches in the whole window what Shift+Tab reaches, whatever page is in front."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.definition_desks import DEFINITION, a_workspace
from qualdesk.qt.app import opener
from qualdesk.qt.campaigns.editors import DEFINITION as PAGE
from qualdesk.qt.definitions.page import DefinitionPage
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    """The whole window with the definition page in front."""
    clock = make_clock()
    file = tmp_path / "desk.sqlite"
    file.write_bytes(a_workspace(past=True, now=clock.now()))
    settings = Settings(
        database=f"sqlite:///{file}",
        caller="Maya Lind",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    found = DeskWindow(settings, opener(clock), clock)
    qtbot.addWidget(found.shell)
    found.start()
    qtbot.waitUntil(lambda: found.shell.at == "desk", timeout=20_000)
    QTest.qWaitForWindowActive(found.shell)
    found.shell.show_page("campaigns")
    overview = found.campaigns.overview
    qtbot.waitUntil(lambda: overview.current() is not None, timeout=20_000)
    row = overview.current()
    assert row is not None
    found.campaigns._open_definition(row.campaign, DEFINITION)
    page = found.campaigns.editors[PAGE]
    qtbot.waitUntil(lambda: page.view.tried.trial is not None, timeout=20_000)
    page.view.criteria.table.setFocus()
    yield found
    found.shell.close()


def stops(key: Qt.Key, most: int = 60) -> list[str]:
    """What the key visits, until it comes round."""
    held = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else None
    seen: list[str] = []
    first = QApplication.focusWidget()
    for _ in range(most):
        now = QApplication.focusWidget()
        QTest.keyClick(now, key, held or Qt.KeyboardModifier.NoModifier)
        found = QApplication.focusWidget()
        seen.append(found.accessibleName())
        if found is first:
            return seen
    raise AssertionError(f"it never comes round: {seen}")


def test_tab_visits_all_that_shift_tab_visits(window: DeskWindow) -> None:
    page = window.campaigns.editors[PAGE]
    assert isinstance(page, DefinitionPage)
    forward, back = stops(Qt.Key.Key_Tab), stops(Qt.Key.Key_Backtab)
    assert set(forward) == set(back)
    for name in ("Campaigns, Ctrl+3", "Compare, Ctrl H", "Points a lead needs"):
        assert name in forward
    page.evidence.show_past()
    assert page.view.past.load.hasFocus()
    forward = stops(Qt.Key.Key_Tab)
    assert set(forward) == set(stops(Qt.Key.Key_Backtab))
    assert any(name.startswith("Back to the criteria") for name in forward)
