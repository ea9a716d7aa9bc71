"""A part of a page in another light than the window: what is dark elsewhere shown light here."""

from typing import Final

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.theme import look

_ARRIVED: Final = frozenset({QEvent.Type.ChildAdded, QEvent.Type.ChildPolished})


class OtherLight(QObject):
    """Paints a widget and all that is in it in the colours of one theme, light or dark.

    Painted widgets ask the look for their colours while they paint. So each of their paint
    events is carried out here, with the other colours in force just then.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._name = ""
        self._is_painting = False
        self._watched: set[int] = set()
        self._watch(part)

    @property
    def name(self) -> str:
        """The theme shown; empty is that of the window."""
        return self._name

    def turn(self, name: str) -> None:
        """Show the part in this theme; as the window when it is the window's own."""
        wanted = "" if name == look().theme.name else name
        if wanted != self._name:
            self._name = wanted
            look().dress(self._part, wanted)
            self._repaint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _ARRIVED and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget):
                self._watch(child)
        elif kind == QEvent.Type.Paint and self._name and isinstance(watched, QWidget):
            with look().in_light(self._name):
                # True: the event was carried out here and must not be painted over.
                return bool(watched.event(event)) or True
        return super().eventFilter(watched, event)

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        for child in widget.findChildren(QWidget):
            # Installed again it stays installed once.
            child.installEventFilter(self)

    def _repaint(self) -> None:
        self._part.update()
        for child in self._part.findChildren(QWidget):
            child.update()
