"""A report as a workbook: a sheet for each part, numbers as numbers, rates as live formulas."""

import io
import re
from collections.abc import Sequence
from typing import Any

from qualdesk.core.report_cells import (
    FEW,
    Each,
    Edge,
    Money,
    Rate,
    ReportTable,
    Total,
    Value,
    text_of,
)
from qualdesk.core.wording import english
from qualdesk.files.lead_tables import WORKBOOK_OPTIONS, cell_text


@english()
def report_book(title: str, says: Sequence[str], tables: Sequence[ReportTable]) -> bytes:
    """An XLSX. Its first sheet says what it is; text that came from outside is never run.

    A rate is worked out by the workbook from the cells beside it, and so are sums and what each
    has cost: whoever changes a number sees what follows.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, WORKBOOK_OPTIONS) as book:
        looks = _Looks(book)
        _write_first(book, looks, title, says)
        taken = {_FIRST.casefold()}
        for table in tables:
            _write(book.add_worksheet(_sheet_name(table.title, taken)), looks, table)
    return file.getvalue()


class _Looks:
    """How cells look: made once each, as the workbook wants it."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._kept: dict[str, Any] = {}
        self.text = book.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.bold = book.add_format({"num_format": "@", "bold": True, "text_wrap": True})
        self.title = book.add_format({"num_format": "@", "bold": True, "font_size": 14})

    def number(self, form: str) -> Any:
        """A number in this form."""
        if form not in self._kept:
            self._kept[form] = self._book.add_format({"num_format": form, "valign": "top"})
        return self._kept[form]

    def money(self, currency: str) -> Any:
        """An amount with the currency behind it, which is no part of the number."""
        # Within quotes: what people wrote there is no part of the format.
        plain = re.sub(r'["\\\x00-\x1f]', "", currency)[:12]
        return self.number(f'#,##0.00" {plain}"' if plain else "#,##0.00")


def _write_first(book: Any, looks: _Looks, title: str, says: Sequence[str]) -> None:
    sheet = book.add_worksheet(_FIRST)
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, cell_text(title), looks.title)
    for row, line in enumerate(says, start=2):
        sheet.write_string(row, 0, cell_text(line), looks.wrapped)
    _set_up(sheet)


def _write(sheet: Any, looks: _Looks, table: ReportTable) -> None:
    sheet.write_string(0, 0, cell_text(table.title), looks.title)
    row = 1
    for line in table.says:
        sheet.write_string(row, 0, cell_text(line), looks.text)
        row += 1
    head = row + 1
    for column, heading in enumerate(table.headings):
        sheet.write_string(head, column, cell_text(heading), looks.bold)
        cells = [text_of(values[column]) for values in table.rows]
        widest = max([len(heading) // 2, 8, *map(len, cells)])
        sheet.set_column(column, column, min(60, widest + 3))
    for at, values in enumerate(table.rows, start=head + 1):
        for column, value in enumerate(values):
            _write_cell(sheet, looks, (at, column, head + 1), value)
    if table.headings:
        sheet.freeze_panes(head + 1, 0)
    _set_up(sheet)


def _write_cell(sheet: Any, looks: _Looks, at: tuple[int, int, int], value: Value) -> None:
    """One cell; ``at`` is its row, its column, and the first row of the table's values."""
    row, column, first = at
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, column, cell_text(value), looks.text)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, looks.number("#,##0"))
    elif isinstance(value, Money):
        sheet.write_number(row, column, float(value.amount), looks.money(value.currency))
    elif isinstance(value, Edge):
        if value.share is not None:
            sheet.write_number(row, column, value.share, looks.number("0%"))
    elif isinstance(value, Total):
        span = f"{_cell(first, column)}:{_cell(row - 1, column)}"
        formula = f"=SUM({span})" if row > first else "=0"
        sheet.write_formula(row, column, formula, looks.number("#,##0"), value.count)
    elif isinstance(value, Rate):
        _write_rate(sheet, looks, at, value)
    else:
        _write_each(sheet, looks, at, value)


def _write_rate(sheet: Any, looks: _Looks, at: tuple[int, int, int], rate: Rate) -> None:
    row, column, _ = at
    yes, of = _cell(row, rate.yes_at), _cell(row, rate.of_at)
    formula = f'=IF({of}=0,"",IF({of}<{FEW},{yes}&" of "&{of},{yes}/{of}))'
    share = rate.share
    shown: float | str = rate.says if share.of < FEW else share.yes / share.of
    sheet.write_formula(row, column, formula, looks.number("0%"), shown)


def _write_each(sheet: Any, looks: _Looks, at: tuple[int, int, int], each: Each) -> None:
    row, column, _ = at
    cost, count = _cell(row, each.cost_at), _cell(row, each.count_at)
    formula = f'=IF(OR({count}=0,{cost}=""),"",{cost}/{count})'
    amount: float | str = "" if each.money is None else float(each.money.amount)
    currency = each.money.currency if each.money else ""
    sheet.write_formula(row, column, formula, looks.money(currency), amount)


def _set_up(sheet: Any) -> None:
    """A4 on its side, as wide as the page: a sheet is printed whole."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name a sheet can have: short, without the signs workbooks forbid, there once."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST].strip("' ") or "Part"
    name, number = plain, 2
    while name.casefold() in taken:
        name, number = f"{plain[: _LONGEST - 3]} {number}", number + 1
    taken.add(name.casefold())
    return name


def _cell(row: int, column: int) -> str:
    # A table of a report has fewer columns than there are letters.
    return f"{chr(ord('A') + column)}{row + 1}"


_FIRST = "Report"
_A4 = 9
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
