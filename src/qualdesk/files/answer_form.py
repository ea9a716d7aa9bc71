"""The answer sheet of a batch as it leaves: a row per lead, drop-downs, and room for words."""

import io
from datetime import UTC
from typing import Any

from qualdesk.core.amounts import CURRENCIES
from qualdesk.core.handoff import Package, full_day
from qualdesk.core.wording import english
from qualdesk.files.lead_tables import WORKBOOK_OPTIONS, cell_text

TAKES = "takes"
SENDS_BACK = "sends back"
HEADINGS = (
    *("Lead ID", "Batch", "Name", "Company", "Takes it?", "Reason", "Note"),
    *("Opportunity ID", "Amount", "Currency"),
)
SHEET = "Answers"
FACTS = "qualdesk"
"""The hidden sheet: the words of the drop-downs, and what the file says of itself."""
FACTS_COLUMN = 2
"""Where in it: the batch's number, the batch in words, then everybody it was made for."""


@english()
def answer_sheet(package: Package) -> bytes:
    """The XLSX sales fills in and sends back.

    Everything but the answers is protected, without a password: it guards against a slip of
    the hand. Batch and receivers also stand in a hidden sheet and in the file's properties, and
    so does when the batch was made: the same batch is the same file whenever it is written.
    """
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, WORKBOOK_OPTIONS) as book:
        sheet = book.add_worksheet(SHEET)
        choices = book.add_worksheet(FACTS)
        choices.hide()
        _fill_choices(choices, package)
        _fill_sheet(book, sheet, package)
        book.set_custom_property("qualdesk batch", str(package.batch_id), "text")
        book.set_custom_property("qualdesk receiver", cell_text(package.receiver)[:255], "text")
        book.set_properties(
            {
                "title": cell_text(package.title)[:255],
                "author": "qualdesk",
                "created": package.made_at.astimezone(UTC),
            }
        )
    return file.getvalue()


def _fill_choices(sheet: Any, package: Package) -> None:
    """The words of the drop-downs: in cells, since a list in the rule itself holds 255 letters."""
    for row, word in enumerate((TAKES, SENDS_BACK)):
        sheet.write_string(row, 0, word)
    for row, reason in enumerate(package.reasons):
        sheet.write_string(row, 1, cell_text(reason))
    people = (one.name for one in package.receivers)
    for row, fact in enumerate((str(package.batch_id), package.title, *people)):
        sheet.write_string(row, FACTS_COLUMN, cell_text(fact))
    for row, currency in enumerate(CURRENCIES):
        sheet.write_string(row, 3, currency)
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
    """The drop-downs, each with what it asks as a hint."""
    last = max(1, len(package.items))
    by = f"Answer by {full_day(package.answer_by)}."
    choose = "Choose “takes” or “sends back”."
    _offer_list(sheet, 4, last, "$A$1:$A$2", ("Takes it?", by, choose))
    if package.reasons:
        hint = "Only for a lead you send back."
        choose = "Choose one of the reasons. Own words go under Note."
        source = f"$B$1:$B${len(package.reasons)}"
        _offer_list(sheet, 5, last, source, ("Reason", hint, choose))
    hint = "Of the opportunity, if there is one already."
    choose = "Choose the three letters of a currency, such as EUR."
    _offer_list(sheet, 9, last, f"$D$1:$D${len(CURRENCIES)}", ("Currency", hint, choose))


def _offer_list(
    sheet: Any, column: int, last: int, source: str, says: tuple[str, str, str]
) -> None:
    title, hint, choose = says
    rule = {
        "validate": "list",
        "source": f"={FACTS}!{source}",
        "input_title": title,
        "input_message": hint,
        "error_title": "Please choose",
        "error_message": choose,
    }
    sheet.data_validation(1, column, last, column, rule)


_WIDTHS = (4, 4, 26, 26, 14, 26, 48, 18, 14, 10)
