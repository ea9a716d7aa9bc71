"""Looks that every card waits for: a statement is compiled once, then handed to the driver."""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.dialects import Dialect


def quick_rows(tx: Transaction, query: sa.Select[Any], values: Mapping[str, Any]) -> list[Any]:
    """The rows of a statement that was built once, with their columns as attributes.

    For the dozen looks of a card: SQLAlchemy's way costs them more than the database does. A
    list among the values stands for a parameter that expands.
    """
    lengths = tuple((name, len(of)) for name, of in values.items() if isinstance(of, list))
    ready = _prepared(type(tx.dialect), query, lengths)
    told = dict(ready.constants)
    told |= {
        name: tx.dialect.moment(value) if isinstance(value, datetime) else value
        for name, value in _spread(values, ready.names)
    }
    asked = [told[name] for name in ready.order] if ready.order is not None else told
    found = tx.run(ready.text, asked).fetchall()
    if not ready.readers:
        return [ready.row(*one) for one in found]
    return [ready.row(*_read(one, ready.readers)) for one in found]


def quick_row(tx: Transaction, query: sa.Select[Any], values: Mapping[str, Any]) -> Any:
    """The first of them, None when there is none."""
    return next(iter(quick_rows(tx, query, values)), None)


class _Prepared(NamedTuple):
    """A statement as the driver takes it.

    ``names`` are the driver's own for each parameter, ``constants`` those the statement has
    itself, ``order`` their places where it wants them by place; ``readers`` turn what the driver
    gives at a place into the value.
    """

    text: str
    names: Mapping[str, Sequence[str]]
    constants: Mapping[str, Any]
    order: Sequence[str] | None
    readers: Sequence[tuple[int, Callable[[Any], Any]]]
    row: Callable[..., Any]


@lru_cache(maxsize=256)
def _prepared(
    dialect: type[Dialect], query: sa.Select[Any], lengths: tuple[tuple[str, int], ...]
) -> _Prepared:
    language = dialect.language()
    compiled = query.compile(dialect=language)
    asked = {name for name, bind in compiled.binds.items() if bind.required}
    lists = {name: list(range(length)) for name, length in lengths}
    state = compiled.construct_expanded_state({**compiled.construct_params(_check=False), **lists})
    names = {name: state.parameter_expansion.get(name, [name]) for name in asked}
    given = {name for theirs in names.values() for name in theirs}
    columns = list(query.selected_columns)
    readers = [
        (place, reader)
        for place, column in enumerate(columns)
        if not isinstance(column.type, sa.Float)
        and (reader := column.type.dialect_impl(language).result_processor(language, None))
    ]
    return _Prepared(
        text=state.statement,
        names=names,
        constants={name: one for name, one in state.parameters.items() if name not in given},
        order=state.positiontup,
        readers=readers,
        row=_row_of([str(column.key) for column in columns]),
    )


def _row_of(names: Sequence[str]) -> Callable[..., Any]:
    return namedtuple("Row", names)  # noqa: PYI024 - named by the statement


def _spread(values: Mapping[str, Any], names: Mapping[str, Sequence[str]]) -> list[tuple[str, Any]]:
    """Each value under the driver's name for it; those of a list one by one."""
    told: list[tuple[str, Any]] = []
    for name, theirs in names.items():
        value = values[name]
        told += zip(theirs, value if isinstance(value, list) else [value], strict=True)
    return told


def _read(row: Sequence[Any], readers: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    read = list(row)
    for place, reader in readers:
        read[place] = reader(read[place])
    return read
