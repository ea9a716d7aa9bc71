"""Writing many rows at once, by the driver's own statements: lists have thousands of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows

T = TypeVar("T")
CHUNK = 500
# PostgreSQL takes 65,535 in a statement.
_MOST_VALUES = 60_000


def insert_many(
    tx: Transaction, table: sa.Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Write rows whose values stand in the order of ``columns``; JSON as text, times prepared.

    On a shared server many in one statement: it is counted by the statement what came.
    """
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join([tx.dialect.mark] * len(columns))
    text = f'INSERT INTO "{table.name}" ({names}) VALUES '  # noqa: S608 - our own names
    if tx.dialect.name == "sqlite":
        tx.connection.exec_driver_sql(f"{text}({marks})", [tuple(row) for row in rows])
        return
    for some in chunks(rows, min(CHUNK, _MOST_VALUES // len(columns))):
        values = tuple(value for row in some for value in row)
        tx.connection.exec_driver_sql(text + ", ".join([f"({marks})"] * len(some)), values)


def chunks(things: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The things in lists of at most ``size``, as many as a statement likes to be asked about."""
    some: list[T] = []
    for thing in things:
        some.append(thing)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def rows_with(
    tx: Transaction,
    columns: Sequence[sa.ColumnElement[Any] | sa.Table],
    key: sa.Column[Any],
    of: Collection[Any],
) -> Iterator[Any]:
    """Rows of a table whose ``key`` is one of many values."""
    query = _having(tuple(columns), key)
    for some in chunks(of):
        yield from quick_rows(tx, query, {"of": some})


@lru_cache(maxsize=64)
def _having(
    columns: tuple[sa.ColumnElement[Any] | sa.Table, ...], key: sa.Column[Any]
) -> sa.Select[Any]:
    # Built once: building a statement costs as much as running it, and each card needs some.
    of: sa.BindParameter[list[Any]] = sa.bindparam("of", expanding=True)
    return sa.select(*columns).where(key.in_(of))
