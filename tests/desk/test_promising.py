"""A time to call back: read back on both clocks, held against everything, offered with reasons."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from sqlite3 import Connection
from typing import Any

import pytest

from calls import LONDON, SCRIPT, a_campaign, a_lead, calling
from makers import BERLIN, MORNING, make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Away, read_hours
from qualdesk.core.questions import Question, QuestionId, QuestionKind
from qualdesk.core.scripts import Stage, StageKind
from qualdesk.core.sources import CallWindow
from qualdesk.desk.calling import Calling
from qualdesk.desk.people import People
from qualdesk.files.documents import script_to_json
from qualdesk.store import campaigns, document_versions
from qualdesk.store.callbacks import current_promise, own_promises
from qualdesk.store.calls import stands
from qualdesk.store.database import Store
from qualdesk.store.messages import waiting_for

WINDOW = CallWindow(closes_at=MORNING + timedelta(days=10), zone=BERLIN)
AFTER_SHIFT = "That is after your shift ends at 17:00: anyone may call."


@pytest.fixture
def ana(sqlite_store: Store, clock: SetClock) -> Calling:
    return calling(sqlite_store, clock)


def at_work(store: Store, clock: SetClock, zone: str = LONDON) -> None:
    people = People(store, clock, "Ana")
    people.set_hours(shifts=read_hours("mon-fri 9-17"), zone=zone)


def promise_of(store: Store, lead: LeadId) -> tuple[str, str]:
    """Who keeps the promise: as it is kept, and as the queue goes by it."""
    with store.reading() as tx:
        promise = current_promise(tx, lead)
        assert promise is not None
        return promise.owner, stands(tx, lead).callback_owner


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("thu half past ten", "Thursday 19 March, 10:30 in Berlin (09:30 for you)"),
        ("Donnerstag halb elf", "Thursday 19 March, 10:30 in Berlin (09:30 for you)"),
        ("jeudi à dix heures et demie", "Thursday 19 March, 10:30 in Berlin (09:30 for you)"),
        ("mañana a las 9", "tomorrow, Wednesday 18 March, 09:00 in Berlin (08:00 for you)"),
        ("in 2 hours", "today, Tuesday 17 March, 12:24 in Berlin (11:24 for you)"),
        ("30.3. 00:30", "Monday 30 March, 00:30 in Berlin (Sun 29 Mar, 23:30 for you)"),
        ("10 jan 2027 11:00", "Sunday 10 January 2027, 11:00 in Berlin (10:00 for you)"),
    ],
)
def test_what_is_typed_is_read_back_in_words_on_both_clocks(
    sqlite_store: Store, clock: SetClock, text: str, says: str
) -> None:
    """Bar 18: their zone and the caller's, also across a change of clocks."""
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    assert calling(sqlite_store, clock).read_time(text, lead).says == says


def test_the_window_says_on_which_clock_the_reader_is(sqlite_store: Store, ana: Calling) -> None:
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    read = ana.read_time("thu 10:30", lead, ours="America/New_York")
    assert read.says == "Thursday 19 March, 10:30 in Berlin (05:30 for you)"
    assert (
        ana.read_time("thu 10:30", lead, ours=BERLIN).says == "Thursday 19 March, 10:30 in Berlin"
    )
    (offered, *_) = ana.suggest_times(lead, ours=BERLIN)
    assert "for you" not in offered.says


def test_the_typists_language_is_the_one_they_speak_best(
    sqlite_store: Store, clock: SetClock, ana: Calling
) -> None:
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    assert ana.read_time("mar 9", lead).says.startswith("Tuesday 9 March 2027")
    People(sqlite_store, clock, "Ana").set_details(languages=["fr"])
    assert ana.read_time("mar 9", lead).says.startswith("Tuesday 24 March, 09:00")


def test_day_and_month_are_in_the_order_of_their_country_and_it_is_said(
    sqlite_store: Store, ana: Calling
) -> None:
    german = a_lead(sqlite_store, a_campaign(sqlite_store))
    american = a_lead(sqlite_store, a_campaign(sqlite_store, name="There", region="US"), "Lou")
    read = ana.read_time("3/4 9", german)
    assert read.says.startswith("Friday 3 April, 09:00")
    assert read.note == "Read with the day first. For the other order write 4 mar."
    read = ana.read_time("4/3 9", american)
    assert read.says.startswith("Friday 3 April, 09:00")
    assert read.note == "Read with the month first. For the other order write 4 mar."
    assert ana.read_time("3.4. 9", american).note == ""


def test_what_a_time_was_held_against_is_said_where_nothing_speaks_against_it(
    sqlite_store: Store, ana: Calling
) -> None:
    within = a_lead(sqlite_store, a_campaign(sqlite_store, window=WINDOW))
    read = ana.read_time("thu 10:30", within)
    assert (read.warning, read.fits) == (
        "", "Inside the call window and inside calling hours there.",
    )  # fmt: skip
    always = a_lead(sqlite_store, a_campaign(sqlite_store, name="Always"), "Bo")
    assert ana.read_time("thu 10:30", always).fits == "Inside calling hours there."
    late = ana.read_time("sat 10:30", within)
    assert late.warning == "Saturday is no calling day there. Keep it only if they named it."
    assert late.fits == ""
    gone = ana.read_time("30.3. 10:00", within)
    assert not gone.is_possible
    assert gone.warning.startswith("That is after the window closes")


def test_a_time_after_the_callers_shift_is_kept_and_anyone_may_call(
    store: Store, clock: SetClock
) -> None:
    """Complaint 14: what the warning says is what then happens."""
    at_work(store, clock, "Asia/Kolkata")
    ana, campaign = calling(store, clock), a_campaign(store)
    early, late = a_lead(store, campaign, "Early"), a_lead(store, campaign, "Late", company="B")
    read = ana.read_time("thu 14:00", late)  # 18:30 in Kolkata
    assert (read.warning, read.is_possible) == (AFTER_SHIFT, True)
    for lead, text in ((early, "thu 12:00"), (late, "thu 14:00")):
        attempt = ana.start_attempt(lead)
        promise = ana.read_time(text, lead).promise
        ana.finish(attempt.id, "callback_fixed", callback_at=promise)
    assert promise_of(store, early) == ("Ana", "Ana")
    assert promise_of(store, late) == ("", "")
    clock.set(read.promise.at - timedelta(hours=1))
    ana.finish(ana.start_attempt(early).id, "no_answer")
    clock.set(read.promise.at)
    card = calling(store, clock, "Ben").next_lead()
    assert isinstance(card, CallCard), "Ben need not wait for her"
    assert card.lead.id == late


def test_a_promise_can_be_left_to_anyone_and_undone(sqlite_store: Store, ana: Calling) -> None:
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    attempt = ana.start_attempt(lead)
    promise = ana.read_time("thu 10:30", lead).promise
    ana.finish(attempt.id, "callback_fixed", callback_at=promise, for_anyone=True)
    assert promise_of(sqlite_store, lead) == ("", "")
    ana.undo(attempt.id)
    ana.finish(attempt.id, "callback_fixed", callback_at=promise)
    assert promise_of(sqlite_store, lead) == ("Ana", "Ana")


def test_a_time_in_a_break_names_who_is_there_and_one_of_them_can_keep_it(
    store: Store, clock: SetClock
) -> None:
    """Complaint 14: a call back owned by somebody who is not there."""
    people = People(store, clock, "Ana")
    people.set_hours(shifts=read_hours("mon-fri 9-12:30 13-17"), zone=BERLIN)
    for name, hours in (("Ben", "mon-fri 12-20"), ("Cem", "mon-fri 12-20"), ("Dia", "mon 9-17")):
        people.set_hours(name, shifts=read_hours(hours), zone=BERLIN)
    people.set_details("Cem", languages=["de"])
    people.set_absences("Ben", [Away(first=date(2026, 4, 1), last=date(2026, 4, 7))])
    ana, campaign = calling(store, clock), a_campaign(store)
    lead = a_lead(store, campaign)
    read = ana.read_time("thu 12:45", lead)
    assert read.warning == (
        "That is in your break from 12:30 to 13:00: anyone may call. At work then: Ben, Cem."
    )
    assert read.colleagues == ("Ben", "Cem")
    attempt = ana.start_attempt(lead)
    ana.finish(attempt.id, "callback_fixed", callback_at=read.promise, for_whom="Cem")
    assert promise_of(store, lead) == ("Cem", "Cem")
    people.set_absences("Cem", [Away(first=date(2026, 3, 19), last=date(2026, 3, 19))])
    assert ana.read_time("thu 12:45", lead).colleagues == ("Ben",)


def test_a_promise_is_heard_of_before_it_is_due_by_who_keeps_it(
    store: Store, clock: SetClock
) -> None:
    ana, campaign = calling(store, clock), a_campaign(store)
    for number, remind in enumerate((timedelta(minutes=5), None)):
        lead = a_lead(store, campaign, f"Lead {number}", company=f"Company {number}")
        attempt = ana.start_attempt(lead)
        at = ana.read_time("in 2 hours", lead).promise
        ana.finish(attempt.id, "callback_fixed", callback_at=at, remind=remind)
    clock.set(at.at - timedelta(minutes=6))
    assert ana.promises_due() == ()
    clock.set(at.at - timedelta(minutes=5))
    assert [one.name for one in ana.promises_due()] == ["Lead 0"]
    assert calling(store, clock, "Ben").promises_due() == ()
    clock.set(at.at)
    assert [one.name for one in ana.promises_due()] == ["Lead 0", "Lead 1"]


def test_everything_that_speaks_against_a_time_is_said_at_once(
    sqlite_store: Store, clock: SetClock, ana: Calling
) -> None:
    at_work(sqlite_store, clock)
    campaign = a_campaign(sqlite_store)
    first, second = (
        a_lead(sqlite_store, campaign, "One"),
        a_lead(sqlite_store, campaign, "Two", company="B"),
    )
    attempt = ana.start_attempt(first)
    at = ana.read_time("thu 18:30", first).promise
    ana.finish(attempt.id, "callback_fixed", callback_at=at)
    read = ana.read_time("thu 18:30", second)
    assert read.warning == (
        "18:30 is outside calling hours there. Keep it only if they named it. " + AFTER_SHIFT
    )


def test_suggestions_say_why_and_come_at_the_hours_such_people_pick_up(
    sqlite_store: Store, ana: Calling
) -> None:
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    found = [(f"{it.promise.wall:%a %d %H:%M}", it.because) for it in ana.suggest_times(lead)]
    assert found == [
        ("Tue 17 13:00", "later today"),
        ("Wed 18 10:00", "best hour for this role"),
        ("Thu 19 16:00", "a good hour for this role"),
    ]
    hours = ana.hours_they_answer(lead)
    assert all(hours.is_often_free(hour) for hour in (10, 16))


def test_a_public_holiday_is_named_and_never_offered(sqlite_store: Store, clock: SetClock) -> None:
    """Good Friday is no day to find somebody at work, whatever the law says of calls."""
    clock.set(datetime(2026, 4, 2, 8, 0, tzinfo=UTC))  # Maundy Thursday
    lead = a_lead(sqlite_store, a_campaign(sqlite_store, region="DE"))
    ana = calling(sqlite_store, clock)
    read = ana.read_time("tomorrow 10", lead)
    assert read.warning == "That is a holiday there: Good Friday. Keep it only if they named it."
    assert read.is_possible
    offered = [f"{it.promise.wall:%a %d}" for it in ana.suggest_times(lead)]
    assert offered == ["Thu 02", "Tue 07", "Wed 08"]


def _with_slots(store: Store, **plan: Any) -> Campaign:
    """A campaign whose script asks when they can be reached."""
    asked = Question(
        id=QuestionId("reach"), kind=QuestionKind.SLOT, say="When?", ask="When?", short="When"
    )
    last = Stage(kind=StageKind.NEXT_STEP, questions=(*SCRIPT.stages[-1].questions, asked))
    text = script_to_json(replace(SCRIPT, stages=(*SCRIPT.stages[:-1], last)))
    with store.transaction() as tx:
        made = make_campaign(tx, **plan)
        version = document_versions.keep_script(tx, "tests", 1, f"script{len(text)}", text)
        return campaigns.set_script(tx, made.id, version)


def test_when_they_said_they_can_be_reached_is_offered_first(
    sqlite_store: Store, ana: Calling
) -> None:
    """Q4: the buyer's own preferred time outranks the queue."""
    lead = a_lead(sqlite_store, _with_slots(sqlite_store))
    attempt = ana.start_attempt(lead)
    ana.record_answer(attempt.id, "reach", "thu 11:00-12:00")
    named = [it for it in ana.suggest_times(lead) if it.because == "named on the call"]
    assert [f"{it.promise.wall:%a %d %H:%M}" for it in named] == ["Thu 19 11:00", "Thu 26 11:00"]
    assert len(ana.suggest_times(lead)) == 3
    assert named[0].promise.wall.time() == time(11)


def test_what_a_window_asks_every_minute_is_found_by_an_index(sqlite_store: Store) -> None:
    """Promises and messages pile up: neither look walks those of other times and other people."""
    asked: list[str] = []
    with sqlite_store.reading() as tx:
        file = tx.connection.connection.driver_connection
        assert isinstance(file, Connection)
        file.set_trace_callback(asked.append)
        own_promises(tx, "Ana", tx.now + timedelta(minutes=30))
        waiting_for(tx, "Ana")
        file.set_trace_callback(None)
        steps = {row[3] for text in asked for row in file.execute(f"EXPLAIN QUERY PLAN {text}")}
    assert "SEARCH callback USING INDEX ix_callback_set (due_at<?)" in steps
    assert "SEARCH callback USING INDEX ix_callback_remind (remind_at<?)" in steps
    assert "SEARCH message USING INDEX ix_message_waiting (left_for=?)" in steps
    assert not [step for step in steps if step.startswith("SCAN")]
