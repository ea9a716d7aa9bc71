"""Whoever works by keys always sees where the keyboard is."""

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import Look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.ring import FocusRing, Ring


def page(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(20)
    for each in widgets:
        column.addWidget(each)
    return made


def window_with(qtbot: QtBot, *pages: QWidget) -> QWidget:
    window = page(*pages)
    FocusRing(window)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def ring_in(window: QWidget) -> Ring | None:
    """The ring as it stands in the window now; None when none shows."""
    return next((each for each in window.findChildren(Ring) if each.isVisible()), None)


def around(window: QWidget, widget: QWidget) -> bool:
    """Whether the ring shows, and around this widget."""
    ring = ring_in(window)
    return ring is not None and ring.geometry() == widget.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_is_two_pixels_of_colour_two_pixels_outside(qtbot: QtBot, look: Look) -> None:
    button = PushButton("Try again")
    window = window_with(qtbot, button)
    button.setFocus()
    assert around(window, button)
    shown = window.grab().toImage()
    left = button.mapTo(window, QPoint(0, button.height() // 2))
    seen = [QColor(shown.pixel(left - QPoint(step, 0))).name() for step in (1, 2, 3, 4, 5)]
    ground, focus = look.colour("app").name(), look.colour("focus").name()
    assert seen == [ground, ground, focus, focus, ground]


def test_the_ring_follows_where_the_part_around_its_control_goes(qtbot: QtBot) -> None:
    """Drawn on the window, because the part would cut it, it moves all the same."""
    button, tight = PushButton("Dial"), QWidget()
    column = QVBoxLayout(tight)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(button)
    window = window_with(qtbot, QWidget(), tight)
    button.setFocus()
    ring = ring_in(window)
    assert ring is not None
    assert ring.parentWidget() is window
    before = ring.geometry()
    window.resize(500, 420)

    def surrounds() -> bool:
        place = QRect(button.mapTo(window, QPoint()), button.size())
        return ring.geometry() == place.adjusted(-4, -4, 4, 4)

    qtbot.waitUntil(surrounds)
    assert ring.geometry() != before


def test_the_ring_follows_the_keyboard_and_what_it_surrounds(qtbot: QtBot) -> None:
    first, second = PushButton("Cancel"), PushButton("Try again")
    window = window_with(qtbot, first, second)
    first.setFocus()
    assert around(window, first)
    second.setFocus()
    assert around(window, second)
    second.set("Try again in a moment")
    window.resize(500, 360)
    qtbot.waitUntil(lambda: around(window, second))
    second.hide()
    assert not around(window, second)


def test_fields_show_the_keyboard_on_their_own_edge(qtbot: QtBot) -> None:
    field, choice = Field("Name"), Choice("Who calls", ["Me", "Anyone"])
    window = window_with(qtbot, field, choice)
    field.setFocus()
    assert ring_in(window) is None
    choice.setFocus()
    assert ring_in(window) is None


def test_the_ring_scrolls_away_with_its_control(qtbot: QtBot) -> None:
    buttons = [PushButton(f"Choice {number}") for number in range(20)]
    area = QScrollArea()
    area.setWidget(page(*buttons))
    window = window_with(qtbot, area)
    buttons[0].setFocus()
    ring = ring_in(window)
    assert ring is not None
    before = ring.mapTo(area, QPoint(0, 0)).y()
    area.verticalScrollBar().setValue(100)
    assert ring.mapTo(area, QPoint(0, 0)).y() == before - 100


def test_a_page_that_goes_does_not_take_the_ring_along(qtbot: QtBot) -> None:
    going, staying = PushButton("Later"), PushButton("Go on")
    stack = QStackedWidget()
    first = page(going)
    stack.addWidget(first)
    window = window_with(qtbot, stack, staying)
    going.setFocus()
    assert around(window, going)
    stack.removeWidget(first)
    first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    staying.setFocus()
    assert around(window, staying)


def test_an_old_control_that_goes_leaves_the_ring_where_it_is(qtbot: QtBot) -> None:
    old, new = PushButton("Old"), PushButton("New")
    window = window_with(qtbot, old, new)
    old.setFocus()
    new.setFocus()
    old.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert around(window, new)


def test_a_card_over_the_page_with_nothing_to_type_has_no_ring_around_its_shade(
    qtbot: QtBot,
) -> None:
    """It has the cursor itself; a ring would stand outside its shade, across the page."""
    button = PushButton("Where from")
    window = window_with(qtbot, button)
    over = PopOver(window, "Where did you get my number?", width=200)
    over.body.addWidget(PlainLabel("From the fair."))
    button.setFocus()
    over.open(button)
    assert QApplication.focusWidget() is over
    assert ring_in(window) is None
