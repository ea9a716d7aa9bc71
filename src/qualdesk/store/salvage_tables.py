"""The tables a damaged file says it has, as far as it can be read what it says."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

from qualdesk.core.errors import Refused, WorkspaceTooNew
from qualdesk.core.wording import tr
from qualdesk.store.migrations import STEPS
from qualdesk.store.salvage_fits import fits
from qualdesk.store.salvage_pages import Pages
from qualdesk.store.salvage_rows import Missing, Row, leaves_left, rows_of, rows_on
from qualdesk.store.schema import metadata

_MASTER: Final = 5


@dataclass(kw_only=True, slots=True)
class Table:
    """A table as the damaged file knew it.

    Attributes:
        root: the page its rows are found from.
        columns: in the file's own order.
        number: the column that is the number of the row; empty where none is.
        missing: what of it could not be read.
        rows: those that went over.
    """

    name: str
    root: int
    columns: tuple[str, ...]
    number: str
    missing: Missing = field(default_factory=Missing)
    rows: int = 0

    def fits(self) -> Callable[[Row], bool]:
        """Whether a row can be one of its own."""
        return fits(metadata.tables.get(self.name), self.columns, self.number)


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
        made = _columns(name, text or "") if kind == "table" else None
        if made is None:
            continue
        if name in found and found[name].root != root:
            doubtful.add(name)
        columns, key = made
        found[name] = Table(name=name, root=root, columns=columns, number=key)
    return {name: one for name, one in found.items() if name not in doubtful}


def _columns(name: str, text: str) -> tuple[tuple[str, ...], str] | None:
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
    names = _as_known(name, [one[0] for one in columns])
    keys = [at for at, one in enumerate(columns) if one[2]]
    is_number = len(keys) == 1 and columns[keys[0]][1].upper() == "INTEGER"
    return (tuple(names), names[keys[0]] if is_number else "") if names else None


def _makes_only(action: int, *_: object) -> int:
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_SELECT else sqlite3.SQLITE_OK


def _as_known(name: str, columns: list[str]) -> list[str] | None:
    """The columns as they are called here: a letter of one may have changed, of more none."""
    table = metadata.tables.get(name)
    others = [one for one in columns if table is not None and one not in table.columns]
    if table is None or not others:
        return columns
    gone = [one for one in table.columns.keys() if one not in columns]  # noqa: SIM118
    if (len(others), len(gone)) != (1, 1):
        return None
    return [gone[0] if one == others[0] else one for one in columns]


def refuse_other(pages: Pages, tables: dict[str, Table]) -> None:
    """Do nothing for a file of this program's own tables.

    Raises:
        WorkspaceTooNew: a newer program made it.
        Refused: an older one did.
    """
    table = tables.get("alembic_version")
    rows = rows_of(pages, table.root, table.fits(), Missing()) if table else ()
    number = next((str(values[0]) for _, values in rows), STEPS.head)
    pages.used.discard(table.root if table else 0)
    if number > STEPS.head:
        raise WorkspaceTooNew(tr("This file was made by a newer qualdesk. Nothing was changed."))
    if number < STEPS.head:
        raise Refused(
            tr(
                "An older qualdesk made this file. Read it with that version, or put back a "
                "backup. Nothing was changed."
            )
        )
