"""A file in words: its format, its letters, what parts its columns."""

from typing import TYPE_CHECKING, Final

from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import ENCODINGS, USUAL_ENCODING
from qualdesk.core.wording import tr, tr_later

if TYPE_CHECKING:
    from qualdesk.desk.intake import Preview

_FORMATS: Final = {
    "csv": tr_later("Text (CSV)"),
    "tsv": tr_later("Text (TSV)"),
    "xlsx": tr_later("Excel (XLSX)"),
    "xlsb": tr_later("Excel (XLSB)"),
    "xls": tr_later("Excel 97 (XLS)"),
    "ods": tr_later("OpenDocument (ODS)"),
}
DELIMITERS: Final = (",", ";", "\t", "|")
DELIMITER_NAMES: Final = (
    tr_later("Comma"),
    tr_later("Semicolon"),
    tr_later("Tab"),
    tr_later("Upright bar"),
)
# A preview holds this many rows from the top; fewer of them are the whole file.
_SHOWN_FROM_THE_TOP: Final = 40


def row_count(found: "Preview") -> tuple[int, bool]:
    """How many rows the list has, and whether that is exact or only about so many."""
    below = [cells for number, cells in found.top_rows if number > found.header_row]
    if len(found.top_rows) < _SHOWN_FROM_THE_TOP:
        return sum(1 for cells in below if any(map(str.strip, cells))), True
    return found.rows, not found.delimiter


def letters_name(encoding: str) -> str:
    """The letters of a text file as the menu calls them."""
    plain = encoding.replace("-sig", "")
    known = dict(ENCODINGS).get(plain)
    return tr(known) if known else plain.upper()


def format_name(code: str) -> str:
    """The kind of a file in words, by its ending."""
    known = _FORMATS.get(code)
    return tr(known) if known else code.upper()


def are_letters_certain(found: "Preview", form: ListForm) -> bool:
    """Whether the letters were found and not assumed: only then nothing is asked."""
    return not form.encoding and found.encoding != USUAL_ENCODING


def header_says(found: "Preview", form: ListForm) -> str:
    """What is to be said of the row of the headings; nothing where it is the first one."""
    if found.header_row == 0:
        return tr("No row holds headings. The columns are named by their place.")
    if form.header_row is not None:
        return tr("Row {row} holds the headings.", row=found.header_row)
    if found.header_row == 1:
        return ""
    return tr("Row {row} looks like the header.", row=found.header_row)


def letter_of(column: int) -> str:
    """The name of a column as spreadsheets have it: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
