"""Cards that open over a page: the one big key is theirs, and the rail stays in reach."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_rules import NO_ROUTING, Routing
from qualdesk.qt.handoff.routing_view import RoutingView
from qualdesk.qt.shell import Shell

CTRL = Qt.KeyboardModifier.ControlModifier


class RulesPage(RoutingView):
    """The rules as a page of the window, whose own big key is counted."""

    pressed = 0

    def main(self) -> None:
        """The one big key of the page behind."""
        self.pressed += 1


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    made = Shell("Europe/London")
    made.add_page("handoff", "Hand-off", "send", RulesPage())
    qtbot.addWidget(made, before_close_func=lambda _closing, kept=made: kept.hide())
    made.resize(1366, 768)
    made.show_page("handoff")
    made.page.show_routing(NO_ROUTING, (Receiving(name="Lena Brandt"),))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def test_the_one_big_key_is_that_of_the_card_while_one_is_open(shell: Shell) -> None:
    """The page behind said “Take the lead, Ctrl+Enter”, and its key did nothing."""
    page, kept = shell.page, []
    page.changed.connect(kept.append)
    page.turn.setFocus()
    press(Qt.Key.Key_Return)
    assert page.pressed == 1
    page.turn.click()
    card = page._card
    press(Qt.Key.Key_Return)
    assert card.isVisible()
    assert card.says, "nobody is ticked yet: the card says so, as its button does"
    card.people.setFocus()
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    card.name.setFocus()
    press(Qt.Key.Key_Return)
    assert not card.isVisible()
    assert [type(one) for one in kept] == [Routing]
    assert kept[0].rules[0].people == ("Lena Brandt",)
    assert page.pressed == 1, "the page behind never had the key"


def test_the_key_for_a_new_rule_throws_nothing_away_that_was_typed(shell: Shell) -> None:
    page = shell.page
    page.region.setFocus()
    press(Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Austria and the north")
    press(Qt.Key.Key_N)
    assert page._card.name.text() == "Austria and the north"
    # Also when the cursor went to the page behind the card.
    page.turn.setFocus()
    press(Qt.Key.Key_N)
    assert page._card.name.text() == "Austria and the north"


@pytest.mark.parametrize("width", [1366, 1920])
def test_a_card_never_covers_the_rail(shell: Shell, width: int) -> None:
    shell.resize(width, 768)
    QApplication.processEvents()
    page = shell.page
    page.region.click()
    inside = page._card._area
    left = inside.mapTo(shell, QPoint(0, 0)).x()
    assert left > shell.rail.geometry().right()
    assert left + inside.width() < shell.width()
