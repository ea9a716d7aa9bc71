"""What makes a lead qualified, as both sides write it: criteria, tiers, signatures."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from qualdesk.core.conditions import Answered, Condition, Values, holds
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import QuestionId
from qualdesk.core.wording import either, tr, tr_later
from qualdesk.core.wording import listed as all_of

_Thing = TypeVar("_Thing")


@frozen
class Level:
    """A degree to which a criterion is met, and what it is worth."""

    when: Condition
    points: int
    means: str = ""


@frozen
class Criterion:
    """One thing that makes a lead qualified.

    Attributes:
        question: the question of the script that finds it out.
        must_have: without it no lead is qualified, whatever the points.
        met_when: when it is met; an answer at all, unless said otherwise.
        points: what it is worth when met. Negative points exist.
        levels: degrees; the first that holds replaces ``points``, also where it is not met, so
            that an answer can count against a lead.
        not_a_fit_when: answers that rule the lead out, whatever the points. Without it a lead
            that misses this criterion goes to nurture.
        means: what the points stand for, in words both sides signed.
        ask: the short question shown under "Still missing".
        group: criteria of one group stand for each other: one that is met meets the group, and
            the best of them gives its points. Empty: it stands alone.
    """

    id: str
    label: str
    question: QuestionId
    must_have: bool = False
    met_when: Condition | None = None
    points: int = 0
    levels: tuple[Level, ...] = ()
    not_a_fit_when: Condition | None = None
    means: str = ""
    ask: str = ""
    group: str = ""

    def is_met(self, values: Values) -> bool:
        """Whether these answers meet it."""
        return holds(self.met_when or Answered(question=self.question), values)

    def points_for(self, values: Values) -> int:
        """What these answers are worth under this criterion."""
        held = next((level for level in self.levels if holds(level.when, values)), None)
        if held is not None:
            return held.points
        return self.points if self.is_met(values) else 0

    def rules_out(self, values: Values) -> bool:
        """Whether these answers make the lead no fit."""
        return self.not_a_fit_when is not None and holds(self.not_a_fit_when, values)

    @property
    def most(self) -> int:
        """The most it can be worth."""
        return max(0, self.points, *(level.points for level in self.levels))


@frozen
class Tier:
    """Another way to qualify, when the main bar is not reached: "right person, no need yet".

    Attributes:
        threshold: how many points it takes.
        must_haves: ids of the criteria that must be met for it; those of the main bar that are
            not among them may be missing.
        means: what sales gets with such a lead, in words both sides signed.
    """

    id: str
    label: str
    threshold: int
    must_haves: tuple[str, ...] = ()
    means: str = ""


class Side(StrEnum):
    """The two who sign."""

    MARKETING = "marketing"
    SALES = "sales"

    @property
    def label(self) -> str:
        """The side as the screen says it."""
        return tr(_SIDES[self][0])

    @property
    def named(self) -> str:
        """The side within a sentence."""
        return tr(_SIDES[self][1])

    @property
    def other(self) -> "Side":
        """The other of the two."""
        return Side.SALES if self is Side.MARKETING else Side.MARKETING


_SIDES = {
    Side.MARKETING: (tr_later("Marketing"), tr_later("marketing")),
    Side.SALES: (tr_later("Sales"), tr_later("sales")),
}


@frozen
class Signature:
    """Who agreed for which side, and on which day."""

    side: Side
    name: str
    signed_on: date


@frozen
class Definition:
    """A version of what a qualified lead is. Answers keep the version they were judged by."""

    id: str
    name: str
    version: int
    threshold: int
    criteria: tuple[Criterion, ...]
    signatures: tuple[Signature, ...] = ()
    review_on: date | None = None
    tiers: tuple[Tier, ...] = ()

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have signed this version (F2)."""
        return {signature.side for signature in self.signatures} == set(Side)

    @property
    def agreed_on(self) -> date | None:
        """The day the second side signed."""
        return max(s.signed_on for s in self.signatures) if self.is_agreed else None

    @property
    def must_haves(self) -> tuple[Criterion, ...]:
        """The criteria marked as must-haves; those of one group stand for each other."""
        return tuple(criterion for criterion in self.criteria if criterion.must_have)

    @property
    def units(self) -> tuple[tuple[Criterion, ...], ...]:
        """The criteria by what counts once: one alone, or all of a group, in order."""
        return by_group(self.criteria, lambda criterion: criterion.group)

    @property
    def most(self) -> int:
        """The most points a lead can have."""
        return sum(max(criterion.most for criterion in unit) for unit in self.units)


class FindingState(StrEnum):
    """What is known about a criterion."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"
    NOT_KNOWN = "not_known"  # asked, and they do not know


@frozen
class Finding:
    """A criterion, what is known about it, and the evidence: the answer and their words."""

    criterion: Criterion
    state: FindingState
    points: int
    evidence: str = ""


@frozen
class Weighed:
    """What counts once: the finding of a criterion that stands alone, or those of a group."""

    findings: tuple[Finding, ...]

    @property
    def state(self) -> FindingState:
        """Met when one is; else open while one is."""
        states = {finding.state for finding in self.findings}
        order = (FindingState.MET, FindingState.OPEN, FindingState.NOT_KNOWN)
        return next((state for state in order if state in states), FindingState.NOT_MET)

    @property
    def must_have(self) -> bool:
        """Whether one of its criteria is a must-have."""
        return any(finding.criterion.must_have for finding in self.findings)

    @property
    def points(self) -> int:
        """The best of those that are known."""
        known = (FindingState.MET, FindingState.NOT_MET)
        return max((f.points for f in self.findings if f.state in known), default=0)

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those still worth an answer: all that are open, or those worth more than it has."""
        waiting = tuple(f for f in self.findings if f.state is FindingState.OPEN)
        if self.state is not FindingState.MET:
            return waiting
        return tuple(f for f in waiting if f.criterion.most > self.points)

    @property
    def gain(self) -> int:
        """How many points its open answers can add."""
        return max(0, max((f.criterion.most for f in self.open), default=0) - self.points)

    @property
    def label(self) -> str:
        """Its name: "Real need", or of a group "Real need or Named project"."""
        return listed([finding.criterion.label for finding in self.findings], "or")

    @property
    def first(self) -> Criterion:
        """The criterion that says what is asked: the first that is open, else the first."""
        return (self.open or self.findings)[0].criterion

    @property
    def best(self) -> Criterion:
        """The criterion whose open answer can add the most; of equals the first."""
        return max((f.criterion for f in self.open), key=lambda one: one.most, default=self.first)

    def holds_one_of(self, ids: tuple[str, ...]) -> bool:
        """Whether one of these criteria belongs to it."""
        return any(finding.criterion.id in ids for finding in self.findings)


def by_group(
    things: Iterable[_Thing], group_of: Callable[[_Thing], str]
) -> tuple[tuple[_Thing, ...], ...]:
    """The things in order, those of one group together; a thing of no group is alone."""
    found: dict[str, list[_Thing]] = {}
    for number, thing in enumerate(things):
        # No group has a name that begins with a space, so those of none stay alone.
        found.setdefault(group_of(thing) or f" {number}", []).append(thing)
    return tuple(tuple(together) for together in found.values())


def listed(names: list[str], word: str = "and") -> str:
    """Names as a sentence lists them: "A, B and C"."""
    return either(names) if word == "or" else all_of(names)
