"""All that a forecast is made from, read in one short look; nothing is worked out in it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.law import Law
from qualdesk.core.lead_groups import Groups
from qualdesk.core.members import Member
from qualdesk.core.odds import Odds
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.times import local_time
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.store import believed
from qualdesk.store import campaigns as kept
from qualdesk.store.database import Transaction
from qualdesk.store.forecast_reading import (
    CallsMade,
    CellKept,
    OpenLeads,
    calls_made,
    cells_of,
    moved_to,
    open_leads,
    seen_at,
)
from qualdesk.store.legal import law_of
from qualdesk.store.members import members
from qualdesk.store.overrides import word_on
from qualdesk.store.tally import kept_counts

_AT_WORK = timedelta(days=14)


@frozen
class Material:
    """What was read of one campaign, of its callers and of the others.

    Attributes:
        laws: the law of each cell, by its number.
        others: campaigns that can be called beside it.
        calls: the recent calls of all callers, of whatever campaign.
        moved: who was moved to one campaign alone; ``seen``: when each was last at work.
        groups: the kept counts of its leads; ``done`` when they were finished, by the quarter of
            an hour since 1970.
        loaded: leads that there are. ``giveaway_last``: giveaway leads come after all others.
    """

    at: datetime
    campaign: Campaign
    odds: Odds
    catalogue: Catalogue
    leads: tuple[OpenLeads, ...]
    cells: tuple[CellKept, ...]
    laws: Mapping[int, Law]
    members: tuple[Member, ...]
    calls: tuple[CallsMade, ...]
    moved: Mapping[str, CampaignId]
    seen: Mapping[str, datetime]
    others: tuple[Campaign, ...]
    groups: Groups
    done: Mapping[int, int]
    loaded: int
    giveaway_last: bool


def read(tx: Transaction, campaign: str | CampaignId) -> Material:
    """Read what a forecast of this campaign rests on.

    Raises:
        NotFound: there is no such campaign.
    """
    found = kept.the_campaign(tx, campaign)
    cells, people, seen = cells_of(tx, found.id), members(tx), seen_at(tx)
    since = tx.now - _AT_WORK
    names = [one.name for one in people if seen.get(one.name, since) > since]
    counts = kept_counts(tx, found.id)
    ahead = local_time(tx.now, found.window.zone).utcoffset() or timedelta()
    return Material(
        at=tx.now,
        campaign=found,
        odds=believed.odds(tx),
        catalogue=catalogue_of(tx),
        leads=tuple(open_leads(tx, found.id, ahead)),
        cells=cells,
        laws={one.id: law_of(tx, found, one.legal) for one in cells},
        members=people,
        calls=tuple(calls_made(tx, names)),
        moved=moved_to(tx),
        seen=seen,
        others=tuple(
            one
            for one in kept.campaigns(tx)
            if one.id != found.id
            and not one.is_paused
            and one.window.is_open(tx.now)
            and one.calls_may_start
        ),
        groups=counts.groups,
        done=counts.done,
        loaded=counts.total,
        giveaway_last=word_on(tx, found.id).giveaway_last,
    )
