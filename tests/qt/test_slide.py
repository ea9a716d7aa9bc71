"""A slider of whole steps: by key and by mouse, never by a wheel that scrolls past."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import delete_now
from qt.grabs import grab
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.slide import Slide


@pytest.fixture
def slide(qtbot: QtBot) -> Iterator[Slide]:
    del qtbot
    made = Slide("Callers more", 0, 6)
    made.resize(200, 30)
    made.show()
    yield made
    delete_now(made)


def test_keys_move_it_step_by_step_and_to_its_ends(slide: Slide) -> None:
    told: list[int] = []
    slide.valueChanged.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(slide, key)
    QTest.keyClick(slide, Qt.Key.Key_Right)  # there is nothing beyond the end
    QTest.keyClick(slide, Qt.Key.Key_Home)
    assert told == [1, 2, 1, 6, 0]


def test_the_mouse_takes_the_knob_along(slide: Slide) -> None:
    ends = (QPoint(2, 15), QPoint(198, 15))
    QTest.mousePress(slide, Qt.MouseButton.LeftButton, pos=ends[1])
    assert slide.value() == 6
    QTest.mouseMove(slide, slide.rect().center())
    assert slide.value() == 3
    QTest.mouseMove(slide, ends[0])
    assert slide.value() == 0
    QTest.mouseRelease(slide, Qt.MouseButton.LeftButton, pos=ends[0])
    QTest.mouseMove(slide, ends[1])  # let go: it stays
    assert slide.value() == 0
    QTest.mousePress(slide, Qt.MouseButton.RightButton, pos=ends[1])
    assert slide.value() == 0


def test_every_place_of_the_mouse_is_a_step(slide: Slide) -> None:
    found = [slide.value_at(x) for x in range(slide.width() + 1)]
    assert found == sorted(found)
    slide.setValue(found[0])
    assert {min(max(each, 0), 6) for each in found} == set(range(7))


def test_a_wheel_that_scrolls_the_page_leaves_it_alone(slide: Slide) -> None:
    slide.setFocus()
    turn = QWheelEvent(
        QPointF(100, 15),
        QPointF(slide.mapToGlobal(QPoint(100, 15))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slide, turn)
    assert slide.value() == 0
    assert not turn.isAccepted()


def test_it_is_put_somewhere_without_anybody_having_moved_it(slide: Slide) -> None:
    told: list[int] = []
    slide.valueChanged.connect(told.append)
    slide.put(4)
    assert slide.value() == 4
    assert told == []


def test_it_says_its_value_in_words(slide: Slide) -> None:
    slide.say("4 callers\u202e more")
    assert slide.accessibleName() == "Callers more"
    assert slide.accessibleDescription() == "4 callers more"  # nothing turns the line


def test_it_is_drawn_in_both_lights_and_grows_with_the_text(slide: Slide) -> None:
    small = slide.sizeHint().height()
    slide.put(3)
    for scheme in ("light", "dark"):
        look().choose(scheme)  # type: ignore[arg-type]
        QApplication.processEvents()
        picture = slide.grab().toImage()
        # The way to the knob is in the accent; the knob's edge stands in the middle of the room.
        assert picture.pixelColor(30, slide.height() // 2) == look().colour("accent")
        assert picture.pixelColor(170, slide.height() // 2) == look().colour("chart5")
        grab(slide, f"slide-{scheme}")
    look().choose("light", 1.5)
    QApplication.processEvents()
    assert slide.sizeHint().height() > small
