"""A card of a set width beside something that takes the rest."""

from typing import Final

from PySide6.QtCore import QEvent
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card

_AT_MOST: Final = 1.3


class SideCard(Card):
    """As wide as drawn, ``width`` unscaled, at every text size.

    Words of a longer language may make it wider, by a third at most.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self._wanted = width
        self.setFixedWidth(look().px(width))

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutRequest}:
            self._settle()
        return done

    def _settle(self) -> None:
        width = look().px(self._wanted)
        layout = self.layout()
        needed = layout.minimumSize().width() if layout is not None else 0
        self.setFixedWidth(max(width, min(needed, round(width * _AT_MOST))))
