"""Formulas in a workbook that were never worked out: to a reader their cells are empty.

A program that writes workbooks without opening them leaves formulas so. Who reads "This is
empty" at a cell that shows words would look for the fault in vain.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

# Far more than a sheet of questions takes; what lies behind it is read as an empty cell.
_MOST_BYTES = 5_000_000


def unfinished_formulas(path: Path, sheet: str) -> Iterator[tuple[int, int]]:
    """Row and column, from 1, of each formula without a value; none but in an XLSX or XLSM."""
    try:
        with zipfile.ZipFile(path) as book:
            part = _part_of(book, sheet)
            text = _read(book, part) if part else b""
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError):
        return
    for cell in _CELL.finditer(text):
        if b"<f" in cell["body"] and not _VALUE.search(cell["body"]):
            yield int(cell["row"]), _number(cell["column"].decode())


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """The file inside the workbook that holds the sheet of that name; empty for none."""
    names = {
        said.get(b"name", b"").decode(errors="replace"): said.get(b"r:id", b"")
        for said in _elements(_read(book, "xl/workbook.xml"), b"sheet")
    }
    for said in _elements(_read(book, "xl/_rels/workbook.xml.rels"), b"Relationship"):
        if names.get(sheet) and said.get(b"Id") == names[sheet]:
            target = said.get(b"Target", b"").decode(errors="replace")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _elements(text: bytes, name: bytes) -> Iterator[dict[bytes, bytes]]:
    for found in re.finditer(rb"<" + name + rb"\s([^<>]*)>", text):
        yield dict(_ATTRIBUTE.findall(found[1]))


def _read(book: zipfile.ZipFile, part: str) -> bytes:
    with book.open(part) as stream:
        return stream.read(_MOST_BYTES)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


_ATTRIBUTE = re.compile(rb"([\w:]{1,40})=\"([^\"]*)\"")
# No part of it crosses the next cell: a file of cells that never end would cost hours.
_CELL = re.compile(
    rb"<c r=\"(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})\"(?:[^<>/]|/(?!>))*>"
    rb"(?P<body>(?:(?!<c ).)*?)</c>",
    re.DOTALL,
)
_VALUE = re.compile(rb"<v[^>]*>[^<]|<is>")
