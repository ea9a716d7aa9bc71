"""What matters most about a lead in one line, and the same line while it is being written."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.desk.wishing import LONGEST_LINE
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import NoteField
from qualdesk.qt.widgets.paint import reveal


class LineEditor(QWidget):
    """The line as it is read; :meth:`begin` turns it into a field. Enter keeps, Esc leaves."""

    said = Signal(str)
    """The line in other words."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._came_from: QWidget | None = None
        self.label = PlainLabel(face="text_medium", wrap=True)
        self.field = _OneLine(tr("In one line"))
        self._hint = PlainLabel(face="hint", tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.label, self.field, self._hint):
            column.addWidget(each)
        self.field.kept.connect(self.keep)
        self.field.left.connect(self.leave)
        self.field.textChanged.connect(self._count)
        self._switch(writing=False)

    @property
    def is_writing(self) -> bool:
        """Whether the line is being written."""
        return not self.field.isHidden()

    def show_line(self, text: str) -> None:
        """Show this line; one that is being written stays as it is typed."""
        self._text = text
        self.label.setText(text or tr("Nothing was noted in one line."))
        self.label.set_look(tone="text" if text else "text2")

    def begin(self) -> None:
        """Write the line in other words."""
        if not self.is_writing:
            self._came_from = QApplication.focusWidget()
            self.write_on(self._text)
            self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_on(self, text: str) -> None:
        """Go on with what was written so far, without taking the cursor."""
        self.field.setPlainText(text)
        self._switch(writing=True)

    def keep(self) -> None:
        """Keep what was written; a line that is too long stays in the field until it is shorter."""
        if not self.is_writing:
            return
        text = " ".join(self.field.toPlainText().split())
        if len(text) > LONGEST_LINE:
            return
        self._end()
        if text != self._text:
            self.show_line(text)
            self.said.emit(text)

    def leave(self) -> str:
        """Leave the line as it was; gives what was written, empty where nothing was."""
        if not self.is_writing:
            return ""
        written = self.field.toPlainText()
        self._end()
        return written

    def _end(self) -> None:
        had_cursor = self.field.hasFocus()
        self._switch(writing=False)
        back = self._came_from
        if had_cursor and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self, *, writing: bool) -> None:
        reveal(self.label, shown=not writing)
        reveal(self.field, shown=writing)
        reveal(self._hint, shown=writing)

    def _count(self) -> None:
        left = LONGEST_LINE - len(" ".join(self.field.toPlainText().split()))
        is_long = left < 0
        says = tr("Enter keeps it, Esc leaves it as it was. {left} letters left.", left=left)
        if is_long:
            says = tr("{over} letters too long. Sales reads one line.", over=-left)
        self._hint.setText(says)
        self._hint.set_look(tone="warn" if is_long else "text2")


class _OneLine(NoteField):
    """A field that wraps one line; Enter and Esc end it."""

    kept = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, icon="")

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(80))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(80))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
