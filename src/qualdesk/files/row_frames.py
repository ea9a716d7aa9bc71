"""How rows travel from the process that reads a list to the one that asked for it.

Frames: one letter, the length in four bytes, then as many bytes. Rows go in batches, cells and
rows parted by the two characters ASCII made for that; where a cell holds one of these, the batch
goes as JSON. That costs the receiver less than JSON would, and cannot harm it as marshal could.
"""

import json
import struct
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import IO, Any

Row = tuple[int, list[str]]


class Frame(bytes, Enum):
    """What a frame holds.

    ABOUT: what the file is, before its rows. ROWS, ROWS_AS_JSON: a batch of rows. ENDED: all
    rows were sent. COUNTED: the rows of another sheet. REFUSED: a sentence. FAULT: why the
    system would not read on. DONE: nothing more comes.
    """

    ABOUT = b"A"
    ROWS = b"R"
    ROWS_AS_JSON = b"J"
    ENDED = b"E"
    COUNTED = b"C"
    REFUSED = b"X"
    FAULT = b"F"
    DONE = b"D"


def write_frame(stream: IO[bytes], kind: Frame, payload: bytes) -> None:
    """Send one frame."""
    stream.write(_HEAD.pack(kind.value, len(payload)))
    stream.write(payload)
    stream.flush()


def write_value(stream: IO[bytes], kind: Frame, value: object) -> None:
    """Send one value as JSON."""
    write_frame(stream, kind, json.dumps(value).encode())


def read_frames(stream: IO[bytes]) -> Iterator[tuple[Frame, bytes]]:
    """The frames of a stream until it ends; one that is cut off is none."""
    while len(head := stream.read(_HEAD.size)) == _HEAD.size:
        kind, length = _HEAD.unpack(head)
        payload = stream.read(length)
        if len(payload) < length:
            return
        yield Frame(kind), payload


def value_of(payload: bytes) -> Any:
    """The value in a frame written by :func:`write_value`."""
    return json.loads(payload)


def packed(rows: Iterable[Row]) -> Iterator[tuple[Frame, bytes]]:
    """The rows as frames, each so small that neither side ever holds much."""
    coming = iter(rows)
    while batch := list(islice(coming, _AT_ONCE)):
        lines = [_CELL.join(cells) for _, cells in batch]
        if sum(map(len, lines)) < _LARGEST and _follow_each_other(batch):
            yield _frame(batch, lines)
        else:
            for row, line in zip(batch, lines, strict=True):
                yield _frame([row], [line])


def unpacked(kind: Frame, payload: bytes) -> Iterator[Row]:
    """The rows of a frame made by :func:`packed`."""
    if kind is Frame.ROWS_AS_JSON:
        first, batch = json.loads(payload)
        yield from enumerate(batch, first)
        return
    (first,) = _FIRST.unpack_from(payload)
    lines = payload[_FIRST.size :].decode("utf-8", "surrogatepass").split(_ROW)
    for number, line in enumerate(lines, first):
        yield number, line.split(_CELL) if line else []


def _frame(batch: list[Row], lines: list[str]) -> tuple[Frame, bytes]:
    first = batch[0][0]
    text = _ROW.join(lines)
    between = sum([len(cells) - 1 for _, cells in batch if cells])
    if text.count(_ROW) != len(lines) - 1 or text.count(_CELL) != between:
        return Frame.ROWS_AS_JSON, json.dumps((first, [cells for _, cells in batch])).encode()
    return Frame.ROWS, _FIRST.pack(first) + text.encode("utf-8", "surrogatepass")


def _follow_each_other(batch: list[Row]) -> bool:
    """Whether the first number of a batch is enough to know the others."""
    return batch[-1][0] - batch[0][0] == len(batch) - 1


_HEAD = struct.Struct(">cI")
_FIRST = struct.Struct(">Q")
_AT_ONCE = 500
_LARGEST = 1 << 20
_ROW = "\x1e"
_CELL = "\x1f"
