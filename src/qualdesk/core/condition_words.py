"""A condition in words a supervisor reads: "Real need has an answer and Role is Decides"."""

from collections.abc import Sequence
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
from qualdesk.core.wording import tr, tr_later

_DATES: Final = frozenset({"date", "period"})


def condition_words(condition: Condition, script: CallScript) -> str:
    """The condition as a sentence without its end: "Real need is a yes or Date is not later"."""
    match condition:
        case All(parts=parts):
            return _joined(parts, _AND, script) or tr("always")
        case AnyOf(parts=parts):
            return _joined(parts, _OR, script) or tr("never")
        case Not(part=part):
            return _negated(part, script)
        case _:
            return _compared(condition, script)


def name_in(script: CallScript, question_id: str) -> str:
    """What a question finds out, in a word or two."""
    question = script.question(question_id)
    if question is None:
        return tr("“{question}”, which is gone,", question=question_id)
    return question.short or question.ask or question.id


def value_in(script: CallScript, question_id: str, value: AnswerValue) -> str:
    """A value as the answers of its question say it."""
    question = script.question(question_id)
    return question.label_of(value) if question is not None else str(value)


def _negated(part: Condition, script: CallScript) -> str:
    match part:
        case Answered(question=question):
            return tr("{name} has no answer", name=name_in(script, question))
        case AnyOf(parts=parts):
            return tr("none of: {parts}", parts=", ".join(_parts(parts, script)))
        case All():
            return tr("not: {part}", part=condition_words(part, script))
        case Not(part=inner):
            return condition_words(inner, script)
        case _:
            return _compared(part, script, negated=True)


def _compared(comparison: Comparison, script: CallScript, *, negated: bool = False) -> str:
    name = name_in(script, comparison.question)
    question = script.question(comparison.question)
    is_when = question is not None and question.kind in _DATES

    def said(value: AnswerValue) -> str:
        return value_in(script, comparison.question, value)

    match comparison:
        case Answered():
            return tr("{name} has an answer", name=name)
        case Equals(value=value):
            return tr(_IS_NOT if negated else _IS, name=name, value=said(value))
        case OneOf(values=values):
            any_of = _chained([said(value) for value in values], _OR)
            return tr(_IS_NOT if negated else _IS, name=name, value=any_of)
        case More(than=than):
            says = _AFTER if is_when else _MORE
            return tr(says[negated], name=name, value=said(than))
        case Less(than=than):
            says = _BEFORE if is_when else _LESS
            return tr(says[negated], name=name, value=said(than))


def _joined(parts: tuple[Condition, ...], word: str, script: CallScript) -> str:
    return _chained(_parts(parts, script), word)


def _parts(parts: tuple[Condition, ...], script: CallScript) -> list[str]:
    said = []
    for part in parts:
        words = condition_words(part, script)
        nested = isinstance(part, All | AnyOf) and len(part.parts) > 1
        said.append(f"({words})" if nested else words)
    return said


def _chained(words: Sequence[str], word: str) -> str:
    """All of them with the word between each two: a comma would hide which of both is meant."""
    first, *others = words or [""]
    for other in others:
        first = tr(word, others=first, last=other)
    return first


_AND = tr_later("{others} and {last}")
_OR = tr_later("{others} or {last}")
_IS, _IS_NOT = tr_later("{name} is {value}"), tr_later("{name} is not {value}")
# As it stands, and negated.
_AFTER = (tr_later("{name} is after {value}"), tr_later("{name} is not after {value}"))
_BEFORE = (tr_later("{name} is before {value}"), tr_later("{name} is not before {value}"))
_MORE = (tr_later("{name} is more than {value}"), tr_later("{name} is not more than {value}"))
_LESS = (tr_later("{name} is less than {value}"), tr_later("{name} is not less than {value}"))
