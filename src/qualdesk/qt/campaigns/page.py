"""The page of one campaign: its sections, what is missing, and the leads that come first."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.work import Work


class CampaignPage(QWidget):
    """What a campaign says and works by, saved as it is typed."""

    changed = Signal(object)
    """What was touched, as ``Changes``."""
    left = Signal()
    saved_said = Signal(str)
    """Saved, Saving, or why it is not saved yet."""
    script_wanted = Signal(object, str)
    """The script of this ``Campaign`` with this id is to be opened."""
    definition_wanted = Signal(object, str)
    """The definition of this ``Campaign`` with this id is to be opened."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._choosing, self._zone = work, clock, choosing, zone
        self.campaign: Campaign | None = None
        self._script_id = ""
        self._definition_id = ""
        self._name = PlainLabel(face="page_title")
        self.script = PushButton("Open the script", icon="file-text")
        self.definition = PushButton("Open the definition", icon="scale")
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(self._name)
        row = QHBoxLayout()
        row.addWidget(self.script)
        row.addWidget(self.definition)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(card)
        self.script.clicked.connect(self._open_script)
        self.definition.clicked.connect(self._open_definition)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.script, self.definition)

    def open(self, campaign: Campaign) -> None:
        """Show this campaign."""
        self.campaign = campaign
        self._name.setText(campaign.name)
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is not None:
            self._ask(self.campaign.id)

    def main(self) -> None:
        """The one big key."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {}

    def _ask(self, wanted: CampaignId) -> None:
        def ask(desk: Desk) -> tuple[str, str]:
            script = desk.library.script(wanted)
            definition = desk.library.definition(wanted)
            return (script.id if script else "", definition.id if definition else "")

        self._work.ask(ask, self._show, owner=self, refused=self._refused)

    def _show(self, found: tuple[str, str]) -> None:
        self._script_id, self._definition_id = found
        self.script.setEnabled(bool(self._script_id))
        self.definition.setEnabled(bool(self._definition_id))

    def _refused(self, error: QualdeskError) -> None:
        self.saved_said.emit(error.says)

    def _open_script(self) -> None:
        self.script_wanted.emit(self.campaign, self._script_id)

    def _open_definition(self) -> None:
        self.definition_wanted.emit(self.campaign, self._definition_id)
