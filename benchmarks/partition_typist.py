"""The window of team_partition.py: somebody types on in it, whatever happens to the network."""

import sys
import tempfile
import time
from pathlib import Path

from call_desk import Stalls
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtTest import QTest

from qualdesk.core.clock import SystemClock
from qualdesk.qt import app as start
from qualdesk.qt import desk_window
from qualdesk.qt.save_state import SaveState, is_saved, is_saving
from qualdesk.settings import Settings

_LETTERS_EVERY_MS = 60
_BEFORE = 8.0
_NEVER = "-1"


class Watched(Stalls):
    """How long the window heard nothing, and how often for too long."""

    def __init__(self) -> None:
        super().__init__()
        self.over = 0

    def _look(self) -> None:
        before = self._last
        super()._look()
        self.over += (self._last - before) > 0.1


class Typist:
    """Somebody at the window who dials, and types into the note of the call."""

    def __init__(self, window: desk_window.DeskWindow, seconds: float) -> None:
        self.window, self.page, self._seconds = window, window.desk, seconds
        self._stalls: Watched | None = None
        self._before, self._cut_at, self._said = 0.0, 0.0, (_NEVER, "")
        self._typing_since = 0.0
        self._timer = QTimer(window)
        self._timer.setInterval(_LETTERS_EVERY_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()
        self._told = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
        self._told.activated.connect(self._cut)

    def _cut(self) -> None:
        sys.stdin.readline()
        self._told.setEnabled(False)
        assert self._stalls is not None
        self._before, self._stalls.over = self._stalls.longest, 0
        self._stalls.forget()
        self._cut_at = time.perf_counter()

    def _step(self) -> None:
        if self.page.state in {"ready", "dialling"} and not self.page._session.is_busy:
            self.page.main()
        elif self.page.state == "on a call":
            self._type()

    def _type(self) -> None:
        now, note = time.perf_counter(), self.page.view.script.note
        if not note.hasFocus():
            note.setFocus()
        QTest.keyClicks(note, "a ")
        if not self._typing_since:
            self._typing_since = now
        elif self._stalls is None and now - self._typing_since > _BEFORE / 2:
            # What a first letter has to make is made.
            self._stalls = Watched()
        elif not self._cut_at and now - self._typing_since > _BEFORE and self._before == 0:
            self._before = -1.0
            print("ready", flush=True)
        elif self._cut_at:
            self._look(now - self._cut_at)

    def _look(self, after: float) -> None:
        state = self.window.findChild(SaveState)
        # A team's desk says it in a banner, and goes on by itself.
        words = self.page._line_banner.says or (state.text() if state else "")
        if self._said[0] == _NEVER and words and not is_saved(words) and not is_saving(words):
            self._said = (f"{after:.1f}", words)
        if after > self._seconds:
            self._timer.stop()
            stalls = self._stalls
            assert stalls is not None
            told = (round(self._before, 1), round(stalls.longest, 1), stalls.over)
            print(*told, self._said[0], self._said[1] or words, flush=True)


def open_and_type(address: str, seconds: float) -> None:
    """The whole window on a workspace, until somebody ends it."""
    folder = Path(tempfile.mkdtemp())
    settings = Settings(
        database=address,
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
        people.append(Typist(window, seconds))

    desk_window.DeskWindow._opened = shown
    start.open_window(settings, clock=SystemClock())
