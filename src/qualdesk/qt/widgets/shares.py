"""Bars in parts: how a whole falls into a few counts, each named below it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import number
from qualdesk.qt.plain import PlainLabel, safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import advance, box, smooth, words

_BAR: Final = 8
_DOT: Final = 8
_LINE: Final = 18
_BETWEEN: Final = 16


@frozen
class Share:
    """One part: how many, what they are, and the colour role of its piece of the bar."""

    count: int
    says: str
    fill: str
    tone: str = "text2"

    @property
    def text(self) -> str:
        """The part in words: "12 taken"."""
        return safe_text(f"{number(self.count)} {self.says}", 90, one_line=True)


class SharesBar(PlainLabel):
    """A bar whose pieces add up to the whole, and the counts in words below it.

    A count that is there is never drawn thinner than a person can see.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None, *, dots: bool = True) -> None:
        super().__init__("", parent)
        self._name = name
        self._dots = dots
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Show these parts in this order."""
        self._shares = tuple(shares)
        said = ", ".join(share.text for share in shares)
        self.setText(said)
        self.setAccessibleName(f"{self._name}: {said}" if self._name else said)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(self._words_width(), px(_BAR + 6 + _LINE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the counts below the bar do not fit."""
        return self.width() < self._words_width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        here = look()
        painter = smooth(self)
        bar = QRectF(0, 0, self.width(), here.px(_BAR))
        outline = QPainterPath()
        outline.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(bar, here.colour("line"))
        x = 0.0
        for share, width in zip(self._shares, self._pieces(bar.width()), strict=True):
            piece = QRectF(x, 0, max(width - 1.5, 0), bar.height())
            painter.fillRect(piece, here.colour(share.fill))
            x += width
        painter.restore()
        self._draw_words(here.px(_BAR + 6))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _draw_words(self, top: float) -> None:
        px = look().px
        painter = smooth(self)
        x = 0.0
        for share in self._shares:
            if self._dots:
                dot = QRectF(x, top + px(_LINE - _DOT) / 2, px(_DOT), px(_DOT))
                box(painter, dot, fill=share.fill, radius=_DOT)
                x += px(_DOT + 6)
            room = advance(share.text, "hint_medium")
            where = QRectF(x, top, room, px(_LINE))
            words(painter, where, share.text, face="hint_medium", tone=share.tone)
            x += room + px(_BETWEEN)

    def _pieces(self, width: float) -> list[float]:
        """The width of every piece: by its share, but never too thin to be seen."""
        whole = sum(share.count for share in self._shares)
        least = look().px(5)
        raw = [width * share.count / whole if whole else 0.0 for share in self._shares]
        wanted = [
            max(each, least) if share.count else 0.0
            for each, share in zip(raw, self._shares, strict=True)
        ]
        over = sum(wanted) - width
        if over > 0:
            wanted[wanted.index(max(wanted))] -= over
        return wanted

    def _words_width(self) -> int:
        px = look().px
        dot = px(_DOT + 6) if self._dots else 0
        each = [advance(share.text, "hint_medium") + dot for share in self._shares]
        return sum(each) + px(_BETWEEN) * max(len(each) - 1, 0)
