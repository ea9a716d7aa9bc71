"""Workbooks made for a test: as a person would save them, and as nobody should."""

import zipfile
from pathlib import Path

import xlsxwriter


def sheet(path: Path, rows: list[list[object]], **more: object) -> Path:
    """A workbook with a sheet Leads, and others by name that are hidden or not."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Leads")
    for at, row in enumerate(rows):
        page.write_row(at, 0, row)
    for name, hidden in more.items():
        other = book.add_worksheet(name)
        other.write(0, 0, "x")
        if hidden:
            other.hide()
    book.close()
    return path


def packed(path: Path, files: dict[str, bytes]) -> Path:
    """Files packed into one."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def with_sheet(source: Path, path: Path, content: bytes) -> Path:
    """The same workbook, with other content in its first sheet."""
    with zipfile.ZipFile(source) as old:
        files = {name: old.read(name) for name in old.namelist()}
    files["xl/worksheets/sheet1.xml"] = content
    return packed(path, files)


def cell_of(megabytes: int) -> bytes:
    """A sheet with one row of headings and one cell as large as that."""
    return (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>'
        + b"x" * (megabytes << 20)
        + b"</t></is></c></row></sheetData></worksheet>"
    )
