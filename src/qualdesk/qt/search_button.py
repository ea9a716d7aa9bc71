"""The search field of the top bar: it opens the palette, where is typed."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import (
    PaintedButton,
    advance,
    box,
    caps,
    caps_width,
    glyph,
    is_lit,
    key_names,
    smooth,
    words,
)

_WIDTH: Final = 268
_SAYS: Final = tr_later("Search or type a command")


class SearchButton(PaintedButton):
    """Drawn as a field with its key; where there is little room only its icon and key are left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr(_SAYS), parent)
        self._has_words = True

    def show_words(self, *, shown: bool) -> None:
        """Whether there is room for its words; its icon and key are always there."""
        if shown != self._has_words:
            self._has_words = shown
            self.updateGeometry()

    def room_for(self, *, with_words: bool) -> int:
        """How wide it is with or without its words, in pixels."""
        px = look().px
        around = px(10 + 16 + 7 + 3 + 8) + caps_width(key_names("palette"))
        return max(px(_WIDTH), around + advance(tr(_SAYS), "body")) if with_words else around

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.room_for(with_words=self._has_words), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        box(painter, rect, fill="hover" if is_lit(self) else "sunken", edge="line")
        middle = rect.center().y()
        left = px(10) + glyph(painter, "search", px(10), middle, 16, "text3") + px(7)
        keys = key_names("palette")
        end = rect.right() - px(8) - caps_width(keys)
        caps(painter, end, middle, keys)
        if end - left - px(3) >= advance(tr(_SAYS), "body"):
            where = QRectF(left, 0, end - left - px(3), rect.height())
            words(painter, where, tr(_SAYS), face="body", tone="text3")
