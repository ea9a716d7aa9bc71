"""The sections of a campaign's page as an index at its left."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout
from typing_extensions import override

from qualdesk.core.campaigning import Section
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.chip import chip_width, draw_chip
from qualdesk.qt.widgets.keycap import KeyedLabel
from qualdesk.qt.widgets.paint import PaintedButton, box, glyph, is_lit, smooth, words
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 196
_HINT: Final = tr_later("Saved as you type. {undo} takes it back.")


class SectionIndex(SideCard):
    """One stop of Tab; the arrows move along it, Enter goes into the section."""

    chosen = Signal(object)
    """The ``Section`` to bring into view."""
    entered = Signal(object)
    """The ``Section`` whose first field the cursor goes to."""

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Sections"))
        self.buttons = {section: SectionButton(section) for section in Section}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 12)
        column.setSpacing(2)
        for section, button in self.buttons.items():
            column.addWidget(button)
            button.clicked.connect(lambda _=False, at=section: self.entered.emit(at))
            button.moved.connect(self._step)
        column.addStretch(1)
        hint = QVBoxLayout()
        hint.setContentsMargins(10, 0, 6, 0)
        hint.addWidget(KeyedLabel(tr(_HINT), face="hint", tone="text2", wrap=True))
        column.addLayout(hint)
        self._at = Section.SOURCE
        self.show_at(self._at)

    def show_missing(self, missing: Mapping[Section, int]) -> None:
        """Say how many things are missing in each section."""
        for section, button in self.buttons.items():
            button.say(missing.get(section, 0))

    def show_at(self, section: Section) -> None:
        """Mark the section in view."""
        self._at = section
        for each, button in self.buttons.items():
            button.setChecked(each is section)
            on = Qt.FocusPolicy.StrongFocus if each is section else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(on)
        self.setFocusProxy(self.buttons[section])

    def _step(self, by: int) -> None:
        sections = list(self.buttons)
        wanted = sections[(sections.index(self._at) + by) % len(sections)]
        self.show_at(wanted)
        self.buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(wanted)


class SectionButton(PaintedButton):
    """One section: its name, and how many things are missing in it."""

    moved = Signal(int)

    def __init__(self, section: Section) -> None:
        super().__init__(section.label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._missing = section.label, 0

    def say(self, missing: int) -> None:
        """Say how many things are missing."""
        self._missing = missing
        says = tr_n(missing, "{title}, {n} missing", "{title}, {n} missing", title=self._title)
        self.renamed(says if missing else self._title)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(150), look().px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(36))

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
        where = rect.adjusted(px(12), 0, -px(44), 0)
        face, tone = ("body_strong", "accent_text") if on else ("body_medium", "text")
        words(painter, where, self._title, face=face, tone=tone)
        if not self._missing:
            glyph(painter, "check", rect.right() - px(26), rect.center().y(), 16, "ok")
            return
        count = number(self._missing)
        width = max(chip_width(count), px(26))
        pill = QRectF(rect.right() - px(8) - width, rect.center().y() - px(11), width, px(22))
        draw_chip(painter, pill, count, "warn")
