"""A Floor left open all day: its share of a core, and its memory, fifth by fifth.

    python benchmarks/floor_open_all_day.py [--smoke] [--hours 12] [--leads 20000]
        [--postgres ADDRESS]

The real window, drawn without a screen, stands on the Floor of a campaign while a second process
works in the same workspace: eight callers, 200 calls an hour, each with a card, a dial, an
outcome, through their desks. The hours are played, not waited for: both processes go by one clock
set by hand, five seconds at a step; the timers that would have run out are let go off at each
step (the slow look, the look that waits for its pause, the forecast once in three minutes, the
window's own work each minute). Nothing else is played: looks, answers and painting are real.

JSON lines. ``share`` is the processor time of the window's process, all threads, over the hours
played, in per cent of one core; with PostgreSQL the server's part of it is the server's. ``idle``
is what the window costs while nothing happens, measured in real seconds; ``all`` has both.
``grown`` compares the
memory at the end with that after the first fifth. The aim: under two per cent, and no growth that
goes on. ``--smoke`` plays a few minutes with few leads.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import application, opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings
from qualdesk.store import hints

if TYPE_CHECKING:
    from qualdesk.qt.live import Live

AT = datetime(2026, 3, 17, 7, 0, tzinfo=UTC)
STEP = 5
POLL, MINUTE = 20, 60
CALLS_AN_HOUR = 200
CALLERS = 8
FIFTHS = 5
GOAL = 2.0
NAME = "Fair"
_AT_ONCE = 5_000
# How old the forecast on the page may be.
_FORECAST = timedelta(minutes=3)
_OUTCOMES = ("no_answer", "voicemail_left", "no_answer", "gatekeeper", "not_qualified")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a minute, 60 leads")
    parser.add_argument("--hours", type=float, default=12.0)
    parser.add_argument("--leads", type=int, default=20_000)
    parser.add_argument("--postgres", metavar="ADDRESS", help="postgresql://LOGIN@HOST:PORT")
    parser.add_argument("--worker", metavar="URL", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker:
        work_for(asked.worker)
        return
    hours, leads = (0.02, 60) if asked.smoke else (asked.hours, asked.leads)
    with tempfile.TemporaryDirectory() as folder, workspace(asked.postgres, folder) as url:
        fill(url, leads)
        kind = "postgresql" if asked.postgres else "sqlite"
        about = {"benchmark": "floor_open_all_day", "database": kind, "leads": leads}
        with Day(url, Path(folder)) as day:
            idle = say(**about, what="idle", **day.idle(0.5 if asked.smoke else 20))
            fifths = [say(**about, **day.play(hours / FIFTHS), fifth=n) for n in range(1, 6)]
        # What wakes by itself in real time, such as the look for garbage, is not played.
        share = idle["share"] + sum(each["share"] for each in fifths) / FIFTHS
        grown = round(fifths[-1]["mib"] - fifths[0]["mib"], 1)
        total = {"hours": hours, "share": round(share, 2), "grown": grown}
        say(**about, what="all", **total, goal=GOAL, is_kept=share < GOAL, load=os.getloadavg()[0])


class Day:
    """The window on the Floor, and the process that works beside it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.clock = SetClock(AT)
        self.seconds = 0.0
        self._calls = 0.0
        settings = Settings(
            database=url,
            caller="Sue",
            is_named=True,
            theme="light",
            data_folder=folder / "data",
            config_folder=folder / "config",
            log_file=folder / "log",
        )
        self.app = application()
        theme.apply(self.app, "light", 1.0)
        self.window = DeskWindow(settings, opener(self.clock), self.clock)
        command = [sys.executable, __file__, "--worker", url]
        self._worker: subprocess.Popen[str] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        self.window.start()
        self.until(lambda: bool(self.window.shell.at))
        self.settle()
        self.window.shell.show_page("floor")
        self.until(lambda: self.window.shell.at == "floor")
        self.place = self.window.shell.page
        self.until(lambda: self.place.page.board is not None)
        self.live: Live = self.place._live
        self.live._steady = lambda: self.seconds
        self.looks = 0
        self.live.moved.connect(self._looked)
        self.settle()
        self._work(0)
        return self

    def __exit__(self, *_: object) -> None:
        self.window.shell.close()
        assert self._worker.stdin is not None
        self._worker.stdin.close()
        self._worker.wait(30)
        self.app.processEvents()

    def idle(self, seconds: float) -> dict[str, Any]:
        """What it costs while nobody does anything, in real seconds."""
        self._wait(1)
        before = time.process_time()
        self._wait(seconds)
        return {"share": _share(time.process_time() - before, seconds), "mib": _memory()}

    def play(self, hours: float) -> dict[str, Any]:
        """Play so many hours; the share of a core and the memory at their end."""
        before, looks, begun, spent = self.seconds, self.looks, time.perf_counter(), 0.0
        while self.seconds < before + hours * 3600:
            self.seconds += STEP
            self.clock.advance(timedelta(seconds=STEP))
            self._calls += CALLS_AN_HOUR * STEP / 3600
            calls, self._calls = int(self._calls), self._calls % 1
            self._work(calls)
            started = time.process_time()
            self._go_off()
            self.settle()
            spent += time.process_time() - started
        return {
            "share": _share(spent, hours * 3600),
            "mib": _memory(),
            "looks": self.looks - looks,
            "called": self.place.page.board.called,
            "real_seconds": round(time.perf_counter() - begun, 1),
        }

    def settle(self) -> None:
        """Until nothing is on its way and everything is painted."""
        runs = self.window.work._background._runs
        self.app.processEvents()
        while runs:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.processEvents()
        self.app.processEvents()

    def until(self, so: Callable[[], bool]) -> None:
        """Let the window work until it is so."""
        deadline = time.monotonic() + 120
        while not so():
            assert time.monotonic() < deadline, "the window did not get there"
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.002)

    def _go_off(self) -> None:
        """Let those timers go off that would have by now."""
        live, card = self.live, self.place.page.forecast
        if card._later.isActive() and self.clock.now() - card._seen.forecast.at >= _FORECAST:
            card._later.stop()
            card._later.timeout.emit()
            self.settle()
        if live._ready.isActive():
            live._ready.stop()
            live._open_ears()
        if live._soon.isActive() and self.seconds >= live._next_at:
            live._soon.stop()
            live._look()
        if self.seconds % POLL == 0:
            live.poll()
        if self.seconds % MINUTE == 0:
            self.window.tick()

    def _work(self, calls: int) -> None:
        """Let the other process make so many calls at this time."""
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.write(f"{self.clock.now().isoformat()} {calls}\n")
        self._worker.stdin.flush()
        assert self._worker.stdout.readline() == "done\n", "the other process has ended"

    def _wait(self, seconds: float) -> None:
        over = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), over.quit)
        over.exec()

    def _looked(self) -> None:
        self.looks += 1


def work_for(url: str) -> None:
    """The other process: makes calls when it is told to."""
    clock = SetClock(AT)
    # Hints are one a second of the hours played; each transaction sends its own here.
    hints.AT_MOST_EVERY = 0.0
    desks = [
        open_desk(url, clock=clock, caller=f"Caller {n}", durable=False) for n in range(CALLERS)
    ]
    number = 0
    for line in sys.stdin:
        at, calls = line.split()
        clock.set(datetime.fromisoformat(at))
        for _ in range(int(calls)):
            call(desks[number % CALLERS], _OUTCOMES[number % len(_OUTCOMES)])
            number += 1
        sys.stdout.write("done\n")
        sys.stdout.flush()
    for desk in desks:
        desk.close()


def call(desk: Desk, outcome: str) -> None:
    """One whole call; nothing where nobody can be called now."""
    card = desk.calling.next_lead(NAME)
    if isinstance(card, NothingToCall):
        return
    attempt = desk.calling.start_attempt(card.lead.id)
    reason = "No budget" if outcome == "not_qualified" else ""
    if reason:
        desk.calling.record_answer(attempt.id, "need", "a second sealing line")
    desk.calling.finish(attempt.id, outcome, reason=reason)


def fill(url: str, leads: int) -> None:
    """A campaign with so many leads, who can be called all day and all night."""
    desk = open_desk(url, clock=SetClock(AT), caller="Sue", durable=False)
    desk.library.new_campaign(
        NAME,
        region="DE",
        window=CallWindow(closes_at=AT + timedelta(days=10), zone="Europe/Berlin"),
        hours=("00:00", "24:00"),
        days=range(7),
        script=desk.library.shipped_script(),
        definition=desk.library.shipped_definition(),
    )
    kinds = ("trade_show", "webinar", "list")
    for start in range(0, leads, _AT_ONCE):
        rows = [
            {
                "external_id": f"scan-{n}",
                "name": f"Person {n}",
                "company": f"Plant {n // 3}",
                "phone": f"+4930231{n:07}",
                "zone": "Europe/Berlin",
                "country": "DE",
                "source": kinds[n % 3],
                "giveaway": n % 4 == 0,
            }
            for n in range(start, min(start + _AT_ONCE, leads))
        ]
        desk.intake.load(rows, campaign=NAME, region="DE")
    desk.keeper.tick()
    desk.close()


@contextmanager
def workspace(postgres: str | None, folder: str) -> Iterator[str]:
    """An empty workspace, gone afterwards."""
    if postgres is None:
        yield f"sqlite:///{Path(folder) / 'day.sqlite'}"
        return
    import psycopg

    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as server:
        server.execute("CREATE DATABASE floor_open_all_day")
        try:
            yield f"{postgres}/floor_open_all_day"
        finally:
            server.execute("DROP DATABASE floor_open_all_day WITH (FORCE)")


def say(**line: Any) -> dict[str, Any]:
    """Print a figure, and give it back."""
    print(json.dumps(line), flush=True)
    return line


def _share(seconds: float, of: float) -> float:
    return round(100 * seconds / of, 3)


def _memory() -> float:
    """What the process holds, in MiB; 0 where nobody can tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)


if __name__ == "__main__":
    main()
