"""Wall-clock time and zones: promises, and how instants are said in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """The IANA zone called ``name``.

    Raises:
        ValueError: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ValueError(f"There is no time zone called “{name}”.") from error


def is_zone(name: str) -> bool:
    """Whether ``name`` is an IANA zone this computer knows."""
    try:
        zone(name)
    except ValueError:
        return False
    return True


def instant_of(wall: datetime, zone_name: str) -> datetime:
    """The UTC instant at which clocks in the zone show ``wall`` (a naive local time).

    Twice a year that is not one instant. An hour that clocks skip goes to the first minute
    after the gap; an hour that clocks repeat means its first passing, so that a promise is
    never kept an hour late.
    """
    local = wall.replace(tzinfo=zone(zone_name), fold=0)
    at = local.astimezone(UTC)
    if at.astimezone(local.tzinfo).replace(tzinfo=None) == wall:
        return at
    return _after_the_gap(wall, zone_name)


def _after_the_gap(wall: datetime, zone_name: str) -> datetime:
    """The first instant after the skipped hour that ``wall`` falls into."""
    there = zone(zone_name)
    # Read with the offset in force before the gap (fold=0) the instant lies after the change;
    # with the one after it (fold=1), before the change. The change itself is between the two.
    before = wall.replace(tzinfo=there, fold=1).astimezone(UTC)
    after = wall.replace(tzinfo=there, fold=0).astimezone(UTC)
    old_offset = before.astimezone(there).utcoffset()
    while after - before > _MINUTE:
        middle = before + (after - before) / 2
        if middle.astimezone(there).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after.replace(second=0, microsecond=0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """A time somebody was promised: what their clock will show, and where that clock is.

    The instant is worked out from it and never the other way round: when a state changes its
    summer time after the promise was made, the promise still means their clock.
    """

    wall: datetime
    zone: str

    def __post_init__(self) -> None:
        """Refuse a wall time that carries a zone, and a zone nobody knows.

        Raises:
            ValueError: one of both.
        """
        if self.wall.tzinfo is not None:
            raise ValueError("A promise holds the wall time; its zone stands beside it.")
        zone(self.zone)

    @property
    def at(self) -> datetime:
        """The instant of the promise, in UTC."""
        return instant_of(self.wall, self.zone)


def local_time(at: datetime, zone_name: str) -> datetime:
    """What clocks in the zone show at the instant ``at``."""
    return at.astimezone(zone(zone_name))


def place_of(zone_name: str) -> str:
    """The zone's city in words: ``Europe/Berlin`` is “Berlin”, ``America/New_York`` “New York”."""
    return zone_name.rsplit("/", 1)[-1].replace("_", " ")


def days_after(today: date, last: date, weekdays: Collection[int]) -> int:
    """How many days on these weekdays (Monday 0) come after today, until the last, which counts.

    Whole weeks are not walked day by day: a window may close in the year 9999.
    """
    weeks, rest = divmod(max((last - today).days, 0), 7)
    over = sum((today.weekday() + step) % 7 in weekdays for step in range(1, rest + 1))
    return weeks * len(set(weekdays)) + over


def day_words(day: date) -> str:
    """A day as “Thu 19 Mar”. English whatever the computer's language: so are the screens."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def time_words(at: datetime, zone_name: str, *, now: datetime) -> str:
    """An instant on the zone's clock: “16:10” today, otherwise “Thu 19 Mar, 10:30”."""
    there = local_time(at, zone_name)
    if there.date() == local_time(now, zone_name).date():
        return f"{there:%H:%M}"
    year = "" if there.year == local_time(now, zone_name).year else f" {there.year}"
    return f"{day_words(there.date())}{year}, {there:%H:%M}"


def both_clocks(at: datetime, theirs: str, ours: str) -> str:
    """An instant in their clock and ours: “Thu 19 Mar, 10:30 in Berlin (09:30 for you)”."""
    there, here = local_time(at, theirs), local_time(at, ours)
    said = f"{day_words(there.date())}, {there:%H:%M} in {place_of(theirs)}"
    if there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return said
    day = "" if there.date() == here.date() else f"{day_words(here.date())}, "
    return f"{said} ({day}{here:%H:%M} for you)"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
