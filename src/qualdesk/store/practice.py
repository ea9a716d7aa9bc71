"""The leads of a practice workspace, by the people they are played as."""

from collections.abc import Mapping

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.store.database import Transaction
from qualdesk.store.schema_leads import lead


def leads_by_key(tx: Transaction, campaign_id: CampaignId) -> Mapping[str, LeadId]:
    """The leads of a campaign that carry a key from outside, by that key."""
    query = sa.select(lead.c.external_id, lead.c.id).where(
        lead.c.campaign_id == campaign_id, lead.c.external_id != ""
    )
    return {row.external_id: LeadId(row.id) for row in tx.connection.execute(query)}
