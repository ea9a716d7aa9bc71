# ruff: noqa: S608 - statements of our own, put together from names of our own
"""What privacy costs: who is due to go, and the search for one person's name in all words.

    python benchmarks/people_data.py [--smoke | --full] [--postgres]

200,000 leads with three calls each (``--full``; 2,000 in ``--smoke``, 20,000 else), each with a
number, an address and the row of the list it came in; a note with every call and an answer with
every third. One person is named in ten of these words. Seconds, the median of the runs: the
timer's look where nobody is due, where a hundred are, and where all are; all of them counted; and
erasing one person, with the part of it that holds up whoever saves; letting twenty and two hundred
go at once. JSON lines.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import sqlalchemy as sa
from floor_figures import AT, _fill, _store

from postgres import copied_database, running_server
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk
from qualdesk.store import erasing, mentions, retention
from qualdesk.store.database import Store

_FIRST = 500
_NAMED = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads")
    parser.add_argument("--full", action="store_true", help="200,000 leads")
    parser.add_argument("--postgres", action="store_true", help="on a server, beside the file")
    asked = parser.parse_args()
    size = 2_000 if asked.smoke else 200_000 if asked.full else 20_000
    with tempfile.TemporaryDirectory(prefix="people-") as folder:
        _measure(f"sqlite:///{Path(folder) / 'desk.sqlite'}", size)
    if asked.postgres:
        with _database() as address:
            _measure(address, size)


@contextmanager
def _database() -> Iterator[str]:
    with running_server() as server, copied_database(server, "template0", "people") as address:
        yield address


def _measure(address: str, size: int) -> None:
    store = _store(address)
    _fill(store, size)
    _fill_words(store)
    base = {"database": store.dialect.name, "leads": size}
    clock = SetClock(AT)
    store.clock = clock
    looks: dict[str, Callable[[], Any]] = {
        "timer's look": lambda: _due(store, 5),
        "list of 200": lambda: _due(store, 200),
    }
    # Kept for 36 months: of these calls nobody is due, then a few of the oldest, then all.
    for when, later in (("nobody due", 1), ("some due", 1096), ("all due", 1400)):
        clock.set(AT + timedelta(days=later))
        for name, look in looks.items():
            _tell(**base, what=f"{name}, {when}", **_timed(look))
    began = time.perf_counter()
    with store.reading() as tx:
        count = retention.count_due(tx)
    _tell(**base, what="all counted, all due", due=count, median=time.perf_counter() - began)
    clock.set(AT)
    _erase(store, clock, base)
    clock.set(AT + timedelta(days=1400))
    for count in (20, 200):
        began = time.perf_counter()
        done = Desk(store, clock, "rosa").retention.let_go(most=count)
        _tell(**base, what="let go", people=done.erased, seconds=time.perf_counter() - began)
    store.close()


def _due(store: Store, most: int) -> int:
    with store.reading() as tx:
        return len(retention.due(tx, most))


def _erase(store: Store, clock: SetClock, base: dict[str, Any]) -> None:
    for number in range(3):
        lead_id = LeadId(_FIRST + number)
        with store.reading() as tx:
            who = erasing.person_of(tx, lead_id)
            marks = erasing.marks_of(tx, who)
            began = time.perf_counter()
            found = mentions.find_mentions(tx, marks)
            looked = time.perf_counter() - began
            began = time.perf_counter()
            list(mentions.speaks_of_them(tx, marks))
            spoke = time.perf_counter() - began
        named = sum(map(len, found.values()))
        held: list[float] = []
        _listen(store, held)
        began = time.perf_counter()
        Desk(store, clock, "rosa").erasing.erase(lead_id)
        took = time.perf_counter() - began
        told = {"named_in": named, "mentions": looked, "last_name": spoke, "seconds": took}
        _tell(**base, what="erase", **told, longest_held=max(held))


def _listen(store: Store, held: list[float]) -> None:
    """How long each transaction that writes was open."""
    begin = store.erasing

    @contextmanager
    def timed() -> Iterator[Any]:
        with begin() as tx:
            began = time.perf_counter()
            yield tx
        held.append(time.perf_counter() - began)

    store.erasing = timed  # type: ignore[method-assign]


def _fill_words(store: Store) -> None:
    is_file = store.dialect.name == "sqlite"
    mail = "'p' || id || '@works' || (id / 3) || '.example'"
    cells = (
        "'Person ' || id || '\",\"+49302' || (1000000 + id) || '\",\"Hall ' || (id % 9) || '\"]'"
    )
    raw = f"'[\"' || {cells}"
    raw = raw if is_file else f"CAST({raw} AS json)"
    value = "'\"yes\"'" if is_file else "CAST('\"yes\"' AS json)"
    name = "'Kat' || id || ' Albers' || id"
    lines = (
        """INSERT INTO contact_phone (contact_id, raw, e164, state, position)
            SELECT id, '', '+49302' || (1000000 + id), 'ok', 0 FROM contact""",
        f"""INSERT INTO contact_email (contact_id, address, key, position)
            SELECT id, {mail}, {mail}, 0 FROM contact""",
        f"UPDATE contact SET name = {name}, last_name = 'Albers' || id WHERE id % 100 = 0",
        """INSERT INTO lead_list (id, campaign_id, file_name, state, loaded_at)
            SELECT 1, id, 'fair.csv', 'published', MIN(rested) FROM (SELECT campaign.id AS id,
            attempt.started_at AS rested FROM campaign, attempt) AS a GROUP BY id""",
        f"""INSERT INTO intake_row (list_id, row_number, raw, result, lead_id)
            SELECT 1, id, {raw}, 'new', id FROM lead""",
        """UPDATE attempt SET note = 'They asked to be called again in the week of the fair, '
            || 'and want the second machine of line ' || (lead_id % 9)""",
        f"""INSERT INTO answer (id, attempt_id, lead_id, question, value, words, given_at)
            SELECT id, id, lead_id, 'need', {value}, 'They need it before the summer', started_at
            FROM attempt WHERE lead_id % 3 = 0""",
    )
    with store.transaction() as tx:
        for line in lines:
            tx.connection.exec_driver_sql(line.replace("%", "%" if is_file else "%%"))
        for number in range(3):
            who = _FIRST + number
            told = sa.text("UPDATE contact SET name = :n, last_name = :l WHERE id = :i")
            values = {"n": f"Kat{who} Albers{who}", "l": f"Albers{who}", "i": who}
            tx.connection.execute(told, values)
            says = sa.text("UPDATE attempt SET note = :n WHERE lead_id = :i")
            for lead_id in range(1000 + number * _NAMED, 1000 + (number + 1) * _NAMED):
                tx.connection.execute(says, {"n": f"Ask Kat{who} Albers{who}", "i": lead_id})
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE" if is_file else "VACUUM ANALYZE")


def _timed(look: Callable[[], Any], runs: int = 5) -> dict[str, Any]:
    took, found = [], None
    for _ in range(runs):
        began = time.perf_counter()
        found = look()
        took.append(time.perf_counter() - began)
    return {"median": statistics.median(took), "longest": max(took), "found": found}


def _tell(**said: Any) -> None:
    print(json.dumps(said, default=str), flush=True)


if __name__ == "__main__":
    main()
