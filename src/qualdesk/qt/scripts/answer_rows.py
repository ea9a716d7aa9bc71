"""The answers of a question as they are written: words, number key, and what each one feeds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.questions import MOST_OPTIONS, Option
from qualdesk.core.wording import tr
from qualdesk.qt.scripts.feeds import Feed
from qualdesk.qt.widgets.buttons import IconButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

_DRAGGED: Final = "application/x-qualdesk-answer"
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Grip(IconMark):
    """The six dots one takes a row by."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__("grip-vertical", "text3")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPoint | None = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        way = (event.position().toPoint() - self._from).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._from = None
            self.taken.emit()


class AnswerLine(QWidget):
    """One answer: its words, and what the definition makes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.grip = Grip()
        self.cap = KeyCap("1")
        self.words = Field(tr("Answer"))
        self.feeds = Choice(tr("Feeds"))
        self.remove = IconButton("x", tr("Remove this answer"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.grip)
        row.addWidget(self.cap)
        row.addWidget(self.words, 4)
        row.addWidget(self.feeds, 5)
        row.addWidget(self.remove)

    def show_option(self, place: int, option: Option, feeds: Sequence[Feed]) -> None:
        """Show this answer at this place, counted from 0."""
        self.cap.set_keys(str(place + 1))
        if self.words.text() != option.label:
            self.words.setText(option.label)
        self.words.setAccessibleName(tr("Answer {number}", number=place + 1))
        self.remove.renamed(
            tr("Remove answer {number}, {answer}", number=place + 1, answer=option.label)
        )
        self.feeds.setAccessibleName(tr("What answer {number} feeds", number=place + 1))
        values = [feed.value for feed in feeds]
        said = [feed.says for feed in feeds]
        if said != [self.feeds.itemText(at) for at in range(self.feeds.count())]:
            self.feeds.set_values(said)
        reveal(self.feeds, shown=bool(feeds))
        if option.value in values:
            self.feeds.setCurrentIndex(values.index(option.value))


class AnswerRows(QWidget):
    """All answers of a question, in the order of the number keys."""

    edited = Signal(object, str)
    """The answers are others now, and a key by which edits of one field belong together."""
    added = Signal()
    """One more answer is wanted."""
    removed = Signal(str)
    """The value of an answer to take out."""
    named = Signal(int)
    """The words of an answer were written: its place."""
    revalued = Signal(str, str)
    """An answer stands for another value of the definition: the old one, the new one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.lines: list[AnswerLine] = []
        self._options: tuple[Option, ...] = ()
        self._feeds: tuple[Feed, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_options(self, options: Sequence[Option], feeds: Sequence[Feed]) -> None:
        """Show these answers; ``feeds`` are the values the definition knows."""
        self._options, self._feeds = tuple(options), tuple(feeds)
        while len(self.lines) < len(options):
            self._add_line()
        for place, line in enumerate(self.lines):
            if place < len(options):
                line.show_option(place, options[place], feeds)
            reveal(line, shown=place < len(options))

    @property
    def can_add(self) -> bool:
        """Whether a number key is left."""
        return len(self._options) < MOST_OPTIONS

    def take_cursor(self, place: int) -> None:
        """Put the cursor into the words of an answer."""
        if 0 <= place < len(self._options):
            self.lines[place].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_at(self, place: int, to: int) -> None:
        """Give an answer another number key."""
        to = min(max(to, 0), len(self._options) - 1)
        if to == place:
            return
        options = list(self._options)
        options.insert(to, options.pop(place))
        self.edited.emit(tuple(options), "")
        self.take_cursor(to)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            place = next((at for at, line in enumerate(self.lines) if line.words is watched), -1)
            if place >= 0 and event.type() == QEvent.Type.ShortcutOverride and _moves(event):
                # Else the window would move the question instead of the answer.
                event.accept()
                return True
            if place >= 0 and event.type() == QEvent.Type.KeyPress and self._took(place, event):
                return True
        return super().eventFilter(watched, event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_DRAGGED) and event.source() in self.findChildren(Grip):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        place = int(bytes(event.mimeData().data(_DRAGGED).data()).decode())
        spot = event.position().y()
        shown = self.lines[: len(self._options)]
        above = sum(line.geometry().center().y() < spot for line in shown)
        self.put_at(place, above - 1 if above > place else above)
        event.acceptProposedAction()

    def _add_line(self) -> None:
        line, place = AnswerLine(), len(self.lines)
        line.words.textEdited.connect(lambda text: self._typed(place, text))
        line.words.editingFinished.connect(lambda: self.named.emit(place))
        line.words.installEventFilter(self)
        line.feeds.activated.connect(lambda at: self._fed(place, at))
        line.remove.clicked.connect(lambda: self._remove(place))
        line.grip.taken.connect(lambda: self._drag(place))
        self.lines.append(line)
        self._column.addWidget(line)

    def _took(self, place: int, event: QKeyEvent) -> bool:
        """Enter goes on to the next answer, Alt with an arrow moves this one."""
        if _moves(event):
            self.put_at(place, place + _STEPS[Qt.Key(event.key())])
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if place + 1 < len(self._options):
                self.take_cursor(place + 1)
            elif self._options[place].label:
                self.added.emit()
            return True
        if plain and event.key() == Qt.Key.Key_Backspace and not self._options[place].label:
            self._remove(place)
            self.take_cursor(max(place - 1, 0))
            return True
        return False

    def _typed(self, place: int, text: str) -> None:
        options = list(self._options)
        options[place] = replace(options[place], label=text)
        self._options = tuple(options)
        self.edited.emit(self._options, f"answer {place}")

    def _fed(self, place: int, at: int) -> None:
        before, after = self._options[place].value, self._feeds[at].value
        if before != after:
            self.revalued.emit(before, after)

    def _remove(self, place: int) -> None:
        if place < len(self._options):
            self.removed.emit(self._options[place].value)

    def _drag(self, place: int) -> None:
        data = QMimeData()
        data.setData(_DRAGGED, str(place).encode())
        drag = QDrag(self.lines[place].grip)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)


def _moves(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and event.key() in _STEPS
