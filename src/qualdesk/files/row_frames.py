"""How rows travel from the process that reads a list to the one that asked for it.

Frames: one letter, the length in four bytes, then as many bytes. Rows go in batches, cells and
rows parted by the two characters ASCII made for that; where a cell holds one of these, the batch
goes as JSON. That costs the receiver half of JSON lines, and cannot harm it as marshal could.
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


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows in batches small enough that neither side ever holds much."""
    batch: list[Row] = []
    weight = 0
    for row in rows:
        batch.append(row)
        weight += 64 + sum(map(len, row[1]))
        if weight > _BATCH:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def packed(batch: list[Row]) -> tuple[Frame, bytes]:
    """A batch of rows as a frame."""
    text = _ROW.join([_CELL.join((str(number), *cells)) for number, cells in batch])
    # More parting characters than rows and cells: one stands in a cell.
    cells = sum(len(row[1]) for row in batch)
    if text.count(_ROW) != len(batch) - 1 or text.count(_CELL) != cells:
        return Frame.ROWS_AS_JSON, json.dumps(batch).encode()
    return Frame.ROWS, text.encode("utf-8", "surrogatepass")


def unpacked(kind: Frame, payload: bytes) -> Iterator[Row]:
    """The rows of a frame made by :func:`packed`."""
    if kind is Frame.ROWS_AS_JSON:
        for number, cells in json.loads(payload):
            yield number, cells
        return
    for line in payload.decode("utf-8", "surrogatepass").split(_ROW):
        first, *cells = line.split(_CELL)
        yield int(first), cells


_HEAD = struct.Struct(">cI")
_BATCH = 1 << 17
_ROW = "\x1e"
_CELL = "\x1f"
