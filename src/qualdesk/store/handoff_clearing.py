"""What stays of somebody who is erased in the batches they left with: that they can be counted."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_handoff import handoff_dispute, handoff_wish
from qualdesk.store.schema_notices import handoff_notice


def clear_batches(tx: Transaction, ids: Sequence[LeadId]) -> tuple[str, ...]:
    """What left with a batch is with sales; here no word of it stays. The titles of the batches.

    Answers, amounts and when they were given count on.
    """
    query = (
        sa.select(campaign.c.name, handoff_batch.c.number)
        .join_from(handoff_item, handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
        .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
        .where(handoff_item.c.lead_id.in_(ids))
        .order_by(handoff_batch.c.id)
    )
    rows = tx.connection.execute(query)
    titles = [tr("{name}, batch {n}", name=row.name, n=row.number) for row in rows]
    mine = handoff_item.c.lead_id.in_(ids)
    bare: dict[str, Any] = {
        "brief": {},
        "note": "",
        "opportunity": "",
        "became_because": "",
        "recycled_because": "",
        "before_load": None,
    }
    tx.connection.execute(handoff_item.update().where(mine).values(**bare))
    theirs = handoff_dispute.c.item_id.in_(sa.select(handoff_item.c.id).where(mine))
    tx.connection.execute(handoff_dispute.update().where(theirs).values(says="", because=""))
    # What a salesperson said on the phone of the batch may be about them.
    of_theirs = handoff_notice.c.batch_id.in_(sa.select(handoff_item.c.batch_id).where(mine))
    told = sa.and_(of_theirs, handoff_notice.c.state == "told")
    tx.connection.execute(handoff_notice.update().where(told).values(result=""))
    tx.connection.execute(handoff_wish.delete().where(handoff_wish.c.lead_id.in_(ids)))
    return tuple(dict.fromkeys(titles))
