"""A report as a workbook: numbers, formulas, and text that stays text (S1, S3)."""

import io
from decimal import Decimal

import openpyxl
from openpyxl.workbook import Workbook

from qualdesk.core.report_cells import Each, Money, Rate, ReportTable, Total, Value, edges
from qualdesk.core.shares import Share
from qualdesk.files.report_books import report_book


def read(*rows: tuple[Value, ...], title: str = "Part") -> Workbook:
    part = ReportTable(key="part", title=title, headings=["H"] * len(rows[0]), rows=rows)
    return openpyxl.load_workbook(io.BytesIO(report_book("Report", ["Says"], [part])))


def test_counts_and_amounts_are_numbers_and_nothing_is_an_empty_cell() -> None:
    money = Money(amount=Decimal("12.50"), currency='E"U\\R')
    sheet = read(("Fair", 1204, money, None))["Part"]
    name, count, amount, nothing = sheet[4]
    assert (name.value, count.value, amount.value, nothing.value) == ("Fair", 1204, 12.5, None)
    assert amount.number_format == '#,##0.00" EUR"'
    assert count.number_format == "#,##0"


def test_rates_sums_and_costs_are_worked_out_by_the_workbook() -> None:
    share = Share(yes=34, of=40)
    row = ("Fair", 34, 40, Rate(yes_at=1, of_at=2, share=share), *edges(share))
    sheet = read(row, ("All", Total(count=34), Total(count=40), None, None, None))["Part"]
    assert sheet["D4"].value == '=IF(C4=0,"",IF(C4<10,B4&" of "&C4,B4/C4))'
    assert sheet["B5"].value == "=SUM(B4:B4)"
    assert 0.70 < sheet["E4"].value < 0.71
    cost = Money(amount=Decimal(90), currency="EUR")
    each = Each(cost_at=1, count_at=2, money=Money(amount=Decimal(30), currency="EUR"))
    assert read(("Fair", cost, 3, each))["Part"]["D4"].value == '=IF(OR(C4=0,B4=""),"",B4/C4)'


def test_what_people_typed_is_not_run_and_a_sheet_has_a_name_it_can_have() -> None:
    typed = ("=1+1", "+cmd|' /C calc'!A0", "https://x.example", "\x00\x07bell", "@SUM(A1)")
    book = read(typed, title="[a]:b*c?d/e\\ and far more than a sheet's name can be")
    sheet = book.worksheets[1]
    assert len(sheet.title) <= 31
    assert {cell.data_type for cell in sheet[4]} == {"s"}
    assert not any(cell.hyperlink for cell in sheet[4])
    parts = [ReportTable(key=str(at), title="Report") for at in range(3)]
    named = openpyxl.load_workbook(io.BytesIO(report_book("", [], parts))).sheetnames
    assert len({one.casefold() for one in named}) == 4
