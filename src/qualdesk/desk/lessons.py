"""What is learned from what sales said: why leads came back, and what a taken one has cost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from qualdesk.core.campaigns import Campaign
from qualdesk.core.costs import SourceCost
from qualdesk.core.ids import CampaignId
from qualdesk.core.left_leads import EVERYTHING, Scope, in_period, period_named
from qualdesk.core.lessons import WhyBack, why_back_of
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.desk.shown_people import shown_people
from qualdesk.desk.versions import definition_version
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import campaigns as kept
from qualdesk.store.costs import Spent, spent
from qualdesk.store.database import Store, Transaction
from qualdesk.store.left_leads import Conversations, left_leads


class Lessons:
    """Reports for supervisors and marketing. They read everything and change nothing."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def why_back(self, scope: Scope = EVERYTHING) -> WhyBack:
        """Why leads came back, by criterion, caller, list and source (F4).

        Callers are by seat where names are switched off.

        A period counts by the day of the answer on the campaign's clock. Leads still with sales
        belong to none: they are counted only where no period is asked for.

        Raises:
            NotFound: there is no such campaign, or no campaign is of that client.
            Refused: the period is none.
        """
        period = period_named(scope.period)
        with self._store.reading() as tx:
            some = campaigns_in(tx, scope)
            left = left_leads(tx, list(some), conversations(tx))
            labels = {one: _criteria(tx, its) for one, its in some.items()}
        found = why_back_of(in_period(left, period, some), some, labels)
        names = (one.name for one in found.callers)
        shown = shown_people(self._store, self._store.clock, self._caller, names)
        callers = (replace(one, name=shown.get(one.name, one.name)) for one in found.callers)
        return replace(found, callers=tuple(callers))

    def cost(self, scope: Scope = EVERYTHING) -> tuple[SourceCost, ...]:
        """What the leads of each campaign have cost since it began, the newest first (S3).

        A period means nothing here: a list is paid for once.

        Raises:
            NotFound: there is no such campaign, or no campaign is of that client.
        """
        with self._store.reading() as tx:
            some = campaigns_in(tx, scope)
            found = spent(tx)
        return tuple(_cost(its, found.get(one, Spent())) for one, its in some.items())


def campaigns_in(tx: Transaction, scope: Scope) -> dict[CampaignId, Campaign]:
    """The campaigns that are looked at, the newest first.

    Raises:
        NotFound: there is no such campaign, or no campaign is of that client.
    """
    if scope.campaign is not None:
        one = kept.the_campaign(tx, scope.campaign)
        return {one.id: one}
    some: Sequence[Campaign] = kept.campaigns(tx)
    if scope.client is not None:
        client = kept.client_named(tx, scope.client)
        some = [one for one in some if one.client == client]
    return {one.id: one for one in some}


def conversations(tx: Transaction) -> Conversations:
    """Which outcomes make a lead somebody's, by this workspace's catalogue and the shipped one."""
    known = {one.code: one for one in (*shipped_outcomes(), *catalogue_of(tx))}.values()
    return Conversations(
        qualifies=frozenset(one.code for one in known if one.qualifies),
        counts=frozenset(one.code for one in known if one.contacted and one.eligible),
    )


def _criteria(tx: Transaction, campaign: Campaign) -> Mapping[str, str]:
    """The criteria of a campaign as people call them, by their id."""
    definition = definition_version(tx, campaign.definition_version_id)
    return {one.id: one.label for one in definition.criteria} if definition else {}


def _cost(campaign: Campaign, came_to: Spent) -> SourceCost:
    source, hour = campaign.source, campaign.handoff.hour_cost
    said = source.cost if source else None
    return SourceCost(
        campaign=campaign.id,
        name=campaign.name,
        client=campaign.client,
        type=campaign.source_type,
        loaded=came_to.loaded,
        giveaway=came_to.giveaway,
        handed=came_to.handed,
        taken=came_to.taken,
        won=came_to.won,
        list_cost=None if said is None else Decimal(str(said)),
        currency=source.currency if source else "",
        called=came_to.called,
        hour_cost=None if hour is None else Decimal(str(hour)),
    )
