"""The card “Which sources are worth the calls”: what came of the leads of each (S3)."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from qualdesk.core import floor_words
from qualdesk.core.floor_figures import Board, SourceFigures
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.floor.bars import SharePainter
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, Heading
from qualdesk.qt.widgets.cells import Cell, Column, Index, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.whole_table import WholeTable

_INSET: Final = 12
SOURCE, LEADS, REACHED, QUALIFIED, TOOK = range(5)
COLUMNS: Final = (
    Column(title=tr_later("Source"), width=126, stretch=3),
    Column(title=tr_later("Leads"), width=60, align="right"),
    Column(title=tr_later("Reached"), width=78, align="right"),
    Column(title=tr_later("Qualified of reached"), width=156, stretch=2),
    Column(title=tr_later("Sales took"), width=90, align="right"),
)


class SourcesCard(Card):
    """The sources side by side; Enter on one opens its leads."""

    list_wanted = Signal(str)
    """The code of the list behind a source."""

    def __init__(self) -> None:
        super().__init__()
        self.model = _Sources(COLUMNS, _cell)
        self.table = WholeTable(tr("Sources"), row_height=42)
        self.table.show_rows_of(self.model)
        self.table.setItemDelegate(SharePainter(self.table, QUALIFIED))
        self.table.opened.connect(self._open)
        self._giveaway = PlainLabel(face="body", tone="text2", wrap=True)
        self._passed = PlainLabel(face="body", wrap=True)
        self._how = PlainLabel(tr(_HOW), face="hint", tone="text3", wrap=True)
        below = QVBoxLayout()
        below.setContentsMargins(_INSET, 4, _INSET, 0)
        below.setSpacing(6)
        for each in (self._giveaway, self._passed):
            below.addWidget(each)
        below.addStretch(1)
        below.addWidget(self._how)
        heading = Heading(tr("Which sources are worth the calls"), face="card_title")
        above = QVBoxLayout()
        above.setContentsMargins(_INSET, 0, _INSET, 0)
        above.addWidget(heading)
        column = QVBoxLayout(self)
        # The words in the table begin where those above it do.
        column.setContentsMargins(18 - _INSET, 14, 18 - _INSET, 14)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.table)
        column.addLayout(below, 1)

    def show_board(self, board: Board) -> None:
        """Show the sources of these figures; the cursor stays on its source."""
        at = self.table.currentIndex().row()
        kept = self.model.rows[at] if 0 <= at < len(self.model.rows) else None
        self.model.set_rows(board.sources)
        self._put_back(kept)
        self._giveaway.setText(floor_words.giveaway(board))
        reveal(self._giveaway, shown=bool(board.giveaway))
        says, meaning = floor_words.passed_on(board)
        self._passed.setText(says)
        self._passed.set_look(tone=meaning)
        has_shares = any(one.reached >= floor_words.FEW for one in board.sources)
        reveal(self._how, shown=has_shares)

    def _put_back(self, kept: SourceFigures | None) -> None:
        """Put the cursor on the source it was on, or the first: Enter opens something."""
        codes = [code_of(one) for one in self.model.rows]
        at = codes.index(code_of(kept)) if kept is not None and code_of(kept) in codes else 0
        self.table.choose(at)

    def _open(self, row: int) -> None:
        self.list_wanted.emit(code_of(self.model.rows[row]))


class _Sources(TableOf[SourceFigures]):
    """Reads a bar aloud with what chance alone may do to it."""

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            one = self.rows[index.row()]
            if index.column() == QUALIFIED and one.reached:
                return floor_words.compared(one.qualified, one.reached)
        return super().data(index, role)


def code_of(one: SourceFigures) -> str:
    """The code of the list behind a source."""
    return f"source:{one.type}:giveaway" if one.is_giveaway else f"source:{one.type}"


def _cell(one: SourceFigures, column: int) -> Cell:
    if column == SOURCE:
        if not one.is_giveaway:
            return Cell(text=one.label, face="body_medium")
        only = tr("giveaway only")
        return Cell(text=one.type.label, second=only, face="body_medium")
    if column == LEADS:
        return Cell(text=number(one.leads))
    if column == REACHED:
        return Cell(text=_share(one.reached, one.called))
    if column == QUALIFIED:
        return Cell(text=_share(one.qualified, one.reached), face="body_strong")
    tone = "text" if one.answered else "text3"
    return Cell(text=floor_words.took(one), face="body_medium", tone=tone)


def _share(yes: int, of: int) -> str:
    """A share in a cell, nothing of nothing in words."""
    return floor_words.percent(yes, of) if of else tr("none yet")


_HOW: Final = tr_later(
    "The line over a bar is how far chance alone may move it: where two lines overlap, the "
    "sources may be equally good. Sources with few leads are counted, not compared."
)
