"""A criterion as answers to choose: which count as yes, what each is worth, which rule out.

The editor shows and changes a criterion this way. Each change touches its own part only, so
that ticking one answer never rewrites the rest of what two people have signed.
"""

from collections.abc import Collection
from dataclasses import replace

from qualdesk.core.conditions import (
    Answered,
    AnswerValue,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
    holds,
    questions_in,
)
from qualdesk.core.definition import Criterion, Level
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question, QuestionKind

BOUNDED = frozenset({QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.PERIOD})


@frozen
class AnswerWeight:
    """One answer of a question, and what it does under a criterion.

    Attributes:
        points: of its own, in place of those of the criterion; None for none.
        means: what those points stand for.
    """

    value: str
    label: str
    counts: bool
    rules_out: bool
    points: int | None = None
    means: str = ""


@frozen
class Bound:
    """Above or below a number, or after or before a date; any answer when neither."""

    than: int | float | str | None = None
    is_above: bool = True

    def condition(self, question: str) -> Condition | None:
        """The bound as a condition; None for any answer."""
        if self.than is None:
            return None
        kind = More if self.is_above else Less
        return kind(question=question, than=self.than)


def answer_weights(criterion: Criterion, question: Question) -> tuple[AnswerWeight, ...]:
    """What each answer to choose does, in the order of the question; none for other kinds."""
    found = []
    for option in question.choices:
        values: dict[str, AnswerValue] = {criterion.question: option.value}
        level = _level_of(criterion, option.value)
        found.append(
            AnswerWeight(
                value=option.value,
                label=option.label,
                counts=criterion.is_met(values),
                rules_out=criterion.rules_out(values),
                points=level.points if level is not None else None,
                means=level.means if level is not None else "",
            )
        )
    return tuple(found)


def can_be_chosen(criterion: Criterion, question: Question) -> bool:
    """Whether choosing answers says all there is: nothing hangs on other questions.

    A condition that does was written in a file; it is shown in words, and choosing an answer
    replaces it.
    """
    conditions = [
        criterion.met_when,
        criterion.not_a_fit_when,
        *(level.when for level in criterion.levels),
    ]
    if any(questions_in(one) - {criterion.question} for one in conditions):
        return False
    if question.choices:
        return all(one is None or _is_flat(one) for one in conditions)
    return all(bound_of(one, criterion.question) is not None for one in conditions)


def with_counts(criterion: Criterion, question: Question, counts: Collection[str]) -> Criterion:
    """These answers count as yes, and no others. The same ones change nothing."""
    weights = answer_weights(criterion, question)
    if {one.value for one in weights if one.counts} == set(counts):
        return criterion
    chosen = [one.value for one in weights if one.value in counts]
    if len(chosen) == len(weights):
        return replace(criterion, met_when=None)
    return replace(criterion, met_when=_any_of(criterion.question, chosen))


def with_ruled_out(criterion: Criterion, question: Question, ruled: Collection[str]) -> Criterion:
    """These answers rule a lead out, and no others. The same ones change nothing."""
    weights = answer_weights(criterion, question)
    if {one.value for one in weights if one.rules_out} == set(ruled):
        return criterion
    chosen = [one.value for one in weights if one.value in ruled]
    when = _any_of(criterion.question, chosen) if chosen else None
    return replace(criterion, not_a_fit_when=when)


def with_points_of(
    criterion: Criterion, question: Question, value: str, points: int | None, means: str = ""
) -> Criterion:
    """This answer gives points of its own, or None for those of the criterion."""
    weights = answer_weights(criterion, question)
    same = (points, means if points is not None else "")
    if any(one.value == value and (one.points, one.means) == same for one in weights):
        return criterion
    wanted = [
        replace(one, points=points, means=means if points is not None else "")
        if one.value == value
        else one
        for one in weights
    ]
    levels: dict[tuple[int, str], list[str]] = {}
    for one in wanted:
        if one.points is not None:
            levels.setdefault((one.points, one.means), []).append(one.value)
    return replace(
        criterion,
        levels=tuple(
            Level(when=_any_of(criterion.question, chosen), points=worth, means=says)
            for (worth, says), chosen in levels.items()
        ),
    )


def bound_of(condition: Condition | None, question: str) -> Bound | None:
    """The condition as one bound of this question; None when it is more than that."""
    match condition:
        case None:
            return Bound()
        case Answered(question=asked) if asked == question:
            return Bound()
        case More(question=asked, than=than) if asked == question:
            return Bound(than=than)
        case Less(question=asked, than=than) if asked == question:
            return Bound(than=than, is_above=False)
        case _:
            return None


def with_question(criterion: Criterion, question: Question) -> Criterion:
    """The criterion asked by another question: what hung on the old answers goes."""
    if question.id == criterion.question:
        return criterion
    return replace(
        criterion,
        question=question.id,
        met_when=Equals(question=question.id, value="yes")
        if question.kind is QuestionKind.YES_NO
        else None,
        levels=(),
        not_a_fit_when=None,
        ask=question.ask,
    )


def _any_of(question: str, values: Collection[str]) -> Condition:
    chosen = tuple(values)
    if not chosen:
        return Not(part=Answered(question=question))
    if len(chosen) == 1:
        return Equals(question=question, value=chosen[0])
    return OneOf(question=question, values=chosen)


def _is_flat(condition: Condition) -> bool:
    match condition:
        case Answered() | Equals() | OneOf():
            return True
        case Not(part=part):
            return isinstance(part, Answered | Equals | OneOf)
        case _:
            return False


def _level_of(criterion: Criterion, value: str) -> Level | None:
    """The level an answer alone reaches: the first that holds."""
    values: dict[str, AnswerValue] = {criterion.question: value}
    return next((level for level in criterion.levels if holds(level.when, values)), None)
