"""The parts of a page side by side across its top, of which one is in front."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.chip import ChipTone, chip_width, draw_chip
from qualdesk.qt.widgets.paint import CENTRE, PaintedButton, advance, box, is_lit, smooth, words

_HEIGHT: Final = 46


@frozen
class Tab:
    """One part of a page: its key, its title, and a few words in a pill where there are some."""

    key: str
    title: str
    chip: str = ""
    tone: ChipTone = "plain"


class TabRow(QWidget):
    """The titles of the parts; Tab reaches the one in front, the arrows move along the row."""

    changed = Signal(str)
    """The key of the part in front now."""

    def __init__(self, name: str, tabs: Sequence[Tab], *, on_card: bool = False) -> None:
        """``on_card`` where a card lies below it, whose corners it leaves round."""
        super().__init__()
        self._on_card = on_card
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = {tab.key: _TabButton(tab) for tab in tabs}
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        for button in self._buttons.values():
            button.clicked.connect(self._pressed)
            button.moved.connect(self.step)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._on = tabs[0].key
        self._turn_on(self._on)
        self._settle()

    @property
    def on(self) -> str:
        """The key of the part in front."""
        return self._on

    def say(self, key: str, chip: str, tone: ChipTone = "plain") -> None:
        """Show other words in the pill of a tab; nothing takes the pill away."""
        self._buttons[key].say(chip, tone)

    def choose(self, key: str) -> None:
        """Bring this part to the front."""
        if key != self._on:
            self._turn_on(key)
            self.changed.emit(key)

    def take_cursor(self) -> None:
        """Put the cursor on the title of the part in front."""
        self._buttons[self._on].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Bring the next part to the front, or the one before; the last is followed by the first.

        The cursor goes along when it is in this row.
        """
        keys = list(self._buttons)
        had_cursor = any(button.hasFocus() for button in self._buttons.values())
        wanted = keys[(keys.index(self._on) + by) % len(keys)]
        self.choose(wanted)
        if had_cursor:
            self._buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if not self._on_card:
            painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().colour("line"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()

    def _settle(self) -> None:
        px = look().px
        self._row.setContentsMargins(px(8), 0, px(16), 0)
        self.setFixedHeight(px(_HEIGHT))

    def _turn_on(self, key: str) -> None:
        self._on = key
        for each, button in self._buttons.items():
            button.setChecked(each == key)
            on = Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(on)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, _TabButton):
            self.choose(button.key)
            self._turn_on(button.key)


class _TabButton(PaintedButton):
    moved = Signal(int)

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self.setCheckable(True)
        self.key = tab.key
        self._title = safe_text(tab.title, 90, one_line=True)
        self._chip, self._tone = "", tab.tone
        self.say(tab.chip, tab.tone)

    def say(self, chip: str, tone: ChipTone) -> None:
        self._chip, self._tone = safe_text(chip, 60, one_line=True), tone
        self.renamed(", ".join(filter(None, (self._title, self._chip))))

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        chip = px(8) + chip_width(self._chip) if self._chip else 0
        return QSize(px(24) + advance(self._title, "text_strong") + chip, px(_HEIGHT))

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
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if is_lit(self) and not on:
            box(painter, rect.adjusted(px(4), px(7), -px(4), -px(8)), fill="hover")
        face = "text_strong" if on else "text_medium"
        room = advance(self._title, "text_strong")
        where = QRectF(px(12), 0, room, rect.height())
        tone = "text" if on or is_lit(self) else "text2"
        words(painter, where, self._title, face=face, tone=tone, align=CENTRE)
        if self._chip:
            x = px(12) + room + px(8)
            pill = QRectF(x, rect.center().y() - px(11), chip_width(self._chip), px(22))
            shown = "accent" if on and self._tone == "plain" else self._tone
            draw_chip(painter, pill, self._chip, shown)
        if on:
            line = QRectF(px(8), rect.height() - px(3), rect.width() - px(16), px(3))
            box(painter, line, fill="accent", radius=2)
