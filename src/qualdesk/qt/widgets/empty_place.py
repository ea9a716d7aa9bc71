"""What stands in a table's place while it has no rows: what will stand there, and how it comes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import reveal

_WIDTH = 460


class EmptyPlace(QWidget):
    """A title and a sentence below it, one under the other in the middle of the place.

    It is a stop of the keyboard, so that a cursor is somewhere and a screen reader says it.
    """

    def __init__(self, title: str, says: str) -> None:
        super().__init__()
        self._block = QWidget()
        self._block.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_aloud(self._block, f"{title}. {says}")
        self.setFocusProxy(self._block)
        words = QVBoxLayout(self._block)
        # The ring of the keyboard goes round the words, and not along their edges.
        words.setContentsMargins(12, 10, 12, 10)
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

    def turn(self, table: QWidget, holder: QWidget, *, is_empty: bool) -> None:
        """Stand in the place of a table while it has no rows, with its cursor where it had it.

        ``holder`` hands the cursor it is given on: to the table, or here.
        """
        had = table.hasFocus() if is_empty else self._block.hasFocus()
        reveal(table, shown=not is_empty)
        reveal(self, shown=is_empty)
        now = self if is_empty else table
        holder.setFocusProxy(now)
        if had or (holder.isVisible() and QApplication.focusWidget() is None):
            now.setFocus(Qt.FocusReason.OtherFocusReason)
