"""Taking a lead in hand because they called us, whoever has it and whatever rules say."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.claim_limits import LEASES
from qualdesk.core.ids import LeadId
from qualdesk.store import claim_acts
from qualdesk.store.acts import act
from qualdesk.store.database import Transaction
from qualdesk.store.queue import Claimed, hold_of, set_aside
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_leads import lead


def hold_still(tx: Transaction, lead_id: LeadId) -> Any:
    """Let nobody else take this lead before the transaction ends; who has it, None for no lead."""
    return hold_of(tx, lead_id)


def take_over(
    tx: Transaction, lead_id: LeadId, caller: str, *, token: int | None = None
) -> Claimed:
    """Put a lead into this caller's hands: no rule about dialling is asked, nobody is dialled.

    What they had in hand goes back. Whoever had this lead has it no more, and what they save on
    it from now on is kept as a conflict. A hold of this caller's that ran out goes on, when
    ``token`` shows that nobody took the lead since.
    """
    set_aside(tx, caller, lead_id)
    row = hold_of(tx, lead_id)
    is_mine = row.claimed_by == caller or (row.claimed_by is None and row.claim_token == token)
    new_token = row.claim_token + (0 if is_mine else 1)
    until = tx.now + LEASES["open"]
    told = {"of_lead": lead_id, "caller": caller, "token": token, "until": until}
    quick_write(tx, claim_acts.TAKE_OVER, {**told, "now": tx.now})
    return Claimed(lead_id=lead_id, token=new_token, until=until)


def on_a_call_with(tx: Transaction, lead_id: LeadId, but: str) -> str:
    """Who is on a call with a lead at this moment, other than ``but``; empty for nobody."""
    row = quick_row(tx, _ON_CALL, {"lead_id": lead_id, "but": but})
    return row.caller if row else ""


_ON_CALL = act(
    "who_is_on_call_with",
    sa.select(attempt.c.caller)
    .join(
        lead,
        sa.and_(
            lead.c.id == attempt.c.lead_id,
            # A call whose hold was given to somebody else since is theirs no more.
            lead.c.claimed_by == attempt.c.caller,
        ),
    )
    .where(
        attempt.c.lead_id == sa.bindparam("lead_id"),
        attempt.c.caller != sa.bindparam("but"),
        attempt.c.ended_at.is_(None),
        ~attempt.c.is_conflict,
    )
    .limit(1),
    beyond=True,
)
