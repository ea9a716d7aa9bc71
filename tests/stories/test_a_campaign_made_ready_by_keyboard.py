"""A supervisor on Monday makes a campaign ready, with the mouse unplugged (O3, Q1; D, F by key).

A real window, a real workspace file: Ctrl+3, a name, and then the one big key leads from one
missing thing to the next until nothing is missing and the desk is there.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from qt.campaign_pages import both_sign
from qt.windows import Chosen, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.permission import Basis
from qualdesk.desk.library import Library
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings
from qualdesk.store.database import Store

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
ANSWERS = {
    "What the event or offer was": "A packaging show in Cologne",
    "Who is on the list": "People our stand scanned",
    "What they responded to": "The sealer demo",
    "Why they may be called": "They asked us to call",
    "Where it was given": "On the stand form",
    "What the list cost": "48.000",
    "Who answers questions about the list": "Tom Reyes",
    "Where people go who are not ready": "The quarterly letter",
    "Who gets qualified leads": "Lena Brandt",
}


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, sqlite_file: Path, tmp_path: Path, clock: SetClock
) -> Iterator[DeskWindow]:
    theme.apply(qapp, "light", 1.0)
    settings = Settings(
        database=f"sqlite:///{sqlite_file}",
        caller="Ruth Tanner",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock, Chosen())
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.shell.at == "lists", timeout=20_000)
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.shell.close()


def here() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    # Where nothing has the cursor, as after a role shut the page it was on, the window hears it.
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, held)


def answer_what_is_asked() -> None:
    """Answer the field in which the cursor stands, as a person would."""
    field = here()
    if field.accessibleName() in ANSWERS:
        QTest.keyClicks(field, ANSWERS[field.accessibleName()])
    elif isinstance(field, QComboBox):
        # The ground for calling.
        QTest.keyClicks(field, "They")
    else:
        # A box behind which a day stands: when it was given, until when to call.
        press(Qt.Key.Key_Space)


def test_from_a_name_to_the_first_call_without_the_mouse(
    qtbot: QtBot, window: DeskWindow, sqlite_store: Store, clock: SetClock
) -> None:
    place = window.campaigns
    press(Qt.Key.Key_3, CTRL)
    qtbot.waitUntil(place.overview.main.isVisible, timeout=10_000)
    assert place.overview.main.hasFocus()
    press(Qt.Key.Key_Return)
    QTest.keyClicks(here(), "PackTech Expo 2026")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.page._shown is not None, timeout=20_000)
    page = place.page
    assert place.way == ("Campaigns", "PackTech Expo 2026")
    assert here() is page.sections.source.what
    assert "13 things before calls can start" in text_of(page.todo)
    # Marketing and sales sign at desks of their own.
    both_sign(sqlite_store, clock)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "12 things" in text_of(page.todo), timeout=10_000)
    assert "12 things before calls can start" in text_of(page.todo)

    asked = []
    while page._missing():
        asked.append(here().accessibleName())
        answer_what_is_asked()
        press(Qt.Key.Key_Return, CTRL)
    # Each of what was missing was asked once, in the order of the page.
    assert len(asked) == len(set(asked)) == 12

    qtbot.waitUntil(lambda: page.foot.main.label == "Start calling", timeout=20_000)
    assert "Calls can start" in text_of(page.todo)
    found = Library(sqlite_store, clock, "Ruth Tanner").campaign("PackTech Expo 2026")
    assert_it_says_what_was_typed(found)

    through_the_rest_of_the_page(qtbot, window)
    press(Qt.Key.Key_Return, CTRL)
    assert window.shell.at == "desk"


def assert_it_says_what_was_typed(found: Campaign) -> None:
    assert found.before_calls() == ()
    assert found.calls_may_start
    assert found.source is not None
    permission = found.source.permission
    assert permission is not None
    assert permission.basis is Basis.INQUIRY
    assert found.source.cost == 48_000
    assert found.handoff.receiver == "Lena Brandt"
    assert found.window.closes_at is not None


def through_the_rest_of_the_page(qtbot: QtBot, window: DeskWindow) -> None:
    """The index by its arrows, a rule changed and taken back, the two editors and back."""
    page = window.campaigns.page
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    # From Hand-off round to the rules.
    for _section in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert here() is page.sections.rules.days[0]
    press(Qt.Key.Key_Space)
    assert "Tue to Fri, 09:00 to 17:30" in text_of(page.sections.rules)
    qtbot.waitUntil(lambda: not page.saving.is_due, timeout=10_000)
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(page.sections.rules.days[0].isChecked, timeout=10_000)
    qtbot.waitUntil(lambda: not page.saving.is_due, timeout=10_000)
    for kind, choice in (
        ("script", page.sections.script.script),
        ("definition", page.sections.definition.definition),
    ):
        page.go_to(kind)
        press(Qt.Key.Key_Tab)
        assert here() is choice.open
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda kind=kind: kind in window.campaigns.editors, timeout=20_000)
        assert window.campaigns.front is window.campaigns.editors[kind]
        press(Qt.Key.Key_Escape)
        assert window.campaigns.front is page
        assert here() is choice.open
    qtbot.waitUntil(lambda: page.foot.main.label == "Start calling", timeout=10_000)
