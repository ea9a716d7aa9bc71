"""Where the call stands: a dot, a word, and the timer or the number in large figures."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel, safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import advance, box, smooth, words

CallTone = Literal["ready", "dialling", "talking", "wrapping", "break"]

_COLOURS = {  # tone: dot, word
    "ready": ("edge", "text2"),
    "dialling": ("accent", "accent_text"),
    "talking": ("ok_fill", "ok"),
    "wrapping": ("call_fill", "call"),
    "break": ("warn_fill", "warn"),
}


class CallState(PlainLabel):
    """The state in a word above the timer: "On a call" and 03:42; or above the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state: CallTone = "ready"
        self._word, self._figure = "", ""

    def set(self, tone: CallTone, word: str, figure: str = "") -> None:
        """Show another state in place; the spoken name changes only with word or minute."""
        wider = len(figure) != len(self._figure) or word != self._word
        self._state = tone
        self._word = safe_text(word, 60, one_line=True)
        self._figure = safe_text(figure, 60, one_line=True)
        minutes = self._figure.rpartition(":")[0]
        self.setText(f"{self._word} {minutes or self._figure}".strip())
        if wider:
            self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        face = "hint_medium" if self._figure else "text_strong"
        wide = max(advance(self._word, face), advance(self._figure, "timer"))
        return QSize(px(27) + wide + px(2), px(46))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the figures lack room."""
        return self.width() < self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        here = look()
        px = here.px
        painter = smooth(self)
        dot, ink = _COLOURS[self._state]
        middle = self.height() / 2
        if self._state != "ready":
            halo = QColor(here.colour(dot))
            halo.setAlphaF(0.25)
            box(painter, QRectF(0, middle - px(8), px(17), px(17)), fill=halo, radius=9)
        spot = QRectF(px(4), middle - px(4), px(9), px(9))
        box(painter, spot, fill=dot, radius=5)
        room = self.width() - px(27)
        if not self._figure:
            whole = QRectF(px(27), 0, room, self.height())
            words(painter, whole, self._word, face="text_strong", tone=ink)
            return
        above = QRectF(px(27), middle - px(22), room, px(18))
        words(painter, above, self._word, face="hint_medium", tone=ink)
        below = QRectF(px(27), middle - px(5), room, px(27))
        words(painter, below, self._figure, face="timer", tone="text")
