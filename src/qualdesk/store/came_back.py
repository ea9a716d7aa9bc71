"""What came back from sales and its caller has not been told yet: each is told once."""

from collections.abc import Sequence

import sqlalchemy as sa

from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId
from qualdesk.store.acts import act
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows, quick_write
from qualdesk.store.schema_calls import attempt, handoff_batch, handoff_item
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact

_MOST = 20


def untold(tx: Transaction, caller: str, qualifies: Sequence[str]) -> tuple[BatchItem, ...]:
    """Leads this caller qualified that sales sent back, untold so far; the oldest twenty.

    ``qualifies`` are the codes of outcomes by which a lead is qualified.
    """
    rows = quick_rows(tx, _UNTOLD, {"caller": caller, "qualifies": list(qualifies)})
    if not rows:
        return ()
    # Mostly there is nothing, and a start asks.
    from qualdesk.store.handoff_items import items_of_calls

    return items_of_calls(tx, [ItemId(row.id) for row in rows], caller)


def note_told(tx: Transaction, ids: Sequence[ItemId]) -> None:
    """Their caller has been told of these."""
    for some in chunks(ids):
        quick_write(tx, _NOTE_TOLD, {"items": some, "now": tx.now})


_QUALIFIED = attempt.alias("qualified")
_QUALIFIED_LAST = (
    sa.select(_QUALIFIED.c.caller)
    .where(
        _QUALIFIED.c.lead_id == handoff_item.c.lead_id,
        _QUALIFIED.c.outcome.in_(sa.bindparam("qualifies", expanding=True)),
        _QUALIFIED.c.undone_at.is_(None),
        _QUALIFIED.c.started_at <= handoff_batch.c.sent_at,
    )
    .order_by(_QUALIFIED.c.started_at.desc())
    .limit(1)
    .scalar_subquery()
)
# The leads that left in a batch after this caller had qualified them last. Beyond: they have
# them in hand no more, and are told what became of them.
QUALIFIED_BY = (
    sa.select(
        *(handoff_item.c[name] for name in ("lead_id", "answered_at", "state", "reason", "note")),
        contact.c.name,
        company.c.name.label("company"),
    )
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .join(lead, lead.c.id == handoff_item.c.lead_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(handoff_batch.c.state == "sent", sa.bindparam("caller") == _QUALIFIED_LAST)
)
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
