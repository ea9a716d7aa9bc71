"""Lists as text: how they are written, and one row after the other.

A strict reader takes whatever is written well, at full speed; what it refuses is mended line by
line. One bad line costs one line.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr_later
from qualdesk.files.mended_lines import mended_cells
from qualdesk.files.text_letters import encoding_of
from qualdesk.files.unreadable import Unreadable

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = (",", ";", "\t", "|")
LONGEST_LINE = 1_000_000
_BLOCK = 1 << 16
_SAMPLE_LINES = 400
_SAMPLE_CHARACTERS = 500_000
_MOST_LINES_OF_A_ROW = 100
_MOST_MENDED_LINES = 20
# Commas are counted in a line to see whether it is a row by itself; with one comma, or none,
# any sentence would be one.
_WIDE_ENOUGH = 3


@frozen
class TextForm:
    """How a text list is written.

    Attributes:
        quote: what stands around cells that hold a delimiter.
        has_backslashes: a quote inside a cell has a backslash before it, and is not doubled.
        is_padded: a space follows each delimiter and belongs to no cell.
        is_wrapped: each whole record stands in quotes.
        width: how many cells most rows have.
    """

    encoding: str
    delimiter: str
    starts_with_sep: bool = False
    quote: str = '"'
    has_backslashes: bool = False
    is_padded: bool = False
    is_wrapped: bool = False
    width: int = 0


def text_form(path: Path, *, encoding: str = "", delimiter: str = "") -> TextForm:
    """How the list at ``path`` is written; what the person chose is taken as it is.

    Raises:
        ListRefused: there is nothing in it, or it is no text at all.
    """
    encoding = encoding or encoding_of(path)
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        lines = list(_sample(_blocks(stream)))
    if not any(line.strip() for line in lines):
        raise Unreadable(tr_later("This file is empty. Export the list again."))
    named = _SEP.match(lines[0])
    if named and not delimiter:
        delimiter, lines = named[1], lines[1:] or lines
    inner = _unwrapped(lines)
    lines = inner or lines
    form = TextForm(
        encoding=encoding,
        delimiter=delimiter,
        starts_with_sep=bool(named) and named is not None and delimiter == named[1],
        quote="'" if _is_in_single_quotes(lines) else '"',
    )
    form = form if delimiter else replace(form, delimiter=_delimiter_of(lines, form))
    form = replace(form, has_backslashes=_has_backslashes(lines, form))
    form = replace(form, is_padded=_is_padded(lines, form))
    width = _usual_width(_rows_of(lines, form))[0]
    return replace(form, is_wrapped=inner is not None, width=width)


def text_rows(path: Path, form: TextForm) -> Iterator[tuple[int, list[str]]]:
    """The rows of the list with their number in the file, the first being 1.

    A cell over several lines is one row, as a spreadsheet shows it. A quote that is never
    closed costs its own line and not the rest of the file.
    """
    with path.open(encoding=form.encoding, errors="replace", newline="") as stream:
        rows = enumerate(_records(_blocks(stream), form), start=1)
        if form.starts_with_sep:
            next(rows, None)
        yield from rows


def _sample(blocks: Iterable[list[str]]) -> Iterator[str]:
    """The first lines, fewer where they are so long that each look at them would take long."""
    looked_at = 0
    for line in islice(chain.from_iterable(blocks), _SAMPLE_LINES):
        yield line
        looked_at += len(line)
        if looked_at > _SAMPLE_CHARACTERS:
            return


def _blocks(stream: TextIO) -> Iterator[list[str]]:
    """The lines without zero characters, in blocks; one of absurd length comes in pieces."""
    tail = ""
    is_first = True
    while chunk := stream.read(_BLOCK):
        if is_first:
            chunk = chunk.lstrip("\ufeff\ufffe")
            is_first = False
        if "\0" in chunk:
            chunk = chunk.replace("\0", "")
        # Unlike splitlines, this parts at line ends only, and not at rarer characters in cells.
        lines = io.StringIO(tail + chunk, newline="").readlines()
        tail = lines.pop() if lines and not lines[-1].endswith("\n") else ""
        if len(tail) > LONGEST_LINE:
            lines.append(tail)
            tail = ""
        yield lines
    yield [tail] if tail else []


def _rows_of(lines: list[str], form: TextForm) -> list[list[str]]:
    return list(_records([lines], form))


def _records(blocks: Iterable[list[str]], form: TextForm) -> Iterator[list[str]]:
    """One record after the other, over the borders of the blocks."""
    left: list[str] = []
    for block in blocks:
        lines = [line.replace('\\"', '""') for line in block] if form.has_backslashes else block
        left = yield from _of_block(left + lines, form, is_last=False)
    yield from _of_block(left, form, is_last=True)


def _of_block(
    lines: list[str], form: TextForm, *, is_last: bool
) -> Generator[list[str], None, list[str]]:
    """The records of a block; returned are the lines of the one that goes on in the next."""
    base = done = 0
    reader = _strict(lines, form)
    while True:
        try:
            for row in reader:
                read = reader.line_num
                if read != done + 1 and _swallowed(row, lines[base + done : base + read], form):
                    break
                done = read
                if len(row) == 1 and form.width > 1 and form.delimiter in row[0]:
                    yield _without_outer_quotes(row, form)
                else:
                    yield row
            else:
                return []
        except csv.Error:
            pass
        first, end = base + done, base + reader.line_num
        if end == len(lines) and not is_last and end - first < _MOST_LINES_OF_A_ROW:
            return lines[first:]
        cells, count = _mended(lines, first, form)
        yield cells
        done += count
        if base + done != end:
            base, done = base + done, 0
            reader = _strict(lines[base:], form)


def _strict(lines: list[str], form: TextForm) -> "Reader":
    return csv.reader(
        lines,
        delimiter=form.delimiter,
        quotechar=form.quote,
        skipinitialspace=form.is_padded,
        strict=True,
    )


def _swallowed(row: list[str], taken: list[str], form: TextForm) -> bool:
    """Whether a record over several lines took rows that are none of its business."""
    if form.width < _WIDE_ENOUGH:
        return "".join(taken).count(form.quote) % 2 == 1
    rows = [_is_row(line, form) for line in taken[1:]]
    if len(row) != form.width:
        return any(rows)
    # Who quotes the first cell quotes all of them, and would not have been read to here.
    is_row = taken[0].count(form.delimiter) == form.width - 1
    return is_row and all(rows) and not taken[0].startswith(form.quote)


def _is_row(line: str, form: TextForm) -> bool:
    """Whether a line has as many cells as a row; a space after a comma makes a sentence of it."""
    sentence = 0 if form.is_padded else line.count(form.delimiter + " ")
    return line.count(form.delimiter) - sentence == form.width - 1


def _mended(lines: list[str], first: int, form: TextForm) -> tuple[list[str], int]:
    """The cells of a broken record, and how many lines it has: one, unless more make it whole."""

    def cells_of(text: str) -> list[str]:
        cells = mended_cells(text, form.delimiter, form.quote, form.width)
        return [cell.lstrip(" ") for cell in cells] if form.is_padded else cells

    alone = cells_of(lines[first])
    if len(alone) < form.width and form.width >= _WIDE_ENOUGH:
        for count in range(2, min(_MOST_MENDED_LINES, len(lines) - first) + 1):
            added = lines[first + count - 1]
            if _is_row(added, form) and added.count(form.quote) % 2 == 0:
                break
            cells = cells_of("".join(lines[first : first + count]))
            if len(cells) == form.width:
                return cells, count
    return alone, 1


def _without_outer_quotes(row: list[str], form: TextForm) -> list[str]:
    """A record that was wrapped whole in quotes, as a program does that quotes it twice."""
    inner = mended_cells(row[0], form.delimiter, form.quote, form.width)
    return inner if form.is_wrapped or len(inner) == form.width else row


def _delimiter_of(lines: list[str], form: TextForm) -> str:
    """The delimiter under which most rows have the same number of cells, more than one."""

    def score(delimiter: str) -> float:
        width, share = _usual_width(_rows_of(lines, replace(form, delimiter=delimiter)))
        # More columns count a little: in a semicolon list most amounts hold one comma.
        return share * (1 - 1 / width)

    return max(DELIMITERS, key=score)


def _usual_width(rows: list[list[str]]) -> tuple[int, float]:
    """The commonest number of cells above one, and the share of rows that have it."""
    widths = Counter(len(row) for row in rows if row)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 1, 0.0
    width = max(wide, key=lambda width: (wide[width], width))
    return width, wide[width] / widths.total()


def _is_in_single_quotes(lines: list[str]) -> bool:
    """Whether cells stand in ' where others have "; an apostrophe alone makes no quote."""
    if any(_DOUBLE.search(line) for line in lines):
        return False
    opened = sum(len(_SINGLE_OPENS.findall(line)) for line in lines)
    whole = [len(_SINGLE.findall(line)) for line in lines]
    lines_with = sum(count > 0 for count in whole)
    return sum(whole) > max(1, opened * 0.8) and lines_with >= max(2, len(lines) * 0.3)


def _has_backslashes(lines: list[str], form: TextForm) -> bool:
    """Whether quotes in cells are written with a backslash: only where nothing else adds up."""
    if not any('\\"' in line for line in lines):
        return False
    return _faults(lines, replace(form, has_backslashes=True)) < _faults(lines, form)


def _faults(lines: list[str], form: TextForm) -> int:
    """How many records a strict reader refuses."""
    if form.has_backslashes:
        lines = [line.replace('\\"', '""') for line in lines]
    reader, faults = _strict(lines, form), 0
    while True:
        try:
            for _ in reader:
                pass
        except csv.Error:
            faults += 1
        else:
            return faults


def _is_padded(lines: list[str], form: TextForm) -> bool:
    later = [cell for line in lines for cell in line.rstrip("\r\n").split(form.delimiter)[1:]]
    return bool(later) and sum(cell.startswith(" ") for cell in later) >= len(later) * 0.9


def _unwrapped(lines: list[str]) -> list[str] | None:
    """The lines without the quotes around each whole record; None when they are not so."""
    bare = [line.strip() for line in lines if line.strip()]
    if not all(len(line) > 1 and line[0] == line[-1] == '"' for line in bare):
        return None
    try:
        by_each = [list(csv.reader(bare, delimiter=delimiter)) for delimiter in DELIMITERS]
    except csv.Error:  # longer than any cell
        return None
    if any(len(row) != 1 for rows in by_each for row in rows):
        return None
    inner = [row[0] for row in by_each[0]]
    return inner if any(char in inner[0] for char in DELIMITERS) else None


_SEP = re.compile(r'"?sep=([,;\t|])"?\s*$', re.IGNORECASE)
_DOUBLE = re.compile(r'(?:^|[,;\t|]) ?"')
_SINGLE_OPENS = re.compile(r"(?:^|[,;\t|]) ?'")
# Inside, a delimiter stands as in a sentence: before a space.
_SINGLE = re.compile(r"(?:^|[,;\t|]) ?'(?:[^,;\t|]|[,;|] )*?'(?= *(?:[,;\t|]|$))")
