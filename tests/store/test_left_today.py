"""How many leads can still be called today: the same as asked of each, and read from indexes."""

from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.store import giving, overrides, queue
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.look_sql import look
from qualdesk.store.overview import open_today
from qualdesk.store.schema import cell, lead

AT_ANY_HOUR = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))
NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
_HOURS = (-1, 2, 9, 20)
_HANDS = ("nobody", "open", "undo", "next")
_WORDS = ("", "kept out", "pushed")


def _stands(tx: Transaction, one: LeadId, place_in: Bucket, hours: int | None) -> None:
    at = None if hours is None else tx.now + timedelta(hours=hours)
    if place_in is Bucket.CALLBACK:
        place(tx, one, place_in, due_at=at or tx.now)
    else:
        place(tx, one, place_in, wake_at=at if place_in is Bucket.WAITING else None)


def _fill(tx: Transaction) -> int:
    """A lead of every kind: where it stands, until when, in whose hands, what was said of it."""
    fair = make_campaign(tx, limits=AT_ANY_HOUR)
    places = [(Bucket.WAITING, None), (Bucket.QUALIFIED, None)]
    places += [(where, hours) for where in (Bucket.WAITING, Bucket.CALLBACK) for hours in _HOURS]
    kinds = list(product(places, _HANDS, _WORDS, (BERLIN, NEW_YORK, TOKYO)))
    for number, ((where, hours), hands, word, zone) in enumerate(kinds):
        one = make_lead(tx, fair, zones=[zone])
        if word == "pushed":
            giving.give(tx, one, to="ben", by="ruth", until=tx.now + timedelta(days=1))
        if hands != "nobody":
            queue.claim_lead(tx, one, f"caller {number}", hands)
        _stands(tx, one, where, hours)
        if word == "kept out":
            overrides.keep_out(tx, one, "their own wish")
        if word == "pushed":
            again = lead.update().where(lead.c.id == one)
            tx.connection.execute(again.values(pushed_to="ben", pushed_by="ruth"))
    return len(kinds)


def _counted_one_by_one(tx: Transaction) -> int:
    """What can still be called today, asked of each lead by itself."""
    rows = tx.connection.execute(sa.select(lead, cell.c.zone_set).join(cell)).all()
    return sum(_can_be_called(tx, row) for row in rows)


def _can_be_called(tx: Transaction, row: sa.Row) -> bool:
    end = _end_of_day(tx.now, row.zone_set)
    ran_out = row.claimed_by is not None and row.claim_until <= tx.now
    if row.claimed_by is not None and not ran_out:
        return False
    comes = row.state == "callback" and row.due_at < end
    if row.state == "waiting":
        comes = row.ready or (row.wake_at < end if row.wake_at else ran_out)
    return bool(comes)


def _end_of_day(now: datetime, zone: str) -> datetime:
    """Their midnight: at any hour they may be called."""
    there = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None, hour=0, minute=0, second=0)
    return (there + timedelta(days=1)).replace(tzinfo=ZoneInfo(zone), microsecond=0)


def test_what_is_left_today_is_what_can_be_called_before_each_ones_midnight(
    store: Store, clock: SetClock
) -> None:
    """Whoever holds it, wherever it stands, whatever a supervisor said of it."""
    with store.transaction() as tx:
        made = _fill(tx)
    for minutes in (0, 16, 60 * 9, 60 * 14, 60 * 26):
        clock.set(MORNING + timedelta(minutes=minutes))
        with store.transaction() as tx:
            counted = _counted_one_by_one(tx)
            assert open_today(tx) == counted, minutes
        assert 0 < counted < made


def test_what_is_left_today_is_counted_in_indexes_without_reading_the_leads(
    sqlite_store: Store,
) -> None:
    """A caller's own lane counts it: a hundred thousand rows would be a tenth of a second."""
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for zone in (BERLIN, NEW_YORK):
            for _ in range(50):
                make_lead(tx, fair, zones=[zone])
        text = look(type(tx.dialect), "left_today")
        values = {"ids": "[1, 2]", "ends_at": "2026", "now": "2026"}
        for analyzed in (False, True):
            if analyzed:
                tx.connection.exec_driver_sql("ANALYZE")
            plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
            steps = [row[3] for row in plan if "lead" in row[3]]
            assert "USING COVERING INDEX ix_lead_waiting" in steps[0], steps
            assert not [step for step in steps if step == "SCAN lead"], steps
            assert not [step for step in steps if "ix_lead_cell_id" in step], steps
