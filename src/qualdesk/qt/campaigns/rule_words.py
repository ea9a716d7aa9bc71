"""The rules of a campaign in words: when it is tried again after what, how often, and by whom."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.sources import CallLimits

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHOWN: Final = (
    *("no_answer", "voicemail_left", "busy", "gatekeeper"),
    *("callback_fixed", "callback_open", "refused_soft", "nurture"),
)
_RESTS: Final = frozenset({After.REST, After.DAY_PART})


def outcome_lines(outcomes: Iterable[Outcome], limits: CallLimits) -> tuple[tuple[str, str], ...]:
    """What follows each outcome after which a lead comes back: its label, and the rest in words.

    Shown are the outcomes of the keys and the ways of a no; the order is that of the keys.
    """
    by_code = {one.code: one for one in outcomes}
    found = [by_code[code] for code in _SHOWN if code in by_code]
    return tuple((one.label, _line(one, limits)) for one in found)


def span_in_words(span: timedelta) -> str:
    """A rest as people say it: 30 min, 3 h, 7 days."""
    minutes = int(span.total_seconds() // 60)
    if minutes and minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return "1 day" if days == 1 else f"{days} days"
    if minutes and minutes % 60 == 0:
        return f"{minutes // 60} h"
    return f"{minutes} min"


def days_in_words(days: Iterable[int]) -> str:
    """Weekdays, Monday 0, with neighbours taken together: “Mon to Fri”, “Mon, Wed and Sat”."""
    found = sorted(days)
    if not found:
        return "no day"
    runs: list[list[int]] = [[found[0]]]
    for one, following in pairwise(found):
        if following == one + 1:
            runs[-1].append(following)
        else:
            runs.append([following])
    said = [part for run in runs for part in _run(run)]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def hours_line(limits: CallLimits) -> str:
    """When people are called, on their own clock."""
    opens, closes = (f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in limits.hours)
    return f"{days_in_words(limits.days)}, {opens} to {closes} on their own clock"


def _run(days: Sequence[int]) -> tuple[str, ...]:
    if len(days) > 2:  # noqa: PLR2004 - two days are named both
        return (f"{DAYS[days[0]]} to {DAYS[days[-1]]}",)
    return tuple(DAYS[day] for day in days)


def _line(one: Outcome, limits: CallLimits) -> str:
    rest = span_in_words(max(one.delay, limits.min_gap) if one.after in _RESTS else one.delay)
    grace = span_in_words(limits.grace)
    most = "once" if limits.max_attempts == 1 else f"at most {limits.max_attempts} times"
    other = " in another part of the day" if one.after is After.DAY_PART else ""
    if one.is_refusal:
        return f"again after {rest}, or later where the law asks for it"
    if one.after in _RESTS:
        return f"again after {rest}{other}, {most}"
    if one.after is After.PROMISE:
        return f"at the time agreed, by who agreed it; after {grace} by anybody"
    if one.after is After.OPEN_PROMISE:
        return f"after {rest} in another part of the day, by the same caller first"
    return f"back after {rest}, unless another day is chosen"
