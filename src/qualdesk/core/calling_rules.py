"""When a person may be called: the law and the house rule, on every clock they may be under.

Nothing here is legal advice. The house rule (9:00 to 17:30 of a working day, on the called
person's clock) comes on top of the dated rules of each country; a call needs both, on every
clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qualdesk.core.frozen import frozen
from qualdesk.core.law import NO_LAW, Finding, Law, common
from qualdesk.core.sources import ALWAYS, DAY_PARTS, CallLimits, CallWindow
from qualdesk.core.times import instant_of, local_time, place_of, zone
from qualdesk.core.wording import either, tr, tr_later

HOUSE_RULE = "house-hours"
# How long after the time they named themselves a call is still the one they asked for. Later,
# calling hours count again: who said 18:00 did not say 22:00.
AGREED_FOR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Interval:
    """A span of time from ``opens_at`` up to, not including, ``closes_at``; both in UTC."""

    opens_at: datetime
    closes_at: datetime

    def holds(self, at: datetime) -> bool:
        """Whether the instant lies inside."""
        return self.opens_at <= at < self.closes_at


class DecisionState(StrEnum):
    """What the rules say."""

    ALLOWED = "allowed"
    BLOCKED = "blocked"


@frozen
class Decision:
    """What the rules said about one lead at one instant; stored with every call.

    Attributes:
        rule: which rule decided, for instance ``house-hours``.
        says: the reason in words.
        next_at: when it will be allowed, None when that cannot be said.
        zones: the zones that had to agree; ``zone_basis`` is what they rest on.
        warnings: what rules say that only warn, each a sentence.
        rules: the ids of all rule sets that held; ``rules_version`` tells which book it was.
    """

    state: DecisionState
    rule: str
    says: str
    next_at: datetime | None = None
    zones: tuple[str, ...] = ()
    zone_basis: str = ""
    warnings: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    rules_version: str = ""

    @property
    def is_allowed(self) -> bool:
        """Whether the call may be made."""
        return self.state is DecisionState.ALLOWED


@frozen
class CallHours:
    """All that says when one person may be called.

    Attributes:
        zones: every clock they may be under; all of them must agree. Without one they are not
            called at all. ``zone_basis`` is what the zones rest on, in words.
        limits: the hours and days of the house, or of the campaign.
        law: the rule sets that hold for them.
    """

    zones: tuple[str, ...]
    limits: CallLimits
    window: CallWindow = ALWAYS
    law: Law = NO_LAW
    zone_basis: str = ""

    def reach(self, at: datetime) -> timedelta:
        """How far back from ``at`` earlier calls count for a limit of the law; zero: none do."""
        return self.law.reach(local_time(at, _clocks(self)[0]).date())


def open_hours(hours: CallHours, start: datetime, end: datetime) -> tuple[Interval, ...]:
    """The intervals between ``start`` and ``end`` in which the person may be called.

    In order, without overlap, cut to the call window.
    """
    spans: tuple[Interval, ...] | None = None
    for name in hours.zones:
        ours = _hours_in(name, hours, start, end)
        spans = ours if spans is None else _common(spans, ours)
    if spans is None:
        return ()
    window = hours.window
    edge = Interval(
        opens_at=max(start, window.opens_at or start), closes_at=min(end, window.closes_at or end)
    )
    return _common(spans, (edge,)) if edge.opens_at < edge.closes_at else ()


def may_call(
    hours: CallHours, at: datetime, *, agreed: bool = False, tries: Sequence[datetime] = ()
) -> Decision:
    """Whether the person may be called at ``at``, and if not, why and when.

    ``agreed``: the person named this time themselves, which overrides the house rule and what
    the law lets them choose, but no other law and not a missing zone. ``tries`` are the
    earlier calls to them, as far as a limit of the law reaches back.
    """
    found = _law_says(hours, at, tries, agreed=agreed)
    stops = next((one for one in found if one.stops), None)
    if not hours.zones and not agreed:
        ruling = _Ruling("zone-unknown", tr(_NO_CLOCK))
    elif stops is not None:
        ruling = _Ruling(stops.rule, stops.says, next_at=_allowed_again(hours, at, tries))
    elif agreed:
        ruling = _Ruling("agreed-time", tr("They asked for this time."), DecisionState.ALLOWED)
    else:
        ruling = _by_the_house(hours, at)
    return Decision(
        **ruling._asdict(),
        zones=hours.zones,
        zone_basis=hours.zone_basis,
        warnings=tuple(one.says for one in found if not one.stops),
        rules=_rules_for(hours, at),
        rules_version=hours.law.book.version,
    )


def next_open(hours: CallHours, after: datetime) -> datetime | None:
    """The first instant at or after ``after`` that lies inside calling hours, within 14 days."""
    for span in _hours_from(hours, after.astimezone(UTC).date()):
        if span.closes_at > after:
            return max(after, span.opens_at) if span.opens_at <= after + _HORIZON else None
    return None


def day_part(at: datetime, zone_name: str, edges: tuple[int, ...] = DAY_PARTS) -> int:
    """Which part of the working day it is there, 0 to 3; nights and early hours count as 0.

    A try that found nobody is repeated in another part, because the hour of the first call
    says more about an answer than the number of calls (Weeks, Kulka and Pierson, Public
    Opinion Quarterly 51(4), 1987). The parts themselves are ours, for business numbers:
    ``edges`` are the minutes at which they meet.
    """
    there = local_time(at, zone_name)
    minutes = there.hour * 60 + there.minute
    return sum(minutes >= edge for edge in edges)


def all_parts(limits: CallLimits) -> int:
    """The parts of the day in which somebody may be called at all, as bits (1 << part)."""
    opens, closes = limits.hours
    starts, ends = (0, *limits.day_parts), (*limits.day_parts, 24 * 60)
    spans = enumerate(zip(starts, ends, strict=True))
    return sum(1 << part for part, (start, end) in spans if start < closes and opens < end)


def open_in_parts(hours: CallHours, after: datetime, parts: int) -> datetime | None:
    """The first open instant from ``after`` on that lies in one of these parts of their day.

    ``parts`` are bits (1 << part). Looked for within eight days; None when there is none.
    """
    edges = (hours.limits.hours[0], *hours.limits.day_parts)
    for at in _open_from(hours, after, edges):
        if parts >> day_part(at, hours.zones[0], hours.limits.day_parts) & 1:
            return at
    return None


def open_in_spans(
    hours: CallHours, after: datetime, spans: Sequence[tuple[int, int]]
) -> datetime | None:
    """The first open instant from ``after`` on that lies in one of these spans of their day.

    ``spans`` are minutes after midnight on their clock, the second not included. Looked for
    within eight days; None when there is none.
    """
    for at in _open_from(hours, after, [start for start, _ in spans]):
        there = local_time(at, hours.zones[0])
        if any(start <= there.hour * 60 + there.minute < end for start, end in spans):
            return at
    return None


def _open_from(hours: CallHours, after: datetime, edges: Iterable[int]) -> Iterator[datetime]:
    """The first open instant from ``after`` on, and from each of these minutes of a day on."""
    if not hours.zones:
        return
    home = hours.zones[0]
    first = local_time(after, home).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    if (opens := next_open(hours, after)) is not None:
        yield opens
    # Day by day, because the first or the second nearly always has it and each card asks often.
    for days in range(_DAYS_AHEAD):
        day = first + timedelta(days=days)
        for start in sorted(instant_of(day + timedelta(minutes=minute), home) for minute in edges):
            if start > after and (opens := next_open(hours, start)) is not None:
                yield opens


class _Ruling(NamedTuple):
    """Which rule decides, and how."""

    rule: str
    says: str
    state: DecisionState = DecisionState.BLOCKED
    next_at: datetime | None = None


def _by_the_house(hours: CallHours, at: datetime) -> _Ruling:
    """What the house and the call window say, where the law stops nothing."""
    window = hours.window
    ahead = _hours_from(hours, at.astimezone(UTC).date())
    if any(span.holds(at) for span in ahead):
        return _Ruling(HOUSE_RULE, tr("Inside calling hours."), DecisionState.ALLOWED)
    next_at = _opens_after(hours, at)
    if window.closes_at and at >= window.closes_at:
        return _Ruling("window-closed", tr("The call window has closed."))
    if window.opens_at and at < window.opens_at:
        says = tr("The call window has not opened yet.")
        return _Ruling("window-not-open", says, next_at=next_at or window.opens_at)
    clocks = sorted(
        {
            tr("{at:%H:%M} in {place}", at=local_time(at, name), place=place_of(name))
            for name in hours.zones
        }
    )
    says = tr("It is {clocks}, outside calling hours.", clocks=either(clocks[:2]))
    return _Ruling(HOUSE_RULE, says, next_at=next_at)


def _opens_after(hours: CallHours, at: datetime) -> datetime | None:
    ahead = _hours_from(hours, at.astimezone(UTC).date())
    return next((span.opens_at for span in ahead if span.opens_at > at), None)


def _allowed_again(hours: CallHours, at: datetime, tries: Sequence[datetime]) -> datetime | None:
    """When every limit and every hour allow a call that the law stops at ``at``."""
    rested = hours.law.next_try(at, tries)
    return _opens_after(hours, at) if rested is None else next_open(hours, rested)


def _rules_for(hours: CallHours, at: datetime) -> tuple[str, ...]:
    """The ids of the rule sets that hold on any of their clocks."""
    days = {local_time(at, name).date() for name in _clocks(hours)}
    return tuple(sorted({one.id for day in days for one in hours.law.sets_on(day)}))


def _clocks(hours: CallHours) -> tuple[str, ...]:
    """Their clocks; the window's for who is under none we know and named a time on it."""
    return hours.zones or (hours.window.zone,)


def _law_says(
    hours: CallHours, at: datetime, tries: Sequence[datetime], *, agreed: bool
) -> tuple[Finding, ...]:
    """What the law says on every clock, each rule once, those that stop the call first."""
    ages = [at - each for each in tries]
    found: dict[tuple[str, str], Finding] = {}
    for name in _clocks(hours):
        there = local_time(at, name)
        minute = there.hour * 60 + there.minute
        for one in hours.law.findings(there.date(), minute, ages, agreed=agreed):
            found.setdefault((one.rule, one.says), one)
    return tuple(sorted(found.values(), key=lambda one: not one.stops))


@lru_cache(maxsize=1024)
def _hours_from(hours: CallHours, day: date) -> tuple[Interval, ...]:
    """The open intervals of the fortnight after ``day`` (UTC) and of the day before it.

    Kept, because every card asks for them some twenty times: once per outcome.
    """
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    return open_hours(hours, start, start + _HORIZON + timedelta(days=2))


def _hours_in(
    zone_name: str, hours: CallHours, start: datetime, end: datetime
) -> tuple[Interval, ...]:
    there = zone(zone_name)
    day = start.astimezone(there).date()
    last = end.astimezone(there).date()
    spans = []
    while day <= last:
        if day.weekday() in hours.limits.days:
            for minutes in common((hours.limits.hours,), hours.law.spans_on(day)):
                spans += [
                    Interval(opens_at=max(opens, start), closes_at=min(closes, end))
                    for opens, closes in _working_day(zone_name, day, minutes)
                    if opens < end and closes > start
                ]
        day += timedelta(days=1)
    return tuple(spans)


@lru_cache(maxsize=8192)
def _working_day(
    zone_name: str, day: date, hours: tuple[int, int]
) -> tuple[tuple[datetime, datetime], ...]:
    """When clocks there show these minutes of that day. Each card asks this many times.

    Once, but for a day on which clocks change: an hour that is shown twice counts both times,
    and one that is left out not at all.
    """
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time, on purpose
    opens, closes = (midnight + timedelta(minutes=minutes) for minutes in hours)
    first = instant_of(midnight, zone_name)
    last = instant_of(midnight + timedelta(days=1), zone_name)
    there = zone(zone_name)
    before, after = (at.astimezone(there).utcoffset() for at in (first, last - _INSTANT))
    assert before is not None
    assert after is not None
    change = last if before == after else _change_between(first, last, zone_name)
    halves = (
        (max(_at(opens, before), first), min(_at(closes, before), change)),
        (max(_at(opens, after), change), min(_at(closes, after), last)),
    )
    return tuple((one, other) for one, other in halves if one < other)


def _at(wall: datetime, offset: timedelta) -> datetime:
    return (wall - offset).replace(tzinfo=UTC)


def _change_between(first: datetime, last: datetime, zone_name: str) -> datetime:
    """The instant between the two at which clocks there change."""
    there = zone(zone_name)
    before = first.astimezone(there).utcoffset()
    while last - first > _INSTANT:
        middle = first + (last - first) / 2
        if middle.astimezone(there).utcoffset() == before:
            first = middle
        else:
            last = middle
    return last.replace(microsecond=0)


def _common(ours: tuple[Interval, ...], theirs: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """What both lists of intervals share."""
    shared = [
        Interval(
            opens_at=max(mine.opens_at, other.opens_at),
            closes_at=min(mine.closes_at, other.closes_at),
        )
        for mine in ours
        for other in theirs
        if mine.opens_at < other.closes_at and other.opens_at < mine.closes_at
    ]
    assert all(first <= second for first, second in pairwise(shared))
    return tuple(shared)


_HORIZON = timedelta(days=14)
_INSTANT = timedelta(seconds=1)
_NO_CLOCK = tr_later("Nobody knows what time it is for them. Find out where they are, then call.")
_DAYS_AHEAD = 8
