"""Rows that are kept and shown again, so that another value never builds widgets anew."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from qualdesk.qt.widgets.paint import reveal

Part = TypeVar("Part", bound=QWidget)
Value = TypeVar("Value")


class Pool(Generic[Part, Value]):
    """As many widgets in a layout as there are values; the rest hide and wait."""

    def __init__(
        self, layout: QBoxLayout, make: Callable[[], Part], fill: Callable[[Part, Value], None]
    ) -> None:
        self.layout = layout
        self._make = make
        self._fill = fill
        self.parts: list[Part] = []

    def show(self, values: Sequence[Value]) -> None:
        """Show these values, one widget each."""
        while len(self.parts) < len(values):
            part = self._make()
            self.layout.insertWidget(len(self.parts), part)
            self.parts.append(part)
        for place, part in enumerate(self.parts):
            reveal(part, shown=place < len(values))
            if place < len(values):
                self._fill(part, values[place])
