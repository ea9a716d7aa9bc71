"""Lists whose permission to call has ended: their leads stay out of the queue until it holds."""

from collections.abc import Sequence

import sqlalchemy as sa

from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.permission import LISTS_ARE_OVER
from qualdesk.store.database import Transaction
from qualdesk.store.permissions import lists_over, word_of_list, words_of_lists
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list


def ended_lists(tx: Transaction) -> Sequence[ListId]:
    """The lists whose permission has ended and whose leads nobody has kept out yet."""
    found = [ListId(one) for one in tx.connection.scalars(_PERMITTED)]
    return [one for one in found if lists_over([word_of_list(tx, one)], tx.now)]


def keep_out_some(tx: Transaction, list_id: ListId, after: int, at_most: int) -> int | None:
    """Keep the next leads of an ended list out of the queue; where to go on, None at the end.

    Who is on another list of which the permission holds may still be called. Whoever has a lead
    in hand goes on holding it; the rules are asked when it is dialled.
    """
    asked = {"list_id": list_id, "after": after, "at_most": at_most}
    ids = [LeadId(one) for one in tx.connection.scalars(_OPEN_LEADS, asked)]
    words = words_of_lists(tx, ids)
    over = [one for one in ids if lists_over(words.get(one, ()), tx.now)]
    if over:
        kept_out = lead.update().where(lead.c.id.in_(over), lead.c.kept_out == "")
        tx.connection.execute(kept_out.values(kept_out=LISTS_ARE_OVER, ready=False))
    if len(ids) == at_most:
        return ids[-1]
    done = lead_list.update().where(lead_list.c.id == list_id)
    tx.connection.execute(done.values(over_at=tx.now))
    return None


_OPEN = (Bucket.WAITING.value, Bucket.CALLBACK.value, Bucket.NURTURE.value)
_PERMITTED = (
    sa.select(lead_list.c.id)
    .where(
        lead_list.c.state == "published",
        lead_list.c.permission.is_not(None),
        lead_list.c.over_at.is_(None),
    )
    .order_by(lead_list.c.id)
)
_OPEN_LEADS = (
    sa.select(lead.c.id)
    .where(
        lead.c.id.in_(
            sa.select(intake_row.c.lead_id).where(intake_row.c.list_id == sa.bindparam("list_id"))
        ),
        lead.c.id > sa.bindparam("after"),
        lead.c.state.in_(_OPEN),
        lead.c.kept_out == "",
    )
    .order_by(lead.c.id)
    .limit(sa.bindparam("at_most"))
)
