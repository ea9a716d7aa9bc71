"""The beginning of a call: the number chosen, every rule asked, the call written down."""

from dataclasses import replace
from uuid import uuid4

from qualdesk.core.errors import NotNow, Refused
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.leads import Phone, PhoneState
from qualdesk.core.phone_notes import note_words
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.dialling_rules import decide, keep_overridden
from qualdesk.desk.situations import Situation, situation
from qualdesk.store import calls, queue
from qualdesk.store.along import shown_by
from qualdesk.store.callbacks import keep_promises
from qualdesk.store.database import Transaction


def dial(  # noqa: PLR0917 - a call is all of this
    tx: Transaction,
    lead_id: LeadId,
    caller: str,
    number: str | None = None,
    attempt_id: str | None = None,
    because: str = "",
) -> calls.KeptCall:
    """Write a call down, so that its number may be dialled; one that goes on is given back.

    Raises:
        NotNow: a rule says no; the sentence says which, and when it may be tried.
        Refused: somebody else has the lead, or that number cannot be dialled.
    """
    token = _hold(tx, lead_id, caller)
    # Whoever was dialled without a line was dialled then, and it was their calling hours then.
    found = replace(situation(tx, lead_id, caller), now=tx.said_at)
    if found.call is not None:
        return _same_number(found, number)
    phone = _chosen(found, number)
    decision, aside = decide(tx, found, phone, because=because, by=caller)
    new_id = AttemptId(attempt_id or str(uuid4()))
    calls.begin(
        tx,
        new_id,
        lead_id,
        caller=caller,
        number=phone.e164,
        token=token,
        decision=decision,
        versions=(found.campaign.script_in(found.phase), found.campaign.definition_version_id),
        phase=found.phase,
        language=found.language,
    )
    calls.count_try(tx, lead_id, local_time(tx.said_at, found.standing.zone).date())
    if found.standing.due_at is not None:
        keep_promises(tx, lead_id)
    if aside is not None:
        keep_overridden(tx, found, new_id, aside)
    return calls.load_call(tx, new_id)


def _hold(tx: Transaction, lead_id: LeadId, caller: str) -> int:
    held = queue.held(tx, caller)
    if held is None or held.lead_id != lead_id:
        # Dialled without a line, its hold may have run out by now: it was shown to them once.
        held = queue.claim_lead(tx, lead_id, caller, token=shown_by(tx, lead_id, caller))
    # Else a caller of a team, who read the card for long, might lose sight of it half way through.
    queue.prolong(tx, lead_id, caller, held.until)
    return held.token


def _same_number(found: Situation, number: str | None) -> calls.KeptCall:
    """The call in progress, if it is to that number.

    Raises:
        Refused: it is to another.
    """
    assert found.call is not None
    if number is not None and _find(found, number).e164 != found.call.number:
        raise Refused(tr("You are on a call with them. End it first, then dial the other number."))
    return found.call


def _chosen(found: Situation, number: str | None) -> Phone:
    """The number to dial: the one asked for, or their best.

    Raises:
        NotNow: there is none that can be dialled.
        Refused: that one cannot be.
    """
    if number is not None:
        return _find(found, number)
    if not found.lead.contact.dialable:
        raise NotNow(found.decision().says)
    return found.lead.contact.dialable[0]


def _find(found: Situation, number: str) -> Phone:
    for phone in found.lead.contact.phones:
        if number in {phone.e164, phone.shown, phone.raw} and phone.e164:
            if phone.state.is_dialable:
                return phone
            why = note_words(phone.note) or tr(_NOT_DIALLED[phone.state])
            raise Refused(tr("That number cannot be dialled: {why}. Choose another.", why=why))
    raise Refused(tr("That is none of their numbers. Choose one that is shown."))


_NOT_DIALLED = {
    PhoneState.NO_AREA_CODE: tr_later("no area code"),
    PhoneState.LOST_DIGITS: tr_later("lost digits"),
    PhoneState.BROKEN: tr_later("broken"),
    PhoneState.OUT_OF_SERVICE: tr_later("out of service"),
    PhoneState.WRONG_PERSON: tr_later("wrong person"),
    PhoneState.DO_NOT_CALL: tr_later("do not call"),
}
