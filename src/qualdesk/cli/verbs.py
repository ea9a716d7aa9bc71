"""What each verb asks the desk, and how the answer is said."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from qualdesk.cli.call_questions import (
    given_answer,
    question_data,
    question_lines,
    reading_of,
    why_not_counted,
)
from qualdesk.cli.plain import say
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.errors import Refused
from qualdesk.core.languages import in_language, language_tag
from qualdesk.core.priority import Priority
from qualdesk.core.scripts import QuestionId
from qualdesk.core.times import both_clocks, time_words
from qualdesk.desk import Desk

DONE = 0
Verb = Callable[[Desk, Namespace], int]


def campaign_new(desk: Desk, asked: Namespace) -> int:
    """Make a campaign from its files; what is still missing before calls is said."""
    campaign = desk.library.new_from_files(
        asked.name,
        source=asked.source,
        script=asked.script,
        definition=asked.definition,
        client=asked.client,
        audience=asked.audience,
    )
    missing = campaign.before_calls()
    lines = [f"Campaign “{campaign.name}” is made."]
    if missing:
        lines.append(f"Before calls can start: {len(missing)} to do.")
        lines += [f"  {sentence}" for sentence in missing]
    data = {"id": campaign.id, "name": campaign.name, "before_calls": missing}
    say(data, lines, as_data=asked.json)
    return DONE


def campaign_list(desk: Desk, asked: Namespace) -> int:
    """The campaigns with their counts."""
    found = desk.library.campaigns()
    lines = [
        f"{summary.campaign.name}: {summary.leads} leads, {summary.called} called, "
        f"{summary.qualified} qualified"
        for summary in found
    ]
    data = [
        {
            "id": summary.campaign.id,
            "name": summary.campaign.name,
            "client": summary.campaign.client,
            "leads": summary.leads,
            "called": summary.called,
            "finished": summary.finished,
            "qualified": summary.qualified,
        }
        for summary in found
    ]
    say(
        data, lines or ["No campaign yet. Make one: qualdesk campaign new NAME"], as_data=asked.json
    )
    return DONE


def buckets(desk: Desk, asked: Namespace) -> int:
    """Every bucket with its count, and the sum."""
    found = desk.floor.buckets(asked.campaign)
    lines = [f"{count:>7}  {bucket.label}" for bucket, count in found.counts.items()]
    lines.append(f"{found.total:>7}  leads")
    say({"buckets": found.counts, "sum": found.total}, lines, as_data=asked.json)
    return DONE


def call_next(desk: Desk, asked: Namespace) -> int:
    """The lead to call now; with ``--dial`` the call is written down and begins."""
    desk.keeper.catch_up()
    card = desk.calling.next_lead(asked.campaign, anyway=asked.anyway)
    if isinstance(card, NothingToCall):
        return say_empty(card, asked)
    if asked.dial and card.attempt is None:
        desk.calling.start_attempt(card.lead.id)
        card = desk.calling.card(card.lead.id)
    if asked.language:
        card = _in_language(desk, card, asked.language)
    reading = reading_of(card)
    lines = card_lines(card, desk.clock.now())
    lines += question_lines(reading) if card.attempt else []
    say(card_data(card) | {"next": question_data(reading)}, lines, as_data=asked.json)
    return DONE


def call_answer(desk: Desk, asked: Namespace) -> int:
    """Keep one answer of the call you are in; the call begins if it has not."""
    if asked.value is None and not asked.does_not_know and not asked.words:
        raise Refused("Give an answer, or --does-not-know.")
    attempt = current_call(desk)
    card = held_lead(desk)
    if asked.language:
        card = _in_language(desk, card, asked.language)
    value = asked.value
    if value is not None:
        question = reading_of(card).script.question(asked.question)
        zone = next(iter(card.lead.contact.zones), card.campaign.window.zone)
        value = given_answer(question, value, desk.clock.now(), zone)
    kept = desk.calling.record_answer(
        attempt,
        QuestionId(asked.question),
        value,
        words=asked.words,
        does_not_know=asked.does_not_know,
    )
    verdict = kept.verdict
    reading = replace(reading_of(card), answers=kept.answers)
    uncounted = why_not_counted(reading, asked.question)
    lines = [f"Kept: {asked.question}. {uncounted}".rstrip()]
    lines += ([verdict.sentence] if verdict else []) + question_lines(reading)
    data = {
        "question": asked.question,
        "counts": not uncounted,
        "points": verdict.points if verdict else None,
        "verdict": verdict.kind if verdict else None,
        "sentence": verdict.sentence if verdict else "",
        "next": question_data(reading),
    }
    say(data, lines, as_data=asked.json)
    return DONE


def call_finish(desk: Desk, asked: Namespace) -> int:
    """End the call you are in with an outcome; what follows from it is said."""
    held = held_lead(desk)
    promise = None
    if asked.call_back:
        promise = desk.calling.read_time(asked.call_back, held.lead.id).promise
    if asked.outcome == "do_not_call":
        done = desk.calling.do_not_call(held.lead.id, scope=asked.scope, asked_by=asked.asked_by)
    else:
        done = desk.calling.finish(
            current_call(desk),
            asked.outcome,
            callback_at=promise,
            reason=asked.reason,
            note=asked.note,
            nurture_until=asked.until,
            new_number=asked.new_number,
            research_for=asked.research_for,
        )
    data = {
        "lead": done.lead_id,
        "outcome": done.outcome,
        "says": done.says,
        "next_at": done.next_at,
        "stands": done.bucket,
    }
    label = desk.calling.outcomes.outcome(done.outcome).label.lower()
    say(data, [f"{held.lead.contact.name}: {label}, {done.says}."], as_data=asked.json)
    return DONE


def call_skip(desk: Desk, asked: Namespace) -> int:
    """Give the lead you hold back without calling; it rests for a while."""
    held = held_lead(desk)
    done = desk.calling.skip(held.lead.id, asked.reason)
    data = {"lead": done.lead_id, "says": done.says, "next_at": done.next_at}
    say(data, [f"{held.lead.contact.name}: skipped, {done.says}."], as_data=asked.json)
    return DONE


def call_refer(desk: Desk, asked: Namespace) -> int:
    """Add somebody the person you hold has named, as a linked lead."""
    held = held_lead(desk)
    added = desk.calling.refer(
        held.lead.id, name=asked.name, title=asked.title, number=asked.number, email=asked.email
    )
    says = "was here already and is linked" if added.existing else "is added to the queue"
    data = {"lead": added.lead_id, "existing": added.existing}
    say(data, [f"{asked.name} {says}."], as_data=asked.json)
    return DONE


def call_undo(desk: Desk, asked: Namespace) -> int:
    """Take back your last outcome; the lead is yours again with all its answers."""
    card = desk.calling.undo()
    say(card_data(card), [f"{card.lead.contact.name} is yours again."], as_data=asked.json)
    return DONE


def card_data(card: CallCard) -> dict[str, Any]:
    """A call card as a program reads it."""
    contact = card.lead.contact
    script = in_language(card.script, card.language) if card.script else None
    return {
        "lead": card.lead.id,
        "name": contact.name,
        "title": contact.title,
        "company": contact.company_name,
        "numbers": [phone.e164 for phone in contact.dialable],
        "emails": contact.emails,
        "zones": contact.zones,
        "campaign": card.campaign.name,
        "priority": card.priority.points,
        "reasons": [{"says": r.says, "points": r.points} for r in card.priority.reasons],
        "touchpoints": [touchpoint.says for touchpoint in card.lead.touchpoints],
        "may_call": card.decision.is_allowed,
        "decision": card.decision.says,
        "attempt": card.attempt.id if card.attempt else None,
        "answers": {
            question: {"value": answer.value, "words": answer.words}
            for question, answer in card.answers.items()
        },
        "verdict": card.verdict.sentence if card.verdict else "",
        "questions": [
            {"id": question.id, "kind": question.kind, "asks": question.ask}
            for question in (script.questions if script else ())
        ],
        "language": card.language,
        "outcomes": {code: what.says for code, what in card.consequences.items()},
    }


def card_lines(card: CallCard, now: datetime) -> list[str]:
    """A call card as a person reads it on a terminal."""
    contact = card.lead.contact
    lines = [
        named(contact.name, contact.title, contact.company_name),
        f"  {', '.join(phone.shown or phone.e164 for phone in contact.dialable)}",
        f"  Priority {card.priority.points}: {reasons_in_words(card.priority)}",
        f"  {card.decision.says}",
    ]
    lines += [f"  {touchpoint.says}" for touchpoint in card.lead.touchpoints]
    if card.callback:
        due = card.callback.promise
        lines.append(f"  Call back promised for {both_clocks(due.at, due.zone, due.zone)}")
        if card.callback.late:
            lines.append(f"  Late: {card.callback.says}")
    lines += [
        f"  {time_words(call.started_at, 'UTC', now=now)} UTC, {call.caller}: {call.label}"
        for call in card.past_calls
    ]
    if card.verdict:
        lines.append(f"  {card.verdict.sentence}")
    if card.attempt:
        to = f"On a call to {card.attempt.number}." if card.attempt.number else "They called us."
        lines.append(f"  {to}")
    return lines


def held_lead(desk: Desk) -> CallCard:
    """The lead of the call one is in, else the one in hand.

    The call comes first: who lost the lead in the middle of it is told so with what they save.
    """
    call = desk.calling.on_call()
    card = desk.calling.card(call.lead_id) if call else desk.calling.held()
    if card is None:
        raise Refused("You hold no lead. Take one first: qualdesk call next")
    return card


def current_call(desk: Desk) -> Any:
    """The call in progress, begun now if the lead is held and nobody has dialled yet."""
    call = desk.calling.on_call()
    if call is not None:
        return call.id
    held = held_lead(desk)
    return desk.calling.start_attempt(held.lead.id).id


def _in_language(desk: Desk, card: CallCard, typed: str) -> CallCard:
    """The card with its call in another language of the script."""
    if card.attempt is None:
        raise Refused("The language belongs to the call. Add --dial.")
    desk.calling.speak(card.attempt.id, language_tag(typed) or typed)
    return desk.calling.card(card.lead.id)


def say_empty(why: NothingToCall, asked: Namespace) -> int:
    """Say why no lead is offered, with the counts (Q3)."""
    lines = [why.says]
    if why.next_at and not why.free:
        at = both_clocks(why.next_at, why.zone, why.zone)
        lines.append(f"The next lead comes free at {at}.")
    data = {
        "leads": [],
        "why_empty": [
            {"code": r.code, "says": r.says, "leads": r.leads, "next_at": r.next_at}
            for r in why.reasons
        ],
        "open_leads": why.open_leads,
        "next_at": why.next_at,
    }
    say(data, lines, as_data=asked.json)
    return DONE


def named(*parts: str) -> str:
    """What is known of a person, in one line."""
    return ", ".join(part for part in parts if part)


def reasons_in_words(priority: Priority) -> str:
    """The parts of a number, each with its points."""
    return " · ".join(f"{reason.says} {reason.points:+d}" for reason in priority.reasons)


VERBS: dict[tuple[str, str], Verb] = {
    ("campaign", "new"): campaign_new,
    ("campaign", "list"): campaign_list,
    ("buckets", ""): buckets,
    ("call", "next"): call_next,
    ("call", "answer"): call_answer,
    ("call", "finish"): call_finish,
    ("call", "skip"): call_skip,
    ("call", "refer"): call_refer,
    ("call", "undo"): call_undo,
}
