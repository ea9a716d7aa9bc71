"""Two clocks run on a lead with sales; what runs out comes back by the campaign's rules (T4)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from makers import erase, make_campaign
from qualdesk.core.campaigns import REHEARSAL, Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.recycling import UNREAD, RecycleRule, RecycleTo
from qualdesk.core.sources import CallWindow, HandoffTerms
from qualdesk.desk import Desk
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.way_back import WayBack
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import load_item, mark_read, newest_item
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import load_lead
from qualdesk.store.schema import history
from qualdesk.store.schema import lead as lead_table
from qualdesk.store.suppression import suppress
from qualdesk.store.suppression_lift import lift
from way_back_makers import LENA, SAM, answer, bucket, leave, qualify, qualify_again

# The end of Friday 20 March 2026 in Berlin, and of the second working day after it.
FRIDAY_ENDS = datetime(2026, 3, 20, 23, 0, tzinfo=UTC)
TUESDAY_ENDS = datetime(2026, 3, 24, 23, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def a_campaign(
    store: Store, rules: Sequence[RecycleRule] | None = None, name: str = ""
) -> Campaign:
    terms = HandoffTerms() if rules is None else HandoffTerms(recycle=tuple(rules))
    window = CallWindow(zone="Europe/Berlin", has_no_end=True)
    with store.transaction() as tx:
        return make_campaign(tx, name, handoff=terms, window=window)


def tick_at(store: Store, clock: SetClock, at: datetime) -> frozenset[LeadId]:
    clock.set(at)
    return Clocks(store, "Rosa").tick().leads


def item(store: Store, item_id: ItemId) -> BatchItem:
    with store.reading() as tx:
        return load_item(tx, item_id)


def lead_of(store: Store, lead_id: LeadId) -> Lead:
    with store.reading() as tx:
        return load_lead(tx, lead_id)


def read(store: Store, item_id: ItemId) -> bool:
    with store.transaction() as tx:
        return mark_read(tx, item_id, "Lena Brandt")


def track_of(store: Store, lead_id: LeadId) -> str:
    with store.reading() as tx:
        query = sa.select(lead_table.c.nurture_track).where(lead_table.c.id == lead_id)
        return str(tx.connection.scalar(query))


def test_what_nobody_read_comes_back_when_its_day_is_over(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    assert tick_at(store, clock, FRIDAY_ENDS - SECOND) == frozenset()
    assert item(store, ids[lead_id]).state is ItemState.SENT
    assert tick_at(store, clock, FRIDAY_ENDS) == {lead_id}
    back = item(store, ids[lead_id])
    assert (back.state, back.recycled_to, back.due_at) == (ItemState.RECYCLED, "nurture", None)
    lead = lead_of(store, lead_id)
    assert (lead.bucket, lead.reason) == (Bucket.NURTURE, "Sales did not answer")
    # Thirty days on their calendar, from the beginning of the day: clocks have gone forward.
    assert lead.next_at == datetime(2026, 4, 19, 22, 0, tzinfo=UTC)
    assert track_of(store, lead_id) == REHEARSAL.nurture


def test_what_was_read_has_some_working_days_more(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    assert read(store, ids[lead_id])
    assert not read(store, ids[lead_id])
    assert tick_at(store, clock, TUESDAY_ENDS - SECOND) == frozenset()
    assert item(store, ids[lead_id]).state is ItemState.READ
    assert tick_at(store, clock, TUESDAY_ENDS) == {lead_id}
    assert item(store, ids[lead_id]).state is ItemState.RECYCLED


def test_what_is_read_late_is_waited_for_again(store: Store, clock: SetClock) -> None:
    """Until the keeper has come by, opening it counts."""
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    clock.set(FRIDAY_ENDS + SECOND)
    assert item(store, ids[lead_id]).state is ItemState.UNANSWERED
    read(store, ids[lead_id])
    assert item(store, ids[lead_id]).state is ItemState.READ
    assert tick_at(store, clock, FRIDAY_ENDS + timedelta(hours=1)) == frozenset()


@pytest.mark.parametrize("reason", ["", "Wrong person"])
def test_an_answer_stops_both_clocks(store: Store, clock: SetClock, reason: str) -> None:
    """What is sent back stays where it is until somebody moves it, unless a rule says otherwise."""
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], reason)
    assert tick_at(store, clock, TUESDAY_ENDS + timedelta(days=30)) == frozenset()
    stands = Bucket.SENT_BACK if reason else Bucket.TAKEN
    assert (bucket(store, lead_id), item(store, ids[lead_id]).due_at) == (stands, None)


def test_each_salesperson_is_waited_for_on_their_own_clock(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    berlin, london = qualify(store, campaign), qualify(store, campaign)
    leave(store, campaign, berlin, to=LENA)
    leave(store, campaign, london, to=SAM)
    assert tick_at(store, clock, FRIDAY_ENDS) == {berlin}
    assert tick_at(store, clock, FRIDAY_ENDS + timedelta(hours=1)) == {london}


def test_a_batch_sent_before_the_clocks_change_ends_with_its_day_all_the_same(
    store: Store, clock: SetClock
) -> None:
    """Sent on Friday, clocks go forward on Sunday: it is over at midnight, not an hour off."""
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    clock.set(datetime(2026, 3, 27, 15, 0, tzinfo=UTC))
    _, ids = leave(store, campaign, lead_id, answer_by=date(2026, 3, 30))
    assert item(store, ids[lead_id]).due_at == datetime(2026, 3, 30, 22, 0, tzinfo=UTC)


def test_the_campaigns_own_rules_say_where_leads_go(store: Store, clock: SetClock) -> None:
    rules = [
        RecycleRule(when=UNREAD, to=RecycleTo.QUEUE, after_days=0),
        RecycleRule(when="Wrong person", to=RecycleTo.QUEUE, after_days=2),
        RecycleRule(when="No date in sight", after_days=90, track="Spring letters"),
    ]
    campaign = a_campaign(store, rules)
    unread, wrong, later, other = (qualify(store, campaign) for _ in range(4))
    _, ids = leave(store, campaign, unread, wrong, later, other)
    answer(store, ids[wrong], "Wrong person")
    answer(store, ids[later], "No date in sight")
    answer(store, ids[other], "Not our region")
    assert tick_at(store, clock, FRIDAY_ENDS) == {unread, wrong, later}
    assert lead_of(store, unread).bucket is Bucket.WAITING
    assert lead_of(store, unread).next_at is None
    back = lead_of(store, wrong)
    assert (back.bucket, back.reason) == (Bucket.WAITING, "Sent back: Wrong person")
    assert back.next_at == datetime(2026, 3, 22, 23, 0, tzinfo=UTC)
    assert (lead_of(store, later).bucket, track_of(store, later)) == (
        Bucket.NURTURE,
        "Spring letters",
    )
    assert bucket(store, other) is Bucket.SENT_BACK
    # Sales has answered: that stays true of the batch.
    assert item(store, ids[wrong]).state is ItemState.SENT_BACK


def test_with_no_rule_a_lead_stays_unanswered_until_somebody_moves_it(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store, [])
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    assert tick_at(store, clock, TUESDAY_ENDS) == frozenset()
    assert item(store, ids[lead_id]).state is ItemState.UNANSWERED
    assert bucket(store, lead_id) is Bucket.IN_BATCH
    moved = WayBack(store, "Rosa").recycle(lead_id)
    assert (moved.lead_id, bucket(store, lead_id)) == (lead_id, Bucket.WAITING)
    assert item(store, ids[lead_id]).state is ItemState.RECYCLED


def test_tries_begin_anew_in_the_queue_and_not_in_nurture(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store, [RecycleRule(when="Wrong person", to=RecycleTo.QUEUE)])
    queued, nurtured = qualify(store, campaign), qualify(store, campaign)
    _, ids = leave(store, campaign, queued, nurtured)
    answer(store, ids[queued], "Wrong person")
    answer(store, ids[nurtured], "Not our region")
    assert tick_at(store, clock, FRIDAY_ENDS) == {queued}
    WayBack(store, "Rosa").recycle(nurtured, to=RecycleTo.NURTURE)
    assert lead_of(store, queued).attempts == 0
    assert lead_of(store, nurtured).attempts == 1


def test_a_keeper_that_comes_a_week_late_takes_each_lead_back_once(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    leads = {qualify(store, campaign) for _ in range(3)}
    batch, _ = leave(store, campaign, *sorted(leads))
    assert tick_at(store, clock, FRIDAY_ENDS + timedelta(days=7)) == leads
    assert tick_at(store, clock, FRIDAY_ENDS + timedelta(days=8)) == frozenset()
    with store.reading() as tx:
        told = [one for one in entries(tx, "handoff_batch", batch) if one.what == "came back"]
        assert [sorted(one.details["leads"]) for one in told] == [sorted(leads)]
        assert verify(tx) is None


def test_many_are_taken_back_in_steps_that_hold_nobody_up(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    leads = [qualify(store, campaign) for _ in range(7)]
    leave(store, campaign, *leads)
    clock.set(FRIDAY_ENDS)
    assert Clocks(store, "Rosa").tick(most=2).leads == set(leads)


def test_two_keepers_at_once_take_each_lead_back_once(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    leads = [qualify(store, campaign) for _ in range(8)]
    leave(store, campaign, *leads)
    clock.set(FRIDAY_ENDS)
    begin = Barrier(2)
    found: list[frozenset[LeadId]] = []

    def keep() -> None:
        begin.wait()
        found.append(Clocks(store, "Rosa").tick(most=1).leads)

    keepers = [Thread(target=keep) for _ in range(2)]
    for keeper in keepers:
        keeper.start()
    for keeper in keepers:
        keeper.join()
    assert sorted([*found[0], *found[1]]) == sorted(leads)
    with store.reading() as tx:
        came = sa.select(sa.func.count()).where(history.c.what == "came back")
        assert tx.connection.scalar(came) == len(leads)


def test_the_timer_looks_at_the_clocks(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    leave(store, campaign, lead_id)
    clock.set(FRIDAY_ENDS)
    assert lead_id in Desk(store, clock, "Rosa").keeper.tick().leads
    assert bucket(store, lead_id) is Bucket.NURTURE


def test_an_open_dispute_stops_what_a_rule_would_do(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store, [RecycleRule(when="Wrong person", to=RecycleTo.QUEUE)])
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id], "Wrong person")
    way_back = WayBack(store, "Rosa")
    dispute = way_back.dispute(ids[lead_id], "The right one").dispute_id
    assert tick_at(store, clock, FRIDAY_ENDS) == frozenset()
    way_back.review(dispute, changed=False, because="They moved")
    assert tick_at(store, clock, FRIDAY_ENDS + SECOND) == {lead_id}


def test_only_the_newest_batch_moves_a_lead(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store, [])
    lead_id = qualify(store, campaign)
    _, first = leave(store, campaign, lead_id)
    answer(store, first[lead_id], "Wrong person")
    WayBack(store, "Rosa").recycle(lead_id)
    qualify_again(store, lead_id)
    _, second = leave(store, campaign, lead_id, answer_by=date(2026, 4, 30))
    tick_at(store, clock, TUESDAY_ENDS)
    assert bucket(store, lead_id) is Bucket.IN_BATCH
    with store.reading() as tx:
        newest = newest_item(tx, lead_id)
    assert newest is not None
    assert newest.item_id == second[lead_id]


def test_who_said_no_while_sales_had_them_comes_back_to_nobody(
    store: Store, clock: SetClock
) -> None:
    """Model 6: and stands where it would have gone once that is taken back."""
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign)
    leave(store, campaign, lead_id)
    with store.transaction() as tx:
        said = {"asked_by": "", "by": "Maya", "reason": "Asked in a mail"}
        entries_of = suppress(tx, client="", scope="person", lead_id=lead_id, **said).ids
    assert bucket(store, lead_id) is Bucket.IN_BATCH
    tick_at(store, clock, FRIDAY_ENDS)
    lead = lead_of(store, lead_id)
    assert (lead.bucket, lead.reason) == (Bucket.DO_NOT_CALL, "Asked in a mail")
    with store.transaction() as tx:
        assert lift(tx, entries_of, "A mistake") == (lead_id,)
    assert bucket(store, lead_id) is Bucket.NURTURE
    assert track_of(store, lead_id)


def test_who_was_erased_while_sales_had_them_comes_back_to_nobody(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    lead_id = qualify(store, campaign, "Katrin Albers")
    _, ids = leave(store, campaign, lead_id)
    with store.erasing() as tx:
        erase(tx, lead_id)
    tick_at(store, clock, FRIDAY_ENDS)
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL
    left = item(store, ids[lead_id])
    assert (left.state, left.one_line, left.is_suppressed) == (ItemState.RECYCLED, "", True)
    assert "Katrin" not in left.name


def test_an_answer_that_comes_too_late_still_counts(store: Store, clock: SetClock) -> None:
    """Nobody is to call whom sales takes after all."""
    campaign = a_campaign(store)
    taken, called, refused = (qualify(store, campaign) for _ in range(3))
    _, ids = leave(store, campaign, taken, called, refused)
    tick_at(store, clock, FRIDAY_ENDS)
    clock.advance(timedelta(hours=9))
    qualify_again(store, called)
    for lead_id, reason in ((taken, ""), (called, ""), (refused, "Wrong person")):
        answer(store, ids[lead_id], reason)
    assert [item(store, ids[one]).state for one in (taken, called, refused)] == [
        ItemState.TAKEN,
        ItemState.TAKEN,
        ItemState.SENT_BACK,
    ]
    assert bucket(store, taken) is Bucket.TAKEN
    assert bucket(store, called) is Bucket.QUALIFIED
    assert bucket(store, refused) is Bucket.NURTURE
