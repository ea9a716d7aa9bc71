"""A page onto which files may be dropped, and the sheet that says so while one is held over it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import glyph, smooth, words

_INSET: Final = 12


class DropTarget(QWidget):
    """Lies over a page, unseen, until a file is held over it; then says what dropping does."""

    dropped = Signal(object)
    """The files let go here, as a tuple of ``Path``."""

    def __init__(self, page: QWidget, says: str) -> None:
        super().__init__(page)
        self._page = page
        self._says = says
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if files_in(event.mimeData()):
                event.acceptProposedAction()
                self._show()
                return True
        elif kind == QEvent.Type.DragLeave:
            self.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            files = files_in(event.mimeData())
            if files:
                event.acceptProposedAction()
                self.dropped.emit(files)
                return True
        elif kind == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        here = look()
        ground = here.colour("app")
        ground.setAlphaF(0.94)
        painter.fillRect(self.rect(), ground)
        inset = here.px(_INSET)
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        draw_drop_place(painter, rect, self._says, "accent")

    def _show(self) -> None:
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()


def draw_drop_place(painter: QPainter, rect: QRectF, says: str, tone: str = "edge") -> None:
    """Draw a dashed place with a file and words in its middle."""
    here = look()
    pen = QPen(here.colour(tone), 1.5)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), here.px(10), here.px(10))
    width = here.metrics("text_medium").horizontalAdvance(says) + here.px(30)
    x = rect.center().x() - width / 2
    ink = "accent_text" if tone == "accent" else "text2"
    glyph(painter, "file-spreadsheet", x, rect.center().y(), 20, ink)
    where = QRectF(x + here.px(30), rect.y(), width, rect.height())
    words(painter, where, says, face="text_medium", tone=ink)


def files_in(dragged: QMimeData) -> tuple[Path, ...]:
    """The local files a drag carries; web addresses and text are none."""
    if not dragged.hasUrls():
        return ()
    places = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return tuple(place for place in places if place.name)
