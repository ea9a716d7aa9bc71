"""The way through a script: its stages in order, how far each is, and where the caller stands."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import PaintedButton, advance, box, glyph, is_lit, smooth, words


@frozen
class StageShown:
    """One stage as the trail shows it; ``of`` 0 shows no count."""

    title: str
    answered: int = 0
    of: int = 0
    is_done: bool = False
    is_current: bool = False


class StageTrail(QWidget):
    """Open > Discover 3 of 3 > Fit 1 of 4 > Next step; pressing one goes there."""

    pressed = Signal(int)
    """The place of the stage pressed, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: list[_StageButton] = []
        self._chevrons: list[_Chevron] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)

    def set_stages(self, stages: Sequence[StageShown]) -> None:
        """Show these stages; buttons are kept and change in place."""
        while len(self._stages) < len(stages):
            self._add()
        for place, button in enumerate(self._stages):
            is_shown = place < len(stages)
            button.setVisible(is_shown)
            self._chevrons[place].setVisible(is_shown and place > 0)
            if is_shown:
                button.set(stages[place])
        self._count_what_fits()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_what_fits()

    def _count_what_fits(self) -> None:
        """All counts, else that of the stage in front, else none: no half of them in a gap."""
        shown = [each for each in self._stages if not each.isHidden()]
        apart = (_Chevron.WIDTH + 2 * 2) * max(len(shown) - 1, 0)
        for counted in (shown, [each for each in shown if each.is_current], []):
            for each in shown:
                each.count(shown=each in counted)
            if sum(each.sizeHint().width() for each in shown) + look().px(apart) <= self.width():
                return

    def _add(self) -> None:
        place = len(self._stages)
        chevron = _Chevron(self)
        button = _StageButton(self)
        button.clicked.connect(lambda _checked=False: self.pressed.emit(place))
        self._chevrons.append(chevron)
        self._stages.append(button)
        self._row.insertWidget(self._row.count() - 1, chevron)
        self._row.insertWidget(self._row.count() - 1, button)


class _Chevron(QWidget):
    WIDTH: Final = 22

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(self.WIDTH), look().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        x = (self.width() - look().px(14)) / 2
        glyph(smooth(self), "chevron-right", x, self.height() / 2, 14, "text2")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class _StageButton(PaintedButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._stage = StageShown(title="")
        self._title, self._count = "", ""
        self._is_counted = True

    @property
    def is_current(self) -> bool:
        return self._stage.is_current

    def count(self, *, shown: bool) -> None:
        """Show how far the stage is, or leave that to the spoken name."""
        if shown != self._is_counted:
            self._is_counted = shown
            self.updateGeometry()
            self.update()

    def set(self, stage: StageShown) -> None:
        if stage == self._stage and self._title:
            return
        self._stage = stage
        self._title = safe_text(stage.title, 40, one_line=True)
        self._count = (
            tr("{answered} of {of}", answered=stage.answered, of=stage.of) if stage.of else ""
        )
        state = tr("current") if stage.is_current else tr("done") if stage.is_done else ""
        self.renamed(", ".join(filter(None, (self._title, self._count, state))))

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        has_count = self._count and self._is_counted
        count = px(8) + advance(self._count, "body") if has_count else 0
        return QSize(self.minimumSizeHint().width() + count, px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        # The count gives way where the stages lack room beside each other.
        px = look().px
        return QSize(px(10 + 16 + 7) + advance(self._title, "text_strong") + px(11), px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, stage = look().px, self._stage
        painter = smooth(self)
        rect = QRectF(self.rect())
        if stage.is_current or is_lit(self):
            box(painter, rect, fill="accent_soft" if stage.is_current else "hover")
        icon, ink = "circle", "text2"
        if stage.is_done:
            icon, ink = "circle-check", "ok"
        if stage.is_current:
            icon, ink = "circle-dot", "accent_text"
        x = px(10) + glyph(painter, icon, px(10), rect.center().y(), 16, ink) + px(7)
        tone = "accent_text" if stage.is_current else "text2"
        face = "text_strong" if stage.is_current or stage.is_done else "text_medium"
        room = advance(self._title, face)
        words(painter, QRectF(x, 0, room, rect.height()), self._title, face=face, tone=tone)
        x += room + px(8)
        end = QRectF(x, 0, rect.width() - x, rect.height())
        if self._is_counted and advance(self._count, "body") <= end.width():
            words(painter, end, self._count, face="body", tone="text2")
