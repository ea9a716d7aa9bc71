"""Recalling a batch: what sales has not answered comes back to us as it was."""

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import WAITS, ItemState
from qualdesk.core.ids import BatchId, CampaignId, ItemId, LeadId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import handoff_batch, handoff_item


@frozen
class SentBatch:
    """A batch that has left, and those of its leads that sales has not answered."""

    id: BatchId
    campaign_id: CampaignId
    number: int
    waiting: tuple[tuple[ItemId, LeadId], ...]
    answered: int


def batch_to_recall(tx: Transaction, batch_id: BatchId) -> SentBatch:
    """The batch, kept from others until the transaction ends.

    Raises:
        NotFound: there is no such batch, or it has not left.
        Refused: it was recalled before.
    """
    this = sa.select(handoff_batch).where(
        handoff_batch.c.id == batch_id, handoff_batch.c.state == "sent"
    )
    row = tx.connection.execute(this.with_for_update()).first()
    if row is None:
        raise NotFound(tr("There is no such batch among those that have left."))
    if row.recalled_at is not None:
        raise Refused(tr("Batch {number} was recalled already.", number=row.number))
    items = sa.select(handoff_item.c.id, handoff_item.c.lead_id, handoff_item.c.state)
    # In the order in which everybody holds them, so that no two wait for each other.
    mine = items.where(handoff_item.c.batch_id == batch_id).order_by(handoff_item.c.id)
    # An answer that is being read at this moment counts: it is waited for here.
    held = tx.connection.execute(mine.with_for_update()).all()
    found = sorted(held, key=lambda one: one.lead_id)
    answered = (ItemState.TAKEN.value, ItemState.SENT_BACK.value)
    return SentBatch(
        id=batch_id,
        campaign_id=CampaignId(row.campaign_id),
        number=row.number,
        waiting=tuple((ItemId(o.id), LeadId(o.lead_id)) for o in found if o.state in WAITS),
        answered=sum(one.state in answered for one in found),
    )


def recall_batch(tx: Transaction, batch_id: BatchId, *, because: str, by: str) -> None:
    """Note that the batch was recalled, and that its waiting leads are no longer with sales."""
    tx.connection.execute(
        handoff_batch.update()
        .where(handoff_batch.c.id == batch_id)
        .values(recalled_at=tx.now, recalled_by=by, recalled_because=because)
    )
    tx.connection.execute(
        handoff_item.update()
        .where(handoff_item.c.batch_id == batch_id, handoff_item.c.state.in_(WAITS))
        .values(state=ItemState.RECALLED.value, due_at=None)
    )
