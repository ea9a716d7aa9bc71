"""A person as two letters in a circle."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.qt.plain import PlainLabel, plain_tooltip, safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import CENTRE, PaintedButton, box, is_lit, smooth, words

TONES: Final = ("call", "accent", "ok", "info", "warn")
_SMALL: Final = 36


class Avatar(PlainLabel):
    """The initials of a name; the same name always has the same colour. ``size`` unscaled."""

    def __init__(
        self, name: str = "", size: int = 44, parent: QWidget | None = None, *, here: bool = False
    ) -> None:
        super().__init__("", parent)
        self._size = size
        self._here = here
        self._tone = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str, tone: str | None = None) -> None:
        """Show another person. ``tone`` fixes the colour instead of taking it from the name."""
        clean = safe_text(name, 200, one_line=True)
        self.setText(initials(clean))
        self.setAccessibleName(clean)
        self._tone = tone or tone_of(clean)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the circle does not fit the place it has."""
        return self.width() < self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        here = look()
        painter = smooth(self)
        side = here.px(self._size)
        rect = QRectF(0, 0, side, side)
        box(painter, rect, fill=f"{self._tone}_soft", radius=self._size)
        ink = "accent_text" if self._tone == "accent" else self._tone
        face = "page_title" if self._size > _SMALL else "hint_strong"
        words(painter, rect, self.text(), face=face, tone=ink, align=CENTRE)
        if self._here:
            dot = here.px(10)
            spot = QRectF(side - dot, side - dot, dot, dot)
            box(painter, spot, fill="ok_fill", edge="surface", radius=dot, width=1.5)


class PersonButton(PaintedButton):
    """Whose desk this is, as two letters; pressed, it shows their day."""

    def __init__(self, does: str, size: int = 32) -> None:
        super().__init__(does)
        self._does, self._size = does, size
        self._letters, self._tone = "?", "accent"

    def set_name(self, name: str) -> None:
        """Show another person."""
        clean = safe_text(name, 200, one_line=True)
        self._letters, self._tone = initials(clean), tone_of(clean)
        self.renamed(", ".join(filter(None, (clean, self._does))))
        plain_tooltip(self, self.accessibleName())

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        here = look()
        painter = smooth(self)
        side = here.px(self._size)
        rect = QRectF(0, 0, side, side)
        edge = "edge" if is_lit(self) else None
        box(painter, rect, fill=f"{self._tone}_soft", edge=edge, radius=self._size)
        ink = "accent_text" if self._tone == "accent" else self._tone
        words(painter, rect, self._letters, face="hint_strong", tone=ink, align=CENTRE)
        dot = here.px(10)
        spot = QRectF(side - dot, side - dot, dot, dot)
        box(painter, spot, fill="ok_fill", edge="surface", radius=dot, width=1.5)


def initials(name: str) -> str:
    """The first letters of the first and last word of a name, in capitals; "?" for none."""
    parts = [part for part in name.split() if part[0].isalnum()]
    letters = parts[:1] + parts[1:][-1:]
    return "".join(part[0] for part in letters).upper() or "?"


def tone_of(name: str) -> str:
    """The colour of a person: the same name has the same one everywhere."""
    return TONES[sum(map(ord, name)) % len(TONES)]
