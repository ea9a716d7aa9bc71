"""Who is on the phones now, what each does, and which call backs are late."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr
from qualdesk.qt.widgets.card import Card, Heading
from qualdesk.qt.work import Work


class PhonesCard(Card):
    """The card of the Floor with everybody who calls for a campaign."""

    changed = Signal(object)
    """What an act from here touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """Somebody wants to see a lead: its ``LeadId``."""
    list_wanted = Signal(str)
    """Somebody wants the list behind a number: its code."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._campaign: Campaign | None = None
        self.column = QVBoxLayout(self)
        self.column.addWidget(Heading(tr("On the phones now"), face="card_title"))

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show who calls for this campaign from now on."""
        self._campaign = campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {}
