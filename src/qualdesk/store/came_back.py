"""What came back from sales and its caller has not been told yet: each is told once."""

from collections.abc import Sequence

import sqlalchemy as sa

from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId
from qualdesk.store.acts import act
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_items import items_of_calls
from qualdesk.store.my_day import QUALIFIED_BY
from qualdesk.store.quick import quick_rows, quick_write
from qualdesk.store.schema_calls import handoff_item

_MOST = 20


def untold(tx: Transaction, caller: str, qualifies: Sequence[str]) -> tuple[BatchItem, ...]:
    """Leads this caller qualified that sales sent back, untold so far; the oldest twenty.

    ``qualifies`` are the codes of outcomes by which a lead is qualified.
    """
    rows = quick_rows(tx, _UNTOLD, {"caller": caller, "qualifies": list(qualifies)})
    return items_of_calls(tx, [ItemId(row.id) for row in rows], caller) if rows else ()


def note_told(tx: Transaction, ids: Sequence[ItemId]) -> None:
    """Their caller has been told of these."""
    for some in chunks(ids):
        quick_write(tx, _NOTE_TOLD, {"items": some, "now": tx.now})


_UNTOLD = act(
    "came_back_untold",
    QUALIFIED_BY.where(
        handoff_item.c.state == ItemState.SENT_BACK.value, handoff_item.c.shown_at.is_(None)
    )
    .order_by(handoff_item.c.answered_at, handoff_item.c.id)
    .limit(_MOST)
    .with_only_columns(handoff_item.c.id),
    beyond=True,
)
# Beyond: who qualified a lead has it in hand no more when sales sends it back.
_NOTE_TOLD = act(
    "note_told",
    handoff_item.update()
    .where(
        handoff_item.c.id.in_(sa.bindparam("items", expanding=True)),
        handoff_item.c.shown_at.is_(None),
    )
    .values(shown_at=sa.bindparam("now")),
    beyond=True,
    only="""NOT EXISTS (
        SELECT 1 FROM unnest(:items) AS told(id) WHERE NOT EXISTS (
            SELECT 1 FROM handoff_item JOIN attempt ON attempt.lead_id = handoff_item.lead_id
            WHERE handoff_item.id = told.id AND attempt.caller = :caller
        )
    )""",
)
