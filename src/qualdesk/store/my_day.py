"""What is kept of one caller's day: their promises, their calls, what sales said of their leads."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.cards import DueCallback
from qualdesk.core.handoff_states import WAITS
from qualdesk.core.ids import LeadId, ScriptVersionId
from qualdesk.core.leads import Bucket
from qualdesk.core.my_day import CallToday, PromiseToday, RecentCall, SalesSaid
from qualdesk.core.times import Promise
from qualdesk.store.acts import act
from qualdesk.store.callbacks import FIXED, KEPT, SET
from qualdesk.store.came_back import QUALIFIED_BY
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows
from qualdesk.store.schema_calls import answer, attempt, callback, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact

_CHUNK = 500


def promises_of(
    tx: Transaction, caller: str, start: datetime, end: datetime
) -> tuple[PromiseToday, ...]:
    """The call backs somebody promised that are due in this span, or are late from before it."""
    open_still = sa.and_(callback.c.state == SET, lead.c.state == Bucket.CALLBACK.value)
    kept = sa.and_(callback.c.state == KEPT, callback.c.due_at >= start)
    query = (
        sa.select(
            callback,
            contact.c.name,
            company.c.name.label("company"),
            campaign.c.grace_seconds,
        )
        .join_from(callback, lead, lead.c.id == callback.c.lead_id)
        .join(campaign, campaign.c.id == lead.c.campaign_id)
        .join(contact, contact.c.id == lead.c.contact_id)
        .outerjoin(company, company.c.id == contact.c.company_id)
        .where(callback.c.owner == caller, callback.c.due_at < end, sa.or_(open_still, kept))
        .order_by(callback.c.due_at, callback.c.id)
    )
    return tuple(_promise(row, tx.now) for row in tx.connection.execute(query))


def calls_of(tx: Transaction, caller: str, start: datetime, end: datetime) -> tuple[CallToday, ...]:
    """The numbers somebody dialled in this span; what was taken back counts as a call all the same.

    An outcome given without dialling is no call, and neither is one that was kept as a conflict.
    """
    query = sa.select(
        attempt.c.id, attempt.c.outcome, attempt.c.script_version_id, attempt.c.fit_opened_early
    ).where(
        attempt.c.caller == caller,
        attempt.c.started_at >= start,
        attempt.c.started_at < end,
        attempt.c.number != "",
        ~attempt.c.is_conflict,
    )
    rows = tx.connection.execute(query.order_by(attempt.c.started_at)).all()
    questions = _questions(tx, [row.id for row in rows])
    return tuple(
        CallToday(
            outcome=row.outcome,
            script=ScriptVersionId(row.script_version_id) if row.script_version_id else None,
            questions=tuple(questions[row.id]),
            fit_opened_early=row.fit_opened_early,
        )
        for row in rows
    )


def recent_calls(tx: Transaction, caller: str, most: int) -> tuple[RecentCall, ...]:
    """The last calls somebody made or took, the last first."""
    query = (
        sa.select(
            attempt.c.lead_id,
            contact.c.name,
            company.c.name.label("company"),
            attempt.c.started_at,
            attempt.c.outcome,
        )
        .join_from(attempt, lead, lead.c.id == attempt.c.lead_id)
        .join(contact, contact.c.id == lead.c.contact_id)
        .outerjoin(company, company.c.id == contact.c.company_id)
        .where(attempt.c.caller == caller, sa.or_(attempt.c.number != "", attempt.c.is_incoming))
        .order_by(attempt.c.started_at.desc(), attempt.c.id)
        .limit(most)
    )
    return tuple(
        RecentCall(
            lead_id=LeadId(row.lead_id),
            name=row.name,
            company=row.company or "",
            at=row.started_at,
            outcome=row.outcome,
        )
        for row in tx.connection.execute(query)
    )


def sales_said(
    tx: Transaction, caller: str, since: datetime, qualifies: Sequence[str]
) -> tuple[SalesSaid, ...]:
    """What sales said since then of leads this caller qualified, the newest first.

    A lead is theirs who gave the last qualifying outcome before its batch left; ``qualifies``
    are the codes of such outcomes.
    """
    asked = {"caller": caller, "qualifies": list(qualifies), "since": since}
    return tuple(
        SalesSaid(
            lead_id=LeadId(row.lead_id),
            name=row.name,
            company=row.company or "",
            at=row.answered_at,
            takes=row.state == Bucket.TAKEN.value,
            reason=row.reason,
            note=row.note,
        )
        for row in quick_rows(tx, _SAID, asked)
    )


def still_with_sales(tx: Transaction, caller: str, qualifies: Sequence[str]) -> int:
    """How many leads this caller qualified have left and have no answer from sales yet."""
    asked = {"caller": caller, "qualifies": list(qualifies)}
    return int(quick_row(tx, _STILL_THERE, asked).there)


def _questions(tx: Transaction, calls: Sequence[str]) -> defaultdict[str, list[str]]:
    """What was asked and answered in each of these calls."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for start in range(0, len(calls), _CHUNK):
        query = (
            sa.select(answer.c.attempt_id, answer.c.question)
            .where(
                answer.c.attempt_id.in_(calls[start : start + _CHUNK]),
                ~answer.c.is_conflict,
                ~answer.c.is_cleared,
            )
            .distinct()
        )
        for row in tx.connection.execute(query):
            found[row.attempt_id].append(row.question)
    return found


def _promise(row: Any, now: datetime) -> PromiseToday:
    late = timedelta() if row.kept_at else max(now - row.due_at, timedelta())
    return PromiseToday(
        lead_id=LeadId(row.lead_id),
        name=row.name,
        company=row.company or "",
        at=row.due_at,
        kept_at=row.kept_at,
        callback=DueCallback(
            promise=Promise(wall=datetime.fromisoformat(row.wall), zone=row.zone),
            owner=row.owner,
            is_fixed=row.kind == FIXED,
            late=late,
            is_missed=row.missed_at is not None or late >= timedelta(seconds=row.grace_seconds),
        ),
    )


_SAID = act(
    "sales_said",
    QUALIFIED_BY.where(handoff_item.c.answered_at >= sa.bindparam("since")).order_by(
        handoff_item.c.answered_at.desc(), handoff_item.c.id
    ),
    beyond=True,
)
_STILL_THERE = act(
    "still_with_sales",
    QUALIFIED_BY.where(handoff_item.c.state.in_(WAITS)).with_only_columns(
        sa.func.count().label("there")
    ),
    beyond=True,
)
