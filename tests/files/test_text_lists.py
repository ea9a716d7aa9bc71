"""Text lists, line by line: a damaged line costs itself, and clean ones lose no time."""

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.errors import ListRefused
from qualdesk.core.list_files import ENCODINGS
from qualdesk.files.csv_lists import TextForm, text_form, text_rows
from qualdesk.files.mended_lines import mended_cells
from qualdesk.files.text_letters import encoding_of

HEAD = "Name,Phone,Note\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def read(path: Path, text: str | bytes, **chosen: str) -> tuple[TextForm, list[list[str]]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    form = text_form(path, **chosen)
    rows = list(text_rows(path, form))
    assert [number for number, _ in rows] == list(range(rows[0][0], len(rows) + rows[0][0]))
    return form, [cells for _, cells in rows]


def people(count: int, start: int = 0) -> str:
    return "".join(f"P{n},030 23125 {n:03},x\n" for n in range(start, start + count))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('A,"1,x', ["A", "1", "x"]),
        ('"A,1,x', ["A", "1", "x"]),
        ('A,1,"x', ["A", "1", "x"]),
        ('A,1,x"', ["A", "1", 'x"']),
        ('A,1,"', ["A", "1", ""]),
        ('A,"1,"x, y"', ["A", "1", "x, y"]),
        ('A,1,"he said "no", and left"', ["A", "1", 'he said "no", and left']),
        ('A,1,"he said "no""', ["A", "1", 'he said "no"']),
        ('A,"screen 24"","x, y"', ["A", 'screen 24"', "x, y"]),
        ('A,1,""x, y"', ["A", "1", '"x, y']),
        ('A,"1" ,"x, y" ', ["A", "1", "x, y"]),
        ('A,"",x"y', ["A", "", 'x"y']),
        ('A,5" pipe,x', ["A", '5" pipe', "x"]),
    ],
)
def test_a_line_whose_quotes_do_not_add_up_is_read_as_it_was_meant(
    file: Path, line: str, cells: list[str]
) -> None:
    """One bad line costs one line, and mostly not even that."""
    _, rows = read(file, HEAD + people(3) + line + "\n" + people(3, 3))
    assert rows[4] == cells
    assert [row[0] for row in rows] == ["Name", "P0", "P1", "P2", "A", "P3", "P4", "P5"]


def test_a_quote_never_closed_swallows_nobody_even_where_a_later_quote_would_close_it(
    file: Path,
) -> None:
    _, rows = read(file, HEAD + 'A,1,"open\nB,2,screen 5"\nC,3,x\n' + people(3))
    assert [row[0] for row in rows] == ["Name", "A", "B", "C", "P0", "P1", "P2"]


def test_a_note_over_many_lines_with_quotes_of_its_own_stays_one_cell(file: Path) -> None:
    note = 'first\nshe said "call me"\n\nlast, with a comma'
    _, rows = read(file, f'Name,Note,Phone\nA,"{note}",1\n' + people(3))
    assert rows[1] == ["A", note, "1"]
    assert len(rows) == 5


def test_a_record_longer_than_any_record_is_a_quote_never_closed(file: Path) -> None:
    lines = "".join(f"line {n}\n" for n in range(300))
    _, rows = read(file, HEAD + 'A,1,"' + lines + people(2))
    assert len(rows) == 1 + 300 + 2
    assert rows[1] == ["A", "1", "line 0"]


def test_long_cells_over_the_borders_of_blocks_are_whole(file: Path) -> None:
    cell = "word, word\n" * 90
    many = "".join(f'P{n},1,"{cell}"\n' for n in range(400))
    _, rows = read(file, HEAD + many)
    assert len(rows) == 401
    assert {row[2] for row in rows[1:]} == {cell}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end"])
def test_line_ends_fall_on_the_borders_of_blocks_too(file: Path, end: str, last: str) -> None:
    lines = [f"P{n:05},030 23125 417,{'x' * (n % 7)}" for n in range(8_000)]
    _, rows = read(file, end.join([HEAD.strip(), *lines]) + (end if last else ""))
    assert len(rows) == 8_001
    assert [",".join(row) for row in rows[1:]] == lines


def test_line_ends_of_all_kinds_may_stand_in_one_file(file: Path) -> None:
    _, rows = read(file, "Name,Phone\r\nA,1\nB,2\rC,3\r\n")
    assert rows == [["Name", "Phone"], ["A", "1"], ["B", "2"], ["C", "3"]]


def test_cells_in_single_quotes_are_unquoted_and_apostrophes_are_not(file: Path) -> None:
    quoted = "".join(f"'P{n}','O''Hara, Ltd','it won't do, she said'\n" for n in range(5))
    form, rows = read(file, "'Name','Company','Note'\n" + quoted)
    assert form.quote == "'"
    assert rows[1] == ["P0", "O'Hara, Ltd", "it won't do, she said"]
    form, rows = read(file, "Name,Company\n" + "Fay,O'Hara\n'Tis,Men's 'wear'\n" * 4)
    assert (form.quote, rows[2]) == ('"', ["'Tis", "Men's 'wear'"])


def test_quotes_with_a_backslash_are_read_only_where_the_file_is_clearly_so(file: Path) -> None:
    form, rows = read(file, HEAD + 'A,1,"screen 24\\", new"\nB,2,"\\"x\\", y"\n' + people(3))
    assert form.has_backslashes
    assert [rows[1][2], rows[2][2]] == ['screen 24", new', '"x", y']
    form, rows = read(file, HEAD + 'A,1,"C:\\lists\\"\nB,2,"x, y"\n' + people(3))
    assert not form.has_backslashes
    assert rows[1][2] == "C:\\lists\\"


def test_spaces_after_every_delimiter_belong_to_no_cell(file: Path) -> None:
    form, rows = read(file, 'Name, Company, City\nA, "Acme, Inc", Ulm\nB, "x ""y""", Bonn\n')
    assert form.is_padded
    assert rows[1:] == [["A", "Acme, Inc", "Ulm"], ["B", 'x "y"', "Bonn"]]
    form, rows = read(file, "Name,Note\nA,so, what\nB, x\nC,y\nD,z\n")
    assert (form.is_padded, rows[2]) == (False, ["B", " x"])


def test_single_records_wrapped_whole_in_quotes_are_unwrapped(file: Path) -> None:
    """As a spreadsheet does with the lines that hold quotes of their own."""
    _, rows = read(file, HEAD + people(3) + '"A,1,""x, y"""\n' + people(2, 3))
    assert rows[4] == ["A", "1", "x, y"]
    _, rows = read(file, HEAD + people(3) + '"Berlin, 16 March 2026"\n')
    assert rows[4] == ["Berlin, 16 March 2026"], "a line of its own is no record"


def test_a_row_of_another_width_is_kept_as_it_is(file: Path) -> None:
    _, rows = read(file, HEAD + "A,1\nB,2,x,y,z\n\nC\n" + people(3))
    assert rows[1:5] == [["A", "1"], ["B", "2", "x", "y", "z"], [], ["C"]]


@pytest.mark.parametrize("named", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_line_that_names_the_delimiter_keeps_its_number(file: Path, named: str) -> None:
    file.write_text(f"{named}\nName;Note\nA;x, y, z\n", encoding="utf-8")
    form = text_form(file)
    assert list(text_rows(file, form)) == [(2, ["Name", "Note"]), (3, ["A", "x, y, z"])]
    assert not text_form(file, delimiter=",").starts_with_sep, "unless a person said otherwise"


@pytest.mark.parametrize(("name", "label"), ENCODINGS)
def test_each_encoding_of_the_menu_reads_a_list_and_says_what_it_is(
    file: Path, name: str, label: str
) -> None:
    letters = {"cp1251": "Жанна", "cp932": "担当者", "gb18030": "王芳", "big5": "王芳"}
    letters |= {"cp949": "김지", "cp1253": "Άννα", "cp1255": "חנה", "cp1256": "ليلى"}
    person = letters.get(name, "Anna")
    _, rows = read(file, f"Name;City\n{person};Ulm\n".encode(name), encoding=name)
    assert rows[1] == [person, "Ulm"]
    assert label[0].isupper()


def test_letters_nobody_can_tell_are_western_until_somebody_says_so(file: Path) -> None:
    """A detector reads Muñoz with a letter of its own; it decides nothing here."""
    file.write_bytes("Name\nMuñoz\nJürgen Groß\n".encode("cp1252"))
    assert encoding_of(file) == "cp1252"
    file.write_bytes("Name\nMuñoz\n".encode())
    assert encoding_of(file) == "utf-8"
    file.write_bytes(b"\0\0 \n")
    with pytest.raises(ListRefused, match="empty"):
        encoding_of(file)


def test_the_cells_of_one_line_are_as_many_as_the_others_have_where_they_can_be() -> None:
    line = 'A,"screen 24"","new"'
    assert mended_cells(line, ",", '"', 3) == ["A", 'screen 24"', "new"]
    assert mended_cells("", ",", '"', 3) == [""]
    assert mended_cells('"', ",", '"', 3) == [""]
    assert mended_cells("a;'b;c'", ";", "'", 2) == ["a", "b;c"]


@pytest.mark.parametrize("part", ['"', '","', '" ,', ',"x" y', '"" ', "',"])
def test_no_line_of_quotes_takes_long(part: str) -> None:
    line = part * 4_000
    started = time.perf_counter()
    for width in (0, 1, 7, 150, 299):
        assert mended_cells(line, ",", '"', width)
    assert time.perf_counter() - started < 2


marks = st.text(st.sampled_from("ab\",;\n\r\\' "), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(text=marks)
def test_no_letter_of_a_damaged_file_is_lost(file: Path, text: str) -> None:
    """Quotes and delimiters may be read one way or the other; what is said is said."""
    text = "Name,Phone,Note\n" + text
    _, rows = read(file, text, delimiter=",", encoding="utf-8")
    kept = "".join(cell for row in rows for cell in row)
    for letter in "ab;":
        assert kept.count(letter) == text.count(letter), rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(
    rows=st.lists(
        st.lists(st.text("ab,;'\"\n ", max_size=8), min_size=3, max_size=3),
        min_size=4,
        max_size=30,
    )
)
def test_what_a_writer_wrote_is_read_back_however_odd_its_cells(
    file: Path, rows: list[list[str]]
) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["Name", "Phone", "Note"], *rows])
    _, read_back = read(file, written.getvalue(), delimiter=",", encoding="utf-8")
    assert read_back[1:] == rows


def test_clean_lists_are_read_nearly_as_fast_as_they_can_be(file: Path) -> None:
    """A ratio in one run, so that it holds on any machine."""
    row = 'Anna,Berg,anna@berg.example,030 23125 417,"Acme, Inc",Berlin\n'
    file.write_text("First,Last,Mail,Phone,Company,City\n" + row * 60_000, encoding="utf-8")
    form = text_form(file)

    def plain() -> int:
        with file.open(encoding="utf-8", newline="") as stream:
            return sum(1 for _ in csv.reader(stream))

    def ours() -> int:
        return sum(1 for _ in text_rows(file, form))

    def seconds(reading: object) -> float:
        started = time.perf_counter()
        assert callable(reading)
        assert reading() == 60_001
        return time.perf_counter() - started

    best = min(seconds(ours) / seconds(plain) for _ in range(5))
    assert best < 2
