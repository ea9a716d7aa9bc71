"""How rows travel from the process that reads a list to the one that asked for it.

Frames: one letter, the length in four bytes, then as many bytes. Rows go in batches, cells and
rows parted by the two characters ASCII made for that; where a cell holds one of these, the batch
goes as JSON. That costs the receiver less than JSON would, and cannot harm it as marshal could.
"""

import json
import struct
from collections.abc import Iterable, Iterator
from enum import Enum
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
    first = weight = 0
    batch: list[list[str]] = []
    lines: list[str] = []
    for number, cells in rows:
        # Rows follow each other, so that a frame needs only the number of its first.
        if weight > _BATCH or number != first + len(batch):
            if batch:
                yield _frame(first, batch, lines)
            first, weight, batch, lines = number, 0, [], []
        line = _CELL.join(cells)
        weight += 64 + len(line)
        batch.append(cells)
        lines.append(line)
    if batch:
        yield _frame(first, batch, lines)


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


def _frame(first: int, batch: list[list[str]], lines: list[str]) -> tuple[Frame, bytes]:
    text = _ROW.join(lines)
    between = sum(len(cells) - 1 for cells in batch if cells)
    if text.count(_ROW) != len(lines) - 1 or text.count(_CELL) != between:
        return Frame.ROWS_AS_JSON, json.dumps((first, batch)).encode()
    return Frame.ROWS, _FIRST.pack(first) + text.encode("utf-8", "surrogatepass")


_HEAD = struct.Struct(">cI")
_FIRST = struct.Struct(">Q")
_BATCH = 1 << 18
_ROW = "\x1e"
_CELL = "\x1f"
