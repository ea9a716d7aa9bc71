"""The event a campaign is about: before it people are asked to come, after it they qualify."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later


class Phase(StrEnum):
    """On which side of its event a campaign's call lies; without an event it is after (Q1)."""

    BEFORE = "before"
    AFTER = "after"


class Attendance(StrEnum):
    """How somebody stands with the event.

    The first three are what they said before it, the last three what a list of those who were
    there says. UNSAID: nobody has said anything yet.
    """

    UNSAID = ""
    REGISTERED = "registered"
    COMING = "coming"
    CANNOT = "cannot"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    NEVER_REGISTERED = "never_registered"

    @property
    def label(self) -> str:
        """The standing as the screen says it."""
        return tr(_LABELS[self])


SAID_BEFORE = frozenset({Attendance.REGISTERED, Attendance.COMING, Attendance.CANNOT})
"""What somebody can say before the event."""
EXPECTED = frozenset({Attendance.REGISTERED, Attendance.COMING})
"""Who is missed when they do not come."""


@frozen
class CampaignEvent:
    """When the event begins and ends, UTC. It is shown on the clock of the campaign's window."""

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        """Refuse an event that ends before it starts.

        Raises:
            Refused: it does.
        """
        if self.ends_at <= self.starts_at:
            raise Refused(tr("The event ends before it starts. Give it a later end."))

    def phase(self, at: datetime) -> Phase:
        """The side of the event on which ``at`` lies: the flip is at its end."""
        return Phase.BEFORE if at < self.ends_at else Phase.AFTER


@frozen
class AttendanceCounts:
    """How many leads of a campaign stand how with its event; the counts add up to ``total``."""

    counts: Mapping[Attendance, int]
    total: int

    def of(self, how: Attendance) -> int:
        """How many leads stand so."""
        return self.counts.get(how, 0)

    @property
    def adds_up(self) -> bool:
        """Whether every lead stands in exactly one way."""
        return sum(self.counts.values()) == self.total


_LABELS = {
    Attendance.UNSAID: tr_later("Not said yet"),
    Attendance.REGISTERED: tr_later("Registered"),
    Attendance.COMING: tr_later("Will come"),
    Attendance.CANNOT: tr_later("Cannot come"),
    Attendance.ATTENDED: tr_later("Attended"),
    Attendance.NO_SHOW: tr_later("Did not come"),
    Attendance.NEVER_REGISTERED: tr_later("Never registered"),
}
