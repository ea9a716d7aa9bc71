"""Looks at the whole queue that change nothing: what comes next, where leads stand, why not."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from heapq import nsmallest
from typing import Any

import sqlalchemy as sa

from qualdesk.core.day_plan import OWNER_BUSY
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.lead_groups import Group
from qualdesk.core.leads import Bucket
from qualdesk.core.times import instant_of, local_time
from qualdesk.store.database import Transaction
from qualdesk.store.queue_look import CellNow, QueueLook, cells_now, ids_of
from qualdesk.store.schema_campaigns import campaign, cell, open_hours
from qualdesk.store.schema_leads import lead
from qualdesk.store.tally import groups_of_all

OPEN = (Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH)
_QUALIFIED = (Bucket.QUALIFIED, Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST)
_OPEN_KEYS = frozenset(bucket.value for bucket in OPEN)
_QUALIFIED_KEYS = frozenset(bucket.value for bucket in _QUALIFIED)


@frozen
class Upcoming:
    """A lead in the order it would be offered; ``due_at`` when it is a promise."""

    lead_id: LeadId
    due_at: datetime | None = None


@frozen
class Reason:
    """How many open leads are not offered for one reason, and when the first of them is.

    ``zones`` are the clocks of those outside calling hours; ``says`` is what the law says.
    """

    code: str
    zones: tuple[str, ...]
    leads: int
    next_at: datetime | None
    says: str = ""


@frozen
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
    look = QueueLook(tx, caller, campaign_id)
    due = look.rows("best_due", limit=limit)
    promised = [
        Upcoming(lead_id=LeadId(row.id), due_at=tx.dialect.instant(row.due_at)) for row in due
    ]
    given = [LeadId(row.id) for row in look.rows("best_given", limit=limit - len(promised))]
    promised += [Upcoming(lead_id=one) for one in given]
    fresh = look.rows("best_rested", limit=limit)
    for best in look.rows("best_stacks", limit=limit):
        fresh += look.rows("best_leads", limit=limit, stack_id=best.id)
    fresh = [row for row in fresh if row.id not in given]
    chosen = nsmallest(limit - len(promised), fresh, key=_in_order)
    return (*promised, *(Upcoming(lead_id=LeadId(row.id)) for row in chosen))


def bucket_counts(
    tx: Transaction, campaign_id: CampaignId | None = None
) -> tuple[dict[Bucket, int], int]:
    """How many leads are in each bucket, and how many leads there are, counted on its own.

    A hold that ran out holds nothing, also before anybody ended it.
    """
    mine = () if campaign_id is None else (lead.c.campaign_id == campaign_id,)
    by_state = sa.select(lead.c.state, sa.func.count()).where(*mine).group_by(lead.c.state)
    counts = Counter(dict.fromkeys(Bucket, 0))
    for state, count in tx.connection.execute(by_state):
        counts[Bucket(state)] += count
    with_caller = (
        sa.select(lead.c.state, sa.func.count())
        .where(
            lead.c.claimed_by.is_not(None),
            lead.c.claim_kind != "undo",
            lead.c.claim_until > tx.now,
            *mine,
        )
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
    """How far each campaign is; campaigns without leads are left out.

    By the kept counts, which are those of all leads also for whom the server shows a part. Every
    window asks at its start and each minute: to count the rows took a third of the memory a
    window has with a hundred thousand leads, and as long as it takes to find the next one.
    """
    return {campaign_id: _counts(groups) for campaign_id, groups in groups_of_all(tx).items()}


def _counts(groups: Mapping[Group, int]) -> Counts:
    states = Counter[str]()
    for group, leads in groups.items():
        states[group.state] += leads
    return Counts(
        leads=states.total(),
        called=sum(leads for group, leads in groups.items() if group.was_dialled),
        finished=sum(states[state] for state in states.keys() - _OPEN_KEYS),
        qualified=sum(states[state] for state in _QUALIFIED_KEYS),
        open=sum(states[state] for state in _OPEN_KEYS),
    )


def why_not(
    tx: Transaction, caller: str, campaign_id: CampaignId | None = None
) -> tuple[Reason, ...]:
    """Why each open lead is not offered to the caller now; the counts add up to all of them.

    Codes: ``yours``, ``others`` (claimed), ``loading`` (their list is not published yet),
    ``kept_out`` and ``pushed`` (to somebody else; both a supervisor's word), ``promised``,
    ``promised_others``, ``research``, ``source_card``, ``permission``, ``paused``, ``zone``,
    ``law`` (something must be given before any call), ``closed``, ``not_open``, ``tries``,
    ``resting``, ``hours``, ``no`` (asked not to be called), ``limit`` (called as often as the
    law allows), ``number`` (none that can be dialled), ``sticky`` (somebody else talks to their
    company), and ``free`` for those that are offered.
    """
    queue = QueueLook(tx, caller, campaign_id)
    there = cells_now(queue)
    groups = [
        *(group for row in queue.rows("plain") for group in _plain(tx, there[row.cell_id], row)),
        *(_group(tx, there[row.cell_id], row) for row in queue.rows("special")),
    ]
    if any(group.code == "" for group in groups):
        # Whether something bars them is asked of each, which is dear when they are many.
        awake = [_group(tx, there[row.cell_id], row) for row in queue.rows("awake")]
        groups = [*(group for group in groups if group.code), *awake]
    return tuple(_told(tx, groups))


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
    ending: dict[datetime, list[int]] = {}
    for row in tx.connection.execute(cells).all():
        end = _end_today(tx, row.id, row.zone_set.split("|")[0])
        if end is not None:
            ending.setdefault(end, []).append(row.id)
    queue = QueueLook(tx, "")
    return sum(
        queue.rows("left_today", **ids_of(ids), ends_at=tx.dialect.moment(end))[0].leads
        for end, ids in ending.items()
    )


def _in_order(row: Any) -> tuple[Any, ...]:
    """A row of leads in their stacks by the order of a claim."""
    return (-row.tier, -row.score, row.stack_id, row.rested_at, row.id)


@frozen
class _Group:
    """Leads of one cell that are not offered for one reason."""

    code: str
    cell_id: int
    cell: CellNow
    leads: int
    wake_at: datetime | None = None
    due_at: datetime | None = None

    @property
    def place(self) -> tuple[str, str, str]:
        """What is told apart: the reason, for calling hours the clock, for the law its words."""
        zone = self.cell.zones[0] if self.cell.zones and self.code == "hours" else ""
        return self.code, zone, self.cell.says if self.code == "law" else ""

    def soonest(self, now: datetime) -> datetime | None:
        """The earliest time at which one of them can be offered, hours aside."""
        if self.code in {"hours", "not_open"}:
            return self.cell.opens_next
        if self.code == "promised_others" and self.due_at:
            # Sooner than after the grace when whoever made it is in another call by then.
            if_busy = self.due_at + OWNER_BUSY
            return if_busy if if_busy > now else self.due_at + self.cell.grace
        return self.due_at if self.code == "promised" else self.wake_at


def _plain(tx: Transaction, there: CellNow, row: Any) -> Iterator[_Group]:
    """Leads nothing special is said of, by reason; those that are awake have none yet."""
    if there.code:
        yield _Group(code=there.code, cell_id=row.cell_id, cell=there, leads=row.leads)
        return
    resting_until = tx.dialect.instant(row.wake_at)
    told = {"closed": row.closed, "tries": row.tries, "resting": row.resting}
    told[there.rest] = row.leads - sum(told.values())
    for code, leads in told.items():
        if leads:
            wake_at = resting_until if code == "resting" else None
            yield _Group(code=code, cell_id=row.cell_id, cell=there, leads=leads, wake_at=wake_at)


def _group(tx: Transaction, there: CellNow, row: Any) -> _Group:
    at = tx.dialect.instant
    return _Group(
        code=there.code_of(row.code),
        cell_id=row.cell_id,
        cell=there,
        leads=row.leads,
        wake_at=at(row.wake_at),
        due_at=at(row.due_at),
    )


def _told(tx: Transaction, groups: list[_Group]) -> Iterator[Reason]:
    together: dict[tuple[str, str, str], list[_Group]] = {}
    for group in groups:
        together.setdefault(group.place, []).append(group)
    for (code, _, says), some in together.items():
        yield Reason(
            code=code,
            zones=some[0].cell.zones,
            leads=sum(group.leads for group in some),
            next_at=tx.now if code == "free" else _first_of(tx, code, some),
            says=says,
        )


def _first_of(tx: Transaction, code: str, groups: list[_Group]) -> datetime | None:
    """When the first of these leads is offered, as far as that can be said."""
    if code not in _COMES:
        return None
    timed = [(at, group.cell_id) for group in groups if (at := group.soonest(tx.now))]
    if code not in {"resting", "promised_others"}:
        return min(timed, default=(None, 0))[0]
    first: datetime | None = None
    for at, cell_id in sorted(timed):
        if first is not None and at >= first:
            break
        opens = opening(tx, cell_id, at)
        first = min(filter(None, (first, opens)), default=None)
    return first


def opening(tx: Transaction, cell_id: int, after: datetime) -> datetime | None:
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


_COMES = {"promised", "promised_others", "resting", "hours", "not_open"}
