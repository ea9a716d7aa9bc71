"""The sheets of an XLSForm as rows of named cells, from a workbook or CSV, and back to XLSX."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from qualdesk.core.errors import DocumentRefused, ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import USUAL_LIMITS
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.documents import LARGEST
from qualdesk.files.lead_tables import WORKBOOK_OPTIONS, cell_text
from qualdesk.files.on_disk import standing, why_unreadable
from qualdesk.files.readers import Reader, TextStream, read_sheet
from qualdesk.files.row_frames import Row
from qualdesk.files.xlsform_columns import SHEETS, SURVEY, Heading, heading_of
from qualdesk.files.xlsform_formulas import unfinished_formulas

# A script is far shorter than a lead list: what is not is turned away before it costs anything.
LIMITS = replace(USUAL_LIMITS, megabytes=5, unpacked_megabytes=50, rows=50_000, seconds=20)

MOST_ROWS = 2_000
"""How many rows of a sheet may hold anything: nobody asks so much in a call."""

Cell: TypeAlias = tuple[str, str]
"""Where a value stands in its row: the column, and the language as written in its heading."""


@frozen
class SheetRow:
    """A row with its number in the file and what stands in it; empty cells are not among it."""

    number: int
    cells: Mapping[Cell, str]

    def get(self, column: str) -> str:
        """What stands in a column without a language, without the space around it."""
        return self.cells.get((column, ""), "").strip()


@frozen
class Sheet:
    """A sheet: its headings, in their row, and the rows under them that hold anything.

    ``unfinished`` are the cells, by row and heading, with a formula that was never worked out.
    """

    name: str
    headings: tuple[Heading, ...] = ()
    heading_row: int = 1
    rows: tuple[SheetRow, ...] = ()
    unfinished: tuple[tuple[int, Heading], ...] = ()

    def has(self, column: str) -> bool:
        """Whether the sheet has such a column, in any language."""
        return any(heading.column == column for heading in self.headings)


@frozen
class Book:
    """The sheets of a form by their plain name, and the names of those that are not ours."""

    sheets: Mapping[str, Sheet]
    others: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name; without rows when there is none."""
        return self.sheets.get(name, Sheet(name=name))


Grid: TypeAlias = Sequence[Sequence[str]]
"""A sheet as it is written: its headings, then its rows."""


def read_book(path: Path) -> Book:
    """The sheets of the form at ``path``, read in a process of its own with limits.

    Raises:
        DocumentRefused: the file cannot be read, or has no sheet “survey”.
    """
    try:
        standing(path)
        with path.open("rb") as stream:
            is_workbook = stream.read(4).startswith((b"PK", b"\xd0\xcf\x11\xe0"))
        found, others = _workbook(path) if is_workbook else (_text(path), ())
    except ListRefused as refused:
        raise DocumentRefused(
            tr("“{file}” cannot be used. {problem}", file=path.name, problem=refused.says)
        ) from None
    except OSError as error:
        raise DocumentRefused(why_unreadable(path, error)) from None
    if SURVEY not in found:
        raise DocumentRefused(
            tr(
                "“{file}” has no sheet “survey”. Name the sheet with the questions so.",
                file=path.name,
            )
        )
    return Book(sheets=found, others=others)


def book_of(grids: Mapping[str, Grid]) -> Book:
    """A book from grids that were just made, as if it had been written and read.

    Raises:
        DocumentRefused: there is more in it than a form is read with.
    """
    try:
        return Book(
            sheets={
                name: _sheet(name, ((number, list(cells)) for number, cells in enumerate(grid, 1)))
                for name, grid in grids.items()
            }
        )
    except ListRefused as refused:
        raise DocumentRefused(refused.says) from None


def workbook_of(grids: Mapping[str, Grid]) -> bytes:
    """An XLSX of these sheets: every cell text, none a formula or a link."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, WORKBOOK_OPTIONS) as book:
        text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        bold = book.add_format({"num_format": "@", "bold": True})
        for name, grid in grids.items():
            sheet = book.add_worksheet(name)
            _fill(sheet, grid, bold, text)
    return file.getvalue()


def _fill(sheet: Any, grid: Grid, bold: Any, text: Any) -> None:
    for number, cells in enumerate(grid):
        for column, value in enumerate(cells):
            if value:
                sheet.write_string(number, column, cell_text(value), text if number else bold)
    for column, heading in enumerate(grid[0]):
        longest = max(len(cells[column]) for cells in grid)
        sheet.set_column(column, column, min(60, max(len(heading), longest) + 2), text)
    sheet.freeze_panes(1, 0)


def _workbook(path: Path) -> tuple[dict[str, Sheet], tuple[str, ...]]:
    with Reader(LIMITS) as reader:
        with closing(read_sheet(path, ListForm(), reader)) as first:
            names = [facts.name for facts in first.sheets if facts.rows != 0]
        wanted: dict[str, str] = {}
        for name in names:
            wanted.setdefault(_plain(name), name)
        found = {}
        for plain in SHEETS:
            if plain in wanted:
                form = ListForm(sheet=wanted[plain])
                with closing(read_sheet(path, form, reader)) as read:
                    _refuse_shortened(read.shortened)
                    found[plain] = _with_formulas(_sheet(plain, read.rows()), path, form.sheet)
    ours = {wanted[plain] for plain in found}
    return found, tuple(name for name in names if name not in ours)


def _with_formulas(sheet: Sheet, path: Path, name: str) -> Sheet:
    headings = dict(enumerate(sheet.headings, 1))
    unfinished = (
        (row, headings[column])
        for row, column in unfinished_formulas(path, name)
        if row > sheet.heading_row and column in headings
    )
    return replace(sheet, unfinished=tuple(unfinished))


def _text(path: Path) -> dict[str, Sheet]:
    """The sheets of a CSV: each begins with a row that has its name in the first cell."""
    stream = TextStream(path, ListForm(), LIMITS)
    with closing(stream):
        begun: dict[str, list[Row]] = {}
        rows: list[Row] = []
        for number, cells in stream.rows():
            name, *rest = cells or [""]
            if name.strip():
                rows = begun.setdefault(_plain(name), [])
            if any(map(str.strip, rest)):
                rows.append((number, rest))
            if number > LIMITS.rows:
                raise ListRefused(tr(_TOO_LONG))
    return {name: _sheet(name, rows) for name, rows in begun.items() if name in SHEETS}


def _sheet(name: str, rows: Iterable[Row]) -> Sheet:
    headings: tuple[Heading, ...] = ()
    heading_row = 1
    kept = []
    for number, cells in _within_reason(rows):
        if not headings:
            headings, heading_row = tuple(map(heading_of, cells)), number
            continue
        named: dict[Cell, str] = {}
        for heading, cell in zip(headings, cells, strict=False):
            if cell.strip() and heading.column:
                named.setdefault((heading.column, heading.language), cell)
        if named:
            kept.append(SheetRow(number=number, cells=named))
    return Sheet(name=name, headings=headings, heading_row=heading_row, rows=tuple(kept))


def _within_reason(coming: Iterable[Row]) -> Iterator[Row]:
    letters = rows = 0
    for number, cells in coming:
        letters += sum(map(len, cells))
        if letters > LARGEST:
            raise ListRefused(tr("There is more text in it than in any script. Shorten it."))
        if any(map(str.strip, cells)):
            rows += 1
            if rows > MOST_ROWS:
                raise ListRefused(tr(_TOO_LONG))
            yield number, cells


def _refuse_shortened(cells: int) -> None:
    if cells:
        raise ListRefused(tr("A cell in it is too long to be read aloud. Shorten it."))


def _plain(name: str) -> str:
    return "_".join(name.lower().split())


_TOO_LONG = tr_later("It has more rows than any script. Keep those of the form.")
