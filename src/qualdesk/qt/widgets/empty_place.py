"""What stands in a table's place while it has no rows: what will stand there, and how it comes."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look

_WIDTH = 460


class EmptyPlace(QWidget):
    """A title and a sentence below it, one under the other in the middle of the place."""

    def __init__(self, title: str, says: str) -> None:
        super().__init__()
        self._block = QWidget()
        words = QVBoxLayout(self._block)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        words.addWidget(PlainLabel(title, face="page_title", wrap=True))
        words.addWidget(PlainLabel(says, face="body", tone="text2", wrap=True))
        self._block.setFixedWidth(look().px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addStretch(2)
        # Stretches and no alignment: an aligned widget is not asked how high its words wrap.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._block)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
