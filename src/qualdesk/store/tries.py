"""The earlier calls to a person, as far as a law that limits them looks back."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.leads import Lead
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead


def tries_of(tx: Transaction, one: Lead, client: str, within: timedelta) -> tuple[datetime, ...]:
    """When a client's callers dialled the person behind a lead, in any campaign, within a span.

    Every call that was made counts, also one whose outcome was undone. Nothing is looked up for
    an empty span.
    """
    if not within:
        return ()
    asked = {"contact_id": one.contact.id, "client": client, "since": tx.now - within}
    return tuple(tx.connection.scalars(_TRIED, asked))


_TRIED = (
    sa.select(attempt.c.started_at)
    .join_from(lead, attempt, attempt.c.lead_id == lead.c.id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .where(
        lead.c.contact_id == sa.bindparam("contact_id"),
        campaign.c.client == sa.bindparam("client"),
        attempt.c.number != "",
        attempt.c.started_at > sa.bindparam("since"),
    )
    .order_by(attempt.c.started_at)
)
