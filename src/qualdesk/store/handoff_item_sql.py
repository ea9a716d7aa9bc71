"""What somebody of sales does with a lead of theirs, as it stands in its batch."""

import sqlalchemy as sa

from qualdesk.core.handoff_states import ItemState
from qualdesk.store.acts import SALES, act
from qualdesk.store.schema import lead
from qualdesk.store.schema_calls import handoff_item

_IS_ITEM = handoff_item.c.id == sa.bindparam("item")
HOLD = act("hold_item", sa.select(handoff_item.c.id).where(_IS_ITEM).with_for_update(), to=(SALES,))
MARK_READ = act(
    "mark_item_read",
    handoff_item.update()
    .where(_IS_ITEM, handoff_item.c.state == ItemState.SENT.value)
    .values(
        state=ItemState.READ.value,
        read_at=sa.bindparam("now"),
        read_by=sa.bindparam("caller"),
        due_at=sa.func.coalesce(handoff_item.c.answer_until, handoff_item.c.due_at),
    ),
    to=(SALES,),
)
_IS_LEAD = lead.c.id == sa.bindparam("lead_id")
HELD_STATE = act(
    "hold_state", sa.select(lead.c.state).where(_IS_LEAD).with_for_update(), to=(SALES,)
)
HELD_REST = act(
    "hold_rest",
    sa.select(lead.c.state, lead.c.claimed_by, lead.c.last_attempt_at, handoff_item.c.recycled_at)
    .join(handoff_item, handoff_item.c.lead_id == lead.c.id)
    .where(_IS_ITEM, _IS_LEAD)
    .with_for_update(of=lead),
    to=(SALES,),
)
