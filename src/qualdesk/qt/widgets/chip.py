"""Short facts in a rounded pill: reasons, kinds, counts."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import CENTRE, advance, box, smooth, words

ChipTone = Literal["plain", "accent", "ok", "call", "warn", "bad", "info"]


class Chip(PlainLabel):
    """A fact of a few words in a pill; the tone says what kind of fact, never alone."""

    def __init__(
        self, text: str = "", tone: ChipTone = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent, face="chip")
        self._chip_tone: ChipTone = tone

    def set(self, text: str, tone: ChipTone = "plain") -> None:
        """Show another fact in place."""
        if tone != self._chip_tone:
            self._chip_tone = tone
            self.update()
        self.setText(text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text()), look().px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), look().px(40)), look().px(22))

    @override
    def is_cut(self) -> bool:
        """Whether the words do not fit the pill."""
        return self.width() < self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_chip(smooth(self), QRectF(self.rect()), self.text(), self._chip_tone)


def chip_width(text: str) -> int:
    """The width of a chip with this text in pixels."""
    return advance(text, "chip") + 2 * look().px(9)


def draw_chip(painter: QPainter, rect: QRectF, text: str, tone: ChipTone = "plain") -> None:
    """Draw a chip filling ``rect``, for widgets that draw several themselves."""
    if tone == "plain":
        box(painter, rect, fill="sunken", edge="line", radius=11)
        ink = "text2"
    else:
        box(painter, rect, fill=f"{tone}_soft", radius=11)
        ink = "accent_text" if tone == "accent" else tone
    inner = rect.adjusted(look().px(9), 0, -look().px(9), 0)
    words(painter, inner, text, face="chip", tone=ink, align=CENTRE)
