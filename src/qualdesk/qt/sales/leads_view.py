"""The table of one's own leads, those that wait for an answer first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.handoff.sent_rows import ITEM_COLUMNS, WAITS, item_cell
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

_FROM: Final = 1
_STANDS: Final = 2
# Among one's own leads it is plain who took them, and whom they came back from.
_SHORT: Final = {
    ItemState.TAKEN: tr_later("Taken", about="a lead of mine"),
    ItemState.RECYCLED: tr_later("Taken back", about="a lead of mine"),
}
_COLUMNS: Final = (
    ITEM_COLUMNS[0],
    Column(
        title=tr_later("From", about="a lead with sales"),
        width=150,
        stretch=1,
        about="a lead with sales",
    ),
    Column(
        title=tr_later("Stands", about="a lead with sales"), width=140, about="a lead with sales"
    ),
    Column(title=tr_later("Since"), width=150),
    Column(title=tr_later("What you said"), width=140, stretch=1),
)
_EMPTY: Final = (
    tr_later("No lead was handed to you yet"),
    tr_later(
        "Leads stand here with their briefs as soon as a batch goes to you. You need do nothing; "
        "{refresh} looks again."
    ),
)
_KEYS: Final = tr_later("A takes a lead, R sends it back, Enter opens its brief.")


class LeadsTable(PlainTable):
    """A table in which two letters answer. They mean that nowhere else: elsewhere one types."""

    take_asked = Signal()
    """A: take the lead the cursor is on."""
    send_back_asked = Signal()
    """R: send it back."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Qt.Key.Key_A: self.take_asked, Qt.Key.Key_R: self.send_back_asked}
        signal = asked.get(Qt.Key(event.key()))
        if signal is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            signal.emit()


class LeadsView(Card):
    """One's own leads: whose they are, how each stands, and until when it waits."""

    chosen = Signal(object)
    """The :class:`BatchItem` the cursor is on now, or None."""
    opened = Signal()
    """Enter on a lead: its brief is asked for."""

    def __init__(self, clock: Clock, zone: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("My leads"))
        self._clock, self._zone = clock, zone
        self._count = Chip("0", "accent")
        self.model: TableOf[BatchItem] = TableOf(_COLUMNS, self._cell)
        self.table = LeadsTable(tr("Leads handed to you"), row_height=46)
        self.table.show_rows_of(self.model)
        self._rule = Rule()
        self._keys = PlainLabel(tr(_KEYS), face="hint", tone="text2", elide=True)
        self._empty = EmptyPlace(*(with_keys(tr(one)) for one in _EMPTY))
        self.setFocusProxy(self.table)
        self._lay_out()
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.show_items(())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(8)
        head.addWidget(PlainLabel(tr("My leads"), face="card_title"))
        head.addWidget(self._count)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._rule)
        column.addLayout(foot)

    def show_items(self, items: Sequence[BatchItem], at: int = -1) -> None:
        """Show these leads. The cursor stays on its lead, or comes to the row ``at``, if said."""
        before = self.current()
        self.model.set_rows(items)
        waiting = sum(one.state in WAITS for one in items)
        self._count.set(tr("{n} to answer", n=number(waiting)), "accent" if waiting else "plain")
        for part in (self._rule, self._keys):
            reveal(part, shown=bool(items))
        self._empty.turn(self.table, self, is_empty=not items)
        ids = [one.item_id for one in items]
        if at < 0:
            at = ids.index(before.item_id) if before and before.item_id in ids else 0
        self.table.choose(min(at, len(items) - 1))
        if not items:
            self.chosen.emit(None)

    def replace(self, item: BatchItem) -> None:
        """Show one lead as it stands now, where it is; nothing else moves."""
        at = self.place_of(item.item_id)
        if at >= 0:
            self.model.change_row(at, item)

    def place_of(self, item: ItemId) -> int:
        """The row of a lead, from 0; -1 where it is not there."""
        ids = [one.item_id for one in self.model.rows]
        return ids.index(item) if item in ids else -1

    def current(self) -> BatchItem | None:
        """The lead the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def step(self, by: int) -> None:
        """Move the cursor up or down."""
        self.table.choose(self.table.currentIndex().row() + by)

    def where(self) -> str:
        """The place of the cursor among all, in words."""
        place, rows = self.table.currentIndex().row() + 1, len(self.model.rows)
        return tr("{place:,} of {all:,}", place=place, all=rows)

    @property
    def _now(self) -> datetime:
        return self._clock.now()

    def _cell(self, item: BatchItem, column: int) -> Cell:
        if column == _FROM:
            batch = tr("Batch {number}", number=item.number)
            return Cell(text=item.campaign_name, second=batch)
        cell = item_cell(item, column, self._zone, self._now)
        says = _SHORT.get(item.state) if column == _STANDS else None
        return replace(cell, text=tr(says, about="a lead of mine")) if says else cell

    def _chose(self, row: int) -> None:
        # Rows shown anew have no cursor for a moment: what is beside them stays until it is back.
        if row >= 0:
            self.chosen.emit(self.current())
