"""The focus ring: one for each window, drawn around whatever has the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
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
from shiboken6 import isValid
from typing_extensions import override

from qualdesk.qt.widgets.paint import box, smooth

_REACH: Final = 4  # two pixels of air, two of ring
_MOVES: Final = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)


class FocusRing(QObject):
    """Two pixels of the focus colour, two pixels outside the control that has the keyboard.

    A widget cannot draw outside itself, so the ring is drawn by a sibling that follows the
    keyboard and lets the mouse through. Fields draw their own strong edge instead.
    """

    # Not an event posted from Python: when Qt is through with it, Python now and then is too,
    # and the program dies of letting it go twice.
    _moved = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._moved.connect(self._settle_late, Qt.ConnectionType.QueuedConnection)
        self._window = window
        self._target: QWidget | None = None
        self._drawn: Ring | None = None
        self._watched: list[QWidget] = []
        self._is_due = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and any(watched is each for each in self._watched):
            self._settle_soon()
        return super().eventFilter(watched, event)

    def _settle_soon(self) -> None:
        """Follow when the layout has come to its end, and before it is painted.

        A ring that is shown from within a layout lays out what is around it: the outer one then
        goes on with places that are no more.
        """
        if not self._is_due:
            self._is_due = True
            self._moved.emit()

    @Slot()
    def _settle_late(self) -> None:
        self._is_due = False
        self._settle()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and self._window.isAncestorOf(now)
        self._target = now if inside and now is not None and _wants_ring(now) else None
        self._watch([self._target] if self._target is not None else [])
        self._settle()

    def _settle(self) -> None:
        target = self._target
        ground = target.parentWidget() if target is not None else None
        if target is None or ground is None or not target.isVisible():
            if self._drawn is not None and isValid(self._drawn):
                self._drawn.hide()
            return
        while isinstance(ground, (QSplitter, QStackedWidget, QAbstractScrollArea)):
            # These take every child for one of their pages.
            ground = ground.parentWidget() or self._window
        place = _on(ground, target)
        while _has_room_beyond(ground, place):
            ground = ground.parentWidget() or self._window
            place = _on(ground, target)
        # Where the ground is not its own, it moves with every part that stands between the two.
        between, at = [target], target.parentWidget()
        while at is not None and at is not ground:
            between.append(at)
            at = at.parentWidget()
        self._watch(between)
        self._ring_on(ground).surround(place)

    def _watch(self, parts: list[QWidget]) -> None:
        """Hear of it when one of these moves."""
        if parts == self._watched:
            return
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._watched = parts
        for each in parts:
            each.installEventFilter(self)

    def _ring_on(self, ground: QWidget) -> "Ring":
        """The ring as a child of ``ground``, made anew where a page took it along when it went."""
        if self._drawn is None or not isValid(self._drawn):
            self._drawn = Ring(ground)
        elif self._drawn.parentWidget() is not ground:
            self._drawn.setParent(ground)
        return self._drawn


class Ring(QWidget):
    """The ring as drawn; it never takes the mouse or the keyboard."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, place: QRect) -> None:
        """Show the ring around ``place`` of its ground."""
        self.setGeometry(place.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        box(smooth(self), QRectF(self.rect()), edge="focus", radius=8 + _REACH, width=2)


def _on(ground: QWidget, target: QWidget) -> QRect:
    return target.rect().translated(target.mapTo(ground, target.rect().topLeft()))


def _has_room_beyond(ground: QWidget, place: QRect) -> bool:
    """Whether the ring would be cut by this ground, and the part around it could show it whole."""
    if ground.rect().contains(place.adjusted(-_REACH, -_REACH, _REACH, _REACH)):
        return False
    around = ground.parentWidget()
    keeps = (QSplitter, QStackedWidget, QAbstractScrollArea)
    return around is not None and not ground.isWindow() and not isinstance(around, keeps)


def _wants_ring(widget: QWidget) -> bool:
    if widget.property("paintsOwnFocus"):
        return False
    own_edge = (QLineEdit, QPlainTextEdit, QAbstractItemView)
    return not isinstance(widget, own_edge)
