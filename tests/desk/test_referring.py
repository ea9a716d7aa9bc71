"""Somebody is named on a call and becomes a linked lead in seconds (D5)."""

import pytest

from calls import a_campaign, a_lead, calling, next_card
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import SourceType
from qualdesk.store.database import Store


def test_who_is_named_becomes_a_lead_at_the_same_company(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store, region="DE"))
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead)
    done = desk.refer(lead, name="Jens Petersen", title="Plant director", number="030 23125 444")
    assert not done.existing
    assert done.lead_id is not None
    card = desk.card(done.lead_id)
    contact = card.lead.contact
    assert (contact.name, contact.title, contact.company_name) == (
        "Jens Petersen", "Plant director", "Elbkorn Foods",
    )  # fmt: skip
    assert [phone.e164 for phone in contact.dialable] == ["+493023125444"]
    assert contact.zones == ("Europe/Berlin",)
    assert card.referred_by == "Katrin Albers"
    assert [point.says for point in card.lead.touchpoints] == ["Referred by Katrin Albers"]
    assert card.lead.signals.source is SourceType.REFERRAL
    assert card.priority.reasons[0].says == SourceType.REFERRAL.label
    ended = desk.finish(attempt.id, "wrong_person")
    assert (ended.says, ended.bucket) == ("Jens Petersen instead", Bucket.NOT_A_FIT)
    assert next_card(desk).lead.id == done.lead_id


def test_a_name_alone_is_enough_and_goes_to_research(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store))
    done = calling(store, clock).refer(lead, name="Jens Petersen")
    assert done.lead_id is not None
    stands = calling(store, clock).card(done.lead_id).lead
    assert (stands.bucket, stands.reason) == (Bucket.RESEARCH, "There is no phone number.")


def test_somebody_who_is_here_already_is_linked_instead(store: Store, clock: SetClock) -> None:
    """Screens 2.1, row 9."""
    campaign = a_campaign(store, region="DE")
    lead = a_lead(store, campaign)
    jens = a_lead(store, campaign, "Jens Petersen", phones=("+493023125444",))
    desk = calling(store, clock)
    done = desk.refer(
        lead, name="Jens Petersen", number="030 23125-444", email="jens@elbkorn.example"
    )
    assert (done.lead_id, done.existing) == (jens, True)
    card = desk.card(jens)
    assert card.referred_by == "Katrin Albers"
    assert card.lead.contact.emails == ("jens@elbkorn.example",)
    assert card.lead.signals.source is SourceType.TRADE_SHOW, "their own source stays"
    again = desk.refer(lead, name="Jens Petersen", number="030 23125-444")
    assert (again.lead_id, again.existing) == (jens, True)


def test_who_is_named_now_comes_next(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store, region="DE")
    lead = a_lead(store, campaign)
    for name in ("One", "Two", "Three"):
        a_lead(store, campaign, name, company=f"{name} Ltd")
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead)
    done = desk.refer(lead, name="Jens Petersen", number="030 23125 444", how="now")
    assert next_card(calling(store, clock, "Ben")).lead.id != done.lead_id, "kept for Ana"
    desk.finish(attempt.id, "wrong_person")
    card = next_card(desk)
    assert card.lead.id == done.lead_id
    assert desk.start_attempt(card.lead.id).number == "+493023125444"


def test_two_who_are_named_now_are_both_kept_and_the_last_comes_next(
    store: Store, clock: SetClock
) -> None:
    """D5: the second name is not refused because the first one waits already."""
    lead = a_lead(store, a_campaign(store, region="DE"))
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead)
    first = desk.refer(lead, name="Jens Petersen", number="030 23125 444", how="now")
    second = desk.refer(lead, name="Ida Brandt", number="030 23125 445", how="now")
    desk.finish(attempt.id, "wrong_person")
    card = next_card(desk)
    assert card.lead.id == second.lead_id
    call = desk.start_attempt(card.lead.id)
    desk.finish(call.id, "no_answer")
    assert next_card(desk).lead.id == first.lead_id


def test_who_waited_for_a_number_is_called_once_one_is_named(store: Store, clock: SetClock) -> None:
    """D5, Q5: the number was what the research was for."""
    lead = a_lead(store, a_campaign(store, region="DE"))
    desk = calling(store, clock)
    first = desk.refer(lead, name="Jens Petersen", email="jens@elbkorn.example")
    assert first.lead_id is not None
    again = desk.refer(
        lead, name="Jens Petersen", email="jens@elbkorn.example", number="030 23125 444", how="now"
    )
    assert again.lead_id == first.lead_id
    attempt = desk.start_attempt(lead)
    desk.finish(attempt.id, "wrong_person")
    assert next_card(desk).lead.id == first.lead_id


def test_who_is_only_noted_is_no_lead(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    done = desk.refer(lead, name="Jens Petersen", title="Plant director", how="note")
    assert done.lead_id is None
    assert desk.card(lead).lead.touchpoints[0].says == "Named Jens Petersen, Plant director"


def test_who_said_no_is_never_a_callable_lead(store: Store, clock: SetClock) -> None:
    """Always true 6: not by a referral either."""
    first, second = a_campaign(store, region="DE"), a_campaign(store, region="DE")
    jens = a_lead(store, first, "Jens Petersen", phones=("+493023125444",))
    desk = calling(store, clock)
    desk.do_not_call(jens)
    lead = a_lead(store, second)
    done = desk.refer(lead, name="Jens Petersen", number="030 23125 444", how="now")
    assert done.lead_id is not None
    assert desk.card(done.lead_id).lead.bucket is Bucket.DO_NOT_CALL
    assert next_card(desk).lead.id == lead


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"name": "  "}, "Write a name"),
        ({"name": "Jens", "how": "later"}, "now, queue, note"),
        ({"name": "Katrin Albers", "number": "+493023125001"}, "the person you are calling"),
    ],
)
def test_a_referral_of_nobody_is_refused_in_words(
    store: Store, clock: SetClock, said: dict[str, str], says: str
) -> None:
    lead = a_lead(store, a_campaign(store), phones=("+493023125001",))
    with pytest.raises(Refused, match=says):
        calling(store, clock).refer(lead, **said)  # type: ignore[arg-type]


def test_a_referral_by_nobody_is_refused(store: Store, clock: SetClock) -> None:
    with pytest.raises(NotFound):
        calling(store, clock).refer(LeadId(404), name="Jens Petersen")


def test_a_chain_of_referrals_is_told_to_its_beginning(store: Store, clock: SetClock) -> None:
    """F8: who was named names the next one; the card says by whom, and by whom that one was."""
    first = a_lead(store, a_campaign(store), phones=("+493023125001",))
    desk = calling(store, clock)
    names = ["Jens Petersen", "Olaf Brandt", "Sven Thiel"]
    lead = first
    for number, name in enumerate(names):
        added = desk.refer(lead, name=name, number=f"+49 30 23125 10{number}")
        assert added.lead_id is not None
        lead = added.lead_id
    card = desk.card(lead)
    assert card.referrers == ("Olaf Brandt", "Jens Petersen", "Katrin Albers")
    assert card.referred_by == "Olaf Brandt"
    desk.refer(lead, name="Katrin Albers", number="+493023125001")
    assert desk.card(first).referrers[:2] == ("Sven Thiel", "Olaf Brandt"), "a ring comes to an end"
