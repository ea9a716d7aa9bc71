"""The leads of a batch as tables: one set of columns, as a spreadsheet and as two kinds of CSV.

A cell is always text. Spreadsheet programs run what starts like a formula (CWE-1236), and
lead fields come from strangers.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import Literal

from qualdesk.core.crm_sources import SOURCES
from qualdesk.core.handoff import Evidence, Package, Standing
from qualdesk.core.wording import english

Rows = Sequence[Sequence[str]]


@english()
def columns_of(package: Package) -> tuple[str, ...]:
    """The headings of the batch's tables: the fixed ones, then one per criterion."""
    fixed = (heading for heading, _ in _COLUMNS)
    return (*_CLIENT[: bool(package.client)], *fixed, *_criterion_headings(package))


@english()
def rows_of(package: Package) -> list[list[str]]:
    """The batch's leads as rows under :func:`columns_of`, in the order of the batch."""
    criteria = [criterion for criterion, _ in package.criteria]
    rows = []
    for item in package.items:
        proofs = {proof.criterion: proof for proof in item.brief.why}
        whose = [package.client] if package.client else []
        fixed = [*whose, *(SOURCES[source](item, package) for _, source in _COLUMNS)]
        rows.append([*fixed, *(_proof(proofs.get(criterion)) for criterion in criteria)])
    return rows


def csv_for_machines(headings: Sequence[str], rows: Rows) -> bytes:
    """RFC 4180 in UTF-8, every value untouched. Not for opening in a spreadsheet program."""
    return _csv(headings, rows).encode("utf-8")


def csv_for_spreadsheets(headings: Sequence[str], rows: Rows) -> bytes:
    """The same with an apostrophe before all that a spreadsheet program would run.

    Numbers like +4930... keep their plus: they are digits, not a formula. Every value stands in
    quotes, by which a program can be told that it is text. The mark at the start of the file
    tells the program that it is UTF-8.
    """
    safe = [[neutral(value) for value in row] for row in rows]
    written = _csv([neutral(heading) for heading in headings], safe, quoting=csv.QUOTE_ALL)
    return written.encode("utf-8-sig")


def neutral(value: str) -> str:
    """The value as a spreadsheet program shows it without running it."""
    if value.startswith(_DANGEROUS) and not _PHONE.fullmatch(value):
        return "'" + value
    return value


def workbook(headings: Sequence[str], rows: Rows, name: str = "Leads") -> bytes:
    """An XLSX with one sheet: every cell text, none a formula or a link."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, WORKBOOK_OPTIONS) as book:
        text = book.add_format({"num_format": "@", "valign": "top"})
        bold = book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet(name)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, cell_text(heading), bold)
            width = max([len(heading), *(len(row[column]) for row in rows[:200])])
            sheet.set_column(column, column, min(48, width + 2), text)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                sheet.write_string(number, column, cell_text(value), text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), max(0, len(headings) - 1))
    return file.getvalue()


def cell_text(value: str) -> str:
    """The value as one cell can hold it: a cell takes 32,767 characters and no others than XML's.

    What is longer is cut and says so, since a cell that is too long would be left out whole.
    """
    plain = _NOT_XML.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    units = len(plain.encode("utf-16-le")) // 2
    if units <= _CELL_LIMIT:
        return plain
    room = (_CELL_LIMIT - len(_CUT)) * 2
    return plain.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + _CUT


def _csv(headings: Sequence[str], rows: Rows, quoting: Literal[0, 1] = csv.QUOTE_MINIMAL) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=quoting)
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue()


def _criterion_headings(package: Package) -> list[str]:
    """One heading per criterion; two criteria of the same name stay told apart by their id."""
    labels = [label for _, label in package.criteria]
    return [
        f"Why: {label}" if labels.count(label) == 1 else f"Why: {label} ({criterion})"
        for criterion, label in package.criteria
    ]


def _proof(proof: Evidence | None) -> str:
    if proof is None:
        return ""
    if proof.standing is Standing.MET:
        return proof.says or proof.standing.label
    return ". ".join(part for part in (proof.standing.label, proof.says) if part)


# Where there are several clients, whose batch it is stands first.
_CLIENT = ("Client",)
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("External ID", "external_id"),
    ("Lead ID", "lead_id"),
    ("First Name", "first_name"),
    ("Last Name", "last_name"),
    ("Full Name", "full_name"),
    ("Title", "title"),
    ("Company", "company"),
    ("Phone", "phone"),
    ("Phone Extension", "phone_extension"),
    ("Second Phone", "second_phone"),
    ("Second Phone Extension", "second_phone_extension"),
    ("More Phones", "more_phones"),
    ("Email", "email"),
    ("More Emails", "more_emails"),
    ("City", "city"),
    ("Postal Code", "postal_code"),
    ("State or Province", "state"),
    ("Country", "country"),
    ("Lead Source", "lead_source"),
    ("Campaign", "campaign"),
    ("waterfall_stage", "waterfall_stage"),
    ("Points", "points"),
    ("In One Line", "in_one_line"),
    ("Next Step", "next_step"),
    ("What They Said", "said"),
    ("Note", "note"),
    ("Permission", "permission"),
    ("Called By", "called_by"),
    ("Call Date", "call_date"),
    ("AAPOR Code", "aapor"),
    ("Definition Version", "definition"),
    ("Frameworks", "frameworks"),
    ("Batch", "batch"),
    ("Receiver", "receiver"),
    ("Answer By", "answer_by"),
)

# Kept out of temporary files, which a full disk elsewhere could spoil; text stays text.
WORKBOOK_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_PHONE = re.compile(r"\+\d{7,15}")
# The full-width forms run as formulas too, where a Japanese keyboard is usual.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - they are meant
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_LIMIT = 32_767
_CUT = "… (cut here: the whole text is in leads.jsonl)"
