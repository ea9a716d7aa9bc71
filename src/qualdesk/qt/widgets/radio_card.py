"""An answer as a wide card: a round mark to choose, two lines, and its number at the end."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.option import OptionButton
from qualdesk.qt.widgets.paint import RIGHT, advance, box, cap_width, caps, is_lit, smooth, words

_HEIGHT: Final = 54
_LOW: Final = 38
_SIDE: Final = 14
_MARK: Final = 16


class RadioCard(OptionButton):
    """One of a few answers that decide something; its end says why it is the suggested one.

    A low one has both its lines beside each other.
    """

    is_low = False

    def set_low(self, *, is_low: bool) -> None:
        """Make the card low, where there is little room, or as high as usual."""
        if is_low != self.is_low:
            self.is_low = is_low
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        px, shown = look().px, self.option
        text = max(advance(shown.title, "text_medium"), advance(shown.second, "hint"))
        end = advance(shown.trailing, "hint_medium") + px(20) if shown.trailing else 0
        return QSize(
            px(_SIDE + _MARK + 12) + text + end + px(20 + 12 + _SIDE),
            px(_LOW if self.is_low else _HEIGHT),
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, shown, chosen = look().px, self.option, self.isChecked()
        painter = smooth(self)
        rect = QRectF(self.rect())
        if chosen:
            box(painter, rect, fill="accent_soft", edge="accent", width=1.5)
        else:
            box(painter, rect, fill="hover" if is_lit(self) else "surface", edge="line")
        middle = rect.center().y()
        _draw_mark(painter, QPointF(px(_SIDE) + px(_MARK) / 2, middle), chosen=chosen)
        end = rect.width() - px(_SIDE) - cap_width(shown.key)
        caps(painter, end, middle, [shown.key])
        if shown.trailing:
            room = advance(shown.trailing, "hint_medium")
            end -= room + px(20)
            where = QRectF(end, 0, room, rect.height())
            words(
                painter,
                where,
                shown.trailing,
                face="hint_medium",
                tone="accent_text",
                align=RIGHT,
            )
        x = px(_SIDE + _MARK + 12)
        inner = end - px(12) - x
        face = "text_strong" if chosen else "text_medium"
        if self.is_low:
            width = advance(shown.title, face)
            words(painter, QRectF(x, 0, inner, rect.height()), shown.title, face=face)
            beside = QRectF(x + width + px(12), 0, inner - width - px(12), rect.height())
            words(painter, beside, shown.second, face="hint", tone="text2")
            return
        top = middle - px(19) if shown.second else middle - px(10)
        words(painter, QRectF(x, top, inner, px(20)), shown.title, face=face)
        below = QRectF(x, top + px(20), inner, px(17))
        words(painter, below, shown.second, face="hint", tone="text2")


def _draw_mark(painter: QPainter, centre: QPointF, *, chosen: bool) -> None:
    """Draw the round mark: a ring, filled in its middle when chosen."""
    here = look()
    radius = here.px(_MARK) / 2 - 0.75
    painter.setBrush(here.colour("surface"))
    painter.setPen(QPen(here.colour("accent" if chosen else "edge"), 1.5))
    painter.drawEllipse(centre, radius, radius)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("accent"))
        painter.drawEllipse(centre, radius / 2 + 0.5, radius / 2 + 0.5)
