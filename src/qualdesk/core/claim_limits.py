"""How many leads a caller of a team may be shown, and how fast: the limits of harvesting.

A caller sees one lead whole while they hold it. Whoever took a lead, read it, gave it back and
took the next as fast as a program can would have read a whole list within minutes. So the
database counts: each lead that is put into a caller's hands, of whatever kind the claim is.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from qualdesk.core.frozen import frozen

LEASE: Final = timedelta(minutes=15)
LEASES: Final[Mapping[str, timedelta]] = MappingProxyType(
    {"open": LEASE, "next": LEASE, "undo": timedelta(seconds=10), "offline": LEASE * 2}
)
"""How long a claim of each kind lasts, unless it is renewed.

What was taken along lasts twice as long as what is in hand: it has to wait for the call before it.
Not longer, for without a line nobody hears that somebody asked not to be called meanwhile.
"""

MOST_ALONG: Final = 10
"""As many leads may be taken along at most, whatever a supervisor says: what half an hour takes."""

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(hours=24)
"""Both spans end now: what counts is any sixty minutes and any 24 hours, in no zone."""

LOG_KEPT: Final = timedelta(days=400)
"""So long it stays known who was shown which lead: a year, and the month after it to ask in."""

NEAR_PERCENT: Final = 80
"""From here on a supervisor is told."""


@frozen
class ClaimLimits:
    """What one caller, or all of whom nothing else is said, may take.

    Attributes:
        seconds_between: the least seconds from one lead to the next.
        per_hour: leads in any sixty minutes.
        per_day: leads in any 24 hours.
        offline: leads that may be taken along for when the server cannot be reached.
    """

    seconds_between: int = 3
    per_hour: int = 60
    per_day: int = 400
    offline: int = 0


USUAL: Final = ClaimLimits()
"""What counts in a team until a supervisor writes something else."""

LOOK_UPS_PER_HOUR: Final = 120
"""How often a caller may ask each of the paced look-ups in any sixty minutes.

Twice as many as leads: about each lead one may be asked who is next and who else is known at its
company, once again after a mistake. A program that asks for name after name comes to its end
within two minutes, with as many names as that.
"""


@frozen
class LimitUse:
    """Where one caller stands.

    Attributes:
        caller: their name.
        limits: what counts for them.
        this_hour: leads they were given in the last sixty minutes.
        today: the same of the last 24 hours.
        is_near: whether they are at four fifths of one of the two, or over.
        until: until when these limits count, UTC; None where they count for good.
    """

    caller: str
    limits: ClaimLimits
    this_hour: int
    today: int
    is_near: bool
    until: datetime | None = None


@frozen
class ClaimAlarm:
    """Somebody came near a limit.

    Attributes:
        at: when they were given the lead that did it, UTC.
        span: ``hour`` or ``day``.
        taken: leads they had been given in that span by then; ``allowed``: the limit then.
    """

    at: datetime
    caller: str
    span: str
    taken: int
    allowed: int


def is_near(limits: ClaimLimits, this_hour: int, today: int) -> bool:
    """Whether so many leads are four fifths of what is allowed in an hour or in a day."""
    spans = ((this_hour, limits.per_hour), (today, limits.per_day))
    return any(taken * 100 >= allowed * NEAR_PERCENT for taken, allowed in spans)
