"""The parts of an index as a caller reads them, beside the lead: short, and about this person."""

from collections.abc import Callable, Mapping
from datetime import datetime

from qualdesk.core.beliefs import GIVEAWAY, NO_SHOW, fresh_level, hint_level, origin_of
from qualdesk.core.frozen import frozen
from qualdesk.core.leads import PhoneKind
from qualdesk.core.list_words import counted
from qualdesk.core.sources import SourceType
from qualdesk.core.times import local_time, place_of, time_words, weekday_name
from qualdesk.core.traits import Interest, Role, Traits
from qualdesk.core.wording import tr, tr_later, tr_n


@frozen
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
        return tr("less than an hour")
    return counted(int(hours), "hour") if hours < _TWO_DAYS else counted(int(hours / 24), "day")


def _source(seen: Seen) -> str:
    traits = seen.traits
    if traits.source is SourceType.CONTENT_DOWNLOAD and traits.interest is Interest.DOWNLOAD:
        return tr(_INTERESTS[Interest.DOWNLOAD])
    known = _ORIGINS.get(origin_of(traits))
    return tr(known) if known else traits.source.label


def _age(seen: Seen) -> str:
    return tr("Interest is {age} old", age=age_words(seen.age or 0.0))


def _tries(seen: Seen) -> str:
    count = seen.traits.attempts
    if count == 0:
        return tr("First try")
    return tr_n(count, "{n} try so far", "{n} tries so far")


def _hinted(seen: Seen) -> str:
    is_here = hint_level(seen.traits.hinted, seen.part) == "here"
    return tr("Said to be in now") if is_here else tr("Said to be in at another time")


def _fresh(seen: Seen) -> str:
    is_new = fresh_level(seen.traits, seen.age) == "hour"
    return tr("Came to us within the hour") if is_new else tr("Came to us within a day")


def _clock(seen: Seen) -> str:
    hour = local_time(seen.now, seen.zone).hour
    says = _ANSWER[seen.traits.role] if seen.is_gain else _FEWER_ANSWER
    return tr(says, hour=hour, place=place_of(seen.zone))


def _weekday(seen: Seen) -> str:
    day = weekday_name(local_time(seen.now, seen.zone).weekday())
    if seen.is_gain:
        return tr("{day}, when more answer", day=day)
    return tr("{day}, when fewer answer", day=day)


def _window(seen: Seen) -> str:
    if seen.closes_at is None:
        return tr("Window has no end")
    agreed = seen.closes_in or seen.zone
    at = time_words(seen.closes_at, agreed, now=seen.now)
    if agreed == seen.zone:
        return tr("Window closes {at}", at=at)
    return tr("Window closes {at} in {place}", at=at, place=place_of(agreed))


_TWO_DAYS = 48
_ORIGINS = {
    GIVEAWAY: tr_later("Only took the giveaway"),
    NO_SHOW: tr_later("Registered, not known to have come"),
}
_INTERESTS = {
    Interest.GIVEAWAY: tr_later("Only took the giveaway"),
    Interest.DOWNLOAD: tr_later("Only downloaded"),
    Interest.LOOKED: tr_later("Did more at the source"),
    Interest.ENGAGED: tr_later("Did much at the source"),
}
_ROLES = {
    Role.EXECUTIVE: tr_later("Runs the company"),
    Role.HEAD: tr_later("Leads a team"),
    Role.SPECIALIST: tr_later("Leads nobody"),
}
_ANSWER = {
    Role.EXECUTIVE: tr_later("{hour} o'clock in {place}, when executives answer"),
    Role.HEAD: tr_later("{hour} o'clock in {place}, when managers answer"),
    Role.SPECIALIST: tr_later("{hour} o'clock in {place}, when specialists answer"),
    Role.UNKNOWN: tr_later("{hour} o'clock in {place}, when people answer"),
}
_FEWER_ANSWER = tr_later("{hour} o'clock in {place}, when fewer answer")
_PHONES = {
    PhoneKind.DIRECT: tr_later("Direct line"),
    PhoneKind.MOBILE: tr_later("Mobile number"),
    PhoneKind.MAIN: tr_later("Main line only"),
}
_WORDS: Mapping[str, Callable[[Seen], str]] = {
    "source": _source,
    "curious": lambda _: tr("Few of these were called so far"),
    "asked": lambda _: tr("Asked for a call"),
    "interest": lambda seen: tr(_INTERESTS[seen.traits.interest]),
    "role": lambda seen: tr(_ROLES[seen.traits.role]),
    "age": _age,
    "phone": lambda seen: tr(_PHONES[seen.traits.phone]),
    "reached": lambda _: tr("Spoken to before"),
    "tries": _tries,
    "tried": lambda _: tr("Tried in vain at this time of day"),
    "hinted": _hinted,
    "fresh": _fresh,
    "clock": _clock,
    "weekday": _weekday,
    "later": lambda seen: (
        tr("Better now than later") if seen.is_gain else tr("Can be called later too")
    ),
    "window": _window,
    "weight": lambda seen: tr("Campaign counts {weight:.0%}", weight=seen.weight),
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
