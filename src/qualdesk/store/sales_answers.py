"""What sales says of leads that left: what an answer is judged by, and keeping it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from qualdesk.core.handoff import batch_title
from qualdesk.core.ids import BatchId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import OPEN, SalesAnswer, SentItem
from qualdesk.store.acts import SALES, act
from qualdesk.store.bulk import chunks
from qualdesk.store.clients import own_among
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_items import come_back, rests_since, stands_with
from qualdesk.store.item_stands import note_deal
from qualdesk.store.quick import quick_rows, quick_write
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact
from qualdesk.store.suppression_lift import covered_by


def sent_items(tx: Transaction, ids: Iterable[str], *, hold: bool = True) -> dict[str, SentItem]:
    """The leads that left under these ids; ids there are none of are left out.

    Unless told not to ``hold`` them, nobody else recalls or answers about them until the
    transaction ends: what is judged by them is true when it is written.
    """
    rows: list[Any] = []
    for some in chunks(sorted({one for one in ids if one})):
        rows += quick_rows(tx, _HELD if hold else _SENT, {"items": some})
    rows = own_among(tx, rows)
    stopped = covered_by(tx, sorted({LeadId(row.lead_id) for row in rows})) if rows else {}
    return {row.id: _sent_item(row, is_stopped=row.lead_id in stopped) for row in rows}


def title_of(tx: Transaction, batch_id: BatchId) -> str:
    """A batch that has left in words, as answer files carry it; empty when there is none."""
    query = (
        sa.select(campaign.c.name, handoff_batch.c.number)
        .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
        .where(handoff_batch.c.id == batch_id, handoff_batch.c.state == "sent")
    )
    row = tx.connection.execute(query).first()
    return batch_title(row.name, row.number) if row else ""


def keep_answer(
    tx: Transaction, said: SalesAnswer, item: SentItem, *, by: str, answered_in: str = "sheet"
) -> None:
    """Write down what sales said of a lead, and where it was said: sheet, form, app, said, crm.

    A lead that still stands in the batch moves on; so does one that came back to us unanswered,
    unless somebody has called it since. Any other stays where it is: only the batch knows.
    ``by`` is whose words they are, who of sales that is where a file was read.
    """
    bucket = Bucket.TAKEN if said.takes else Bucket.SENT_BACK
    # Before the answer: what nobody answered rests in the queue until then.
    is_ours = rests_since(tx, item.lead_id, item.id)
    said_of = {"state": bucket.value, "reason": said.reason, "note": said.note}
    values = {**said_of, "item": item.id, "answered_in": answered_in}
    goes_on = not said.takes and item.state != "recycled"
    who = {"caller": by, "now": tx.now, "goes_on": goes_on}
    quick_write(tx, _ANSWER, {**values, **who})
    takes_back = is_ours and said.takes
    if takes_back or stands_with(tx, item.lead_id, item.id, [Bucket.IN_BATCH]):
        come_back(tx, item.lead_id, bucket, reason=said.reason)
    _note_deal(tx, said)


def complete_answer(tx: Transaction, said: SalesAnswer, item: SentItem) -> None:
    """Write down what sales adds to an answer of before: what stood already stays."""
    _note_deal(tx, said)
    if said.note and not item.note:
        quick_write(tx, _ADD_NOTE, {"item": item.id, "note": said.note})


def _note_deal(tx: Transaction, said: SalesAnswer) -> None:
    note_deal(
        tx,
        ItemId(said.item_id),
        opportunity=said.opportunity,
        amount=said.amount,
        currency=said.currency,
    )


def _sent_item(row: Any, *, is_stopped: bool) -> SentItem:
    return SentItem(
        id=row.id,
        lead_id=LeadId(row.lead_id),
        name=row.name,
        batch_id=BatchId(row.batch_id),
        batch=batch_title(row.campaign, row.number),
        state=row.state,
        receiver=row.receiver,
        reason=row.reason,
        note=row.note,
        opportunity=row.opportunity,
        amount=Decimal(row.amount) if row.amount else None,
        currency=row.currency,
        reasons=tuple(row.handoff["reasons"]),
        is_erased=row.erased_at is not None,
        is_suppressed=is_stopped,
    )


# All but the brief: of ten thousand it would be megabytes.
_OF_ITEM = (
    *("id", "lead_id", "batch_id", "state", "receiver", "reason", "note"),
    *("opportunity", "amount", "currency"),
)
_SENT = (
    sa.select(
        *(handoff_item.c[name] for name in _OF_ITEM),
        handoff_batch.c.number,
        campaign.c.name.label("campaign"),
        campaign.c.handoff,
        contact.c.name,
        contact.c.erased_at,
    )
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
    .join(lead, lead.c.id == handoff_item.c.lead_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .where(handoff_item.c.id.in_(sa.bindparam("items", expanding=True)))
    .order_by(handoff_item.c.id)
)
_HELD = act("hold_sent_items", _SENT.with_for_update(of=handoff_item), to=(SALES,))
_CALLER, _NOW = sa.bindparam("caller", type_=sa.Text()), sa.bindparam("now", type_=UtcDateTime())
_ANSWER = act(
    "answer_item",
    handoff_item.update()
    .where(handoff_item.c.id == sa.bindparam("item"), handoff_item.c.state.in_(OPEN))
    .values(
        **{name: sa.bindparam(name) for name in ("state", "reason", "note", "answered_in")},
        answered_by=_CALLER,
        answered_at=_NOW,
        # Who answers has read it.
        read_at=sa.func.coalesce(handoff_item.c.read_at, _NOW),
        read_by=sa.case((handoff_item.c.read_by == "", _CALLER), else_=handoff_item.c.read_by),
        # What happens to what is sent back by itself happens at the keeper's next round.
        due_at=sa.case((sa.bindparam("goes_on", type_=sa.Boolean()), _NOW)),
    ),
    to=(SALES,),
)
_ADD_NOTE = act(
    "add_note_to_answer",
    handoff_item.update()
    .where(handoff_item.c.id == sa.bindparam("item"))
    .values(note=sa.bindparam("note")),
    to=(SALES,),
)
