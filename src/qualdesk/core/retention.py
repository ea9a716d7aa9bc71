"""For how long people are kept after the last contact: the house's term and those of clients."""

from datetime import datetime
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_n

USUAL_MONTHS: Final = 36
"""Three years, as the French authority asks of those who were never customers."""
MOST_MONTHS: Final = 240


@frozen
class Terms:
    """For how many months people are kept, and whether they are erased by themselves then.

    Attributes:
        months: after the last contact.
        of_client, of_campaign: other terms, by the client's name and the campaign's number; the
            campaign's wins.
        by_itself: the timer erases them; else somebody does, from the list of who is due.
    """

    months: int = USUAL_MONTHS
    of_client: tuple[tuple[str, int], ...] = ()
    of_campaign: tuple[tuple[int, int], ...] = ()
    by_itself: bool = False

    def of(self, campaign_id: int, client: str) -> int:
        """The months that hold for the leads of a campaign."""
        own = dict(self.of_campaign).get(campaign_id)
        return dict(self.of_client).get(client, self.months) if own is None else own


@frozen
class DuePerson:
    """Somebody who is to be erased because nobody has been in contact with them for so long.

    Attributes:
        lead_id: one of their leads, the first.
        last_contact: when they were called last, or came in where nobody called them, UTC.
    """

    lead_id: LeadId
    name: str
    company: str
    campaign: str
    last_contact: datetime
    months: int

    @property
    def says(self) -> str:
        """Them in a line: who, of what, since when."""
        day = self.last_contact.date()
        return tr_n(
            self.months,
            "{who}, {campaign}: last contact {day} {year}, kept for {n} month.",
            "{who}, {campaign}: last contact {day} {year}, kept for {n} months.",
            who=", ".join(one for one in (self.name or tr("No name"), self.company) if one),
            campaign=self.campaign,
            day=day_words(day),
            year=day.year,
        )


def months_before(at: datetime, months: int) -> datetime:
    """The same time of day so many months before; the last day of a month that is shorter."""
    years, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    for day in range(at.day, at.day - 4, -1):
        try:
            return at.replace(year=years, month=month + 1, day=day)
        except ValueError:
            continue
    raise AssertionError("A month has 28 days at least.")
