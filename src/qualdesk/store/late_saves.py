"""What was saved too late: kept as it was said, until a supervisor has chosen about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AnswerId, AttemptId, CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.wording import tr
from qualdesk.store.acts import act
from qualdesk.store.call_acts import claimed_at
from qualdesk.store.calls import KeptCall
from qualdesk.store.columns import Said
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_write
from qualdesk.store.schema_calls import answer, attempt
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact
from qualdesk.store.schema_team import late_save

CALL = "call"
"""A whole call; any other word is the name of a single save."""
STOP = "do_not_call"
"""The outcome that counts for everybody at once."""
LEFT, TAKEN = "left", "taken"
"""What a supervisor chose: it stays on record only, or it counts from now on."""


@frozen
class KeptLate:
    """Something that came too late, as it is kept.

    Attributes:
        id: of a call the call's own, else that of the save.
        does: :data:`CALL`, or the name of the save.
        said: of a call its outcome and what was given beside it; empty where it never ended.
        arrived_at: when it reached the workspace, UTC.
    """

    id: str
    attempt_id: AttemptId
    lead_id: LeadId
    caller: str
    does: str
    said: Mapping[str, Any]
    why: str
    arrived_at: datetime
    choice: str
    back: Mapping[str, Any] | None


def keep_late(
    tx: Transaction,
    late_id: str,
    *,
    lead_id: LeadId,
    attempt_id: str,
    caller: str,
    does: str,
    said: Mapping[str, Any] | None = None,
    why: str = "",
) -> bool:
    """Keep what came too late; False when that id is kept already."""
    written = {
        "id": late_id,
        "attempt_id": attempt_id,
        "lead_id": lead_id,
        "caller": caller,
        "does": does,
        "said": dict(said) if said is not None else None,
        "why": why,
        "now": tx.now,
    }
    return quick_write(tx, _KEEP, written) == 1


def begin_late(
    tx: Transaction,
    attempt_id: AttemptId,
    lead_id: LeadId,
    *,
    caller: str,
    number: str,
    versions: tuple[int | None, int | None],
    phase: str,
    language: str,
) -> None:
    """Write a call down beside whoever has the lead now; no hold has the token it gets.

    Of somebody who was erased nothing is written.
    """
    written = {
        "id": attempt_id,
        "lead_id": lead_id,
        "caller": caller,
        "number": number,
        "script": versions[0],
        "definition": versions[1],
        "phase": phase,
        "language": language,
        "now": tx.now,
        "ago": tx.ago,
    }
    quick_write(tx, _BEGIN, written)


def keep_late_call(
    tx: Transaction, call: KeptCall, said: Mapping[str, Any] | None = None, why: str = ""
) -> None:
    """Keep that a call came too late, and when it has ended how, and what was given beside it."""
    keep_late(
        tx,
        call.id,
        lead_id=call.lead_id,
        attempt_id=call.id,
        caller=call.caller,
        does=CALL,
        why=why,
    )
    if said is not None:
        told = {"of_save": call.id, "said": dict(said), "caller": call.caller}
        quick_write(tx, _SAY, told)


def late_waiting(
    tx: Transaction, campaign_id: CampaignId | None = None, limit: int = 200
) -> tuple[KeptLate, ...]:
    """What no supervisor has chosen about, the oldest first.

    A call in which nothing was said and that never ended is none of it.
    """
    query = _LATE.where(late_save.c.settled_at.is_(None), _SAYS_SOMETHING)
    if campaign_id is not None:
        query = query.where(lead.c.campaign_id == campaign_id)
    rows = tx.connection.execute(query.order_by(late_save.c.arrived_at).limit(limit))
    return tuple(map(_late, rows))


def late_wishes(tx: Transaction, most: int = 100) -> tuple[KeptLate, ...]:
    """Wishes not to be called that came late and that nobody has seen to: the caller could not."""
    said_no = late_save.c.said["outcome"].as_string() == STOP
    query = _LATE.where(late_save.c.settled_at.is_(None), late_save.c.does == CALL, said_no)
    query = query.where(lead.c.state != Bucket.DO_NOT_CALL.value)
    return tuple(map(_late, tx.connection.execute(query.limit(most))))


def load_late(tx: Transaction, late_id: str) -> KeptLate:
    """One of them, chosen about or not.

    Raises:
        NotFound: there is none with that id.
    """
    row = tx.connection.execute(_LATE.where(late_save.c.id == late_id)).first()
    if row is None:
        raise NotFound(tr("There is no such late save. Look at the list, and choose one of it."))
    return _late(row)


def answers_of(tx: Transaction, attempt_ids: Sequence[str]) -> dict[str, dict[str, Answer]]:
    """What was said too late in these calls, by call and question; the newest answer of each."""
    query = (
        sa.select(answer)
        .where(answer.c.attempt_id.in_(attempt_ids), answer.c.is_conflict)
        .order_by(answer.c.order, answer.c.given_at)
    )
    found: dict[str, dict[str, Answer]] = {}
    for row in tx.connection.execute(query):
        mine = found.setdefault(row.attempt_id, {})
        mine.pop(row.question, None)
        if not row.is_cleared:
            mine[row.question] = Answer(
                question=QuestionId(row.question),
                value=tuple(row.value) if isinstance(row.value, list) else row.value,
                words=row.words,
                does_not_know=row.does_not_know,
            )
    return found


def let_answers_count(tx: Transaction, call: KeptCall) -> dict[str, int]:
    """Let what was said too late in a call count, as said last; the places it had before, by id."""
    late = (
        sa.select(answer.c.id, answer.c.order)
        .where(answer.c.attempt_id == call.id, answer.c.is_conflict)
        .order_by(answer.c.order, answer.c.given_at)
    )
    rows = tx.connection.execute(late).all()
    top = sa.select(sa.func.coalesce(sa.func.max(answer.c.order), 0))
    last = tx.connection.scalar(top.where(answer.c.lead_id == call.lead_id)) or 0
    for place, row in enumerate(rows, last + 1):
        this = answer.update().where(answer.c.id == row.id)
        tx.connection.execute(this.values(is_conflict=False, order=place))
    return {row.id: row.order for row in rows}


def put_answers_back(tx: Transaction, places: Mapping[str, int]) -> None:
    """Let those answers count no more; each has its place again."""
    for answer_id, place in places.items():
        this = answer.update().where(answer.c.id == AnswerId(answer_id))
        tx.connection.execute(this.values(is_conflict=True, order=place))


def settle(
    tx: Transaction, late_id: str, choice: str, by: str, back: Mapping[str, Any] | None = None
) -> bool:
    """Keep what a supervisor chose; False when somebody had chosen before."""
    this = late_save.update().where(late_save.c.id == late_id, late_save.c.settled_at.is_(None))
    done = tx.connection.execute(
        this.values(choice=choice, settled_by=by, settled_at=tx.now, back=back)
    )
    return done.rowcount == 1


def unsettle(tx: Transaction, late_id: str) -> None:
    """Let it wait again."""
    this = late_save.update().where(late_save.c.id == late_id)
    tx.connection.execute(this.values(choice="", settled_by="", settled_at=None, back=None))


def _late(row: Any) -> KeptLate:
    return KeptLate(
        id=row.id,
        attempt_id=AttemptId(row.attempt_id),
        lead_id=LeadId(row.lead_id),
        caller=row.caller,
        does=row.does,
        said=row.said or {},
        why=row.why,
        arrived_at=row.arrived_at,
        choice=row.choice,
        back=row.back,
    )


def _is_erased() -> sa.Exists:
    """Whether the person of the lead ``lead_id`` was erased."""
    return sa.exists().where(
        lead.c.id == sa.bindparam("lead_id"),
        contact.c.id == lead.c.contact_id,
        contact.c.erased_at.is_not(None),
    )


_KNOWN = late_save.alias("known")
_COLUMNS = ("id", "attempt_id", "lead_id", "caller", "does", "why")
_GIVEN = sa.select(
    *(sa.bindparam(name, type_=late_save.c[name].type).label(name) for name in _COLUMNS),
    sa.bindparam("said", type_=late_save.c.said.type).label("said"),
    sa.bindparam("now", type_=late_save.c.arrived_at.type).label("arrived_at"),
)
# What may stand in another's name: nobody's but their own (the caller is who is logged in).
_KEEP = act(
    "keep_late_save",
    late_save.insert().from_select(
        [*_COLUMNS, "said", "arrived_at"],
        _GIVEN.where(
            ~sa.exists().where(_KNOWN.c.id == sa.bindparam("id")),
            # Of somebody who was erased no word is kept again.
            ~_is_erased(),
        ),
    ),
    beyond=True,
)
_OF_CALL = {
    "id": "id",
    "lead_id": "lead_id",
    "caller": "caller",
    "number": "number",
    "script_version_id": "script",
    "definition_version_id": "definition",
    "phase": "phase",
    "language": "language",
}
_BEGIN = act(
    "begin_late_call",
    attempt.insert().from_select(
        [*_OF_CALL, "started_at", "claim_token", "is_conflict"],
        sa.select(
            *(
                sa.bindparam(said, type_=attempt.c[name].type).label(name)
                for name, said in _OF_CALL.items()
            ),
            Said(claimed_at()).label("started_at"),
            sa.literal_column("0").label("claim_token"),
            sa.true().label("is_conflict"),
        ).where(~_is_erased()),
    ),
    beyond=True,
)
_SAY = act(
    "say_late_outcome",
    late_save.update()
    .where(
        late_save.c.id == sa.bindparam("of_save"),
        late_save.c.caller == sa.bindparam("caller"),
        late_save.c.settled_at.is_(None),
    )
    .values(said=sa.bindparam("said")),
)
_LATE = sa.select(late_save).select_from(
    late_save.join(lead, lead.c.id == late_save.c.lead_id).outerjoin(
        attempt, attempt.c.id == late_save.c.attempt_id
    )
)
_SAYS_SOMETHING = sa.or_(
    late_save.c.does != CALL,
    attempt.c.outcome != "",
    attempt.c.note != "",
    sa.exists().where(answer.c.attempt_id == late_save.c.attempt_id, answer.c.is_conflict),
)
