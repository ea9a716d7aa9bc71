"""The leads of the next batch: filters, the one thing to mend, the table, and what the keys do."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.ids import LeadId
from qualdesk.core.next_batch import BatchLead, NextBatch
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.handoff.model import (
    ALL,
    COLUMNS,
    BatchRow,
    Place,
    Ticks,
    cell_of,
    chosen_by,
    filters_of,
    ground_of,
    rows_of,
)
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.cells import Cell, TableOf
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.filters import FilterRow
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.widgets.wide import keep_wide

_EMPTY: Final = (
    tr_later("No lead is qualified yet"),
    (
        tr_later(
            "Whoever a caller ends as qualified stands here, best first, with the brief sales will "
            "read. They leave together, as one batch."
        )
    ),
)
_KEYS: Final = tr_later("Space ticks a lead, Enter opens its brief, Ctrl+A ticks all.")


class BatchView(Card):
    """Who sales gets next. Ticks are kept here; the page asks which leads leave."""

    chosen = Signal(object)
    """The row the cursor is on now, or None."""
    opened = Signal()
    """Enter on a lead: its brief is asked for."""
    read_pressed = Signal()
    """An answer sheet from sales is to be read."""
    ticked = Signal()
    """What will leave has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Next batch"))
        self.rows: tuple[BatchRow, ...] = ()
        self.ticks = Ticks()
        self._receiver = ""
        self._title = PlainLabel(tr("Next batch"), face="card_title")
        self._count = Chip("0", "accent")
        self.read = PushButton(tr("Read answers from sales…"), icon="mail-open", keys="import")
        self.search = Field(
            tr("Find in this batch"), tr("Find in this batch"), icon="search", keys="find"
        )
        self.filters = FilterRow(tr("Which leads are shown"))
        self._blocked = Banner("warn")
        self.model: TableOf[BatchRow] = TableOf(COLUMNS, self._cell, ground_of)
        self.table = PlainTable(tr("Leads of the next batch"), row_height=46)
        self.table.show_rows_of(self.model)
        self.setFocusProxy(self.table)
        self._empty = EmptyPlace(*map(tr, _EMPTY))
        self._rule = Rule()
        self._keys = PlainLabel(tr(_KEYS), face="hint", tone="text2", elide=True)
        self._lay_out()
        self.read.clicked.connect(self.read_pressed)
        self.filters.changed.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.table.tick_asked.connect(self._tick)
        self.table.all_asked.connect(self._tick_all)
        self._blocked.pressed.connect(lambda: self.filters.choose(Place.BLOCKED))

    def _lay_out(self) -> None:
        for each in (self._blocked, self._empty):
            reveal(each, shown=False)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 2)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.read)
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 6, 16, 10)
        tools.setSpacing(12)
        keep_wide(self.search, least=230)
        tools.addWidget(self.search, 2)
        tools.addWidget(self.filters, 3)
        notice = QVBoxLayout()
        notice.setContentsMargins(16, 0, 16, 10)
        notice.addWidget(self._blocked)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tools)
        column.addLayout(notice)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._rule)
        column.addLayout(foot)

    def show_batch(self, batch: NextBatch | None) -> None:
        """Show the leads of this batch; the cursor stays on its lead where it is still there.

        None while there is no campaign: nobody stands here then.
        """
        self.rows = rows_of(batch) if batch else ()
        self._count.set(number(len(batch.ready)) if batch else "0", "accent")
        reveal(self.table, shown=bool(self.rows))
        reveal(self._empty, shown=not self.rows)
        for each in (self._rule, self._keys):
            reveal(each, shown=bool(self.rows))
        self.filters.set_filters(filters_of(self.rows))
        self._tell_blocked(batch.blocked if batch else ())
        self._narrow()
        self.ticked.emit()

    def show_receiver(self, name: str) -> None:
        """Show who the ready leads go to."""
        if name != self._receiver:
            self._receiver = name
            self.model.repaint_rows()

    def leaving(self) -> tuple[LeadId, ...]:
        """The leads that will leave, best first; a filter or a search takes none out."""
        return self.ticks.leaving(self.rows)

    def current(self) -> BatchRow | None:
        """The row the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def step(self, by: int) -> None:
        """Move the cursor up or down."""
        self.table.choose(self.table.currentIndex().row() + by)

    def where(self) -> str:
        """The place of the cursor among the leads shown, in words."""
        return tr(
            "{place:,} of {all:,}",
            place=self.table.currentIndex().row() + 1,
            all=len(self.model.rows),
        )

    def _cell(self, row: BatchRow, column: int) -> Cell:
        return cell_of(row, column, self.ticks, self._receiver)

    def _narrow(self, *_changed: object) -> None:
        """Fill the table with what the filter and the search leave."""
        before = self.current()
        shown = chosen_by(self.filters.on or ALL, self.rows, self.search.text())
        self.model.set_rows(shown)
        ids = [row.id for row in shown]
        keep = ids.index(before.id) if before is not None and before.id in ids else 0
        self.table.choose(keep)
        says = tr(_KEYS)
        if shown != self.rows:
            few = tr("{shown:,} of {all:,} shown.", shown=len(shown), all=len(self.rows))
            says = f"{few} {says}"
        self._keys.setText(says)
        if not shown:
            self.chosen.emit(None)

    def _chose(self, _row: int) -> None:
        row = self.current()
        if row is not None:
            self.chosen.emit(row)

    def _tick(self, place: int) -> None:
        if self.ticks.turn(self.model.rows[place]):
            self.model.repaint_rows()
            self.ticked.emit()

    def _tick_all(self) -> None:
        self.ticks.turn_all(self.model.rows)
        self.model.repaint_rows()
        self.ticked.emit()

    def _tell_blocked(self, blocked: tuple[BatchLead, ...]) -> None:
        """The line above the table: what keeps leads here, and the way to see them."""
        many = len(blocked)
        reveal(self._blocked, shown=bool(many))
        if not many:
            return
        title = tr_n(many, "{n:,} lead stays here", "{n:,} leads stay here")
        first = blocked[0]
        lacks = ". ".join(first.lacks) or tr("Something is missing")
        says = f"{first.name}: {lacks}.".replace("..", ".")
        if many > 1:
            says = f"{says} {tr('And {more:,} more.', more=many - 1)}"
        self._blocked.set("warn", title, says, action=tr("Show"))
