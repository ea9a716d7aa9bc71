"""The hours at which people of a role pick up, as the queue believes and has learned."""

from collections.abc import Sequence

from qualdesk.core.frozen import frozen
from qualdesk.core.odds import Odds
from qualdesk.core.sources import CallLimits
from qualdesk.core.traits import Role

OFTEN_FREE = 1.08
"""So many times the average hour of the working day, and people often pick up."""


@frozen
class AnswerHours:
    """When people like this one pick up, on their own clock.

    Attributes:
        begins, ends: the hours of the day that are looked at, as 8 and 19.
        chances: for each of those hours what it multiplies the chance of an answer with.
        spans: from which hour to which they often pick up, as ``((9, 11), (16, 18))``.
        best: the hours inside calling hours, the best one first.
    """

    begins: int
    ends: int
    chances: tuple[float, ...]
    spans: tuple[tuple[int, int], ...] = ()
    best: tuple[int, ...] = ()

    def is_often_free(self, hour: int) -> bool:
        """Whether they often pick up in that hour of their day."""
        return any(begins <= hour < ends for begins, ends in self.spans)


def answer_hours(odds: Odds, role: Role, limits: CallLimits) -> AnswerHours:
    """The hours of a working day for this role, those outside calling hours never good.

    No span and no best hour where no hour is better than another.
    """
    clock = odds.clock[role]
    opens, closes = limits.hours
    first, last = opens // 60, -(-closes // 60)
    begins, ends = min(_BEGINS, first), max(_ENDS, last)
    # Half hours count for their hour: a day that closes at 17:30 has calls from 17:00 on.
    working = range(-(-opens // 60), closes // 60 + (closes % 60 > 0))
    average = sum(clock[hour] for hour in working) / max(1, len(working))
    free = [hour for hour in working if clock[hour] >= average * OFTEN_FREE]
    best = sorted(working, key=lambda hour: -clock[hour]) if free else []
    return AnswerHours(
        begins=begins,
        ends=ends,
        chances=clock[begins:ends],
        spans=_spans(free),
        best=tuple(best),
    )


def _spans(hours: Sequence[int]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for hour in hours:
        if spans and spans[-1][1] == hour:
            spans[-1] = (spans[-1][0], hour + 1)
        else:
            spans.append((hour, hour + 1))
    return tuple(spans)


_BEGINS, _ENDS = 8, 19
