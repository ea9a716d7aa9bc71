"""The place of a lead in the queue: one number made of parts, each a reason a caller can read.

The number is what the queue goes by: qualified conversations in 100 caller hours. Its parts are
whole, and what callers see adds up to it exactly.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from math import floor

from qualdesk.core.frozen import frozen
from qualdesk.core.index import POINTS, Part, points
from qualdesk.core.leads import Signals
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr


@frozen
class Reason:
    """One part of a lead's priority: the words, and the points they stand for."""

    code: str
    says: str
    points: int


@frozen
class Priority:
    """A lead's priority now. The points of the reasons add up to ``points`` exactly."""

    points: int
    reasons: tuple[Reason, ...]

    @property
    def why_now(self) -> tuple[Reason, ...]:
        """The reasons that speak for calling now, largest first: what the queue strip shows.

        What stands above every number, as a promise does, comes before them; the source, which
        all else is measured against, behind. A window that closes soon is always among them (Q1).
        """
        above = [reason for reason in self.reasons if reason.code in _ABOVE]
        ahead = [reason for reason in self.reasons if reason.points > 0]
        ahead.sort(key=lambda reason: (reason.code == _BASE, -reason.points))
        window = [reason for reason in self.reasons if reason.code == "window"]
        told = [reason for reason in (*above, *ahead) if reason not in window]
        return (*told[: _SHOWN - len(window)], *window)


def priority_of(parts: Iterable[Part], *above: Reason | None) -> Priority:
    """The priority made of the parts of an index, behind the reasons that stand above them.

    Parts are rounded so that their sum is the rounded index: whole points first, then one more
    for those whose rest is largest. A part that comes to nothing is left out, but for a window
    that closes.
    """
    found = list(parts)
    exact = [part.value * POINTS for part in found]
    whole = [floor(value) for value in exact]
    total = points(sum(part.value for part in found))
    by_rest = sorted(range(len(found)), key=lambda place: whole[place] - exact[place])
    for place in by_rest[: max(0, total - sum(whole))]:
        whole[place] += 1
    reasons = [
        Reason(code=part.code, says=part.says, points=count)
        for part, count in zip(found, whole, strict=True)
        if count or part.code == "window"
    ]
    first = tuple(reason for reason in above if reason is not None)
    return Priority(points=total, reasons=(*first, *reasons))


def told_of(parts: Iterable[Part], did: Signals) -> tuple[Part, ...]:
    """The same parts in words about one lead, where more is known than what its stack shares."""
    return tuple(
        replace(part, says=tr("Saw the demo"))
        if part.code == "interest" and did.saw_demo and part.value > 0
        else part
        for part in parts
    )


def callback_reason(due_at: datetime, zone: str, now: datetime) -> Reason:
    """A promise that is due stands above every fresh lead, whatever that is worth (Q4)."""
    says = tr("Call back due {at}", at=time_words(due_at, zone, now=now))
    return Reason(code="callback", says=says, points=0)


def pinned_reason() -> Reason:
    """Whom a supervisor pinned comes before every other fresh lead, whatever that is worth."""
    return Reason(code="pinned", says=tr("Pinned by a supervisor"), points=0)


_ABOVE = {"callback", "pinned"}
_BASE = "source"
_SHOWN = 4
