"""Taking a list back: the leads it brought go, unless somebody worked on them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.wording import tr
from qualdesk.store.bulk import chunks
from qualdesk.store.cells import drop_empty
from qualdesk.store.database import Transaction
from qualdesk.store.list_journal import drop_companies
from qualdesk.store.list_turns import UNDONE
from qualdesk.store.list_verdicts import NEW
from qualdesk.store.schema_calls import answer, attempt, callback, handoff_item
from qualdesk.store.schema_campaigns import cell
from qualdesk.store.schema_desk import message, sending
from qualdesk.store.schema_intake import intake_change
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import contact, contact_email, contact_phone
from qualdesk.store.search_words import forget_people
from qualdesk.store.stacks import move_leads


@frozen
class KeptLead:
    """A lead that stays though its list is undone, and why, as a sentence."""

    id: LeadId
    name: str
    why: str
    was_called: bool = False


@dataclass(kw_only=True, slots=True)
class Removed:
    """How many leads went, which stay, and how far down the list this came.

    Attributes:
        below: the lowest row looked at; 0 once nothing is left.
    """

    below: int
    leads: list[LeadId] = field(default_factory=list)
    kept: dict[LeadId, KeptLead] = field(default_factory=dict)


def remove_some(
    tx: Transaction, list_id: ListId, below: int | None, at_most: int, *, forget: bool
) -> Removed:
    """Remove the leads of the last rows before ``below``, with whoever nobody else needs.

    A lead stays when somebody called it, holds it or named it, and when another list has it
    too. ``forget`` throws the rows themselves away, for a list that was never published.
    """
    rows = intake_row.c
    query = sa.select(rows.row_number, rows.lead_id, rows.result).where(rows.list_id == list_id)
    if below is not None:
        query = query.where(rows.row_number < below)
    found = tx.connection.execute(query.order_by(rows.row_number.desc()).limit(at_most)).all()
    if not found:
        return Removed(below=0)
    lowest = found[-1].row_number
    ids = sorted({row.lead_id for row in found if row.lead_id is not None})
    told = Removed(below=lowest)
    stays = _why_they_stay(tx, list_id, ids)
    gone = [one for one in ids if one not in stays]
    _remove(tx, gone)
    told.leads = [LeadId(one) for one in gone]
    brought = {row.lead_id for row in found if row.result == NEW}
    told.kept = _named(
        tx, {one: stay for one, stay in stays.items() if one in brought and stay.why}
    )
    if forget:
        mine = (rows.list_id == list_id, rows.row_number >= lowest)
        tx.connection.execute(intake_row.delete().where(*mine))
        move_leads(tx, list(stays))
    return told


def people_left_behind(tx: Transaction, list_ids: Collection[int]) -> Sequence[int]:
    """The people of leads that lists brought which were broken off, in the order of numbers."""
    query = (
        sa.select(lead.c.contact_id)
        .join(intake_row, intake_row.c.lead_id == lead.c.id)
        .where(intake_row.c.list_id.in_(list_ids), intake_row.c.result == NEW)
        .distinct()
    )
    return tx.connection.scalars(query.order_by(lead.c.contact_id)).all()


def close_cells(tx: Transaction, list_id: ListId) -> None:
    """Remove the cells of a list whose leads are gone."""
    mine = sa.select(cell.c.id).where(cell.c.of_list == list_id)
    for cell_id in tx.connection.scalars(mine).all():
        drop_empty(tx, cell_id)


def forget_list(tx: Transaction, list_id: ListId) -> None:
    """Throw an empty list away, as if it had never been begun."""
    tx.connection.execute(intake_change.delete().where(intake_change.c.list_id == list_id))
    tx.connection.execute(lead_list.delete().where(lead_list.c.id == list_id))


class _Stay(NamedTuple):
    """Why a lead must not go; without a reason it was there before."""

    why: str = ""
    was_called: bool = False


def _why_they_stay(tx: Transaction, list_id: ListId, ids: Sequence[int]) -> dict[int, _Stay]:
    """The leads that must not go, each with its reason; empty for what was there before."""
    rows = tx.connection.execute(_STANDING, {"ids": ids}).all()
    elsewhere = _other_lists(tx, list_id, ids)
    stays: dict[int, _Stay] = {}
    for row in rows:
        if row.is_in_batch:
            stays[row.id] = _Stay(tr("In a batch for sales."))
        elif row.attempts or row.was_called:
            stays[row.id] = _Stay(_called(row.attempts), was_called=True)
        elif row.has_message:
            stays[row.id] = _Stay(tr("Somebody left a message about them."))
        elif row.claimed_by is not None and row.claim_until > tx.now:
            stays[row.id] = _Stay(tr("With {caller} just now.", caller=row.claimed_by))
        elif row.referred_by is not None or row.has_named:
            stays[row.id] = _Stay(
                tr("Named in a call.") if row.referred_by else tr("Named somebody in a call.")
            )
        elif row.id in elsewhere:
            stays[row.id] = _Stay(
                tr("Also in {file}.", file=elsewhere[row.id] or tr("another list"))
            )
        elif not row.was_brought:
            stays[row.id] = _Stay()
    return stays


def _called(times: int) -> str:
    return tr("Called once.") if times <= 1 else tr("Called {n} times.", n=times)


def _remove(tx: Transaction, ids: Sequence[int]) -> None:
    """Remove leads, the people nobody else needs, and companies nobody works at any more."""
    if not ids:
        return
    mine = lead.c.id.in_(ids)
    people = set(tx.connection.scalars(sa.select(lead.c.contact_id).where(mine)))
    tx.connection.execute(touchpoint.delete().where(touchpoint.c.lead_id.in_(ids)))
    # Rows of this list and of earlier ones stay as what was read; the lead they name is gone.
    tx.connection.execute(
        intake_row.update().where(intake_row.c.lead_id.in_(ids)).values(lead_id=None)
    )
    tx.connection.execute(lead.delete().where(mine))
    for some in chunks(people):
        _remove_people(tx, some)


def _remove_people(tx: Transaction, people: Collection[int]) -> None:
    still = sa.select(lead.c.contact_id).where(lead.c.contact_id.in_(people))
    gone = set(people) - set(tx.connection.scalars(still))
    works_at = sa.select(contact.c.company_id).where(
        contact.c.id.in_(gone), contact.c.company_id.is_not(None)
    )
    companies = set(tx.connection.scalars(works_at))
    for table in (contact_phone, contact_email):
        tx.connection.execute(table.delete().where(table.c.contact_id.in_(gone)))
    forget_people(tx, gone)
    tx.connection.execute(contact.delete().where(contact.c.id.in_(gone)))
    drop_companies(tx, companies)


def _other_lists(tx: Transaction, list_id: ListId, ids: Sequence[int]) -> dict[int, str]:
    """Those of the leads that another list has too, with its file's name."""
    query = (
        sa.select(intake_row.c.lead_id, lead_list.c.file_name)
        .join(lead_list, lead_list.c.id == intake_row.c.list_id)
        .where(
            intake_row.c.lead_id.in_(ids),
            lead_list.c.id != list_id,
            # One that was broken off counts: what it changed of the lead is not taken back yet.
            lead_list.c.state != UNDONE,
        )
        .distinct()
    )
    return {row.lead_id: f"“{row.file_name}”" if row.file_name else ""
            for row in tx.connection.execute(query)}  # fmt: skip


def _named(tx: Transaction, stays: Mapping[int, _Stay]) -> dict[LeadId, KeptLead]:
    names: defaultdict[int, str] = defaultdict(lambda: tr("No name"))
    query = sa.select(lead.c.id, contact.c.name).join(contact, contact.c.id == lead.c.contact_id)
    for some in chunks(stays):
        for row in tx.connection.execute(query.where(lead.c.id.in_(some))):
            names[row.id] = row.name or tr("No name")
    return {
        LeadId(one): KeptLead(
            id=LeadId(one), name=names[one], why=stay.why, was_called=stay.was_called
        )
        for one, stay in stays.items()
    }


_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_REFERRED = lead.alias("referred")
_STANDING = (
    sa.select(
        lead,
        sa.exists().where(handoff_item.c.lead_id == lead.c.id).label("is_in_batch"),
        sa.or_(
            sa.exists().where(attempt.c.lead_id == lead.c.id),
            sa.exists().where(answer.c.lead_id == lead.c.id),
            sa.exists().where(callback.c.lead_id == lead.c.id),
            sa.exists().where(sending.c.lead_id == lead.c.id),
        ).label("was_called"),
        sa.exists().where(message.c.lead_id == lead.c.id).label("has_message"),
        sa.exists().where(_REFERRED.c.referred_by == lead.c.id).label("has_named"),
        # With this list, or with one that was undone before.
        sa.exists()
        .where(intake_row.c.lead_id == lead.c.id, intake_row.c.result == NEW)
        .label("was_brought"),
    )
    .where(lead.c.id.in_(_IDS))
    .order_by(lead.c.id)
    # Nobody takes or calls one of them between this look and its end.
    .with_for_update(of=lead)
)
