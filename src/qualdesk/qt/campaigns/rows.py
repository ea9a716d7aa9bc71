"""The rows of the table of campaigns: what is counted, what is missing, what each works by."""

from qualdesk.core.campaigning import CampaignSetup
from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.settled import named


@frozen
class CampaignRow:
    """One campaign as the table shows it."""

    setup: CampaignSetup
    leads: int
    called: int

    @property
    def campaign(self) -> Campaign:
        """The campaign."""
        return self.setup.campaign

    @property
    def source(self) -> str:
        """Where its leads come from."""
        return self.campaign.source.type.label if self.campaign.source else tr("Not said yet")

    @property
    def script(self) -> str:
        """What callers read from, empty while there is nothing."""
        found = self.setup.script
        return named(found.name, found.version) if found else ""

    @property
    def definition(self) -> str:
        """What leads are judged by, empty while there is nothing."""
        found = self.setup.definition
        return named(found.name, found.version) if found else ""

    @property
    def standing(self) -> str:
        """Where it stands, in a few words."""
        paused = tr("Paused") if self.campaign.is_paused else tr("Calls can start")
        return self.setup.says or paused


@frozen
class Waits:
    """What waits for whoever looks, a sentence, and the definition it is about.

    Attributes:
        campaign: one that works by the definition; else the newest there is, None without any.
    """

    says: str
    definition: str
    campaign: Campaign | None


@frozen
class LookedOver:
    """All campaigns, the newest first, and what waits for whoever looks."""

    rows: tuple[CampaignRow, ...]
    waiting: tuple[Waits, ...]


def look_over(desk: Desk) -> LookedOver:
    """Ask for all campaigns."""
    rows = tuple(
        CampaignRow(
            setup=desk.campaigning.setup(one.campaign.id), leads=one.leads, called=one.called
        )
        for one in desk.library.campaigns()
    )
    return LookedOver(rows=rows, waiting=what_waits(desk))


def what_waits(desk: Desk) -> tuple[Waits, ...]:
    """Ask what waits for this desk's person."""
    waiting = [
        (entry, says)
        for entry in desk.definitions.entries()
        for says in desk.definitions.waiting(desk.caller, entry.id)
    ]
    if not waiting:
        return ()
    campaigns = [one.campaign for one in desk.library.campaigns()]
    return tuple(
        Waits(
            says=says,
            definition=entry.id,
            campaign=next(
                (one for one in campaigns if one.name in entry.campaigns),
                next(iter(campaigns), None),
            ),
        )
        for entry, says in waiting
    )
