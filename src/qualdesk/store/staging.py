"""Where the rows of a list wait until all of them are read: a private table, not the workspace.

Reading a long list takes no writer's place in the workspace, and a list that is never
finished leaves nothing behind: the table is a temporary file that goes with the process.
"""

import json
import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from types import TracebackType
from typing import Any, NamedTuple, Self

from qualdesk.core.identity import Keys
from qualdesk.core.ids import ContactId
from qualdesk.store.drafts import Draft

_AT_ONCE = 1000
_ROWS = "SELECT number, raw, draft, left_out, says_no FROM waiting"


class StagedRow(NamedTuple):
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

    @property
    def hash(self) -> str:
        """What the row is recognised by again when nobody can be recognised in it.

        Of its cells in any order, so that a column that moved makes no other row of it. Empty
        for a row with a number or an address, which say more.
        """
        if self.draft is None or self.draft.phones or self.draft.emails:
            return ""
        cells = sorted(filter(None, (str(cell).strip() for cell in json.loads(self.raw))))
        return blake2b("\0".join(cells).encode(), digest_size=16).hexdigest()


class Staging:
    """The waiting rows of one list. Use it in a ``with``; it is gone afterwards."""

    def __init__(self) -> None:
        # An empty name is a temporary file that grows out of memory only when it must.
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE waiting (number INTEGER PRIMARY KEY, raw TEXT, draft BLOB,"
            " left_out TEXT, says_no INTEGER, found_out TEXT);"
            "CREATE TABLE has_key (key INTEGER, number INTEGER);"
            "CREATE TABLE taken (person INTEGER PRIMARY KEY, number INTEGER);"
            "CREATE TABLE external (id TEXT PRIMARY KEY) WITHOUT ROWID;"
            "BEGIN"
        )
        self._rows: list[tuple[int, str, bytes | None, str, bool]] = []
        self._keys: list[tuple[int, int]] = []
        self.count = 0

    def add(self, row: StagedRow, keys: Keys | None = None) -> None:
        """Let a row wait; ``keys`` are those of its draft, for whoever has them already."""
        number, raw, draft, left_out, says_no = row
        # Only this process reads it, as quickly as nothing else: values, never code.
        values: Any = tuple(draft) if draft else None
        kept = marshal.dumps(values) if draft else None
        self._rows.append((number, raw, kept, left_out, says_no))
        # Whoever said no is looked for in the other rows too; other rows left out are nobody.
        if draft and (says_no or not left_out):
            self._keys.extend((hash(key), number) for key in (keys or draft.keys).each())
        self.count += 1
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def alike(self) -> Iterator[tuple[StagedRow, list[int]]]:
        """The rows that share a key with another one, in order, with what they share.

        Two keys may come out as one: whether two rows are one person is asked of their drafts.
        """
        self._flush()
        self._db.execute("CREATE INDEX IF NOT EXISTS by_key ON has_key (key)")
        shared = self._db.execute(
            "SELECT number, key FROM has_key WHERE key IN"
            " (SELECT key FROM has_key GROUP BY key HAVING COUNT(*) > 1) ORDER BY number"
        )
        of_row: dict[int, list[int]] = {}
        for number, key in shared:
            of_row.setdefault(number, []).append(key)
        for number, keys in of_row.items():
            yield self.row(number), keys

    def row(self, number: int) -> StagedRow:
        """The row with this number in its file."""
        self._flush()
        return _row(self._db.execute(f"{_ROWS} WHERE number = ?", (number,)).fetchone())

    def rows(self) -> Iterator[StagedRow]:
        """All rows, in the order of the file."""
        self._flush()
        return map(_row, self._db.execute(f"{_ROWS} ORDER BY number"))

    def bare_rows(self) -> Iterator[StagedRow]:
        """All rows without their drafts, and with whatever was found out about them."""
        self._flush()
        return map(_row, self._db.execute(
            "SELECT number, raw, NULL, iif(left_out = '', found_out, left_out), says_no"
            " FROM waiting ORDER BY number"
        ))  # fmt: skip

    def that_say_no(self) -> Iterator[StagedRow]:
        """The rows whose people asked not to be contacted."""
        self._flush()
        return map(_row, self._db.execute(f"{_ROWS} WHERE says_no ORDER BY number"))

    def leave_out(self, why: Mapping[int, str]) -> None:
        """Note why rows become no lead that was found out only after they were read."""
        self._db.executemany(
            "UPDATE waiting SET found_out = ? WHERE number = ?",
            [(reason, number) for number, reason in why.items()],
        )

    def found_out(self, number: int) -> str:
        """Why a row becomes no lead, if that was found out only after it was read."""
        asked = self._db.execute("SELECT found_out FROM waiting WHERE number = ?", (number,))
        return str(asked.fetchone()[0])

    def take(self, people: Mapping[ContactId, int]) -> None:
        """Note which row is somebody the workspace knows."""
        self._db.executemany("INSERT OR IGNORE INTO taken VALUES (?, ?)", people.items())

    def taken(self, people: Iterable[ContactId]) -> dict[ContactId, int]:
        """The first row that is each of these people, as far as there was one."""
        asked = json.dumps(list(people))
        found = self._db.execute(
            "SELECT person, number FROM taken WHERE person IN (SELECT value FROM json_each(?))",
            (asked,),
        )
        return {ContactId(person): number for person, number in found}

    def is_taken(self, number: int) -> bool:
        """Whether the row is somebody the workspace knows."""
        self._db.execute("CREATE INDEX IF NOT EXISTS by_number ON taken (number)")
        asked = self._db.execute("SELECT 1 FROM taken WHERE number = ?", (number,))
        return asked.fetchone() is not None

    def keep_earlier(self, external_ids: Iterable[str]) -> None:
        """Note what the source called the leads of earlier lists."""
        self._db.executemany(
            "INSERT OR IGNORE INTO external VALUES (?)", ((one,) for one in external_ids)
        )

    def was_earlier(self, external_id: str) -> bool:
        """Whether an earlier list had this one."""
        asked = self._db.execute("SELECT 1 FROM external WHERE id = ?", (external_id,))
        return asked.fetchone() is not None

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
        if self._rows:
            self._db.executemany("INSERT INTO waiting VALUES (?, ?, ?, ?, ?, '')", self._rows)
            self._db.executemany("INSERT INTO has_key VALUES (?, ?)", self._keys)
            self._rows.clear()
            self._keys.clear()


def _row(values: tuple[int, str, bytes | None, str, int]) -> StagedRow:
    number, raw, draft, left_out, says_no = values
    # Bytes of this very process's own temporary file.
    held = Draft(*marshal.loads(draft)) if draft else None  # noqa: S302 - ours, see above
    return StagedRow(number, raw, held, left_out, bool(says_no))
