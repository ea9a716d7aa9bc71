"""Workspaces with very many leads in every kind of standing, for looks at the whole queue."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import PhoneKind, Signals
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Traits
from qualdesk.store.cells import cell_for
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import signals_json
from qualdesk.store.schema import company, contact, contact_phone, lead, stack
from qualdesk.store.suppression import fingerprints

AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
CAMPAIGNS = 3
# The first four are awake at that time.
AWAKE = 4
ZONES = (
    *("Europe/Berlin", "Europe/Paris", "Europe/Rome", "Europe/Madrid"),
    *("America/New_York", "America/Chicago", "Asia/Tokyo", "Australia/Sydney"),
)
SOURCES = (SourceType.TRADE_SHOW, SourceType.WEBINAR, SourceType.LIST, SourceType.CONTACT_FORM)
CELLS = CAMPAIGNS * len(ZONES) + 1
_AT_ONCE = 20_000
_FIRST = ("Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "June")
_LAST = ("Abel", "Brandt", "Costa", "Dahl", "Egger", "Frank", "Gruber", "Holm", "Ito", "Jansen")


def fill(url: str, size: int, standing: Callable[[int], dict[str, Any]]) -> Store:
    """An open store with ``size`` leads; ``standing`` says how each of them stands."""
    desk = open_desk(url, clock=SetClock(AT), durable=False)
    campaigns = [desk.library.new_campaign(f"Campaign {each}") for each in range(CAMPAIGNS)]
    desk.close()
    store = Store(url, clock=SetClock(AT), durable=False)
    with store.transaction() as tx:
        cells = [cell_for(tx, one.id, [zone]) for one in campaigns for zone in ZONES]
        cells.append(cell_for(tx, campaigns[0].id, []))
        stacks = _stacks(tx, cells)
    for start in range(1, size + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, size + 1))
        with store.transaction() as tx:
            print_of = fingerprints(tx).number
            for table, row in _rows(cells, stacks, print_of, standing):
                tx.connection.execute(table.insert(), [row(number) for number in numbers])
    return store


def in_every_way(number: int) -> dict[str, Any]:
    """Two in five rest, three in ten wait for calling hours, the others stand in other ways."""
    later = AT + timedelta(minutes=number % 3000 + 1)
    ways = (
        (40, {"wake_at": later, "attempts": 1}),
        (70, {"ready": True} if is_asleep(number) else {"wake_at": later}),
        (80, {"state": "callback", "due_at": later, "callback_owner": "ben"}),
        (85, {"state": "research"}),
        (88, {"kept_out": "Waits for legal"}),
        (90, {"wake_at": later, "pushed_to": "ben"}),
        (100, {"state": "not_a_fit"}),
    )
    kind = number * 7919 % 100
    return next(way for below, way in ways if kind < below)


def is_asleep(number: int) -> bool:
    """Whether their clock is outside calling hours at :data:`AT`."""
    place = number % CELLS
    return place < CAMPAIGNS * len(ZONES) and place % len(ZONES) >= AWAKE


def all_resting(number: int) -> dict[str, Any]:
    """Everybody was tried an hour ago."""
    return {"wake_at": AT + timedelta(minutes=number % 3000 + 1), "attempts": 1}


def all_ready(_: int) -> dict[str, Any]:
    """Nobody was called yet: whoever is awake may be called."""
    return {"ready": True}


def _stacks(tx: Transaction, cells: list[int]) -> dict[int, list[int]]:
    """Of each cell sixteen stacks, each with a score of its own."""
    made: dict[int, list[int]] = {cell: [] for cell in cells}
    for cell in cells:
        for number in range(16):
            traits = Traits(
                source=SOURCES[number % 4],
                phone=PhoneKind.DIRECT,
                interest=tuple(Interest)[number // 4],
                asked=number == 3,
            )
            values = {"cell_id": cell, "traits": traits.key, "ranked_at": tx.now}
            values["score"] = (number * 37 + cell * 11) % 101 / 10_000
            new = tx.connection.scalar(sa.insert(stack).values(values).returning(stack.c.id))
            made[cell].append(int(new or 0))
    return made


def _rows(
    cells: list[int],
    stacks: dict[int, list[int]],
    print_of: Callable[[str], str],
    standing: Callable[[int], dict[str, Any]],
) -> Iterator[tuple[sa.Table, Callable[[int], dict[str, Any]]]]:
    signals = signals_json(Signals(source=SourceType.TRADE_SHOW))
    usual = {
        "state": "waiting",
        "ready": False,
        "wake_at": None,
        "due_at": None,
        "callback_owner": "",
        "kept_out": "",
        "pushed_to": "",
        "attempts": 0,
    }

    def a_company(number: int) -> dict[str, Any]:
        name = f"{_LAST[number % 10]} Works {number}"
        return {"id": number, "name": name, "key": name.casefold()}

    def a_contact(number: int) -> dict[str, Any]:
        name = f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]} {number}"
        zones = [ZONES[number % len(cells) % len(ZONES)]]
        return {
            "id": number,
            "company_id": number,
            "name": name,
            "name_key": name.casefold(),
            "languages": [],
            "zones": zones,
        }

    def a_phone(number: int) -> dict[str, Any]:
        e164 = f"+4930231{number:07}"
        known = dict.fromkeys(("raw", "e164", "shown"), e164)
        kind = {"state": "valid", "kind": "direct"}
        return {"contact_id": number, "fingerprint": print_of(e164), **known, **kind}

    def a_lead(number: int) -> dict[str, Any]:
        place = number % len(cells)
        cell = cells[place]
        return {
            "id": number,
            "campaign_id": place // len(ZONES) % CAMPAIGNS + 1,
            "contact_id": number,
            "cell_id": cell,
            "signals": signals,
            "made_at": AT,
            "stack_id": stacks[cell][number * 31 % 16],
            "rested_at": AT - timedelta(minutes=number % 5000),
            **usual,
            **standing(number),
        }

    yield company, a_company
    yield contact, a_contact
    yield contact_phone, a_phone
    yield lead, a_lead
