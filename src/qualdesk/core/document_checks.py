"""What must be true of a definition, and of a definition and a script together.

Each problem stands at its key as written in the file, counted from 1: "criteria.2.points". An
empty answer means nothing is wrong. What must be true of a script is in ``script_checks``.
"""

from collections.abc import Iterator

from qualdesk.core.condition_checks import (
    EMPTY,
    EMPTY_LIST,
    condition_problems,
    numbered,
    used_twice,
)
from qualdesk.core.conditions import Condition
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.errors import Problem
from qualdesk.core.script_checks import script_problems
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr

__all__ = ["definition_problems", "pair_problems", "script_problems"]


def definition_problems(definition: Definition) -> list[Problem]:
    """What is wrong with a definition on its own, in the order of the file."""
    return [
        *_empty_problems(definition),
        *_threshold_problems(definition),
        *_criterion_problems(definition),
        *_tier_problems(definition),
        *_signature_problems(definition),
    ]


def pair_problems(script: CallScript, definition: Definition) -> list[Problem]:
    """What keeps a definition from being found out with a script.

    Every criterion needs its question, and compares with answers the question can have.
    """
    questions = {str(q.id): q for q in script.questions}
    found: list[Problem] = []
    for place, criterion in numbered("criteria", definition.criteria):
        question = questions.get(criterion.question)
        if question is None or not question.is_asked:
            found.append(
                Problem(
                    place=f"{place}.question",
                    says=tr(
                        "“{label}” needs the question “{question}”, and the script “{name}” does "
                        "not ask it. Add it, or name another.",
                        label=criterion.label,
                        question=criterion.question,
                        name=script.name,
                    ),
                )
            )
        for key, condition in _conditions_of(criterion):
            found += condition_problems(f"{place}.{key}", condition, questions)
    return found


def _empty_problems(definition: Definition) -> Iterator[Problem]:
    if not definition.name:
        yield Problem(place="name", says=tr(EMPTY))
    if not definition.criteria:
        yield Problem(place="criteria", says=tr(EMPTY_LIST))
    for place, criterion in numbered("criteria", definition.criteria):
        if not criterion.label:
            yield Problem(place=f"{place}.label", says=tr(EMPTY))
        if not criterion.question:
            yield Problem(
                place=f"{place}.question", says=tr("Choose the question that finds this out.")
            )


def _threshold_problems(definition: Definition) -> Iterator[Problem]:
    if definition.threshold < 1:
        yield Problem(place="threshold", says=tr("Write a number that is not below 1."))
    if definition.criteria and not definition.must_haves:
        yield Problem(
            place="criteria",
            says=tr("No criterion is a must-have. Mark at least one with must_have = true."),
        )
    if definition.threshold > definition.most:
        yield Problem(
            place="threshold",
            says=tr(
                "{threshold} points are needed, and the best call gives {most}. Lower the "
                "threshold, or give more points.",
                threshold=definition.threshold,
                most=definition.most,
            ),
        )


def _criterion_problems(definition: Definition) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, criterion in numbered("criteria", definition.criteria):
        if criterion.id in seen:
            yield Problem(place=f"{place}.id", says=used_twice(criterion.id))
        seen.add(criterion.id)
        counts = criterion.must_have or criterion.points or criterion.levels
        if not counts and criterion.not_a_fit_when is None:
            yield Problem(
                place=f"{place}.points",
                says=tr(
                    "“{label}” changes nothing. Give it points, or must_have = true.",
                    label=criterion.label,
                ),
            )


def _tier_problems(definition: Definition) -> Iterator[Problem]:
    known = {criterion.id for criterion in definition.criteria}
    seen: set[str] = set()
    for place, tier in numbered("tiers", definition.tiers):
        if tier.id in seen:
            yield Problem(place=f"{place}.id", says=used_twice(tier.id))
        seen.add(tier.id)
        if not tier.label:
            yield Problem(place=f"{place}.label", says=tr(EMPTY))
        if tier.threshold < 1:
            yield Problem(
                place=f"{place}.threshold", says=tr("Write a number that is not below 1.")
            )
        if tier.threshold > definition.most:
            yield Problem(
                place=f"{place}.threshold",
                says=tr(
                    "{threshold} points are needed, and the best call gives {most}. Lower it, "
                    "or give more points.",
                    threshold=tier.threshold,
                    most=definition.most,
                ),
            )
        if not tier.must_haves:
            yield Problem(
                place=f"{place}.must_haves",
                says=tr("Name at least one criterion that must be met for it."),
            )
        for wanted in sorted(set(tier.must_haves) - known):
            yield Problem(
                place=f"{place}.must_haves",
                says=tr(
                    "There is no criterion “{wanted}”. Name one of this definition by its id.",
                    wanted=wanted,
                ),
            )


def _signature_problems(definition: Definition) -> Iterator[Problem]:
    sides = set()
    for place, signature in numbered("signatures", definition.signatures):
        if signature.side in sides:
            yield Problem(
                place=f"{place}.side",
                says=tr(
                    "{side} has signed already. One name per side.",
                    side=signature.side.label,
                ),
            )
        sides.add(signature.side)


def _conditions_of(criterion: Criterion) -> Iterator[tuple[str, Condition | None]]:
    yield "met_when", criterion.met_when
    for place, level in numbered("levels", criterion.levels):
        yield f"{place}.when", level.when
    yield "not_a_fit_when", criterion.not_a_fit_when
