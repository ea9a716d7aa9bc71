"""Files from a CRM that said what became of leads: whom they mean, and what each file did."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.crm_outcomes import Key, Kind, LeftLead
from qualdesk.core.errors import NotFound, NothingToUndo
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import batch_title
from qualdesk.core.ids import ContactId, CrmLoadId, ItemId, LeadId
from qualdesk.core.wording import tr
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.item_stands import Stand
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_handoff import crm_load
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact, contact_email, contact_phone


@frozen
class CrmLoad:
    """A file of a CRM that was read: when, by whom, and how much of it was used. Times are UTC."""

    id: CrmLoadId
    client: str
    name: str
    rows: int
    matched: int
    left_out: int
    loaded_by: str
    loaded_at: datetime
    undone_at: datetime | None = None


@frozen
class LoadedItem:
    """A lead a file said something of.

    Attributes:
        was: how it stood before, ``left`` how the file left it; both empty for somebody who was
            erased since.
    """

    item_id: ItemId
    lead_id: LeadId
    became: str
    was: Stand
    left: Stand


def left_leads(tx: Transaction, client: str, keys: Collection[Key]) -> dict[Key, list[LeftLead]]:
    """The client's leads that left in a batch, by each of these keys that finds any.

    Two files are never read at once, and nobody answers about or recalls what is found until the
    transaction ends.
    """
    tx.dialect.one_at_a_time(tx.connection, "crm")
    found: defaultdict[Key, list[LeftLead]] = defaultdict(list)
    columns: tuple[tuple[Kind, sa.ColumnElement[Any]], ...] = (
        ("id", handoff_item.c.id),
        ("id", sa.func.lower(lead.c.external_id)),
        ("email", contact_email.c.key),
        ("phone", contact_phone.c.e164),
    )
    for kind, column in columns:
        for row in _rows(tx, client, column, {text for of, text in keys if of == kind}):
            found[kind, row.key].append(_left_lead(row))
    return dict(found)


def add_load(
    tx: Transaction,
    *,
    client: str,
    name: str,
    sha256: str,
    rows: int,
    matched: int,
    left_out: int,
    by: str,
) -> CrmLoadId:
    """Note that a file was read, and how many leads it changes."""
    new = crm_load.insert().values(
        client=client,
        name=name,
        sha256=sha256,
        rows=rows,
        matched=matched,
        left_out=left_out,
        loaded_by=by,
        loaded_at=tx.now,
    )
    return CrmLoadId(tx.connection.scalar(new.returning(crm_load.c.id)))


def keep_before(
    tx: Transaction, item_id: ItemId, load_id: CrmLoadId, *, was: Stand, left: Stand
) -> None:
    """Keep with a lead how it stood before a file said what became of it, and how it was left."""
    tx.connection.execute(
        handoff_item.update()
        .where(handoff_item.c.id == item_id)
        .values(crm_load_id=load_id, before_load={"was": was, "left": left})
    )


def loads(tx: Transaction, client: str) -> tuple[CrmLoad, ...]:
    """The files of a client's CRM that changed anything, the newest first."""
    query = sa.select(crm_load).where(crm_load.c.client == client)
    found = tx.connection.execute(query.order_by(crm_load.c.id.desc()))
    return tuple(_load(row) for row in found)


def load_to_undo(tx: Transaction, load_id: CrmLoadId) -> CrmLoad:
    """A file that can be taken back, kept from others until the transaction ends.

    Raises:
        NotFound: none of that number was read.
        NothingToUndo: it was taken back already, or a later one of the client was not.
    """
    tx.dialect.one_at_a_time(tx.connection, "crm")
    row = tx.connection.execute(sa.select(crm_load).where(crm_load.c.id == load_id)).first()
    if row is None:
        raise NotFound(tr("No CRM file number {number} was read.", number=load_id))
    if row.undone_at is not None:
        raise NothingToUndo(tr("“{file}” was taken back already.", file=row.name))
    later = sa.select(sa.func.max(crm_load.c.id)).where(
        crm_load.c.client == row.client, crm_load.c.undone_at.is_(None)
    )
    newest = tx.connection.scalar(later)
    if newest != load_id:
        raise NothingToUndo(
            tr(
                "A later file says what became of leads, too. Take number {number} back first.",
                number=newest,
            )
        )
    return _load(row)


def items_of_load(tx: Transaction, load_id: CrmLoadId) -> tuple[LoadedItem, ...]:
    """The leads a file said something of, in a fixed order."""
    query = (
        sa.select(
            handoff_item.c.id,
            handoff_item.c.lead_id,
            handoff_item.c.became,
            handoff_item.c.before_load,
        )
        .where(handoff_item.c.crm_load_id == load_id)
        .order_by(handoff_item.c.id)
    )
    return tuple(
        LoadedItem(
            item_id=ItemId(row.id),
            lead_id=LeadId(row.lead_id),
            became=row.became,
            was=(row.before_load or {}).get("was", {}),
            left=(row.before_load or {}).get("left", {}),
        )
        for row in tx.connection.execute(query)
    )


def forget_load(tx: Transaction, item_id: ItemId) -> None:
    """No file says anything of this lead any more."""
    this = handoff_item.update().where(handoff_item.c.id == item_id)
    tx.connection.execute(this.values(crm_load_id=None, before_load=None))


def close_load(tx: Transaction, load_id: CrmLoadId, by: str) -> None:
    """Note that a file was taken back."""
    this = crm_load.update().where(crm_load.c.id == load_id)
    tx.connection.execute(this.values(undone_at=tx.now, undone_by=by))


def _rows(
    tx: Transaction, client: str, column: sa.ColumnElement[Any], texts: Iterable[str]
) -> Iterable[Any]:
    query = (
        sa.select(
            column.label("key"),
            *(handoff_item.c[name] for name in ("id", "lead_id", "state", "became")),
            *(handoff_batch.c[name] for name in ("number", "sent_at")),
            campaign.c.name.label("campaign_name"),
            *(contact.c[name] for name in ("name", "erased_at")),
            contact.c.id.label("contact_id"),
        )
        .join_from(handoff_item, handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
        .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
        .join(lead, lead.c.id == handoff_item.c.lead_id)
        .join(contact, contact.c.id == lead.c.contact_id)
        .where(campaign.c.client == client, handoff_batch.c.state == "sent")
        .order_by(handoff_item.c.id)
        .with_for_update(of=handoff_item)
    )
    table = getattr(column, "table", None)
    if table is contact_email or table is contact_phone:
        query = query.join(table, table.c.contact_id == contact.c.id)
    for some in chunks(sorted({text for text in texts if text})):
        yield from tx.connection.execute(query.where(column.in_(some)))


def _left_lead(row: Any) -> LeftLead:
    return LeftLead(
        item_id=ItemId(row.id),
        lead_id=LeadId(row.lead_id),
        contact_id=ContactId(row.contact_id),
        name=row.name,
        batch=batch_title(row.campaign_name, row.number),
        state=row.state,
        became=row.became,
        sent_at=row.sent_at,
        is_erased=row.erased_at is not None,
    )


def _load(row: Any) -> CrmLoad:
    names = ("client", "name", "rows", "matched", "left_out", "loaded_by", "loaded_at", "undone_at")
    return CrmLoad(id=CrmLoadId(row.id), **{name: getattr(row, name) for name in names})
