"""Finished leads counted by how they answered and what became of them; history that was loaded."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId, ScriptVersionId
from qualdesk.core.leads import Bucket
from qualdesk.core.replay import Result
from qualdesk.store.bulk import chunks, rows_with
from qualdesk.store.database import Transaction
from qualdesk.store.finished import ANSWERED, DONE, with_item
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_past import answer_shape, finished_case, past_load
from qualdesk.store.schema_people import contact

_WON = (Bucket.WON.value, Bucket.LOST.value)
_HANDED = (Bucket.QUALIFIED.value, Bucket.IN_BATCH.value)


class Scope(NamedTuple):
    """Whose finished leads are looked at.

    ``with_history``: also history that was loaded for no campaign.
    """

    campaigns: tuple[CampaignId, ...]
    with_history: bool = False


class Group(NamedTuple):
    """So many leads that answered alike and of which the same became."""

    shape_id: int
    result: Result
    leads: int


class Shape(NamedTuple):
    """Answers as a definition sees them, and the script they were given under."""

    id: int
    script_version_id: ScriptVersionId
    text: str


@frozen
class Case:
    """A finished lead by name, as it is shown in a list of those that change."""

    shape_id: int
    lead_id: LeadId | None
    campaign_id: CampaignId | None
    name: str
    result: Result
    finished_at: datetime


def count_finished(tx: Transaction, of: Scope | None = None) -> int:
    """How many finished leads there are to try a definition on."""
    return sum(group.leads for group in groups(tx, of))


def groups(tx: Transaction, of: Scope | None = None) -> list[Group]:
    """All finished leads, those alike counted together; of one campaign, or of all."""
    results = {result.value: result for result in Result}
    queries = _GROUPS if of is None else _GROUPS_OF_SOME
    values = {} if of is None else {"of": list(of.campaigns), "loose": of.with_history}
    return [
        Group(row.shape_id, results[row.came_to], row.leads)
        for query in queries
        for row in quick_rows(tx, query, values)
    ]


def shapes(tx: Transaction, numbers: Collection[int]) -> Iterator[Shape]:
    """The shapes with these numbers; where they are many, all there are."""
    if len(numbers) > _FEW_SHAPES:
        rows = iter(quick_rows(tx, _SHAPES, {}))
    else:
        rows = rows_with(tx, list(_SHAPES.selected_columns), answer_shape.c.id, sorted(numbers))
    for number, version, text in rows:
        yield Shape(number, version, text)


def reasons(tx: Transaction, of: Scope | None = None) -> dict[str, int]:
    """Why sales sent leads back, and how many for each reason."""
    cases = finished_case.c
    ours = with_item([handoff_item.c.reason, sa.func.count()], _CASES).where(
        _COUNTS, _RESULT.in_([Result.SENT_BACK.value])
    )
    loaded = sa.select(cases.reason, sa.func.count()).where(
        _LOADED, cases.result == Result.SENT_BACK.value
    )
    found: dict[str, int] = {}
    for query, key in ((ours, handoff_item.c.reason), (loaded, cases.reason)):
        asked = query if of is None else query.where(_inside(of))
        for reason, leads in tx.connection.execute(asked.group_by(key)):
            if reason:
                found[reason] = found.get(reason, 0) + leads
    return found


def cases_of(
    tx: Transaction,
    wanted: Collection[tuple[int, Result]],
    of: Scope | None = None,
    *,
    most: int,
) -> list[Case]:
    """The newest finished leads of these shapes and results, at most so many."""
    found: list[Case] = []
    for some in chunks(_newest(tx, {shape_id for shape_id, _ in wanted}, of)):
        rows = tx.connection.execute(_named_cases(some))
        found += [_case(row) for row in rows if (row.shape_id, Result(row.result)) in wanted]
        if len(found) >= most:
            break
    return found[:most]


def _newest(tx: Transaction, shape_ids: Collection[int], of: Scope | None) -> Iterator[int]:
    """The numbers of the cases of these shapes, the newest first."""
    cases = finished_case.c
    query = sa.select(cases.id, cases.shape_id).order_by(cases.finished_at.desc(), cases.id.desc())
    if of is not None:
        query = query.where(_inside(of))
    if len(shape_ids) <= _FEW_SHAPES:
        query = query.where(cases.shape_id.in_(sorted(shape_ids)))
    for number, shape_id in tx.connection.execute(query):
        if shape_id in shape_ids:
            yield number


def _named_cases(numbers: Sequence[int]) -> sa.Select[Any]:
    cases = finished_case.c
    columns = [
        cases.shape_id,
        cases.lead_id,
        cases.campaign_id,
        sa.func.coalesce(contact.c.name, cases.label).label("name"),
        sa.case((cases.lead_id.is_(None), cases.result), else_=_RESULT).label("result"),
        cases.finished_at,
    ]
    everything = finished_case.outerjoin(lead, lead.c.id == cases.lead_id).outerjoin(
        contact, contact.c.id == lead.c.contact_id
    )
    query = with_item(columns, everything).where(cases.id.in_(numbers), sa.or_(_LOADED, _COUNTS))
    return query.order_by(cases.finished_at.desc(), cases.id.desc())


def _inside(of: Scope) -> sa.ColumnElement[bool]:
    ours = finished_case.c.campaign_id.in_(of.campaigns)
    loose = finished_case.c.campaign_id.is_(None)
    return sa.or_(ours, loose) if of.with_history else ours


def _case(row: Any) -> Case:
    return Case(
        shape_id=row.shape_id,
        lead_id=row.lead_id,
        campaign_id=row.campaign_id,
        name=row.name,
        result=Result(row.result),
        finished_at=row.finished_at,
    )


# More of them are sooner found by passing over all cases than by asking for each.
_FEW_SHAPES = 500
_CASES = finished_case.join(lead, lead.c.id == finished_case.c.lead_id)
# Rows of history that is whole and was not undone.
_LOADED = sa.and_(
    finished_case.c.lead_id.is_(None),
    finished_case.c.past_load_id.in_(
        sa.select(past_load.c.id).where(past_load.c.undone_at.is_(None))
    ),
)
_ITEM = sa.func.coalesce(handoff_item.c.state, "")
# A lead that was opened again counts when sales has answered, and else once it is done with.
_COUNTS = sa.or_(lead.c.state.in_(DONE), _ITEM.in_(ANSWERED))
_RESULT = sa.case(
    (lead.c.state.in_(_WON), lead.c.state),
    (_ITEM.in_(ANSWERED), _ITEM),
    (lead.c.state.in_(_HANDED), sa.literal(Result.HANDED.value)),
    else_=sa.literal(Result.NOT_HANDED.value),
)
_LEADS = sa.func.count().label("leads")
_GROUPS = (
    # Not called by the name of a column: SQLite would group by that.
    with_item([finished_case.c.shape_id, _RESULT.label("came_to"), _LEADS], _CASES)
    .where(_COUNTS)
    .group_by(finished_case.c.shape_id, sa.text("came_to")),
    sa.select(finished_case.c.shape_id, finished_case.c.result.label("came_to"), _LEADS)
    .where(_LOADED)
    .group_by(finished_case.c.shape_id, finished_case.c.result),
)
_OF: sa.BindParameter[list[int]] = sa.bindparam("of", expanding=True)
_INSIDE = sa.or_(
    finished_case.c.campaign_id.in_(_OF),
    sa.and_(finished_case.c.campaign_id.is_(None), sa.bindparam("loose", type_=sa.Boolean)),
)
_GROUPS_OF_SOME = tuple(query.where(_INSIDE) for query in _GROUPS)
_SHAPES = sa.select(answer_shape.c.id, answer_shape.c.script_version_id, answer_shape.c.shape)
