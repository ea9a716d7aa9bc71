"""Leads at one company: who else is there, who called them, and what came of it."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from qualdesk.core.company import Colleague
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.store import look_ups
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company_talk, contact


def colleagues_of(
    tx: Transaction, lead_id: LeadId, labels: Mapping[str, str], *, most: int
) -> tuple[Colleague, ...]:
    """The other people at a lead's company, those called last first; ``most`` of them.

    Only leads of the same client. Who is a lead of several campaigns is listed once.
    ``labels`` are the words of what a call can end with.
    """
    found: dict[int, Colleague] = {}
    for row in quick_rows(tx, _COLLEAGUES, {"of_lead": lead_id, "most": most}):
        is_held = row.claimed_by and row.claim_kind == "open" and row.claim_until > tx.now
        ended = labels.get(row.outcome or "", "") or Bucket(row.state).label
        found.setdefault(
            row.contact_id,
            Colleague(
                lead_id=LeadId(row.id),
                name=row.name,
                title=row.title,
                called_at=row.started_at,
                called_by=row.caller or "",
                ended=ended,
                held_by=row.claimed_by if is_held else "",
            ),
        )
    return tuple(found.values())


def colleagues_named(
    tx: Transaction, lead_id: LeadId, labels: Mapping[str, str]
) -> tuple[tuple[Colleague, ...], int]:
    """The same for a caller of a team: the first few, by name, and how many there are."""
    rows = look_ups.company_strip(tx, lead_id)
    found = tuple(
        Colleague(
            lead_id=LeadId(of_lead),
            name=name,
            title="",
            called_at=tx.dialect.instant(called_at),
            called_by=called_by,
            ended=labels.get(outcome, "") or Bucket(state).label,
            held_by=held_by,
        )
        for of_lead, _, name, state, called_at, called_by, outcome, held_by, _ in rows
    )
    return found, rows[0][-1] if rows else 0


def talks_until(tx: Transaction, lead_id: LeadId, caller: str) -> datetime | None:
    """Until when the lead's company is in conversation with this caller; None when it is not."""
    row = quick_row(tx, _TALK, {"of_lead": lead_id, "by": caller, "now": tx.now})
    return row.until if row else None


_THEIRS, _MINE = contact.alias("theirs"), lead.alias("mine")
_OURS = campaign.alias("ours")
_IS_CALL = sa.or_(attempt.c.number != sa.literal_column("''"), attempt.c.is_incoming)
_LAST = (
    sa.select(attempt.c.id)
    .where(attempt.c.lead_id == lead.c.id, _IS_CALL)
    .order_by(attempt.c.started_at.desc())
    .limit(1)
    .correlate(lead)
    .scalar_subquery()
)
_COLLEAGUES = (
    sa.select(
        lead.c.id,
        lead.c.contact_id,
        lead.c.state,
        lead.c.claimed_by,
        lead.c.claim_kind,
        lead.c.claim_until,
        contact.c.name,
        contact.c.title,
        attempt.c.started_at,
        attempt.c.caller,
        attempt.c.outcome,
    )
    .join_from(_MINE, _THEIRS, _THEIRS.c.id == _MINE.c.contact_id)
    .join(_OURS, _OURS.c.id == _MINE.c.campaign_id)
    .join(contact, contact.c.company_id == _THEIRS.c.company_id)
    .join(lead, lead.c.contact_id == contact.c.id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .outerjoin(attempt, attempt.c.id == _LAST)
    .where(
        _MINE.c.id == sa.bindparam("of_lead"),
        contact.c.id != _THEIRS.c.id,
        contact.c.erased_at.is_(None),
        campaign.c.client == _OURS.c.client,
    )
    .order_by(attempt.c.started_at.desc().nulls_last(), lead.c.id)
    .limit(sa.bindparam("most"))
)
_TALK = (
    sa.select(company_talk.c.until)
    .join_from(lead, contact, contact.c.id == lead.c.contact_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .join(
        company_talk,
        sa.and_(
            company_talk.c.company_id == contact.c.company_id,
            company_talk.c.client == campaign.c.client,
        ),
    )
    .where(
        lead.c.id == sa.bindparam("of_lead"),
        company_talk.c.caller == sa.bindparam("by"),
        company_talk.c.until > sa.bindparam("now"),
    )
)
