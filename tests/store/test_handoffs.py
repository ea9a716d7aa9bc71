"""Batches in the store: numbers, who writes which, what left and what came back."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, NotFound
from qualdesk.core.handoff import Receiver
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.store import handoffs, sales_answers
from qualdesk.store.batch_summaries import batch_summaries
from qualdesk.store.database import Store
from qualdesk.store.handoffs import LeavingItem, Preparing
from qualdesk.store.leads import load_lead, place

TERMS: dict[str, Any] = {
    "receiver": "Lena Brandt",
    "receiver_email": "lena@sealers.example",
    "answer_by": date(2026, 3, 24),
    "made_by": "Rosa",
}


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


def a_lead(store: Store, campaign: Campaign, name: str = "", **lead: Any) -> LeadId:
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name), **lead)
        place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def an_item(lead_id: LeadId) -> LeavingItem:
    return LeavingItem(
        id=str(uuid4()),
        lead_id=lead_id,
        brief={"name": "x"},
        definition_version_id=None,
        receiver=Receiver(name="Lena Brandt", zone="Europe/Berlin"),
    )


def prepare(store: Store, campaign: Campaign, **changed: Any) -> Preparing:
    with store.transaction() as tx:
        return handoffs.prepare_batch(tx, campaign.id, **{**TERMS, **changed})


def send(store: Store, preparing: Preparing, *items: LeavingItem) -> None:
    with store.transaction() as tx:
        handoffs.send_batch(tx, preparing, items, folder="batch-0001", manifest_sha256="ab")


def leave(store: Store, campaign: Campaign, *leads: LeadId) -> list[LeavingItem]:
    items = [an_item(one) for one in leads]
    send(store, prepare(store, campaign), *items)
    return items


def answer(store: Store, item: LeavingItem, takes: bool, reason: str = "", note: str = "") -> None:
    with store.transaction() as tx:
        known = sales_answers.sent_items(tx, [item.id])[item.id]
        said = SalesAnswer(row=2, item_id=item.id, takes=takes, reason=reason, note=note)
        sales_answers.keep_answer(tx, said, known, by="Rosa")


def test_batches_are_numbered_per_campaign(store: Store, campaign: Campaign) -> None:
    with store.transaction() as tx:
        other = make_campaign(tx, "Webinar")
    for number in (1, 2, 3):
        preparing = prepare(store, campaign)
        assert preparing.number == number
        send(store, preparing)
    assert prepare(store, other).number == 1


def test_a_batch_given_up_frees_its_number(store: Store, campaign: Campaign) -> None:
    preparing = prepare(store, campaign)
    with store.transaction() as tx:
        assert handoffs.drop_batch(tx, preparing)
        assert not handoffs.drop_batch(tx, preparing)
        assert handoffs.next_number(tx, campaign.id) == 1


def test_a_batch_that_has_left_cannot_be_given_up(store: Store, campaign: Campaign) -> None:
    preparing = prepare(store, campaign)
    send(store, preparing, an_item(a_lead(store, campaign)))
    with store.transaction() as tx:
        assert not handoffs.drop_batch(tx, preparing)
        assert len(batch_summaries(tx, campaign.id)) == 1


def test_an_interrupted_batch_is_taken_up_with_its_number_and_its_folder(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    first = prepare(store, campaign)
    with store.transaction() as tx:
        handoffs.write_in(tx, first, "the folder")
    clock.advance(timedelta(minutes=1))
    again = prepare(store, campaign, receiver="Sam Osei")
    assert again == replace(first, made_at=clock.now(), begun=(first.made_at,), folder="the folder")
    send(store, again)
    with store.reading() as tx:
        assert batch_summaries(tx, campaign.id)[0].receiver == "Sam Osei"


def test_another_desk_waits_ten_minutes_before_it_takes_a_batch_over(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    slow = prepare(store, campaign, made_by="Ana")
    with pytest.raises(ExportRefused, match="Ana is writing batch 1 right now"):
        prepare(store, campaign)
    clock.advance(timedelta(minutes=10))
    assert prepare(store, campaign).batch_id == slow.batch_id
    with pytest.raises(ExportRefused, match="Another desk has taken batch 1 over"):
        send(store, slow)


@pytest.mark.parametrize("bucket", [Bucket.DO_NOT_CALL, Bucket.WAITING, Bucket.IN_BATCH])
def test_a_lead_that_moved_on_stops_the_whole_batch(
    store: Store, campaign: Campaign, bucket: Bucket
) -> None:
    stays, moved = a_lead(store, campaign), a_lead(store, campaign, "Katrin Albers")
    preparing = prepare(store, campaign)
    with store.transaction() as tx:
        place(tx, moved, bucket)
    with pytest.raises(ExportRefused, match="Katrin Albers changed.*now " + bucket.label.lower()):
        send(store, preparing, an_item(stays), an_item(moved))
    with store.reading() as tx:
        assert load_lead(tx, stays).bucket is Bucket.QUALIFIED
        assert batch_summaries(tx, campaign.id) == ()


def test_a_lead_held_back_meanwhile_stops_it_too(store: Store, campaign: Campaign) -> None:
    lead_id = a_lead(store, campaign, "Katrin Albers")
    preparing = prepare(store, campaign)
    with store.transaction() as tx:
        assert handoffs.hold_back(tx, lead_id, is_held_back=True) == campaign.id
    with pytest.raises(ExportRefused, match="now held back"):
        send(store, preparing, an_item(lead_id))


def test_only_qualified_leads_can_be_held_back(store: Store, campaign: Campaign) -> None:
    with store.transaction() as tx:
        waiting = make_lead(tx, campaign)
        with pytest.raises(NotFound, match="not among the qualified leads"):
            handoffs.hold_back(tx, waiting, is_held_back=True)


def test_leads_that_left_say_in_which_batch_they_are(store: Store, campaign: Campaign) -> None:
    lead_id = a_lead(store, campaign, "Katrin Albers")
    (item,) = leave(store, campaign, lead_id)
    with store.transaction() as tx:
        lead = load_lead(tx, lead_id)
        assert (lead.bucket, lead.reason) == (Bucket.IN_BATCH, "Batch 1")
        (known,) = sales_answers.sent_items(tx, [item.id, "elsewhere", ""]).values()
    assert (known.name, known.batch, known.state) == ("Katrin Albers", "PackTech, batch 1", "sent")
    assert known.reasons == campaign.handoff.reasons


def test_an_answer_moves_the_lead_and_is_kept_once(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    """T4: take or send back, with a reason."""
    first, second = a_lead(store, campaign), a_lead(store, campaign)
    taken, back = leave(store, campaign, first, second)
    answer(store, taken, takes=True)
    answer(store, back, takes=False, reason="Wrong person", note="Left")
    clock.advance(timedelta(days=1))
    answer(store, back, takes=True)
    with store.reading() as tx:
        assert load_lead(tx, first).bucket is Bucket.TAKEN
        assert load_lead(tx, second).bucket is Bucket.SENT_BACK
        assert load_lead(tx, second).reason == "Wrong person"
        (summary,) = batch_summaries(tx, campaign.id)
    assert (summary.taken, summary.sent_back, summary.waiting) == (1, 1, 0)
    assert summary.reasons == (("Wrong person", 1),)


def test_the_reason_is_told_until_sales_takes_the_lead(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = a_lead(store, campaign)
    (item,) = leave(store, campaign, lead_id)
    with store.reading() as tx:
        assert handoffs.why_sent_back(tx, lead_id) == ""
    answer(store, item, takes=False, reason="No date in sight")
    with store.transaction() as tx:
        assert handoffs.why_sent_back(tx, lead_id) == "No date in sight"
        place(tx, lead_id, Bucket.QUALIFIED)
    clock.advance(timedelta(days=1))
    (again,) = leave(store, campaign, lead_id)
    answer(store, again, takes=True)
    with store.reading() as tx:
        assert handoffs.why_sent_back(tx, lead_id) == ""


def test_reasons_are_counted_per_batch_the_most_frequent_first(
    store: Store, campaign: Campaign
) -> None:
    leads = [a_lead(store, campaign) for _ in range(4)]
    items = leave(store, campaign, *leads)
    for item, reason in zip(items, ["B", "A", "B", "B"], strict=True):
        answer(store, item, takes=False, reason=reason)
    other = leave(store, campaign, a_lead(store, campaign))
    with store.reading() as tx:
        newest, oldest = batch_summaries(tx, campaign.id)
    assert (newest.number, newest.leads, newest.reasons) == (2, len(other), ())
    assert oldest.reasons == (("B", 3), ("A", 1))


def test_the_brief_of_the_last_batch_is_the_one_that_is_kept(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = a_lead(store, campaign)
    with store.reading() as tx:
        assert handoffs.kept_brief(tx, lead_id) is None
    for words in ("first", "second"):
        clock.advance(timedelta(days=1))
        preparing = prepare(store, campaign)
        send(store, preparing, replace(an_item(lead_id), brief={"name": words}))
        with store.transaction() as tx:
            place(tx, lead_id, Bucket.QUALIFIED)
    with store.reading() as tx:
        assert handoffs.kept_brief(tx, lead_id) == {"name": "second"}
