"""A supervisor's word on the queue: it is kept, told, written down, and undone by its opposite."""

import pytest

from makers import make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import SourceType
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.queue import Queue
from qualdesk.desk.supervising import Supervising
from qualdesk.store import queue as claims
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import entries
from qualdesk.store.leads import place
from qualdesk.store.overrides import place_of, word_on
from qualdesk.store.schema import member

ASKED = Signals(source=SourceType.TRADE_SHOW, asked_for_call=True)


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


def _order(queue: Queue) -> list[int]:
    return [row.lead_id for row in queue.upcoming(limit=9)]


def test_a_pinned_lead_is_called_first_and_says_why(
    store: Store, supervising: Supervising, queue: Queue
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asked = make_lead(tx, fair, signals=ASKED)
        plain = make_lead(tx, fair)
    assert _order(queue) == [asked, plain]
    supervising.pin(plain)
    assert _order(queue) == [plain, asked]
    assert queue.upcoming()[0].priority.why_now[0].says == "Pinned by a supervisor"
    with store.transaction() as tx:
        claimed = claims.claim_next(tx, "ben")
        assert claimed is not None
        assert claimed.lead_id == plain
        claims.release(tx, claimed.lead_id, claimed.token)
    costs = {cost.code: cost for cost in supervising.costs()}
    assert (costs["pinned"].leads, costs["pinned"].points > 0) == (1, True)
    supervising.unpin(plain)
    assert _order(queue) == [asked, plain]
    assert supervising.costs() == ()


def test_a_campaign_that_weighs_more_is_called_first_at_once(
    store: Store, supervising: Supervising, queue: Queue, clock: SetClock
) -> None:
    with store.transaction() as tx:
        good = make_lead(tx, make_campaign(tx, "Good"), signals=ASKED)
        weak = make_lead(tx, make_campaign(tx, "Weak"))
    assert _order(queue) == [good, weak]
    supervising.weigh("Weak", 1000)
    assert _order(queue) == [weak, good]
    Keeper(store, clock, "ana").tick()
    assert _order(queue) == [weak, good], "the next ranking says the same"
    assert [cost.code for cost in supervising.costs()] == ["weight"]
    supervising.weigh("Weak", 100)
    assert _order(queue) == [good, weak]


def test_giveaways_that_come_last_come_after_every_campaign(
    store: Store, supervising: Supervising, queue: Queue
) -> None:
    """Q2: who only took the giveaway is called when nobody else is left."""
    giveaway = Signals(source=SourceType.CONTACT_FORM, giveaway_only=True, asked_for_call=True)
    with store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
        took = make_lead(tx, fair, signals=giveaway)
        other = make_lead(tx, make_campaign(tx, "List"), signals=Signals(source=SourceType.LIST))
    before = _order(queue)
    supervising.giveaway_last("Fair", on=True)
    assert _order(queue) == [other, took]
    supervising.giveaway_last("Fair", on=False)
    assert _order(queue) == before


def test_who_is_kept_out_or_given_to_another_is_counted_and_explained(
    store: Store, supervising: Supervising, queue: Queue
) -> None:
    """Q3: the supervisor's word is a reason like every other."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        held, given = make_lead(tx, fair), make_lead(tx, fair)
        store_member(tx, "ben")
    supervising.keep_out(held, "Waits for legal")
    supervising.push(given, "ben")
    why = {reason.code: reason for reason in queue.why_empty(fair.id).reasons}
    assert {code: reason.leads for code, reason in why.items()} == {"kept_out": 1, "pushed": 1}
    assert queue.explain(held).says == "Kept out: Waits for legal"
    assert queue.explain(given).says == "Kept for ben"
    assert queue.explain(given).place is None


def store_member(tx: Transaction, name: str) -> None:
    tx.connection.execute(member.insert().values(name=name, role="caller"))
