"""The sections of the Settings page as an index at its left."""

from collections.abc import Container, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout
from typing_extensions import override

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.paint import PaintedButton, advance, box, glyph, is_lit, smooth, words
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 220
_HINT: Final = tr_later("Every change counts at once. Rows you changed have a way back to normal.")


class SettingsIndex(SideCard):
    """One stop of Tab; the arrows move along it and show the section."""

    chosen = Signal(str)
    """The key of the section to show."""

    def __init__(
        self, sections: Sequence[tuple[str, str, str]], begins: Container[str] = ()
    ) -> None:
        """``sections`` by key, name and icon; over those of ``begins`` a line begins a group."""
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Sections of the settings"))
        self.buttons = {key: IndexButton(title, icon) for key, title, icon in sections}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 12)
        column.setSpacing(2)
        for key, button in self.buttons.items():
            if key in begins:
                column.addSpacing(4)
                column.addWidget(Rule())
                column.addSpacing(4)
            column.addWidget(button)
            button.clicked.connect(lambda _=False, at=key: self.chosen.emit(at))
            button.moved.connect(self._step)
        column.addStretch(1)
        hint = QVBoxLayout()
        hint.setContentsMargins(10, 0, 6, 0)
        hint.addWidget(PlainLabel(tr(_HINT), face="hint", tone="text2", wrap=True))
        column.addLayout(hint)
        self.at = next(iter(self.buttons))
        self.show_at(self.at)

    def show_at(self, key: str) -> None:
        """Mark the section in front."""
        self.at = key
        for each, button in self.buttons.items():
            button.setChecked(each == key)
            on = Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(on)
        self.setFocusProxy(self.buttons[key])

    def _step(self, by: int) -> None:
        keys = [key for key, button in self.buttons.items() if not button.isHidden()]
        wanted = keys[(keys.index(self.at) + by) % len(keys)]
        self.chosen.emit(wanted)
        self.buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)


class IndexButton(PaintedButton):
    """One section: its icon and name."""

    moved = Signal(int)

    def __init__(self, title: str, icon: str) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._icon = title, icon

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(max(px(180), advance(self._title, "body_strong") + px(46)), px(38))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def nextCheckState(self) -> None:
        """The index says which one is marked; a press alone does not."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
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
        if on or is_lit(self):
            box(painter, rect, fill="accent_soft" if on else "hover")
        tone = "accent_text" if on else "text"
        glyph(painter, self._icon, px(12), rect.center().y(), 16, tone if on else "text2")
        face = "body_strong" if on else "body_medium"
        where = rect.adjusted(px(38), 0, -px(8), 0)
        words(painter, where, self._title, face=face, tone=tone)
