"""A few answers to a question that stand for all answers, as far as conditions can tell them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from qualdesk.core.conditions import (
    AnswerValue,
    Comparison,
    Equals,
    Less,
    More,
    OneOf,
    holds,
)
from qualdesk.core.errors import AnswerRefused
from qualdesk.core.periods import days_of
from qualdesk.core.questions import Question, QuestionKind, check_answer


def telling_answers(question: Question, compared: Iterable[Comparison]) -> tuple[AnswerValue, ...]:
    """One answer for every way these comparisons can come out together, and none at all."""
    comparisons = tuple(compared)
    seen: dict[tuple[bool, ...], AnswerValue] = {_seen(None, question, comparisons): None}
    for value in _possible(question, comparisons):
        seen.setdefault(_seen(value, question, comparisons), value)
    return tuple(seen.values())


def _seen(
    value: AnswerValue, question: Question, comparisons: Sequence[Comparison]
) -> tuple[bool, ...]:
    return tuple(holds(comparison, {question.id: value}) for comparison in comparisons)


def _possible(question: Question, comparisons: Sequence[Comparison]) -> Iterator[AnswerValue]:
    constants = [value for comparison in comparisons for value in _constants(comparison)]
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.YES_NO:
            yield from (option.value for option in question.choices)
        case QuestionKind.CHOICES:
            yield from _combined(question, comparisons)
        case QuestionKind.READ_ALOUD:
            return
        case QuestionKind.NUMBER:
            yield from _numbers(v for v in constants if isinstance(v, int | float))
        case _:
            texts = [value for value in constants if isinstance(value, str)]
            written = (*texts, *_times(texts), *_OTHERS)
            yield from (kept for text in written if (kept := _kept(question, text)) is not None)


# Answers nobody compares with, one for every kind that is not chosen from a list.
_OTHERS = ("2000-01-01", "mon 09:00-10:00", "sun 00:15-00:45", "something else", "another thing")


_TOO_LARGE = 10**15


def _constants(comparison: Comparison) -> tuple[AnswerValue, ...]:
    match comparison:
        case Equals(value=value):
            return (value,)
        case OneOf(values=values):
            return values
        case More(than=than) | Less(than=than):
            return (than,)
    return ()


def _kept(question: Question, text: str) -> AnswerValue:
    """The answer as the question keeps it, if it keeps just that; a comparison sees no other."""
    try:
        kept = check_answer(question, text)
    except AnswerRefused:
        return None
    return kept if kept == text else None


def _combined(question: Question, comparisons: Sequence[Comparison]) -> Iterator[tuple[str, ...]]:
    """Choices of several options, as many as comparisons can tell apart."""
    found: dict[tuple[bool, ...], tuple[str, ...]] = {}
    for option in question.options:
        for chosen in ((), *found.values()):
            both = (*chosen, option.value)
            found.setdefault(_seen(both, question, comparisons), both)
    return iter(found.values())


def _numbers(constants: Iterable[int | float]) -> Iterator[int | float]:
    # An answer has at most 15 figures, and true is no number.
    fitting = (n for n in constants if not isinstance(n, bool) and abs(n) < _TOO_LARGE)
    marks = sorted(set(fitting))
    if not marks:
        yield 1
        return
    yield marks[0] - 1
    for low, high in pairwise(marks):
        yield from (low, (low + high) / 2)
    yield from (marks[-1], marks[-1] + 1)


def _times(texts: Iterable[str]) -> Iterator[str]:
    """Days on both sides of every time compared with, and the stretches they lie in."""
    for text in texts:
        days = days_of(text)
        for day in _around(*days) if days else ():
            year, quarter = day.year, (day.month + 2) // 3
            stretches = (f"{year:04}-{day.month:02}", f"{year:04}-Q{quarter}", f"{year:04}")
            yield from (day.isoformat(), *stretches)


def _around(first: date, last: date) -> Iterator[date]:
    one = timedelta(days=1)
    if first > date.min:
        yield first - one
    yield from (first, last)
    if last < date.max:
        yield last + one
