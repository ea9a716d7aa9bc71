"""Time on the simulated floor: seconds since 1970 UTC, and what clocks show in its zones."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
Span = tuple[float, float]
_WORKING_DAYS = 5


def seconds(*date_and_time: int) -> float:
    """That moment in UTC."""
    return datetime(*date_and_time, tzinfo=UTC).timestamp()  # type: ignore[arg-type,misc]


def moment(at: float) -> datetime:
    """The same as an aware time."""
    return datetime.fromtimestamp(at, UTC)


@lru_cache(maxsize=100_000)
def _offset(zone: str, half_hour: int) -> float:
    there = moment(half_hour * 1800.0).astimezone(ZoneInfo(zone)).utcoffset()
    assert there is not None
    return there.total_seconds()


def local(zone: str, at: float) -> tuple[int, int, float]:
    """The day's number there, its weekday (Monday 0), and the hour as a fraction."""
    there = at + _offset(zone, int(at // 1800))
    day, second = divmod(there, DAY)
    return int(day), (int(day) + 3) % 7, second / HOUR


def at_local(zone: str, day: int, hour: float) -> float:
    """The moment when clocks there show that hour of that day."""
    guess = day * DAY + hour * HOUR
    guess -= _offset(zone, int(guess // 1800))
    return day * DAY + hour * HOUR - _offset(zone, int(guess // 1800))


@lru_cache(maxsize=4096)
def open_spans(
    zones: tuple[str, ...], hours: tuple[float, float], first: float, last: float
) -> tuple[Span, ...]:
    """When all clocks are within those hours of a working day, in order."""
    spans: list[Span] = [(first, last)]
    for zone in zones:
        day, _, _ = local(zone, first)
        end, _, _ = local(zone, last)
        theirs = [
            (at_local(zone, each, hours[0]), at_local(zone, each, hours[1]))
            for each in range(day, end + 1)
            if (each + 3) % 7 < _WORKING_DAYS
        ]
        spans = [
            (max(a, c), min(b, d)) for a, b in spans for c, d in theirs if max(a, c) < min(b, d)
        ]
    return tuple(spans)


def holds(spans: Sequence[Span], at: float) -> bool:
    """Whether the moment lies within one of the spans."""
    index = bisect_right(spans, (at, float("inf"))) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


def next_in(spans: Sequence[Span], at: float) -> float | None:
    """The first moment from ``at`` on that lies within one; None when there is none."""
    index = bisect_right(spans, (at, float("inf"))) - 1
    if index >= 0 and at < spans[index][1]:
        return at
    return spans[index + 1][0] if index + 1 < len(spans) else None
