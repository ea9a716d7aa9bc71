"""The Hand-off page over very many qualified leads: the event loop's gaps, and each way of looking.

    python benchmarks/handoff_page.py [--leads 10000] [--smoke]

The real page on a real desk (SQLite), rules by region and in turn. ``loading`` is the first look
at every lead: how long it takes, and the longest time the window could not answer meanwhile, with
nothing else on the machine for comparison. ``filter``, ``sort``, ``search``, ``tick all`` and
``page down`` are from the press to the drawn picture; ``bare`` is one pass over the same rows in
Python, the least any of them can cost. ``hold`` is from the key until the row says so, asked of
the desk. JSON lines; times in milliseconds.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from next_batch import filled
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.qt import theme
from qualdesk.qt.handoff.model import ALL, Place, Sort
from qualdesk.qt.handoff.next_page import NextPage
from qualdesk.qt.handoff.place import HandoffPlace
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_EVERY_MS = 5
_TIMES = 9
_GOAL_GAP_MS = 50
_PATIENCE_S = 120


class Gaps(QObject):
    """How late a timer of the window is, looked at every few milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def watch(self) -> None:
        """Begin to look."""
        self.seen, self._last = [], time.perf_counter()
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """Look no longer; the longest gap, and how many were too long."""
        self._timer.stop()
        seen = self.seen or [0.0]
        return {"longest_gap": max(seen), "gaps_over_50": sum(one > _GOAL_GAP_MS for one in seen)}

    def _look(self) -> None:
        now = time.perf_counter()
        self.seen.append((now - self._last) * 1000 - _EVERY_MS)
        self._last = now


class Nobody:
    """Nobody is there to choose a file or a folder."""

    def file(self, *_asked: object) -> NoReturn:
        """No file."""
        raise SystemExit("a file was asked for")

    folder = new_file = file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=10_000)
    parser.add_argument("--smoke", action="store_true", help="600 leads")
    asked = parser.parse_args()
    size = 600 if asked.smoke else asked.leads
    app = QApplication.instance() or QApplication([])
    theme.apply(app, "light", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        clock = SetClock(_AT)
        address = f"sqlite:///{Path(folder) / 'desk.sqlite'}"
        store = Store(address, clock=clock, durable=False)
        prepare(store)
        campaign, _leads = filled(store, clock, size)
        store.close()
        work = Work(lambda: open_desk(address, clock=clock, caller="bench", durable=False))
        place = HandoffPlace(work, clock, Nobody(), "Europe/Berlin")
        place.resize(1364, 844)
        place.show()
        measure(place, campaign, size)
        work.close()


def measure(place: HandoffPlace, campaign: Campaign, size: int) -> None:
    page, gaps = place.next_page, Gaps()
    gaps.watch()
    wait(lambda: False, seconds=1.0)
    say("idle", **gaps.stop())
    gaps.watch()
    began = time.perf_counter()
    place.show_campaign(campaign)
    wait(lambda: len(page.batch.rows) == size)
    say("loading", leads=size, ms=(time.perf_counter() - began) * 1000, **gaps.stop())

    view = page.batch
    bare = [taken(None, lambda: [row for row in view.rows if row.id]) for _ in range(_TIMES)]
    say("bare", median_ms=statistics.median(bare), worst_ms=max(bare))
    orders = tuple(Sort)
    turns: dict[str, Callable[[int], object]] = {
        "filter": lambda n: view.filters.choose((Place.LATER, ALL)[n % 2]),
        "sort": lambda n: (
            view.sort.setCurrentIndex(n % len(orders)),
            view.sort.activated.emit(n % len(orders)),
        ),
        "search": lambda n: view.search.setText(("person 1", "")[n % 2]),
        "tick all": lambda _n: view.table.all_asked.emit(),
        "page down": lambda n: view.table.choose(n * 40 % size),
    }
    for name, turn in turns.items():
        times = [taken(place, lambda turn=turn, n=n: turn(n)) for n in range(_TIMES)]
        say(name, median_ms=statistics.median(times), worst_ms=max(times))
    holds = []
    gaps.watch()
    for _ in range(_TIMES):
        view.table.choose(0)
        before = view.model.rows[0]
        began = time.perf_counter()
        page.hold()
        wait(lambda before=before: stands(page, before.id) is not before.place)
        holds.append((time.perf_counter() - began) * 1000)
    say("hold", median_ms=statistics.median(holds), worst_ms=max(holds), **gaps.stop())


def stands(page: NextPage, lead: LeadId) -> Place | None:
    """Where a lead stands before the next batch, as the page has it."""
    return next((row.place for row in page.batch.rows if row.id == lead), None)


def taken(page: QWidget | None, work: Callable[[], object]) -> float:
    """How long it takes until it is drawn, in milliseconds."""
    began = time.perf_counter()
    work()
    if page is not None:
        page.repaint()
    took = (time.perf_counter() - began) * 1000
    QApplication.processEvents()
    return took


def wait(there: Callable[[], bool], seconds: float = _PATIENCE_S) -> None:
    """Let the window work until that is so, or for so long."""
    until = time.perf_counter() + seconds
    loop = QEventLoop()
    while not there() and time.perf_counter() < until:
        QTimer.singleShot(2, loop.quit)
        loop.exec()
    if seconds == _PATIENCE_S and not there():
        raise SystemExit("the page did not come to an end")


def say(what: str, **figures: float) -> None:
    rounded = {name: round(value, 1) for name, value in figures.items()}
    line = {"benchmark": "handoff_page", "what": what, **rounded}
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
