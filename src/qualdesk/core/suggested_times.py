"""Three times to offer for a call back, each inside calling hours and the call window."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from qualdesk.core.calling_rules import CallHours, Interval, open_hours
from qualdesk.core.frozen import frozen
from qualdesk.core.slots import Slot
from qualdesk.core.times import Promise, local_time
from qualdesk.core.wording import tr, tr_later


@frozen
class Suggested:
    """A time to offer, and in a few words why this one; empty where it is just free."""

    promise: Promise
    because: str = ""


NAMED = tr_later("named on the call")
LATER = tr_later("later today")
BEST = tr_later("best hour for this role")
GOOD = tr_later("a good hour for this role")


def suggestions(
    now: datetime,
    hours: CallHours,
    *,
    named: Sequence[Slot] = (),
    best: Sequence[int] = (),
    holidays: Collection[date] = (),
) -> tuple[Suggested, ...]:
    """Up to three times, soonest first, as wall times of the first zone.

    What they named themselves, later today, and the next working days at the hours such people
    pick up, where hours and window allow it; otherwise whatever half hours are left. Fewer than
    three only when the window leaves no more. Where nobody knows the person's clock, the
    window's zone stands in for it.

    Args:
        now: when it is asked, UTC.
        hours: when they may be called.
        named: when they said they can be reached, on their clock.
        best: the hours of their day at which people like them pick up, the best first.
        holidays: days on which nobody there is at work.
    """
    zones = hours.zones or (hours.window.zone,)
    spans = open_hours(replace(hours, zones=zones), now, now + _HORIZON)
    here = local_time(now, zones[0]).replace(tzinfo=None)
    ahead = (here.date() + timedelta(days=ahead) for ahead in range(_HORIZON.days))
    days = [day for day in ahead if day not in holidays]

    open_ones = partial(_open_ones, now, zones[0], spans)
    chosen = _one_a_day(open_ones(_named(named, days)), _WANTED - 1)
    others = _one_a_day(open_ones(_usual(here, days, best)), None, but=set(chosen))
    found = [*chosen.values(), *sorted(others.values(), key=_soonest)][:_WANTED]
    for one in open_ones(_half_hours(days)):
        if len(found) == _WANTED:
            break
        if one.promise not in [other.promise for other in found]:
            found.append(one)
    return tuple(sorted(found, key=_soonest))


def _open_ones(
    now: datetime, zone: str, spans: Sequence[Interval], walls: Iterable[tuple[datetime, str]]
) -> Iterator[Suggested]:
    """Of those wall times the ones ahead at which the person may be called."""
    for wall, because in walls:
        promise = Promise(wall=wall, zone=zone)
        if promise.at > now and any(span.holds(promise.at) for span in spans):
            yield Suggested(promise=promise, because=because and tr(because))


def _one_a_day(
    times: Iterable[Suggested], most: int | None, but: Collection[date] = ()
) -> dict[date, Suggested]:
    """The first of them on each day, on no day of ``but``, and ``most`` at most."""
    chosen: dict[date, Suggested] = {}
    for one in times:
        day = one.promise.wall.date()
        if len(chosen) == most:
            break
        if day not in but:
            chosen.setdefault(day, one)
    return chosen


def _named(slots: Sequence[Slot], days: list[date]) -> Iterator[tuple[datetime, str]]:
    """The beginnings of the slots they named, day by day; half an hour on where that has gone."""
    for day in days:
        for slot in slots:
            if day == slot.day or day.weekday() in slot.weekdays:
                begins, ends = (datetime.combine(day, at) for at in (slot.begins, slot.ends))
                while begins < ends:
                    yield begins, NAMED
                    begins += _HALF


def _usual(here: datetime, days: list[date], best: Sequence[int]) -> Iterator[tuple[datetime, str]]:
    """In a few hours, failing that in one; then the two best hours in turn."""
    for hours in (3, 1):
        later = here + timedelta(hours=hours)
        if later.date() == here.date() and here.date() in days:
            minute = 0 if later.minute < _HALF_HOUR else _HALF_HOUR
            yield later.replace(minute=minute, second=0, microsecond=0), LATER
    times = [(time(hour), GOOD if place else BEST) for place, hour in enumerate(_apart(best))]
    times = times or [(at, "") for at in _TIMES]
    for number, day in enumerate(day for day in days if day > here.date()):
        for at, because in times if number % 2 == 0 else times[::-1]:
            yield datetime.combine(day, at), because


def _apart(best: Sequence[int]) -> list[int]:
    """The best hour, and the best one that lies some hours from it: another part of the day."""
    if not best:
        return []
    others = [hour for hour in best if abs(hour - best[0]) >= _ANOTHER_PART]
    return [best[0], *others[:1]]


def _half_hours(days: list[date]) -> Iterator[tuple[datetime, str]]:
    for day in days:
        for hour in range(24):
            yield datetime.combine(day, time(hour)), ""
            yield datetime.combine(day, time(hour, _HALF_HOUR)), ""


def _soonest(one: Suggested) -> datetime:
    return one.promise.at


_WANTED = 3
_HALF_HOUR = 30
_HALF = timedelta(minutes=_HALF_HOUR)
_ANOTHER_PART = 3
_HORIZON = timedelta(days=14)
_TIMES = (time(10), time(14))
