"""What was answered to one question in real calls, and how long after the answer before."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from qualdesk.core.asked import Asked
from qualdesk.core.ids import CampaignId, ScriptVersionId
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import answer, attempt
from qualdesk.store.schema_documents import script_version
from qualdesk.store.schema_leads import lead

NEWEST_CALLS = 2_000
"""How many calls are looked at, the newest first: what was long ago says little about now."""


class AskedCalls(NamedTuple):
    """How many calls there were, and those in which the question was put."""

    calls: int
    asked: list[Asked]


def asked_calls(
    tx: Transaction,
    versions: Sequence[ScriptVersionId],
    question: QuestionId,
    campaign: CampaignId | None = None,
) -> AskedCalls:
    """The calls that went by one of these versions, were ended, and came to a first answer."""
    calls = _calls(versions, campaign).cte("calls")
    count = tx.connection.scalar(sa.select(sa.func.count()).select_from(calls)) or 0
    before = answer.alias("before")
    answered_before = (
        sa.select(sa.func.max(before.c.given_at))
        .where(
            before.c.attempt_id == answer.c.attempt_id,
            before.c.order < answer.c.order,
            before.c.question != question,
            ~before.c.is_conflict,
        )
        .scalar_subquery()
    )
    rows = tx.connection.execute(
        sa.select(answer, answered_before.label("before_at"))
        .join(calls, calls.c.id == answer.c.attempt_id)
        .where(answer.c.question == question, ~answer.c.is_conflict)
        .order_by(answer.c.order)
    )
    return AskedCalls(calls=count, asked=_asked(rows))


def every_version(tx: Transaction, script_id: str) -> list[tuple[ScriptVersionId, str]]:
    """Every text of a script that was ever kept, as JSON, the newest first."""
    query = (
        sa.select(script_version.c.id, script_version.c.document)
        .where(script_version.c.document_id == script_id)
        .order_by(script_version.c.version.desc(), script_version.c.id.desc())
    )
    return [(ScriptVersionId(row.id), row.document) for row in tx.connection.execute(query)]


def _calls(versions: Sequence[ScriptVersionId], campaign: CampaignId | None) -> sa.Select[Any]:
    has_answers = sa.exists().where(answer.c.attempt_id == attempt.c.id, ~answer.c.is_conflict)
    query = (
        sa.select(attempt.c.id)
        .where(
            attempt.c.script_version_id.in_(versions),
            attempt.c.ended_at.is_not(None),
            attempt.c.undone_at.is_(None),
            ~attempt.c.is_conflict,
            has_answers,
        )
        .order_by(attempt.c.started_at.desc(), attempt.c.id)
        .limit(NEWEST_CALLS)
    )
    if campaign is None:
        return query
    return query.join(lead, lead.c.id == attempt.c.lead_id).where(lead.c.campaign_id == campaign)


def _asked(rows: sa.CursorResult[Any]) -> list[Asked]:
    """One for each call: the last answer counts, the time is that of the first."""
    last: dict[str, Any] = {}
    first: dict[str, tuple[datetime, datetime | None]] = {}
    for row in rows:
        first.setdefault(row.attempt_id, (row.given_at, row.before_at))
        last[row.attempt_id] = row
    return [
        Asked(answer=_answer(row), took=_took(*first[call]))
        for call, row in last.items()
        if not row.is_cleared
    ]


def _took(given_at: datetime, before_at: datetime | None) -> timedelta | None:
    return None if before_at is None else given_at - before_at


def _answer(row: Any) -> Answer:
    return Answer(
        question=QuestionId(row.question),
        value=tuple(row.value) if isinstance(row.value, list) else row.value,
        words=row.words,
        does_not_know=row.does_not_know,
    )
