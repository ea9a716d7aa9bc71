"""A call while the server is out of reach: what the desk would answer, from the card in hand.

Nothing of it is kept here; what was done is in the outbox, and the server has the last word. The
card tells all that is needed: who it is, the script, the definition, until when the lead is held.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from qualdesk.core.cards import CallCard, EmptyReason, NothingToCall, OpenAttempt
from qualdesk.core.changes import NO_CHANGES
from qualdesk.core.consequences import with_answers
from qualdesk.core.definition import judge
from qualdesk.core.errors import NotNow, TimeNotUnderstood
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.core.questions import Answer, QuestionId, check_answer
from qualdesk.core.read_back import place_words, read_back
from qualdesk.core.times import local_time
from qualdesk.core.typed import TypedAnswer
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk.called import CallbackRead, Finished, Recorded, Referred
from qualdesk.links.dialling import dial_link

AWAY = "offline"
"""The reason why nothing can be called while the server is out of reach."""
_LINE_IS_DOWN = tr_later("waits at the team's server, which cannot be reached")
_HELD = timedelta(minutes=1)


@frozen
class DialledHere:
    """A call that was begun without a line, and the address that dials its number."""

    attempt: OpenAttempt
    link: str


def dial_here(
    card: CallCard,
    number: str | None,
    attempt_id: AttemptId,
    now: datetime,
    program: PhoneProgram = USUAL_PROGRAM,
) -> DialledHere:
    """Begin a call with a lead in hand; only who is held, within hours, with no new reason.

    Raises:
        NotNow: they are not held any more, or the hours of the card are over.
    """
    refuse_beyond_hold(card, now)
    best = next((one.e164 for one in card.lead.contact.dialable), "")
    attempt = OpenAttempt(
        id=attempt_id,
        lead_id=card.lead.id,
        number=number or best,
        started_at=now,
        decision=card.decision,
        phase=card.phase,
        script_version_id=card.campaign.script_in(card.phase),
    )
    return DialledHere(attempt=attempt, link=dial_link(attempt.number, program=program))


def refuse_beyond_hold(card: CallCard, now: datetime) -> None:
    """Do nothing for a lead that is held and may be called by what was known with the line.

    Raises:
        NotNow: nobody can know without the server whether they may be called.
    """
    name = card.lead.contact.name
    if not card.decision.is_allowed:
        raise NotNow(card.decision.says)
    if now >= card.claimed_until:
        raise NotNow(
            tr(
                "{name} is not held for you any more. The next lead comes when the line is back.",
                name=name,
            )
        )
    if card.open_until is None or now >= card.open_until:
        raise NotNow(
            tr("The calling hours of {name} may be over, and the line is down.", name=name)
        )


def can_be_called(card: CallCard, now: datetime) -> bool:
    """Whether a lead is held still, and its calling hours go on."""
    try:
        refuse_beyond_hold(card, now)
    except NotNow:
        return False
    return True


def answer_here(card: CallCard, catalogue: Catalogue, given: TypedAnswer) -> Recorded:
    """What is known after an answer, or after one was taken back, and what it adds up to.

    Raises:
        AnswerRefused: the value does not fit the question.
    """
    name = QuestionId(given.question)
    answers = {key: one for key, one in card.answers.items() if key != name}
    newest = None
    question = card.script.question(name) if card.script else None
    if given.value or given.words or given.does_not_know:
        value = check_answer(question, given.value) if question and given.value else given.value
        answers[name] = Answer(
            question=name, value=value, words=given.words, does_not_know=given.does_not_know
        )
        newest = name
    is_judged = card.definition is not None and card.script is not None
    verdict = judge(card.definition, card.script, answers) if is_judged else None  # type: ignore[arg-type]
    return Recorded(
        answers=answers,
        verdict=verdict,
        newest=newest,
        consequences=with_answers(card.consequences, catalogue, card.script, answers, verdict),
        changes=NO_CHANGES,
    )


def finished_here(card: CallCard, attempt_id: str, outcome: str) -> Finished:
    """An outcome as it will be done; it cannot be taken back before the server has it."""
    then = card.consequences.get(outcome)
    return Finished(
        outcome=outcome,
        says=then.says if then else "",
        next_at=then.next_at if then else None,
        bucket=then.bucket if then else Bucket.WAITING,
        attempt_id=AttemptId(attempt_id),
        lead_id=card.lead.id,
        name=card.lead.contact.name,
        undo_until=None,
        changes=NO_CHANGES,
    )


def noted_here() -> Referred:
    """Somebody who was named is noted; who they are is found out with the line."""
    return Referred(lead_id=None, existing=False, changes=NO_CHANGES)


def nothing_here(zone: str) -> NothingToCall:
    """Why there is no lead: all others are at the server."""
    reason = EmptyReason(code=AWAY, says=tr(_LINE_IS_DOWN), leads=0)
    return NothingToCall(reasons=(reason,), zone=zone)


def read_time_here(card: CallCard, text: str, now: datetime, ours: str) -> CallbackRead:
    """A time as it was said, on the person's clock; its hours are checked with the line.

    Raises:
        TimeNotUnderstood: it cannot be read, or has passed.
    """
    from qualdesk.core.spoken_times import hear

    contact = card.lead.contact
    zone = next(iter(contact.zones), card.campaign.window.zone)
    heard = hear(text, now=now, zone=zone, region=contact.country or card.campaign.region)
    if heard.promise.at <= now:
        raise TimeNotUnderstood(tr("That has passed. Say a time that is ahead."))
    says = read_back(heard.promise, ours=ours, now=now, place=place_words(contact))
    return CallbackRead(
        promise=heard.promise,
        says=says,
        warning=tr("The line is down: hours and other promises are checked when it is back."),
        note=heard.note,
    )


def held_words(card: CallCard, now: datetime, zone: str) -> str:
    """Until when the lead is held, counted down, in a sentence; or that it is held no more."""
    name, left = card.lead.contact.name, card.claimed_until - now
    if left <= timedelta():
        return tr("{name} is free for others now; what you save about them is kept.", name=name)
    at, minutes = local_time(card.claimed_until, zone), -(-left // _HELD)
    return tr(
        "{name} is held for you until {at:%H:%M}, {minutes} min more.",
        name=name,
        at=at,
        minutes=minutes,
    )


def along_words(cards: Sequence[CallCard], now: datetime, zone: str) -> str:
    """Until when those that were taken along are held, counted down; empty for none."""
    if not cards:
        return ""
    until = min(one.claimed_until for one in cards)
    at, minutes = local_time(until, zone), -(-(until - now) // _HELD)
    return tr_n(
        len(cards),
        "{n} more lead is held for you until {at:%H:%M}, {minutes} min more.",
        "{n} more leads are held for you until {at:%H:%M}, {minutes} min more.",
        at=at,
        minutes=minutes,
    )
