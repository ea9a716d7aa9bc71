"""Reading in another process: the same rows, little memory, and no process left behind."""

import errno
import io
import os
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.errors import ListRefused
from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import Limits
from qualdesk.files.lists import open_list
from qualdesk.files.readers import Reader, TextStream
from qualdesk.files.reading_child import Wanted
from qualdesk.files.row_frames import (
    Frame,
    packed,
    read_frames,
    unpacked,
    value_of,
    write_frame,
    write_value,
)
from workbook_makers import many_cells, sheet

THERE = Limits(own_process_megabytes=0)
cells = st.lists(st.text(max_size=5) | st.sampled_from(["", "\x1e", "\x1f", "a\x1fb"]), max_size=4)


@given(rows=st.lists(cells, max_size=9), first=st.integers(1, 2**40), gap=st.booleans())
def test_rows_arrive_as_they_were_sent(rows: list[list[str]], first: int, gap: bool) -> None:
    numbered = [(first + n * (n + 1 if gap else 1), row) for n, row in enumerate(rows)]
    stream = io.BytesIO()
    for kind, payload in packed(numbered):
        write_frame(stream, kind, payload)
    stream.seek(0)
    arrived = [row for frame in read_frames(stream) for row in unpacked(*frame)]
    # A row of one cell with nothing in it and a row of no cells are both a blank line.
    assert [(n, row if row != [""] else []) for n, row in arrived] == [
        (n, row if row != [""] else []) for n, row in numbered
    ]


def test_long_rows_do_not_make_long_frames() -> None:
    frames = list(packed((n, ["x" * 300_000]) for n in range(1, 30)))
    assert len(frames) == 29
    assert max(len(payload) for _, payload in frames) < 400_000


def test_a_frame_that_is_cut_off_is_none() -> None:
    stream = io.BytesIO()
    write_value(stream, Frame.ENDED, {"shortened": 0})
    write_value(stream, Frame.REFUSED, "No.")
    whole = stream.getvalue()
    for length in range(len(whole)):
        assert [kind for kind, _ in read_frames(io.BytesIO(whole[:length]))] in (
            [],
            [Frame.ENDED],
        )
    assert [value_of(payload) for _, payload in read_frames(io.BytesIO(whole))] == [
        {"shortened": 0},
        "No.",
    ]


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A list with all that makes a row hard, long enough for many frames."""
    path = tmp_path / "large.csv"
    line = 'Anna Berg,"says ""no"", twice","two\nlines",\x1f,üñí\n'
    path.write_text("Name,A,B,C,D\n" + line * 9_000 + 'Ben,"never closed,1,2\n' + line * 9_000)
    return path


def test_a_large_list_is_read_there_as_it_would_be_here(large: Path) -> None:
    with open_list(large) as here, open_list(large, limits=THERE) as there:
        assert there.encoding == here.encoding == "utf-8"
        assert there.delimiter == here.delimiter == ","
        assert (there.headings, there.header_row) == (here.headings, here.header_row)
        rows = list(there.rows())
        assert rows == list(here.rows())
        assert rows == list(there.rows()), "and a second time"


def test_only_large_lists_need_a_process(large: Path) -> None:
    small = Limits(own_process_megabytes=1)
    assert large.stat().st_size < 1 << 20
    before = children()
    with open_list(large, limits=small):
        assert children() == before
    with large.open("a", encoding="utf-8") as stream:
        stream.write("Anna,1,2,3,4\n" * 100_000)
    with open_list(large, limits=small) as table:
        assert len(children()) == len(before) + 1
        assert table.about > 50_000
    assert children() == before


def test_what_a_person_chose_holds_there_too(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name;Stadt\nZieliński;Łódź\n".encode("cp1250"))
    with open_list(path, ListForm(encoding="cp1250", delimiter=";"), limits=THERE) as table:
        assert [row for _, row in table.rows()] == [["Zieliński", "Łódź"]]


def test_a_refusal_there_is_a_refusal_here(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(ListRefused, match="some other file"):
        open_list(path, limits=THERE)
    path.write_bytes(b"Name,Phone\n")
    with pytest.raises(ListRefused, match="no rows below"):
        open_list(path, limits=THERE)


def test_a_drive_that_fails_there_fails_here_with_the_same_number() -> None:
    """A process's own memory is a file whose first byte no drive can give: a true EIO."""
    wanted = Wanted(path="/proc/self/mem", is_workbook=False)
    with Reader() as reader:
        for _ in range(2):
            with pytest.raises(OSError, match="self/mem") as failed:
                list(reader.frames(wanted))
            assert failed.value.errno == errno.EIO


def test_who_stops_reading_ends_the_process(large: Path) -> None:
    before = children()
    with open_list(large, limits=THERE) as table:
        rows = table.rows()
        assert len(list(islice(rows, 10))) == 10
        assert len(children()) == len(before) + 1
        del rows
        assert children() == before
        again = table.rows()
        next(again)
        assert len(children()) == len(before) + 1
    del again
    assert children() == before


def test_a_stream_that_is_closed_unread_ends_the_process(large: Path) -> None:
    before = children()
    stream = TextStream(large, ListForm(), THERE)
    assert len(children()) == len(before) + 1
    stream.close()
    assert children() == before


def test_one_process_reads_many_files_and_a_bad_one_only_costs_itself(tmp_path: Path) -> None:
    good = sheet(tmp_path / "good.xlsx", [["Name"], ["Anna"]])
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(good.read_bytes()[:900])
    slow = many_cells(tmp_path / "slow.xlsx", 190_000, 30)
    before = children()
    with Reader(Limits(seconds=1)) as reader:
        for path in (good, bad, good, slow, good):
            if path is good:
                with open_list(path, reader=reader) as table:
                    assert [row for _, row in table.rows()] == [["Anna"]]
            else:
                with pytest.raises(ListRefused):
                    open_list(path, reader=reader)
        assert len(children()) == len(before) + 1
    assert children() == before


@pytest.mark.parametrize("kind", ["text", "workbook"])
def test_the_process_never_outlives_who_asked(tmp_path: Path, large: Path, kind: str) -> None:
    """Killed without a word, in the midst of reading: the reading ends within a moment."""
    path = large if kind == "text" else many_cells(tmp_path / "slow.xlsx", 199_000, 60)
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from threading import Thread\n"
        "from qualdesk.core.list_files import Limits\n"
        "from qualdesk.files.lists import open_list\n"
        "def read():\n"
        "    table = open_list(Path(sys.argv[1]), limits=Limits(own_process_megabytes=0))\n"
        "    rows = table.rows()\n"
        "    next(rows)\n"
        "    time.sleep(60)\n"
        "Thread(target=read, daemon=True).start()\n"
        "time.sleep(60)\n"
    )
    asked = subprocess.Popen([sys.executable, "-c", script, str(path)])
    reading = waited_for(lambda: children(asked.pid))
    assert reading
    time.sleep(0.3)
    assert children(asked.pid) == reading, "it is still at it"
    asked.kill()
    asked.wait()
    assert waited_for(lambda: not any(is_alive(pid) for pid in reading))


def test_memory_stays_flat_on_both_sides_of_a_long_list(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Name,E-mail,Phone,Note\n")
        for n in range(400_000):
            stream.write(f"Anna {n},a{n}@b.example,+1 212 555 0100,{'x' * 40}\n")
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from qualdesk.files.lists import open_list\n"
        "def peak(whose):\n"
        "    return resource.getrusage(whose).ru_maxrss\n"
        "before = peak(resource.RUSAGE_SELF)\n"
        "with open_list(Path(sys.argv[1])) as table:\n"
        "    count = sum(1 for _ in table.rows())\n"
        "grown = peak(resource.RUSAGE_SELF) - before\n"
        "print(count, grown, peak(resource.RUSAGE_CHILDREN))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    count, grown, there = map(int, done.stdout.split())
    assert count == 400_000
    assert grown < 20 << 10
    assert there < 80 << 10


def children(pid: int | None = None) -> list[int]:
    """The processes somebody started, that still run."""
    own = pid or os.getpid()
    found = []
    for task in Path(f"/proc/{own}/task").iterdir():
        try:
            found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return sorted(child for child in found if is_alive(child))


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def waited_for(found, seconds: float = 5):  # noqa: ANN001, ANN201 - whatever it finds
    until = time.monotonic() + seconds
    while not (what := found()) and time.monotonic() < until:
        time.sleep(0.02)
    return what
