"""What was typed and is not saved yet, in a file only its person can read."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.errors import Refused
from qualdesk.core.typed import Typed, TypedAnswer, typed_from, typed_plain
from qualdesk.files.typed import (
    drop_typed,
    drop_typed_about,
    is_running,
    keep_typed,
    read_typed,
    take_up_typed,
)

TYPED = Typed(
    lead_id=7,
    name="Katrin Albers",
    attempt="22222222-2222-4222-8222-222222222222",
    at="10:24",
    note="prefers mornings",
    question="need",
    words="a new line in aut",
    fields=(("When to call back", "thu half"),),
    answers=(TypedAnswer(id="1", attempt="2", question="lines", value=("a", "b")),),
)
texts = st.text(max_size=40)


def test_what_was_typed_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "new" / "typed.json"
    assert keep_typed(path, TYPED)
    assert read_typed(path) == TYPED
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(note=texts, words=texts, name=texts, fields=st.lists(st.tuples(texts, texts), max_size=3))
def test_any_letters_come_back(
    note: str, words: str, name: str, fields: list[tuple[str, str]]
) -> None:
    """Bidi, controls, halves of letters: a file that cannot be read again loses all of it."""
    typed = Typed(lead_id=1, name=name, note=note, words=words, fields=tuple(fields))
    assert typed_from(typed_plain(typed)) == typed


def test_the_newest_stands_in_place_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "typed.json"
    keep_typed(path, TYPED)
    keep_typed(path, Typed(lead_id=8, note="another"))
    found = read_typed(path)
    assert found is not None
    assert (found.lead_id, found.note, found.answers) == (8, "another", ())


def test_nothing_of_it_stays_when_all_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "typed.json"
    keep_typed(path, TYPED)
    path.with_suffix(".new").write_text("half", encoding="utf-8")
    drop_typed(path)
    assert list(tmp_path.iterdir()) == []
    assert read_typed(path) is None
    drop_typed(path)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"lead_id": "x"}', '{"lead_id": 1}'])
def test_a_file_that_says_nothing_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    """A start of the program never fails on it."""
    path = tmp_path / "typed.json"
    path.write_text(text, encoding="utf-8")
    assert read_typed(path) is None


def test_a_folder_that_takes_no_file_is_said_and_not_thrown(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert not keep_typed(in_the_way / "typed.json", TYPED)


def test_all_of_it_reads_as_a_note() -> None:
    assert TYPED.text == ("prefers mornings\nneed: a new line in aut\nWhen to call back: thu half")
    assert Typed(lead_id=3).is_empty


def test_something_else_than_what_was_typed_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be read"):
        typed_from({"answers": [{"id": "1"}], "lead_id": 1})


def a_gone_process() -> int:
    """The number of a program that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as program:
        program.wait()
    return program.pid


def test_what_a_program_that_is_gone_left_is_taken_up_once(tmp_path: Path) -> None:
    left = tmp_path / f"typed-0a-0b-{a_gone_process()}.json"
    mine = tmp_path / f"typed-0a-0b-{os.getpid()}.json"
    keep_typed(left, TYPED)
    assert take_up_typed(mine) == TYPED
    assert (left.exists(), read_typed(mine)) == (False, TYPED)
    drop_typed(mine)
    assert take_up_typed(mine) is None


def test_what_a_program_that_runs_or_another_person_typed_is_let_be(tmp_path: Path) -> None:
    """Two windows of one person: neither takes the other's unsaved typing away."""
    theirs = tmp_path / f"typed-0a-0b-{os.getppid()}.json"
    others = tmp_path / f"typed-0a-0c-{a_gone_process()}.json"
    mine = tmp_path / f"typed-0a-0b-{os.getpid()}.json"
    for path in (theirs, others):
        keep_typed(path, TYPED)
    assert take_up_typed(mine) is None
    keep_typed(mine, Typed(lead_id=8, note="mine"))
    drop_typed(mine)
    assert read_typed(theirs) == read_typed(others) == TYPED
    assert is_running(str(os.getppid()))
    assert not is_running("new")


def test_what_was_typed_about_who_was_erased_goes_whoever_typed_it(tmp_path: Path) -> None:
    """Of this workspace only: the same number is somebody else in another."""
    mine = tmp_path / "typed-0a-0b-12.json"
    about = {mine: 7, tmp_path / "typed-0a-0c-13.json": 7, tmp_path / "typed-0a-0b-14.json": 8}
    elsewhere = tmp_path / "typed-0f-0b-12.json"
    for path, lead in {**about, elsewhere: 7}.items():
        keep_typed(path, Typed(lead_id=lead, note="mornings"))
    assert drop_typed_about(mine, lambda lead: lead == 7) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"typed-0a-0b-14.json", elsewhere.name}
