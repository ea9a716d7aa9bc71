"""Small changes to a definition that is being written; each gives the new one.

The id of a criterion stands for it for ever, so that versions can be compared; nothing here
changes one.
"""

from collections.abc import Iterable
from dataclasses import replace

from qualdesk.core.criteria import Criterion, Definition, Tier
from qualdesk.core.questions import Question, QuestionId
from qualdesk.core.scripts import WANTS_CALL, CallScript

# What a criterion that was just added is worth until somebody says otherwise.
FIRST_POINTS = 5


def with_criterion(definition: Definition, criterion: Criterion) -> Definition:
    """The criterion of that id as it is now; the others as they were."""
    criteria = tuple(criterion if one.id == criterion.id else one for one in definition.criteria)
    return replace(definition, criteria=criteria)


def moved(definition: Definition, criterion_id: str, to: int) -> Definition:
    """The criterion at another place, counted from 0; beyond the ends it stays at the end."""
    held = [one for one in definition.criteria if one.id == criterion_id]
    others = [one for one in definition.criteria if one.id != criterion_id]
    place = min(max(to, 0), len(others))
    return replace(definition, criteria=(*others[:place], *held, *others[place:]))


def without(definition: Definition, criterion_id: str) -> Definition:
    """No such criterion any more, nor a tier that asks for it."""
    return replace(
        definition,
        criteria=tuple(one for one in definition.criteria if one.id != criterion_id),
        tiers=tuple(
            replace(tier, must_haves=tuple(one for one in tier.must_haves if one != criterion_id))
            for tier in definition.tiers
        ),
    )


def copied(definition: Definition, criterion_id: str) -> tuple[Definition, str]:
    """The same criterion once more, below it, under an id of its own; and that id."""
    ids = [one.id for one in definition.criteria]
    if criterion_id not in ids:
        return definition, ""
    at = ids.index(criterion_id)
    new = _free(criterion_id, ids)
    copy = replace(definition.criteria[at], id=new)
    criteria = (*definition.criteria[: at + 1], copy, *definition.criteria[at + 1 :])
    return replace(definition, criteria=criteria), new


def added(definition: Definition, script: CallScript | None) -> tuple[Definition, str]:
    """One criterion more at the end, by the first question no criterion asks yet; and its id."""
    question = _unused(definition, script)
    wanted = str(question.id) if question is not None else "criterion"
    new = _free(wanted, [one.id for one in definition.criteria])
    criterion = Criterion(
        id=new,
        label=question.short or question.ask if question is not None else "",
        question=question.id if question is not None else QuestionId(""),
        points=FIRST_POINTS,
        ask=question.ask if question is not None else "",
    )
    return replace(definition, criteria=(*definition.criteria, criterion)), new


def with_tier(definition: Definition, tier: Tier) -> Definition:
    """The tier of that id as it is now; the others as they were."""
    tiers = tuple(tier if one.id == tier.id else one for one in definition.tiers)
    return replace(definition, tiers=tiers)


def without_tier(definition: Definition, tier_id: str) -> Definition:
    """No such tier any more."""
    return replace(definition, tiers=tuple(one for one in definition.tiers if one.id != tier_id))


def added_tier(definition: Definition) -> tuple[Definition, Tier]:
    """One way to qualify more: with a yes to a call, and half of the points; and that tier."""
    new = Tier(
        id=_free("tier", [one.id for one in definition.tiers]),
        label="",
        threshold=max(definition.threshold // 2, 1),
        must_haves=tuple(one.id for one in definition.criteria if one.question == WANTS_CALL),
    )
    return replace(definition, tiers=(*definition.tiers, new)), new


def _unused(definition: Definition, script: CallScript | None) -> Question | None:
    if script is None:
        return None
    asked = [question for question in script.questions if question.is_asked]
    used = {one.question for one in definition.criteria}
    return next((one for one in asked if one.id not in used), next(iter(asked), None))


def _free(wanted: str, taken: Iterable[str]) -> str:
    """The id, or it with the first number behind it that is free."""
    there = set(taken)
    if wanted not in there:
        return wanted
    return next(
        name for number in range(2, len(there) + 3) if (name := f"{wanted}_{number}") not in there
    )
