"""Rows of a card: an icon with words, and the person at its top."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.avatar import Avatar
from qualdesk.qt.widgets.paint import glyph, reveal, smooth


class IconMark(QWidget):
    """An icon that stands beside words and says nothing on its own. ``size`` unscaled."""

    def __init__(
        self, icon: str, tone: str = "text3", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, icon: str, tone: str = "text3") -> None:
        """Show another icon in place."""
        if (icon, tone) != (self._icon, self._tone):
            self._icon, self._tone = icon, tone
            self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, max(side, look().line("body")))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        glyph(smooth(self), self._icon, 0, self.height() / 2, self._size, self._tone)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class IconRow(QWidget):
    """An icon, words that wrap, and a hint below them or, ``beside``, after them."""

    def __init__(
        self,
        icon: str = "circle",
        text: str = "",
        hint: str = "",
        *,
        face: str = "body",
        tone: str = "text",
        beside: bool = False,
    ) -> None:
        super().__init__()
        self._mark = IconMark(icon)
        self._text = PlainLabel(face=face, tone=tone, wrap=not beside)
        self._hint = PlainLabel(face="hint", tone="text3", wrap=not beside, elide=beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        direction = QBoxLayout.Direction
        column = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom)
        column.setSpacing(8 if beside else 0)
        column.addWidget(self._text)
        column.addWidget(self._hint, 1)
        row.addLayout(column, 1)
        self.set(icon, text, hint)

    def set(self, icon: str, text: str, hint: str = "", tone: str = "text3") -> None:
        """Show another icon, words and hint in place; without words the row hides."""
        self._mark.set(icon, tone)
        self._text.setText(text)
        self._hint.setText(hint)
        reveal(self._hint, shown=bool(hint))
        reveal(self, shown=bool(text))


class PersonRow(QWidget):
    """Who it is: initials, name, and role or company below."""

    def __init__(self, size: int = 44, *, face: str = "name") -> None:
        super().__init__()
        self._avatar = Avatar(size=size)
        self._name = PlainLabel(face=face, wrap=True)
        self._role = PlainLabel(
            face="body" if face == "name" else "hint",
            tone="text2",
            wrap=True,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 if face == "name" else 10)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._name)
        column.addWidget(self._role)
        column.addStretch(1)
        row.addLayout(column, 1)

    def set(self, name: str, role: str = "", tone: str | None = None) -> None:
        """Show another person in place."""
        self._avatar.set_name(name, tone)
        self._name.setText(name)
        self._role.setText(role)
        reveal(self._role, shown=bool(role))
