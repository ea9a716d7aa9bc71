"""What a calling rule says, in the words of a table: days, hours, limits, for whom."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Final

from qualdesk.core.country_names import country_name
from qualdesk.core.rules import (
    Audience,
    Enforcement,
    Ground,
    Register,
    RuleSet,
    RuleSource,
    Span,
)
from qualdesk.core.times import date_words, short_weekday
from qualdesk.core.wording import either, listed, tr, tr_later, tr_n

_WEEK: Final = 7
_AUDIENCES: Final = {
    Audience.CONSUMER: tr_later("consumers"),
    Audience.BUSINESS: tr_later("businesses"),
    Audience.UNKNOWN: tr_later("people of whom neither is known"),
}
_GROUNDS: Final = {
    Ground.CONSENT: tr_later("consent"),
    Ground.LAWFUL_BASIS: tr_later("lawful basis"),
    Ground.EXISTING_RELATIONSHIP: tr_later("existing relationship"),
    Ground.AGREED_TIME: tr_later("agreed time"),
}
_MUST_SAY: Final = {
    "caller_name": tr_later("caller name"),
    "company": tr_later("company"),
    "purpose": tr_later("purpose"),
    "right_to_object": tr_later("right to object"),
    "callback_number": tr_later("callback number"),
    "source": tr_later("source"),
}
_QUALITIES: Final = {
    "statute": tr_later("Statute"),
    "official": tr_later("Official"),
    "secondary": tr_later("Secondary"),
    "unverified": tr_later("Unverified"),
}


def place_words(one: RuleSet) -> tuple[str, str]:
    """The country, and the state of it where the set is a state's."""
    return country_name(one.country), one.subdivision


def effect_words(one: RuleSet) -> str:
    """Whether the set stops calls or warns of them."""
    return tr("Stops calls") if one.enforcement is Enforcement.BLOCK else tr("Warns")


def hours_words(one: RuleSet) -> tuple[str, ...]:
    """The hours day by day, days alike taken together: “Mon to Fri 09:00-20:00”."""
    found = []
    at = 0
    for spans, days in groupby(one.hours):
        count = len(list(days))
        if spans is not None:
            found.append(f"{_days(at, at + count - 1)} {_hours(spans)}")
        at += count
    if one.on_holidays and found:
        found.append(tr("Public holidays closed"))
    return tuple(found)


def audience_words(one: RuleSet) -> str:
    """Whom the set protects: “Consumers and people not known to be either”."""
    said = _audience(one)
    return said[:1].upper() + said[1:]


def protects_words(one: RuleSet) -> str:
    """The same as a statement: “Protects: consumers”."""
    return tr("Protects: {whom}", whom=_audience(one))


def quality_words(one: RuleSource) -> str:
    """How good a source is, in a word that begins a line."""
    known = _QUALITIES.get(one.quality)
    return tr(known) if known else one.quality


def fact_words(one: RuleSet) -> tuple[tuple[str, str], ...]:
    """What else it asks for, each with the icon it stands beside."""
    asks = either(tr(_GROUNDS[each]) for each in sorted(one.requires))
    lifts = either(tr(_GROUNDS[each]) for each in sorted(one.exempt_if))
    found = [
        ("repeat", _limits(one)),
        ("badge-check", tr("Asks for {grounds} before a call", grounds=asks) if asks else ""),
        ("check", tr("Hours do not count with {grounds}", grounds=lifts) if lifts else ""),
        ("ban", _after_refusal(one.after_refusal)),
        *(("list-checks", _look_up(each)) for each in one.registers),
        ("message-square", _must_say(one.script_must)),
    ]
    return tuple((icon, says) for icon, says in found if says)


def review_words(one: RuleSet) -> str:
    """When its facts were looked up, and when they should be again."""
    return tr(
        "Looked up on {day}, again by {due}",
        day=date_words(one.reviewed_on),
        due=date_words(one.review_due),
    )


def _days(first: int, last: int) -> str:
    if (first, last) == (0, _WEEK - 1):
        return tr("Every day")
    if last - first < 2:  # noqa: PLR2004 - two days are named both
        return listed(map(short_weekday, range(first, last + 1)))
    return tr("{first} to {last}", first=short_weekday(first), last=short_weekday(last))


def _hours(spans: Sequence[Span]) -> str:
    said = [f"{_clock(opens)}-{_clock(closes)}" for opens, closes in spans]
    return ", ".join(said) or tr("closed")


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours:02d}:{rest:02d}"


def _limits(one: RuleSet) -> str:
    said = ", ".join(limit.words for limit in one.limits)
    return tr("At most {limits}", limits=said) if said else ""


def _after_refusal(pause: timedelta | None) -> str:
    if not pause:
        return ""
    return tr_n(pause.days, "After a no: not for {n} day", "After a no: not for {n} days")


def _look_up(one: Register) -> str:
    return tr_n(
        one.max_age.days,
        "{register}: look people up at least every {n} day",
        "{register}: look people up at least every {n} days",
        register=one.name,
    )


def _must_say(parts: Sequence[str]) -> str:
    said = ", ".join(
        tr(_MUST_SAY[part]) if part in _MUST_SAY else part.replace("_", " ") for part in parts
    )
    return tr("Say at the start: {parts}", parts=said) if said else ""


def _audience(one: RuleSet) -> str:
    if one.audience >= set(Audience):
        return tr("everybody")
    return listed(tr(says) for whom, says in _AUDIENCES.items() if whom in one.audience)
