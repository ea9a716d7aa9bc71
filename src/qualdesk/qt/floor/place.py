"""The Floor in the window: its page, and over it the list behind a number."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.qt.work import Work


class FloorPlace(QWidget):
    """Holds the page, which is made when it is first asked for: few starts of a day need it."""

    changed = Signal(object)
    """What was touched here, as ``Changes``."""
    keys_changed = Signal()
    """Other keys work now: a list came to the front, or went."""
    lead_wanted = Signal(object)
    """The lead whose card is to be read, by its ``LeadId``."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._campaign: Campaign | None = None
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return ()

    def main(self) -> None:
        """The one big key: there is none."""

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show this campaign from now on."""
        self._campaign = campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: look again."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {}
