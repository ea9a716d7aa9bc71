"""What is kept of leads, read for many at once: the same as was said, and nothing undone."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket, PhoneState
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.times import Promise
from qualdesk.store.answers import keep_answer
from qualdesk.store.callbacks import drop_promises, promise_call
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.stories import KeptStory, load_stories, qualified
from qualdesk.store.suppression import suppress


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx)


def a_lead(tx: Transaction, campaign: Campaign, *args: Any, **contact: Any) -> LeadId:
    lead_id = make_lead(tx, campaign, make_contact(tx, *args, **contact))
    place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def a_call(
    tx: Transaction, lead_id: LeadId, outcome: str = "no_answer", **columns: Any
) -> AttemptId:
    call = AttemptId(str(uuid4()))
    begin(tx, call, lead_id, caller="Ana", number=columns.pop("number", "+493023125001"), token=1)
    change_call(tx, call, outcome=outcome, ended_at=tx.now, **columns)
    return call


def say(
    tx: Transaction, lead_id: LeadId, call: AttemptId, question: str, value: Any, **more: Any
) -> None:
    given = Answer(question=QuestionId(question), value=value, **more.pop("said", {}))
    answer_id = AnswerId(str(uuid4()))
    keep_answer(tx, answer_id, attempt_id=call, lead_id=lead_id, given=given, **more)


def story(store: Store, lead_id: LeadId) -> KeptStory:
    with store.reading() as tx:
        (one,) = load_stories(tx, [lead_id])
    return one


def test_the_newest_answer_counts_and_one_taken_back_does_not(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx, campaign)
        call = a_call(tx, lead_id)
        say(tx, lead_id, call, "need", "old", said={"words": "first"})
        say(tx, lead_id, call, "who", "Jens")
        say(tx, lead_id, call, "several", ("a", "b"))
        say(tx, lead_id, call, "count", 4)
    clock.advance(timedelta(minutes=1))
    with store.transaction() as tx:
        say(tx, lead_id, call, "need", "new", said={"words": "then"})
        say(tx, lead_id, call, "who", None, is_cleared=True)
        say(tx, lead_id, call, "count", 9, is_conflict=True)
        say(tx, lead_id, call, "money", None, said={"does_not_know": True})
    kept = story(store, lead_id)
    assert {one.answer.question: one.answer for one in kept.answers} == {
        "need": Answer(question=QuestionId("need"), value="new", words="then"),
        "several": Answer(question=QuestionId("several"), value=("a", "b")),
        "count": Answer(question=QuestionId("count"), value=4),
        "money": Answer(question=QuestionId("money"), does_not_know=True),
    }
    need = next(one for one in kept.answers if one.answer.question == "need")
    assert (need.given_at, need.attempt_id) == (clock.now(), call)


def test_calls_that_were_undone_or_lost_a_race_or_never_dialled_are_not_told(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx, campaign)
        first = a_call(tx, lead_id)
        a_call(tx, lead_id, undone_at=tx.now)
        a_call(tx, lead_id, is_conflict=True)
        a_call(tx, lead_id, "do_not_call", number="")
        begin(tx, AttemptId(str(uuid4())), lead_id, caller="Ana", number="+4930", token=1)
    clock.advance(timedelta(hours=1))
    with store.transaction() as tx:
        last = a_call(tx, lead_id, "qualified", note="Likes numbers.")
    calls = story(store, lead_id).calls
    assert [call.id for call in calls] == [first, last]
    assert (calls[1].outcome, calls[1].note, calls[1].caller) == (
        "qualified",
        "Likes numbers.",
        "Ana",
    )


def test_the_time_that_was_agreed_is_told_until_it_is_dropped(
    store: Store, campaign: Campaign
) -> None:
    promise = Promise(wall=datetime(2026, 3, 19, 10, 30), zone="Europe/Berlin")  # noqa: DTZ001 - wall time
    with store.transaction() as tx:
        lead_id = a_lead(tx, campaign)
        promise_call(tx, lead_id, a_call(tx, lead_id), promise, "Ana")
    assert story(store, lead_id).promise == promise
    with store.transaction() as tx:
        drop_promises(tx, lead_id)
    assert story(store, lead_id).promise is None


def test_those_they_named_are_told_with_them(store: Store, campaign: Campaign) -> None:
    """D5: a referral is a linked lead."""
    with store.transaction() as tx:
        lead_id = a_lead(tx, campaign)
        named = make_lead(tx, campaign, make_contact(tx, "Jens Petersen"), referred_by=lead_id)
    assert [one.id for one in story(store, lead_id).referred] == [named]
    assert story(store, named).referred == ()


@pytest.mark.parametrize("scope", ["person", "company"])
def test_who_may_not_be_called_is_seen_whatever_the_state_says(
    store: Store, campaign: Campaign, scope: str
) -> None:
    """Model 6, the second look: the state was put back by a mistake of ours."""
    with store.transaction() as tx:
        lead_id = a_lead(tx, campaign, "Katrin Albers", company_name="Elbkorn Foods")
        other = a_lead(tx, campaign, "Marcus Hale", company_name="Avonbrook")
        suppress(tx, client="", scope=scope, lead_id=lead_id, asked_by="", by="Ana", reason="asked")
        place(tx, lead_id, Bucket.QUALIFIED)
    assert story(store, lead_id).is_suppressed
    assert not story(store, other).is_suppressed


def test_an_address_that_may_not_be_written_to_counts_too(store: Store, campaign: Campaign) -> None:
    address = ("shared@elbkorn.example",)
    with store.transaction() as tx:
        asked = a_lead(tx, campaign, "Katrin Albers", emails=address)
        same = a_lead(tx, campaign, "K. Albers", emails=address)
        suppress(tx, client="", scope="person", lead_id=asked, asked_by="", by="A", reason="x")
        place(tx, same, Bucket.QUALIFIED)
    assert story(store, same).is_suppressed


def test_another_clients_do_not_call_list_is_not_ours(store: Store, campaign: Campaign) -> None:
    """O7: suppression lists are kept apart by client."""
    with store.transaction() as tx:
        theirs = make_campaign(tx, client="Other")
        contact = make_contact(tx, "Katrin Albers")
        ours, asked = make_lead(tx, campaign, contact), make_lead(tx, theirs, contact)
        suppress(
            tx, client="Other", scope="person", lead_id=asked, asked_by="", by="Ana", reason="x"
        )
    kept = story(store, ours)
    assert not kept.is_suppressed
    assert kept.lead.contact.phones[0].state is PhoneState.VALID


def test_many_leads_are_read_with_few_queries(store: Store, campaign: Campaign) -> None:
    """The cost of a look at the next batch does not grow with a query per lead."""
    with store.transaction() as tx:
        ids = [a_lead(tx, campaign) for _ in range(40)]
        for lead_id in ids:
            say(tx, lead_id, a_call(tx, lead_id), "need", "x")
    counts = []
    for some in (ids[:1], ids):
        asked = 0

        def count(*_: Any) -> None:
            nonlocal asked
            asked += 1

        sa.event.listen(store.engine, "before_cursor_execute", count)
        with store.reading() as tx:
            assert len(load_stories(tx, some)) == len(some)
        sa.event.remove(store.engine, "before_cursor_execute", count)
        counts.append(asked)
    assert counts[0] == counts[1]


def test_stories_come_in_the_order_asked_for(store: Store, campaign: Campaign) -> None:
    with store.transaction() as tx:
        ids = [a_lead(tx, campaign) for _ in range(4)]
        place(tx, ids[2], Bucket.NURTURE)
    with store.reading() as tx:
        told = load_stories(tx, [ids[3], ids[0], LeadId(10**6)])
        assert [one.lead.id for one in told] == [ids[3], ids[0]]
        assert qualified(tx, campaign.id) == (ids[0], ids[1], ids[3])
