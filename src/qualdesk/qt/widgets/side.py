"""A card of a set width beside something that takes the rest."""

from PySide6.QtCore import QEvent
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card


class SideCard(Card):
    """As wide as drawn, ``width`` unscaled, at every text size."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._wanted = width
        self.setFixedWidth(look().px(width))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(look().px(self._wanted))
