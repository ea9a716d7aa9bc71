"""A damaged workspace file as pages: what its header says, and what the log beside it still holds.

SQLite reads a damaged file as if it were whole until it stumbles, and does not notice a page that
belongs elsewhere. So it is read here by the rules of its format (sqlite.org/fileformat2.html), and
nothing is believed that breaks one of them.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from qualdesk.store.looking import pieces_of

USUAL: Final = 4096
_HEADER: Final = 100
_FRAME: Final = 24
_LOG: Final = 32
_LARGEST: Final = 65_536
_SMALLEST: Final = 512


class Pages:
    """The pages of a file by their number, from one on; those in the log are the newer ones."""

    def __init__(self, file: bytes, log: bytes = b"") -> None:
        self._file = file
        header = file[:_HEADER]
        self.has_header = header.startswith(b"SQLite format 3\0") and len(header) == _HEADER
        self.size = _size(header) if self.has_header else USUAL
        self._newer = dict(_frames(log, self.size))
        self.used = set[int]()
        """Those that were found to belong somewhere: no page belongs twice."""

    @classmethod
    def of(cls, path: Path) -> "Pages":
        """Those of a file and of the log beside it; the file is only read.

        Raises:
            OSError: it cannot be read.
        """
        log = path.with_name(path.name + "-wal")
        beside = b"".join(pieces_of(log)) if log.exists() else b""
        return cls(b"".join(pieces_of(path)), beside)

    @property
    def count(self) -> int:
        """How many whole pages there are."""
        return max([len(self._file) // self.size, *self._newer])

    def page(self, number: int) -> bytes | None:
        """A page; None where there is none, or not all of it."""
        if number in self._newer:
            return self._newer[number]
        end = number * self.size
        return self._file[end - self.size : end] if number > 0 and end <= len(self._file) else None

    def free(self) -> set[int] | None:
        """Pages that hold nothing any more; None where the list of them cannot be read."""
        first = self.page(1)
        if not self.has_header or first is None:
            return None
        trunk, count = struct.unpack_from(">2I", first, 32)
        found = set[int]()
        while trunk:
            page = self.page(trunk)
            if page is None or trunk in found:
                return None
            found.add(trunk)
            trunk, leaves = struct.unpack_from(">2I", page)
            if leaves > self.size // 4 - 2:
                return None
            found.update(struct.unpack_from(f">{leaves}I", page, 8))
        return found if len(found) == count else None


def _size(header: bytes) -> int:
    said = int.from_bytes(header[16:18], "big")
    size = _LARGEST if said == 1 else said
    return size if size >= _SMALLEST and not size & (size - 1) else USUAL


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """Number and page of each frame that was committed, up to the first whose sum is wrong."""
    if len(log) < _LOG or log[:3] != b"\x37\x7f\x06" or int.from_bytes(log[8:12], "big") != size:
        return
    order = ">" if log[3] & 1 else "<"
    one, two = _sum(log[:24], order, 0, 0)
    if (one, two) != struct.unpack(">2I", log[24:32]):
        return
    waiting: list[tuple[int, bytes]] = []
    for at in range(_LOG, len(log) - _FRAME - size + 1, _FRAME + size):
        head, page = log[at : at + _FRAME], log[at + _FRAME : at + _FRAME + size]
        one, two = _sum(page, order, *_sum(head[:8], order, one, two))
        if head[8:16] != log[16:24] or (one, two) != struct.unpack(">2I", head[16:24]):
            return
        waiting.append((int.from_bytes(head[:4], "big"), page))
        if head[4:8] != bytes(4):
            yield from waiting
            waiting.clear()


def _sum(data: bytes, order: str, one: int, two: int) -> tuple[int, int]:
    """SQLite's sum of the bytes of its log."""
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for left, right in zip(words[::2], words[1::2], strict=True):
        one = (one + left + two) & 0xFFFFFFFF
        two = (two + right + one) & 0xFFFFFFFF
    return one, two
