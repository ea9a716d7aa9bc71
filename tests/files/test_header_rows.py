"""Where headings stand: found in shapes real lists have."""

import pytest

from qualdesk.files.header_rows import (
    find_header,
    find_start,
    is_known_heading,
    joined_headings,
    looks_like_data,
)

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


def test_a_first_row_that_says_what_others_say_in_its_place_is_a_row() -> None:
    rows = [["Anna", "Berlin", "yes"], ["Ben", "Ulm", "no"], ["Cleo", "Berlin", "yes"]]
    assert find_header(rows) is None
    assert find_header([["Who", "Where", "Comes"], *rows]) == 0


def test_a_heading_over_several_rows_is_no_row() -> None:
    rows = [["Area", "Share", "Change"], ["Area", "(%)", "to last year"], ["Ulm", "12", "3"]]
    assert find_header([*rows, ["Bonn", "7", "1"]]) == 0


def test_groups_over_groups_over_headings_are_all_headings() -> None:
    rows = [
        ["", "", "Now", "", "", "", "Then", "", ""],
        ["", "", "Calls", "", "Costs", "", "Calls", "", "Costs"],
        ["Area", "Place", "#", "%", "#", "%", "#", "%", "#"],
        ["South", "Ulm", "12", "3", "9", "2", "7", "1", "8"],
        ["North", "Kiel", "11", "4", "8", "3", "6", "2", "7"],
    ]
    start = find_start([["Report"], *rows])
    assert start is not None
    assert (start.header, start.body) == ((1, 2, 3), 4)
    assert joined_headings(rows[:3])[:5] == [
        "Area",
        "Place",
        "Now: Calls: #",
        "Now: Calls: %",
        "Now: Costs: #",
    ]


def test_figures_above_the_list_are_not_its_headings() -> None:
    above = [["Summary"], ["Registered", "120"], ["Attended", "80"], ["Exported by", "Tom"], []]
    assert find_header([*above, HEAD, *PEOPLE]) == 5
    assert find_start([*above, *PEOPLE]) is not None
    assert find_header([*above, *PEOPLE]) is None


def test_a_list_of_one_column_has_its_heading_right_above_its_rows() -> None:
    assert find_header([["Our leads"], [], ["E-mail"], ["a@b.example"], ["c@d.example"]]) == 2
    assert find_header([["Name"], ["Anna"], ["Ben"], ["Cleo"]]) == 0
    assert find_header([["id"], *[[f"id#{n}"] for n in range(70)]]) == 0


def test_long_questions_can_be_headings() -> None:
    long = "How many people work in your company, and how many of them are on the phone all day?"
    assert find_header([["Name", "E-mail", long], *PEOPLE]) == 0
    assert find_header([["Who", "Reach at", "Dial", long], *[[*row, "12"] for row in PEOPLE]]) == 0


@pytest.mark.parametrize("cell", ["Name", "E-Mail", "Téléphone", "会社名", "job title", "Ort"])
def test_headings_lists_of_people_have_are_known(cell: str) -> None:
    assert is_known_heading(cell)
    assert not is_known_heading(f"{cell} 12"), "with a number it may be somebody's name"


@pytest.mark.parametrize("cell", ["a@b.example", "+49 30 23125 417", "12345", "1,5", "2026-03-11"])
def test_headings_never_hold_such_things(cell: str) -> None:
    assert looks_like_data(["Name", cell])


@pytest.mark.parametrize("cell", ["Phone 1", "Name", "2nd address", "@handle", "Q1", ""])
def test_headings_may_hold_such_things(cell: str) -> None:
    assert not looks_like_data([cell])
