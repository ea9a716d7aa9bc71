"""What is no list, or a hostile one: refused in a sentence that says what to do, in little memory.

Each file is made for the test. Complaint 6: one bad file must not take the desk with it.
"""

import errno
import os
import re
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from qualdesk.core.errors import ListRefused
from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import Limits
from qualdesk.files.lists import open_list
from qualdesk.files.on_disk import why_unreadable
from workbook_makers import (
    compound_file,
    endless_ods,
    large_cell,
    lying,
    many_cells,
    packed,
    sheet,
)

MOST_GROWTH = 50 << 10
SOON = 10
WEB_PAGE = b"<!DOCTYPE html>\n<html><body><table><tr><td>Name</td></tr></table></body></html>"
OFFICE_PAGE = b'\xef\xbb\xbf\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'
MAIL_PAGE = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'
BOF = struct.pack("<8H", 0x809, 16, 0x600, 5, 0, 0, 0, 0) + bytes(4)


@pytest.fixture(scope="session")
def cellar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with one of each."""
    at = tmp_path_factory.mktemp("bad")
    people = [["Name", "Phone"], *([f"Anna {n}", "030 23125 417"] for n in range(200))]
    good = sheet(at / "good.xlsx", people)
    half = good.read_bytes()
    (at / "half.xlsx").write_bytes(half[: len(half) // 2])
    (at / "end.xlsx").write_bytes(half[len(half) // 2 :])
    compound_file(at / "secret.xlsx", {"EncryptionInfo": b"x", "EncryptedPackage": b"y"})
    compound_file(at / "secret.xls", {"Workbook": BOF + struct.pack("<3H4x", 0x2F, 6, 1)})
    compound_file(at / "letter.xls", {"WordDocument": b"x"})
    compound_file(at / "mail.xls", {"__properties_version1.0": b"x"})
    packed(at / "letter.xlsx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    packed(at / "numbers.xlsx", {"Index/Document.iwa": b"x"})
    packed(at / "packed.csv", {"list.csv": b"Name\nAnna\n"})
    packed(at / "nested.xlsx", {"a.zip": packed(at / "in.zip", {"b": b"0" * 9_000}).read_bytes()})
    packed(at / "crowd.xlsx", {f"xl/workbook{n}": b"" for n in range(1_001)})
    packed(at / "thousandfold.xlsx", {"xl/workbook.xml": b"0" * (301 << 20)})
    large = large_cell(at / "large_cell.xlsx", 800)
    lying(large, at / "lying.xlsx", 1 << 20)
    large_cell(at / "fat_row.xlsx", 100)
    many_cells(at / "tall.xlsx", 200_001, 1)
    endless_ods(at / "endless.ods")
    book = xlsxwriter.Workbook(str(at / "far.xlsx"))
    page = book.add_worksheet()
    page.write(0, 0, "Name")
    page.write(1_048_575, 16_383, "far")
    book.close()
    for name, content in _BY_CONTENT.items():
        (at / name).write_bytes(content)
    return at


_BY_CONTENT = {
    "empty.csv": b"",
    "blank.csv": b"\n \n\n",
    "page.csv": WEB_PAGE,
    "page.xls": OFFICE_PAGE,
    "wide_page.xls": WEB_PAGE.decode().encode("utf-16"),
    "page.xlsx": MAIL_PAGE,
    "x.html": b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html></html>',
    "photo.csv": b"\x89PNG\r\n\x1a\n" + bytes(400),
    "leaflet.csv": b"%PDF-1.7\n" + bytes(400),
    "noise.csv": bytes(range(256)) * 40,
}
SAYS = {
    "half.xlsx": "damaged or only half there. Get it anew",
    "end.xlsx": "other file. Save the list as CSV",
    "secret.xlsx": "protected by a password. Save a copy without one",
    "secret.xls": "protected by a password. Save a copy without one",
    "letter.xls": "a Word document, not a list. Save the list as",
    "mail.xls": "a mail, not a list. Save the list as",
    "letter.xlsx": "a Word document, not a list. Save the list as",
    "numbers.xlsx": "a Numbers document, not a list. Save the list as",
    "packed.csv": "a compressed file, not a list. Unpack it",
    "nested.xlsx": "a compressed file, not a list. Unpack it",
    "crowd.xlsx": "unpacks to far more than a list. Save only the list",
    "thousandfold.xlsx": "unpacks to far more than a list. Save only the list",
    "large_cell.xlsx": "unpacks to far more than a list. Save only the list",
    "lying.xlsx": "damaged",
    "fat_row.xlsx": "Row 2 of this sheet holds over a million characters. Remove it",
    "tall.xlsx": "200,002 rows, over 200,000. Save it as CSV",
    "endless.ods": "far more than it looks. Open it, save only the list",
    "far.xlsx": "far more than it looks. Open it, save only the list",
    "empty.csv": "empty. Export the list again",
    "blank.csv": "empty. Export the list again",
    "page.csv": "a web page, not a list. Save the list as CSV",
    "page.xls": "a web page, not a list. Save the list as CSV",
    "wide_page.xls": "a web page, not a list. Save the list as CSV",
    "page.xlsx": "a web page, not a list. Save the list as CSV",
    "x.html": "a web page, not a list. Save the list as CSV",
    "photo.csv": "a picture, not a list. Save the list as CSV",
    "leaflet.csv": "a PDF, not a list. Save the list as CSV",
    "noise.csv": "some other file. Save the list as CSV",
}


@pytest.mark.parametrize("name", SAYS)
def test_a_bad_file_is_refused_at_once_in_one_sentence_that_says_what_to_do(
    cellar: Path, name: str
) -> None:
    started = time.monotonic()
    says = why_refused(cellar / name)
    assert time.monotonic() - started < SOON
    assert SAYS[name] in says
    assert says.endswith(".")
    assert "\n" not in says
    assert len(says) < 160


# Asks for lists as the window does, and prints its own peak's growth and its helpers' peak in KB.
# Two processes deep: the kernel counts the peak of whoever starts a process into that process's.
_ASKS = """
import resource, subprocess, sys
from pathlib import Path
from qualdesk.core.errors import ListRefused
from qualdesk.files.lists import open_list

if sys.argv[1] == "begin":
    sys.exit(subprocess.run([sys.executable, "-c", sys.argv[2], *sys.argv[2:]]).returncode)

def peak(whose):
    return resource.getrusage(whose).ru_maxrss

before = peak(resource.RUSAGE_SELF)
for name in sys.argv[2:]:
    try:
        open_list(Path(name)).close()
    except ListRefused as refused:
        print(refused.says)
print(peak(resource.RUSAGE_SELF) - before, peak(resource.RUSAGE_CHILDREN))
"""


def _asked(*paths: Path) -> tuple[list[str], int, int]:
    """What is said of the files, how much the asking process grew, its helpers' peak, in KB."""
    names = [str(path) for path in paths]
    asks = [sys.executable, "-c", _ASKS, "begin", _ASKS, *names]
    done = subprocess.run(asks, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    *sentences, peaks = done.stdout.splitlines()
    growth, helpers = peaks.split()
    return sentences, int(growth), int(helpers)


def test_all_bad_files_together_cost_this_program_little_memory(cellar: Path) -> None:
    """The window is the process that asks: its own memory must not grow by 50 MB."""
    sentences, growth, _ = _asked(*(cellar / name for name in SAYS))
    assert len(sentences) == len(SAYS)
    assert growth < MOST_GROWTH


def test_the_reading_process_keeps_to_its_own_limit(cellar: Path) -> None:
    sentences, _, helpers = _asked(cellar / "lying.xlsx", cellar / "fat_row.xlsx")
    assert len(sentences) == 2
    assert helpers < 1_100 << 10


@pytest.mark.parametrize("limits", [Limits(), Limits(own_process_megabytes=0)])
@pytest.mark.parametrize("shape", ['"', ",", "x", '"x', '",', "\r", " ", "'", '\\"', "\n,"])
def test_a_text_of_one_absurd_kind_is_read_or_refused_soon(
    tmp_path: Path, shape: str, limits: Limits
) -> None:
    path = tmp_path / "list.csv"
    for above in ("", "Name,Phone\n"):
        path.write_text(above + shape * 300_000, encoding="utf-8")
        started = time.monotonic()
        try:
            with open_list(path, limits=limits) as table:
                next(table.rows())
        except ListRefused as refused:
            assert refused.says.endswith((".", "?"))  # noqa: PT017 - either end is right
        assert time.monotonic() - started < SOON


def test_a_last_row_of_many_figures_is_looked_at_soon(tmp_path: Path) -> None:
    """A damaged file of one kilobyte took hours: a pattern tried every way to part the digits."""
    path = tmp_path / "list.csv"
    for figures in ("21 4710 " * 25, "1" * 200, "1,1." * 50, "1 " * 100):
        rows = f'Name,Phone,City,A,B,C\nAnna,030 23125 417,,,,\n"{figures}8; 9",,--,\n'
        path.write_text(rows, encoding="utf-8")
        started = time.monotonic()
        with open_list(path) as table:
            assert len(list(table.rows())) == 2
        assert time.monotonic() - started < SOON


def test_a_row_wider_than_any_spreadsheet_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\n" + "Anna,1\n" * 3 + "," * 20_000, encoding="utf-8")
    assert "Row 5 has 20,001 columns, more than any list" in why_refused(path)


def test_time_runs_out_for_a_file_that_takes_for_ever(tmp_path: Path) -> None:
    slow = many_cells(tmp_path / "slow.xlsx", 190_000, 30)
    started = time.monotonic()
    says = why_refused(slow, limits=Limits(seconds=1))
    assert "far more than it looks" in says
    assert time.monotonic() - started < SOON


def test_what_is_not_there_or_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    assert "no such file. Check the name" in why_refused(tmp_path / "gone.csv")
    assert "no such file. Check the name" in why_refused(tmp_path / "gone" / "list.csv")
    assert "no such file. Check the name" in why_refused(tmp_path / "a\0b.csv")
    assert "a folder, not a list. Choose the file in it" in why_refused(tmp_path)
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        for name in ("pipe.csv", "zero.csv", "s"):
            assert "device or a pipe, not a file. Choose a list" in why_refused(tmp_path / name)


@pytest.fixture
def without_rights() -> Iterator[None]:
    """As somebody who is not the computer's owner, who may read everything."""
    is_owner = os.geteuid() == 0
    if is_owner:
        os.seteuid(65_534)
    yield
    if is_owner:
        os.seteuid(0)


def test_a_file_one_may_not_read_says_so(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\nAnna\n", encoding="utf-8")
    path.chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    request.getfixturevalue("without_rights")
    assert why_refused(path) == (
        "You are not allowed to read list.csv. Save a copy where you are, and load that."
    )


@pytest.mark.parametrize(
    ("number", "windows", "says"),
    [
        (errno.EACCES, 32, "packtech.xlsx is open in another program. Close it there, or save a"),
        (errno.EACCES, 33, "packtech.xlsx is open in another program. Close it there, or save a"),
        (errno.EACCES, None, "packtech.xlsx is open in another program. Close it there, or save"),
        (errno.EBUSY, None, "packtech.xlsx is open in another program. Close it there, or save a"),
        (errno.EIO, None, "packtech.xlsx can no longer be reached: its drive or the network is"),
        (errno.ESTALE, None, "packtech.xlsx can no longer be reached: its drive or the network is"),
        (errno.EINVAL, 64, "packtech.xlsx can no longer be reached: its drive or the network is"),
        (errno.ENOSPC, None, "The disk of this computer is full. Make room there"),
        (errno.ENAMETOOLONG, None, "packtech.xlsx cannot be read (File name too long). Copy it"),
    ],
)
def test_what_the_system_says_of_a_file_becomes_a_sentence(
    tmp_path: Path, number: int, windows: int | None, says: str
) -> None:
    path = tmp_path / "packtech.xlsx"
    path.touch()
    error = OSError(number, os.strerror(number))
    error.winerror = windows  # type: ignore[attr-defined] - only Windows says it itself
    assert why_unreadable(path, error).startswith(says)


def test_a_drive_that_fails_under_the_reading_is_told_as_one(tmp_path: Path) -> None:
    """A process's own memory is a file whose first byte no drive can give: a true EIO."""
    failing = tmp_path / "list.csv"
    failing.symlink_to("/proc/self/mem")
    assert "list.csv can no longer be reached" in why_refused(failing)


@pytest.mark.parametrize("limits", [Limits(), Limits(own_process_megabytes=0)])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\n" + "Anna,030 23125 417\n" * 9_000, encoding="utf-8")
    with open_list(path, limits=limits) as table:
        rows = table.rows()
        next(rows)
        with path.open("a", encoding="utf-8") as stream:
            stream.write("Ben,040 66969 214\n")
        with pytest.raises(ListRefused, match=r"list\.csv was changed.*load it again"):
            list(rows)
        with pytest.raises(ListRefused, match="was changed"):
            next(table.rows())


@pytest.mark.parametrize("limits", [Limits(), Limits(own_process_megabytes=0)])
def test_a_folder_that_goes_away_while_its_list_is_read_is_told(
    tmp_path: Path, limits: Limits
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "list.csv"
    path.write_text("Name,Phone\n" + "Anna,030 23125 417\n" * 9_000, encoding="utf-8")
    with open_list(path, limits=limits) as table:
        rows = table.rows()
        next(rows)
        path.unlink()
        folder.rmdir()
        with pytest.raises(ListRefused, match="no such file"):
            list(rows)


def test_a_sheet_that_was_read_does_not_need_its_file_any_more(tmp_path: Path) -> None:
    path = sheet(tmp_path / "l.xlsx", [["Name"], ["Anna"], ["Ben"]])
    with open_list(path) as table:
        path.unlink()
        assert [cells for _, cells in table.rows()] == [["Anna"], ["Ben"]]


@pytest.mark.parametrize("encoding", ["klingon", "hex", "idna"])
def test_letters_that_do_not_exist_are_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\nAnna\n", encoding="utf-8")
    with pytest.raises(ListRefused, match=f"no letters called “{encoding}”. Choose"):
        open_list(path, ListForm(encoding=encoding))


@pytest.mark.parametrize("delimiter", [";;", '"', "\n", "\0"])
def test_what_cannot_part_columns_is_refused(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\nAnna\n", encoding="utf-8")
    with pytest.raises(ListRefused, match="cannot part columns"):
        open_list(path, ListForm(delimiter=delimiter))


def why_refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(ListRefused) as refused:
        open_list(path, limits=limits or Limits()).close()
    assert not re.search(r"Traceback|Error\b|Exception", refused.value.says)
    return refused.value.says
