"""Opening a lead list, by what is in the file and never by how it is called."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict

from qualdesk.core.errors import ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import (
    ENCODINGS,
    USUAL_ENCODING,
    USUAL_LIMITS,
    Limits,
    SheetFacts,
    cells_shortened,
    sheets_not_loaded,
)
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.csv_lists import TextForm, text_form, text_rows
from qualdesk.files.list_tables import SAMPLE_ROWS, ListTables, list_tables
from qualdesk.files.on_disk import Standing, file_hash, standing, why_unreadable
from qualdesk.files.readers import Reader, ReadSheet, TextStream, read_sheet
from qualdesk.files.row_frames import Row
from qualdesk.files.set_aside import SetAside, said_of_aside
from qualdesk.files.tables import FoundTable
from qualdesk.files.unreadable import Unreadable
from qualdesk.files.workbooks import MEGABYTE, NOT_A_LIST

__all__ = ["RawTable", "Row", "open_list"]


@frozen
class RawTable:
    """A list as it stands in a file: headings, and rows of text with their number in it.

    Close it, or use it in a ``with``: a spreadsheet's rows lie in a temporary file.

    Attributes:
        format: csv, xlsx, xls, ods or xlsb, by content.
        header_row: the row number of the headings, 0 when the file has none.
        tables: every table that was found in the file; the list is one of them.
        first_rows: the first rows under the headings, for a preview.
        top_rows: the first rows of all, with whatever stands above the headings.
        about: roughly how many rows there are, for progress.
        sheets: every sheet of a workbook, with its rows, in its order.
        shortened: how many cells of the sheet were too long, and were cut.
        notes: what is to be said of the file as a whole, each a sentence.
    """

    file_name: str
    format: str
    sha256: str
    headings: tuple[str, ...]
    header_row: int
    tables: tuple[FoundTable, ...]
    first_rows: tuple[Row, ...]
    top_rows: tuple[Row, ...]
    about: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[SheetFacts, ...] = ()
    shortened: int = 0
    notes: tuple[str, ...] = ()
    _list: ListTables = field(repr=False)
    _read: Callable[[], Iterator[Row]] = field(repr=False)
    _close: Callable[[], None] = field(repr=False, default=lambda: None)

    def rows(self) -> Iterator[Row]:
        """The rows under the headings that hold anything; each row keeps its number.

        Raises:
            ListRefused: the file was changed, or cannot be read on, in one sentence.
        """
        return self._list.rows(self._read())

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The rows that are none of the list: above it, below it, of another table.

        It is complete once all rows were read.
        """
        return self._list.set_aside

    def close(self) -> None:
        """Let go of the temporary file."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


_AS_FOUND = ListForm()
_Read = Callable[[], Iterator[Row]]


def open_list(
    path: Path,
    form: ListForm = _AS_FOUND,
    *,
    limits: Limits = USUAL_LIMITS,
    reader: Reader | None = None,
) -> RawTable:
    """The list at ``path``; what ``form`` does not say is found out.

    ``reader`` reads a workbook; without one a process is started for this file alone.

    Raises:
        ListRefused: it is no list, or one that cannot be read, in one sentence.
    """
    _refuse_no_form(form)
    try:
        before = standing(path)
        with path.open("rb") as stream:
            head = stream.read(4096)
        if _is_workbook(head):
            return _open_workbook(before, form, limits, reader)
        return _open_text(before, form, limits)
    except OSError as error:
        raise ListRefused(why_unreadable(path, error)) from error


def _open_text(file: Standing, asked: ListForm, limits: Limits) -> RawTable:
    if file.size <= limits.own_process_megabytes * MEGABYTE:
        form = text_form(file.path, encoding=asked.encoding, delimiter=asked.delimiter)
        read = _steadily(file, lambda: text_rows(file.path, form))
        return _text_table(file, asked, form, _first(read()), read)
    stream = TextStream(file.path, asked, limits)
    try:
        read = _steadily(file, stream.rows)
        table = _text_table(file, asked, stream, _first(stream.ahead()), read)
    except BaseException:
        stream.close()
        raise
    return replace(table, _close=stream.close)


def _text_table(
    file: Standing, asked: ListForm, form: TextForm | TextStream, first: list[Row], read: _Read
) -> RawTable:
    read_bytes = sum(len(cell) + 1 for _, cells in first for cell in cells) or 1
    tables = list_tables(first, asked.header_row)
    return RawTable(
        **_of_file(file, first, tables),
        format="csv",
        about=max(len(first), file.size * len(first) // read_bytes),
        encoding=form.encoding,
        delimiter=form.delimiter,
        notes=(*_of_letters(asked, form.encoding), *said_of_aside(tables.set_aside)),
        _read=read,
    )


def _open_workbook(
    file: Standing, asked: ListForm, limits: Limits, reader: Reader | None
) -> RawTable:
    if reader is None:
        with Reader(limits) as alone:
            found = read_sheet(file.path, asked, alone)
    else:
        found = read_sheet(file.path, asked, reader)
    try:
        first = _first(found.rows())
        tables = list_tables(first, asked.header_row)
        table = RawTable(
            **_of_file(file, first, tables),
            format=found.format,
            about=found.rows_read,
            sheet=found.name,
            sheets=found.sheets,
            shortened=found.shortened,
            notes=(*_notes(found), *said_of_aside(tables.set_aside)),
            _read=found.rows,
            _close=found.close,
        )
        file.refuse_changed()
    except BaseException:
        found.close()
        raise
    return table


class _OfFile(TypedDict):
    file_name: str
    sha256: str
    headings: tuple[str, ...]
    header_row: int
    tables: tuple[FoundTable, ...]
    first_rows: tuple[Row, ...]
    top_rows: tuple[Row, ...]
    _list: ListTables


def _of_file(file: Standing, first: list[Row], tables: ListTables) -> _OfFile:
    """What is the same for every file, however its rows came."""
    return {
        # The name may come from a system with other letters: what is no character is shown as ?.
        "file_name": file.path.name.encode(errors="replace").decode(),
        "sha256": file_hash(file.path),
        "headings": tables.headings,
        "header_row": tables.header_row,
        "tables": tables.tables,
        "first_rows": tables.first_rows,
        "top_rows": tuple(first[:_TOP_ROWS]),
        "_list": tables,
    }


def _steadily(file: Standing, read: _Read) -> _Read:
    """The same rows, refused as soon as the file is not the one that was opened."""

    def rows() -> Iterator[Row]:
        try:
            file.refuse_changed()
            yield from read()
            file.refuse_changed()
        except OSError as error:
            raise ListRefused(why_unreadable(file.path, error)) from error

    return rows


def _first(rows: Iterable[Row]) -> list[Row]:
    """The first rows, fewer when they are so long that they would fill the memory.

    Raises:
        ListRefused: a row has more columns than any spreadsheet could have written.
    """
    first, weight = [], 0
    for number, cells in islice(rows, SAMPLE_ROWS):
        if len(cells) > _MOST_CELLS:
            raise ListRefused(
                tr(
                    "Row {number:,} has {cells:,} columns, more than any list. Is this the "
                    "right file?",
                    number=number,
                    cells=len(cells),
                )
            )
        first.append((number, cells))
        weight += 8 * len(cells) + sum(map(len, cells))
        if weight > _FIRST_CHARACTERS:
            break
    return first


def _of_letters(asked: ListForm, encoding: str) -> tuple[str, ...]:
    """A note where nothing proves the letters: wrong ones spoil every name without a word."""
    if asked.encoding or encoding != USUAL_ENCODING:
        return ()
    label = tr(dict(ENCODINGS)[encoding])
    return (
        tr("The letters were read as {letters}. Choose others if names look wrong.", letters=label),
    )


def _notes(found: ReadSheet) -> tuple[str, ...]:
    notes = (sheets_not_loaded(found.sheets, found.name), cells_shortened(found.shortened))
    return tuple(filter(None, notes))


def _refuse_no_form(form: ListForm) -> None:
    """Do nothing for letters and a delimiter that exist.

    Raises:
        ListRefused: nothing can be read with what was chosen.
    """
    if form.delimiter and (len(form.delimiter) > 1 or form.delimiter in '"\r\n\0'):
        raise ListRefused(
            tr("“{sign}” cannot part columns. Choose one character, like ;.", sign=form.delimiter)
        )
    try:
        io.TextIOWrapper(io.BytesIO(_EVERY_BYTE), form.encoding or None, "replace").read()
    except (LookupError, ValueError) as error:
        raise ListRefused(
            tr("There are no letters called “{name}”. Choose utf-8 or cp1252.", name=form.encoding)
        ) from error


def _is_workbook(head: bytes) -> bool:
    """Whether the first bytes are those of a spreadsheet; otherwise it can be text.

    Raises:
        ListRefused: they are of something that is no list.
    """
    if not head:
        raise ListRefused(tr("This file is empty. Export the list again."))
    if head.startswith(_WORKBOOKS):
        return True
    start = head.decode(errors="replace").replace("\0", "").lstrip(_BEFORE_TEXT).lower()
    what = next((what for marks, what in _BY_BYTES if head.startswith(marks)), "")
    if start.startswith("<") and "<html" in start:
        what = tr_later("a web page")
    if _SYLK.match(start):
        what = tr_later("a SYLK file")
    what = what or next((what for words, what in _BY_WORDS if start.startswith(words)), "")
    if what:
        raise Unreadable(NOT_A_LIST, what=what)
    return False


# A list may begin with “ID;Phone” too: there each line begins with the letter of what it holds.
_SYLK = re.compile(r"id;p[^\r\n]*[\r\n]+[a-z];")
_EVERY_BYTE = bytes(range(256))
_TOP_ROWS = 40
_FIRST_CHARACTERS = 4_000_000
_MOST_CELLS = 16_384
_WORKBOOKS = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    # Excel 2 to 5 wrote the sheet without a container.
    b"\x09\x08",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x00\x04\x00",
)
_BY_BYTES: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"%PDF",), tr_later("a PDF")),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF"),
        tr_later("a picture"),
    ),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), tr_later("a compressed file")),
    ((b"{\\rtf",), tr_later("a text document")),
    ((b"SQLite format 3",), tr_later("a database")),
    ((b"\x7fELF", b"MZ\x90"), tr_later("a program")),
)
# White space, and what marks of wide letters look like.
_BEFORE_TEXT = "\ufffd\ufeff \t\r\n"
_BY_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta"),
        tr_later("a web page"),
    ),
    (("mime-version:", "from: <saved by"), tr_later("a web page")),
    (("<?xml", "<svg", "<!doctype"), tr_later("an XML file")),
    (("{", "[{", "[\n", "[["), tr_later("a JSON file")),
    (("begin:vcard",), tr_later("a file of business cards")),
)
