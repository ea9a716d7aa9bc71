"""Ask-only-when: conditions over answers, as data. Each one has an answer, whatever is missing.

A comparison with a question that has no answer is false, so a condition never fails and a
branch nobody has reached stays hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

AnswerValue: TypeAlias = str | int | float | bool | tuple[str, ...] | None
Values: TypeAlias = Mapping[str, AnswerValue]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """The question has an answer ("does not know" is none)."""

    question: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Equals:
    """The answer is this value; of several chosen, one of them is."""

    question: str
    value: AnswerValue


@dataclass(frozen=True, kw_only=True, slots=True)
class OneOf:
    """The answer is one of these values; of several chosen, any is."""

    question: str
    values: tuple[AnswerValue, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class More:
    """The answer is a number above this."""

    question: str
    than: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Less:
    """The answer is a number below this."""

    question: str
    than: float


@dataclass(frozen=True, kw_only=True, slots=True)
class All:
    """Every part holds; true without parts."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AnyOf:
    """At least one part holds; false without parts."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition: TypeAlias = Answered | Equals | OneOf | More | Less | All | AnyOf | Not


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


def questions_in(condition: Condition | None) -> frozenset[str]:
    """The questions a condition looks at."""
    match condition:
        case None:
            return frozenset()
        case All(parts=parts) | AnyOf(parts=parts):
            return frozenset().union(*(questions_in(part) for part in parts))
        case Not(part=part):
            return questions_in(part)
        case _:
            return frozenset({condition.question})


def is_given(value: AnswerValue) -> bool:
    """Whether a value says anything at all."""
    return value is not None and value not in ("", ())


def _compare(condition: Answered | Equals | OneOf | More | Less, given: AnswerValue) -> bool:
    if not is_given(given):
        return False
    chosen = given if isinstance(given, tuple) else (given,)
    match condition:
        case Answered():
            return True
        case Equals(value=value):
            return value in chosen
        case OneOf(values=values):
            return any(value in chosen for value in values)
        case More(than=than):
            return _is_number(given) and float(given) > than  # type: ignore[arg-type]
        case Less(than=than):
            return _is_number(given) and float(given) < than  # type: ignore[arg-type]


def _is_number(given: AnswerValue) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool)
