"""How a lead stood before an outcome, kept with the call, so that undoing it is exact.

What is kept is plain JSON: the lead's own columns, and of its promises and its person's
numbers those rows the outcome changed or made, as they were and as they became.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows
from qualdesk.store.schema import (
    callback,
    campaign,
    company_talk,
    contact,
    contact_phone,
    lead,
)
from qualdesk.store.stacks import sort_person

Kept = dict[str, Any]


def snapshot(tx: Transaction, lead_id: LeadId) -> Kept:
    """How the lead and what hangs on it stand now, before something is done to it."""
    row = _lead(tx, lead_id)
    tables = {table.name: {rows["id"]: rows for rows in _rows(tx, table, row)} for table in _TABLES}
    return {
        "lead": {name: _to_json(row[name]) for name in _COLUMNS},
        "until": _to_json(row["claim_until"]),
        "talk": _talk(tx, lead_id),
        **tables,
    }


def changed_since(tx: Transaction, lead_id: LeadId, before: Kept) -> Kept:
    """What to keep with the outcome that was given since the snapshot."""
    after = snapshot(tx, lead_id)
    pairs = {
        table.name: [
            {"was": was.get(row_id), "is": now.get(row_id)}
            for row_id in {**was, **now}
            if was.get(row_id) != now.get(row_id)
        ]
        for table in _TABLES
        for was, now in [(before[table.name], after[table.name])]
    }
    left = {name: after["lead"][name] for name in _MUST_STAND}
    talk = {"was": before["talk"], "is": after["talk"]}
    return {"lead": before["lead"], "until": before["until"], "left": left, "talk": talk, **pairs}


def has_moved_on(tx: Transaction, lead_id: LeadId, kept: Mapping[str, Any]) -> bool:
    """Whether something else was done to the lead since the outcome.

    On a shared server the lead is kept from others until the transaction ends: what is put
    back must not go over a batch that leaves at this moment.
    """
    row = tx.connection.execute(_LEAD.with_for_update(), {"lead_id": lead_id}).mappings().one()
    return any(_to_json(row[name]) != value for name, value in kept["left"].items())


def restore(tx: Transaction, lead_id: LeadId, kept: Mapping[str, Any]) -> None:
    """Put the lead back as it stood, and each row beside it that nobody has touched since.

    Whoever holds the lead goes on holding it; somebody must take it next, or it is not offered.
    """
    # What an older program kept may name a column that is gone.
    columns = {
        name: _from_json(name, value) for name, value in kept["lead"].items() if name in _COLUMNS
    }
    # Not ready before it is known who holds it: only a waiting lead may stand ready.
    tx.connection.execute(lead.update().where(lead.c.id == lead_id).values(**columns, ready=False))
    stands = _lead(tx, lead_id)
    for table in _TABLES:
        now = {row["id"]: row for row in _rows(tx, table, stands)}
        for pair in kept[table.name]:
            was, then = pair["was"], pair["is"]
            if then is not None and now.get(then["id"]) == then:
                _put_back(tx, table, then["id"], was)
    _stand_talk_back(tx, lead_id, kept.get("talk") or {})
    sort_person(tx, stands["contact_id"])


def hold_until(tx: Transaction, lead_id: LeadId, kept: Mapping[str, Any]) -> None:
    """Let the hold end when it would have ended without the outcome, if that is still ahead."""
    until = kept["until"] and datetime.fromisoformat(kept["until"])
    if until and until > tx.now:
        tx.connection.execute(lead.update().where(lead.c.id == lead_id).values(claim_until=until))


def _lead(tx: Transaction, lead_id: LeadId) -> Mapping[str, Any]:
    row: Mapping[str, Any] = quick_row(tx, _LEAD, {"lead_id": lead_id})._asdict()
    return row


def _rows(tx: Transaction, table: sa.Table, stands: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table that hang on a lead."""
    query, owner = _BESIDE[table.name]
    found = quick_rows(tx, query, {"owner": stands[owner]})
    return [{name: _to_json(value) for name, value in row._asdict().items()} for row in found]


def _put_back(tx: Transaction, table: sa.Table, row_id: int, was: Mapping[str, Any] | None) -> None:
    if was is None:
        tx.connection.execute(table.delete().where(table.c.id == row_id))
        return
    values = {name: _from_json(name, value) for name, value in was.items() if name != "id"}
    tx.connection.execute(table.update().where(table.c.id == row_id).values(**values))


def _talk(tx: Transaction, lead_id: LeadId) -> Kept | None:
    """Who talks to the lead's company, as it stands; None when nobody did."""
    row = quick_row(tx, _TALK, {"lead_id": lead_id})
    return {name: _to_json(value) for name, value in row._asdict().items()} if row else None


def _stand_talk_back(tx: Transaction, lead_id: LeadId, pair: Mapping[str, Any]) -> None:
    """Put back who talks to the company, unless somebody has talked to it since."""
    was, then = pair.get("was"), pair.get("is")
    if was == then or then is None or _talk(tx, lead_id) != then:
        return
    mine = (
        company_talk.c.company_id == then["company_id"],
        company_talk.c.client == then["client"],
    )
    if was is None:
        tx.connection.execute(company_talk.delete().where(*mine))
        return
    values = {name: _from_json(name, value) for name, value in was.items()}
    values["until"] = datetime.fromisoformat(was["until"])
    tx.connection.execute(company_talk.update().where(*mine).values(**values))


def _to_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _from_json(name: str, value: Any) -> Any:
    return datetime.fromisoformat(value) if value and name.endswith("_at") else value


_TABLES = (callback, contact_phone)
_LEAD = sa.select(lead).where(lead.c.id == sa.bindparam("lead_id"))
_TALK = (
    sa.select(company_talk)
    .join(contact, contact.c.company_id == company_talk.c.company_id)
    .join(lead, lead.c.contact_id == contact.c.id)
    .join(
        campaign,
        sa.and_(campaign.c.id == lead.c.campaign_id, campaign.c.client == company_talk.c.client),
    )
    .where(lead.c.id == sa.bindparam("lead_id"))
)
# The rows that hang on a lead, and by which of its columns they do.
_OWNER: sa.BindParameter[int] = sa.bindparam("owner")
_BESIDE = {
    callback.name: (
        sa.select(callback).where(callback.c.lead_id == _OWNER).order_by(callback.c.id),
        "id",
    ),
    contact_phone.name: (
        sa.select(contact_phone)
        .where(contact_phone.c.contact_id == _OWNER)
        .order_by(contact_phone.c.id),
        "contact_id",
    ),
}
_COLUMNS = (
    "state",
    "state_reason",
    "wake_at",
    "rested_at",
    "due_at",
    "callback_owner",
    "attempts",
    "tried_on",
    "tried_that_day",
    "last_attempt_at",
    "last_outcome",
    "tried_parts",
    "hinted_parts",
    "was_reached",
    "nurture_track",
    "event_answer",
    "held_back",
)
_MUST_STAND = ("state", "attempts", "last_outcome", "nurture_track")
