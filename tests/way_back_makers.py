"""Makers of leads that sales has: qualified by a caller, left in a batch, answered."""

from datetime import date
from typing import Any
from uuid import uuid4

from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard
from qualdesk.core.handoff import Receiver
from qualdesk.core.ids import AttemptId, BatchId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import QuestionId
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.desk import Desk
from qualdesk.store import handoffs
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store
from qualdesk.store.handoffs import LeavingItem
from qualdesk.store.leads import load_lead, place
from qualdesk.store.sales_answers import keep_answer, sent_items

LENA = Receiver(name="Lena Brandt", email="lena@sealers.example", zone="Europe/Berlin")
SAM = Receiver(name="Sam Osei", email="sam@sealers.example", zone="Europe/London")
FRIDAY = date(2026, 3, 20)
# What the small script of the hand-off asks, answered as sales wants it.
DOCUMENTED = {"need": "A new line", "date": "soon", "wants_call": "yes"}


def qualify(
    store: Store, campaign: Campaign, name: str = "", *, caller: str = "Maya", **contact: Any
) -> LeadId:
    """A lead that was called and stands qualified."""
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name, **contact))
        _call(tx, lead_id, caller)
    return lead_id


def qualify_again(store: Store, lead_id: LeadId, caller: str = "Maya") -> None:
    """A lead that came back was called again and is qualified once more."""
    with store.transaction() as tx:
        _call(tx, lead_id, caller)


def leave(
    store: Store,
    campaign: Campaign,
    *leads: LeadId,
    to: Receiver = LENA,
    answer_by: date = FRIDAY,
) -> tuple[BatchId, dict[LeadId, ItemId]]:
    """Let these leads leave in a batch, without writing a package; their ids in it."""
    with store.transaction() as tx:
        batch = handoffs.prepare_batch(
            tx,
            campaign.id,
            receiver=to.name,
            receiver_email=to.email,
            answer_by=answer_by,
            made_by="Rosa",
        )
        ids = {one: ItemId(str(uuid4())) for one in leads}
        items = [
            LeavingItem(
                id=item_id,
                lead_id=lead_id,
                brief={"points": 80, "in_one_line": f"Lead {lead_id} wants a call."},
                definition_version_id=None,
                receiver=to,
            )
            for lead_id, item_id in ids.items()
        ]
        handoffs.send_batch(tx, batch, items, folder="out", manifest_sha256="ab")
    return batch.batch_id, ids


def answer(store: Store, item_id: ItemId, reason: str = "", note: str = "") -> None:
    """Sales takes the lead, or sends it back for a reason."""
    with store.transaction() as tx:
        item = sent_items(tx, [item_id])[item_id]
        said = SalesAnswer(row=2, item_id=item_id, takes=not reason, reason=reason, note=note)
        keep_answer(tx, said, item, by="Lena Brandt")


def load_and_qualify(desk: Desk, campaign: str, *names: str) -> None:
    """Load people and call each of them until they are qualified."""
    rows = [
        {"name": name, "phone": f"+49 30 23125 {place + 101}"} for place, name in enumerate(names)
    ]
    desk.intake.load(rows, campaign=campaign)
    for _ in names:
        card = desk.calling.next_lead(campaign)
        assert isinstance(card, CallCard)
        call = desk.calling.start_attempt(card.lead.id).id
        for question, value in DOCUMENTED.items():
            desk.calling.record_answer(call, QuestionId(question), value, words="In their words.")
        desk.calling.finish(call, "qualified")


def bucket(store: Store, lead_id: LeadId) -> Bucket:
    """Where the lead stands."""
    with store.reading() as tx:
        return load_lead(tx, lead_id).bucket


def _call(tx: Any, lead_id: LeadId, caller: str) -> None:
    call = AttemptId(str(uuid4()))
    begin(tx, call, lead_id, caller=caller, number="+493023125001", token=1)
    count_try(tx, lead_id, tx.now.date())
    change_call(tx, call, outcome="qualified", ended_at=tx.now)
    place(tx, lead_id, Bucket.QUALIFIED)
