"""Three times to offer for a call back, each inside calling hours and the call window."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from qualdesk.core.calling_rules import CallHours, open_hours
from qualdesk.core.times import Promise, local_time


def suggestions(now: datetime, hours: CallHours) -> tuple[Promise, ...]:
    """Up to three times, soonest first, as wall times of the first zone.

    Later today and on the next two working days, where hours and window allow it; otherwise
    whatever half hours are left. Fewer than three only when the window leaves no more. Where
    nobody knows the person's clock, the window's zone stands in for it.
    """
    zones = hours.zones or (hours.window.zone,)
    spans = open_hours(replace(hours, zones=zones), now, now + _HORIZON)
    here = local_time(now, zones[0]).replace(tzinfo=None)
    days = [here.date() + timedelta(days=ahead) for ahead in range(_HORIZON.days)]

    def open_ones(walls: Iterable[datetime]) -> Iterator[Promise]:
        for wall in walls:
            promise = Promise(wall=wall, zone=zones[0])
            if promise.at > now and any(span.holds(promise.at) for span in spans):
                yield promise

    chosen: dict[date, Promise] = {}
    for promise in open_ones(_usual(here, days)):
        chosen.setdefault(promise.wall.date(), promise)
    best = sorted(chosen.values(), key=_soonest)[:_WANTED]
    for promise in open_ones(_half_hours(days)):
        if len(best) == _WANTED:
            break
        if promise not in best:
            best.append(promise)
    return tuple(sorted(best, key=_soonest))


def _usual(here: datetime, days: list[date]) -> Iterator[datetime]:
    """In a few hours, failing that in one; then ten and two o'clock in turn."""
    for hours in (3, 1):
        later = here + timedelta(hours=hours)
        if later.date() == here.date():
            minute = 0 if later.minute < _HALF_HOUR else _HALF_HOUR
            yield later.replace(minute=minute, second=0, microsecond=0)
    for number, day in enumerate(days[1:]):
        times = _TIMES if number % 2 == 0 else _TIMES[::-1]
        yield from (datetime.combine(day, at) for at in times)


def _half_hours(days: list[date]) -> Iterator[datetime]:
    for day in days:
        for hour in range(24):
            yield datetime.combine(day, time(hour))
            yield datetime.combine(day, time(hour, _HALF_HOUR))


def _soonest(promise: Promise) -> datetime:
    return promise.at


_WANTED = 3
_HALF_HOUR = 30
_HORIZON = timedelta(days=14)
_TIMES = (time(10), time(14))
