"""What must be true of a script before callers read it.

Each problem stands at its key as written in the file, counted from 1: "stages.2.questions.1.say"
is the first question of the second stage. An empty answer means nothing is wrong.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from qualdesk.core.condition_checks import (
    EMPTY,
    EMPTY_LIST,
    condition_problems,
    numbered,
    text_problems,
    used_twice,
)
from qualdesk.core.conditions import comparisons_in
from qualdesk.core.errors import Problem
from qualdesk.core.questions import MOST_OPTIONS, Aside, Question, QuestionKind
from qualdesk.core.scripts import WANTS_CALL, CallScript, StageKind
from qualdesk.core.translation_checks import translation_problems
from qualdesk.core.wording import tr, tr_later

NOTHING_IN_DISCOVER = tr_later(
    "Nothing is asked in Discover. Ask what they are working on before anything else."
)
_FEWEST_OPTIONS = 2


def script_problems(script: CallScript) -> list[Problem]:
    """What is wrong with a script, all of it, in the order of the file."""
    asked = frozenset(str(question.id) for question in script.questions if question.is_asked)
    return [
        *_empty("name", script.name),
        *text_problems("voicemail", script.voicemail, asked),
        *_aside_problems("objections", asked, script.objections),
        *_aside_problems("exits", asked, script.exits),
        *_stage_problems(script),
        *_question_problems(script, asked),
        *translation_problems(script),
    ]


def _stage_problems(script: CallScript) -> Iterator[Problem]:
    order = list(StageKind)
    last = -1
    for place, stage in numbered("stages", script.stages):
        if not stage.questions:
            yield Problem(place=f"{place}.questions", says=tr(EMPTY_LIST))
        here = order.index(stage.kind)
        if here <= last:
            yield Problem(
                place=f"{place}.kind",
                says=tr(
                    "{stage} cannot come after {other}. The order is open, discover, fit, "
                    "next_step, each once.",
                    stage=stage.kind.label,
                    other=order[last].label,
                ),
            )
        last = max(last, here)
    if not any(question.is_asked for question in script.stage(StageKind.DISCOVER).questions):
        yield Problem(place="stages", says=tr(NOTHING_IN_DISCOVER))
    if script.question(WANTS_CALL) is None:
        yield Problem(
            place="stages",
            says=tr(
                "The question “{id}” is missing. Add it to next_step as yes_no: "
                "would they like a salesperson to contact them now?",
                id=WANTS_CALL,
            ),
        )


def _question_problems(script: CallScript, asked: Collection[str]) -> Iterator[Problem]:
    everything: dict[str, Question] = {q.id: q for q in script.questions}
    earlier: dict[str, Question] = {}
    for stage_place, stage in numbered("stages", script.stages):
        for place, question in numbered(f"{stage_place}.questions", stage.questions):
            if question.id in earlier:
                yield Problem(place=f"{place}.id", says=used_twice(question.id))
            if question.id == WANTS_CALL and (
                question.kind is not QuestionKind.YES_NO or stage.kind is not StageKind.NEXT_STEP
            ):
                yield Problem(
                    place=f"{place}.kind",
                    says=tr(
                        "“{id}” must be a yes_no question of the stage next_step.",
                        id=WANTS_CALL,
                    ),
                )
            yield from _kind_problems(place, question)
            yield from _said_problems(place, question, asked)
            yield from _order_problems(f"{place}.ask_when", question, earlier, everything)
            earlier.setdefault(question.id, question)


def _kind_problems(place: str, question: Question) -> Iterator[Problem]:
    has_options = question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}
    count = len(question.options)
    if has_options and not _FEWEST_OPTIONS <= count <= MOST_OPTIONS:
        yield Problem(
            place=f"{place}.options",
            says=tr(
                "“{id}” has {count} options. A choice takes {fewest} to "
                "{most}, one for each number key; 0 is “does not know”.",
                id=question.id,
                count=count,
                fewest=_FEWEST_OPTIONS,
                most=MOST_OPTIONS,
            ),
        )
    if not has_options and count:
        yield Problem(
            place=f"{place}.options",
            says=tr(
                "A {kind} question has no options of its own. Remove them, or make it a choice.",
                kind=question.kind.value,
            ),
        )
    yield from _option_problems(place, question)
    if question.unit and question.kind is not QuestionKind.NUMBER:
        yield Problem(
            place=f"{place}.unit", says=tr("Only a number question has a unit. Remove it.")
        )
    if question.is_asked and not question.ask.strip():
        yield Problem(
            place=f"{place}.ask",
            says=tr("Say the question in short here; lists on the desk show it."),
        )


def _option_problems(place: str, question: Question) -> Iterator[Problem]:
    for option_place, option in numbered(f"{place}.options", question.options):
        yield from _empty(f"{option_place}.label", option.label)
    for key in ("value", "label"):
        shared = Counter(getattr(option, key) for option in question.options)
        for said in sorted(said for said, times in shared.items() if said and times > 1):
            yield Problem(
                place=f"{place}.options",
                says=tr("Two options have the {key} “{said}”.", key=key, said=said),
            )


def _said_problems(place: str, question: Question, asked: Collection[str]) -> Iterator[Problem]:
    yield from _empty(f"{place}.say", question.say)
    yield from text_problems(f"{place}.say", question.say, asked)
    for source, said in question.say_for.items():
        yield from _empty(f"{place}.say_for.{source}", said)
        yield from text_problems(f"{place}.say_for.{source}", said, asked)
    yield from _aside_problems(f"{place}.asides", asked, question.asides)
    for tag_place, tag in numbered(f"{place}.tags", question.tags):
        yield from _empty(tag_place, tag)


def _aside_problems(key: str, asked: Collection[str], asides: Iterable[Aside]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, aside in numbered(key, asides):
        if aside.id in seen:
            yield Problem(place=f"{place}.id", says=used_twice(aside.id))
        seen |= {aside.id} - {""}
        yield from _empty(f"{place}.label", aside.label)
        yield from _empty(f"{place}.say", aside.say)
        yield from text_problems(f"{place}.say", aside.say, asked)


def _empty(place: str, text: str) -> Iterator[Problem]:
    if not text:
        yield Problem(place=place, says=tr(EMPTY))


def _order_problems(
    place: str,
    question: Question,
    earlier: Mapping[str, Question],
    everything: Mapping[str, Question],
) -> Iterator[Problem]:
    for comparison in comparisons_in(question.ask_when):
        if comparison.question == question.id:
            yield Problem(place=place, says=tr("A question cannot wait for its own answer."))
        elif comparison.question in everything and comparison.question not in earlier:
            yield Problem(
                place=place,
                says=tr(
                    "“{question}” is asked later. Move it up, or wait for an earlier question.",
                    question=comparison.question,
                ),
            )
    yield from condition_problems(place, question.ask_when, everything)
