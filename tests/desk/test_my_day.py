"""My day through the door, on both databases: one's own work and nobody else's."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from calls import DATE, PROJECT, a_campaign, a_lead, answer_all_it_takes, calling, next_card
from handoff_makers import a_definition, a_script
from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.my_day import MyDay
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.desk.my_day import OwnDay
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.sales_answers import keep_answer as keep_sales_answer
from qualdesk.store.sales_answers import sent_items
from qualdesk.store.schema_calls import handoff_item

BERLIN = "Europe/Berlin"


def day_of(store: Store, clock: SetClock, caller: str = "Ana", zone: str = BERLIN) -> MyDay:
    return OwnDay(store, clock, caller).today(zone)


def test_a_morning_is_counted_for_who_worked_it_and_for_nobody_else(
    store: Store, clock: SetClock
) -> None:
    """S4: no ranking, no comparison: a day holds one caller's own work."""
    campaign = a_campaign(store)
    for number in range(3):
        a_lead(store, campaign, f"Person {number}", company=f"Company {number}")
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    attempt = ana.start_attempt(next_card(ana).lead.id)
    answer_all_it_takes(ana, attempt.id)
    ana.finish(attempt.id, "qualified")
    clock.advance(timedelta(minutes=5))
    second = ana.start_attempt(next_card(ana).lead.id)
    ana.finish(second.id, "no_answer")
    other = ben.start_attempt(next_card(ben).lead.id)
    ben.finish(other.id, "busy")
    mine = day_of(store, clock).counts
    assert (mine.calls, mine.conversations) == (2, 1)
    assert (mine.discovery_first, mine.came_to_fit) == (1, 1)
    assert mine.outcomes == (("No answer", 1), ("Qualified", 1))
    assert day_of(store, clock, "Ben").counts.outcomes == (("Busy", 1),)
    assert day_of(store, clock, "Cleo").counts.calls == 0


def test_an_outcome_taken_back_is_a_call_that_goes_on(store: Store, clock: SetClock) -> None:
    a_lead(store, a_campaign(store))
    ana = calling(store, clock)
    attempt = ana.start_attempt(next_card(ana).lead.id)
    ana.finish(attempt.id, "no_answer")
    ana.undo()
    counts = day_of(store, clock).counts
    assert (counts.calls, counts.outcomes) == (1, ())


def test_fit_opened_before_discovery_is_seen_in_the_share(store: Store, clock: SetClock) -> None:
    """D1: opening it early takes one key and is counted."""
    a_lead(store, a_campaign(store))
    ana = calling(store, clock)
    attempt = ana.start_attempt(next_card(ana).lead.id)
    ana.open_fit(attempt.id)
    ana.record_answer(attempt.id, DATE, "later")
    ana.record_answer(attempt.id, PROJECT, "A second line")
    ana.finish(attempt.id, "nurture")
    counts = day_of(store, clock).counts
    assert (counts.discovery_first, counts.came_to_fit) == (0, 1)


def test_yesterday_is_another_day_on_the_callers_own_clock(store: Store, clock: SetClock) -> None:
    a_lead(store, a_campaign(store))
    ana = calling(store, clock)
    ana.finish(ana.start_attempt(next_card(ana).lead.id).id, "no_answer")
    assert day_of(store, clock).counts.calls == 1
    # It is Tuesday 10:24 in Berlin. Fifteen hours later it is Wednesday there, not in New York.
    clock.advance(timedelta(hours=15))
    assert day_of(store, clock).counts.calls == 0
    assert day_of(store, clock, zone="America/New_York").counts.calls == 1


def test_promises_of_today_stand_with_their_times_and_what_became_of_them(
    store: Store, clock: SetClock
) -> None:
    """Q4: what was promised for today is seen, late ones first, kept ones marked."""
    campaign = a_campaign(store)
    katrin = a_lead(store, campaign, "Katrin Albers")
    ana = calling(store, clock)
    attempt = ana.start_attempt(next_card(ana).lead.id)
    promise = ana.read_time("today 14:30", katrin).promise
    ana.finish(attempt.id, "callback_fixed", callback_at=promise)
    (one,) = day_of(store, clock).promises
    assert (one.name, one.company, one.kept_at) == ("Katrin Albers", "Elbkorn Foods", None)
    assert one.at == promise.at
    assert not one.callback.late
    assert day_of(store, clock, "Ben").promises == ()
    clock.set(promise.at + timedelta(minutes=40))
    assert day_of(store, clock).promises[0].callback.says_late == "40 min late"
    # The next day it is late from before, and stays until somebody calls.
    clock.set(promise.at + timedelta(days=1))
    assert len(day_of(store, clock).promises) == 1
    clock.set(promise.at + timedelta(minutes=1))
    ana.start_attempt(next_card(ana).lead.id)
    (kept,) = day_of(store, clock).promises
    assert kept.kept_at == clock.now()
    assert not kept.callback.late


def test_a_promise_for_another_day_is_not_todays(store: Store, clock: SetClock) -> None:
    katrin = a_lead(store, a_campaign(store))
    ana = calling(store, clock)
    attempt = ana.start_attempt(next_card(ana).lead.id)
    promise = ana.read_time("thu 10:30", katrin).promise
    ana.finish(attempt.id, "callback_fixed", callback_at=promise)
    assert day_of(store, clock).promises == ()
    clock.set(promise.at - timedelta(hours=2))
    assert [one.lead_id for one in day_of(store, clock).promises] == [katrin]


@pytest.fixture
def sold(store: Store, clock: SetClock) -> Campaign:
    terms = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example")
    return Library(store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=terms
    )


def qualified_by(store: Store, campaign: Campaign, caller: str, name: str) -> LeadId:
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name, company_name=f"{name} Ltd"))
        call = AttemptId(str(uuid4()))
        versions = (campaign.script_version_id, campaign.definition_version_id)
        number = "+493023125001"
        begin(tx, call, lead_id, caller=caller, number=number, token=1, versions=versions)
        for question, value in {"need": "A line", "date": "soon", "wants_call": "yes"}.items():
            said = Answer(question=QuestionId(question), value=value, words=f"on {question}")
            keep_answer(tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said)
        change_call(tx, call, outcome="qualified", ended_at=tx.now)
        place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def test_what_sales_said_reaches_who_qualified_the_lead(
    store: Store, clock: SetClock, sold: Campaign, tmp_path: Path
) -> None:
    """S4, T4: leads taken by sales come first, and what came back says why."""
    katrin = qualified_by(store, sold, "Ana", "Katrin Albers")
    marcus = qualified_by(store, sold, "Ana", "Marcus Hale")
    ines = qualified_by(store, sold, "Ben", "Ines Fournier")
    done = Handoff(store, clock, "Rosa").export(sold.name, tmp_path / "out")
    assert set(done.leads) == {katrin, marcus, ines}
    assert (day_of(store, clock).said, day_of(store, clock).waiting) == ((), 2)
    clock.advance(timedelta(days=2))
    with store.transaction() as tx:
        rows = tx.connection.execute(handoff_item.select()).all()
        items = sent_items(tx, [row.id for row in rows])
        for item in items.values():
            takes = item.lead_id != marcus
            reason, note = ("", "") if takes else ("Wrong person", "Left in January")
            said = SalesAnswer(row=1, item_id=item.id, takes=takes, reason=reason, note=note)
            keep_sales_answer(tx, said, item, by="Lena Brandt")
    mine = day_of(store, clock)
    assert [one.name for one in mine.taken] == ["Katrin Albers"]
    assert [(one.name, one.why) for one in mine.came_back] == [
        ("Marcus Hale", "Wrong person: Left in January")
    ]
    assert mine.waiting == 0
    assert [one.name for one in day_of(store, clock, "Ben").said] == ["Ines Fournier"]
    clock.advance(timedelta(days=15))
    assert day_of(store, clock).said == ()
