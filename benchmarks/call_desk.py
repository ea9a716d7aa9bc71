"""The call desk as a caller feels it: from the outcome key to the next lead on the screen.

    python benchmarks/call_desk.py [--smoke | --full]

The real page in the real window at 1920x1080, drawn without a screen, over a workspace of 100,000
leads that is flushed at every save. JSON lines; times in milliseconds.

* ``next_lead``: the outcome key of a call nobody answered, until the next lead is painted;
* ``answer``: an answer chosen by its digit, from when the desk has saved it until the points and
  the verdict are painted; ``answer_from_key`` counts the saving too;
* ``stall``: the longest time in which the window heard nothing, over a scripted day of calls;
* ``memory``: how much the process grew between the first hundred calls and the last;
* ``letter``: a letter typed into the note of a call, from its key until it is painted, while a
  list of 50,000 rows is loaded; ``letter_alone`` the same with nothing else going on.

``--full`` takes 2,000 calls, ``--smoke`` 4,000 leads, a dozen calls and a list of 2,000 rows.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from intake import write_list
from next_lead import AT, fill, flush_time
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.qt.work import Work

GOALS = {"next_lead": 50.0, "answer": 16.0, "letter": 16.0, "stall": 100.0}
"""Milliseconds: p95 of the first three, the longest of the last."""
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_LONGEST = 30.0
_ANSWERED_EVERY = 4
_WARM = 10
# Faster than anybody types.
_BETWEEN_LETTERS = 0.03
_ALONE = 100
# So often a line is full.
_LINE = 60


class Painted(QObject):
    """Counts the paints of the window."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        seen = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.UpdateRequest:
            # Counted when it has been carried out: it paints all that asked for it.
            QTimer.singleShot(0, self, self._paint)
        return seen

    def _paint(self) -> None:
        self.count += 1


class Stalls(QObject):
    """How long the window heard nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def forget(self) -> None:
        """Begin anew: what came before was warming up."""
        self.longest, self._last = 0.0, time.perf_counter()


class Caller:
    """Somebody at the window, by keys alone."""

    def __init__(self, path: Path, clock: SetClock) -> None:
        self.clock = clock
        self.work = Work(lambda: open_desk(str(path), clock=clock, caller="bench"))
        self.shell = Shell("Europe/London")
        self.page = CallDeskPage(
            self.work, clock, "Europe/London", first_keys(), open_link=lambda _link: True
        )
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.resize(1920, 1080)
        self.shell.show()
        self.shell.activateWindow()
        self.painted = Painted(self.shell)
        # Wakes the window where nothing else does, so that it is seen in time what came.
        self.beat = QTimer(self.shell, interval=2)
        self.beat.start()
        self.saved_at = 0.0
        self.answered: Counter[str] = Counter()
        self.page._session.answered.connect(lambda _recorded: self._answered())
        self.shell.show_page("desk")
        self.page.refresh()
        self.until(lambda: self.page.state == "ready")

    def dial(self) -> None:
        """Call the lead at the desk."""
        self._press(Qt.Key.Key_Return)
        self.until(lambda: self.page.state == "dialling")
        # The next lead is kept ready while it rings; a person takes longer than that.
        self._idle(0.05)

    def no_answer(self) -> float:
        """Milliseconds from the key until the next lead is painted."""
        before = self.page.lead_name
        begun = time.perf_counter()
        self._press(Qt.Key.Key_1, _ALT)
        self.until(lambda: self.page.state == "ready" and self.page.lead_name != before)
        seen = self.painted.count
        self.until(lambda: self.painted.count > seen)
        return (time.perf_counter() - begun) * 1000

    def answer(self) -> tuple[float, float]:
        """Milliseconds until a chosen answer is painted: from its saving, and from the key."""
        self._press(Qt.Key.Key_Return, _CONTROL)
        self.until(lambda: self.page.state == "on a call")
        self.page._talk.jump("wants_call")
        self._idle(0.02)
        self.saved_at = 0.0
        # Who is called again has an answer already: the other one is a change.
        self.answered[self.page.lead_name] += 1
        is_first = self.answered[self.page.lead_name] % 2
        begun = time.perf_counter()
        self._press(Qt.Key.Key_1 if is_first else Qt.Key.Key_2)
        self.until(lambda: self.saved_at > 0)
        seen = self.painted.count
        self.until(lambda: self.painted.count > seen)
        now = time.perf_counter()
        return (now - self.saved_at) * 1000, (now - begun) * 1000

    def somebody_else(self) -> None:
        """End the call: somebody else answered."""
        before = self.page.lead_name
        self._press(Qt.Key.Key_4, _ALT)
        self._press(Qt.Key.Key_Return)
        self.until(lambda: bool(self.page._steps.flow.chosen))
        self._press(Qt.Key.Key_Return, _CONTROL)
        self.until(lambda: self.page.state == "ready" and self.page.lead_name != before)

    def letter(self) -> float:
        """Milliseconds from the key of a letter of the note until it is painted."""
        note = self.page.view.script.note
        if len(note.toPlainText()) % _LINE == _LINE - 1:
            note.put("")
            self._idle(_BETWEEN_LETTERS)
        note.setFocus()
        before, seen = len(note.toPlainText()), self.painted.count
        begun = time.perf_counter()
        QTest.keyClick(note, Qt.Key.Key_A)
        self.until(lambda: self.painted.count > seen)
        took = (time.perf_counter() - begun) * 1000
        if len(note.toPlainText()) != before + 1:
            raise SystemExit("the letter did not come")
        self._idle(_BETWEEN_LETTERS)
        return took

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window run until it holds.

        Raises:
            SystemExit: it does not come to that.
        """
        end = time.perf_counter() + _LONGEST
        while not holds():
            # It sleeps until something comes, as the program's own loop does: one that looks
            # without rest would take Python from the lane that the caller waits for.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                raise SystemExit(f"nothing came: {self.page.state}, {self.page.says!r}")

    def _idle(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)

    def _answered(self) -> None:
        self.saved_at = self.saved_at or time.perf_counter()

    def _press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="4,000 leads and a dozen calls")
    parser.add_argument("--full", action="store_true", help="2,000 calls, as in a fortnight")
    asked = parser.parse_args()
    leads = 4_000 if asked.smoke else 100_000
    calls = 12 if asked.smoke else 2_000 if asked.full else 200
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light", 1.0)
    say(
        what="machine",
        processors=os.cpu_count(),
        load=os.getloadavg(),
        leads=leads,
        calls=calls,
        flush_microseconds=flush_time(),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        fill(path, leads)
        clock = SetClock(AT)
        caller = Caller(path, clock)
        work_a_day(caller, calls)
        type_meanwhile(caller, Path(folder), 2_000 if asked.smoke else 50_000)
        caller.shell.close()
        caller.work.close()


def work_a_day(caller: Caller, calls: int) -> None:
    """Call after call on a clock that runs with them; what each cost."""
    nexts, answers, from_keys = [], [], []
    stalls = Stalls()
    settled, at_hundred = memory(), 0
    for number in range(calls):
        caller.dial()
        if number % _ANSWERED_EVERY:
            nexts.append(caller.no_answer())
        else:
            painted, whole = caller.answer()
            answers.append(painted)
            from_keys.append(whole)
            caller.somebody_else()
        caller.clock.advance(timedelta(hours=8) / max(calls, 160))
        if number == _WARM:
            stalls.forget()
            nexts, answers, from_keys = nexts[-1:], answers[-1:], from_keys[-1:]
        if number == min(100, calls // 2):
            at_hundred = memory()
    for name, found in (("next_lead", nexts), ("answer", answers), ("answer_from_key", from_keys)):
        tell(name, found)
    judge("stall", stalls.longest)
    grown = memory() - at_hundred
    say(what="memory", mib=round(memory() / 2**20), grown_kib=grown // 1024, calls=calls)
    say(what="memory", at_start_mib=round(settled / 2**20))


def type_meanwhile(caller: Caller, folder: Path, rows: int) -> None:
    """In a call, letter after letter: alone, and while a long list is loaded beside it."""
    path, over = folder / "list.csv", []
    write_list(path, rows)
    caller.dial()
    alone = [caller.letter() for _ in range(_ALONE)]

    def load(desk: Desk, progress: Progress) -> int:
        return desk.intake.load(path, campaign="Campaign 1", progress=progress).rows

    begun = time.perf_counter()
    caller.work.long(load, over.append, owner=caller.page, refused=over.append)
    letters = []
    while not over:
        letters.append(caller.letter())
    say(what="list", loaded=str(over[0]), seconds=round(time.perf_counter() - begun, 1))
    tell("letter_alone", alone)
    tell("letter", letters)


def tell(name: str, found: list[float]) -> None:
    cuts = statistics.quantiles(found, n=20) if len(found) > 1 else found * 19
    say(what=name, p50=round(statistics.median(found), 1), p95=round(cuts[18], 1), of=len(found))
    if name in GOALS:
        judge(name, cuts[18])


def judge(name: str, value: float) -> None:
    goal = GOALS[name]
    say(what="limit", of=name, milliseconds=round(value, 1), is_kept=value <= goal, limit=goal)


def memory() -> int:
    """What the process holds in memory, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def say(**told: object) -> None:
    print(json.dumps({"benchmark": "call_desk", **told}), flush=True)


if __name__ == "__main__":
    main()
