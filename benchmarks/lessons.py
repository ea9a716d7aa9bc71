"""Reports over the hand-off, among a hundred thousand leads of which twenty thousand left.

    python benchmarks/lessons.py [--leads 100000] [--items 20000] [--db URL] [--smoke]

A workspace with four campaigns of one client: lists, calls of ten callers, batches, answers,
disputes. ``scan`` is one bare look at every lead that left; each report is beside it with how many
times as long it took. JSON lines; times in milliseconds, the median of five. With ``--db`` an empty
PostgreSQL database is used, without it a file made for this run.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import CampaignId
from qualdesk.core.leads import Signals
from qualdesk.core.left_leads import Scope
from qualdesk.core.sources import ALWAYS
from qualdesk.core.statements import Credit
from qualdesk.desk.lessons import Lessons
from qualdesk.desk.statements import Statements
from qualdesk.store.campaigns import add_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import add_lead
from qualdesk.store.left_leads import all_items
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import (
    attempt,
    contact,
    handoff_batch,
    handoff_dispute,
    handoff_item,
    intake_row,
    lead,
    lead_list,
)

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_CAMPAIGNS = 4
_CALLERS = [f"Caller {number}" for number in range(10)]
_REASONS = ("Wrong person", "No date in sight", "Not our region")
_AT_ONCE = 2_000
_ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--db", metavar="URL", help="an empty PostgreSQL database")
    parser.add_argument("--smoke", action="store_true", help="1,000 leads, 200 left")
    asked = parser.parse_args()
    leads, items = (1_000, 200) if asked.smoke else (asked.leads, asked.items)
    with tempfile.TemporaryDirectory() as folder:
        url = asked.db or f"sqlite:///{Path(folder) / 'desk.sqlite'}"
        clock = SetClock(_AT)
        store = Store(url, clock=clock, durable=False)
        prepare(store)
        campaigns = [_fill(store, number, leads, items) for number in range(_CAMPAIGNS)]
        clock.advance(timedelta(days=30))
        measure(store, campaigns, items - items % _CAMPAIGNS)
        store.close()


def measure(store: Store, campaigns: list[CampaignId], items: int) -> None:
    """Each report beside one bare look at all that left."""

    def scan() -> None:
        with store.reading() as tx:
            found = sum(1 for _ in all_items(tx, campaigns))
        assert found == items, f"{found} of {items} left"

    lessons, statements = Lessons(store, "bench"), Statements(store, "bench")
    bare = _median(scan)
    say("scan", items=items, ms=bare)
    reports: dict[str, Callable[[], Any]] = {
        "why back": lessons.why_back,
        "why back, one month": lambda: lessons.why_back(Scope(period="2026-03")),
        "cost": lessons.cost,
        "statement": lambda: statements.statement("2026-03", "Nordline"),
        "statement, shared": lambda: statements.statement(
            "2026-03", "Nordline", credit=Credit.SHARED
        ),
    }
    assert lessons.why_back().back.of > items // 2
    assert statements.statement("2026-03", "Nordline").total.leads > items // 2
    for name, report in reports.items():
        took = _median(report)
        say(name, ms=took, times=took / bare)


def _median(work: Callable[[], Any]) -> float:
    took = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def _fill(store: Store, number: int, leads: int, items: int) -> CampaignId:
    """One campaign with its share of all."""
    chance = random.Random(number)
    many, left = leads // _CAMPAIGNS, items // _CAMPAIGNS
    with store.transaction() as tx:
        plan = CampaignPlan(
            name=f"Fair {number}", client="Nordline", source=REHEARSAL, window=ALWAYS
        )
        campaign = add_campaign(tx, plan).id
        first = _lead_like_all(tx, campaign)
        batch = _batch(tx, campaign)
        file = lead_list.insert().values(
            campaign_id=campaign, file_name="fair.csv", state="published", loaded_at=tx.now
        )
        of_list = tx.connection.scalar(file.returning(lead_list.c.id))
    begin = number * (leads + 1) + 1_000
    for start in range(0, many, _AT_ONCE):
        some = range(start, min(start + _AT_ONCE, many))
        ids = [begin + at for at in some]
        with store.transaction() as tx:
            _leads(tx, first, ids, of_list)
            _calls(tx, ids, chance)
            _items(tx, [one for at, one in zip(some, ids, strict=True) if at < left], batch, chance)
    return campaign


def _lead_like_all(tx: Transaction, campaign: CampaignId) -> dict[str, Any]:
    """A lead as the program makes one: the others are copies of its row."""
    person = _person(tx, None)
    new = add_lead(tx, campaign_id=campaign, contact_id=person, signals=Signals(), touchpoints=())
    row = tx.connection.execute(lead.select().where(lead.c.id == new)).mappings().one()
    return dict(row)


def _person(tx: Transaction, number: int | None) -> Any:
    values: dict[str, Any] = {"name": "Person", "name_key": "person", "languages": [], "zones": []}
    if number is not None:
        values["id"] = number
    return tx.connection.scalar(contact.insert().values(**values).returning(contact.c.id))


def _batch(tx: Transaction, campaign: CampaignId) -> int:
    made = handoff_batch.insert().values(
        campaign_id=campaign,
        answer_by=date(2026, 3, 20).isoformat(),
        state="sent",
        made_at=tx.now,
        sent_at=tx.now,
    )
    found = tx.connection.scalar(made.returning(handoff_batch.c.id))
    assert found is not None
    return int(found)


def _leads(tx: Transaction, like: dict[str, Any], ids: list[int], of_list: Any) -> None:
    person = {"name": "Person", "name_key": "person", "languages": [], "zones": []}
    tx.connection.execute(contact.insert(), [{**person, "id": one} for one in ids])
    tx.connection.execute(lead.insert(), [{**like, "id": one, "contact_id": one} for one in ids])
    row = {"list_id": of_list, "raw": ["Person", "+49 30 23125 101"], "result": "new"}
    rows = [{**row, "row_number": one, "lead_id": one} for one in ids]
    tx.connection.execute(intake_row.insert(), rows)


def _calls(tx: Transaction, ids: list[int], chance: random.Random) -> None:
    """Three calls each: nobody there, a call back, and qualified."""
    made = []
    for one in ids:
        for ago, outcome in ((50, "no_answer"), (30, "callback_fixed"), (10, "qualified")):
            began = tx.now - timedelta(hours=ago)
            made.append(
                {
                    "id": str(UUID(int=chance.getrandbits(128))),
                    "lead_id": one,
                    "caller": chance.choice(_CALLERS),
                    "number": "+493023125101",
                    "started_at": began,
                    "ended_at": began + timedelta(minutes=4),
                    "outcome": outcome,
                }
            )
    tx.connection.execute(attempt.insert(), made)


def _items(tx: Transaction, ids: list[int], batch: int, chance: random.Random) -> None:
    rows = []
    for one in ids:
        state = chance.choice(("taken", "taken", "sent_back", "recycled", "sent"))
        rows.append(
            {
                "id": str(UUID(int=chance.getrandbits(128))),
                "batch_id": batch,
                "lead_id": one,
                "brief": {"points": 80, "in_one_line": "Wants a call before Easter."},
                "state": state,
                "reason": chance.choice(_REASONS) if state == "sent_back" else "",
                "receiver": "Lena Brandt",
                "answered_at": tx.now if state in {"taken", "sent_back"} else None,
                "recycled_at": tx.now if state == "recycled" else None,
            }
        )
    if not rows:
        return
    tx.connection.execute(handoff_item.insert(), rows)
    disputed = [one["id"] for one in rows if one["state"] == "sent_back"][::20]
    said = {"about": "sent_back", "says": "Look again", "asked_at": tx.now, "state": "stands"}
    if disputed:
        tx.connection.execute(
            handoff_dispute.insert(), [{**said, "item_id": one} for one in disputed]
        )


def say(what: str, **figures: float) -> None:
    rounded = {name: round(value, 1) for name, value in figures.items()}
    sys.stdout.write(json.dumps({"benchmark": "lessons", "what": what, **rounded}) + "\n")


if __name__ == "__main__":
    main()
