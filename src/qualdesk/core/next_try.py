"""When a lead may be tried again: limits, law, hours and window, and the best part of the day."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from qualdesk.core.calling_rules import (
    CallHours,
    all_parts,
    day_part,
    next_open,
    open_in_parts,
    open_in_spans,
)
from qualdesk.core.frozen import frozen
from qualdesk.core.offers import Voicemail
from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.rules import Span
from qualdesk.core.times import instant_of, local_time

SOON = timedelta(hours=1)
"""What lies within it is counted in minutes; what lies behind it is a whole minute."""


@frozen
class Standing:
    """How a lead stands when an outcome is chosen: all that decides what becomes of it.

    Attributes:
        closes_at: when this one lead's own window closes, beside the campaign's.
        attempts: tries so far, the call in progress included; ``tried_on`` is the day of the
            last one on their clock, ``tried_that_day`` how many there were on it.
        is_on_call: False while Ready: an outcome then counts the call about to be made.
        next_number: another number of the person that can be dialled, as it is shown;
            ``new_number`` the one that was given on this call instead.
        tries: the calls to them so far, as far back as a limit of the law reaches.
        tried_parts: the parts of their day that were tried in vain since somebody was last
            reached, as bits; ``hinted_parts`` those in which somebody said they are in.
        due_at: when a promised call back is due, None when there is none; ``is_agreed``: at a
            time they named, and not one that was chosen for them.
        referral: who was named instead, empty when nobody was.
        event_ends_at: when the campaign's event is over, UTC; None where there is none.
        voicemail: how messages are left, None where the campaign is about no messages;
            ``messages`` how many were left already.
        lacks: what is missing for Qualified, empty when nothing is; ``answers_needed`` how
            many answers of it are still open.
    """

    hours: CallHours
    closes_at: datetime | None = None
    attempts: int = 0
    tried_on: date | None = None
    tried_that_day: int = 0
    last_attempt_at: datetime | None = None
    tries: tuple[datetime, ...] = ()
    tried_parts: int = 0
    hinted_parts: int = 0
    is_on_call: bool = False
    due_at: datetime | None = None
    is_agreed: bool = True
    next_number: str = ""
    new_number: str = ""
    referral: str = ""
    event_ends_at: datetime | None = None
    voicemail: Voicemail | None = None
    messages: int = 0
    lacks: str = ""
    answers_needed: int = 0

    @property
    def zone(self) -> str:
        """The clock their times are said in; the window's while nobody knows theirs."""
        return self.hours.zones[0] if self.hours.zones else self.hours.window.zone

    @property
    def ends_at(self) -> datetime | None:
        """When calling stops being worthwhile: the earlier of both windows."""
        ends = [at for at in (self.hours.window.closes_at, self.closes_at) if at is not None]
        return min(ends, default=None)

    @property
    def agreed_at(self) -> datetime | None:
        """The time they named for a call back, None where they named none."""
        return self.due_at if self.is_agreed else None

    def part_of(self, at: datetime) -> int:
        """The part of their day an instant lies in, as a bit."""
        return 1 << day_part(at, self.zone, self.hours.limits.day_parts)

    def tried_after(self, outcome: Outcome, now: datetime) -> int:
        """The parts of their day tried in vain once a call has ended so."""
        if outcome.was_reached:
            return 0
        return self.tried_parts | (self.part_of(now) if outcome.in_vain else 0)

    def turns_number(self, outcome: Outcome, now: datetime) -> bool:
        """Whether their next number has its turn: every part of the day was tried on this one."""
        tried = self.tried_after(outcome, now)
        is_over = outcome.in_vain and all_parts(self.hours.limits) & ~tried == 0
        return is_over and bool(self.next_number)


class Wish(NamedTuple):
    """When the next try should be, where the rules leave a choice."""

    outcome: Outcome
    hinted: Sequence[Span] = ()

    def choices(
        self, standing: Standing, now: datetime, start: datetime
    ) -> Iterator[datetime | None]:
        """When it should be, the best choice first: what they said, an untried part, another."""
        hours, outcome = standing.hours, self.outcome
        if self.hinted:
            yield open_in_spans(hours, start, self.hinted)
        if outcome.after not in {After.DAY_PART, After.OPEN_PROMISE}:
            return
        tried = standing.tried_after(outcome, now)
        if standing.turns_number(outcome, now):
            tried = 0
        every = all_parts(hours.limits)
        other = every & ~standing.part_of(now)
        for parts in (standing.hinted_parts & ~tried, other & ~tried, other):
            if parts & every:
                yield open_in_parts(hours, start, parts)


def next_try(
    outcome: Outcome, standing: Standing, now: datetime, hinted: Sequence[Span]
) -> datetime | None:
    """The first instant at which every limit, every clock and the window allow another try.

    In another part of their day where the outcome asks for one, and in the spans that somebody
    named (``hinted``), where the window leaves the choice. After somebody declined not before the
    law allows it. None when there is no such instant.
    """
    delay = outcome.delay
    if outcome.is_refusal:
        today = local_time(now, standing.zone).date()
        delay = max(delay, standing.hours.law.pause_after_refusal(today) or delay)
    return allowed_from(standing, now, now + delay, Wish(outcome, hinted))


def allowed_from(
    standing: Standing, now: datetime, earliest: datetime, wish: Wish | None = None
) -> datetime | None:
    """The first instant from ``earliest`` on at which limits, law, hours and window allow a try.

    None when there is none before calling stops being worthwhile, or within eight full days.
    """
    ends_at = standing.ends_at
    law, tries = standing.hours.law, _tries_with_this(standing, now)
    if standing.last_attempt_at is not None:
        earliest = max(earliest, standing.last_attempt_at + standing.hours.limits.min_gap)
    if earliest - now > SOON:
        earliest = _whole_minute(earliest)
    for _ in range(_DAYS_AHEAD):
        start = max(earliest, standing.hours.window.opens_at or earliest)
        found = _open_at(wish, standing, now, start)
        if found is None or (ends_at is not None and found >= ends_at):
            return None
        day = local_time(found, standing.zone).date()
        is_full = standing.tried_that_day >= standing.hours.limits.max_per_day
        rested = law.next_try(found, tries)
        if rested is None and not (is_full and day == standing.tried_on):
            return found
        tomorrow = instant_of(
            datetime(day.year, day.month, day.day) + timedelta(days=1),  # noqa: DTZ001 - wall time
            standing.zone,
        )
        earliest = tomorrow if rested is None else _whole_minute(rested)
    return None


def _tries_with_this(standing: Standing, now: datetime) -> tuple[datetime, ...]:
    """The calls the law counts, the one that ends now or was made last among them."""
    last = standing.last_attempt_at
    counted = {*standing.tries, *((last,) if last else ())}
    return tuple(sorted(at for at in counted if at <= now))


def _open_at(
    wish: Wish | None, standing: Standing, now: datetime, start: datetime
) -> datetime | None:
    """The first open instant from ``start``; the one wished for where the window leaves it."""
    ends_at = standing.ends_at
    for found in wish.choices(standing, now, start) if wish else ():
        # Better the same part again than not at all.
        if found is not None and (ends_at is None or found < ends_at):
            return found
    return next_open(standing.hours, start)


def _whole_minute(at: datetime) -> datetime:
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(minutes=1)


_DAYS_AHEAD = 8
