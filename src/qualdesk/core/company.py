"""A company beside the person who is called: who else is there, and how it went with them."""

from datetime import datetime

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, within


@frozen
class Colleague:
    """Somebody else at the company who is a lead of the same client.

    Attributes:
        called_at: when they were called last, UTC; None when nobody has called them.
        called_by: who called.
        ended: what came of it, in the words of the outcome; where they stand before any call.
        held_by: who has them in hand now, empty for nobody.
    """

    lead_id: LeadId
    name: str
    title: str = ""
    called_at: datetime | None = None
    called_by: str = ""
    ended: str = ""
    held_by: str = ""

    def says(self, zone: str) -> str:
        """How it went with them, in a line; ``zone`` is the clock days are said by."""
        who = f"{self.name}, {self.title}" if self.title else self.name
        if self.held_by:
            return tr("{who}: with {caller} now", who=who, caller=self.held_by)
        if self.called_at is None:
            return tr("{who}: not called yet", who=who)
        day = day_words(local_time(self.called_at, zone).date())
        return f"{who}: {within(self.ended)}, {day}, {self.called_by}"


@frozen
class CompanyStrip:
    """A company's other people, those called last first.

    Attributes:
        more: how many there are beyond those listed.
        yours_until: until when its leads come to this caller alone, UTC; None when they do not.
    """

    company: str = ""
    colleagues: tuple[Colleague, ...] = ()
    more: int = 0
    yours_until: datetime | None = None


NO_COMPANY = CompanyStrip()
