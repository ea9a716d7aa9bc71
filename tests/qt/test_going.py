"""On the way to a page: keys come to it and to nobody else, and nobody waits who went on."""

import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt.windows import text_of
from qualdesk.qt import going
from qualdesk.qt.shell import Shell

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Written(QWidget):
    """A page with one field, where its cursor is."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.begun = 0

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"new": self._begin}

    def _begin(self) -> None:
        self.begun += 1


@pytest.fixture
def shell(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A window whose Lists page was not read yet, and whose desk was."""
    monkeypatch.setitem(going.CODE, "lists", ("colorsys",))
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    made = Shell("Europe/Berlin")
    qtbot.addWidget(made)
    made.add_page("desk", "Desk", "headset", Written())
    made.add_page("lists", "Lists", "list-checks", Written)
    made.show()
    made.activateWindow()
    made.show_page("desk")
    return made


def press(shell: Shell, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(shell.window().focusWidget() or shell, key, held)


def test_what_is_typed_on_the_way_to_a_page_stands_there_and_nowhere_else(
    qtbot: QtBot, shell: Shell
) -> None:
    desk = shell.page_of("desk")
    shell.show_page("lists")
    assert shell.page is shell.going, "its code is read first"
    for key in (Qt.Key.Key_A, Qt.Key.Key_B):
        press(shell, key)
    press(shell, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: shell.at == "lists")
    lists = shell.page_of("lists")
    assert (lists.field.text(), lists.begun) == ("ab", 1)
    assert (desk.field.text(), desk.begun) == ("", 0)
    assert text_of(shell.going) == "", "it was over before there was anything to say"


def test_whoever_goes_elsewhere_meanwhile_is_there_at_once_and_stays(
    qtbot: QtBot, shell: Shell
) -> None:
    shell.show_page("lists")
    press(shell, Qt.Key.Key_A)
    shell.show_page("desk")
    assert shell.at == "desk"
    qtbot.wait(1)
    assert (shell.at, shell.going.to) == ("desk", "")
    assert shell.page_of("desk").field.text() == "", "the letter was meant for another page"


def test_a_key_held_down_on_the_way_is_one_key_there(qtbot: QtBot, shell: Shell) -> None:
    shell.show_page("lists")
    for is_repeated in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_N, CTRL, "n", is_repeated)
        QApplication.sendEvent(shell.going, held)
    qtbot.waitUntil(lambda: shell.at == "lists")
    assert shell.page_of("lists").begun == 1


def test_what_comes_alone_meanwhile_gets_no_key_that_was_for_the_page(
    qtbot: QtBot, shell: Shell
) -> None:
    shell.show_page("lists")
    press(shell, Qt.Key.Key_A)
    alone = Written()
    shell.show_alone(alone)
    alone.field.setFocus()
    qtbot.wait(1)
    assert (alone.field.text(), shell.going.to) == ("", "")


def test_what_is_composed_of_several_keys_on_the_way_stands_there_whole(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dead key and its letter, or a word of an input method, also one not finished yet."""

    def composed(text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(shell.going, event)

    under_way = SimpleNamespace(commit=lambda: composed("e\u0301"))
    method = SimpleNamespace(inputMethod=lambda: under_way)
    monkeypatch.setattr(going, "QGuiApplication", method)
    shell.show_page("lists")
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(shell.going, asked)
    assert asked.value(Qt.InputMethodQuery.ImEnabled), "an input method works here"
    press(shell, Qt.Key.Key_A)
    composed("\u00f4")
    press(shell, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: shell.at == "lists")
    assert shell.page_of("lists").field.text() == "a\u00f4be\u0301"
    assert shell.page_of("desk").field.text() == ""


def test_what_is_composed_elsewhere_meanwhile_is_let_alone(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished: list[str] = []
    method = SimpleNamespace(commit=lambda: finished.append("finished"))
    monkeypatch.setattr(going, "QGuiApplication", SimpleNamespace(inputMethod=lambda: method))
    elsewhere = QLineEdit(shell)
    elsewhere.show()
    shell.show_page("lists")
    elsewhere.setFocus()
    qtbot.waitUntil(lambda: shell.at == "lists")
    assert finished == []


def test_the_window_looks_up_between_the_pieces_of_a_large_page(qtbot: QtBot, shell: Shell) -> None:
    told = []

    class Large(Written):
        def make(self) -> Iterator[None]:
            told.append(f"one half, {shell.bound_for}")
            QTimer.singleShot(0, lambda: told.append("looked up"))
            yield
            told.append(f"the other, {shell.bound_for}")

    shell._makers["lists"] = Large
    shell.show_page("lists", lambda: told.append("there"))
    qtbot.waitUntil(lambda: shell.at == "lists")
    assert told == ["one half, lists", "looked up", "the other, lists", "there"]


def test_a_page_that_is_shut_on_the_way_there_does_not_come(qtbot: QtBot, shell: Shell) -> None:
    shell.show_page("lists")
    shell.set_open("lists", is_open=False)
    qtbot.waitUntil(lambda: shell.at == "desk")


def test_where_it_takes_a_moment_it_is_said_what_is_going_on(qtbot: QtBot, shell: Shell) -> None:
    shell.going._next.setInterval(60_000)
    shell.show_page("lists")
    qtbot.waitUntil(lambda: "Opening Lists …" in text_of(shell.going))
    assert shell.going.accessibleName() == "Opening Lists …"
