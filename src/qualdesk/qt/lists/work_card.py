"""A file that is being read or imported, or that cannot be read: words in the middle."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

_WIDTH = 560


class WorkCard(Card):
    """One sentence, what is being done to which file, how far it is, and the ways on."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("file-spreadsheet", "accent_text", 28)
        self._title = PlainLabel(face="page_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self._progress = ThinBar(tr("How far it is"), 8)
        self._more = PlainLabel(face="hint", tone="text2", wrap=True)
        self.again = PushButton(tr("Try again"), icon="refresh-cw")
        self.other = PushButton(tr("Choose another file…"), icon="folder", keys="import")
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 8, 0, 0)
        ways.setSpacing(10)
        for each in (self.again, self.other):
            ways.addWidget(each)
        ways.addStretch(1)
        block = QWidget()
        block.setFixedWidth(look().px(_WIDTH))
        inner = QVBoxLayout(block)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for part in (self._mark, self._title, self._says, self._progress, self._more, self._ways):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(block)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def show_trouble(self, says: str, name: str) -> None:
        """The file cannot be used: the one sentence, and two ways on."""
        self._mark.set("file-warning", "bad")
        self._title.setText(says)
        self._says.setText(name)
        self._show(is_trouble=True, more="")

    def show_work(self, title: str, says: str, done: int, of: int | None, more: str = "") -> None:
        """Something is being done: how far it is, and what else is to be said."""
        self._mark.set("file-spreadsheet", "accent_text")
        self._title.setText(title)
        self._says.setText(says)
        self._progress.set(done, of or max(done * 2, 1))
        self._show(is_trouble=False, more=more)

    def _show(self, *, is_trouble: bool, more: str) -> None:
        self._more.setText(more)
        reveal(self._more, shown=bool(more))
        reveal(self._progress, shown=not is_trouble)
        reveal(self._ways, shown=is_trouble)
