"""What waits for a supervisor: questions about lists, and calls to look at again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import Work


class AsksCard(QWidget):
    """A line that shows only when something waits for a supervisor."""

    changed = Signal(object)
    """What it touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """The lead somebody wants to see, by its id."""
    list_wanted = Signal(str)
    """The code of the list behind a number."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self.campaign: Campaign | None = None
        self.says = PlainLabel(face="body_strong", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.says, 1)
        reveal(self, shown=False)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what waits of this campaign from now on."""
        self.campaign = campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {}
