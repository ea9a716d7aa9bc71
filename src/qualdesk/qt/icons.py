"""The shipped pictures of the window: Lucide outlines, recoloured, drawn once and kept."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qualdesk.resources import shipped


class Icons:
    """Pixmaps of the shipped icons, one for each name, colour, size and screen density."""

    def __init__(self) -> None:
        self._outlines: dict[str, bytes] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon ``name`` in one colour; ``size`` in window pixels, ``ratio`` of the screen.

        Raises:
            FileNotFoundError: no such icon is shipped.
        """
        key = (name, colour.name(QColor.NameFormat.HexArgb), size, ratio)
        found = self._drawn.get(key)
        if found is None:
            found = self._drawn[key] = self._draw(name, colour, size, ratio)
        return found

    def icon(self, name: str, colour: QColor, size: int = 18) -> QIcon:
        """The same as a ``QIcon``, sharp on screens of double density as well."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
        return icon

    def _draw(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        outline = self._outlines.get(name)
        if outline is None:
            outline = self._outlines[name] = shipped("icons", f"{name}.svg").read_bytes()
        tinted = outline.replace(b"currentColor", colour.name().encode())
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(colour.alphaF())
        QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
