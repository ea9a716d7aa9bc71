"""Voicemail campaigns: one key a message, so many per lead, and a day to follow up (D8)."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import a_campaign, a_lead, calling
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import OutcomeRefused
from qualdesk.core.ids import LeadId
from qualdesk.core.offers import Offers, Voicemail
from qualdesk.core.times import local_time
from qualdesk.desk.calling import Calling
from qualdesk.desk.campaigning import Campaigning
from qualdesk.store.database import Store

BERLIN = "Europe/Berlin"
PHONE = "+493023125001"


def leaving(store: Store, clock: SetClock, mode: Voicemail) -> tuple[Calling, LeadId]:
    campaign = a_campaign(store)
    Campaigning(store, clock, "Ruth").set_offers(campaign.id, Offers(voicemail=mode))
    return calling(store, clock), a_lead(store, campaign, phones=(PHONE,))


def leave(desk: Calling, lead: LeadId) -> tuple[str, str]:
    """Dial and leave a message: what the key said, and what happened."""
    attempt = desk.start_attempt(lead).id
    said = desk.card(lead).consequences["voicemail_left"]
    done = desk.finish(attempt, "voicemail_left")
    assert (done.says, done.next_at, done.bucket) == (said.says, said.next_at, said.bucket)
    return said.says, done.outcome


def test_the_key_counts_messages_and_the_last_one_rests_until_its_day(
    store: Store, clock: SetClock
) -> None:
    mode = Voicemail(is_on=True, text="It is Ana.", most=2, follow_up=date(2026, 3, 26))
    desk, lead = leaving(store, clock, mode)
    assert leave(desk, lead) == ("1 of 2, again Wed 18 Mar, 10:24", "voicemail_left")
    clock.advance(timedelta(days=1, minutes=10))
    assert leave(desk, lead)[0] == "last one, back Thu 26 Mar"
    back = desk.card(lead).lead.next_at
    assert back is not None
    assert local_time(back, BERLIN).strftime("%d %H:%M") == "26 09:00", "when they may be called"


def test_no_more_messages_are_left_than_the_campaign_allows(store: Store, clock: SetClock) -> None:
    """The key goes on doing something sensible: it becomes the outcome without a message."""
    desk, lead = leaving(store, clock, Voicemail(is_on=True, text="It is Ana.", most=1))
    assert leave(desk, lead) == ("last one, again Wed 18 Mar, 10:24", "voicemail_left")
    clock.advance(timedelta(days=1, minutes=10))
    says, outcome = leave(desk, lead)
    assert says.startswith("no message, again ")
    assert outcome == "voicemail_none"
    call = desk.card(lead).past_calls[0]
    assert desk.finish(call.id, "voicemail_left").outcome == "voicemail_none", "saved twice is once"
    with pytest.raises(OutcomeRefused, match="ended with “Voicemail, no message”"):
        desk.finish(call.id, "busy")


def test_a_message_that_was_undone_does_not_count(sqlite_store: Store, clock: SetClock) -> None:
    desk, lead = leaving(sqlite_store, clock, Voicemail(is_on=True, text="It is Ana.", most=1))
    leave(desk, lead)
    card = desk.undo()
    assert card.consequences["voicemail_left"].says.startswith("last one, again")


def test_without_the_mode_a_message_is_a_message(sqlite_store: Store, clock: SetClock) -> None:
    desk, lead = leaving(sqlite_store, clock, Voicemail(is_on=False, text="It is Ana.", most=1))
    assert leave(desk, lead)[0] == "again Wed 18 Mar, 10:24"


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    most=st.integers(1, 3),
    days=st.one_of(st.none(), st.integers(-2, 20)),
    gaps=st.lists(st.integers(25, 80), min_size=1, max_size=4),
)
def test_whatever_is_left_when_never_more_than_allowed(
    sqlite_store: Store, clock: SetClock, most: int, days: int | None, gaps: list[int]
) -> None:
    """The cap holds in any course of calls, and each key keeps its word (bar 11)."""
    day = (
        local_time(clock.now(), BERLIN).date() + timedelta(days=days) if days is not None else None
    )
    mode = Voicemail(is_on=True, text="It is Ana.", most=most, follow_up=day)
    with sqlite_store.transaction() as tx:
        taken = f"Round {tx.now.isoformat()}"
    campaign = a_campaign(sqlite_store, name=taken)
    Campaigning(sqlite_store, clock, "Ruth").set_offers(campaign.id, Offers(voicemail=mode))
    lead = a_lead(sqlite_store, campaign, taken, company=taken, phones=(PHONE,))
    desk, left = calling(sqlite_store, clock), 0
    for hours in gaps:
        card = desk.card(lead)
        if isinstance(card, CallCard) and card.decision.is_allowed:
            left += leave(desk, lead)[1] == "voicemail_left"
        clock.advance(timedelta(hours=hours))
    assert left <= most
