"""The rules of a campaign in words: when it is tried again after what, how often, and by whom."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import short_weekday
from qualdesk.core.wording import listed, tr, tr_later, tr_n

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
    return tuple((tr(one.label), _line(one, limits)) for one in found)


def span_in_words(span: timedelta) -> str:
    """A rest as it stands behind "after": 30 min, 3 h, 7 days."""
    minutes = int(span.total_seconds() // 60)
    if minutes and minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return tr_n(days, "{n} day", "{n} days", about="after")
    if minutes and minutes % 60 == 0:
        return tr("{hours} h", hours=minutes // 60)
    return tr("{minutes} min", minutes=minutes)


def days_in_words(days: Iterable[int]) -> str:
    """Weekdays, Monday 0, with neighbours taken together: “Mon to Fri”, “Mon, Wed and Sat”."""
    found = sorted(days)
    if not found:
        return tr("no day")
    runs: list[list[int]] = [[found[0]]]
    for one, following in pairwise(found):
        if following == one + 1:
            runs[-1].append(following)
        else:
            runs.append([following])
    said = [part for run in runs for part in _run(run)]
    return listed(said)


def hours_line(limits: CallLimits) -> str:
    """When people are called, on their own clock."""
    opens, closes = (f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in limits.hours)
    return tr(
        "{days}, {opens} to {closes} on their own clock",
        days=days_in_words(limits.days),
        opens=opens,
        closes=closes,
    )


def _run(days: Sequence[int]) -> tuple[str, ...]:
    if len(days) > 2:  # noqa: PLR2004 - two days are named both
        return (
            tr("{first} to {last}", first=short_weekday(days[0]), last=short_weekday(days[-1])),
        )
    return tuple(short_weekday(day) for day in days)


def _line(one: Outcome, limits: CallLimits) -> str:
    rest = span_in_words(max(one.delay, limits.min_gap) if one.after in _RESTS else one.delay)
    grace = span_in_words(limits.grace)
    times = tr_n(limits.max_attempts, "once", "at most {n} times")
    if one.is_refusal:
        return tr("again after {rest}, or later where the law asks for it", rest=rest)
    if one.after in _RESTS:
        if one.after is After.DAY_PART:
            says = tr_later("again after {rest} in another part of the day, {times}")
        else:
            says = tr_later("again after {rest}, {times}")
        return tr(says, rest=rest, times=times)
    if one.after is After.PROMISE:
        return tr("at the time agreed, by who agreed it; after {grace} by anybody", grace=grace)
    if one.after is After.OPEN_PROMISE:
        return tr("after {rest} in another part of the day, by the same caller first", rest=rest)
    return tr("back after {rest}, unless another day is chosen", rest=rest)
