"""The window while a long list is loaded: the event loop's gaps, and a caller's next lead.

    python benchmarks/window_meanwhile.py [--smoke | --full]

The list is loaded on the long lane of a real window's worker, as the Lists page does it. A timer
on the window's thread looks every 5 ms how late it is; the lane of the call asks for the next
lead and gives it back, again and again. The same is measured with nothing else going on, in the
same run. JSON lines; times in milliseconds.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from intake import write_list
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from qualdesk.bootstrap import open_desk
from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.work import Work

_EVERY_MS = 5
_GOAL_GAP_MS = 100
_NAME = "Fair"


class Meanwhile(QObject):
    """What the window sees: how late its timer is, and how long a next lead takes."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.gaps: list[float] = []
        self.next_leads: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def watch(self) -> None:
        """Begin to look, and to ask for leads."""
        self.gaps, self.next_leads = [], []
        self._last = time.perf_counter()
        self._timer.start()
        self._ask()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def _look(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000 - _EVERY_MS)
        self._last = now

    def _ask(self) -> None:
        asked = time.perf_counter()

        def landed(_nothing: object) -> None:
            self.next_leads.append((time.perf_counter() - asked) * 1000)
            if self._timer.isActive():
                QTimer.singleShot(20, self._ask)

        self._work.ask(_next_and_back, landed, owner=self, refused=_fail)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 rows")
    parser.add_argument("--full", action="store_true", help="100,000 rows")
    asked = parser.parse_args()
    measure(2_000 if asked.smoke else 100_000 if asked.full else 20_000)


def measure(size: int) -> None:
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write_list(path, size)
        address = f"sqlite:///{folder}/desk.sqlite"
        _prepare(address, Path(folder) / "first.csv")
        work = Work(lambda: open_desk(address, caller="bench"))
        meanwhile = Meanwhile(work)
        meanwhile.watch()
        QTimer.singleShot(2_000, app.quit)
        app.exec()
        idle = _figures(meanwhile)
        meanwhile.watch()
        started = time.perf_counter()

        def load(desk: Desk, progress: Progress) -> int:
            return desk.intake.load(path, campaign=_NAME, progress=progress).rows

        work.long(load, lambda _rows: app.quit(), owner=meanwhile, refused=_fail)
        app.exec()
        seconds = time.perf_counter() - started
        meanwhile.stop()
        busy = _figures(meanwhile)
        work.close()
    sys.stdout.write(
        json.dumps(
            {
                "benchmark": "window_meanwhile",
                "rows": size,
                "load_seconds": round(seconds, 1),
                "idle": idle,
                "loading": busy,
                "goal_longest_gap": _GOAL_GAP_MS,
                "load_average": os.getloadavg()[0],
            }
        )
        + "\n"
    )


def _prepare(address: str, path: Path) -> None:
    """A workspace with a campaign that calls may start in at any hour, and some leads in it."""
    write_list(path, 500)
    desk = open_desk(address, caller="bench")
    desk.library.new_campaign(_NAME, hours=(0, 24 * 60), days=range(7))
    desk.intake.load(path, campaign=_NAME)
    desk.close()


def _next_and_back(desk: Desk) -> None:
    """The next lead with its whole card, and back untouched."""
    card = desk.calling.next_lead()
    lead = getattr(card, "lead", None)
    if lead is not None:
        desk.calling.release(lead.id)


def _figures(seen: Meanwhile) -> dict[str, float]:
    leads = sorted(seen.next_leads)
    return {
        "longest_gap": round(max(seen.gaps), 1),
        "gaps_over_100": sum(gap > _GOAL_GAP_MS for gap in seen.gaps),
        "next_lead_median": round(statistics.median(leads), 1),
        "next_lead_p95": round(leads[int(len(leads) * 0.95)], 1),
        "next_lead_longest": round(leads[-1], 1),
        "next_leads": len(leads),
    }


def _fail(error: QualdeskError) -> None:
    sys.stderr.write(f"{error.says}\n")
    QApplication.exit(1)


if __name__ == "__main__":
    main()
