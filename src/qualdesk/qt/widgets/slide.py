"""A slider of whole steps that says its value in words."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import box, smooth

_KNOB = 18
_TRACK = 4


class Slide(QSlider):
    """Left and Right move it by one, Home and End to its ends; the mouse takes the knob along.

    A turning wheel scrolls the page: passing by must not change what is tried.
    """

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(least, most)
        self.setPageStep(1)

    def say(self, words: str) -> None:
        """The value in words, for those who cannot see where the knob stands."""
        self.setAccessibleDescription(safe_text(words, one_line=True))

    def put(self, value: int) -> None:
        """Put the knob there; it counts as nobody's move."""
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setValue(value)
        self.blockSignals(was)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(26))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(80), look().px(26))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.value_at(event.position().x()))
            event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.value_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self.setSliderDown(False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def value_at(self, x: float) -> int:
        """The value the knob would stand for at ``x`` pixels."""
        knob = look().px(_KNOB)
        share = (x - knob / 2) / max(self.width() - knob, 1)
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        here, painter = look(), smooth(self)
        knob, track = here.px(_KNOB), here.px(_TRACK)
        span = max(self.maximum() - self.minimum(), 1)
        x = (self.value() - self.minimum()) / span * (self.width() - knob)
        middle = self.height() / 2
        whole = QRectF(knob / 2, middle - track / 2, self.width() - knob, track)
        box(painter, whole, fill="chart5", radius=2)
        box(painter, QRectF(knob / 2, whole.top(), x, track), fill="accent", radius=2)
        place = QRectF(x, middle - knob / 2, knob, knob).adjusted(1, 1, -1, -1)
        lit = "hover" if self.underMouse() or self.isSliderDown() else "surface"
        box(painter, place, fill=lit, edge="accent", width=2, radius=9)
