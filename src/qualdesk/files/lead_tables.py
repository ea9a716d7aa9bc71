"""The leads of a batch as tables: one set of columns, as a spreadsheet and as two kinds of CSV.

A cell is always text. Spreadsheet programs run what starts like a formula (CWE-1236), and
lead fields come from strangers.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

from qualdesk.core.handoff import Evidence, HandoffItem, Package, Standing, waterfall_stage
from qualdesk.core.leads import Bucket, Phone
from qualdesk.core.times import local_time
from qualdesk.core.wording import english

Rows = Sequence[Sequence[str]]


@english()
def columns_of(package: Package) -> tuple[str, ...]:
    """The headings of the batch's tables: the fixed ones, then one per criterion."""
    return (*(heading for heading, _ in _COLUMNS), *_criterion_headings(package))


@english()
def rows_of(package: Package) -> list[list[str]]:
    """The batch's leads as rows under :func:`columns_of`, in the order of the batch."""
    criteria = [criterion for criterion, _ in package.criteria]
    rows = []
    for item in package.items:
        proofs = {proof.criterion: proof for proof in item.brief.why}
        fixed = [say(item, package) for _, say in _COLUMNS]
        rows.append([*fixed, *(_proof(proofs.get(criterion)) for criterion in criteria)])
    return rows


def csv_for_machines(headings: Sequence[str], rows: Rows) -> bytes:
    """RFC 4180 in UTF-8, every value untouched. Not for opening in a spreadsheet program."""
    return _csv(headings, rows).encode("utf-8")


def csv_for_spreadsheets(headings: Sequence[str], rows: Rows) -> bytes:
    """The same with an apostrophe before all that a spreadsheet program would run.

    Numbers like +4930... keep their plus: they are digits, not a formula. The mark at the
    start of the file tells the program that it is UTF-8.
    """
    safe = [[neutral(value) for value in row] for row in rows]
    return _csv([neutral(heading) for heading in headings], safe).encode("utf-8-sig")


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


def _csv(headings: Sequence[str], rows: Rows) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
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


def _phones(item: HandoffItem) -> tuple[Phone, ...]:
    return item.lead.contact.dialable


def _phone(item: HandoffItem, place: int) -> str:
    phones = _phones(item)
    return phones[place].e164 if place < len(phones) else ""


def _extension(item: HandoffItem, place: int) -> str:
    phones = _phones(item)
    return phones[place].extension if place < len(phones) else ""


def _call_date(item: HandoffItem) -> str:
    call = item.last_call
    return (
        local_time(call.started_at, item.brief.comes_from.zone).date().isoformat() if call else ""
    )


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(part for part in parts if part)


_Say = Callable[[HandoffItem, Package], str]
_COLUMNS: tuple[tuple[str, _Say], ...] = (
    ("External ID", lambda item, _: item.lead.external_id),
    ("Lead ID", lambda item, _: item.id),
    ("First Name", lambda item, _: item.lead.contact.first_name),
    ("Last Name", lambda item, _: item.lead.contact.last_name or item.lead.contact.name),
    ("Full Name", lambda item, _: item.lead.contact.name),
    ("Title", lambda item, _: item.lead.contact.title),
    ("Company", lambda item, _: item.lead.contact.company_name),
    ("Phone", lambda item, _: _phone(item, 0)),
    ("Phone Extension", lambda item, _: _extension(item, 0)),
    ("Second Phone", lambda item, _: _phone(item, 1)),
    ("Second Phone Extension", lambda item, _: _extension(item, 1)),
    ("More Phones", lambda item, _: _joined(phone.e164 for phone in _phones(item)[2:])),
    ("Email", lambda item, _: next(iter(item.lead.contact.emails), "")),
    ("More Emails", lambda item, _: _joined(item.lead.contact.emails[1:])),
    ("City", lambda item, _: item.lead.contact.city),
    ("Postal Code", lambda item, _: item.lead.contact.postcode),
    ("State or Province", lambda item, _: item.lead.contact.subdivision),
    ("Country", lambda item, _: item.lead.contact.country),
    ("Lead Source", lambda item, _: item.brief.comes_from.source),
    ("Campaign", lambda _, package: package.campaign),
    ("waterfall_stage", lambda _item, _package: waterfall_stage(Bucket.IN_BATCH)),
    ("Points", lambda item, _: "" if item.brief.points is None else str(item.brief.points)),
    ("In One Line", lambda item, _: item.brief.in_one_line),
    ("Next Step", lambda item, _: " ".join(item.brief.do_next)),
    ("What They Said", lambda item, _: _joined(item.brief.said)),
    ("Note", lambda item, _: item.brief.note),
    ("Permission", lambda item, _: item.brief.permission),
    ("Called By", lambda item, _: item.last_call.caller if item.last_call else ""),
    ("Call Date", lambda item, _: _call_date(item)),
    ("AAPOR Code", lambda item, _: item.last_call.aapor if item.last_call else ""),
    ("Definition Version", lambda item, _: item.brief.comes_from.definition),
    ("Frameworks", lambda item, _: " ".join(item.brief.frameworks)),
    ("Batch", lambda _, package: package.title),
    ("Receiver", lambda _, package: package.receiver),
    ("Answer By", lambda _, package: package.answer_by.isoformat()),
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
