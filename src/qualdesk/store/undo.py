"""How a lead stood before an outcome, kept with the call, so that undoing it is exact.

What is kept is plain JSON: the lead's own columns, and of its promises and its person's
numbers those rows the outcome changed or made, as they were and as they became.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.store.acts import act
from qualdesk.store.claim_acts import HOLD_UNTIL
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write, together
from qualdesk.store.schema_calls import callback
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company_talk, contact, contact_phone
from qualdesk.store.stacks import sort_person
from qualdesk.store.talks import free_colleagues, keep_colleagues

Kept = dict[str, Any]


def snapshot(tx: Transaction, lead_id: LeadId) -> Kept:
    """How the lead and what hangs on it stand now, before something is done to it."""
    row = _lead(tx, lead_id)
    beside = [(query, {"owner": row[owner]}) for query, owner in _BESIDE.values()]
    with together(tx, [*beside, (_TALK, {"lead_id": lead_id})]):
        tables = {
            table.name: {rows["id"]: rows for rows in _rows(tx, table, row)} for table in _TABLES
        }
        talk = _talk(tx, lead_id)
    return {
        "lead": {name: _to_json(row[name]) for name in _COLUMNS},
        "until": _to_json(row["claim_until"]),
        "talk": talk,
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
    row = quick_row(tx, _LEFT, {"lead_id": lead_id})
    if row is None:
        # Somebody else has it by now.
        return True
    stands = row._asdict()
    return any(_to_json(stands[name]) != value for name, value in kept["left"].items())


def restore(tx: Transaction, lead_id: LeadId, kept: Mapping[str, Any]) -> None:
    """Put the lead back as it stood, and each row beside it that nobody has touched since.

    Whoever holds the lead goes on holding it; somebody must take it next, or it is not offered.
    """
    # What an older program kept may name a column that is gone, or know nothing of one.
    stood = _as_kept(_lead(tx, lead_id), kept["lead"], _COLUMNS)
    quick_write(tx, _RESTORE, {**stood, "of_lead": lead_id})
    stands = _lead(tx, lead_id)
    for table in _TABLES:
        now = {row["id"]: row for row in _rows(tx, table, stands)}
        for pair in kept[table.name]:
            was, then = pair["was"], pair["is"]
            if then is not None and now.get(then["id"]) == then:
                _put_back(tx, table, then, was)
    _stand_talk_back(tx, lead_id, kept.get("talk") or {})
    sort_person(tx, stands["contact_id"])


def hold_until(tx: Transaction, lead_id: LeadId, kept: Mapping[str, Any], by: str) -> None:
    """Let ``by``'s hold end when it would have without the outcome, if that is still ahead."""
    until = kept["until"] and datetime.fromisoformat(kept["until"])
    if until and until > tx.now:
        told = {"of_lead": lead_id, "caller": by, "now": tx.now, "until": until}
        quick_write(tx, HOLD_UNTIL, told)


def _lead(tx: Transaction, lead_id: LeadId) -> Mapping[str, Any]:
    row = quick_row(tx, _LEAD, {"lead_id": lead_id})
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    columns: Mapping[str, Any] = row._asdict()
    return columns


def _rows(tx: Transaction, table: sa.Table, stands: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table that hang on a lead."""
    query, owner = _BESIDE[table.name]
    found = quick_rows(tx, query, {"owner": stands[owner]})
    return [{name: _to_json(value) for name, value in row._asdict().items()} for row in found]


def _put_back(
    tx: Transaction, table: sa.Table, then: Mapping[str, Any], was: Mapping[str, Any] | None
) -> None:
    away, back, names = _BACK[table.name]
    this = {"of_row": then["id"]}
    if was is None:
        quick_write(tx, away, this)
    else:
        quick_write(tx, back, {**_as_kept(then, was, names), **this})


def _as_kept(
    stands: Mapping[str, Any], was: Mapping[str, Any], names: Iterable[str]
) -> dict[str, Any]:
    """A row's columns as they were; those nothing was kept of as they stand."""
    kept = {name: was.get(name, _to_json(stands[name])) for name in names}
    return {name: _from_json(name, value) for name, value in kept.items()}


def _talk(tx: Transaction, lead_id: LeadId) -> Kept | None:
    """Who talks to the lead's company, as it stands; None when nobody did."""
    row = quick_row(tx, _TALK, {"lead_id": lead_id})
    return {name: _to_json(value) for name, value in row._asdict().items()} if row else None


def _stand_talk_back(tx: Transaction, lead_id: LeadId, pair: Mapping[str, Any]) -> None:
    """Put back who talks to the company, unless somebody has talked to it since."""
    was, then = pair.get("was"), pair.get("is")
    if was == then or then is None or _talk(tx, lead_id) != then:
        return
    this = {"of_company": then["company_id"], "of_client": then["client"]}
    if was is None:
        quick_write(tx, _NO_TALK, this)
        free_colleagues(tx, lead_id)
        return
    values = _as_kept(then, was, _TALKED)
    values |= {"until": datetime.fromisoformat(was["until"]), "of_caller": values.pop("caller")}
    quick_write(tx, _TALK_BACK, {**values, **this})
    free_colleagues(tx, lead_id)
    keep_colleagues(tx, lead_id, was["caller"])


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
_LEFT = act(
    "left_as",
    sa.select(*(lead.c[name] for name in _MUST_STAND))
    .where(lead.c.id == sa.bindparam("lead_id"))
    .with_for_update(),
)
# Not ready before it is known who holds it: only a waiting lead may stand ready.
_RESTORE = act(
    "restore_lead",
    lead.update()
    .where(lead.c.id == sa.bindparam("of_lead"))
    .values(**{name: sa.bindparam(name) for name in _COLUMNS}, ready=False),
)


def _back(table: sa.Table, *names: str) -> tuple[sa.Delete, sa.Update, tuple[str, ...]]:
    """What takes a row away that an outcome made, what puts one back, and its columns."""
    this = table.c.id == sa.bindparam("of_row")
    away = act(f"unmake_{table.name}", table.delete().where(this))
    written: dict[str, Any] = {name: sa.bindparam(name) for name in names}
    back = act(f"put_{table.name}_back", table.update().where(this).values(written))
    return away, back, names


_BACK = {
    table.name: _back(
        table,
        *(one.name for one in table.c if one.name not in {"id", "lead_id", "contact_id"}),
    )
    for table in _TABLES
}
_TALKED = ("caller", "until", "spoke", "spoke_at", "spoke_to")
_THAT_TALK = (
    company_talk.c.company_id == sa.bindparam("of_company"),
    company_talk.c.client == sa.bindparam("of_client"),
)
_NO_TALK = act("unmake_talk", company_talk.delete().where(*_THAT_TALK))
_TALK_BACK = act(
    "put_talk_back",
    company_talk.update()
    .where(*_THAT_TALK)
    .values(
        # Whose it was before, not who undoes it.
        caller=sa.bindparam("of_caller"),
        **{name: sa.bindparam(name) for name in _TALKED if name != "caller"},
    ),
)
