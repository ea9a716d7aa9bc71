"""Reading an answer sheet that came back from sales, as a workbook or as CSV."""

from collections.abc import Iterable
from pathlib import Path

from qualdesk.core.errors import AnswerSheetRefused, ListRefused
from qualdesk.core.list_choices import ListForm
from qualdesk.core.sales_answers import NO_FACTS, AnswerFile, FileFacts, SheetRow, facts_said
from qualdesk.core.wording import tr
from qualdesk.files.answer_form import FACTS, FACTS_COLUMN, HEADINGS
from qualdesk.files.lists import RawTable, Row, open_list
from qualdesk.files.readers import Reader
from qualdesk.files.unreadable import Unreadable
from qualdesk.files.workbooks import NOT_A_LIST


def read_answer_sheet(path: Path) -> AnswerFile:
    """The rows of a sheet as they stand, each with its row number in the file.

    Columns are found by their headings, so they may have been moved, and others added; so is the
    sheet, which may have been renamed. Rows in which nothing stands are left out. What is
    calculated in a cell is read as it was shown last, and never worked out.

    Raises:
        AnswerSheetRefused: the file cannot be read, or it is no answer sheet of ours.
    """
    try:
        with Reader() as reader:
            with _open(path, "", reader) as table:
                rows = _read(table.rows())
                others = _others(table)
                has_facts = any(sheet.name == FACTS for sheet in table.sheets)
            while rows is None and others:
                with _open(path, others.pop(0), reader) as table:
                    rows = _read(table.rows())
            facts = _facts(path, reader) if rows is not None and has_facts else NO_FACTS
    except ListRefused as refused:
        raise AnswerSheetRefused(_why_not(path, refused), refused.problems) from refused
    if rows is None:
        raise AnswerSheetRefused(
            tr(
                "{file} is not an answer sheet or page of ours. Use answers.xlsx or answers.html "
                "that came with the batch.",
                file=path.name,
            )
        )
    return AnswerFile(rows=rows, facts=facts)


def _why_not(path: Path, refused: ListRefused) -> str:
    """Why a file holds no answers: who sends answers knows nothing of lists."""
    if isinstance(refused, Unreadable) and refused.text == NOT_A_LIST:
        return tr(
            "{file} is {what}, not an answer sheet or page of ours. Use answers.xlsx or "
            "answers.html that came with the batch.",
            file=path.name,
            what=tr(refused.values["what"]),
        )
    return tr(
        "{file} cannot be read as an answer sheet or page of ours. {why}",
        file=path.name,
        why=refused.says,
    )


def _open(path: Path, sheet: str, reader: Reader) -> RawTable:
    # No headings of its own: people write lines above the table, so we look for ours.
    return open_list(path, ListForm(header_row=0, sheet=sheet), reader=reader)


def _others(table: RawTable) -> list[str]:
    """The other sheets in sight that have more than a heading, in their order."""
    return [
        sheet.name
        for sheet in table.sheets
        if not sheet.is_hidden and sheet.name != table.sheet and sheet.rows not in {0, 1}
    ]


def _facts(path: Path, reader: Reader) -> FileFacts:
    """What the hidden sheet says of the file; nothing where it cannot be read any more."""
    try:
        with _open(path, FACTS, reader) as table:
            said = [cells[FACTS_COLUMN] for _, cells in table.rows() if len(cells) > FACTS_COLUMN]
    except ListRefused:
        return NO_FACTS
    number, title, *people = [*said, "", ""]
    return facts_said(number, title, filter(str.strip, people))


def _read(rows: Iterable[Row]) -> tuple[SheetRow, ...] | None:
    """The rows under our headings, None where these stand nowhere."""
    places: dict[str, int] | None = None
    read = []
    for number, cells in rows:
        if places is None:
            places = _places(cells)
            continue
        values = {
            field: cells[place].strip() for field, place in places.items() if place < len(cells)
        }
        row = SheetRow(row=number, **values)
        if not row.is_empty:
            read.append(row)
    return None if places is None else tuple(read)


def _places(cells: list[str]) -> dict[str, int] | None:
    """Where our columns stand, None when this row is not the row of headings."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        found.setdefault(_plain(cell), place)
    places = {
        field: found[_plain(heading)]
        for field, heading in _FIELDS.items()
        if _plain(heading) in found
    }
    return places if {"item_id", "takes"} <= set(places) else None


def _plain(heading: str) -> str:
    return "".join(filter(str.isalnum, heading)).casefold()


_FIELDS = {
    "item_id": HEADINGS[0],
    "batch": HEADINGS[1],
    "takes": HEADINGS[4],
    "reason": HEADINGS[5],
    "note": HEADINGS[6],
    "opportunity": HEADINGS[7],
    "amount": HEADINGS[8],
    "currency": HEADINGS[9],
}
