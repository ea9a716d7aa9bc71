"""What was just done, and the seconds left to undo it: a card on the desk, a toast elsewhere."""

import math
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import plain_tooltip, safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import (
    CENTRE,
    RIGHT,
    PaintedButton,
    advance,
    box,
    caps,
    caps_width,
    glyph,
    key_names,
    reveal,
    shadow,
    smooth,
    words,
)

TimeLeft = Callable[[], timedelta]

_POLL_MS: Final = 200
_SHADE: Final = 12


class UndoCard(PaintedButton):
    """What was just done, with the seconds left to undo it; pressing it undoes.

    The card asks ``left`` for the time that is left instead of keeping time itself: the desk
    decides until when an undo is possible.
    """

    expired = Signal()
    """The time is over; the card has hidden itself."""

    def __init__(self, keys: str = "undo", parent: QWidget | None = None) -> None:
        super().__init__(tr("Undo"), parent)
        self._command = keys
        self._title, self._consequence = "", ""
        self._left: TimeLeft = timedelta
        self._whole = timedelta(seconds=10)
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._looked)
        self.hide()

    def offer(self, title: str, consequence: str, left: TimeLeft) -> None:
        """Show what was done and what follows, while ``left()`` is above nothing."""
        self._title = safe_text(title, 180, one_line=True)
        self._consequence = safe_text(consequence, 180, one_line=True)
        self._left = left
        self._whole = max(left(), timedelta(seconds=1))
        self.say_keys()
        reveal(self, shown=True)
        self._timer.start()
        self._looked()

    @override
    def say_keys(self) -> None:
        parts = (tr("Undo"), self._title, self._consequence, " ".join(self._keys))
        self.renamed(", ".join(filter(None, parts)))
        # In a narrow strip a line may end in "…": the tip has the whole of it.
        plain_tooltip(self, "\n".join(filter(None, (self._title, self._consequence))))

    @property
    def _keys(self) -> tuple[str, ...]:
        return key_names(self._command)

    def withdraw(self) -> None:
        """Hide the card: the undo was taken, or something newer stands in its place."""
        self._timer.stop()
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(322), look().px(60))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(60))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        box(painter, rect, fill="toast", radius=10)
        middle = rect.center().y()
        _ring(painter, QRectF(px(13), middle - px(10), px(20), px(20)), self._left(), self._whole)
        end = rect.width() - px(13)
        side = max(caps_width(self._keys), advance(tr("Undo"), "body_strong"))
        x = px(45)
        room = end - side - px(12) - x
        title = QRectF(x, middle - px(18), room, px(18))
        words(painter, title, self._title, face="body_strong", tone="toast_text")
        below = QRectF(x, middle, room, px(18))
        words(painter, below, self._consequence, face="hint", tone="toast_text")
        link = QRectF(end - side, middle - px(20), side, px(18))
        words(painter, link, tr("Undo"), face="body_strong", tone="toast_link", align=RIGHT)
        caps(painter, end - caps_width(self._keys), middle + px(9), self._keys, "toast")

    def _looked(self) -> None:
        if self._left() <= timedelta():
            self.withdraw()
            self.expired.emit()
        self.update()


class Toast(PaintedButton):
    """A dark line above the bottom of the page: what was done, and undo while it is possible."""

    expired = Signal()
    """The time is over; the toast has hidden itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._text, self._action = "", ""
        self._keys: tuple[str, ...] = ()
        self._left: TimeLeft = timedelta
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._looked)
        self.hide()

    def tell(self, text: str, left: TimeLeft, action: str = "", keys: str = "") -> None:
        """Show ``text`` while ``left()`` is above nothing; pressing it does the action."""
        self._text = safe_text(text, 240, one_line=True)
        self._action = action
        self._keys = key_names(keys)
        self._left = left
        parts = (self._text, self._action, " ".join(self._keys))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if action else Qt.FocusPolicy.NoFocus)
        self.renamed(", ".join(filter(None, parts)))
        self.adjustSize()
        reveal(self, shown=True)
        if not self.isWindow():
            self.raise_()
        self._timer.start()

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        width = px(_SHADE * 2 + 16 + 16 + 10) + advance(self._text, "body_strong") + px(16)
        if self._action:
            width += px(12) + advance(self._action, "body_strong")
            width += px(10) + caps_width(self._keys) + px(10) + advance("10 s", "body")
        return QSize(width, px(42 + _SHADE * 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        shadow(painter, QRectF(self.rect()), px(_SHADE))
        rect = QRectF(self.rect()).adjusted(px(_SHADE), px(_SHADE), -px(_SHADE), -px(_SHADE))
        box(painter, rect, fill="toast", radius=8)
        middle, x = rect.center().y(), rect.x() + px(16)
        x += glyph(painter, "check", x, middle, 16, "toast_text") + px(10)
        for text, tone in ((self._text, "toast_text"), (self._action, "toast_link")):
            room = advance(text, "body_strong")
            where = QRectF(x, rect.y(), room, rect.height())
            words(painter, where, text, face="body_strong", tone=tone)
            x += room + px(12) if text else 0
        if self._action:
            x += caps(painter, x, middle, self._keys, "toast") + px(10)
            seconds = QRectF(x, rect.y(), px(40), rect.height())
            words(painter, seconds, f"{_whole_seconds(self._left())} s", tone="toast_text")

    def _looked(self) -> None:
        if self._left() <= timedelta():
            self._timer.stop()
            self.hide()
            self.expired.emit()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.adjustSize()


def _whole_seconds(left: timedelta) -> int:
    return max(math.ceil(left.total_seconds()), 0)


def _ring(painter: QPainter, rect: QRectF, left: timedelta, whole: timedelta) -> None:
    """The seconds left as a number in a ring that runs out."""
    here = look()
    faint = QColor(here.colour("toast_text"))
    faint.setAlphaF(0.25)
    inner = rect.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faint, 2.5))
    painter.drawEllipse(inner)
    pen = QPen(here.colour("toast_link"), 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    share = min(max(left / whole, 0.0), 1.0)
    painter.drawArc(inner, 90 * 16, round(360 * 16 * share))
    number = str(_whole_seconds(left))
    words(painter, rect, number, face="micro_strong", tone="toast_text", align=CENTRE)
