"""What a campaign's queue would look like under rules that nobody has saved; it only looks."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.index import Part
from qualdesk.core.leads import Bucket
from qualdesk.core.traits import Traits
from qualdesk.store.cells import IS_LOADING
from qualdesk.store.database import Transaction
from qualdesk.store.ranker import Ranker
from qualdesk.store.schema_campaigns import cell, stack
from qualdesk.store.schema_leads import lead

# The best by the order there is: other rules move a stack, but hardly from behind so many.
_STACKS = 150
_OF_A_STACK = 6
_PROMISED = 6


@frozen
class Candidate:
    """A lead that may be among the first.

    Attributes:
        rests_until: when it has rested, or its call back is due, UTC; None: it has.
        is_promised: a call back is due at that time.
        parts: what a call to it is worth under these rules, in words.
    """

    lead_id: LeadId
    rests_until: datetime | None
    is_promised: bool
    is_pinned: bool
    parts: tuple[Part, ...]


def candidates(tx: Transaction, under: Campaign) -> Iterator[Candidate]:
    """Leads of the campaign as it would be, those first that it would offer first.

    Promises come first, the earliest first; then the stacks by what a call would be worth under
    these rules, and of each those that have rested longest.
    """
    ranker = Ranker(tx, under)
    for row in tx.connection.execute(_DUE, {"of": under.id, "now": tx.now}):
        yield _candidate(ranker, row, row.due_at, is_promised=True)
    stacks = tx.connection.execute(_BEST, {"of": under.id, "now": tx.now}).all()
    for row in _in_order(ranker, stacks):
        for one in tx.connection.execute(_OF_STACK, {"stack_id": row.id, "now": tx.now}):
            yield _candidate(ranker, one, one.wake_at)


def _in_order(ranker: Ranker, stacks: Sequence[Any]) -> list[Any]:
    worth = {row.id: ranker.of(row.cell_id, row.traits) for row in stacks}
    return sorted(stacks, key=lambda row: (-worth[row.id][0], -worth[row.id][1], row.id))


def _candidate(
    ranker: Ranker, row: Any, until: datetime | None, *, is_promised: bool = False
) -> Candidate:
    alike = Traits.from_key(row.traits)
    return Candidate(
        lead_id=LeadId(row.id),
        rests_until=until,
        is_promised=is_promised,
        is_pinned=alike.is_pinned,
        parts=ranker.parts(row.cell_id, alike),
    )


_LEAD = sa.select(lead.c.id, lead.c.wake_at, lead.c.due_at, lead.c.cell_id, stack.c.traits).join(
    stack, stack.c.id == lead.c.stack_id
)
# A hold for undoing, or one that ran out, is over in a moment.
_IS_FREE = (
    lead.c.kept_out == "",
    sa.or_(
        lead.c.claimed_by.is_(None),
        lead.c.claim_kind == "undo",
        lead.c.claim_until <= sa.bindparam("now", type_=lead.c.claim_until.type),
    ),
)
_DUE = (
    _LEAD.where(
        lead.c.campaign_id == sa.bindparam("of"),
        lead.c.state == Bucket.CALLBACK.value,
        lead.c.due_at.is_not(None),
        *_IS_FREE,
    )
    .order_by(lead.c.due_at, lead.c.id)
    .limit(_PROMISED)
)
_WAITS = (lead.c.state == Bucket.WAITING.value, *_IS_FREE)
_BEST = (
    sa.select(stack.c.id, stack.c.cell_id, stack.c.traits)
    .join(cell, cell.c.id == stack.c.cell_id)
    .where(
        cell.c.campaign_id == sa.bindparam("of"),
        ~IS_LOADING,
        sa.exists().where(lead.c.stack_id == stack.c.id, *_WAITS).correlate(stack),
    )
    .order_by(stack.c.tier.desc(), stack.c.score.desc(), stack.c.id)
    .limit(_STACKS)
)
_OF_STACK = (
    _LEAD.where(lead.c.stack_id == sa.bindparam("stack_id"), *_WAITS)
    .order_by(lead.c.wake_at.is_not(None), lead.c.rested_at, lead.c.id)
    .limit(_OF_A_STACK)
)
