"""The answer sheet of a batch as it leaves: a row per lead, two drop-downs and a note."""

import io
from collections.abc import Sequence
from typing import Any

from qualdesk.core.handoff import Package, full_day
from qualdesk.core.wording import english
from qualdesk.files.lead_tables import WORKBOOK_OPTIONS, cell_text

TAKES = "takes"
SENDS_BACK = "sends back"
HEADINGS = ("Lead ID", "Batch", "Name", "Company", "Takes it?", "Reason", "Note")
SHEET = "Answers"


@english()
def answer_sheet(package: Package) -> bytes:
    """The XLSX sales fills in and sends back.

    Everything but the answers is protected, without a password: it guards against a slip of
    the hand. The batch also stands in a hidden sheet and in the file's properties.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, WORKBOOK_OPTIONS) as book:
        sheet = book.add_worksheet(SHEET)
        choices = book.add_worksheet("qualdesk")
        choices.hide()
        _fill_choices(choices, package)
        _fill_sheet(book, sheet, package)
        book.set_custom_property("qualdesk batch", str(package.batch_id), "text")
        book.set_properties({"title": cell_text(package.title)[:255], "author": "qualdesk"})
    return file.getvalue()


def _fill_choices(sheet: Any, package: Package) -> None:
    """The words of the drop-downs: in cells, since a list in the rule itself holds 255 letters."""
    for row, word in enumerate((TAKES, SENDS_BACK)):
        sheet.write_string(row, 0, word)
    for row, reason in enumerate(package.reasons):
        sheet.write_string(row, 1, cell_text(reason))
    sheet.write_string(0, 2, str(package.batch_id))
    sheet.write_string(1, 2, cell_text(package.title))
    sheet.protect()


def _fill_sheet(book: Any, sheet: Any, package: Package) -> None:
    bold = book.add_format({"num_format": "@", "bold": True})
    fixed = book.add_format({"num_format": "@", "valign": "top", "font_color": "#434F61"})
    free = book.add_format(
        {"num_format": "@", "valign": "top", "locked": False, "bg_color": "#FDF1DA"}
    )
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.write_string(0, column, heading, bold)
        sheet.set_column(column, column, width)
    for row, item in enumerate(package.items, start=1):
        contact = item.lead.contact
        cells = (item.id, package.title, contact.name, contact.company_name)
        for column, value in enumerate(cells):
            sheet.write_string(row, column, cell_text(value), fixed)
        for column in range(len(cells), len(HEADINGS)):
            sheet.write_blank(row, column, None, free)
    _offer(sheet, package)
    sheet.freeze_panes(1, 0)
    # The id is for the way back: narrow, so that the eye starts at the name.
    sheet.set_column(0, 1, 4)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})


def _offer(sheet: Any, package: Package) -> None:
    """The two drop-downs, with what they ask as a hint."""
    last = max(1, len(package.items))
    sheet.data_validation(
        1,
        4,
        last,
        4,
        {
            "validate": "list",
            "source": "=qualdesk!$A$1:$A$2",
            "input_title": "Takes it?",
            "input_message": f"Answer by {full_day(package.answer_by)}.",
            "error_title": "Please choose",
            "error_message": "Choose “takes” or “sends back”.",
        },
    )
    if package.reasons:
        _offer_reasons(sheet, last, package.reasons)


def _offer_reasons(sheet: Any, last: int, reasons: Sequence[str]) -> None:
    sheet.data_validation(
        1,
        5,
        last,
        5,
        {
            "validate": "list",
            "source": f"=qualdesk!$B$1:$B${len(reasons)}",
            "input_title": "Reason",
            "input_message": "Only for a lead you send back.",
            "error_title": "Please choose",
            "error_message": "Choose one of the reasons. Own words go under Note.",
        },
    )


_WIDTHS = (4, 4, 26, 26, 14, 26, 48)
