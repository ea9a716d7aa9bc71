"""What leads are still worth when they are called later: a look back from the last open hour."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qualdesk.core.calling_rules import Interval, day_part
from qualdesk.core.sources import DAY_PARTS
from qualdesk.core.times import local_time


class Later(NamedTuple):
    """A time ahead at which somebody could be called.

    Attributes:
        hours: from now.
        hour: on their clock; ``weekday`` theirs, Monday 0; ``part`` of their day; ``day`` counts
            their days from today.
        again: the place of the first time at which they could be tried again after that.
    """

    hours: float
    hour: int
    weekday: int
    part: int
    day: int
    again: int = 0


class Times(NamedTuple):
    """The times ahead of a cell, in order, and the first one after a try that fails now."""

    later: tuple[Later, ...]
    again: int


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
    *,
    one_a_day: bool = False,
) -> Times:
    """The times at which a cell's leads could be called from an hour after ``now`` on.

    The rest of today by the hour, later days by their parts: nobody plans tomorrow to the
    minute, and a ranking asks this for thousands of stacks. Kept, since the stacks of a cell
    share it. ``parts`` are the minutes at which the parts of a day meet.
    """
    today = local_time(now, zone).date()
    found: list[Later] = []
    for span in opens:
        for at, until in _pieces(span, zone, now, parts):
            middle = at if local_time(at, zone).date() == today else at + (until - at) / 2
            there = local_time(middle, zone)
            found.append(
                Later(
                    hours=(middle - now).total_seconds() / 3600,
                    hour=there.hour,
                    weekday=there.weekday(),
                    part=day_part(middle, zone, parts),
                    day=(there.date() - today).days,
                )
            )
        if len(found) >= MOST_TIMES:
            break
    return linked(found[:MOST_TIMES], day_part(now, zone, parts), one_a_day=one_a_day)


def linked(found: Sequence[Later], part: int, *, one_a_day: bool) -> Times:
    """The same times with the one at which they could be tried again after each.

    ``part`` is the part of their day now. Who was not there is tried in another part, after a
    rest: that is what follows an unanswered call.
    """
    here = Later(hours=0.0, hour=0, weekday=0, part=part, day=0)

    def again(after: Later, start: int) -> int:
        for place in range(start, len(found)):
            then = found[place]
            if then.day != after.day:
                return place
            if not one_a_day and then.part != after.part and then.hours >= after.hours + REST:
                return place
        return len(found)

    later = tuple(one._replace(again=again(one, place + 1)) for place, one in enumerate(found))
    return Times(later=later, again=again(here, 0))


def unending(
    times: Times,
    *,
    part: int,
    weekday: int,
    parts: tuple[int, ...] = DAY_PARTS,
    one_a_day: bool = False,
) -> Times:
    """The same times as if no window closed: working days like any other follow.

    ``weekday`` is today's there. Only to say what the closing of a window is worth.
    """
    found = list(times.later)
    day = found[-1].day + 1 if found else 1
    while len(found) < MOST_TIMES:
        if (weekday + day) % 7 < _SATURDAY:
            found.extend(
                Later(
                    hours=24.0 * day,
                    hour=hour,
                    weekday=(weekday + day) % 7,
                    part=sum(hour * 60 >= edge for edge in parts),
                    day=day,
                )
                for hour in _HOURS
            )
        day += 1
    return linked(found[:MOST_TIMES], part, one_a_day=one_a_day)


def worth_later(
    times: Times,
    answers: Sequence[float],
    qualifies: Sequence[float],
    tries: Sequence[float],
    costs: Costs,
) -> list[float]:
    """What a lead is worth that waits for each of the times, and for none at the end.

    Each entry is the qualified conversations to come when it is called at the best of the
    times from there on, less what the minutes of those calls are worth elsewhere; a call that
    would cost more than it brings is not made.

    Args:
        times: when it could be called.
        answers: the chance of an answer at each time, but for the number of the try.
        qualifies: the chance that the conversation qualifies at each time.
        tries: what each try that is left multiplies the chance of an answer with, in order.
        costs: what the calls take.
    """
    dial, cap = costs.dial * costs.rate, costs.cap
    gains = [chance - (costs.talk - costs.dial) * costs.rate for chance in qualifies]
    again = [time.again for time in times.later]
    count = len(again)
    after = [0.0] * (count + 1)
    for factor in reversed(tries):
        worth = [0.0] * (count + 1)
        best = 0.0
        for place in range(count - 1, -1, -1):
            chance = answers[place] * factor
            if chance > cap:  # noqa: PLR1730 - min() and max() cost a third of a ranking
                chance = cap
            value = chance * gains[place] - dial + (1.0 - chance) * after[again[place]]
            if value > best:  # noqa: PLR1730 - the same
                best = value
            worth[place] = best
        after = worth
    return after


def _pieces(
    span: Interval, zone: str, now: datetime, parts: tuple[int, ...]
) -> list[tuple[datetime, datetime]]:
    """An open interval cut: today into hours from the next one on, later days into parts."""
    start = max(span.opens_at, now + _HOUR)
    if start >= span.closes_at:
        return []
    today = local_time(now, zone).date()
    cuts = [start]
    while cuts[-1] < span.closes_at:
        there = local_time(cuts[-1], zone)
        if there.date() == today:
            cuts.append(cuts[-1] + _HOUR)
            continue
        minute = there.hour * 60 + there.minute
        edge = next((edge for edge in parts if edge > minute), 24 * 60)
        cuts.append(cuts[-1] + timedelta(minutes=edge - minute))
    return [(at, min(until, span.closes_at)) for at, until in pairwise(cuts)]


MOST_TIMES = 24
"""So many times ahead count. A week is more than most interest lasts."""
MOST_TRIES = 3
"""So many tries ahead count: a fourth in a week hardly moves what the next one is worth."""
REST = 3.0
_HOUR = timedelta(hours=1)
_HOURS = (9, 11, 14, 16)
_SATURDAY = 5
