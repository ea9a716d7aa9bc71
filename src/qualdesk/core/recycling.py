"""What happens to a lead that sales sends back or does not answer: where it goes, and when."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.times import instant_of, local_time
from qualdesk.core.wording import tr, tr_later

UNREAD = "unread"
UNANSWERED = "unanswered"
"""Beside the reasons of a campaign: what a rule can be about."""

NOT_ANSWERED = tr_later("Sales did not answer")
"""Why a lead is with us again that sales never said anything of, as the workspace keeps it."""

MOST_DAYS = 3650


class RecycleTo(StrEnum):
    """Where a lead goes that sales does not want, or never answered."""

    QUEUE = "queue"
    NURTURE = "nurture"

    @property
    def label(self) -> str:
        """The place as the screen says it."""
        return tr(_PLACES[self])


@frozen
class RecycleRule:
    """What happens by itself to leads that come back for one reason.

    Attributes:
        when: a reason of the campaign, or :data:`UNREAD` or :data:`UNANSWERED`.
        after_days: how many days later they may be called again, 0 to 3650.
        track: where they are nurtured; empty for what the campaign's source card says.
    """

    when: str
    to: RecycleTo = RecycleTo.NURTURE
    after_days: int = 30
    track: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule about nothing, a wait that is none, and nurture without a date.

        Raises:
            ValueError: one of these.
        """
        if not self.when.strip():
            raise ValueError(tr("Say for which reason leads come back."))
        least = 1 if self.to is RecycleTo.NURTURE else 0
        if not least <= self.after_days <= MOST_DAYS:
            raise ValueError(
                tr("Leads come back after {least} to {most} days.", least=least, most=MOST_DAYS)
            )


USUAL_RULES = (RecycleRule(when=UNANSWERED),)
"""What a campaign starts with: what sales never answered is nurtured for thirty days."""


def rule_for(rules: Sequence[RecycleRule], when: str) -> RecycleRule | None:
    """The rule for leads that come back for this reason, the first one said; None without one.

    What nobody even read follows the rule for what was not answered, unless it has its own.
    """
    for about in (when, UNANSWERED) if when == UNREAD else (when,):
        for rule in rules:
            if rule.when.casefold() == about.casefold():
                return rule
    return None


def wake_at(rule: RecycleRule, now: datetime, zone: str) -> datetime:
    """When a lead that comes back by this rule may be called again, UTC.

    Days are those of the calendar in ``zone``: from the beginning of the day on. At once for a
    rule that waits no days.
    """
    return after_days(rule.after_days, now, zone)


def after_days(days: int, now: datetime, zone: str) -> datetime:
    """The beginning of the day that many days after today's in ``zone``, UTC; now for none."""
    if days == 0:
        return now
    day = local_time(now, zone).date() + timedelta(days=days)
    return instant_of(datetime.combine(day, time()), zone)


_PLACES = {
    RecycleTo.QUEUE: tr_later("Back to the queue"),
    RecycleTo.NURTURE: tr_later("Nurture"),
}
