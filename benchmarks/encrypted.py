"""What encryption costs: the same work on a plain and an encrypted workspace, turn about.

    python benchmarks/encrypted.py [--smoke]

* ``next_lead``: what a caller waits for, claim and whole card, through the desk;
* ``answer``: an answer saved and flushed;
* ``copy``: a backup of the whole workspace; ``encrypt``: making the encrypted file itself;
* ``open``: opening it, with the key made from the passphrase.

Medians in microseconds of at least five rounds, as JSON lines, and ``times``: encrypted over
plain, round by round, both having met the same moments.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from next_lead import AT, desk_leads, fill, opened_store, timed, times

from qualdesk import keys
from qualdesk.bootstrap import back_up, open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.store import ciphers

PASSPHRASE = "four small words here"  # noqa: S105 - invented


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads, quickly")
    asked = parser.parse_args()
    size, rounds, calls = (2_000, 5, 10) if asked.smoke else (100_000, 9, 50)
    say(what="machine", processors=os.cpu_count(), load=os.getloadavg(), leads=size)
    with tempfile.TemporaryDirectory() as folder:
        plain, locked = (Path(folder) / f"{name}.sqlite" for name in ("plain", "locked"))
        for path in (plain, locked):
            fill(path, size)
        took = timed(lambda: keys.encrypt(locked, PASSPHRASE))
        say(what="encrypt", microseconds=round(took), megabytes=round(size_of(locked) / 1e6, 1))
        compare({"plain": plain, "encrypted": locked}, rounds, calls)
        copies(plain, locked, Path(folder))
        opening(plain, locked)


def compare(paths: dict[str, Path], rounds: int, calls: int) -> None:
    """Each round's median of each way on each file, turn about."""
    desks = [open_desk(str(path), clock=SetClock(AT), caller="bench") for path in paths.values()]
    stores = [opened_store(path, durable=True) for path in paths.values()]
    ways: dict[tuple[str, str], Iterator[float]] = {}
    for name, desk, store in zip(paths, desks, stores, strict=True):
        ways["next_lead", name] = desk_leads(desk, store)
    found: dict[tuple[str, str], list[float]] = measured(ways, rounds, calls)
    ways = {}
    for name, desk in zip(paths, desks, strict=True):
        card = desk.calling.next_lead()
        assert isinstance(card, CallCard)
        call = desk.calling.start_attempt(card.lead.id)
        ways["answer", name] = answers(partial(desk.calling.record_answer, call.id, "need"))
    found |= measured(ways, rounds, calls)
    for one in (*desks, *stores):
        one.close()
    for what in ("next_lead", "answer"):
        told(what, found[what, "plain"], found[what, "encrypted"])


def measured(
    ways: dict[tuple[str, str], Iterator[float]], rounds: int, calls: int
) -> dict[tuple[str, str], list[float]]:
    medians: dict[tuple[str, str], list[float]] = {key: [] for key in ways}
    for number in range(rounds + 1):
        for key, way in ways.items():
            took = [next(way) for _ in range(calls)]
            if number:  # the first fills caches
                medians[key].append(statistics.median(took))
    return medians


def answers(keep: Callable[[str], object]) -> Iterator[float]:
    number = 0
    while True:
        number += 1
        yield timed(partial(keep, f"a second tray line, said for the {number}. time"))


def copies(plain: Path, locked: Path, folder: Path) -> None:
    costs: dict[str, list[float]] = {"plain": [], "encrypted": []}
    for number in range(5):
        for name, path in (("plain", plain), ("encrypted", locked)):
            target = folder / f"{name}-{number}.backup"
            costs[name].append(timed(partial(back_up, str(path), target)))
            target.unlink()
    told("copy", costs["plain"], costs["encrypted"])


def opening(plain: Path, locked: Path) -> None:
    costs: dict[str, list[float]] = {"plain": [], "encrypted": []}
    for _ in range(5):
        for name, path in (("plain", plain), ("encrypted", locked)):
            ciphers._keys.clear()
            begun = time.perf_counter_ns()
            desk = open_desk(str(path), clock=SetClock(AT))
            costs[name].append((time.perf_counter_ns() - begun) / 1_000)
            desk.close()
    told("open", costs["plain"], costs["encrypted"])


def told(what: str, plain: list[float], locked: list[float]) -> None:
    for name, cost in (("plain", plain), ("encrypted", locked)):
        say(what=what, file=name, microseconds=round(statistics.median(cost), 1))
    say(what=what, times=times(locked, plain))


def size_of(path: Path) -> int:
    return path.stat().st_size


def say(**figures: object) -> None:
    sys.stdout.write(json.dumps({"benchmark": "encrypted", **figures}) + "\n")


if __name__ == "__main__":
    main()
