"""Words to read aloud as they are written: plain text, with what was said before as chips."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from qualdesk.core.words import Piece, parse
from qualdesk.qt.call_desk.words_field import GrowingField
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import CENTRE, advance, box, words

_CHIP: Final = "\ufffc"
_TYPE: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_NAME: Final = QTextFormat.Property.UserProperty.value + 1
_FALL_BACK: Final = _NAME + 1
_HAS_FALL_BACK: Final = _NAME + 2
_FACE: Final = "hint_strong"
Labelled = Callable[[str], str]
Known = Callable[[str], bool]


class SayField(GrowingField):
    """A field for words with ``{{field}}`` places, each shown as one chip.

    What is pasted comes in as plain text, and places in it become chips as well. Typing two
    opening braces asks for a field; so does Ctrl+Space, which changes the chip beside the cursor.
    """

    said = Signal()
    """The words were changed by a person."""
    field_wanted = Signal()
    """A field is to be put in, or the chip beside the cursor to be changed."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder, icon="")
        self.label: Labelled = str
        self.known: Known = bool
        self._is_putting = False
        self._chips = _Chips(self)
        self.document().documentLayout().registerHandler(_TYPE, self._chips)
        self.setFont(look().font("text"))
        self.set_lines(1, 8)
        self.textChanged.connect(self._changed)

    def put_text(self, text: str) -> None:
        """Show other words; the same ones stay as they are, with the cursor in them."""
        if text == self.text():
            return
        self._is_putting = True
        self.clear()
        self._insert(self.textCursor(), parse(text))
        self.document().clearUndoRedoStacks()
        self._is_putting = False

    def text(self) -> str:
        """The words as a script keeps them: ``{{field|fall-back}}`` where a chip stands."""
        return self._written(0, self.document().characterCount() - 1)

    def put_in(self, field: str, fall_back: str | None) -> None:
        """Put a field in where the cursor stands; over the chip that is being changed."""
        cursor = self._at_chip() or self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, (Piece(name=field, fall_back=fall_back),))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def chip_here(self) -> Piece | None:
        """The chip beside the cursor, None when there is none."""
        cursor = self._at_chip()
        return _piece(cursor.charFormat()) if cursor is not None else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and ctrl:
            self.field_wanted.emit()
            return
        if event.text() == "{" and self._char_before() == "{":
            self.textCursor().deletePreviousChar()
            self.field_wanted.emit()
            return
        super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.chip_here() is not None:
            self.field_wanted.emit()
            return
        super().mouseDoubleClickEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, data = self.textCursor(), QMimeData()
        data.setText(self._written(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, parse(source.text().replace(_CHIP, "")))
        cursor.endEditBlock()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(look().font("text"))
            # Chips are measured when the text is laid out.
            self.document().markContentsDirty(0, self.document().characterCount())
            self._grow()

    @override
    def _grow(self) -> None:
        # A line with a chip is higher than one of words: each block is measured.
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        least, most = look().px(40), look().px(200)
        needed = round(height) + look().px(20)
        policy = Qt.ScrollBarPolicy
        fits = needed <= most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.setFixedHeight(min(max(needed, least), most))

    def _changed(self) -> None:
        if not self._is_putting:
            self.said.emit()

    def _char_before(self) -> str:
        cursor = self.textCursor()
        place = cursor.position() - 1
        return self.document().characterAt(place) if place >= 0 else ""

    def _at_chip(self) -> QTextCursor | None:
        """A cursor with the chip beside the text cursor selected, the one before it first."""
        end = self.textCursor().position()
        for place in (end - 1, end):
            if place >= 0 and self.document().characterAt(place) == _CHIP:
                cursor = QTextCursor(self.document())
                cursor.setPosition(place)
                cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
                return cursor
        return None

    def _insert(self, cursor: QTextCursor, pieces: tuple[Piece, ...]) -> None:
        for piece in pieces:
            if piece.name:
                cursor.insertText(_CHIP, _format(piece))
            else:
                cursor.insertText(piece.text, QTextCharFormat())

    def _written(self, start: int, end: int) -> str:
        written = []
        cursor = QTextCursor(self.document())
        for place in range(start, end):
            letter = self.document().characterAt(place)
            if letter == _CHIP:
                cursor.setPosition(place + 1)
                written.append(_place(_piece(cursor.charFormat())))
            else:
                written.append("\n" if letter in "\u2029\u2028" else letter)
        return "".join(written)


class _Chips(QPyTextObject):
    """Draws the chips of a field."""

    def __init__(self, field: SayField) -> None:
        super().__init__(field)
        self._field = field

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        del doc, posInDocument
        px = look().px
        return QSizeF(advance(self._label(format), _FACE) + px(24), px(20))

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        del doc, posInDocument
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = self._field.known(str(format.property(_NAME)))
        # The engine sets an object on the line of the words; a chip stands in the middle of them.
        px = look().px
        chip = QRectF(rect).adjusted(px(3), px(3), -px(3), px(3))
        box(painter, chip, fill="accent_soft" if known else "bad_soft", radius=11)
        tone = "accent_text" if known else "bad"
        words(painter, chip, self._label(format), face=_FACE, tone=tone, align=CENTRE)
        painter.restore()

    def _label(self, format: QTextFormat) -> str:  # noqa: A002 - as Qt calls it
        return safe_text(self._field.label(str(format.property(_NAME))), 60, one_line=True)


def _format(piece: Piece) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setObjectType(_TYPE)
    made.setProperty(_NAME, piece.name)
    made.setProperty(_FALL_BACK, piece.fall_back or "")
    made.setProperty(_HAS_FALL_BACK, piece.fall_back is not None)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made


def _piece(made: QTextCharFormat) -> Piece:
    has = bool(made.property(_HAS_FALL_BACK))
    fall_back = str(made.property(_FALL_BACK)) if has else None
    return Piece(name=str(made.property(_NAME)), fall_back=fall_back)


def _place(piece: Piece) -> str:
    inner = piece.name if piece.fall_back is None else f"{piece.name}|{piece.fall_back}"
    return f"{{{{{inner}}}}}"
