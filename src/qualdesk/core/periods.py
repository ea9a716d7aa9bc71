"""A stretch of days as an answer keeps it: a day, a month, a quarter or a year.

Kept as "2026-09-30", "2026-09", "2026-Q3" or "2026". The first day and the last one are known,
so two of them can be compared: one is before another when its last day is before the other's
first, and where they overlap neither is before the other.
"""

import re
from calendar import monthrange
from datetime import date

from qualdesk.core.times import month_name, short_month
from qualdesk.core.wording import tr


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of a kept day, month, quarter or year; None for other words."""
    found = re.fullmatch(_KEPT, text, re.ASCII)
    if found is None:
        return None
    year, month, day, quarter = (int(part) if part else 0 for part in found.groups())
    if quarter:
        first, last = 3 * quarter - 2, 3 * quarter
    else:
        first, last = month or 1, month or 12
    try:
        begins = date(year, first, day or 1)
        return begins, begins if day else date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None


def kept_period(text: str) -> str | None:
    """Words as a period is kept; None when they are none.

    Also takes "Q3 2026", "9/2026", "Sep 2026", "September 2026" and "30 Sep 2026".
    """
    said = " ".join(text[:_LONGEST].split())
    if days_of(said) is not None:
        return said
    kept = _kept(said.upper())
    return kept if days_of(kept) is not None else None


def kept_day(text: str) -> str | None:
    """Words as one day is kept, "30 Sep 2026" among them; None when they are none, or longer."""
    kept = kept_period(text)
    days = days_of(kept) if kept else None
    return kept if days and days[0] == days[1] else None


def is_before(first: str, second: str) -> bool:
    """Whether all of the first period is before all of the second; False for other words."""
    one, other = days_of(first), days_of(second)
    return one is not None and other is not None and one[1] < other[0]


def spelled_out(text: str) -> str:
    """A period as the screen says it: "30 Sep 2026", "Sep 2026", "Q3 2026", "2026"."""
    found = re.fullmatch(_KEPT, text, re.ASCII)
    if found is None or days_of(text) is None:
        return text
    year, month, day, quarter = found.groups()
    if quarter:
        return tr("Q{quarter} {year}", quarter=quarter, year=year)
    if not month:
        return year
    name = short_month(int(month))
    if not day:
        return tr("{month} {year}", month=name, year=int(year))
    return tr("{day} {month} {year}", day=int(day), month=name, year=int(year))


_KEPT = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?"
_QUARTER = r"Q(?P<first>[1-4])[ /-](?P<year>\d{4})|(?P<first_year>\d{4})[ /-]?Q(?P<last>[1-4])"
_MONTH = r"(?P<month>\d{1,2})[/.](?P<year>\d{4})"
_NAMED = r"(?:(?P<day>[0-9]{1,2})\.? )?(?P<name>[^\W\d_]{3,9})\.? (?P<year>[0-9]{4})"
_LONGEST = 100
_FULL = (
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
)


def _kept(upper: str) -> str:
    if found := re.fullmatch(_QUARTER, upper, re.ASCII):
        kept = f"{found['year'] or found['first_year']}-Q{found['first'] or found['last']}"
    elif found := re.fullmatch(_MONTH, upper, re.ASCII):
        kept = f"{found['year']}-{int(found['month']):02}"
    elif found := re.fullmatch(_NAMED, upper):
        month = _month(found["name"])
        kept = f"{found['year']}-{month:02}" if month else ""
        if month and found["day"]:
            kept += f"-{int(found['day']):02}"
    else:
        kept = ""
    return kept


def _month(name: str) -> int:
    """The number of a month by the beginning of its name, 0 for other words.

    In English, and as the window itself writes months: what it shows can be typed.
    """
    for number, full in enumerate(_FULL, 1):
        shown = (month_name(number).upper(), short_month(number).upper().rstrip("."))
        if full.startswith(name) or shown[0].startswith(name) or shown[1] == name:
            return number
    return 0
