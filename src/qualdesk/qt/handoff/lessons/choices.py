"""Which leads a report is about: of which campaigns, and of which period."""

from datetime import date

from qualdesk.core.campaigns import Campaign
from qualdesk.core.left_leads import Scope
from qualdesk.core.periods import spelled_out
from qualdesk.core.wording import tr
from qualdesk.qt.widgets.keyed import KeyedChoice

_CAMPAIGN, _CLIENT, _ALL = "campaign", "client", "all"
_MONTHS = 13


class ScopeChoice(KeyedChoice):
    """This campaign, all of its client, or all there are."""

    def __init__(self) -> None:
        super().__init__(tr("Which campaigns"))

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Offer what there is around this campaign."""
        values = [(_CAMPAIGN, tr("This campaign"))]
        if campaign is not None and campaign.client:
            values.append((_CLIENT, tr("All of {client}", client=campaign.client)))
        self.offer([*values, (_ALL, tr("All campaigns"))])

    def scope(self, campaign: Campaign, period: str = "") -> Scope:
        """What is chosen, as the desk takes it."""
        if self.key == _CLIENT:
            return Scope(client=campaign.client, period=period)
        if self.key == _ALL:
            return Scope(period=period)
        return Scope(campaign=campaign.id, period=period)


class PeriodChoice(KeyedChoice):
    """A month, a quarter or a year; where it may be, all the time there was."""

    def __init__(self, *, ever: bool) -> None:
        self._ever = ever
        super().__init__(tr("Which period"))

    def show_today(self, today: date) -> None:
        """Offer the months until today, the newest first, then quarters and years."""
        kept = [*_months(today), *_quarters(today), *(str(today.year - back) for back in (0, 1))]
        ever = [("", tr("Since the beginning"))] if self._ever else []
        self.offer([*ever, *((one, spelled_out(one)) for one in kept)])

    @property
    def period(self) -> str:
        """The period chosen, as it is kept; empty for ever."""
        return self.key


def _months(today: date) -> list[str]:
    last = today.year * 12 + today.month - 1
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(last, last - _MONTHS, -1)]


def _quarters(today: date) -> list[str]:
    last = today.year * 4 + (today.month - 1) // 3
    return [f"{at // 4}-Q{at % 4 + 1}" for at in range(last, last - 5, -1)]
