"""The card behind a line about what waits: one under the other, and all there is to know of one."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.floor.choice_card import FewRows
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver

NOTHING_WAITS: Final = tr_later("Nothing waits any more.")
_WIDTH: Final = 620
_One = TypeVar("_One")


class LetterRows(FewRows):
    """What waits, one under the other; some letters are keys of the card."""

    def __init__(self, name: str, letters: frozenset[Qt.Key], *, around: int) -> None:
        super().__init__(name, around=around)
        self._letters = letters

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._letters and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WaitingOver(PopOver, Generic[_One]):
    """What waits, one under the other; of the one the cursor is on, all there is to know.

    ``letters`` are keys of the card, also while the cursor is in its list.
    """

    lead_wanted = Signal(object)
    """The ``LeadId`` of somebody whose card is to be read."""

    def __init__(
        self,
        window: QWidget,
        clock: Clock,
        zone: str,
        *,
        name: str,
        columns: Sequence[Column],
        letters: frozenset[Qt.Key],
        around: int,
    ) -> None:
        super().__init__(window, name, _WIDTH)
        self._window, self._clock, self._zone = window, clock, zone
        self._title = PlainLabel(face="card_title", wrap=True)
        self.result = PlainLabel(face="hint_medium", tone="ok", wrap=True)
        self.model: TableOf[_One] = TableOf(columns, self.cell)
        self.shut = PushButton(tr("Close"), keys="Escape")
        self.shut.clicked.connect(self.close_over)
        self.table = LetterRows(name, letters, around=around)
        self.table.show_rows_of(self.model)
        self.table.chosen.connect(lambda _row: self.show_current())
        reveal(self.result, shown=False)

    @abstractmethod
    def key_of(self, one: _One) -> Any:
        """What tells one from every other, also after everything was read again."""

    @abstractmethod
    def cell(self, one: _One, column: int) -> Cell:
        """What stands in a row of the list."""

    @abstractmethod
    def show_current(self) -> None:
        """Show all there is to know of the one the cursor is on."""

    @property
    def current(self) -> _One | None:
        """What the cursor is on, None when nothing waits."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.table

    def say(self, says: str, *, is_bad: bool = False) -> None:
        """Say what came of a key, where the eyes are."""
        self.result.setText(says)
        self.result.set_look(tone="bad" if is_bad else "ok")
        reveal(self.result, shown=bool(says))
        self.fit()

    def show_rows(self, found: Sequence[_One], says: str) -> None:
        """Show what waits now; the cursor stays on what it was on, or goes to the next."""
        self._title.setText(says or tr(NOTHING_WAITS))
        name_aloud(self, self._title.text())
        was, row = self.current, max(self.table.currentIndex().row(), 0)
        if tuple(found) != tuple(self.model.rows):
            kept = None if was is None else self.key_of(was)
            self.model.set_rows(found)
            keys = [self.key_of(one) for one in found]
            self.table.choose(keys.index(kept) if kept in keys else min(row, len(keys) - 1))
        had_cursor = self.isAncestorOf(QApplication.focusWidget() or self._window)
        reveal(self.table, shown=bool(found))
        self._offer_end(shown=not found, has_cursor=had_cursor)
        self.table.be_high(self._window)
        self.show_current()

    def _offer_end(self, *, shown: bool, has_cursor: bool) -> None:
        """Where nothing waits the cursor is on the way out, and back in the list when it does."""
        if shown and self.shut.parentWidget() is None:
            self.add_buttons(self.shut)
        was_there = self.shut is QApplication.focusWidget()
        reveal(self.shut, shown=shown)
        if has_cursor and (shown or was_there):
            (self.shut if shown else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_buttons(self, *buttons: PushButton) -> None:
        """Put a row of buttons below what is there."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def fit(self) -> None:
        """What is shown is longer or shorter now: the card is as high as that."""
        if self.isVisible():
            self.place()
