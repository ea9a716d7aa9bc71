"""Dates in lists: the order of day and month is decided for a whole column, never per cell."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from qualdesk.core.times import instant_of

MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PR", "GU"})


def day_comes_first(values: Iterable[str], region: str = "") -> bool:
    """Whether a column of dates such as 04/03/2026 means the fourth of March.

    One value with a number over 12 proves it for all of them. Without a proof the list's
    country decides; only in few of them does the month come first.
    """
    for value in values:
        found = _SHORT.match(value.strip())
        if found and int(found[1]) > _MONTHS_IN_YEAR:
            return True
        if found and int(found[2]) > _MONTHS_IN_YEAR:
            return False
    return region.upper() not in MONTH_FIRST


def read_moment(text: str, *, day_first: bool, zone: str) -> datetime | None:
    """The instant a cell names, in UTC; None when it cannot be said for certain.

    A time without an offset is a wall time in ``zone``; a date alone is noon there, so that
    it is the same day for everybody who looks at it.
    """
    word = text.strip()
    try:
        iso = datetime.fromisoformat(word)
    except ValueError:
        return _read_written(word, day_first=day_first, zone=zone)
    if iso.tzinfo is not None:
        return iso.astimezone(UTC)
    return instant_of(iso if len(word) > len("2026-03-11") else iso + _NOON, zone)


def _read_written(word: str, *, day_first: bool, zone: str) -> datetime | None:
    short = _SHORT.match(word)
    named = _NAMED.match(word) or _NAMED_FIRST.match(word)
    if short:
        day, month = (short[1], short[2]) if day_first or "." in word[:4] else (short[2], short[1])
        year, rest = short[3], word[short.end() :]
    elif named:
        day, month, year = named["day"], str(_month(named["month"])), named["year"]
        rest = word[named.end() :]
    else:
        return None
    clock = _clock(rest)
    if clock is None:
        return None
    full_year = int(year) + (2000 if len(year) == len("26") else 0)
    try:
        wall = datetime(full_year, int(month), int(day))  # noqa: DTZ001 - wall time, on purpose
    except ValueError:
        return None
    return instant_of(wall + clock, zone)


def _clock(rest: str) -> timedelta | None:
    """The time of day behind a date: noon when there is none, None when it is not one."""
    if not rest.strip(" ,"):
        return _NOON
    found = _CLOCK.fullmatch(rest)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    at = timedelta(hours=hour, minutes=minute, seconds=second)
    return at if at < timedelta(days=1) else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


_MONTHS_IN_YEAR = 12
_NOON = timedelta(hours=12)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)"
_YEAR = r"(?P<year>\d{4}|\d\d)\b"
_SHORT = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)\b")
_NAMED = re.compile(rf"(?P<day>\d{{1,2}})[\s.-]+{_NAMES}[\s,.-]+{_YEAR}", re.IGNORECASE)
_NAMED_FIRST = re.compile(rf"{_NAMES}\s+(?P<day>\d{{1,2}})[\s,]+{_YEAR}", re.IGNORECASE)
_CLOCK = re.compile(
    r"[\s,T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([AaPp][Mm])?\s*(?:Uhr|h)?\s*"
)
