"""Workbooks made for a test: as a person would save them, and as nobody should."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

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


def large_cell(path: Path, megabytes: int) -> Path:
    """A workbook with one cell as large as that, itself a thousandth of it."""
    mega = b"x" * (1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as stream:
            stream.write(_SHEET + b'<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c>')
            stream.write(b'</row><row r="2"><c r="A2" t="inlineStr"><is><t>')
            for _ in range(megabytes):
                stream.write(mega)
            stream.write(b"</t></is></c></row></sheetData></worksheet>")
    return path


def many_cells(path: Path, rows: int, columns: int) -> Path:
    """A workbook with as many numbers as that, headings above them."""
    row = b"".join(b"<c><v>%d</v></c>" % (n + 10_000_000) for n in range(columns))
    heads = b"".join(b'<c t="inlineStr"><is><t>H%d</t></is></c>' % n for n in range(columns))
    sheet = b"<row>%b</row>" % heads + b"<row>%b</row>" % row * rows
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content)
        archive.writestr("xl/worksheets/sheet1.xml", _SHEET + sheet + b"</sheetData></worksheet>")
    return path


def lying(source: Path, path: Path, says: int) -> Path:
    """The same archive, its largest file declared to be as small as that."""
    with zipfile.ZipFile(source) as archive:
        largest = max(archive.infolist(), key=lambda entry: entry.file_size)
    content = source.read_bytes()
    told = content.replace(struct.pack("<L", largest.file_size), struct.pack("<L", says))
    assert told != content
    path.write_bytes(told)
    return path


def endless_ods(path: Path) -> Path:
    """A table of 17 billion cells, each of them filled, in a kilobyte."""
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
        ' table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    return _ods(path, row)


def ods(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """An open document with a table of texts."""

    def cell(text: str) -> str:
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(text)}</text:p></table:table-cell>"
        )

    lines = ("".join(map(cell, row)) for row in rows)
    return _ods(path, "".join(f"<table:table-row>{line}</table:table-row>" for line in lines))


def xls(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A workbook as Excel wrote it until 2003, with a sheet of texts and a number a row."""
    cells = b""
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            letters = text.encode("utf-16-le")
            label = struct.pack("<4HB", at, column, 15, len(letters) // 2, 1) + letters
            cells += _biff(0x204, label)
        cells += _biff(0x203, struct.pack("<3Hd", at, len(row), 15, 12125550100.0))
    size = struct.pack("<2L3H", 0, len(rows), 0, len(rows[0]) + 1, 0)
    page = _biff(0x809, struct.pack("<4H8x", 0x600, 0x10, 0, 0)) + _biff(0x200, size) + cells
    start = _biff(0x809, struct.pack("<4H8x", 0x600, 5, 0, 0))
    bound = struct.pack("<LBBBB", len(start) + 4 + 13 + 4, 0, 0, 5, 0) + b"Leads"
    book = start + _biff(0x85, bound) + _biff(0x0A, b"") + page + _biff(0x0A, b"")
    return compound_file(path, {"Workbook": book})


def compound_file(path: Path, streams: dict[str, bytes]) -> Path:
    """A file as Office wrote them until 2003: a small disk with streams on it."""
    sectors: list[bytes] = []
    chains: list[int] = []
    entries = [_entry("Root Entry", kind=5, child=1 if streams else -1)]
    for place, (name, content) in enumerate(streams.items(), start=1):
        filled = content.ljust(4096, b"\0")
        parts = [filled[at : at + 512].ljust(512, b"\0") for at in range(0, len(filled), 512)]
        first = 2 + len(sectors)
        chains += [*range(first + 1, first + len(parts)), -2]
        sectors += parts
        right = place + 1 if place < len(streams) else -1
        entries.append(_entry(name, kind=2, right=right, start=first, size=len(filled)))
    head = struct.pack(
        "<8s16x5H6x9l",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, -2, 0, -2, 0),
    )
    table = struct.pack("<128l", *([-3, -2, *chains] + [-1] * (126 - len(chains))))
    disk = head + struct.pack("<109l", 0, *[-1] * 108)
    path.write_bytes(disk + table + b"".join(entries).ljust(512, b"\0") + b"".join(sectors))
    return path


def _entry(
    name: str, *, kind: int, right: int = -1, child: int = -1, start: int = 0, size: int = 0
) -> bytes:
    letters = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBB3l16x4x16xlQ", letters, len(letters) + 2, kind, 1, -1, right, child, start, size
    )


def _biff(kind: int, content: bytes) -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


def _ods(path: Path, rows: str) -> Path:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Leads">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        path,
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": content.encode(),
        },
    )


_SHEET = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_PARTS = {
    "[Content_Types].xml": (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="xml" ContentType="application/xml"/></Types>'
    ),
    "_rels/.rels": (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.'
        b'org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
    "xl/workbook.xml": (
        b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
    ),
}
