"""What differs between two versions of a definition, as the two who sign read it side by side.

Criteria are told apart by their ids, so another name or another place is not a new criterion.
"""

from collections.abc import Iterator, Mapping, Sequence

from qualdesk.core.changes import Change
from qualdesk.core.condition_words import condition_words, value_in
from qualdesk.core.conditions import (
    Answered,
    AnswerValue,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
)
from qualdesk.core.criteria import Criterion, Definition, Level, Tier, listed
from qualdesk.core.handoff import full_day
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_n

_NO_SCRIPT = CallScript(id="none", name="", version=1, stages=())


def compare_definitions(
    was: Definition, now: Definition, script: CallScript | None = None
) -> tuple[Change, ...]:
    """Every difference in words from one version to another, the bar first, then the criteria.

    ``script`` gives the names of questions and answers. Definitions of equal words have none,
    whatever their version numbers and signatures; others have at least one. A rule with more or
    fewer answers says only those: "without AT", now "with AT".
    """
    found = (
        *_texts("", "", _bar(was), _bar(now)),
        *_criteria(was, now, script or _NO_SCRIPT),
        *_tiers(was, now),
    )
    return tuple(change for change in found if change.was != change.now)


def rule_words(criterion: Criterion, script: CallScript | None = None) -> str:
    """What counts as yes for a criterion: "Decides or Recommends", "any answer"."""
    if criterion.met_when is None:
        return tr("any answer")
    return _condition(criterion.met_when, criterion.question, script or _NO_SCRIPT)


def signed_words(criterion: Criterion, script: CallScript | None = None) -> tuple[str, ...]:
    """What both sign of a criterion beside its name, worth and meaning; a line each."""
    about, read_by = criterion.question, script or _NO_SCRIPT
    lines = [tr("met when {rule}", rule=rule_words(criterion, script))]
    lines += [_level(level, about, read_by) for level in criterion.levels]
    if criterion.not_a_fit_when is not None:
        lines.append(
            tr(
                "not a fit when {rule}",
                rule=_condition(criterion.not_a_fit_when, about, read_by),
            )
        )
    if criterion.group:
        lines.append(
            tr("one of the group “{group}”: the best of them counts, once", group=criterion.group)
        )
    return tuple(lines)


_Texts = Mapping[str, tuple[str, str]]
"""A text by its key: what the reader calls it, and the text."""


def _texts(place: str, label: str, was: _Texts, now: _Texts) -> Iterator[Change]:
    for key, (called, text) in now.items():
        name = f"{label}, {called}" if label and called else label or called
        yield Change(
            place=f"{place}.{key}" if place else key, label=name, was=was[key][1], now=text
        )


def _bar(definition: Definition) -> _Texts:
    review = full_day(definition.review_on) if definition.review_on else tr("no day")
    return {
        "name": (tr("Name"), definition.name),
        "threshold": (tr("Points needed"), str(definition.threshold)),
        "review_on": (tr("Review"), review),
    }


def _criteria(was: Definition, now: Definition, script: CallScript) -> Iterator[Change]:
    before = {criterion.id: criterion for criterion in was.criteria}
    after = {criterion.id: criterion for criterion in now.criteria}
    for criterion in now.criteria:
        place, old = f"criteria.{criterion.id}", before.get(criterion.id)
        if old is None:
            yield Change(place=place, label=criterion.label, was="", now=_worth(criterion))
            continue
        yield _rule(place, old, criterion, script)
        label = criterion.label
        yield from _texts(place, label, _criterion(old, script), _criterion(criterion, script))
    for criterion in was.criteria:
        if criterion.id not in after:
            place = f"criteria.{criterion.id}"
            yield Change(place=place, label=criterion.label, was=_worth(criterion), now="")
    yield _order("criteria", tr("Order of the criteria"), was.criteria, now.criteria)


def _criterion(criterion: Criterion, script: CallScript) -> _Texts:
    about = criterion.question
    rules_out = criterion.not_a_fit_when
    never = _condition(rules_out, about, script) if rules_out else tr("never")
    levels = (_level(one, about, script) for one in criterion.levels)
    return {
        "label": (tr("name"), criterion.label),
        "question": (tr("question"), _question(criterion.question, script)),
        "must_have": (tr("weight"), tr("must have") if criterion.must_have else tr("helps")),
        "points": ("", _points(criterion.points)),
        "levels": (tr("degrees"), "; ".join(levels)),
        "not_a_fit_when": (tr("not a fit when"), never),
        "group": (tr("stands for"), criterion.group or tr("itself")),
        "means": (tr("meaning"), criterion.means),
        "ask": (tr("how to ask"), criterion.ask),
    }


def _rule(place: str, was: Criterion, now: Criterion, script: CallScript) -> Change:
    before, after = rule_words(was, script), rule_words(now, script)
    old, new = _values(was.met_when), _values(now.met_when)
    added = [value for value in new if value not in old]
    removed = [value for value in old if value not in new]
    is_same_kind = old and new and was.question == now.question
    if is_same_kind and bool(added) is not bool(removed):
        names = listed([value_in(script, now.question, value) for value in added or removed])
        before, after = (tr("without {names}", names=names), tr("with {names}", names=names))
        if removed:
            before, after = after, before
    return Change(place=f"{place}.met_when", label=now.label, was=before, now=after)


def _values(rule: Condition | None) -> tuple[AnswerValue, ...]:
    match rule:
        case OneOf(values=values):
            return values
        case Equals(value=value):
            return (value,)
    return ()


def _tiers(was: Definition, now: Definition) -> Iterator[Change]:
    before = {tier.id: tier for tier in was.tiers}
    after = {tier.id for tier in now.tiers}
    names = {c.id: c.label for c in (*was.criteria, *now.criteria)}
    for tier in now.tiers:
        place, old = f"tiers.{tier.id}", before.get(tier.id)
        if old is None:
            yield Change(place=place, label=tier.label, was="", now=_points(tier.threshold))
        else:
            yield from _texts(place, tier.label, _tier(old, names), _tier(tier, names))
    for tier in was.tiers:
        if tier.id not in after:
            place = f"tiers.{tier.id}"
            yield Change(place=place, label=tier.label, was=_points(tier.threshold), now="")
    yield _order("tiers", tr("Order of the tiers"), was.tiers, now.tiers)


def _tier(tier: Tier, names: Mapping[str, str]) -> _Texts:
    needs = listed([names.get(one, one) for one in tier.must_haves])
    return {
        "label": (tr("name"), tier.label),
        "threshold": (tr("points needed"), str(tier.threshold)),
        "must_haves": (tr("needs"), needs),
        "means": (tr("meaning"), tier.means),
    }


def _order(
    place: str,
    label: str,
    was: Sequence[Criterion] | Sequence[Tier],
    now: Sequence[Criterion] | Sequence[Tier],
) -> Change:
    both = {one.id for one in was} & {one.id for one in now}
    before = [one.id for one in was if one.id in both]
    after = [one.id for one in now if one.id in both]
    names = {one.id: one.label for one in now}
    if before == after:
        return Change(place=place, label=label, was="", now="")
    return Change(
        place=place,
        label=label,
        was=", ".join(names[one] for one in before),
        now=", ".join(names[one] for one in after),
    )


def _worth(criterion: Criterion) -> str:
    best = max((level.points for level in criterion.levels), default=criterion.points)
    points = _points(criterion.points or best)
    return tr("must have, {points}", points=points) if criterion.must_have else points


def _points(points: int) -> str:
    return tr_n(abs(points), "{points} point", "{points} points", points=points)


def _question(question_id: str, script: CallScript) -> str:
    question = script.question(question_id)
    return (question.short or question.ask or question.id) if question else question_id


def _level(level: Level, about: str, script: CallScript) -> str:
    said = f"{_condition(level.when, about, script)}: {_points(level.points)}"
    return f"{said} ({level.means})" if level.means else said


def _condition(condition: Condition, about: str, script: CallScript) -> str:
    """The condition in words; one about the criterion's own question does not name it."""
    match condition:
        case Not(part=part) if not isinstance(part, Not) and _is_own(part, about):
            return tr("not {rule}", rule=_condition(part, about, script))
        case _ if not _is_own(condition, about):
            return condition_words(condition, script)
        case Answered():
            return tr("any answer")
        case More(than=than):
            return tr("more than {value}", value=value_in(script, about, than))
        case Less(than=than):
            return tr("less than {value}", value=value_in(script, about, than))
    return listed([value_in(script, about, value) for value in _values(condition)], "or")


def _is_own(condition: Condition, about: str) -> bool:
    is_one = isinstance(condition, Answered | Equals | OneOf | More | Less)
    return is_one and getattr(condition, "question", "") == about
