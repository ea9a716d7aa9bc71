"""Between two calls to leads somebody of sales is called, by one caller, on duty (T3)."""

from datetime import timedelta
from pathlib import Path

import pytest

from handoff_makers import a_definition, a_script
from makers import erase
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import BatchId, NoticeId
from qualdesk.core.mails import Channel, NoticeState
from qualdesk.core.members import read_hours
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.desk.notifying import Notifying
from qualdesk.desk.sales_calls import AGAIN_AFTER, SalesCalls
from qualdesk.store import handoff_notices as kept
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead
from qualdesk.store.schema_calls import handoff_item
from sent_makers import a_qualified_lead, a_salesperson

TERMS = HandoffTerms(receiver="Lena Brandt", channels=("call",))


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return Library(store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


@pytest.fixture
def batch(store: Store, clock: SetClock, campaign: Campaign, tmp_path: Path) -> BatchId:
    """Two leads that left to Lena Brandt, who is on duty."""
    a_salesperson(store)
    a_qualified_lead(store, campaign, "Katrin Albers")
    a_qualified_lead(store, campaign, "Marcus Hale")
    return Handoff(store, clock, "Rosa").export(campaign.name, tmp_path / "for sales").batch_id


@pytest.fixture
def maya(store: Store, clock: SetClock) -> SalesCalls:
    return SalesCalls(store, clock, "Maya")


@pytest.fixture
def ben(store: Store, clock: SetClock) -> SalesCalls:
    return SalesCalls(store, clock, "Ben")


def tell(store: Store, clock: SetClock, batch: BatchId) -> None:
    Notifying(store, clock, "Rosa").tell(batch)


def test_the_call_says_whom_to_tell_what_and_by_when(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    tell(store, clock, batch)
    (call,) = maya.waiting()
    assert (call.receiver, call.number, call.shown) == (
        "Lena Brandt",
        "+442079460101",
        "+44 20 7946 0101",
    )
    assert call.says == (
        "Tell Lena Brandt: PackTech Expo 2026, batch 1, 2 leads, answers by Tue 24 Mar 2026."
    )


def test_a_call_that_was_told_is_over_and_touches_no_lead(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    with store.reading() as tx:
        leads = [one.lead_id for one in kept.given_leads(tx, kept.sent_batch(tx, batch))]
        before = [load_lead(tx, one) for one in leads]
    tell(store, clock, batch)
    (call,) = maya.waiting()
    maya.begin(call.notice_id)
    done = maya.told(call.notice_id, "Looks\nat it today")
    assert (done.notice.state, done.notice.result) == (NoticeState.TOLD, "Looks at it today")
    assert done.changes.batches == {batch}
    assert maya.waiting() == ()
    with store.reading() as tx:
        assert [load_lead(tx, one) for one in leads] == before
    with pytest.raises(Refused, match="was made"):
        maya.told(call.notice_id)


def test_two_callers_do_not_both_make_it(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls, ben: SalesCalls
) -> None:
    tell(store, clock, batch)
    (call,) = ben.waiting()
    assert maya.begin(call.notice_id).with_whom == "Maya"
    assert ben.waiting() == ()
    with pytest.raises(Refused, match="Maya is calling Lena Brandt"):
        ben.begin(call.notice_id)
    with pytest.raises(Refused, match="Maya is calling Lena Brandt"):
        ben.told(call.notice_id)
    # She may press twice, and it is one try.
    assert maya.begin(call.notice_id).with_whom == "Maya"
    (made,) = Notifying(store, clock, "Rosa").notices(batch)
    assert (made.tries, made.by) == (1, "Maya")
    # A desk that died does not keep it.
    clock.advance(kept.TRY_TAKES + timedelta(minutes=1))
    assert ben.begin(call.notice_id).with_whom == "Ben"


def test_no_answer_is_due_again_in_two_hours_on_their_duty(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    tell(store, clock, batch)
    (call,) = maya.waiting()
    maya.begin(call.notice_id)
    again = maya.no_answer(call.notice_id)
    assert again.notice.state is NoticeState.WAITING
    assert again.notice.next_at == clock.now() + AGAIN_AFTER
    assert again.says == "Lena Brandt again: 12:24, their time."
    assert maya.waiting() == ()
    clock.advance(AGAIN_AFTER)
    assert len(maya.waiting()) == 1
    # From half past four on the next time is tomorrow at nine.
    clock.advance(timedelta(hours=4))
    tomorrow = maya.no_answer(call.notice_id)
    assert tomorrow.says == "Lena Brandt again: Wed 18 Mar, 09:00, their time."


def test_nobody_is_called_out_of_hours(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    a_salesperson(store, duty=read_hours("mon-fri 14-17"))
    tell(store, clock, batch)
    assert maya.waiting() == ()
    clock.advance(timedelta(hours=4))
    assert len(maya.waiting()) == 1


@pytest.mark.parametrize(
    ("phone", "says"),
    [
        ("", "Nobody wrote down a phone number for Lena Brandt."),
        ("extension 12", "cannot be dialled. Write it with + and the country."),
    ],
)
def test_a_salesperson_without_a_number_is_said_and_called_once_there_is_one(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls, phone: str, says: str
) -> None:
    a_salesperson(store, phone=phone)
    notifying = Notifying(store, clock, "Rosa")
    assert notifying.tell(batch).calls == ()
    (call,) = notifying.notices(batch)
    assert (call.channel, call.state) == (Channel.CALL, NoticeState.FAILED)
    assert says in call.result
    assert maya.waiting() == ()
    a_salesperson(store)
    assert notifying.send_again(batch).calls == ("Lena Brandt",)
    assert len(maya.waiting()) == 1


def test_who_was_told_across_the_table_needs_no_number(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    a_salesperson(store, phone="")
    notifying = Notifying(store, clock, "Rosa")
    notifying.tell(batch)
    (call,) = notifying.notices(batch)
    with pytest.raises(Refused, match="Nobody wrote down a phone number"):
        maya.begin(call.id)
    assert maya.told(call.id).notice.state is NoticeState.TOLD


def test_leads_that_were_all_answered_meanwhile_are_not_called_about(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    tell(store, clock, batch)
    (call,) = maya.waiting()
    with store.transaction() as tx:
        tx.connection.execute(handoff_item.update().values(state="taken"))
    assert maya.waiting() == ()
    with pytest.raises(Refused, match="nothing left to tell Lena Brandt"):
        maya.begin(call.notice_id)


def test_what_was_said_on_the_phone_goes_with_somebody_who_is_erased(
    store: Store, clock: SetClock, batch: BatchId, maya: SalesCalls
) -> None:
    tell(store, clock, batch)
    (call,) = maya.waiting()
    maya.told(call.notice_id, "Knows Katrin Albers from school")
    with store.transaction() as tx:
        (lead, *_) = kept.given_leads(tx, kept.sent_batch(tx, batch))
        erase(tx, lead.lead_id)
        assert kept.notice(tx, call.notice_id).result == ""


def test_a_call_nobody_knows_is_said(maya: SalesCalls) -> None:
    with pytest.raises(NotFound, match="no notice number 7"):
        maya.begin(NoticeId(7))
