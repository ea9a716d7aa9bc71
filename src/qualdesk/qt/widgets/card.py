"""Grounds for other widgets: cards, dividers, headings and quotes."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.plain_text import unquoted
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import box, fill, reveal, smooth


class Card(QFrame):
    """A rounded ground with a line around it and no shadow; ``ground`` is a colour role.

    ``bar`` draws the accent bar down the left edge that marks the question being asked.
    It paints itself, so changing the ground never makes Qt match the style sheet again.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        ground: str = "surface",
        line: str | None = "line",
        bar: bool = False,
        radius: int = 10,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._line = line
        self._bar = bar
        self._radius = radius

    def set_ground(self, ground: str, line: str | None = None) -> None:
        """Change the ground and line in place."""
        if (ground, line) != (self._ground, self._line):
            self._ground, self._line = ground, line
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        rect = QRectF(self.rect())
        box(painter, rect, fill=self._ground, edge=self._line, radius=self._radius)
        if self._bar:
            here = look()
            outline = QPainterPath()
            corner = here.px(self._radius)
            outline.addRoundedRect(rect, corner, corner)
            painter.setClipPath(outline)
            fill(painter, QRectF(0, 0, here.px(3), rect.height()), "accent")


class Rule(QWidget):
    """A thin line between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(16, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill(smooth(self), self.rect(), "line")


class UprightRule(QWidget):
    """A thin upright line between parts of a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(1, 16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill(smooth(self), self.rect(), "line")


class Heading(QWidget):
    """A heading of a part: title, a quiet count beside it, and room for a widget at the end."""

    def __init__(
        self, title: str, count: str = "", end: QWidget | None = None, *, face: str = "body_strong"
    ) -> None:
        super().__init__()
        # Beside a long title the widget at the end keeps its room.
        self._title = PlainLabel(title, face=face, elide=end is not None)
        self._count = PlainLabel(count, face="body_medium", tone="text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        if end is not None:
            row.addWidget(end)

    def set(self, title: str, count: str = "") -> None:
        """Show another title and count in place."""
        self._title.setText(title)
        self._count.setText(count)


class Quote(QFrame):
    """Somebody's own words with the accent bar beside them, and whose they are."""

    def __init__(self, text: str = "", by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel(face="body", wrap=True)
        self._by = PlainLabel(face="hint", tone="text3", wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._by)
        self._scaled()
        self.set(text, by)

    def set(self, text: str, by: str = "") -> None:
        """Show other words; without words the whole block hides."""
        self._text.setText(tr("“{words}”", words=unquoted(text)) if text else "")
        self._by.setText(by)
        reveal(self._by, shown=bool(by))
        reveal(self, shown=bool(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        here = look()
        painter = smooth(self)
        rect = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(rect, here.px(8), here.px(8))
        painter.setClipPath(outline)
        fill(painter, rect, "sunken")
        fill(painter, QRectF(0, 0, here.px(3), rect.height()), "accent")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._scaled()

    def _scaled(self) -> None:
        here = look()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(here.px(13), here.px(10), here.px(12), here.px(8))
