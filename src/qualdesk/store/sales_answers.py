"""What sales says of leads that left: what an answer is judged by, and keeping it."""

from collections.abc import Iterable

import sqlalchemy as sa

from qualdesk.core.handoff import batch_title
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import OPEN, SalesAnswer, SentItem
from qualdesk.store.bulk import chunks
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_items import come_back, rests_since, stands_with
from qualdesk.store.schema import campaign, contact, handoff_batch, handoff_item, lead


def sent_items(tx: Transaction, ids: Iterable[str]) -> dict[str, SentItem]:
    """The leads that left under these ids; ids there are none of are left out.

    Nobody else recalls or answers about them until the transaction ends: what is judged by them
    is true when it is written.
    """
    found: dict[str, SentItem] = {}
    for some in chunks(sorted({one for one in ids if one})):
        query = (
            sa.select(
                handoff_item,
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
            .where(handoff_item.c.id.in_(some))
            .order_by(handoff_item.c.id)
            .with_for_update(of=handoff_item)
        )
        for row in tx.connection.execute(query):
            found[row.id] = SentItem(
                id=row.id,
                lead_id=LeadId(row.lead_id),
                name=row.name,
                batch_id=BatchId(row.batch_id),
                batch=batch_title(row.campaign, row.number),
                state=row.state,
                reason=row.reason,
                reasons=tuple(row.handoff["reasons"]),
                is_erased=row.erased_at is not None,
            )
    return found


def keep_answer(
    tx: Transaction, said: SalesAnswer, item: SentItem, *, by: str, answered_in: str = "sheet"
) -> None:
    """Write down what sales said of a lead, and where it was said: sheet, form, app, said, crm.

    A lead that still stands in the batch moves on; so does one that came back to us unanswered,
    unless somebody has called it since. Any other stays where it is: only the batch knows.
    """
    bucket = Bucket.TAKEN if said.takes else Bucket.SENT_BACK
    # Before the answer: what nobody answered rests in the queue until then.
    is_ours = rests_since(tx, item.lead_id, item.id)
    tx.connection.execute(
        handoff_item.update()
        .where(handoff_item.c.id == item.id, handoff_item.c.state.in_(OPEN))
        .values(
            state=bucket.value,
            reason=said.reason,
            note=said.note,
            answered_by=by,
            answered_at=tx.now,
            answered_in=answered_in,
            # Who answers has read it.
            read_at=sa.func.coalesce(handoff_item.c.read_at, sa.literal(tx.now, UtcDateTime())),
            read_by=sa.case((handoff_item.c.read_by == "", by), else_=handoff_item.c.read_by),
            # What happens to what is sent back by itself happens at the keeper's next round.
            due_at=None if said.takes or item.state == "recycled" else tx.now,
        )
    )
    takes_back = is_ours and said.takes
    if takes_back or stands_with(tx, item.lead_id, item.id, [Bucket.IN_BATCH]):
        come_back(tx, item.lead_id, bucket, reason=said.reason)
