"""What a call now is worth: qualified conversations per caller minute, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from qualdesk.core.beliefs import (
    Beliefs,
    Factors,
    age_level,
    attempt_level,
    fresh_level,
    hint_level,
    origin_of,
    yes_no,
)
from qualdesk.core.calling_rules import Interval, day_part
from qualdesk.core.learning import EVERYONE, NOTHING_LEARNED, Findings, Learned
from qualdesk.core.times import local_time
from qualdesk.core.traits import Traits

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
        per_day: how often one may be dialled on one day.
    """

    traits: Traits
    zone: str
    opens: tuple[Interval, ...]
    closes_at: datetime | None
    tries_left: int
    weight: float = 1.0
    per_day: int = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of an index: the words, and the conversations per minute it adds or takes."""

    code: str
    says: str
    value: float


@dataclass(frozen=True)
class Odds:
    """The beliefs with what was learned since. Make one for a whole ranking.

    ``looks_ahead`` False leaves the worth of waiting out: the simple form ``p * q / minutes``.
    """

    beliefs: Beliefs
    learned: Learned = NOTHING_LEARNED
    looks_ahead: bool = True

    @cached_property
    def answer(self) -> Factors:
        """The chance of an answer, factor by factor, as it is taken now."""
        return _joined(self.beliefs.answer, self.learned.answer)

    @cached_property
    def qualify(self) -> Factors:
        """The chance that a conversation qualifies, factor by factor, as it is taken now."""
        return _joined(self.beliefs.qualify, self.learned.qualify)

    @cached_property
    def minutes(self) -> tuple[float, float]:
        """What an unanswered dial takes, and what a conversation takes."""
        beliefs, learned = self.beliefs, self.learned
        return (
            learned.unanswered_minutes or beliefs.unanswered_minutes,
            learned.conversation_minutes or beliefs.conversation_minutes,
        )


def index_of(odds: Odds, ahead: Ahead, now: datetime, rate: float) -> float:
    """Qualified conversations per caller minute of a dial now, over leaving the lead alone.

    ``rate`` is what a minute of this floor is worth elsewhere, in the same unit: the index of
    the calls it was lately able to make.
    """
    return sum(part.value for part in explained(odds, ahead, now, rate))


def simple_index(odds: Odds, ahead: Ahead, now: datetime) -> float:
    """The chance of an answer that qualifies, per caller minute: nothing is said of later."""
    chance, qualifies, minutes = chances(odds, ahead.traits, ahead.zone, now)
    return ahead.weight * chance * qualifies / minutes


def chances(odds: Odds, traits: Traits, zone: str, now: datetime) -> tuple[float, float, float]:
    """The chance of an answer now, that the conversation then qualifies, and the minutes."""
    there = local_time(now, zone)
    part = day_part(now, zone)
    age = hours_since(traits.anchor, now)
    answer = 1.0
    for factor, level in (
        EVERYONE,
        ("source", origin_of(traits)),
        ("phone", traits.phone.value),
        ("attempt", attempt_level(traits.attempts)),
        ("reached", yes_no(is_so=traits.was_reached)),
        ("hour", str(there.hour)),
        ("role_hour", f"{traits.role.value} {there.hour}"),
        ("weekday", str(there.weekday())),
        ("tried", yes_no(is_so=bool(traits.tried >> part & 1))),
        ("hinted", hint_level(traits.hinted, part)),
        ("fresh", fresh_level(traits, age)),
    ):
        answer *= odds.answer.get(factor, _NONE).get(level, 1.0)
    qualify = odds.beliefs.melting_of(traits).left(age)
    for factor, level in (
        EVERYONE,
        ("source", origin_of(traits)),
        ("asked", yes_no(is_so=traits.asked)),
        ("interest", traits.interest.value),
        ("role", traits.role.value),
        ("age", age_level(age)),
    ):
        qualify *= odds.qualify.get(factor, _NONE).get(level, 1.0)
    answer, qualify = min(answer, odds.beliefs.cap), min(qualify, 1.0)
    dial, talk = odds.minutes
    return answer, qualify, dial + answer * (talk - dial)


def explained(odds: Odds, ahead: Ahead, now: datetime, rate: float) -> tuple[Part, ...]:
    """The parts of :func:`index_of`, in the words of a caller; they add up to it."""
    value = simple_index(odds, ahead, now)
    return (Part(code="source", says=ahead.traits.source.label, value=value),)


def points(value: float) -> int:
    """An index as people read it: qualified conversations per 100 caller hours."""
    return round(value * POINTS)


def hours_since(anchor: datetime | None, now: datetime) -> float | None:
    """The age of somebody's interest in hours; a clock that went back makes it new."""
    return None if anchor is None else max(0.0, (now - anchor).total_seconds() / 3600)


def _joined(believed: Factors, found: Findings) -> Factors:
    """Each level as it is taken now: as learned where something was, else as believed."""
    return {
        factor: {
            **believed.get(factor, {}),
            **{level: one.value for level, one in found.get(factor, {}).items()},
        }
        for factor in {*believed, *found}
    }


_NONE: Mapping[str, float] = {}
