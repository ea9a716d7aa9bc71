"""The leads of a campaign that are nurtured, with the yes to mails each of them gave."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.nurture import GivenYes, Nurtured
from qualdesk.core.times import local_time
from qualdesk.store.beside import beside_many
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.regions import regions_of
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_desk import opt_in
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact, contact_email
from qualdesk.store.suppression_lift import covered_by


def nurtured(tx: Transaction, of: Campaign) -> Iterator[tuple[Nurtured, bool]]:
    """Every lead of the campaign that is nurtured, and whether they may be contacted at all.

    Whoever asked not to be called, by any of their numbers and addresses, or was erased, may not.
    """
    query = _LEADS.where(lead.c.campaign_id == of.id, lead.c.state == Bucket.NURTURE.value)
    for some in chunks(tx.connection.execute(query.order_by(lead.c.id)).all()):
        ids = [LeadId(row.id) for row in some]
        stopped = covered_by(tx, ids)
        given, emails = beside_many(tx, ids), _emails(tx, ids)
        withdrew = _withdrew(tx, of.client, ids)
        for row in some:
            yes = given[row.id].opt_ins if row.id in given else ()
            one = _nurtured(row, of, emails.get(row.id, ""), has_withdrawn=row.id in withdrew)
            newest = max(yes, key=lambda each: (each.given_at, each.id), default=None)
            if newest is not None:
                one = _with_yes(one, newest)
            yield one, row.id not in stopped and row.erased_at is None


def still_nurtured(tx: Transaction, of: Campaign) -> dict[LeadId, GivenYes | None]:
    """Who may still be contacted at this moment, each with the yes that stands now."""
    return {one.lead_id: one.yes for one, may in nurtured(tx, of) if may}


def regions_of_nurtured(tx: Transaction, of: Campaign) -> frozenset[str]:
    """Where those who are nurtured live and are called, as ISO codes."""
    theirs = sa.select(lead.c.contact_id).where(
        lead.c.campaign_id == of.id, lead.c.state == Bucket.NURTURE.value
    )
    return regions_of(tx, theirs)


def _with_yes(one: Nurtured, given: Any) -> Nurtured:
    yes = GivenYes(
        address=given.address,
        wording=given.wording,
        language=given.language,
        given_at=given.given_at,
        asked_by=given.asked_by,
    )
    return replace(one, yes=yes)


def _nurtured(row: Any, of: Campaign, email: str, *, has_withdrawn: bool) -> Nurtured:
    until = local_time(row.wake_at, of.window.zone).date() if row.wake_at else None
    return Nurtured(
        lead_id=LeadId(row.id),
        external_id=row.external_id,
        name=row.name,
        first_name=row.first_name or "",
        last_name=row.last_name or "",
        title=row.title or "",
        company=row.company or "",
        email=email,
        country=row.country or "",
        languages=tuple(row.languages or ()),
        source=of.source_type.value if of.source else "",
        track=row.nurture_track,
        until=until,
        why=row.state_reason,
        has_withdrawn=has_withdrawn,
    )


def _emails(tx: Transaction, ids: list[LeadId]) -> dict[int, str]:
    """The first address of each lead's person."""
    query = (
        sa.select(lead.c.id, contact_email.c.address)
        .join(contact_email, contact_email.c.contact_id == lead.c.contact_id)
        .where(lead.c.id.in_(ids))
        .order_by(lead.c.id, contact_email.c.position.desc())
    )
    return {row.id: row.address for row in tx.connection.execute(query)}


def _withdrew(tx: Transaction, client: str, ids: list[LeadId]) -> set[int]:
    """Whose person took a yes back that they had given to this client."""
    given_at, given_to = lead.alias("given_at"), campaign.alias("given_to")
    query = (
        sa.select(lead.c.id)
        .join(opt_in, opt_in.c.contact_id == lead.c.contact_id)
        .join(given_at, given_at.c.id == opt_in.c.lead_id)
        .join(given_to, given_to.c.id == given_at.c.campaign_id)
        .where(
            lead.c.id.in_(ids),
            opt_in.c.withdrawn_at.is_not(None),
            given_to.c.client == client,
        )
    )
    return set(tx.connection.scalars(query))


_LEADS = (
    sa.select(
        *(lead.c[name] for name in ("id", "external_id", "state_reason", "wake_at")),
        lead.c.nurture_track,
        *(contact.c[name] for name in ("name", "first_name", "last_name", "title")),
        *(contact.c[name] for name in ("country", "languages", "erased_at")),
        company.c.name.label("company"),
    )
    .join_from(lead, contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
)
