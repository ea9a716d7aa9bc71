"""The bytes of a workspace file, read while SQLite works in it.

On Linux and macOS a program that closes a file lets go of every lock it has on it, also of those
of SQLite in the same program. Another program that then closes the workspace takes itself for the
last one and removes the log in which this one goes on writing: what is saved after that is lost.
So a file that SQLite has open here is never closed by us: its descriptor is kept, and closed with
the last connection.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias

_File: TypeAlias = tuple[int, int]
_PIECE: Final = 1024 * 1024
_guard: Final = Lock()
_connections: Final[Counter[_File]] = Counter()
_kept: Final[dict[_File, list[int]]] = {}


def head_of(path: Path, count: int) -> bytes:
    """The first bytes of a file; fewer where it has fewer.

    Raises:
        OSError: it cannot be read.
    """
    with _opened(path) as file:
        return os.pread(file, count, 0) if hasattr(os, "pread") else os.read(file, count)


def pieces_of(path: Path) -> Iterator[bytes]:
    """All bytes of a file in pieces, the first of them the longest header there may be.

    Raises:
        OSError: it cannot be read.
    """
    with _opened(path) as file:
        os.lseek(file, 0, os.SEEK_SET)
        while piece := os.read(file, _PIECE):
            yield piece


def connected(path: Path) -> None:
    """SQLite opened a connection to this file here."""
    with _guard, suppress(OSError):
        _connections[_identity(path.stat())] += 1


def disconnected(path: Path) -> None:
    """SQLite is about to close one: with the last of them goes what was kept for its sake."""
    with _guard, suppress(OSError):
        which = _identity(path.stat())
        _connections[which] -= 1
        if _connections[which] <= 0:
            del _connections[which]
            for file in _kept.pop(which, ()):
                os.close(file)


def is_connected(path: Path) -> bool:
    """Whether SQLite has a connection to this file here already."""
    with _guard, suppress(OSError):
        return _connections[_identity(path.stat())] > 0
    return False


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A descriptor of its own: two threads may read at once."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield file
    finally:
        with _guard:
            which = _identity(os.fstat(file))
            if os.name == "posix" and _connections[which] > 0:
                _kept.setdefault(which, []).append(file)
            else:
                os.close(file)


def _identity(stat: os.stat_result) -> _File:
    return (stat.st_dev, stat.st_ino)
