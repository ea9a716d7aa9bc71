"""The card "Will we finish before the window closes?": the forecast, and what would change it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr
from qualdesk.qt.widgets.card import Card, Heading
from qualdesk.qt.work import Work


class ForecastCard(Card):
    """Whether the leads of a campaign will be finished by its close."""

    changed = Signal(object)
    lead_wanted = Signal(object)
    list_wanted = Signal(str)

    def __init__(self, work: Work, clock: Clock, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._clock, self._zone = work, clock, zone
        self._campaign: Campaign | None = None
        column = QVBoxLayout(self)
        column.addWidget(Heading(tr("Will we finish before the window closes?")))
        column.addStretch(1)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show the forecast of this campaign from now on."""
        self._campaign = campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask for the forecast again."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its keys do, by command."""
        return {}
