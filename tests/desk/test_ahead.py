"""The lead kept for after the call, promises that come due meanwhile, and a company's people."""

from datetime import datetime, timedelta

import pytest

from calls import a_campaign, a_lead, calling, next_card
from makers import MORNING
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import Promise
from qualdesk.desk.calling import Calling
from qualdesk.desk.floor import Floor
from qualdesk.desk.library import Library
from qualdesk.desk.queue import Queue
from qualdesk.desk.supervising import Supervising
from qualdesk.store.database import Store

ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))
AT_ELEVEN = Promise(wall=datetime.fromisoformat("2026-03-17T11:00"), zone="Europe/Berlin")


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Calling:
    return calling(store, clock)


@pytest.fixture
def people(store: Store) -> list[LeadId]:
    """Four leads of four companies, in the order of the queue."""
    fair = a_campaign(store, limits=ALL_DAY)
    names = ("Katrin Albers", "Marcus Hale", "Ines Fournier", "Piotr Zielinski")
    return [a_lead(store, fair, name, company=f"{name} Ltd") for name in names]


def in_call(desk: Calling) -> CallCard:
    """The next lead, dialled."""
    card = next_card(desk)
    desk.start_attempt(card.lead.id)
    return desk.card(card.lead.id)


def ended(desk: Calling, card: CallCard, outcome: str = "no_answer") -> None:
    assert card.attempt is not None
    desk.finish(card.attempt.id, outcome)


def promised_at_eleven(desk: Calling) -> LeadId:
    """A lead this caller called, and is to call again at eleven on their clock."""
    card = in_call(desk)
    assert card.attempt is not None
    desk.finish(card.attempt.id, "callback_fixed", callback_at=AT_ELEVEN)
    return card.lead.id


def test_the_lead_kept_ahead_is_the_next_one_and_nobody_elses(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    card = in_call(desk)
    kept = desk.fetch_ahead()
    assert kept == people[1]
    assert next_card(calling(store, clock, "Ben")).lead.id == people[2]
    ended(desk, card)
    assert next_card(desk).lead.id == kept


def test_keeping_ahead_twice_keeps_one(desk: Calling, people: list[LeadId]) -> None:
    in_call(desk)
    assert desk.fetch_ahead() == desk.fetch_ahead() == people[1]


def test_every_lead_is_counted_in_one_place_while_one_is_kept_ahead(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """Q5: kept ahead is with a caller, and the sum still holds."""
    in_call(desk)
    desk.fetch_ahead()
    buckets = Floor(store, clock, "Ana").buckets()
    assert buckets.adds_up
    assert buckets.counts[Bucket.WITH_CALLER] == 2
    why = Queue(store, clock, "Ben").why_empty()
    assert sum(reason.leads for reason in why.reasons) == why.open_leads == len(people)


def test_a_break_takes_nothing_away_that_a_supervisor_gave(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """Who was given to a caller by name stays theirs, whatever was kept for them meanwhile."""
    in_call(desk)
    ruth = Supervising(store, clock, "Ruth")
    ruth.push(people[2], "Ana")
    assert desk.fetch_ahead() == people[2]
    desk.let_go_ahead()
    assert next_card(calling(store, clock, "Ben")).lead.id != people[2]
    assert desk.fetch_ahead() == people[2], "it comes before the rest again"
    desk.make_next(people[3])
    assert desk.card(people[2]).notices == ("Given to you by Ruth.",)


def test_a_break_gives_the_kept_lead_back(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    in_call(desk)
    desk.fetch_ahead()
    assert desk.let_go_ahead().leads == {people[1]}
    assert not desk.let_go_ahead().leads
    assert next_card(calling(store, clock, "Ben")).lead.id == people[1]


def test_nobody_sits_idle_beside_a_lead_that_is_only_kept(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """Q5: the last leads of a list are called, not kept by who talks the longest."""
    in_call(desk)
    desk.fetch_ahead()
    others = [calling(store, clock, name) for name in ("Ben", "Cleo", "Dan")]
    assert [next_card(other).lead.id for other in others] == [people[2], people[3], people[1]]
    assert isinstance(calling(store, clock, "Eve").next_lead(), NothingToCall)


def test_who_was_named_on_the_call_stays_next_however_idle_others_are(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """D5: "call them next" is kept."""
    card = in_call(desk)
    named = desk.refer(card.lead.id, name="Jens Petersen", number="+49 30 23125 777", how="now")
    assert desk.fetch_ahead() == named.lead_id
    others = [next_card(calling(store, clock, name)).lead.id for name in ("Ben", "Cleo", "Dan")]
    assert others == people[1:]
    assert isinstance(calling(store, clock, "Eve").next_lead(), NothingToCall)
    ended(desk, card)
    assert next_card(desk).lead.id == named.lead_id


def test_a_promise_is_never_kept_ahead_and_comes_before_what_is(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """Q4: kept for after the call it would be late for as long as that lasts."""
    del people
    first = promised_at_eleven(desk)
    card = in_call(desk)
    clock.advance(timedelta(hours=1))
    desk.renew()
    kept = desk.fetch_ahead()
    assert kept not in {first, card.lead.id}
    ended(desk, card)
    assert next_card(desk).lead.id == first
    assert Queue(store, clock, "Ana").upcoming()[0].lead_id == kept


@pytest.mark.parametrize("stopped", ["do not call", "kept out", "paused"])
def test_what_may_not_be_called_any_more_is_given_back_and_not_offered(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock, stopped: str
) -> None:
    """Q6: every rule is asked again when the kept lead is taken up."""
    card = in_call(desk)
    kept = desk.fetch_ahead()
    assert kept == people[1]
    if stopped == "do not call":
        calling(store, clock, "Ben").do_not_call(kept)
    elif stopped == "kept out":
        Supervising(store, clock, "Ruth").keep_out(kept, "a customer of ours")
    else:
        Library(store, clock, "Ruth").pause(card.campaign.id)
    ended(desk, card)
    found = desk.next_lead()
    if stopped == "paused":
        assert isinstance(found, NothingToCall)
    else:
        assert isinstance(found, CallCard)
        assert found.lead.id == people[2]


def test_a_lead_kept_for_one_campaign_is_not_given_to_the_work_on_another(
    desk: Calling, people: list[LeadId], store: Store
) -> None:
    del people
    card = in_call(desk)
    desk.fetch_ahead(card.campaign.id)
    other = a_campaign(store, limits=ALL_DAY)
    there = a_lead(store, other, "Aiko Mori", company="Mori Ltd")
    ended(desk, card)
    found = desk.next_lead(other.id)
    assert isinstance(found, CallCard)
    assert found.lead.id == there


def test_a_kept_lead_whose_company_somebody_began_to_talk_to_is_theirs(
    desk: Calling, store: Store, clock: SetClock
) -> None:
    """While a company is in conversation its other leads come to the same caller."""
    fair = a_campaign(store, limits=ALL_DAY)
    first = a_lead(store, fair, "Katrin Albers", company="Elbkorn")
    kept = a_lead(store, fair, "Marcus Hale", company="Avonbrook")
    other = a_lead(store, fair, "Rosa Marin", company="Avonbrook")
    last = a_lead(store, fair, "Piotr Zielinski", company="Wisla")
    card = in_call(desk)
    assert (card.lead.id, desk.fetch_ahead()) == (first, kept)
    ben = calling(store, clock, "Ben")
    talked = in_call(ben)
    assert talked.lead.id == other
    ended(desk, card)
    assert next_card(desk).lead.id == last
    ended(ben, talked, "gatekeeper")
    assert next_card(ben).lead.id == kept


def test_a_promise_that_comes_due_in_a_call_is_said_and_can_be_kept_next(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """Q4, picture 15: make it my next lead."""
    del people
    first = promised_at_eleven(desk)
    card = in_call(desk)
    assert desk.promises_due() == ()
    clock.advance(timedelta(minutes=40))
    desk.renew()
    found = desk.promises_due()
    assert [(one.lead_id, one.due_at) for one in found] == [(first, AT_ELEVEN.at)]
    assert found[0].anyone_at > found[0].due_at
    desk.fetch_ahead()
    desk.make_next(first)
    assert desk.promises_due() == ()
    clock.advance(timedelta(minutes=10))
    assert next_card(calling(store, clock, "Ben")).lead.id != first
    ended(desk, card)
    assert next_card(desk).lead.id == first


def test_a_promise_can_be_given_to_anyone_at_once(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    del people
    first = promised_at_eleven(desk)
    in_call(desk)
    clock.advance(timedelta(minutes=37))
    assert [one.lead_id for one in desk.promises_due(timedelta(minutes=1))] == [first]
    desk.give_to_anyone(first)
    assert desk.promises_due() == ()
    assert next_card(calling(store, clock, "Ben")).lead.id == first
    with pytest.raises(Refused, match="Ben has this lead"):
        desk.give_to_anyone(first)


def test_only_ones_own_promise_can_be_given_away(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    del people
    first = promised_at_eleven(desk)
    with pytest.raises(Refused, match="not yours"):
        calling(store, clock, "Ben").give_to_anyone(first)
    desk.give_to_anyone(first)
    with pytest.raises(Refused, match="not yours"):
        desk.give_to_anyone(first)


def test_the_company_strip_says_who_else_is_there_and_how_it_went(
    desk: Calling, store: Store, clock: SetClock
) -> None:
    fair = a_campaign(store, limits=ALL_DAY)
    first = a_lead(store, fair, "Katrin Albers", company="Elbkorn")
    names = ("Marcus Hale", "Ines Fournier", "Piotr Zielinski", "Aiko Mori", "Rosa Marin")
    others = [a_lead(store, fair, name, company="Elbkorn") for name in names]
    a_lead(store, fair, "Jens Petersen", company="Somebody else")
    card = in_call(desk)
    assert card.lead.id == first
    ended(desk, card, "gatekeeper")
    strip = desk.company(others[0])
    assert strip.company == "Elbkorn"
    assert [one.name for one in strip.colleagues] == ["Katrin Albers", *names[1:4]]
    assert strip.more == 1
    assert strip.yours_until is not None, "spoken to, so the others come to the same caller"
    assert strip.yours_until > MORNING
    assert strip.colleagues[0].says("Europe/Berlin").endswith(": someone else, Tue 17 Mar, Ana")
    assert strip.colleagues[1].says("Europe/Berlin") == "Ines Fournier: not called yet"
    assert calling(store, clock, "Ben").company(others[0]).yours_until is None


def test_the_company_strip_shows_who_has_a_colleague_in_hand(
    desk: Calling, store: Store, clock: SetClock
) -> None:
    fair = a_campaign(store, limits=ALL_DAY)
    first = a_lead(store, fair, "Katrin Albers", company="Elbkorn")
    second = a_lead(store, fair, "Marcus Hale", company="Elbkorn")
    assert next_card(calling(store, clock, "Ben")).lead.id == first
    (seen,) = desk.company(second).colleagues
    assert seen.says("UTC") == "Katrin Albers: with Ben now"


def test_the_company_strip_keeps_clients_apart(desk: Calling, store: Store) -> None:
    """O7: what one client's calls brought is not another's to read."""
    ours = a_campaign(store, limits=ALL_DAY, client="Nordline")
    theirs = a_campaign(store, limits=ALL_DAY, client="Sudline")
    first = a_lead(store, ours, "Katrin Albers", company="Elbkorn")
    a_lead(store, theirs, "Marcus Hale", company="Elbkorn")
    assert desk.company(first).colleagues == ()
    assert CampaignId(ours.id) != theirs.id


def test_a_promise_a_supervisor_gave_one_can_be_given_to_anyone(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """Anyone is anyone: it is kept for nobody by name any more."""
    del people
    first = promised_at_eleven(desk)
    clock.advance(timedelta(seconds=11))
    ben = calling(store, clock, "Ben")
    ben.renew()
    Supervising(store, clock, "Ruth").push(first, "Ben")
    ben.give_to_anyone(first)
    clock.set(AT_ELEVEN.at)
    desk.renew()
    assert next_card(desk).lead.id == first


def test_an_undo_takes_nothing_away_that_a_supervisor_gave(
    desk: Calling, people: list[LeadId], store: Store, clock: SetClock
) -> None:
    """The lead opened meanwhile goes back, and is still theirs by name."""
    card = in_call(desk)
    Supervising(store, clock, "Ruth").push(people[2], "Ana")
    ended(desk, card)
    assert next_card(desk).lead.id == people[2]
    assert desk.undo().lead.id == card.lead.id
    assert desk.card(people[2]).notices == ("Given to you by Ruth.",)
    assert next_card(calling(store, clock, "Ben")).lead.id == people[1]
    ended(desk, card)
    assert next_card(desk).lead.id == people[2]
