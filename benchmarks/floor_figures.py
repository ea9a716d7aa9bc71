"""The Floor at 1,000,000 leads and 3,000,000 calls: first figures, a refresh, what counting costs.

    python benchmarks/floor_figures.py [--smoke | --full] [--only sqlite | postgresql]

One campaign holds all of it. ``first`` is the board of a desk that was just opened, ``refresh``
each one after that while leads are called, ``floor`` a bare select of the kept counts by the
driver itself. ``behind`` is a page of 200 leads behind a number. Then, on small workspaces of
their own, what the counting costs whoever writes: ``load`` a list of 10,000 rows, ``dial`` the
writes of a call, each with and without the triggers, by turns in one run. PostgreSQL is started
here as the tests start it, without fsync. JSON lines; times in milliseconds.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from postgres import binaries, copied_database, own_server
from qualdesk.bootstrap import open_desk, read_beliefs, rule_book
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.store.cells import cell_for
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare
from qualdesk.store.tally import off_by, recount
from qualdesk.store.tally_sql import KEPT
from qualdesk.store.tally_triggers import drop_triggers, make_triggers

AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_LISTS = (
    *("called", "finished", "reached", "qualified", "taken", "giveaway", "source:webinar"),
    *("stand:never_called", "stand:try_again", "stand:wrong_number", "stand:nurture"),
)
# Of twenty leads: how they stand, how their last call ended, whether somebody was reached.
_WAYS = (
    *((("waiting", "", "no_answer", 0),) * 7),
    *((("waiting", "", "", 0),) * 2),
    *(("callback", "", "callback_fixed", 1), ("research", "", "wrong_number", 0)),
    *((("nurture", "", "nurture", 1),) * 2),
    *((("not_a_fit", "No need", "not_qualified", 1),) * 3),
    *((("unreachable", "Tries used up", "busy", 0),) * 2),
    *(("do_not_call", "", "do_not_call", 1), ("in_batch", "", "qualified", 1)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads, 6,000 calls")
    parser.add_argument("--full", action="store_true", help="1,000,000 leads, 3,000,000 calls")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    asked = parser.parse_args()
    size = 2_000 if asked.smoke else 1_000_000 if asked.full else 100_000
    rows, dials = (200, 10) if asked.smoke else (10_000, 200)
    for name, databases in (("sqlite", _files), ("postgresql", _server)):
        if asked.only in {None, name}:
            with databases() as new:
                if new is None:
                    _tell(database=name, says="PostgreSQL is not installed")
                    continue
                with new("big") as url:
                    _look(name, url, size)
                with new("with") as one, new("without") as other:
                    _loading(name, (one, other), rows)
                with new("dials") as url:
                    _dialling(name, url, dials)


New = Callable[[str], Any]


@contextmanager
def _files() -> Iterator[New]:
    with tempfile.TemporaryDirectory(prefix="floor-", dir=os.environ.get("FLOOR_DIR")) as folder:

        @contextmanager
        def new(name: str) -> Iterator[str]:
            yield f"sqlite:///{folder}/{name}.sqlite"

        yield new


@contextmanager
def _server() -> Iterator[New | None]:
    if binaries() is None:
        yield None
        return
    with own_server(where=os.environ.get("FLOOR_DIR") or tempfile.gettempdir()) as server:
        yield partial(copied_database, server.address, "template0")


def _look(database: str, url: str, size: int) -> None:
    """A board over many leads, and the lists behind its numbers."""
    store = _store(url)
    campaign, filled, counted = _fill(store, size)
    store.close()
    started = time.perf_counter()
    desk = open_desk(url, clock=SetClock(AT), caller="rosa", durable=False)
    opened = _since(started)
    started = time.perf_counter()
    board = desk.floor.board(campaign)
    first = _since(started)
    assert board.adds_up
    assert board.total == size
    refresh = []
    for each in range(30):
        _move(desk, each)
        started = time.perf_counter()
        desk.floor.board(campaign)
        refresh.append(_since(started))
    with desk._store.reading() as tx:
        bare = [_bare(tx, campaign) for _ in range(30)]
    lists = {}
    for code in _LISTS:
        started = time.perf_counter()
        page = desk.floor.behind(campaign, code)
        lists[code] = {"ms": _since(started), "total": page.total}
    started = time.perf_counter()
    with desk._store.reading() as tx:
        assert off_by(tx.connection, campaign) == ()
    alarm = _since(started)
    desk.close()
    _tell(
        database=database,
        leads=size,
        calls=3 * size,
        filled_s=round(filled, 1),
        counted_s=round(counted, 1),
        opened=opened,
        first=first,
        refresh=_figures(refresh),
        floor=_figures(bare),
        keys=len(board.hours),
        alarm=alarm,
        behind=lists,
        load=os.getloadavg()[0],
    )


def _loading(database: str, urls: tuple[str, str], rows: int) -> None:
    """The same list into two workspaces, with the triggers and without."""
    took: dict[str, list[float]] = {"with": [], "without": []}
    cpu: dict[str, list[float]] = {"with": [], "without": []}
    stores = {name: _store(url) for name, url in zip(took, urls, strict=True)}
    desks = {}
    for name, store in stores.items():
        if name == "without":
            with store.transaction() as tx:
                drop_triggers(tx.connection)
        desks[name] = Desk(store, SetClock(AT), "rosa")
        desks[name].library.new_campaign("Fair", region="DE")
    for turn in range(3):
        told = [_person(turn * rows + each) for each in range(rows)]
        for name, desk in desks.items():
            started, busy = time.perf_counter(), time.process_time()
            desk.intake.load(told, campaign="Fair")
            took[name].append(_since(started))
            cpu[name].append((time.process_time() - busy) * 1000)
    for store in stores.values():
        store.close()
    _tell(database=database, load_rows=rows, **_compared(took, cpu))


def _dialling(database: str, url: str, dials: int) -> None:
    """The writes of calls, with the triggers and without, ten by ten in turns."""
    store = _store(url)
    clock = SetClock(AT)
    desk = Desk(store, clock, "ana")
    desk.library.new_campaign("Fair", region="DE")
    desk.intake.load([_person(each) for each in range(4 * dials)], campaign="Fair")
    took: dict[str, list[float]] = {"with": [], "without": []}
    cpu: dict[str, list[float]] = {"with": [], "without": []}
    for turn in range(2 * dials // 10):
        name = ("with", "without")[turn % 2]
        with store.transaction() as tx:
            drop_triggers(tx.connection)
            if name == "with":
                make_triggers(tx.connection)
        for _ in range(10):
            card = desk.calling.next_lead()
            assert isinstance(card, CallCard)
            started, busy = time.perf_counter(), time.process_time()
            call = desk.calling.start_attempt(card.lead.id)
            desk.calling.finish(call.id, "not_qualified", reason="No need")
            took[name].append(_since(started))
            cpu[name].append((time.process_time() - busy) * 1000)
            clock.advance(timedelta(seconds=1))
    store.close()
    _tell(database=database, dials=dials, **_compared(took, cpu))


def _move(desk: Desk, each: int) -> None:
    """Something happens between two looks: a lead is finished, as the outcome of a call does."""
    with desk._store.transaction() as tx:
        tx.connection.exec_driver_sql(
            f"UPDATE lead SET state = 'not_a_fit', was_reached = TRUE WHERE id = {each * 20 + 1}"  # noqa: S608
        )


def _bare(tx: Any, campaign: int) -> float:
    started = time.perf_counter()
    tx.run(f"SELECT * FROM ({KEPT}) AS kept WHERE campaign_id = {campaign}", ()).fetchall()  # noqa: S608
    return _since(started)


def _store(url: str) -> Store:
    made = Store(url, clock=SetClock(AT), durable=False, rules=rule_book, beliefs=read_beliefs)
    prepare(made)
    return made


def _fill(store: Store, size: int) -> tuple[Any, float, float]:
    """Leads and calls by the database itself; counted once when all are there."""
    desk = Desk(store, SetClock(AT), "rosa")
    campaign = desk.library.new_campaign("Fair", region="DE").id
    started = time.perf_counter()
    with store.transaction() as tx:
        cell = cell_for(tx, campaign, ["Europe/Berlin"])
        drop_triggers(tx.connection)
        for statement in _statements(store.dialect.name, size, int(campaign), int(cell)):
            # Its driver takes a sign of percent for the place of a value.
            mark = "%" if store.dialect.name == "sqlite" else "%%"
            tx.connection.exec_driver_sql(statement.replace("%", mark))
    filled = time.perf_counter() - started
    started = time.perf_counter()
    with store.transaction() as tx:
        recount(tx.connection)
        make_triggers(tx.connection)
    counted = time.perf_counter() - started
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(
            "ANALYZE" if store.dialect.name == "sqlite" else "VACUUM ANALYZE"
        )
    return campaign, filled, counted


def _statements(database: str, size: int, campaign: int, cell: int) -> Iterator[str]:
    """Fill the tables: the same rows in both databases."""
    is_file = database == "sqlite"

    def up_to(count: int) -> str:
        if is_file:
            return f"""(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
                WHERE i < {count}) SELECT i FROM n) AS n"""  # noqa: S608
        return f"generate_series(1, {count}) AS n(i)"

    def way(part: int, number: str = "i") -> str:
        cases = " ".join(
            f"WHEN {place} THEN {_literal(one[part])}" for place, one in enumerate(_WAYS)
        )
        return f"CASE {number} % 20 {cases} END"

    def at(minutes: str) -> str:
        if is_file:
            return (
                f"strftime('%Y-%m-%dT%H:%M:%S.000000Z', 1771200000 + ({minutes}) * 60, 'unixepoch')"
            )
        return f"to_timestamp(1771200000 + ({minutes}) * 60)"

    def signals() -> str:
        kinds = ("trade_show", "webinar", "list", "contact_form", "trade_show")
        cases = " ".join(
            f"WHEN {place} THEN '{json.dumps(_signals(kind, place == 4))}'"
            for place, kind in enumerate(kinds)
        )
        said = f"CASE (i / 20) % 5 {cases} END"
        return said if is_file else f"CAST({said} AS json)"

    def yes(condition: str) -> str:
        return condition if is_file else f"({condition}) <> 0"

    def padded(number: str) -> str:
        return f"printf('%036d', {number})" if is_file else f"lpad(({number})::text, 36, '0')"

    # Working hours of four weeks, quarter by quarter.
    minute = "(i % 20) * 1440 + 540 + (i / 20) % 510"
    yield f"""INSERT INTO contact (id, name, name_key, languages, zones)
        SELECT i, 'Person ' || i, 'person ' || i, '[]', '["Europe/Berlin"]' FROM {up_to(size)}"""  # noqa: S608
    yield f"""INSERT INTO lead (id, campaign_id, contact_id, cell_id, signals, state, state_reason,
            last_outcome, was_reached, attempts, last_attempt_at, rested_at, made_at, with_sales)
        SELECT i, {campaign}, i, {cell}, {signals()}, {way(0)}, {way(1)}, {way(2)}, {yes(way(3))},
            CASE WHEN {way(2)} = '' THEN 0 ELSE 3 END,
            CASE WHEN {way(2)} = '' THEN NULL ELSE {at(minute)} END, {at("0")}, {at("0")},
            CASE WHEN i % 20 = 19 THEN CASE (i / 20) % 3 WHEN 0 THEN 9 WHEN 1 THEN 7 ELSE 3 END
                ELSE 0 END
        FROM {up_to(size)}"""  # noqa: S608
    lead = f"(i % {size}) + 1"
    yield f"""INSERT INTO attempt (id, lead_id, caller, number, started_at, ended_at, outcome,
            their_day, their_hour)
        SELECT {padded("i")}, {lead}, 'Caller ' || (i % 50), '+49301', {at(minute)}, {at(minute)},
            CASE i % 5 WHEN 0 THEN 'no_answer' WHEN 1 THEN 'busy' WHEN 2 THEN 'gatekeeper'
                WHEN 3 THEN 'not_qualified' ELSE 'voicemail_left' END,
            i % 5, 9 + (i / 5) % 9
        FROM {up_to(3 * size)}"""  # noqa: S608
    yield f"""INSERT INTO handoff_batch (id, campaign_id, number, state, made_at)
        VALUES (1, {campaign}, 1, 'sent', {at("0")})"""  # noqa: S608
    yield f"""INSERT INTO handoff_item (id, batch_id, lead_id, brief, state)
        SELECT {padded("i")}, 1, i, '{{}}', CASE (i / 20) % 3 WHEN 0 THEN 'sent'
            WHEN 1 THEN 'taken' ELSE 'sent_back' END
        FROM {up_to(size)} WHERE i % 20 = 19"""  # noqa: S608


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"


def _signals(source: str, giveaway: bool) -> dict[str, object]:  # noqa: FBT001
    none = dict.fromkeys(("asked_for_call", "saw_demo", "download_only", "referred"), False)
    return {"source": source, "giveaway_only": giveaway, "engagement": 0, **none}


def _person(number: int) -> dict[str, str]:
    return {
        "name": f"Person {number}",
        "phone": f"+49302{number:07}",
        "company": f"Works {number // 3}",
        "zone": "Europe/Berlin",
    }


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 2)


def _compared(took: dict[str, list[float]], cpu: dict[str, list[float]]) -> dict[str, object]:
    """Both ways, and how many times as long the first takes; ``cpu`` is of this process alone."""
    whole, busy = (
        statistics.median(one["with"]) / statistics.median(one["without"]) for one in (took, cpu)
    )
    figures = {name: _figures(times) for name, times in took.items()}
    return {**figures, "ratio": round(whole, 3), "cpu_ratio": round(busy, 3)}


def _figures(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))], 2),
    }


def _tell(**line: object) -> None:
    print(json.dumps({"benchmark": "floor_figures", **line}), flush=True)


if __name__ == "__main__":
    main()
