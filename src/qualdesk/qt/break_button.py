"""The button of the top bar that takes a break, and ends it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import plain_tooltip
from qualdesk.qt.shortcuts import keys_of, printed
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import PaintedButton, advance, box, glyph, is_lit, smooth, words


class BreakButton(PaintedButton):
    """Break, or Back while one is taken; where there is little room only its cup is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Break"), parent)
        self._is_on_break, self._has_words = False, True
        self.say_keys()

    @property
    def label(self) -> str:
        """The word on the button."""
        return tr("Back", about="from a break") if self._is_on_break else tr("Break")

    def show_break(self, *, is_on: bool) -> None:
        """Whether a break is being taken."""
        if is_on != self._is_on_break:
            self._is_on_break = is_on
            self.say_keys()

    def show_words(self, *, shown: bool) -> None:
        """Whether there is room for the word beside the cup."""
        if shown != self._has_words:
            self._has_words = shown
            self.updateGeometry()
            self.update()

    def room_for(self, *, with_words: bool) -> int:
        """How wide it is with or without its word, in pixels."""
        px = look().px
        said = px(8) + advance(self.label, "body_strong") if with_words else 0
        return px(10) + px(16) + said + px(10)

    @override
    def say_keys(self) -> None:
        key = printed(keys_of("break"))
        does = tr("Come back from the break") if self._is_on_break else tr("Take a break")
        self.renamed(f"{self.label}, {key}")
        plain_tooltip(self, f"{does}, {key}")

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
        ground = "hover" if is_lit(self) else "warn_soft" if self._is_on_break else None
        box(painter, rect, fill=ground)
        tone = "warn" if self._is_on_break else "text"
        icon = "play" if self._is_on_break else "coffee"
        x = px(10) + glyph(painter, icon, px(10), rect.center().y(), 16, tone) + px(8)
        if self._has_words:
            where = QRectF(x, 0, rect.width() - x, rect.height())
            words(painter, where, self.label, face="body_strong", tone=tone)
