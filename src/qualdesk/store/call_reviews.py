"""Calls in which a rule of the house was set aside, and what a supervisor said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.call_reviews import Aside, ReviewCounts
from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CampaignId, LeadId, MessageId, ScriptVersionId
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import SET_ASIDE, answer, attempt
from qualdesk.store.schema_desk import message
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_supervising import call_review


@frozen
class SetAside:
    """A call as it is kept: what was set aside in it, and what was said.

    ``minutes`` is how long it took; ``said`` are the answers that were given in it.
    """

    attempt_id: AttemptId
    lead_id: LeadId
    campaign_id: CampaignId
    caller: str
    at: datetime
    outcome: str
    minutes: int
    aside: frozenset[Aside]
    overridden: Mapping[str, str] = field(default_factory=dict)
    script: ScriptVersionId | None = None
    said: tuple[Answer, ...] = ()


def calls_to_review(
    tx: Transaction, campaign_id: CampaignId | None, limit: int
) -> tuple[SetAside, ...]:
    """The calls that ended and nobody looked at again, the newest first."""
    query = _CALLS.where(call_review.c.attempt_id.is_(None))
    if campaign_id is not None:
        query = query.where(lead.c.campaign_id == campaign_id)
    rows = tx.connection.execute(query.order_by(attempt.c.started_at.desc()).limit(limit)).all()
    return _read(tx, rows)


def load_call(tx: Transaction, attempt_id: AttemptId) -> SetAside:
    """One of them, looked at or not.

    Raises:
        NotFound: there is no such call, or nothing was set aside in it.
    """
    for found in _read(tx, tx.connection.execute(_CALLS.where(attempt.c.id == attempt_id)).all()):
        return found
    raise NotFound(tr("There is no such call, or no rule was set aside in it."))


def counts(tx: Transaction, campaign_id: CampaignId | None) -> ReviewCounts:
    """How many calls there are of each kind, and what became of them."""
    early, anyway = attempt.c.fit_opened_early, attempt.c.overridden.is_not(None)
    marks = call_review.c.mark
    of_each = (early, anyway, marks == FINE, marks == NOTED, marks.is_(None))
    query = _joined(*(sa.func.count(sa.case((is_so, 1))) for is_so in of_each)).where(_IS_ASIDE)
    if campaign_id is not None:
        query = query.where(lead.c.campaign_id == campaign_id)
    found = tx.connection.execute(query).one()
    early_ones, against, fine, noted, waiting = map(int, found)
    return ReviewCounts(early=early_ones, anyway=against, fine=fine, noted=noted, waiting=waiting)


def mark(
    tx: Transaction, attempt_id: AttemptId, how: str, by: str, message_id: MessageId | None = None
) -> bool:
    """Keep what was said of a call; False when somebody said something of it before."""
    done = tx.connection.execute(
        tx.dialect.insert(call_review)
        .values(
            attempt_id=attempt_id,
            mark=how,
            reviewed_by=by,
            reviewed_at=tx.now,
            message_id=message_id or 0,
        )
        .on_conflict_do_nothing()
        .returning(call_review.c.attempt_id)
    )
    return done.first() is not None


def unmark(tx: Transaction, attempt_id: AttemptId) -> bool:
    """Let a call wait to be looked at again; a note that nobody read goes with it.

    Whether the note, if there was one, was taken back.

    Raises:
        NotFound: nothing was said of it.
    """
    this = call_review.c.attempt_id == attempt_id
    found = tx.connection.execute(sa.select(call_review).where(this)).first()
    if found is None:
        raise NotFound(tr("Nothing was said of this call."))
    tx.connection.execute(call_review.delete().where(this))
    unread = (message.c.id == found.message_id, message.c.read_at.is_(None))
    gone = tx.connection.execute(message.delete().where(*unread)).rowcount
    return bool(gone) or not found.message_id


def _joined(*columns: Any) -> sa.Select[Any]:
    return sa.select(*columns).select_from(
        attempt.join(lead, lead.c.id == attempt.c.lead_id).outerjoin(
            call_review, call_review.c.attempt_id == attempt.c.id
        )
    )


def _read(tx: Transaction, rows: Sequence[Any]) -> tuple[SetAside, ...]:
    said: dict[str, dict[str, Answer]] = {}
    query = sa.select(answer).where(
        answer.c.attempt_id.in_([row.id for row in rows]), ~answer.c.is_conflict
    )
    for one in tx.connection.execute(query.order_by(answer.c.order)):
        mine = said.setdefault(one.attempt_id, {})
        mine.pop(one.question, None)
        if not one.is_cleared:
            mine[one.question] = _answer(one)
    return tuple(_call(row, tuple(said.get(row.id, {}).values())) for row in rows)


def _answer(row: Any) -> Answer:
    value = tuple(row.value) if isinstance(row.value, list) else row.value
    return Answer(
        question=QuestionId(row.question),
        value=value,
        words=row.words,
        does_not_know=row.does_not_know,
    )


def _call(row: Any, said: tuple[Answer, ...]) -> SetAside:
    aside = [Aside.DISCOVERY] if row.fit_opened_early else []
    aside += [Aside.RULE] if row.overridden else []
    return SetAside(
        attempt_id=AttemptId(row.id),
        lead_id=LeadId(row.lead_id),
        campaign_id=CampaignId(row.campaign_id),
        caller=row.caller,
        at=row.started_at,
        outcome=row.outcome,
        minutes=round((row.ended_at - row.started_at).total_seconds() / 60),
        aside=frozenset(aside),
        overridden=row.overridden or {},
        script=row.script_version_id,
        said=said,
    )


FINE, NOTED = "fine", "noted"
"""What is said of a call: nothing more, or a note was left for its caller."""
_IS_ASIDE = sa.and_(
    # As the index has it, so that the few there are among millions are found by it.
    sa.text(f"({SET_ASIDE})"),
    attempt.c.ended_at.is_not(None),
    attempt.c.undone_at.is_(None),
)
_CALLS = _joined(
    attempt.c.id,
    attempt.c.lead_id,
    attempt.c.caller,
    attempt.c.started_at,
    attempt.c.ended_at,
    attempt.c.outcome,
    attempt.c.fit_opened_early,
    attempt.c.overridden,
    attempt.c.script_version_id,
    lead.c.campaign_id,
).where(_IS_ASIDE)
