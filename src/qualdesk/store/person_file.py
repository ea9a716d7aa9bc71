"""All that the workspace holds about one person, row by row, for whoever asks for it."""

from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.ids import ScriptVersionId
from qualdesk.store.clients import of
from qualdesk.store.database import Transaction
from qualdesk.store.erasing_rows import Person
from qualdesk.store.schema import metadata
from qualdesk.store.schema_calls import attempt, handoff_batch, handoff_item, history, suppression
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_desk import opt_in
from qualdesk.store.schema_handoff import handoff_dispute
from qualdesk.store.schema_intake import intake_change
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone

Rows = list[dict[str, Any]]
"""Rows as plain values: numbers, texts, instants in ISO 8601, lists of these."""

# Marks and counts of the machine: they say nothing to anybody, or are secrets of the workspace.
_LEFT_OUT: Final = frozenset(
    {
        *("fingerprint", "row_hash", "hash", "previous_hash", "name_key", "key", "before"),
        *("cell_id", "stack_id", "claim_slot", "claim_token", "claim_until", "stood", "traits"),
        *("script_version_id", "definition_version_id", "shape_id", "message_id"),
    }
)
# Found by what they belong to, or no person's: the words in them are in other tables as well.
_NOT_BY_LEAD: Final = frozenset({"intake_row", "name_word", "plan_change_lead", "opt_in"})
_OURS: Final = frozenset({"cost", "currency"})


def everything_about(tx: Transaction, who: Person) -> dict[str, Rows]:
    """Every row that is about this person, by the name of its table; empty tables are left out."""
    found: dict[str, Rows] = {
        "contact": _rows(tx, contact, contact.c.id == who.id),
        "contact_phone": _rows(tx, contact_phone, contact_phone.c.contact_id == who.id),
        "contact_email": _rows(tx, contact_email, contact_email.c.contact_id == who.id),
        "company": _rows(tx, company, company.c.id == _company(who)),
        "lead": _rows(tx, lead, lead.c.id.in_(who.leads)),
        "source": _sources(tx, who),
        "list": _lists(tx, who),
        "opt_in": _rows(tx, opt_in, opt_in.c.contact_id == who.id),
    }
    for table in metadata.sorted_tables:
        if "lead_id" in table.c and table.name not in _NOT_BY_LEAD:
            found[table.name] = _rows(tx, table, table.c.lead_id.in_(who.leads))
    items = sa.select(handoff_item.c.id).where(handoff_item.c.lead_id.in_(who.leads))
    found["handoff_dispute"] = _rows(tx, handoff_dispute, handoff_dispute.c.item_id.in_(items))
    found["handed_over"] = _handed_over(tx, who)
    found["changed_by_list"] = _rows(
        tx,
        intake_change,
        sa.and_(
            intake_change.c.what == "contact",
            intake_change.c.of_id == who.id,
            of(intake_change, who.client),
        ),
    )
    theirs = suppression.c.client.in_([who.client, HOUSE]) if who.client else sa.true()
    found["suppression"] = _rows(tx, suppression, sa.and_(_stops(who), theirs))
    ids = [str(one) for one in who.leads]
    found["history"] = _rows(
        tx, history, sa.and_(history.c.subject == "lead", history.c.subject_id.in_(ids))
    )
    return {name: rows for name, rows in found.items() if rows}


def scripts_of(tx: Transaction, who: Person) -> tuple[ScriptVersionId, ...]:
    """The versions of scripts this person was asked by, and those of their campaigns, the last."""
    asked = sa.select(attempt.c.script_version_id).where(attempt.c.lead_id.in_(who.leads))
    now = (
        sa.select(campaign.c.script_version_id)
        .join(lead, lead.c.campaign_id == campaign.c.id)
        .where(lead.c.id.in_(who.leads))
    )
    found = {*tx.connection.scalars(asked), *tx.connection.scalars(now)} - {None}
    return tuple(ScriptVersionId(one) for one in sorted(found))


def _company(who: Person) -> sa.ScalarSelect[Any]:
    return sa.select(contact.c.company_id).where(contact.c.id == who.id).scalar_subquery()


def _sources(tx: Transaction, who: Person) -> Rows:
    """The campaigns they are in: what each is, on what ground its people are called.

    What a list cost is ours and says nothing of anybody on it.
    """
    columns = (
        *(campaign.c[name] for name in ("id", "name", "client", "kind", "source", "opt_in")),
        lead.c.id.label("lead_id"),
    )
    query = sa.select(*columns).join(lead, lead.c.campaign_id == campaign.c.id)
    rows = _plain(tx, query.where(lead.c.id.in_(who.leads)).order_by(lead.c.id))
    for row in rows:
        said = row["source"] or {}
        row["source"] = {name: said[name] for name in said if name not in _OURS} or None
    return rows


def _lists(tx: Transaction, who: Person) -> Rows:
    """The lists they came with: the row as it was read, when, and the list's own permission."""
    columns = (
        *(lead_list.c[name] for name in ("file_name", "loaded_at", "loaded_by", "permission")),
        *(intake_row.c[name] for name in ("lead_id", "row_number", "raw", "result", "reason")),
    )
    query = sa.select(*columns).join(lead_list, lead_list.c.id == intake_row.c.list_id)
    mine = intake_row.c.lead_id.in_(who.leads)
    return _plain(tx, query.where(mine).order_by(lead_list.c.id, intake_row.c.row_number))


def _handed_over(tx: Transaction, who: Person) -> Rows:
    """To whom they were handed over and when, each batch they left with."""
    columns = (
        *(handoff_item.c[name] for name in ("lead_id", "state", "receiver", "receiver_email")),
        campaign.c.name.label("campaign"),
        *(handoff_batch.c[name] for name in ("number", "sent_at")),
        handoff_batch.c.receiver.label("batch_receiver"),
        handoff_batch.c.receiver_email.label("batch_email"),
    )
    query = (
        sa.select(*columns)
        .join_from(handoff_item, handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
        .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
    )
    mine = handoff_item.c.lead_id.in_(who.leads)
    return _plain(tx, query.where(mine).order_by(handoff_batch.c.id))


def _stops(who: Person) -> sa.ColumnElement[bool]:
    """Entries that stop calls to them: of the person, of each number and each address."""
    marks = sa.union(
        *(
            sa.select(table.c.fingerprint).where(key == who.id)
            for table, key in (
                (contact, contact.c.id),
                (contact_phone, contact_phone.c.contact_id),
                (contact_email, contact_email.c.contact_id),
            )
        )
    )
    return sa.and_(suppression.c.fingerprint.in_(marks), suppression.c.fingerprint != "")


def _rows(tx: Transaction, table: sa.Table, where: sa.ColumnElement[bool]) -> Rows:
    columns = [one for one in table.columns if one.name not in _LEFT_OUT]
    return _plain(tx, sa.select(*columns).where(where).order_by(*table.primary_key.columns))


def _plain(tx: Transaction, query: sa.Select[Any]) -> Rows:
    return [
        {name: _value(value) for name, value in row._mapping.items()}  # noqa: SLF001 - its public name
        for row in tx.connection.execute(query)
    ]


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
