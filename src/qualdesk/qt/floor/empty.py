"""What stands on the Floor while there is nothing to count: one calm place, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.wide import keep_wide

_WIDTH = 520


class EmptyFloor(QWidget):
    """Says why nothing is counted, and leads to where that is changed."""

    lists_wanted = Signal()
    campaigns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(face="page_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self.load = PushButton(tr("Load a list"), kind="accent", icon="upload", keys="go_lists")
        self.make = PushButton(tr("Make a campaign"), kind="accent", keys="go_campaigns")
        block = QWidget()
        words = QVBoxLayout(block)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._says)
        words.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.load)
        buttons.addWidget(self.make)
        buttons.addStretch(1)
        words.addLayout(buttons)
        keep_wide(block, exactly=_WIDTH)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(block)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self.load.clicked.connect(self.lists_wanted)
        self.make.clicked.connect(self.campaigns_wanted)

    def say(self, campaign: Campaign | None) -> None:
        """Say what is missing: a campaign, or its leads."""
        if campaign is None:
            self._title.setText(tr("No campaign yet"))
            self._says.setText(with_keys(tr("Make one on the Campaigns page ({go_campaigns}).")))
        else:
            self._title.setText(tr("{campaign} has no leads yet", campaign=campaign.name))
            says = tr("Load a list ({go_lists}). Its numbers stand here from the first lead on.")
            self._says.setText(with_keys(says))
        reveal(self.load, shown=campaign is not None)
        reveal(self.make, shown=campaign is None)

    def take_cursor(self) -> bool:
        """Put the cursor on what is to be done; False while nothing is."""
        button = next((each for each in (self.load, self.make) if each.isVisible()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button is not None
