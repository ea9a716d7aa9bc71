"""The people who work here: what they do, when they are at work, and how they are reached."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby

from qualdesk.core.errors import Refused
from qualdesk.core.slots import WEEKDAYS, read_slot
from qualdesk.core.times import instant_of, is_zone, local_time, short_weekday, weekday_name
from qualdesk.core.wording import tr, tr_later

ROLES: Mapping[str, str] = {
    "caller": "Caller",
    "supervisor": "Supervisor",
    "sales": "Salesperson",
    "marketing": "Marketing",
}
"""What somebody does here, by its key in the workspace, as the command line says it."""

Hours = Mapping[int, tuple[time, time]]
"""Weekday, Monday 0, to from when until when, on the clock of the member's zone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Away:
    """The days somebody is away, the first and the last; both count."""

    first: date
    last: date

    def on(self, day: date) -> bool:
        """Whether they are away on that day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """Somebody who works here.

    Attributes:
        role: one of :data:`ROLES`.
        zone: the IANA zone their hours are said in; empty where no hours were.
        shifts: when they make calls; empty where nobody said.
        duty: when a call can be handed to them; empty where nobody said.
        languages: the tags of the languages they speak, the best one first.
        away: the days they are away, None when they are not and will not be.
    """

    name: str
    role: str = "caller"
    email: str = ""
    phone: str = ""
    zone: str = ""
    shifts: Hours = field(default_factory=dict)
    duty: Hours = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    away: Away | None = None

    def is_away(self, at: datetime) -> bool:
        """Whether they are away on the day it is for them at that instant (UTC)."""
        there = local_time(at, self.zone or "UTC").date()
        return self.away is not None and self.away.on(there)

    def is_on_duty(self, at: datetime) -> bool:
        """Whether a call can be handed to them at that instant (UTC); no where nobody said."""
        if not self.zone or self.is_away(at):
            return False
        there = local_time(at, self.zone)
        begins, ends = self.duty.get(there.weekday(), _NEVER)
        return begins <= there.time() < ends


@dataclass(frozen=True, kw_only=True, slots=True)
class Shift:
    """One day's work of somebody: ``begins`` to ``ends`` on the clock of ``zone``."""

    day: date
    begins: time
    ends: time
    zone: str

    @property
    def begins_at(self) -> datetime:
        """When it begins, UTC."""
        return instant_of(datetime.combine(self.day, self.begins), self.zone)

    @property
    def ends_at(self) -> datetime:
        """When it ends, UTC."""
        return instant_of(datetime.combine(self.day, self.ends), self.zone)


def shift_on(member: Member, at: datetime) -> Shift | None:
    """Their shift of the day it is for them at that instant (UTC); None when they have none."""
    if not member.zone or member.is_away(at):
        return None
    day = local_time(at, member.zone).date()
    hours = member.shifts.get(day.weekday())
    if hours is None:
        return None
    return Shift(day=day, begins=hours[0], ends=hours[1], zone=member.zone)


def beside_shift(member: Member, at: datetime) -> str:
    """Why somebody will not be at work at that instant (UTC), in a sentence; empty when they are.

    Empty too where nobody said when they work.
    """
    if member.is_away(at):
        return tr("You are away that day: anyone may call.")
    if not member.shifts or not member.zone:
        return ""
    there = local_time(at, member.zone)
    shift = shift_on(member, at)
    if shift is None:
        return tr("You do not work on {days}: anyone may call.", days=tr(_DAYS[there.weekday()]))
    if there.time() < shift.begins:
        return tr(
            "That is before your shift starts at {begins:%H:%M}: anyone may call.",
            begins=shift.begins,
        )
    if there.time() >= shift.ends:
        return tr(
            "That is after your shift ends at {ends:%H:%M}: anyone may call.", ends=shift.ends
        )
    return ""


def read_hours(text: str) -> Hours:
    """Hours as people write them: "mon-fri 9-17; sat 9:00-12:00". Nothing written means none.

    Raises:
        Refused: a part is no days with a time, or a day is said twice.
    """
    hours: dict[int, tuple[time, time]] = {}
    for part in filter(None, (one.strip() for one in re.split(r"[;\n]", text))):
        slot = read_slot(part)
        if slot is None or not slot.weekdays:
            raise Refused(tr(_NO_HOURS, hours=part[:_SHOWN]))
        for weekday in slot.weekdays:
            if weekday in hours:
                day = weekday_name(weekday)
                raise Refused(tr("{day} is there twice. Keep one of the two.", day=day))
            hours[weekday] = (slot.begins, slot.ends)
    return check_hours(hours)


def hours_words(hours: Hours) -> str:
    """Hours as ``read_hours`` reads them again: "mon-fri 09:00-17:00; sat 09:00-12:00".

    The days are those of the language spoken, in which they are also read.
    """
    parts = []
    days = [(day, hours[day]) for day in sorted(hours)]
    runs = groupby(enumerate(days), lambda one: (one[1][0] - one[0], one[1][1]))
    for (_, (begins, ends)), run in runs:
        first, *more = [day for _, (day, _) in run]
        last = f"-{_day_word(more[-1])}" if more else ""
        parts.append(f"{_day_word(first)}{last} {begins:%H:%M}-{ends:%H:%M}")
    return "; ".join(parts)


def check_hours(hours: Hours) -> Hours:
    """The hours, when they are hours of weekdays.

    Raises:
        Refused: there is no such weekday, or a day ends before it begins.
    """
    for weekday, (begins, ends) in hours.items():
        if weekday not in range(7):
            raise Refused(tr("A weekday is from 0, Monday, to 6, Sunday."))
        if begins >= ends:
            days = tr(_DAYS[weekday])
            says = tr("On {days} the hours end before they begin.", days=days)
            raise Refused(f"{says} {tr(_NIGHT)}")
    return {day: hours[day] for day in sorted(hours)}


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
    """Hours as the workspace keeps them."""
    return {WEEKDAYS[day]: [f"{at:%H:%M}" for at in hours[day]] for day in sorted(hours)}


def hours_from_plain(plain: Mapping[str, Iterable[str]] | None) -> Hours:
    """The same back."""
    hours = {}
    for name, said in (plain or {}).items():
        begins, ends = (time.fromisoformat(at) for at in said)
        hours[WEEKDAYS.index(name)] = (begins, ends)
    return hours


def _day_word(day: int) -> str:
    return short_weekday(day).lower()


_SHOWN = 40
_NEVER = (time(0), time(0))
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
