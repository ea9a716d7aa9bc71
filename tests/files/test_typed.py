"""What was typed and is not saved yet, in a file only its person can read."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.errors import Refused
from qualdesk.core.typed import Typed, TypedAnswer, typed_from, typed_plain
from qualdesk.files.typed import drop_typed, keep_typed, read_typed

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
