"""How a lead with sales stands before something is said of it, so that taking that back is exact.

What is kept is plain JSON: the lead's place in its batch, and where the lead itself stands.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeAlias

import sqlalchemy as sa

from qualdesk.core.amounts import amount_text
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_items import come_back, stands_with
from qualdesk.store.newest_items import stands_by_batch
from qualdesk.store.schema import lead
from qualdesk.store.schema_calls import handoff_item

Stand: TypeAlias = dict[str, Any]
"""``item`` and ``lead``, each a mapping from the name of a column to what stands in it."""


def item_brief(tx: Transaction, item_id: ItemId) -> dict[str, Any]:
    """The brief a lead left with in this batch; empty for somebody who was erased."""
    query = sa.select(handoff_item.c.brief).where(handoff_item.c.id == item_id)
    return tx.connection.scalar(query) or {}


def stand_of(tx: Transaction, item_id: ItemId, lead_id: LeadId) -> Stand:
    """How the lead stands with sales and with us now, kept from others until the end of it."""
    return stands_of(tx, {item_id: lead_id})[item_id]


def stands_of(tx: Transaction, leads: Mapping[ItemId, LeadId]) -> dict[ItemId, Stand]:
    """The same of many: by their ids in a batch, each with its lead."""
    items = _rows(tx, handoff_item, _OF_ITEM, leads)
    ours = _rows(tx, lead, _OF_LEAD, set(leads.values()))
    return {
        item_id: {"item": items[item_id], "lead": ours[lead_id]}
        for item_id, lead_id in leads.items()
    }


def as_left(stand: Stand) -> Stand:
    """Of a stand, what is looked at when it is taken back: kept many times, it stays small."""
    return {"item": {name: stand["item"][name] for name in _MUST_STAND}, "lead": stand["lead"]}


def has_moved_on(now: Stand, left: Stand) -> bool:
    """Whether something else was said of it, or done with it, since it was left like that."""
    return any(now["item"][name] != left["item"][name] for name in _MUST_STAND)


def put_back(tx: Transaction, item_id: ItemId, lead_id: LeadId, *, was: Stand, left: Stand) -> bool:
    """Let the lead stand as it was, where it stands as it was left; whether the lead moved too.

    A lead that went elsewhere since stays there: only its place in the batch goes back.
    """
    item = {name: _value(name, was["item"].get(name)) for name in _OF_ITEM if name in was["item"]}
    tx.connection.execute(handoff_item.update().where(handoff_item.c.id == item_id).values(**item))
    before, after = was["lead"], left["lead"]
    if before == after or not stands_with(tx, lead_id, item_id, [Bucket(after["state"])]):
        _stand_as_told(tx, lead_id, item_id)
        return False
    tried = {name: before[name] for name in _TRIES if name in before}
    if tried:  # before it is placed: whom it stands with in the queue goes by its tries
        tx.connection.execute(lead.update().where(lead.c.id == lead_id).values(**tried))
    come_back(
        tx,
        lead_id,
        Bucket(before["state"]),
        reason=before["state_reason"],
        wake_at=_value("wake_at", before["wake_at"]),
        nurture_track=before["nurture_track"],
    )
    # It waits as long as it has waited, and not from now on.
    same = (lead.c.id == lead_id, lead.c.state == before["state"])
    rested = _value("rested_at", before["rested_at"])
    tx.connection.execute(lead.update().where(*same).values(rested_at=rested))
    return True


def note_deal(
    tx: Transaction,
    item_id: ItemId,
    *,
    opportunity: str = "",
    amount: Decimal | None = None,
    currency: str = "",
) -> None:
    """Write down what is known of the client's opportunity; what is not said stays as it was."""
    said = {
        "opportunity": opportunity,
        "amount": "" if amount is None else amount_text(amount),
        "currency": currency if amount is not None else "",
    }
    said = {name: value for name, value in said.items() if value}
    if said:
        this = handoff_item.update().where(handoff_item.c.id == item_id)
        tx.connection.execute(this.values(**said))


def act_not_before(tx: Transaction, item_id: ItemId, at: datetime) -> None:
    """Whatever happens with it by itself happens then, so that it can be taken back until then."""
    runs = (handoff_item.c.id == item_id, handoff_item.c.due_at.is_not(None))
    tx.connection.execute(handoff_item.update().where(*runs).values(due_at=at))


def _stand_as_told(tx: Transaction, lead_id: LeadId, item_id: ItemId) -> None:
    """Where a do-not-call was lifted meanwhile the lead stands by what is taken back now."""
    told = stands_by_batch(tx, lead_id)
    if told is None:
        return
    others = [one for one in _WITH_SALES if one is not told.bucket]
    if stands_with(tx, lead_id, item_id, others):
        come_back(
            tx,
            lead_id,
            told.bucket,
            reason=told.reason,
            wake_at=told.wake_at,
            nurture_track=told.nurture_track,
        )


def _rows(
    tx: Transaction, table: sa.Table, names: Sequence[str], ids: Collection[Any]
) -> dict[Any, dict[str, Any]]:
    """What stands in these columns, by id, locked in one order: no two wait for each other."""
    columns = [table.c[name] for name in names]
    query = sa.select(table.c.id, *columns).order_by(table.c.id).with_for_update()
    found = {}
    for some in chunks(sorted(ids)):
        for row in tx.connection.execute(query.where(table.c.id.in_(some))).mappings():
            found[row["id"]] = _plain({name: row[name] for name in names})
    return found


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def _value(name: str, kept: Any) -> Any:
    return datetime.fromisoformat(kept) if kept and name.endswith("_at") else kept


_OF_ITEM = (
    *("state", "reason", "note", "answered_by", "answered_at", "answered_in"),
    *("opportunity", "amount", "currency", "read_at", "read_by", "due_at", "shown_at"),
    *("became", "became_at", "became_because", "crm_load_id", "before_load"),
    *("recycled_at", "recycled_to", "recycled_because"),
)
_WITH_SALES = (Bucket.TAKEN, Bucket.SENT_BACK, Bucket.WON, Bucket.LOST)
_TRIES = ("attempts", "tried_parts")
_OF_LEAD = ("state", "state_reason", "wake_at", "rested_at", "nurture_track", *_TRIES)
_MUST_STAND = (
    *("state", "answered_at", "recycled_at", "became", "became_at"),
    *("note", "opportunity", "amount", "currency"),
)
