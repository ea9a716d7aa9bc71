"""Taking back what sales never answered, among a hundred thousand leads of batches.

    python benchmarks/handoff_clocks.py [--items 100000] [--due 5000] [--db URL] [--smoke]

A workspace with batches of which some thousand leads are overdue. The keeper takes them back;
``transaction`` is how long each of its steps keeps others from writing, ``nothing due`` one look
afterwards, and ``fsync`` what the disk itself takes. JSON lines; times in milliseconds. With
``--db`` an empty PostgreSQL database is used, without it a file made for this run.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff import Receiver
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import ALWAYS
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.store import handoffs
from qualdesk.store.campaigns import add_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoffs import LeavingItem
from qualdesk.store.leads import add_lead, place
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import contact, handoff_item

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_LENA = Receiver(name="Lena Brandt", zone="Europe/Berlin")
_AT_ONCE = 500


class TimedStore(Store):
    """A store that writes down how long each transaction took."""

    def __init__(self, url: str, clock: SetClock, *, durable: bool) -> None:
        super().__init__(url, clock=clock, durable=durable)
        self.took: list[float] = []

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A unit of work, timed."""
        began = time.perf_counter()
        with super().transaction() as tx:
            yield tx
        self.took.append((time.perf_counter() - began) * 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--due", type=int, default=5_000)
    parser.add_argument("--db", metavar="URL", help="an empty PostgreSQL database")
    parser.add_argument("--smoke", action="store_true", help="600 items, 100 due")
    asked = parser.parse_args()
    items, due = (600, 100) if asked.smoke else (asked.items, asked.due)
    with tempfile.TemporaryDirectory() as folder:
        url = asked.db or f"sqlite:///{Path(folder) / 'desk.sqlite'}"
        clock = SetClock(_AT)
        filling = Store(url, clock=clock, durable=False)
        prepare(filling)
        fill(filling, items, due)
        filling.close()
        clock.advance(timedelta(days=30))
        store = TimedStore(url, clock, durable=True)
        measure(store, items, due)
        store.close()
        say("fsync", median_ms=statistics.median(_fsyncs(Path(folder))))


def measure(store: TimedStore, items: int, due: int) -> None:
    """One round of the keeper over all that is overdue, and one with nothing left."""
    clocks = Clocks(store, "bench")
    began = time.perf_counter()
    back = clocks.tick().leads
    whole = (time.perf_counter() - began) * 1000
    assert len(back) == due, f"{len(back)} of {due} leads came back"
    say("whole", items=items, due=due, ms=whole)
    say(
        "transaction",
        count=len(store.took),
        median_ms=statistics.median(store.took),
        worst_ms=max(store.took),
    )
    began = time.perf_counter()
    assert not clocks.tick().leads
    say("nothing due", ms=(time.perf_counter() - began) * 1000)


def fill(store: Store, items: int, due: int) -> None:
    """Leads that left again and again, the last time without an answer."""
    with store.transaction() as tx:
        plan = CampaignPlan(name="Fair", source=REHEARSAL, window=ALWAYS)
        campaign = add_campaign(tx, plan).id
    leads: list[LeadId] = []
    for start in range(0, due, _AT_ONCE):
        with store.transaction() as tx:
            leads += [_lead(tx, campaign, n) for n in range(start, min(start + _AT_ONCE, due))]
    rounds = max(1, items // due)
    for number in range(rounds):
        is_last = number == rounds - 1
        for start in range(0, due, _AT_ONCE):
            with store.transaction() as tx:
                _leave(tx, campaign, leads[start : start + _AT_ONCE], is_last=is_last)


def _lead(tx: Transaction, campaign: CampaignId, number: int) -> LeadId:
    person = tx.connection.scalar(
        contact.insert()
        .values(name=f"Person {number}", name_key=f"person {number}", languages=[], zones=[])
        .returning(contact.c.id)
    )
    return add_lead(tx, campaign_id=campaign, contact_id=person, signals=Signals(), touchpoints=())


def _leave(tx: Transaction, campaign: CampaignId, leads: list[LeadId], *, is_last: bool) -> None:
    if is_last:
        for lead_id in leads:
            place(tx, lead_id, Bucket.QUALIFIED)
    batch = handoffs.prepare_batch(
        tx,
        campaign,
        receiver=_LENA.name,
        receiver_email="",
        answer_by=date(2026, 3, 20),
        made_by="bench",
    )
    if is_last:
        items = [
            LeavingItem(
                id=str(uuid4()),
                lead_id=lead_id,
                brief={"points": 80, "in_one_line": "Wants a call."},
                definition_version_id=None,
                receiver=_LENA,
            )
            for lead_id in leads
        ]
        handoffs.send_batch(tx, batch, items, folder="out", manifest_sha256="")
        return
    # Answered long ago: as many rows as a year of batches leaves behind.
    handoffs.send_batch(tx, batch, [], folder="out", manifest_sha256="")
    rows = [
        {
            "id": str(uuid4()),
            "batch_id": batch.batch_id,
            "lead_id": lead_id,
            "brief": {"points": 80},
            "state": "sent_back",
            "reason": "Wrong person",
            "receiver": _LENA.name,
            "answered_at": tx.now,
            "shown_at": tx.now,
        }
        for lead_id in leads
    ]
    tx.connection.execute(handoff_item.insert(), rows)


def _fsyncs(folder: Path) -> list[float]:
    took = []
    with (folder / "fsync").open("wb") as file:
        for _ in range(20):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    return took


def say(what: str, **figures: float) -> None:
    rounded = {name: round(value, 1) for name, value in figures.items()}
    sys.stdout.write(json.dumps({"benchmark": "handoff_clocks", "what": what, **rounded}) + "\n")


if __name__ == "__main__":
    main()
