"""What is written of a call and of its lead's tries: each statement built once."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from qualdesk.store.acts import act
from qualdesk.store.columns import Said
from qualdesk.store.dialects import insert_or
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_campaigns import stack
from qualdesk.store.schema_claims import claim_log
from qualdesk.store.schema_leads import lead

AT_ONCE = frozenset({"ended_at", "undone_at"})
"""What is written of a call as it happens."""
AS_SAID = frozenset({"ended_at"})
"""Of that, what may have happened before it arrived: it takes ``ago`` beside."""
IS_CALL = sa.or_(attempt.c.number != "", attempt.c.is_incoming)
"""Whether a row is one of somebody who was dialled, or who called us."""
_OF_LEAD = lead.c.id == sa.bindparam("of_lead")
_OF_CALL = attempt.c.id == sa.bindparam("of_call")
_ON: sa.BindParameter[str] = sa.bindparam("on", type_=sa.Text)


def claimed_at(*which: sa.ColumnElement[bool]) -> sa.ScalarSelect[datetime]:
    """When a caller's newest claim of the lead began, nothing where none is written down."""
    theirs = (
        claim_log.c.lead_id == sa.bindparam("lead_id"),
        claim_log.c.caller == sa.bindparam("caller"),
        claim_log.c.how == "claim",
    )
    return sa.select(sa.func.max(claim_log.c.at)).where(*theirs, *which).scalar_subquery()


def _begin() -> sa.Insert:
    traits = sa.select(stack.c.traits).join(lead, lead.c.stack_id == stack.c.id)
    theirs = traits.where(lead.c.id == sa.bindparam("lead_id", type_=sa.Integer))
    named = (
        *("id", "lead_id", "caller", "number", "claim_token", "decision", "phase", "language"),
        *("script_version_id", "definition_version_id", "their_hour", "their_day", "is_incoming"),
    )
    written: dict[str, sa.ColumnElement[Any]] = {name: sa.bindparam(name) for name in named}
    by_then = claim_log.c.token <= sa.bindparam("claim_token")
    written["started_at"] = Said(claimed_at(by_then))
    written["traits"] = sa.func.coalesce(theirs.scalar_subquery(), "")
    return insert_or(attempt).values(written).unless_there()


def _change(name: str, *columns: str) -> sa.Update:
    """Write these columns of one call. It is undone at no other time than now.

    And it has ended now, or when it was said to, where that waited for a line.
    """
    written: dict[str, Any] = {
        one: sa.bindparam("now" if one in AT_ONCE else one) for one in columns
    }
    written |= {one: Said(attempt.c.started_at) for one in AS_SAID & set(columns)}
    return act(name, attempt.update().where(_OF_CALL).values(written))


BEGIN = act("begin_call", _begin())
"""With it goes what its lead is to the queue right then."""
COUNT = act(
    "count_try",
    lead.update()
    .where(_OF_LEAD)
    .values(
        attempts=lead.c.attempts + 1,
        tried_that_day=sa.case((lead.c.tried_on == _ON, lead.c.tried_that_day), else_=0) + 1,
        tried_on=_ON,
        last_attempt_at=sa.bindparam("now"),
    ),
)
LEARN = act(
    "keep_learnt",
    lead.update()
    .where(_OF_LEAD)
    .values({name: sa.bindparam(name) for name in ("tried_parts", "hinted_parts", "was_reached")}),
)
NOTE_OUTCOME = act(
    "note_outcome", lead.update().where(_OF_LEAD).values(last_outcome=sa.bindparam("code"))
)
# By the columns that are written: every set of them that a caller's work writes.
CHANGES: Mapping[frozenset[str], sa.Update] = MappingProxyType(
    {
        frozenset(columns): _change(name, *columns)
        for name, columns in (
            ("end_call", ("ended_at",)),
            ("end_lost_call", ("ended_at", "is_conflict")),
            ("lose_call", ("is_conflict",)),
            ("take_call_up", ("claim_token",)),
            ("write_note", ("note",)),
            ("open_fit_early", ("fit_opened_early",)),
            ("speak", ("language",)),
            ("set_rule_aside", ("overridden",)),
            ("undo_call", ("undone_at",)),
            ("keep_outcome", ("ended_at", "outcome", "reason", "hint", "before")),
            ("keep_outcome_and_note", ("ended_at", "outcome", "reason", "hint", "before", "note")),
            ("keep_late_outcome", ("ended_at", "outcome", "reason", "hint", "note")),
        )
    }
)
OPEN_AGAIN = act(
    "open_call_again",
    attempt.update()
    .where(_OF_CALL)
    .values(
        outcome="",
        reason="",
        hint="",
        ended_at=sa.null(),
        before=sa.null(),
        claim_token=sa.bindparam("claim_token"),
    ),
)
FORGET = act("forget_call", attempt.delete().where(_OF_CALL, ~IS_CALL))
