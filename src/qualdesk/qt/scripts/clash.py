"""Somebody else saved the same draft: both are kept, and one of them is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.drafts import ScriptDraft
from qualdesk.core.times import local_time
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark


class ClashBanner(Card):
    """What happened, what is safe, and the two ways on."""

    mine_pressed = Signal()
    theirs_pressed = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(ground="warn_soft", line=None, radius=8)
        self._zone = zone
        self._says = PlainLabel(face="body_medium", wrap=True)
        self.mine = PushButton("Use mine", height=30)
        self.theirs = PushButton("Use theirs", height=30)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(IconMark("triangle-alert", "warn"))
        row.addWidget(self._says, 1)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        self.mine.clicked.connect(self.mine_pressed)
        self.theirs.clicked.connect(self.theirs_pressed)
        reveal(self, shown=False)

    @property
    def says(self) -> str:
        """What it says."""
        return self._says.text()

    def tell(self, theirs: ScriptDraft) -> None:
        """Say who saved, and when."""
        who = theirs.changed_by or "Somebody else"
        when = f" at {local_time(theirs.changed_at, self._zone):%H:%M}" if theirs.changed_at else ""
        self._says.setText(
            f"{who} saved this draft{when}. What you typed is still here, and not saved yet."
        )
        reveal(self, shown=True)
        self.setAccessibleName(self.says)
