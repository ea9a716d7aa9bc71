"""What leads are still worth when they are called later: a look back from the last open hour."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from qualdesk.core.calling_rules import Interval
from qualdesk.core.sources import DAY_PARTS
from qualdesk.core.times import local_time


class Later(NamedTuple):
    """A time ahead at which somebody could be called.

    Attributes:
        hours: from now.
        hour: on their clock; ``weekday`` theirs, Monday 0; ``part`` of their day; ``day`` counts
            their days from today.
    """

    hours: float
    hour: int
    weekday: int
    part: int
    day: int


class Costs(NamedTuple):
    """What a dial takes: the minutes without an answer and with one, and a minute's price.

    ``cap`` is the highest chance of an answer.
    """

    dial: float
    talk: float
    rate: float
    cap: float


@lru_cache(maxsize=2048)
def times_ahead(
    opens: tuple[Interval, ...],
    zone: str,
    now: datetime,
    parts: tuple[int, ...] = DAY_PARTS,
) -> tuple[Later, ...]:
    """The times at which a cell's leads could be called from an hour after ``now`` on.

    One for each part of a day, which is as finely as a next try is planned: whoever was not
    there is tried in another part. ``parts`` are the minutes at which they meet. Kept, since
    all stacks of a cell share it.
    """
    today = local_time(now, zone).date()
    found: list[Later] = []
    for span in opens:
        at = max(span.opens_at, now + _HOUR)
        while at < span.closes_at and len(found) < MOST_TIMES:
            there = local_time(at, zone)
            minute = there.hour * 60 + there.minute
            edge = next((edge for edge in parts if edge > minute), 24 * 60)
            until = min(span.closes_at, at + timedelta(minutes=edge - minute))
            middle = at + (until - at) / 2
            found.append(
                Later(
                    hours=(middle - now).total_seconds() / 3600,
                    hour=local_time(middle, zone).hour,
                    weekday=there.weekday(),
                    part=sum(minute >= edge for edge in parts),
                    day=(there.date() - today).days,
                )
            )
            at = until
    return tuple(found)


def unending(
    times: tuple[Later, ...], weekday: int, parts: tuple[int, ...] = DAY_PARTS
) -> tuple[Later, ...]:
    """The same times as if no window closed: working days like any other follow.

    ``weekday`` is today's there. Only to say what the closing of a window is worth.
    """
    found = list(times)
    day = found[-1].day + 1 if found else 1
    while len(found) < MOST_TIMES:
        then = (weekday + day) % 7
        if then < _SATURDAY:
            found.extend(
                Later(24.0 * day, hour, then, sum(hour * 60 >= edge for edge in parts), day)
                for hour in _HOURS
            )
        day += 1
    return tuple(found[:MOST_TIMES])


def worth_later(
    answers: Sequence[float], qualifies: Sequence[float], tries: Sequence[float], costs: Costs
) -> float:
    """What a lead is worth that is called at the best of the times ahead.

    In qualified conversations, less what the minutes of those calls are worth elsewhere; a call
    that would cost more than it brings is not made.

    Args:
        answers: the chance of an answer at each time, but for the number of the try.
        qualifies: the chance that the conversation qualifies at each time.
        tries: what each try that is left multiplies the chance of an answer with, in order.
        costs: what the calls take.
    """
    return _look_back(_gains(answers, qualifies, costs), tries, costs)[-1]


def worth_left(
    answers: Sequence[float], qualifies: Sequence[float], tries: Sequence[float], costs: Costs
) -> tuple[float, float]:
    """What a lead is worth that is left alone now, and what after one more try that failed.

    As :func:`worth_later`, of no more than :data:`MOST_TRIES` tries each.
    """
    gains = _gains(answers, qualifies, costs)
    failed = _look_back(gains, tries[1:], costs)
    if len(tries) > MOST_TRIES:
        return _look_back(gains, tries[:MOST_TRIES], costs)[-1], failed[-1]
    # One try more is one step further back.
    return _look_back(gains, tries[:1], costs, failed)[-1], failed[-1]


def _gains(
    answers: Sequence[float], qualifies: Sequence[float], costs: Costs
) -> list[tuple[float, float]]:
    """At each time, the last first: the chance of an answer, and what one brings."""
    spent = (costs.talk - costs.dial) * costs.rate
    found = [(answer, qualify - spent) for answer, qualify in zip(answers, qualifies, strict=True)]
    found.reverse()
    return found


def _look_back(
    gains: list[tuple[float, float]],
    tries: Sequence[float],
    costs: Costs,
    after: list[float] | None = None,
) -> list[float]:
    """What the last so many times bring with these tries; ``after`` with none of them left."""
    dial, cap = costs.dial * costs.rate, costs.cap
    after = after or [0.0] * (len(gains) + 1)
    for factor in reversed(tries):
        best = 0.0
        worth = [best]
        for (answer, gain), rest in zip(gains, after):  # noqa: B905 - one more stands in after
            chance = answer * factor
            if chance > cap:  # noqa: PLR1730 - min() and max() cost a third of a ranking
                chance = cap
            value = chance * (gain - rest) + rest - dial
            if value > best:  # noqa: PLR1730 - the same
                best = value
            worth.append(best)
        after = worth
    return after


MOST_TIMES = 20
"""So many times ahead count: five days by their parts. Most interest lasts no longer."""
MOST_TRIES = 3
"""So many tries ahead count: a fourth in a week hardly moves what the next one is worth."""
_HOUR = timedelta(hours=1)
_HOURS = (9, 11, 14, 16)
_SATURDAY = 5
