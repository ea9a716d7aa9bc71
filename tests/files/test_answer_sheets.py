"""The answer sheet comes back as people send things back: shuffled, copied, half filled (T4)."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from handoff_makers import a_package, an_item
from qualdesk.core.errors import AnswerSheetRefused
from qualdesk.core.handoff import Package
from qualdesk.files.answer_form import HEADINGS, answer_sheet
from qualdesk.files.answer_sheets import read_answer_sheet

PACKAGE = a_package(an_item("Katrin Albers"), an_item("Marcus Hale"), an_item("Ines Fournier"))
KATRIN, MARCUS, INES = (item.id for item in PACKAGE.items)


def filled(path: Path, change: Callable[[Worksheet], None], package: Package = PACKAGE) -> Path:
    """The sheet as sales got it, changed in a spreadsheet program."""
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(package)))
    change(book["Answers"])
    book.save(path)
    return path


def test_an_untouched_sheet_reads_as_rows_without_answers(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(answer_sheet(PACKAGE))
    rows = read_answer_sheet(path).rows
    assert [(row.row, row.item_id, row.takes) for row in rows] == [
        (2, KATRIN, ""),
        (3, MARCUS, ""),
        (4, INES, ""),
    ]
    assert {row.batch for row in rows} == {PACKAGE.title}


def test_answers_are_read_with_the_row_they_stand_in(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["E2"] = "takes"
        sheet["E3"], sheet["F3"], sheet["G3"] = "sends back", "Wrong person", " Müßig; left "

    rows = read_answer_sheet(filled(tmp_path / "answers.xlsx", fill)).rows
    assert [(row.row, row.takes, row.reason, row.note) for row in rows] == [
        (2, "takes", "", ""),
        (3, "sends back", "Wrong person", "Müßig; left"),
        (4, "", "", ""),
    ]


def test_moved_columns_more_columns_and_lines_above_do_no_harm(tmp_path: Path) -> None:
    def rearrange(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(["Please answer by Friday"])
        sheet.append([])
        order = [4, 2, 0, 6, 5, 8]
        for number, row in enumerate(rows):
            extra = "Region" if number == 0 else "North"
            sheet.append([extra, *(row[place] for place in order)])
        sheet["B4"] = "takes"

    rows = read_answer_sheet(filled(tmp_path / "answers.xlsx", rearrange)).rows
    assert [(row.row, row.item_id, row.takes) for row in rows] == [
        (4, KATRIN, "takes"),
        (5, MARCUS, ""),
        (6, INES, ""),
    ]


def test_rows_in_another_order_keep_their_ids(tmp_path: Path) -> None:
    def shuffle(sheet: Worksheet) -> None:
        first = [cell.value for cell in sheet[2]]
        for column, value in enumerate([cell.value for cell in sheet[4]], start=1):
            sheet.cell(2, column).value = value
        for column, value in enumerate(first, start=1):
            sheet.cell(4, column).value = value
        sheet["E2"] = "takes"

    rows = read_answer_sheet(filled(tmp_path / "answers.xlsx", shuffle)).rows
    assert [row.item_id for row in rows] == [INES, MARCUS, KATRIN]
    assert rows[0].takes == "takes"


def test_empty_rows_between_are_passed_over_and_do_not_shift_the_numbers(tmp_path: Path) -> None:
    def spread(sheet: Worksheet) -> None:
        sheet.insert_rows(3, 2)
        sheet["E6"] = "takes"

    rows = read_answer_sheet(filled(tmp_path / "answers.xlsx", spread)).rows
    assert [(row.row, row.item_id, row.takes) for row in rows] == [
        (2, KATRIN, ""),
        (5, MARCUS, ""),
        (6, INES, "takes"),
    ]


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-16")]
)
def test_the_sheet_saved_as_csv_reads_the_same(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "answers.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(HEADINGS)
        for item_id in (KATRIN, MARCUS):
            writer.writerow([item_id, PACKAGE.title, "Müller", "X, Y", "takes", "", "für Mai"])
    rows = read_answer_sheet(path).rows
    assert [(row.item_id, row.takes, row.note) for row in rows] == [
        (KATRIN, "takes", "für Mai"),
        (MARCUS, "takes", "für Mai"),
    ]


def test_headings_are_known_in_any_spelling(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(f"LEAD ID ,takes it,REASON\n{KATRIN},takes,\n", encoding="utf-8")
    (row,) = read_answer_sheet(path).rows
    assert (row.item_id, row.takes, row.note) == (KATRIN, "takes", "")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("other.csv", b"Name,Phone\nAna,1\n", "has no columns"),
        ("page.xlsx", b"<html><body>No</body></html>", "web page"),
        ("broken.xlsx", b"PK\x03\x04 not really", "workbook"),
        ("empty.csv", b"", "empty"),
    ],
)
def test_what_is_no_answer_sheet_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AnswerSheetRefused, match=says):
        read_answer_sheet(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswerSheetRefused, match="no such file"):
        read_answer_sheet(tmp_path / "answers.xlsx")
