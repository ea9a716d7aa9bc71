"""What a calling rule says, in the words of a table: days, hours, limits, for whom."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Final

from qualdesk.core.country_names import country_name
from qualdesk.core.rules import Audience, Enforcement, RuleSet, Span, day_in_words

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_AUDIENCES: Final = {
    Audience.CONSUMER: "consumers",
    Audience.BUSINESS: "businesses",
    Audience.UNKNOWN: "people of whom neither is known",
}


def place_words(one: RuleSet) -> tuple[str, str]:
    """The country, and the state of it where the set is a state's."""
    return country_name(one.country), one.subdivision


def effect_words(one: RuleSet) -> str:
    """Whether the set stops calls or warns of them."""
    return "Stops calls" if one.enforcement is Enforcement.BLOCK else "Warns"


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
        found.append("Public holidays closed")
    return tuple(found)


def audience_words(one: RuleSet) -> str:
    """Whom the set protects: “Consumers and people not known to be either”."""
    if one.audience >= set(Audience):
        return "Everybody"
    named = [words for audience, words in _AUDIENCES.items() if audience in one.audience]
    said = " and ".join(named)
    return said[:1].upper() + said[1:]


def fact_words(one: RuleSet) -> tuple[tuple[str, str], ...]:
    """What else it asks for, each with the icon it stands beside."""
    asks = [each.value.replace("_", " ") for each in sorted(one.requires)]
    lifts = [each.value.replace("_", " ") for each in sorted(one.exempt_if)]
    found = [
        ("repeat", _limits(one)),
        ("badge-check", f"Asks for {' or '.join(asks)} before a call" if asks else ""),
        ("check", f"Hours do not count with {' or '.join(lifts)}" if lifts else ""),
        ("ban", _after_refusal(one.after_refusal)),
        *(("list-checks", f"{each.name}: {_look_up(each.max_age)}") for each in one.registers),
        ("message-square", _must_say(one.script_must)),
    ]
    return tuple((icon, says) for icon, says in found if says)


def review_words(one: RuleSet) -> str:
    """When its facts were looked up, and when they should be again."""
    return f"Looked up on {day_in_words(one.reviewed_on)}, again by {day_in_words(one.review_due)}"


def _days(first: int, last: int) -> str:
    if (first, last) == (0, len(_DAYS) - 1):
        return "Every day"
    if last - first < 2:  # noqa: PLR2004 - two days are named both
        return " and ".join(_DAYS[first : last + 1])
    return f"{_DAYS[first]} to {_DAYS[last]}"


def _hours(spans: Sequence[Span]) -> str:
    said = [f"{_clock(opens)}-{_clock(closes)}" for opens, closes in spans]
    return ", ".join(said) or "closed"


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours:02d}:{rest:02d}"


def _limits(one: RuleSet) -> str:
    said = ", ".join(limit.words for limit in one.limits)
    return f"At most {said}" if said else ""


def _after_refusal(pause: timedelta | None) -> str:
    return f"After a no: not for {pause.days} days" if pause else ""


def _look_up(max_age: timedelta) -> str:
    return f"look people up at least every {max_age.days} days"


def _must_say(parts: Sequence[str]) -> str:
    said = ", ".join(part.replace("_", " ") for part in parts)
    return f"Say at the start: {said}" if said else ""
