"""Room on the desk: columns that scroll on their own, and layouts measured at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inside: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """A column that scrolls on its own, never sideways."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def settle(widget: QWidget) -> None:
    """Have every layout below a widget measure itself now instead of with the next event.

    How much fits can then be asked in the same breath as the words change.
    """
    for child in reversed(widget.findChildren(QWidget)):
        layout = child.layout()
        if layout is not None:
            layout.activate()
    layout = widget.layout()
    if layout is not None:
        layout.activate()
