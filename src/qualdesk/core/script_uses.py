"""What of a script and of definitions hangs on a question or on one of its options."""

from collections.abc import Iterable, Iterator

from qualdesk.core import words
from qualdesk.core.condition_checks import numbered
from qualdesk.core.conditions import Comparison, Condition, Equals, OneOf, comparisons_in
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.errors import Problem
from qualdesk.core.questions import Question
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import Translation
from qualdesk.core.wording import tr


def name_of(question: Question) -> str:
    """A question as lists call it: its name, else its short form, else its id."""
    return question.short or question.ask or question.id


def uses_of(
    script: CallScript, question_id: str, definitions: Iterable[Definition] = ()
) -> tuple[Problem, ...]:
    """Everything that looks at the answer to a question: conditions, words, criteria.

    Each stands at its key in the script, counted from 1; a definition's at ``definition.`` and
    its key.
    """
    return (
        *_in_conditions(script, question_id),
        *_in_words(script, question_id),
        *_in_definitions(definitions, question_id),
    )


def option_uses(
    script: CallScript, question_id: str, value: str, definitions: Iterable[Definition] = ()
) -> tuple[Problem, ...]:
    """Every condition that compares the answer to a question with this option."""
    found = []
    for place, question in _questions(script):
        if _names(question.ask_when, question_id, value):
            says = tr(
                "“{question}” is asked only when the answer is “{value}”. Change that.",
                question=name_of(question),
                value=value,
            )
            found.append(Problem(place=f"{place}.ask_when", says=says))
    for definition in definitions:
        for place, criterion in numbered("definition.criteria", definition.criteria):
            found += [
                Problem(
                    place=f"{place}.{key}",
                    says=tr(
                        "“{label}” of “{name}” looks for the answer “{value}”. Change it there.",
                        label=criterion.label,
                        name=definition.name,
                        value=value,
                    ),
                )
                for key, condition in _conditions_of(criterion)
                if _names(condition, question_id, value)
            ]
    return tuple(found)


def _in_conditions(script: CallScript, question_id: str) -> Iterator[Problem]:
    for place, question in _questions(script):
        if any(c.question == question_id for c in comparisons_in(question.ask_when)):
            yield Problem(
                place=f"{place}.ask_when",
                says=tr(
                    "“{question}” is asked only when “{question_id}” has a certain answer. "
                    "Change when it is asked.",
                    question=name_of(question),
                    question_id=question_id,
                ),
            )


def _in_words(script: CallScript, question_id: str) -> Iterator[Problem]:
    place_in_words = f"answer.{question_id}"
    for place, label, text in _texts(script):
        if place_in_words in words.fields_in(text):
            yield Problem(
                place=place,
                says=tr(
                    "{label} repeat the answer: {{{{{place}}}}}. Change the words.",
                    label=label,
                    place=place_in_words,
                ),
            )


def _in_definitions(definitions: Iterable[Definition], question_id: str) -> Iterator[Problem]:
    for definition in definitions:
        for place, criterion in numbered("definition.criteria", definition.criteria):
            looks = [
                c for _, condition in _conditions_of(criterion) for c in comparisons_in(condition)
            ]
            if criterion.question == question_id or any(c.question == question_id for c in looks):
                yield Problem(
                    place=f"{place}.question",
                    says=tr(
                        "“{label}” of “{name}” is found out by it. Name another question there.",
                        label=criterion.label,
                        name=definition.name,
                    ),
                )


def _questions(script: CallScript) -> Iterator[tuple[str, Question]]:
    for stage_place, stage in numbered("stages", script.stages):
        yield from numbered(f"{stage_place}.questions", stage.questions)


def _texts(script: CallScript) -> Iterator[tuple[str, str, str]]:
    """Every text that can hold a place for an answer: its key, what it is, and the words."""
    yield "voicemail", tr("The words for a voicemail"), script.voicemail
    for key, asides in (("objections", script.objections), ("exits", script.exits)):
        for place, aside in numbered(key, asides):
            yield f"{place}.say", tr("The words of “{question}”", question=aside.label), aside.say
    for place, question in _questions(script):
        label = tr("The words of “{question}”", question=name_of(question))
        yield f"{place}.say", label, question.say
        for source, said in question.say_for.items():
            yield f"{place}.say_for.{source}", label, said
        for aside_place, aside in numbered(f"{place}.asides", question.asides):
            yield (
                f"{aside_place}.say",
                tr("The words of “{question}”", question=aside.label),
                aside.say,
            )
    for place, translation in numbered("translations", script.translations):
        yield from _translated(place, translation)


def _translated(place: str, translation: Translation) -> Iterator[tuple[str, str, str]]:
    label = tr("The words in {language}", language=translation.language)
    yield f"{place}.voicemail", label, translation.voicemail
    asides = {"objections": translation.objections, "exits": translation.exits}
    for question_id, words_said in translation.questions.items():
        there = f"questions.{question_id}"
        yield f"{place}.{there}.say", label, words_said.say
        for source, said in words_said.say_for.items():
            yield f"{place}.{there}.say_for.{source}", label, said
        asides[f"{there}.asides"] = words_said.asides
    for key, said_asides in asides.items():
        for aside, aside_words in said_asides.items():
            yield f"{place}.{key}.{aside}.say", label, aside_words.say


def _conditions_of(criterion: Criterion) -> Iterator[tuple[str, Condition | None]]:
    yield "met_when", criterion.met_when
    for place, level in numbered("levels", criterion.levels):
        yield f"{place}.when", level.when
    yield "not_a_fit_when", criterion.not_a_fit_when


def _names(condition: Condition | None, question_id: str, value: str) -> bool:
    return any(
        comparison.question == question_id and value in _compared(comparison)
        for comparison in comparisons_in(condition)
    )


def _compared(comparison: Comparison) -> tuple[object, ...]:
    match comparison:
        case Equals(value=value):
            return (value,)
        case OneOf(values=values):
            return values
    return ()
