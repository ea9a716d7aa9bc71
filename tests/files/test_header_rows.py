"""Where headings stand: found in shapes real lists have."""

import pytest

from qualdesk.files.header_rows import find_header, looks_like_data

PEOPLE = [["Anna Berg", "anna@berg.example", "030 23125 417"]] * 5
HEAD = ["Name", "E-mail", "Phone"]


@pytest.mark.parametrize(
    ("above", "at"),
    [
        ([], 0),
        ([["Leads of the fair"]], 1),
        ([["Leads of the fair", "", ""], ["", "", ""]], 2),
        ([["Fair", "2026"], ["Exported by", "Tom"], []], 3),
        ([[], [], []], 3),
    ],
)
def test_headings_are_found_below_whatever_stands_above_them(
    above: list[list[str]], at: int
) -> None:
    assert find_header([*above, HEAD, *PEOPLE]) == at


def test_data_without_headings_has_none() -> None:
    assert find_header(PEOPLE) is None
    assert find_header([["Export"], *PEOPLE]) is None


def test_headings_with_gaps_are_still_headings() -> None:
    head = ["Name", "", "Phone", "", "City"]
    assert find_header([head, *[["A", "x", "1", "y", "B"]] * 4]) == 0


def test_one_column_has_its_heading_on_top() -> None:
    assert find_header([["E-mail"], ["a@b.example"], ["c@d.example"]]) == 0


def test_nothing_has_no_headings() -> None:
    assert find_header([]) is None
    assert find_header([["", ""], []]) is None


@pytest.mark.parametrize("cell", ["a@b.example", "+49 30 23125 417", "12345", "1,5", "2026-03-11"])
def test_headings_never_hold_such_things(cell: str) -> None:
    assert looks_like_data(["Name", cell])


@pytest.mark.parametrize("cell", ["Phone 1", "Name", "2nd address", "@handle", "Q1", ""])
def test_headings_may_hold_such_things(cell: str) -> None:
    assert not looks_like_data([cell])
