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

WAY: Final = 40
"""The height of the buttons such a page ends with, unscaled."""
_WIDEST: Final = 640


class MiddlePage(QWidget):
    """An icon, a title, what is so; below it what a page puts into ``body``; then the ways on."""

    close_pressed = Signal()

    def __init__(self, mark: tuple[str, str], title: str, says: str) -> None:
        """``mark``: an icon and its tone."""
        super().__init__()
        self.setAccessibleName(" ".join(filter(None, (f"{title}.", says))))
        self.says = PlainLabel(says, face="text", tone="text2", wrap=True)
        self.close_window = PushButton(tr("Close"), height=WAY)
        self.body, self._ways = QVBoxLayout(), QHBoxLayout()
        self._lay_out(IconMark(*mark, 28), PlainLabel(title, face="page_title", wrap=True))
        self.close_window.clicked.connect(self.close_pressed)

    def add_ways(self, *ways: PushButton) -> None:
        """Put buttons before those that are there."""
        for place, way in enumerate(ways):
            self._ways.insertWidget(place, way)

    def _lay_out(self, mark: IconMark, title: PlainLabel) -> None:
        card = Card()
        card.setMaximumWidth(look().px(_WIDEST))
        self.body.setSpacing(10)
        self._ways.setSpacing(10)
        self._ways.addWidget(self.close_window)
        self._ways.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(12)
        for each in (mark, title, self.says):
            column.addWidget(each)
        column.addLayout(self.body)
        column.addSpacing(8)
        column.addLayout(self._ways)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 6)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)
