"""The uncertain part of a forecast: chances and paces, drawn once for the facts, seeded."""

from collections.abc import Callable
from math import exp, sqrt
from random import Random
from statistics import NormalDist

from qualdesk.core.forecast_facts import DayCalled, Facts, SeenCalls
from qualdesk.core.frozen import frozen


@frozen
class Draw:
    """One way things may be.

    Attributes:
        answer: times the chance of an answer that is believed, for giveaway leads and others.
        ends: of those answered, the share that is finished; ``promises`` that of call backs.
        lost: of all dials, the share after which a number must be found first.
        qualifies: times the chance that a conversation qualifies.
        again: times the share of those who can be tried a second time on a day.
        pace: dial minutes that come of a minute on shift; ``days`` what each day makes of it.
    """

    answer: tuple[float, float]
    ends: float
    promises: float
    lost: float
    qualifies: float
    again: float
    pace: float
    days: tuple[float, ...]


def draws(facts: Facts, count: int = 48, seed: int = 8) -> tuple[Draw, ...]:
    """So many ways things may be, spread evenly over what is likely.

    The same facts always give the same: levers are then compared and not luck. Each chance is
    drawn from a beta distribution, of what is believed and what was seen; each in as many even
    steps as there are draws (a Latin square), so that few say as much as many at random.
    """
    luck = Random(seed)  # noqa: S311 - no secret is made of it
    seen = (facts.seen, facts.seen_giveaway)
    both = _together(*seen)
    answers = [_spread(luck, count, _answering(luck, facts, one)) for one in seen]
    ends = _spread(luck, count, _share(luck, ENDS, both.ended, both.answered - both.ended))
    others = both.answered - both.ended - both.promised
    promises = _spread(luck, count, _share(luck, PROMISES, both.promised, others))
    lost = _spread(luck, count, _share(luck, LOST, both.lost, both.dials - both.lost))
    qualifies = _spread(luck, count, _qualifying(luck, both))
    heads = sum(caller.share for caller in facts.callers)
    middle, unsure, daily = pace_of(facts.days_called, heads)
    paces = [
        max(middle / 4, middle + unsure * _NORMAL.inv_cdf((place + 0.5) / count))
        for place in luck.sample(range(count), count)
    ]
    again = [
        AGAIN[0] + (AGAIN[1] - AGAIN[0]) * (place + 0.5) / count
        for place in luck.sample(range(count), count)
    ]
    return tuple(
        Draw(
            answer=(answers[0][one], answers[1][one]),
            ends=ends[one],
            promises=promises[one] * (1.0 - ends[one]),
            lost=lost[one],
            qualifies=qualifies[one],
            again=again[one],
            pace=paces[one],
            days=_days(luck, daily),
        )
        for one in range(count)
    )


def pace_of(days: tuple[DayCalled, ...], heads: float = 1.0) -> tuple[float, float, float]:
    """Dial minutes per minute on shift: the middle, how unsure it is, and how days differ.

    What is believed (:data:`PACE`) weighs as much as :data:`PACE_DAYS` days. The last is the
    spread of one day's pace, as a part of the middle: many callers (``heads``) even each other out.
    """
    known = [day for day in days if day.shift > 0 and day.is_full] or [
        day for day in days if day.shift > 0
    ]
    shift = sum(day.shift for day in known)
    usual = shift / len(known) if known else 1.0
    spent = sum(day.spent for day in known)
    middle = (PACE * PACE_DAYS * usual + spent) / (PACE_DAYS * usual + shift)
    off = sum((day.shift / usual) * (day.spent / day.shift / middle - 1.0) ** 2 for day in known)
    believed = (OF_THE_FLOOR**2 + OF_ONE**2 / max(1.0, heads)) * DAILY_DAYS
    daily = sqrt((believed + off) / (DAILY_DAYS + len(known)))
    unsure = middle * sqrt(
        (UNSURE**2 * PACE_DAYS**2 + daily**2 * len(known)) / (PACE_DAYS + len(known)) ** 2
    )
    return middle, unsure, daily


def _together(one: SeenCalls, other: SeenCalls) -> SeenCalls:
    return SeenCalls(
        dials=one.dials + other.dials,
        lost=one.lost + other.lost,
        answered=one.answered + other.answered,
        ended=one.ended + other.ended,
        promised=one.promised + other.promised,
        qualified=one.qualified + other.qualified,
        foretold_qualified=one.foretold_qualified + other.foretold_qualified,
    )


def _answering(luck: Random, facts: Facts, seen: SeenCalls) -> Callable[[], float]:
    """Times the chance of an answer: a beta of answers and dials, beside what was foretold."""
    rate = seen.foretold / seen.dials if seen.dials else _usual_rate(facts)
    return _times(luck, ANSWERS, seen.answered, seen.foretold, rate)


def _qualifying(luck: Random, seen: SeenCalls) -> Callable[[], float]:
    rate = seen.foretold_qualified / seen.answered if seen.answered else _RATE
    return _times(luck, QUALIFIES, seen.qualified, seen.foretold_qualified, rate)


def _times(
    luck: Random, weight: float, seen: float, foretold: float, rate: float
) -> Callable[[], float]:
    rate = min(max(rate, _LEAST), _MOST)
    yes = weight + seen
    tried = max((weight + foretold) / rate, yes + weight)
    return lambda: luck.betavariate(yes, tried - yes) / rate


def _share(luck: Random, believed: tuple[float, float], yes: int, no: int) -> Callable[[], float]:
    share, weight = believed
    return lambda: luck.betavariate(
        share * weight + max(0, yes), (1.0 - share) * weight + max(0, no)
    )


def _spread(luck: Random, count: int, draw: Callable[[], float]) -> list[float]:
    """So many values in even steps of their distribution, in no order."""
    many = sorted(draw() for _ in range(count * _FINE))
    even = [sum(many[at : at + _FINE]) / _FINE for at in range(0, len(many), _FINE)]
    luck.shuffle(even)
    return even


def _days(luck: Random, daily: float) -> tuple[float, ...]:
    # What a day makes of the pace; on average nothing.
    return tuple(exp(luck.gauss(-daily * daily / 2, daily)) for _ in range(MOST_DAYS))


def _usual_rate(facts: Facts) -> float:
    weight = sum(group.total for group in facts.groups)
    rates = sum(group.total * group.answers[0] for group in facts.groups if group.answers)
    return rates / weight if weight else _RATE


MOST_DAYS = 40
ANSWERS, QUALIFIES = 8.0, 6.0
"""So many answers, so many qualified conversations, weighs what is believed of their chance."""
ENDS = (0.65, 12.0)
PROMISES = (0.5, 8.0)
AGAIN = (0.75, 1.25)
"""How far off the share of second tries may be."""
LOST = (0.01, 10.0)
"""The share that is believed, and how many conversations that weighs as much as."""
PACE, UNSURE, PACE_DAYS = 0.65, 0.3, 1.0
OF_THE_FLOOR, OF_ONE, DAILY_DAYS = 0.08, 0.3, 6.0
"""How days differ for all callers together and for one alone, as much as so many days tell."""
_NORMAL = NormalDist()
_FINE = 5
_RATE, _LEAST, _MOST = 0.12, 0.01, 0.85
