"""Which rows of a damaged file can be what a table of ours held."""

import json
import re
from contextlib import suppress
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.store.columns import UtcDateTime
from qualdesk.store.salvage_rows import Fits, Row

_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_WRONG: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def fits(table: sa.Table | None, columns: tuple[str, ...], number: str) -> Fits:
    """Whether a row can be one of this table.

    ``columns`` in the file's own order; ``number`` the one that is the row's number, if any. A
    table that no program of ours knows says only how many columns it has.
    """
    known = [table.c.get(name) if table is not None else None for name in columns]

    def can_be(row: Row) -> bool:
        rowid, values = row
        if not 0 < len(values) <= len(columns):
            return False
        of_each = zip(columns, known, values, strict=False)
        return (not number or rowid > 0) and all(
            value is None if name == number else _fits(column, value)
            for name, column, value in of_each
        )

    return can_be


def _fits(column: sa.Column[Any] | None, value: Any) -> bool:
    if column is None or value is None:
        return column is None or bool(column.nullable)
    kind = column.type
    if isinstance(kind, sa.Boolean):
        return value in {0, 1} and isinstance(value, int)
    for of, python in _PLAIN:
        if isinstance(kind, of):
            return isinstance(value, python)
    return isinstance(value, str) and _fits_text(kind, value)


def _fits_text(kind: Any, value: str) -> bool:
    if isinstance(kind, UtcDateTime):
        return _INSTANT.fullmatch(value) is not None
    if isinstance(kind, sa.JSON) or "Json" in type(kind).__name__:
        with suppress(ValueError):
            json.loads(value)
            return True
        return False
    return not _WRONG.search(value)


_PLAIN: Final[tuple[tuple[Any, Any], ...]] = (
    (sa.Integer, int),
    ((sa.Float, sa.Numeric), (int, float)),
    (sa.LargeBinary, bytes),
)
