"""Widths of the drawings, kept at every size of the text."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.theme import look


def keep_wide(part: QWidget, *, least: int = 0, most: int = 0, exactly: int = 0) -> None:
    """Hold a part to these widths, in pixels at the usual size of the text; 0 for no such limit.

    A width set once stays as it is when the text grows, and then cuts it.
    """
    part.installEventFilter(_Wide(part, exactly or least, exactly or most))


class _Wide(QObject):
    def __init__(self, part: QWidget, least: int, most: int) -> None:
        super().__init__(part)
        self._part, self._least, self._most = part, least, most
        self._settle()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        px = look().px
        if self._least:
            self._part.setMinimumWidth(px(self._least))
        if self._most:
            self._part.setMaximumWidth(px(self._most))
