"""People of sales as somebody choosing among them sees them: at work or not, and how laden."""

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_n


@frozen
class Receiving:
    """Somebody who can get leads.

    Attributes:
        given_today: leads they were given on their own day; ``per_day`` the most they take, None
            for any number.
        is_on_duty: whether they are on duty now; None where nobody said when they are.
        is_away: whether they are away today.
    """

    name: str
    given_today: int = 0
    per_day: int | None = None
    is_on_duty: bool | None = None
    is_away: bool = False

    @property
    def is_full(self) -> bool:
        """Whether they take no more leads today."""
        return self.per_day is not None and self.given_today >= self.per_day

    @property
    def says(self) -> str:
        """Both in a few words: "On duty. 3 of 10 leads today"."""
        return f"{self._at_work} {self._laden}".strip()

    @property
    def _at_work(self) -> str:
        if self.is_away:
            return tr("Away today.")
        if self.is_on_duty is None:
            return ""
        return tr("On duty.") if self.is_on_duty else tr("Off duty.")

    @property
    def _laden(self) -> str:
        if self.per_day is None:
            return tr_n(self.given_today, "{n} lead today", "{n} leads today")
        return tr_n(
            self.per_day,
            "{given} of {n} lead today",
            "{given} of {n} leads today",
            given=self.given_today,
        )
