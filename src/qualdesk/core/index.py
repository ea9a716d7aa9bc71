"""What a call now is worth: qualified conversations per caller minute, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from qualdesk.core.beliefs import (
    age_level,
    attempt_level,
    fresh_level,
    hint_level,
    origin_of,
    yes_no,
)
from qualdesk.core.calling_rules import Interval
from qualdesk.core.odds import Odds
from qualdesk.core.sources import DAY_PARTS
from qualdesk.core.times import local_time
from qualdesk.core.traits import Traits
from qualdesk.core.waiting import (
    MOST_TRIES,
    Costs,
    Later,
    times_ahead,
    unending,
    worth_later,
)
from qualdesk.core.why_now import Seen, words_of

__all__ = [
    "Ahead",
    "Odds",
    "Part",
    "chances",
    "explained",
    "going_rate",
    "hours_since",
    "index_of",
    "points",
    "simple_index",
]

POINTS = 6000
"""Points are qualified conversations per 100 caller hours: the index per minute times this."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """Leads that look alike, and the time there is left to call them.

    Attributes:
        traits: what they share.
        zone: the clock they are called by.
        opens: the open intervals from now on, in UTC, in order.
        closes_at: when their window closes, None when it does not.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of an index: the words, and the conversations per minute it adds or takes."""

    code: str
    says: str
    value: float


class Step(NamedTuple):
    """One thing that moves the chance of an answer, or that a conversation qualifies."""

    code: str
    answer: float = 1.0
    qualify: float = 1.0


def index_of(odds: Odds, ahead: Ahead, now: datetime, rate: float) -> float:
    """Qualified conversations per caller minute of a dial now, over leaving the lead alone.

    ``rate`` is what a minute of this floor is worth elsewhere, in the same unit (see
    :func:`going_rate`); 0 when there is nobody else to call.
    """
    if ahead.weight <= 0.0:
        return 0.0
    look = _look(odds, ahead, now)
    answer, qualify, minutes = _chances(odds, look.steps)
    share = _share_of_now(look, look.times, rate) if odds.looks_ahead else 1.0
    share *= odds.curious(ahead.traits, now)
    return ahead.weight * answer * qualify / minutes * share


def simple_index(odds: Odds, ahead: Ahead, now: datetime) -> float:
    """The same with nothing said of later: the chance that a dial qualifies, per minute."""
    answer, qualify, minutes = chances(odds, ahead, now)
    return max(0.0, ahead.weight) * answer * qualify / minutes


def chances(odds: Odds, ahead: Ahead, now: datetime) -> tuple[float, float, float]:
    """The chance of an answer now, that the conversation then qualifies, and the minutes."""
    return _chances(odds, _look(odds, ahead, now).steps)


def explained(odds: Odds, ahead: Ahead, now: datetime, rate: float) -> tuple[Part, ...]:
    """The parts of :func:`index_of`, in the words of a caller; they add up to it.

    Each is what the index gains or loses when that much more is known, in a fixed order: what
    the lead is, the person, the clock, and then what a later call would bring. A window that
    closes within a week is always among them.
    """
    look = _look(odds, ahead, now)
    soon = ahead.closes_at is not None and now < ahead.closes_at <= now + _SOON
    parts: list[Part] = []
    before = 0.0
    for code, value in _growing(look, rate):
        if value != before or not parts or (code == "window" and soon):
            seen = Seen(
                traits=ahead.traits,
                zone=ahead.zone,
                now=now,
                part=look.part,
                age=look.age,
                closes_at=ahead.closes_at,
                weight=ahead.weight,
                is_gain=value > before,
            )
            parts.append(Part(code=code, says=words_of(code, seen), value=value - before))
        before = value
    return tuple(parts)


def points(value: float) -> int:
    """An index as people read it: qualified conversations per 100 caller hours."""
    return round(value * POINTS)


def going_rate(offers: Iterable[tuple[float, float]], minutes: float) -> float:
    """What a caller minute is worth elsewhere: the index of the last lead there is time for.

    Args:
        offers: for each stack its simple index and the caller minutes that all its leads take.
        minutes: the caller minutes there are. When they are enough for everybody, a minute is
            worth nothing elsewhere, and each lead can wait for its best hour.
    """
    left = minutes
    for worth, takes in sorted(offers, reverse=True):
        left -= takes
        if left < 0:
            return max(0.0, worth)
    return 0.0


def hours_since(anchor: datetime | None, now: datetime) -> float | None:
    """The age of somebody's interest in hours; a clock that went back makes it new."""
    return None if anchor is None else max(0.0, (now - anchor).total_seconds() / 3600)


class _Look(NamedTuple):
    """All that is needed of a lead and the moment, found once."""

    odds: Odds
    ahead: Ahead
    now: datetime
    weekday: int
    part: int
    age: float | None
    standing: list[Step]
    passing: list[Step]

    @property
    def steps(self) -> list[Step]:
        """All that moves the chances of a call now, in the order it is explained in."""
        return self.standing + self.passing

    @property
    def times(self) -> tuple[Later, ...]:
        """The times ahead at which it could be called."""
        ahead = self.ahead
        return times_ahead(ahead.opens, ahead.zone, self.now, ahead.day_parts)


def _look(odds: Odds, ahead: Ahead, now: datetime) -> _Look:
    traits = ahead.traits
    there = local_time(now, ahead.zone)
    minute = there.hour * 60 + there.minute
    part = sum(minute >= edge for edge in ahead.day_parts)
    age = hours_since(traits.anchor, now)
    answer, qualify = odds.of_answer, odds.of_qualify
    origin, interest = origin_of(traits), traits.interest.value
    asked = yes_no(is_so=traits.asked)
    standing = [
        Step(
            "source",
            answer("source", origin),
            qualify("source", origin),
        ),
        Step("asked", answer("asked", asked), qualify("asked", asked)),
        Step("interest", answer("interest", interest), qualify("interest", interest)),
        Step("role", 1.0, qualify("role", traits.role.value)),
        Step("phone", answer("phone", traits.phone.value)),
        Step("reached", answer("reached", yes_no(is_so=traits.was_reached))),
    ]
    melted = odds.beliefs.melting_of(traits).left(age)
    passing = [
        Step("age", 1.0, melted * qualify("age", age_level(age))),
        Step("tries", answer("attempt", attempt_level(traits.attempts))),
        Step("tried", answer("tried", yes_no(is_so=bool(traits.tried >> part & 1)))),
        Step("hinted", answer("hinted", hint_level(traits.hinted, part))),
        Step("fresh", answer("fresh", fresh_level(traits, age))),
        Step("clock", odds.clock[traits.role][there.hour]),
        Step("weekday", odds.week[there.weekday()]),
    ]
    return _Look(odds, ahead, now, there.weekday(), part, age, standing, passing)


def _chances(odds: Odds, steps: Iterable[Step]) -> tuple[float, float, float]:
    answer, qualify = _product(steps)
    answer = min(answer, odds.beliefs.cap)
    dial, talk = odds.minutes
    return answer, min(qualify, 1.0), dial + answer * (talk - dial)


def _product(steps: Iterable[Step]) -> tuple[float, float]:
    answer = qualify = 1.0
    for _, answers, qualifies in steps:
        answer *= answers
        qualify *= qualifies
    return answer, qualify


def _growing(look: _Look, rate: float) -> list[tuple[str, float]]:
    """The index as it grows part by part, from the source alone to the whole."""
    ahead = look.ahead
    if ahead.weight <= 0.0:
        return [("weight", 0.0)]
    grown: list[tuple[str, float]] = []
    worth = 0.0
    for count, step in enumerate(look.steps, start=1):
        answer, qualify, minutes = _chances(look.odds, look.steps[:count])
        worth = answer * qualify / minutes
        grown.append((step.code, worth))
    share = 1.0
    if look.odds.looks_ahead:
        share = _share_of_now(look, look.times, rate)
        if ahead.closes_at is None:
            grown.append(("later", worth * share))
        else:
            endless = unending(look.times, look.weekday, ahead.day_parts)
            unclosed = _share_of_now(look, endless, rate)
            grown += [("later", worth * unclosed), ("window", worth * share)]
    share *= look.odds.curious(ahead.traits, look.now)
    grown += [("curious", worth * share), ("weight", ahead.weight * worth * share)]
    return grown


def _share_of_now(look: _Look, times: tuple[Later, ...], rate: float) -> float:
    """What is left of the index when it is thought of what a later call could bring, 0 to 1.

    ``W_wait - (1 - p) * W_fail`` is what the lead loses by a dial now: what it is worth left
    alone, less what it is worth after one more dial that failed. The index gives up as much of
    itself, times the floor's patience.
    """
    odds, ahead = look.odds, look.ahead
    answer, qualify, _ = _chances(odds, look.steps)
    if not times:
        return 1.0
    tries = [
        odds.of_answer("attempt", attempt_level(ahead.traits.attempts + number))
        for number in range(min(ahead.tries_left, MOST_TRIES + 1))
    ]
    answers, qualifies = _answers_then(look, times), _qualifies_then(look, times)
    costs = Costs(*odds.minutes, rate / ahead.weight, odds.beliefs.cap)
    alone = worth_later(answers, qualifies, tries[:MOST_TRIES], costs)
    failed = worth_later(answers, qualifies, tries[1:], costs)
    loss = (alone - (1.0 - answer) * failed) / (answer * qualify)
    return 1.0 - odds.beliefs.patience * min(1.0, max(0.0, loss))


def _answers_then(look: _Look, times: tuple[Later, ...]) -> list[float]:
    """The chance of an answer at each time ahead, but for the number of the try."""
    odds, traits = look.odds, look.ahead.traits
    clock, week = odds.clock[traits.role], odds.week
    reach, _ = _product(look.standing)
    in_part = [
        reach
        * odds.of_answer("tried", yes_no(is_so=bool(traits.tried >> part & 1)))
        * odds.of_answer("hinted", hint_level(traits.hinted, part))
        for part in range(len(look.ahead.day_parts) + 1)
    ]
    found = [in_part[time.part] * clock[time.hour] * week[time.weekday] for time in times]
    if look.age is not None and fresh_level(traits, look.age) != "none":
        for place, time in enumerate(times):
            found[place] *= odds.of_answer("fresh", fresh_level(traits, look.age + time.hours))
    return found


def _qualifies_then(look: _Look, times: tuple[Later, ...]) -> list[float]:
    """The chance that a conversation qualifies at each time ahead."""
    odds, age = look.odds, look.age
    melting = odds.beliefs.melting_of(look.ahead.traits)
    _, qualify = _product(look.standing)
    if age is None:
        left = melting.left(None) * odds.of_qualify("age", age_level(None))
        return [min(1.0, qualify * left)] * len(times)
    bands = odds.qualify.get("age", _NONE)
    ages = [age + time.hours for time in times]
    return [
        min(1.0, qualify * melting.left(then) * bands.get(age_level(then), 1.0)) for then in ages
    ]


_NONE: dict[str, float] = {}
_SOON = timedelta(days=7)
