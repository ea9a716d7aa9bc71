"""The question of a call at the command line: its words to read, its answers by number."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from qualdesk.core.cards import CallCard
from qualdesk.core.condition_words import condition_words
from qualdesk.core.conditions import AnswerValue
from qualdesk.core.languages import in_language
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.readings import NOTHING, Reading
from qualdesk.core.scripts import next_question
from qualdesk.core.spoken_answers import read_answer

ALL_ASKED = "Everything is asked. End the call: qualdesk call finish OUTCOME"


def reading_of(card: CallCard) -> Reading:
    """The script as it is read to this person, in the language of the call."""
    return Reading(
        script=in_language(card.script or NOTHING, card.language),
        answers=card.answers,
        source=card.lead.signals.source.value,
        values=card.words,
    )


def question_lines(reading: Reading) -> list[str]:
    """What to read aloud now, and the answers by number; that all is asked when it is."""
    if reading.script is NOTHING:
        return []
    asked = next_question(reading.script, reading.answers)
    if asked is None:
        return ["", ALL_ASKED]
    lines = ["", *(f"  {_flat(reading.say(one))}" for one in _read_before(reading, asked))]
    lines += [f"{asked.id}: {asked.ask}".rstrip(": "), f"  {_flat(reading.say(asked))}"]
    lines += [f"  {'   '.join(_answers(asked))}"] if asked.choices else []
    lines += [f"  ({_flat(reading.filled(asked.coach))})"] if asked.coach else []
    return lines


def question_data(reading: Reading) -> dict[str, Any] | None:
    """The same for a program; None when everything is asked."""
    asked = next_question(reading.script, reading.answers)
    if asked is None:
        return None
    return {
        "id": asked.id,
        "kind": asked.kind,
        "asks": asked.ask,
        "says": reading.say(asked),
        "answers": [{"value": one.value, "label": one.label} for one in asked.choices],
        "may_not_know": asked.may_not_know,
    }


def given_answer(question: Question | None, typed: str, now: datetime, zone: str) -> AnswerValue:
    """What was typed, as the question keeps it: an answer by its number, a day in words.

    What goes to no question stays as it is; the desk says why it cannot be kept.

    Raises:
        AnswerRefused: it does not fit the question.
    """
    if question is None:
        return typed
    return read_answer(question, _by_number(question, typed), now=now, zone=zone)


def why_not_counted(reading: Reading, question_id: str) -> str:
    """Why an answer does not count: its question is not asked; empty when it is."""
    question = reading.script.question(question_id)
    if question is None or question in reading.questions or question.ask_when is None:
        return ""
    when = condition_words(question.ask_when, reading.script)
    return f"It does not count while the question is not asked: only when {when}."


def _read_before(reading: Reading, asked: Question) -> list[Question]:
    """What is only read aloud, right before a question."""
    before: list[Question] = []
    for question in reading.questions:
        if question.id == asked.id:
            break
        before = [] if question.is_asked else [*before, question]
    return before


def _answers(question: Question) -> Iterator[str]:
    for number, option in enumerate(question.choices, 1):
        yield f"{number} {option.label or option.value}"
    if question.may_not_know:
        yield "or --does-not-know"


def _by_number(question: Question, typed: str) -> str:
    """The values that stand at these numbers; other words as they are.

    An option that is called by a figure itself goes before the number it stands at.
    """
    names = {name for one in question.choices for name in (one.value, one.label)}
    is_list = question.kind is QuestionKind.CHOICES
    parts = [part.strip() for part in (typed.split(",") if is_list else [typed])]
    found = []
    for part in parts:
        is_number = part.isascii() and part.isdecimal() and part not in names
        place = int(part) if is_number and len(part) == 1 else 0
        is_there = 0 < place <= len(question.choices)
        found.append(question.choices[place - 1].value if is_there else part)
    return ",".join(found) if question.choices else typed


def _flat(text: str) -> str:
    return " ".join(text.split())
