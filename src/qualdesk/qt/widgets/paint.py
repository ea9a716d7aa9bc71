"""How painted widgets draw: boxes, words, icons, key caps, and the base of painted buttons."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.qt.plain import safe_text
from qualdesk.qt.shortcuts import capped, keys_of
from qualdesk.qt.theme import look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE
CENTRE = Qt.AlignmentFlag.AlignHCenter | _MIDDLE


def smooth(widget: QWidget) -> QPainter:
    """A painter for the widget with soft edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: str | QColor | None = None,
    edge: str | QColor | None = None,
    radius: float = 8,
    width: float = 1.0,
) -> None:
    """Draw a rounded box inside ``rect``; colours are roles or colours, sizes unscaled."""
    here = look()
    if here.strong_lines and isinstance(fill, str) and fill.endswith("_soft") and edge is None:
        # The tint is gone for people who ask for contrast, so a strong line says the same.
        edge, width = fill.removesuffix("_soft"), 2.0
    painter.setBrush(_colour(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(_colour(edge), width))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    corner = min(here.px(radius), rect.height() / 2)
    painter.drawRoundedRect(rect, corner, corner)


def fill(painter: QPainter, rect: QRect | QRectF, role: str) -> None:
    """Fill a rectangle with the colour of a role.

    Asked to do the same by itself, Qt's painter has every gradient it knows made first.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour(role))
    painter.drawRect(rect)


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    face: str = "body",
    tone: str | QColor = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text in ``rect``, ended with "…" where it would not fit."""
    here = look()
    if here.advance(text, face) > rect.width() + 0.5:
        text = here.metrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(here.font(face))
    painter.setPen(_colour(tone))
    painter.drawText(rect, int(align) | Qt.TextFlag.TextSingleLine, text)


def advance(text: str, face: str) -> int:
    """How wide a line of text is in pixels, rounded up."""
    return math.ceil(look().advance(text, face))


def glyph(  # noqa: PLR0917 - what, where, how large, which colour: read in this order
    painter: QPainter, name: str, x: float, middle: float, size: int = 16, tone: str = "text2"
) -> float:
    """Draw an icon with its left edge at ``x``, centred on ``middle``; its width in pixels."""
    here = look()
    ratio = painter.device().devicePixelRatioF()
    side = here.px(size)
    painter.drawPixmap(QPointF(x, middle - side / 2), here.pixmap(name, tone, size, ratio))
    return side


def cap_width(text: str) -> int:
    """The width of one key cap in pixels."""
    return max(look().px(20), advance(text, "key") + look().px(12))


def caps_width(keys: Sequence[str]) -> int:
    """The width of a row of key caps in pixels; 0 for none."""
    return sum(map(cap_width, keys)) + look().px(3) * max(len(keys) - 1, 0)


def caps(
    painter: QPainter, x: float, middle: float, keys: Sequence[str], ground: str = "surface"
) -> float:
    """Draw key caps from ``x`` on; ``ground`` is surface, accent or toast. The width drawn."""
    here = look()
    fill, edge, tone = _cap_colours(ground)
    start, height = x, here.px(20)
    for key in keys:
        rect = QRectF(x, middle - height / 2, cap_width(key), height)
        box(painter, rect, fill=fill, edge=edge, radius=5)
        words(painter, rect, key, face="key", tone=tone, align=CENTRE)
        x += rect.width() + here.px(3)
    return max(x - here.px(3) - start, 0)


def shadow(painter: QPainter, rect: QRectF, depth: int, radius: float = 12) -> None:
    """Draw a soft shadow for a box that lies ``depth`` pixels inside ``rect``.

    A few nested boxes: an effect object would redraw everything on it for each change.
    """
    shade = QColor(0, 0, 0, 4)
    for step in range(depth):
        inset = step + 1
        ring = rect.adjusted(inset, inset + depth / 4, -inset, -inset / 2)
        box(painter, ring, fill=shade, radius=radius + (depth - step) / 2)


class PaintedButton(QAbstractButton):
    """The base of painted buttons: a push button to screen readers, keyboard and mouse.

    ``QAbstractButton.setText`` is never used: it would take "&" in a company's name for a
    keyboard shortcut.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(safe_text(name, one_line=True))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange}:
            self.updateGeometry()
            self.update()

    def say_keys(self) -> None:
        """Somebody chose other keys: a button that names its key says it again."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt presses a button by Space alone; on the desk Enter dials.
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and plain == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def renamed(self, name: str) -> None:
        """Tell screen readers the new name, measure again and repaint."""
        self.setAccessibleName(safe_text(name, one_line=True))
        self.updateGeometry()
        self.update()


def reveal(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a part of a page. One without a page yet waits for it to be shown.

    Showing a widget that has no parent would open it as a window of its own.
    """
    if not shown:
        widget.hide()
    elif widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.show()


def is_lit(button: QAbstractButton) -> bool:
    """Whether the button shows the hover ground: the mouse is over it and it can be pressed."""
    return button.isEnabled() and (button.underMouse() or button.isDown())


def key_names(sequence: str) -> tuple[str, ...]:
    """The caps of a key sequence as printed on keyboards: ``Ctrl+Return`` is Ctrl, Enter.

    The id of a command of the shortcut table stands for its key, whatever somebody made it.
    """
    sequence = keys_of(sequence)
    said = {"Return": "Enter", "PgDown": "PgDn", "Escape": "Esc", "Up": "↑", "Down": "↓"}
    parts = sequence.replace("++", "+plus").split("+")
    return tuple(capped(said.get(part, part)) for part in parts if part)


def _colour(role: str | QColor) -> QColor:
    return look().colour(role) if isinstance(role, str) else role


def _cap_colours(ground: str) -> tuple[QColor, QColor, QColor]:
    here = look()
    if ground == "surface":
        return here.colour("key"), here.colour("key_edge"), here.colour("key_text")
    ink = here.colour("on_accent" if ground == "accent" else "toast_text")
    fill, edge = QColor(ink), QColor(ink)
    fill.setAlphaF(0.16)
    edge.setAlphaF(0.38)
    return fill, edge, ink
