"""What must be true of a script, of a definition, and of the two together.

Each problem stands at its key as written in the file, counted from 1: "stages.2.questions.1.say"
is the first question of the second stage. An empty answer means nothing is wrong.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from qualdesk.core import words
from qualdesk.core.conditions import (
    AnswerValue,
    Comparison,
    Condition,
    Equals,
    Less,
    More,
    OneOf,
    comparisons_in,
    is_date,
)
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.errors import Problem
from qualdesk.core.questions import MOST_OPTIONS, Aside, Question, QuestionKind
from qualdesk.core.scripts import WANTS_CALL, CallScript, StageKind

_Thing = TypeVar("_Thing")
_FEWEST_OPTIONS = 2


def script_problems(script: CallScript) -> list[Problem]:
    """What is wrong with a script, all of it, in the order of the file."""
    return [
        *_text_problems("voicemail", script.voicemail, script),
        *_aside_problems("objections", script, script.objections),
        *_stage_problems(script),
        *_question_problems(script),
    ]


def definition_problems(definition: Definition) -> list[Problem]:
    """What is wrong with a definition on its own, in the order of the file."""
    return [
        *_threshold_problems(definition),
        *_criterion_problems(definition),
        *_signature_problems(definition),
    ]


def pair_problems(script: CallScript, definition: Definition) -> list[Problem]:
    """What keeps a definition from being found out with a script.

    Every criterion needs its question, and compares with answers the question can have.
    """
    questions: dict[str, Question] = {q.id: q for q in script.questions}
    found: list[Problem] = []
    for place, criterion in _numbered("criteria", definition.criteria):
        question = questions.get(criterion.question)
        if question is None or not question.is_asked:
            found.append(
                Problem(
                    place=f"{place}.question",
                    says=f"“{criterion.label}” needs the question “{criterion.question}”, and the "
                    f"script “{script.name}” does not ask it. Add it, or name another.",
                )
            )
        for key, condition in _conditions_of(criterion):
            found += _condition_problems(f"{place}.{key}", condition, questions)
    return found


def _threshold_problems(definition: Definition) -> Iterator[Problem]:
    if not definition.must_haves:
        yield Problem(
            place="criteria",
            says="No criterion is a must-have. Mark at least one with must_have = true.",
        )
    if definition.threshold > definition.most:
        yield Problem(
            place="threshold",
            says=f"{definition.threshold} points are needed, and the best call gives "
            f"{definition.most}. Lower the threshold, or give more points.",
        )


def _criterion_problems(definition: Definition) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, criterion in _numbered("criteria", definition.criteria):
        if criterion.id in seen:
            yield Problem(place=f"{place}.id", says=_twice(criterion.id))
        seen.add(criterion.id)
        counts = criterion.must_have or criterion.points or criterion.levels
        if not counts and criterion.not_a_fit_when is None:
            yield Problem(
                place=f"{place}.points",
                says=f"“{criterion.label}” changes nothing. Give it points, or must_have = true.",
            )


def _signature_problems(definition: Definition) -> Iterator[Problem]:
    sides = set()
    for place, signature in _numbered("signatures", definition.signatures):
        if signature.side in sides:
            yield Problem(
                place=f"{place}.side",
                says=f"{signature.side.value.capitalize()} has signed already. One name per side.",
            )
        sides.add(signature.side)


def _stage_problems(script: CallScript) -> Iterator[Problem]:
    order = list(StageKind)
    last = -1
    for place, stage in _numbered("stages", script.stages):
        here = order.index(stage.kind)
        if here <= last:
            yield Problem(
                place=f"{place}.kind",
                says=f"{stage.kind.label} cannot come after {order[last].label}. The order is "
                "open, discover, fit, next_step, each once.",
            )
        last = max(last, here)
    if not any(question.is_asked for question in script.stage(StageKind.DISCOVER).questions):
        yield Problem(
            place="stages",
            says="Nothing is asked in Discover. Ask what they are working on before anything else.",
        )
    if script.question(WANTS_CALL) is None:
        yield Problem(
            place="stages",
            says=f"The question “{WANTS_CALL}” is missing. Add it to next_step as yes_no: would "
            "they like a salesperson to contact them now?",
        )


def _question_problems(script: CallScript) -> Iterator[Problem]:
    everything: dict[str, Question] = {q.id: q for q in script.questions}
    earlier: dict[str, Question] = {}
    for stage_place, stage in _numbered("stages", script.stages):
        for place, question in _numbered(f"{stage_place}.questions", stage.questions):
            if question.id in earlier:
                yield Problem(place=f"{place}.id", says=_twice(question.id))
            if question.id == WANTS_CALL and (
                question.kind is not QuestionKind.YES_NO or stage.kind is not StageKind.NEXT_STEP
            ):
                yield Problem(
                    place=f"{place}.kind",
                    says=f"“{WANTS_CALL}” must be a yes_no question of the stage next_step.",
                )
            yield from _kind_problems(place, question)
            yield from _said_problems(place, question, script)
            yield from _order_problems(f"{place}.ask_when", question, earlier, everything)
            earlier.setdefault(question.id, question)


def _kind_problems(place: str, question: Question) -> Iterator[Problem]:
    has_options = question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}
    count = len(question.options)
    if has_options and not _FEWEST_OPTIONS <= count <= MOST_OPTIONS:
        yield Problem(
            place=f"{place}.options",
            says=f"“{question.id}” has {count} options. A choice takes {_FEWEST_OPTIONS} to "
            f"{MOST_OPTIONS}, one for each number key; 0 is “does not know”.",
        )
    if not has_options and count:
        yield Problem(
            place=f"{place}.options",
            says=f"A {question.kind.value} question has no options of its own. Remove them, or "
            "make it a choice.",
        )
    for key in ("value", "label"):
        shared = Counter(getattr(option, key) for option in question.options)
        for said in sorted(said for said, times in shared.items() if times > 1):
            yield Problem(place=f"{place}.options", says=f"Two options have the {key} “{said}”.")
    if question.unit and question.kind is not QuestionKind.NUMBER:
        yield Problem(place=f"{place}.unit", says="Only a number question has a unit. Remove it.")
    if question.is_asked and not question.ask.strip():
        yield Problem(
            place=f"{place}.ask", says="Say the question in short here; lists on the desk show it."
        )


def _said_problems(place: str, question: Question, script: CallScript) -> Iterator[Problem]:
    yield from _text_problems(f"{place}.say", question.say, script)
    for source, said in question.say_for.items():
        yield from _text_problems(f"{place}.say_for.{source}", said, script)
    yield from _aside_problems(f"{place}.asides", script, question.asides)


def _aside_problems(key: str, script: CallScript, asides: Iterable[Aside]) -> Iterator[Problem]:
    for place, aside in _numbered(key, asides):
        yield from _text_problems(f"{place}.say", aside.say, script)


def _text_problems(place: str, text: str, script: CallScript) -> Iterator[Problem]:
    ids = {question.id for question in script.questions if question.is_asked}
    return (Problem(place=place, says=says) for says in words.check(text, ids))


def _order_problems(
    place: str,
    question: Question,
    earlier: Mapping[str, Question],
    everything: Mapping[str, Question],
) -> Iterator[Problem]:
    for comparison in comparisons_in(question.ask_when):
        if comparison.question == question.id:
            yield Problem(place=place, says="A question cannot wait for its own answer.")
        elif comparison.question in everything and comparison.question not in earlier:
            yield Problem(
                place=place,
                says=f"“{comparison.question}” is asked later. Move it up, or wait for an earlier "
                "question.",
            )
    yield from _condition_problems(place, question.ask_when, everything)


def _condition_problems(
    place: str, condition: Condition | None, questions: Mapping[str, Question]
) -> Iterator[Problem]:
    for comparison in comparisons_in(condition):
        question = questions.get(comparison.question)
        if question is None or not question.is_asked:
            yield Problem(
                place=place,
                says=f"There is no question “{comparison.question}” to answer in the script. "
                "Check its id.",
            )
        else:
            says = _never_holds(comparison, question)
            if says:
                yield Problem(place=place, says=says)


def _never_holds(comparison: Comparison, question: Question) -> str:
    """Why no answer to this question can make the comparison hold; empty when one can."""
    match comparison:
        case More(than=than) | Less(than=than):
            fits = {
                QuestionKind.NUMBER: not isinstance(than, str),
                QuestionKind.DATE: isinstance(than, str) and is_date(than),
            }
            if not fits.get(question.kind, False):
                return (
                    f"“{question.id}” cannot be more or less than {than!r}: compare a number with "
                    "a number, or a date with a date like 2026-09-30."
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
        named = ", ".join(f"“{value}”" for value in wrong)
        verb = "is no answer" if len(wrong) == 1 else "are no answers"
        return f"{named} {verb} to “{question.id}”. Its answers are: {', '.join(known)}."
    return ""


def _conditions_of(criterion: Criterion) -> Iterator[tuple[str, Condition | None]]:
    yield "met_when", criterion.met_when
    for place, level in _numbered("levels", criterion.levels):
        yield f"{place}.when", level.when
    yield "not_a_fit_when", criterion.not_a_fit_when


def _numbered(key: str, things: Iterable[_Thing]) -> Iterator[tuple[str, _Thing]]:
    return ((f"{key}.{number}", thing) for number, thing in enumerate(things, 1))


def _twice(thing: str) -> str:
    return f"“{thing}” is used twice. Every id stands for one thing, for ever."
