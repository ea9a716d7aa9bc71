"""Reading an answer sheet that came back from sales, as a workbook or as CSV."""

from collections.abc import Iterable
from pathlib import Path

from qualdesk.core.errors import AnswerSheetRefused, ListRefused
from qualdesk.core.list_choices import ListForm
from qualdesk.core.sales_answers import SheetRow
from qualdesk.core.wording import tr
from qualdesk.files.answer_form import HEADINGS
from qualdesk.files.lists import Row, open_list


def read_answer_sheet(path: Path) -> tuple[SheetRow, ...]:
    """The rows of a sheet as they stand, each with its row number in the file.

    Columns are found by their headings, so they may have been moved, and others added. Rows
    in which nothing stands are left out.

    Raises:
        AnswerSheetRefused: the file cannot be read, or it is no answer sheet of ours.
    """
    try:
        # No headings of its own: people write lines above the table, so we look for ours.
        with open_list(path, ListForm(header_row=0)) as table:
            return _read(table.rows(), path)
    except ListRefused as refused:
        raise AnswerSheetRefused(refused.says, refused.problems) from refused


def _read(rows: Iterable[Row], path: Path) -> tuple[SheetRow, ...]:
    places: dict[str, int] | None = None
    read = []
    for number, cells in rows:
        if places is None:
            places = _places(cells)
            continue
        values = {
            heading: cells[place].strip() for heading, place in places.items() if place < len(cells)
        }
        row = SheetRow(
            row=number, **{field: values.get(heading, "") for field, heading in _FIELDS.items()}
        )
        if not row.is_empty:
            read.append(row)
    if places is None:
        raise AnswerSheetRefused(
            tr(
                "{file} has no columns “{first}” and “{second}”. Use the file answers.xlsx "
                "that came with the batch.",
                file=path.name,
                first=HEADINGS[0],
                second=HEADINGS[4],
            )
        )
    return tuple(read)


def _places(cells: list[str]) -> dict[str, int] | None:
    """Where our columns stand, None when this row is not the row of headings."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        found.setdefault(_plain(cell), place)
    places = {
        heading: found[_plain(heading)] for heading in _FIELDS.values() if _plain(heading) in found
    }
    return places if {_FIELDS["item_id"], _FIELDS["takes"]} <= set(places) else None


def _plain(heading: str) -> str:
    return "".join(filter(str.isalnum, heading)).casefold()


_FIELDS = {
    "item_id": HEADINGS[0],
    "batch": HEADINGS[1],
    "takes": HEADINGS[4],
    "reason": HEADINGS[5],
    "note": HEADINGS[6],
}
