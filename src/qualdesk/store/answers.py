"""Answers: one row for each time something was said, never changed; the newest one counts."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.store.acts import act
from qualdesk.store.columns import Said
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import insert_or
from qualdesk.store.quick import quick_rows, quick_write
from qualdesk.store.schema_calls import answer, attempt


def keep_answer(
    tx: Transaction,
    answer_id: AnswerId,
    *,
    attempt_id: AttemptId,
    lead_id: LeadId,
    given: Answer,
    is_cleared: bool = False,
    is_conflict: bool = False,
) -> bool:
    """Keep what was said; False when that id is kept already, so that saving twice saves once.

    ``is_cleared`` keeps that the answer was taken back. A conflict is kept and does not count.
    """
    written = {
        "id": answer_id,
        "attempt_id": attempt_id,
        "lead_id": lead_id,
        "question": given.question,
        "value": given.value,
        "words": given.words,
        "does_not_know": given.does_not_know,
        "is_cleared": is_cleared,
        "is_conflict": is_conflict,
        "now": tx.now,
        "ago": tx.ago,
    }
    return quick_write(tx, _KEEP, written) == 1


def known_answers(
    tx: Transaction, lead_id: LeadId, attempt_id: AttemptId | None = None
) -> tuple[dict[QuestionId, Answer], QuestionId | None]:
    """What is known of the lead from all its calls, in the order in which it was said last.

    And the question that was answered last on the call given, None when nothing was, or when
    that answer was cleared.
    """
    known: dict[QuestionId, Answer] = {}
    newest = None
    for row in quick_rows(tx, KNOWN, {"lead_id": lead_id}):
        question = QuestionId(row.question)
        known.pop(question, None)
        if not row.is_cleared:
            known[question] = _answer(row)
        if row.attempt_id == attempt_id:
            newest = None if row.is_cleared else question
    return known, newest


def is_kept(tx: Transaction, answer_id: AnswerId) -> bool:
    """Whether an answer with that id has been saved already."""
    query = sa.select(answer.c.id).where(answer.c.id == answer_id)
    return tx.connection.execute(query).first() is not None


def _answer(row: Any) -> Answer:
    return Answer(
        question=QuestionId(row.question),
        value=tuple(row.value) if isinstance(row.value, list) else row.value,
        words=row.words,
        does_not_know=row.does_not_know,
    )


_NAMED = (
    *("id", "attempt_id", "lead_id", "question", "value", "words"),
    *("does_not_know", "is_cleared", "is_conflict"),
)
_LAST = sa.select(sa.func.coalesce(sa.func.max(answer.c.order), 0)).where(
    answer.c.lead_id == sa.bindparam("lead_id")
)
_BEGAN = sa.select(attempt.c.started_at).where(attempt.c.id == sa.bindparam("attempt_id"))
_KEEP = act(
    "keep_answer",
    insert_or(answer)
    .values(
        **{name: sa.bindparam(name) for name in _NAMED},
        given_at=Said(_BEGAN.scalar_subquery()),
        order=_LAST.scalar_subquery() + 1,
    )
    .unless_there(),
)
KNOWN = (
    sa.select(answer)
    .where(answer.c.lead_id == sa.bindparam("lead_id"), ~answer.c.is_conflict)
    .order_by(answer.c.order, answer.c.given_at)
)
