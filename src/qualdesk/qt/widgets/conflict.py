"""Somebody else saved other words meanwhile: both are there, and a person chooses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark


class ConflictBar(Card):
    """The sentence, and the two ways on. Nothing is lost by either; hidden until it is told."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(ground="warn_soft", line=None, radius=8)
        self._says = PlainLabel(face="body_medium", wrap=True)
        self.mine = PushButton(tr("Use mine"), height=30)
        self.theirs = PushButton(tr("Use theirs"), height=30)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(IconMark("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._says, 1)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        self.mine.clicked.connect(self.mine_chosen)
        self.theirs.clicked.connect(self.theirs_chosen)
        reveal(self, shown=False)

    @property
    def says(self) -> str:
        """What it says."""
        return self._says.text()

    def tell(self, says: str, *, can_choose: bool = True) -> None:
        """Say what is in the way; where the desk was only busy, saving again is all there is."""
        self._says.setText(says)
        self.setAccessibleName(self.says)
        self.mine.set(tr("Use mine") if can_choose else tr("Save again"))
        reveal(self.theirs, shown=can_choose)
        reveal(self, shown=True)
