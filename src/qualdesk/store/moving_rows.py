"""Rows on their way to another database: in one form for both, looked at before they go.

The form is what an SQLite workspace keeps: instants as its text, yes and no as 1 and 0, JSON as
text. A page of rows is looked at column by column, so that what the other database could not
keep is found before it is handed over, and named with its table and row.
"""

import hashlib
import json
import math
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa

from qualdesk.core.errors import Refused
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.closing import OWN_NOTES
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import Sqlite

AT_ONCE = 2_000
"""Rows in memory at a time."""
Row: TypeAlias = tuple[Any, ...]
Values: TypeAlias = Sequence[Any]

_LEAST, _MOST = -(2**31), 2**31 - 1
_LONGEST = 2**63
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_NUMBER = re.compile(r"\s*[-\d]")
# In JSON: a zero character or half of a character, and what is no JSON though Python writes it.
_SUSPECT = re.compile(r"NaN|Infinity|\\u(?:0000|[dD][89a-fA-F])")
_SAYS = tr_later(
    "{table}, row {row}: “{column}” has a value that the other database cannot keep ({why}). "
    "Nothing was moved."
)
_SAYS_ROW = tr_later("{table} has a row that the other database cannot keep. Nothing was moved.")
_NOT_WHOLE = tr_later("no whole number from -2,147,483,648 to 2,147,483,647")
_NOT_YES_OR_NO = tr_later("neither yes nor no")
_NOT_A_NUMBER = tr_later("no number")
_NOT_AN_INSTANT = tr_later("no instant in UTC")
_NOT_TEXT = tr_later("no text, or a zero character or half a character in it")
_TOO_LONG = tr_later("longer than its column")
_NOT_JSON = tr_later("no JSON, or a zero character or half a character in it")


class Seen:
    """Counts rows and hashes them as they go by; pages may be cut anywhere."""

    def __init__(self) -> None:
        self.rows = 0
        self._hash = hashlib.sha256()

    def take(self, rows: Sequence[Row]) -> None:
        """These come next."""
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        if rows:
            self._hash.update(text[1:-1].encode() + b",")
        self.rows += len(rows)

    @property
    def sha256(self) -> str:
        """The hash of all rows that were taken, as hexadecimal text."""
        return self._hash.hexdigest()


def pages(tx: Transaction, table: sa.Table, at_once: int = AT_ONCE) -> Iterator[list[Row]]:
    """All rows of a table in the order of its key, the same order in both databases.

    Raises:
        Refused: a value that one of the two databases could not keep; table and row are named.
    """
    read = _from_file if tx.dialect.name == "sqlite" else _from_server
    for rows in read(tx, table, at_once):
        columns = list(zip(*rows, strict=True))
        for place, column in enumerate(table.columns):
            columns[place] = _looked_at(table, column, columns[place], rows)
        yield list(zip(*columns, strict=True))


def refuse_row(table: sa.Table, rows: Sequence[Row]) -> None:
    """A database did not take these rows: name the one whose JSON is none.

    Raises:
        Refused: always.
    """
    for place, column in enumerate(table.columns):
        if isinstance(column.type, sa.JSON):
            for row in rows:
                if row[place] is not None and not _is_json(row[place]):
                    _refuse(table, column, row, tr(_NOT_JSON))
    raise Refused(tr(_SAYS_ROW, table=table.name))


def named(table: sa.Table) -> str:
    """The columns of a table for a statement, in their order."""
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _from_file(tx: Transaction, table: sa.Table, at_once: int) -> Iterator[list[Row]]:
    driver: Any = tx.connection.connection.driver_connection
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    text = f'SELECT {named(table)} FROM "{table.name}" {_only(table)} ORDER BY {order}'  # noqa: S608 - our own names
    done = 0
    try:
        for rows in _fetched(driver.execute(text), at_once):
            done += len(rows)
            yield rows
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) is not None:
            raise
        # Bytes that are no text: read again from there, so that the row can be named.
        driver.text_factory = _any_bytes
        try:
            yield from _fetched(driver.execute(f"{text} LIMIT -1 OFFSET {done}"), at_once)
        finally:
            driver.text_factory = str


def _from_server(tx: Transaction, table: sa.Table, at_once: int) -> Iterator[list[Row]]:
    driver: Any = tx.connection.connection.driver_connection
    wanted = ", ".join(
        f'"{column.name}"::text' if isinstance(column.type, sa.JSON) else f'"{column.name}"'
        for column in table.columns
    )
    # By bytes, as a file does; a language's own order would be another.
    order = ", ".join(
        f'"{column.name}" COLLATE "C"' if isinstance(column.type, sa.String) else f'"{column.name}"'
        for column in table.primary_key
    )
    text = f'SELECT {wanted} FROM "{table.name}" {_only(table)} ORDER BY {order}'  # noqa: S608 - our own names
    with driver.cursor(name="qualdesk_move") as cursor:
        yield from _fetched(cursor.execute(text), at_once)


def _fetched(cursor: Any, at_once: int) -> Iterator[list[Row]]:
    while rows := cursor.fetchmany(at_once):
        yield rows


def _only(table: sa.Table) -> str:
    if table.name != "workspace":
        return ""
    notes = ", ".join(f"'{key}'" for key in OWN_NOTES)
    return f"WHERE key NOT IN ({notes})"


def _any_bytes(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _looked_at(
    table: sa.Table, column: sa.Column[Any], values: tuple[Any, ...], rows: Sequence[Row]
) -> tuple[Any, ...]:
    turned, is_fine, why = _kind_of(column.type)
    values = turned(values) if turned else values
    if is_fine([value for value in values if value is not None]):
        return values
    for row, value in zip(rows, values, strict=True):
        if value is not None and not is_fine([value]):
            _refuse(table, column, row, tr(why))
    raise RuntimeError("A page is not fine, and each of its values is.")


def _refuse(table: sa.Table, column: sa.Column[Any], row: Row, why: str) -> None:
    key = ", ".join(
        f"{part.name} {row[place]}" for place, part in enumerate(table.columns) if part.primary_key
    )
    shown = key.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
    raise Refused(tr(_SAYS, table=table.name, row=shown, column=column.name, why=why))


_Kind: TypeAlias = tuple[Callable[[Any], Any] | None, Callable[[list[Any]], bool], str]


def _kind_of(kind: sa.types.TypeEngine[Any]) -> _Kind:
    """How a column's values are turned into the shared form, when they are fine, and else why."""
    if isinstance(kind, sa.String) and kind.length:
        most = kind.length
        return None, lambda values: _are_short(values, most), _TOO_LONG
    return next(found for one, found in _KINDS if isinstance(kind, one))


def _instants(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(Sqlite.moment(at) if isinstance(at, datetime) else at for at in values)


def _are_instants(values: list[Any]) -> bool:
    for value in values:
        if type(value) is not str or not _INSTANT.fullmatch(value):
            return False
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return False
    return True


def _flags(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(int(value) if type(value) is bool else value for value in values)


def _are_flags(values: list[Any]) -> bool:
    return all(type(value) is int for value in values) and set(values) <= {0, 1}


def _floats(values: Iterable[Any]) -> tuple[Any, ...]:
    # A file knows no zero below zero.
    return tuple(value + 0.0 if type(value) in {int, float} else value for value in values)


def _are_floats(values: list[Any]) -> bool:
    return all(type(value) is float and not math.isnan(value) for value in values)


def _are_whole(values: list[Any]) -> bool:
    if not values:
        return True
    return set(map(type, values)) == {int} and min(values) >= _LEAST and max(values) <= _MOST


def _are_texts(values: list[Any]) -> bool:
    if not set(map(type, values)) <= {str}:
        return False
    together = "".join(values)
    try:
        together.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in together


def _are_short(values: list[Any], most: int) -> bool:
    return _are_texts(values) and max(map(len, values), default=0) <= most


def _json_texts(values: Iterable[Any]) -> tuple[Any, ...]:
    """As text. A number alone is one in a file, whatever it was written like."""
    return tuple(
        value if type(value) is str and not _NUMBER.match(value) else _number(value)
        for value in values
    )


def _number(value: Any) -> Any:
    if type(value) is str:
        try:
            value = json.loads(value)
        except ValueError:
            return value
    if type(value) is float and value.is_integer() and abs(value) < _LONGEST:
        value = int(value)
    return json.dumps(value) if type(value) in {int, float} else value


def _are_json(values: list[Any]) -> bool:
    if not _are_texts(values):
        return False
    if any(_NUMBER.match(value) and not _is_json(value) for value in values):
        return False
    return not _SUSPECT.search("\n".join(values)) or all(map(_is_json, values))


def _is_json(value: str) -> bool:
    try:
        found = json.loads(value, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return False
    if type(found) is int:
        return abs(found) < _LONGEST
    return _are_texts(list(_texts_in(found)))


def _texts_in(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from found
        for value in found.values():
            yield from _texts_in(value)
    elif isinstance(found, list):
        for value in found:
            yield from _texts_in(value)


def _no_constant(name: str) -> Any:
    raise ValueError(name)


# The first that fits: an instant's own kind before what it is made of.
_KINDS: tuple[tuple[type[Any], _Kind], ...] = (
    (UtcDateTime, (_instants, _are_instants, _NOT_AN_INSTANT)),
    (sa.JSON, (_json_texts, _are_json, _NOT_JSON)),
    (sa.Boolean, (_flags, _are_flags, _NOT_YES_OR_NO)),
    (sa.Float, (_floats, _are_floats, _NOT_A_NUMBER)),
    (sa.Integer, (None, _are_whole, _NOT_WHOLE)),
    (sa.String, (None, _are_texts, _NOT_TEXT)),
)
