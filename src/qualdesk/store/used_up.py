"""Leads whose tries are used up by new limits: ended some at a time, and put back as they stood."""

from collections.abc import Sequence

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr_later
from qualdesk.store.database import Transaction
from qualdesk.store.schema_forecast import plan_change_lead
from qualdesk.store.schema_leads import lead

TRIES_USED_UP = tr_later("Tries used up")
UNSAID = 0
"""No change of a plan: nothing is kept to put leads back by."""


@frozen
class Limits:
    """How often leads of a campaign are dialled at most; ``giveaway`` None: as all others."""

    tries: int
    giveaway: int | None = None


def limits_of(found: Campaign) -> Limits:
    """The limits that hold for a campaign."""
    return Limits(tries=found.limits.max_attempts, giveaway=found.giveaway_attempts)


def end_some(
    tx: Transaction,
    found: Campaign,
    limits: Limits,
    rows: int,
    *,
    after: int = 0,
    change: int = UNSAID,
) -> tuple[int, ...]:
    """End so many leads that wait and have used up their tries: the next ``after`` that one.

    They stand as not reached. With a ``change`` it is kept with it how they stood. Gives their
    numbers in order; nothing when all are done.
    """
    rows_found = tx.connection.execute(_due(found, limits, rows, after)).all()
    if not rows_found:
        return ()
    if change != UNSAID:
        kept = [{"change_id": change, **row._asdict()} for row in rows_found]
        said = tx.dialect.insert(plan_change_lead).values(kept)
        tx.connection.execute(said.on_conflict_do_nothing())
    tx.connection.execute(
        lead.update()
        .where(lead.c.id.in_([row.lead_id for row in rows_found]))
        .values(state="unreachable", state_reason=TRIES_USED_UP, ready=False, wake_at=None)
    )
    return tuple(row.lead_id for row in rows_found)


def put_back_some(tx: Transaction, change: int, at_most: int) -> tuple[int, ...]:
    """Let so many leads stand as they stood before a change; those others moved on stay there.

    Their numbers, also of those that stay; nothing when all are done.
    """
    rows = tx.connection.execute(
        sa.select(plan_change_lead)
        .where(plan_change_lead.c.change_id == change)
        .order_by(plan_change_lead.c.lead_id)
        .limit(at_most)
    ).all()
    ids = [row.lead_id for row in rows]
    for row in rows:
        tx.connection.execute(
            _PUT_BACK,
            {
                "of_lead": row.lead_id,
                "tried": row.attempts,
                "was_reason": row.state_reason,
                "was_wake": row.wake_at,
                "is_awake": row.wake_at is None,
            },
        )
    _forget(tx, change, ids)
    return tuple(ids)


def _due(
    found: Campaign, limits: Limits, rows: int, after: int
) -> sa.Select[tuple[int, str, object, int]]:
    is_spent = lead.c.attempts >= limits.tries
    if limits.giveaway is not None:
        is_giveaway = lead.c.signals["giveaway_only"].as_boolean()
        is_spent = sa.or_(is_spent, sa.and_(lead.c.attempts >= limits.giveaway, is_giveaway))
    return (
        sa.select(lead.c.id.label("lead_id"), lead.c.state_reason, lead.c.wake_at, lead.c.attempts)
        .where(
            lead.c.campaign_id == found.id,
            lead.c.state == "waiting",
            lead.c.id > after,
            lead.c.claimed_by.is_(None),
            is_spent,
        )
        .order_by(lead.c.id)
        .limit(rows)
        .with_for_update(skip_locked=True)
    )


def _forget(tx: Transaction, change: int, ids: Sequence[int]) -> None:
    tx.connection.execute(
        plan_change_lead.delete().where(
            plan_change_lead.c.change_id == change, plan_change_lead.c.lead_id.in_(ids)
        )
    )


_PUT_BACK = (
    lead.update()
    .where(
        lead.c.id == sa.bindparam("of_lead"),
        lead.c.state == "unreachable",
        lead.c.state_reason == TRIES_USED_UP,
        lead.c.attempts == sa.bindparam("tried"),
        lead.c.claimed_by.is_(None),
    )
    .values(
        state="waiting",
        state_reason=sa.bindparam("was_reason"),
        wake_at=sa.bindparam("was_wake", type_=lead.c.wake_at.type),
        ready=sa.and_(sa.bindparam("is_awake", type_=sa.Boolean), lead.c.kept_out == ""),
    )
)
