"""What a supervisor did about a lead with sales is taken back within ten seconds, exactly."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NothingToUndo
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleTo
from qualdesk.desk.way_back import WayBack
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.schema import lead as leads
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_handoff import handoff_dispute
from way_back_makers import answer, bucket, leave, qualify


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


@pytest.fixture
def sent(store: Store, campaign: Campaign) -> tuple[LeadId, ItemId]:
    katrin = qualify(store, campaign, "Katrin")
    _, ids = leave(store, campaign, katrin)
    answer(store, ids[katrin], "Wrong person", "Left in January")
    return katrin, ids[katrin]


def rows(store: Store) -> dict[str, Any]:
    """Everything that is kept of the lead, of its place in the batch, and of its dispute."""
    with store.reading() as tx:
        return {
            f"{table.name}.{name}": value
            for table in (leads, handoff_item, handoff_dispute)
            for row in tx.connection.execute(sa.select(table)).mappings()
            for name, value in row.items()
        }


@pytest.mark.parametrize(
    "where", [{}, {"to": RecycleTo.NURTURE, "on": date(2026, 4, 20), "track": "Letter"}]
)
def test_a_lead_taken_back_from_sales_stands_there_again_as_if_nothing_had_been(
    store: Store, way_back: WayBack, sent: tuple[LeadId, ItemId], where: dict[str, Any]
) -> None:
    """Undo is byte-equal, the tries that were counted included."""
    lead_id, item_id = sent
    before = rows(store)
    way_back.recycle(lead_id, **where)
    assert rows(store) != before
    back = way_back.take_back(item_id)
    assert rows(store) == before
    assert (back.item.state, bucket(store, lead_id)) == (ItemState.SENT_BACK, Bucket.SENT_BACK)
    assert back.changes.leads == {lead_id}


@pytest.mark.parametrize("changed", [True, False])
def test_a_review_that_was_decided_wrongly_waits_for_a_decision_again(
    store: Store, way_back: WayBack, sent: tuple[LeadId, ItemId], changed: bool
) -> None:
    _, item_id = sent
    raised = way_back.dispute(item_id, "It is the right person")
    before = rows(store)
    way_back.review(raised.dispute_id, changed=changed, because="They said so")
    assert way_back.take_back(item_id).item.state is ItemState.DISPUTED
    assert rows(store) == before
    done = way_back.review(raised.dispute_id, changed=not changed, because="Looked again")
    assert done.item.state is (ItemState.SENT_BACK if changed else ItemState.TAKEN)


def test_after_ten_seconds_it_stands(
    store: Store, way_back: WayBack, sent: tuple[LeadId, ItemId], clock: SetClock
) -> None:
    lead_id, item_id = sent
    way_back.recycle(lead_id)
    clock.advance(timedelta(seconds=11))
    with pytest.raises(NothingToUndo, match="ten seconds"):
        way_back.take_back(item_id)
    assert bucket(store, lead_id) is Bucket.WAITING


def test_what_somebody_did_with_the_lead_since_is_never_undone(
    store: Store, way_back: WayBack, sent: tuple[LeadId, ItemId]
) -> None:
    lead_id, item_id = sent
    way_back.recycle(lead_id)
    with store.transaction() as tx:
        place(tx, lead_id, Bucket.DO_NOT_CALL)
    with pytest.raises(NothingToUndo, match="Something was done with Katrin since"):
        way_back.take_back(item_id)
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL


def test_only_the_last_act_is_taken_back_and_only_once(
    way_back: WayBack, sent: tuple[LeadId, ItemId]
) -> None:
    lead_id, item_id = sent
    with pytest.raises(NothingToUndo):
        way_back.take_back(item_id)
    way_back.recycle(lead_id)
    with pytest.raises(NothingToUndo):
        way_back.take_back(ItemId("another"))
    way_back.take_back(item_id)
    with pytest.raises(NothingToUndo):
        way_back.take_back(item_id)
