"""What a list adds to people the workspace knows: gaps are filled, nothing is overwritten."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId, ContactId, LeadId
from qualdesk.core.leads import Bucket, PhoneState, signals_of
from qualdesk.core.priority import rank_of
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.store.bulk import insert_many, rows_with
from qualdesk.store.cells import cell_for
from qualdesk.store.database import Transaction
from qualdesk.store.drafts import TOUCHPOINT, Draft, companies_in
from qualdesk.store.leads import place, signals_from, signals_json
from qualdesk.store.people import CONTACT, EMAIL, PHONE, companies_of
from qualdesk.store.schema import company, contact, contact_email, contact_phone, lead, touchpoint
from qualdesk.store.suppression import Fingerprints

LIST_SAYS_NO = "A list says: do not contact."
_OPEN = (Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH, Bucket.NURTURE, Bucket.SENT_BACK)


@dataclass(frozen=True, kw_only=True, slots=True)
class Updated:
    """Somebody known, and what a list says of them; ``lead_id`` when they are in the campaign."""

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
    tx: Transaction, campaign: Campaign, updates: Sequence[Updated], prints: Fingerprints
) -> None:
    """Add what is new about people: empty fields, further numbers and addresses, what they did.

    A lead that waited for a number is called once the list brings one.
    """
    if not updates:
        return
    _fill_gaps(tx, updates, prints)
    reachable = _add_phones(tx, updates)
    _add_emails(tx, updates)
    _add_touchpoints(tx, campaign, [one for one in updates if one.lead_id])
    for one in updates:
        if one.lead_id and one.contact_id in reachable:
            _no_longer_research(tx, one.lead_id)


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
        person[at] = zones[who]
        research = "" if who in can_call else drafts[number].research
        known[number] = drafts[number]._replace(person=person, research=research)
    return known


def silence(
    tx: Transaction, campaign_id: CampaignId, people: Collection[ContactId]
) -> tuple[LeadId, ...]:
    """Nobody in this campaign calls people of whom a list says: do not contact. Which leads."""
    ids = list(leads_of(tx, campaign_id, people).values())
    states = {row.id: row.state for row in rows_with(tx, [lead.c.id, lead.c.state], lead.c.id, ids)}
    still_open = [one for one in ids if states[one] in {bucket.value for bucket in _OPEN}]
    for one in still_open:
        place(tx, one, Bucket.DO_NOT_CALL, reason=LIST_SAYS_NO)
    return tuple(still_open)


def _fill_gaps(tx: Transaction, updates: Sequence[Updated], prints: Fingerprints) -> None:
    ids = [one.contact_id for one in updates]
    rows = {row.id: row for row in rows_with(tx, [contact], contact.c.id, ids)}
    companies = companies_of(tx, companies_in(one.draft for one in updates), prints)
    works_at = {
        row.id: row.key
        for row in rows_with(
            tx, [company.c.id, company.c.key], company.c.id,
            {row.company_id for row in rows.values() if row.company_id},
        )
    }  # fmt: skip
    for one in updates:
        row = rows[one.contact_id]
        ours = dict(zip(CONTACT, one.draft.person, strict=True))
        values: dict[str, Any] = {
            name: value for name, value in ours.items() if value and not getattr(row, name)
        }
        for name in ("languages", "zones"):
            if name in values:
                values[name] = json.loads(values[name])
        company_key = works_at.get(row.company_id, "")
        if row.company_id is None and one.draft.company:
            company_key = one.draft.company[0]
            values["company_id"] = companies[company_key]
        if "company_id" in values or "name_key" in values:
            # Of the name and the company they have now, whichever of both the list brought.
            values["fingerprint"] = prints.person(
                values.get("name_key") or row.name_key, company_key
            )
        values = {name: value for name, value in values.items() if value}
        if values:
            tx.connection.execute(
                contact.update().where(contact.c.id == one.contact_id).values(**values)
            )
        if "zones" in values:
            _move_to_cell(tx, one.contact_id, values["zones"])


def _move_to_cell(tx: Transaction, person: ContactId, zones: Sequence[str]) -> None:
    """Where they are is known now: all their leads go to the cell of those clocks."""
    theirs = sa.select(lead.c.id, lead.c.campaign_id).where(lead.c.contact_id == person)
    for lead_id, campaign_id in tx.connection.execute(theirs).all():
        tx.connection.execute(
            lead.update()
            .where(lead.c.id == lead_id)
            .values(cell_id=cell_for(tx, CampaignId(campaign_id), zones))
        )


def _add_phones(tx: Transaction, updates: Sequence[Updated]) -> set[ContactId]:
    """Add further numbers; the people who can be dialled on one of them."""
    have: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    ids = [one.contact_id for one in updates]
    for row in rows_with(tx, [contact_phone], contact_phone.c.contact_id, ids):
        have[row.contact_id].add((row.e164 or row.raw, row.extension))
    rows, reachable = [], set()
    for one in updates:
        theirs = have[one.contact_id]
        for values in one.draft.phones:
            phone = dict(zip(PHONE, values, strict=True))
            key = (phone["e164"] or phone["raw"], phone["extension"])
            if key not in theirs:
                rows.append((one.contact_id, len(theirs), *values))
                theirs.add(key)
                if PhoneState(phone["state"]).is_dialable:
                    reachable.add(one.contact_id)
    insert_many(tx, contact_phone, ("contact_id", "position", *PHONE), rows)
    return reachable


def _add_emails(tx: Transaction, updates: Sequence[Updated]) -> None:
    have: defaultdict[int, set[str]] = defaultdict(set)
    ids = [one.contact_id for one in updates]
    for row in rows_with(tx, [contact_email], contact_email.c.contact_id, ids):
        have[row.contact_id].add(row.key)
    rows = []
    for one in updates:
        theirs = have[one.contact_id]
        for values in one.draft.emails:
            key = values[EMAIL.index("key")]
            if key not in theirs:
                rows.append((one.contact_id, len(theirs), *values))
                theirs.add(key)
    insert_many(tx, contact_email, ("contact_id", "position", *EMAIL), rows)


def _add_touchpoints(tx: Transaction, campaign: Campaign, updates: Sequence[Updated]) -> None:
    have: defaultdict[int, set[tuple[str, str, datetime | None]]] = defaultdict(set)
    ids = [one.lead_id for one in updates]
    for row in rows_with(tx, [touchpoint], touchpoint.c.lead_id, ids):
        have[row.lead_id].add((row.kind, row.says, row.at))
    rows = []
    for one in updates:
        assert one.lead_id is not None
        theirs, fresh = have[one.lead_id], False
        for kind, says, at, *rest in one.draft.touchpoints:
            when = datetime.fromisoformat(at) if at else None
            if (kind, says, when) not in theirs:
                theirs.add((kind, says, when))
                moment = tx.dialect.moment(when) if when else None
                rows.append((one.lead_id, kind, says, moment, *rest))
                fresh = True
        if fresh:
            _rank_anew(tx, campaign, one.lead_id, {kind for kind, _, _ in theirs})
    insert_many(tx, touchpoint, ("lead_id", *TOUCHPOINT), rows)


def _rank_anew(tx: Transaction, campaign: Campaign, lead_id: LeadId, kinds: set[str]) -> None:
    """A lead that did more has another place in the queue."""
    row = tx.connection.execute(
        sa.select(lead.c.signals, lead.c.attempts).where(lead.c.id == lead_id)
    ).one()
    before = signals_from(row.signals)
    did = tuple(Touchpoint(kind=TouchpointKind(kind), says="") for kind in sorted(kinds))
    signals = replace(
        signals_of(before.source or campaign.source_type, did), referred=before.referred
    )
    tx.connection.execute(
        lead.update()
        .where(lead.c.id == lead_id)
        .values(signals=signals_json(signals), rank=rank_of(signals, row.attempts))
    )


def _no_longer_research(tx: Transaction, lead_id: LeadId) -> None:
    state = tx.connection.scalar(sa.select(lead.c.state).where(lead.c.id == lead_id))
    if state == Bucket.RESEARCH.value:
        place(tx, lead_id, Bucket.WAITING)
