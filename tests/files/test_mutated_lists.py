"""Files damaged at random: rows or a sentence come out, and nothing else, in little time."""

import random
from pathlib import Path

import pytest

from mutated_lists import SEEDS, SLOW, mutated, read_mutated
from qualdesk.files.list_choices import read_choices
from qualdesk.files.lists import open_list

COUNT = 2_000


@pytest.mark.parametrize("kind", SEEDS)
def test_what_is_damaged_was_whole_before(tmp_path: Path, kind: str) -> None:
    for number, content in enumerate(SEEDS[kind]()):
        path = tmp_path / str(number)
        path.write_bytes(content)
        if kind == "choices":
            assert read_choices(path).mapping["Firma"] == "company"
        else:
            with open_list(path) as table:
                texts = [cell for _, cells in table.rows() for cell in cells]
            assert "Anna Berg" in texts
            assert "020 7946 0123" in texts


def test_the_same_seed_damages_the_same_way() -> None:
    for kind in SEEDS:
        one, same, other = (mutated(kind, random.Random(seed)) for seed in ("1/7", "1/7", "1/8"))
        assert one == same != other


def test_damaged_files_are_read_or_refused_in_a_sentence_and_nothing_else() -> None:
    tally = read_mutated(COUNT, seed=2026)
    assert tally.fallen == []
    assert tally.count == COUNT
    assert tally.slowest < SLOW
    # Both ends are reached by every kind, or the damage would show nothing.
    assert set(tally.loaded) == set(tally.refused) == set(SEEDS)
    assert tally.rows > COUNT
