"""The tables a damaged file says it has, as far as it can be read what it says."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final, Protocol

import sqlalchemy as sa

from qualdesk.store.salvage_fits import fits
from qualdesk.store.salvage_pages import Pages
from qualdesk.store.salvage_rows import Missing, Row, leaves_left, rows_of, rows_on

_MASTER: Final = 5


@dataclass(kw_only=True, slots=True)
class Table:
    """A table as the damaged file knew it.

    Attributes:
        root: the page its rows are found from.
        columns: in the file's own order.
        number: the column that is the number of the row; empty where none is.
        known: the table of ours that it is; None where none was found yet.
        missing: what of it could not be read.
        rows: those that went over.
    """

    name: str
    root: int
    columns: tuple[str, ...]
    number: str
    known: sa.Table | None = None
    missing: Missing = field(default_factory=Missing)
    rows: int = 0

    def fits(self) -> Callable[[Row], bool]:
        """Whether a row can be one of its own."""
        return fits(self.known, self.columns, self.number)


class Source(Protocol):
    """A damaged file as it is read: its tables, and the rows of one in the order of their numbers.

    What cannot be read is counted in the table's ``missing``.
    """

    def tables(self) -> dict[str, Table]:
        """Those it says it has, as far as that can be read."""

    def rows(self, table: Table, fits: Callable[[Row], bool]) -> Iterator[Row]:
        """Those of one table that can be its own."""


@dataclass(frozen=True)
class InPages:
    """A plain file, read page by page."""

    pages: Pages

    def tables(self) -> dict[str, Table]:
        """See :class:`Source`."""
        return tables_in(self.pages)

    def rows(self, table: Table, fits: Callable[[Row], bool]) -> Iterator[Row]:
        """See :class:`Source`."""
        yield from rows_of(self.pages, table.root, fits, table.missing)


def tables_in(pages: Pages) -> dict[str, Table]:
    """The tables the file says it has, where it can be read what it says."""
    missing = Missing()

    def is_part(row: Row) -> bool:
        _, values = row
        return (
            len(values) == _MASTER
            and values[0] in {"table", "index", "trigger", "view"}
            and isinstance(values[1], str)
            and isinstance(values[3], int)
            and isinstance(values[4], str | None)
        )

    parts = list(rows_of(pages, 1, is_part, missing))
    if missing.spans:
        for number, page in leaves_left(pages):
            left = rows_on(pages, number, page, is_part)
            if left:
                pages.used.add(number)
                parts += left
    found: dict[str, Table] = {}
    doubtful = set[str]()
    for _, (kind, name, _, root, text) in parts:
        made = columns_of(name, text or "") if kind == "table" else None
        if made is None:
            continue
        if name in found and found[name].root != root:
            doubtful.add(name)
        columns, key = made
        found[name] = Table(name=name, root=root, columns=columns, number=key)
    return {name: one for name, one in found.items() if name not in doubtful}


def columns_of(name: str, text: str) -> tuple[tuple[str, ...], str] | None:
    """A table's columns in their order, and which of them is the number of the row."""
    if not text.upper().startswith("CREATE TABLE") or name.startswith("sqlite_"):
        return None
    try:
        with closing(sqlite3.connect(":memory:")) as file:
            # A table made of what is asked there would have no end, for whoever wrote it so.
            file.set_authorizer(_makes_only)
            file.execute(text)
            file.set_authorizer(None)
            known = file.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,))
            columns = known.fetchall()
    except sqlite3.Error:
        return None
    names = [one[0] for one in columns]
    keys = [at for at, one in enumerate(columns) if one[2]]
    is_number = len(keys) == 1 and columns[keys[0]][1].upper() == "INTEGER"
    return (tuple(names), names[keys[0]] if is_number else "") if names else None


def _makes_only(action: int, *_: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_SELECT else sqlite3.SQLITE_OK


def as_known(tables: dict[str, Table], known: Mapping[str, sa.Table]) -> dict[str, Table]:
    """The same tables by the names their columns have with us; without those that have others.

    A letter of one name may have changed, of more none.
    """
    for name, table in list(tables.items()):
        ours = known.get(name)
        others = [one for one in table.columns if ours is not None and one not in ours.columns]
        table.known = ours
        if ours is None or not others:
            continue
        gone = [one for one in ours.columns.keys() if one not in table.columns]  # noqa: SIM118
        if (len(others), len(gone)) != (1, 1):
            del tables[name]
            continue
        table.columns = tuple(gone[0] if one == others[0] else one for one in table.columns)
        if table.number == others[0]:
            table.number = gone[0]
    return tables
