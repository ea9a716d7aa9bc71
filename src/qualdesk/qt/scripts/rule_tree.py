"""A rule as it is edited: groups and comparisons, each changed in its place."""

from dataclasses import replace
from enum import StrEnum
from typing import TypeAlias

from qualdesk.core.conditions import (
    All,
    Answered,
    AnswerValue,
    AnyOf,
    Comparison,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
)
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later


class How(StrEnum):
    """How the parts of a group hold together."""

    ALL = tr_later("all of these hold")
    ANY = tr_later("any of these holds")
    NONE = tr_later("none of these holds")
    NOT_ALL = tr_later("not all of these hold")

    @property
    def label(self) -> str:
        """The words of its choice on the screen."""
        return tr(self.value)


class Verb(StrEnum):
    """How an answer is compared."""

    ANSWERED = tr_later("has an answer")
    NOT_ANSWERED = tr_later("has no answer")
    IS = tr_later("is")
    IS_NOT = tr_later("is not")
    ONE_OF = tr_later("is one of")
    NONE_OF = tr_later("is none of")
    MORE = tr_later("is more than")
    NOT_MORE = tr_later("is not more than")
    LESS = tr_later("is less than")
    NOT_LESS = tr_later("is not less than")

    @property
    def label(self) -> str:
        """The words of its choice on the screen."""
        return tr(self.value)


@frozen
class Single:
    """One comparison with the answer to a question."""

    question: str
    verb: Verb = Verb.ANSWERED
    values: tuple[AnswerValue, ...] = ()


@frozen
class Group:
    """Parts that hold together in one way."""

    how: How = How.ALL
    parts: tuple["Part", ...] = ()


Part: TypeAlias = Group | Single
Path: TypeAlias = tuple[int, ...]

_HOWS = {(All, False): How.ALL, (AnyOf, False): How.ANY, (AnyOf, True): How.NONE}
_HOWS |= {(All, True): How.NOT_ALL}


def tree_of(condition: Condition | None) -> Group:
    """The rule as a group, also where it is one comparison or nothing."""
    if condition is None:
        return Group()
    part = _part(condition)
    return part if isinstance(part, Group) else Group(parts=(part,))


def condition_of(part: Part) -> Condition | None:
    """The rule as a script keeps it; a group without parts is nothing."""
    if isinstance(part, Single):
        return _compared(part)
    kept = tuple(found for each in part.parts if (found := condition_of(each)) is not None)
    if not kept:
        return None
    negated = part.how in {How.NONE, How.NOT_ALL}
    if len(kept) == 1:
        return Not(part=kept[0]) if negated else kept[0]
    group = All(parts=kept) if part.how in {How.ALL, How.NOT_ALL} else AnyOf(parts=kept)
    return Not(part=group) if negated else group


def lines_of(tree: Group) -> tuple[tuple[Path, Part], ...]:
    """Every part with the way to it, the root first."""
    found: list[tuple[Path, Part]] = []

    def walk(path: Path, part: Part) -> None:
        found.append((path, part))
        if isinstance(part, Group):
            for place, below in enumerate(part.parts):
                walk((*path, place), below)

    walk((), tree)
    return tuple(found)


def with_part(tree: Group, path: Path, part: Part | None) -> Group:
    """The tree with another part there; None takes it out. The root stays a group."""
    if not path:
        return part if isinstance(part, Group) else Group()
    place, rest = path[0], path[1:]
    parts = list(tree.parts)
    below = parts[place]
    if rest and isinstance(below, Group):
        parts[place] = with_part(below, rest, part)
    elif part is None:
        del parts[place]
    else:
        parts[place] = part
    return replace(tree, parts=tuple(parts))


def with_more(tree: Group, path: Path, part: Part) -> Group:
    """The tree with one more part at the end of the group there."""
    group = dict(lines_of(tree))[path]
    if isinstance(group, Group):
        return with_part(tree, path, replace(group, parts=(*group.parts, part)))
    return tree


def _part(condition: Condition) -> Part:
    match condition:
        case All(parts=parts) | AnyOf(parts=parts):
            how = _HOWS[type(condition), False]
            return Group(how=how, parts=tuple(map(_part, parts)))
        case Not(part=All(parts=parts) as group) | Not(part=AnyOf(parts=parts) as group):
            return Group(how=_HOWS[type(group), True], parts=tuple(map(_part, parts)))
        case Not(part=Not(part=inner)):
            return _part(inner)
        case Not(part=inner) if isinstance(inner, Comparison):
            return _single(inner, negated=True)
        case _:
            assert isinstance(condition, Comparison)
            return _single(condition, negated=False)


def _single(comparison: Comparison, *, negated: bool) -> Single:
    values: tuple[AnswerValue, ...] = ()
    match comparison:
        case Answered():
            verbs = (Verb.ANSWERED, Verb.NOT_ANSWERED)
        case Equals(value=value):
            verbs, values = (Verb.IS, Verb.IS_NOT), (value,)
        case OneOf(values=several):
            verbs, values = (Verb.ONE_OF, Verb.NONE_OF), several
        case More(than=than):
            verbs, values = (Verb.MORE, Verb.NOT_MORE), (than,)
        case Less(than=than):
            verbs, values = (Verb.LESS, Verb.NOT_LESS), (than,)
    return Single(question=comparison.question, verb=verbs[negated], values=values)


def _compared(single: Single) -> Condition:
    question = single.question
    first = single.values[0] if single.values else ""
    than = first if isinstance(first, int | float | str) else ""
    comparison: Comparison
    match single.verb:
        case Verb.ANSWERED | Verb.NOT_ANSWERED:
            comparison = Answered(question=question)
        case Verb.IS | Verb.IS_NOT:
            comparison = Equals(question=question, value=first)
        case Verb.ONE_OF | Verb.NONE_OF:
            comparison = OneOf(question=question, values=single.values or ("",))
        case Verb.MORE | Verb.NOT_MORE:
            comparison = More(question=question, than=than)
        case Verb.LESS | Verb.NOT_LESS:
            comparison = Less(question=question, than=than)
    negated = {Verb.NOT_ANSWERED, Verb.IS_NOT, Verb.NONE_OF, Verb.NOT_MORE, Verb.NOT_LESS}
    return Not(part=comparison) if single.verb in negated else comparison
