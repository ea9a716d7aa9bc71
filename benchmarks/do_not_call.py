"""Do-not-call lists against a base of leads: how long they take, and how long others wait.

    python benchmarks/do_not_call.py [--smoke]

A base is loaded, then a list of numbers, its lifting, a list of hashes, an export and its
lifting, each as a JSON line: seconds, entries, and the turns taken in the workspace. A turn is
the time in which nobody else may write; none should be longer than 200 ms.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.keyed_hashes import hash_of
from qualdesk.desk import Desk
from qualdesk.store.database import Store, Transaction

_AT = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
_KEY = b"a key of thirty-two characters.."


class Turns:
    """Measures each transaction of a store while it is in force."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._plain = Store.transaction

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure every transaction inside the block."""
        turns, plain = self, self._plain

        @contextmanager
        def timed(store: Store) -> Iterator[Transaction]:
            with plain(store) as tx:
                began = time.perf_counter()
                yield tx
            turns.seconds.append(time.perf_counter() - began)

        Store.transaction = timed  # type: ignore[assignment, method-assign]
        try:
            yield
        finally:
            Store.transaction = plain  # type: ignore[method-assign]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads, 500 entries")
    leads, entries = (2_000, 500) if parser.parse_args().smoke else (100_000, 20_000)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        desk = open_desk(f"sqlite:///{place / 'desk.sqlite'}", clock=SetClock(_AT), caller="rosa")
        try:
            measure(desk, place, leads, entries)
        finally:
            desk.close()


def measure(desk: Desk, place: Path, leads: int, entries: int) -> None:
    numbers = [f"+49302{number:07}" for number in range(leads)]
    desk.library.new_campaign("Fair", client="North")
    people = (f"Person {n} Of{n},{number}" for n, number in enumerate(numbers))
    base = written(place / "people.csv", ["Name,Phone", *people])
    tell("base", lambda: desk.intake.load(base, campaign="Fair").new)
    step = max(1, leads // entries)
    plain = written(place / "no.csv", ["Phone", *numbers[::step]])
    hashes = written(place / "hashes.txt", [hash_of(one, _KEY) for one in numbers[1::step]])
    room = desk.do_not_call
    tell("numbers", lambda: len(room.load(plain, client="North").leads))
    tell("lift numbers", lambda: len(room.undo(room.lists()[0].id).leads))
    tell("hashes", lambda: len(room.load(hashes, client="North", key=_KEY).leads))
    tell("export", lambda: room.export(place / "out.txt", client="North", key=_KEY).numbers)
    tell("lift hashes", lambda: len(room.undo(room.lists()[0].id).leads))


def written(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def tell(what: str, work: Callable[[], int]) -> None:
    turns = Turns()
    began = time.perf_counter()
    with turns.measured():
        count = work()
    seconds = time.perf_counter() - began
    line = {
        "what": what,
        "leads": count,
        "seconds": round(seconds, 2),
        "turns": len(turns.seconds),
        "median_turn_ms": round(statistics.median(turns.seconds) * 1000, 1),
        "longest_turn_ms": round(max(turns.seconds) * 1000, 1),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
