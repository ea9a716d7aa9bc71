"""The Queue page with very many leads: a turn of the wheel, a jump, and the rows that follow.

    python benchmarks/queue_page.py [--smoke | --full]

A workspace with leads in every kind of standing, the Queue page over it as the window holds it,
offscreen. ``wheel`` is one turn of the wheel until it is painted, ``jump`` one to a random place
until that is painted, ``filled`` the same until the rows of that place have come from the desk
and are painted as well. JSON lines; times in milliseconds.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from whole_queues import AT, fill, in_every_way

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.qt import theme
from qualdesk.qt.queue.view import QueueView
from qualdesk.qt.work import Work

_TURNS = 200
_JUMPS = 60
_PATIENCE = 120.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads")
    parser.add_argument("--full", action="store_true", help="1,000,000 leads")
    asked = parser.parse_args()
    measure(2_000 if asked.smoke else 1_000_000 if asked.full else 100_000)


def measure(size: int) -> None:
    app = QApplication.instance() or QApplication([])
    theme.apply(app, "light", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'queue.sqlite'}"
        fill(address, size, in_every_way).close()
        clock = SetClock(AT)
        work = Work(lambda: open_desk(address, clock=clock, caller="bench", durable=False))
        page = QueueView(work, clock, "Europe/Berlin")
        page.resize(1844, 1024)
        page.show()
        model, table = page.list.model, page.list.table
        started = time.perf_counter()
        page.refresh()
        _until(lambda: model.row_at(0) is not None)
        opened = (time.perf_counter() - started) * 1000
        wheel = [_turn(page) for _ in range(_TURNS)]
        chance = random.Random(7)
        places = [chance.randrange(len(model.ids)) for _ in range(_JUMPS)]
        jumps, filled = [], []
        for place in places:
            started = time.perf_counter()
            jumps.append(_painted(lambda place=place: table.choose(place)))
            _until(lambda place=place: model.row_at(place) is not None)
            QApplication.processEvents()
            filled.append(((time.perf_counter() - started) * 1000, 0.0))
        work.close()
    line = {
        "benchmark": "queue_page",
        "leads": size,
        "shown": len(places) and len(model.ids),
        "opened": round(opened, 1),
        "wheel": _figures(wheel),
        "jump": _figures(jumps),
        "filled": _figures(filled),
        "load_average": os.getloadavg()[0],
    }
    sys.stdout.write(json.dumps(line) + "\n")


def _turn(page: QueueView) -> tuple[float, float]:
    """One turn of the wheel over the table, painted."""
    view = page.list.table.viewport()
    spot = QPointF(view.rect().center())
    event = QWheelEvent(
        spot,
        view.mapToGlobal(spot),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    return _painted(lambda: QApplication.sendEvent(view, event))


def _painted(act: Callable[[], object]) -> tuple[float, float]:
    """How long something takes until it is painted: on the clock, and of this thread's own."""
    clock, own = time.perf_counter(), time.thread_time()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - own) * 1000


def _until(there: Callable[[], bool]) -> None:
    """Let the window work until something is there."""
    end = time.monotonic() + _PATIENCE
    while not there():
        if time.monotonic() > end:
            raise SystemExit("The rows did not come.")
        QApplication.processEvents()
        time.sleep(0.0005)


def _figures(times: list[tuple[float, float]]) -> dict[str, float]:
    """On the clock; ``own`` is the median of the window's thread alone, on a busy machine."""
    ranked = sorted(clock for clock, _own in times)
    found = {
        "median": round(statistics.median(ranked), 2),
        "p95": round(ranked[int(len(ranked) * 0.95)], 2),
        "longest": round(ranked[-1], 2),
    }
    own = statistics.median(own for _clock, own in times)
    return found | ({"own": round(own, 2)} if own else {})


if __name__ == "__main__":
    main()
