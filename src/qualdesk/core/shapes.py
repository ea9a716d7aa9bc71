"""Answers as a definition sees them: leads that answered alike share a shape, judged once."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeAlias, get_args

from qualdesk.core.conditions import (
    Answered,
    AnswerValue,
    Comparison,
    comparisons_in,
    holds,
    is_given,
)
from qualdesk.core.definition import Definition, FindingState, Verdict, VerdictKind, judge
from qualdesk.core.questions import Answer, Question, QuestionId, QuestionKind
from qualdesk.core.scripts import WANTS_CALL, Answers, CallScript, live_answers, live_values

# What stands for words: nobody compares with it, and it names nobody.
GIVEN = "(their own words)"


def shape_of(script: CallScript, answers: Answers) -> str:
    """The answers as a definition sees them, as JSON that is the same for the same answers.

    Answers of hidden branches are left out (invariant 8), and so is what was not confirmed.
    Words, people and times say only that there is an answer, unless the script itself looks at
    them. ``null`` is "does not know".
    """
    values = live_values(script, answers)
    kept: dict[str, Any] = {
        str(question): None
        for question, answer in live_answers(script, answers).items()
        if answer.does_not_know and answer.confirmed
    }
    looked_at = _looks(script)
    for question_id, value in values.items():
        question = script.question(question_id)
        kept[str(question_id)] = _folded(question, value, looked_at.get(question_id, ()))
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def answers_in(shape: str) -> dict[QuestionId, Answer]:
    """Answers that a definition cannot tell from those the shape was made of."""
    return {
        QuestionId(question): Answer(
            question=QuestionId(question),
            value=tuple(value) if isinstance(value, list) else value,
            does_not_know=value is None,
        )
        for question, value in json.loads(shape).items()
    }


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How a definition judges a shape, at whatever threshold.

    Attributes:
        points: what its answers are worth.
        passes: whether it is qualified once its points reach the threshold.
        below: what it is while they do not.
        met: the criteria it meets, by id.
    """

    points: int
    passes: bool
    below: VerdictKind
    met: frozenset[str] = frozenset()

    def kind_at(self, threshold: int) -> VerdictKind:
        """The verdict when so many points are needed."""
        return VerdictKind.QUALIFIED if self.passes and self.points >= threshold else self.below


class ShapeJudge:
    """A definition that judges many shapes of one script, each kind of answers only once.

    Two answers that no condition tells apart count as one: where 100,000 leads named a number
    each, a definition that asks for more than two sites sees two kinds of leads.
    """

    def __init__(self, definition: Definition, script: CallScript) -> None:
        self._definition = definition
        self._script = script
        self._looks = _looks(definition, script)
        self._kinds: dict[_Named, int] = {}
        self._numbers: dict[tuple[str, tuple[bool, ...]], int] = {}
        self._known: dict[tuple[int, ...], Standing] = {}

    def standing(self, shape: str) -> Standing:
        """How the definition judges answers of this shape."""
        kinds = self._kinds
        try:
            key = tuple([kinds[_named(*pair)] for pair in json.loads(shape).items()])
        except KeyError:
            key = self._key(shape)
        found = self._known.get(key)
        if found is None:
            found = self._judged(answers_in(shape))
            self._known[key] = found
        return found

    def verdict(self, shape: str) -> Verdict:
        """The whole verdict, with its sentence."""
        return judge(self._definition, self._script, answers_in(shape))

    def _key(self, shape: str) -> tuple[int, ...]:
        """Which kind each answer is of; kinds are numbered as they come."""
        key = []
        for question, value in json.loads(shape).items():
            answer: AnswerValue = tuple(value) if isinstance(value, list) else value
            seen = {question: answer}
            kind = (
                answer is None,
                is_given(answer),
                question == WANTS_CALL and answer == "yes",
                question == WANTS_CALL and answer == "no",
                *(holds(look, seen) for look in self._looks.get(question, ())),
            )
            number = self._numbers.setdefault((question, kind), len(self._numbers))
            self._kinds[_named(question, value)] = number
            key.append(number)
        return tuple(key)

    def _judged(self, answers: Answers) -> Standing:
        # The verdict says nothing of other thresholds: one that is always reached and one that
        # never is show what the rest of the definition makes of these answers.
        low = judge(replace(self._definition, threshold=-_BEYOND), self._script, answers)
        high = judge(replace(self._definition, threshold=_BEYOND), self._script, answers)
        return Standing(
            points=low.points,
            passes=low.kind is VerdictKind.QUALIFIED,
            below=high.kind,
            met=frozenset(f.criterion.id for f in low.findings if f.state is FindingState.MET),
        )


def compares_words(definition: Definition, script: CallScript) -> tuple[Question, ...]:
    """The questions answered in words whose very words a definition compares.

    Their words are not kept in shapes, so such a comparison cannot be tried on the past.
    """
    looks = _looks(definition)
    found = [script.question(question) for question in looks]
    return tuple(
        question
        for question in found
        if question is not None
        and question.kind in _FREE
        and any(not isinstance(look, Answered) for look in looks[question.id])
    )


_Named: TypeAlias = tuple[str, str, str]
# More than any definition can need or give.
_BEYOND = 10**9
_FREE = {QuestionKind.WORDS, QuestionKind.PERSON, QuestionKind.SLOT}
_COMPARISONS = get_args(Comparison)


def _named(question: str, value: object) -> _Named:
    """An answer as a key: the number 1 is not the words "1"."""
    return (question, value, "") if isinstance(value, str) else (question, "", repr(value))


def _folded(
    question: Question | None, value: AnswerValue, looks: tuple[Comparison, ...]
) -> AnswerValue:
    if question is None or question.kind not in _FREE:
        return value
    seen = {str(question.id): value}
    is_told_apart = any(holds(look, seen) for look in looks if not isinstance(look, Answered))
    return value if is_told_apart else GIVEN


def _looks(*documents: object) -> dict[str, tuple[Comparison, ...]]:
    """The comparisons anywhere in the documents, by the question they look at."""
    found: dict[str, dict[Comparison, None]] = {}
    for document in documents:
        for comparison in _comparisons(document):
            found.setdefault(comparison.question, {})[comparison] = None
    return {question: tuple(comparisons) for question, comparisons in found.items()}


def _comparisons(thing: object) -> Iterator[Comparison]:
    # By what it is and not by where it stands: a new place for a condition is found as well.
    if isinstance(thing, _COMPARISONS):
        yield from comparisons_in(thing)
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _comparisons(part)
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from _comparisons(part)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from _comparisons(getattr(thing, one.name))
