"""Dates in lists: the order of day and month is decided for a whole column, never per cell."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from qualdesk.core.frozen import frozen
from qualdesk.core.identity import folded
from qualdesk.core.times import instant_of
from qualdesk.core.wording import tr

MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PR", "GU"})


@frozen
class DateOrder:
    """How the dates of a column such as 04/03/2026 are read.

    Attributes:
        day_first: whether the day comes first; None when nothing in the column says so, or it
            says both. Such dates keep their words until somebody decides.
        count: how many values have an order to decide.
        example: the first of them, as it stands in the file.
    """

    day_first: bool | None = None
    count: int = 0
    example: str = ""

    @property
    def says(self) -> str:
        """The order in words; empty where there is none to decide, or nobody knows it."""
        if self.day_first is None or not self.count:
            return ""
        return tr("day, month") if self.day_first else tr("month, day")

    @property
    def asks(self) -> bool:
        """Whether somebody must say which comes first."""
        return self.day_first is None and self.count > 0


def order_of_dates(values: Iterable[str], *, said: bool | None = None) -> DateOrder:
    """The order of a whole column of dates, never of a single cell.

    One number over 12 proves it for all of them; where people write dots the day comes first.
    ``said`` is what a person decided, and beats every proof.
    """
    proofs, count, example = set(), 0, ""
    for value in values:
        found = _SHORT.match(value.strip())
        if found is None:
            continue
        count, example = count + 1, example or value.strip()
        day_leads = int(found[1]) > _MONTHS_IN_YEAR or found[0][len(found[1])] == "."
        if day_leads or int(found[2]) > _MONTHS_IN_YEAR:
            proofs.add(day_leads)
    proven = proofs.pop() if len(proofs) == 1 else None
    return DateOrder(day_first=proven if said is None else said, count=count, example=example)


def day_comes_first(values: Iterable[str], region: str = "") -> bool:
    """Whether a column of dates most likely means the fourth of March by 04/03/2026.

    What :func:`order_of_dates` proves; without a proof the habit of the country, which is worth
    suggesting and no more.
    """
    proven = order_of_dates(values).day_first
    return region.upper() not in MONTH_FIRST if proven is None else proven


def has_order(text: str) -> bool:
    """Whether a cell is a date of which somebody must know what comes first: ``03/04/2026``."""
    return _SHORT.match(text.strip()) is not None


def read_moment(text: str, *, day_first: bool | None, zone: str) -> datetime | None:
    """The instant a cell names, in UTC; None when it cannot be said for certain.

    ``day_first`` None leaves 04/03/2026 open, and 04/04/2026 not.
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


def _read_written(word: str, *, day_first: bool | None, zone: str) -> datetime | None:
    found = _parts(word, day_first=day_first)
    if found is None:
        return None
    year, month, day, rest = found
    clock = _clock(rest)
    if clock is None:
        return None
    full_year = int(year) + (2000 if len(year) == len("26") else 0)
    try:
        wall = datetime(full_year, int(month), int(day))  # noqa: DTZ001 - wall time, on purpose
    except ValueError:
        return None
    return instant_of(wall + clock, zone)


def _parts(word: str, *, day_first: bool | None) -> tuple[str, str, str, str] | None:
    """Year, month, day and what stands behind them."""
    short = _SHORT.match(word)
    if short:
        first, second, year, rest = short[1], short[2], short[3], word[short.end() :]
        is_day_first = day_first or word[len(first)] == "."
        if day_first is None and not is_day_first and int(first) != int(second):
            return None
        return (year, second, first, rest) if is_day_first else (year, first, second, rest)
    back = _YEAR_FIRST.match(word)
    if back:
        return back[1], back[2], back[3], word[back.end() :]
    named = _NAMED.match(word) or _NAMED_FIRST.match(word)
    month = _month(named["month"]) if named else 0
    if named is None or not month:
        return None
    return named["year"], str(month), named["day"], word[named.end() :]


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
    """The number of a month by its name in five languages, 0 for any other word."""
    plain = folded(name)
    for month, starts in enumerate(_MONTHS, start=1):
        if plain.startswith(starts):
            return month
    return 0


_MONTHS_IN_YEAR = 12
_NOON = timedelta(hours=12)
# How the names of the months begin in English, German, French, Spanish and Italian, folded.
_MONTHS = (
    *(("jan", "ene", "gen"), ("feb", "fev"), ("mar", "mrz"), ("apr", "avr", "abr")),
    *(("may", "mai", "mag"), ("jun", "juin", "giu"), ("jul", "juil", "lug"), ("aug", "aou", "ago")),
    *(("sep", "set"), ("oct", "okt", "ott"), ("nov",), ("dec", "dez", "dic")),
)
_NAMES = r"(?P<month>[^\W\d_]{3,12})"
_YEAR = r"(?P<year>\d{4}|\d\d)\b"
_SHORT = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)\b")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})\b")
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]+(?:de\s+)?{_NAMES}[\s,.-]+(?:de\s+)?{_YEAR}",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    rf"{_NAMES}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,]+{_YEAR}", re.IGNORECASE
)
_CLOCK = re.compile(
    r"[\s,T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([AaPp][Mm])?\s*(?:Uhr|h)?\s*"
)
