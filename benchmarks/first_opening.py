"""The first opening of each page: the work it takes, and how long the window stands still for it.

    python benchmarks/first_opening.py [--smoke | --full]

Each opening is a start of its own over 2,000 leads, at 1366x768 and drawn without a screen. When
the first lead is on the screen and nothing has happened for a second and a half, the page's key is
pressed, and a timer on the window's thread looks every 5 ms how late it is, for two seconds. Then
each part of that page is opened the same way, one after another: its tabs, sections and documents,
each for the first time. JSON lines, medians in milliseconds:

* ``work``: what the whole process did in that time, and ``resting``: what it does in as long a
  time when nobody goes anywhere;
* ``stands_still``: the longest stretch in which the window's thread worked on without looking,
  by its own processor time, and ``gap`` the same by the clock;
* ``first_seen``: by the clock until the page area shows that the key was heard;
* ``there``: by the clock until the page itself is in front.

``--smoke`` makes each start once, ``--full`` nine times.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from start import _HERE, middle, say
from start_child import set_for

_PATIENCE = 120
_PAGES = {
    "lists": "Ctrl+2",
    "campaigns": "Ctrl+3",
    "handoff": "Ctrl+4",
    "floor": "Ctrl+5",
    "settings": "Ctrl+,",
    "my_day": "",
    "reports": "",
    "history": "",
    "my_leads": "",
}
_PARTS = {
    "lists": ("queue", "beliefs", "rules", "do_not_call"),
    "campaigns": ("campaign", "script", "definition"),
    "handoff": ("sent", "answers", "routing", "lessons"),
    "settings": (
        *("keys", "look", "calling", "mail", "workspace", "people", "imports", "privacy", "about"),
    ),
    "reports": ("schedules",),
}
"""What is opened within a page once it is there; all but the part it comes with."""
_DOCUMENTS = {"script": "discovery-call", "definition": "qualified-lead"}
_EVERY_MS, _QUIET_MS, _FOR_MS = 5, 1_500, 2_000
GOAL_MS = 50.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="each start once")
    parser.add_argument("--full", action="store_true", help="nine starts for each page")
    parser.add_argument("--child", nargs=2, metavar=("FILE", "PAGE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        open_page(Path(asked.child[0]), asked.child[1])
        return
    turns = 1 if asked.smoke else 9 if asked.full else 5
    say(what="machine", processors=os.cpu_count(), load=os.getloadavg(), turns=turns)
    with tempfile.TemporaryDirectory() as folder:
        from next_lead import fill

        workspace = Path(folder) / "desk.sqlite"
        fill(workspace, 2_000)
        found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for _turn in range(turns):
            for page in _PAGES:
                for opened, measures in _child(workspace, page).items():
                    for name, value in measures.items():
                        found[opened][name].append(value)
    for page, measures in found.items():
        middles = {name: middle(values) for name, values in measures.items()}
        say(what=page, **middles, is_kept=middles["stands_still"] <= GOAL_MS, limit=GOAL_MS)


def _child(workspace: Path, page: str) -> dict[str, dict[str, float]]:
    """What the opening of a page took, and of each of its parts, by their names."""
    command = [sys.executable, __file__, "--child", str(workspace), page]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=_PATIENCE, env=_HERE, check=False
    )
    told = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    if len(told) != 1 + len(_PARTS.get(page, ())):
        raise SystemExit(f"{page} did not show all of it: {ended.stderr[-2000:]}")
    return {one.pop("what"): one for one in told}


def open_page(workspace: Path, page: str) -> None:
    """One start, and one page gone to."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    set_for(workspace)
    hear_events = QApplication.exec

    def watched() -> int:
        from qualdesk.qt.call_desk.page import CallDeskPage
        from qualdesk.qt.shell import Shell

        shell = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Shell))
        shell.resize(1366, 768)
        seen = _Seen(shell, page)

        def at(state: str) -> None:
            if state == "ready":
                desk.state_changed.disconnect(at)
                QTimer.singleShot(_QUIET_MS, seen.rest)

        desk = shell.findChildren(CallDeskPage)[0]
        desk.state_changed.connect(at)
        return int(hear_events())

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]
    from qualdesk.__main__ import main as program

    raise SystemExit(program([]))


class _Seen:
    """What the window's thread did while a page was gone to."""

    def __init__(self, shell: Any, page: str) -> None:
        from PySide6.QtCore import QTimer

        self._shell, self._page, self._part = shell, page, ""
        self._left = list(_PARTS.get(page, ()))
        self._timer = QTimer()
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._stretches: list[float] = []
        self._gaps: list[float] = []
        self._first_seen = self._there = self._went = self._resting = 0.0

    def rest(self) -> None:
        from PySide6.QtCore import QTimer

        began = time.process_time()

        def go() -> None:
            self._resting = (time.process_time() - began) * 1000
            self._go()

        self._timer.start()
        QTimer.singleShot(_FOR_MS, go)

    def _go(self) -> None:
        """Open the page, or the next part of it, and watch."""
        from PySide6.QtCore import QTimer

        self._stretches, self._gaps = [], []
        self._first_seen = self._there = 0.0
        self._processor, self._went = time.process_time(), time.perf_counter()
        self._last = (time.thread_time(), self._went)
        if self._part:
            _open_part(self._shell.page, self._part)
        else:
            commands = self._shell.commands()
            commands.get(self._page, commands.get(f"go_{self._page}"))()
        QTimer.singleShot(_FOR_MS, self._ended)

    def _look(self) -> None:
        now = time.thread_time(), time.perf_counter()
        if self._went:
            self._stretches.append(now[0] - self._last[0])
            self._gaps.append(now[1] - self._last[1] - _EVERY_MS / 1000)
            if not self._first_seen:
                self._first_seen = now[1] - self._went
            if not self._there and self._shell.at == self._page:
                self._there = now[1] - self._went
        self._last = now

    def _ended(self) -> None:
        work = (time.process_time() - self._processor) * 1000
        self._went = 0.0
        say(
            what=f"{self._page}, {self._part}" if self._part else self._page,
            work=round(work, 1),
            resting=round(self._resting, 1),
            stands_still=round(max(self._stretches) * 1000, 1),
            over_50=sum(one > GOAL_MS / 1000 for one in self._stretches),
            gap=round(max(self._gaps) * 1000, 1),
            first_seen=round(self._first_seen * 1000, 1),
            there=round(self._there * 1000, 1),
        )
        if self._left:
            self._part = self._left.pop(0)
            self._go()
        else:
            self._shell.close()


def _open_part(page: Any, part: str) -> None:
    """Bring a part of a page to the front: a tab, a section, or a document of a campaign."""
    if hasattr(page, "overview"):
        campaign = page.overview.current().campaign
        if part == "campaign":
            page.open_campaign(campaign)
        else:
            page.go_back_to(1)
            getattr(page.page, f"{part}_wanted").emit(campaign, _DOCUMENTS[part])
    elif hasattr(page, "show_section"):
        page.index.buttons[part].click()
    else:
        getattr(page, "page", page).tabs.choose(part)


if __name__ == "__main__":
    main()
