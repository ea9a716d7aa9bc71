"""A do-not-call that is taken back: the lead stands as its batch says by now, not as it did."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId, LeadId, SuppressionId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.way_back import WayBack
from qualdesk.store.campaigns import set_handoff
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import load_item
from qualdesk.store.leads import load_lead
from qualdesk.store.schema import lead as lead_table
from qualdesk.store.suppression import suppress
from qualdesk.store.suppression_lift import lift
from way_back_makers import answer, bucket, leave, qualify

REASON = "Wrong person"
RULES = {
    Bucket.WAITING: RecycleRule(when=REASON, to=RecycleTo.QUEUE, after_days=1),
    Bucket.NURTURE: RecycleRule(when=REASON, to=RecycleTo.NURTURE, after_days=1, track="Events"),
}
Says = Callable[[str], None]


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        made = make_campaign(tx, "PackTech")
        set_handoff(tx, made.id, HandoffTerms(reasons=(REASON,)))
    return made


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


@pytest.fixture
def sent_back(store: Store, campaign: Campaign) -> tuple[LeadId, ItemId]:
    """A lead sales sent back."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], REASON)
    return lead_id, ids[lead_id]


@pytest.fixture
def crm(way_back: WayBack, tmp_path: Path, sent_back: tuple[LeadId, ItemId]) -> Callable[[], int]:
    """The client's CRM says that it was won; the id of the file."""

    def load() -> int:
        path = tmp_path / "crm.csv"
        path.write_text(f"Lead ID,Stage\n{sent_back[1]},Closed Won\n", "utf-8")
        done = way_back.load_outcomes(path)
        assert done.load_id is not None
        return done.load_id

    return load


def said_no(store: Store, lead_id: LeadId) -> tuple[SuppressionId, ...]:
    with store.transaction() as tx:
        common = {"client": "", "asked_by": "", "by": "Ana", "reason": "asked"}
        ids = suppress(tx, scope="person", lead_id=lead_id, **common).ids
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL
    return ids


def taken_back(store: Store, ids: tuple[SuppressionId, ...]) -> None:
    with store.transaction() as tx:
        lift(tx, ids, "A mistake")


def test_a_lead_that_was_won_meanwhile_is_won(
    store: Store, sent_back: tuple[LeadId, ItemId], crm: Callable[[], int]
) -> None:
    lead_id, _ = sent_back
    ids = said_no(store, lead_id)
    crm()
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL
    taken_back(store, ids)
    assert bucket(store, lead_id) is Bucket.WON


def test_a_crm_file_taken_back_after_that_leaves_it_as_sales_had_answered(
    store: Store, way_back: WayBack, sent_back: tuple[LeadId, ItemId], crm: Callable[[], int]
) -> None:
    lead_id, item_id = sent_back
    ids = said_no(store, lead_id)
    load = crm()
    taken_back(store, ids)
    way_back.undo_outcomes(load)  # type: ignore[arg-type] - a plain number here
    assert bucket(store, lead_id) is Bucket.SENT_BACK
    with store.reading() as tx:
        assert load_item(tx, item_id).state is ItemState.SENT_BACK
        assert load_lead(tx, lead_id).reason == REASON


def test_a_lead_sales_takes_after_a_review_is_taken(
    store: Store, way_back: WayBack, sent_back: tuple[LeadId, ItemId]
) -> None:
    lead_id, item_id = sent_back
    ids = said_no(store, lead_id)
    dispute = way_back.dispute(item_id, "They are the right person").dispute_id
    way_back.review(dispute, changed=True, because="They are")
    taken_back(store, ids)
    assert bucket(store, lead_id) is Bucket.TAKEN


def test_a_lead_nobody_said_anything_of_stands_where_it_stood(
    store: Store, sent_back: tuple[LeadId, ItemId]
) -> None:
    lead_id, _ = sent_back
    taken_back(store, said_no(store, lead_id))
    assert bucket(store, lead_id) is Bucket.SENT_BACK
    with store.reading() as tx:
        assert load_lead(tx, lead_id).reason == REASON


@pytest.mark.parametrize("goes_to", RULES)
def test_a_lead_whose_rule_sent_it_on_meanwhile_goes_there(
    store: Store,
    clock: SetClock,
    campaign: Campaign,
    sent_back: tuple[LeadId, ItemId],
    goes_to: Bucket,
) -> None:
    """T5: no lead is forgotten, and none is nurtured without a track."""
    lead_id, item_id = sent_back
    ids = said_no(store, lead_id)
    with store.transaction() as tx:
        terms = HandoffTerms(reasons=(REASON,), recycle=(RULES[goes_to],))
        set_handoff(tx, campaign.id, terms)
    clock.advance(timedelta(days=2))
    Clocks(store, "Rosa").tick()
    with store.reading() as tx:
        assert load_item(tx, item_id).recycled_at is not None
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL
    taken_back(store, ids)
    assert bucket(store, lead_id) is goes_to
    with store.reading() as tx:
        row = tx.connection.execute(lead_table.select().where(lead_table.c.id == lead_id)).one()
    if goes_to is Bucket.NURTURE:
        assert (row.nurture_track, row.wake_at > clock.now()) == ("Events", True)
    else:
        assert (row.ready, row.attempts) == (True, 0)


def test_a_lead_with_us_again_that_was_won_meanwhile_is_called_by_nobody(
    store: Store, way_back: WayBack, sent_back: tuple[LeadId, ItemId], crm: Callable[[], int]
) -> None:
    lead_id, _ = sent_back
    way_back.recycle(lead_id)
    ids = said_no(store, lead_id)
    load = crm()
    taken_back(store, ids)
    assert bucket(store, lead_id) is Bucket.WON
    way_back.undo_outcomes(load)  # type: ignore[arg-type] - a plain number here
    with store.reading() as tx:
        assert load_item(tx, sent_back[1]).state is ItemState.SENT_BACK
    assert bucket(store, lead_id) is Bucket.WAITING
