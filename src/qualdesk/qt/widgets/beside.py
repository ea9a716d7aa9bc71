"""A table with a card beside it, which in a narrow window takes the table's place when asked."""

from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.paint import reveal

_ROOM: Final = 1180
_BETWEEN: Final = 14


class Beside(Fitted):
    """Both side by side where there is room (``room`` unscaled); else one of them.

    Words of a longer language may need more room than that.
    """

    def __init__(self, table: QWidget, side: QWidget, room: int = _ROOM) -> None:
        super().__init__()
        self._table, self._side, self._room = table, side, room
        self._is_open = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(table, 1)
        row.addWidget(side)
        self.fit()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for both."""
        needed = _least(self._table) + _BETWEEN + _least(self._side)
        return self.width() < max(look().px(self._room), needed)

    @override
    def minimumSizeHint(self) -> QSize:
        """One of them is enough: with less room than both need, one is what there is."""
        widest = max(_least(self._table), _least(self._side))
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # What stands in the table's place may have come to need more room than it had.
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def open(self) -> None:
        """Show the card, also where it takes the table's place."""
        self._is_open = True
        self.fit()

    def close_side(self) -> bool:
        """Show the table again; False where it was there."""
        was_away = self._table.isHidden()
        self._is_open = False
        self.fit()
        return was_away

    @override
    def fit(self) -> None:
        """The card beside the table where there is room, else one of them."""
        is_narrow = self.is_narrow
        reveal(self._table, shown=not (is_narrow and self._is_open))
        reveal(self._side, shown=not is_narrow or self._is_open)


def _least(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())
