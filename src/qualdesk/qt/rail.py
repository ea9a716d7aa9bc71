"""The rail down the left edge: where to go, and below it keys, look and settings."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import plain_tooltip
from qualdesk.qt.shortcuts import keys_of, printed
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import (
    CENTRE,
    PaintedButton,
    advance,
    box,
    fill,
    glyph,
    reveal,
    smooth,
    words,
)

WIDTH: Final = 76
_CLOSE: Final = 46


class Rail(QWidget):
    """Dark in both themes. Tab walks it; every place has its own key as well."""

    chosen = Signal(str)
    """The key of the page to go to."""
    keys_pressed = Signal()
    look_pressed = Signal()
    settings_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._buttons: dict[str, RailButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 62, 6, 10)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.keys = RailButton("life-buoy", tr("Keys"), "help")
        self.look = RailButton("moon", tr("Look"), "")
        self.settings = RailButton("sliders-horizontal", tr("Settings"), "settings")
        self.settings.setCheckable(True)
        self.settings.clicked.connect(self.settings_pressed)
        self.keys.clicked.connect(self.keys_pressed)
        self.look.clicked.connect(self.look_pressed)
        self._column.addWidget(self.keys)
        self._column.addWidget(self.look)
        self._column.addWidget(self.settings)

    def add(self, key: str, title: str, icon: str, shortcut: str) -> None:
        """Add a place below those already there."""
        button = RailButton(icon, title, shortcut)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[key] = button

    def show_place(self, key: str, *, shown: bool) -> None:
        """Whether a place is there to go to, for this person; one without a button has none."""
        if key in self._buttons:
            reveal(self._buttons[key], shown=shown)

    def show_at(self, key: str) -> None:
        """Mark the place that is in front."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self.settings.setChecked(key == "settings")

    def set_open(self, *, is_open: bool) -> None:
        """Whether there is anywhere to go: not while the workspace is not there."""
        for button in (*self._buttons.values(), self.settings):
            button.setEnabled(is_open)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        widest = max(each.sizeHint().width() for each in self.findChildren(RailButton))
        return QSize(max(px(WIDTH), widest + px(12)), px(400))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        fill(painter, self.rect(), "rail")
        side = look().px(34)
        x = (self.width() - side) / 2
        glyph(painter, "qualdesk", x, look().px(12) + side / 2, 34, "rail_on")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            px = look().px
            self._column.setContentsMargins(px(6), px(62), px(6), px(10))
            self.updateGeometry()


class RailButton(PaintedButton):
    """One place: an icon with its name below."""

    def __init__(self, icon: str, title: str, shortcut: str) -> None:
        super().__init__(title)
        self._icon, self._title, self._command = icon, title, shortcut
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self.say_keys()

    @override
    def say_keys(self) -> None:
        keys = printed(keys_of(self._command))
        self.renamed(", ".join(filter(None, (self._title, keys))))
        plain_tooltip(self, keys)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(max(px(64), advance(self._title, "micro_strong") + px(8)), px(56))

    @override
    def minimumSizeHint(self) -> QSize:
        # In a low window with large text the places stand closer: none is cut.
        return QSize(self.sizeHint().width(), look().px(_CLOSE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        rect = QRectF(self.rect())
        lit = self.isChecked() or (self.underMouse() and self.isEnabled())
        if lit:
            box(painter, rect, fill="rail_sel", radius=8)
        if self.hasFocus():
            box(painter, rect.adjusted(1, 1, -1, -1), edge="rail_on", radius=8, width=2)
        ink = "rail_on" if lit else "rail_text"
        px, middle = look().px, rect.height() / 2
        glyph(painter, self._icon, (rect.width() - px(18)) / 2, middle - px(9), 18, ink)
        below = QRectF(0, middle + px(4), rect.width(), px(18))
        words(painter, below, self._title, face="micro_strong", tone=ink, align=CENTRE)
