"""The place of a lead in the queue: a sum of parts, each a reason a caller can read.

Quality beats quantity (Q2): who asked for a call comes first, who only took the giveaway
comes last, and a window about to close lifts everybody in it. The points are round start
values; what callers see is exactly what is added.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from qualdesk.core.leads import Signals
from qualdesk.core.sources import SourceType
from qualdesk.core.times import time_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One part of a lead's priority: the words, and the points they stand for."""

    code: str
    says: str
    points: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Priority:
    """A lead's priority now. The points of the reasons add up to ``points`` exactly."""

    points: int
    reasons: tuple[Reason, ...]

    @property
    def why_now(self) -> tuple[Reason, ...]:
        """The reasons that speak for calling now, largest first: what the queue strip shows."""
        ahead = [reason for reason in self.reasons if reason.points > 0]
        return tuple(sorted(ahead, key=lambda reason: -reason.points)[:4])


def standing_reasons(signals: Signals, attempts: int) -> tuple[Reason, ...]:
    """The parts that change only when the lead changes. Their sum is the stored rank."""
    source = Reason(
        code="source", says=f"{signals.source.label}", points=SOURCE_POINTS[signals.source]
    )
    parts = [source]
    if signals.asked_for_call:
        parts.append(Reason(code="asked", says="Asked for a call", points=30))
    if signals.saw_demo:
        parts.append(Reason(code="demo", says="Saw the demo", points=10))
    extra = max(0, signals.engagement - signals.asked_for_call - signals.saw_demo)
    if extra:
        parts.append(Reason(code="did_more", says="Did more at the source", points=4 * extra))
    if signals.giveaway_only:
        parts.append(Reason(code="giveaway", says="Only took the giveaway", points=-15))
    if signals.download_only:
        parts.append(Reason(code="download", says="Only downloaded", points=-4))
    if attempts == 0:
        parts.append(Reason(code="first", says="First try", points=8))
    else:
        tries = f"{attempts} {'try' if attempts == 1 else 'tries'} so far"
        parts.append(Reason(code="tries", says=tries, points=-4 * min(attempts, 5)))
    return tuple(parts)


def rank_of(signals: Signals, attempts: int) -> int:
    """The stored part of the priority: what the queue's index is ordered by."""
    return sum(reason.points for reason in standing_reasons(signals, attempts))


def window_reason(closes_at: datetime | None, zone: str, now: datetime) -> Reason | None:
    """The part a closing window adds: the same for every lead of a campaign."""
    if closes_at is None or closes_at <= now:
        return None
    for within, points in WINDOW_POINTS:
        if closes_at - now <= within:
            says = f"Window closes {time_words(closes_at, zone, now=now)}"
            return Reason(code="window", says=says, points=points)
    return None


def callback_reason(due_at: datetime, zone: str, now: datetime) -> Reason:
    """The part a promise adds: enough to stand above every fresh lead (Q4)."""
    says = f"Call back due {time_words(due_at, zone, now=now)}"
    return Reason(code="callback", says=says, points=CALLBACK_POINTS)


def priority(*parts: Reason | None, standing: tuple[Reason, ...]) -> Priority:
    """The priority of a lead from its standing reasons and those of the moment."""
    reasons = tuple(reason for reason in (*parts, *standing) if reason is not None)
    return Priority(points=sum(reason.points for reason in reasons), reasons=reasons)


# More than lies between the best and the worst of all other sums.
CALLBACK_POINTS = 150
WINDOW_POINTS = (
    (timedelta(days=1), 24),
    (timedelta(days=3), 16),
    (timedelta(days=7), 8),
)
SOURCE_POINTS = {
    SourceType.CONTACT_FORM: 24,
    SourceType.REFERRAL: 22,
    SourceType.TRADE_SHOW: 18,
    SourceType.WEBINAR: 16,
    SourceType.CONFERENCE: 16,
    SourceType.RESEARCH: 10,
    SourceType.CONTENT_DOWNLOAD: 8,
    SourceType.LIST: 6,
    SourceType.OTHER: 6,
}
