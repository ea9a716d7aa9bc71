"""What stands in the place of the criteria: a heading with a way back, and a table of evidence."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card

# As far in as the words of a table's first column.
INSET: Final = 13


class EvidenceCard(Card):
    """A title, a sentence below it, and the parts of a view from the top."""

    left = Signal()
    """The criteria are wanted again."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = PlainLabel(title, face="page_title")
        self.says = PlainLabel(face="body", tone="text2", wrap=True)
        self.back = PushButton(tr("Back to the criteria"), icon="chevron-left", keys="Escape")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 11, 14, 0)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addLayout(self.tools)
        head.addWidget(self.back)
        says = QVBoxLayout()
        says.setContentsMargins(INSET, 6, 14, 10)
        says.addWidget(self.says)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 9)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(says)
        self.back.clicked.connect(self.left)

    def indented(self, parts: Sequence[QWidget], below: int = 8) -> None:
        """Add parts that stand as far in as the heading."""
        column = QVBoxLayout()
        column.setContentsMargins(INSET, 0, 14, below)
        column.setSpacing(6)
        for part in parts:
            column.addWidget(part)
        self.body.addLayout(column)
