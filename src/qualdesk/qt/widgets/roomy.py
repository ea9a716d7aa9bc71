"""Room for a page that needs more than the window has: it scrolls instead of cutting its words."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

KEEPS_ITS_ROOM: Final = "keepsItsRoom"
"""The property of a page whose parts scroll on their own: it never scrolls as a whole."""


class Roomy(QScrollArea):
    """Holds the pages of a window. The one in front has the window's size, or what it needs."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(pages)
        self.setWidget(pages)
        pages.installEventFilter(self)
        pages.currentChanged.connect(self._settle)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _settle(self) -> None:
        page = self._pages.currentWidget()
        room = self.contentsRect().size()
        needed = _needed(page, room) if page is not None else QSize(0, 0)
        # A bar along one edge takes room from the other: measured once more beside it.
        if needed.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if needed.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self._pages.resize(needed.expandedTo(room))


def _needed(page: QWidget, room: QSize) -> QSize:
    """The least a page can be shown in, at the width it would then have."""
    if page.property(KEEPS_ITS_ROOM):
        return QSize(0, 0)
    least = page.minimumSizeHint()
    layout = page.layout()
    if layout is None or not layout.hasHeightForWidth():
        return least
    width = max(least.width(), room.width())
    return QSize(least.width(), max(least.height(), layout.totalMinimumHeightForWidth(width)))
