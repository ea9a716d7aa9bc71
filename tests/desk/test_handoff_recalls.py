"""A batch that has left is taken back with a reason; what sales answered stays answered."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest

from calls import a_campaign, a_lead, answer_all_it_takes, calling
from makers import make_campaign
from qualdesk.core.answer_judging import judge_answers
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NothingToUndo, QualdeskError, Refused
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import BatchId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import SheetRow
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.way_back import WayBack
from qualdesk.store.batch_summaries import batch_summaries
from qualdesk.store.database import Store
from qualdesk.store.handoffs import has_left_since, kept_brief
from qualdesk.store.history import entries
from qualdesk.store.sales_answers import sent_items
from qualdesk.store.suppression import suppress
from way_back_makers import answer, bucket, leave, qualify


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


def test_what_sales_has_not_answered_is_qualified_again(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    """Model 10: an export is recalled, with a reason."""
    waits, taken, back = (qualify(store, campaign) for _ in range(3))
    batch, ids = leave(store, campaign, waits, taken, back)
    answer(store, ids[taken])
    answer(store, ids[back], "Wrong person")
    done = way_back.recall(batch, "  Wrong list  ")
    assert (done.number, done.leads, done.answered) == (1, (waits,), 2)
    assert done.changes.batches == {batch}
    stands = [bucket(store, one) for one in (waits, taken, back)]
    assert stands == [Bucket.QUALIFIED, Bucket.TAKEN, Bucket.SENT_BACK]
    states = {one.lead_id: one.state for one in way_back.items(batch)}
    assert states == {
        waits: ItemState.RECALLED,
        taken: ItemState.TAKEN,
        back: ItemState.SENT_BACK,
    }
    with store.reading() as tx:
        (summary,) = batch_summaries(tx, campaign.id)
        assert kept_brief(tx, waits) is None
        assert entries(tx, "handoff_batch", batch)[0].what == "recalled"
    assert (summary.recalled, summary.recalled_because, summary.waiting) == (1, "Wrong list", 0)
    assert summary.recalled_at is not None
    assert summary.leads == 3


def test_a_recalled_lead_leaves_in_the_next_batch(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    first, _ = leave(store, campaign, lead_id)
    way_back.recall(first, "Wrong list")
    second, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    assert bucket(store, lead_id) is Bucket.TAKEN
    assert [one.state for one in way_back.items(first)] == [ItemState.RECALLED]
    assert [one.state for one in way_back.items(second)] == [ItemState.TAKEN]


def test_an_answer_after_the_recall_is_named_and_not_used(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    batch, ids = leave(store, campaign, lead_id)
    way_back.recall(batch, "Wrong list")
    with store.transaction() as tx:
        items = sent_items(tx, [ids[lead_id]])
    judged = judge_answers((SheetRow(row=2, item_id=ids[lead_id], takes="takes"),), items)
    assert judged.answers == ()
    (problem,) = judged.problems
    assert "PackTech, batch 1 was recalled" in problem.says
    # Written by a program that did not look, it changes nothing either.
    answer(store, ids[lead_id])
    assert bucket(store, lead_id) is Bucket.QUALIFIED
    assert way_back.items(batch)[0].state is ItemState.RECALLED


@pytest.mark.parametrize("because", ["", "  "])
def test_a_recall_needs_a_reason(
    store: Store, campaign: Campaign, way_back: WayBack, because: str
) -> None:
    batch, _ = leave(store, campaign, qualify(store, campaign))
    with pytest.raises(Refused, match="Say why"):
        way_back.recall(batch, because)


def test_a_batch_is_recalled_once(store: Store, campaign: Campaign, way_back: WayBack) -> None:
    batch, _ = leave(store, campaign, qualify(store, campaign))
    way_back.recall(batch, "Wrong list")
    with pytest.raises(Refused, match="Batch 1 was recalled already"):
        way_back.recall(batch, "Again")


def test_where_nothing_waits_nothing_is_recalled(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    batch, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    with pytest.raises(Refused, match="No lead of batch 1 waits"):
        way_back.recall(batch, "Wrong list")
    with pytest.raises(NotFound):
        way_back.recall(BatchId(99), "Wrong list")


def test_what_came_back_by_its_clock_is_not_recalled(
    store: Store, campaign: Campaign, way_back: WayBack, clock: SetClock
) -> None:
    lead_id = qualify(store, campaign)
    batch, _ = leave(store, campaign, lead_id)
    clock.advance(timedelta(days=30))
    Clocks(store, "Rosa").tick()
    with pytest.raises(Refused, match="No lead of batch 1 waits"):
        way_back.recall(batch, "Wrong list")


def test_what_is_overdue_can_be_recalled(
    store: Store, campaign: Campaign, way_back: WayBack, clock: SetClock
) -> None:
    lead_id = qualify(store, campaign)
    batch, _ = leave(store, campaign, lead_id)
    clock.advance(timedelta(days=30))
    assert way_back.items(batch)[0].state is ItemState.UNANSWERED
    assert way_back.recall(batch, "Wrong list").leads == (lead_id,)
    assert Clocks(store, "Rosa").tick().leads == frozenset()


def test_who_said_no_while_sales_had_them_is_not_qualified_again(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = qualify(store, campaign)
    batch, _ = leave(store, campaign, lead_id)
    with store.transaction() as tx:
        said = {"asked_by": "", "by": "Maya", "reason": "Asked in a mail"}
        suppress(tx, client="", scope="person", lead_id=lead_id, **said)
    assert way_back.items(batch)[0].is_suppressed
    way_back.recall(batch, "Wrong list")
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL


def test_sales_answering_at_the_same_moment_is_heard_or_told(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    """One of both wins, whole: the lead is taken, or it is qualified and the answer is not used."""
    for _ in range(6):
        lead_id = qualify(store, campaign)
        batch, ids = leave(store, campaign, lead_id)
        begin = Barrier(2)
        refused: list[QualdeskError] = []

        recalls = Thread(target=_recall, args=(way_back, batch, begin, refused))
        recalls.start()
        begin.wait()
        answer(store, ids[lead_id])
        recalls.join()
        (item,) = way_back.items(batch)
        expected = {
            ItemState.TAKEN: (Bucket.TAKEN, 1),
            ItemState.RECALLED: (Bucket.QUALIFIED, 0),
        }
        assert (bucket(store, lead_id), len(refused)) == expected[item.state]


def _recall(
    way_back: WayBack, batch: BatchId, begin: Barrier, refused: list[QualdeskError]
) -> None:
    begin.wait()
    try:
        way_back.recall(batch, "Wrong list")
    except Refused as error:
        refused.append(error)


def test_the_outcome_behind_a_recalled_lead_cannot_be_undone(
    store: Store, clock: SetClock, way_back: WayBack
) -> None:
    """Sales has read what was said in that call."""
    campaign = a_campaign(store)
    lead_id = a_lead(store, campaign)
    desk = calling(store, clock)
    call = desk.start_attempt(lead_id).id
    answer_all_it_takes(desk, call)
    desk.finish(call, "qualified")
    clock.advance(timedelta(minutes=5))
    batch, _ = leave(store, campaign, lead_id)
    with store.reading() as tx:
        assert has_left_since(tx, lead_id, clock.now())
        assert not has_left_since(tx, lead_id, clock.now() + timedelta(seconds=1))
    clock.advance(timedelta(minutes=5))
    way_back.recall(batch, "Wrong list")
    with pytest.raises(NothingToUndo, match="left for sales since"):
        desk.undo(call)
    assert bucket(store, lead_id) is Bucket.QUALIFIED
