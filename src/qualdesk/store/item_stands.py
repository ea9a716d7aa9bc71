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
from qualdesk.store.acts import SALES, act
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_items import come_back, stands_with
from qualdesk.store.newest_items import stands_by_batch
from qualdesk.store.quick import quick_change, quick_rows, quick_write
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_leads import lead

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
    items = _rows(tx, _HELD_ITEMS, _OF_ITEM, leads)
    ours = _rows(tx, _HELD_LEADS, _OF_LEAD, set(leads.values()))
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
    if len(item) == len(_OF_ITEM):
        quick_write(tx, _PUT_BACK, {**item, "item": item_id})
    else:  # an older program kept less
        quick_change(tx, handoff_item, item_id, **item)
    before, after = was["lead"], left["lead"]
    if before == after or not stands_with(tx, lead_id, item_id, [Bucket(after["state"])]):
        _stand_as_told(tx, lead_id, item_id)
        return False
    tried = {name: before[name] for name in _TRIES if name in before}
    if len(tried) == len(_TRIES):
        # Before it is placed: whom it stands with in the queue goes by its tries.
        quick_write(tx, _TRIED, {**tried, "of_lead": lead_id})
    elif tried:
        quick_change(tx, lead, lead_id, **tried)
    come_back(
        tx,
        lead_id,
        Bucket(before["state"]),
        reason=before["state_reason"],
        wake_at=_value("wake_at", before["wake_at"]),
        nurture_track=before["nurture_track"],
    )
    # It waits as long as it has waited, and not from now on.
    rested = _value("rested_at", before["rested_at"])
    same = {"of_lead": lead_id, "stands": before["state"]}
    quick_write(tx, _RESTED, {**same, "rested_at": rested})
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
    if any(said.values()):
        quick_write(tx, _NOTE_DEAL, {**said, "item": item_id})


def act_not_before(tx: Transaction, item_id: ItemId, at: datetime) -> None:
    """Whatever happens with it by itself happens then, so that it can be taken back until then."""
    quick_write(tx, _NOT_BEFORE, {"item": item_id, "at": at})


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
    tx: Transaction, held: sa.Select[Any], names: Sequence[str], ids: Collection[Any]
) -> dict[Any, dict[str, Any]]:
    """What stands in these columns, by id, locked in one order: no two wait for each other."""
    found = {}
    for some in chunks(sorted(ids)):
        for row in quick_rows(tx, held, {"numbers": some}):
            found[row.id] = _plain({name: getattr(row, name) for name in names})
    return found


def _held(name: str, table: sa.Table, names: Sequence[str]) -> sa.Select[Any]:
    columns = [table.c[one] for one in names]
    numbers: sa.BindParameter[list[Any]] = sa.bindparam("numbers", expanding=True)
    query = sa.select(table.c.id, *columns).where(table.c.id.in_(numbers)).order_by(table.c.id)
    return act(name, query.with_for_update(), to=(SALES,))


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
_HELD_ITEMS = _held("hold_items", handoff_item, _OF_ITEM)
_HELD_LEADS = _held("hold_leads", lead, _OF_LEAD)
_IS_ITEM = handoff_item.c.id == sa.bindparam("item")
_IS_LEAD = lead.c.id == sa.bindparam("of_lead")
_PUT_BACK = act(
    "put_item_back",
    handoff_item.update().where(_IS_ITEM).values({name: sa.bindparam(name) for name in _OF_ITEM}),
    to=(SALES,),
)
_TRIED = act(
    "put_tries_back",
    lead.update().where(_IS_LEAD).values({name: sa.bindparam(name) for name in _TRIES}),
    to=(SALES,),
)
_RESTED = act(
    "put_rest_back",
    lead.update()
    .where(_IS_LEAD, lead.c.state == sa.bindparam("stands"))
    .values(rested_at=sa.bindparam("rested_at")),
    to=(SALES,),
)


def _unless_empty(name: str) -> sa.ColumnElement[Any]:
    said, stands = sa.bindparam(name, type_=sa.Text()), handoff_item.c[name]
    return sa.case((said == "", stands), else_=said)


_NOTE_DEAL = act(
    "note_deal",
    handoff_item.update()
    .where(_IS_ITEM)
    .values({name: _unless_empty(name) for name in ("opportunity", "amount", "currency")}),
    to=(SALES,),
)
_NOT_BEFORE = act(
    "act_not_before",
    handoff_item.update()
    .where(_IS_ITEM, handoff_item.c.due_at.is_not(None))
    .values(due_at=sa.bindparam("at")),
    to=(SALES,),
)
