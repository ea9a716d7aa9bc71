"""What every call waits for: a statement is compiled once, then handed to the driver."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias, TypeVar

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.dialects import Dialect

T = TypeVar("T")
_Statement: TypeAlias = sa.Select[Any] | sa.UpdateBase
TextLook: TypeAlias = tuple[str, Mapping[str, Any]]
"""A statement as the driver takes it, and its values."""
Look: TypeAlias = tuple[sa.Select[Any], Mapping[str, Any]] | TextLook
"""A statement that was built once, and its values."""


def quick_rows(tx: Transaction, query: _Statement, values: Mapping[str, Any]) -> list[Any]:
    """The rows of a statement that was built once, with their columns as attributes.

    For the dozen looks of a card: SQLAlchemy's way costs them more than the database does. A
    list among the values stands for a parameter that expands. Of one that writes they are what
    it returns.
    """
    ready, cursor = _run(tx, query, values)
    found = cursor.fetchall()
    if not ready.readers:
        return [ready.row(one) for one in found]
    return [ready.row(_read(one, ready.readers)) for one in found]


def quick_row(tx: Transaction, query: _Statement, values: Mapping[str, Any]) -> Any:
    """The first of them, None when there is none."""
    return next(iter(quick_rows(tx, query, values)), None)


def quick_made(
    tx: Transaction, query: sa.Select[Any], values: Mapping[str, Any], make: Callable[[Any], T]
) -> T | None:
    """What ``make`` makes of the first row, None when there is none.

    It is made anew only when the row is another than at the last look: for what every step of
    a call asks for and next to nobody changes. Kept with the connection, so that no two
    workspaces share it.
    """
    ready, cursor = _run(tx, query, values)
    found = cursor.fetchone()
    if found is None:
        return None
    kept = tx.connection.info.setdefault("made", {})
    key = (query, *values.values())
    was, made = kept.get(key, (None, None))
    if was != found:
        made = make(ready.row(_read(found, ready.readers)))
        kept[key] = (found, made)
    known: T = made
    return known


def quick_text(tx: Transaction, text: str, values: Mapping[str, Any]) -> Any:
    """The driver's cursor of a look that is kept as text; its rows are plain tuples."""
    if tx.asked and (answer := tx.asked.pop(_same(text, values), None)) is not None:
        return answer
    return tx.run(text, values)


@contextmanager
def together(tx: Transaction, looks: Iterable[Look]) -> Iterator[None]:
    """Send these looks to a server in one journey: whoever asks one inside has its answer.

    Only where nothing is written before they are asked. Each answer is used once, by who asks
    the same with the same values; a look that is not foreseen, or is foreseen wrongly, is asked
    as ever. A file is asked nothing beforehand: there is no journey to it.
    """
    if not tx.dialect.asks_together:
        yield
        return
    asked = {_same(*look): look for look in looks}
    new = {same: look for same, look in asked.items() if same not in tx.asked}
    if new:
        with tx.dialect.in_one_journey(tx.connection.connection.driver_connection):
            found = {same: _asked(tx, *look) for same, look in new.items()}
        tx.asked.update(found)
    try:
        yield
    finally:
        for same in new:
            tx.asked.pop(same, None)


def quick_write(tx: Transaction, change: sa.UpdateBase, values: Mapping[str, Any]) -> int:
    """Write by a statement that was built once; how many rows it wrote.

    A list among the values stands for a parameter that expands: what a JSON column keeps is a
    mapping or a tuple.
    """
    tx.asked.clear()
    _, cursor = _run(tx, change, values)
    return int(cursor.rowcount)


def quick_change(tx: Transaction, table: sa.Table, row_id: int | str, **columns: Any) -> int:
    """Write the named columns of one row; 1, or 0 where there is no such row."""
    change = _change_of(table, tuple(sorted(columns)))
    return quick_write(tx, change, {**columns, "of_row": row_id})


def _run(tx: Transaction, statement: _Statement, values: Mapping[str, Any]) -> Any:
    if tx.asked and (answer := tx.asked.pop(_same(statement, values), None)) is not None:
        return answer
    return _sent(tx, statement, values)


def _asked(tx: Transaction, look: sa.Select[Any] | str, values: Mapping[str, Any]) -> Any:
    return tx.run(look, values) if isinstance(look, str) else _sent(tx, look, values)


def _same(statement: _Statement | str, values: Mapping[str, Any]) -> Any:
    """What two looks have in common that are the same."""
    told = {name: tuple(of) if isinstance(of, list) else of for name, of in values.items()}
    return statement, frozenset(told.items())


def _sent(tx: Transaction, statement: _Statement, values: Mapping[str, Any]) -> Any:
    lengths = tuple([(name, len(of)) for name, of in values.items() if isinstance(of, list)])
    ready = _prepared(type(tx.dialect), statement, lengths)
    told = dict(ready.constants)
    for name, value in values.items():
        if isinstance(value, list) and name in ready.lists:
            told.update(zip(ready.lists[name], value, strict=True))
        elif isinstance(value, datetime):
            told[name] = tx.dialect.moment(value)
        else:
            told[name] = ready.writers[name](value) if name in ready.writers else value
    asked = [told[name] for name in ready.order] if ready.order is not None else told
    return ready, tx.run(ready.text, asked)


@lru_cache(maxsize=64)
def _change_of(table: sa.Table, names: tuple[str, ...]) -> sa.Update:
    of_row = table.c.id == sa.bindparam("of_row")
    return table.update().where(of_row).values({name: sa.bindparam(name) for name in names})


class _Prepared(NamedTuple):
    """A statement as the driver takes it.

    ``lists`` are the driver's own names for each parameter that expands, ``constants`` what the
    statement says itself, ``order`` their places where it wants them by place; ``readers`` turn
    what the driver gives at a place into the value, ``writers`` a value into what it takes.
    """

    text: str
    lists: Mapping[str, Sequence[str]]
    constants: Mapping[str, Any]
    order: Sequence[str] | None
    readers: Sequence[tuple[int, Callable[[Any], Any]]]
    writers: Mapping[str, Callable[[Any], Any]]
    row: Callable[[Iterable[Any]], Any]


@lru_cache(maxsize=256)
def _prepared(
    dialect: type[Dialect], statement: _Statement, lengths: tuple[tuple[str, int], ...]
) -> _Prepared:
    language = dialect.language()
    compiled = statement.compile(dialect=language)
    asked = {name for name, bind in compiled.binds.items() if bind.required}
    lists = {name: list(range(length)) for name, length in lengths}
    state = compiled.construct_expanded_state({**compiled.construct_params(_check=False), **lists})
    names = {name: state.parameter_expansion.get(name, [name]) for name in asked}
    given = {name for theirs in names.values() for name in theirs}
    columns = list(statement.exported_columns)
    readers = [
        (place, reader)
        for place, column in enumerate(columns)
        if not isinstance(column.type, sa.Float)
        and (reader := column.type.dialect_impl(language).result_processor(language, None))
    ]
    # Whoever may only act hands everything over by its name, lists as they are.
    call = dialect.call_of(statement)
    constants = {name: one for name, one in state.parameters.items() if name not in given}
    return _Prepared(
        text=call or state.statement,
        lists={} if call else {name: names[name] for name in lists},
        constants={} if call else constants,
        order=None if call else state.positiontup,
        readers=readers,
        writers={
            name: writer
            for name in asked
            if isinstance(of_type := compiled.binds[name].type, sa.JSON)
            and (writer := of_type.dialect_impl(language).bind_processor(language))
        },
        row=_row_of([str(column.key) for column in columns]),
    )


class _Row(tuple[Any, ...]):
    """A row, whose columns each statement names."""

    __slots__ = ()
    _fields: tuple[str, ...]

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))


def _row_of(names: Sequence[str]) -> Callable[[Iterable[Any]], Any]:
    """A class of rows with these columns: a named tuple, made at a seventh of the price.

    Python writes and compiles a method for each named tuple, and a start makes thirty.
    """
    columns = {name: property(itemgetter(place)) for place, name in enumerate(names)}
    return type("Row", (_Row,), {"__slots__": (), "_fields": tuple(names), **columns})


def _read(row: Sequence[Any], readers: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    read = list(row)
    for place, reader in readers:
        read[place] = reader(read[place])
    return read
