"""A condition in words a supervisor reads: "Real need has an answer and Role is Decides"."""

from typing import Final

from qualdesk.core.conditions import (
    All,
    Answered,
    AnswerValue,
    AnyOf,
    Comparison,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
)
from qualdesk.core.scripts import CallScript

_DATES: Final = frozenset({"date", "period"})


def condition_words(condition: Condition, script: CallScript) -> str:
    """The condition as a sentence without its end: "Real need is a yes or Date is not later"."""
    match condition:
        case All(parts=parts):
            return _joined(parts, " and ", script) or "always"
        case AnyOf(parts=parts):
            return _joined(parts, " or ", script) or "never"
        case Not(part=part):
            return _negated(part, script)
        case _:
            return _compared(condition, script)


def name_in(script: CallScript, question_id: str) -> str:
    """What a question finds out, in a word or two."""
    question = script.question(question_id)
    if question is None:
        return f"“{question_id}”, which is gone,"
    return question.short or question.ask or question.id


def value_in(script: CallScript, question_id: str, value: AnswerValue) -> str:
    """A value as the answers of its question say it."""
    question = script.question(question_id)
    return question.label_of(value) if question is not None else str(value)


def _negated(part: Condition, script: CallScript) -> str:
    match part:
        case Answered(question=question):
            return f"{name_in(script, question)} has no answer"
        case AnyOf(parts=parts):
            return f"none of: {_joined(parts, ', ', script)}"
        case All():
            return f"not: {condition_words(part, script)}"
        case Not(part=inner):
            return condition_words(inner, script)
        case _:
            return _compared(part, script, negated=True)


def _compared(comparison: Comparison, script: CallScript, *, negated: bool = False) -> str:
    name = name_in(script, comparison.question)
    question = script.question(comparison.question)
    is_when = question is not None and question.kind in _DATES
    more, less = ("after", "before") if is_when else ("more than", "less than")
    verb = "is not" if negated else "is"

    def said(value: AnswerValue) -> str:
        return value_in(script, comparison.question, value)

    match comparison:
        case Answered():
            return f"{name} has an answer"
        case Equals(value=value):
            return f"{name} {verb} {said(value)}"
        case OneOf(values=values):
            return f"{name} {verb} {' or '.join(said(value) for value in values)}"
        case More(than=than):
            return f"{name} {verb} {more} {said(than)}"
        case Less(than=than):
            return f"{name} {verb} {less} {said(than)}"


def _joined(parts: tuple[Condition, ...], word: str, script: CallScript) -> str:
    said = []
    for part in parts:
        words = condition_words(part, script)
        nested = isinstance(part, All | AnyOf) and len(part.parts) > 1
        said.append(f"({words})" if nested else words)
    return word.join(said)
