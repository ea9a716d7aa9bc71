"""What an answer is worth under a definition: which criterion it feeds, and how."""

from collections.abc import Iterator

from qualdesk.core.conditions import AnswerValue, Condition, Equals, OneOf, comparisons_in
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question
from qualdesk.core.wording import tr


@frozen
class Feed:
    """A value the definition knows for a question, and what it says of it."""

    value: str
    says: str


def feeds_must_have(definition: Definition | None, question: str) -> bool:
    """Whether a must-have is found out by this question."""
    criteria = criteria_of(definition, question)
    return any(criterion.must_have for criterion in criteria)


def criteria_of(definition: Definition | None, question: str) -> tuple[Criterion, ...]:
    """The criteria a question finds out."""
    found = definition.criteria if definition is not None else ()
    return tuple(criterion for criterion in found if criterion.question == question)


def feeds_of(definition: Definition | None, question: Question) -> tuple[Feed, ...]:
    """The values an answer may have so that the definition understands it, best first.

    The values of the question's own answers are among them, whatever they are worth.
    """
    criteria = criteria_of(definition, question.id)
    if not criteria:
        return ()
    known: dict[str, None] = {}
    for criterion in criteria:
        known |= dict.fromkeys(_values(criterion, question.id))
    # Never in the order of the answers: the list would turn under the key that walks it.
    known |= dict.fromkeys(sorted(option.value for option in question.choices if option.value))
    return tuple(Feed(value=value, says=_says(criteria, question.id, value)) for value in known)


def _values(criterion: Criterion, question: str) -> Iterator[str]:
    """The values of this question the criterion compares with."""
    conditions = (
        criterion.met_when,
        *(level.when for level in criterion.levels),
        criterion.not_a_fit_when,
    )
    for condition in conditions:
        for value in _compared(condition, question):
            if isinstance(value, str):
                yield value


def _compared(condition: Condition | None, question: str) -> Iterator[AnswerValue]:
    for comparison in comparisons_in(condition):
        if comparison.question != question:
            continue
        if isinstance(comparison, Equals):
            yield comparison.value
        elif isinstance(comparison, OneOf):
            yield from comparison.values


def _says(criteria: tuple[Criterion, ...], question: str, value: str) -> str:
    """What a value is and what it is worth: Date: within 3 months, +20."""
    said = value.replace("_", " ")
    worth = "; ".join(_worth(criterion, question, value) for criterion in criteria)
    return f"{criteria[0].label}: {said}, {worth}"


def _worth(criterion: Criterion, question: str, value: str) -> str:
    values: dict[str, AnswerValue] = {question: value}
    if criterion.rules_out(values):
        return tr("not a fit")
    points = criterion.points_for(values)
    if criterion.must_have and not criterion.is_met(values):
        return tr("not a yes")
    return f"{points:+d}" if points else "0"
