"""A page that scrolls, and brings whatever has the keyboard in sight."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QWidget
from typing_extensions import override

from qualdesk.qt.theme import look

_AIR = 14


class InSight(QScrollArea):
    """Scrolls up and down to the widget, or the row of a table, that the keyboard is on.

    It looks again when the page is laid out anew: at a larger size of the text the stop that
    was in sight may stand far below.
    """

    entered = Signal()
    """The keyboard came to the page as a whole: whoever made it knows where reading begins."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        inside.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def follow(self) -> None:
        """Bring what has the keyboard in sight, where it stands in this page."""
        now = QApplication.focusWidget()
        inside = self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        place = QRect(now.mapTo(inside, QPoint(0, 0)), now.size())
        if isinstance(now, QAbstractItemView) and now.currentIndex().isValid():
            row = now.visualRect(now.currentIndex())
            corner = now.viewport().mapTo(inside, row.topLeft())
            within = QRect(corner, row.size())
            place = within if place.height() > self.viewport().height() else place.united(within)
        self._bring(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._soon.start()
        return super().eventFilter(watched, event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def follow_rows_of(self, table: QAbstractItemView) -> None:
        """Follow the cursor inside a table as well, which has one stop and many rows."""
        model = table.selectionModel()
        if model is not None:
            model.currentChanged.connect(lambda _now, _before: self._soon.start())

    def _moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        # Parts that came with the focus have their places only after the layout.
        self.follow()
        self._soon.start()

    def _bring(self, place: QRect) -> None:
        """Scroll no further than needed; what is higher than the page shows its beginning."""
        air = look().px(_AIR)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = place.top() - air, place.bottom() + air
        if top < bar.value() or bottom - top > room:
            bar.setValue(max(top, 0))
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if place.left() - air < across.value() or place.width() > width:
            across.setValue(max(place.left() - air, 0))
        elif place.right() + air > across.value() + width:
            across.setValue(place.right() + air - width)
