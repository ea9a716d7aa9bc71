"""A key as printed on keyboards, shown beside what it does."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import keys_of, printed, with_keys
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import caps, caps_width, key_names, smooth


class KeyCap(PlainLabel):
    """One or more key caps in a row: ``KeyCap("Ctrl+J")`` draws Ctrl and J.

    ``KeyCap("note")`` draws the key of that command of the shortcut table, whatever it is now.
    """

    def __init__(self, sequence: str, parent: QWidget | None = None) -> None:
        self._command = sequence
        super().__init__(printed(keys_of(sequence)), parent, face="key")

    def set_keys(self, sequence: str) -> None:
        """Show other keys, written as in the shortcut table, or those of another command."""
        self._command = sequence
        self.setText(printed(keys_of(sequence)))

    def say_keys(self) -> None:
        """Somebody chose other keys: show them."""
        self.setText(printed(keys_of(self._command)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(caps_width(key_names(self._command)), look().px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the caps do not fit the place they have."""
        return self.width() < self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        caps(smooth(self), 0, QRectF(self.rect()).center().y(), key_names(self._command))


class KeyedLabel(PlainLabel):
    """A sentence that names keys by their commands: ``{undo} takes it back.`` is one."""

    def __init__(
        self,
        sentence: str,
        parent: QWidget | None = None,
        *,
        face: str = "body",
        tone: str = "text",
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        self._sentence = sentence
        super().__init__(with_keys(sentence), parent, face=face, tone=tone, wrap=wrap, elide=elide)

    def say_keys(self) -> None:
        """Somebody chose other keys: name them."""
        self.setText(with_keys(self._sentence))
