"""A workspace moved from a file to a server and back, beside a bare copy by the drivers.

    python benchmarks/moving.py [--smoke | --full]

100,000 leads with three calls each (``--full``; 2,000 in ``--smoke``, 20,000 else). ``move`` is
all of it: the history checked in both, every row looked at, copied, read back and compared,
indexes, references and counts made, the planner's figures taken. ``bare`` copies the same tables
from the one driver to the other, into tables made with all their indexes, and looks at nothing.
The server is started here as the tests start it, without fsync. JSON lines; seconds, and the
most memory this process used (MB).
"""

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import sqlalchemy as sa
from floor_figures import AT, _fill, _store

from postgres import binaries, copied_database, running_server
from qualdesk.core.clock import SetClock
from qualdesk.store.database import Store, Transaction
from qualdesk.store.moving import move
from qualdesk.store.schema import metadata

_AT_ONCE = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads")
    parser.add_argument("--full", action="store_true", help="100,000 leads")
    asked = parser.parse_args()
    size = 2_000 if asked.smoke else 100_000 if asked.full else 20_000
    if binaries() is None:
        _tell(says="PostgreSQL is not installed")
        return
    with tempfile.TemporaryDirectory(prefix="moving-") as folder, running_server() as address:
        _both_ways(address, Path(folder), size)


def _both_ways(address: str, place: Path, size: int) -> None:
    source = _store(f"sqlite:///{place}/source.sqlite")
    _fill(source, size)
    with _empty(address, "bare") as target:
        bare = _bare(source, target)
    with _empty(address, "moved") as there:
        _measured("file to server", source, there, size, bare)
        with _opened(f"sqlite:///{place}/bare.sqlite") as target:
            bare = _bare(there, target)
        _measured("server to file", there, place / "back.sqlite", size, bare)
    source.close()


@contextmanager
def _empty(address: str, name: str) -> Iterator[Store]:
    with copied_database(address, "template0", name) as url, _opened(url) as store:
        yield store


@contextmanager
def _opened(url: str) -> Iterator[Store]:
    store = Store(url, clock=SetClock(AT), durable=False)
    try:
        yield store
    finally:
        store.close()


def _measured(way: str, source: Store, target: Store | Path, size: int, bare: float) -> None:
    before = os.times()
    started = time.perf_counter()
    found = move(source, target)
    took = time.perf_counter() - started
    after = os.times()
    assert found.is_equal
    _tell(
        way=way,
        leads=size,
        rows=found.target.rows,
        move_s=round(took, 2),
        own_processor_s=round(after.user + after.system - before.user - before.system, 2),
        bare_s=round(bare, 2),
        ratio=round(took / bare, 2),
        rows_per_s=round(found.target.rows / took),
        memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        load=round(os.getloadavg()[0], 1),
    )


def _bare(source: Store, target: Store) -> float:
    started = time.perf_counter()
    with source.reading() as old, target.transaction() as new:
        if target.dialect.name == "sqlite":
            new.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        old.connection.exec_driver_sql("SELECT 1")
        metadata.create_all(new.connection)
        for table in metadata.sorted_tables:
            _bare_table(old, new, table)
    return time.perf_counter() - started


def _bare_table(old: Transaction, new: Transaction, table: sa.Table) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    given: Any = old.connection.connection.driver_connection
    taken: Any = new.connection.connection.driver_connection
    texts = names if old.dialect.name == "sqlite" else _as_text(table)
    # By pages also from the server, which would hand over a table as a whole.
    asked = given if old.dialect.name == "sqlite" else given.cursor(name="bare")
    rows = asked.execute(f'SELECT {texts} FROM "{table.name}"')  # noqa: S608
    if new.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.columns))
        into = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608
        while some := rows.fetchmany(_AT_ONCE):
            taken.executemany(into, some)
        rows.close()
        return
    with taken.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
        while some := rows.fetchmany(_AT_ONCE):
            for row in some:
                copy.write_row(row)


def _as_text(table: sa.Table) -> str:
    """What a file's driver does not take is asked for as text."""
    plain = (sa.Integer, sa.Float)
    return ", ".join(
        f'"{column.name}"' if isinstance(column.type, plain) else f'"{column.name}"::text'
        for column in table.columns
    )


def _tell(**line: object) -> None:
    print(json.dumps({"benchmark": "moving", **line}), flush=True)


if __name__ == "__main__":
    main()
