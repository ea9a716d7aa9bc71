"""Wall-clock time and zones: promises, and how instants are said in words."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later

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
        raise ValueError(tr("There is no time zone called “{zone}”.", zone=name)) from error


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


@frozen
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
    """A day as “Thu 19 Mar”, as the language of the window has it."""
    return tr(
        "{weekday} {day} {month}",
        weekday=short_weekday(day.weekday()),
        day=day.day,
        month=short_month(day.month),
    )


def date_words(day: date) -> str:
    """A date as it stands in a sentence: “22 November 2026”."""
    return tr("{day} {month} {year}", day=day.day, month=month_name(day.month), year=day.year)


def weekday_name(weekday: int) -> str:
    """A day of the week, Monday 0, as “Thursday”."""
    return tr(_WEEKDAYS[weekday])


def short_weekday(weekday: int) -> str:
    """A day of the week, Monday 0, as “Thu”."""
    return tr(_SHORT_WEEKDAYS[weekday])


def month_name(month: int) -> str:
    """A month, January 1, as “March”."""
    return tr(_MONTHS[month - 1], about="month")


def short_month(month: int) -> str:
    """A month, January 1, as “Mar”."""
    return tr(_SHORT_MONTHS[month - 1], about="month")


def time_words(at: datetime, zone_name: str, *, now: datetime) -> str:
    """An instant on the zone's clock: “16:10” today, otherwise “Thu 19 Mar, 10:30”."""
    there, today = local_time(at, zone_name), local_time(now, zone_name).date()
    if there.date() == today:
        return f"{there:%H:%M}"
    day = day_words(there.date())
    if there.year == today.year:
        return tr("{day}, {time:%H:%M}", day=day, time=there)
    return tr("{day} {year}, {time:%H:%M}", day=day, year=there.year, time=there)


def both_clocks(at: datetime, theirs: str, ours: str) -> str:
    """An instant in their clock and ours: “Thu 19 Mar, 10:30 in Berlin (09:30 for you)”."""
    there, here = local_time(at, theirs), local_time(at, ours)
    said = tr("{day}, {time:%H:%M}", day=day_words(there.date()), time=there)
    return in_both_places(said, there, here, place_of(theirs))


def in_both_places(said: str, there: datetime, here: datetime, place: str) -> str:
    """A time said as theirs, with where they are, and what the reader's clock then shows.

    ``there`` and ``here`` are the two clocks' readings; when they agree only the place is added.
    """
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return tr("{time} in {place}", time=said, place=place)
    if here.date() == there.date():
        return tr("{time} in {place} ({ours:%H:%M} for you)", time=said, place=place, ours=here)
    return tr(
        "{time} in {place} ({day}, {ours:%H:%M} for you)",
        time=said,
        place=place,
        day=day_words(here.date()),
        ours=here,
    )


_WEEKDAYS = (
    *(tr_later("Monday"), tr_later("Tuesday"), tr_later("Wednesday"), tr_later("Thursday")),
    *(tr_later("Friday"), tr_later("Saturday"), tr_later("Sunday")),
)
_SHORT_WEEKDAYS = (
    *(tr_later("Mon"), tr_later("Tue"), tr_later("Wed"), tr_later("Thu")),
    *(tr_later("Fri"), tr_later("Sat"), tr_later("Sun")),
)
_MONTHS = (
    tr_later("January", about="month"),
    tr_later("February", about="month"),
    tr_later("March", about="month"),
    tr_later("April", about="month"),
    tr_later("May", about="month"),
    tr_later("June", about="month"),
    tr_later("July", about="month"),
    tr_later("August", about="month"),
    tr_later("September", about="month"),
    tr_later("October", about="month"),
    tr_later("November", about="month"),
    tr_later("December", about="month"),
)
_SHORT_MONTHS = (
    tr_later("Jan", about="month"),
    tr_later("Feb", about="month"),
    tr_later("Mar", about="month"),
    tr_later("Apr", about="month"),
    tr_later("May", about="month"),
    tr_later("Jun", about="month"),
    tr_later("Jul", about="month"),
    tr_later("Aug", about="month"),
    tr_later("Sep", about="month"),
    tr_later("Oct", about="month"),
    tr_later("Nov", about="month"),
    tr_later("Dec", about="month"),
)
