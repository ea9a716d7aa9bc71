"""The next lead against a bare claim from an index of the same table, in the same run.

    python benchmarks/next_lead.py [--smoke | --full]

Three things, turn about, each in a transaction of its own on the same workspace file:

* ``floor``: one ``UPDATE ... RETURNING`` of the first lead of one stack, by the raw driver;
* ``claim``: the store's claim, every rule asked again;
* ``next_lead``: what a caller waits for, claim and whole card, through the desk.

Medians in microseconds of at least five rounds, as JSON lines; durable (write-ahead log,
flushed) and once more without flushing, because a flush can be most of it. ``growth`` is the
cost at the largest size over that at the smallest: the queue must not notice its length.
"""

import argparse
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from qualdesk.bootstrap import open_desk, read_beliefs, rule_book
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import CampaignId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.rules import Audience, Legal
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Traits
from qualdesk.desk import Desk
from qualdesk.store import queue, ranking
from qualdesk.store.cells import cell_for
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place, signals_json
from qualdesk.store.stacks import stack_for, traits_of
from qualdesk.store.suppression import fingerprints

AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
CAMPAIGNS = 3
ZONES = (
    *("Europe/Berlin", "Europe/Paris", "Europe/Rome", "Europe/Madrid"),
    *("Europe/Vienna", "Europe/Zurich", "Europe/Prague", "Europe/Warsaw"),
)
Found = dict[tuple[str, bool, int], list[float]]
GROWTH_LIMIT = 1.5
FLOOR_LIMIT = 3.0
_BARE = """UPDATE lead SET claimed_by = ?, claim_kind = 'open', claim_until = '2026',
    claim_token = claim_token + 1, ready = 0
    WHERE id = (
        SELECT id FROM lead WHERE ready AND stack_id = ? ORDER BY rested_at, id LIMIT 1
    ) RETURNING id"""

_CONTACT = """INSERT INTO contact (id, company_id, name, name_key, fingerprint, languages, zones,
    zone_basis) VALUES (?,?,?,?,?,?,?,?)"""
_PHONE = """INSERT INTO contact_phone (contact_id, state, raw, e164, shown, kind, fingerprint)
    VALUES (?,?,?,?,?,?,?)"""
_LEAD = """INSERT INTO lead (id, campaign_id, contact_id, cell_id, stack_id, signals, ready,
    rested_at, made_at) VALUES (?,?,?,?,?,?,TRUE,?,?)"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="4,000 and 8,000 leads, quickly")
    parser.add_argument("--full", action="store_true", help="a million leads too")
    asked = parser.parse_args()
    sizes = [4_000, 8_000] if asked.smoke else [10_000, 100_000]
    sizes += [1_000_000] if asked.full else []
    rounds, calls = (5, 20) if asked.smoke else (9, 50)
    say(
        what="machine",
        processors=os.cpu_count(),
        load=os.getloadavg(),
        sqlite=sqlite3.sqlite_version,
        python=sys.version.split()[0],
        flush_microseconds=flush_time(),
    )
    found: Found = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.sqlite" for size in sizes}
        for size, path in paths.items():
            fill(path, size)
        for durable in (True, False):
            costs = measure(paths, rounds, calls, durable=durable)
            for (name, size), cost in costs.items():
                found[name, durable, size] = cost
                say(
                    what=name,
                    leads=size,
                    durable=durable,
                    microseconds=round(statistics.median(cost), 1),
                    to_floor=times(cost, costs["floor", size]),
                )
    for name in ("floor", "claim", "next_lead"):
        for durable in (True, False):
            growth = times(found[name, durable, sizes[-1]], found[name, durable, sizes[0]])
            say(what="growth", of=name, durable=durable, times=growth)
    judge(found, sizes[0], sizes[-1])


def judge(found: Found, small: int, large: int) -> None:
    for durable in (True, False):
        ours = found["next_lead", durable, large]
        growth = times(ours, found["next_lead", durable, small])
        to_floor = times(ours, found["floor", durable, large])
        for of, value, limit in (
            ("growth", growth, GROWTH_LIMIT),
            ("to_floor", to_floor, FLOOR_LIMIT),
        ):
            say(what="limit", of=of, durable=durable, is_kept=value <= limit, limit=limit)


def times(these: list[float], those: list[float]) -> float:
    """How many times as much these are, round by round: both met the same moments."""
    ratios = (one / other for one, other in zip(these, those, strict=True))
    return round(statistics.median(ratios), 2)


def measure(
    paths: dict[int, Path], rounds: int, calls: int, *, durable: bool
) -> dict[tuple[str, int], list[float]]:
    """Each round's median microseconds of each way at each size, turn about."""
    with ExitStack() as opened:
        ways = {
            (name, size): way
            for size, path in paths.items()
            for name, way in ways_on(path, opened, durable=durable).items()
        }
        medians: dict[tuple[str, int], list[float]] = {key: [] for key in ways}
        for round_number in range(rounds + 1):
            for key, way in ways.items():
                took = [next(way) for _ in range(calls)]
                if round_number:  # the first fills caches
                    medians[key].append(statistics.median(took))
    return medians


def ways_on(path: Path, opened: ExitStack, *, durable: bool) -> dict[str, Iterator[float]]:
    desk = open_desk(str(path), clock=SetClock(AT), caller="bench", durable=durable)
    store = opened_store(path, durable=durable)
    raw = sqlite3.connect(path, isolation_level=None)
    for one in (desk, store, raw):
        opened.callback(one.close)
    raw.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")
    return {
        "floor": bare_claims(raw),
        "claim": store_claims(store),
        "next_lead": desk_leads(desk, store),
    }


def bare_claims(raw: sqlite3.Connection) -> Iterator[float]:
    # Those the queue comes to last, so that the others leave them alone.
    last = "SELECT id FROM stack WHERE id IN (SELECT stack_id FROM lead) ORDER BY score LIMIT 24"
    stacks = [one for (one,) in raw.execute(last)]
    number = 0
    while True:
        number += 1
        values = (f"bare {number}", stacks[number % len(stacks)])

        def claim(values: tuple[str, int] = values) -> None:
            raw.execute("BEGIN IMMEDIATE")
            assert raw.execute(_BARE, values).fetchone()
            raw.execute("COMMIT")

        yield timed(claim)
        raw.execute(
            "UPDATE lead SET claimed_by = NULL, claim_kind = NULL, claim_until = NULL, "
            "state = 'not_a_fit' WHERE claimed_by = ?",
            (values[0],),
        )


def store_claims(store: Store) -> Iterator[float]:
    while True:
        taken: list[queue.Claimed] = []

        def claim(taken: list[queue.Claimed] = taken) -> None:
            with store.transaction() as tx:
                found = queue.claim_next(tx, "store")
            assert found
            taken.append(found)

        yield timed(claim)
        set_aside(store, taken[0])


def desk_leads(desk: Desk, store: Store) -> Iterator[float]:
    while True:
        cards: list[CallCard] = []

        def take(cards: list[CallCard] = cards) -> None:
            card = desk.calling.next_lead()
            assert isinstance(card, CallCard)
            cards.append(card)

        yield timed(take)
        with store.transaction() as tx:
            held = queue.held(tx, "bench")
        assert held
        assert held.lead_id == cards[0].lead.id
        set_aside(store, held)


def opened_store(path: Path, *, durable: bool) -> Store:
    url, clock = f"sqlite:///{path}", SetClock(AT)
    return Store(url, clock=clock, durable=durable, rules=rule_book, beliefs=read_beliefs)


def set_aside(store: Store, held: queue.Claimed) -> None:
    """Out of the queue, so that the next call meets another lead. Not timed."""
    with store.transaction() as tx:
        place(tx, held.lead_id, Bucket.NOT_A_FIT)
        queue.release(tx, held.lead_id, held.token)


def fill(path: Path, size: int) -> None:
    """A workspace with ``size`` leads of three campaigns on eight clocks."""
    desk = open_desk(str(path), clock=SetClock(AT), durable=False)
    campaigns = campaigns_of(desk)
    desk.close()
    store = opened_store(path, durable=False)
    with store.transaction() as tx:
        driver = tx.connection.connection.driver_connection
        assert driver is not None
        for statement, row in rows_of(tx, campaigns):
            driver.executemany(statement, (row(number) for number in range(1, size + 1)))
    store.close()


def campaigns_of(desk: Desk) -> list[CampaignId]:
    """Three campaigns whose leads may be called at any hour of any day."""
    script, definition = desk.library.shipped_script(), desk.library.shipped_definition()
    return [
        desk.library.new_campaign(
            f"Campaign {number}",
            hours=("00:00", "24:00"),
            days=range(7),
            script=script,
            definition=definition,
        ).id
        for number in range(CAMPAIGNS)
    ]


def rows_of(
    tx: Transaction, campaigns: list[CampaignId]
) -> list[tuple[str, Callable[[int], tuple[object, ...]]]]:
    """For each table the statement that fills it, and what the n-th row of it holds."""
    cells = [cell_for(tx, one, [zone], legal=_LAW.key) for one in campaigns for zone in ZONES]
    stacks = {
        (cell, traits.key): stack_for(tx, cell, traits.key)
        for cell in cells
        for traits in map(_traits, _SIGNALS)
    }
    ranking.rank(tx)
    return _rows(fingerprints(tx).number, cells, stacks)


def _traits(signals: Signals) -> Traits:
    return traits_of(signals, title="", phone="direct")


_LAW = Legal(places=frozenset({"DE"}), audience=Audience.BUSINESS)
_SIGNALS = [
    Signals(source=source, asked_for_call=asked, engagement=engagement)
    for source in (SourceType.TRADE_SHOW, SourceType.WEBINAR, SourceType.LIST)
    for asked in (False, True)
    for engagement in range(3)
]


def _rows(
    print_of: Callable[[str], str], cells: list[int], stacks: dict[tuple[int, str], int]
) -> list[tuple[str, Callable[[int], tuple[object, ...]]]]:
    kept = [(json.dumps(signals_json(one)), _traits(one).key) for one in _SIGNALS]

    def contact(number: int) -> tuple[object, ...]:
        zone = ZONES[(number % len(cells)) % len(ZONES)]
        person = (number, number // 3 % 9_000 + 1, f"Person {number}", f"person {number}")
        return (*person, f"person-{number}", "[]", json.dumps([zone]), "address")

    def phone(number: int) -> tuple[object, ...]:
        e164 = f"+4930231{number:07}"
        return number, "valid", e164, e164, e164, "direct", print_of(e164)

    def email(number: int) -> tuple[object, ...]:
        address = f"person.{number}@example.com"
        return number, address, address, f"mail-{number}"

    def lead(number: int) -> tuple[object, ...]:
        cell = number % len(cells)
        as_json, traits = kept[number * 7 % len(kept)]
        campaign, stack = cell // len(ZONES) + 1, stacks[cells[cell], traits]
        at = "2026-03-16T08:00:00.000000Z"
        return number, campaign, number, cells[cell], stack, as_json, at, at

    def touchpoint(number: int) -> tuple[object, ...]:
        return number, "demo", "Watched the demo, 6 minutes"

    def company(number: int) -> tuple[object, ...]:
        return number, f"Company {number}", f"company {number}", f"company-{number}"

    return [
        ("INSERT INTO company (id, name, key, fingerprint) VALUES (?,?,?,?)", company),
        (_CONTACT, contact),
        (_PHONE, phone),
        (
            "INSERT INTO contact_email (contact_id, address, key, fingerprint) VALUES (?,?,?,?)",
            email,
        ),
        (_LEAD, lead),
        ("INSERT INTO touchpoint (lead_id, kind, says) VALUES (?,?,?)", touchpoint),
    ]


def timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1_000


def flush_time() -> float:
    """How long this machine takes to flush a page to the disk, in microseconds."""
    with tempfile.NamedTemporaryFile() as file:
        took = []
        for _ in range(50):
            file.write(b"x" * 4096)
            file.flush()
            took.append(timed(lambda: os.fsync(file.fileno())))
    return round(statistics.median(took), 1)


def say(**told: object) -> None:
    print(json.dumps({"benchmark": "next_lead", **told}), flush=True)


if __name__ == "__main__":
    main()
