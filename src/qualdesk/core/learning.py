"""What the floor's own calls say about the beliefs: factors learned, each with how sure it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from math import sqrt
from typing import Any, NamedTuple

from qualdesk.core.beliefs import (
    ANSWER_LEVELS,
    QUALIFY_LEVELS,
    Beliefs,
    Factors,
    Level,
    answer_levels,
    qualify_levels,
)
from qualdesk.core.frozen import frozen
from qualdesk.core.traits import Traits
from qualdesk.core.wording import tr


@frozen
class Tally:
    """Calls that were alike to the queue, counted.

    Attributes:
        traits: what those leads shared when they were dialled.
        hour: the hour on their clock; ``weekday`` theirs, Monday 0; -1 where nobody knew.
        part: the part of their day, -1 where nobody knew.
        age: hours between the beginning of their interest and the calls, on average; None
            when nobody knows.
        dials: how many calls; ``answered`` those in which the person was spoken to;
            ``qualified`` those of them that qualified.
        unanswered_time: what the unanswered calls took together, with all around them;
            ``answered_time`` the same of the others.
    """

    traits: Traits
    hour: int
    weekday: int
    part: int
    dials: int
    age: float | None = None
    answered: int = 0
    qualified: int = 0
    unanswered_time: timedelta = timedelta()
    answered_time: timedelta = timedelta()


@frozen
class Found:
    """What was learned about one level of a factor.

    Attributes:
        believed: the value it started with; ``value`` what it is taken for now.
        seen: what happened in those calls; ``expected`` what all else that is known foretold.
        calls: how many calls (or conversations) it rests on.
        low: the value lies above this, and below ``high``, nine times in ten.
    """

    believed: float
    value: float
    seen: float
    expected: float
    calls: int
    low: float
    high: float

    @property
    def times(self) -> float:
        """How many times the belief the value is."""
        return self.value / self.believed

    @property
    def is_sure(self) -> bool:
        """Whether there is enough behind it to call the belief right or wrong."""
        return self.seen + self.expected >= ENOUGH

    @property
    def says(self) -> str:
        """How sure this is, in words."""
        if not self.is_sure:
            return tr("too few to say")
        if self.low > self.believed:
            return tr("more than believed")
        return tr("less than believed") if self.high < self.believed else tr("as believed")


Findings = Mapping[str, Mapping[str, Found]]


@frozen
class Learned:
    """All that the floor's calls have taught; empty for a floor without any."""

    answer: Findings = field(default_factory=dict)
    qualify: Findings = field(default_factory=dict)
    unanswered_minutes: float | None = None
    conversation_minutes: float | None = None
    calls: int = 0


def learn(beliefs: Beliefs, tallies: Iterable[Tally]) -> Learned:
    """What these calls say about the beliefs. The same calls always say the same.

    Each level of each factor becomes ``(k + seen) / (k + expected)`` times its belief, where
    expected is what the beliefs and all other factors foretell of the calls it was part of.
    Since the factors explain each other, all are gone through several times.
    """
    counted = [tally for tally in tallies if tally.dials > 0]
    return Learned(
        answer=_fitted(
            _joined(_answer_rows(beliefs, counted)),
            beliefs.answer,
            _Strengths(beliefs.answer_strength, beliefs.source_strength),
            beliefs.cap,
        ),
        qualify=_fitted(
            _joined(_qualify_rows(beliefs, counted)),
            beliefs.qualify,
            _Strengths(beliefs.qualify_strength, beliefs.source_strength),
            1.0,
        ),
        unanswered_minutes=_minutes(
            beliefs.unanswered_minutes,
            sum((tally.unanswered_time for tally in counted), timedelta()),
            sum(tally.dials - tally.answered for tally in counted),
        ),
        conversation_minutes=_minutes(
            beliefs.conversation_minutes,
            sum((tally.answered_time for tally in counted), timedelta()),
            sum(tally.answered for tally in counted),
        ),
        calls=sum(tally.dials for tally in counted),
    )


def learned_to_plain(learned: Learned) -> dict[str, Any]:
    """What was learned as plain values: what the workspace keeps."""
    return asdict(learned)


def learned_from_plain(plain: Mapping[str, Any]) -> Learned:
    """What :func:`learned_to_plain` was made of."""
    return Learned(
        answer=_found_in(plain["answer"]),
        qualify=_found_in(plain["qualify"]),
        unanswered_minutes=plain["unanswered_minutes"],
        conversation_minutes=plain["conversation_minutes"],
        calls=plain["calls"],
    )


NOTHING_LEARNED = Learned()
ENOUGH = 10.0
"""What happened and what was expected must come to this much before a belief is judged."""


@dataclass(slots=True)
class _Row:
    """Calls with the same levels: what was tried, what came of it, what is foretold."""

    levels: tuple[Level, ...]
    tried: float
    seen: float
    foretold: float


def _answer_rows(beliefs: Beliefs, tallies: Iterable[Tally]) -> Iterator[_Row]:
    for one in tallies:
        levels = answer_levels(
            one.traits, hour=one.hour, weekday=one.weekday, part=one.part, age=one.age
        )
        known = tuple(level for level in levels if level[1] in ANSWER_LEVELS[level[0]])
        chance = _believed(beliefs.answer, known)
        yield _Row(known, one.dials, one.answered, chance * one.dials)


def _qualify_rows(beliefs: Beliefs, tallies: Iterable[Tally]) -> Iterator[_Row]:
    for one in tallies:
        if one.answered > 0:
            levels = qualify_levels(one.traits, one.age)
            left = beliefs.melting_of(one.traits).left(one.age)
            chance = _believed(beliefs.qualify, levels) * left
            yield _Row(levels, one.answered, one.qualified, chance * one.answered)


def _believed(factors: Factors, levels: Iterable[Level]) -> float:
    chance = 1.0
    for factor, level in levels:
        chance *= factors.get(factor, _NONE).get(level, 1.0)
    return chance


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """The same with one row for all that have the same levels."""
    found: dict[tuple[Level, ...], _Row] = {}
    for row in rows:
        same = found.setdefault(row.levels, _Row(row.levels, 0, 0, 0.0))
        same.tried += row.tried
        same.seen += row.seen
        same.foretold += row.foretold
    return list(found.values())


def _fitted(rows: list[_Row], believed: Factors, strengths: "_Strengths", cap: float) -> Findings:
    """Every level that was met, with what the calls say about it."""
    by_factor = _rows_by_level(rows)
    times: dict[Level, float] = {}
    sums: dict[Level, tuple[float, float]] = {}
    weighs: dict[str, float] = {}
    for _ in range(_SWEEPS):
        for factor, levels in by_factor.items():
            own = {
                at: _sums(some, times.get((factor, at), 1.0), cap) for at, some in levels.items()
            }
            k = weighs[factor] = _weight(strengths.of(factor), own.values())
            for level, (seen, expected) in _with_neighbours(factor, own).items():
                now = (k + seen) / (k + expected)
                change = now / times.get((factor, level), 1.0)
                times[factor, level], sums[factor, level] = now, (seen, expected)
                for row in levels.get(level, ()):
                    row.foretold *= change
    found: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for (factor, level), now in times.items():
        start = believed.get(factor, _NONE).get(level, 1.0)
        (seen, expected), k = sums[factor, level], weighs[factor]
        low, high = _between(k + seen, k + expected)
        found[factor][level] = Found(
            believed=start,
            value=start * now,
            seen=seen,
            expected=expected,
            calls=round(sum(row.tried for row in by_factor[factor].get(level, ()))),
            low=start * low,
            high=start * high,
        )
    return dict(found)


class _Strengths(NamedTuple):
    """What a belief weighs."""

    most: float
    of_source: float

    def of(self, factor: str) -> float:
        """In answers, or in qualified conversations."""
        return self.most * (self.of_source if factor == "source" else 1.0)


def _rows_by_level(rows: Iterable[_Row]) -> dict[str, dict[str, list[_Row]]]:
    """The rows of each level of each factor, the factors always in the same order."""
    found: dict[str, dict[str, list[_Row]]] = {}
    for row in rows:
        for factor, level in row.levels:
            found.setdefault(factor, {}).setdefault(level, []).append(row)
    return {
        factor: found[factor] for factor in (*ANSWER_LEVELS, *QUALIFY_LEVELS) if factor in found
    }


def _weight(most: float, sums: Iterable[tuple[float, float]]) -> float:
    """What a belief of a factor weighs, where others of it have proved more or less wrong.

    Beliefs that lie within a fifth of what is seen weigh all they can; how far they are off
    beyond chance (a Poisson count varies by itself) makes them lighter, to a fifth.
    """
    # Three lucky calls are no reason to doubt all beliefs about hours.
    off, whole = 0.0, ENOUGH**2
    for seen, expected in sums:
        off += (seen - expected) ** 2 - expected
        whole += expected**2
    spread = off / whole
    return most if spread * most <= 1.0 else max(most * _LIGHTEST, 1.0 / spread)


def _sums(rows: Iterable[_Row], own: float, cap: float) -> tuple[float, float]:
    """What was seen in the rows, and what all factors but this one foretell of them."""
    seen = expected = 0.0
    for row in rows:
        seen += row.seen
        expected += min(row.foretold, cap * row.tried) / own
    return seen, expected


def _with_neighbours(
    factor: str, own: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Hours with half the counts of the hours beside them; all else as it is.

    Nobody answers at ten and never at eleven: an hour with few calls is told by its neighbours.
    """
    if factor not in _HOURLY:
        return dict(own)
    lent = dict(own)
    for level, (seen, expected) in own.items():
        for neighbour in _beside(level):
            if neighbour in ANSWER_LEVELS[factor]:
                more, foretold = lent.get(neighbour, (0.0, 0.0))
                lent[neighbour] = (more + _LENT * seen, foretold + _LENT * expected)
    return lent


def _beside(level: str) -> tuple[str, str]:
    """The hours beside ``10`` or ``head 10``, in the same words."""
    role, _, hour = level.rpartition(" ")
    before = f"{role} " if role else ""
    return f"{before}{int(hour) - 1}", f"{before}{int(hour) + 1}"


def _between(shape: float, rate: float) -> tuple[float, float]:
    """Where a gamma value lies nine times in ten (Wilson and Hilferty, PNAS 17, 1931)."""
    middle, spread = 1 - 1 / (9 * shape), _NINE_IN_TEN / (3 * sqrt(shape))
    low, high = max(0.0, middle - spread), middle + spread
    value = shape / rate
    # For a shape far below one the formula gives out; the value lies within its bounds anyhow.
    return min(value, value * low**3), max(value, value * high**3)


def _minutes(believed: float, spent: timedelta, calls: int) -> float:
    """The minutes a call takes, as learned; within four times of what was believed.

    A call that was forgotten open over night, or a clock that stood still, says nothing about
    the next one.
    """
    told = spent.total_seconds() / 60
    found = (_MINUTES_STRENGTH * believed + told) / (_MINUTES_STRENGTH + calls)
    return min(max(found, believed / _MOST_OFF), believed * _MOST_OFF)


def _found_in(plain: Mapping[str, Any]) -> Findings:
    return {
        factor: {level: Found(**one) for level, one in levels.items()}
        for factor, levels in plain.items()
    }


_NONE: dict[str, float] = {}
_HOURLY = ("hour", "role_hour")
_LENT = 0.5
_SWEEPS = 4
_LIGHTEST = 0.2
_NINE_IN_TEN = 1.645
_MINUTES_STRENGTH = 30
_MOST_OFF = 4.0
