"""Promises: call backs at a time that was agreed, as wall time and zone, and who made them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.ids import AttemptId, CallbackId, LeadId
from qualdesk.core.times import Promise
from qualdesk.store.database import Transaction
from qualdesk.store.schema import callback, campaign, lead

SET, KEPT, DROPPED = "set", "kept", "dropped"
FIXED, OPEN = "fixed", "open"


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPromise:
    """A promise as it is kept; ``state`` is ``set``, ``kept`` or ``dropped``.

    ``is_fixed``: at a time they named; otherwise no time was agreed and one was chosen.
    ``due_at`` is when the lead was to be called, UTC.
    """

    id: CallbackId
    promise: Promise
    owner: str
    state: str
    due_at: datetime
    is_fixed: bool = True
    missed_at: datetime | None = None


def promise_call(
    tx: Transaction,
    lead_id: LeadId,
    attempt_id: AttemptId,
    promise: Promise,
    owner: str,
    *,
    kind: str = FIXED,
) -> CallbackId:
    """Keep the promise to call at that time; ``owner`` made it and keeps it, if there."""
    new_id = tx.connection.scalar(
        callback.insert()
        .values(
            lead_id=lead_id,
            attempt_id=attempt_id,
            kind=kind,
            wall=promise.wall.isoformat(timespec="minutes"),
            zone=promise.zone,
            due_at=promise.at,
            owner=owner,
        )
        .returning(callback.c.id)
    )
    return CallbackId(new_id)


def current_promise(tx: Transaction, lead_id: LeadId) -> KeptPromise | None:
    """The lead's newest promise that was not dropped; None when there is none."""
    row = tx.connection.execute(_CURRENT, {"of_lead": lead_id}).first()
    if row is None:
        return None
    promise = Promise(wall=datetime.fromisoformat(row.wall), zone=row.zone)
    return KeptPromise(
        id=CallbackId(row.id),
        promise=promise,
        owner=row.owner,
        state=row.state,
        due_at=row.due_at,
        is_fixed=row.kind == FIXED,
        missed_at=row.missed_at,
    )


def keep_promises(tx: Transaction, lead_id: LeadId) -> None:
    """The lead is called now: promises whose time has come are kept, late or not."""
    _note_missed(tx, callback.c.lead_id == lead_id)
    _move(tx, lead_id, KEPT, callback.c.due_at <= tx.now, kept_at=tx.now)


def reopen_promise(tx: Transaction, lead_id: LeadId) -> None:
    """The call for it came to nothing before anybody answered: the newest promise stands again."""
    newest = (
        sa.select(sa.func.max(callback.c.id))
        .where(callback.c.lead_id == lead_id, callback.c.state == KEPT)
        .scalar_subquery()
    )
    tx.connection.execute(
        callback.update().where(callback.c.id == newest).values(state=SET, kept_at=None)
    )


def drop_promises(tx: Transaction, lead_id: LeadId) -> None:
    """Something else was settled: promises not yet kept no longer stand."""
    _note_missed(tx, callback.c.lead_id == lead_id)
    _move(tx, lead_id, DROPPED)


def note_missed(tx: Transaction) -> int:
    """Write down which promises nobody kept in time, each once; how many."""
    return _note_missed(tx)


def _note_missed(tx: Transaction, *only: sa.ColumnElement[bool]) -> int:
    late = (
        sa.select(callback.c.id, callback.c.due_at, campaign.c.grace_seconds)
        .join_from(callback, lead, lead.c.id == callback.c.lead_id)
        .join(campaign, campaign.c.id == lead.c.campaign_id)
        .where(callback.c.state == SET, callback.c.missed_at.is_(None), callback.c.due_at <= tx.now)
        .where(callback.c.kind == FIXED, *only)
    )
    missed = 0
    for row in tx.connection.execute(late).all():
        until = row.due_at + timedelta(seconds=row.grace_seconds)
        if until <= tx.now:
            one = callback.update().where(callback.c.id == row.id, callback.c.state == SET)
            missed += tx.connection.execute(one.values(missed_at=until)).rowcount
    return missed


def _move(
    tx: Transaction, lead_id: LeadId, state: str, *more: sa.ColumnElement[bool], **columns: datetime
) -> None:
    tx.connection.execute(
        callback.update()
        .where(callback.c.lead_id == lead_id, callback.c.state == SET, *more)
        .values(state=state, **columns)
    )


_CURRENT = (
    sa.select(callback)
    .where(callback.c.lead_id == sa.bindparam("of_lead"), callback.c.state != DROPPED)
    .order_by(callback.c.id.desc())
    .limit(1)
)
