"""What was done in some days, counted from the calls and promises that are kept."""

from collections import Counter
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.day_plan import ON_TIME
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.reports import HourCalls, KeptCalls
from qualdesk.core.times import local_time
from qualdesk.store.callbacks import DROPPED, FIXED, KEPT
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import attempt, callback
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead


@frozen
class Between:
    """The calls of one campaign begun from one instant on, and before another; None: no bound."""

    campaign: CampaignId
    begins: datetime | None = None
    ends: datetime | None = None


@frozen
class Meaning:
    """What outcomes mean, by their codes.

    Attributes:
        reached: somebody was spoken to.
        verdict: the conversation ended in one: qualified, nurture or not a fit.
        qualifies: the lead qualified.
    """

    reached: Collection[str]
    verdict: Collection[str]
    qualifies: Collection[str]


@frozen
class CallCounts:
    """Calls of a caller, or of all: of ``calls`` and ``dials`` each counts, of the rest leads."""

    caller: str = ""
    calls: int = 0
    dials: int = 0
    dials_answered: int = 0
    called: int = 0
    reached: int = 0
    cooperated: int = 0
    qualified: int = 0


def calls_between(tx: Transaction, of: Between, means: Meaning) -> CallCounts:
    """The calls of all callers together; a lead two of them called counts once."""
    return CallCounts(**tx.connection.execute(_counted(of, means)).mappings().one())


def calls_by_caller(tx: Transaction, of: Between, means: Meaning) -> tuple[CallCounts, ...]:
    """The calls of each caller, in the order of their names."""
    query = _counted(of, means, attempt.c.caller).group_by(attempt.c.caller)
    rows = tx.connection.execute(query.order_by(attempt.c.caller)).mappings()
    return tuple(CallCounts(**row) for row in rows)


def hours_between(tx: Transaction, of: Between, zone: str, means: Meaning) -> tuple[HourCalls, ...]:
    """The calls by the hour of the day in which they began, on clocks of the zone."""
    epoch = sa.extract("epoch", attempt.c.started_at)
    # Every clock of today is a number of quarter hours away from UTC.
    quarter = (epoch - epoch % sa.literal_column("900")).label("quarter")
    answered = sa.case((_reached(means), 1), else_=0)
    query = (
        sa.select(quarter, sa.func.count().label("calls"), sa.func.sum(answered).label("reached"))
        .join_from(attempt, lead, lead.c.id == attempt.c.lead_id)
        .where(*_begun(of))
        .group_by("quarter")
    )
    calls: Counter[int] = Counter()
    reached: Counter[int] = Counter()
    for row in tx.connection.execute(query):
        began = _EPOCH + timedelta(seconds=int(row.quarter))
        hour = local_time(began, zone).hour
        calls[hour] += row.calls
        reached[hour] += row.reached
    return tuple(
        HourCalls(hour=hour, calls=calls[hour], reached=reached[hour]) for hour in sorted(calls)
    )


def call_backs_between(tx: Transaction, of: Between) -> KeptCalls:
    """What became of the call backs at a named time that are due in that span, each once."""
    query = (
        sa.select(
            callback.c.state,
            callback.c.due_at,
            callback.c.kept_at,
            callback.c.missed_at,
            campaign.c.grace_seconds,
        )
        .join_from(callback, lead, lead.c.id == callback.c.lead_id)
        .join(campaign, campaign.c.id == lead.c.campaign_id)
        .where(callback.c.kind == FIXED, *_within(of, callback.c.due_at))
    )
    found = Counter(_became(row, tx.now) for row in tx.connection.execute(query))
    found.pop("", None)
    return KeptCalls(**found)


def _became(row: Any, now: datetime) -> str:
    """The one part a call back belongs to; empty for one that was settled another way."""
    if row.state == KEPT:
        is_late = row.kept_at is None or row.kept_at - row.due_at > ON_TIME
        return "late" if is_late else "on_time"
    if row.state == DROPPED:
        return "missed" if row.missed_at is not None else ""
    is_over = now - row.due_at >= timedelta(seconds=row.grace_seconds)
    return "missed" if is_over or row.missed_at is not None else "to_come"


def _counted(of: Between, means: Meaning, *by: sa.ColumnElement[Any]) -> sa.Select[Any]:
    counts = attempt.c.undone_at.is_(None)
    dialled = sa.and_(attempt.c.number != "", attempt.c.outcome != "", counts)

    def leads(condition: sa.ColumnElement[bool]) -> sa.Function[int]:
        return sa.func.count(sa.distinct(sa.case((condition, attempt.c.lead_id))))

    def calls(condition: sa.ColumnElement[bool]) -> sa.Function[int]:
        return sa.func.count(sa.case((condition, 1)))

    return (
        sa.select(
            *by,
            sa.func.count().label("calls"),
            calls(dialled).label("dials"),
            calls(sa.and_(dialled, _reached(means))).label("dials_answered"),
            sa.func.count(sa.distinct(attempt.c.lead_id)).label("called"),
            leads(_reached(means)).label("reached"),
            leads(sa.and_(counts, attempt.c.outcome.in_(means.verdict))).label("cooperated"),
            leads(sa.and_(counts, attempt.c.outcome.in_(means.qualifies))).label("qualified"),
        )
        .join_from(attempt, lead, lead.c.id == attempt.c.lead_id)
        .where(*_begun(of))
    )


def _reached(means: Meaning) -> sa.ColumnElement[bool]:
    return sa.and_(attempt.c.undone_at.is_(None), attempt.c.outcome.in_(means.reached))


def _begun(of: Between) -> list[sa.ColumnElement[bool]]:
    """Calls that were made: an outcome given without one, or kept as a conflict, is none."""
    return [
        sa.or_(attempt.c.number != "", attempt.c.is_incoming),
        ~attempt.c.is_conflict,
        *_within(of, attempt.c.started_at),
    ]


def _within(of: Between, at: sa.ColumnElement[Any]) -> list[sa.ColumnElement[bool]]:
    found = [lead.c.campaign_id == of.campaign]
    if of.begins is not None:
        found.append(at >= of.begins)
    if of.ends is not None:
        found.append(at < of.ends)
    return found


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
