"""The way to what is in front, at the top of the window: each step leads back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import (
    PaintedButton,
    advance,
    box,
    glyph,
    is_lit,
    reveal,
    smooth,
    words,
)

_WIDEST = 340


class Breadcrumb(QWidget):
    """The steps above the page in front, with a mark between each and the next."""

    pressed = Signal(int)
    """The step to go back to, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("The way here"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.steps: list[StepButton] = []
        self.show_steps(())

    def show_steps(self, names: Sequence[str]) -> None:
        """Show these steps; none hides the whole way."""
        while len(self.steps) < len(names):
            step = StepButton()
            step.clicked.connect(partial(self._press, len(self.steps)))
            self._row.addWidget(step)
            self.steps.append(step)
        for place, step in enumerate(self.steps):
            reveal(step, shown=place < len(names))
            if place < len(names):
                step.say(names[place])
        reveal(self, shown=bool(names))

    def _press(self, place: int) -> None:
        self.pressed.emit(place)


class StepButton(PaintedButton):
    """One step of the way, with the mark that leads on behind it."""

    def __init__(self) -> None:
        super().__init__(tr("Back"))
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, name: str) -> None:
        """Show the name of another step."""
        self._name = safe_text(name, 120, one_line=True)
        self.renamed(tr("Back to {name}", name=self._name))

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        room = min(advance(self._name, "text_medium"), px(_WIDEST))
        return QSize(px(6) + room + px(6 + 8 + 16 + 4), px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        px = look().px
        room = min(advance(self._name, "text_medium"), px(90))
        return QSize(px(6) + room + px(6 + 8 + 16 + 4), px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        ground = rect.adjusted(0, 0, -px(8 + 16 + 4), 0)
        if is_lit(self):
            box(painter, ground, fill="hover", radius=6)
        inner = ground.adjusted(px(6), 0, -px(6), 0)
        tone = "text" if is_lit(self) else "text2"
        words(painter, inner, self._name, face="text_medium", tone=tone)
        glyph(painter, "chevron-right", ground.right() + px(8), rect.center().y(), 16, "text3")
