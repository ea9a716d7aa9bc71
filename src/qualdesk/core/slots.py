"""A time slot as an answer keeps it: a day or weekdays, and from when to when on their clock.

Kept as "2026-03-19 10:00-12:00" or "tue,thu 09:00-11:00". No zone: it is the person's wall
clock, as they said it.
"""

import re
from collections.abc import Callable
from datetime import date, time

from qualdesk.core import periods
from qualdesk.core.frozen import frozen
from qualdesk.core.times import short_weekday, weekday_name
from qualdesk.core.wording import tr

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@frozen
class Slot:
    """When somebody can be reached.

    Attributes:
        day: the one day, None for weekdays.
        weekdays: the days of the week, 0 is Monday, in order; empty for one day.
        begins, ends: their wall clock; ``begins`` is before ``ends``.
    """

    day: date | None
    weekdays: tuple[int, ...]
    begins: time
    ends: time

    @property
    def kept(self) -> str:
        """The slot as an answer keeps it."""
        days = self.day.isoformat() if self.day else ",".join(WEEKDAYS[i] for i in self.weekdays)
        return f"{days} {self.begins:%H:%M}-{self.ends:%H:%M}"


def _no_day(_said: str) -> date | None:
    return None


def read_slot(text: str, day_of: Callable[[str], date | None] = _no_day) -> Slot | None:
    """The slot in these words, None when they are none.

    ``day_of`` reads what is neither a date nor a weekday: "tomorrow".

    Weekdays may be written "tue,thu", "Tue Thu", "Tuesday and Thursday" or "mon-fri"; times
    "9", "9:00", "09.30" or "9h30", with "-", "to" or an en dash between them.
    """
    found = re.fullmatch(_SLOT, " ".join(text[:_LONGEST].lower().split()), re.ASCII)
    if found is None:
        return None
    begins, ends = _time(found["from"], found["fm"]), _time(found["to"], found["tm"])
    if begins is None or ends is None or begins >= ends:
        return None
    said = found["days"].strip(" ,")
    weekdays = _weekdays(said)
    day = None if weekdays else _day(said) or day_of(said)
    if day is None and not weekdays:
        return None
    return Slot(day=day, weekdays=weekdays, begins=begins, ends=ends)


def spelled_out(text: str) -> str:
    """A kept slot as the screen says it: "Tue, Thu 09:00 to 11:00"; other words as they are."""
    slot = read_slot(text)
    if slot is None:
        return text
    if slot.day is not None:
        days = periods.spelled_out(slot.day.isoformat())
    else:
        days = ", ".join(short_weekday(i) for i in slot.weekdays)
    return tr(
        "{days} {begins:%H:%M} to {ends:%H:%M}", days=days, begins=slot.begins, ends=slot.ends
    )


_SLOT = (
    r"(?P<days>.*?)[ ,]+(?:from |von )?(?P<from>\d{1,2})(?:[:.h](?P<fm>\d{2}))?h?"
    r" ?(?:-|\u2013|to|until|bis) ?(?P<to>\d{1,2})(?:[:.h](?P<tm>\d{2}))?h?"
)
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_HOUR = 23
_LONGEST = 200


def _time(hours: str, minutes: str | None) -> time | None:
    hour, minute = int(hours), int(minutes or 0)
    return time(hour, minute) if hour <= _LAST_HOUR and minute < 60 else None  # noqa: PLR2004 (minutes of an hour)


def _weekdays(said: str) -> tuple[int, ...]:
    """The days of the week in these words, none of them where one word is no weekday."""
    chosen: set[int] = set()
    for part in re.split(r" and | und |[ ,+/&]+", said):
        first, _, last = part.partition("-")
        begins, ends = _weekday(first), _weekday(last or first)
        if begins is None or ends is None or begins > ends:
            return ()
        chosen.update(range(begins, ends + 1))
    return tuple(sorted(chosen))


def _day(said: str) -> date | None:
    kept = periods.kept_day(said)
    return date.fromisoformat(kept) if kept else None


def _weekday(word: str) -> int | None:
    """A day of the week by the beginning of its name, in English or as the window writes it."""
    if len(word) < 2:  # noqa: PLR2004 ("t" is two days)
        return None
    for names in (_FULL, tuple(weekday_name(i).lower() for i in range(7))):
        known = [i for i, full in enumerate(names) if full.startswith(word)]
        if len(known) == 1:
            return known[0]
    return None
