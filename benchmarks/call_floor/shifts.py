"""When the ten callers of the floor work: three shifts for three sides of the world."""

from functools import lru_cache

from call_floor.clocks import DAY, HOUR, Span, holds, next_in, seconds

EVERYBODY = tuple(range(10))
NIGHT = frozenset({8, 9})
# (start, lunch, end) in hours UTC; the last two begin on the evening before, for Australia.
_EARLY = ((7.5, 11.0, 16.0), (7.5, 11.5, 16.0), (8.0, 11.75, 16.5), (8.0, 12.25, 16.5))
_LATE = ((12.5, 16.5, 21.0), (12.5, 17.0, 21.0), (13.0, 17.5, 21.5), (13.0, 18.0, 21.5))
_NIGHT = ((22.0, 26.0, 30.5), (22.0, 26.75, 30.5))
_LUNCH = 0.5
_MONDAY = seconds(2026, 10, 19)


@lru_cache(maxsize=10)
def shifts(caller: int) -> tuple[Span, ...]:
    """When that caller is at work, lunch left out, in order."""
    start, lunch, end = (*_EARLY, *_LATE, *_NIGHT)[caller]
    before = 1 if end > 24 else 0
    spans = []
    for day in (*range(5), *range(7, 12)):
        midnight = _MONDAY + (day - before) * DAY
        spans.append((midnight + start * HOUR, midnight + lunch * HOUR))
        spans.append((midnight + (lunch + _LUNCH) * HOUR, midnight + end * HOUR))
    return tuple(spans)


def on_shift(caller: int, at: float) -> bool:
    """Whether that caller is at work then."""
    return holds(shifts(caller), at)


def next_on_shift(caller: int, at: float) -> float | None:
    """When that caller works next, ``at`` itself included; None after the last day."""
    return next_in(shifts(caller), at)
