"""A part of the window that is laid out by its size and the size of the text."""

from abc import abstractmethod

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Fitted(QWidget):
    """Calls ``fit`` whenever the room it has, or the size of the text, is another."""

    @abstractmethod
    def fit(self) -> None:
        """Lay the parts out for the room there is."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()
