"""The focus ring: one for each window, drawn around whatever has the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from qualdesk.qt.widgets.paint import box, smooth

_REACH: Final = 4  # two pixels of air, two of ring
_MOVES: Final = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)


class FocusRing(QWidget):
    """Two pixels of the focus colour, two pixels outside the control that has the keyboard.

    A widget cannot draw outside itself, so the ring is a sibling that follows the keyboard
    and lets the mouse through. Fields draw their own strong edge instead.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() in _MOVES:
            self._settle()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        box(smooth(self), QRectF(self.rect()), edge="focus", radius=8 + _REACH, width=2)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._target is not None:
            self._target.removeEventFilter(self)
        inside = now is not None and self._window.isAncestorOf(now)
        self._target = now if inside and now is not None and _wants_ring(now) else None
        if self._target is not None:
            self._target.installEventFilter(self)
            self._target.destroyed.connect(self._gone)
        self._settle()

    def _gone(self) -> None:
        self._target = None
        self.hide()

    def _settle(self) -> None:
        target = self._target
        ground = target.parentWidget() if target is not None else None
        if target is None or ground is None or not target.isVisible():
            self.hide()
            return
        while isinstance(ground, (QSplitter, QStackedWidget, QAbstractScrollArea)):
            # These take every child for one of their pages.
            ground = ground.parentWidget() or self._window
        if self.parentWidget() is not ground:
            self.setParent(ground)
        corner = target.mapTo(ground, target.rect().topLeft())
        place = target.rect().translated(corner)
        self.setGeometry(place.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()


def _wants_ring(widget: QWidget) -> bool:
    if widget.property("paintsOwnFocus"):
        return False
    own_edge = (QLineEdit, QPlainTextEdit, QAbstractItemView)
    return not isinstance(widget, own_edge)
