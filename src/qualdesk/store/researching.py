"""Leads that stay for a while with who looks something up, and their way back to the queue."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.research import TIMES, Researched, back_reason
from qualdesk.core.wording import tr_later
from qualdesk.store.acts import act
from qualdesk.store.database import Transaction
from qualdesk.store.leads import place
from qualdesk.store.people import load_contact
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact

# Research that ended longer ago is nobody's any more, whatever became of it.
_LOOKED_BACK = max(TIMES) + timedelta(hours=1)


def researched_by(tx: Transaction, caller: str) -> tuple[Researched, ...]:
    """The leads that somebody looks something up about now, the first to end first."""
    asked = {"caller": caller, "now": tx.now, "since": tx.now - _LOOKED_BACK}
    return tuple(
        Researched(
            lead_id=LeadId(row.id),
            name=row.name,
            company=row.company or "",
            until=row.wake_at,
            says=row.state_reason,
        )
        for row in quick_rows(tx, _RESEARCHED_BY, asked)
    )


def bring_back(tx: Transaction) -> None:
    """Put the leads back into the queue whose time for research is over.

    Those nobody found a number for wait for somebody to find one; those whose tries are used up
    are not reached.
    """
    query = (
        sa.select(
            lead.c.id, lead.c.contact_id, lead.c.state_reason, lead.c.attempts,
            lead.c.signals, campaign.c.max_attempts, campaign.c.giveaway_attempts,
        )
        .join(campaign, campaign.c.id == lead.c.campaign_id)
        .where(*_IN_RESEARCH, lead.c.claimed_by.is_(None), lead.c.wake_at <= tx.now)
        .with_for_update(of=lead, skip_locked=True)
    )  # fmt: skip
    for row in tx.connection.execute(query).all():
        reason = back_reason(row.state_reason)
        bucket = Bucket.WAITING
        if not load_contact(tx, ContactId(row.contact_id)).dialable:
            bucket = Bucket.RESEARCH
        elif row.attempts >= _most(row):
            bucket, reason = Bucket.UNREACHABLE, tr_later("Tries used up")
        place(tx, LeadId(row.id), bucket, reason=reason)


def _most(row: Any) -> int:
    """How often this lead is dialled at most."""
    is_less = row.giveaway_attempts is not None and bool(row.signals.get("giveaway_only"))
    return min(row.max_attempts, row.giveaway_attempts) if is_less else int(row.max_attempts)


_IN_RESEARCH = (lead.c.state == Bucket.RESEARCH.value, lead.c.wake_at.is_not(None))
_THEIRS = sa.select(attempt.c.lead_id).where(
    attempt.c.caller == sa.bindparam("caller"), attempt.c.ended_at > sa.bindparam("since")
)
# Beyond: nobody has a lead in hand that rests while somebody looks something up about it.
_RESEARCHED_BY = act(
    "researched_by",
    sa.select(
        *(lead.c[name] for name in ("id", "wake_at", "state_reason")),
        contact.c.name,
        company.c.name.label("company"),
    )
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(
        lead.c.id.in_(_THEIRS),
        lead.c.callback_owner == sa.bindparam("caller"),
        *_IN_RESEARCH,
        lead.c.wake_at > sa.bindparam("now"),
    )
    .order_by(lead.c.wake_at, lead.c.id),
    beyond=True,
)
