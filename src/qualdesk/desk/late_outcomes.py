"""An outcome for a lead that somebody else has by then: kept with all that was given beside it."""

from dataclasses import fields

from qualdesk.core.errors import NotFound
from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.saves import plain_all
from qualdesk.desk.called import Given
from qualdesk.desk.effects import end
from qualdesk.desk.situations import situation
from qualdesk.store import calls
from qualdesk.store.database import Transaction
from qualdesk.store.history import note as write_history
from qualdesk.store.late_saves import keep_late_call


def keep_late_outcome(
    tx: Transaction, call: calls.KeptCall, outcome: Outcome, given: Given, *, by: str
) -> None:
    """Keep the outcome beside the lead, for a supervisor. A wish not to be called counts at once.

    Whoever asked for it is not called by whoever has the lead now, nor by anybody else.

    Raises:
        OutcomeRefused: something the outcome needs is missing.
    """
    note = call.note if given.note is None else given.note
    if outcome.after is After.SUPPRESS:
        _stop(tx, call, outcome, given, by=by)
    calls.change_call(
        tx,
        call.id,
        outcome=outcome.code,
        ended_at=tx.now,
        note=note,
        reason=given.reason,
        hint=given.hint,
    )
    keep_late_call(tx, call, {"outcome": outcome.code, **plain_all(given_by_name(given))})
    write_history(tx, by, "saved too late", "lead", call.lead_id)


def _stop(
    tx: Transaction, call: calls.KeptCall, outcome: Outcome, given: Given, *, by: str
) -> None:
    try:
        found = situation(tx, call.lead_id, by)
    except NotFound:
        # A caller of a team sees nothing of a lead they do not hold: the keeper does it at once.
        return
    end(tx, found, outcome, given, call=call, by=by)


def given_by_name(given: Given) -> dict[str, object]:
    """What was given beside an outcome, by the names it was given under."""
    return {one.name: getattr(given, one.name) for one in fields(given)}
