"""Opening lists by what is in them: loaded, or refused once in a plain sentence (complaint 6)."""

import codecs
import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.errors import ListRefused
from qualdesk.core.list_choices import ListForm
from qualdesk.files.lists import RawTable, open_list

HEADINGS = ("Name", "Phone", "City")
ROWS = [["Anna Berg", "030 23125 417", "Berlin"], ["Jürgen Groß", "040 66969 214", "Köln"]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def lines(delimiter: str = ",", end: str = "\n") -> str:
    return end.join(delimiter.join(row) for row in (HEADINGS, *ROWS)) + end


def cells(table: RawTable) -> list[list[str]]:
    return [row for _, row in table.rows()]


def numbers(table: RawTable) -> list[int]:
    return [number for number, _ in table.rows()]


def opened(path: Path, content: bytes | str) -> RawTable:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with open_list(path) as table:
        return table


@pytest.mark.parametrize(
    ("encode", "named"),
    [
        (lambda text: text.encode(), "utf-8"),
        (lambda text: codecs.BOM_UTF8 + text.encode(), "utf-8-sig"),
        (lambda text: text.encode("utf-16"), "utf-16-le"),
        (lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "utf-16-be"),
        (lambda text: text.encode("utf-16-le"), "utf-16-le"),
        (lambda text: text.encode("utf-16-be"), "utf-16-be"),
        (lambda text: text.encode("utf-32"), "utf-32"),
        (lambda text: text.encode("cp1252"), "cp1252"),
    ],
)
def test_every_usual_encoding_is_read(file: Path, encode: object, named: str) -> None:
    table = opened(file, encode(lines()))  # type: ignore[operator]
    assert (table.encoding, table.headings, cells(table)) == (named, HEADINGS, ROWS)


def test_a_person_can_choose_another_encoding_and_delimiter(file: Path) -> None:
    file.write_bytes("Name;Stadt\nZieliński;Łódź\n".encode("cp1250"))
    with open_list(file, ListForm(encoding="cp1250", delimiter=";")) as table:
        assert cells(table) == [["Zieliński", "Łódź"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_delimiter_and_line_end_is_read(file: Path, delimiter: str, end: str) -> None:
    table = opened(file, lines(delimiter, end))
    assert (table.delimiter, table.headings, cells(table)) == (delimiter, HEADINGS, ROWS)


def test_commas_inside_cells_do_not_make_columns(file: Path) -> None:
    text = "Name;Company;Amount\n" + "".join(f'P{n};"Acme, Co";1,5\n' for n in range(20))
    table = opened(file, text)
    assert table.delimiter == ";"
    assert {len(row) for row in cells(table)} == {3}


def test_a_list_of_one_column_is_a_list(file: Path) -> None:
    table = opened(file, "E-mail\na@b.example\nc.d@e.example\n")
    assert (table.headings, cells(table)) == (("E-mail",), [["a@b.example"], ["c.d@e.example"]])


def test_a_line_that_names_the_delimiter_is_obeyed_and_is_no_row(file: Path) -> None:
    table = opened(file, "sep=;\n" + lines(";"))
    assert (table.headings, table.header_row, cells(table)) == (HEADINGS, 2, ROWS)


def test_zero_characters_are_dropped(file: Path) -> None:
    table = opened(file, lines().replace("Berlin", "Ber\0lin"))
    assert cells(table)[0][2] == "Berlin"


def test_lines_above_the_headings_are_skipped_and_rows_keep_their_numbers(file: Path) -> None:
    text = "Leads of the fair;;\n\nExported 16.03.2026;;\n" + lines(";")
    table = opened(file, text)
    assert (table.headings, table.header_row) == (HEADINGS, 4)
    assert numbers(table) == [5, 6]


def test_blank_rows_are_no_rows_and_move_no_number(file: Path) -> None:
    table = opened(file, "Name,Phone\n\nA,1\n,\n  ,\nB,2\n")
    assert list(table.rows()) == [(3, ["A", "1"]), (6, ["B", "2"])]


def test_a_file_without_headings_loses_no_row(file: Path) -> None:
    table = opened(file, "Anna,anna@berg.example,030 23125 417\nBen,ben@thal.example,1\n")
    assert (table.header_row, table.headings) == (0, ("Column 1", "Column 2", "Column 3"))
    assert len(cells(table)) == 2


def test_a_person_can_say_where_the_headings_are(file: Path) -> None:
    file.write_text("A,B\nC,D\nE,F\n", encoding="utf-8")
    with open_list(file, ListForm(header_row=2)) as table:
        assert (table.headings, cells(table)) == (("C", "D"), [["E", "F"]])
    with open_list(file, ListForm(header_row=0)) as table:
        assert len(cells(table)) == 3


def test_ragged_rows_are_kept_as_they_are(file: Path) -> None:
    table = opened(file, "Name,Phone,City\nA,1\nB,2,X,extra\nC,3,Y\n")
    assert cells(table) == [["A", "1"], ["B", "2", "X", "extra"], ["C", "3", "Y"]]


def test_cells_over_several_lines_are_one_row(file: Path) -> None:
    table = opened(file, 'Name,Note\nA,"first\nsecond\n\nfourth"\nB,x\n')
    assert cells(table) == [["A", "first\nsecond\n\nfourth"], ["B", "x"]]
    assert numbers(table) == [2, 3]


def test_quotes_inside_cells_are_kept(file: Path) -> None:
    assert cells(opened(file, 'Name,Note\nA,"He said ""no"""\nB,5" pipe\n')) == [
        ["A", 'He said "no"'],
        ["B", '5" pipe'],
    ]


def test_a_quote_that_is_never_closed_costs_its_own_line(file: Path) -> None:
    """One bad line costs one line."""
    text = 'id,name,notes\n1,Anna,"never closed\n2,Ben,fine\n3,Cleo,"also, fine"\n'
    table = opened(file, text + "".join(f"{n},P{n},x\n" for n in range(4, 400)))
    rows = cells(table)
    assert rows[0] == ["1", "Anna", "never closed"]
    assert rows[1] == ["2", "Ben", "fine"]
    assert rows[2] == ["3", "Cleo", "also, fine"]
    assert len(rows) == 399


def test_rows_wrapped_whole_in_quotes_are_unwrapped(file: Path) -> None:
    table = opened(file, '"Name,Phone"\n"Anna,030 23125 417"\n"Ben,""040, 66969"""\n')
    assert (table.headings, cells(table)) == (
        ("Name", "Phone"),
        [["Anna", "030 23125 417"], ["Ben", "040, 66969"]],
    )


def test_a_line_of_absurd_length_does_not_take_the_memory(file: Path) -> None:
    table = opened(file, "Name,Note\nA," + "x" * 3_000_000 + "\nB,y\n")
    assert cells(table)[-1] == ["B", "y"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\n \n\n", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"Name,Phone\n", "no rows below"),
        (b"Name,Phone\n,\n", "no rows below"),
        (b"<!DOCTYPE html><html><table></table></html>", "a web page"),
        (b"\n  <html><body>Please sign in</body></html>", "a web page"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
        (b"\xff\xd8\xff\xe0 JFIF", "a picture"),
        (b'{"leads": []}', "a JSON file"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML file"),
        (b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K5\r\nE\r\n", "a SYLK file"),
        (b"\x1f\x8b\x08\x00 ...", "a compressed file"),
        (b"SQLite format 3\0", "a database"),
        (b"{\\rtf1\\ansi}", "a text document"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "damaged"),
        (bytes(range(256)) * 40, "other file"),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(file: Path, content: bytes, why: str) -> None:
    file.write_bytes(content)
    with pytest.raises(ListRefused) as refused, open_list(file):
        pass
    assert why in refused.value.says
    assert "Traceback" not in refused.value.says
    assert len(refused.value.says) < 160


def test_a_list_that_begins_with_id_and_phone_is_a_list(file: Path) -> None:
    """Some programs take those first letters for another kind of file."""
    found = cells(opened(file, "ID;Phone;Name\n17;030 23125 417;Anna Berg\n"))
    assert found[-1] == ["17", "030 23125 417", "Anna Berg"]


def test_the_same_bytes_are_recognised(tmp_path: Path) -> None:
    one = opened(tmp_path / "a.csv", lines())
    other = opened(tmp_path / "b.csv", lines())
    assert one.sha256 == other.sha256 != opened(tmp_path / "c.csv", lines(";")).sha256


# A © begins the line a program puts below its table, which is no row of it.
plain_cells = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="©"),
    max_size=12,
).map(str.strip)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    rows=st.lists(
        st.lists(plain_cells, min_size=3, max_size=3).filter(any), min_size=1, max_size=8
    ),
    delimiter=st.sampled_from(",;\t|"),
)
def test_what_a_csv_writer_wrote_is_read_back(
    file: Path, rows: list[list[str]], delimiter: str
) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([HEADINGS, *rows])
    file.write_text(written.getvalue(), encoding="utf-8", newline="")
    with open_list(file, ListForm(delimiter=delimiter, encoding="utf-8", header_row=1)) as table:
        assert cells(table) == rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(content=st.binary(max_size=400))
def test_no_bytes_are_too_strange_to_be_read_or_refused(file: Path, content: bytes) -> None:
    if content.startswith((b"PK", b"\xd0\xcf", b"\x09")):
        return  # a process of its own each time would take minutes
    file.write_bytes(content)
    rows: list[tuple[int, list[str]]] = []
    with contextlib.suppress(ListRefused), open_list(file) as table:
        rows.extend((number - table.header_row, row) for number, row in table.rows())
    assert all(number > 0 and any(row) for number, row in rows)
