"""Ask-only-when: conditions over answers, as data. Each one has an answer, whatever is missing.

A comparison with a question that has no answer is false, so a condition never fails and a
branch nobody has reached stays hidden.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from qualdesk.core.frozen import frozen
from qualdesk.core.periods import is_before

AnswerValue: TypeAlias = str | int | float | bool | tuple[str, ...] | None
Values: TypeAlias = Mapping[str, AnswerValue]


@frozen
class Answered:
    """The question has an answer ("does not know" is none)."""

    question: str


@frozen
class Equals:
    """The answer is this value; of several chosen, one of them is."""

    question: str
    value: AnswerValue


@frozen
class OneOf:
    """The answer is one of these values; of several chosen, any is."""

    question: str
    values: tuple[AnswerValue, ...]


@frozen
class More:
    """The answer is a number above this, or a day or period that begins after this one ends."""

    question: str
    than: int | float | str


@frozen
class Less:
    """The answer is a number below this, or a day or period that ends before this one begins."""

    question: str
    than: int | float | str


@frozen
class All:
    """Every part holds; true without parts."""

    parts: tuple["Condition", ...]


@frozen
class AnyOf:
    """At least one part holds; false without parts."""

    parts: tuple["Condition", ...]


@frozen
class Not:
    """The part does not hold."""

    part: "Condition"


Comparison: TypeAlias = Answered | Equals | OneOf | More | Less
Condition: TypeAlias = Comparison | All | AnyOf | Not


def holds(condition: Condition | None, values: Values) -> bool:
    """Whether the condition holds over these answers. No condition always holds."""
    match condition:
        case None:
            return True
        case All(parts=parts):
            return all(holds(part, values) for part in parts)
        case AnyOf(parts=parts):
            return any(holds(part, values) for part in parts)
        case Not(part=part):
            return not holds(part, values)
        case _:
            return _compare(condition, values.get(condition.question))


def comparisons_in(condition: Condition | None) -> Iterator[Comparison]:
    """Every comparison inside a condition, from left to right."""
    match condition:
        case None:
            return
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from comparisons_in(part)
        case Not(part=part):
            yield from comparisons_in(part)
        case _:
            yield condition


def questions_in(condition: Condition | None) -> frozenset[str]:
    """The questions a condition looks at."""
    return frozenset(comparison.question for comparison in comparisons_in(condition))


def is_given(value: AnswerValue) -> bool:
    """Whether a value says anything at all."""
    return value is not None and value not in ("", ())


def is_date(text: str) -> bool:
    """Whether the words are a date as an answer keeps it (ISO)."""
    return _ISO_DATE.fullmatch(text) is not None


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _compare(condition: Comparison, given: AnswerValue) -> bool:
    if given is None or not is_given(given):
        return False
    chosen = given if isinstance(given, tuple) else (given,)
    match condition:
        case Answered():
            return True
        case Equals(value=value):
            return any(_is_same(one, value) for one in chosen)
        case OneOf(values=values):
            return any(_is_same(one, value) for one in chosen for value in values)
        case More(than=than):
            return _is_less(than, given)
        case Less(than=than):
            return _is_less(given, than)


def _is_same(given: AnswerValue, wanted: AnswerValue) -> bool:
    # True is not 1 here: Python says it is, nobody who wrote the condition does.
    return given == wanted and isinstance(given, bool) is isinstance(wanted, bool)


def _is_less(small: AnswerValue, large: AnswerValue) -> bool:
    if isinstance(small, str) and isinstance(large, str):
        return is_before(small, large)
    if isinstance(small, bool) or isinstance(large, bool):
        return False
    if isinstance(small, int | float) and isinstance(large, int | float):
        return small < large
    return False
