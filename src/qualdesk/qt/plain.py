"""The only door for words to the screen: labels and tips that never read text as HTML."""

import html
import math
import unicodedata
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from qualdesk.qt.theme import look

LONGEST: Final = 2000
LONGEST_TIP: Final = 600
_WIDEST_WISH: Final = 360
_NARROWEST: Final = 48
_WIDTHS_KEPT: Final = 6
# By so many pixels a text laid out may be wider than it measures.
_HAIR: Final = 2
# A mark, an embedding or an isolate can show "gpj.exe" as "exe.jpg" and a number backwards.
_TURNERS: Final = frozenset("\u061c\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e")
_ISOLATES: Final = frozenset("\u2066\u2067\u2068\u2069")


def safe_text(text: str, limit: int = LONGEST, *, one_line: bool = False) -> str:
    """The text as it may be shown: no control, bidi-turning or broken characters, not endless.

    Line breaks stay unless ``one_line``; ``limit`` is in characters, and a cut shows as "…".
    """
    cut = text[: limit + 1]
    # What Python calls printable has none of all that: most text, and a card has much of it.
    kept = cut if cut.isprintable() else "".join(map(_shown, cut.replace("\r\n", "\n")))
    if one_line:
        kept = " ".join(kept.split())
    return kept if len(cut) <= limit else kept[: limit - 1] + "…"


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tip that shows ``text`` as it is, wrapped. An empty text removes it."""
    widget.setToolTip(_escaped(text) if text else "")


def name_aloud(widget: QWidget, text: str) -> None:
    """Give a widget the name a screen reader says: a stranger's text without what turns it."""
    widget.setAccessibleName(safe_text(text, LONGEST_TIP, one_line=True))


def show_tip(widget: QWidget, place: QPoint, text: str) -> None:
    """Show a tip now, at a place of the screen: for tables, whose cells are no widgets."""
    QToolTip.showText(place, _escaped(text), widget)


class PlainLabel(QLabel):
    """Words on the screen in a step of the type scale and a colour role, never as HTML.

    Wraps when ``wrap``, and then knows its height for any width. A label with ``elide`` may
    become narrow: it ends in "…" and tells the whole text in its tip.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        face: str = "body",
        tone: str = "text",
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._face = face
        self._tone = tone
        self._wrap = wrap
        self._elide = elide
        self._laid_out: dict[int, tuple[QTextLayout, int]] = {}
        self._measured: tuple[QFontMetricsF, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wrap:
            # Not Minimum: that would hold it to the height it wishes for at its widest wish.
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # QLabel takes the height for a width back with each text unless it wraps by itself.
        self.setWordWrap(wrap)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        """Show other words. Does nothing when they are the same, so callers need not ask."""
        clean = safe_text(text, one_line=not self._wrap)
        if clean != self.text():
            self._forget()
            super().setText(clean)

    def set_look(self, *, face: str | None = None, tone: str | None = None) -> None:
        """Change the step of the type scale or the colour role in place."""
        if face and face != self._face:
            self._face = face
            self._forget()
            self.updateGeometry()
            self.update()
        if tone and tone != self._tone:
            self._tone = tone
            self.update()

    def is_cut(self) -> bool:
        """Whether the words shown now do not fit the place they have."""
        if not self.text():
            return False
        needed = self.heightForWidth(self.width()) if self._wrap else look().line(self._face)
        if self.height() < needed:
            return True
        return not self._wrap and self.width() < self._natural_width()

    @override
    def sizeHint(self) -> QSize:
        width = self._natural_width()
        if not self._wrap:
            return QSize(width, look().line(self._face))
        width = min(width, look().px(_WIDEST_WISH))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        if not (self._wrap or self._elide):
            return self.sizeHint()
        width = min(self._natural_width(), look().px(_NARROWEST))
        return QSize(width, look().line(self._face))

    @override
    def heightForWidth(self, width: int) -> int:
        line = look().line(self._face)
        if not self._wrap:
            return line
        text = self.text()
        if self._natural_width() + _HAIR <= width:
            # Nothing wraps: the words need not be laid out to know that.
            return (text.count("\n") + 1) * line
        return self._layout(width)[1] * line

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        text = self.text()
        if not text:
            return
        here = look()
        painter = QPainter(self)
        painter.setPen(here.colour(self._tone))
        if self._wrap:
            self._layout(self.width())[0].draw(painter, QPointF(0, 0))
            return
        if self._elide:
            mode = Qt.TextElideMode.ElideRight
            text = here.metrics(self._face).elidedText(text, mode, self.width())
        painter.setFont(here.font(self._face))
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        flags = int(across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(self.rect()), flags, text)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        # Only below the mouse: a start sends the labels of the desk thousands of other events.
        self.installEventFilter(self)
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.removeEventFilter(self)
        super().leaveEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.is_cut():
            QToolTip.showText(event.globalPos(), _escaped(self.text()), self)
            return True
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._forget()
            self.updateGeometry()
            self.update()

    def _forget(self) -> None:
        """What was measured holds no more."""
        self._laid_out.clear()
        self._measured = None

    def _natural_width(self) -> int:
        here = look()
        by = here.metrics(self._face)
        # Another size of text brings other metrics, and a label that was never seen is not told.
        if self._measured is None or self._measured[0] is not by:
            lines = self.text().split("\n")
            self._measured = by, math.ceil(max(here.advance(line, self._face) for line in lines))
        return self._measured[1]

    def _layout(self, width: int) -> tuple[QTextLayout, int]:
        """The laid-out words and their number of lines; kept until the words change.

        A layout asks for several widths in turn before it settles on one.
        """
        found = self._laid_out.get(width)
        if found is None:
            if len(self._laid_out) >= _WIDTHS_KEPT:
                self._laid_out.clear()
            found = wrapped(self.text(), self._face, width, look().line(self._face))
            self._laid_out[width] = found
        return found


def wrapped(text: str, face: str, width: int, line_height: int) -> tuple[QTextLayout, int]:
    """The text laid out in lines of ``line_height`` pixels, and how many lines that took."""
    here = look()
    layout = QTextLayout(text.replace("\n", "\u2028"), here.font(face))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    lift = (line_height - here.metrics(face).height()) / 2
    count = 0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, count * line_height + lift))
        count += 1
        line = layout.createLine()
    layout.endLayout()
    return layout, max(count, 1)


def _shown(character: str) -> str:
    if character in _TURNERS or character in _ISOLATES:
        return ""
    if character in "\n\u2028\u2029":
        return "\n"
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return " " if character in "\t\r" else ""
    return character


def _escaped(text: str) -> str:
    return f"<qt>{html.escape(safe_text(text, LONGEST_TIP))}</qt>"
