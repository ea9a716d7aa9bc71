"""Leads that sales sent back, or never answered, are taken back by hand (T4, T5)."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from makers import make_campaign, make_card
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.sources import CallWindow
from qualdesk.desk.recycling import track_of
from qualdesk.desk.way_back import WayBack
from qualdesk.store.database import Store
from qualdesk.store.handoffs import why_sent_back
from qualdesk.store.leads import load_lead, place
from qualdesk.store.schema import lead as lead_table
from way_back_makers import answer, bucket, leave, qualify


@pytest.fixture
def campaign(store: Store) -> Campaign:
    window = CallWindow(zone="Europe/Berlin", has_no_end=True)
    with store.transaction() as tx:
        return make_campaign(
            tx, "PackTech", window=window, source=make_card(nurture="Trade letters")
        )


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


def sent_back(store: Store, campaign: Campaign) -> LeadId:
    lead_id = qualify(store, campaign, "Katrin Albers")
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person", "Left in January")
    return lead_id


def track(store: Store, lead_id: LeadId) -> str:
    with store.reading() as tx:
        query = sa.select(lead_table.c.nurture_track).where(lead_table.c.id == lead_id)
        return str(tx.connection.scalar(query))


def test_a_lead_that_was_sent_back_is_called_again_with_the_reason_on_top(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = sent_back(store, campaign)
    moved = way_back.recycle(lead_id)
    assert (moved.changes.leads, moved.changes.queue) == ({lead_id}, True)
    assert len(moved.changes.batches) == 1
    with store.reading() as tx:
        lead = load_lead(tx, lead_id)
        assert why_sent_back(tx, lead_id) == "Wrong person: Left in January"
    assert (lead.bucket, lead.reason, lead.attempts) == (
        Bucket.WAITING,
        "Sent back: Wrong person",
        0,
    )
    (item,) = way_back.items(next(iter(moved.changes.batches)))
    assert (item.state, item.recycled_to) == (ItemState.SENT_BACK, "queue")


def test_it_rests_until_the_day_that_is_said(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    """A day of the campaign's calendar: clocks in Berlin have gone forward by then."""
    lead_id = sent_back(store, campaign)
    way_back.recycle(lead_id, on=date(2026, 3, 30))
    with store.reading() as tx:
        lead = load_lead(tx, lead_id)
    assert lead.bucket is Bucket.WAITING
    assert lead.next_at == datetime(2026, 3, 29, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(("said", "kept"), [("", "Trade letters"), (" Webinars ", "Webinars")])
def test_nurture_always_has_a_track_and_a_day(
    store: Store, campaign: Campaign, way_back: WayBack, said: str, kept: str
) -> None:
    """T5: the count of leads with no track is 0."""
    lead_id = sent_back(store, campaign)
    way_back.recycle(lead_id, to=RecycleTo.NURTURE, track=said)
    with store.reading() as tx:
        lead = load_lead(tx, lead_id)
    assert (lead.bucket, track(store, lead_id)) == (Bucket.NURTURE, kept)
    # Thirty days from 17 March, on their calendar.
    assert lead.next_at == datetime(2026, 4, 15, 22, 0, tzinfo=UTC)


def test_without_a_source_card_leads_are_nurtured_all_the_same(store: Store) -> None:
    with store.transaction() as tx:
        bare = make_campaign(tx, source=None)
    assert track_of(bare) == "Nurture"
    assert track_of(bare, "Letters") == "Letters"


def test_a_day_that_has_passed_is_refused(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    lead_id = sent_back(store, campaign)
    with pytest.raises(Refused, match="16 March 2026 has passed"):
        way_back.recycle(lead_id, on=date(2026, 3, 16))
    assert bucket(store, lead_id) is Bucket.SENT_BACK


def test_a_lead_sales_has_still_is_not_ours_to_move(
    store: Store, campaign: Campaign, way_back: WayBack, clock: SetClock
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    with pytest.raises(Refused, match="has not sent Katrin Albers back"):
        way_back.recycle(lead_id)
    leave(store, campaign, lead_id)
    with pytest.raises(Refused, match="has not sent Katrin Albers back"):
        way_back.recycle(lead_id)
    # Once its time is over it is.
    clock.advance(timedelta(days=30))
    way_back.recycle(lead_id, to=RecycleTo.NURTURE)
    with store.reading() as tx:
        lead = load_lead(tx, lead_id)
    assert (lead.bucket, lead.reason) == (Bucket.NURTURE, "Sales did not answer")
    with pytest.raises(NotFound):
        way_back.recycle(LeadId(99))


def test_a_lead_that_never_left_in_a_batch_is_put_back_too(
    store: Store, campaign: Campaign, way_back: WayBack
) -> None:
    """Workspaces hold leads that were marked as sent back by hand."""
    lead_id = qualify(store, campaign)
    with store.transaction() as tx:
        place(tx, lead_id, Bucket.SENT_BACK, reason="Wrong person")
    assert way_back.recycle(lead_id).changes.batches == frozenset()
    assert bucket(store, lead_id) is Bucket.WAITING
