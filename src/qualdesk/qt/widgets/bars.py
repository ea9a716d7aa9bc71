"""Bars: how far something is, and points against their threshold."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import fill, smooth


class ThinBar(QProgressBar):
    """A thin bar that fills from the left; a progress bar to screen readers."""

    def __init__(self, name: str, height: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._thickness = height
        self.setRange(0, 100)

    def set(self, done: int, of: int) -> None:
        """Show ``done`` of ``of``; nothing of nothing shows an empty bar."""
        most = max(of, 1)
        value = min(max(done, 0), most)
        if (value, most) == (self.value(), self.maximum()):
            return
        # Qt paints a bar that is seen at once, with all that lies below it: soon is enough.
        self.setUpdatesEnabled(False)
        self.setRange(0, most)
        self.setValue(value)
        self.setUpdatesEnabled(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(78), look().px(self._thickness))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(24), look().px(self._thickness))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        here = look()
        height = here.px(self._thickness)
        rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
        outline = QPainterPath()
        outline.addRoundedRect(rect, height / 2, height / 2)
        painter.setClipPath(outline)
        fill(painter, rect, "line")
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        done = QRectF(rect.x(), rect.y(), rect.width() * share, height)
        fill(painter, done, "accent")


class PointsBar(ThinBar):
    """Points reached out of those there are, with a mark where "qualified" begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Points"), 8, parent)
        self._threshold = 0

    def set_points(self, points: int, threshold: int, top: int = 100) -> None:
        """Show ``points`` of ``top`` and the mark at ``threshold``. Negative points show as 0."""
        if threshold != self._threshold:
            self._threshold = threshold
            self.update()
        self.set(points, top)
        self.setAccessibleName(
            tr_n(
                points,
                "{n} point, {threshold} needed",
                "{n} points, {threshold} needed",
                threshold=threshold,
            )
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(60), look().px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        share = self._threshold / max(self.maximum(), 1)
        x = min(max(self.width() * share - 1, 0), self.width() - 2)
        fill(smooth(self), QRectF(x, 0, 2, self.height()), "text")
