"""Finished leads as cases to try a definition on: filled from leads that are done with."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, DefinitionVersionId, LeadId, ScriptVersionId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.scripts import CallScript
from qualdesk.core.shapes import ShapeMaker
from qualdesk.store.bulk import rows_with
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import answer, attempt, handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_past import answer_shape, finished_case

DONE = tuple(
    bucket.value
    for bucket in (
        *(Bucket.QUALIFIED, Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK, Bucket.NURTURE),
        *(Bucket.NOT_A_FIT, Bucket.UNREACHABLE, Bucket.DO_NOT_CALL, Bucket.WON, Bucket.LOST),
    )
)
"""Where a lead stands that is done with, at least for now."""

ANSWERED = (Bucket.TAKEN.value, Bucket.SENT_BACK.value)
"""States of a lead in a batch of which sales has said something."""

_WITH_SALES = tuple(
    bucket.value
    for bucket in (Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK, Bucket.WON, Bucket.LOST)
)
# A lead may have left more than once: what was said of it last counts. What was recalled is as if
# it had not left: it must not hide what sales said before.
_last = (
    sa.select(handoff_item.c.lead_id, sa.func.max(handoff_item.c.batch_id).label("batch_id"))
    .where(handoff_item.c.state != "recalled")
    .group_by(handoff_item.c.lead_id)
    .subquery("last_batch")
)


def with_item(columns: Sequence[Any], of: sa.FromClause) -> sa.Select[Any]:
    """Rows of leads (``of`` holds the lead's table) with the batch they left in last, if any."""
    joined = of.outerjoin(_last, _last.c.lead_id == lead.c.id).outerjoin(
        handoff_item,
        sa.and_(handoff_item.c.batch_id == _last.c.batch_id, handoff_item.c.lead_id == lead.c.id),
    )
    return sa.select(*columns).select_from(joined)


@frozen
class Unseen:
    """A lead that is done with and whose case is missing or old.

    Attributes:
        at: when it was called last, or when it left for sales.
        has_left: sales has it, or has answered. What sales said belongs to the answers that
            sales saw: what was said after ``at`` does not count then.
    """

    lead_id: LeadId
    campaign_id: CampaignId
    at: datetime
    has_left: bool


@frozen
class Said:
    """What a finished lead answered, under which script, and what it was judged by."""

    lead: Unseen
    script: ScriptVersionId
    judged_by: DefinitionVersionId | None
    answers: Mapping[QuestionId, Answer]


@dataclass(frozen=True, slots=True)
class NewShape:
    """Answers as a definition sees them, before they have a number."""

    script_version_id: ScriptVersionId
    shape: str

    @property
    def sha256(self) -> str:
        """How the same shape is known again."""
        return hashlib.sha256(self.shape.encode()).hexdigest()


def unseen(tx: Transaction) -> tuple[Unseen, ...]:
    """The leads whose cases must be made, or made anew.

    A lead somebody holds is not done with: for some seconds its outcome can be undone.
    """
    campaigns = list(tx.connection.scalars(sa.select(campaign.c.id)))
    found = {
        row.id: row
        for query in (_done(campaigns), _RECYCLED)
        for row in tx.connection.execute(query, {"now": tx.now})
    }
    return tuple(_unseen(row) for _, row in sorted(found.items()))


def of_leads(tx: Transaction, ids: Sequence[LeadId]) -> tuple[Unseen, ...]:
    """The same facts of leads whose cases are there already."""
    query = _facts().where(lead.c.id.in_(ids), lead.c.last_attempt_at.is_not(None))
    return tuple(map(_unseen, tx.connection.execute(query.order_by(lead.c.id))))


def fill(
    tx: Transaction,
    leads: Sequence[Unseen],
    script_of: Callable[[ScriptVersionId], CallScript],
) -> int:
    """Make the cases of these leads, or make them anew; how many there are now.

    A lead nobody worked by a script with leaves no case.
    """
    makers: dict[ScriptVersionId, ShapeMaker] = {}
    made = []
    for said in said_by(tx, leads):
        if said.script not in makers:
            makers[said.script] = ShapeMaker(script_of(said.script))
        made.append((said, NewShape(said.script, makers[said.script].shape(said.answers))))
    numbers = shape_numbers(tx, [shape for _, shape in made])
    _write(tx, [(said, numbers[shape]) for said, shape in made])
    return len(made)


def said_by(tx: Transaction, leads: Sequence[Unseen]) -> list[Said]:
    """What these leads answered, as far as it counts; those without a script are left out."""
    ids = sorted({one.lead_id for one in leads})
    talks, rows = _talks(tx, ids), _rows(tx, ids)
    found = []
    for one in leads:
        until = one.at if one.has_left else None
        calls = [c for c in talks[one.lead_id] if until is None or c.started_at <= until]
        scripts = [c.script_version_id for c in calls if c.script_version_id is not None]
        judged_by = [c.definition_version_id for c in calls if c.definition_version_id is not None]
        if scripts:
            found.append(
                Said(
                    lead=one,
                    script=ScriptVersionId(scripts[-1]),
                    judged_by=DefinitionVersionId(judged_by[-1]) if judged_by else None,
                    answers=_known(rows[one.lead_id], until),
                )
            )
    return found


def shape_numbers(tx: Transaction, shapes: Iterable[NewShape]) -> dict[NewShape, int]:
    """The numbers of shapes; those nobody has answered in before are kept."""
    wanted = {(shape.script_version_id, shape.sha256): shape for shape in shapes}
    if not wanted:
        return {}
    tx.connection.execute(
        tx.dialect.insert(answer_shape).on_conflict_do_nothing(),
        [
            {"script_version_id": version, "sha256": sha256, "shape": shape.shape}
            for (version, sha256), shape in sorted(wanted.items(), key=lambda pair: pair[0])
        ],
    )
    columns = [answer_shape.c.id, answer_shape.c.script_version_id, answer_shape.c.sha256]
    hashes = sorted({sha256 for _, sha256 in wanted})
    return {
        wanted[key]: row.id
        for row in rows_with(tx, columns, answer_shape.c.sha256, hashes)
        if (key := (row.script_version_id, row.sha256)) in wanted
    }


def _done(campaigns: Sequence[int]) -> sa.Select[Any]:
    """Leads that are done with and whose case is missing or old."""
    return _old_cases().where(lead.c.campaign_id.in_(campaigns), lead.c.state.in_(DONE))


def _old_cases() -> sa.Select[Any]:
    said = sa.select(sa.literal(1)).where(answer.c.lead_id == lead.c.id)
    is_old = sa.or_(finished_case.c.id.is_(None), finished_case.c.finished_at != _at())
    return _facts().where(
        sa.or_(lead.c.claimed_by.is_(None), _CANNOT_BE_UNDONE),
        lead.c.last_attempt_at.is_not(None),
        # Answers are looked for last: most cases are as they should be.
        sa.case((is_old, sa.exists(said)), else_=sa.false()),
    )


def _facts() -> sa.Select[Any]:
    columns = [
        lead.c.id,
        lead.c.campaign_id,
        sa.type_coerce(_at(), UtcDateTime()).label("at"),
        _HAS_LEFT.label("has_left"),
    ]
    of = lead.outerjoin(finished_case, finished_case.c.lead_id == lead.c.id)
    found = with_item(columns, of)
    return found.outerjoin(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)


def _at() -> sa.Case[datetime]:
    return sa.case((_HAS_LEFT, handoff_batch.c.sent_at), else_=lead.c.last_attempt_at)


def _unseen(row: Any) -> Unseen:
    return Unseen(
        lead_id=LeadId(row.id),
        campaign_id=CampaignId(row.campaign_id),
        at=row.at,
        has_left=bool(row.has_left),
    )


def _write(tx: Transaction, cases: Sequence[tuple[Said, int]]) -> None:
    if not cases:
        return
    insert = tx.dialect.insert(finished_case)
    new = insert.excluded
    tx.connection.execute(
        insert.on_conflict_do_update(
            index_elements=[finished_case.c.lead_id],
            set_={
                "shape_id": new.shape_id,
                "definition_version_id": new.definition_version_id,
                "finished_at": new.finished_at,
            },
        ),
        [
            {
                "lead_id": said.lead.lead_id,
                "campaign_id": said.lead.campaign_id,
                "shape_id": number,
                "definition_version_id": said.judged_by,
                "finished_at": said.lead.at,
            }
            for said, number in cases
        ],
    )


def _talks(tx: Transaction, ids: Sequence[LeadId]) -> defaultdict[int, list[Any]]:
    """The calls of leads, the oldest first."""
    columns = attempt.c
    found: defaultdict[int, list[Any]] = defaultdict(list)
    wanted = [
        columns.lead_id,
        columns.started_at,
        columns.script_version_id,
        columns.definition_version_id,
    ]
    for row in rows_with(tx, wanted, columns.lead_id, ids):
        found[row.lead_id].append(row)
    for calls in found.values():
        calls.sort(key=lambda call: call.started_at)
    return found


def _rows(tx: Transaction, ids: Sequence[LeadId]) -> defaultdict[int, list[Any]]:
    """What leads answered, each as often as it was said, the oldest first."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows_with(tx, [answer], answer.c.lead_id, ids):
        if not row.is_conflict:
            found[row.lead_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.order, row.given_at))
    return found


def _known(rows: Iterable[Any], until: datetime | None) -> dict[QuestionId, Answer]:
    known: dict[QuestionId, Answer] = {}
    for row in rows:
        if until is not None and row.given_at > until:
            continue
        question = QuestionId(row.question)
        known.pop(question, None)
        if not row.is_cleared:
            known[question] = Answer(
                question=question,
                value=tuple(row.value) if isinstance(row.value, list) else row.value,
                words=row.words,
                does_not_know=row.does_not_know,
            )
    return known


_HAS_LEFT = sa.or_(
    sa.func.coalesce(handoff_item.c.state, "").in_(ANSWERED),
    sa.and_(handoff_item.c.id.is_not(None), lead.c.state.in_(_WITH_SALES)),
)
# The seconds in which a call is opened again by undo are over, though nobody has tidied up yet.
_CANNOT_BE_UNDONE = sa.and_(
    lead.c.claim_kind == "undo", lead.c.claim_until <= sa.bindparam("now", type_=UtcDateTime())
)
# Back in the queue after sales has answered: what they said of it stays true.
_RECYCLED = _old_cases().where(handoff_item.c.state.in_(ANSWERED), lead.c.state.not_in([*DONE]))
