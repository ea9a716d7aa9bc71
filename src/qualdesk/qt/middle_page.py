"""A page that stands where the work would be: a card in its middle, and nothing else to do."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.rows import IconMark

_WIDEST: Final = 640
_SIDE: Final = 28
_GAP: Final = 10


class MiddlePage(QWidget):
    """An icon, a title, what is so; below it what a page puts into ``body``; then the ways on."""

    close_pressed = Signal()

    def __init__(self, mark: tuple[str, str], title: str, says: str) -> None:
        """``mark``: an icon and its tone."""
        super().__init__()
        self.setAccessibleName(" ".join(filter(None, (f"{title}.", says))))
        self.says = PlainLabel(says, face="text", tone="text2", wrap=True)
        self.close_window = PushButton(tr("Close"))
        self.body, self._lines = QVBoxLayout(), QVBoxLayout()
        self._ways: tuple[PushButton, ...] = ()
        self._lay_out(IconMark(*mark, 28), PlainLabel(title, face="page_title", wrap=True))
        self.add_ways(self.close_window)
        self.close_window.clicked.connect(self.close_pressed)

    def add_ways(self, *ways: PushButton) -> None:
        """Put buttons before those that are there; what has no room goes to the next line."""
        self._ways = (*ways, *self._ways)
        while self._lines.count():
            self._lines.takeAt(0)
        room = used = look().px(_WIDEST - 2 * _SIDE)
        line = QHBoxLayout()
        for way in self._ways:
            needed = way.sizeHint().width() + look().px(_GAP)
            if used + needed > room:
                line = self._begin_line()
                used = 0
            used += needed
            line.insertWidget(line.count() - 1, way)

    def _begin_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addStretch(1)
        self._lines.addLayout(line)
        return line

    def _lay_out(self, mark: IconMark, title: PlainLabel) -> None:
        card = Card()
        card.setMaximumWidth(look().px(_WIDEST))
        self.body.setSpacing(10)
        self._lines.setSpacing(_GAP)
        column = QVBoxLayout(card)
        column.setContentsMargins(_SIDE, 26, _SIDE, 26)
        column.setSpacing(12)
        for each in (mark, title, self.says):
            column.addWidget(each)
        column.addLayout(self.body)
        column.addSpacing(8)
        column.addLayout(self._lines)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 6)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)
