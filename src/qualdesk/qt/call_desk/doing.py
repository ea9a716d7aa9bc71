"""What is saved from the desk: each save by its name, with plain values, so that it can be kept."""

from typing import Any
from uuid import uuid4

from qualdesk.core.cards import CallCard
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.saves import plain_all
from qualdesk.core.typed import TypedAnswer
from qualdesk.desk.saves import Doing


def dialled(card: CallCard, number: str | None, because: str) -> Doing:
    """A call is written down, before its number is dialled.

    With it goes what it takes to keep it when it can only be told later, and the lead is not to
    be seen any more.
    """
    lead_id, campaign = card.lead.id, card.campaign
    best = next((one.e164 for one in card.lead.contact.dialable), "")
    late = {
        "number": number or best,
        "script": campaign.script_in(card.phase),
        "definition": campaign.definition_version_id,
        "phase": card.phase.value,
        "language": card.language,
    }
    said = {"lead_id": lead_id, "number": number, "attempt_id": str(uuid4()), "because": because}
    return Doing(does="start_attempt", lead_id=lead_id, said=said | {"late": late})


def answered(lead_id: LeadId, answer: TypedAnswer) -> Doing:
    """An answer as it was given; nothing given takes it back."""
    said: dict[str, Any] = {
        "attempt_id": answer.attempt,
        "question": answer.question,
        "answer_id": answer.id,
    }
    if not (answer.value or answer.words or answer.does_not_know):
        return Doing(does="clear_answer", lead_id=lead_id, said=said)
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    more = {"value": value, "words": answer.words, "does_not_know": answer.does_not_know}
    return Doing(does="record_answer", lead_id=lead_id, said=said | more)


def word_left(lead_id: LeadId, says: str) -> Doing:
    """What was noted about a lead nobody called: for whoever has it next."""
    return Doing(does="leave_message", lead_id=lead_id, said={"lead_id": lead_id, "text": says})


def note_on(attempt_id: AttemptId, text: str) -> Doing:
    """The note of a call as it stands."""
    return Doing(does="write_note", said={"attempt_id": attempt_id, "text": text})


def fit_opened(attempt_id: AttemptId) -> Doing:
    """Fit was opened before its time; it is counted."""
    return Doing(does="open_fit", said={"attempt_id": attempt_id})


def spoken_in(attempt_id: AttemptId, language: str) -> Doing:
    """The call goes on in another language of the script."""
    return Doing(does="speak", said={"attempt_id": attempt_id, "language": language})


def by_outcome(lead_id: LeadId, attempt_id: AttemptId, outcome: str, **said: Any) -> Doing:
    """The end of a call with an outcome, and what was said beside it."""
    told = {"attempt_id": attempt_id, "outcome": outcome, "beside": plain_all(said)}
    return Doing(does="finish", lead_id=lead_id, said=told)


def without_call(lead_id: LeadId, outcome: str, reason: str = "") -> Doing:
    """An outcome for a lead nobody dialled."""
    told = {
        "lead_id": lead_id,
        "outcome": outcome,
        "reason": reason,
        "attempt_id": str(uuid4()),
    }
    return Doing(does="finish_without_call", lead_id=lead_id, said=told)


def stop_calling(
    lead_id: LeadId, scope: str, asked_by: str, number: str, attempt_id: AttemptId | None = None
) -> Doing:
    """Never call again: the person, the number or the company; said in a call, it ends with it."""
    told = {
        "lead_id": lead_id,
        "scope": scope,
        "asked_by": asked_by,
        "number": number,
        "attempt_id": attempt_id or str(uuid4()),
    }
    return Doing(does="do_not_call", lead_id=lead_id, said=told)


def skipped(lead_id: LeadId, reason: str) -> Doing:
    """The lead goes back without a call."""
    told = {"lead_id": lead_id, "reason": reason, "attempt_id": str(uuid4())}
    return Doing(does="skip", lead_id=lead_id, said=told)


def referred(lead_id: LeadId, named: dict[str, str]) -> Doing:
    """Somebody was named."""
    return Doing(does="refer", lead_id=lead_id, said={"lead_id": lead_id, "named": named})
