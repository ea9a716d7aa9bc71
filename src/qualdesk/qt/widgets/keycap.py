"""A key as printed on keyboards, shown beside what it does."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import caps, caps_width, key_names, smooth


class KeyCap(PlainLabel):
    """One or more key caps in a row: ``KeyCap("Ctrl+J")`` draws Ctrl and J."""

    def __init__(self, sequence: str, parent: QWidget | None = None) -> None:
        super().__init__(sequence, parent, face="key")

    def set_keys(self, sequence: str) -> None:
        """Show other keys, written as in the shortcut table."""
        self.setText(sequence)

    @override
    def sizeHint(self) -> QSize:
        return QSize(caps_width(key_names(self.text())), look().px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the caps do not fit the place they have."""
        return self.width() < self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        caps(smooth(self), 0, QRectF(self.rect()).center().y(), key_names(self.text()))
