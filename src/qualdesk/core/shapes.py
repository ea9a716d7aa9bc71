"""Answers as a definition sees them: leads that answered alike share a shape, judged once."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeAlias, get_args

from qualdesk.core.conditions import (
    Answered,
    AnswerValue,
    Comparison,
    comparisons_in,
    holds,
    is_given,
)
from qualdesk.core.criteria import Definition, FindingState
from qualdesk.core.definition import Standing, Verdict, VerdictKind, judge, stand
from qualdesk.core.questions import Answer, Question, QuestionId, QuestionKind
from qualdesk.core.scripts import WANTS_CALL, Answers, CallScript, live_answers, live_values

Said: TypeAlias = Mapping[str, AnswerValue]
"""What a shape holds: the live answers by question, None for "does not know"."""

# What stands for words: nobody compares with it, and it names nobody.
GIVEN = "(their own words)"


class ShapeMaker:
    """Makes the shapes of answers to one script."""

    def __init__(self, script: CallScript) -> None:
        self._script = script
        self._free = {q.id for q in script.questions if q.kind in _FREE}
        self._looks = _looks(script)

    def shape(self, answers: Answers) -> str:
        """The answers as a definition sees them, as JSON that is the same for the same answers.

        Answers of hidden branches are left out (invariant 8), and so is what was not confirmed.
        Words, people and times say only that there is an answer, unless the script itself looks
        at them. ``null`` is "does not know".
        """
        kept: dict[str, Any] = {
            question: self._folded(question, value)
            for question, value in live_values(self._script, answers).items()
        }
        if any(answer.does_not_know for answer in answers.values()):
            for question, answer in live_answers(self._script, answers).items():
                if answer.does_not_know and answer.confirmed:
                    kept[question] = None
        return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def _folded(self, question: str, value: AnswerValue) -> AnswerValue:
        if question not in self._free:
            return value
        seen = {question: value}
        looks = self._looks.get(question, ())
        is_told_apart = any(holds(look, seen) for look in looks if not isinstance(look, Answered))
        return value if is_told_apart else GIVEN


def shape_of(script: CallScript, answers: Answers) -> str:
    """The shape of answers to a script; of many answers :class:`ShapeMaker` makes it sooner."""
    return ShapeMaker(script).shape(answers)


def said_in(shapes: Sequence[str]) -> list[Said]:
    """What shapes hold, each by question; read together, for there are very many of them."""
    found: list[dict[str, Any]] = json.loads(f"[{','.join(shapes)}]")
    for said, text in zip(found, shapes, strict=True):
        if "[" in text:
            for question, value in said.items():
                if isinstance(value, list):
                    said[question] = tuple(value)
    return list(found)


def answers_in(said: Said) -> dict[QuestionId, Answer]:
    """Answers that a definition cannot tell from those the shape was made of."""
    return {
        QuestionId(question): Answer(
            question=QuestionId(question), value=value, does_not_know=value is None
        )
        for question, value in said.items()
    }


class ShapeJudge:
    """Definitions that judge many shapes of one script, each kind of answers only once.

    Two answers that no condition of theirs tells apart count as one: where 100,000 leads named a
    number each, a definition that asks for more than two sites sees two kinds of leads.
    """

    def __init__(self, definitions: Sequence[Definition], script: CallScript) -> None:
        self._definitions = tuple(definitions)
        self._script = script
        # Where answers missed and answers to come count differently, the path is looked at too.
        self._walks = any(map(_has_negative_group, self._definitions))
        self._missed = () if self._walks else None
        looks = _looks(*self._definitions, *((script,) if self._walks else ()))
        asked = {criterion.question for one in definitions for criterion in one.criteria}
        self._kinds = [
            (question, _Kinds(question, looks.get(question, ())))
            for question in sorted({*asked, *looks, WANTS_CALL})
        ]
        order = [question for question, _ in self._kinds]
        self._ears = [_Ear(definition, order) for definition in self._definitions]
        self._known: dict[tuple[int, ...], tuple[Standing, ...]] = {}

    def standings(self, said: Said) -> tuple[Standing, ...]:
        """How each definition judges answers of a shape, as :func:`said_in` reads them.

        Answers that nothing tells apart give the very same value.
        """
        missed = self._missed
        key = tuple([kinds[said.get(question, missed)] for question, kinds in self._kinds])
        found = self._known.get(key)
        if found is None:
            if self._walks:
                found = tuple([self._judged(one, said) for one in self._definitions])
            else:
                values = {name: value for name, value in said.items() if value is not None}
                found = tuple([ear.standing(key, values) for ear in self._ears])
            self._known[key] = found
        return found

    def verdict(self, said: Said) -> Verdict:
        """The whole verdict of the first definition, with its sentence."""
        return judge(self._definitions[0], self._script, answers_in(said))

    def _judged(self, definition: Definition, said: Said) -> Standing:
        # The verdict says nothing of other thresholds: one that is always reached and one that
        # never is show what the rest of the definition makes of these answers.
        answers = answers_in(said)
        low = judge(replace(definition, threshold=-_BEYOND), self._script, answers)
        high = judge(replace(definition, threshold=_BEYOND), self._script, answers)
        return Standing(
            points=low.points,
            passes=low.kind is VerdictKind.QUALIFIED and not low.tier,
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


class _Ear:
    """A definition that hears kinds of answers, and looks at each criterion once per kind."""

    def __init__(self, definition: Definition, questions: Sequence[str]) -> None:
        self._definition = definition
        place = {question: number for number, question in enumerate(questions)}
        self._criteria = [
            (criterion, [place[one] for one in sorted({criterion.question, *_looks(criterion)})])
            for criterion in definition.criteria
        ]
        self._heard: dict[tuple[int, ...], tuple[bool, int, bool]] = {}
        self._known: dict[tuple[object, ...], Standing] = {}

    def standing(self, key: tuple[int, ...], values: Mapping[str, AnswerValue]) -> Standing:
        """How the definition judges these live values, which are of the kinds in ``key``."""
        heard: list[object] = [values.get(WANTS_CALL) == "yes"]
        for number, (criterion, places) in enumerate(self._criteria):
            one = (number, *[key[place] for place in places])
            if one not in self._heard:
                # Not answered and answered in vain are one, unless an answer counts against it.
                self._heard[one] = (
                    (
                        criterion.is_met(values),
                        criterion.points_for(values),
                        criterion.rules_out(values),
                    )
                    if criterion.question in values
                    else (False, 0, False)
                )
            heard.append(self._heard[one])
        found = self._known.get(tuple(heard))
        if found is None:
            found = self._known[tuple(heard)] = stand(self._definition, values)
        return found


class _Kinds(dict[AnswerValue, int]):
    """Which kind each answer to a question is of; kinds are numbered as they come."""

    def __init__(self, question: str, looks: tuple[Comparison, ...]) -> None:
        super().__init__()
        self._question = question
        self._looks = looks
        self._numbers: dict[tuple[bool, ...], int] = {}

    def __missing__(self, answer: AnswerValue) -> int:
        """An answer seen for the first time."""
        seen = {self._question: answer}
        kind = (
            answer is None,
            is_given(answer),
            self._question == WANTS_CALL and answer == "yes",
            *(holds(look, seen) for look in self._looks),
        )
        number = self[answer] = self._numbers.setdefault(kind, len(self._numbers))
        return number


# More than any definition can need or give.
_BEYOND = 10**9
_FREE = {QuestionKind.WORDS, QuestionKind.PERSON, QuestionKind.SLOT}
_COMPARISONS = get_args(Comparison)


def _has_negative_group(definition: Definition) -> bool:
    """Whether a group can count against a lead: there it matters what nobody has asked yet."""
    return any(
        min(criterion.points, *(level.points for level in criterion.levels), 0) < 0
        for criterion in definition.criteria
        if criterion.group
    )


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
