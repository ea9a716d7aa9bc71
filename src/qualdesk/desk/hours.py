"""When a lead may be called: its clocks, its campaign's hours, and the law for such a person."""

from qualdesk.core.calling_rules import CallHours
from qualdesk.core.campaigns import Campaign
from qualdesk.core.leads import Lead


def call_hours(lead: Lead, campaign: Campaign) -> CallHours:
    """All that says when the lead may be called."""
    return CallHours(
        zones=lead.contact.zones,
        limits=campaign.limits,
        window=campaign.window,
        zone_basis=lead.contact.zone_basis,
    )
