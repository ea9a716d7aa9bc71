"""Which program made a damaged file, and a new file with the tables that program knew.

What an older one made is put into tables as it knew them, and the new file is brought up to date
then, as its own file would have been.
"""

import secrets
from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa

from qualdesk.core.errors import Refused, WorkspaceTooNew
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.store.database import Store
from qualdesk.store.migrations import STEPS, prepare
from qualdesk.store.salvage_tables import Source, Table
from qualdesk.store.schema import metadata, workspace

_VERSION: Final = "alembic_version"


@frozen
class Shape:
    """The tables as the program of that ``number`` knew them, whatever others need first."""

    number: str
    tables: Mapping[str, sa.Table]

    @property
    def is_old(self) -> bool:
        """Whether what is made so has to be brought up to date."""
        return self.number != STEPS.head


def number_in(source: Source, tables: dict[str, Table]) -> str:
    """The number of the last step the file had taken; ours where it cannot be read.

    Raises:
        WorkspaceTooNew: a newer program made it.
        Refused: no program of ours knows that number.
    """
    table = tables.get(_VERSION)
    rows = source.rows(table, table.fits()) if table else ()
    number = next((str(values[0]) for _, values in rows), STEPS.head)
    if number > STEPS.head:
        raise WorkspaceTooNew(tr("This file was made by a newer qualdesk. Nothing was changed."))
    if not number.isdecimal() or int(number) < 1:
        raise Refused(
            tr(
                "Which qualdesk made this file cannot be read. Put back a backup. Nothing was "
                "changed."
            )
        )
    return number


def make_like(store: Store, number: str) -> Shape:
    """Make a new, empty workspace as the program of that number made it."""
    if number == STEPS.head:
        prepare(store)
        return Shape(number=number, tables={table.name: table for table in metadata.sorted_tables})
    from qualdesk.store.migrations.upgrade import upgrade

    made = sa.MetaData()
    with store.migrating() as tx:
        upgrade(tx.connection, STEPS.folder, number)
        key = {"key": "fingerprint_key", "value": secrets.token_hex(32)}
        tx.connection.execute(workspace.insert().values(**key))
        # What names are found by is worked out anew: an index of it may be of an expression.
        made.reflect(tx.connection, resolve_fks=False)
    tables = {table.name: _as_typed(table) for table in made.sorted_tables}
    return Shape(number=number, tables={k: v for k, v in tables.items() if k != _VERSION})


def _as_typed(table: sa.Table) -> sa.Table:
    """With the types our columns have: the file says of an instant only that it is text."""
    ours = metadata.tables.get(table.name)
    for column in table.columns:
        if ours is not None and column.name in ours.columns:
            column.type = ours.columns[column.name].type
    return table
