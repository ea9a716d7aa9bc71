"""What calls show about when somebody is in: kept on the lead, read by the next try, undone."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from calls import a_campaign, a_lead, calling, next_card
from makers import BERLIN, MORNING
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.core.traits import Traits
from qualdesk.desk.calling import Calling
from qualdesk.store import schema
from qualdesk.store.database import Store

TWO = ("+493023125001", "+493023125002")
EARLY, LATE_MORNING, MIDDAY, LATE = 0b0001, 0b0010, 0b0100, 0b1000


def learnt(store: Store, lead: LeadId) -> tuple[int, int, bool]:
    """The parts tried in vain, the parts hinted at, whether reached; the stack says the same."""
    with store.reading() as tx:
        query = (
            sa.select(schema.lead, schema.stack.c.traits)
            .join(schema.stack, schema.stack.c.id == schema.lead.c.stack_id)
            .where(schema.lead.c.id == lead)
        )
        row = tx.connection.execute(query).one()
    traits = Traits.from_key(row.traits)
    kept = (row.tried_parts, row.hinted_parts, row.was_reached)
    assert kept == (traits.tried, traits.hinted, traits.was_reached)
    return kept


def call(desk: Calling, lead: LeadId, outcome: str, **beside: Any) -> str:
    """One call that ends so; the number that was dialled."""
    attempt = desk.start_attempt(lead)
    desk.finish(attempt.id, outcome, **beside)
    return attempt.number


def at(clock: SetClock, day: int, hour: int) -> None:
    """That hour in Berlin of a day of March 2026."""
    clock.set(MORNING.replace(day=day, hour=hour - 1, minute=0))


def test_parts_tried_in_vain_are_kept_until_somebody_is_reached(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    call(desk, lead, "no_answer")
    assert learnt(store, lead) == (EARLY, 0, False)
    at(clock, 17, 14)
    call(desk, lead, "voicemail_none")
    assert learnt(store, lead) == (EARLY | MIDDAY, 0, False)
    at(clock, 18, 11)
    call(desk, lead, "busy")
    assert learnt(store, lead) == (EARLY | MIDDAY, 0, False), "somebody was on the line"
    at(clock, 18, 16)
    call(desk, lead, "gatekeeper", hint="She is in before 10")
    assert learnt(store, lead) == (0, EARLY, True)
    at(clock, 19, 9)
    call(desk, lead, "no_answer")
    assert learnt(store, lead) == (EARLY, EARLY, True), "a hint and what was reached stay"


def test_undoing_an_outcome_takes_back_what_it_taught(store: Store, clock: SetClock) -> None:
    """Model 10."""
    lead = a_lead(store, a_campaign(store), phones=TWO)
    desk = calling(store, clock)
    call(desk, lead, "no_answer")
    before = learnt(store, lead)
    at(clock, 18, 11)
    attempt = desk.start_attempt(lead)
    desk.finish(attempt.id, "gatekeeper", hint="nachmittags")
    assert learnt(store, lead) == (0, MIDDAY | LATE, True)
    desk.undo()
    assert learnt(store, lead) == before
    desk.finish(attempt.id, "no_answer")
    assert learnt(store, lead) == (EARLY | LATE_MORNING, 0, False)


def test_the_next_number_is_dialled_when_every_part_of_the_day_was_tried(
    store: Store, clock: SetClock
) -> None:
    """And undone it is their first number again, with its parts of the day."""
    lead = a_lead(store, a_campaign(store, limits=CallLimits(max_attempts=9)), phones=TWO)
    desk = calling(store, clock)
    dialled = [call(desk, lead, "no_answer")]
    for day, hour in ((17, 14), (18, 16)):
        at(clock, day, hour)
        dialled.append(call(desk, lead, "no_answer"))
    at(clock, 19, 11)
    card = next_card(desk)
    assert card.consequences["no_answer"].says == "tries +493023125002 14:00"
    attempt = desk.start_attempt(lead)
    done = desk.finish(attempt.id, "no_answer")
    assert done.says == "tries +493023125002 14:00"
    assert [*dialled, attempt.number] == [TWO[0]] * 4
    assert learnt(store, lead) == (0, 0, False), "nothing was tried on the next number yet"
    assert [phone.e164 for phone in desk.card(lead).lead.contact.dialable] == [TWO[1], TWO[0]]
    desk.undo()
    assert [phone.e164 for phone in desk.card(lead).lead.contact.dialable] == list(TWO)
    assert learnt(store, lead) == (EARLY | MIDDAY | LATE, 0, False)
    desk.finish(attempt.id, "no_answer")
    at(clock, 19, 14)
    assert call(desk, lead, "no_answer") == TWO[1]


def test_a_hint_decides_when_the_lead_comes_back(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    done = desk.finish(desk.start_attempt(lead).id, "gatekeeper", hint="le matin, avant 10h")
    assert done.says == "again Wed 18 Mar, 09:00"
    with store.reading() as tx:
        row = tx.connection.execute(sa.select(schema.lead)).one()
    assert row.wake_at == done.next_at == datetime.fromisoformat("2026-03-18T08:00+00:00")


def test_a_call_keeps_what_the_lead_was_to_the_queue_and_the_hour_on_its_clock(
    store: Store, clock: SetClock
) -> None:
    """What the queue learns from: as it was when it was dialled, not as it became."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    call(desk, lead, "no_answer")
    at(clock, 17, 14)
    call(desk, lead, "busy")
    with store.reading() as tx:
        query = sa.select(schema.attempt).order_by(schema.attempt.c.started_at)
        first, second = tx.connection.execute(query).all()
    assert (first.their_hour, first.their_day) == (10, 1), "10 o'clock in Berlin, a Tuesday"
    assert (second.their_hour, second.their_day) == (14, 1)
    traits = [Traits.from_key(row.traits) for row in (first, second)]
    assert [(one.attempts, one.tried) for one in traits] == [(0, 0), (1, EARLY)]


def test_an_outcome_without_a_call_teaches_nothing_about_the_hour(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    desk = calling(store, clock)
    call(desk, lead, "no_answer")
    clock.advance(timedelta(minutes=1))
    done = desk.finish_without_call(lead, "wrong_number")
    assert done.bucket is Bucket.WAITING
    assert learnt(store, lead) == (EARLY, 0, False)
    with store.reading() as tx:
        query = sa.select(schema.attempt.c.their_hour).where(schema.attempt.c.number == "")
        assert tx.connection.scalars(query).all() == [-1]


def test_day_parts_of_a_campaign_are_kept_and_used(store: Store, clock: SetClock) -> None:
    limits = CallLimits(day_parts=(12 * 60,))
    campaign = a_campaign(store, limits=limits)
    assert campaign.limits == limits
    lead = a_lead(store, campaign, zones=[BERLIN])
    desk = calling(store, clock)
    done = desk.finish(desk.start_attempt(lead).id, "no_answer")
    assert done.says == "again 13:24"
    at(clock, 17, 14)
    call(desk, lead, "no_answer")
    assert learnt(store, lead) == (0b11, 0, False)
