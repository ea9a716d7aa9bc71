"""The batches that have left, and below them the leads of the one the cursor is on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.handoff import BatchSummary
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import BatchId, ItemId
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.handoff.sent_rows import BATCH_COLUMNS, ITEM_COLUMNS, batch_cell, item_cell
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.cells import TableOf
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

_ROW: Final = 46
_MOST: Final = 4
_HEAD: Final = 36
_NARROW: Final = 660
_EMPTY: Final = (
    tr_later("No batch has left yet"),
    tr_later("Each batch stands here with who was told of it, who took what, and what came back."),
)


class SentTables(Fitted):
    """Both tables. What is asked for a batch is shown where it is still the one chosen."""

    batch_chosen = Signal(object)
    """The :class:`BatchSummary` the cursor is on now, or None."""
    item_chosen = Signal(object)
    """The :class:`BatchItem` the cursor is on now, or None."""
    opened = Signal()
    """Enter on a lead: what can be done about it is asked for."""

    def __init__(self, clock: Clock, zone: str) -> None:
        super().__init__()
        self._clock, self._zone = clock, zone
        self.batches: TableOf[BatchSummary] = TableOf(
            BATCH_COLUMNS, lambda row, at: batch_cell(row, at, zone, self._now)
        )
        self.items: TableOf[BatchItem] = TableOf(
            ITEM_COLUMNS, lambda row, at: item_cell(row, at, zone, self._now)
        )
        self.batch_table = PlainTable(tr("Batches that have left"), row_height=_ROW)
        self.batch_table.show_rows_of(self.batches)
        self.item_table = PlainTable(tr("Leads of this batch"), row_height=_ROW)
        self.item_table.show_rows_of(self.items)
        self._title = PlainLabel(face="body_strong")
        self._counts = PlainLabel(face="hint", tone="text2", elide=True)
        self._nothing = EmptyPlace(*map(tr, _EMPTY))
        self.setFocusProxy(self.batch_table)
        self._lay_out()
        self.batch_table.chosen.connect(self._chose_batch)
        self.batch_table.opened.connect(lambda _row: self.item_table.setFocus())
        self.item_table.chosen.connect(self._chose_item)
        self.item_table.opened.connect(lambda _row: self.opened.emit())
        self.show_batches(())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._counts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.batch_table)
        column.addWidget(Rule())
        column.addLayout(head)
        column.addWidget(self.item_table, 1)
        column.addWidget(self._nothing, 1)

    def show_batches(self, batches: Sequence[BatchSummary]) -> None:
        """Show these batches, newest first; the cursor stays on its batch.

        Where nobody looks just now, a batch that has left since is what they will look for.
        """
        before = self.batch()
        known = {one.batch_id for one in self.batches.rows}
        rows = sorted(batches, key=lambda one: (one.sent_at, one.number), reverse=True)
        ids = [one.batch_id for one in rows]
        self.batches.set_rows(rows)
        is_new = bool(ids) and ids[0] not in known and not self.isVisible()
        stays = before is not None and before.batch_id in ids and not is_new
        at = ids.index(before.batch_id) if before is not None and stays else 0
        for part in (self.batch_table, self.item_table, self._title, self._counts):
            reveal(part, shown=bool(rows))
        reveal(self._nothing, shown=not rows)
        self.fit()
        self.batch_table.choose(at)
        if not rows:
            self.show_items((), None)
            self.batch_chosen.emit(None)

    def show_items(self, items: Sequence[BatchItem], batch: BatchSummary | None) -> None:
        """Show the leads of this batch; the cursor stays on its lead."""
        before = self.item()
        self.items.set_rows(items)
        self._title.setText(tr("Batch {number}", number=batch.number) if batch else "")
        self._counts.setText(_counts(batch) if batch else "")
        ids = [one.item_id for one in items]
        at = ids.index(before.item_id) if before is not None and before.item_id in ids else 0
        self.item_table.choose(at)
        if not items:
            self.item_chosen.emit(None)

    def choose_batch(self, batch: BatchId) -> None:
        """Put the cursor on this batch."""
        ids = [one.batch_id for one in self.batches.rows]
        if batch in ids:
            self.batch_table.choose(ids.index(batch))

    def choose_item(self, item: ItemId) -> None:
        """Put the cursor on this lead of the batch."""
        ids = [one.item_id for one in self.items.rows]
        if item in ids:
            self.item_table.choose(ids.index(item))

    def batch(self) -> BatchSummary | None:
        """The batch the cursor is on."""
        place = self.batch_table.currentIndex().row()
        return self.batches.rows[place] if 0 <= place < len(self.batches.rows) else None

    def item(self) -> BatchItem | None:
        """The lead the cursor is on."""
        place = self.item_table.currentIndex().row()
        return self.items.rows[place] if 0 <= place < len(self.items.rows) else None

    @override
    def fit(self) -> None:
        """A few batches above, the leads in the rest; narrow tables leave the dates out."""
        px = look().px
        many = min(max(len(self.batches.rows), 1), _MOST)
        self.batch_table.setFixedHeight(px(_HEAD) + px(_ROW) * many + 4)
        is_narrow = self.width() < px(_NARROW)
        self.item_table.reveal_column(1, shown=not is_narrow)
        self.item_table.reveal_column(3, shown=not is_narrow)
        self.batch_table.reveal_column(5, shown=not is_narrow)

    def _chose_batch(self, row: int) -> None:
        # Rows shown anew have no cursor for a moment: what is beside them stays until it is back.
        if row >= 0:
            self.batch_chosen.emit(self.batch())

    def _chose_item(self, row: int) -> None:
        if row >= 0:
            self.item_chosen.emit(self.item())

    @property
    def _now(self) -> datetime:
        return self._clock.now()


def _counts(batch: BatchSummary) -> str:
    """How many of its leads stand where, in the order of their way."""
    said = [f"{state.label} {count:,}" for state, count in batch.states]
    return ", ".join((tr_n(batch.leads, "{n:,} lead", "{n:,} leads"), *said))
