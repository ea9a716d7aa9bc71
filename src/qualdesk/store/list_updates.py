"""What a list adds to people the workspace knows: gaps are filled, nothing is overwritten."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ContactId, LeadId, ListId
from qualdesk.core.leads import Bucket, PhoneState, signals_of
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.store.bulk import chunks, insert_many, rows_with
from qualdesk.store.database import Transaction
from qualdesk.store.drafts import TOUCHPOINT, Draft, companies_in
from qualdesk.store.leads import place, signals_from, signals_json
from qualdesk.store.people import CONTACT, EMAIL, PHONE, companies_of
from qualdesk.store.schema_intake import intake_change
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone
from qualdesk.store.search_words import rename
from qualdesk.store.stacks import move_leads, sort, sort_person
from qualdesk.store.suppression import LIST_SAYS_NO, Fingerprints

# What a list fills in where nothing was known; the fingerprint follows from it.
CONTACT_CHANGES = (*(name for name in CONTACT if name != "fingerprint"), "company_id")
_OPEN = (Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH, Bucket.NURTURE, Bucket.SENT_BACK)
_PHONE_AS_WRITTEN = (PHONE.index("state"), PHONE.index("note"))


class Notes(Protocol):
    """Where it is written down what a list changes, so that it can be taken back."""

    list_id: ListId

    def added(self, row: int, what: str, ids: Sequence[int], values: Sequence[Any]) -> None:
        """Rows of a table that a row of the list brought."""

    def changed(
        self, row: int, what: str, of_id: int, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        """Values that a row of the list changed."""


@frozen
class Updated:
    """Somebody known, and what a row says of them; ``lead_id`` when they are in the campaign."""

    row: int
    contact_id: ContactId
    draft: Draft
    lead_id: LeadId | None = None


def leads_of(
    tx: Transaction, campaign_id: CampaignId, people: Iterable[ContactId]
) -> dict[ContactId, LeadId]:
    """The leads of a campaign, by person."""
    found = rows_with(tx, [lead.c.id, lead.c.contact_id, lead.c.campaign_id],
                      lead.c.contact_id, list(people))  # fmt: skip
    return {
        ContactId(row.contact_id): LeadId(row.id) for row in found if row.campaign_id == campaign_id
    }


def update_people(
    tx: Transaction, updates: Sequence[Updated], prints: Fingerprints, notes: Notes
) -> None:
    """Add what is new about people: empty fields, further numbers and addresses, what they did.

    A lead that waited for a number is called once the list brings one.
    """
    if not updates:
        return
    _fill_gaps(tx, updates, prints, notes)
    reachable = _add_phones(tx, updates, notes)
    _add_emails(tx, updates, notes)
    _add_touchpoints(tx, [one for one in updates if one.lead_id], notes)
    for one in updates:
        if one.lead_id and one.contact_id in reachable:
            _no_longer_research(tx, one.row, one.lead_id, notes)
    # All their leads, in other campaigns too: a title or a number is the same everywhere.
    for some in chunks({one.contact_id for one in updates}):
        sort(tx, tx.connection.scalars(_LEADS_OF, {"people": some}).all())


def as_known(
    tx: Transaction, people: Mapping[int, ContactId], drafts: Mapping[int, Draft]
) -> dict[int, Draft]:
    """Drafts of known people who get a lead here: where they are and can be reached is known."""
    zones = {
        row.id: json.dumps(row.zones or [])
        for row in rows_with(
            tx, [contact.c.id, contact.c.zones], contact.c.id, set(people.values())
        )
    }
    phone = contact_phone.c
    can_call = {
        row.contact_id
        for row in rows_with(tx, [phone.contact_id, phone.state], phone.contact_id, set(zones))
        if PhoneState(row.state).is_dialable
    }
    at = CONTACT.index("zones")
    known = {}
    for number, who in people.items():
        person = list(drafts[number].person)
        if zones[who] != "[]":
            person[at] = zones[who]
        research = "" if who in can_call else drafts[number].research
        known[number] = drafts[number]._replace(person=person, research=research)
    return known


def silence(
    tx: Transaction, campaign_id: CampaignId, people: Collection[ContactId], notes: Notes
) -> tuple[LeadId, ...]:
    """Nobody in this campaign calls people of whom a list says: do not contact.

    The leads that left the queue. Those a do-not-call keeps out already stay out when it is
    lifted.
    """
    if not people:
        return ()
    ids = sorted(leads_of(tx, campaign_id, people).values())
    rows = {}
    for some in chunks(ids):
        # On a shared server a lead may be on its way to sales: how it stands is asked after that.
        stands = sa.select(lead.c.id, lead.c.state).where(lead.c.id.in_(some)).order_by(lead.c.id)
        rows.update({row.id: row for row in tx.connection.execute(stands.with_for_update())})
    still_open = [one for one in ids if rows[one].state in {bucket.value for bucket in _OPEN}]
    for one in still_open:
        place(tx, one, Bucket.DO_NOT_CALL, reason=LIST_SAYS_NO)
        notes.changed(0, "silence", one, {"state": rows[one].state}, {})
    is_stopped = lead.c.state == Bucket.DO_NOT_CALL.value
    for some in chunks(set(ids).difference(still_open)):
        stays = lead.update().where(lead.c.id.in_(some), is_stopped)
        tx.connection.execute(stays.values(state_reason=LIST_SAYS_NO))
    return tuple(still_open)


def _fill_gaps(
    tx: Transaction, updates: Sequence[Updated], prints: Fingerprints, notes: Notes
) -> None:
    ids = [one.contact_id for one in updates]
    rows = {row.id: row._asdict() for row in rows_with(tx, [contact], contact.c.id, ids)}
    # Of several rows the first that names a company says where they work.
    first: dict[ContactId, Draft] = {}
    for one in updates:
        if rows[one.contact_id]["company_id"] is None and one.draft.company:
            first.setdefault(one.contact_id, one.draft)
    companies = companies_of(tx, companies_in(first.values()), prints)
    works_at = {
        row.id: row.key
        for row in rows_with(
            tx, [company.c.id, company.c.key], company.c.id,
            {row["company_id"] for row in rows.values() if row["company_id"]},
        )
    }  # fmt: skip
    for one in updates:
        row = rows[one.contact_id]
        values = _gaps(row, one.draft)
        if row["company_id"] is None and one.draft.company:
            values["company_id"] = companies[one.draft.company[0]]
            works_at[values["company_id"]] = one.draft.company[0]
        if not values:
            continue
        before = {name: row[name] for name in values}
        row.update(values)
        notes.changed(one.row, "contact", one.contact_id, before, values)
        # Of the name and the company they have now, whichever of both the list brought.
        who = prints.person(row["name_key"], works_at.get(row["company_id"], ""))
        changed = {**values, "fingerprint": who}
        tx.connection.execute(
            contact.update().where(contact.c.id == one.contact_id).values(**changed)
        )
        if "name_key" in values:
            rename(tx, one.contact_id, before["name_key"], values["name_key"])
        if "zones" in values:
            sort_person(tx, one.contact_id, notes.list_id)


def _gaps(row: Mapping[str, Any], draft: Draft) -> dict[str, Any]:
    """What a draft knows of a person that nobody knew; but not where they work."""
    values: dict[str, Any] = {
        name: value
        for name, value in zip(CONTACT, draft.person, strict=True)
        if value and not row[name] and name != "fingerprint"
    }
    for name in ("languages", "zones"):
        if name in values:
            values[name] = json.loads(values[name])
    return {name: value for name, value in values.items() if value}


def _add_phones(tx: Transaction, updates: Sequence[Updated], notes: Notes) -> set[ContactId]:
    """Add further numbers; the people who can be dialled on one of them."""
    have: defaultdict[int, dict[tuple[str, str], int]] = defaultdict(dict)
    ids = [one.contact_id for one in updates]
    for row in rows_with(tx, [contact_phone], contact_phone.c.contact_id, ids):
        have[row.contact_id].setdefault((row.e164 or row.raw, row.extension), row.id)
    new, reachable = _New("contact_phone"), set()
    for one in updates:
        theirs = have[one.contact_id]
        for values in one.draft.phones:
            phone = dict(zip(PHONE, values, strict=True))
            key = (phone["e164"] or phone["raw"], phone["extension"])
            as_written = [values[at] for at in _PHONE_AS_WRITTEN]
            if key in theirs:
                new.said_again(one.row, theirs[key], as_written)
                continue
            new.add(one.row, (one.contact_id, len(theirs), *values), as_written)
            theirs[key] = 0
            if PhoneState(phone["state"]).is_dialable:
                reachable.add(one.contact_id)
    new.write(tx, contact_phone, ("contact_id", "position", *PHONE), notes)
    return reachable


def _add_emails(tx: Transaction, updates: Sequence[Updated], notes: Notes) -> None:
    have: defaultdict[int, dict[str, int]] = defaultdict(dict)
    ids = [one.contact_id for one in updates]
    for row in rows_with(tx, [contact_email], contact_email.c.contact_id, ids):
        have[row.contact_id].setdefault(row.key or row.address, row.id)
    new = _New("contact_email")
    for one in updates:
        theirs = have[one.contact_id]
        for values in one.draft.emails:
            # An address that cannot be written to has no key, and is kept by its text.
            key = values[EMAIL.index("key")] or values[EMAIL.index("address")]
            if key in theirs:
                new.said_again(one.row, theirs[key], None)
                continue
            new.add(one.row, (one.contact_id, len(theirs), *values), None)
            theirs[key] = 0
    new.write(tx, contact_email, ("contact_id", "position", *EMAIL), notes)


def _add_touchpoints(tx: Transaction, updates: Sequence[Updated], notes: Notes) -> None:
    have: defaultdict[int, dict[tuple[str, str, datetime | None], int]] = defaultdict(dict)
    ids = [one.lead_id for one in updates]
    for row in rows_with(tx, [touchpoint], touchpoint.c.lead_id, ids):
        have[row.lead_id].setdefault((row.kind, row.says, row.at), row.id)
    new = _New("touchpoint")
    for one in updates:
        assert one.lead_id is not None
        theirs, fresh = have[one.lead_id], False
        for kind, says, at, *rest in one.draft.touchpoints:
            when = datetime.fromisoformat(at) if at else None
            if (kind, says, when) in theirs:
                new.said_again(one.row, theirs[kind, says, when], None)
                continue
            theirs[kind, says, when] = 0
            moment = tx.dialect.moment(when) if when else None
            new.add(one.row, (one.lead_id, kind, says, moment, *rest), None)
            fresh = True
        if fresh:
            rank_anew(tx, one.lead_id, {kind for kind, _, _ in theirs})
    new.write(tx, touchpoint, ("lead_id", *TOUCHPOINT), notes)


class _New:
    """Rows to be added to a table, each under the row of the list that brought it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._rows: list[tuple[Any, ...]] = []
        self._told: list[tuple[int, Any]] = []
        self._again: list[tuple[int, int, Any]] = []

    def add(self, row: int, values: tuple[Any, ...], as_written: Any) -> None:
        self._rows.append(values)
        self._told.append((row, as_written))

    def said_again(self, row: int, of_id: int, as_written: Any) -> None:
        if of_id:
            self._again.append((row, of_id, as_written))

    def write(self, tx: Transaction, table: sa.Table, columns: Sequence[str], notes: Notes) -> None:
        ids = tx.dialect.new_ids(tx.connection, table, len(self._rows)) if self._rows else ()
        rows = [(new_id, *values) for new_id, values in zip(ids, self._rows, strict=True)]
        insert_many(tx, table, ("id", *columns), rows)
        for new_id, (row, as_written) in zip(ids, self._told, strict=True):
            notes.added(row, self._what, [new_id], [as_written])
        # What another list brought and this one says too stays when that one is taken back.
        asked = {of_id for _, of_id, _ in self._again}
        change = intake_change.c
        journaled = {
            (found.of_id)
            for found in rows_with(tx, [change.of_id, change.what], change.of_id, asked)
            if found.what == self._what
        }
        for row, of_id, as_written in self._again:
            if of_id in journaled:
                notes.added(row, self._what, [of_id], [as_written])


def rank_anew(tx: Transaction, lead_id: LeadId, kinds: Collection[str]) -> None:
    """A lead that did more, or less than was thought, has another place in the queue."""
    kept = sa.select(lead.c.signals).where(lead.c.id == lead_id)
    before = signals_from(tx.connection.execute(kept).scalar_one())
    did = tuple(Touchpoint(kind=TouchpointKind(kind), says="") for kind in sorted(kinds))
    signals = replace(signals_of(before.source, did), referred=before.referred)
    tx.connection.execute(
        lead.update().where(lead.c.id == lead_id).values(signals=signals_json(signals))
    )


def _no_longer_research(tx: Transaction, row: int, lead_id: LeadId, notes: Notes) -> None:
    stands = tx.connection.execute(
        sa.select(lead.c.state, lead.c.state_reason).where(lead.c.id == lead_id)
    ).one()
    if stands.state == Bucket.RESEARCH.value:
        place(tx, lead_id, Bucket.WAITING)
        move_leads(tx, [lead_id], notes.list_id)
        before = {"state": stands.state, "state_reason": stands.state_reason}
        notes.changed(row, "lead", lead_id, before, {"state": Bucket.WAITING.value})


_PEOPLE: sa.BindParameter[list[int]] = sa.bindparam("people", expanding=True)
_LEADS_OF = sa.select(lead.c.id).where(lead.c.contact_id.in_(_PEOPLE))
