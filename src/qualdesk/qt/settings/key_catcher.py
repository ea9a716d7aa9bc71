"""A button that shows a command's key and takes another one by being pressed with it."""

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from typing_extensions import override

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.shortcuts import keys_of, printed
from qualdesk.qt.widgets.buttons import PushButton

WAITS: Final = tr_later("Press the new key")
_ALONE: Final = frozenset(
    {
        *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
        *(Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
    }
)


class KeyCatcher(PushButton):
    """Enter or a click makes it wait; the next key is told, Esc leaves it as it was.

    While it waits every key is its own: also those that do something in this window.
    """

    caught = Signal(str)
    """The key that was pressed, as the shortcut table writes it."""

    def __init__(self, command: str, does: str) -> None:
        self._does = does
        self.is_waiting = False
        self._of = command
        super().__init__("", keys=command, height=32)
        self.clicked.connect(self.wait)

    @override
    def say_keys(self) -> None:
        """Both what it does and its key: the keys of a table alone say nothing."""
        said = tr(WAITS) if self.is_waiting else f"{self._does}, {printed(keys_of(self._of))}"
        self.renamed(said)

    def wait(self) -> None:
        """Take the next key as the new one."""
        self.is_waiting = True
        self.set(tr(WAITS))

    def rest(self) -> None:
        """Show the key it has."""
        self.is_waiting = False
        self.set("", keys=self._of)

    @override
    def event(self, event: QEvent) -> bool:
        if self.is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_waiting:
            self.rest()

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ALONE:
            return
        if key == Qt.Key.Key_Escape:
            self.rest()
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, key))
        self.rest()
        self.caught.emit(pressed.toString(QKeySequence.SequenceFormat.PortableText))
