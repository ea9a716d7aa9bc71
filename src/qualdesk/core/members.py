"""The people who work here: what they do, when they are at work, and how they are reached."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.slots import WEEKDAYS, read_slot
from qualdesk.core.times import (
    day_words,
    instant_of,
    is_zone,
    local_time,
    short_weekday,
    weekday_name,
)
from qualdesk.core.wording import tr, tr_later

ROLES: Mapping[str, str] = {
    "caller": "Caller",
    "supervisor": "Supervisor",
    "sales": "Salesperson",
    "marketing": "Marketing",
    "auditor": "Auditor",
}
"""What somebody does here, by its key in the workspace, as the command line says it."""

Span = tuple[time, time]
"""From when until when, on one day of one clock."""

Hours = Mapping[int, tuple[Span, ...]]
"""Weekday, Monday 0, to its spans in order, on the clock of the member's zone.

What lies between two spans of a day is a break.
"""


@frozen
class Away:
    """The days somebody is away, the first and the last; both count.

    ``because`` is a word for it, as holiday or course; mostly empty.
    """

    first: date
    last: date
    because: str = ""

    def on(self, day: date) -> bool:
        """Whether they are away on that day."""
        return self.first <= day <= self.last


@frozen
class Member:
    """Somebody who works here.

    Attributes:
        role: one of :data:`ROLES`.
        zone: the IANA zone their hours are said in; empty where no hours were.
        shifts: when they make calls; empty where nobody said.
        duty: when a call can be handed to them; empty where nobody said.
        languages: the tags of the languages they speak, the best one first.
        absences: the days they are away, those that begin first before the others.
        calendar: whose public holidays they keep, as DE or US-AL; empty for nobody's.
        holidays: the days of that calendar, to their names.
        at_work_on: those of them on which they work all the same.
        campaigns: the campaigns they call for; empty for all.
        client: the client they work for alone; empty for all.
        left_on: the first day on which they do not work here any more; None while nobody said.
    """

    name: str
    role: str = "caller"
    email: str = ""
    phone: str = ""
    zone: str = ""
    shifts: Hours = field(default_factory=dict)
    duty: Hours = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    absences: tuple[Away, ...] = ()
    calendar: str = ""
    holidays: Mapping[date, str] = field(default_factory=dict, repr=False)
    at_work_on: tuple[date, ...] = ()
    campaigns: tuple[CampaignId, ...] = ()
    client: str = ""
    left_on: date | None = None

    def away_on(self, day: date) -> Away | None:
        """The absence that day is in; None where they are not away."""
        return next((one for one in self.absences if one.on(day)), None)

    def holiday_on(self, day: date) -> str:
        """The public holiday they keep on that day; empty on a day of work."""
        return "" if day in self.at_work_on else self.holidays.get(day, "")

    def is_off(self, day: date) -> bool:
        """Whether they are away that day, keep a public holiday, or have left by then."""
        has_left = self.left_on is not None and self.left_on <= day
        return has_left or self.away_on(day) is not None or bool(self.holiday_on(day))

    def has_left(self, at: datetime) -> bool:
        """Whether they work here no more on the day it is for them at that instant (UTC)."""
        day = local_time(at, self.zone or "UTC").date()
        return self.left_on is not None and self.left_on <= day

    def back_on(self, day: date) -> date:
        """The first day from that one on on which they are not off.

        For who is off for longer than a year it is the day after that year: nobody knows better.
        """
        ahead = (day + timedelta(days=one) for one in range(_LOOKED_AT))
        return next((one for one in ahead if not self.is_off(one)), day + timedelta(_LOOKED_AT))

    def spans_on(self, day: date, hours: Hours) -> tuple[Span, ...]:
        """Those of the hours (their shifts, their duty) that are so on that day of theirs."""
        return () if self.is_off(day) else hours.get(day.weekday(), ())

    def works_for(self, campaign: CampaignId) -> bool:
        """Whether they call for that campaign; who said none calls for all."""
        return not self.campaigns or campaign in self.campaigns

    def is_away(self, at: datetime) -> bool:
        """Whether they are off on the day it is for them at that instant (UTC)."""
        return self.is_off(local_time(at, self.zone or "UTC").date())

    def is_on_duty(self, at: datetime) -> bool:
        """Whether a call can be handed to them at that instant (UTC); no where nobody said."""
        return self._is_in(self.duty, at)

    def is_at_work(self, at: datetime) -> bool:
        """Whether they are on shift then and in no break (UTC); no where nobody said."""
        return self._is_in(self.shifts, at)

    def _is_in(self, hours: Hours, at: datetime) -> bool:
        if not self.zone:
            return False
        there = local_time(at, self.zone)
        spans = self.spans_on(there.date(), hours)
        return any(begins <= there.time() < ends for begins, ends in spans)


@frozen
class Shift:
    """One day's work of somebody: its ``spans`` in order, on the clock of ``zone``."""

    day: date
    spans: tuple[Span, ...]
    zone: str

    @property
    def begins(self) -> time:
        """When the first span begins, on their clock."""
        return self.spans[0][0]

    @property
    def ends(self) -> time:
        """When the last one ends, on their clock."""
        return self.spans[-1][1]

    @property
    def begins_at(self) -> datetime:
        """When it begins, UTC."""
        return instant_of(datetime.combine(self.day, self.begins), self.zone)

    @property
    def ends_at(self) -> datetime:
        """When it ends, UTC."""
        return instant_of(datetime.combine(self.day, self.ends), self.zone)

    def break_at(self, at: time) -> Span | None:
        """The break that time of their day is in; None where it is in none."""
        pairs = pairwise(self.spans)
        breaks = ((before[1], after[0]) for before, after in pairs)
        return next(((begins, ends) for begins, ends in breaks if begins <= at < ends), None)


def shift_on(member: Member, at: datetime) -> Shift | None:
    """Their shift of the day it is for them at that instant (UTC); None when they have none."""
    if not member.zone:
        return None
    day = local_time(at, member.zone).date()
    spans = member.spans_on(day, member.shifts)
    return Shift(day=day, spans=spans, zone=member.zone) if spans else None


def beside_shift(member: Member, at: datetime) -> str:
    """Why somebody will not be at work at that instant (UTC), in a sentence; empty when they are.

    Empty too where nobody said when they work.
    """
    there = local_time(at, member.zone or "UTC")
    if says := _off_words(member, there.date()):
        return says
    if not member.shifts or not member.zone:
        return ""
    shift = shift_on(member, at)
    if shift is None:
        return tr("You do not work on {days}: anyone may call.", days=tr(_DAYS[there.weekday()]))
    return _beside_words(shift, there.time())


def read_hours(text: str) -> Hours:
    """Hours as people write them: "mon-fri 9-12:30 13-17; sat 9:00-12:00". Nothing means none.

    Raises:
        Refused: a part is no days with a time, a day is said twice, or its times overlap.
    """
    hours: dict[int, tuple[Span, ...]] = {}
    for part in filter(None, (one.strip() for one in re.split(r"[;\n]", text))):
        weekdays, spans = _read_part(part)
        for weekday in weekdays:
            if weekday in hours:
                day = weekday_name(weekday)
                raise Refused(tr("{day} is there twice. Keep one of the two.", day=day))
            hours[weekday] = spans
    return check_hours(hours)


def read_spans(text: str) -> tuple[Span, ...]:
    """The hours of one day: "9-12:30 13-17". Nothing written means none.

    Raises:
        Refused: these are no times, or they overlap.
    """
    if not text.strip():
        return ()
    try:
        weekdays, spans = _read_part(f"mon {text.strip()}")
        found = check_hours({0: spans})
    except Refused as error:
        raise Refused(tr(_NO_SPANS, hours=text.strip()[:_SHOWN])) from error
    if weekdays != (0,):
        raise Refused(tr(_NO_SPANS, hours=text.strip()[:_SHOWN]))
    return found[0]


def spans_words(spans: Iterable[Span]) -> str:
    """The hours of one day as :func:`read_spans` reads them again: "09:00-12:30 13:00-17:00"."""
    return " ".join(f"{begins:%H:%M}-{ends:%H:%M}" for begins, ends in spans)


def hours_words(hours: Hours) -> str:
    """Hours as ``read_hours`` reads them again: "mon-fri 09:00-12:30 13:00-17:00; sat 09:00-12:00".

    The days are those of the language spoken, in which they are also read.
    """
    parts = []
    days = [(day, hours[day]) for day in sorted(hours)]
    runs = groupby(enumerate(days), lambda one: (one[1][0] - one[0], one[1][1]))
    for (_, spans), run in runs:
        first, *more = [day for _, (day, _) in run]
        last = f"-{_day_word(more[-1])}" if more else ""
        parts.append(f"{_day_word(first)}{last} {spans_words(spans)}")
    return "; ".join(parts)


def check_hours(hours: Hours) -> Hours:
    """The hours, when they are hours of weekdays: days and their spans in order, no empty day.

    Raises:
        Refused: there is no such weekday, a span ends before it begins, or two overlap.
    """
    found = {}
    for weekday in sorted(hours):
        if weekday not in range(7):
            raise Refused(tr("A weekday is from 0, Monday, to 6, Sunday."))
        spans = tuple(sorted(hours[weekday]))
        days = tr(_DAYS[weekday])
        if any(begins >= ends for begins, ends in spans):
            says = tr("On {days} the hours end before they begin.", days=days)
            raise Refused(f"{says} {tr(_NIGHT)}")
        if any(one[1] > after[0] for one, after in pairwise(spans)):
            raise Refused(tr("On {days} two of the times overlap.", days=days))
        if spans:
            found[weekday] = spans
    return found


def check_away(absences: Iterable[Away]) -> tuple[Away, ...]:
    """The absences in order.

    Raises:
        Refused: one ends before it begins, or two are on the same day.
    """
    found = tuple(sorted(absences, key=lambda one: (one.first, one.last)))
    if any(one.last < one.first for one in found):
        raise Refused(tr("The last day away comes before the first."))
    for one, after in pairwise(found):
        if after.first <= one.last:
            raise Refused(tr("They are away on {day} already.", day=day_words(after.first)))
    return found


def check_zone(zone: str) -> str:
    """The name of a clock, when there is one of that name.

    Raises:
        Refused: there is none.
    """
    if not is_zone(zone):
        raise Refused(
            tr("There is no time zone called “{zone}”. Try Europe/Berlin.", zone=zone[:_SHOWN])
        )
    return zone


def hours_to_plain(hours: Hours) -> dict[str, list[str]]:
    """Hours as the workspace keeps them: from, until, and from, until again after a break."""
    return {
        WEEKDAYS[day]: [f"{at:%H:%M}" for span in hours[day] for at in span]
        for day in sorted(hours)
    }


def hours_from_plain(plain: Mapping[str, Iterable[str]] | None) -> Hours:
    """The same back."""
    hours = {}
    for name, said in (plain or {}).items():
        times = [time.fromisoformat(at) for at in said]
        hours[WEEKDAYS.index(name)] = tuple(zip(times[::2], times[1::2], strict=True))
    return hours


def _read_part(part: str) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """Days and the times on them: "mon-fri 9-12:30 13-17"."""
    text = " ".join(part.lower().split())
    found = list(re.finditer(_SPAN, text, re.ASCII))
    days = text[: found[0].start()] if found else ""
    between = re.sub(_SPAN, " ", text[len(days) :], flags=re.ASCII)
    slots = [read_slot(f"{days} {one[0]}") for one in found]
    told = [one for one in slots if one is not None and one.weekdays]
    if not found or len(told) < len(found) or not re.fullmatch(_BETWEEN, between):
        raise Refused(tr(_NO_HOURS, hours=part[:_SHOWN]))
    return told[0].weekdays, tuple((one.begins, one.ends) for one in told)


def _off_words(member: Member, day: date) -> str:
    if member.away_on(day) is not None:
        return tr("You are away that day: anyone may call.")
    holiday = member.holiday_on(day)
    if not holiday:
        return ""
    return tr("You keep a public holiday that day ({holiday}): anyone may call.", holiday=holiday)


def _beside_words(shift: Shift, at: time) -> str:
    if at < shift.begins:
        return tr(
            "That is before your shift starts at {begins:%H:%M}: anyone may call.",
            begins=shift.begins,
        )
    if at >= shift.ends:
        return tr(
            "That is after your shift ends at {ends:%H:%M}: anyone may call.", ends=shift.ends
        )
    rest = shift.break_at(at)
    if rest is None:
        return ""
    return tr(
        "That is in your break from {begins:%H:%M} to {ends:%H:%M}: anyone may call.",
        begins=rest[0],
        ends=rest[1],
    )


def _day_word(day: int) -> str:
    return short_weekday(day).lower()


_SHOWN = 40
_LOOKED_AT = 400
_AT = r"\d{1,2}(?:[:.h]\d{2})?h?"
_SPAN = rf"(?<!\d){_AT} ?(?:-|\u2013|to|until|bis) ?{_AT}(?!\d)"
_BETWEEN = r"(?:[ ,+&/]|and|und|from|von)*"
_DAYS = (
    tr_later("Mondays"),
    tr_later("Tuesdays"),
    tr_later("Wednesdays"),
    tr_later("Thursdays"),
    tr_later("Fridays"),
    tr_later("Saturdays"),
    tr_later("Sundays"),
)
_NIGHT = tr_later("Who works through the night writes their hours on the clock of those they call.")
_NO_HOURS = tr_later("“{hours}” is no hours. Write them like: mon-fri 9:00-17:00; sat 9:00-12:00.")
_NO_SPANS = tr_later("“{hours}” is no hours of a day. Write them like: 9:00-12:30 13:00-17:00.")
