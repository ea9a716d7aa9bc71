"""The rows of a table in a damaged file: each page is believed only where it can belong.

A table is a tree of pages. Each says between which row numbers its children lie, so a page that
holds other numbers belongs elsewhere. What cannot be read is left out and counted: a page, with
the numbers its rows may have had, or a single row.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, TypeAlias

from qualdesk.store.salvage_pages import Pages

Row: TypeAlias = tuple[int, tuple[Any, ...]]
"""Its number, and its values as SQLite keeps them."""
_Span: TypeAlias = tuple[int, int]
Fits: TypeAlias = Callable[[Row], bool]
LOWEST: Final = -(2**63)
HIGHEST: Final = 2**63 - 1
_LEAF: Final = 0x0D
_INNER: Final = 0x05
_DEEPEST: Final = 20
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(kw_only=True, slots=True)
class Missing:
    """What of a table could not be read.

    Attributes:
        spans: between which row numbers pages are missing, the first not among them.
        rows: rows on pages that were read otherwise.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    rows: int = 0


def rows_of(pages: Pages, root: int, fits: Fits, missing: Missing) -> Iterator[Row]:
    """Every row that can be read, in the order of their numbers; the rest is counted."""
    yield from _below(pages, root, (LOWEST, HIGHEST), fits, missing)


def leaves_left(pages: Pages) -> Iterator[tuple[int, bytes]]:
    """Pages of rows that nothing leads to: what led to them is damaged, or they were given up."""
    for number in range(1, pages.count + 1):
        page = pages.page(number) if number not in pages.used else None
        if page and _start(number, page)[0] == _LEAF:
            yield number, page


def rows_on(pages: Pages, number: int, page: bytes, fits: Fits) -> list[Row] | None:
    """The rows of such a page; None unless all of them can be read."""
    found, lost = _rows_on(pages, number, page, (LOWEST, HIGHEST), fits)
    return found if found and not lost else None


def _below(
    pages: Pages, number: int, span: _Span, fits: Fits, missing: Missing, *, depth: int = 0
) -> Iterator[Row]:
    page = pages.page(number)
    kind = _start(number, page)[0] if page else 0
    if page and number not in pages.used and depth < _DEEPEST:
        if kind == _INNER and (children := _children(number, page, span)):
            pages.used.add(number)
            for child, of_child in children:
                yield from _below(pages, child, of_child, fits, missing, depth=depth + 1)
            return
        if kind == _LEAF:
            found, lost = _rows_on(pages, number, page, span, fits)
            # Of a page that belongs here most rows can be read; an empty table is one empty page.
            if len(found) > lost or not (found or lost or depth):
                pages.used.add(number)
                missing.rows += lost
                yield from found
                return
    missing.spans.append(span)


def _children(number: int, page: bytes, span: _Span) -> list[tuple[int, _Span]] | None:
    """The pages below with the numbers each may hold; None where one of them cannot be."""
    low, high = span
    places = _places(number, page, 12)
    if not places:
        return None
    found = []
    for at in places:
        try:
            (child,) = struct.unpack_from(">I", page, at)
            key, _ = _number(page, at + 4)
        except (struct.error, IndexError):
            return None
        if not low < key <= high:
            return None
        found.append((child, (low, key)))
        low = key
    (last,) = struct.unpack_from(">I", page, _start(number, page)[1] + 8)
    found.append((last, (low, high)))
    numbers = {child for child, _ in found}
    all_there = len(numbers) == len(found) and all(0 < one <= 2**31 for one in numbers)
    return found if all_there else None


def _rows_on(
    pages: Pages, number: int, page: bytes, span: _Span, fits: Fits
) -> tuple[list[Row], int]:
    """The rows of a page that can be read, and how many cannot."""
    places = _places(number, page, 8)
    if places is None:
        return [], 1
    cells = [_cell(pages, page, at) for at in places]
    bad = {at for at, cell in enumerate(cells) if cell is None}
    read = [(at, *cell) for at, cell in enumerate(cells) if cell is not None]
    bad |= {at for at, (rowid, _), _, _ in read if not span[0] < rowid <= span[1]}
    # Two whose order is wrong, and two that share bytes: one of them is not what was written.
    for one, two in pairwise(read):
        if one[1][0] >= two[1][0]:
            bad |= {one[0], two[0]}
    by_place = sorted(read, key=lambda one: one[2])
    for one, two in pairwise(by_place):
        if one[3] > two[2]:
            bad |= {one[0], two[0]}
    found = [row for at, row, _, _ in read if at not in bad and fits(row)]
    return found, len(places) - len(found)


def _start(number: int, page: bytes) -> tuple[int, int]:
    """The kind of a page, and where its head is: the first bears the file's header before it."""
    at = 100 if number == 1 else 0
    return page[at], at


def _places(number: int, page: bytes, head: int) -> Sequence[int] | None:
    """Where the entries of a page are; None where that cannot be."""
    at = _start(number, page)[1]
    (count,) = struct.unpack_from(">H", page, at + 3)
    begin = at + head
    if begin + 2 * count > len(page):
        return None
    places: tuple[int, ...] = struct.unpack_from(f">{count}H", page, begin)
    return places if all(begin + 2 * count <= one < len(page) for one in places) else None


def _cell(pages: Pages, page: bytes, at: int) -> tuple[Row, int, int] | None:
    """A row, and from where to where it lies on its page; None where it is none."""
    try:
        size, begin = _number(page, at)
        rowid, begin = _number(page, begin)
        here = _local(size, len(page))
        end = begin + here + (4 if here < size else 0)
        if size <= 0 or end > len(page):
            return None
        payload = page[begin : begin + here]
        if here < size:
            (further,) = struct.unpack_from(">I", page, begin + here)
            rest = _overflow(pages, further, size - here)
            if rest is None:
                return None
            payload += rest
        values = _values(payload)
    except (struct.error, IndexError, UnicodeDecodeError):
        return None
    return None if values is None else ((_signed(rowid), values), at, end)


def _local(size: int, page: int) -> int:
    """How many bytes of a row lie on its own page."""
    most, least = page - 35, (page - 12) * 32 // 255 - 23
    if size <= most:
        return size
    some = least + (size - least) % (page - 4)
    return some if some <= most else least


def _overflow(pages: Pages, number: int, size: int) -> bytes | None:
    """The rest of a long row; its pages have to be as many as it needs."""
    parts: list[bytes] = []
    seen = set[int]()
    while size > 0:
        page = pages.page(number)
        if page is None or number in seen or number in pages.used:
            return None
        seen.add(number)
        (number,) = struct.unpack_from(">I", page)
        parts.append(page[4 : 4 + size])
        size -= len(parts[-1])
    return None if number else b"".join(parts)


def _values(payload: bytes) -> tuple[Any, ...] | None:
    """The values of a row; None unless they fill it to the last byte."""
    head, at = _number(payload, 0)
    if not at <= head <= len(payload):
        return None
    kinds = []
    while at < head:
        kind, at = _number(payload, at)
        kinds.append(kind)
    if at != head:
        return None
    found: list[Any] = []
    for kind in kinds:
        if kind in {10, 11} or kind < 0:
            return None
        size = _INTEGERS.get(kind, 8 if kind == 7 else max(0, kind - 12) // 2)  # noqa: PLR2004
        part = payload[at : at + size]
        if len(part) < size:
            return None
        at += size
        found.append(_value(kind, part))
    return tuple(found) if at == len(payload) else None


def _value(kind: int, part: bytes) -> Any:
    if kind in _INTEGERS:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:  # noqa: PLR2004 - the format's number for it
        return struct.unpack(">d", part)[0]
    if kind in {0, 8, 9}:
        return (None, 0, 1)[max(0, kind - 7)]
    return part.decode() if kind % 2 else part


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    found = 0
    for place in range(8):
        byte = data[at + place]
        found = found << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that more follows
            return found, at + place + 1
    return found << 8 | data[at + 8], at + 9


def _signed(number: int) -> int:
    return number - 2**64 if number >= 2**63 else number
