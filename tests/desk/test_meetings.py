"""Live hand-over and booked slots: who of sales, three lines to say, no clash (D8)."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from icalendar import Calendar

from calls import a_campaign, a_lead, answer_all_it_takes, calling
from makers import BERLIN
from qualdesk.core.beside import MeetingKind
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused, TimeNotUnderstood
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.times import Promise
from qualdesk.desk import Desk
from qualdesk.desk.beside import Beside
from qualdesk.desk.calling import Calling
from qualdesk.desk.do_not_call import DoNotCall
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.meetings import Meetings
from qualdesk.desk.people import People
from qualdesk.store import schema
from qualdesk.store.database import Store

LENA, TOM = "Lena Brandt", "Tom Reyes"
DAY = {day: ((time(9), time(17)),) for day in range(5)}
THURSDAY = Promise(wall=datetime(2026, 3, 19, 10, 30), zone=BERLIN)  # noqa: DTZ001 - wall time


def sales(store: Store, clock: SetClock) -> None:
    people = People(store, clock, "Ruth")
    people.set_details(LENA, role="sales", email="lena@sales.example", phone="+493023125009")
    people.set_hours(LENA, duty=DAY, zone=BERLIN)
    people.set_details(TOM, role="sales")
    people.set_hours(TOM, duty={5: ((time(9), time(12)),)}, zone=BERLIN)


def qualifying(
    store: Store, clock: SetClock, name: str = "Katrin Albers", caller: str = "Ana"
) -> tuple[Calling, LeadId, AttemptId, Meetings]:
    lead = a_lead(store, a_campaign(store, name=f"For {name}"), name)
    desk = calling(store, clock, caller)
    attempt = desk.start_attempt(lead).id
    answer_all_it_takes(desk, attempt)
    return desk, lead, attempt, Meetings(store, clock, caller, zone="Europe/London")


def test_who_is_on_duty_comes_first_with_three_lines_to_say(
    sqlite_store: Store, clock: SetClock
) -> None:
    sales(sqlite_store, clock)
    _desk, lead, attempt, meetings = qualifying(sqlite_store, clock)
    Beside(sqlite_store, clock, "Ana").send_material(
        attempt, "Price list", address="k@elbkorn.example"
    )
    ready = meetings.hand_over_to(lead)
    assert [(one.name, one.says) for one in ready.people] == [
        (LENA, "on duty now"),
        (TOM, "not on duty now"),
    ]
    assert ready.lacks == ""
    who, need, promised = ready.introduction.lines
    assert who.startswith("Katrin Albers, ")
    assert "Elbkorn Foods" in who
    assert need == "They said: “A second line”"
    assert promised == "Promised: Send Price list to k@elbkorn.example."
    assert meetings.read_slot("thu 10:30", lead).promised == (
        "Promised: a talk with you on Thu 19 Mar, 10:30 in Berlin. "
        "Send Price list to k@elbkorn.example."
    ), "the line follows the time"


def test_who_receives_the_batches_can_always_be_named(sqlite_store: Store, clock: SetClock) -> None:
    terms = HandoffTerms(receiver="Pia Okafor")
    lead = a_lead(sqlite_store, a_campaign(sqlite_store, handoff=terms))
    (one,) = Meetings(sqlite_store, clock, "Ana").hand_over_to(lead).people
    assert (one.name, one.is_on_duty, one.says) == ("Pia Okafor", False, "hours not known")


def test_a_live_hand_over_stands_on_the_card_and_in_the_brief_and_can_be_undone(
    sqlite_store: Store, clock: SetClock
) -> None:
    sales(sqlite_store, clock)
    desk, lead, attempt, meetings = qualifying(sqlite_store, clock)
    done = meetings.hand_over(attempt, LENA)
    says = f"Handed over to {LENA} on the line, Tue 17 Mar 2026 at 10:24 in Berlin."
    assert done.says == says
    assert desk.card(lead).beside.meetings[0].kind is MeetingKind.LIVE
    desk.finish(attempt, "qualified")
    handoff = Handoff(sqlite_store, clock, "Ruth")
    campaign = desk.card(lead).campaign.id
    assert says in _brief_lines(handoff, campaign)
    Beside(sqlite_store, clock, "Ana").undo(done.kind, done.number)
    assert says not in _brief_lines(handoff, campaign)


def test_a_hand_over_said_twice_is_one(store: Store, clock: SetClock) -> None:
    sales(store, clock)
    desk, lead, attempt, meetings = qualifying(store, clock)
    done = meetings.hand_over(attempt, LENA)
    assert meetings.hand_over(attempt, LENA).number == done.number
    meetings.hand_over(attempt, TOM)
    assert [one.salesperson for one in desk.card(lead).beside.meetings] == [LENA, TOM]


def test_nothing_unqualified_is_given_to_sales(sqlite_store: Store, clock: SetClock) -> None:
    """No raw pass-through to sales: the same answers are missing as for the Qualified key."""
    sales(sqlite_store, clock)
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    desk = calling(sqlite_store, clock)
    attempt = desk.start_attempt(lead).id
    meetings = Meetings(sqlite_store, clock, "Ana")
    lacks = desk.card(lead).consequences["qualified"].lacks
    assert meetings.hand_over_to(lead).lacks == lacks != ""
    says = desk.card(lead).consequences["qualified"].says
    needed = says.removeprefix("needs ").removesuffix(" answers")
    assert lacks.startswith(f"Qualified needs {needed} more answers. Ask first: "), says
    with pytest.raises(Refused, match="more answers"):
        meetings.hand_over(attempt, LENA)
    with pytest.raises(Refused, match="more answers"):
        meetings.book(attempt, LENA, THURSDAY)
    assert Beside(sqlite_store, clock, "Ana").of(lead).meetings == ()


def test_a_slot_is_booked_once_and_free_of_clashes(store: Store, clock: SetClock) -> None:
    sales(store, clock)
    desk, lead, attempt, meetings = qualifying(store, clock)
    done = meetings.book(attempt, LENA, THURSDAY)
    assert done.says == f"Meets {LENA} on Thu 19 Mar 2026 at 10:30 in Berlin, 30 minutes."
    assert meetings.book(attempt, LENA, THURSDAY).number == done.number, "said twice is once"
    _, _, other, theirs = qualifying(store, clock, "Kai Lorenz", "Ben")
    quarter_on = Promise(wall=THURSDAY.wall + timedelta(minutes=15), zone=BERLIN)
    with pytest.raises(Refused, match=f"{LENA} has a talk then: Thu 19 Mar, 10:30 in Berlin"):
        theirs.book(other, LENA, quarter_on)
    before = Promise(wall=THURSDAY.wall - timedelta(minutes=15), zone=BERLIN)
    with pytest.raises(Refused, match="has a talk then"):
        theirs.book(other, LENA, before)
    after = Promise(wall=THURSDAY.wall + timedelta(minutes=30), zone=BERLIN)
    theirs.book(other, LENA, after)
    theirs.book(other, TOM, THURSDAY)
    day = (THURSDAY.at - timedelta(hours=1), THURSDAY.at + timedelta(hours=3))
    assert [one.starts_at for one in meetings.agreed(LENA, *day)] == [THURSDAY.at, after.at]
    Beside(store, clock, "Ana").undo(done.kind, done.number)
    assert [one.starts_at for one in meetings.agreed(LENA, *day)] == [after.at]
    assert desk.card(lead).beside.meetings == ()


def test_a_slot_is_read_back_in_both_clocks_with_what_is_poor_about_it(
    sqlite_store: Store, clock: SetClock
) -> None:
    sales(sqlite_store, clock)
    _desk, lead, attempt, meetings = qualifying(sqlite_store, clock)
    read = meetings.read_slot("thu 10:30", lead, LENA)
    assert (read.promise, read.warning, read.is_possible) == (THURSDAY, "", True)
    assert read.says == "Thu 19 Mar, 10:30 in Berlin (09:30 for you)"
    late = meetings.read_slot("thu 18:00", lead, LENA)
    assert (late.is_possible, late.warning) == (
        True,
        f"{LENA} is not on duty then. Book it only if they agreed.",
    )
    meetings.book(attempt, LENA, THURSDAY)
    assert not meetings.read_slot("thu 10:45", lead, LENA).is_possible
    with pytest.raises(TimeNotUnderstood):
        meetings.read_slot("blue", lead, LENA)


def test_the_invitation_opens_in_a_calendar(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    sales(sqlite_store, clock)
    _desk, _lead, attempt, meetings = qualifying(sqlite_store, clock)
    for too_odd in (5, 481):
        with pytest.raises(Refused, match="10 to 480"):
            meetings.book(attempt, LENA, THURSDAY, too_odd)
    done = meetings.book(attempt, LENA, THURSDAY, 45)
    path = meetings.write_invitation(done.number, tmp_path / "new folder")
    (event,) = Calendar.from_ical(path.read_bytes()).events
    assert event.start == THURSDAY.at
    assert event.end - event.start == timedelta(minutes=45)
    assert str(event["summary"]) == f"Katrin Albers and {LENA}"
    assert meetings.invitation(done.number) == path.read_bytes()
    live = meetings.hand_over(attempt, TOM)
    with pytest.raises(Refused, match="no time to note"):
        meetings.invitation(live.number)
    with pytest.raises(NotFound, match="no meeting number"):
        meetings.invitation(done.number + 1000)
    (tmp_path / "a file").write_text("")
    with pytest.raises(Refused, match="cannot be written"):
        meetings.write_invitation(done.number, tmp_path / "a file")


def test_booked_talks_leave_with_the_batch_as_one_calendar(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    sales(sqlite_store, clock)
    desk, lead, attempt, meetings = qualifying(sqlite_store, clock)
    meetings.book(attempt, LENA, THURSDAY)
    desk.finish(attempt, "qualified")
    clock.advance(timedelta(seconds=11))
    handoff = Handoff(sqlite_store, clock, "Ruth")
    campaign = desk.card(lead).campaign.id
    sent = handoff.export(campaign, tmp_path, receiver=LENA, receiver_email="lena@sales.example")
    (written,) = [path for path in sent.files if path == sent.folder / "talks.ics"]
    (event,) = Calendar.from_ical(written.read_bytes()).events
    assert event.start == THURSDAY.at


def _brief_lines(handoff: Handoff, campaign: object) -> tuple[str, ...]:
    batch = handoff.next_batch(campaign)  # type: ignore[arg-type]
    return next(handoff.brief(one.lead_id).do_next for one in batch.leads)


def test_who_asked_not_to_be_called_has_no_talk_ahead_and_the_undo_brings_it_back(
    store: Store, clock: SetClock
) -> None:
    """Q6: sales would phone them. The half hour is free for others meanwhile."""
    sales(store, clock)
    desk, lead, attempt, meetings = qualifying(store, clock)
    booked = meetings.book(attempt, LENA, THURSDAY)
    desk.finish(attempt, "qualified")
    clock.advance(timedelta(seconds=11))
    day = (THURSDAY.at - timedelta(hours=9), THURSDAY.at + timedelta(hours=9))
    done = desk.do_not_call(lead)
    assert meetings.agreed(LENA, *day) == desk.card(lead).beside.meetings == ()
    with pytest.raises(NotFound, match="no meeting number"):
        meetings.invitation(booked.number)
    desk.undo(done.attempt_id)
    assert [one.id for one in meetings.agreed(LENA, *day)] == [booked.number]
    (again,) = desk.card(lead).beside.meetings
    assert again == booked.beside.meetings[0]


def test_the_undo_brings_back_only_what_it_took(sqlite_store: Store, clock: SetClock) -> None:
    """A talk that was taken back before stays so; one that has begun was held; a slot that was
    promised to somebody else meanwhile stays theirs."""
    sales(sqlite_store, clock)
    desk, lead, attempt, meetings = qualifying(sqlite_store, clock)
    gone = meetings.book(attempt, TOM, THURSDAY)
    Beside(sqlite_store, clock, "Ana").undo(gone.kind, gone.number)
    soon = Promise(wall=datetime(2026, 3, 17, 11), zone=BERLIN)  # noqa: DTZ001 - wall time
    held = meetings.book(attempt, TOM, soon)
    ahead = meetings.book(attempt, LENA, THURSDAY)
    clock.set(soon.at + timedelta(minutes=1))
    done = desk.do_not_call(lead)
    assert [one.id for one in desk.card(lead).beside.meetings] == [held.number]
    _desk, _lead, second, of_ben = qualifying(sqlite_store, clock, "Marcus Hale", "Ben")
    taken = of_ben.book(second, LENA, THURSDAY)
    desk.undo(done.attempt_id)
    assert [one.id for one in desk.card(lead).beside.meetings] == [held.number]
    assert of_ben.agreed(LENA, THURSDAY.at, THURSDAY.at + timedelta(hours=1))[0].id == taken.number
    assert ahead.number != taken.number


def test_no_talk_is_booked_with_who_asked_not_to_be_called(
    sqlite_store: Store, clock: SetClock
) -> None:
    """Q6: they rang us, and may be handed over on the line; nobody phones them later."""
    sales(sqlite_store, clock)
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    desk = Desk(sqlite_store, clock, "Ana")
    desk.calling.do_not_call(lead)
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    answer_all_it_takes(desk.calling, card.attempt.id)
    read = desk.meetings.read_slot("thu 10:30", lead, LENA)
    assert not read.is_possible
    with pytest.raises(Refused, match="asked not to be called") as refused:
        desk.meetings.book(card.attempt.id, LENA, THURSDAY)
    assert read.warning == refused.value.says
    assert desk.meetings.hand_over(card.attempt.id, LENA).beside.meetings


def test_a_slot_is_read_in_the_languages_its_caller_types(
    sqlite_store: Store, clock: SetClock
) -> None:
    """D3: half eleven is half past ten to a German, as it is for call backs."""
    sales(sqlite_store, clock)
    _desk, lead, _attempt, meetings = qualifying(sqlite_store, clock)
    People(sqlite_store, clock, "Ana").set_details("Ana", languages=("de",))
    assert meetings.read_slot("do halb 11", lead).promise == THURSDAY
    assert meetings.read_slot("3/4 10:00", lead).promise.wall.month == 4, "day first over there"


def test_a_do_not_call_list_calls_off_the_talk_sales_would_have_held(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Q6: sales phone nobody who is on it; lifting the list says that the talk stays off."""
    sales(sqlite_store, clock)
    _desk, _lead, attempt, meetings = qualifying(sqlite_store, clock)
    meetings.book(attempt, LENA, THURSDAY)
    with sqlite_store.reading() as tx:
        number = tx.connection.scalar(sa.select(schema.contact_phone.c.e164))
        client = tx.connection.scalar(sa.select(schema.campaign.c.client))
    path = tmp_path / "no.csv"
    path.write_text(f"Phone\n{number}\n", encoding="utf-8")
    loaded = DoNotCall(sqlite_store, clock, "Ruth").load(path, client=client)
    assert loaded.notes == (
        "1 talk booked with sales was called off. Lifting the list does not book it again.",
    )
    day = timedelta(days=7)
    assert meetings.agreed(LENA, clock.now() - day, clock.now() + day) == ()
