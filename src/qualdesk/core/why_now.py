"""The parts of an index as a caller reads them, beside the lead: short, and about this person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from qualdesk.core.beliefs import GIVEAWAY, NO_SHOW, fresh_level, hint_level, origin_of
from qualdesk.core.leads import PhoneKind
from qualdesk.core.times import local_time, place_of, time_words
from qualdesk.core.traits import Interest, Role, Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What the words are about: a lead on its clock, and whether the part speaks for it.

    Attributes:
        is_gain: whether this part adds to the index, rather than takes from it.
        part: the part of their day it is.
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


def words_of(code: str, seen: Seen) -> str:
    """One part in words."""
    return _WORDS[code](seen)


def age_words(hours: float) -> str:
    """An age in words, in the unit people would use: “3 hours”, “5 days”."""
    if hours < 1:
        return "less than an hour"
    count, unit = (hours, "hour") if hours < _TWO_DAYS else (hours / 24, "day")
    return f"{int(count)} {unit}{'' if int(count) == 1 else 's'}"


def _source(seen: Seen) -> str:
    origin = origin_of(seen.traits)
    return _ORIGINS.get(origin, seen.traits.source.label)


def _age(seen: Seen) -> str:
    if seen.age is None:
        return "Interest of unknown age"
    return f"Interest is {age_words(seen.age)} old"


def _tries(seen: Seen) -> str:
    count = seen.traits.attempts
    if count == 0:
        return "First try"
    return f"{count} {'try' if count == 1 else 'tries'} so far"


def _tried(seen: Seen) -> str:
    if not seen.traits.tried >> seen.part & 1:
        return "Not tried at this time of day"
    return "Tried in vain at this time of day"


def _hinted(seen: Seen) -> str:
    level = hint_level(seen.traits.hinted, seen.part)
    return {"here": "Said to be in now", "elsewhere": "Said to be in at another time"}.get(
        level, "Nobody said when they are in"
    )


def _fresh(seen: Seen) -> str:
    level = fresh_level(seen.traits, seen.age)
    return {"hour": "Came to us within the hour", "day": "Came to us within a day"}.get(
        level, "Did not come to us lately"
    )


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
    return f"Window closes {time_words(seen.closes_at, seen.zone, now=seen.now)}"


_TWO_DAYS = 48
_ORIGINS = {GIVEAWAY: "Only took the giveaway", NO_SHOW: "Registered, not known to have come"}
_INTERESTS = {
    Interest.GIVEAWAY: "Only took the giveaway",
    Interest.DOWNLOAD: "Only downloaded",
    Interest.SCANNED: "Did no more at the source",
    Interest.LOOKED: "Did more at the source",
    Interest.ENGAGED: "Did much at the source",
}
_ROLES = {
    Role.EXECUTIVE: "Runs the company",
    Role.HEAD: "Leads a team",
    Role.SPECIALIST: "Leads nobody",
    Role.UNKNOWN: "Role not known",
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
    PhoneKind.UNKNOWN: "Kind of line not known",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS: Mapping[str, Callable[[Seen], str]] = {
    "source": _source,
    "curious": lambda _: "Few of these were called so far",
    "asked": lambda seen: "Asked for a call" if seen.traits.asked else "Did not ask for a call",
    "interest": lambda seen: _INTERESTS[seen.traits.interest],
    "role": lambda seen: _ROLES[seen.traits.role],
    "age": _age,
    "phone": lambda seen: _PHONES[seen.traits.phone],
    "reached": lambda seen: "Spoken to before" if seen.traits.was_reached else "Never spoken to",
    "tries": _tries,
    "tried": _tried,
    "hinted": _hinted,
    "fresh": _fresh,
    "clock": _clock,
    "weekday": _weekday,
    "later": lambda seen: "Better now than later" if seen.is_gain else "Can be called later too",
    "window": _window,
    "weight": lambda seen: f"Campaign counts {seen.weight:.0%}",
}
