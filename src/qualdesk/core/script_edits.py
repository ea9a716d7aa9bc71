"""Changes to a script while it is written: each gives the new script, and what now hangs loose.

Ids never change, so other words break no condition and no definition. Only removing, moving and
another kind of answer can, and then each place that needs a look is named.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from qualdesk.core.conditions import comparisons_in
from qualdesk.core.definition import Definition
from qualdesk.core.document_checks import pair_problems
from qualdesk.core.errors import NotFound, Problem, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import MOST_OPTIONS, Option, Question, QuestionId, QuestionKind
from qualdesk.core.script_checks import script_problems
from qualdesk.core.script_uses import name_of, option_uses, uses_of
from qualdesk.core.scripts import WANTS_CALL, CallScript, Stage, StageKind
from qualdesk.core.translations import QuestionWords
from qualdesk.core.wording import tr

_TAKES_OPTIONS = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})


@frozen
class Edited:
    """A changed script.

    Attributes:
        question: the question that was added, copied, moved or changed; None when it is gone.
        warnings: what needs a look now, each at its key in the new script, counted from 1; a
            definition's at ``definition.`` and its key.
    """

    script: CallScript
    question: QuestionId | None = None
    warnings: tuple[Problem, ...] = ()


def new_script(script_id: str, name: str, language: str = "en") -> CallScript:
    """A script to begin with: it asks only whether they would like a call."""
    call = Question(
        id=WANTS_CALL,
        kind=QuestionKind.YES_NO,
        say="",
        ask="Would they like a salesperson to contact them now?",
        short="Wants a call",
    )
    return CallScript(
        id=script_id,
        name=name,
        version=1,
        language=language,
        stages=(Stage(kind=StageKind.NEXT_STEP, questions=(call,)),),
    )


def add_question(
    script: CallScript,
    stage: StageKind,
    kind: QuestionKind,
    *,
    ask: str = "",
    at: int | None = None,
) -> Edited:
    """Add a question to a stage, at that place from 0, else at its end."""
    taken = {question.id for question in script.questions}
    new = Question(id=QuestionId(fresh_id(ask or kind.value, taken)), kind=kind, say="", ask=ask)
    return Edited(script=_put(script, new, stage, at), question=new.id)


def copy_question(script: CallScript, question_id: str) -> Edited:
    """Put a copy behind a question, under an id of its own, with its words in every language.

    Raises:
        NotFound: there is no such question.
    """
    question, stage = _found(script, question_id)
    new = QuestionId(fresh_id(question_id, {each.id for each in script.questions}))
    at = _by_stage(script)[stage].index(question) + 1
    copied = _put(script, replace(question, id=new), stage, at)
    return Edited(
        script=_with_words(copied, lambda said: said | {new: said[question_id]}, question_id),
        question=new,
    )


def move_question(script: CallScript, question_id: str, stage: StageKind, at: int) -> Edited:
    """Put a question at that place of a stage, counted from 0 without the question itself.

    Warnings name every question that would now wait for an answer that comes later.

    Raises:
        NotFound: there is no such question.
    """
    question, _ = _found(script, question_id)
    moved = _put(_without(script, question_id), question, stage, at)
    before = set(_waiting_too_early(script))
    warnings = tuple(
        Problem(place=f"{_place_of(moved, waiting)}.ask_when", says=_too_early(moved, waiting, on))
        for waiting, on in _waiting_too_early(moved)
        if (waiting, on) not in before
    )
    return Edited(script=moved, question=question.id, warnings=warnings)


def move_beside(script: CallScript, question_id: str, step: int) -> Edited:
    """Move a question one place on (1) or back (-1), from stage to stage at their ends.

    Raises:
        NotFound: there is no such question.
    """
    question, kind = _found(script, question_id)
    by_stage = _by_stage(script)
    place = by_stage[kind].index(question) + step
    if 0 <= place < len(by_stage[kind]):
        return move_question(script, question_id, kind, place)
    order = list(StageKind)
    there = order.index(kind) + step
    if not 0 <= there < len(order):
        return Edited(script=script, question=question.id)
    at = 0 if step > 0 else len(by_stage[order[there]])
    return move_question(script, question_id, order[there], at)


def remove_question(
    script: CallScript, question_id: str, definitions: Iterable[Definition] = ()
) -> Edited:
    """Take a question out, with its words in every language.

    Warnings name everything that used it: conditions, places in the words, criteria.

    Raises:
        NotFound: there is no such question.
    """
    _found(script, question_id)
    left = _without(script, question_id)
    left = _with_words(left, lambda said: {k: v for k, v in said.items() if k != question_id})
    return Edited(script=left, warnings=uses_of(left, question_id, definitions))


def change_question(
    script: CallScript, question: Question, definitions: Iterable[Definition] = ()
) -> Edited:
    """Put a question in the place of the one with its id: other words, kind, options, condition.

    What its kind does not take, options or a unit, is left out. Warnings name what could be
    used before and cannot now.

    Raises:
        NotFound: there is no such question.
    """
    _found(script, question.id)
    fitting = replace(
        question,
        options=question.options if question.kind in _TAKES_OPTIONS else (),
        unit=question.unit if question.kind is QuestionKind.NUMBER else "",
    )
    changed = _map(script, lambda each: fitting if each.id == question.id else each)
    values = {option.value for option in fitting.options}
    changed = _with_words(changed, lambda said: _only_options(said, question.id, values))
    return Edited(
        script=changed,
        question=question.id,
        warnings=_new_problems(script, changed, question.id, definitions),
    )


def add_option(script: CallScript, question_id: str, label: str = "") -> Edited:
    """Add an option at the end. Its value is made from the label, and stays for ever.

    Raises:
        NotFound: there is no such question.
        Refused: it has nine already, one for each number key.
    """
    question, _ = _found(script, question_id)
    if len(question.options) >= MOST_OPTIONS:
        raise Refused(
            tr(
                "“{question}” has {most} answers, one for each number key.",
                question=name_of(question),
                most=MOST_OPTIONS,
            )
        )
    value = fresh_id(label or "answer_1", {option.value for option in question.options})
    options = (*question.options, Option(value=value, label=label))
    return change_question(script, replace(question, options=options))


def rename_option(script: CallScript, question_id: str, value: str, label: str) -> Edited:
    """Say an option in other words. Its value stays, so nothing that uses it breaks.

    Raises:
        NotFound: there is no such question or option.
    """
    question, option = _option(script, question_id, value)
    renamed = replace(option, label=label)
    options = tuple(renamed if each is option else each for each in question.options)
    return change_question(script, replace(question, options=options))


def move_option(script: CallScript, question_id: str, value: str, at: int) -> Edited:
    """Put an option at that place, counted from 0 without the option itself.

    Raises:
        NotFound: there is no such question or option.
    """
    question, option = _option(script, question_id, value)
    left = [each for each in question.options if each is not option]
    left.insert(max(0, at), option)
    return change_question(script, replace(question, options=tuple(left)))


def remove_option(
    script: CallScript, question_id: str, value: str, definitions: Iterable[Definition] = ()
) -> Edited:
    """Take an option out. Warnings name every condition that compares with it.

    Raises:
        NotFound: there is no such question or option.
    """
    question, option = _option(script, question_id, value)
    left = tuple(each for each in question.options if each is not option)
    edited = change_question(script, replace(question, options=left))
    warnings = option_uses(edited.script, question_id, value, definitions)
    return replace(edited, warnings=warnings)


def fresh_id(words: str, taken: Collection[str]) -> str:
    """An id from words that is not taken: "When must it run?" is ``when_must_it_run``."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:30].rstrip("_")
    base = base if base[:1].isalpha() else f"q_{base}".rstrip("_")
    if base not in taken:
        return base
    stem = re.sub(r"_\d+$", "", base)
    number = next(n for n in range(1, len(taken) + 3) if f"{stem}_{n}" not in taken)
    return f"{stem}_{number}"


def _found(script: CallScript, question_id: str) -> tuple[Question, StageKind]:
    for stage in script.stages:
        for question in stage.questions:
            if question.id == question_id:
                return question, stage.kind
    raise NotFound(
        tr(
            "The script has no question “{question_id}”. Choose one that is there.",
            question_id=question_id,
        )
    )


def _option(script: CallScript, question_id: str, value: str) -> tuple[Question, Option]:
    question, _ = _found(script, question_id)
    option = next((each for each in question.options if each.value == value), None)
    if option is None:
        raise NotFound(
            tr(
                "“{question}” has no answer “{value}”. Choose one that is there.",
                question=name_of(question),
                value=value,
            )
        )
    return question, option


def _put(script: CallScript, question: Question, stage: StageKind, at: int | None) -> CallScript:
    """The script with a question more. Stages are in their order, none of them empty."""
    by_stage = _by_stage(script)
    there = by_stage[stage]
    there.insert(len(there) if at is None else max(0, at), question)
    return _of_stages(script, by_stage)


def _without(script: CallScript, question_id: str) -> CallScript:
    kept = {
        kind: [each for each in questions if each.id != question_id]
        for kind, questions in _by_stage(script).items()
    }
    return _of_stages(script, kept)


def _by_stage(script: CallScript) -> dict[StageKind, list[Question]]:
    # A faulty draft may hold a stage twice: the questions of both are kept, in one.
    return {
        kind: [each for stage in script.stages if stage.kind is kind for each in stage.questions]
        for kind in StageKind
    }


def _of_stages(script: CallScript, by_stage: dict[StageKind, list[Question]]) -> CallScript:
    stages = tuple(
        Stage(kind=kind, questions=tuple(there)) for kind, there in by_stage.items() if there
    )
    return replace(script, stages=stages)


def _map(script: CallScript, change: Callable[[Question], Question]) -> CallScript:
    stages = (
        replace(stage, questions=tuple(change(each) for each in stage.questions))
        for stage in script.stages
    )
    return replace(script, stages=tuple(stages))


_Words = dict[str, QuestionWords]


def _with_words(
    script: CallScript, change: Callable[[_Words], _Words], only_with: str | None = None
) -> CallScript:
    """The script with its translated questions changed, where they have the one named."""
    translations = (
        replace(words, questions=change(dict(words.questions)))
        if only_with is None or only_with in words.questions
        else words
        for words in script.translations
    )
    return replace(script, translations=tuple(translations))


def _only_options(said: _Words, question_id: str, values: Collection[str]) -> _Words:
    words = said.get(question_id)
    if words is None:
        return said
    kept = {value: label for value, label in words.options.items() if value in values}
    return said | {question_id: replace(words, options=kept)}


def _waiting_too_early(script: CallScript) -> list[tuple[str, str]]:
    """Which question waits for which answer that comes only later."""
    place = {question.id: number for number, question in enumerate(script.questions)}
    return [
        (question.id, comparison.question)
        for question in script.questions
        for comparison in comparisons_in(question.ask_when)
        if place.get(QuestionId(comparison.question), -1) > place[question.id]
    ]


def _too_early(script: CallScript, waiting: str, on: str) -> str:
    name, other = (name_of(_found(script, each)[0]) for each in (waiting, on))
    return tr(
        "“{name}” waits for the answer to “{other}”, which is asked later now.",
        name=name,
        other=other,
    )


def _place_of(script: CallScript, question_id: str) -> str:
    for number, stage in enumerate(script.stages, 1):
        for place, question in enumerate(stage.questions, 1):
            if question.id == question_id:
                return f"stages.{number}.questions.{place}"
    return "stages"


def _new_problems(
    was: CallScript, now: CallScript, question_id: str, definitions: Iterable[Definition]
) -> tuple[Problem, ...]:
    """What is a problem only since the change, of others than the question itself."""
    own = f"{_place_of(now, question_id)}."
    known = set(script_problems(was))
    found = [p for p in script_problems(now) if p not in known and not p.place.startswith(own)]
    for definition in definitions:
        before = set(pair_problems(was, definition))
        found += [
            replace(problem, place=f"definition.{problem.place}")
            for problem in pair_problems(now, definition)
            if problem not in before
        ]
    return tuple(found)
