"""The days ahead of a forecast under some levers: who calls whom for how long, and what is open."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from qualdesk.core.calling_rules import Interval
from qualdesk.core.forecast_facts import AtWork, Facts, LeadGroup
from qualdesk.core.forecast_values import Levers
from qualdesk.core.frozen import frozen
from qualdesk.core.times import instant_of, local_time


@frozen
class DayAhead:
    """A day until the close: minutes on shift while anything is open, and for each clock.

    ``again``: how many of those who did not answer are tried a second time that day, 0 to 1.
    """

    day: date
    minutes: float
    by_clock: tuple[float, ...]
    again: float


@frozen
class Cell:
    """Leads of a group with so many tries made: their next dial.

    ``is_last``: it is the last try they have. ``place`` is where they are counted.
    """

    place: int
    answer: float
    qualifies: float
    clock: int
    is_giveaway: bool
    is_last: bool
    is_late: bool


@frozen
class Plan:
    """What a run goes through: days, the cells in the order they are called in, who waits where.

    Attributes:
        ready: leads at each place at the beginning; ``asleep`` and ``promised`` by day and place.
        finished: those that are finished before the first dial.
        beyond: those that rest, or are promised, until after the close.
        width: so many places has each group, one for each number of tries.
        minutes: what an unanswered dial takes, and a conversation.
    """

    days: tuple[DayAhead, ...]
    cells: tuple[Cell, ...]
    ready: tuple[float, ...]
    asleep: tuple[tuple[tuple[int, float], ...], ...]
    promised: tuple[tuple[tuple[int, float], ...], ...]
    finished: float
    beyond: float
    width: int
    minutes: tuple[float, float]
    cap: float


def plan_of(facts: Facts, levers: Levers) -> Plan:
    """The days ahead and the leads in them, as it is or with levers."""
    closes_at = levers.closes_at or facts.closes_at
    assert closes_at is not None
    days = days_ahead(facts, levers, closes_at)
    index = {one.day: place for place, one in enumerate(days)}
    width = facts.max_tries
    ready = [0.0] * (width * len(facts.groups))
    asleep: list[dict[int, float]] = [{} for _ in days]
    promised: list[dict[int, float]] = [{} for _ in days]
    cells: list[tuple[tuple[bool, float], Cell]] = []
    finished = beyond = 0.0
    for number, group in enumerate(facts.groups):
        most, base = _tries(facts, levers, group), number * width
        finished += sum(group.leads[most:])
        for tries, count in enumerate(group.leads[:most]):
            ready[base + tries] += count
        finished += sum(count for _, tries, count in group.asleep if tries >= most)
        rests = [one for one in group.asleep if one[1] < most]
        beyond += _put(asleep, index, rests, base, most)
        beyond += _put(promised, index, group.promised, base, most)
        cells += _cells(facts, group, base, most)
    cells.sort(key=lambda one: one[0])
    return Plan(
        days=days,
        cells=tuple(cell for _, cell in cells),
        ready=tuple(ready),
        asleep=tuple(tuple(one.items()) for one in asleep),
        promised=tuple(tuple(one.items()) for one in promised),
        finished=finished,
        beyond=beyond,
        width=width,
        minutes=facts.minutes,
        cap=facts.cap,
    )


def days_ahead(facts: Facts, levers: Levers, closes_at: datetime) -> tuple[DayAhead, ...]:
    """Each day until the close with the minutes callers have for each clock."""
    first = local_time(facts.at, facts.zone).date()
    last = local_time(closes_at, facts.zone).date()
    count = min((last - first).days + 1, _MOST)
    edges = [_midnight(first + timedelta(days=day), facts.zone) for day in range(count + 1)]
    edges[0] = facts.at
    edges[-1] = min(edges[-1], closes_at)
    clocks = [merged(spans) for spans in facts.clocks]
    whole = merged([span for spans in clocks for span in spans])
    callers = [*facts.callers, *(one for one in facts.others if one.name in levers.borrowed)]
    found = []
    for number in range(count):
        day = first + timedelta(days=number)
        start, end = edges[number], edges[number + 1]
        some = [_cut(spans, start, end) for spans in (whole, *clocks)]
        minutes, heads = _minutes(callers, some, start, end, levers.borrowed)
        more = more_on(facts, levers, day)
        if more:
            minutes, heads = _with_more(facts, callers, some, (minutes, heads), more, day)
        again = _again(facts, [some[1 + clock] for clock in range(len(clocks))])
        found.append(
            DayAhead(day=day, minutes=minutes[0], by_clock=tuple(minutes[1:]), again=again)
        )
    return tuple(found)


def more_on(facts: Facts, levers: Levers, day: date) -> int:
    """How many callers more are there on that day than the shifts say, planned and tried."""
    planned = sum(count for since, count in facts.planned if day >= since)
    tried = levers.callers if levers.callers_from is None or day >= levers.callers_from else 0
    return planned + tried


def merged(spans: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time without overlap, in order."""
    found: list[Interval] = []
    for span in sorted(spans):
        if found and span.opens_at <= found[-1].closes_at:
            if span.closes_at > found[-1].closes_at:
                found[-1] = Interval(opens_at=found[-1].opens_at, closes_at=span.closes_at)
        else:
            found.append(span)
    return tuple(found)


def shared_minutes(ours: Sequence[Interval], theirs: Sequence[Interval]) -> float:
    """The minutes that two lists of spans, each in order and without overlap, have in common."""
    total, one, other = 0.0, 0, 0
    while one < len(ours) and other < len(theirs):
        start = max(ours[one].opens_at, theirs[other].opens_at)
        end = min(ours[one].closes_at, theirs[other].closes_at)
        if start < end:
            total += (end - start).total_seconds() / 60
        if ours[one].closes_at < theirs[other].closes_at:
            one += 1
        else:
            other += 1
    return total


def _minutes(
    callers: Sequence[AtWork],
    some: Sequence[Sequence[Interval]],
    start: datetime,
    end: datetime,
    borrowed: tuple[str, ...],
) -> tuple[list[float], float]:
    """Minutes that callers have for each list of open hours, and how many callers that is."""
    minutes, heads = [0.0] * len(some), 0.0
    for caller in callers:
        shifts = _cut(caller.shifts, start, end)
        if not shifts:
            continue
        share = 1.0 if caller.name in borrowed else caller.share
        heads += share
        for place, spans in enumerate(some):
            minutes[place] += share * shared_minutes(shifts, spans)
    return minutes, heads


def _with_more(  # noqa: PLR0917 - what a day is worked out from
    facts: Facts,
    callers: Sequence[AtWork],
    some: Sequence[Sequence[Interval]],
    known: tuple[list[float], float],
    more: int,
    day: date,
) -> tuple[list[float], float]:
    """The same with callers more or fewer, who work as the others do on that day."""
    minutes, heads = known
    if heads > 0:
        factor = max(0.0, heads + more) / heads
        return [one * factor for one in minutes], heads + more
    if more < 0 or day.weekday() not in facts.workdays:
        return known
    # Nobody is there on whose hours theirs could go by: they call as long as anybody works.
    usual = _usual_shift(facts, callers, day)
    own = _cut(usual, facts.at, usual[-1].closes_at) if usual else ()
    return [more * shared_minutes(own, spans) for spans in some], float(more)


def _usual_shift(facts: Facts, callers: Sequence[AtWork], day: date) -> tuple[Interval, ...]:
    if any(caller.shifts for caller in callers):
        return ()
    midnight = _midnight(day, facts.zone)
    return (
        Interval(
            opens_at=midnight + timedelta(hours=_HOUSE[0]),
            closes_at=midnight + timedelta(hours=_HOUSE[1]),
        ),
    )


def _again(facts: Facts, clocks: Sequence[Sequence[Interval]]) -> float:
    """How many of those who did not answer can be tried a second time that day."""
    if facts.per_day < _TWICE:
        return 0.0
    longest = max(
        (spans[-1].closes_at - spans[0].opens_at for spans in clocks if spans), default=timedelta()
    )
    return SECOND_TRIES if longest >= _LONG_ENOUGH else 0.0


def _cells(
    facts: Facts, group: LeadGroup, base: int, most: int
) -> list[tuple[tuple[bool, float], Cell]]:
    dial, talk = facts.minutes
    found = []
    for tries in range(most):
        answer = min(group.answers[tries], facts.cap)
        index = answer * group.qualifies / (dial + answer * (talk - dial))
        cell = Cell(
            place=base + tries,
            answer=answer,
            qualifies=group.qualifies,
            clock=group.clock,
            is_giveaway=group.is_giveaway,
            is_last=tries == most - 1,
            is_late=group.is_last,
        )
        found.append(((group.is_last, -index), cell))
    return found


def _tries(facts: Facts, levers: Levers, group: LeadGroup) -> int:
    if not group.is_giveaway:
        return facts.max_tries
    fewer = levers.giveaway_tries or facts.giveaway_tries or facts.max_tries
    return max(1, min(facts.max_tries, fewer))


def _put(
    where: list[dict[int, float]],
    index: dict[date, int],
    some: Iterable[tuple[date, int, int]],
    base: int,
    most: int,
) -> int:
    """Let leads come on their days, or on the first when theirs is over; how many come too late."""
    last, late = max(index, default=None), 0
    for day, tries, count in some:
        if last is None or day > last:
            late += count
            continue
        place, at = base + min(tries, most - 1), index.get(day, 0)
        where[at][place] = where[at].get(place, 0.0) + count
    return late


def _cut(spans: Sequence[Interval], start: datetime, end: datetime) -> tuple[Interval, ...]:
    return tuple(
        Interval(opens_at=max(one.opens_at, start), closes_at=min(one.closes_at, end))
        for one in spans
        if one.opens_at < end and one.closes_at > start
    )


def _midnight(day: date, zone: str) -> datetime:
    return instant_of(datetime(day.year, day.month, day.day), zone)  # noqa: DTZ001 - wall time


SECOND_TRIES = 0.65
"""Of those who did not answer, so many can be tried again on the same day: messages rest a day."""
_TWICE = 2
_LONG_ENOUGH = timedelta(hours=4)
_HOUSE = (9, 17)
_MOST = 120
