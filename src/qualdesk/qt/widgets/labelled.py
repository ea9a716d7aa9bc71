"""A field under its name."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from qualdesk.qt.plain import PlainLabel


def labelled(layout: QBoxLayout, title: str, field: QWidget, stretch: int = 0) -> None:
    """Put a field under its name."""
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(PlainLabel(title, face="hint_medium", tone="text2"))
    column.addWidget(field)
    layout.addLayout(column, stretch)
