"""How many messages were left on somebody's machine."""

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row
from qualdesk.store.schema_calls import attempt


def messages_left(tx: Transaction, lead_id: LeadId, codes: tuple[str, ...]) -> int:
    """How many calls to a lead ended with a message, as these codes of outcomes say."""
    row = quick_row(tx, _LEFT, {"lead_id": lead_id, "codes": list(codes)})
    return int(row.messages) if row else 0


_CODES: sa.BindParameter[list[str]] = sa.bindparam("codes", expanding=True)
_LEFT = sa.select(sa.func.count().label("messages")).where(
    attempt.c.lead_id == sa.bindparam("lead_id"),
    attempt.c.outcome.in_(_CODES),
    attempt.c.undone_at.is_(None),
    ~attempt.c.is_conflict,
)
