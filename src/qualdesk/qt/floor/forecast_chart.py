"""The chart of a forecast: what is finished, what should be, what may be, and the close.

It is imported when it is first shown: pyqtgraph and numpy take about a second, and nobody who
makes calls needs them. Nothing of pyqtgraph is set for the whole program.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsView,
    QSizePolicy,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.floor.forecast_days import Course, chart_says, day_says
from qualdesk.qt.floor.forecast_marks import Frame, draw_over, draw_under, frame_of
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look

# The curves may reach so many pixels beyond the frame, so that no line is cut along its edge.
_OVER: Final = 8
Points = Sequence[tuple[float, float]]


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
        self._view = pg.GraphicsView(self, useOpenGL=False, background=None)
        # It only draws: pyqtgraph's own zoom, menu and keys never hear of anything.
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        # Its coordinates are the pixels of the chart: a line is as wide on every screen.
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0)
        self._box.disableAutoRange()
        self._under = _Layer(self._draw_under, -200)
        self._over = _Layer(self._draw_over, 200)
        for item in (self._under, self._box, self._over):
            self._view.addItem(item)
        self._lines = {name: pg.PlotCurveItem(antialias=True) for name in _LINES}
        self._band = pg.FillBetweenItem(self._lines["low"], self._lines["high"])
        self._box.addItem(self._band, ignoreBounds=True)
        for line in self._lines.values():
            self._box.addItem(line, ignoreBounds=True)
        self._dress()

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
        self._over.update()
        self._under.update()

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
        self._view.setGeometry(self.rect())
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_band"):
            self._dress()

    @property
    def _day_read(self) -> date | None:
        return self.course.days[self.place].day if self.course and self.place >= 0 else None

    def _dress(self) -> None:
        """Colours and widths of the look in force."""
        here = look()
        self._view.setBackground(here.colour("surface"))
        for name, (role, width, dashes) in _LINES.items():
            pen = QPen(here.colour(role) if role else QColor(0, 0, 0, 0), width * here.scale)
            pen.setCosmetic(False)
            if dashes:
                pen.setDashPattern(dashes)
            self._lines[name].setPen(pen if role else None)
        self._lines["actual"].setBrush(_shade(0.12))
        self._band.setBrush(_shade(0.15))
        self.updateGeometry()
        self._draw()

    def _draw(self) -> None:
        course = self.course
        for item in (self._box, self._under, self._over):
            item.setVisible(course is not None)
        if course is None:
            return
        self._frame = frame = frame_of(course, self.ghost, QRectF(self.rect()))
        for layer in (self._under, self._over):
            layer.spread(QRectF(self.rect()))
        room = frame.ground.adjusted(-_OVER, -_OVER, _OVER, _OVER)
        self._box.setGeometry(room)
        self._box.setRange(rect=room, padding=0)
        self._lines["actual"].setFillLevel(frame.ground.bottom())
        bands = course.bands
        self._show("actual", course.actual)
        self._show("needed", course.needed)
        self._show("forecast", [(x, band.middle) for x, band in bands])
        self._show("low", [(x, band.low) for x, band in bands])
        self._show("high", [(x, band.high) for x, band in bands])
        self._show("ghost", frame.ghost)
        self._band.setVisible(bool(bands))
        self._under.update()
        self._over.update()

    def _show(self, name: str, points: Points) -> None:
        line = self._lines[name]
        line.setVisible(bool(points))
        if points:
            frame = self._frame
            line.setData([frame.x_of(x) for x, _ in points], [frame.y_of(y) for _, y in points])

    def _draw_under(self, painter: QPainter) -> None:
        if self.course is not None:
            draw_under(painter, self._frame, self.course, self.place)

    def _draw_over(self, painter: QPainter) -> None:
        if self.course is not None:
            draw_over(painter, self._frame, self.course, self.place)

    def spot_of(self, place: int) -> QPointF:
        """The middle of the room of a day, in pixels of the chart."""
        return QPointF(self._frame.x_of(place + 0.5), self._frame.ground.center().y())


class _Layer(QGraphicsItem):
    """What is drawn in pixels below or above the curves: grid, days, labels."""

    def __init__(self, draw: Callable[[QPainter], None], height: int) -> None:
        super().__init__()
        self._draw = draw
        self._room = QRectF()
        self.setZValue(height)

    def spread(self, room: QRectF) -> None:
        """Take this room, in pixels of the chart."""
        if room != self._room:
            self.prepareGeometryChange()
            self._room = room

    @override
    def boundingRect(self) -> QRectF:
        return self._room

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter)
        painter.restore()


def _shade(share: float) -> QColor:
    """The colour of the lines, so much of it."""
    shade = QColor(look().colour("chart1"))
    shade.setAlphaF(share)
    return shade


_LINES: Final[dict[str, tuple[str, float, list[float]]]] = {  # role, width, dashes in widths
    "low": ("", 1, []),
    "high": ("", 1, []),
    "ghost": ("edge", 1, []),
    "needed": ("text3", 1.5, [3, 2.5]),
    "actual": ("chart1", 2.5, []),
    "forecast": ("chart1", 2, [5, 3]),
}
