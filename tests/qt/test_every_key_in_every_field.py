"""Bar 6 of the screens: every key does its one thing wherever the cursor is."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QPushButton,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from qt.desks import delete_now
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.shortcuts import KeyBoard, shortcuts
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Choice, Field, NoteField
from qualdesk.qt.widgets.option import Option, OptionGroup

PLACES = ("desk", "lists", "campaigns", "hand-off", "floor", "settings")


def a_table() -> QTableWidget:
    found = QTableWidget(3, 2)
    for row in range(3):
        found.setItem(row, 0, QTableWidgetItem(f"row {row}"))
    found.setCurrentCell(1, 0)
    return found


def a_list() -> QListWidget:
    found = QListWidget()
    found.addItems(["one", "two", "three"])
    found.setCurrentRow(1)
    return found


def tabs() -> QWidget:
    found = QTabWidget()
    for name in ("one", "two", "three"):
        found.addTab(QWidget(), name)
    return found


def answers() -> QWidget:
    found = OptionGroup()
    found.set_options([Option(key="1", title="Yes"), Option(key="2", title="No")])
    return found


KINDS: dict[str, Callable[[], QWidget]] = {
    "a line": lambda: Field("Name"),
    "several lines": lambda: NoteField("Note"),
    "a choice": lambda: Choice("How"),
    "a number": lambda: NumberField("Points", 0, 100),
    "a day": lambda: DayField("From"),
    "a table": a_table,
    "a list": a_list,
    "tabs": tabs,
    "answers": answers,
    "a button": lambda: QPushButton("Press"),
    "a slider": QSlider,
}

KEPT = {("Del", kind) for kind in ("a line", "several lines", "a number", "a day")}
"""What a field needs for its text."""


class Window(QWidget):
    """A page on which every command of one place is there, and counts."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.done: Counter[str] = Counter()
        there = {"everywhere", place}
        self.commands = {
            line.id: partial(self._do, line.id) for line in shortcuts() if line.places & there
        }
        self.keys = KeyBoard(self, lambda: self.commands)
        self.ambiguous: list[str] = []
        for key, bound in self.keys.bound.items():
            bound.activatedAmbiguously.connect(partial(self.ambiguous.append, key))
        self.keys.settle()
        self._rows = QVBoxLayout(self)

    def put(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        widget.show()
        QApplication.processEvents()

    def _do(self, command: str) -> None:
        self.done[command] += 1


@pytest.fixture(params=PLACES)
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Window]:
    assert qapp.platformName(), "keys need a window system"
    found = Window(request.param)
    found.show()
    found.activateWindow()
    QTest.qWaitForWindowActive(found)
    yield found
    delete_now(found)


def press(widget: QWidget, key: str) -> None:
    pressed = QKeySequence(key)[0]
    QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


def test_every_key_does_its_one_thing_wherever_the_cursor_is(window: Window) -> None:
    """None is swallowed by a field, none means two things, none comes twice.

    Eleven kinds of places for the cursor, all keys of every page, as Windows and offscreen
    read them.
    """
    wrong = []
    for kind, make in KINDS.items():
        widget = make()
        window.put(widget)
        widget.setFocus()
        inner = QApplication.focusWidget()
        assert inner is not None
        assert inner is widget or widget.isAncestorOf(inner) or widget.focusProxy() is inner
        for line in shortcuts():
            if line.id not in window.commands:
                continue
            for key in line.keys:
                window.done.clear()
                press(QApplication.focusWidget() or inner, key)
                wanted = Counter() if (key, kind) in KEPT else Counter([line.id])
                if window.done != wanted:
                    wrong.append(
                        f"{key} in {kind}: {dict(window.done) or 'nothing'}, not {line.id}"
                    )
                widget.setFocus()
        delete_now(widget)
    assert wrong == []
    assert window.ambiguous == []
