"""The tables there are, one below the other: ours first, then those that come with the program."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.handoff.profiles.drafts import TableEntry
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import PlainTable

_WIDTH: Final = 272
_COLUMNS: Final = (Column(title=tr_later("Table"), width=180, stretch=1),)


class TableShelf(SideCard):
    """Choosing a table; it can be copied, and one of ours removed."""

    chosen = Signal(str)
    """The id of the table the cursor is on now."""
    copy_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self.model: TableOf[TableEntry] = TableOf(_COLUMNS, _cell)
        self.table = PlainTable(tr("Tables for CRMs"), row_height=46)
        self.table.horizontalHeader().hide()
        self.table.show_rows_of(self.model)
        self.copy = PushButton(tr("Copy"), icon="copy")
        self.remove = PushButton(tr("Remove"), icon="trash-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(PlainLabel(tr("Tables for CRMs"), face="card_title"))
        column.addWidget(self.table, 1)
        acts = QHBoxLayout()
        acts.addWidget(self.copy)
        acts.addWidget(self.remove)
        acts.addStretch(1)
        column.addLayout(acts)
        self._is_filling = False
        self.table.chosen.connect(self._choose)
        self.copy.clicked.connect(self.copy_pressed)
        self.remove.clicked.connect(self.remove_pressed)

    def show_entries(self, entries: Sequence[TableEntry], wanted: str) -> None:
        """Show these with the cursor on the table of that id."""
        ids = [entry.profile.id for entry in entries]
        self._is_filling = True
        if tuple(entries) != self.model.rows:
            self.model.set_rows(entries)
        self.table.choose(ids.index(wanted) if wanted in ids else 0)
        self._is_filling = False
        self.copy.setEnabled(bool(ids))
        entry = entries[ids.index(wanted)] if wanted in ids else None
        self.remove.setEnabled(entry is not None and not entry.is_shipped)

    def _choose(self, row: int) -> None:
        if not self._is_filling and 0 <= row < len(self.model.rows):
            self.chosen.emit(self.model.rows[row].profile.id)


def _cell(entry: TableEntry, column: int) -> Cell:
    del column
    if entry.waits:
        return Cell(
            text=entry.name,
            second=tr("Not kept yet"),
            second_tone="warn",
            face="body_medium",
        )
    whose = tr("For all clients")
    if entry.client:
        whose = tr("For {client}", client=entry.client)
    if entry.is_shipped:
        whose = tr("Comes with the program")
    return Cell(text=entry.name, second=whose, face="body_medium")
