"""A backup of a whole workspace while somebody saves, and how long they wait for it.

    python benchmarks/backup.py [--smoke | --full]

200,000 leads with three calls each (``--full``; 2,000 in ``--smoke``, 20,000 else). A process of
its own writes an answer and flushes it to the disk, again and again, as a caller's desk does; its
longest wait is told, without a backup (the floor) and while each kind of copy is made. ``pieces``
is what qualdesk does: SQLite's backup in pieces of one moment, each written to the disk, then read
through, counted and sealed. ``at once`` is the same backup in one go, ``vacuum`` is VACUUM INTO,
both without any check. JSON lines; seconds and MB.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from floor_figures import _fill, _store

from qualdesk.core.clock import SystemClock
from qualdesk.core.findings import CheckedFile
from qualdesk.desk.recovery import Recovery
from qualdesk.store import backup
from qualdesk.store.database import Store
from qualdesk.store.differing import difference

_WRITER = """
import json, sys, time
from pathlib import Path
from qualdesk.core.clock import SystemClock
from qualdesk.store.database import Store
from qualdesk.store.schema import workspace
store = Store(sys.argv[1], clock=SystemClock())
with store.transaction() as tx:
    tx.connection.execute(workspace.insert().values(key="bench", value="0"))
print("ready", flush=True)
waits, number = [], 0
while not Path(sys.argv[2]).exists():
    number += 1
    began = time.perf_counter()
    with store.transaction() as tx:
        put = workspace.update().where(workspace.c.key == "bench").values(value=str(number))
        tx.connection.execute(put)
    waits.append(time.perf_counter() - began)
    time.sleep(0.01)
with store.transaction() as tx:
    tx.connection.execute(workspace.delete().where(workspace.c.key == "bench"))
store.close()
waits.sort()
print(json.dumps({"saves": len(waits), "median": waits[len(waits) // 2], "longest": waits[-1],
    "p99": waits[int(len(waits) * 0.99)]}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads")
    parser.add_argument("--full", action="store_true", help="200,000 leads")
    asked = parser.parse_args()
    size = 2_000 if asked.smoke else 200_000 if asked.full else 20_000
    with tempfile.TemporaryDirectory(prefix="backup-") as folder:
        place = Path(folder)
        file = place / "desk.sqlite"
        filled = _store(f"sqlite:///{file}")
        _fill(filled, size)
        filled.close()
        _tell(what="workspace", leads=size, megabytes=file.stat().st_size / 1e6)
        copies: dict[str, Callable[[Path], Any]] = {
            "nothing": lambda _: time.sleep(1 if asked.smoke else 5),
            "pieces": lambda target: backup.copy_whole(file, target),
            "at once": lambda target: _at_once(file, target),
            "vacuum": lambda target: _vacuum(file, target),
        }
        for name, copy in copies.items():
            _beside_a_writer(name, file, place / f"{name}.sqlite", copy)
        _read_through(file, place / "pieces.sqlite")


def _beside_a_writer(name: str, file: Path, target: Path, copy: Callable[[Path], Any]) -> None:
    stop = target.with_suffix(".stop")
    command = [sys.executable, "-c", _WRITER, f"sqlite:///{file}", str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        began = time.perf_counter()
        copy(target)
        took = time.perf_counter() - began
        stop.touch()
        waits = json.loads(writer.stdout.readline())
    _tell(what=name, seconds=took, writer=waits)


def _read_through(file: Path, copy: Path) -> None:
    """What is done with the file and its backup besides."""
    steps: dict[str, Callable[[], Any]] = {
        "backup verified": lambda: backup.refuse_bad(copy),
        "preview": lambda: difference(file, copy),
        "opened": lambda: Store(f"sqlite:///{file}", clock=SystemClock()).close(),
        "checked": lambda: _check(file),
    }
    for name, step in steps.items():
        began = time.perf_counter()
        step()
        _tell(what=name, seconds=time.perf_counter() - began)


def _check(file: Path) -> CheckedFile:
    store = Store(f"sqlite:///{file}", clock=SystemClock())
    try:
        return Recovery(store).check()
    finally:
        store.close()


def _at_once(file: Path, target: Path) -> None:
    with closing(sqlite3.connect(file)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _vacuum(file: Path, target: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as old:
        old.execute("VACUUM INTO ?", (str(target),))


def _tell(**said: Any) -> None:
    print(json.dumps(said, default=str), flush=True)


if __name__ == "__main__":
    main()
