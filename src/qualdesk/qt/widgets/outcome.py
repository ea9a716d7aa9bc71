"""Outcome buttons of the call bar: a key, a title, and what pressing it will cause."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import plain_tooltip, safe_text
from qualdesk.qt.shortcuts import capped, keys_of
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import (
    PaintedButton,
    advance,
    box,
    caps,
    caps_width,
    glyph,
    is_lit,
    smooth,
    words,
)

OutcomeState = Literal["normal", "selected", "lacking", "danger"]

_LOOKS: Final = {  # state: ground, lit ground, edge, title ink, second ink
    "normal": ("surface", "hover", "line", "text", "text2"),
    "selected": ("call_soft", "call_soft", "call", "text", "text2"),
    "lacking": ("sunken", "hover", "line", "text3", "text3"),
    "danger": ("surface", "bad_soft", "line", "bad", "text2"),
}


class OutcomeButton(PaintedButton):
    """One outcome: its key ("Alt 1"), its title, and its consequence ("again 16:10").

    ``lacking`` looks sunken and says what it needs, but can be pressed: it then leads there.
    ``told`` is the consequence where it is longer than a key has room for: its tip and its name
    for screen readers say it. ``danger`` shows the ban icon in place of the key, which the
    second line tells instead.
    """

    def __init__(
        self,
        keys: str,
        title: str,
        consequence: str = "",
        state: OutcomeState = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._command = keys
        self._title, self._consequence, self._told = "", "", ""
        self._state: OutcomeState = state
        self._asked: tuple[str, ...] = ()
        self.set(title, consequence, state)

    def set(
        self,
        title: str,
        consequence: str = "",
        state: OutcomeState = "normal",
        *,
        told: str = "",
    ) -> None:
        """Show another title, consequence and state in place; ``told`` is all of the second.

        Does nothing when they are the same: the bar would be measured anew for nothing.
        """
        asked = (title, consequence, state, told)
        if asked == self._asked:
            return
        self._asked = asked
        self._title = safe_text(title, 90, one_line=True)
        self._consequence = safe_text(consequence, 120, one_line=True)
        self._told = safe_text(told, 180, one_line=True) or self._consequence
        self._state = state
        plain_tooltip(self, self._told if self._told != self._consequence else "")
        self.say_keys()

    @override
    def say_keys(self) -> None:
        chosen = tr("chosen") if self._state == "selected" else ""
        parts = (self._title, chosen, self._told, self._keys)
        self.renamed(", ".join(filter(None, parts)))

    @property
    def state(self) -> OutcomeState:
        """How the button stands now."""
        return self._state

    @property
    def consequence(self) -> str:
        """What the button says pressing it will cause."""
        return self._consequence

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        text = max(advance(self._title, "body_strong"), advance(self._second, "hint"))
        return QSize(px(9) + self._lead() + px(8) + text + px(10), px(48))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        ground, lit, edge, ink, second = _LOOKS[self._state]
        painter = smooth(self)
        rect = QRectF(self.rect())
        width = 1.5 if self._state == "selected" else 1.0
        box(painter, rect, fill=lit if is_lit(self) else ground, edge=edge, width=width)
        middle = rect.center().y()
        if self._state == "danger":
            glyph(painter, "ban", px(9), middle, 18, "bad")
        else:
            caps(painter, px(9), middle, self._caps)
        x = px(9) + self._lead() + px(8)
        room = rect.width() - x - px(8)
        if not self._second:
            words(
                painter,
                QRectF(x, 0, room, rect.height()),
                self._title,
                face="body_strong",
                tone=ink,
            )
            return
        top = middle - px(17)
        words(painter, QRectF(x, top, room, px(18)), self._title, face="body_strong", tone=ink)
        below = QRectF(x, top + px(18), room, px(16))
        words(painter, below, self._second, face="hint", tone=second)

    @property
    def _keys(self) -> str:
        return capped(keys_of(self._command)).replace("+", " ")

    @property
    def _caps(self) -> Sequence[str]:
        return [self._keys] if self._keys else []

    @property
    def _second(self) -> str:
        if self._state == "danger":
            return self._consequence or self._keys
        return self._consequence

    def _lead(self) -> int:
        return look().px(18) if self._state == "danger" else caps_width(self._caps)
