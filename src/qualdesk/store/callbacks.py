"""Promises: call backs at a time that was agreed, as wall time and zone, and who made them."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from qualdesk.core.ids import AttemptId, CallbackId, LeadId
from qualdesk.core.times import Promise
from qualdesk.store.database import Transaction
from qualdesk.store.schema import callback

SET, KEPT, DROPPED = "set", "kept", "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPromise:
    """A promise as it is kept; ``state`` is ``set``, ``kept`` or ``dropped``."""

    id: CallbackId
    promise: Promise
    owner: str
    state: str


def promise_call(
    tx: Transaction, lead_id: LeadId, attempt_id: AttemptId, promise: Promise, owner: str
) -> CallbackId:
    """Keep the promise to call at that time; ``owner`` made it and keeps it, if there."""
    new_id = tx.connection.scalar(
        callback.insert()
        .values(
            lead_id=lead_id,
            attempt_id=attempt_id,
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
    query = (
        sa.select(callback)
        .where(callback.c.lead_id == lead_id, callback.c.state != DROPPED)
        .order_by(callback.c.id.desc())
        .limit(1)
    )
    row = tx.connection.execute(query).first()
    if row is None:
        return None
    promise = Promise(wall=datetime.fromisoformat(row.wall), zone=row.zone)
    return KeptPromise(id=CallbackId(row.id), promise=promise, owner=row.owner, state=row.state)


def keep_promises(tx: Transaction, lead_id: LeadId) -> None:
    """The lead is called now: promises whose time has come are kept."""
    _move(tx, lead_id, KEPT, callback.c.due_at <= tx.now)


def drop_promises(tx: Transaction, lead_id: LeadId) -> None:
    """Something else was settled: promises not yet kept no longer stand."""
    _move(tx, lead_id, DROPPED)


def _move(tx: Transaction, lead_id: LeadId, state: str, *more: sa.ColumnElement[bool]) -> None:
    tx.connection.execute(
        callback.update()
        .where(callback.c.lead_id == lead_id, callback.c.state == SET, *more)
        .values(state=state)
    )
