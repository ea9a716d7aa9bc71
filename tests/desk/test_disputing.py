"""Either side may say once that an answer is not right; the review settles it (T4, T6)."""

from datetime import timedelta
from typing import Any

import pytest

from makers import erase, make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import DisputeId, ItemId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.way_back import WayBack
from qualdesk.store.batch_summaries import batch_summaries
from qualdesk.store.database import Store
from qualdesk.store.handoff_disputes import open_dispute
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import load_lead
from way_back_makers import answer, bucket, leave, qualify, qualify_again


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


def test_a_lead_that_was_sent_back_wrongly_is_taken_after_the_review(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    batch, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person", "Left in January")
    raised = way_back.dispute(ids[lead_id], "She  answered herself")
    assert raised.item.state is ItemState.DISPUTED
    assert raised.item.dispute is not None
    assert (raised.item.dispute.about, raised.item.dispute.says) == (
        "sent_back",
        "She answered herself",
    )
    (waits,) = way_back.disputes(campaign.id)
    assert waits.item_id == ids[lead_id]
    assert bucket(store, lead_id) is Bucket.SENT_BACK
    settled = way_back.review(raised.dispute_id, changed=True, because="Sales agrees")
    assert (settled.item.state, settled.item.reason) == (ItemState.TAKEN, "")
    assert settled.item.answered_by == "Lena Brandt"
    assert bucket(store, lead_id) is Bucket.TAKEN
    assert way_back.disputes(campaign.id) == ()
    with store.reading() as tx:
        assert [one.what for one in entries(tx, "lead", lead_id)][:2] == ["reviewed", "disputed"]
        assert verify(tx) is None
        (summary,) = batch_summaries(tx, campaign.id)
    assert (summary.batch_id, summary.taken, summary.sent_back) == (batch, 1, 0)


def test_a_lead_that_was_taken_wrongly_comes_back_with_a_reason(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    raised = way_back.dispute(ids[lead_id], "A student")
    with pytest.raises(Refused, match="Say why the lead is sent back"):
        way_back.review(raised.dispute_id, changed=True, because="Client is right")
    settled = way_back.review(
        raised.dispute_id, changed=True, because="Client is right", reason="wrong PERSON"
    )
    assert (settled.item.state, settled.item.reason) == (ItemState.SENT_BACK, "Wrong person")
    with store.reading() as tx:
        lead = load_lead(tx, lead_id)
    assert (lead.bucket, lead.reason) == (Bucket.SENT_BACK, "Wrong person")
    assert [one.lead_id for one in way_back.came_back("Maya")] == [lead_id]


@pytest.mark.parametrize("reason", ["", "Wrong person"])
def test_an_answer_that_stands_changes_nothing(
    store: Store, campaign: Campaign, way_back: WayBack, reason: str
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], reason)
    before = bucket(store, lead_id)
    raised = way_back.dispute(ids[lead_id], "No")
    settled = way_back.review(raised.dispute_id, changed=False, because="Looked at it")
    assert (settled.item.reason, bucket(store, lead_id)) == (reason, before)
    with pytest.raises(Refused, match="disputed once and reviewed"):
        way_back.dispute(ids[lead_id], "Still no")


def test_a_dispute_can_be_withdrawn_and_raised_again(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    first = way_back.dispute(ids[lead_id], "No").dispute_id
    assert way_back.withdraw(first).item.state is ItemState.TAKEN
    for do in (way_back.withdraw, lambda one: way_back.review(one, changed=False, because="x")):
        with pytest.raises(Refused, match="closed"):
            do(first)
    assert way_back.dispute(ids[lead_id], "After all").item.state is ItemState.DISPUTED


def test_a_second_dispute_waits_for_the_first(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    way_back.dispute(ids[lead_id], "No")
    with pytest.raises(Refused, match="disputed already"):
        way_back.dispute(ids[lead_id], "No, again")
    # Also when two look at the same moment.
    with pytest.raises(Refused, match="disputed this already"), store.transaction() as tx:
        open_dispute(tx, ids[lead_id], about="taken", says="No", by="Ruth")


def test_an_answer_stands_for_good_after_its_time(
    store: Store, campaign: Campaign, way_back: WayBack, clock: SetClock
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    clock.advance(campaign.handoff.dispute_within)
    with pytest.raises(Refused, match="could be disputed until"):
        way_back.dispute(ids[lead_id], "No")
    clock.advance(-timedelta(seconds=1))
    assert way_back.dispute(ids[lead_id], "No").dispute_id


def test_words_are_needed_on_both_sides(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    with pytest.raises(Refused, match="has not answered"):
        way_back.dispute(ids[lead_id], "No")
    answer(store, ids[lead_id])
    with pytest.raises(Refused, match="Say why the answer"):
        way_back.dispute(ids[lead_id], " ")
    raised = way_back.dispute(ids[lead_id], "No")
    with pytest.raises(Refused, match="Say why you decide"):
        way_back.review(raised.dispute_id, changed=False, because="")
    with pytest.raises(NotFound):
        way_back.dispute(ItemId("none"), "No")
    with pytest.raises(NotFound):
        way_back.review(DisputeId(99), changed=False, because="x")


def test_a_lead_that_went_on_stays_where_it_is(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    """It was sent back, called again and is qualified once more: only the batch changes."""
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person")
    way_back.recycle(lead_id)
    qualify_again(store, lead_id)
    raised = way_back.dispute(ids[lead_id], "Right after all")
    settled = way_back.review(raised.dispute_id, changed=True, because="Yes")
    assert settled.item.state is ItemState.TAKEN
    assert bucket(store, lead_id) is Bucket.QUALIFIED


@pytest.mark.parametrize("to", list(RecycleTo))
def test_nobody_calls_whom_sales_takes_after_the_review(
    store: Store, campaign: Campaign, way_back: WayBack, to: RecycleTo
) -> None:
    """It rests with us and was not called since: it is taken."""
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person")
    way_back.recycle(lead_id, to=to)
    raised = way_back.dispute(ids[lead_id], "Right after all")
    way_back.review(raised.dispute_id, changed=True, because="Yes")
    assert bucket(store, lead_id) is Bucket.TAKEN


def test_a_disputed_lead_is_not_recycled_by_hand(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person")
    way_back.dispute(ids[lead_id], "No")
    with pytest.raises(Refused, match="Review that first"):
        way_back.recycle(lead_id)


def test_a_rule_moves_a_lead_that_is_sent_back_by_the_review(
    store: Store, clock: SetClock, way_back: WayBack
) -> None:
    rule = RecycleRule(when="Wrong person", to=RecycleTo.QUEUE, after_days=0)
    with store.transaction() as tx:
        campaign = make_campaign(tx, handoff=HandoffTerms(recycle=(rule,)))
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    raised = way_back.dispute(ids[lead_id], "A student")
    said: dict[str, Any] = {"because": "Yes", "reason": "Wrong person"}
    assert way_back.review(raised.dispute_id, changed=True, **said).item.due_at == clock.now()


def test_of_somebody_erased_no_word_of_a_dispute_stays(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    batch, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person", "Katrin left")
    raised = way_back.dispute(ids[lead_id], "Katrin answered herself")
    with store.erasing() as tx:
        erase(tx, lead_id)
    (item,) = way_back.items(batch)
    assert item.state is ItemState.DISPUTED
    assert item.dispute is not None
    assert (item.note, item.one_line, item.dispute.says) == ("", "", "")
    assert "Katrin" not in repr(item)
    with pytest.raises(Refused, match="erased"):
        way_back.review(raised.dispute_id, changed=True, because="Katrin again")
    assert way_back.withdraw(raised.dispute_id).item.state is ItemState.SENT_BACK
