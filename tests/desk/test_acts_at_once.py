"""Two people act on one lead with sales at the same moment: the second sees what the first did."""

from collections.abc import Callable
from datetime import timedelta
from threading import Thread
from time import sleep

import pytest

from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NothingToUndo, QualdeskError, Refused
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.sales import Sales
from qualdesk.desk.way_back import WayBack
from qualdesk.store import schema_calls
from qualdesk.store.campaigns import set_handoff
from qualdesk.store.database import Store
from qualdesk.store.handoff_disputes import open_dispute
from qualdesk.store.sales_answers import keep_answer, sent_items
from way_back_makers import answer, leave, qualify

# Long enough for the other one to be waiting.
A_MOMENT = 0.3


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        made = make_campaign(tx, "PackTech")
        set_handoff(tx, made.id, HandoffTerms(reasons=("Wrong person",)))
    return made


class Second:
    """Somebody who begins while the first is at it; what they were told."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self.told: QualdeskError | None = None
        self._thread = Thread(target=self._run)

    def begin(self) -> None:
        self._thread.start()
        sleep(A_MOMENT)

    def end(self) -> None:
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._act()
        except QualdeskError as error:
            self.told = error


def test_an_answer_that_is_disputed_at_this_moment_is_not_taken_back(
    store: Store, campaign: Campaign
) -> None:
    """A lead would wait for sales and for a review at once."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    _, ids = leave(store, campaign, lead_id)
    lena = Sales(store, "Lena Brandt")
    lena.send_back(ids[lead_id], "Wrong person")
    undo = Second(lambda: lena.undo(ids[lead_id]))
    with store.transaction() as tx:
        open_dispute(tx, ids[lead_id], about="sent_back", says="She signs", by="Rosa")
        undo.begin()
    undo.end()
    assert isinstance(undo.told, NothingToUndo)
    assert lena.mine()[0].state is ItemState.DISPUTED


def test_a_lead_that_is_taken_at_this_moment_is_not_recycled(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    """It would be with sales, and be said to have come back."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    batch, ids = leave(store, campaign, lead_id)
    clock.advance(timedelta(days=60))
    way_back = WayBack(store, "Rosa")
    assert way_back.items(batch)[0].state is ItemState.UNANSWERED
    recycle = Second(lambda: way_back.recycle(lead_id))
    with store.transaction() as tx:
        said = SalesAnswer(row=2, item_id=ids[lead_id], takes=True)
        keep_answer(tx, said, sent_items(tx, [ids[lead_id]])[ids[lead_id]], by="Lena Brandt")
        recycle.begin()
    recycle.end()
    assert isinstance(recycle.told, Refused)
    (item,) = way_back.items(batch)
    assert (item.state, item.recycled_at) == (ItemState.TAKEN, None)


def test_an_answer_that_is_taken_back_at_this_moment_is_not_disputed(
    store: Store, campaign: Campaign
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    batch, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person")
    way_back = WayBack(store, "Rosa")
    dispute = Second(lambda: way_back.dispute(ids[lead_id], "She signs"))
    with store.transaction() as tx:
        item = schema_calls.handoff_item
        this = item.update().where(item.c.id == ids[lead_id])
        tx.connection.execute(this.values(state="sent", reason="", answered_at=None))
        dispute.begin()
    dispute.end()
    assert isinstance(dispute.told, Refused)
    assert way_back.items(batch)[0].dispute is None


def test_a_batch_is_recalled_while_its_answers_are_read(store: Store, campaign: Campaign) -> None:
    """Neither waits for the other for ever: what was answered first counts."""
    leads = [qualify(store, campaign, f"Person {number}") for number in range(8)]
    batch, ids = leave(store, campaign, *leads)
    # Two whose ids stand the other way round than their leads.
    low, high = next(
        (low, high) for low in leads for high in leads if low < high and ids[high] < ids[low]
    )
    way_back = WayBack(store, "Rosa")
    recall = Second(lambda: way_back.recall(batch, "A wrong list"))
    with store.transaction() as tx:
        first = sent_items(tx, [ids[high]])[ids[high]]
        recall.begin()
        sent_items(tx, [ids[low]])
        keep_answer(tx, SalesAnswer(row=2, item_id=first.id, takes=True), first, by="Lena Brandt")
    recall.end()
    assert recall.told is None
    states = [one.state for one in way_back.items(batch)]
    assert (states.count(ItemState.TAKEN), states.count(ItemState.RECALLED)) == (1, 7)
