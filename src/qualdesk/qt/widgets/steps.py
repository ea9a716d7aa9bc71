"""The steps of longer work across the top of a page: done, the one now, and those to come."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import CENTRE, advance, box, glyph, smooth, words

StepState = Literal["done", "now", "later"]
_DISC: Final = 26
_GAP: Final = 10


@frozen
class Step:
    """One step: its name, a few words on where it stands, and whether it is done."""

    title: str
    says: str = ""
    state: StepState = "later"


class StepBar(Card):
    """A card with the steps in a row, joined by lines; it is looked at, not pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(
            Step(
                title=safe_text(step.title, 90, one_line=True),
                says=safe_text(step.says, 120, one_line=True),
                state=step.state,
            )
            for step in steps
        )
        now = [
            tr("step {at} of {steps}, {title}", at=at, steps=len(steps), title=step.title)
            for at, step in _numbered(self._steps)
        ]
        self.setAccessibleName(", ".join(now) or tr("All steps are done"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(640), look().px(58))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(58))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._steps:
            return
        px = look().px
        painter = smooth(self)
        room = self.width() - px(40)
        widths = [_step_width(step) for step in self._steps]
        joints = max(len(widths) - 1, 1)
        line = (room - sum(widths)) / joints
        if line < px(24):
            widths = [_step_width(step, short=True) for step in self._steps]
            line = max((room - sum(widths)) / joints, px(8))
        x: float = px(20)
        middle = self.height() / 2
        for number, (step, width) in enumerate(zip(self._steps, widths, strict=True), start=1):
            _draw_step(painter, QRectF(x, 0, width, self.height()), step, number)
            x += width
            if number < len(widths):
                start, stop = x + px(14), x + line - px(14)
                if stop > start:
                    dash = QRectF(start, middle - 0.5, stop - start, 1)
                    painter.fillRect(dash, look().colour("key_edge"))
            x += line


def _numbered(steps: Sequence[Step]) -> list[tuple[int, Step]]:
    return [(at, step) for at, step in enumerate(steps, start=1) if step.state == "now"]


def _step_width(step: Step, *, short: bool = False) -> int:
    says = 0 if short else advance(step.says, "hint")
    text = max(advance(step.title, "body_strong"), says)
    return look().px(_DISC + _GAP) + text + look().px(4)


def _draw_step(painter: QPainter, rect: QRectF, step: Step, number: int) -> None:
    px = look().px
    middle = rect.center().y()
    disc = QRectF(rect.x(), middle - px(_DISC) / 2, px(_DISC), px(_DISC))
    if step.state == "done":
        box(painter, disc, fill="ok_soft", radius=_DISC)
        glyph(painter, "check", disc.x() + px(6), middle, 14, "ok")
    else:
        now = step.state == "now"
        box(
            painter,
            disc,
            fill="accent" if now else "surface",
            edge=None if now else "edge",
            radius=_DISC,
        )
        ink = "on_accent" if now else "text2"
        words(painter, disc, str(number), face="body_strong", tone=ink, align=CENTRE)
    x = disc.right() + px(_GAP)
    room = rect.right() - x
    tone = "text2" if step.state == "later" else "text"
    if not step.says or advance(step.says, "hint") > room + 1:
        whole = QRectF(x, rect.y(), room, rect.height())
        words(painter, whole, step.title, face="body_strong", tone=tone)
        return
    above = QRectF(x, middle - px(17), room, px(18))
    words(painter, above, step.title, face="body_strong", tone=tone)
    words(painter, QRectF(x, middle, room, px(17)), step.says, face="hint", tone="text2")
