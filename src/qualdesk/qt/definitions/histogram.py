"""Finished leads by their points, and the bar they must reach: a line that can be moved."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from qualdesk.core.replay import Bar, Histogram
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import CENTRE, RIGHT, advance, box, smooth, words

TAKEN, SENT_BACK, REST = "ok_fill", "bad_fill", "chart5"
_AXIS: Final = 24
_TOP: Final = 20
_SIDE: Final = 6
_LEAST: Final = 3
_FEWEST: Final = 8


class PointsHistogram(QSlider):
    """Bars of leads by points; a slider to screen readers, whose value is the threshold.

    Left and Right move the line by a point, PgUp and PgDn by five; the mouse takes it along.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(tr("Line at the points a lead needs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setPageStep(5)
        self._bars: tuple[Bar, ...] = ()
        self._width = 10
        self._held: tuple[int, int] | None = None
        self.valueChanged.connect(self.update)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars shown, from the fewest points on."""
        return self._bars

    def show_histogram(self, histogram: Histogram, most: int) -> None:
        """Show these bars; the line may stand anywhere up to ``most`` points."""
        self._bars, self._width = histogram.bars, histogram.width
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setRange(1, max(most, 1))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.update()

    def show_threshold(self, points: int) -> None:
        """Put the line there; it counts as nobody's move."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setValue(points)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.update()

    def say(self, sentence: str) -> None:
        """What the bars and the line say in one sentence, for those who cannot see them."""
        self.setAccessibleDescription(safe_text(sentence, one_line=True))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(480), look().px(130))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(220), look().px(96))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            # The axis stays as it is while the line is held, or it would run away from the hand.
            self._held = self._span()
            self.setSliderDown(True)
            self.setValue(self.points_at(event.position().x()))
            event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.points_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._held = None
        self.setSliderDown(False)
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must not change what two people sign.
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def points_at(self, x: float) -> int:
        """The threshold the line would stand for at ``x`` pixels."""
        first, last = self._span()
        side = look().px(_SIDE)
        share = (x - side) / max(self.width() - 2 * side, 1)
        return round(first + share * (last - first))

    def x_of(self, points: int) -> float:
        """Where the line stands for that many points, in pixels."""
        first, last = self._span()
        side = look().px(_SIDE)
        share = (points - first) / max(last - first, 1)
        return side + min(max(share, 0.0), 1.0) * (self.width() - 2 * side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        px = look().px
        ground = QRectF(0, px(_TOP), self.width(), self.height() - px(_TOP + _AXIS))
        tallest = max((bar.leads for bar in self._bars), default=0)
        for bar in self._bars:
            self._draw_bar(painter, ground, bar, tallest)
        self._draw_axis(painter, ground)
        self._draw_line(painter, ground)
        if self.hasFocus():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            box(painter, inner, edge="focus", width=2, radius=6)

    def _draw_bar(self, painter: QPainter, ground: QRectF, bar: Bar, tallest: int) -> None:
        px = look().px
        left, right = self.x_of(bar.points), self.x_of(bar.points + self._width)
        gap = min(px(6), (right - left) / 5)
        room = QRectF(left + gap, ground.top(), right - left - 2 * gap, ground.height())
        bottom = ground.bottom()
        for count, fill in ((bar.taken, TAKEN), (bar.sent_back, SENT_BACK), (bar.others, REST)):
            if count:
                height = max(ground.height() * count / max(tallest, 1), px(_LEAST))
                top = max(bottom - height, ground.top() - px(_LEAST))
                box(
                    painter,
                    QRectF(room.left(), top, room.width(), bottom - top - 1.5),
                    fill=fill,
                    radius=2,
                )
                bottom = top

    def _draw_axis(self, painter: QPainter, ground: QRectF) -> None:
        """The points below the bars, each under those that have so many or a few more."""
        px = look().px
        first, last = self._span()
        for points in range(first, last, self._width):
            left, right = self.x_of(points), self.x_of(points + self._width)
            below = QRectF(left, ground.bottom() + px(3), right - left, px(18))
            if advance(str(points), "micro") < below.width():
                words(painter, below, str(points), face="micro", tone="text2", align=CENTRE)

    def _draw_line(self, painter: QPainter, ground: QRectF) -> None:
        here = look()
        x = self.x_of(self.value())
        top = ground.top() - here.px(_TOP - 4)
        painter.fillRect(QRectF(x - 1, top, 2, ground.bottom() - top + 2), here.colour("text"))
        says = tr_n(self.value(), "{n} point", "{n} points")
        room = advance(says, "key")
        beside = QRectF(x + here.px(6), top - here.px(2), room, here.px(14))
        if beside.right() > self.width():
            beside.moveRight(x - here.px(6))
            words(painter, beside, says, face="key", align=RIGHT)
        else:
            words(painter, beside, says, face="key")

    def _span(self) -> tuple[int, int]:
        """The first and the last point of the axis."""
        if self._held is not None:
            return self._held
        width = self._width
        here = self.value() // width * width
        first = min([here - width, *(bar.points for bar in self._bars[:1])])
        last = max([here + width, *(bar.points + width for bar in self._bars[-1:])])
        # A few bars alone would be as wide as the card.
        missing = max(_FEWEST - (last - first) // width, 0)
        return first - missing * width, last
