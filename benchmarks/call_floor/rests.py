"""When somebody may be tried again: what every queue on the floor obeys, ours through its rules.

The rests are common practice (an hour, three hours, a day, and another part of the day); the
limits are the campaign's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from call_floor.clocks import DAY, MINUTE, Span, at_local, holds, local, next_in
from call_floor.people import Person, World
from call_floor.talking import Talk

ENDS = frozenset({"qualified", "not_qualified", "do_not_call", "nurture"})
WRONG = frozenset({"wrong_number", "bad_number"})
_RESTS = {
    "no_answer": 180 * MINUTE,
    "voicemail_none": 180 * MINUTE,
    "voicemail_left": DAY,
    "busy": 30 * MINUTE,
    "gatekeeper": 60 * MINUTE,
    "refused_soft": 7 * DAY,
}
_OTHER_PART = frozenset({"no_answer", "gatekeeper"})
_EDGES = (10.5, 13.0, 15.0)


@dataclass(kw_only=True, slots=True)
class Case:
    """A person as a queue keeps them."""

    person: Person
    spans: Sequence[Span]
    tries: int = 0
    last: float = 0.0
    day: int = -1
    on_day: int = 0
    tried: tuple[int, int, int, int] = (0, 0, 0, 0)
    hint: int = -1
    numbers: int = 1
    due: float | None = None
    owner: int = -1

    def begins(self, at: float) -> None:
        """They are dialled."""
        day, _, hour = local(self.person.zones[0], at)
        self.on_day = self.on_day + 1 if day == self.day else 1
        self.day, self.last = day, at
        self.tries += 1
        part = part_of(hour)
        self.tried = tuple(n + (i == part) for i, n in enumerate(self.tried))  # type: ignore[assignment]
        self.due = None


def part_of(hour: float) -> int:
    """The part of the day that hour is in, as dialling practice divides it."""
    return sum(hour >= edge for edge in _EDGES)


def next_try(world: World, case: Case, talk: Talk, at: float) -> float | None:
    """When they may be dialled again; None when they are done with."""
    plan = world.plans[case.person.plan]
    if talk.outcome in ENDS or case.tries >= plan.most:
        return None
    if talk.outcome in WRONG:
        case.numbers -= 1
        if case.numbers <= 0:
            return None
    rest = max(at + _RESTS.get(talk.outcome, 0.0), case.last + plan.rest)
    found = next_in(case.spans, rest)
    if talk.outcome in _OTHER_PART:
        found = _other_part(case, at, rest) or found
    for _ in range(9):
        if found is None:
            return None
        day, _, _ = local(case.person.zones[0], found)
        if day != case.day or case.on_day < plan.per_day:
            return found
        found = next_in(case.spans, at_local(case.person.zones[0], day + 1, 0))
    return None


def _other_part(case: Case, at: float, rest: float) -> float | None:
    """The first open moment after the rest that is in another part of their day."""
    zone = case.person.zones[0]
    day, _, hour = local(zone, at)
    tried = part_of(hour)
    edges = [at_local(zone, day + on, edge) for on in range(5) for edge in (0.0, *_EDGES)]
    for edge in [rest, *(each for each in edges if each > rest)]:
        opens = next_in(case.spans, edge)
        if opens is not None and part_of(local(zone, opens)[2]) != tried:
            return opens
    return None


def is_open(case: Case, at: float) -> bool:
    """Whether the rules let them be called now."""
    return holds(case.spans, at)
