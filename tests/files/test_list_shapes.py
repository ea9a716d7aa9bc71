"""The shapes real lists have: whoever is in them is found, whatever stands around them (Q5)."""

from pathlib import Path

import pytest

from list_shapes import Shape, mixed_shapes, shapes
from qualdesk.core.list_choices import ListForm
from qualdesk.files.lists import open_list

SAMPLE = shapes()


def is_found(shape: Shape, path: Path) -> bool:
    path.write_bytes(shape.content)
    with open_list(path) as table:
        rows = tuple(cells[0] for _, cells in table.rows())
        return (table.header_row, rows) == (shape.header_row, shape.first)


def test_the_sample_is_large_and_varied() -> None:
    assert len(SAMPLE) >= 40
    assert len({shape.name for shape in SAMPLE}) == len(SAMPLE)
    assert len({shape.content for shape in SAMPLE}) == len(SAMPLE)


def test_headings_and_people_are_found_in_nine_of_ten_lists(tmp_path: Path) -> None:
    missed = [shape.name for shape in SAMPLE if not is_found(shape, tmp_path / "list.csv")]
    assert len(missed) <= len(SAMPLE) * 0.1, missed


def test_headings_and_people_are_found_whatever_is_put_together(tmp_path: Path) -> None:
    """Languages, columns, lines above and below as they come, and a few that nobody could tell."""
    mixed = list(mixed_shapes(400))
    missed = [shape for shape in mixed if not is_found(shape, tmp_path / "list.csv")]
    assert len(mixed) == 400
    assert len(missed) <= len(mixed) * 0.1


@pytest.mark.parametrize("shape", SAMPLE, ids=lambda shape: shape.name)
def test_every_line_is_a_row_a_heading_or_said_to_be_set_aside(
    shape: Shape, tmp_path: Path
) -> None:
    """Nothing read is dropped without a word."""
    path = tmp_path / "list.csv"
    path.write_bytes(shape.content)
    with open_list(path, ListForm(header_row=0)) as table:
        lines = {number for number, _ in table.rows()}
    with open_list(path) as table:
        rows = {number for number, _ in table.rows()}
        chosen = next(one for one in table.tables if one.header_row == table.header_row)
        aside = {
            number
            for first, last, _ in table.set_aside
            for number in range(first, last + 1)
            if number in lines
        }
    parts = (rows, set(chosen.header_rows), aside)
    assert lines == set().union(*parts)
    assert sum(map(len, parts)) == len(lines), "and no line is two things"
