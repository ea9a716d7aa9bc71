"""What is in a workbook, row by row. Runs in a process of its own, never in the desk's.

A workbook of 1.6 kB can make the reading library abort, one of 779 kB take gigabytes.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from qualdesk.core.list_files import Limits
from qualdesk.core.wording import tr_later
from qualdesk.files.row_frames import Row
from qualdesk.files.unreadable import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MEGABYTE = 1 << 20
DAMAGED = tr_later(
    "This workbook is damaged or only half there. Get it anew, or save the list as CSV."
)
TOO_MUCH = tr_later(
    "This file is damaged, or holds far more than it looks. "
    "Open it, save only the list as CSV, and load that."
)
NOT_A_LIST = tr_later("This is {what}, not a list. Save the list as CSV or XLSX.")
_MOST_OF_A_ROW = 1_000_000


@dataclass(kw_only=True, slots=True)
class OpenBook:
    """A workbook and the sheet in it that is read.

    Attributes:
        kind: xlsx, xlsb, xls or ods.
        sheets: every sheet that can hold a list, and whether it is hidden.
        rows: how many the chosen sheet has, counted to the last that holds anything.
        shortened: how many cells were longer than a cell can be, and were cut there.
    """

    kind: str
    sheets: dict[str, bool]
    chosen: str
    rows: int
    shortened: int = 0
    _book: "CalamineWorkbook" = field(repr=False)
    _sheet: "CalamineSheet | None" = field(repr=False)
    _limits: Limits

    def read(self) -> Iterator[Row]:
        """The rows with their number in the sheet, the first being 1. Once: then it is let go.

        Raises:
            ListRefused: there are more rows or columns than a list has.
        """
        sheet, self._sheet = self._sheet, None
        if sheet is None or sheet.end is None or sheet.start is None:
            return
        (_, before), (last, right) = sheet.start, sheet.end
        _refuse_too_large(last + 1, right + 1, self._limits)
        blank = [""] * before
        merged = _Merged(sheet.merged_cell_ranges or ())
        for number, row in enumerate(sheet.iter_rows(), start=1):
            cells = blank + [_SAID.get(type(cell), str)(cell) for cell in row]
            if sum(map(len, cells)) > _MOST_OF_A_ROW:
                raise Unreadable(
                    tr_later(
                        "Row {number:,} of this sheet holds over a million characters. Remove it, "
                        "and load the list again."
                    ),
                    number=number,
                )
            yield number, self._cut(merged.fill(number - 1, cells))

    def count(self, name: str) -> int | None:
        """How many rows another sheet has; None when it cannot be read."""
        try:
            end = self._book.get_sheet_by_name(name).end
        except _faults():
            return None
        return end[0] + 1 if end else 0

    def _cut(self, cells: list[str]) -> list[str]:
        most = self._limits.characters
        if max(map(len, cells), default=0) > most:
            self.shortened += sum(len(cell) > most for cell in cells)
            return [cell[:most] for cell in cells]
        return cells


def open_workbook(path: Path, wanted: str, limits: Limits) -> OpenBook:
    """The workbook at ``path`` with its sheet ``wanted``, or its first visible one with rows.

    Raises:
        ListRefused: it cannot be read, with the sentence that says why.
    """
    kind = check_before_reading(path, limits)
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = {
            sheet.name: sheet.visible != SheetVisibleEnum.Visible
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        }
        name, sheet = _chosen(book, sheets, wanted)
    except PasswordError:
        raise Unreadable(
            tr_later(
                "This workbook is protected by a password. Save a copy without one and load that."
            )
        ) from None
    except _faults() as error:
        raise _why_not(path, kind, error) from error
    rows = sheet.end[0] + 1 if sheet.end else 0
    return OpenBook(
        kind=kind, sheets=sheets, chosen=name, rows=rows, _book=book, _sheet=sheet, _limits=limits
    )


def check_before_reading(path: Path, limits: Limits) -> str:
    """The kind of workbook; its size, and what it says it unpacks to, are looked at first.

    Raises:
        ListRefused: a limit is passed, or what is packed is no workbook.
    """
    if path.stat().st_size > limits.megabytes * MEGABYTE:
        raise Unreadable(
            tr_later("This workbook is over {megabytes} MB. Save the list as CSV and load that."),
            megabytes=limits.megabytes,
        )
    with path.open("rb") as stream:
        if stream.read(2) != b"PK":
            return "xls"
    try:
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(DAMAGED) from error
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > limits.packed_files or declared > limits.unpacked_megabytes * MEGABYTE:
        raise Unreadable(
            tr_later("This workbook unpacks to far more than a list. Save only the list, as CSV.")
        )
    return _kind({e.filename.lower().replace("\\", "/").lstrip("/") for e in entries})


def text_of(cell: object) -> str:
    """A cell as the text a person would see: whole numbers without the decimal point."""
    return _SAID.get(type(cell), str)(cell)


def _kind(names: set[str]) -> str:
    for inside, kind in (("workbook.bin", "xlsb"), ("content.xml", "ods"), ("workbook", "xlsx")):
        if any(inside in name for name in names):
            return kind
    for inside, what in _OTHER_PACKED:
        if any(name.startswith(inside) for name in names):
            raise Unreadable(NOT_A_LIST, what=what)
    raise Unreadable(
        tr_later("This is a compressed file, not a list. Unpack it and load what is in it.")
    )


def _chosen(
    book: "CalamineWorkbook", sheets: dict[str, bool], wanted: str
) -> tuple[str, "CalamineSheet"]:
    if wanted and wanted not in sheets:
        raise Unreadable(
            tr_later("There is no sheet “{sheet}” in this workbook. Choose one that is."),
            sheet=wanted,
        )
    visible = [name for name, is_hidden in sheets.items() if not is_hidden]
    if wanted:
        return wanted, book.get_sheet_by_name(wanted)
    alone: tuple[str, CalamineSheet] | None = None
    for name in visible:
        sheet = book.get_sheet_by_name(name)
        if sheet.height > 1:
            return name, sheet
        # A single line is the title on a cover: the list stands on a sheet behind it.
        alone = alone or ((name, sheet) if sheet.height else None)
    if alone:
        return alone
    for name, is_hidden in sheets.items():
        if is_hidden and book.get_sheet_by_name(name).height:
            raise Unreadable(
                tr_later(
                    "What this workbook holds is on a hidden sheet, “{sheet}”. Show it and save."
                ),
                sheet=name,
            )
    raise Unreadable(tr_later("This workbook is empty. Export the list again."))


def _refuse_too_large(height: int, width: int, limits: Limits) -> None:
    if height > limits.rows:
        raise Unreadable(
            tr_later("This sheet has {n:,} rows, over {most:,}. Save it as CSV and load that."),
            n=height,
            most=limits.rows,
        )
    if width > limits.columns:
        raise Unreadable(
            tr_later(
                "This sheet has {n:,} columns, over {most:,}. Keep those of the list and save it."
            ),
            n=width,
            most=limits.columns,
        )


class _Merged:
    """Cells merged over several rows: each of these rows has what stands in the first."""

    def __init__(self, ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        self._starts: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _) in ranges:
            if bottom > top:
                self._starts.setdefault(top, []).append((left, bottom))
        self._going_on: dict[int, tuple[int, str]] = {}

    def fill(self, index: int, cells: list[str]) -> list[str]:
        """The row with what is merged into it; a row without anything of its own stays blank."""
        if self._going_on and any(cells):
            for left, (bottom, text) in self._going_on.items():
                if index <= bottom and left < len(cells):
                    cells[left] = cells[left] or text
        for left, bottom in self._starts.get(index, ()):
            if left < len(cells) and cells[left]:
                self._going_on[left] = (bottom, cells[left])
        return cells


def _float_text(cell: float) -> str:
    # Spreadsheets keep every number as a quantity: 12125550100.0 is a telephone number.
    return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)


def _moment_text(cell: datetime) -> str:
    return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")


def _why_not(path: Path, kind: str, error: BaseException) -> Unreadable:
    if isinstance(error, MemoryError) or "limit exceeded" in str(error):
        return Unreadable(TOO_MUCH)
    if kind == "xls":
        content = path.read_bytes()
        for stream, what in _OTHER_COMPOUND:
            if stream.encode("utf-16-le") in content:
                return Unreadable(NOT_A_LIST, what=what)
    return Unreadable(DAMAGED)


def _faults() -> tuple[type[BaseException], ...]:
    """What the library raises of a bad workbook: each means that this file is no use."""
    from python_calamine import CalamineError

    return (CalamineError, MemoryError, ValueError, OverflowError)


_EXACT = float(1 << 53)
_SAID: dict[type, Callable[[Any], str]] = {
    str: lambda cell: cell,
    float: _float_text,
    bool: lambda cell: "yes" if cell else "no",
    datetime: _moment_text,
    date: date.isoformat,
    time: time.isoformat,
    NoneType: lambda _: "",
}
_OTHER_PACKED = (
    ("word/", tr_later("a Word document")),
    ("ppt/", tr_later("a presentation")),
    ("index/", tr_later("a Numbers document")),
)
_OTHER_COMPOUND = (
    ("WordDocument", tr_later("a Word document")),
    ("PowerPoint Document", tr_later("a presentation")),
    ("__properties_version1.0", tr_later("a mail")),
)
