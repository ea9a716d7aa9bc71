"""Lists as text: which letters, which delimiter, and one row after the other.

No detector decides silently: a byte-order mark, then strict UTF-8, then UTF-16 by its zero
bytes, then what the person chose (cp1252 unless they said). One bad line costs one line.
"""

import codecs
import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from qualdesk.core.errors import ListRefused

DELIMITERS = (",", ";", "\t", "|")
LONGEST_LINE = 1_000_000
_CHUNK = 1 << 20
_SAMPLE_LINES = 400
_MOST_LINES_OF_A_ROW = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class TextForm:
    """How a text list is written. ``is_wrapped``: each whole record stands in quotes."""

    encoding: str
    delimiter: str
    starts_with_sep: bool = False
    is_wrapped: bool = False


def text_form(path: Path, *, encoding: str = "", delimiter: str = "") -> TextForm:
    """How the list at ``path`` is written; what the person chose is taken as it is.

    Raises:
        ListRefused: there is nothing in it, or it is no text at all.
    """
    encoding = encoding or _encoding_of(path)
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        lines = list(islice(_plain_lines(stream), _SAMPLE_LINES))
    if not any(line.strip() for line in lines):
        raise ListRefused("This file is empty. Export the list again.")
    named = _SEP.match(lines[0])
    if named and not delimiter:
        return TextForm(encoding=encoding, delimiter=named[1], starts_with_sep=True)
    inner = _unwrapped(lines)
    chosen = delimiter or _delimiter_of(inner or lines)
    return TextForm(encoding=encoding, delimiter=chosen, is_wrapped=inner is not None)


def text_rows(path: Path, form: TextForm) -> Iterator[tuple[int, list[str]]]:
    """The rows of the list with their number in the file, the first being 1.

    A cell over several lines is one row, as a spreadsheet shows it. A quote that is never
    closed costs its own line and not the rest of the file.
    """
    with path.open(encoding=form.encoding, errors="replace", newline="") as stream:
        records = _records(_Lines(_plain_lines(stream)), form.delimiter)
        for number, row in enumerate(records, start=1):
            if number == 1 and form.starts_with_sep:
                continue
            if form.is_wrapped and len(row) == 1:
                yield number, next(csv.reader([row[0]], delimiter=form.delimiter), [])
            else:
                yield number, row


class _Lines:
    """Lines that can be put back, and that remember which of them the record in hand took."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES_OF_A_ROW:
            raise _NeverClosed
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        return line

    def put_back(self, lines: list[str]) -> None:
        """Read these again."""
        self._back.extendleft(reversed(lines))


class _NeverClosed(Exception):
    """A quote was opened and not closed within a reasonable number of lines."""


def _records(lines: _Lines, delimiter: str) -> Iterator[list[str]]:
    """One record after the other; of a broken one only its first line is read by itself."""
    width = 0
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.taken.clear()
        try:
            row = next(reader)
            is_broken = len(lines.taken) > 1 and _is_broken(row, lines.taken, delimiter, width)
        except StopIteration:
            return
        except (_NeverClosed, csv.Error):
            is_broken = True
        if is_broken:
            first, *rest = lines.taken
            lines.put_back(rest)
            row = [cell.strip(' "') for cell in first.rstrip("\r\n").split(delimiter)]
            reader = csv.reader(lines, delimiter=delimiter)
        width = max(width, len(row))
        yield row


def _is_broken(row: list[str], taken: list[str], delimiter: str, width: int) -> bool:
    """Whether a record over several lines swallowed rows that are none of its business."""
    if "".join(taken).count('"') % 2:
        return True
    return len(row) != width and any(line.count(delimiter) == width - 1 for line in taken[1:])


def _plain_lines(stream: TextIO) -> Iterator[str]:
    """The lines without zero characters; one of absurd length comes in pieces."""
    first = stream.readline(LONGEST_LINE).lstrip("\ufeff\ufffe")
    for line in chain((first,), iter(lambda: stream.readline(LONGEST_LINE), "")):
        yield line.replace("\0", "") if "\0" in line else line


def _encoding_of(path: Path) -> str:
    with path.open("rb") as stream:
        head = stream.read(_CHUNK)
        if not head.strip(b"\0\r\n\t "):
            raise ListRefused("This file is empty. Export the list again.")
        for mark, name in _MARKS:
            if head.startswith(mark) and _decodes(head, name):
                # Some programs write the mark of one order and letters of the other.
                return (_wide_encoding(head[2:]) or name) if name == "utf-16" else name
        wide = _wide_encoding(head)
        if wide:
            return wide
        if len(head) - len(head.translate(None, _NO_TEXT)) > len(head) // 20:
            raise ListRefused("This is not a list but some other file. Save the list as CSV.")
        return "utf-8" if _is_utf8(head, stream) else "cp1252"


def _decodes(head: bytes, encoding: str) -> bool:
    """Whether the mark tells the truth; some programs write a mark and other letters."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(head: bytes, stream: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        for chunk in stream:
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark, by where its zero bytes stand."""
    sample = head[:4096]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < odd * 0.6:
        return "utf-16-le"
    if even > half * 0.6 and odd < even * 0.6:
        return "utf-16-be"
    return ""


def _delimiter_of(lines: list[str]) -> str:
    """The delimiter under which most rows have the same number of cells, more than one."""

    def score(delimiter: str) -> float:
        rows = islice(_records(_Lines(lines), delimiter), _SAMPLE_LINES)
        widths = Counter(len(row) for row in rows if row)
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return 0.0
        width = max(wide, key=lambda width: (wide[width], width))
        # More columns count a little: in a semicolon list most amounts hold one comma.
        return wide[width] / widths.total() * (1 - 1 / width)

    return max(DELIMITERS, key=score)


def _unwrapped(lines: list[str]) -> list[str] | None:
    """The lines without the quotes around each whole record; None when they are not so."""
    bare = [line.strip() for line in lines if line.strip()]
    if not all(len(line) > 1 and line[0] == line[-1] == '"' for line in bare):
        return None
    by_each = [list(csv.reader(bare, delimiter=delimiter)) for delimiter in DELIMITERS]
    if any(len(row) != 1 for rows in by_each for row in rows):
        return None
    inner = [row[0] for row in by_each[0]]
    return inner if any(char in inner[0] for char in DELIMITERS) else None


_SEP = re.compile(r'"?sep=([,;\t|])"?\s*$', re.IGNORECASE)
_NO_TEXT = bytes(sorted({*range(32), 127} - {9, 10, 12, 13, 27}))
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
