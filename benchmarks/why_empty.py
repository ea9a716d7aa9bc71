"""How long it takes to say why no lead is offered, over every open lead of a workspace.

    python benchmarks/why_empty.py [--smoke | --full] [--postgres ADDRESS]

Four kinds of time: leads standing in every way but free, all of them resting, all of them
outside calling hours, and half of them free to call, which nobody asks about but a page counts.
Medians in milliseconds of seven looks, as JSON lines; ``processor`` is this process's own time,
which other work on the machine does not lengthen (on a server the rest is the server's).
``ADDRESS`` is a PostgreSQL server with an
empty database of its own for each size and kind, made and dropped here; on SQLite a file.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from whole_queues import AT, all_ready, all_resting, fill, in_every_way

from qualdesk.core.clock import SetClock
from qualdesk.desk.queue import Queue

LIMIT = 100.0
KINDS: dict[str, tuple[Callable[[int], dict[str, Any]], timedelta]] = {
    "every way": (in_every_way, timedelta()),
    "resting": (all_resting, timedelta()),
    # A Sunday on every clock.
    "Sunday": (all_ready, timedelta(days=5)),
    "free": (all_ready, timedelta()),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="5,000 leads, quickly")
    parser.add_argument("--full", action="store_true", help="a million leads too")
    parser.add_argument("--postgres", metavar="ADDRESS", help="postgresql://LOGIN@HOST:PORT")
    asked = parser.parse_args()
    sizes = [5_000] if asked.smoke else [10_000, 100_000]
    sizes += [1_000_000] if asked.full else []
    say(what="machine", processors=os.cpu_count(), load=os.getloadavg())
    for size in sizes:
        for kind, (standing, later) in KINDS.items():
            with workspace(asked.postgres) as url:
                store = fill(url, size, standing)
                if asked.postgres:
                    with store.engine.connect() as connection:
                        connection.execution_options(isolation_level="AUTOCOMMIT")
                        connection.execute(sa.text("ANALYZE"))
                clock = SetClock(AT + later)
                store.clock = clock
                took, used, leads = looks(Queue(store, clock, "ana"))
                store.close()
            milliseconds = round(statistics.median(took), 1)
            told: dict[str, object] = {"is_kept": milliseconds <= LIMIT, "limit": LIMIT}
            is_judged = size == 100_000 and kind != "free"
            say(
                what="why_empty",
                database="postgresql" if asked.postgres else "sqlite",
                kind=kind,
                leads=size,
                open_leads=leads,
                milliseconds=milliseconds,
                processor=round(statistics.median(used), 1),
                **(told if is_judged else {}),
            )


def looks(queue: Queue) -> tuple[list[float], list[float], int]:
    took, used = [], []
    leads = queue.why_empty().open_leads  # works out the hours, fills caches
    for _ in range(7):
        begun, busy = time.perf_counter(), time.process_time()
        queue.why_empty()
        took.append((time.perf_counter() - begun) * 1000)
        used.append((time.process_time() - busy) * 1000)
    return took, used, leads


@contextmanager
def workspace(address: str | None) -> Iterator[str]:
    """The address of an empty workspace, gone afterwards."""
    if address is None:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'desk.sqlite'}"
        return
    with psycopg.connect(f"{address}/postgres", autocommit=True) as admin:
        admin.execute("CREATE DATABASE whole_queue")
        try:
            yield f"{address}/whole_queue"
        finally:
            admin.execute("DROP DATABASE whole_queue WITH (FORCE)")


def say(**told: object) -> None:
    print(json.dumps({"benchmark": "why_empty", **told}), flush=True)


if __name__ == "__main__":
    main()
