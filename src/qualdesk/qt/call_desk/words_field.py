"""Fields for what is said on the phone: they grow with the words, and Enter keeps them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import NoteField


class GrowingField(NoteField):
    """A field as high as its words need, between two numbers of lines."""

    def __init__(
        self, name: str, placeholder: str = "", keys: str = "", *, icon: str = "pencil-line"
    ) -> None:
        super().__init__(name, placeholder, keys, icon=icon)
        self._least, self._most = 1, 4
        self.document().setDocumentMargin(3)
        # Qt counts the margin as something to undo: Ctrl+Z in an empty field would do nothing.
        self.document().clearUndoRedoStacks()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def set_lines(self, least: int, most: int = 4) -> None:
        """Be at least so many lines high, and at most so many."""
        if (least, most) != (self._least, self._most):
            self._least, self._most = least, max(least, most)
            self._grow()

    def put(self, text: str) -> None:
        """Show other words, the cursor behind them. They cannot be undone: they were saved."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def _grow(self) -> None:
        # The layout of a plain text document counts its height in lines.
        needed = round(self.document().size().height())
        lines = min(max(needed, self._least), self._most)
        fits = needed <= lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        height = look().px(17) + lines * look().metrics("body").lineSpacing()
        self.setFixedHeight(max(round(height), look().px(36)))


class WordsField(GrowingField):
    """Their own words: Enter keeps them, Shift+Enter starts a new line."""

    kept = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, icon="")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_enter and plain == Qt.KeyboardModifier.NoModifier:
            self.kept.emit()
            return
        super().keyPressEvent(event)
