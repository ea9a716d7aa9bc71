"""The process that opens spreadsheets, so that a bad one ends it and not the desk.

A workbook of 1.6 kB can make the reading library abort, one of 779 kB take gigabytes. So it
runs here, under limits on memory and time, and writes rows as JSON lines. Started as
``python -m qualdesk.files.sheet_child FILE [SHEET]``; imports nothing else of the program.
"""

import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

MEGABYTE = 1 << 20
MOST_MEMORY = 1024 * MEGABYTE
MOST_SECONDS = 60
MOST_BYTES = 50 * MEGABYTE
MOST_UNPACKED = 300 * MEGABYTE
MOST_ENTRIES = 1_000
MOST_ROWS = 200_000
MOST_COLUMNS = 512
MOST_CHARACTERS = 32_767


class SheetRefused(Exception):
    """This workbook cannot be read. Save it anew as XLSX or CSV and try again."""


def main(arguments: list[str]) -> int:
    """Write the chosen sheet to standard output; 0 when it is whole, 2 when it is refused."""
    limit_this_process()
    try:
        for line in read_sheet(Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""):
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
    except SheetRefused as refused:
        sys.stdout.write("\n" + json.dumps({"refused": str(refused)}) + "\n")
        return 2
    return 0


def limit_this_process() -> None:
    """Let the system end this process before it takes the computer's memory or time."""
    if sys.platform == "win32":  # there the parent's time limit is the only one
        return
    import resource
    import signal

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(MOST_SECONDS + 5)


def read_sheet(path: Path, wanted: str) -> Iterator[Any]:
    """First what the workbook holds, then each row as a list of texts, then the end.

    Raises:
        SheetRefused: it cannot be read, with the sentence that says why.
    """
    kind = check_before_reading(path)
    # Calamine's faults are many classes and a panic; each means that this file is no use.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = book.sheets_metadata
        visible = [s.name for s in sheets if s.visible == SheetVisibleEnum.Visible]
        hidden = [s.name for s in sheets if s.name not in visible]
        if wanted and wanted not in (*visible, *hidden):
            raise SheetRefused(f"There is no sheet “{wanted}” in this workbook.")
        for name in (wanted,) if wanted else (*visible, *hidden):
            sheet = book.get_sheet_by_name(name)
            if sheet.height:
                break
        else:
            raise SheetRefused("This workbook is empty. Export the list again.")
        yield {"sheet": name, "sheets": visible, "hidden": hidden, "format": kind}
        yield from _rows(sheet)
    except PasswordError:
        raise SheetRefused(
            "This workbook is protected by a password. Save a copy without one and load that."
        ) from None
    except (CalamineError, MemoryError, OSError, ValueError) as error:
        raise SheetRefused(str(SheetRefused.__doc__)) from error
    yield {"end": True}


def check_before_reading(path: Path) -> str:
    """The kind of workbook; its size, and what it says it unpacks to, are looked at first.

    Raises:
        SheetRefused: a limit is passed, or what is packed is no workbook.
    """
    if path.stat().st_size > MOST_BYTES:
        raise SheetRefused("This workbook is over 50 MB. Save the list as CSV and load that.")
    with path.open("rb") as stream:
        if stream.read(2) != b"PK":
            return "xls"
    try:
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SheetRefused(str(SheetRefused.__doc__)) from error
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise SheetRefused(
            "This workbook unpacks to far more than a list. Save only the list, as CSV."
        )
    names = {entry.filename.lower().replace("\\", "/").lstrip("/") for entry in entries}
    for inside, kind in (("workbook.bin", "xlsb"), ("content.xml", "ods"), ("workbook", "xlsx")):
        if any(inside in name for name in names):
            return kind
    raise SheetRefused("This is a compressed file, not a list. Unpack it and load what is in it.")


def text_of(cell: object) -> str:
    """A cell as the text a person would see: whole numbers without the decimal point."""
    if isinstance(cell, str):
        return cell[:MOST_CHARACTERS]
    if cell is None:
        return ""
    for kind, said in _SAID:
        if isinstance(cell, kind):
            return said(cell)
    return str(cell)


def _float_text(cell: float) -> str:
    # Spreadsheets keep every number as a quantity: 12125550100.0 is a telephone number.
    return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)


def _moment_text(cell: datetime) -> str:
    return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")


def _rows(sheet: Any) -> Iterator[list[str]]:
    height, width = sheet.total_height + 1, sheet.total_width + 1
    if height > MOST_ROWS:
        raise SheetRefused(
            f"This sheet has {height:,} rows, over {MOST_ROWS:,}. Save it as CSV and load that."
        )
    if width > MOST_COLUMNS:
        raise SheetRefused(f"This sheet has {width:,} columns. Keep those of the list and save it.")
    for row in sheet.to_python(skip_empty_area=False):
        yield [text_of(cell) for cell in row]


_EXACT = float(1 << 53)
# In this order: True is a number too, and a moment is a date too.
_SAID: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda cell: "yes" if cell else "no"),
    (float, _float_text),
    (datetime, _moment_text),
    (date, date.isoformat),
    (time, time.isoformat),
)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
