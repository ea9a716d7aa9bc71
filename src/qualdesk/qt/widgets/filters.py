"""A row of filters of which one is on: what a table shows, each with its count."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import number
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.chip import ChipTone
from qualdesk.qt.widgets.paint import (
    CENTRE,
    PaintedButton,
    advance,
    box,
    is_lit,
    reveal,
    smooth,
    words,
)


@frozen
class Filter:
    """One filter: its key, its words, how many rows it shows, and the tone that draws the eye.

    ``count`` None is for one that is not counted.
    """

    key: str
    title: str
    count: int | None = None
    tone: ChipTone = "plain"

    @property
    def says(self) -> str:
        """The filter as it stands on its button."""
        return self.title if self.count is None else f"{self.title} {number(self.count)}"


class FilterRow(QWidget):
    """Filters side by side; Tab reaches the one that is on, the arrows move along the row."""

    changed = Signal(str)
    """The key of the filter that is on now."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: list[_FilterButton] = []
        self._on = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)

    @property
    def on(self) -> str:
        """The key of the filter that is on; the first one until another is chosen."""
        return self._on

    def set_filters(self, filters: Sequence[Filter]) -> None:
        """Show these filters; the one that is on stays on where it is still there."""
        while len(self._buttons) < len(filters):
            button = _FilterButton()
            button.clicked.connect(self._pressed)
            button.moved.connect(self._move)
            self._row.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
        for place, button in enumerate(self._buttons):
            reveal(button, shown=place < len(filters))
            if place < len(filters):
                button.set(filters[place])
        keys = [each.key for each in filters]
        self._turn_on(self._on if self._on in keys else keys[0])

    def choose(self, key: str) -> None:
        """Turn this filter on."""
        if key != self._on:
            self._turn_on(key)
            self.changed.emit(key)

    def _turn_on(self, key: str) -> None:
        self._on = key
        for button in self._buttons:
            button.setChecked(button.key == key)
            on = Qt.FocusPolicy.StrongFocus if button.key == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(on)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, _FilterButton):
            self.choose(button.key)
            self._turn_on(button.key)

    def _move(self, step: int) -> None:
        shown = [button for button in self._buttons if button.isVisible()]
        place = next((at for at, button in enumerate(shown) if button.key == self._on), 0)
        wanted = shown[(place + step) % len(shown)]
        self.choose(wanted.key)
        wanted.setFocus(Qt.FocusReason.TabFocusReason)


class _FilterButton(PaintedButton):
    """One filter of the row."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self._filter = Filter(key="", title="", count=0)

    @property
    def key(self) -> str:
        """Which filter this is."""
        return self._filter.key

    def set(self, shown: Filter) -> None:
        """Show another filter in place."""
        if shown != self._filter:
            self._filter = shown
            self.renamed(shown.says)

    @override
    def sizeHint(self) -> QSize:
        return QSize(advance(self._filter.says, "hint_strong") + look().px(24), look().px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        rect = QRectF(self.rect())
        tone = self._filter.tone
        if self.isChecked():
            box(painter, rect, fill="accent_soft", edge="accent", radius=15)
            ink = "accent_text"
        elif tone == "plain" or not self._filter.count:
            box(painter, rect, fill="hover" if is_lit(self) else "surface", edge="line", radius=15)
            ink = "text2"
        else:
            box(painter, rect, fill=f"{tone}_soft", radius=15)
            ink = tone
        face = "hint_strong" if self.isChecked() else "hint_medium"
        words(painter, rect, self._filter.says, face=face, tone=ink, align=CENTRE)
