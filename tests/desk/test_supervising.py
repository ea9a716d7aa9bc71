"""A supervisor's word on the queue: it is kept, told, written down, and undone by its opposite."""

import pytest

from makers import make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.desk.queue import Queue
from qualdesk.desk.supervising import Supervising
from qualdesk.store import queue as claims
from qualdesk.store.database import Store
from qualdesk.store.history import entries
from qualdesk.store.leads import place
from qualdesk.store.overrides import place_of, word_on


@pytest.fixture
def supervising(store: Store, clock: SetClock) -> Supervising:
    return Supervising(store, clock, "sue")


@pytest.fixture
def queue(store: Store, clock: SetClock) -> Queue:
    return Queue(store, clock, "ana")


def _notes(store: Store, subject: str, subject_id: int) -> list[str]:
    with store.reading() as tx:
        return [f"{one.who} {one.what}" for one in entries(tx, subject, subject_id)]


def test_a_campaign_is_weighed_and_weighs_as_much_as_the_others_again(
    store: Store, supervising: Supervising
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
    done = supervising.weigh("Fair", 250)
    assert done.says == "“Fair” weighs 250 percent."
    assert done.changes.campaigns == {fair.id}
    assert done.changes.queue
    with store.reading() as tx:
        assert word_on(tx, fair.id).weight == 250
    supervising.weigh(fair.id, 100)
    with store.reading() as tx:
        assert word_on(tx, fair.id).weight == 100
    assert _notes(store, "campaign", fair.id) == ["sue weighed the campaign"] * 2
    for percent in (9, 1001, 0, -5):
        with pytest.raises(Refused, match="from 10 to 1000 percent"):
            supervising.weigh(fair.id, percent)
    with pytest.raises(NotFound):
        supervising.weigh(CampaignId(99), 100)


def test_shares_are_never_more_than_all_calls(store: Store, supervising: Supervising) -> None:
    with store.transaction() as tx:
        fair, web, old = (make_campaign(tx, name) for name in ("Fair", "Web", "Old"))
    assert supervising.share(fair.id, 60).says == "“Fair” has at least 60 of 100 calls."
    supervising.share(web.id, 30)
    with pytest.raises(Refused, match="have 90 percent of the calls, so 10 percent are left"):
        supervising.share(old.id, 11)
    supervising.share(old.id, 10)
    supervising.share(fair.id, 50)
    assert supervising.share(fair.id, 0).says == "“Fair” has no share of its own."
    supervising.share(old.id, 70)
    with store.reading() as tx:
        assert [word_on(tx, one.id).share for one in (fair, web, old)] == [0, 30, 70]
    for percent in (-1, 101):
        with pytest.raises(Refused, match="from 0 to 100"):
            supervising.share(fair.id, percent)


def test_giveaways_come_last_until_they_do_not(store: Store, supervising: Supervising) -> None:
    """Q2: a supervisor may say outright that giveaways come last."""
    with store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
    assert supervising.giveaway_last("Fair", on=True).says == "Giveaways of “Fair” come last."
    with store.reading() as tx:
        assert word_on(tx, fair.id).giveaway_last
    supervising.giveaway_last("Fair", on=False)
    with store.reading() as tx:
        assert not word_on(tx, fair.id).giveaway_last
    assert _notes(store, "campaign", fair.id) == ["sue put giveaways last"] * 2


def test_a_lead_is_pinned_once_and_unpinned_once(store: Store, supervising: Supervising) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
    done = supervising.pin(found)
    assert done.changes.leads == {found}
    with store.transaction() as tx:
        assert place_of(tx, found).is_pinned
    with pytest.raises(Refused, match="pinned already"):
        supervising.pin(found)
    supervising.unpin(found)
    with store.transaction() as tx:
        assert not place_of(tx, found).is_pinned
    with pytest.raises(Refused, match="not pinned"):
        supervising.unpin(found)
    assert _notes(store, "lead", found) == ["sue unpinned a lead", "sue pinned a lead"]
    with pytest.raises(NotFound):
        supervising.pin(LeadId(999))


def test_a_lead_kept_out_is_not_offered_and_comes_back_as_it_was(
    store: Store, supervising: Supervising
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        found = make_lead(tx, fair)
    done = supervising.keep_out(found, "  their  lawyer called ")
    assert done.says == "Kept out of the queue: their lawyer called"
    with store.transaction() as tx:
        assert claims.claim_next(tx, "ana") is None
        kept = place_of(tx, found)
        assert (kept.state, kept.kept_out) == (Bucket.WAITING, "their lawyer called")
    with pytest.raises(Refused, match="kept out already"):
        supervising.keep_out(found, "again")
    with pytest.raises(Refused, match="Let it in first"):
        supervising.pin(found)
    supervising.let_in(found)
    with store.transaction() as tx:
        claimed = claims.claim_next(tx, "ana")
        assert claimed is not None
        assert claimed.lead_id == found
    with pytest.raises(Refused, match="not kept out"):
        supervising.let_in(found)


def test_keeping_a_lead_out_takes_a_reason(store: Store, supervising: Supervising) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
    with pytest.raises(Refused, match="Say why"):
        supervising.keep_out(found, " \n ")
    with store.transaction() as tx:
        assert place_of(tx, found).kept_out == ""


def test_what_a_supervisor_wrote_about_a_person_stays_out_of_the_history(
    store: Store, supervising: Supervising
) -> None:
    """The history is never erased, so no personal value may stand in it."""
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
    supervising.keep_out(found, "Dr Jonas is ill")
    with store.reading() as tx:
        told = [(one.what, one.details) for one in entries(tx, "lead", found)]
    assert told == [("kept a lead out", {})]


def test_a_lead_that_is_done_with_can_be_neither_pinned_nor_kept_out(
    store: Store, supervising: Supervising
) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
        place(tx, found, Bucket.QUALIFIED)
    for attempt in (supervising.pin, lambda one: supervising.keep_out(one, "why not")):
        with pytest.raises(Refused, match="not in the queue any more: qualified"):
            attempt(found)
