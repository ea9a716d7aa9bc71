"""The chart of a forecast: what is finished, what should be, what may be, and the close.

Five lines, painted here: a library of charts stood the window still for a quarter of a second
(docs/decisions/014).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.floor.forecast_days import Course, chart_says, day_says
from qualdesk.qt.floor.forecast_marks import Frame, draw_over, draw_under, frame_of
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look

# The curves may reach so many pixels beyond the frame, so that no line is cut along its edge.
_OVER: Final = 8


class ForecastChart(QFrame):
    """Lines over working days. Left and Right, or the mouse, read a day; T asks for the table."""

    read = Signal(str)
    """The sentence of the day that is read now; empty when none is."""
    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Chart of the forecast"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.course: Course | None = None
        self.ghost: Course | None = None
        self.place = -1
        self._frame = Frame()

    def show_course(self, course: Course | None, ghost: Course | None = None) -> None:
        """Draw this; ``ghost`` is the forecast as it was, to compare with."""
        before = self._day_read
        self.course, self.ghost = course, ghost
        days = [each.day for each in course.days] if course else []
        self.place = days.index(before) if before is not None and before in days else -1
        says = chart_says(course) if course else ""
        self.setAccessibleDescription(safe_text(says, one_line=True))
        self._draw()

    def read_day(self, place: int) -> None:
        """Read the day at this place, counted from 0; -1 reads none."""
        days = self.course.days if self.course else ()
        place = min(max(place, -1), len(days) - 1)
        if place == self.place:
            return
        self.place = place
        says = day_says(days[place]) if place >= 0 else ""
        announce(self, says)
        self.read.emit(says)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(640), look().px(300))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(200))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.course.days) - 1 if self.course else -1
        today = int(min(self.course.now, last)) if self.course else -1
        steps: dict[int, int] = {
            Qt.Key.Key_Left: self.place - 1 if self.place > 0 else max(self.place, 0),
            Qt.Key.Key_Right: self.place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or last < 0 or (key not in {*steps, Qt.Key.Key_T, Qt.Key.Key_Escape}):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_T:
            self.table_asked.emit()
        elif key == Qt.Key.Key_Escape:
            if self.place < 0:
                super().keyPressEvent(event)
            self.read_day(-1)
        else:
            is_first = self.place < 0 and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            self.read_day(today if is_first else steps[key])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        is_in = self._frame.ground.adjusted(0, -_OVER, 0, _OVER).contains(spot)
        self.read_day(int(self._frame.day_at(spot.x())) if is_in else -1)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.read_day(-1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_frame"):
            self.updateGeometry()
            self._draw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look().colour("surface"))
        if self.course is not None:
            draw_under(painter, self._frame, self.course, self.place)
            _draw_curves(painter, self._frame, self.course)
            draw_over(painter, self._frame, self.course, self.place)
        painter.end()

    @property
    def _day_read(self) -> date | None:
        return self.course.days[self.place].day if self.course and self.place >= 0 else None

    def _draw(self) -> None:
        if self.course is not None:
            self._frame = frame_of(self.course, self.ghost, QRectF(self.rect()))
        self.update()

    def spot_of(self, place: int) -> QPointF:
        """The middle of the room of a day, in pixels of the chart."""
        return QPointF(self._frame.x_of(place + 0.5), self._frame.ground.center().y())


def _draw_curves(painter: QPainter, frame: Frame, course: Course) -> None:
    """Draw the lines, and what lies below what is finished and between low and high."""
    lines = _lines_of(frame, course)
    ground, done = frame.ground, lines["actual"]
    painter.save()
    painter.setClipRect(ground.adjusted(-_OVER, -_OVER, _OVER, _OVER))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(0.15))
    painter.drawPolygon(QPolygonF([*lines["low"], *reversed(lines["high"])]))
    if done:
        feet = (QPointF(done[place].x(), ground.bottom()) for place in (-1, 0))
        painter.setBrush(_shade(0.12))
        painter.drawPolygon(QPolygonF([*done, *feet]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, (role, width, dashes) in _LINES.items():
        pen = QPen(look().colour(role), width * look().scale)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.drawPolyline(lines[name])
    painter.restore()


def _lines_of(frame: Frame, course: Course) -> Mapping[str, list[QPointF]]:
    """Where each line runs, in pixels of the chart; nowhere, where there is nothing to draw."""
    bands = course.bands

    def run(points: Iterable[tuple[float, float]]) -> list[QPointF]:
        return [QPointF(frame.x_of(x), frame.y_of(y)) for x, y in points]

    return {
        "low": run((x, band.low) for x, band in bands),
        "high": run((x, band.high) for x, band in bands),
        "ghost": run(frame.ghost),
        "needed": run(course.needed),
        "actual": run(course.actual),
        "forecast": run((x, band.middle) for x, band in bands),
    }


def _shade(share: float) -> QColor:
    """The colour of the lines, so much of it."""
    shade = QColor(look().colour("chart1"))
    shade.setAlphaF(share)
    return shade


_LINES: Final[dict[str, tuple[str, float, list[float]]]] = {  # role, width, dashes in widths
    "ghost": ("edge", 1, []),
    "needed": ("text3", 1.5, [3, 2.5]),
    "actual": ("chart1", 2.5, []),
    "forecast": ("chart1", 2, [5, 3]),
}
