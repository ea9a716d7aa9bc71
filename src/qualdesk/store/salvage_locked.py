"""A damaged encrypted file, read with its key, without the pages that are not as they were written.

Each page of it bears a sum that only who has the key can make, over its bytes and its number. So
a page is as it was written or is none: one flipped bit costs the whole page, and no row is ever
read that is another than it was. SQLCipher stops at the first bad page for good. So it is given a
copy, encrypted with the same key, in which a page of nothing stands where a bad one was.
"""

import hashlib
import hmac
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from qualdesk.core.errors import KeyNeeded, Refused
from qualdesk.core.wording import tr
from qualdesk.store import ciphers
from qualdesk.store.looking import pieces_of
from qualdesk.store.salvage_rows import HIGHEST, LOWEST, Row
from qualdesk.store.salvage_tables import Table, columns_of

_SALT: Final = 16
_SUM: Final = 64
# As SQLCipher 4 makes the key of its sums from the key of a file.
_OTHER: Final = 0x3A
_ROUNDS: Final = 2
# How close it is looked for the next row that can be read, and into how many parts it is gone.
_STEP: Final = 16
_LOOKS: Final = 200
_ROWS: Final = 'SELECT rowid, * FROM "{}" WHERE rowid >= ? ORDER BY rowid'
_PIECE: Final = 64 * 1024 * 1024


class Locked:
    """An encrypted file with its key: what :class:`~qualdesk.store.salvage_tables.Source` asks."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def tables(self) -> dict[str, Table]:
        """Those the file says it has, as far as that can be read."""
        found: dict[str, Table] = {}
        parts = self._asked("SELECT name, rootpage, sql FROM sqlite_master WHERE type = 'table'")
        with suppress(*ciphers.errors()):
            for name, root, text in parts:
                made = columns_of(name, text or "")
                if made is not None:
                    columns, key = made
                    found[name] = Table(name=name, root=root, columns=columns, number=key)
        return found

    def rows(self, table: Table, fits: Callable[[Row], bool]) -> Iterator[Row]:
        """The rows on pages that are whole, in the order of their numbers."""
        at = LOWEST
        while True:
            try:
                for values in self._asked(_ROWS.format(table.name), (at + 1,)):
                    at = values[0]
                    yield from _if_fits(table, values, fits)
            except ciphers.errors():
                following = self._following(table.name, at)
                end = HIGHEST if following is None else following[0] - 1
                if at < end:
                    table.missing.spans.append((at, end))
                if following is None:
                    return
                at = following[0]
                yield from _if_fits(table, following, fits)
            else:
                return

    def _following(self, name: str, last: int) -> Any:
        """The first row after this number that can be read, its number first; None where none can.

        Looked for ever further away, then in between: a page has some dozens of rows, and
        hundreds of pages may be gone with the one that led to them.
        """
        query = _ROWS.format(name) + " LIMIT 1"
        low, step = max(last, 0), 1
        while not self._can_read(query, low + step):
            low += step
            step *= 2
            if low + step > HIGHEST:
                return None
        while step > _STEP:
            high, step = low + step, max(_STEP, step // _LOOKS)
            while low + step < high and not self._can_read(query, low + step):
                low += step
            step = min(step, high - low)
        found = next(at for at in range(low + 1, low + step + 1) if self._can_read(query, at))
        return next(self._asked(query, (found,)), None)

    def _can_read(self, query: str, at: int) -> bool:
        with suppress(*ciphers.errors()):
            next(self._asked(query, (at,)), None)
            return True
        return False

    def _asked(self, query: str, told: tuple[Any, ...] = ()) -> Iterator[Any]:
        yield from self._file.execute(query, told)


def _if_fits(table: Table, values: Any, fits: Callable[[Row], bool]) -> Iterator[Row]:
    """A row as the file keeps it, where its number stands in no column; else it is counted."""
    names = zip(table.columns, values[1:], strict=False)
    row = (values[0], tuple(None if name == table.number else value for name, value in names))
    if fits(row):
        yield row
    else:
        table.missing.rows += 1


@contextmanager
def unlocked(source: Path, beside: Path) -> Iterator[tuple[Locked, str, bytes]]:
    """An encrypted file to be read, with its passphrase and the noise its key is made with.

    ``source`` is only read; while it lasts there is an encrypted copy named like ``beside``.

    Raises:
        KeyNeeded: no passphrase was given that opens it.
        Refused: its first page is damaged, which says what its tables are.
        OSError: it cannot be read, or the copy not be written.
    """
    module = ciphers.driver(source)
    pages = _pages(source)
    salt = pages[0][:_SALT]
    passphrase, whole = _opened_by(source, pages, salt)
    if not whole[0]:
        raise Refused(
            tr(
                "The first page of {file} is damaged, without which an encrypted file cannot be "
                "read in pieces. Put back a backup.",
                file=source.name,
            )
        )
    copy = beside.with_name(f"{beside.name}.read")
    try:
        key = ciphers.raw_key(passphrase, salt)
        _write(copy, source, pages, whole, key)
        with closing(module.connect(str(copy), isolation_level=None)) as file:
            # A file that was cut off has fewer pages than it says, and may lack some tables.
            said = ("cipher_log_level = NONE", f"key = {ciphers.in_words(key)}")
            for one in (*said, "writable_schema = ON"):
                file.execute(f"PRAGMA {one}").fetchall()
            with suppress(*ciphers.errors()):
                # Where a part of it is damaged the first that is asked is refused, and no more.
                file.execute("SELECT COUNT(*) FROM sqlite_master").fetchall()
            yield Locked(file), passphrase, salt
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + end).unlink(missing_ok=True)


def _pages(source: Path) -> list[bytes]:
    """The whole pages of a file; a piece at its end is none."""
    data, size = b"".join(pieces_of(source)), ciphers.PAGE
    return [data[at : at + size] for at in range(0, len(data) - size + 1, size)]


def _opened_by(source: Path, pages: list[bytes], salt: bytes) -> tuple[str, list[bool]]:
    """The passphrase whose key made the sums of the pages, and which of these are whole."""
    for passphrase in ciphers.passphrases_for(source):
        key = bytes.fromhex(ciphers.raw_key(passphrase, salt)[2:66])
        noise = bytes(one ^ _OTHER for one in salt)
        of_sums = hashlib.pbkdf2_hmac("sha512", key, noise, _ROUNDS, len(key))
        whole = [_is_whole(page, number, of_sums) for number, page in enumerate(pages, 1)]
        if any(whole):
            return passphrase, whole
    raise KeyNeeded(ciphers.wrong_for(source)) if ciphers.given(source) else KeyNeeded


def _is_whole(page: bytes, number: int, key: bytes) -> bool:
    body = page[_SALT if number == 1 else 0 : -_SUM]
    made = hmac.digest(key, body + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(made, page[-_SUM:])


def _write(copy: Path, source: Path, pages: list[bytes], whole: list[bool], key: str) -> None:
    """The file as it is, with a page of nothing in the place of each bad one; the log beside it."""
    log = source.with_name(f"{source.name}-wal")
    if not all(whole):
        _write_nothing(copy, ciphers.driver(source), len(pages), key)
    else:
        _new(copy).close()
    with copy.open("rb+") as file:
        for page, is_whole in zip(pages, whole, strict=True):
            if is_whole:
                file.write(page)
            else:
                file.seek(len(page), os.SEEK_CUR)
    if log.exists():
        with _new(copy.with_name(f"{copy.name}-wal")) as file:
            for piece in pieces_of(log):
                file.write(piece)


def _write_nothing(copy: Path, module: Any, pages: int, key: str) -> None:
    """A file of so many pages of nothing under the same key: each is a good page by its number."""
    _new(copy).close()
    with closing(module.connect(str(copy), isolation_level=None)) as file:
        file.execute(f"PRAGMA key = {ciphers.in_words(key)}").fetchall()
        file.execute("PRAGMA synchronous = OFF").fetchall()
        file.execute("CREATE TABLE empty (at BLOB)")
        left = pages * ciphers.PAGE
        while left > 0:
            file.execute("INSERT INTO empty VALUES (zeroblob(?))", (min(left, _PIECE),))
            left -= _PIECE
    with copy.open("rb+") as made:
        made.truncate(pages * ciphers.PAGE)


def _new(path: Path) -> Any:
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")
