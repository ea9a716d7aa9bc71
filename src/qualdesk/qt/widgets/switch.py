"""A switch: on or off at once, with words beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import Tick
from qualdesk.qt.widgets.paint import advance, box, is_lit, smooth, words


class Switch(Tick):
    """A check box to screen readers, drawn as a switch."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self._says = label
        super().__init__(label, parent)

    @override
    def set_label(self, label: str) -> None:
        """Show other words beside the switch."""
        self._says = label
        super().set_label(label)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(px(42) + advance(self._says, "body"), px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        middle = self.height() / 2
        track = QRectF(0, middle - px(9), px(32), px(18))
        if self.isChecked():
            box(painter, track, fill="accent_hover" if is_lit(self) else "accent", radius=9)
            knob = QRectF(px(16), middle - px(7), px(14), px(14))
            box(painter, knob, fill="on_accent", radius=7)
        else:
            box(painter, track, fill="surface", edge="edge", radius=9, width=1.5)
            box(painter, QRectF(px(3), middle - px(6), px(12), px(12)), fill="edge", radius=6)
        tone = "text" if self.isEnabled() else "text3"
        where = QRectF(px(40), 0, self.width() - px(40), self.height())
        words(painter, where, self._says, face="body", tone=tone)
