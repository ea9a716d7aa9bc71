"""What a list changed of people who were there before it, and how that is taken back."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import ContactId, LeadId, ListId
from qualdesk.core.leads import Bucket, PhoneState
from qualdesk.store.bulk import chunks, insert_many
from qualdesk.store.database import Transaction
from qualdesk.store.leads import place
from qualdesk.store.list_updates import CONTACT_CHANGES, rank_anew
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_intake import intake_change
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_lists import lead_list
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone
from qualdesk.store.search_words import forget_companies, rename
from qualdesk.store.stacks import sort, sort_person
from qualdesk.store.suppression import Fingerprints

_COLUMNS = ("list_id", "row_number", "what", "of_id", "before", "after")


@dataclass(kw_only=True, slots=True)
class Journal:
    """What a list changes, written down in the transaction that changes it."""

    list_id: ListId
    _rows: list[tuple[Any, ...]] = field(default_factory=list)

    def added(self, row: int, what: str, ids: Sequence[int], values: Sequence[Any]) -> None:
        """Rows of a table that a row of the list brought, with what they were written with."""
        for of_id, value in zip(ids, values, strict=True):
            self._rows.append((self.list_id, row, what, of_id, None, json.dumps(value)))

    def changed(
        self, row: int, what: str, of_id: int, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        """Values of a person or a lead that a row of the list changed."""
        told = (json.dumps(before), json.dumps(after))
        self._rows.append((self.list_id, row, what, of_id, *told))

    def write(self, tx: Transaction) -> None:
        """Keep what was noted."""
        # Taken back from the last to the first: the number a lead was found by goes before it is
        # asked whether the lead has one.
        self._rows.sort(key=lambda row: row[2] != "lead")
        insert_many(tx, intake_change, _COLUMNS, self._rows)
        self._rows.clear()


@dataclass(kw_only=True, slots=True)
class TakenBack:
    """How much of what a list changed was taken back.

    ``people`` stand as before; ``silenced`` leads stay out of the queue though the list that
    said so is gone: nobody is called again by a mistake of ours.
    """

    done: bool = False
    people: set[ContactId] = field(default_factory=set)
    leads: set[LeadId] = field(default_factory=set)
    silenced: set[LeadId] = field(default_factory=set)


def take_back_some(
    tx: Transaction, list_id: ListId, prints: Fingerprints, at_most: int
) -> TakenBack:
    """Take the latest changes of a list back, as far as they are still what it wrote.

    What is taken back leaves the journal in the same transaction, so that a kill in between
    leaves the rest to be gone on with. ``done`` once nothing is left.
    """
    newest = sa.select(intake_change).where(intake_change.c.list_id == list_id)
    rows = tx.connection.execute(newest.order_by(intake_change.c.id.desc()).limit(at_most)).all()
    told = TakenBack(done=len(rows) < at_most)
    for row in rows:
        _TAKE_BACK[row.what](tx, row, told, prints)
    for some in chunks(told.people):
        theirs = sa.select(lead.c.id).where(lead.c.contact_id.in_(some))
        sort(tx, tx.connection.scalars(theirs).all())
    gone = [row.id for row in rows]
    if gone:
        mine = (intake_change.c.list_id == list_id, intake_change.c.id >= min(gone))
        tx.connection.execute(intake_change.delete().where(*mine))
    return told


def _contact(tx: Transaction, row: sa.Row[Any], told: TakenBack, prints: Fingerprints) -> None:
    """Values of a person that nobody changed since."""
    now = tx.connection.execute(sa.select(contact).where(contact.c.id == row.of_id)).first()
    if now is None:
        return
    values = {
        name: row.before[name]
        for name in CONTACT_CHANGES
        if name in row.after and getattr(now, name) == row.after[name]
    }
    if not values:
        return
    person = ContactId(row.of_id)
    told.people.add(person)
    works_at = values.get("company_id", now.company_id)
    key = tx.connection.scalar(sa.select(company.c.key).where(company.c.id == works_at)) or ""
    values["fingerprint"] = prints.person(values.get("name_key", now.name_key), key)
    tx.connection.execute(contact.update().where(contact.c.id == person).values(**values))
    if "name_key" in values:
        rename(tx, person, now.name_key, values["name_key"])
    if values.get("company_id", now.company_id) != now.company_id:
        drop_companies(tx, [now.company_id])
    if "zones" in values:
        sort_person(tx, person, 0)


def _phone(tx: Transaction, row: sa.Row[Any], told: TakenBack, _: Fingerprints) -> None:
    """A number that nobody dialled or learnt anything about since."""
    number = tx.connection.execute(
        sa.select(contact_phone).where(contact_phone.c.id == row.of_id)
    ).first()
    if number is None or _is_also_in_another(tx, row):
        return
    person = ContactId(number.contact_id)
    was_dialled = sa.select(attempt.c.id).join(lead, lead.c.id == attempt.c.lead_id)
    was_dialled = was_dialled.where(lead.c.contact_id == person, attempt.c.number == number.e164)
    is_as_written = [number.state, number.note] == row.after
    if is_as_written and tx.connection.scalar(was_dialled.limit(1)) is None:
        told.people.add(person)
        tx.connection.execute(contact_phone.delete().where(contact_phone.c.id == row.of_id))


def _email(tx: Transaction, row: sa.Row[Any], told: TakenBack, _: Fingerprints) -> None:
    person = tx.connection.scalar(
        sa.select(contact_email.c.contact_id).where(contact_email.c.id == row.of_id)
    )
    if person is not None and not _is_also_in_another(tx, row):
        told.people.add(ContactId(person))
        tx.connection.execute(contact_email.delete().where(contact_email.c.id == row.of_id))


def _touchpoint(tx: Transaction, row: sa.Row[Any], told: TakenBack, _: Fingerprints) -> None:
    query = sa.select(touchpoint.c.lead_id, lead.c.contact_id).join(lead)
    found = tx.connection.execute(query.where(touchpoint.c.id == row.of_id)).first()
    if found is not None and not _is_also_in_another(tx, row):
        told.people.add(ContactId(found.contact_id))
        told.leads.add(LeadId(found.lead_id))
        tx.connection.execute(touchpoint.delete().where(touchpoint.c.id == row.of_id))
        kinds = tx.connection.scalars(
            sa.select(touchpoint.c.kind).where(touchpoint.c.lead_id == found.lead_id).distinct()
        )
        rank_anew(tx, LeadId(found.lead_id), set(kinds))


def _lead(tx: Transaction, row: sa.Row[Any], told: TakenBack, _: Fingerprints) -> None:
    """A lead that left research with a number of this list goes back once that is gone."""
    now = tx.connection.execute(sa.select(lead).where(lead.c.id == row.of_id)).first()
    if now is None or now.state != row.after["state"]:
        return
    states = tx.connection.scalars(
        sa.select(contact_phone.c.state).where(contact_phone.c.contact_id == now.contact_id)
    )
    if not any(PhoneState(state).is_dialable for state in states):
        told.leads.add(LeadId(now.id))
        bucket = Bucket(row.before["state"])
        place(tx, LeadId(now.id), bucket, reason=row.before["state_reason"])


def _silence(tx: Transaction, row: sa.Row[Any], told: TakenBack, _: Fingerprints) -> None:
    state = tx.connection.scalar(sa.select(lead.c.state).where(lead.c.id == row.of_id))
    if state == Bucket.DO_NOT_CALL.value:
        told.silenced.add(LeadId(row.of_id))


def drop_companies(tx: Transaction, ids: Collection[int]) -> None:
    """Remove those of the companies that nobody works at any more."""
    works_there = sa.exists().where(contact.c.company_id == company.c.id)
    of_nobody = sa.select(company.c.id).where(company.c.id.in_(ids), ~works_there)
    gone = tx.connection.scalars(of_nobody).all()
    forget_companies(tx, gone)
    tx.connection.execute(company.delete().where(company.c.id.in_(gone)))


def _is_also_in_another(tx: Transaction, row: sa.Row[Any]) -> bool:
    """Whether another list that still counts says the same: then that one goes on saying it."""
    other = (
        sa.select(intake_change.c.id)
        .join(lead_list, lead_list.c.id == intake_change.c.list_id)
        .where(
            intake_change.c.of_id == row.of_id,
            intake_change.c.what == row.what,
            intake_change.c.list_id != row.list_id,
            lead_list.c.state != "undone",
        )
    )
    return tx.connection.scalar(other.limit(1)) is not None


_TAKE_BACK = {
    "contact": _contact,
    "contact_phone": _phone,
    "contact_email": _email,
    "touchpoint": _touchpoint,
    "lead": _lead,
    "silence": _silence,
}
