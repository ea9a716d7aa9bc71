"""Plain functions that make things for tests, each with defaults that need no thought."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from qualdesk.core.campaigns import REHEARSAL, Campaign, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import CampaignId, CompanyId, ContactId, LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.rules import Audience
from qualdesk.core.sources import ALWAYS, SourceCard, SourceType
from qualdesk.store import campaigns, erasing, leads
from qualdesk.store.database import Transaction
from qualdesk.store.mentions import find_mentions
from qualdesk.store.schema import company, contact, contact_email, contact_phone
from qualdesk.store.search_words import keep_companies, keep_names
from qualdesk.store.suppression import fingerprints

# A Tuesday in Berlin, 10:24 on the clock there.
MORNING = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
BERLIN = "Europe/Berlin"
_numbers = count(1)


def make_clock(at: datetime = MORNING) -> SetClock:
    return SetClock(at)


def make_card(**said: Any) -> SourceCard:
    """A source card that lacks nothing; what is given stands in place of its own answers."""
    return replace(REHEARSAL, **said)


def make_campaign(tx: Transaction, name: str = "", **plan: Any) -> Campaign:
    """A campaign that calls may start in; ``source=None`` for one that they may not."""
    plan.setdefault("source", REHEARSAL)
    # As a campaign made by a program is: no law for consumers stops what it did not ask for.
    plan.setdefault("audience", Audience.BUSINESS)
    window = plan.setdefault("window", ALWAYS)
    plan["window"] = window if window.is_said else replace(window, has_no_end=True)
    return campaigns.add_campaign(
        tx, CampaignPlan(name=name or f"Spring fair {next(_numbers)}", **plan)
    )


def make_contact(
    tx: Transaction,
    name: str = "",
    *,
    company_name: str = "",
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    kind: str = "direct",
    state: str = "valid",
    zones: Iterable[str] = (BERLIN,),
) -> ContactId:
    """A person with a number of their own, unless numbers are given."""
    number = next(_numbers)
    name = name or f"Person {number}"
    prints = fingerprints(tx)
    company_key = company_name.casefold()
    new_id = tx.connection.scalar(
        contact.insert()
        .values(
            company_id=_company(tx, company_name) if company_name else None,
            name=name,
            name_key=name.casefold(),
            fingerprint=prints.person(name.casefold(), company_key),
            languages=[],
            zones=list(zones),
        )
        .returning(contact.c.id)
    )
    keep_names(tx, [(new_id, name.casefold())])
    for position, e164 in enumerate(phones or (f"+493023125{number:03}",)):
        tx.connection.execute(
            contact_phone.insert().values(
                contact_id=new_id,
                position=position,
                raw=e164,
                state=state,
                e164=e164,
                kind=kind,
                shown=e164,
                fingerprint=prints.number(e164),
            )
        )
    for position, address in enumerate(emails):
        tx.connection.execute(
            contact_email.insert().values(
                contact_id=new_id,
                position=position,
                address=address,
                key=address.casefold(),
                fingerprint=prints.email(address.casefold()),
            )
        )
    return ContactId(new_id)


def make_lead(
    tx: Transaction,
    campaign: Campaign | CampaignId,
    contact_id: ContactId | None = None,
    *,
    signals: Signals | None = None,
    zones: Iterable[str] = (BERLIN,),
    **lead: Any,
) -> LeadId:
    """A lead in Berlin with nothing special about it."""
    campaign_id = campaign.id if isinstance(campaign, Campaign) else campaign
    lead.setdefault("touchpoints", ())
    if contact_id is None:
        contact_id = make_contact(tx, zones=zones)
    else:
        lives = contact.update().where(contact.c.id == contact_id)
        tx.connection.execute(lives.values(zones=list(zones)))
    return leads.add_lead(
        tx,
        campaign_id=campaign_id,
        contact_id=contact_id,
        signals=signals or Signals(source=SourceType.TRADE_SHOW),
        **lead,
    )


def erase(tx: Transaction, lead_id: LeadId, by: str = "Rosa") -> None:
    """Erase the person of a lead, as the desk does in its transaction."""
    who = erasing.person_of(tx, lead_id)
    marks = erasing.marks_of(tx, who)
    erasing.erase(tx, who, by, marks, find_mentions(tx, marks))


def _company(tx: Transaction, name: str) -> CompanyId:
    key = name.casefold()
    found = tx.connection.scalar(
        company.select().with_only_columns(company.c.id).where(company.c.key == key)
    )
    if found is None:
        found = tx.connection.scalar(
            company.insert()
            .values(name=name, key=key, fingerprint=fingerprints(tx).company(key))
            .returning(company.c.id)
        )
        keep_companies(tx, [(found, key)])
    return CompanyId(found)
