"""What must be true of a condition and of words to read: they name what there is.

Each problem stands at its key as written in the file, counted from 1.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from qualdesk.core import words
from qualdesk.core.conditions import (
    All,
    AnswerValue,
    AnyOf,
    Comparison,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
    comparisons_in,
)
from qualdesk.core.errors import Problem
from qualdesk.core.periods import days_of
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.wording import tr, tr_later, tr_n

EMPTY = tr_later("This is empty. Write something.")
EMPTY_LIST = tr_later("This list is empty. Put something in it.")

_Thing = TypeVar("_Thing")


def condition_problems(
    place: str, condition: Condition | None, questions: Mapping[str, Question]
) -> Iterator[Problem]:
    """What keeps a condition from ever being looked at or met, at its key."""
    yield from _empty_problems(place, condition)
    for comparison in comparisons_in(condition):
        yield from _comparison_problems(place, comparison, questions)


def text_problems(place: str, text: str, questions: Collection[str]) -> Iterator[Problem]:
    """What is wrong with words to read, where these questions are asked."""
    return (Problem(place=place, says=says) for says in words.check(text, questions))


def numbered(key: str, things: Iterable[_Thing]) -> Iterator[tuple[str, _Thing]]:
    """The things with their places, counted from 1: ``stages.1``, ``stages.2``."""
    return ((f"{key}.{number}", thing) for number, thing in enumerate(things, 1))


def used_twice(thing: str) -> str:
    """What to say of an id that stands for two things."""
    return tr("“{thing}” is used twice. Every id stands for one thing, for ever.", thing=thing)


def _empty_problems(place: str, condition: Condition | None) -> Iterator[Problem]:
    match condition:
        case All(parts=parts) | AnyOf(parts=parts):
            key = f"{place}.{'all' if isinstance(condition, All) else 'any'}"
            if not parts:
                yield Problem(place=key, says=tr(EMPTY_LIST))
            for part_place, part in numbered(key, parts):
                yield from _empty_problems(part_place, part)
        case Not(part=part):
            yield from _empty_problems(f"{place}.not", part)
        case OneOf(values=()):
            yield Problem(place=f"{place}.one_of", says=tr(EMPTY_LIST))


def _comparison_problems(
    place: str, comparison: Comparison, questions: Mapping[str, Question]
) -> Iterator[Problem]:
    question = questions.get(comparison.question)
    if question is None or not question.is_asked:
        yield Problem(
            place=place,
            says=tr(
                "There is no question “{question}” to answer in the script. Check its id.",
                question=comparison.question,
            ),
        )
    elif says := _never_holds(comparison, question):
        yield Problem(place=place, says=says)


def _never_holds(comparison: Comparison, question: Question) -> str:
    """Why no answer to this question can make the comparison hold; empty when one can."""
    match comparison:
        case More(than=than) | Less(than=than):
            is_time = isinstance(than, str) and days_of(than) is not None
            fits = {
                QuestionKind.NUMBER: not isinstance(than, str),
                QuestionKind.DATE: is_time,
                QuestionKind.PERIOD: is_time,
            }
            if not fits.get(question.kind, False):
                return tr(
                    "“{question}” cannot be more or less than {than!r}: compare a number with a "
                    "number, or a date with a date like 2026-09-30.",
                    question=question.id,
                    than=than,
                )
        case Equals(value=value):
            return _no_such_answer(question, (value,))
        case OneOf(values=values):
            return _no_such_answer(question, values)
    return ""


def _no_such_answer(question: Question, values: tuple[AnswerValue, ...]) -> str:
    known = [option.value for option in question.choices]
    wrong = [str(value) for value in values if value not in known]
    if known and wrong:
        named = ", ".join(tr("“{words}”", words=value) for value in wrong)
        return tr_n(
            len(wrong),
            "{named} is no answer to “{question}”. Its answers are: {known}.",
            "{named} are no answers to “{question}”. Its answers are: {known}.",
            named=named,
            question=question.id,
            known=", ".join(known),
        )
    return ""
