"""Which of the tables in a file is the list, and what of the file is not loaded with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from qualdesk.core.errors import ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.files.set_aside import SetAside
from qualdesk.files.tables import (
    FoundTable,
    Row,
    find_tables,
    likeliest,
    rows_of,
    table_under,
)

SAMPLE_ROWS = 5_000
"""So many rows are looked at for tables; a table that begins later is set aside, and said so."""

_FIRST_ROWS = 1_000


@frozen
class ListTables:
    """The tables of a file, and the one that is the list.

    Attributes:
        tables: every table that was found, in their order.
        chosen: the one that is read; None where each row of the file is taken as one.
        first_rows: its first rows.
    """

    tables: tuple[FoundTable, ...]
    chosen: FoundTable | None
    headings: tuple[str, ...]
    first_rows: tuple[Row, ...]
    _aside: list[SetAside] = field(default_factory=list)

    @property
    def header_row(self) -> int:
        """The number of the row of headings, 0 when there is none."""
        return self.chosen.header_row if self.chosen else 0

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The rows that are not loaded; those after the first thousands once all were read."""
        return tuple(self._aside)

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of the list out of all rows of the file, without those that are blank."""
        if self.chosen:
            return rows_of(self.chosen, rows, self._before(self.chosen), self._aside)
        return ((number, cells) for number, cells in rows if any(map(str.strip, cells)))

    def _before(self, chosen: FoundTable) -> list[FoundTable]:
        return [table for table in self.tables if table.last_row < chosen.starts_at]


def list_tables(first: Sequence[Row], header_row: int | None = None) -> ListTables:
    """The list in a file by its first rows; ``header_row`` is where a person sees its headings.

    With 0 there are none, and every row of the file is one of the list.

    Raises:
        ListRefused: there are no rows under the headings.
    """
    tables = find_tables(first)
    if header_row == 0:
        chosen = None
        width = max((len(cells) for _, cells in first), default=0)
        headings = tuple(f"Column {at}" for at in range(1, width + 1))
    else:
        chosen = _chosen(tables, first, header_row)
        headings = chosen.headings if chosen else ()
    found = ListTables(tables=tables, chosen=chosen, headings=headings, first_rows=())
    under = tuple(found.rows(first)) if headings else ()
    if not under:
        raise ListRefused(tr("There are headings but no rows below them. Export the list again."))
    return replace(found, first_rows=under[:_FIRST_ROWS])


def _chosen(
    tables: Sequence[FoundTable], first: Sequence[Row], header_row: int | None
) -> FoundTable | None:
    if header_row is None:
        return likeliest(tables)
    known = next((table for table in tables if table.header_row == header_row), None)
    return known or table_under(first, header_row)
