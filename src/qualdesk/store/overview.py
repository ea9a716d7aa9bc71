"""Looks at the whole queue that change nothing: what comes next, where leads stand, why not."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import nsmallest
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.times import instant_of, local_time
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import moments, statement
from qualdesk.store.schema import campaign, cell, lead, open_hours

OPEN = (Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH)
_QUALIFIED = (Bucket.QUALIFIED, Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST)


@dataclass(frozen=True, kw_only=True, slots=True)
class Upcoming:
    """A lead in the order it would be offered; ``due_at`` when it is a promise."""

    lead_id: LeadId
    due_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """How many open leads of a cell are not offered for one reason, and when the first is."""

    code: str
    zones: tuple[str, ...]
    leads: int
    next_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """How far a campaign is: its leads, those called at least once, done with, qualified, open."""

    leads: int = 0
    called: int = 0
    finished: int = 0
    qualified: int = 0
    open: int = 0


def upcoming(
    tx: Transaction,
    caller: str,
    campaign_id: CampaignId | None = None,
    *,
    limit: int = 3,
    at: datetime | None = None,
) -> tuple[Upcoming, ...]:
    """The leads a claim would give now, or at ``at``, in its order. Nothing is claimed."""
    tx = replace(tx, now=at) if at else tx
    look = _Look(tx, caller, campaign_id)
    due = look.rows("best_due", limit=limit)
    promised = [
        Upcoming(lead_id=LeadId(row.id), due_at=tx.dialect.instant(row.due_at)) for row in due
    ]
    fresh = [(-row.score, row.id) for row in look.rows("best_rested", limit=limit)]
    for best in look.rows("best_cells", limit=limit):
        rows = look.rows("best_leads", limit=limit, cell_id=best.id)
        fresh += [(-row.score, row.id) for row in rows]
    rest = limit - len(promised)
    chosen = [Upcoming(lead_id=LeadId(lead_id)) for _, lead_id in nsmallest(rest, fresh)]
    return (*promised, *chosen)


def bucket_counts(
    tx: Transaction, campaign_id: CampaignId | None = None
) -> tuple[dict[Bucket, int], int]:
    """How many leads are in each bucket, and how many leads there are, counted on its own."""
    mine = () if campaign_id is None else (lead.c.campaign_id == campaign_id,)
    by_state = sa.select(lead.c.state, sa.func.count()).where(*mine).group_by(lead.c.state)
    counts = Counter(dict.fromkeys(Bucket, 0))
    for state, count in tx.connection.execute(by_state):
        counts[Bucket(state)] += count
    with_caller = (
        sa.select(lead.c.state, sa.func.count())
        .where(lead.c.claimed_by.is_not(None), lead.c.claim_kind != "undo", *mine)
        .group_by(lead.c.state)
    )
    for state, count in tx.connection.execute(with_caller):
        counts[Bucket(state)] -= count
        counts[Bucket.WITH_CALLER] += count
    total = tx.connection.execute(
        sa.select(sa.func.count()).select_from(lead).where(*mine)
    ).scalar_one()
    return dict(counts), total


def campaign_counts(tx: Transaction) -> Mapping[CampaignId, Counts]:
    """How far each campaign is; campaigns without leads are left out."""
    query = sa.select(
        lead.c.campaign_id,
        lead.c.state,
        sa.func.count().label("leads"),
        sa.func.count(lead.c.last_attempt_at).label("called"),
    ).group_by(lead.c.campaign_id, lead.c.state)
    counts: dict[CampaignId, Counts] = {}
    for row in tx.connection.execute(query):
        before = counts.get(row.campaign_id, Counts())
        is_open = row.state in {bucket.value for bucket in OPEN}
        is_qualified = row.state in {bucket.value for bucket in _QUALIFIED}
        counts[CampaignId(row.campaign_id)] = Counts(
            leads=before.leads + row.leads,
            called=before.called + row.called,
            finished=before.finished + (0 if is_open else row.leads),
            qualified=before.qualified + (row.leads if is_qualified else 0),
            open=before.open + (row.leads if is_open else 0),
        )
    return counts


def why_not(
    tx: Transaction, caller: str, campaign_id: CampaignId | None = None
) -> tuple[Reason, ...]:
    """Why each open lead is not offered to the caller now; the counts add up to all of them.

    Codes: ``yours``, ``others`` (claimed), ``loading`` (their list is not published yet),
    ``promised``, ``promised_others``, ``research``, ``source_card``, ``paused``, ``zone``,
    ``closed``, ``not_open``, ``tries``, ``resting``, ``hours``, ``no`` (asked not to be called),
    ``number`` (none that can be dialled), and ``free`` for those that are offered.
    """
    look = _Look(tx, caller, campaign_id)
    graces = _graces(tx)
    return tuple(
        Reason(
            code=row.code,
            zones=tuple(row.zone_set.split("|")) if row.zone_set else (),
            leads=row.leads,
            next_at=_next_at(tx, row, graces),
        )
        for row in look.rows("why_not")
    )


def open_today(tx: Transaction, campaign_id: CampaignId | None = None) -> int:
    """How many leads can still be called before the day ends on their own clock."""
    permitted = sa.func.coalesce(campaign.c.permitted_until > tx.now, sa.true())
    may_start = (campaign.c.has_source_card, permitted, ~campaign.c.is_paused)
    mine = () if campaign_id is None else (campaign.c.id == campaign_id,)
    cells = (
        sa.select(cell.c.id, cell.c.zone_set)
        .join(campaign)
        .where(*may_start, cell.c.zone_set != "", *mine)
    )
    total = 0
    for row in tx.connection.execute(cells).all():
        end = _end_today(tx, row.id, row.zone_set.split("|")[0])
        if end is None:
            continue
        # A hold that ran out counts for nothing, though nobody has ended it yet.
        ran_out = sa.and_(lead.c.claimed_by.is_not(None), lead.c.claim_until <= tx.now)
        rested = sa.or_(lead.c.wake_at < end, sa.and_(ran_out, lead.c.wake_at.is_(None)))
        comes = sa.or_(
            lead.c.ready,
            sa.and_(lead.c.state == Bucket.WAITING.value, rested),
            sa.and_(lead.c.state == Bucket.CALLBACK.value, lead.c.due_at < end),
        )
        query = sa.select(sa.func.count()).select_from(lead)
        free = sa.or_(lead.c.claimed_by.is_(None), ran_out)
        query = query.where(lead.c.cell_id == row.id, free, comes)
        total += tx.connection.execute(query).scalar_one()
    return total


@dataclass(frozen=True, slots=True)
class _Look:
    """The statements of the queue, asked for one caller and one campaign or all."""

    tx: Transaction
    caller: str
    campaign_id: CampaignId | None

    def rows(self, name: str, **values: object) -> list[Any]:
        told = {**moments(self.tx), "caller": self.caller, "campaign_id": self.campaign_id}
        one = self.campaign_id is not None
        text = statement(type(self.tx.dialect), name, one_campaign=one)
        return list(self.tx.connection.exec_driver_sql(text, {**told, **values}))


def _graces(tx: Transaction) -> dict[int, timedelta]:
    rows = tx.connection.execute(sa.select(campaign.c.id, campaign.c.grace_seconds))
    return {row.id: timedelta(seconds=row.grace_seconds) for row in rows}


def _next_at(tx: Transaction, row: Any, graces: Mapping[int, timedelta]) -> datetime | None:
    """When the first of these leads is offered, as far as that can be said."""
    at = tx.dialect.instant
    wake_at, due_at, opens_next = at(row.wake_at), at(row.due_at), at(row.opens_next)
    if row.code == "promised":
        return due_at
    if row.code == "promised_others" and due_at:
        return _opening(tx, row.cell_id, due_at + graces[row.campaign_id])
    if row.code == "resting" and wake_at:
        return _opening(tx, row.cell_id, wake_at)
    if row.code in {"hours", "not_open"}:
        return opens_next
    return tx.now if row.code == "free" else None


def _opening(tx: Transaction, cell_id: int, after: datetime) -> datetime | None:
    """The first instant at or after ``after`` at which the cell is open."""
    query = (
        sa.select(open_hours.c.opens_at)
        .where(open_hours.c.cell_id == cell_id, open_hours.c.closes_at > after)
        .order_by(open_hours.c.opens_at)
        .limit(1)
    )
    opens_at = tx.connection.scalar(query)
    return max(opens_at, after) if opens_at else None


def _end_today(tx: Transaction, cell_id: int, zone: str) -> datetime | None:
    """When the cell closes for the last time today on its clock; None when it has already."""
    today = local_time(tx.now, zone).replace(tzinfo=None)
    midnight = today.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    query = sa.select(sa.func.max(open_hours.c.closes_at)).where(
        open_hours.c.cell_id == cell_id,
        open_hours.c.opens_at < instant_of(midnight, zone),
        open_hours.c.closes_at > tx.now,
    )
    end: datetime | None = tx.connection.scalar(query)
    return end
