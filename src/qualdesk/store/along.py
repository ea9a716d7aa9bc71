"""Leads a caller of a team takes along, for when the server cannot be reached: kind ``offline``.

A lead comes into slot 0, as every claim does, and moves up when the next one is to come. How many
a caller may hold like that the table itself keeps; here is only asked what it would say.
"""

from typing import Final

import sqlalchemy as sa

from qualdesk.core.claim_limits import LEASES
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.store import claim_acts
from qualdesk.store.database import Transaction
from qualdesk.store.queue import hold_of, release
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_campaigns import stack
from qualdesk.store.schema_claims import claim_log
from qualdesk.store.schema_leads import lead

ALONG: Final = "offline"
"""The kind of such a claim."""


@frozen
class Along:
    """A lead that was taken along, by a claim of that ``token``."""

    lead_id: LeadId
    campaign_id: CampaignId
    slot: int
    token: int


def most_along(tx: Transaction, caller: str) -> int:
    """How many leads this caller may take along; none unless a supervisor said so."""
    from qualdesk.store.claim_limits import own_limits, usual_limits

    own = own_limits(tx, caller)
    return (own.limits if own else usual_limits(tx)).offline


def held_along(tx: Transaction, caller: str) -> tuple[Along, ...]:
    """What the caller has along and still holds, in the order in which it is to be called."""
    rows = quick_rows(tx, _HELD, {"caller": caller, "now": tx.now})
    return tuple(
        Along(
            lead_id=LeadId(row.id),
            campaign_id=CampaignId(row.campaign_id),
            slot=row.claim_slot,
            token=row.claim_token,
        )
        for row in rows
    )


def make_room(tx: Transaction, caller: str, held: tuple[Along, ...], most: int) -> bool:
    """Free slot 0 for one lead more; False when that would be more than ``most``."""
    taken = {one.slot: one for one in held}
    first = taken.get(0)
    if first is None:
        return len(held) < most
    free = next((slot for slot in range(1, most) if slot not in taken), None)
    if free is None:
        return False
    told = {"of_lead": first.lead_id, "caller": caller, "slot": free}
    return quick_write(tx, claim_acts.MOVE_ALONG, told) == 1


def is_still_along(tx: Transaction, one: Along) -> bool:
    """Whether one of them is not in hand by now; nobody changes that meanwhile."""
    row = hold_of(tx, one.lead_id)
    return row is not None and row.claim_kind == ALONG


def give_back_along(tx: Transaction, one: Along) -> None:
    """Give back one of them, unless it is in hand by now: its number is the same there."""
    if is_still_along(tx, one):
        release(tx, one.lead_id, one.token)


def renew_along(tx: Transaction, caller: str) -> None:
    """Hold on to what was taken along, also where its time ran out and nobody took it since."""
    most = most_along(tx, caller)
    if most:
        told = {"caller": caller, "most": most, "now": tx.now, "until": tx.now + LEASES[ALONG]}
        quick_write(tx, claim_acts.RENEW_ALONG, told)


def let_go_along(tx: Transaction, caller: str) -> frozenset[LeadId]:
    """Give back all that was taken along; which leads."""
    held = held_along(tx, caller)
    if held:
        quick_write(tx, claim_acts.GIVE_BACK, {"caller": caller, "kind": ALONG, "but": 0})
    return frozenset(one.lead_id for one in held)


def shown_by(tx: Transaction, lead_id: LeadId, caller: str) -> int | None:
    """The token of the claim by which a caller of a team was last shown this lead."""
    row = quick_row(tx, _SHOWN, {"lead_id": lead_id, "caller": caller})
    found: int | None = row.token if row else None
    return found


_HELD = (
    sa.select(lead.c.id, lead.c.campaign_id, lead.c.claim_slot, lead.c.claim_token)
    .outerjoin(stack, stack.c.id == lead.c.stack_id)
    .where(
        lead.c.claimed_by == sa.bindparam("caller"),
        lead.c.claim_kind == ALONG,
        lead.c.claim_until > sa.bindparam("now"),
    )
    .order_by(
        # Who was given to somebody by name comes before whom the queue gave them.
        sa.case((lead.c.pushed_to == sa.bindparam("caller"), 0), else_=1),
        sa.func.coalesce(stack.c.tier, 0).desc(),
        sa.func.coalesce(stack.c.score, 0).desc(),
        stack.c.id,
        lead.c.rested_at,
        lead.c.id,
    )
)
_SHOWN = (
    sa.select(claim_log.c.token)
    .where(
        claim_log.c.lead_id == sa.bindparam("lead_id"),
        claim_log.c.caller == sa.bindparam("caller"),
        claim_log.c.how == "claim",
    )
    .order_by(claim_log.c.token.desc())
    .limit(1)
)
