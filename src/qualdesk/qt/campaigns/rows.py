"""The rows of the table of campaigns: what is counted, and the names of what each works by."""

from dataclasses import dataclass

from qualdesk.core.campaigns import Campaign
from qualdesk.desk import Desk


@dataclass(frozen=True, kw_only=True, slots=True)
class CampaignRow:
    """One campaign as the table shows it; ``script`` and ``definition`` empty while it has none."""

    campaign: Campaign
    leads: int
    called: int
    script: str = ""
    definition: str = ""

    @property
    def source(self) -> str:
        """Where its leads come from."""
        return self.campaign.source.type.label if self.campaign.source else "Not said yet"


def campaign_rows(desk: Desk) -> tuple[CampaignRow, ...]:
    """All campaigns, the newest first."""
    rows = []
    for one in desk.library.campaigns():
        script = desk.library.script(one.campaign.id)
        definition = desk.library.definition(one.campaign.id)
        rows.append(
            CampaignRow(
                campaign=one.campaign,
                leads=one.leads,
                called=one.called,
                script=f"{script.name}, version {script.version}" if script else "",
                definition=f"{definition.name}, version {definition.version}" if definition else "",
            )
        )
    return tuple(rows)
