"""A newcomer: reads the numbered steps of a guide and does them in the real window, by keys."""

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qt.definition_desks import AllLanes
from qt.desks import delete_now
from qt.everywhere import _Phone
from qt.seen import settle_paint
from qt.windows import settings_in
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.qt import desk_window, opening
from qualdesk.qt.app import opener
from qualdesk.qt.choosing import SystemChoosing
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.sample import STARTS
from qualdesk.resources import shipped


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One numbered step: what is done in its order, ``press``, ``type``, ``see`` or ``picture``."""

    title: str
    number: int
    does: tuple[tuple[str, str], ...]


def steps_of(page: Path) -> tuple[Step, ...]:
    """The numbered steps of a guide: <kbd> is pressed, `code` is typed, *slanted* is then seen."""
    found: list[Step] = []
    title = ""
    for block in re.split(r"\n(?=\d+\. |#|\n\S)", page.read_text("utf-8")):
        text = " ".join(block.split())
        if text.startswith("#"):
            title = text.lstrip("# ")
        numbered = re.match(r"(\d+)\. ", text)
        if numbered:
            does = tuple(
                (kind, value)
                for one in _DONE.finditer(text)
                for kind, value in one.groupdict().items()
                if value
            )
            found.append(Step(title=title, number=int(numbered[1]), does=does))
    return tuple(found)


class Newcomer:
    """Somebody before the window who does what a guide says, and reads what is there."""

    def __init__(self, window: DeskWindow, lanes: list[AllLanes]) -> None:
        self.window, self.lanes = window, lanes
        self.pictures: dict[str, QImage] = {}
        """What the window looked like where the guide shows it, by the picture's file."""

    def do(self, step: Step) -> None:
        """Do a step.

        Raises:
            AssertionError: what the guide says is not to be seen in the window.
        """
        where = f"{step.title}, step {step.number}"
        for kind, value in step.does:
            if kind == "see":
                self._until(lambda value=value: _plain(value) in self.seen(), f"{where}: {value}")
            else:
                getattr(self, kind)(value)

    def picture(self, name: str) -> None:
        """The window as it is where the guide has a picture of it, once all is counted."""
        for _ in range(2):
            # A page that was made in pieces begins to count when its words are there already.
            self.settle()
            self._until(lambda: "Counting" not in self.seen(), f"{name}: counted")
            settle_paint(self.window.shell)
        self.pictures[name] = self.window.shell.grab().toImage()

    def press(self, key: str) -> None:
        """A key as it is printed: Ctrl+Enter, Alt+1, PgDn."""
        *held, name = key.replace("++", "+Plus").split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _HELD[one]
        QTest.keyClick(self._target(), getattr(Qt.Key, f"Key_{_NAMES.get(name, name)}"), modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Words into whatever has the cursor."""
        for letter in text:
            # The first digit in a table opens a field, which takes the next.
            QTest.keyClicks(self._target(), letter)
        QTest.qWait(200)
        self.settle()

    def settle(self) -> None:
        """Until the window has answered."""
        for _ in range(2):
            for one in self.lanes:
                one.settle(60_000)
            QTest.qWait(20)
        # A lead that has just come takes no key for a moment: it is read first.
        while self.window.desk.is_settling:
            QTest.qWait(20)

    def seen(self) -> str:
        """All that can be read in the window, in one line."""
        return _plain(" ".join(_words(self.window.shell)))

    def _until(self, there: Callable[[], bool], what: str) -> None:
        for _ in range(60):
            if there():
                return
            QTest.qWait(5)
            self.settle()
        raise AssertionError(f"{what}: not to be seen in “{self.seen()}”")

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window.shell


@contextmanager
def a_newcomer(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Newcomer]:
    """The program started for the first time, on the clock of the sample."""
    made: list[AllLanes] = []

    def lanes(open_it: Callable[[], Desk]) -> AllLanes:
        made.append(AllLanes(open_it))
        return made[-1]

    patch.setattr(opening, "Work", lanes)
    # The clock of the wall is one, whatever computer this runs on.
    patch.setattr(desk_window, "own_zone", lambda: "Europe/London")
    phone = _Phone()
    for scheme in _SCHEMES:
        QDesktopServices.setUrlHandler(scheme, phone, "ring")
    clock = SetClock(STARTS)
    settings = settings_in(folder, folder / "new.sqlite", caller="", is_named=False)
    patch.setattr(SystemChoosing, "file", lambda *_: _no_calls(folder))
    window = DeskWindow(settings, opener(clock), clock)
    try:
        window.shell.resize(1440, 900)
        window.start()
        QTest.qWaitForWindowActive(window.shell)
        yield Newcomer(window, made)
    finally:
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
        window.shell.close()
        delete_now(window.shell)


def _no_calls(folder: Path) -> Path:
    """The file a newcomer chooses: whom of the sample's list its client does not want called."""
    lines = shipped("samples", "packtech-expo.csv").read_text("utf-8-sig").splitlines()
    columns = ("First name", "Last name", "Company", "E-mail", "Phone", "Country")
    people = csv.DictReader(lines[2:], delimiter=";")
    rows = [[one[name] for name in columns] for one in islice(people, 30, 42)]
    file = folder / "no-calls.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([columns, *rows, ["Tim", "", "", "", "12", ""]])
    return file


def _words(window: QWidget) -> Iterator[str]:
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        for said in ("text", "toPlainText", "placeholderText", "accessibleName"):
            call = getattr(each, said, None)
            value = call() if callable(call) else ""
            if isinstance(value, str) and value:
                yield value


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


_DONE: Final = re.compile(
    r"!\[[^\]]*\]\((?P<picture>screenshots/guide/[^)]+)\)|<kbd>(?P<press>[^<]+)</kbd>|`(?P<type>[^`]+)`|\*(?P<see>[^*]+)\*"
)
_SCHEMES: Final = ("tel", "sip", "callto")
_HELD: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_NAMES: Final = {
    "Enter": "Return",
    "Esc": "Escape",
    "PgDn": "PageDown",
    "PgUp": "PageUp",
    "Del": "Delete",
    ",": "Comma",
}
