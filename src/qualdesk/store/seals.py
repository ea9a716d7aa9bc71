"""The seal of a workspace file: a sum of all its bytes, written as it is closed.

SQLite notices few flipped bits by itself, and a log that was lost it does not miss. So the file
bears in its header, where SQLite leaves a number to the program (``user_version``), how it was
left: closed, with the sum of its bytes; in work, so that its log has to be beside it; or nothing
that is known. The first thing that is written breaks the seal, in the same transaction.
"""

import os
import struct
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from qualdesk.core.errors import WorkspaceDamaged
from qualdesk.core.wording import tr, tr_later
from qualdesk.store import ciphers
from qualdesk.store.looking import head_of, is_connected, pieces_of

UNKNOWN: Final = 0
IN_WORK: Final = 1
LARGEST: Final = 512 * 1024 * 1024
"""Bytes of a file that is sealed: a larger one takes too long to read as it is opened."""
_LOOKED_THROUGH: Final = 64 * 1024 * 1024
_HEADER: Final = 100
_AT: Final = 60
# What changes in the header as the seal itself is written, or a log is begun.
_OWN: Final = ((18, 20), (24, 28), (_AT, _AT + 4), (92, 100))
_LOG_HEADER: Final = 32
_FRAME_HEADER: Final = 24
_CHANGED: Final = tr_later(
    "The workspace file {file} is not as qualdesk left it: it was damaged, or changed by another "
    "program. It was not opened and nothing was changed."
)
_BROKEN: Final = tr_later(
    "The workspace file {file} is damaged: {why}. It was not opened and nothing was changed."
)
LOG_IS_GONE: Final = tr_later(
    "The program ended before it could close the workspace, and the log beside the file is gone. "
    "What was saved last may be missing: look at your last calls, or put back a backup."
)
LOG_IS_SHORT: Final = tr_later(
    "The program ended before it could close the workspace, and the end of the log beside the "
    "file cannot be read. What was saved last may be missing: look at your last calls, or put "
    "back a backup."
)


def mark_of(path: Path) -> int:
    """How the file says it was left; :data:`UNKNOWN` where there is no file.

    Raises:
        OSError: it cannot be read.
    """
    if not path.exists() or ciphers.is_encrypted(path):
        return UNKNOWN  # each page of an encrypted file bears a sum of its own
    header = head_of(path, _HEADER)
    return int.from_bytes(header[_AT : _AT + 4], "big") if len(header) == _HEADER else UNKNOWN


def sum_of(path: Path) -> int:
    """A sum of all bytes, but for those the seal itself changes. Never one of the two marks.

    Raises:
        OSError: it cannot be read.
    """
    found = 0
    for number, piece in enumerate(pieces_of(path)):
        if not number:
            header = bytearray(piece[:_HEADER])
            for begin, end in _OWN:
                header[begin:end] = bytes(max(min(end, len(header)) - begin, 0))
            found = zlib.crc32(header)
        found = zlib.crc32(piece[_HEADER:] if not number else piece, found)
    return found if found > IN_WORK else found + 2


def refuse_changed(path: Path) -> None:
    """Do nothing for a file that is as it was left, or of which nothing is known.

    Raises:
        WorkspaceDamaged: its bytes are others than those it was closed with.
    """
    with suppress(OSError):
        mark = mark_of(path)
        if mark in {UNKNOWN, IN_WORK} or sum_of(path) == mark:
            return
        # Somebody may have begun to write meanwhile, and broke the seal before all else.
        if mark_of(path) == mark:
            raise WorkspaceDamaged(tr(_CHANGED, file=path))


def seal_copy(driver: Any, path: Path) -> None:
    """Seal a copy that nobody else has open, whose log is in it already."""
    driver.execute(f"PRAGMA user_version={UNKNOWN}")
    _write(driver, sum_of(path))


def take_as_it_is(path: Path) -> None:
    """Let a file count from now on as it is, whatever its seal says.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    with closing(ciphers.connect(path, isolation_level=None)) as driver:
        driver.execute(f"PRAGMA user_version={UNKNOWN}")


def break_seal(driver: Any, *, durable: bool) -> bool:
    """As the first thing of a transaction: the file is in work; whether it was not so before."""
    wanted = IN_WORK if durable else UNKNOWN
    (found,) = driver.execute("PRAGMA user_version").fetchone()
    if found == wanted:
        return False
    driver.execute(f"PRAGMA user_version={wanted}")
    return durable


def close_with_seal(driver: Any, path: Path) -> None:
    """The last thing before a file is closed. Others may have it open: they wait for nothing.

    Where somebody writes meanwhile, theirs is the last word, and they seal it.
    """
    (mark,) = driver.execute("PRAGMA user_version").fetchone()
    if mark != IN_WORK:
        return
    before = _version(driver)
    if driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        return
    with suppress(OSError):
        found = sum_of(path) if path.stat().st_size <= LARGEST else UNKNOWN
        driver.execute("BEGIN IMMEDIATE")
        try:
            # Whatever others saved since is not in the sum: they seal it.
            if _version(driver) == before:
                _write(driver, found)
        finally:
            driver.execute("COMMIT")


def doubt_at_opening(path: Path) -> Callable[[Any], str] | None:
    """Look at what an ended program left, before the file is opened.

    The answer is asked, with an open connection, what is to be said of it: a sentence, empty
    where all is well. None where no program ended without closing the file.

    Raises:
        WorkspaceDamaged: the file was left open, and its structure is broken.
    """
    with suppress(OSError):
        if is_connected(path) or mark_of(path) != IN_WORK:
            return None
        log = path.with_name(path.name + "-wal")
        if not log.exists():
            # A neighbour may have closed the file between the two looks.
            return _is_gone if mark_of(path) == IN_WORK else None
        frames, header = max(_frames_of_index(path), _frames_of_log(log)), _header_of(log)
        return lambda driver: _doubt(driver, path, frames, header)
    return None


def _is_gone(_: Any) -> str:
    return tr(LOG_IS_GONE)


def _doubt(driver: Any, path: Path, frames: int, header: bytes) -> str:
    """What an ended program's log had to say, as SQLite reads it."""
    _, read, _ = driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if path.stat().st_size <= _LOOKED_THROUGH:
        (told,) = driver.execute("PRAGMA quick_check(1)").fetchone()
        if told != "ok":
            raise WorkspaceDamaged(tr(_BROKEN, file=path, why=told))
    # A neighbour at work may have begun the log anew meanwhile.
    is_same = _header_of(path.with_name(path.name + "-wal")) == header
    return tr(LOG_IS_SHORT) if read < frames and is_same else ""


def _header_of(log: Path) -> bytes:
    with log.open("rb") as file:
        return file.read(_LOG_HEADER)


def _frames_of_index(path: Path) -> int:
    """How many pages the log has, as the memory shared by its readers says; 0 where it is gone."""
    with suppress(OSError), path.with_name(path.name + "-shm").open("rb") as file:
        header = file.read(48)
        if len(header) == 48 and header != bytes(48):  # noqa: PLR2004 - the header of its index
            return int(struct.unpack_from("=I", header, 16)[0])
    return 0


def _frames_of_log(log: Path) -> int:
    """How many pages the log itself says were committed; more than can be if it is broken."""
    with log.open("rb") as file:
        header = file.read(_LOG_HEADER)
        if not header:
            return 0
        page = int.from_bytes(header[8:12], "big")
        if not _is_whole(header) or not page:
            return 2**32
        last = number = 0
        while frame := file.read(_FRAME_HEADER):
            number += 1
            if len(frame) < _FRAME_HEADER or frame[8:16] != header[16:24]:
                break
            if frame[4:8] != bytes(4):
                last = number
            file.seek(page, os.SEEK_CUR)
    return last


def _is_whole(header: bytes) -> bool:
    """Whether the first bytes of the log bear the sum SQLite wrote behind them."""
    if len(header) < _LOG_HEADER or header[:3] != b"\x37\x7f\x06":
        return False
    order = ">" if header[3] & 1 else "<"
    one = two = 0
    words = struct.unpack(f"{order}6I", header[:24])
    for left, right in zip(words[::2], words[1::2], strict=True):
        one = (one + left + two) & 0xFFFFFFFF
        two = (two + right + one) & 0xFFFFFFFF
    return struct.unpack(">2I", header[24:32]) == (one, two)


def _version(driver: Any) -> int:
    """A number that is another one once another connection has saved something."""
    return int(driver.execute("PRAGMA data_version").fetchone()[0])


def _write(driver: Any, mark: int) -> None:
    signed = mark - 2**32 if mark >= 2**31 else mark
    driver.execute(f"PRAGMA user_version={signed}")
