"""The real window, typed into without end, for the test that kills it: a program of its own.

Started once with WORKSPACE FOLDER BASE, it forks a window for each line it reads, ``FIELD
FIRST``. The window says what stands on the call it took up, then types one number after the
other from FIRST into the note or into the answer, and says each with the moment it was typed.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from makers import MORNING
from qualdesk.core.clock import SystemClock
from qualdesk.qt import app as start
from qualdesk.qt import desk_window
from qualdesk.settings import Settings

_LETTERS_EVERY_MS = 30
_NEED = "project"


class Morning:
    """The computer's clock, told to be a working morning."""

    def __init__(self, base: datetime) -> None:
        self._base, self._clock = base, SystemClock()

    def now(self) -> datetime:
        return MORNING + (self._clock.now() - self._base)


class Typist:
    """Somebody at the window: dials, reaches them, and types for ever."""

    def __init__(self, window: desk_window.DeskWindow, field: str, first: int) -> None:
        self._page, self._field, self._next = window.desk, field, first
        self._letters = ""
        self._has_said = False
        self._timer = QTimer(window)
        self._timer.setInterval(_LETTERS_EVERY_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        page = self._page
        if page.state in {"ready", "dialling"} and not page._session.is_busy:
            page.main()
        elif page.state == "on a call" and not self._has_said:
            self._begin()
        elif page.state == "on a call":
            self._type()

    def _begin(self) -> None:
        page = self._page
        if page._session.is_busy or page._keeping._is_placing:
            return
        self._has_said = True
        answer = page._talk.course.answers.get(_NEED)
        words = str(answer.value) if answer else ""
        card = page.view.script.card
        if page.question == _NEED and len(card.words.toPlainText()) > len(words):
            words = card.words.toPlainText()
        say("back", json.dumps({"note": page.view.script.note.toPlainText(), "answer": words}))
        if self._field == "answer":
            page._talk.jump(_NEED)

    def _type(self) -> None:
        script = self._page.view.script
        target = script.note if self._field == "note" else script.card.words
        if not target.hasFocus():
            target.setFocus()
        if not self._letters:
            # The space goes before: behind the last word nobody keeps it.
            self._letters = f" {self._next}"
            self._next += 1
        letter, self._letters = self._letters[0], self._letters[1:]
        QTest.keyClicks(target, letter)
        if not self._letters:
            say("typed", self._next - 1, time.monotonic())


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def run(workspace: str, folder: Path, base: datetime, field: str, first: int) -> None:
    settings = Settings(
        database=workspace,
        caller="Ana",
        is_named=True,
        theme="light",
        data_folder=folder,
        config_folder=folder / "config",
        log_file=folder / "log" / "qualdesk.log",
    )
    opened = desk_window.DeskWindow._opened
    people: list[Typist] = []

    def shown(window: desk_window.DeskWindow, found: object) -> None:
        opened(window, found)
        people.append(Typist(window, field, first))

    desk_window.DeskWindow._opened = shown
    start.open_window(settings, clock=Morning(base))


def main() -> None:
    workspace, folder, base = sys.argv[1], Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
    for line in sys.stdin:
        field, first = line.split()
        child = os.fork()
        if child == 0:
            try:
                run(workspace, folder, base.astimezone(UTC), field, int(first))
            finally:
                os._exit(1)
        say("window", child)
        os.waitpid(child, 0)
        say("gone", child)


if __name__ == "__main__":
    main()
