"""Whatever callers do, in whatever order: undoing is exact, no lead is lost, no rule is broken."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import a_campaign, a_lead, answer_all_it_takes, calling
from makers import BERLIN, make_clock
from qualdesk.core.calling_rules import CallHours, may_call
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.events import Phase
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import local_time
from qualdesk.desk.calling import Calling
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.overview import bucket_counts
from qualdesk.store.queue import wake
from qualdesk.store.schema import metadata
from sizes import tried

CODES = [outcome.code for outcome in shipped_outcomes().of(Phase.AFTER) if not outcome.by_program]
_files = count()
LIMITS = CallLimits(max_attempts=3, max_per_day=2, min_gap=timedelta(minutes=15))


@contextmanager
def a_workspace(template: Path, folder: Path) -> Iterator[tuple[Store, SetClock]]:
    """A new workspace for each example."""
    clock = make_clock()
    path = shutil.copy(template, folder / f"desk{next(_files)}.sqlite")
    store = Store(f"sqlite:///{path}", clock=clock, durable=False)
    try:
        yield store, clock
    finally:
        store.close()


def beside(code: str, now: datetime) -> dict[str, Any]:
    return {
        "callback_fixed": {"callback_at": now + timedelta(hours=20)},
        "partial": {"callback_at": now + timedelta(hours=3)},
        "not_qualified": {"reason": "Too small"},
        "number_changed": {"new_number": "+49 30 23125 777"},
        "research": {"note": "Which Albers?"},
        "to_supervisor": {"note": "Wants a contract"},
    }.get(code, {})


# The counts of the Floor keep a nought, and are held by a recount of their own.
COUNTS = {"tally", "tally_delta"}
OTHERWISE = {"history", "history_head", "suppression", "attempt", "stack"} | COUNTS


def rows(store: Store) -> dict[str, list[str]]:
    """All that is kept, but history, notes, lifted suppressions and stacks that are empty."""
    with store.reading() as tx:
        kept = {
            table.name: sorted(
                repr(dict(row)) for row in tx.connection.execute(table.select()).mappings()
            )
            for table in metadata.sorted_tables
            if table.name not in OTHERWISE
        }
        attempts = [column for column in schema.attempt.c if column.name != "note"]
        kept["attempt"] = sorted(map(repr, tx.connection.execute(sa.select(*attempts))))
    return kept


steps = st.lists(
    st.tuples(
        st.sampled_from([*CODES, "skip", "release", "refer"]),
        st.booleans(),
        st.integers(0, 40 * 60),
    ),
    min_size=1,
    max_size=8,
)


def act(desk: Calling, card: CallCard, code: str, now: datetime) -> bool:
    """Do one thing with the lead in hand; whether it can be undone."""
    lead = card.lead.id
    if code == "skip":
        desk.skip(lead, "later")
    elif code == "release":
        desk.release(lead)
        return False
    elif code == "refer":
        desk.refer(lead, name=f"Colleague {lead}", number="+493023125900")
        desk.release(lead)
        return False
    else:
        attempt = desk.start_attempt(lead)
        answer_all_it_takes(desk, attempt.id)
        desk.finish(attempt.id, code, **beside(code, now))
    return True


@settings(max_examples=tried(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_after_anything_each_lead_is_in_one_bucket_and_each_call_was_allowed(
    sqlite_template: Path, tmp_path: Path, steps: list[tuple[str, bool, int]]
) -> None:
    """Q5 and Q6, always true 1 and 5; and undoing (bar 8) leads back into the same state."""
    with a_workspace(sqlite_template, tmp_path) as (store, clock):
        campaign = a_campaign(store, limits=LIMITS)
        for number in range(3):
            phones = (f"+4930231250{number}1", f"+4930231250{number}2")
            a_lead(store, campaign, f"Lead {number}", company=f"Company {number}", phones=phones)
        desk = calling(store, clock)
        for code, take_back, minutes in steps:
            clock.advance(timedelta(minutes=minutes))
            card = desk.next_lead()
            if not isinstance(card, CallCard):
                check(store)
                continue
            assert card.decision.is_allowed
            before = rows(store) if code == "skip" else None
            can_undo = act(desk, card, code, clock.now())
            if can_undo and take_back:
                undone = desk.undo()
                assert undone.lead.id == card.lead.id
                assert before is None or rows(store) == before
                if undone.attempt is not None:
                    once = rows(store)
                    desk.finish(undone.attempt.id, "busy")
                    assert desk.undo().attempt == undone.attempt
                    assert rows(store) == once
                    desk.finish(undone.attempt.id, code, **beside(code, clock.now()))
            check(store)


def check(store: Store) -> None:
    """The sums are right and no call broke a rule."""
    with store.transaction() as tx:
        wake(tx)
        counts, total = bucket_counts(tx)
        leads = tx.connection.execute(sa.select(schema.lead)).all()
        calls = tx.connection.execute(
            sa.select(schema.attempt).where(schema.attempt.c.number != "")
        ).all()
    assert sum(counts.values()) == total == len(leads)
    for lead in leads:
        waits = lead.state == Bucket.WAITING and lead.claimed_by is None
        assert not waits or lead.ready or lead.wake_at is not None, "nobody waits for nothing"
        if lead.state in {Bucket.CALLBACK, Bucket.NURTURE}:
            assert lead.due_at or lead.wake_at
        if lead.state == Bucket.NURTURE:
            assert lead.nurture_track
    for call in calls:
        agreed = call.decision["rule"] == "agreed-time"
        hours = CallHours(zones=(BERLIN,), limits=LIMITS)
        assert may_call(hours, call.started_at, agreed=agreed).is_allowed
    per_day = Counter(
        (call.lead_id, local_time(call.started_at, BERLIN).date())
        for call in calls
        if call.decision["rule"] == "house-hours"
    )
    assert max(per_day.values(), default=0) <= LIMITS.max_per_day
