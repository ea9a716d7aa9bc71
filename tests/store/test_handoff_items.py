"""Leads of batches as they are kept: lists that are what they say, and moves that hold."""

from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId
from qualdesk.core.leads import Bucket
from qualdesk.core.members import Member
from qualdesk.core.sources import CallWindow
from qualdesk.store.database import Store
from qualdesk.store.handoff_clearing import clear_batches
from qualdesk.store.handoff_items import (
    is_any_due,
    items_for,
    items_of,
    load_item,
    mark_read,
    newest_item,
    set_became,
    some_items,
    waiting_items,
)
from qualdesk.store.leads import load_lead, place
from qualdesk.store.members import keep_member
from qualdesk.store.my_day import still_with_sales
from qualdesk.store.schema import handoff_item, handoff_wish, suppression
from qualdesk.store.suppression import suppress
from qualdesk.store.suppression_lift import lift, stop_covered
from way_back_makers import LENA, SAM, answer, bucket, leave, qualify, qualify_again


@pytest.fixture
def campaign(store: Store) -> Campaign:
    window = CallWindow(zone="Europe/Paris", has_no_end=True)
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech", client="Nordline", window=window)


def test_a_lead_of_a_batch_says_all_that_is_known_of_it(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    batch, ids = leave(store, campaign, lead_id)
    with store.transaction() as tx:
        this = handoff_item.update().where(handoff_item.c.id == ids[lead_id])
        tx.connection.execute(this.values(opportunity="O-7", amount="1200.50", currency="EUR"))
        item = load_item(tx, ids[lead_id])
    assert (item.lead_id, item.batch_id, item.number) == (lead_id, batch, 1)
    assert (item.campaign_name, item.client) == ("PackTech", "Nordline")
    assert (item.name, item.company, item.points) == ("Katrin Albers", "Elbkorn Foods", 80)
    assert item.one_line == f"Lead {lead_id} wants a call."
    assert (item.opportunity, item.amount, item.currency) == ("O-7", Decimal("1200.50"), "EUR")
    assert (item.receiver, item.sent_at) == ("Lena Brandt", clock.now())
    assert not item.is_suppressed


def test_times_are_said_on_the_clock_of_whoever_got_it(store: Store, campaign: Campaign) -> None:
    """The campaign's own, while nobody says which clock is theirs."""
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    with store.transaction() as tx:
        assert load_item(tx, ids[lead_id]).zone == "Europe/Paris"
        keep_member(tx, Member(name=LENA.name, role="sales", zone="Europe/Berlin"))
        assert load_item(tx, ids[lead_id]).zone == "Europe/Berlin"


def test_each_salesperson_has_their_own_leads_the_newest_batch_first(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    older, other, newer = (qualify(store, campaign) for _ in range(3))
    leave(store, campaign, older)
    leave(store, campaign, other, to=SAM)
    clock.advance(timedelta(hours=1))
    batch, _ = leave(store, campaign, newer)
    with store.reading() as tx:
        assert [one.lead_id for one in items_for(tx, LENA.name)] == [newer, older]
        assert [one.lead_id for one in items_for(tx, SAM.name)] == [other]
        assert items_for(tx, "Nobody") == ()
        assert [one.lead_id for one in items_of(tx, batch)] == [newer]
        assert [one.lead_id for one in waiting_items(tx, campaign.id)] == [older, other, newer]


def test_leads_are_given_in_the_order_they_are_asked_for(store: Store, campaign: Campaign) -> None:
    leads = [qualify(store, campaign) for _ in range(3)]
    _, ids = leave(store, campaign, *leads)
    asked = [ids[leads[2]], ItemId("elsewhere"), ids[leads[0]], ids[leads[2]]]
    with store.reading() as tx:
        assert [one.lead_id for one in some_items(tx, asked)] == [leads[2], leads[0]]
        assert some_items(tx, []) == ()
        with pytest.raises(NotFound):
            load_item(tx, ItemId("elsewhere"))


def test_the_newest_batch_of_a_lead_is_the_one_it_left_in_last(
    store: Store, campaign: Campaign
) -> None:
    lead_id = qualify(store, campaign)
    with store.reading() as tx:
        assert newest_item(tx, lead_id) is None
    _, first = leave(store, campaign, lead_id)
    answer(store, first[lead_id], "Wrong person")
    qualify_again(store, lead_id)
    _, second = leave(store, campaign, lead_id)
    with store.reading() as tx:
        newest = newest_item(tx, lead_id)
    assert newest is not None
    assert newest.item_id == second[lead_id]


def test_opening_a_lead_counts_once(store: Store, campaign: Campaign, clock: SetClock) -> None:
    """T3: read and unread are states, with when and by whom."""
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    opened_at = clock.now()
    for minutes, is_new in ((0, True), (5, False)):
        clock.advance(timedelta(minutes=minutes))
        with store.transaction() as tx:
            assert mark_read(tx, ids[lead_id], LENA.name) is is_new
    with store.reading() as tx:
        item = load_item(tx, ids[lead_id])
        assert (item.state, item.read_at) == (ItemState.READ, opened_at)
        assert still_with_sales(tx, "Maya", ["qualified"]) == 1
    answer(store, ids[lead_id])
    with store.transaction() as tx:
        assert not mark_read(tx, ids[lead_id], LENA.name)
        assert load_item(tx, ids[lead_id]).read_at == opened_at


def test_who_answers_has_read_it(store: Store, campaign: Campaign, clock: SetClock) -> None:
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person")
    with store.reading() as tx:
        item = load_item(tx, ids[lead_id])
        by = sa.select(handoff_item.c.read_by, handoff_item.c.answered_in)
        assert tx.connection.execute(by).one() == ("Lena Brandt", "sheet")
    assert item.read_at == item.answered_at == clock.now()


def test_what_became_of_a_lead_moves_it_while_it_stands_with_its_batch(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    taken, called = qualify(store, campaign), qualify(store, campaign)
    _, ids = leave(store, campaign, taken, called)
    answer(store, ids[taken])
    answer(store, ids[called], "Wrong person")
    qualify_again(store, called)
    for lead_id in (taken, called):
        with store.transaction() as tx:
            set_became(tx, ids[lead_id], "won", "Closed")
    assert bucket(store, taken) is Bucket.WON
    assert bucket(store, called) is Bucket.QUALIFIED
    with store.transaction() as tx:
        item = load_item(tx, ids[taken])
        assert (item.state, item.became_at) == (ItemState.WON, clock.now())
        set_became(tx, ids[taken], "")
        item = load_item(tx, ids[taken])
    assert (item.state, item.became_at) == (ItemState.TAKEN, None)
    assert bucket(store, taken) is Bucket.TAKEN


def test_nothing_is_due_before_its_time(store: Store, campaign: Campaign, clock: SetClock) -> None:
    leave(store, campaign, qualify(store, campaign))
    with store.reading() as tx:
        assert not is_any_due(tx)
    clock.advance(timedelta(days=30))
    with store.reading() as tx:
        assert is_any_due(tx)


def test_who_may_not_be_called_is_stopped_wherever_they_are_put(store: Store) -> None:
    """Model 6: leads sales had when somebody said no keep their place there until they are back."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asked = make_lead(tx, fair, make_contact(tx, phones=["+493023125901"]))
        other = make_lead(tx, fair)
        place(tx, asked, Bucket.IN_BATCH)
        said = {"asked_by": "", "by": "Ana", "reason": "Asked"}
        done = suppress(tx, client="", scope="person", lead_id=asked, **said)
        wakes = tx.now + timedelta(days=3)
        place(tx, asked, Bucket.NURTURE, wake_at=wakes, nurture_track="Letters")
        assert stop_covered(tx, [asked, other]) == {asked}
        assert stop_covered(tx, [other]) == set()
        lead = load_lead(tx, asked)
        assert (lead.bucket, lead.reason, lead.next_at) == (Bucket.DO_NOT_CALL, "Asked", None)
        # Twice does no harm: they stand where they would have stood.
        assert stop_covered(tx, [asked]) == set()
        kept = tx.connection.scalars(sa.select(suppression.c.stood)).all()
        assert sum(len(one or ()) for one in kept) == 1
        assert lift(tx, done.ids, "A mistake") == (asked,)
        lead = load_lead(tx, asked)
        assert (lead.bucket, lead.next_at) == (Bucket.NURTURE, wakes)


def test_of_somebody_erased_batches_keep_only_what_can_be_counted(
    store: Store, campaign: Campaign
) -> None:
    katrin = qualify(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    marcus = qualify(store, campaign, "Marcus Hale")
    _, ids = leave(store, campaign, katrin, marcus)
    words = {"opportunity": "Katrin's line", "became_because": "Katrin", "amount": "900"}
    with store.transaction() as tx:
        for lead_id in (katrin, marcus):
            this = handoff_item.update().where(handoff_item.c.id == ids[lead_id])
            tx.connection.execute(this.values(**words, before_load={"was": "Katrin"}))
            wish = {"lead_id": lead_id, "one_line": "Katrin wants a call", "said_at": tx.now}
            tx.connection.execute(handoff_wish.insert().values(wish))
    answer(store, ids[katrin], "Wrong person", "Katrin left")
    with store.transaction() as tx:
        assert clear_batches(tx, [katrin]) == ("PackTech, batch 1",)
        rows = tx.connection.execute(sa.select(handoff_item).order_by(handoff_item.c.lead_id))
        hers, his = rows.all()
        wishes = tx.connection.scalars(sa.select(handoff_wish.c.lead_id)).all()
    assert (hers.brief, hers.before_load) == ({}, None)
    assert (hers.note, hers.opportunity, hers.became_because) == ("", "", "")
    assert (hers.state, hers.reason, hers.amount) == ("sent_back", "Wrong person", "900")
    assert (his.opportunity, his.before_load) == ("Katrin's line", {"was": "Katrin"})
    assert wishes == [marcus]
