"""Where a lead stands by the batch it left in last, whatever was done with it meanwhile."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import NOT_ANSWERED
from qualdesk.store.acts import CALLER, SALES, act
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_leads import lead

_Stood = Mapping[str, Any]


@frozen
class Place:
    """Where a lead stands and why; ``wake_at`` and ``nurture_track`` while it rests."""

    bucket: Bucket
    reason: str = ""
    wake_at: datetime | None = None
    nurture_track: str = ""


def newest_items(tx: Transaction, lead_ids: Collection[LeadId]) -> dict[LeadId, ItemId]:
    """The item of each lead in the batch it left in last; a recalled one has not left."""
    return {one: ItemId(row.id) for one, row in _rows(tx, lead_ids).items()}


def stands_by_batch(tx: Transaction, lead_id: LeadId) -> Place | None:
    """Where its newest batch puts a lead now, with sales or with us again; None for no batch."""
    row = _rows(tx, [lead_id]).get(lead_id)
    return _place_of(row, tx.now) if row is not None else None


def stood_by_now(tx: Transaction, stood: Mapping[LeadId, _Stood]) -> dict[LeadId, dict[str, Any]]:
    """How leads stand that were stopped, by what was said of them while they were.

    ``stood`` is how each stood when somebody said that it is not to be called. Sales may have
    taken or won it since, or a rule may have sent it back to us: nobody is to call the one, and
    nobody is to forget the other.
    """
    rows = _rows(tx, list(stood))
    return {one: _by_now(kept, rows.get(one), tx.now) for one, kept in stood.items()}


def note_track(tx: Transaction, lead_id: LeadId, track: str) -> None:
    """Note where a lead is nurtured that is stopped now, should that be taken back."""
    stopped = (lead.c.id == lead_id, lead.c.state == Bucket.DO_NOT_CALL.value)
    tx.connection.execute(lead.update().where(*stopped).values(nurture_track=track))


def _by_now(kept: _Stood, row: Any, now: datetime) -> dict[str, Any]:
    stood = dict(kept)
    if row is None or stood["state"] not in _CAME_BACK or _was_called_since(row):
        return stood
    place = _place_of(row, now)
    is_on_its_way = stood["state"] == Bucket.SENT_BACK.value and place.bucket in _WITH_US
    if place.bucket in _OVER or is_on_its_way:
        stood |= {"state": place.bucket.value, "state_reason": place.reason, "due_at": None}
        stood["wake_at"] = place.wake_at.isoformat() if place.wake_at else None
    return stood


def _place_of(row: Any, now: datetime) -> Place:
    if row.became:
        return Place(bucket=Bucket(row.became), reason=row.became_because)
    if row.state == ItemState.TAKEN.value:
        return Place(bucket=Bucket.TAKEN)
    if row.recycled_at is None:
        is_back = row.state == ItemState.SENT_BACK.value
        return Place(bucket=Bucket.SENT_BACK if is_back else Bucket.IN_BATCH, reason=row.reason)
    reason = f"Sent back: {row.reason}" if row.reason else NOT_ANSWERED
    until = row.recycled_at + _REST
    if row.recycled_to == "nurture" and row.nurture_track and until > now:
        track = row.nurture_track
        return Place(bucket=Bucket.NURTURE, reason=reason, wake_at=until, nurture_track=track)
    return Place(bucket=Bucket.WAITING, reason=reason)


def _was_called_since(row: Any) -> bool:
    """Whether somebody called it after it came back: then that call says where it stands."""
    return (
        row.recycled_at is not None
        and row.last_attempt_at is not None
        and row.last_attempt_at > row.recycled_at
    )


def _rows(tx: Transaction, lead_ids: Collection[LeadId]) -> dict[LeadId, Any]:
    found: dict[LeadId, Any] = {}
    for some in chunks(lead_ids):
        for row in quick_rows(tx, _LEFT, {"leads": some}):
            found[LeadId(row.lead_id)] = row
    return found


# How long a lead is nurtured where nobody says otherwise.
_REST = timedelta(days=30)
_WITH_US = (Bucket.WAITING, Bucket.NURTURE)
_OVER = (Bucket.TAKEN, Bucket.WON, Bucket.LOST)
# Where a lead may have stood that sales had answered about; elsewhere a call put it.
_CAME_BACK = {one.value for one in (Bucket.SENT_BACK, Bucket.WAITING, Bucket.NURTURE)}
# The last row of a lead is its newest; whoever got it then, to them it is none that they sent.
_LEFT = act(
    "left_in",
    sa.select(
        *(handoff_item.c[name] for name in ("id", "lead_id", "state", "reason", "became")),
        *(handoff_item.c[name] for name in ("became_because", "recycled_at", "recycled_to")),
        lead.c.last_attempt_at,
        lead.c.nurture_track,
    )
    .join(lead, lead.c.id == handoff_item.c.lead_id)
    .where(
        handoff_item.c.lead_id.in_(sa.bindparam("leads", expanding=True)),
        handoff_item.c.state != ItemState.RECALLED.value,
    )
    .order_by(handoff_item.c.batch_id),
    to=(CALLER, SALES),
    beyond=True,
)
