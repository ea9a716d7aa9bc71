"""Somebody is named on a call: a linked lead in seconds (D5)."""

from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket, Contact, Lead, Signals
from qualdesk.core.phones import read_lines
from qualdesk.core.places import zone_candidates
from qualdesk.core.questions import check_words
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.called import Referred
from qualdesk.store import leads, queue
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.history import note as write_history
from qualdesk.store.people import (
    add_contact,
    add_email,
    add_phone,
    has_line,
    same_person,
)
from qualdesk.store.referrals import add_touchpoint, lead_of, link
from qualdesk.store.suppression_lift import covered_by

HOW = ("now", "queue", "note")
_SIGNALS = Signals(source=SourceType.REFERRAL, referred=True)


@frozen
class Named:
    """What was said about somebody: a name at least, the rest as far as it is known."""

    name: str
    title: str = ""
    number: str = ""
    email: str = ""


def refer(tx: Transaction, lead_id: LeadId, named: Named, *, how: str, caller: str) -> Referred:
    """Add who was named to the lead's campaign, or link them when they are there already.

    Raises:
        NotFound: there is no such lead.
        Refused: there is no name, ``how`` is something else, or who named them was erased.
    """
    named = _checked(named)
    if how not in HOW:
        raise Refused(tr(_HOW_ONLY, how=how, known=", ".join(HOW)))
    by = leads.load_lead(tx, lead_id)
    refuse_erased(tx, lead_id)
    if how == "note":
        _touch(tx, lead_id, _noted(named, tx, caller))
        return Referred(lead_id=None, existing=False, changes=_touched(lead_id))
    contact = _contact(by, load_campaign(tx, by.campaign_id).region, named)
    # A list that is being loaded may bring the same person at this very moment.
    tx.dialect.one_at_a_time(tx.connection, "people")
    known, is_complete = same_person(tx, contact), True
    there = None if known is None else lead_of(tx, by.campaign_id, known)
    if there == lead_id:
        raise Refused(tr("That is the person you are calling. Write who they named."))
    if known is None:
        known = add_contact(tx, contact)
    else:
        is_complete = _complete(tx, known, contact)
    new_id = there or _add(tx, by, known, contact, caller)
    if there is not None:
        _named_again(tx, there, by, contact, caller)
    if not is_complete:
        _touch(tx, new_id, _noted(named, tx, caller))
    if how == "now":
        _hold_next(tx, new_id, caller)
    write_history(tx, caller, "referred", "lead", new_id, by=lead_id, existing=bool(there))
    return Referred(lead_id=new_id, existing=bool(there), changes=_touched(lead_id, new_id))


def _checked(named: Named) -> Named:
    """What is written of them as it can be kept.

    Raises:
        Refused: there is no name.
    """
    kept = Named(
        name=check_words(named.name),
        title=check_words(named.title),
        number=check_words(named.number),
        email=check_words(named.email),
    )
    if not kept.name:
        raise Refused(tr("Who was it? Write a name, the rest can wait."))
    return kept


def _contact(by: Lead, campaign_region: str, named: Named) -> Contact:
    """Who was named, at the company of the one who named them and on the clocks known there."""
    from qualdesk.core.person_names import split_name

    theirs = by.contact
    region = theirs.country or campaign_region
    region = region or next((phone.region for phone in theirs.dialable if phone.region), "")
    lines = read_lines(named.number, region=region) if named.number else ()
    zones, basis = zone_candidates(
        country=theirs.country, subdivision=theirs.subdivision, lines=lines
    )
    first, last = split_name(named.name)
    return Contact(
        name=named.name,
        first_name=first,
        last_name=last,
        title=named.title,
        company=theirs.company,
        phones=tuple(line.phone for line in lines),
        emails=(named.email,) if named.email else (),
        country=theirs.country,
        subdivision=theirs.subdivision,
        zones=zones or theirs.zones,
        zone_basis=basis if zones else theirs.zone_basis,
    )


def _add(tx: Transaction, by: Lead, contact_id: ContactId, contact: Contact, caller: str) -> LeadId:
    """A new lead, first in line; to research while nobody has a number, never when they said no."""
    can_dial = bool(contact.dialable) or has_line(tx, contact_id)
    new_id = leads.add_lead(
        tx,
        campaign_id=by.campaign_id,
        contact_id=contact_id,
        signals=_SIGNALS,
        touchpoints=(_referred(by, tx, caller),),
        referred_by=by.id,
        bucket=Bucket.WAITING if can_dial else Bucket.RESEARCH,
        reason="" if can_dial else tr_later("There is no phone number."),
    )
    if covered_by(tx, [new_id]):
        leads.never_call(tx, new_id, tr_later("Asked not to be called"))
    return new_id


def _named_again(tx: Transaction, there: LeadId, by: Lead, contact: Contact, caller: str) -> None:
    """Link a lead of the campaign to who named it; one that waited for a number has it now."""
    link(tx, there, by.id)
    if contact.dialable:
        leads.has_number_now(tx, there)
    _touch(tx, there, _referred(by, tx, caller))


def _touch(tx: Transaction, lead_id: LeadId, point: Touchpoint) -> None:
    """Write down what was said of a lead, unless the same person has said the same already."""
    # In a team somebody named may be a lead of another: it is not read.
    lead = leads.load_leads(tx, [lead_id]).get(lead_id)
    said = lead.touchpoints if lead else ()
    if not any((one.says, one.by) == (point.says, point.by) for one in said):
        add_touchpoint(tx, lead_id, point)


def _complete(tx: Transaction, contact_id: ContactId, contact: Contact) -> bool:
    """Add to a person known already what was said now; whether all of it is with them.

    In a team somebody of another company may be a stranger to this caller.
    """
    kept = [add_phone(tx, contact_id, phone) for phone in contact.phones]
    kept += [add_email(tx, contact_id, address) for address in contact.emails]
    return all(kept)


def _hold_next(tx: Transaction, lead_id: LeadId, caller: str) -> None:
    """Keep the lead for this caller as the next one, if it is free and may be called at all."""
    stands = queue.hold_of(tx, lead_id)
    is_free = stands.state == Bucket.WAITING.value and not stands.claimed_by
    if is_free and not stands.is_loading:
        before = queue.held(tx, caller, "next")
        if before is not None:
            # Only one can come next. Who was named before stands at the head of the queue.
            queue.let_go_ahead(tx, caller)
        queue.claim_lead(tx, lead_id, caller, "next")


def _referred(by: Lead, tx: Transaction, caller: str) -> Touchpoint:
    says = f"Referred by {by.contact.name}"
    return Touchpoint(kind=TouchpointKind.OTHER, says=says, at=tx.now, by=caller)


def _noted(named: Named, tx: Transaction, caller: str) -> Touchpoint:
    parts = (named.name, named.title, named.number, named.email)
    says = "Named " + ", ".join(part for part in parts if part)
    return Touchpoint(kind=TouchpointKind.NOTE, says=says, at=tx.now, by=caller)


def _touched(*leads_touched: LeadId) -> Changes:
    return Changes(leads=frozenset(leads_touched), queue=True)


_HOW_ONLY = tr_later("Referrals are for: {known}. “{how}” is none of them.")
