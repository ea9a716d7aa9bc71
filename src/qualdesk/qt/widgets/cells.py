"""What tables are made of: columns, cells, and the model that draws rows already fetched."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.qt.plain import safe_text
from qualdesk.qt.widgets.chip import ChipTone
from qualdesk.qt.widgets.paint import LEFT, RIGHT

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

CELL: Final = Qt.ItemDataRole.UserRole
GROUND: Final = Qt.ItemDataRole.UserRole + 1
LONGEST: Final = 300
_ROOT: Final = QModelIndex()
_SIDES: Final = {"left": LEFT, "right": RIGHT}


@frozen
class Column:
    """A column: its heading, its width unscaled, and its shares of the room left over.

    The heading is kept in English, as :func:`tr_later` marks it, and translated where it is shown.
    ``about`` tells apart two of one English word.
    """

    title: str
    width: int
    stretch: int = 0
    align: Literal["left", "right"] = "left"
    about: str = ""


@frozen
class Cell:
    """What one cell shows: words, where given a second line, an icon, a person, a chip, a box.

    ``tick`` None means there is no box to tick. ``indent`` (unscaled) moves a row below its own.
    """

    text: str = ""
    second: str = ""
    face: str = "body"
    tone: str = "text"
    second_tone: str = "text2"
    icon: str = ""
    icon_tone: str = "text2"
    person: str = ""
    chip: ChipTone | None = None
    tick: bool | None = None
    indent: int = 0

    @property
    def says(self) -> str:
        """The cell in words, for screen readers and for tests that read the table."""
        ticked = {None: "", True: tr("ticked"), False: tr("not ticked")}[self.tick]
        return ", ".join(filter(None, (ticked, self.text, self.second)))


class TableModel(QAbstractTableModel):
    """Columns of painted cells; who knows the rows says how many, and what each cell shows."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)

    @abstractmethod
    def cell_at(self, place: int, column: int) -> Cell:
        """What this cell shows; rows are counted from 0."""

    @abstractmethod
    def ground_at(self, place: int) -> str:
        """The colour role behind this row, empty for none."""

    def side_of(self, column: int) -> Qt.AlignmentFlag:
        """On which side the words of a column stand."""
        return _SIDES[self.columns[column].align]

    def repaint_rows(self) -> None:
        """Draw what is in view again: something about the rows changed, not which they are."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def drawn(self) -> list[tuple[str, ...]]:
        """The table as a person reads it, row by row."""
        across = range(len(self.columns))
        rows = range(self.rowCount())
        return [tuple(self.cell_at(row, place).says for place in across) for row in rows]

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == CELL:
            return self.cell_at(row, column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return safe_text(self.cell_at(row, column).says, LONGEST, one_line=True)
        if role == GROUND:
            return self.ground_at(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side_of(column)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.title, about=column.about)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[column.align]
        return None


class TableOf(TableModel, Generic[Row]):
    """Rows already fetched, drawn cell by cell when they come into view."""

    def __init__(
        self,
        columns: Sequence[Column],
        cell: Callable[[Row, int], Cell],
        ground: Callable[[Row], str] = lambda _row: "",
    ) -> None:
        super().__init__(columns)
        self._cell = cell
        self._ground = ground
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, from the top."""
        return self._rows

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def change_row(self, place: int, row: Row) -> None:
        """Show another row in this place; the cursor and all other rows stay as they are."""
        self._rows = (*self._rows[:place], row, *self._rows[place + 1 :])
        last = len(self.columns) - 1
        self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    @override
    def cell_at(self, place: int, column: int) -> Cell:
        return self._cell(self._rows[place], column)

    @override
    def ground_at(self, place: int) -> str:
        return self._ground(self._rows[place])

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)
