"""Small parts the forms of the editor share: a label with a hint, a column that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.fields import Field


class Caption(QWidget):
    """What a field is for, with a quiet hint beside it, and room at the end."""

    def __init__(self, title: str, hint: str = "", end: QWidget | None = None) -> None:
        super().__init__()
        self.title = PlainLabel(title, face="hint_medium", tone="text2")
        self.hint = PlainLabel(hint, face="hint", tone="text2", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.hint, 1)
        if end is not None:
            row.addWidget(end)


class Scrolled(QScrollArea):
    """A column that scrolls up and down when it is higher than its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(2, 2, 2, 2)
        self.column.setSpacing(12)
        self.setWidget(self.inside)


class ReadField(Field):
    """A line that is read from its beginning, and written on from its end."""

    @override
    def setText(self, text: str | None) -> None:
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.end(False)  # noqa: FBT003 - Qt's own signature

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursorPosition(0)


def labelled(caption: QWidget, *fields: QWidget) -> QVBoxLayout:
    """A caption with its fields below it."""
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(caption)
    for field in fields:
        column.addWidget(field)
    return column
