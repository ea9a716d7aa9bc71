"""The day in words that were said: dates, weekdays, tomorrow, next week."""

import re
from datetime import date, timedelta

from qualdesk.core.spoken_parts import Said, refusal
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr


def days_said(said: Said) -> tuple[date, ...]:
    """The days that may be meant, the likeliest first; none when no day was said.

    Raises:
        ValueError: there is no such day.
    """
    today = said.here.date()
    said.take(_ISO_T)
    for read in (_iso_day, _slashed_day, _dotted_day, _named_day, _end_of_week, _near_day):
        days = read(said, today)
        if days:
            return _on_weekday(days, said)
    return _week_day(said, today)


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError("No such month.")


def _on_weekday(days: tuple[date, ...], said: Said) -> tuple[date, ...]:
    """Of those days the ones that are the weekday named beside them: “Thu 19 Mar”."""
    found = said.take(_WEEKDAY)
    if not found:
        return days
    fitting = tuple(day for day in days if day.weekday() == _weekday(found))
    if not fitting:
        raise refusal(tr("{day} is another weekday.", day=day_words(days[0])))
    return fitting


def _iso_day(said: Said, _today: date) -> tuple[date, ...]:
    found = said.take(_ISO)
    return (date(int(found["year"]), int(found["month"]), int(found["day"])),) if found else ()


def _slashed_day(said: Said, today: date) -> tuple[date, ...]:
    """``19/3``, ``19/3/2026``: in the order of the country, unless only the other is a date."""
    found = said.take(_SLASHED) or said.take(_DASHED)
    if not found:
        return ()
    first, second = int(found["first"]), int(found["second"])
    day, month = (second, first) if said.month_first else (first, second)
    if month > _MONTHS_OF_A_YEAR >= day:
        day, month = month, day
    days = _dates(day, month, found["year"], today)
    if day != month and day <= _MONTHS_OF_A_YEAR:
        other = f"{month} {_MONTHS[day - 1]}"
        said.note = (
            tr("Read with the month first. For the other order write {other}.", other=other)
            if said.month_first
            else tr("Read with the day first. For the other order write {other}.", other=other)
        )
    return days


def _dotted_day(said: Said, today: date) -> tuple[date, ...]:
    """``19.3.``, ``19.3.2026``: the day first everywhere."""
    found = said.take(_DOTTED)
    if not found:
        only = _DOTTED_PAIR.search(said.rest)
        if not only:
            return ()
        others = f"{said.rest[: only.start()]} {said.rest[only.end() :]}".strip()
        if len(only["month"]) > 1 and not re.search(_D, others):
            return ()
        said.rest, found = others, only
    return _dates(int(found["day"]), int(found["month"]), found.groupdict().get("year"), today)


def _named_day(said: Said, today: date) -> tuple[date, ...]:
    """``19 mar``, ``mar 19``, ``19th of march 2026``."""
    found = said.take(_DAY_MONTH) or said.take(_MONTH_DAY)
    if not found:
        found = said.take(_ORDINAL)
        return _in_months(int(found["day"]), today) if found else ()
    month = _MONTHS.index(found["month"][:3]) + 1
    return _dates(int(found["day"]), month, found["year"], today)


def _in_months(day: int, today: date) -> tuple[date, ...]:
    """A bare "the 19th": of this month or of those that come, where they have one."""
    firsts = (months_on(today.replace(day=1), ahead) for ahead in range(4))
    days = (it + timedelta(days=day - 1) for it in firsts if day >= 1)
    return tuple(it for it in days if it.day == day and it >= today)


def _end_of_week(said: Said, today: date) -> tuple[date, ...]:
    """The Friday of this week or of the next; on a weekend both are the one ahead."""
    found = said.take(_END_OF_WEEK)
    if not found:
        return ()
    friday = today + timedelta(days=(_FRIDAY - today.weekday()) % 7)
    is_next = found["next"] and today.weekday() <= _FRIDAY
    return (friday + timedelta(days=7 if is_next else 0),)


def _near_day(said: Said, today: date) -> tuple[date, ...]:
    """Today, tomorrow, next week, next month."""
    if said.take(_AFTER_TOMORROW):
        return (today + timedelta(days=2),)
    if said.take(_TOMORROW):
        return (today + timedelta(days=1),)
    if said.take(_TODAY):
        return (today,)
    if said.take(_NEXT_WEEK):
        monday = today + timedelta(days=7 - today.weekday())
        found = said.take(_WEEKDAY)
        return (monday + timedelta(days=_weekday(found) if found else 0),)
    if said.take(_NEXT_MONTH):
        first = months_on(today.replace(day=1), 1)
        # Nobody who says "next month" means a Sunday.
        return (first + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[first.weekday()]),)
    return ()


def _week_day(said: Said, today: date) -> tuple[date, ...]:
    found = said.take(_NEXT_WEEKDAY)
    if found:
        return (today + timedelta(days=7 - today.weekday() + _weekday(found)),)
    found = said.take(_COMING_WEEKDAY)
    if found:
        return (today + timedelta(days=(_weekday(found) - today.weekday() - 1) % 7 + 1),)
    found = said.take(_WEEKDAY)
    if not found:
        return ()
    first = today + timedelta(days=(_weekday(found) - today.weekday()) % 7)
    return (first, first + timedelta(days=7))


def _dates(day: int, month: int, year: str | None, today: date) -> tuple[date, ...]:
    """The date in its year; without one, this year's and next year's."""
    if year:
        return (date(int(year) + (2000 if len(year.strip()) == _SHORT_YEAR else 0), month, day),)
    years = [today.year, today.year + 1]
    # The 29th of February is in one of four years; the next one that has it is meant.
    if (month, day) == _LEAP_DAY:
        years = [y for y in range(today.year, today.year + 9) if _is_leap(y)]
    days = tuple(date(y, month, day) for y in years)
    return tuple(it for it in days if it >= today)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _weekday(found: re.Match[str]) -> int:
    return _WEEKDAYS.index(found["day"][:3])


_SHORT_YEAR = 2
_LEAP_DAY = (2, 29)
_MONTHS_OF_A_YEAR = 12
_FRIDAY = 4
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Only ASCII digits: other scripts' digits are read by nobody here, so they are not understood.
_D = "[0-9]"
_DAY_NAME = (
    r"(?P<day>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?\b\.?"
)
_MONTH_NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = rf"(?:\s(?P<year>20{_D}{{2}})(?![:.]?{_D}))?"
_DAY_NUMBER = rf"(?<![:.{_D[1:-1]}])(?P<day>{_D}{{1,2}})(?:st|nd|rd|th)?(?![:.]?{_D})"
_ISO = re.compile(rf"\b(?P<year>20{_D}{{2}})-(?P<month>{_D}{{1,2}})-(?P<day>{_D}{{1,2}})\b")
_ISO_T = re.compile(rf"(?<=-{_D}{_D})t(?={_D}{_D}:)")
_SLASHED = re.compile(
    rf"(?<![:./{_D[1:-1]}])(?P<first>{_D}{{1,2}})/(?P<second>{_D}{{1,2}})"
    rf"(?:/(?P<year>20{_D}{{2}}|{_D}{{2}}))?/?(?![:./]?{_D})"
)
_DASHED = re.compile(
    rf"(?<![-{_D[1:-1]}])(?P<first>{_D}{{1,2}})-(?P<second>{_D}{{1,2}})-(?P<year>20{_D}{{2}})(?!{_D})"
)
_DOTTED = re.compile(
    rf"(?<![:.{_D[1:-1]}])(?P<day>{_D}{{1,2}})\. ?(?P<month>{_D}{{1,2}})\."
    rf"(?P<year>(?: ?20{_D}{{2}}|{_D}{{2}})(?![:.]?{_D}))?"
)
_DOTTED_PAIR = re.compile(
    rf"(?<![:.{_D[1:-1]}])(?P<day>{_D}{{1,2}})\.(?P<month>0?{_D}|1[0-2])(?![:.]?{_D}|\s?[ap]m)"
)
_DAY_MONTH = re.compile(rf"{_DAY_NUMBER}\.?\s?{_MONTH_NAME}{_YEAR}")
_MONTH_DAY = re.compile(rf"\b{_MONTH_NAME}\s?{_DAY_NUMBER}{_YEAR}")
_ORDINAL = re.compile(rf"\b(?P<day>{_D}{{1,2}})(?:st|nd|rd|th)\b")
_AFTER_TOMORROW = re.compile(r"\bday after (?:tomorrow|tmrw?|tmr)\b")
_TOMORROW = re.compile(r"\b(?:tomorrow|tmrw|tmr|tom)\b")
_TODAY = re.compile(r"\btoday\b|\bthis (?=morning|afternoon|evening)|\blater today\b")
_END_OF_WEEK = re.compile(r"\bend (?P<next>next )?week\b")
_NEXT_WEEK = re.compile(r"\bnext week\b")
_NEXT_MONTH = re.compile(r"\bnext month\b")
_NEXT_WEEKDAY = re.compile(rf"\bnext {_DAY_NAME}")
_COMING_WEEKDAY = re.compile(rf"\bcoming {_DAY_NAME}")
_WEEKDAY = re.compile(rf"\b(?:this )?{_DAY_NAME}")
