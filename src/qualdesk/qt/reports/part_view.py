"""One part of a report to be read: its title, its sentences, and a table where it has one."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.report_cells import ReportTable, Total, Value, is_figure, text_of
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.whole_table import WholeTable

Row = Sequence[Value]

# What is too long for a cell beside others stands below the words it belongs to.
_BELOW: Final[Mapping[str, tuple[int, int]]] = {
    "rates": (0, 1),
    "norms": (0, 4),
    "definition": (1, 8),
}
_FIGURE, _WORDS, _FIRST = 64, 110, 150


class PartView(QWidget):
    """A part, kept and changed in place; one without a table shows its sentences alone."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ()
        self._at: tuple[int, ...] = ()
        self._below = _BELOW.get(key)
        self.title = PlainLabel(face="card_title", wrap=True)
        self.says = PlainLabel(face="body", tone="text2", wrap=True)
        self.table = WholeTable("", row_height=46 if self._below else 32)
        self.model: TableOf[Row] = TableOf((), self._cell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (self.title, self.says, self.table):
            column.addWidget(each)

    def show_part(self, part: ReportTable) -> None:
        """Show this part from now on."""
        self.title.setText(part.title)
        self.says.setText("\n".join(part.says))
        reveal(self.says, shown=bool(part.says))
        reveal(self.table, shown=bool(part.headings))
        self.table.setAccessibleName(part.title)
        if tuple(part.headings) != self._headings:
            self._set_columns(part)
        self.model.set_rows(part.rows)

    def _set_columns(self, part: ReportTable) -> None:
        self._headings = tuple(part.headings)
        hidden = self._below[1] if self._below else -1
        self._at = tuple(at for at in range(len(self._headings)) if at != hidden)
        figures = {at for row in part.rows for at, one in enumerate(row) if is_figure(one)}
        columns = [self._column(at, is_number=at in figures) for at in self._at]
        self.model = TableOf(columns, self._cell, _ground)
        self.table.show_rows_of(self.model)

    def _column(self, at: int, *, is_number: bool) -> Column:
        title = self._headings[at]
        if at == 0:
            return Column(title=title, width=_FIRST, stretch=3)
        if is_number:
            return Column(title=title, width=_FIGURE, stretch=1, align="right")
        return Column(title=title, width=_WORDS, stretch=2)

    def _cell(self, row: Row, column: int) -> Cell:
        at = self._at[column]
        below = text_of(row[self._below[1]]) if self._below and self._below[0] == at else ""
        is_sum = any(isinstance(one, Total) for one in row)
        return Cell(text=text_of(row[at]), second=below, face="body_strong" if is_sum else "body")


def _ground(row: Row) -> str:
    return "sunken" if any(isinstance(one, Total) for one in row) else ""
