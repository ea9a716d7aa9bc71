"""The parts of an index as a caller reads them, beside the lead: short, and about this person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from qualdesk.core.beliefs import GIVEAWAY, NO_SHOW, fresh_level, hint_level, origin_of
from qualdesk.core.leads import PhoneKind
from qualdesk.core.sources import SourceType
from qualdesk.core.times import local_time, place_of, time_words
from qualdesk.core.traits import Interest, Role, Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What the words are about: a lead on its clock, and whether the part speaks for it.

    Attributes:
        is_gain: whether this part adds to the index, rather than takes from it.
        part: the part of their day it is.
        closes_in: the zone the window was agreed in, empty for the lead's own.
        age: hours since their interest began, None when nobody knows.
        weight: what the supervisor multiplies the campaign with.
    """

    traits: Traits
    zone: str
    now: datetime
    part: int
    age: float | None
    closes_at: datetime | None
    weight: float
    is_gain: bool
    closes_in: str = ""


def is_silent(code: str, seen: Seen) -> bool:
    """Whether this only says what did not happen or is not known: it sets no lead apart.

    Told as a reason, it would stand first on every row as soon as calls teach anything of
    everybody. It has no words.
    """
    return code in _SILENT and _SILENT[code](seen)


def words_of(code: str, seen: Seen) -> str:
    """One part in words; of those that are not silent."""
    return _WORDS[code](seen)


def age_words(hours: float) -> str:
    """An age in words, in the unit people would use: “3 hours”, “5 days”."""
    if hours < 1:
        return "less than an hour"
    count, unit = (hours, "hour") if hours < _TWO_DAYS else (hours / 24, "day")
    return f"{int(count)} {unit}{'' if int(count) == 1 else 's'}"


def _source(seen: Seen) -> str:
    traits = seen.traits
    if traits.source is SourceType.CONTENT_DOWNLOAD and traits.interest is Interest.DOWNLOAD:
        return _INTERESTS[Interest.DOWNLOAD]
    return _ORIGINS.get(origin_of(traits), traits.source.label)


def _age(seen: Seen) -> str:
    return f"Interest is {age_words(seen.age or 0.0)} old"


def _tries(seen: Seen) -> str:
    count = seen.traits.attempts
    if count == 0:
        return "First try"
    return f"{count} {'try' if count == 1 else 'tries'} so far"


def _hinted(seen: Seen) -> str:
    is_here = hint_level(seen.traits.hinted, seen.part) == "here"
    return "Said to be in now" if is_here else "Said to be in at another time"


def _fresh(seen: Seen) -> str:
    is_new = fresh_level(seen.traits, seen.age) == "hour"
    return "Came to us within the hour" if is_new else "Came to us within a day"


def _clock(seen: Seen) -> str:
    hour = local_time(seen.now, seen.zone).hour
    when = f"{_PEOPLE[seen.traits.role]} answer" if seen.is_gain else "fewer answer"
    return f"{hour} o'clock in {place_of(seen.zone)}, when {when}"


def _weekday(seen: Seen) -> str:
    day = _DAYS[local_time(seen.now, seen.zone).weekday()]
    return f"{day}, when {'more' if seen.is_gain else 'fewer'} answer"


def _window(seen: Seen) -> str:
    if seen.closes_at is None:
        return "Window has no end"
    agreed = seen.closes_in or seen.zone
    where = "" if agreed == seen.zone else f" in {place_of(agreed)}"
    return f"Window closes {time_words(seen.closes_at, agreed, now=seen.now)}{where}"


_TWO_DAYS = 48
_ORIGINS = {GIVEAWAY: "Only took the giveaway", NO_SHOW: "Registered, not known to have come"}
_INTERESTS = {
    Interest.GIVEAWAY: "Only took the giveaway",
    Interest.DOWNLOAD: "Only downloaded",
    Interest.LOOKED: "Did more at the source",
    Interest.ENGAGED: "Did much at the source",
}
_ROLES = {
    Role.EXECUTIVE: "Runs the company",
    Role.HEAD: "Leads a team",
    Role.SPECIALIST: "Leads nobody",
}
_PEOPLE = {
    Role.EXECUTIVE: "executives",
    Role.HEAD: "managers",
    Role.SPECIALIST: "specialists",
    Role.UNKNOWN: "people",
}
_PHONES = {
    PhoneKind.DIRECT: "Direct line",
    PhoneKind.MOBILE: "Mobile number",
    PhoneKind.MAIN: "Main line only",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS: Mapping[str, Callable[[Seen], str]] = {
    "source": _source,
    "curious": lambda _: "Few of these were called so far",
    "asked": lambda _: "Asked for a call",
    "interest": lambda seen: _INTERESTS[seen.traits.interest],
    "role": lambda seen: _ROLES[seen.traits.role],
    "age": _age,
    "phone": lambda seen: _PHONES[seen.traits.phone],
    "reached": lambda _: "Spoken to before",
    "tries": _tries,
    "tried": lambda _: "Tried in vain at this time of day",
    "hinted": _hinted,
    "fresh": _fresh,
    "clock": _clock,
    "weekday": _weekday,
    "later": lambda seen: "Better now than later" if seen.is_gain else "Can be called later too",
    "window": _window,
    "weight": lambda seen: f"Campaign counts {seen.weight:.0%}",
}
_SILENT: Mapping[str, Callable[[Seen], bool]] = {
    "asked": lambda seen: not seen.traits.asked,
    "interest": lambda seen: seen.traits.interest is Interest.SCANNED,
    "role": lambda seen: seen.traits.role is Role.UNKNOWN,
    "age": lambda seen: seen.age is None,
    "phone": lambda seen: seen.traits.phone is PhoneKind.UNKNOWN,
    "reached": lambda seen: not seen.traits.was_reached,
    "tried": lambda seen: not seen.traits.tried >> seen.part & 1,
    "hinted": lambda seen: hint_level(seen.traits.hinted, seen.part) == "none",
    "fresh": lambda seen: fresh_level(seen.traits, seen.age) == "none",
}
