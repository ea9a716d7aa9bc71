"""Times as people say them on the phone: "thu half past ten", read on the clock of that person.

How what is not said is filled in:

* an hour from 1 to 7 without am, pm or a leading zero is in the afternoon: nobody asks to be
  called at three in the night. From 8 to 12 it is what it says;
* a day without a time means 10:00, a time without a day its next passing;
* a weekday is the next one that still lies ahead, today included; "next thursday" and
  "thursday next week" are in the week that starts on the coming Monday;
* in ``19.3.`` and ``19/3`` the day comes first; a date without a year is the next one ahead;
* ``10.30`` alone is a time; with another time beside it, or a dot at its end, it is a date.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NoReturn

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.times import Promise, day_words, instant_of, local_time

_EXAMPLES = "Try: thu 10:30, tomorrow 9, in 2 hours."


def read_time(text: str, *, now: datetime, zone: str) -> Promise:
    """What ``text`` means on the clocks of the zone, said at the instant ``now``.

    Always after ``now``.

    Raises:
        TimeNotUnderstood: it means nothing that can be read, or a time that has passed.
    """
    said = _Said(rest=_plain(text), here=local_time(now, zone).replace(tzinfo=None))
    if not said.rest:
        _refuse(f"Say when. {_EXAMPLES}")
    try:
        wall = _relative(said, now, zone) or _absolute(said, now, zone)
        promise = Promise(wall=wall, zone=zone)
        ahead = promise.at - now
    except (OverflowError, ValueError):
        _refuse(f"There is no such time. {_EXAMPLES}")
    if ahead <= timedelta():
        _refuse(f"{day_words(wall.date())}, {wall:%H:%M} has passed. {_EXAMPLES}")
    if ahead > _FURTHEST:
        _refuse(f"That is more than two years ahead. {_EXAMPLES}")
    return promise


@dataclass(slots=True, kw_only=True)
class _Said:
    """What has been said and not yet been read, and the wall time at which it was said."""

    rest: str
    here: datetime

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read the first place that fits, and leave the rest for later."""
        found = pattern.search(self.rest)
        if found:
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}".strip()
        return found


def _plain(text: str) -> str:
    """The text in small letters, with single spaces and without words that mean nothing here."""
    if len(text) > _LONGEST:
        _refuse(f"Not understood. {_EXAMPLES}")
    small = _DOTTED_HALF_DAY.sub(r"\1m ", text.casefold())
    words = re.sub(r"[\s,;@]+", " ", small)
    return re.sub(r"\s+", " ", _FILLERS.sub(" ", words)).strip()


def _relative(said: _Said, now: datetime, zone: str) -> datetime | None:
    """A time counted from now, like "in 3 days at 10"; None where nothing of the kind is said."""
    found = said.take(_IN)
    if not found:
        return None
    words = found["count"]
    amount = float(words) if words[0].isdigit() else _COUNTS[words]
    unit = found["unit"]
    if unit[0] == "h" or unit.startswith("min"):
        if said.rest:
            _refuse(f"Not understood: “{said.rest}”. {_EXAMPLES}")
        minutes = amount * (60 if unit[0] == "h" else 1)
        return _minute_of(now + timedelta(minutes=max(1, minutes)), now, zone)
    day = said.here.date()
    if unit.startswith("month"):
        day = _months_on(day, round(amount))
    else:
        day += timedelta(days=amount * (7 if unit[0] == "w" else 1))
    return datetime.combine(day, _time(said) or _USUAL)


def _minute_of(at: datetime, now: datetime, zone: str) -> datetime:
    """The wall time of an instant, rounded up to a whole minute that still lies ahead."""
    there = local_time(at, zone).replace(tzinfo=None)
    wall = there.replace(second=0, microsecond=0)
    if wall < there:
        wall += _MINUTE
    # An hour that clocks repeat means its first passing: said in the second, it would be over.
    while instant_of(wall, zone) <= now:
        wall += _MINUTE
    return wall


def _absolute(said: _Said, now: datetime, zone: str) -> datetime:
    """A day and a time of day, either of which may be left out."""
    whole = said.rest
    days = _days(said)
    at = _time(said)
    if said.rest or (not days and at is None):
        _refuse(f"Not understood: “{whole}”. {_EXAMPLES}")
    if not days:
        today = said.here.date()
        days = tuple(today + timedelta(days=ahead) for ahead in range(3))
    for day in days:
        wall = datetime.combine(day, at or _USUAL)
        if instant_of(wall, zone) > now:
            return wall
    later = _in_a_while(said.here)
    is_today = at is None and days[0] == later.date() == said.here.date()
    return later if is_today else datetime.combine(days[0], at or _USUAL)


def _days(said: _Said) -> tuple[date, ...]:
    """The days that may be meant, the likeliest first; none when no day was said."""
    today = said.here.date()
    said.take(_ISO_T)
    for read in (_iso_day, _numbered_day, _named_day, _near_day):
        days = read(said, today)
        if days:
            return _on_weekday(days, said)
    return _week_day(said, today)


def _on_weekday(days: tuple[date, ...], said: _Said) -> tuple[date, ...]:
    """Of those days the ones that are the weekday named beside them: “Thu 19 Mar”."""
    found = said.take(_WEEKDAY)
    if not found:
        return days
    fitting = tuple(day for day in days if day.weekday() == _weekday(found))
    if not fitting:
        _refuse(f"{day_words(days[0])} is another weekday. {_EXAMPLES}")
    return fitting


def _iso_day(said: _Said, _today: date) -> tuple[date, ...]:
    found = said.take(_ISO)
    return (date(int(found["year"]), int(found["month"]), int(found["day"])),) if found else ()


def _numbered_day(said: _Said, today: date) -> tuple[date, ...]:
    """``19.3.``, ``19.3.2026``, ``19/3``: the day first."""
    found = said.take(_DOTTED)
    if not found:
        only = _DOTTED_PAIR.search(said.rest)
        if not only:
            return ()
        others = f"{said.rest[: only.start()]} {said.rest[only.end() :]}".strip()
        if only["dot"] == "." and len(only["month"]) > 1 and not re.search(_D, others):
            return ()
        said.rest, found = others, only
    return _dates(int(found["day"]), int(found["month"]), found.groupdict().get("year"), today)


def _named_day(said: _Said, today: date) -> tuple[date, ...]:
    """``19 mar``, ``mar 19``, ``19th of march 2026``."""
    found = said.take(_DAY_MONTH) or said.take(_MONTH_DAY)
    if not found:
        found = said.take(_ORDINAL)
        return _in_months(int(found["day"]), today) if found else ()
    month = _MONTHS.index(found["month"][:3]) + 1
    return _dates(int(found["day"]), month, found["year"], today)


def _in_months(day: int, today: date) -> tuple[date, ...]:
    """A bare "the 19th": of this month or of those that come, where they have one."""
    firsts = (_months_on(today.replace(day=1), ahead) for ahead in range(4))
    days = (it + timedelta(days=day - 1) for it in firsts if day >= 1)
    return tuple(it for it in days if it.day == day and it >= today)


def _near_day(said: _Said, today: date) -> tuple[date, ...]:
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
        first = _months_on(today.replace(day=1), 1)
        # Nobody who says "next month" means a Sunday.
        return (first + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[first.weekday()]),)
    return ()


def _week_day(said: _Said, today: date) -> tuple[date, ...]:
    found = said.take(_NEXT_WEEKDAY)
    if found:
        return (today + timedelta(days=7 - today.weekday() + _weekday(found)),)
    found = said.take(_WEEKDAY)
    if not found:
        return ()
    first = today + timedelta(days=(_weekday(found) - today.weekday()) % 7)
    return (first, first + timedelta(days=7))


def _dates(day: int, month: int, year: str | None, today: date) -> tuple[date, ...]:
    """The date in its year; without one, this year's and next year's."""
    if year:
        return (date(int(year) + (2000 if len(year) == _SHORT_YEAR else 0), month, day),)
    years = [today.year, today.year + 1]
    # The 29th of February is in one of four years; the next one that has it is meant.
    if (month, day) == _LEAP_DAY:
        years = [y for y in range(today.year, today.year + 9) if _is_leap(y)]
    days = tuple(date(y, month, day) for y in years)
    return tuple(it for it in days if it >= today)


def _time(said: _Said) -> time | None:
    """The time of day that was said, None when none was."""
    part = said.take(_PART_OF_DAY)
    at = _spoken_time(said, part[0] if part else "")
    return _PARTS[part[0]] if part and at is None else at


def _spoken_time(said: _Said, part: str) -> time | None:
    if found := said.take(_PAST_TO):
        if found["side"] == "to" and found["minutes"].isdigit() and found["hour"].isdigit():
            # "10 to 11" may be ten minutes to eleven, or an hour to choose from.
            _refuse(f"Say one time. {_EXAMPLES}")
        hour = _number(found["hour"])
        minutes = _FRACTIONS.get(found["minutes"]) or _number(found["minutes"])
        if found["side"] == "to":
            hour, minutes = hour - 1 or 12, 60 - minutes
        return _on_the_clock(hour, minutes, found["hour"], found["half"], part)
    if found := said.take(_HALF):
        return _on_the_clock(_number(found["hour"]), 30, found["hour"], found["half"], part)
    if said.take(_NOON):
        return time(12)
    for pattern in (_CLOCK, _FOUR_DIGITS, _WORDS, _HOUR):
        found = said.take(pattern)
        if found:
            minute = _number(found["minute"]) if found["minute"] else 0
            return _on_the_clock(_number(found["hour"]), minute, found["hour"], found["half"], part)
    return None


def _on_the_clock(hour: int, minute: int, written: str, half: str | None, part: str) -> time:
    """The time on a 24-hour clock.

    Raises:
        ValueError: no clock shows it.
    """
    half = half or {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(part, "")
    if half and hour > _NOON_HOUR and half == "am":
        raise ValueError("No clock shows that.")
    if half and hour <= _NOON_HOUR:
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    if not half and 1 <= hour <= _LAST_AFTERNOON_HOUR and not written.startswith("0"):
        hour += 12
    return time(hour, minute)


def _in_a_while(here: datetime) -> datetime:
    """What "today" alone means after ten: in two hours, on the half hour."""
    later = here + timedelta(hours=2)
    return later.replace(minute=0 if later.minute < _HALF_HOUR else 30, second=0, microsecond=0)


def _months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError("No such month.")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _weekday(found: re.Match[str]) -> int:
    return _WEEKDAYS.index(found["day"][:3])


def _refuse(says: str) -> NoReturn:
    raise TimeNotUnderstood(says)


_LONGEST = 80
_SHORT_YEAR = 2
_LEAP_DAY = (2, 29)
_NOON_HOUR = 12
_LAST_AFTERNOON_HOUR = 7
_HALF_HOUR = 30
_FURTHEST = timedelta(days=731)
_MINUTE = timedelta(minutes=1)
_USUAL = time(10)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = {
    "first thing": time(9),
    "morning": time(10),
    "afternoon": time(14),
    "evening": time(17),
    "end day": time(17),
}
_FRACTIONS = {"half": 30, "quarter": 15}
_HOURS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS = {word: number for number, word in enumerate(_HOURS, start=1)} | {
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty five": 45,
    "fifty": 50,
    "fifty-five": 55,
    "fifty five": 55,
}
_COUNTS = {"a": 1.0, "an": 1.0, "half an": 0.5, "half a": 0.5, "a couple": 2.0} | {
    word: float(number) for word, number in _NUMBERS.items()
}

# Only ASCII digits: other scripts' digits are read by nobody here, so they are not understood.
_D = "[0-9]"
_HALF_DAY = r"\s?(?P<half>am|pm)?\b"
_NUMBER_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_HOUR_WORD = "|".join(_HOURS)
_MINUTE_WORD = "|".join(sorted((w for w in _NUMBERS if w not in _HOURS[:4]), key=len, reverse=True))
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

_DOTTED_HALF_DAY = re.compile(r"\b([ap])\.\s?m\.?(?!\w)")
_FILLERS = re.compile(
    r"\b(?:at|on|the|around|about|of|in the(?= (?:m|a|e))|o['\u2019]?clock|please)\b"
)
_IN = re.compile(
    rf"\bin (?P<count>{_D}{{1,4}}(?:\.{_D}{{1,2}})?|half an?|a couple|an?|{_NUMBER_WORD})"
    r" ?(?P<unit>h(?:ours?|rs?)?|min(?:ute)?s?|days?|w(?:ee)?ks?|months?)\b"
)
_ISO = re.compile(rf"\b(?P<year>20{_D}{{2}})-(?P<month>{_D}{{1,2}})-(?P<day>{_D}{{1,2}})\b")
_ISO_T = re.compile(rf"(?<=-{_D}{_D})t(?={_D}{_D}:)")
_DOTTED = re.compile(
    rf"(?<![:.{_D[1:-1]}])(?P<day>{_D}{{1,2}})(?P<dot>[./])(?P<month>{_D}{{1,2}})(?P=dot)"
    rf"(?P<year>(?: ?20{_D}{{2}}|{_D}{{2}})(?![:.]?{_D}))?"
)
_DOTTED_PAIR = re.compile(
    rf"(?<![:.{_D[1:-1]}])(?P<day>{_D}{{1,2}})(?P<dot>[./])(?P<month>0?{_D}|1[0-2])"
    rf"(?![:.]?{_D}|\s?[ap]m)"
)
_DAY_MONTH = re.compile(rf"{_DAY_NUMBER}\.?\s?{_MONTH_NAME}{_YEAR}")
_MONTH_DAY = re.compile(rf"\b{_MONTH_NAME}\s?{_DAY_NUMBER}{_YEAR}")
_ORDINAL = re.compile(rf"\b(?P<day>{_D}{{1,2}})(?:st|nd|rd|th)\b")
_AFTER_TOMORROW = re.compile(r"\bday after (?:tomorrow|tmrw?|tmr)\b")
_TOMORROW = re.compile(r"\b(?:tomorrow|tmrw|tmr|tom)\b")
_TODAY = re.compile(r"\btoday\b|\bthis (?=morning|afternoon|evening)|\blater today\b")
_NEXT_WEEK = re.compile(r"\bnext week\b")
_NEXT_MONTH = re.compile(r"\bnext month\b")
_NEXT_WEEKDAY = re.compile(rf"\bnext {_DAY_NAME}")
_WEEKDAY = re.compile(rf"\b(?:this )?{_DAY_NAME}")
_PART_OF_DAY = re.compile(r"\b(?:first thing|morning|afternoon|evening|end day)\b")
_PAST_TO = re.compile(
    rf"\b(?:a )?(?P<minutes>half|quarter|{_MINUTE_WORD}|{_D}{{1,2}}) (?P<side>past|to) "
    rf"(?P<hour>{_HOUR_WORD}|{_D}{{1,2}}){_HALF_DAY}"
)
_HALF = re.compile(rf"\bhalf (?P<hour>{_HOUR_WORD}|{_D}{{1,2}}){_HALF_DAY}")
_NOON = re.compile(r"\b(?:12 )?(?:noon|midday)\b")
_CLOCK = re.compile(rf"\b(?P<hour>{_D}{{1,2}})[:.h](?P<minute>{_D}{{2}}){_HALF_DAY}")
_FOUR_DIGITS = re.compile(rf"\b(?P<hour>{_D}{{2}})(?P<minute>{_D}{{2}}){_HALF_DAY}")
_WORDS = re.compile(rf"\b(?P<hour>{_HOUR_WORD}) (?P<minute>{_MINUTE_WORD}){_HALF_DAY}")
_HOUR = re.compile(rf"\b(?P<hour>{_HOUR_WORD}|{_D}{{1,2}})(?P<minute>(?!))?{_HALF_DAY}")
