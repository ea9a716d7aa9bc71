"""From a cold start to the first lead on the screen, beside Anki's first card and a bare window.

    python benchmarks/start.py [--smoke | --full] [--aqt PYTHON]

Each start is a process of its own, at 1366x768, drawn without a screen, over 100,000 leads (Anki:
100,000 new cards in one deck). They take turns, so that all meet the same moments of the machine;
the files lie in the computer's memory already, as they do at every start of a day but the first.

* ``bare``: PySide6 alone, an empty window painted;
* ``libraries``: PySide6 and SQLAlchemy, a window with one label painted, a file connected to: no
  program of this kind starts in less;
* ``window``: qualdesk's window painted; ``first_lead``: the first lead painted, ready to be called;
* ``aqt_window``: Anki's main window; ``aqt_card``: the first card of a review in it.

``--aqt`` names a Python that has ``aqt`` (``pip install "aqt[qt6]"``); without it, or QUALDESK_AQT,
the line of Anki says that the peer is not installed. JSON lines, medians: milliseconds by the clock
and of the process's own work, and MiB half a second after: ``own_rss`` of the process, ``rss`` and
``pss`` with those it started. ``--smoke`` takes 2,000 leads and two turns, ``--full`` 15.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

FIRST_LEAD_LIMIT = 0.6
"""Of the time Anki needs to its first card."""
MEMORY_LIMIT = 120.0
"""MiB, half a second after the first lead."""
_PATIENCE = 120
_CHILD = Path(__file__).with_name("start_child.py")
_PEERS = Path(__file__).with_name("start_peers.py")
_HERE = {
    # Python keeps what it compiled, as at every start but the first after it was installed.
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
}
Seen = dict[str, dict[str, list[float]]]
"""For each thing seen on a screen, and each measure of it, one figure a turn."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads, two turns")
    parser.add_argument("--full", action="store_true", help="15 turns")
    parser.add_argument("--aqt", default=os.environ.get("QUALDESK_AQT", ""), metavar="PYTHON")
    asked = parser.parse_args()
    leads, turns = (2_000, 2) if asked.smoke else (100_000, 15 if asked.full else 7)
    has_peer = bool(asked.aqt) and _has_aqt(asked.aqt)
    say(what="machine", processors=os.cpu_count(), load=os.getloadavg(), leads=leads, turns=turns)
    if not has_peer:
        say(what="aqt", says="peer not installed")
    with tempfile.TemporaryDirectory() as folder:
        ways = made(Path(folder), leads, asked.aqt if has_peer else "")
        seen = measured(ways, turns)
    for what, measures in seen.items():
        say(what=what, **{name: middle(found) for name, found in measures.items()})
    judge(seen)


def made(folder: Path, leads: int, aqt: str) -> dict[str, list[str]]:
    """The commands that start each program, over files made for them."""
    from next_lead import fill

    workspace = folder / "desk.sqlite"
    fill(workspace, leads)
    ways = {
        "bare": [sys.executable, str(_PEERS), "bare"],
        "libraries": [sys.executable, str(_PEERS), "libraries", str(workspace)],
        "qualdesk": [sys.executable, str(_CHILD), str(workspace)],
    }
    if aqt:
        anki = folder / "anki"
        anki.mkdir()
        peers = [aqt, str(_PEERS)]
        subprocess.run([*peers, "aqt-made", str(anki), str(leads)], check=True, env=_HERE)
        ways["aqt"] = [*peers, "aqt", str(anki)]
    return ways


def measured(ways: dict[str, list[str]], turns: int) -> Seen:
    """What each start showed and when, turn about; the first turn fills caches."""
    seen: Seen = defaultdict(lambda: defaultdict(list))
    for turn in range(turns + 1):
        for name, command in ways.items():
            for what, measures in start(name, command).items():
                if turn:
                    for measure, value in measures.items():
                        seen[what][measure].append(value)
    return seen


def start(name: str, command: list[str]) -> dict[str, dict[str, float]]:
    """One start, and what was seen of it."""
    began = time.perf_counter()
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=_PATIENCE, env=_HERE, check=True
    )
    found: dict[str, dict[str, float]] = {}
    for line in ended.stdout.splitlines():
        if not line.startswith("{"):
            continue
        told = json.loads(line)
        what = told.pop("what")
        at, processor = told.pop("at"), told.pop("processor")
        if what == "memory":
            found[f"{name}_memory"] = told
        else:
            times = {"milliseconds": at - began, "processor": processor}
            found[what] = {measure: round(took * 1000) for measure, took in times.items()}
    if not found:
        raise SystemExit(f"{name} showed nothing: {ended.stderr[-2000:]}")
    return found


def judge(seen: Seen) -> None:
    """Beside the floors, and beside Anki where it is there."""
    for measure in ("milliseconds", "processor"):
        ours = seen["first_lead"][measure]
        for floor in ("bare", "libraries"):
            found = times(ours, seen[floor][measure])
            say(what=f"to_{floor}", measure=measure, times=found)
        if "aqt_card" in seen:
            ratio = times(ours, seen["aqt_card"][measure])
            is_kept = ratio <= FIRST_LEAD_LIMIT
            limit = FIRST_LEAD_LIMIT
            say(what="to_aqt_card", measure=measure, times=ratio, is_kept=is_kept, limit=limit)
    held = middle(seen["qualdesk_memory"]["own_rss"])
    say(what="memory", mib=held, is_kept=held <= MEMORY_LIMIT, limit=MEMORY_LIMIT)


def _has_aqt(python: str) -> bool:
    asked = [python, "-c", "import importlib.util as u, sys; sys.exit(not u.find_spec('aqt'))"]
    return subprocess.run(asked, check=False).returncode == 0


def times(these: list[float], those: list[float]) -> float:
    """How many times as much these are, turn by turn: both met the same moments."""
    ratios = (one / other for one, other in zip(these, those, strict=True))
    return round(statistics.median(ratios), 2)


def middle(found: list[float]) -> float:
    return round(statistics.median(found), 1)


def say(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
