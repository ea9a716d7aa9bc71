"""Research with a time box: the lead is with its caller until then, and back where it was (D6)."""

from datetime import timedelta

import pytest

from calls import a_campaign, a_lead, calling, next_card
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import OutcomeRefused, Refused
from qualdesk.core.leads import Bucket, PhoneState
from qualdesk.core.research import TIMES, time_words
from qualdesk.core.sources import CallLimits
from qualdesk.desk.calling import Calling
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.researching import Researching
from qualdesk.store.database import Store
from qualdesk.store.people import set_phone_state

PHONE = "+493023125001"


def researched(store: Store, clock: SetClock, time: timedelta = TIMES[1]) -> tuple[Calling, int]:
    lead = a_lead(store, a_campaign(store), phones=(PHONE,))
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead).id
    desk.write_note(attempt, "Nice on the phone")
    done = desk.finish(attempt, "research", research_for=time, reason="Which Albers is it?",
                       note="Nice on the phone")  # fmt: skip
    assert done.bucket is Bucket.RESEARCH
    return desk, lead


def test_a_lead_is_with_its_caller_for_that_time_and_then_back(
    store: Store, clock: SetClock
) -> None:
    for time in TIMES:
        desk, lead = researched(store, clock, time)
        began = clock.now()
        clock.advance(timedelta(seconds=11))
        (mine,) = Researching(store, clock, "Ana").mine()
        assert (mine.lead_id, mine.until) == (lead, began + time)
        assert mine.says == "Ana was to find out: Which Albers is it?"
        assert Researching(store, clock, "Ben").mine() == ()
        assert desk.card(lead).lead.bucket is Bucket.RESEARCH, time_words(time)
        clock.advance(time)
        Keeper(store, clock, "Keeper").tick()
        card = desk.card(lead)
        assert card.lead.bucket is Bucket.WAITING
        assert card.notices == ("Back from research. Ana was to find out: Which Albers is it?",)
        assert Researching(store, clock, "Ana").mine() == ()


def test_what_was_found_brings_them_back_next_for_the_same_caller(
    store: Store, clock: SetClock
) -> None:
    desk, lead = researched(store, clock)
    a_lead(store, desk.card(lead).campaign, "Kai Lorenz", phones=("+493023125002",))
    clock.advance(timedelta(minutes=20))
    Researching(store, clock, "Ana").found(
        lead, number="+49 30 23125 777", note="The one in Hamburg"
    )
    card = next_card(desk)
    assert card.lead.id == lead
    assert "+493023125777" in {phone.e164 for phone in card.lead.contact.phones}
    assert "The one in Hamburg" in {touch.says for touch in card.lead.touchpoints}


def test_what_is_found_at_once_waits_for_the_pause_between_two_calls(
    sqlite_store: Store, clock: SetClock
) -> None:
    """Q6: research is no way around the distance between two tries."""
    desk, lead = researched(sqlite_store, clock)
    clock.advance(timedelta(minutes=5))
    done = Researching(sqlite_store, clock, "Ana").found(lead, number="+49 30 23125 777")
    assert done.says == "Katrin Albers is back and comes to you in 10 min."
    clock.advance(timedelta(minutes=10))
    card = next_card(desk)
    assert (card.lead.id, card.decision.is_allowed) == (lead, True)


def test_only_who_has_the_time_brings_them_back(sqlite_store: Store, clock: SetClock) -> None:
    desk, lead = researched(sqlite_store, clock)
    with pytest.raises(Refused, match="not with you"):
        Researching(sqlite_store, clock, "Ben").found(lead)
    with pytest.raises(Refused, match="cannot be dialled"):
        Researching(sqlite_store, clock, "Ana").found(lead, number="blue")
    assert desk.card(lead).lead.bucket is Bucket.RESEARCH, "nothing was changed"


def test_who_has_no_number_left_waits_for_somebody_to_find_one(
    sqlite_store: Store, clock: SetClock
) -> None:
    desk, lead = researched(sqlite_store, clock)
    contact = desk.card(lead).lead.contact.id
    assert contact is not None
    with sqlite_store.transaction() as tx:
        set_phone_state(tx, contact, PHONE, PhoneState.OUT_OF_SERVICE, "")
    clock.advance(timedelta(minutes=31))
    Keeper(sqlite_store, clock, "Keeper").tick()
    stands = desk.card(lead).lead
    assert (stands.bucket, stands.next_at) == (Bucket.RESEARCH, None)


def test_after_the_last_try_research_leads_to_not_reached(
    sqlite_store: Store, clock: SetClock
) -> None:
    lead = a_lead(
        sqlite_store, a_campaign(sqlite_store, limits=CallLimits(max_attempts=1)), phones=(PHONE,)
    )
    desk = calling(sqlite_store, clock)
    attempt = desk.start_attempt(lead).id
    assert desk.card(lead).consequences["research"].says == "yours for 30 min, then not reached"
    desk.finish(attempt, "research", note="Which Albers?")
    clock.advance(timedelta(minutes=31))
    Keeper(sqlite_store, clock, "Keeper").tick()
    assert desk.card(lead).lead.bucket is Bucket.UNREACHABLE


def test_a_time_box_is_one_of_four(sqlite_store: Store, clock: SetClock) -> None:
    lead = a_lead(sqlite_store, a_campaign(sqlite_store), phones=(PHONE,))
    desk = calling(sqlite_store, clock)
    attempt = desk.start_attempt(lead).id
    with pytest.raises(OutcomeRefused, match="15 min, 30 min, 1 h, a day"):
        desk.finish(attempt, "research", note="Who?", research_for=timedelta(hours=9))
    with pytest.raises(OutcomeRefused, match="needs a line"):
        desk.finish(attempt, "research", research_for=TIMES[0])


def test_research_is_undone_as_any_outcome(sqlite_store: Store, clock: SetClock) -> None:
    desk, lead = researched(sqlite_store, clock, TIMES[0])
    card = desk.undo()
    assert card.lead.id == lead
    assert card.attempt is not None
    assert Researching(sqlite_store, clock, "Ana").mine() == ()
