"""A table of very many rows: it knows which rows there are, and fetches those that come into view.

A million rows are a million numbers; the rows themselves are asked for a page at a time.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QTimer, Signal
from typing_extensions import override

from qualdesk.qt.widgets.cells import Cell, Column, Index, TableModel

Row = TypeVar("Row")
PAGE: Final = 200
_KEPT: Final = 30
_ROOT: Final = QModelIndex()
_NOTHING: Final = Cell()


class PagedTable(TableModel, Generic[Row]):
    """Rows by their ids, in order; ``wanted`` asks for the rows of some of them.

    Whoever listens answers with ``fill``. A row that is not there yet shows an empty line, and
    the pages looked at longest ago are let go.
    """

    wanted = Signal(object)
    """Ids whose rows are about to be seen, at most ``PAGE`` of them, as a tuple."""

    def __init__(
        self,
        columns: Sequence[Column],
        cell: Callable[[Row, int, int], Cell],
        ground: Callable[[Row], str] = lambda _row: "",
    ) -> None:
        super().__init__(columns)
        self._cell = cell
        self._ground = ground
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, tuple[Row | None, ...]] = OrderedDict()
        self._asked: tuple[int, ...] = ()
        self._asked_page = 0
        self._newest = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows, from the top."""
        return self._ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these rows from now on; nothing fetched before is kept."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._asked = ()
        self.endResetModel()

    def fill(self, ids: Sequence[int], rows: Mapping[Any, Row]) -> None:
        """These rows were fetched. What was asked for another order of rows is dropped."""
        if not self._asked or tuple(ids) != self._asked:
            return
        page, self._asked = self._asked_page, ()
        self._pages[page] = tuple(rows.get(each) for each in ids)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = self.index(first + len(ids) - 1, len(self.columns) - 1)
        # The picture of these rows asks for the page beside it, when that is in view as well.
        self.dataChanged.emit(self.index(first, 0), last)
        self._soon.start()

    def give_up(self) -> None:
        """What was asked for does not come; it is asked for again when it is next looked at."""
        self._asked = ()

    def row_at(self, place: int) -> Row | None:
        """The row at this place; None while it is not there yet, and then it is asked for."""
        if not 0 <= place < len(self._ids):
            return None
        page = place // PAGE
        found = self._pages.get(page)
        if found is not None:
            self._pages.move_to_end(page)
            return found[place % PAGE]
        self._newest = page
        if not self._soon.isActive():
            self._soon.start()
        return None

    @override
    def cell_at(self, place: int, column: int) -> Cell:
        row = self.row_at(place)
        return _NOTHING if row is None else self._cell(row, place, column)

    @override
    def ground_at(self, place: int) -> str:
        row = self.row_at(place)
        return "" if row is None else self._ground(row)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def _ask(self) -> None:
        """Ask for the page seen last: a wheel that ran past a hundred pages wants only that."""
        page = self._newest
        if self._asked or page in self._pages:
            return
        ids = tuple(self._ids[page * PAGE : (page + 1) * PAGE])
        if ids:
            self._asked, self._asked_page = ids, page
            self.wanted.emit(ids)
