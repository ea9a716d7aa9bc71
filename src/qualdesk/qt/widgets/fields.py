"""Where people type and tick: fields, notes, choices from a list, and ticks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from qualdesk.qt.plain import plain_tooltip, safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.paint import advance, box, glyph, is_lit, smooth, words
from qualdesk.qt.widgets.rows import IconMark

LONGEST_NOTE: Final = 4000
_WIDEST_NEED: Final = 380


def gives_undo(event: QEvent, field: QPlainTextEdit | QAbstractSpinBox | QLineEdit) -> bool:
    """Whether the event claims undo or redo for a field that has nothing of the kind.

    Such a field ignores the event, so that the last action is undone.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    text = field.lineEdit() if isinstance(field, QAbstractSpinBox) else field
    of = text.document() if isinstance(text, QPlainTextEdit) else text
    if event.matches(QKeySequence.StandardKey.Undo):
        return not of.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not of.isRedoAvailable()


def give_words_room(box: QAbstractSpinBox, event: QEvent, left: int) -> None:
    """After an event: the whole inside of a field without buttons is for its words.

    Qt's style sheets leave it one pixel, and do so again whenever it is resized, shown or
    styled anew. ``left`` is unscaled.
    """
    if event.type() == QEvent.Type.DeferredDelete:
        return  # It is gone: whoever touches it now takes the program down.
    wanted = box.rect().adjusted(look().px(left), 2, -2, -2)
    if box.lineEdit().geometry() != wanted:
        box.lineEdit().setGeometry(wanted)


class Field(QLineEdit):
    """A line to type in. ``icon`` stands inside at the left, ``keys`` at the right.

    It gives Ctrl+Z away while it has nothing to undo, so that the last action can be undone.
    """

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        keys: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(1000)
        self._mark = IconMark(icon, parent=self) if icon else None
        self._cap = KeyCap(keys, self) if keys else None
        self._make_room()

    @override
    def event(self, event: QEvent) -> bool:
        if gives_undo(event, self):
            event.ignore()
            return False
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _place_extras(self, self._mark, self._cap, self.height() // 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def say_keys(self) -> None:
        """Somebody chose other keys: make room for the cap as it is now."""
        self._make_room()

    def _make_room(self) -> None:
        px = look().px
        left = px(26) if self._mark else 0
        right = self._cap.sizeHint().width() + px(8) if self._cap else 0
        self.setTextMargins(left, 0, right, 0)
        _place_extras(self, self._mark, self._cap, self.height() // 2)


class NoteField(QPlainTextEdit):
    """A note of several lines: one line high until it has more to show, plain text only."""

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        keys: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "pencil-line",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._mark = IconMark(icon, parent=self) if icon else None
        self._cap = KeyCap(keys, self) if keys else None
        self._make_room()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(36))

    @override
    def event(self, event: QEvent) -> bool:
        if gives_undo(event, self):
            event.ignore()
            return False
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _place_extras(self, self._mark, self._cap, look().px(18))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def say_keys(self) -> None:
        """Somebody chose other keys: make room for the cap as it is now."""
        self._make_room()

    def _make_room(self) -> None:
        px = look().px
        right = self._cap.sizeHint().width() + px(8) if self._cap else 0
        self.setViewportMargins(px(22) if self._mark else 0, 0, right, 0)
        _place_extras(self, self._mark, self._cap, px(18))


class Choice(QComboBox):
    """One of a few values, drawn like a field with a chevron; keys and lists are Qt's own."""

    def __init__(
        self, name: str, values: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # On Linux Qt tells the chosen value as the name of a choice.
        self.setAccessibleDescription(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self._show_chosen)
        self.set_values(values)

    def set_values(self, values: Sequence[str], current: str = "") -> None:
        """Offer these values; ``current`` is chosen where it is among them, else the first."""
        self.clear()
        self.addItems([safe_text(value, 120, one_line=True) for value in values])
        self.setCurrentIndex(max(self.findText(current), 0) if values else -1)

    def _show_chosen(self, text: str) -> None:
        """Room for it; what is longer than any room it gets tells all in its tip."""
        is_long = advance(text, "body_medium") + look().px(46) > look().px(_WIDEST_NEED)
        plain_tooltip(self, text if is_long else "")
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        texts = [self.itemText(place) for place in range(self.count())]
        widest = max((advance(text, "body_medium") for text in texts), default=0)
        return QSize(widest + look().px(46), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        px = look().px
        # What is chosen can be read, unless somebody gave it a name as long as a line.
        chosen = min(advance(self.currentText(), "body_medium") + px(46), px(_WIDEST_NEED))
        return QSize(max(chosen, px(90)), px(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        edge, width = ("focus", 2.0) if self.hasFocus() else ("edge", 1.0)
        box(painter, rect, fill="surface", edge=edge, width=width)
        tone = "text" if self.isEnabled() else "text3"
        inner = rect.adjusted(px(10), 0, -px(32), 0)
        words(painter, inner, self.currentText(), face="body_medium", tone=tone)
        glyph(painter, "chevron-down", rect.width() - px(26), rect.center().y(), 16, "text2")


class Tick(QCheckBox):
    """A box to tick with words beside it; a check box to screen readers."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._label = ""
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Show other words beside the box."""
        self._label = safe_text(label, 120, one_line=True)
        self.setAccessibleName(self._label)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(px(26) + advance(self._label, "body_medium"), px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        middle = self.height() / 2
        square = QRectF(0, middle - px(8), px(16), px(16))
        if self.checkState() == Qt.CheckState.Unchecked:
            box(painter, square, fill="hover" if is_lit(self) else "surface", edge="edge", radius=4)
        else:
            box(painter, square, fill="accent", radius=4)
            partly = self.checkState() == Qt.CheckState.PartiallyChecked
            glyph(painter, "minus" if partly else "check", px(2), middle, 12, "on_accent")
        tone = "text" if self.isEnabled() else "text3"
        where = QRectF(px(24), 0, self.width() - px(24), self.height())
        words(painter, where, self._label, face="body_medium", tone=tone)


def _place_extras(field: QWidget, mark: IconMark | None, cap: KeyCap | None, middle: int) -> None:
    """Put the icon and the key cap into their places inside a field."""
    px = look().px
    if mark is not None:
        mark.resize(mark.sizeHint())
        mark.move(px(11), middle - mark.height() // 2)
    if cap is not None:
        cap.resize(cap.sizeHint())
        cap.move(field.width() - cap.width() - px(9), middle - cap.height() // 2)
