"""Who is on the phones, and a supervisor's acts on people, on both databases."""

from datetime import datetime, timedelta

import pytest

from calls import a_campaign, a_lead, answer_all_it_takes, calling, next_card
from makers import MORNING
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NothingToUndo, Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Lead
from qualdesk.core.on_phones import AWAY_AFTER, Doing, Move, OnPhone, OpenCall, Told, doing
from qualdesk.core.sources import CallWindow
from qualdesk.desk.calling import Calling
from qualdesk.desk.floor import Floor
from qualdesk.desk.incoming import Incoming
from qualdesk.desk.people import People
from qualdesk.desk.phones import PhonesDesk
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store.database import Store
from qualdesk.store.history import entries
from qualdesk.store.members import note_seen

MINUTE = timedelta(minutes=1)


@pytest.fixture
def fair(store: Store) -> Campaign:
    return a_campaign(store, name="PackTech Expo")


@pytest.fixture
def ruth(store: Store, clock: SetClock) -> PhonesDesk:
    """The desk of a supervisor."""
    People(store, clock, "Ruth Tanner").set_details(role="supervisor")
    return PhonesDesk(store, clock, "Ruth Tanner")


def told(store: Store, clock: SetClock, caller: str) -> PhonesDesk:
    return PhonesDesk(store, clock, caller)


def some_leads(store: Store, campaign: Campaign, leads: int, word: str = "Person") -> None:
    for number in range(leads):
        a_lead(store, campaign, f"{word} {number}", company=f"{word} Works {number}")


def shown(ruth: PhonesDesk, campaign: Campaign) -> dict[str, OnPhone]:
    return {one.name: one for one in ruth.now(campaign.id).callers}


def states(ruth: PhonesDesk, campaign: Campaign) -> dict[str, str]:
    return {name: one.state for name, one in shown(ruth, campaign).items()}


def promised(store: Store, desk: Calling, campaign: Campaign, name: str, at: datetime) -> LeadId:
    """A lead with whom this caller agreed on a time."""
    lead = a_lead(store, campaign, name, company=f"{name} Works")
    desk.finish(desk.start_attempt(lead).id, "callback_fixed", callback_at=at)
    return lead


def _lead_of(desk: Calling, campaign: CampaignId | None) -> Lead:
    found = desk.next_lead(campaign)
    assert isinstance(found, CallCard), found.says
    return found.lead


def test_each_caller_is_shown_in_what_they_do_and_since_when(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    some_leads(store, fair, 3)
    desk, ana = calling(store, clock), told(store, clock, "Ana")
    card = next_card(desk)
    one = shown(ruth, fair)["Ana"]
    assert (one.state, one.state_label, one.lead, one.calls) == ("ready", "Ready", "", 0)
    clock.advance(MINUTE)
    attempt = desk.start_attempt(card.lead.id)
    one = shown(ruth, fair)["Ana"]
    assert (one.state, one.since, one.calls) == ("dialling", clock.now(), 1)
    assert (one.lead, one.lead_id) == (card.lead.contact.name, card.lead.id)
    clock.advance(MINUTE)
    assert ana.note_state("on_a_call")
    clock.advance(3 * MINUTE)
    one = shown(ruth, fair)["Ana"]
    assert (one.state, one.state_label) == ("on_a_call", "On a call")
    assert one.since == clock.now() - 3 * MINUTE
    answer_all_it_takes(desk, attempt.id)
    ana.note_state("wrapping_up")
    assert states(ruth, fair) == {"Ana": "wrapping_up"}
    clock.advance(MINUTE)
    desk.finish(attempt.id, "qualified")
    one = shown(ruth, fair)["Ana"]
    # What was told of that call is over with it, though nobody told anything since.
    assert (one.state, one.since, one.lead) == ("ready", clock.now(), "")
    assert (one.calls, one.reached, one.qualified) == (1, 1, 1)


def test_reached_means_on_the_phones_what_it_means_in_every_other_number(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    some_leads(store, fair, 3)
    desk = calling(store, clock)
    for outcome in ("wrong_number", "gatekeeper", "no_answer"):
        desk.finish(desk.start_attempt(next_card(desk).lead.id).id, outcome)
        clock.advance(MINUTE)
    told(store, clock, "Ana").note_state("ready")
    one = shown(ruth, fair)["Ana"]
    # Who is not there under that number was not reached, though somebody picked up.
    assert (one.calls, one.reached) == (3, 1)
    assert Floor(store, clock, "Ruth Tanner").board(fair.id).reached == 1


def test_a_break_is_shown_with_its_end_until_they_are_back(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    some_leads(store, fair, 2)
    desk, ana = calling(store, clock), told(store, clock, "Ana")
    desk.finish(desk.start_attempt(next_card(desk).lead.id).id, "no_answer")
    clock.advance(MINUTE)
    back = clock.now() + 20 * MINUTE
    ana.note_state("break")
    began = clock.now()
    clock.advance(MINUTE)
    assert ana.note_state("break", back), "they say when it ends, and it began when it began"
    clock.advance(17 * MINUTE)
    one = shown(ruth, fair)["Ana"]
    # Nobody saw them for longer than a caller may be silent; but they said when they are back.
    assert (one.state, one.since, one.back_at) == ("break", began, back)
    clock.advance(5 * MINUTE)
    assert states(ruth, fair) == {"Ana": "away"}
    ana.note_state("ready")
    one = shown(ruth, fair)["Ana"]
    assert (one.state, one.since, one.back_at) == ("ready", clock.now(), None)


def test_what_is_told_twice_is_written_once(store: Store, clock: SetClock) -> None:
    ana = told(store, clock, "Ana")
    assert [ana.note_state("ready") for _ in range(3)] == [True, False, False]
    assert ana.note_state("break")
    assert ana.note_state("break", clock.now())
    # Of two talks it may be the one before that was told of: it is written anew.
    assert [ana.note_state("on_a_call") for _ in range(2)] == [True, True]
    with pytest.raises(ValueError, match="lunch"):
        ana.note_state("lunch")


def test_who_was_not_seen_for_a_while_is_away_since_then(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    some_leads(store, fair, 2)
    desk = calling(store, clock)
    desk.finish(desk.start_attempt(next_card(desk).lead.id).id, "no_answer")
    seen_at = clock.now()
    clock.advance(AWAY_AFTER)
    one = shown(ruth, fair)["Ana"]
    assert (one.state, one.since, one.calls) == ("away", seen_at, 1)
    desk.renew()
    assert states(ruth, fair) == {"Ana": "ready"}


def test_a_call_that_came_in_is_a_talk_from_its_first_second(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    lead = a_lead(store, fair)
    Incoming(store, clock, "Ana", shipped_outcomes()).take_up(lead)
    one = shown(ruth, fair)["Ana"]
    assert (one.state, one.since, one.lead, one.calls) == (
        "on_a_call", clock.now(), "Katrin Albers", 1,
    )  # fmt: skip


def test_who_only_watches_is_not_on_the_phones(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    """Not with a lead in hand, either: a supervisor calls when she has dialled."""
    some_leads(store, fair, 2)
    with store.transaction() as tx:
        note_seen(tx, "Ruth Tanner")
        note_seen(tx, "Pia Okafor")
    assert states(ruth, fair) == {}
    own = calling(store, clock, "Ruth Tanner")
    card = next_card(own)
    assert states(ruth, fair) == {}
    own.start_attempt(card.lead.id)
    assert states(ruth, fair) == {"Ruth Tanner": "dialling"}


def test_the_day_is_the_campaigns_and_its_calls_are_of_all_they_call_for(
    store: Store, clock: SetClock, ruth: PhonesDesk
) -> None:
    night = a_campaign(
        store, name="Pacific", window=CallWindow(zone="Pacific/Auckland", has_no_end=True)
    )
    other = a_campaign(store, name="Other")
    some_leads(store, night, 1)
    some_leads(store, other, 2, "Else")
    desk = calling(store, clock)
    for _ in range(3):
        desk.finish(desk.start_attempt(next_card(desk).lead.id).id, "no_answer")
    assert [shown(ruth, one)["Ana"].calls for one in (night, other)] == [3, 3]
    # 13:24 in London; since 11:00 it is tomorrow in Auckland.
    clock.advance(timedelta(hours=4))
    desk.renew()
    assert shown(ruth, night) == {}
    assert shown(ruth, other)["Ana"].calls == 3
    assert shown(ruth, other)["Ana"].campaign_name in {"Pacific", "Other"}


def test_an_outcome_somebody_else_took_back_leaves_the_call_and_nothing_else(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    some_leads(store, fair, 1)
    ana = calling(store, clock)
    call = ana.start_attempt(next_card(ana).lead.id)
    ana.finish(call.id, "nurture")
    assert (shown(ruth, fair)["Ana"].calls, shown(ruth, fair)["Ana"].reached) == (1, 1)
    clock.advance(MINUTE)
    calling(store, clock, "Ruth Tanner").undo(call.id)
    assert (shown(ruth, fair)["Ana"].calls, shown(ruth, fair)["Ana"].reached) == (1, 0)


def test_callers_stand_in_the_order_of_their_names_whatever_they_did(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    """S4: nobody is ranked."""
    some_leads(store, fair, 6)
    for caller, calls in (("tom", 1), ("Ana", 1), ("Zoe", 3)):
        desk = calling(store, clock, caller)
        for _ in range(calls):
            desk.finish(desk.start_attempt(next_card(desk).lead.id).id, "no_answer")
    assert [one.name for one in ruth.now(fair.id).callers] == ["Ana", "tom", "Zoe"]


def test_without_names_each_caller_is_one_seat_for_the_day(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    """S4: where watching a person needs their leave, a seat is watched."""
    some_leads(store, fair, 6)
    names = ("Ana", "Ben", "Cleo")
    for caller in names:
        desk = calling(store, clock, caller)
        desk.finish(desk.start_attempt(next_card(desk).lead.id).id, "no_answer")
    promised(store, calling(store, clock), fair, "Marcus Hale", clock.now() + MINUTE)
    clock.advance(2 * MINUTE)
    with pytest.raises(Refused, match="for a supervisor"):
        told(store, clock, "Ana").show_names(False)
    done = ruth.show_names(False)
    assert not done.shown
    phones = ruth.now(fair.id)
    seats = [one.name for one in phones.callers]
    assert not phones.named
    assert seats == ["Caller 1", "Caller 2", "Caller 3"]
    assert phones.call_backs.calls[0].owner in seats
    known = ruth.shown_as(names)
    calling(store, clock, "Dora").next_lead()
    clock.advance(timedelta(hours=3))
    assert ruth.shown_as(names) == known
    assert ruth.shown_as(["Dora", ""]) == {"Dora": "Caller 4"}
    assert {one.calls for one in ruth.now(fair.id).callers if one.name == known["Ana"]} == {2}
    with store.reading() as tx:
        notes = [one.what for one in entries(tx, "workspace", "names")]
    assert notes == ["showed callers without names"]
    assert not ruth.are_named()
    ruth.show_names(True)
    assert ruth.shown_as(["Ana"]) == {"Ana": "Ana"}


def test_a_seat_is_moved_as_a_name_is_and_never_says_the_name(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    calling(store, clock).next_lead()
    ruth.show_names(False)
    seat = ruth.shown_as(["Ana"])["Ana"]
    done = ruth.move(seat, fair.id)
    assert done.says == f"{seat} calls for “PackTech Expo” from the next lead."
    assert told(store, clock, "Ana").works_for() == fair.id
    with pytest.raises(Refused, match="Nobody sits at “Caller 9”"):
        ruth.move("Caller 9", fair.id)


def test_whoever_is_moved_by_name_is_told_of_by_name_and_never_by_seat(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    """Where names are switched off no answer says whose seat it is."""
    calling(store, clock).next_lead()
    ruth.show_names(False)
    moved = ruth.move("ana", fair.id)
    assert moved.says == "Ana calls for “PackTech Expo” from the next lead."
    assert ruth.take_move_back(moved).says == "Ana calls as before, from the next lead."


def test_a_moved_caller_follows_with_the_next_lead_and_is_told_once(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    other = a_campaign(store, name="Other")
    some_leads(store, other, 4, "Else")
    some_leads(store, fair, 4)
    desk, ana = calling(store, clock), told(store, clock, "Ana")
    attempt = desk.start_attempt(_lead_of(desk, other.id).id)
    ahead = desk.fetch_ahead(other.id)
    assert ahead is not None
    done = ruth.move("ana", fair.id)
    assert (done.caller, done.to, done.was) == ("Ana", fair.id, None)
    assert done.says == "Ana calls for “PackTech Expo” from the next lead."
    # Never inside a call: what is in hand stays, what was kept for after it does not.
    call = desk.on_call()
    assert call is not None
    assert call.id == attempt.id
    assert [one.name for one in ruth.now(fair.id).callers] == ["Ana"]
    desk.finish(attempt.id, "no_answer")
    assert ana.my_move() == Move(campaign=fair.id, by="Ruth Tanner")
    assert ana.my_move() == Move(campaign=fair.id, by="")
    for campaign in (other.id, None):
        found = _lead_of(desk, campaign)
        assert found.campaign_id == fair.id
        desk.skip(found.id, "")
    with pytest.raises(Refused, match="already"):
        ruth.move("Ana", fair.id)
    back = ruth.take_move_back(done)
    assert back.says == "Ana calls as before, from the next lead."
    assert ana.my_move() == Move(campaign=None, by="Ruth Tanner")
    assert ana.my_move() is None
    assert _lead_of(desk, other.id).campaign_id == other.id
    with pytest.raises(NothingToUndo):
        ruth.take_move_back(done)


def test_who_had_not_heard_of_a_move_does_not_hear_of_it_taken_back(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    some_leads(store, fair, 1)
    next_card(calling(store, clock))
    ruth.take_move_back(ruth.move("Ana", fair.id))
    assert told(store, clock, "Ana").my_move() is None
    with pytest.raises(Refused, match="Nobody has moved Ana"):
        ruth.move("Ana", None)
    with pytest.raises(Refused, match="Nobody called “Anna”"):
        ruth.move("Anna", fair.id)
    with pytest.raises(NotFound):
        ruth.move("Ana", CampaignId(99))


def test_a_call_back_is_in_one_part_of_the_day_and_the_parts_are_the_day(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    """Q4: kept, missed, late and to come are all of them, each once."""
    desk = calling(store, clock)
    kept, missed, settled, late = (
        promised(store, desk, fair, name, MORNING + at * MINUTE)
        for name, at in (("Kept", 10), ("Missed", 10), ("Settled", 50), ("Late", 31))
    )
    promised(store, desk, fair, "To come", MORNING + timedelta(hours=3))
    promised(store, desk, fair, "Tomorrow", MORNING + timedelta(hours=26))
    clock.set(MORNING + 12 * MINUTE)
    desk.finish(desk.start_attempt(kept).id, "no_answer")
    incoming = Incoming(store, clock, "Ana", shipped_outcomes())
    call = incoming.take_up(settled).attempt
    assert call is not None
    desk.finish(call.id, "nurture")
    clock.set(MORNING + 32 * MINUTE)
    desk.renew()
    desk.finish(desk.start_attempt(missed).id, "no_answer")
    found = ruth.now(fair.id).call_backs
    parts = (found.kept, found.missed, found.late, found.to_come)
    assert parts == (1, 1, 1, 1)
    assert found.today == sum(parts)
    (one,) = found.calls
    assert (one.lead, one.name, one.owner, one.is_late, one.is_open) == (
        late, "Late", "Ana", True, False,
    )  # fmt: skip
    # Two minutes after its time its caller had called somebody else: it is anybody's by then.
    clock.set(MORNING + 33 * MINUTE)
    assert ruth.now(fair.id).call_backs.calls[0].is_open
    # The next day what nobody made is still late.
    clock.set(MORNING + timedelta(hours=24))
    found = ruth.now(fair.id).call_backs
    assert (found.today, found.late, found.to_come) == (3, 2, 1)
    assert [one.name for one in found.calls] == ["Late", "To come"]
    # None of the two was promised for today.
    assert (found.earlier, found.today - found.earlier) == (2, 1)


def test_late_call_backs_are_opened_to_anyone_one_or_all_and_closed_again(
    store: Store, clock: SetClock, fair: Campaign, ruth: PhonesDesk
) -> None:
    """Q4: a promise is kept by who can keep it; whose it was is written down."""
    desk = calling(store, clock)
    first, second = (
        promised(store, desk, fair, name, clock.now() + at * MINUTE)
        for name, at in (("First", 5), ("Second", 6))
    )
    assert ruth.open_late(fair.id).says == "No call back is late. Nothing was changed."
    clock.advance(7 * MINUTE)
    one = ruth.open_to_anyone([first])
    assert one.says == "One call back is open to anyone now."
    assert one.changes.leads == {first}
    assert [(it.name, it.is_open) for it in ruth.now(fair.id).call_backs.calls] == [
        ("First", True), ("Second", False),
    ]  # fmt: skip
    rest = ruth.open_late(fair.id)
    assert rest.leads == ((second, "Ana"),)
    assert ruth.open_late(fair.id).says == "All 2 late call backs are open to anyone already."
    with store.reading() as tx:
        (note, *_) = entries(tx, "lead", second)
    assert (note.who, note.details) == ("Ruth Tanner", {"owner": "Ana"})
    ben = next_card(calling(store, clock, "Ben"))
    assert ben.lead.id == first
    with pytest.raises(NothingToUndo):
        ruth.take_opening_back(one)
    ruth.take_opening_back(rest)
    assert not ruth.now(fair.id).call_backs.calls[1].is_open


def test_what_is_told_and_what_calls_tell_agree_on_one_state() -> None:
    at = MORNING
    seen = {"seen_at": at}
    call = OpenCall(started_at=at - MINUTE)
    old = Told(state="on_a_call", since=at - 2 * MINUTE)
    # What was told before this call was told of another.
    assert doing(at, old, call, **seen) == Doing(state="dialling", since=at - MINUTE)
    assert doing(at, Told(), None, None, at) == Doing(state="ready", since=None)
    late = Told(state="wrapping_up", since=at)
    assert doing(at, late, call, **seen).state == "wrapping_up"
    # The call they told of has ended: they are ready since they spoke last.
    assert doing(at, late, None, at - MINUTE, at) == Doing(state="ready", since=at)
    assert doing(at, late, call, None, None).state == "away"
