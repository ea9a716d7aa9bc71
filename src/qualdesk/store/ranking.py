"""The order of the stacks: what a call from each is worth, by the quarter of an hour."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.index import going_rate
from qualdesk.store import believed
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import statement
from qualdesk.store.ranker import Ranker
from qualdesk.store.schema_campaigns import cell, member, open_hours, stack, workspace
from qualdesk.store.schema_leads import lead

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


@frozen
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


def _quarter(at: datetime) -> int:
    return int(at.timestamp() // QUARTER.total_seconds())


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
