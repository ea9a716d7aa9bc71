"""What was said in a week of calls: answers, calls that ended in a no, and names to leave out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId, ScriptVersionId
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.unnamed import Near
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import answer, attempt
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact


@frozen
class SpokenAnswer:
    """The newest answer of a lead to a question within a time, and the script it was asked by."""

    lead_id: LeadId
    answer: Answer
    script: ScriptVersionId | None


@frozen
class EndedCall:
    """The last call of a lead within a time that ended with one of some outcomes."""

    lead_id: LeadId
    outcome: str
    reason: str
    script: ScriptVersionId | None
    answers: tuple[Answer, ...] = ()


def answers_between(
    tx: Transaction, campaign_id: CampaignId, since: datetime, until: datetime
) -> tuple[SpokenAnswer, ...]:
    """What was answered on calls of a campaign from ``since`` to before ``until``, UTC.

    Of a question answered twice the newer answer; none where it was cleared.
    """
    query = (
        sa.select(answer, attempt.c.script_version_id)
        .join(attempt, attempt.c.id == answer.c.attempt_id)
        .join(lead, lead.c.id == answer.c.lead_id)
        .where(
            lead.c.campaign_id == campaign_id,
            answer.c.given_at >= since,
            answer.c.given_at < until,
            ~answer.c.is_conflict,
            attempt.c.undone_at.is_(None),
        )
        .order_by(answer.c.given_at, answer.c.lead_id, answer.c.order, answer.c.id)
    )
    newest: dict[tuple[int, str], Any] = {}
    for row in tx.connection.execute(query):
        newest[row.lead_id, row.question] = row
    return tuple(
        SpokenAnswer(
            lead_id=LeadId(row.lead_id), answer=_answer(row), script=_script(row.script_version_id)
        )
        for row in newest.values()
        if not row.is_cleared
    )


def ended_between(
    tx: Transaction,
    campaign_id: CampaignId,
    since: datetime,
    until: datetime,
    outcomes: Collection[str],
) -> tuple[EndedCall, ...]:
    """The leads whose last call in that time ended with one of these, with what they said on it."""
    rows = tx.connection.execute(
        _calls(campaign_id, since, until)
        .with_only_columns(
            *(attempt.c[name] for name in ("id", "lead_id", "outcome", "reason")),
            attempt.c.script_version_id,
        )
        .order_by(attempt.c.ended_at, attempt.c.lead_id, attempt.c.id)
    )
    last = {row.lead_id: row for row in rows}
    chosen = [row for row in last.values() if row.outcome in set(outcomes)]
    said = _answers_of(tx, [row.id for row in chosen])
    return tuple(
        EndedCall(
            lead_id=LeadId(row.lead_id),
            outcome=row.outcome,
            reason=row.reason,
            script=_script(row.script_version_id),
            answers=tuple(said[row.id]),
        )
        for row in chosen
    )


def count_calls(
    tx: Transaction,
    campaign_id: CampaignId,
    since: datetime,
    until: datetime,
    outcomes: Collection[str],
) -> int:
    """How many calls in that time ended with one of these."""
    query = _calls(campaign_id, since, until).where(attempt.c.outcome.in_(outcomes))
    return tx.connection.scalar(query.with_only_columns(sa.func.count())) or 0


def names_near(tx: Transaction, lead_ids: Iterable[LeadId]) -> dict[LeadId, Near]:
    """Whom the words of each lead may be about: themselves, their company, whom they named."""
    people: defaultdict[LeadId, list[str]] = defaultdict(list)
    companies: dict[LeadId, tuple[str, ...]] = {}
    for some in chunks(sorted(set(lead_ids))):
        for row in tx.connection.execute(_NAMES.where(lead.c.id.in_(some))):
            people[LeadId(row.id)].append(row.name)
            companies[LeadId(row.id)] = (row.company,) if row.company else ()
        for named in tx.connection.execute(_NAMES.where(lead.c.referred_by.in_(some))):
            people[LeadId(named.referred_by)].append(named.name)
    return {one: Near(people=tuple(people[one]), companies=companies[one]) for one in companies}


def known_names(tx: Transaction, keys: Iterable[str]) -> frozenset[str]:
    """Those of the keys that are the whole name of somebody in the workspace."""
    found: set[str] = set()
    for some in chunks(sorted(keys)):
        query = sa.select(contact.c.name_key).where(contact.c.name_key.in_(some)).distinct()
        found.update(tx.connection.scalars(query))
    return frozenset(found)


def _calls(campaign_id: CampaignId, since: datetime, until: datetime) -> sa.Select[Any]:
    """Calls that count and ended in that time."""
    return (
        sa.select(attempt.c.id)
        .join(lead, lead.c.id == attempt.c.lead_id)
        .where(
            lead.c.campaign_id == campaign_id,
            attempt.c.ended_at >= since,
            attempt.c.ended_at < until,
            attempt.c.undone_at.is_(None),
            ~attempt.c.is_conflict,
            sa.or_(attempt.c.number != "", attempt.c.is_incoming),
        )
    )


def _answers_of(tx: Transaction, calls: Sequence[str]) -> defaultdict[str, list[Answer]]:
    """The last answer to each question on each of the calls."""
    newest: dict[tuple[str, str], Any] = {}
    for some in chunks(calls):
        query = (
            sa.select(answer)
            .where(answer.c.attempt_id.in_(some), ~answer.c.is_conflict)
            .order_by(answer.c.given_at, answer.c.order, answer.c.id)
        )
        for row in tx.connection.execute(query):
            newest[row.attempt_id, row.question] = row
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for (call, _), row in newest.items():
        if not row.is_cleared:
            found[call].append(_answer(row))
    return found


def _answer(row: Any) -> Answer:
    return Answer(
        question=QuestionId(row.question),
        value=tuple(row.value) if isinstance(row.value, list) else row.value,
        words=row.words,
        does_not_know=row.does_not_know,
    )


def _script(version: int | None) -> ScriptVersionId | None:
    return None if version is None else ScriptVersionId(version)


_NAMES = (
    sa.select(lead.c.id, lead.c.referred_by, contact.c.name, company.c.name.label("company"))
    .join_from(lead, contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
)
