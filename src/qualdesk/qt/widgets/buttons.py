"""Buttons that say what they do: filled, outlined, quiet, a link, or an icon alone."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.qt.plain import safe_text
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

ButtonKind = Literal["accent", "edge", "quiet", "danger"]

_LOOKS: Final = {  # kind: ground, lit ground, edge, ink, key caps
    "accent": ("accent", "accent_hover", None, "on_accent", "accent"),
    "edge": ("surface", "hover", "key_edge", "text", "surface"),
    "quiet": (None, "hover", None, "text2", "surface"),
    "danger": ("surface", "bad_soft", "key_edge", "bad", "surface"),
}


class PushButton(PaintedButton):
    """A button with a label, and where given an icon and its keys.

    At most one ``accent`` button stands on a screen. ``height`` is unscaled.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = "edge",
        icon: str = "",
        keys: str = "",
        height: int = 34,
    ) -> None:
        super().__init__(label, parent)
        self._kind: ButtonKind = kind
        self._height = height
        self._label, self._icon, self._command = "", "", ""
        self._asked: tuple[str, ...] = ()
        self.set(label, icon=icon, keys=keys)

    def set(self, label: str, *, icon: str = "", keys: str = "") -> None:
        """Show another label, icon and keys in place: a key, or the id of a command.

        Does nothing when they are the same.
        """
        if (label, icon, keys) == self._asked:
            return
        self._asked = (label, icon, keys)
        self._label = safe_text(label, 120, one_line=True)
        self._icon, self._command = icon, keys
        self.say_keys()

    @override
    def say_keys(self) -> None:
        self.renamed(", ".join(filter(None, (self._label, " ".join(self._keys)))))

    @property
    def _keys(self) -> tuple[str, ...]:
        return key_names(self._command)

    @property
    def is_main(self) -> bool:
        """Whether it is the one button its card or page is for."""
        return self._kind == "accent"

    @property
    def label(self) -> str:
        """The words on the button."""
        return self._label

    def set_kind(self, kind: ButtonKind) -> None:
        """Draw it as another kind of button: only one of a screen has the accent."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        width = px(28) + advance(self._label, self._face)
        if self._icon:
            width += px(16 + 8)
        if self._keys:
            width += self._gap + caps_width(self._keys)
        return QSize(width, px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _gap(self) -> int:
        return look().px(10) if self._label else 0

    @property
    def _face(self) -> str:
        return "text_strong" if self._height > look().px(40) else "body_strong"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        ground, lit, edge, ink, caps_on = _LOOKS[self._kind]
        painter = smooth(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        rect = QRectF(self.rect())
        box(painter, rect, fill=lit if is_lit(self) else ground, edge=edge)
        middle = rect.center().y()
        x = (rect.width() - self.sizeHint().width()) / 2 + px(14)
        if self._icon:
            x += glyph(painter, self._icon, x, middle, 16, ink) + px(8)
        room = advance(self._label, self._face)
        words(painter, QRectF(x, 0, room, rect.height()), self._label, face=self._face, tone=ink)
        caps(painter, x + room + self._gap, middle, self._keys, caps_on)


class MainButton(PushButton):
    """The one accent-filled button of a screen, tall, with its keys: what comes next."""

    def __init__(
        self,
        label: str,
        icon: str = "",
        keys: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent, kind="accent", icon=icon, keys=keys, height=48)


class LinkButton(PaintedButton):
    """Words in the accent colour that do something, with a key cap where there is one."""

    def __init__(self, label: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._label, self._command = "", ""
        self.set(label, keys)

    def set(self, label: str, keys: str = "") -> None:
        """Show other words and keys in place: a key, or the id of a command."""
        self._label = safe_text(label, 120, one_line=True)
        self._command = keys
        self.say_keys()

    @override
    def say_keys(self) -> None:
        self.renamed(", ".join(filter(None, (self._label, " ".join(self._keys)))))

    @property
    def _keys(self) -> tuple[str, ...]:
        return key_names(self._command)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        width = advance(self._label, "body_strong")
        if self._keys:
            width += px(8) + caps_width(self._keys)
        return QSize(max(width, px(24)), px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        room = advance(self._label, "body_strong")
        rect = QRectF(0, 0, room, self.height())
        words(painter, rect, self._label, face="body_strong", tone="accent_text")
        if is_lit(self):
            _underline(painter, rect)
        caps(painter, room + look().px(8), rect.center().y(), self._keys)


class IconButton(PaintedButton):
    """An icon that does something. ``name`` is what screen readers say: an icon says nothing."""

    def __init__(
        self, icon: str, name: str, parent: QWidget | None = None, *, tone: str = "text3"
    ) -> None:
        super().__init__(name, parent)
        self._icon = icon
        self._tone = tone

    def set(self, icon: str, name: str, tone: str = "text3") -> None:
        """Show another icon and meaning in place."""
        self._icon, self._tone = icon, tone
        self.renamed(name)

    @override
    def sizeHint(self) -> QSize:
        side = look().px(28)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        rect = QRectF(self.rect())
        if is_lit(self):
            box(painter, rect, fill="hover", radius=6)
        x = (rect.width() - look().px(16)) / 2
        glyph(painter, self._icon, x, rect.center().y(), 16, self._tone)


def _underline(painter: QPainter, rect: QRectF) -> None:
    """The line under a link the mouse is over."""
    y = rect.center().y() + look().px(8)
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
