"""What a call now is worth: qualified conversations per caller minute, and why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from qualdesk.core.frozen import frozen
from qualdesk.core.odds import Odds
from qualdesk.core.outlook import Ahead, Outlook, bounded, hours_since, product
from qualdesk.core.waiting import unending
from qualdesk.core.why_now import Seen, is_silent, words_of

__all__ = [
    "Ahead",
    "Odds",
    "Outlook",
    "Part",
    "chances",
    "explained",
    "going_rate",
    "hours_since",
    "index_of",
    "points",
    "simple_index",
]

POINTS = 6000
"""Points are qualified conversations per 100 caller hours: the index per minute times this."""


@frozen
class Part:
    """One part of an index: the words, and the conversations per minute it adds or takes."""

    code: str
    says: str
    value: float


def index_of(
    odds: Odds, ahead: Ahead, now: datetime, rate: float, outlook: Outlook | None = None
) -> float:
    """Qualified conversations per caller minute of a dial now, over leaving the lead alone.

    ``rate`` is what a minute of this floor is worth elsewhere, in the same unit (see
    :func:`going_rate`); 0 when there is nobody else to call. Where many leads of a cell are
    looked at, one ``outlook`` of theirs saves most of the work.
    """
    if ahead.weight <= 0.0:
        return 0.0
    outlook = outlook or Outlook(odds, ahead, now)
    answer, qualify, minutes = outlook.chances(ahead.traits)
    share = outlook.share_of_now(ahead, rate) if odds.looks_ahead else 1.0
    share *= odds.curious(ahead.traits, now)
    return ahead.weight * answer * qualify / minutes * share


def simple_index(odds: Odds, ahead: Ahead, now: datetime, outlook: Outlook | None = None) -> float:
    """The same with nothing said of later: the chance that a dial qualifies, per minute."""
    answer, qualify, minutes = (outlook or Outlook(odds, ahead, now)).chances(ahead.traits)
    return max(0.0, ahead.weight) * answer * qualify / minutes


def chances(odds: Odds, ahead: Ahead, now: datetime) -> tuple[float, float, float]:
    """The chance of an answer now, that the conversation then qualifies, and the minutes."""
    return Outlook(odds, ahead, now).chances(ahead.traits)


def explained(odds: Odds, ahead: Ahead, now: datetime, rate: float) -> tuple[Part, ...]:
    """The parts of :func:`index_of`, in the words of a caller; they add up to it.

    Each is what the index gains or loses when that much more is known, in a fixed order: what
    the lead is, the person, the clock, and then what a later call would bring. What is not known
    of them counts with where they come from: it is the same for everybody, and no reason. A
    window that closes within a week is always among them.
    """
    outlook = Outlook(odds, ahead, now)
    seen = Seen(
        traits=ahead.traits,
        zone=ahead.zone,
        now=now,
        part=outlook.part,
        age=outlook.kin(ahead.traits).age,
        closes_at=ahead.closes_at,
        weight=ahead.weight,
        is_gain=True,
        closes_in=ahead.closes_in,
    )
    soon = ahead.closes_at is not None and now < ahead.closes_at <= now + _SOON
    parts: list[Part] = []
    before = 0.0
    for code, value in _growing(outlook, ahead, rate, seen):
        if value != before or not parts or (code == "window" and soon):
            says = words_of(code, replace(seen, is_gain=value > before))
            parts.append(Part(code=code, says=says, value=value - before))
        before = value
    return tuple(parts)


def points(value: float) -> int:
    """An index as people read it: qualified conversations per 100 caller hours."""
    return round(value * POINTS)


def going_rate(offers: Iterable[tuple[float, float]], minutes: float) -> float:
    """What a caller minute is worth elsewhere: the index of the last lead there is time for.

    Args:
        offers: for each stack its simple index and the caller minutes that all its leads take.
        minutes: the caller minutes there are. When they are enough for everybody, a minute is
            worth nothing elsewhere, and each lead can wait for its best hour.
    """
    left = minutes
    for worth, takes in sorted(offers, reverse=True):
        left -= takes
        if left < 0:
            return max(0.0, worth)
    return 0.0


def _growing(outlook: Outlook, ahead: Ahead, rate: float, seen: Seen) -> list[tuple[str, float]]:
    """The index as it grows part by part, from a lead of the source to the whole of this one."""
    if ahead.weight <= 0.0:
        return [("weight", 0.0)]
    odds = outlook.odds
    grown: list[tuple[str, float]] = []
    worth = 0.0
    steps = outlook.steps(ahead.traits)
    silent = [step for step in steps if is_silent(step.code, seen)]
    told = [step for step in steps if not is_silent(step.code, seen)]
    for count, step in enumerate(told, start=1):
        answer, qualify, minutes = bounded(odds, *product((*silent, *told[:count])))
        worth = answer * qualify / minutes
        grown.append((step.code, worth))
    share = 1.0
    if odds.looks_ahead:
        share = outlook.share_of_now(ahead, rate)
        if ahead.closes_at is None:
            grown.append(("later", worth * share))
        else:
            endless = unending(outlook.times, outlook.weekday, ahead.day_parts)
            unclosed = outlook.share_of_now(ahead, rate, endless)
            grown += [("later", worth * unclosed), ("window", worth * share)]
    share *= odds.curious(ahead.traits, outlook.now)
    grown += [("curious", worth * share), ("weight", ahead.weight * worth * share)]
    return grown


_SOON = timedelta(days=7)
