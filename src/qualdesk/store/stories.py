"""What is kept of leads that qualify: answers, calls, referrals, agreed times; many at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.beside import NOTHING_BESIDE, BesideCall
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import (
    AttemptId,
    CampaignId,
    DefinitionVersionId,
    LeadId,
    ScriptVersionId,
)
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.scripts import Answer, QuestionId
from qualdesk.core.times import Promise
from qualdesk.store.beside import beside_many
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_wishes import Wish, wishes
from qualdesk.store.house import counts_for
from qualdesk.store.leads import load_leads
from qualdesk.store.schema_calls import answer, attempt, callback, suppression
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact, contact_email

_CHUNK = 500


@frozen
class KeptAnswer:
    """The newest answer to a question, and the call it was given in."""

    answer: Answer
    given_at: datetime
    attempt_id: AttemptId


@frozen
class EndedCall:
    """A call that has ended, with the versions it was made under."""

    id: AttemptId
    started_at: datetime
    ended_at: datetime | None
    caller: str
    outcome: str
    reason: str
    note: str
    script_version_id: ScriptVersionId | None
    definition_version_id: DefinitionVersionId | None


@frozen
class KeptStory:
    """A lead and all that is kept about it.

    Attributes:
        calls: oldest first.
        referred: leads that stand in the queue because this one named them.
        promise: the time agreed for a call back that has not been kept yet.
        is_held: a caller has the lead open at this moment.
        is_suppressed: it may not be called, and so may not leave.
        beside: talks with sales, material and yeses to mails noted on its calls.
        wish: what a supervisor said of it since it qualified.
    """

    lead: Lead
    answers: tuple[KeptAnswer, ...] = ()
    calls: tuple[EndedCall, ...] = ()
    referred: tuple[Lead, ...] = ()
    promise: Promise | None = None
    is_held: bool = False
    is_held_back: bool = False
    is_suppressed: bool = False
    beside: BesideCall = NOTHING_BESIDE
    wish: Wish | None = None


def qualified(tx: Transaction, campaign_id: CampaignId) -> tuple[LeadId, ...]:
    """The campaign's leads that stand qualified, in the order they were made."""
    query = (
        sa.select(lead.c.id)
        .where(lead.c.campaign_id == campaign_id, lead.c.state == Bucket.QUALIFIED.value)
        .order_by(lead.c.id)
    )
    return tuple(LeadId(one) for one in tx.connection.scalars(query))


def load_stories(tx: Transaction, ids: Sequence[LeadId]) -> tuple[KeptStory, ...]:
    """The stories of these leads, in their order; leads there are none of are left out."""
    stories: list[KeptStory] = []
    for start in range(0, len(ids), _CHUNK):
        stories.extend(_some(tx, ids[start : start + _CHUNK]))
    return tuple(stories)


def load_outlines(tx: Transaction, ids: Sequence[LeadId]) -> tuple[KeptStory, ...]:
    """The stories of some hundred leads without what only their briefs tell.

    Whom they named, promises and what was agreed beside are left out: a list of thousands does
    not show it.
    """
    leads = load_leads(tx, ids)
    answers, calls = _answers(tx, ids), _calls(tx, ids)
    suppressed, said = _suppressed(tx, ids), wishes(tx, ids)
    rows = tx.connection.execute(sa.select(lead).where(lead.c.id.in_(ids)))
    stands = {row.id: row for row in rows}
    return tuple(
        KeptStory(
            lead=one,
            answers=tuple(answers[lead_id]),
            calls=tuple(calls[lead_id]),
            is_held=_is_held(stands[lead_id], tx.now),
            is_held_back=stands[lead_id].held_back,
            is_suppressed=lead_id in suppressed,
            wish=_since(said.get(lead_id), calls[lead_id]),
        )
        for lead_id, one in leads.items()
    )


def _some(tx: Transaction, ids: Sequence[LeadId]) -> list[KeptStory]:
    referred, promises = _referred(tx, ids), _promises(tx, ids)
    there = beside_many(tx, ids)
    return [
        replace(
            one,
            referred=tuple(referred[one.lead.id]),
            promise=promises.get(one.lead.id),
            beside=there.get(one.lead.id, NOTHING_BESIDE),
        )
        for one in load_outlines(tx, ids)
    ]


def _since(wish: Wish | None, calls: Sequence[EndedCall]) -> Wish | None:
    """What was said since the lead qualified. A word on an earlier time is no word on this one."""
    made = [call.started_at for call in calls if call.outcome == "qualified"]
    return wish if wish and (not made or wish.said_at >= made[-1]) else None


def _is_held(row: Any, now: datetime) -> bool:
    # Kept for undo is not held: who hands the lead over within those seconds ends them.
    return row.claimed_by is not None and row.claim_kind != "undo" and row.claim_until > now


def _suppressed(tx: Transaction, ids: Sequence[LeadId]) -> frozenset[LeadId]:
    """Those whose person or company may not be called, asked once for all of them.

    Whoever asks not to be called leaves the qualified leads at once. This is the second look,
    for what was suppressed on a way nobody thought of: no such lead is ever handed on.
    """
    # Correlated by name: two levels down SQLAlchemy would take all contacts instead of this one,
    # and one person's wish would hold back everybody.
    addresses = (
        sa.select(contact_email.c.fingerprint)
        .where(contact_email.c.contact_id == contact.c.id)
        .correlate(contact)
    )
    query = (
        sa.select(lead.c.id)
        .join(campaign, campaign.c.id == lead.c.campaign_id)
        .join(contact, contact.c.id == lead.c.contact_id)
        .outerjoin(company, company.c.id == contact.c.company_id)
        .where(
            lead.c.id.in_(ids),
            sa.exists().where(
                counts_for(campaign.c.client),
                suppression.c.lifted_at.is_(None),
                suppression.c.fingerprint != "",
                sa.or_(
                    suppression.c.fingerprint == contact.c.fingerprint,
                    suppression.c.fingerprint == company.c.fingerprint,
                    suppression.c.fingerprint.in_(addresses),
                ),
            ),
        )
    )
    return frozenset(LeadId(one) for one in tx.connection.scalars(query))


def _answers(tx: Transaction, ids: Sequence[LeadId]) -> defaultdict[LeadId, list[KeptAnswer]]:
    """The newest answer to each question, in the order the questions were first answered."""
    query = (
        sa.select(answer)
        .where(answer.c.lead_id.in_(ids), answer.c.is_conflict.is_(False))
        .order_by(answer.c.given_at, answer.c.order, answer.c.id)
    )
    newest: dict[tuple[int, str], Any] = {}
    for row in tx.connection.execute(query):
        newest[row.lead_id, row.question] = row
    kept: defaultdict[LeadId, list[KeptAnswer]] = defaultdict(list)
    for (lead_id, question), row in newest.items():
        if row.is_cleared:
            continue
        value = tuple(row.value) if isinstance(row.value, list) else row.value
        said = Answer(
            question=QuestionId(question),
            value=value,
            words=row.words,
            does_not_know=row.does_not_know,
        )
        kept[LeadId(lead_id)].append(
            KeptAnswer(answer=said, given_at=row.given_at, attempt_id=AttemptId(row.attempt_id))
        )
    return kept


def _calls(tx: Transaction, ids: Sequence[LeadId]) -> defaultdict[LeadId, list[EndedCall]]:
    """The calls that count: dialled or taken up, and ended, not undone, not a conflict."""
    query = (
        sa.select(attempt)
        .where(
            attempt.c.lead_id.in_(ids),
            attempt.c.outcome != "",
            sa.or_(attempt.c.number != "", attempt.c.is_incoming),
            attempt.c.undone_at.is_(None),
            attempt.c.is_conflict.is_(False),
        )
        .order_by(attempt.c.started_at, attempt.c.id)
    )
    kept: defaultdict[LeadId, list[EndedCall]] = defaultdict(list)
    for row in tx.connection.execute(query):
        kept[LeadId(row.lead_id)].append(
            EndedCall(
                id=AttemptId(row.id),
                started_at=row.started_at,
                ended_at=row.ended_at,
                caller=row.caller,
                outcome=row.outcome,
                reason=row.reason,
                note=row.note,
                script_version_id=row.script_version_id,
                definition_version_id=row.definition_version_id,
            )
        )
    return kept


def _referred(tx: Transaction, ids: Sequence[LeadId]) -> defaultdict[LeadId, list[Lead]]:
    query = (
        sa.select(lead.c.id, lead.c.referred_by)
        .where(lead.c.referred_by.in_(ids))
        .order_by(lead.c.id)
    )
    rows = tx.connection.execute(query).all()
    leads = load_leads(tx, [LeadId(row.id) for row in rows])
    kept: defaultdict[LeadId, list[Lead]] = defaultdict(list)
    for row in rows:
        kept[LeadId(row.referred_by)].append(leads[LeadId(row.id)])
    return kept


def _promises(tx: Transaction, ids: Sequence[LeadId]) -> dict[LeadId, Promise]:
    """The newest agreed time of each lead that nobody has kept yet."""
    query = (
        sa.select(callback)
        .where(
            callback.c.lead_id.in_(ids),
            callback.c.kind == "fixed",
            callback.c.state == "set",
            callback.c.wall != "",
        )
        .order_by(callback.c.id)
    )
    return {
        LeadId(row.lead_id): Promise(wall=datetime.fromisoformat(row.wall), zone=row.zone)
        for row in tx.connection.execute(query)
    }
