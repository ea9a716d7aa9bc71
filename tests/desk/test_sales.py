"""Sales at the same desk: own leads only, read and answered; ten seconds to think again."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from threading import Barrier, Thread

import pytest
from pypdf import PdfReader

from handoff_makers import a_brief
from makers import make_campaign
from qualdesk.core.briefs import brief_to_json
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NothingToUndo, Refused
from qualdesk.core.handoff import Brief
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.came_back import CameBack
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.sales import Sales
from qualdesk.desk.way_back import WayBack
from qualdesk.store.campaigns import set_handoff
from qualdesk.store.database import Store
from qualdesk.store.handoffs import why_sent_back
from qualdesk.store.history import entries
from qualdesk.store.leads import load_lead
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.suppression import suppress
from way_back_makers import SAM, answer, bucket, leave, qualify, qualify_again

REASONS = ("Wrong person", "No date in sight", "Already a customer")
SOON = timedelta(seconds=10)


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        made = make_campaign(tx, "PackTech")
        set_handoff(tx, made.id, HandoffTerms(reasons=REASONS))
    return made


@pytest.fixture
def lena(store: Store) -> Sales:
    return Sales(store, "Lena Brandt")


def left(store: Store, campaign: Campaign, name: str = "Katrin Albers", **brief: str) -> ItemId:
    """A lead that left to Lena with a brief that says something; its id in the batch."""
    lead_id = qualify(store, campaign, name, phones=["+494066969100"])
    _, ids = leave(store, campaign, lead_id)
    give_brief(store, ids[lead_id], a_brief(lead_id=lead_id, name=name, **brief))
    return ids[lead_id]


def give_brief(store: Store, item_id: ItemId, brief: Brief) -> None:
    with store.transaction() as tx:
        this = handoff_item.update().where(handoff_item.c.id == item_id)
        tx.connection.execute(this.values(brief=brief_to_json(brief)))


def said_on(paper: Path) -> str:
    """The words of a page, a blank between each."""
    return " ".join(PdfReader(paper).pages[0].extract_text().split())


def rows(store: Store, item_id: ItemId) -> tuple[object, ...]:
    """Everything kept of the item and of its lead, to be compared."""
    with store.reading() as tx:
        item = tx.connection.execute(
            handoff_item.select().where(handoff_item.c.id == item_id)
        ).one()
        lead = load_lead(tx, LeadId(item.lead_id))
    return tuple(item), lead


def test_only_ones_own_leads_are_shown_and_touched(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    """Salespeople see their own batches only: another's lead is not even named."""
    mine = left(store, campaign)
    other = qualify(store, campaign, "Marcus Hale")
    _, ids = leave(store, campaign, other, to=SAM)
    taken = left(store, campaign, "Devi Kapoor")
    lena.take(taken)
    assert [one.item_id for one in lena.mine()] == [mine, taken], "what waits stands first"
    before = rows(store, ids[other])
    for act in (
        lambda: lena.open(ids[other]),
        lambda: lena.take(ids[other]),
        lambda: lena.send_back(ids[other], "Wrong person"),
        lambda: lena.undo(ids[other]),
    ):
        with pytest.raises(NotFound) as refused:
            act()
        assert "Marcus" not in refused.value.says
        assert "Sam" not in refused.value.says
    assert rows(store, ids[other]) == before


def test_opening_a_lead_marks_it_read_once(
    store: Store, campaign: Campaign, lena: Sales, clock: SetClock
) -> None:
    item_id = left(store, campaign)
    first = lena.read(item_id)
    assert first.brief.name == "Katrin Albers"
    assert (first.item.state, first.reasons) == (ItemState.READ, REASONS)
    clock.advance(timedelta(hours=1))
    assert lena.open(item_id) == first.brief
    assert lena.mine()[0].read_at == first.item.read_at
    assert bucket(store, first.item.lead_id) is Bucket.IN_BATCH


def test_a_number_blocked_since_it_left_is_not_shown_any_more(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    item_id = left(store, campaign, note="Ring 040 66969 100 in the morning.")
    with store.transaction() as tx:
        suppress(
            tx,
            client=campaign.client,
            scope="number",
            lead_id=lena.mine()[0].lead_id,
            number="+494066969100",
            asked_by="them",
            by="Maya",
            reason="Asked for it",
        )
    brief = lena.open(item_id)
    assert "66969" not in "".join((brief.note, *brief.phones))
    assert lena.mine()[0].is_suppressed


def test_a_number_blocked_since_it_left_is_on_no_paper(
    store: Store, clock: SetClock, campaign: Campaign, lena: Sales, tmp_path: Path
) -> None:
    """Nor is a number of the town the campaign calls in, written without its country."""
    item_id = left(store, campaign, note="Ring 040 66969 100, or 030 23125 199.")
    lead_id = lena.mine()[0].lead_id
    with store.transaction() as tx:
        for number in ("+494066969100", "+493023125199"):
            suppress(
                tx,
                client=campaign.client,
                scope="number",
                lead_id=lead_id,
                number=number,
                asked_by="them",
                by="Maya",
                reason="Asked for it",
            )
    handoff = Handoff(store, clock, "Rosa")
    pages = (
        lena.print_brief(item_id, tmp_path / "hers.pdf"),
        handoff.print_brief(lead_id, tmp_path / "ours.pdf"),
    )
    texts = [said_on(one) for one in pages]
    assert all("Ring (number left out)" in text for text in texts)
    assert not [text for text in texts if "66969" in text or "23125" in text]
    assert "66969" not in handoff.brief(lead_id).note


def test_on_paper_a_lead_stands_as_it_left_to_them(
    store: Store, campaign: Campaign, lena: Sales, tmp_path: Path
) -> None:
    """It may have left again since, to somebody else; and what was recalled is not printed."""
    item_id = left(store, campaign, note="Said in March.")
    lead_id = lena.mine()[0].lead_id
    lena.send_back(item_id, "Wrong person")
    qualify_again(store, lead_id)
    batch, ids = leave(store, campaign, lead_id, to=SAM)
    give_brief(store, ids[lead_id], a_brief(lead_id=lead_id, note="Said in May."))
    page = said_on(lena.print_brief(item_id, tmp_path / "brief.pdf"))
    assert "Said in March." in page
    assert "Said in May." not in page
    WayBack(store, "Rosa").recall(batch, "A wrong list")
    with pytest.raises(Refused, match="was recalled"):
        Sales(store, SAM.name).print_brief(ids[lead_id], tmp_path / "sam.pdf")


def test_taking_keeps_what_is_known_of_the_opportunity(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    item_id = left(store, campaign)
    done = lena.take(
        item_id,
        opportunity=" 006-17 ",
        amount=Decimal("12500.50"),
        currency="eur",
        note="Call\non Monday",
    )
    item = done.item
    assert (item.state, item.opportunity, item.note) == (
        ItemState.TAKEN,
        "006-17",
        "Call on Monday",
    )
    assert (item.amount, item.currency) == (Decimal("12500.5"), "EUR")
    assert (item.answered_by, item.read_at) == ("Lena Brandt", item.answered_at)
    assert bucket(store, item.lead_id) is Bucket.TAKEN
    assert item.lead_id in done.changes.leads
    assert item.batch_id in done.changes.batches
    with store.reading() as tx:
        assert entries(tx, "lead", item.lead_id)[0].what == "took"


def test_an_amount_that_is_none_is_refused(store: Store, campaign: Campaign, lena: Sales) -> None:
    item_id = left(store, campaign)
    for amount in ("-1", "NaN", "Infinity"):
        with pytest.raises(Refused, match="Write the amount as a number"):
            lena.take(item_id, amount=Decimal(amount))
    assert lena.mine()[0].state is ItemState.SENT


def test_sending_back_needs_a_reason_that_was_agreed(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    """D3: a rejection says why, in the words both sides agreed on."""
    item_id = left(store, campaign)
    for reason in ("", "  ", "Bad vibes"):
        with pytest.raises(Refused, match="Choose one: Wrong person, No date in sight"):
            lena.send_back(item_id, reason)
    done = lena.send_back(item_id, " wrong PERSON", "Left in January")
    assert (done.item.state, done.item.reason) == (ItemState.SENT_BACK, "Wrong person")
    assert bucket(store, done.item.lead_id) is Bucket.SENT_BACK
    with store.reading() as tx:
        assert why_sent_back(tx, done.item.lead_id) == "Wrong person: Left in January"


def test_an_answer_counts_once(store: Store, campaign: Campaign, lena: Sales) -> None:
    item_id = left(store, campaign)
    lena.take(item_id)
    with pytest.raises(Refused, match="Katrin Albers is answered already: Taken by sales"):
        lena.send_back(item_id, "Wrong person")
    by_sheet = left(store, campaign, "Marcus Hale")
    answer(store, by_sheet, "Wrong person")
    with pytest.raises(Refused, match="Marcus Hale is answered already: Sent back"):
        lena.take(by_sheet)


def test_what_was_recalled_is_neither_read_nor_answered(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    item_id = left(store, campaign)
    WayBack(store, "Rosa").recall(lena.mine()[0].batch_id, "Wrong list")
    for act in (lambda: lena.open(item_id), lambda: lena.take(item_id)):
        with pytest.raises(Refused, match="Batch 1 was recalled"):
            act()


def test_of_somebody_erased_nothing_is_shown_or_kept(
    store: Store, campaign: Campaign, lena: Sales, clock: SetClock
) -> None:
    item_id = left(store, campaign)
    Erasing(store, clock, "Rosa").erase(lena.mine()[0].lead_id)
    assert "Katrin" not in lena.mine()[0].name
    for act in (lambda: lena.open(item_id), lambda: lena.take(item_id)):
        with pytest.raises(Refused, match="erased"):
            act()


@pytest.mark.parametrize("reason", ["", "Wrong person"])
def test_an_answer_is_taken_back_exactly_within_ten_seconds(
    store: Store, campaign: Campaign, lena: Sales, clock: SetClock, reason: str
) -> None:
    item_id = left(store, campaign)
    lena.open(item_id)
    before = rows(store, item_id)
    clock.advance(timedelta(minutes=1))
    done = lena.send_back(item_id, reason) if reason else lena.take(item_id, amount=Decimal(5))
    assert done.until == clock.now() + SOON
    clock.advance(SOON)
    undone = lena.undo(item_id)
    assert undone.item.state is ItemState.READ
    assert rows(store, item_id) == before
    assert lena.take(item_id).item.state is ItemState.TAKEN, "and is answered again"


def test_after_ten_seconds_the_answer_stands(
    store: Store, campaign: Campaign, lena: Sales, clock: SetClock
) -> None:
    item_id = left(store, campaign)
    lena.take(item_id)
    clock.advance(SOON + timedelta(milliseconds=1))
    with pytest.raises(NothingToUndo, match="ten seconds"):
        lena.undo(item_id)
    assert lena.mine()[0].state is ItemState.TAKEN


def test_only_ones_own_last_answer_here_is_taken_back(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    """What came in by a sheet a moment ago is no act of this person at this desk."""
    by_sheet, first, last = (left(store, campaign, name) for name in ("A B", "C D", "E F"))
    answer(store, by_sheet)
    lena.take(first)
    lena.take(last)
    for item_id in (by_sheet, first):
        with pytest.raises(NothingToUndo):
            lena.undo(item_id)
    assert lena.undo(last).item.state is ItemState.SENT
    with pytest.raises(NothingToUndo):
        lena.undo(last)


def test_what_was_disputed_meanwhile_is_not_taken_back(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    item_id = left(store, campaign)
    lena.send_back(item_id, "Wrong person")
    WayBack(store, "Rosa").dispute(item_id, "She signs")
    with pytest.raises(NothingToUndo, match="Something was done with Katrin Albers since"):
        lena.undo(item_id)


def test_nothing_happens_by_itself_while_an_answer_can_be_taken_back(
    store: Store, campaign: Campaign, lena: Sales, clock: SetClock
) -> None:
    """The keeper's rules for what is sent back wait for the ten seconds."""
    rule = RecycleRule(when="Wrong person", to=RecycleTo.QUEUE, after_days=1)
    with store.transaction() as tx:
        set_handoff(tx, campaign.id, HandoffTerms(reasons=REASONS, recycle=(rule,)))
    item_id = left(store, campaign)
    done = lena.send_back(item_id, "Wrong person")
    Clocks(store, "keeper").tick()
    assert bucket(store, done.item.lead_id) is Bucket.SENT_BACK
    clock.advance(SOON)
    Clocks(store, "keeper").tick()
    assert bucket(store, done.item.lead_id) is Bucket.WAITING
    with pytest.raises(NothingToUndo, match="since"):
        lena.undo(item_id)


def test_a_late_answer_takes_a_lead_back_from_our_queue_and_undo_returns_it(
    store: Store, campaign: Campaign, lena: Sales, clock: SetClock
) -> None:
    item_id = left(store, campaign)
    clock.advance(timedelta(days=30))
    Clocks(store, "keeper").tick()
    before = rows(store, item_id)
    done = lena.take(item_id)
    assert bucket(store, done.item.lead_id) is Bucket.TAKEN
    clock.advance(timedelta(seconds=5))
    assert lena.undo(item_id).item.state is ItemState.RECYCLED
    assert rows(store, item_id) == before


def test_a_caller_told_of_an_answer_taken_back_is_told_of_the_next_one(
    store: Store, campaign: Campaign, lena: Sales
) -> None:
    item_id = left(store, campaign)
    lena.send_back(item_id, "Wrong person")
    CameBack(store, "Maya").seen([item_id])
    lena.undo(item_id)
    lena.send_back(item_id, "No date in sight")
    with store.reading() as tx:
        assert why_sent_back(tx, lena.mine()[0].lead_id) == "No date in sight"
    assert [one.reason for one in CameBack(store, "Maya").came_back()] == ["No date in sight"]


def test_of_two_answers_at_once_one_counts(store: Store, campaign: Campaign) -> None:
    """The same person at two windows: the second is told how it stands, nothing is overwritten."""
    item_id = left(store, campaign)
    together = Barrier(2)
    said: list[str] = []

    def answer_with(reason: str) -> None:
        lena = Sales(store, "Lena Brandt")
        together.wait()
        try:
            done = lena.send_back(item_id, reason) if reason else lena.take(item_id)
            said.append(done.item.state.value)
        except Refused as refused:
            said.append(refused.says)

    threads = [Thread(target=answer_with, args=(reason,)) for reason in ("", "Wrong person")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    (state,) = [one for one in said if one in {"taken", "sent_back"}]
    (refused,) = [one for one in said if one != state]
    assert "is answered already" in refused
    item = Sales(store, "Lena Brandt").mine()[0]
    assert item.state.value == state
    assert bucket(store, item.lead_id).value == state
