"""The order of the stacks: what a call from each is worth, by the quarter of an hour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from qualdesk.core.calling_rules import CallHours, Interval
from qualdesk.core.calling_rules import open_hours as hours_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId
from qualdesk.core.index import Ahead, Outlook, Part, explained, going_rate, index_of, simple_index
from qualdesk.core.traits import Interest, Traits
from qualdesk.store import believed
from qualdesk.store.bulk import chunks
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.cells import AHEAD
from qualdesk.store.database import Transaction
from qualdesk.store.legal import law_of
from qualdesk.store.queue_sql import statement
from qualdesk.store.schema import campaign, cell, lead, member, open_hours, stack, workspace

QUARTER = timedelta(minutes=15)
# A claim puts up with an order this old before it has the stacks ranked itself.
STALE = timedelta(hours=1)
WRITTEN_AT_ONCE = 500
WITHIN_A_CLAIM = 200
# A stack that nobody comes to before the next ranking can wait for that, with time to spare.
_SOON = 2 * QUARTER
# Whoever was seen at work within this time counts as somebody who calls here.
_AT_WORK = timedelta(days=7)
_RANKED_AT, _ALL_RANKED_AT = "ranked_at", "all_ranked_at"
# What moves a score by less is the last digit of a sum.
_NOTHING = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """Where a stack stands: ``tier`` before ``score``, qualified conversations per minute.

    ``is_moved``: not where it stood before.
    """

    stack_id: int
    tier: int
    score: float
    is_moved: bool = True


def rank(tx: Transaction, campaign_id: CampaignId | None = None) -> None:
    """Put all stacks in order for now, or those of one campaign, whose weight has changed."""
    mine = () if campaign_id is None else (cell.c.campaign_id == campaign_id,)
    write(tx, _ranked(Ranker(tx), tx.connection.execute(_STACKS.where(*mine)).all()))
    if campaign_id is None:
        ended(tx, is_whole=True)


def rank_some(tx: Transaction, at_most: int = WITHIN_A_CLAIM) -> None:
    """Put so many of the stacks in order whose order is old, the best first.

    For a claim where no keeper runs: a small floor is done at once, on a large one nobody waits
    long and the next claims go on. Those are left out that nobody comes to while the order holds.
    """
    best = (stack.c.tier.desc(), stack.c.score.desc(), stack.c.id)
    due = _SOONEST.where(_ranked_before(tx, tx.now - STALE + QUARTER)).order_by(*best)
    rows = tx.connection.execute(due.limit(at_most), _until(tx, STALE)).all()
    write(tx, _ranked(Ranker(tx), rows))
    if len(rows) < at_most:
        ended(tx)


def all_of_them(tx: Transaction) -> tuple[list[Ranked], float]:
    """Where each stack stands now, and what a caller minute is worth elsewhere; only looks."""
    ranker = Ranker(tx)
    rows = tx.connection.execute(_STACKS).all()
    rate = ranker.rate = _rate(tx, ranker, rows)
    return _ranked(ranker, rows), rate


def soonest(tx: Transaction) -> list[Ranked]:
    """Where those stand that a claim can come to before the next ranking; only looks.

    Their hours are open by then, and a lead is ready, in somebody's hands, or has rested.
    """
    return _ranked(Ranker(tx), tx.connection.execute(_SOONEST, _until(tx, _SOON)).all())


def left_behind(tx: Transaction) -> list[Ranked]:
    """Where those of them stand that the last ranking left out: a lead came into them since."""
    quarter = datetime.fromtimestamp(_quarter(tx.now) * QUARTER.total_seconds(), UTC)
    rows = tx.connection.execute(
        _SOONEST.where(_ranked_before(tx, quarter)), _until(tx, timedelta())
    ).all()
    return _ranked(Ranker(tx), rows) if rows else []


def write(tx: Transaction, ranked: Sequence[Ranked]) -> None:
    """Keep the order of these stacks; a stack that is gone meanwhile stays gone."""
    # By their number, so that two keepers never wait for each other.
    rows = [
        {"of_stack": one.stack_id, "to_tier": one.tier, "to_score": one.score, "at": tx.now}
        for one in sorted(ranked, key=lambda one: one.stack_id)
        if one.is_moved
    ]
    if rows:
        tx.connection.execute(_WRITE, rows)
    for some in chunks([one.stack_id for one in ranked if not one.is_moved]):
        # One that another keeper is just writing is in order without this.
        free = sa.select(stack.c.id).where(stack.c.id.in_(some)).with_for_update(skip_locked=True)
        seen = stack.update().where(stack.c.id.in_(free)).values(ranked_at=tx.now)
        tx.connection.execute(seen)


def ended(tx: Transaction, at: datetime | None = None, *, is_whole: bool = False) -> None:
    """Note that the stacks are in the order of ``at``, or of now; ``is_whole``: all of them."""
    at = at or tx.now
    believed.keep(tx, _RANKED_AT, at.isoformat())
    if is_whole:
        believed.keep(tx, _ALL_RANKED_AT, at.isoformat())


def is_old(tx: Transaction, ranked_at: str | None, within: timedelta = STALE) -> bool:
    """Whether the order is older than that, or of a time still to come, as after a clock jumped."""
    if not ranked_at:
        return True
    age = tx.now - datetime.fromisoformat(ranked_at)
    return not -QUARTER <= age < within


def is_due(tx: Transaction) -> bool:
    """Whether another quarter of an hour has begun since stacks were put in order."""
    at = _kept(tx, _RANKED_AT)
    return not at or _quarter(datetime.fromisoformat(at)) != _quarter(tx.now)


def is_whole_due(tx: Transaction) -> bool:
    """Whether another hour has begun since all stacks were put in order, closed ones too."""
    at = _kept(tx, _ALL_RANKED_AT)
    return not at or _quarter(datetime.fromisoformat(at)) // 4 != _quarter(tx.now) // 4


def make_due(tx: Transaction) -> None:
    """Have the keeper put the stacks in order anew; a claim meanwhile goes by the one there is."""
    believed.keep(tx, _ALL_RANKED_AT, "")


def is_stale(tx: Transaction) -> bool:
    """Whether a look should not go by the order there is: nobody made one for long."""
    return is_old(tx, _kept(tx, _RANKED_AT))


def rate_now(tx: Transaction) -> float:
    """What a caller minute is worth elsewhere now, in qualified conversations; only looks.

    The index of the last lead that the people who call here have time for.
    """
    return _rate(tx, Ranker(tx), tx.connection.execute(_STACKS).all())


def score_now(tx: Transaction, cell_id: int, traits: str) -> tuple[int, float]:
    """The tier and the score of a stack: qualified conversations per caller minute now."""
    return Ranker(tx).of(cell_id, traits)


class Ranker:
    """Works out what stacks are worth now; what they share is looked up and worked out once.

    ``rate``: what a caller minute is taken to be worth elsewhere.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._odds = believed.odds(tx)
        self.rate = believed.going_rate(tx)
        self._cells: dict[int, _Cell] = {}
        self._campaigns: dict[CampaignId, Campaign] = {}
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
        if row.of_list and not opens:
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


@dataclass(frozen=True, kw_only=True, slots=True)
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
        limits = self.campaign.limits
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


def _ranked(ranker: Ranker, rows: Iterable[Any]) -> list[Ranked]:
    found = []
    for row in rows:
        tier, score = ranker.of(row.cell_id, row.traits)
        is_moved = tier != row.tier or abs(score - row.score) > _NOTHING * abs(row.score)
        found.append(Ranked(stack_id=row.id, tier=tier, score=score, is_moved=is_moved))
    return found


def _rate(tx: Transaction, ranker: Ranker, rows: Iterable[Any]) -> float:
    counts = dict(tx.run(statement(type(tx.dialect), "waiting"), {}).fetchall())
    offers = [
        offer
        for row in rows
        if counts.get(row.id) and (offer := ranker.offer(row.cell_id, row.traits, counts[row.id]))
    ]
    callers = tx.connection.scalar(_CALLERS, {"since": tx.now - _AT_WORK}) or 0
    return going_rate(offers, max(1, callers) * ranker.minutes_open)


def _ranked_before(tx: Transaction, at: datetime) -> sa.ColumnElement[bool]:
    """Ranked before that, never, or at a time still to come, as after a clock jumped."""
    current = stack.c.ranked_at.between(at, tx.now + QUARTER)
    return sa.or_(stack.c.ranked_at.is_(None), ~current)


def _until(tx: Transaction, ahead: timedelta) -> dict[str, datetime]:
    return {"now": tx.now, "soon": tx.now + ahead}


def _kept(tx: Transaction, key: str) -> str | None:
    return tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == key))


_traits = lru_cache(maxsize=8192)(Traits.from_key)


def _quarter(at: datetime) -> int:
    return int(at.timestamp() // QUARTER.total_seconds())


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
_ROW = sa.select(stack.c.id, stack.c.cell_id, stack.c.traits, stack.c.tier, stack.c.score)
_STACKS = _ROW.join(cell, cell.c.id == stack.c.cell_id).order_by(stack.c.cell_id, stack.c.id)
_SOON_AT: sa.BindParameter[datetime] = sa.bindparam("soon")
# The first is one seek for each stack; of the others there are few.
_SOON_READY = sa.or_(
    sa.exists().where(sa.text("lead.ready"), lead.c.stack_id == stack.c.id).correlate(stack),
    stack.c.id.in_(sa.select(lead.c.stack_id).where(lead.c.claimed_by.is_not(None))),
    *(
        stack.c.id.in_(
            sa.select(lead.c.stack_id).where(
                at.is_not(None), lead.c.claimed_by.is_(None), at <= _SOON_AT
            )
        )
        for at in (lead.c.wake_at, lead.c.due_at)
    ),
)
_SOONEST = _ROW.where(
    stack.c.cell_id.in_(
        sa.select(open_hours.c.cell_id).where(
            open_hours.c.opens_at <= _SOON_AT, open_hours.c.closes_at > sa.bindparam("now")
        )
    ),
    _SOON_READY,
)
_CALLERS = sa.select(sa.func.count()).where(
    member.c.seen_at > sa.bindparam("since"), member.c.role == "caller"
)
_WRITE = (
    stack.update()
    .where(stack.c.id == sa.bindparam("of_stack"))
    .values(
        tier=sa.bindparam("to_tier"),
        score=sa.bindparam("to_score"),
        ranked_at=sa.bindparam("at"),
    )
)
