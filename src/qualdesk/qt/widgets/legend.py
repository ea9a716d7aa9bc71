"""What the colours of a chart stand for: a dot and its words, one after the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import advance, box, smooth, words

_DOT: Final = 8
_BETWEEN: Final = 12


class Legend(PlainLabel):
    """Each entry is its words and the colour role of its dot."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        self._entries = tuple(entries)
        super().__init__(", ".join(says for says, _fill in self._entries), face="hint")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        each = [px(_DOT + 5) + advance(says, "hint") for says, _fill in self._entries]
        width = sum(each) + px(_BETWEEN) * max(len(each) - 1, 0)
        return QSize(width, look().line("hint"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the entries do not fit."""
        return self.width() < self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        x, middle = 0.0, self.height() / 2
        for says, fill in self._entries:
            box(painter, QRectF(x, middle - px(_DOT) / 2, px(_DOT), px(_DOT)), fill=fill, radius=8)
            x += px(_DOT + 5)
            room = advance(says, "hint")
            where = QRectF(x, 0, room, self.height())
            words(painter, where, says, face="hint", tone="text2")
            x += room + px(_BETWEEN)
