"""What leads of a cell can expect of a call now and later; what those alike share is found once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from operator import mul
from typing import Any, NamedTuple

from qualdesk.core.beliefs import (
    age_level,
    attempt_level,
    fresh_level,
    hint_level,
    origin_of,
    yes_no,
)
from qualdesk.core.calling_rules import Interval
from qualdesk.core.frozen import frozen
from qualdesk.core.odds import Odds
from qualdesk.core.sources import DAY_PARTS
from qualdesk.core.times import local_time
from qualdesk.core.traits import Traits
from qualdesk.core.waiting import MOST_TRIES, Costs, Later, times_ahead, worth_left


@frozen
class Ahead:
    """Leads that look alike, and the time there is left to call them.

    Attributes:
        traits: what they share.
        zone: the clock they are called by.
        opens: the open intervals from now on, in UTC, in order.
        closes_at: when their window closes, None when it does not; ``closes_in`` is the zone
            it was agreed in, empty for theirs.
        tries_left: how often each may still be dialled, this call included.
        weight: what the supervisor multiplies the campaign with.
        day_parts: where the parts of their day meet, as minutes after midnight.
    """

    traits: Traits
    zone: str
    opens: tuple[Interval, ...]
    closes_at: datetime | None
    tries_left: int
    weight: float = 1.0
    day_parts: tuple[int, ...] = DAY_PARTS
    closes_in: str = ""


class Step(NamedTuple):
    """One thing that moves the chance of an answer, or that a conversation qualifies."""

    code: str
    answer: float = 1.0
    qualify: float = 1.0


class Kin(NamedTuple):
    """What leads share that differ in their tries alone.

    Attributes:
        age: the hours since their interest began, None when nobody knows.
        standing: what moves their chances whenever they are called.
        melted: what the age of their interest moves now; ``clock`` what the hour moves.
        lasting: the product of ``standing``; ``answer`` and ``qualify`` that of all now.
    """

    age: float | None
    standing: tuple[Step, ...]
    melted: Step
    clock: tuple[Step, ...]
    lasting: tuple[float, float]
    answer: float
    qualify: float


class Outlook:
    """The leads of a cell at one moment.

    Keep one for as many leads as share their clock, open hours and parts of the day: what does
    not depend on their tries is worked out once for each kind of them.
    """

    def __init__(self, odds: Odds, ahead: Ahead, now: datetime) -> None:
        there = local_time(now, ahead.zone)
        minute = there.hour * 60 + there.minute
        self.odds = odds
        self.now = now
        self.hour, self.weekday = there.hour, there.weekday()
        self.part = sum(minute >= edge for edge in ahead.day_parts)
        self._where = ahead.opens, ahead.zone, ahead.day_parts
        self._kin: dict[tuple[Any, ...], Kin] = {}
        self._later: dict[tuple[Any, ...], _Later] = {}
        self._melted: dict[tuple[str, datetime | None], list[float]] = {}
        self._by_tries: dict[tuple[int, int, int], float] = {}
        self._tried: dict[tuple[int, int], list[float]] = {}

    @cached_property
    def times(self) -> tuple[Later, ...]:
        """The times ahead at which they could be called."""
        opens, zone, day_parts = self._where
        return times_ahead(opens, zone, self.now, day_parts)

    def steps(self, traits: Traits) -> list[Step]:
        """All that moves the chances of a call now, in the order it is explained in."""
        kin = self.kin(traits)
        fresh, *clock = kin.clock
        return [*kin.standing, kin.melted, *self._of_tries(traits), fresh, *clock]

    def chances(self, traits: Traits) -> tuple[float, float, float]:
        """The chance of an answer now, that the conversation then qualifies, and the minutes."""
        kin = self.kin(traits)
        key = traits.attempts, traits.tried, traits.hinted
        if key not in self._by_tries:
            self._by_tries[key] = product(self._of_tries(traits))[0]
        return bounded(self.odds, kin.answer * self._by_tries[key], kin.qualify)

    def kin(self, traits: Traits) -> Kin:
        """What such leads share, whatever their tries."""
        key = _key(traits)
        if key not in self._kin:
            self._kin[key] = self._found(traits)
        return self._kin[key]

    def share_of_now(
        self, ahead: Ahead, rate: float, times: tuple[Later, ...] | None = None
    ) -> float:
        """What is left of an index when it is thought of what a later call could bring, 0 to 1.

        ``W_wait - (1 - p) * W_fail`` is what the lead loses by a dial now: what it is worth left
        alone, less what it is worth after one more dial that failed. The index gives up as much
        of itself, times the floor's patience. ``times`` other than those that lie ahead may be
        named.
        """
        if not (self.times if times is None else times):
            return 1.0
        odds, traits = self.odds, ahead.traits
        later = self._kept_later(traits) if times is None else self._look_ahead(traits, times)
        in_part = self._by_tried(traits, None if times is None else times)
        tries = [
            odds.of_answer("attempt", attempt_level(traits.attempts + number))
            for number in range(min(ahead.tries_left, MOST_TRIES + 1))
        ]
        costs = Costs(*odds.minutes, rate / ahead.weight, odds.beliefs.cap)
        answers = list(map(mul, later.answers, in_part))
        alone, failed = worth_left(answers, later.qualifies, tries, costs)
        answer, qualify, _ = self.chances(traits)
        loss = (alone - (1.0 - answer) * failed) / (answer * qualify)
        return 1.0 - odds.beliefs.patience * min(1.0, max(0.0, loss))

    def _found(self, traits: Traits) -> Kin:
        odds = self.odds
        answer, qualify = odds.of_answer, odds.of_qualify
        age = hours_since(traits.anchor, self.now)
        origin, interest = origin_of(traits), traits.interest.value
        asked = yes_no(is_so=traits.asked)
        standing = (
            Step("source", answer("source", origin), qualify("source", origin)),
            Step("asked", answer("asked", asked), qualify("asked", asked)),
            Step("interest", answer("interest", interest), qualify("interest", interest)),
            Step("role", 1.0, qualify("role", traits.role.value)),
            Step("phone", answer("phone", traits.phone.value)),
            Step("reached", answer("reached", yes_no(is_so=traits.was_reached))),
        )
        left = odds.beliefs.melting_of(traits).left(age)
        melted = Step("age", 1.0, left * qualify("age", age_level(age)))
        clock = (
            Step("fresh", answer("fresh", fresh_level(traits, age))),
            Step("clock", odds.clock[traits.role][self.hour]),
            Step("weekday", odds.week[self.weekday]),
        )
        now = product((*standing, melted, *clock))
        return Kin(age, standing, melted, clock, product(standing), *now)

    def _of_tries(self, traits: Traits) -> tuple[Step, Step, Step]:
        answer = self.odds.of_answer
        tried = yes_no(is_so=bool(traits.tried >> self.part & 1))
        return (
            Step("tries", answer("attempt", attempt_level(traits.attempts))),
            Step("tried", answer("tried", tried)),
            Step("hinted", answer("hinted", hint_level(traits.hinted, self.part))),
        )

    def _by_tried(self, traits: Traits, times: tuple[Later, ...] | None) -> list[float]:
        """What the parts of the day tried, and those somebody named, move at each time ahead."""
        key = traits.tried, traits.hinted
        if times is None and key in self._tried:
            return self._tried[key]
        answer = self.odds.of_answer
        in_part = [
            answer("tried", yes_no(is_so=bool(traits.tried >> part & 1)))
            * answer("hinted", hint_level(traits.hinted, part))
            for part in range(len(self._where[2]) + 1)
        ]
        if times is not None:
            return [in_part[time.part] for time in times]
        self._tried[key] = [in_part[time.part] for time in self.times]
        return self._tried[key]

    def _kept_later(self, traits: Traits) -> "_Later":
        key = _key(traits)
        if key not in self._later:
            self._later[key] = self._look_ahead(traits, self.times)
        return self._later[key]

    def _look_ahead(self, traits: Traits, times: tuple[Later, ...]) -> "_Later":
        odds, kin = self.odds, self.kin(traits)
        reach, qualify = kin.lasting
        clock, week = odds.clock[traits.role], odds.week
        answers = [reach * clock[time.hour] * week[time.weekday] for time in times]
        if kin.age is not None and fresh_level(traits, kin.age) != "none":
            for place, time in enumerate(times):
                level = fresh_level(traits, kin.age + time.hours)
                answers[place] *= odds.of_answer("fresh", level)
        melted = self._melts(traits, kin.age, times)
        return _Later(answers, [min(1.0, qualify * left) for left in melted])

    def _melts(
        self, traits: Traits, age: float | None, times: tuple[Later, ...]
    ) -> Sequence[float]:
        """What is left of interest like theirs at each time ahead."""
        key = origin_of(traits), traits.anchor
        if times is self.times and key in self._melted:
            return self._melted[key]
        melting, bands = self.odds.beliefs.melting_of(traits), self.odds.qualify.get("age", _NONE)
        ages = [None if age is None else age + time.hours for time in times]
        found = [melting.left(then) * bands.get(age_level(then), 1.0) for then in ages]
        if times is self.times:
            self._melted[key] = found
        return found


def bounded(odds: Odds, answer: float, qualify: float) -> tuple[float, float, float]:
    """Chances that stay chances, and the minutes of such a dial."""
    answer = min(answer, odds.beliefs.cap)
    dial, talk = odds.minutes
    return answer, min(qualify, 1.0), dial + answer * (talk - dial)


def product(steps: Iterable[Step]) -> tuple[float, float]:
    """What all of these move together: an answer, and that a conversation qualifies."""
    answer = qualify = 1.0
    for _, answers, qualifies in steps:
        answer *= answers
        qualify *= qualifies
    return answer, qualify


def hours_since(anchor: datetime | None, now: datetime) -> float | None:
    """The age of somebody's interest in hours; a clock that went back makes it new."""
    return None if anchor is None else max(0.0, (now - anchor).total_seconds() / 3600)


class _Later(NamedTuple):
    """At each time ahead: the chance of an answer but for the tries, and that it qualifies."""

    answers: list[float]
    qualifies: list[float]


def _key(traits: Traits) -> tuple[Any, ...]:
    """All that leads share but their tries."""
    return (
        traits.source,
        traits.role,
        traits.phone,
        traits.interest,
        traits.anchor,
        traits.asked,
        traits.was_reached,
    )


_NONE: dict[str, float] = {}
