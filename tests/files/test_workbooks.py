"""Workbooks as lists: what a person sees in them is what is read, and nothing is lost unsaid."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from qualdesk.core.errors import ListRefused
from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import Limits, SheetFacts
from qualdesk.core.wording import Language, speak
from qualdesk.files.lists import RawTable, open_list
from workbook_makers import packed, sheet


def cells(table: RawTable) -> list[list[str]]:
    return [row for _, row in table.rows()]


def numbers(table: RawTable) -> list[int]:
    return [number for number, _ in table.rows()]


def test_a_workbook_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", [["Name", "Phone"], ["Anna", 12125550100], ["Ben", "x"]])
    with open_list(path) as table:
        assert (table.format, table.sheet, table.headings) == ("xlsx", "Leads", ("Name", "Phone"))
        assert cells(table) == [["Anna", "12125550100"], ["Ben", "x"]]
        assert cells(table) == cells(table), "rows can be read twice"
        assert table.about == 3
        assert table.notes == ()


def test_two_who_read_the_same_sheet_do_not_disturb_each_other(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Name", "Phone"], *([f"P{n}" * 900, n] for n in range(600))]
    with open_list(sheet(tmp_path / "l.xlsx", rows)) as table:
        one, other = table.rows(), table.rows()
        pairs = list(zip(one, other, strict=True))
    assert len(pairs) == 600
    assert all(left == right for left, right in pairs)


def test_a_text_list_called_xls_is_a_text_list(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_text("Name\tPhone\nAnna\t030 23125 417\n", encoding="utf-8")
    with open_list(path) as table:
        assert (table.format, table.delimiter) == ("csv", "\t")


def test_row_numbers_of_a_workbook_are_those_a_person_sees(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], ["Fair"], [], ["Name", "Phone"], ["Anna", "1"], [], ["Ben", 2]]
    with open_list(sheet(tmp_path / "l.xlsx", rows)) as table:
        assert (table.header_row, numbers(table)) == (4, [5, 7])


def test_empty_rows_and_columns_before_the_list_change_nothing(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [],
        [],
        [None, None, "Name", "E-mail"],
        [None, None, "Anna", "a@b.example"],
    ]
    with open_list(sheet(tmp_path / "l.xlsx", rows)) as table:
        assert table.headings == ("Column 1", "Column 2", "Name", "E-mail")
        assert list(table.rows()) == [(4, ["", "", "Anna", "a@b.example"])]


def test_other_sheets_are_offered_with_their_rows_and_named_in_a_note(tmp_path: Path) -> None:
    path = sheet(tmp_path / "l.xlsx", [["Name"], ["Anna"]], Secret=True, Second=False)
    with open_list(path) as table:
        assert table.sheet == "Leads"
        assert table.sheets == (
            SheetFacts(name="Leads", rows=2),
            SheetFacts(name="Secret", rows=1, is_hidden=True),
            SheetFacts(name="Second", rows=1),
        )
        assert table.notes == ("2 other sheets were not loaded: Secret (hidden), Second.",)
    with open_list(path, ListForm(sheet="Secret", header_row=0)) as table:
        assert (table.sheet, cells(table)) == ("Secret", [["x"]])
    with pytest.raises(ListRefused, match=r"no sheet “Gone”.*Choose"):
        open_list(path, ListForm(sheet="Gone"))


def test_an_empty_sheet_is_passed_over_and_not_worth_a_note(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    book.add_worksheet("Cover")
    page = book.add_worksheet("People")
    page.write_column(0, 0, ["E-mail", "a@b.example"])
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=People!$A$1:$A$2"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()
    with open_list(tmp_path / "l.xlsx") as table:
        assert table.sheet == "People"
        assert [found.name for found in table.sheets] == ["Cover", "People"]
        assert table.notes == ()


def test_a_cover_sheet_is_passed_over_for_the_sheet_that_holds_a_table(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    cover = book.add_worksheet("About")
    cover.write(0, 0, "The leads of May")
    page = book.add_worksheet("Data")
    page.write_row(0, 0, ["Name", "E-mail"])
    page.write_row(1, 0, ["Anna", "a@b.example"])
    book.close()
    with open_list(tmp_path / "l.xlsx") as table:
        assert (table.sheet, cells(table)) == ("Data", [["Anna", "a@b.example"]])
        assert table.notes == ("1 other sheet was not loaded: About.",)


def test_a_list_of_one_column_is_read_where_no_sheet_holds_a_table(tmp_path: Path) -> None:
    path = sheet(tmp_path / "l.xlsx", [["E-mail"], ["a@b.example"]], Second=False)
    with open_list(path) as table:
        assert (table.sheet, cells(table)) == ("Leads", [["a@b.example"]])


def test_a_workbook_whose_list_is_hidden_says_so(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    book.add_worksheet("Cover")
    page = book.add_worksheet("Old list")
    page.write_column(0, 0, ["E-mail", "a@b.example"])
    page.hide()
    book.close()
    with pytest.raises(ListRefused, match=r"hidden sheet, “Old list”. Show it"):
        open_list(tmp_path / "l.xlsx")
    with open_list(tmp_path / "l.xlsx", ListForm(sheet="Old list")) as table:
        assert cells(table) == [["a@b.example"]]


def test_what_the_process_beside_us_says_is_said_in_the_language_of_the_window(
    tmp_path: Path,
) -> None:
    """It reads the file and speaks English; the words and what stands in them come apart."""
    german = {
        "There is no sheet “{sheet}” in this workbook. "
        "Choose one that is.": "Kein Blatt „{sheet}“.",
        "This is {what}, not a list. Save the list as CSV or XLSX.": "Das ist {what}.",
        "a Word document": "ein Word-Dokument",
    }
    book = sheet(tmp_path / "l.xlsx", [["E-mail"], ["a@b.example"]])
    letter = packed(tmp_path / "l.docx", {"word/document.xml": "<w/>"})
    speak(Language(code="de", translate=lambda text, *_: german.get(text, text)))
    try:
        with pytest.raises(ListRefused, match=r"Kein Blatt „a \{b\}“"):
            open_list(book, ListForm(sheet="a {b}"))
        with pytest.raises(ListRefused, match="Das ist ein Word-Dokument"):
            open_list(letter)
    finally:
        speak(None)


def test_a_sheet_that_breaks_the_reader_costs_only_its_own_count(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    page = book.add_worksheet("Leads")
    page.write_column(0, 0, ["E-mail", "a@b.example"])
    far = book.add_worksheet("Far")
    far.write(0, 0, "x")
    far.write(1_048_575, 16_383, "x")
    book.close()
    with open_list(tmp_path / "l.xlsx") as table:
        assert cells(table) == [["a@b.example"]]
        assert table.sheets[1] == SheetFacts(name="Far", rows=None)
        assert table.notes == ("1 other sheet was not loaded: Far.",)


def test_cells_of_a_workbook_are_the_text_a_person_sees(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Whole", "Part", "Day", "Moment", "Yes", "Nothing", "Formula"])
    moment = dt.datetime(2026, 3, 11, 14, 20)  # noqa: DTZ001 - spreadsheets know no zone
    page.append([12125550100.0, 0.25, dt.date(2026, 3, 11), moment, True, None, "=1+1"])
    book.save(tmp_path / "l.xlsx")
    with open_list(tmp_path / "l.xlsx") as table:
        assert cells(table) == [
            ["12125550100", "0.25", "2026-03-11", "2026-03-11 14:20:00", "yes", "", ""]
        ]


def test_cells_merged_over_rows_count_for_each_of_them(tmp_path: Path) -> None:
    """A company written once beside its three people is the company of all three."""
    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    page = book.add_worksheet()
    page.merge_range("A1:C1", "Visitors of our stand")
    page.merge_range("A2:A3", "Company")
    page.merge_range("B2:C2", "Person")
    page.write_row("B3", ["Name", "E-mail"])
    page.merge_range("A4:A6", "Acme GmbH")
    for at, name in enumerate(("Anna", "Ben", "Cleo"), start=3):
        page.write_row(at, 1, [name, f"{name.lower()}@acme.example"])
    page.merge_range("A7:A99", "Nobody Ltd")
    page.write_row("B8", ["Dora", "dora@nobody.example"])
    book.close()
    with open_list(tmp_path / "l.xlsx", ListForm(header_row=3)) as table:
        assert table.headings == ("Company", "Name", "E-mail")
        assert list(table.rows()) == [
            (4, ["Acme GmbH", "Anna", "anna@acme.example"]),
            (5, ["Acme GmbH", "Ben", "ben@acme.example"]),
            (6, ["Acme GmbH", "Cleo", "cleo@acme.example"]),
            (7, ["Nobody Ltd", "", ""]),
            (8, ["Nobody Ltd", "Dora", "dora@nobody.example"]),
        ]


def test_a_workbook_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListRefused, match="empty"):
        open_list(sheet(tmp_path / "l.xlsx", []))
    with pytest.raises(ListRefused, match="no rows below"):
        open_list(sheet(tmp_path / "l.xlsx", [["Name", "Phone"]]))


def test_too_many_rows_or_columns_are_refused_with_the_way_out(tmp_path: Path) -> None:
    wide = sheet(tmp_path / "w.xlsx", [["x"] * 513, ["y"] * 513])
    with pytest.raises(ListRefused, match=r"513 columns, over 512\. Keep those"):
        open_list(wide)
    people: list[list[object]] = [[f"Anna {n}", "030 23125 417"] for n in range(10)]
    tall = sheet(tmp_path / "t.xlsx", [["Name", "Phone"], *people])
    with pytest.raises(ListRefused, match=r"11 rows, over 10\. Save it as CSV"):
        open_list(tall, limits=Limits(rows=10))
    with open_list(tall, limits=Limits(rows=11)) as table:
        assert len(cells(table)) == 10


def test_a_very_long_cell_is_cut_where_spreadsheets_cut_it_and_that_is_said(
    tmp_path: Path,
) -> None:
    path = sheet(tmp_path / "l.xlsx", [["Name", "Note"], ["Anna", "x" * 150], ["Ben", "y" * 150]])
    with open_list(path, limits=Limits(characters=100)) as table:
        assert cells(table) == [["Anna", "x" * 100], ["Ben", "y" * 100]]
        assert table.notes == ("2 cells were too long for a sheet, and cut.",)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = sheet(tmp_path / "l.xlsx", [["Name"], ["Anna"]])
    with path.open("ab") as stream:
        stream.truncate(2 << 20)
    with pytest.raises(ListRefused, match="over 1 MB"):
        open_list(path, limits=Limits(megabytes=1))
