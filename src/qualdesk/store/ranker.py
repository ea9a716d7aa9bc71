"""What leads of one kind in one cell are worth to call now, looked up and worked out once."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from qualdesk.core.calling_rules import CallHours, Interval
from qualdesk.core.calling_rules import open_hours as hours_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.index import Ahead, Outlook, Part, explained, index_of, simple_index
from qualdesk.core.traits import Interest, Traits
from qualdesk.store import believed
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.cells import AHEAD
from qualdesk.store.database import Transaction
from qualdesk.store.legal import law_of
from qualdesk.store.schema_campaigns import campaign, cell, open_hours


class Ranker:
    """Works out what stacks are worth now; what they share is looked up and worked out once.

    ``rate``: what a caller minute is taken to be worth elsewhere. ``under`` is a campaign as it
    would be with rules that are not saved.
    """

    def __init__(self, tx: Transaction, under: Campaign | None = None) -> None:
        self._tx = tx
        self._odds, self.rate = believed.odds_and_rate(tx)
        self._cells: dict[int, _Cell] = {}
        self._under = under
        self._campaigns: dict[CampaignId, Campaign] = {under.id: under} if under else {}
        self._outlooks: dict[int, Outlook] = {}

    def of(self, cell_id: int, traits: str) -> tuple[int, float]:
        """The tier and the score of leads with these traits in that cell."""
        alike = _traits(traits)
        there = self._cell(cell_id)
        last = there.giveaway_last and alike.interest is Interest.GIVEAWAY
        tier = 1 if alike.is_pinned else -1 if last else 0
        ahead = there.ahead(alike)
        if ahead is None:
            return tier, 0.0
        outlook = self._outlook(cell_id, ahead)
        return tier, index_of(self._odds, ahead, there.at, self.rate, outlook)

    def parts(self, cell_id: int, traits: Traits) -> tuple[Part, ...]:
        """What such a score is made of, in words; nothing where no hour is left."""
        there = self._cell(cell_id)
        ahead = there.ahead(traits)
        return explained(self._odds, ahead, there.at, self.rate) if ahead else ()

    def offer(self, cell_id: int, traits: str, leads: int) -> tuple[float, float] | None:
        """What a call to so many of these leads is worth, and the minutes that all of them take.

        Each is dialled until it answers or its tries are used up. None where no hour is left.
        """
        there = self._cell(cell_id)
        ahead = there.ahead(_traits(traits))
        if ahead is None or not ahead.tries_left:
            return None
        outlook = self._outlook(cell_id, ahead)
        answer, _, minutes = outlook.chances(ahead.traits)
        dials = (1 - (1 - answer) ** ahead.tries_left) / answer if answer else ahead.tries_left
        return simple_index(self._odds, ahead, there.at, outlook), leads * dials * minutes

    @property
    def minutes_open(self) -> float:
        """The time ahead in which any of the cells looked at is open, for one caller."""
        total, reached = timedelta(), self._tx.now
        spans = sorted({span for there in self._cells.values() for span in there.opens})
        for span in spans:
            start = max(span.opens_at, reached)
            if span.closes_at > start:
                total += span.closes_at - start
                reached = span.closes_at
        return total / timedelta(minutes=1)

    def _outlook(self, cell_id: int, ahead: Ahead) -> Outlook:
        if cell_id not in self._outlooks:
            self._outlooks[cell_id] = Outlook(self._odds, ahead, self._cell(cell_id).at)
        return self._outlooks[cell_id]

    def _cell(self, cell_id: int) -> "_Cell":
        if cell_id not in self._cells:
            self._cells[cell_id] = self._look_up(cell_id)
        return self._cells[cell_id]

    def _look_up(self, cell_id: int) -> "_Cell":
        row = self._tx.connection.execute(_CELL, {"cell_id": cell_id}).one()
        asked = {"cell_id": cell_id, "now": self._tx.now}
        opens = tuple(
            Interval(opens_at=max(span.opens_at, self._tx.now), closes_at=span.closes_at)
            for span in self._tx.connection.execute(_HOURS, asked)
        )
        plan = self._campaign(CampaignId(row.campaign_id))
        if plan is self._under or (row.of_list and not opens):
            # Of a list that is being loaded: as its hours will be once it is published, so that
            # its leads have their place at once.
            opens = self._hours_to_come(row, plan)
        return _Cell(
            campaign=plan,
            zone=row.zone_set.partition("|")[0],
            opens=opens,
            at=opens[0].opens_at if opens else self._tx.now,
            weight=row.weight_percent / 100,
            giveaway_last=row.giveaway_last,
        )

    def _campaign(self, campaign_id: CampaignId) -> Campaign:
        if campaign_id not in self._campaigns:
            self._campaigns[campaign_id] = load_campaign(self._tx, campaign_id)
        return self._campaigns[campaign_id]

    def _hours_to_come(self, row: Any, plan: Campaign) -> tuple[Interval, ...]:
        zones = tuple(row.zone_set.split("|")) if row.zone_set else ()
        law = law_of(self._tx, plan, row.legal)
        hours = CallHours(zones=zones, limits=plan.limits, window=plan.window, law=law)
        return hours_of(hours, self._tx.now, self._tx.now + AHEAD)


@frozen
class _Cell:
    """What the stacks of a cell share. ``at`` is now, or when it opens next."""

    campaign: Campaign
    zone: str
    opens: tuple[Interval, ...]
    at: datetime
    weight: float
    giveaway_last: bool

    def ahead(self, traits: Traits) -> Ahead | None:
        """Such leads and their time; None where no hour is left for them."""
        limits = self.campaign.limits_of(is_giveaway=traits.interest is Interest.GIVEAWAY)
        if not self.opens or not self.zone:
            return None
        return Ahead(
            traits=traits,
            zone=self.zone,
            opens=self.opens,
            closes_at=self.campaign.window.closes_at,
            closes_in=self.campaign.window.zone,
            tries_left=max(0, limits.max_attempts - traits.attempts),
            weight=self.weight,
            day_parts=limits.day_parts,
        )


_traits = lru_cache(maxsize=8192)(Traits.from_key)
_CELL = (
    sa.select(
        cell.c.campaign_id,
        cell.c.zone_set,
        cell.c.legal,
        cell.c.of_list,
        campaign.c.weight_percent,
        campaign.c.giveaway_last,
    )
    .join(campaign, campaign.c.id == cell.c.campaign_id)
    .where(cell.c.id == sa.bindparam("cell_id"))
)
_HOURS = (
    sa.select(open_hours.c.opens_at, open_hours.c.closes_at)
    .where(
        open_hours.c.cell_id == sa.bindparam("cell_id"),
        open_hours.c.closes_at > sa.bindparam("now"),
    )
    .order_by(open_hours.c.opens_at)
)
