"""A card that opens over the page beside the button that called it, and never stops the window."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.paint import box, shadow, smooth
from qualdesk.qt.widgets.roomy import Roomy

_SHADE: Final = 18
_GAP: Final = 6
_EDGE: Final = 16


class PopOver(QWidget):
    """A card over the page: a child of the window, so nothing behind it ever waits for it.

    Put widgets into ``body``. It opens above its anchor where there is room, else below, and
    puts the cursor into ``first`` or the first thing that takes it. Esc closes it and the
    cursor returns to where it was; what was typed stays for the next time.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str, width: int = 500) -> None:
        super().__init__(window)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # A card without a field has the cursor itself: a ring would stand outside its shade.
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature
        self._window = window
        self._wanted_width = width
        self._anchor: QWidget | None = None
        self._came_from: QWidget | None = None
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setSpacing(10)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self.hide()

    def open(self, anchor: QWidget, first: QWidget | None = None) -> None:
        """Show the card beside ``anchor`` and put the cursor into its first field."""
        self._anchor = anchor
        self._came_from = QApplication.focusWidget()
        self._window.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        wanted = first or next(iter(self._stops()), self)
        wanted.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_over(self) -> None:
        """Close the card; the cursor returns to where it came from."""
        if self.isHidden():
            return
        had_cursor = self.isAncestorOf(QApplication.focusWidget() or self._window)
        self._window.removeEventFilter(self)
        self.hide()
        back = self._came_from
        if had_cursor and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Measure the card again and put it beside its anchor, inside the window.

        What is higher than the window scrolls inside the card: nothing is squeezed or cut.
        """
        px = look().px
        shade, inner = px(_SHADE), px(20)
        self.body.setContentsMargins(inner, inner - px(4), inner, inner - px(4))
        self._lay_out_in(min(self._width + 2 * shade, self._window.width()))
        if self._anchor is not None:
            self.move(self._spot(self._anchor, shade))

    @property
    def main(self) -> PushButton | None:
        """The button the one big key presses while the card is open; None where it has none."""
        return next((each for each in self.findChildren(PushButton) if each.is_main), None)

    @override
    def sizeHint(self) -> QSize:
        width = self._width
        edge = 2 * look().px(_SHADE)
        return QSize(width + edge, self._needed_height(width) + edge)

    @property
    def _width(self) -> int:
        """As drawn; words of a longer language may make it wider."""
        return max(look().px(self._wanted_width), self.body.totalMinimumSize().width())

    def _lay_out_in(self, width: int) -> None:
        """Give the card this width, shade included, and the height that its inside needs."""
        shade = look().px(_SHADE)
        needed = self._needed_height(width - 2 * shade)
        self.resize(QSize(width, min(needed + 2 * shade, self._window.height())))
        self._area.setGeometry(self.rect().adjusted(shade, shade, -shade, -shade))
        is_higher = needed > self._area.height()
        bar = self._area.verticalScrollBar().sizeHint().width() if is_higher else 0
        across = self._area.width() - bar
        self._inside.resize(across, max(self._needed_height(across), self._area.height()))

    def _needed_height(self, width: int) -> int:
        """The height at which nothing of the card is cut, at that width of its inside."""
        least = self.body.totalMinimumSize().height()
        if self.body.hasHeightForWidth():
            return max(least, self.body.totalHeightForWidth(width))
        return max(least, self.body.totalSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shade = look().px(_SHADE)
        painter = smooth(self)
        whole = QRectF(self.rect())
        shadow(painter, whole, shade)
        inner = whole.adjusted(shade, shade, -shade, -shade)
        box(painter, inner, fill="surface", edge="line", radius=12)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
            return
        super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return False
        current = QApplication.focusWidget()
        step = 1 if forward else -1
        place = stops.index(current) + step if current in stops else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop = stops[place % len(stops)]
        stop.setFocus(reason)
        self._area.ensureWidgetVisible(stop)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_smaller = watched is self._window and event.type() == QEvent.Type.Resize
        is_other = watched is self._inside and event.type() == QEvent.Type.LayoutRequest
        if (is_smaller or is_other) and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def _stops(self) -> list[QWidget]:
        """The widgets inside that Tab visits, in reading order."""
        tab = Qt.FocusPolicy.TabFocus
        found = [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & tab == tab
            and each.isEnabled()
            and each.isVisibleTo(self)
            and each.focusProxy() is None
        ]
        return sorted(found, key=lambda each: _reading_place(each, self))

    def _spot(self, anchor: QWidget, shade: int) -> QPoint:
        gap = look().px(_GAP)
        corner = anchor.mapTo(self._window, QPoint(0, 0))
        above = corner.y() - gap - self.height() + shade
        below = corner.y() + anchor.height() + gap - shade
        fits_above = above >= -shade
        # What it belongs to may be scrolled out of sight; the card never is.
        # No nearer to the window's edges than its panels: beyond them it looks cut off.
        edge = look().px(_EDGE)
        lowest = self._window.height() - self.height() + shade - edge
        y = min(above if fits_above else below, lowest)
        x = corner.x() + anchor.width() // 2 - self.width() // 2
        # Nor over the rail: it leads away from the page the card belongs to.
        left = _left_of_page(anchor, self._window) - shade + edge
        x = min(max(x, left), self._window.width() - self.width() + shade - edge)
        return QPoint(x, max(y, -shade + gap))


def _left_of_page(anchor: QWidget, window: QWidget) -> int:
    """Where the page begins that the anchor stands on; 0 where it stands on none."""
    above: QWidget | None = anchor
    while above is not None and above is not window:
        if isinstance(above, Roomy):
            return above.mapTo(window, QPoint(0, 0)).x()
        above = above.parentWidget()
    return 0


def _reading_place(widget: QWidget, inside: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(inside, QPoint(0, 0))
    return corner.y(), corner.x()


def cursor_is_in_card() -> bool:
    """Whether somebody types in a card over the page: what comes by itself leaves them there."""
    now = QApplication.focusWidget()
    while now is not None and not isinstance(now, PopOver):
        now = now.parentWidget()
    return now is not None
