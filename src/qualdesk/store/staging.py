"""Where the rows of a list wait until all of them are read: a private table, not the workspace.

Reading a long list takes no writer's place in the workspace, and a list that is never
finished leaves nothing behind: the table is a temporary file that goes with the process.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from qualdesk.store.drafts import Draft

_AT_ONCE = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class StagedRow:
    """A row that waits. ``says_no``: whoever it is asked not to be contacted.

    Attributes:
        raw: the row as it stood in the file, a JSON list of its cells.
        left_out: why it becomes no lead; ``draft`` is None when nobody can be seen in it.
    """

    number: int
    raw: str
    draft: Draft | None
    left_out: str = ""
    says_no: bool = False


class Staging:
    """The waiting rows of one list. Use it in a ``with``; it is gone afterwards."""

    def __init__(self) -> None:
        # An empty name is a temporary file that grows out of memory only when it must.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE waiting (number INTEGER PRIMARY KEY, raw TEXT, draft TEXT,"
            " left_out TEXT, says_no INTEGER);"
            "CREATE TABLE has_key (key TEXT, number INTEGER);"
            "BEGIN"
        )
        self._rows: list[tuple[int, str, str, str, bool]] = []
        self._keys: list[tuple[str, int]] = []
        self.count = 0

    def add(self, row: StagedRow) -> None:
        """Let a row wait."""
        draft = json.dumps(row.draft) if row.draft else ""
        self._rows.append((row.number, row.raw, draft, row.left_out, row.says_no))
        # Whoever said no is looked for in the other rows too; other rows left out are nobody.
        if row.draft and (row.says_no or not row.left_out):
            self._keys.extend((key, row.number) for key in row.draft.keys.each())
        self.count += 1
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def keys(self) -> Iterator[str]:
        """Every key of every row, each once."""
        self._flush()
        return (key for (key,) in self._db.execute("SELECT DISTINCT key FROM has_key"))

    def rows_of_keys(self, keys: Iterable[str]) -> Iterator[tuple[str, int]]:
        """The rows that have these keys."""
        self._flush()
        for key in keys:
            for (number,) in self._db.execute("SELECT number FROM has_key WHERE key = ?", (key,)):
                yield key, number

    def alike(self) -> Iterator[tuple[StagedRow, list[str]]]:
        """The rows that share a key with another one, in order, with the keys they share."""
        self._flush()
        self._db.execute("CREATE INDEX IF NOT EXISTS by_key ON has_key (key)")
        shared = self._db.execute(
            "SELECT number, key FROM has_key WHERE key IN"
            " (SELECT key FROM has_key GROUP BY key HAVING COUNT(*) > 1) ORDER BY number"
        )
        of_row: dict[int, list[str]] = {}
        for number, key in shared:
            of_row.setdefault(number, []).append(key)
        for number, keys in of_row.items():
            yield self.row(number), keys

    def row(self, number: int) -> StagedRow:
        """The row with this number in its file."""
        self._flush()
        return _row(
            self._db.execute("SELECT * FROM waiting WHERE number = ?", (number,)).fetchone()
        )

    def rows(self) -> Iterator[StagedRow]:
        """All rows, in the order of the file."""
        self._flush()
        return map(_row, self._db.execute("SELECT * FROM waiting ORDER BY number"))

    def bare_rows(self) -> Iterator[StagedRow]:
        """All rows without their drafts, which cost most of the reading."""
        self._flush()
        return map(_row, self._db.execute(
            "SELECT number, raw, '', left_out, says_no FROM waiting ORDER BY number"
        ))  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    def _flush(self) -> None:
        self._db.executemany("INSERT INTO waiting VALUES (?, ?, ?, ?, ?)", self._rows)
        self._db.executemany("INSERT INTO has_key VALUES (?, ?)", self._keys)
        self._rows.clear()
        self._keys.clear()


def _row(values: Sequence[object]) -> StagedRow:
    number, raw, draft, left_out, says_no = values
    return StagedRow(
        number=int(str(number)),
        raw=str(raw),
        draft=Draft(*json.loads(str(draft))) if draft else None,
        left_out=str(left_out),
        says_no=bool(says_no),
    )
