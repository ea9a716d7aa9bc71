"""Calls: each is written down before its number is dialled, and ends with an outcome.

A row without a number is no call: an outcome given without dialling (a wrong number seen at
a glance, a do-not-call by mail, a lead skipped). It stands here so that it can be undone.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.calling_rules import Decision, DecisionState
from qualdesk.core.errors import NotFound
from qualdesk.core.events import Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, DefinitionVersionId, LeadId, ScriptVersionId
from qualdesk.core.outcomes import PastCall
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.store import call_acts
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_change, quick_row, quick_rows, quick_write
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_leads import lead
from qualdesk.store.stacks import sort
from qualdesk.store.talks import begin_talk


@frozen
class KeptCall:
    """A call as it is kept. ``outcome`` is empty and ``ended_at`` None while it goes on.

    ``before`` is how the lead stood before the outcome, as :mod:`qualdesk.store.undo` wrote it.
    """

    id: AttemptId
    lead_id: LeadId
    caller: str
    number: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str
    reason: str
    note: str
    hint: str
    token: int
    script_version_id: ScriptVersionId | None
    definition_version_id: DefinitionVersionId | None
    decision: Decision | None
    fit_opened_early: bool
    is_conflict: bool
    before: Mapping[str, Any] | None
    phase: Phase = Phase.AFTER
    language: str = ""
    is_incoming: bool = False

    @property
    def is_call(self) -> bool:
        """Whether somebody was on the line, or was dialled: they called us, or we them."""
        return bool(self.number) or self.is_incoming

    @property
    def is_open(self) -> bool:
        """Whether the call still goes on."""
        return self.ended_at is None


@frozen
class Stands:
    """The columns of a lead that decide whether and when it is tried again."""

    state: str
    state_reason: str
    attempts: int
    tried_on: date | None
    tried_that_day: int
    last_attempt_at: datetime | None
    closes_at: datetime | None
    due_at: datetime | None
    callback_owner: str
    tried_parts: int
    hinted_parts: int
    was_reached: bool
    claimed_by: str
    claim_kind: str
    claim_token: int
    claim_until: datetime | None


def stands(tx: Transaction, lead_id: LeadId) -> Stands:
    """How a lead stands.

    Raises:
        NotFound: there is no such lead.
    """
    row = quick_row(tx, _STANDS, {"lead_id": lead_id})
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return stands_of(row)


def stands_of(row: Any) -> Stands:
    """The same of a lead's row."""
    return Stands(
        state=row.state,
        state_reason=row.state_reason,
        attempts=row.attempts,
        tried_on=date.fromisoformat(row.tried_on) if row.tried_on else None,
        tried_that_day=row.tried_that_day,
        last_attempt_at=row.last_attempt_at,
        closes_at=row.closes_at,
        due_at=row.due_at,
        callback_owner=row.callback_owner,
        tried_parts=row.tried_parts,
        hinted_parts=row.hinted_parts,
        was_reached=row.was_reached,
        claimed_by=row.claimed_by or "",
        claim_kind=row.claim_kind or "",
        claim_token=row.claim_token,
        claim_until=row.claim_until,
    )


def begin(  # noqa: PLR0913 - a call is all of this
    tx: Transaction,
    attempt_id: AttemptId,
    lead_id: LeadId,
    *,
    caller: str,
    number: str,
    token: int,
    decision: Decision | None = None,
    versions: tuple[ScriptVersionId | None, DefinitionVersionId | None] = (None, None),
    phase: Phase = Phase.AFTER,
    language: str = "",
    is_incoming: bool = False,
) -> bool:
    """Write a call down before it is made; False when that id is written already.

    With it goes what the queue learns from: what the lead is to it now, and their own hour.
    """
    there = local_time(tx.said_at, decision.zones[0]) if decision and decision.zones else None
    written = {
        "id": attempt_id,
        "lead_id": lead_id,
        "caller": caller,
        "number": number,
        "now": tx.now,
        "ago": tx.ago,
        "script_version_id": versions[0],
        "definition_version_id": versions[1],
        "claim_token": token,
        "decision": _decision_json(decision),
        "their_hour": there.hour if there else -1,
        "their_day": there.weekday() if there else -1,
        "phase": phase.value,
        "language": language,
        "is_incoming": is_incoming,
    }
    is_new = quick_write(tx, call_acts.BEGIN, written) == 1
    if is_new and (number or is_incoming):
        begin_talk(tx, lead_id, caller)
    return is_new


def count_try(tx: Transaction, lead_id: LeadId, on: date) -> None:
    """Count a try that begins now; ``on`` is the day on the called person's clock."""
    told = {"of_lead": lead_id, "on": on.isoformat(), "now": tx.now}
    quick_write(tx, call_acts.COUNT, told)
    sort(tx, [lead_id])


def load_call(tx: Transaction, attempt_id: AttemptId) -> KeptCall:
    """The call with that id.

    Raises:
        NotFound: there is none.
    """
    found = find_call(tx, attempt_id)
    if found is None:
        raise NotFound(tr("There is no such call. Take the next lead and start one."))
    return found


def find_call(tx: Transaction, attempt_id: AttemptId) -> KeptCall | None:
    """The call with that id, None when there is none."""
    row = quick_row(tx, _CALL, {"attempt_id": attempt_id})
    return _call(row) if row else None


def newest_call(tx: Transaction, lead_id: LeadId) -> KeptCall | None:
    """The lead's newest call or outcome, those kept as conflicts left out."""
    row = quick_row(tx, NEWEST, {"lead_id": lead_id})
    return _call(row) if row else None


def last_outcome(tx: Transaction, caller: str) -> KeptCall | None:
    """What the caller gave last and has not undone, None when there is nothing."""
    query = (
        sa.select(attempt)
        .where(
            attempt.c.caller == caller,
            attempt.c.ended_at.is_not(None),
            attempt.c.before.is_not(None),
            attempt.c.undone_at.is_(None),
            ~attempt.c.is_conflict,
        )
        .order_by(attempt.c.ended_at.desc(), attempt.c.started_at.desc())
        .limit(1)
    )
    row = tx.connection.execute(query).first()
    return _call(row) if row else None


def open_call_of(tx: Transaction, caller: str) -> KeptCall | None:
    """The caller's newest call that has not ended, as after a crash; None when there is none."""
    row = quick_row(tx, OPEN_CALL, {"caller": caller})
    return _call(row) if row else None


def lost_call_of(tx: Transaction, caller: str) -> KeptCall | None:
    """The caller's newest call that somebody else took over and that they have not ended yet."""
    row = quick_row(tx, _LOST_CALL, {"caller": caller})
    return _call(row) if row else None


def keep_learnt(
    tx: Transaction, lead_id: LeadId, *, tried: int, hinted: int, was_reached: bool
) -> None:
    """Keep on the lead what its calls have shown: parts of the day as bits, and whether reached."""
    learnt = {"tried_parts": tried, "hinted_parts": hinted, "was_reached": was_reached}
    quick_write(tx, call_acts.LEARN, {**learnt, "of_lead": lead_id})


def note_outcome(tx: Transaction, lead_id: LeadId, code: str) -> None:
    """Keep on the lead what its last call ended with."""
    quick_write(tx, call_acts.NOTE_OUTCOME, {"of_lead": lead_id, "code": code})


def change_call(tx: Transaction, attempt_id: AttemptId, **columns: Any) -> None:
    """Write the named columns of a call. What a caller's work writes of one has a name each."""
    change = call_acts.CHANGES.get(frozenset(columns))
    if change is None:
        quick_change(tx, attempt, attempt_id, **columns)
        return
    told = {"now" if name in call_acts.AT_ONCE else name: one for name, one in columns.items()}
    if call_acts.AS_SAID & columns.keys():
        told["ago"] = tx.ago
    quick_write(tx, change, {**told, "of_call": attempt_id})


def open_again(tx: Transaction, attempt_id: AttemptId, token: int) -> None:
    """Let a call go on whose outcome is undone; what was written on it stays."""
    quick_write(tx, call_acts.OPEN_AGAIN, {"of_call": attempt_id, "claim_token": token})


def forget_call(tx: Transaction, attempt_id: AttemptId) -> None:
    """Take away a row that was no call, when what it did is undone."""
    quick_write(tx, call_acts.FORGET, {"of_call": attempt_id})


def past_calls(tx: Transaction, lead_id: LeadId, labels: Mapping[str, str]) -> tuple[PastCall, ...]:
    """The lead's calls that have ended, newest first. ``labels`` are the outcomes' by code."""
    rows = quick_rows(tx, PAST, {"lead_id": lead_id})
    return tuple(_past(row, labels) for row in rows)


def _past(row: Any, labels: Mapping[str, str]) -> PastCall:
    said = [row.hint, row.note, row.reason and tr(row.reason)]
    return PastCall(
        id=AttemptId(row.id),
        started_at=row.started_at,
        caller=row.caller,
        outcome=row.outcome,
        label=labels.get(row.outcome, row.outcome or tr("Given back")),
        note=". ".join(part.strip().rstrip(".") for part in said if part.strip()),
        minutes=round((row.ended_at - row.started_at).total_seconds() / 60),
    )


def _call(row: Any) -> KeptCall:
    return KeptCall(
        id=AttemptId(row.id),
        lead_id=LeadId(row.lead_id),
        caller=row.caller,
        number=row.number,
        started_at=row.started_at,
        ended_at=row.ended_at,
        outcome=row.outcome,
        reason=row.reason,
        note=row.note,
        hint=row.hint,
        token=row.claim_token,
        script_version_id=row.script_version_id,
        definition_version_id=row.definition_version_id,
        decision=_decision(row.decision),
        fit_opened_early=row.fit_opened_early,
        is_conflict=row.is_conflict,
        before=row.before,
        phase=Phase(row.phase),
        language=row.language,
        is_incoming=row.is_incoming,
    )


def _decision_json(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    next_at = decision.next_at.isoformat() if decision.next_at else None
    return {**asdict(decision), "next_at": next_at}


def _decision(value: Mapping[str, Any] | None) -> Decision | None:
    if value is None:
        return None
    next_at = datetime.fromisoformat(value["next_at"]).astimezone(UTC) if value["next_at"] else None
    return Decision(
        **{
            **value,
            "state": DecisionState(value["state"]),
            "next_at": next_at,
            "zones": tuple(value["zones"]),
            "rules": tuple(value.get("rules", ())),
            "warnings": tuple(value.get("warnings", ())),
        }
    )


# Built once: building a statement costs as much as running it, and each step of a call needs
# some of these.
_STANDS = sa.select(
    lead.c.state,
    lead.c.state_reason,
    lead.c.attempts,
    lead.c.tried_on,
    lead.c.tried_that_day,
    lead.c.last_attempt_at,
    lead.c.closes_at,
    lead.c.due_at,
    lead.c.callback_owner,
    lead.c.tried_parts,
    lead.c.hinted_parts,
    lead.c.was_reached,
    lead.c.claimed_by,
    lead.c.claim_kind,
    lead.c.claim_token,
    lead.c.claim_until,
).where(lead.c.id == sa.bindparam("lead_id"))
_CALL = sa.select(attempt).where(attempt.c.id == sa.bindparam("attempt_id"))
NEWEST = (
    sa.select(attempt)
    .where(attempt.c.lead_id == sa.bindparam("lead_id"), ~attempt.c.is_conflict)
    .order_by(attempt.c.started_at.desc(), attempt.c.ended_at.desc().nulls_first())
    .limit(1)
)
OPEN_CALL = (
    sa.select(attempt)
    .where(
        attempt.c.caller == sa.bindparam("caller"),
        attempt.c.ended_at.is_(None),
        call_acts.IS_CALL,
        ~attempt.c.is_conflict,
    )
    .order_by(attempt.c.started_at.desc())
    .limit(1)
)
_LOST_CALL = (
    sa.select(attempt)
    .where(
        attempt.c.caller == sa.bindparam("caller"),
        attempt.c.ended_at.is_(None),
        call_acts.IS_CALL,
        attempt.c.is_conflict,
    )
    .order_by(attempt.c.started_at.desc())
    .limit(1)
)
PAST = (
    sa.select(attempt)
    .where(
        attempt.c.lead_id == sa.bindparam("lead_id"),
        attempt.c.ended_at.is_not(None),
        attempt.c.undone_at.is_(None),
    )
    .order_by(attempt.c.started_at.desc(), attempt.c.ended_at.desc())
)
