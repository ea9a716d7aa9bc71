"""Two weeks of ten callers: whoever is free asks the queue, dials, and writes down how it went."""

import heapq
from dataclasses import dataclass, field
from typing import Protocol

from call_floor.clocks import MINUTE
from call_floor.people import FIRST, LAST, WEEK, Person, World
from call_floor.referee import Referee
from call_floor.shifts import next_on_shift, on_shift
from call_floor.talking import Talk, Talks


class Queue(Protocol):
    """A way to choose whom to call next."""

    def arrive(self, people: list[Person], at: float) -> None:
        """A list was loaded."""

    def take(self, caller: int, at: float) -> Person | None:
        """Whom that caller dials now; None when there is nobody."""

    def ended(self, caller: int, person: Person, talk: Talk, at: float) -> None:
        """How the dial went."""

    def tick(self, at: float) -> None:
        """A quarter of an hour has passed."""


@dataclass(kw_only=True, slots=True)
class Score:
    """What two weeks brought.

    Attributes:
        worth: qualified conversations to be expected of the dials that were made, chance at
            the moment of each dial taken out; by week. ``drawn`` is how many there were.
        minutes: spent on calls; ``idle`` at work with nobody to call.
    """

    worth: list[float] = field(default_factory=lambda: [0.0, 0.0])
    drawn: int = 0
    dials: int = 0
    minutes: float = 0.0
    idle: float = 0.0
    violations: dict[str, int] = field(default_factory=dict)
    promises: int = 0
    late: int = 0

    @property
    def total(self) -> float:
        """Of both weeks."""
        return sum(self.worth)


def run(world: World, queue: Queue, *, until: float = LAST) -> tuple[Score, Referee]:
    """Let the floor work through the world with that queue."""
    floor = _Floor(world, queue, until)
    return floor.work(), floor.referee


class _Floor:
    """The clockwork: what happens next, in order of time."""

    def __init__(self, world: World, queue: Queue, until: float) -> None:
        self._world, self._queue, self._until = world, queue, until
        self._talks = Talks(world)
        self.referee = Referee(world)
        self._score = Score()
        self._events: list[tuple[float, int, int, object]] = []
        self._count = 0

    def work(self) -> Score:
        """Everything until the end."""
        for at, people in self._world.arrivals():
            self._later(at, -2, people)
        at = FIRST
        while at < self._until:
            # The program runs while somebody is at work, and a little before.
            if self._is_staffed(at) or self._is_staffed(at + _QUARTER):
                self._later(at, -1, None)
            at += _QUARTER
        for caller in self._world.callers:
            self._go_on(caller, FIRST)
        while self._events:
            at, _, who, what = heapq.heappop(self._events)
            if at >= self._until:
                break
            self._happen(at, who, what)
        self.referee.closes(self._until)
        self._score.violations = dict(self.referee.violations)
        self._score.promises = self.referee.promises
        self._score.late = len(self.referee.late)
        return self._score

    def _is_staffed(self, at: float) -> bool:
        return any(on_shift(caller, at) for caller in self._world.callers)

    def _later(self, at: float, who: int, what: object) -> None:
        # Lists first, then the clock's work, then callers, each in turn.
        self._count += 1
        heapq.heappush(self._events, (at, self._count, who, what))

    def _go_on(self, caller: int, at: float) -> None:
        at_work = next_on_shift(caller, at)
        if at_work is not None:
            self._later(at_work, caller, None)

    def _happen(self, at: float, who: int, what: object) -> None:
        if isinstance(what, list):
            self._queue.arrive(what, at)
        elif who == -1:
            self._queue.tick(at)
        else:
            if isinstance(what, tuple):
                person, talk = what
                self._queue.ended(who, person, talk, at)
                self.referee.ends(person, talk)
            self._call(who, at)

    def _call(self, caller: int, at: float) -> None:
        if not on_shift(caller, at):
            self._go_on(caller, at)
            return
        person = self._queue.take(caller, at)
        if person is None:
            self._score.idle += _LOOKS_AGAIN / MINUTE
            self._go_on(caller, at + _LOOKS_AGAIN)
            return
        promised = self.referee.starts(person, at, caller)
        talk = self._talks.dial(person, at, caller, promised=promised)
        score = self._score
        score.worth[at >= WEEK] += talk.worth
        score.drawn += talk.is_qualified
        score.dials += 1
        score.minutes += talk.minutes
        self._later(at + (talk.minutes + _BETWEEN) * MINUTE, caller, (person, talk))


_QUARTER = 15 * MINUTE
_LOOKS_AGAIN = 2 * MINUTE
_BETWEEN = 0.25
