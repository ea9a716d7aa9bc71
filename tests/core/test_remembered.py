"""What of the last list holds for the next: by the text of a heading, never by its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.columns import Because, Field, Surety, read_columns
from qualdesk.core.headings import heading_fingerprint, named_headings, own_headings
from qualdesk.core.remembered import Remembered, recall

HEADINGS = ("Name", "Company", "E-mail", "Phone", "City", "Field 7", "Booth")
LAST = Remembered(headings=HEADINGS, fields={"Field 7": "note", "Booth": "scanned_by"})


def fields_of(*headings: str, last: Remembered = LAST) -> dict[str, tuple[Field, Surety, Because]]:
    found = read_columns(headings, [], remembered=last).columns
    return {one.heading: (one.field, one.surety, one.because) for one in found}


def test_the_same_headings_in_another_order_are_read_as_before() -> None:
    found = fields_of(*reversed(HEADINGS))
    assert found["Field 7"] == (Field.NOTE, Surety.SURE, Because.REMEMBERED)
    assert found["Booth"] == (Field.SCANNED_BY, Surety.SURE, Because.REMEMBERED)


def test_an_inserted_column_shifts_nothing_and_is_named() -> None:
    headings = ("Hall", *HEADINGS)
    found = fields_of(*headings)
    assert found["Field 7"] == (Field.NOTE, Surety.LIKELY, Because.REMEMBERED)
    assert found["Booth"] == (Field.SCANNED_BY, Surety.LIKELY, Because.REMEMBERED)
    assert found["Hall"] == (Field.OTHER, Surety.UNUSED, Because.NOTHING)
    (note,) = read_columns(headings, [], remembered=LAST).notes
    assert note == "Read as the last list from this source; 1 new column: Hall."


def test_a_column_that_is_gone_is_named_too() -> None:
    (note,) = read_columns([*HEADINGS[:-2], "Hall", "Row no"], [], remembered=LAST).notes or ("",)
    assert note == "", "two gone and two new: that is another source"
    (note,) = read_columns(HEADINGS[:-1], [], remembered=LAST).notes
    assert note == "Read as the last list from this source; 1 column missing: Booth."


def test_a_list_with_little_in_common_is_another_source() -> None:
    assert recall(LAST, ("Name", "Company", "Booth", "Topic")) is None
    assert recall(None, HEADINGS) is None
    assert fields_of("Name", "Booth")["Booth"][2] is Because.NOTHING


def test_headings_are_matched_without_their_dress_where_that_is_plain() -> None:
    found = fields_of(*(heading.upper().replace(" ", "_") for heading in HEADINGS))
    assert found["FIELD_7"] == (Field.NOTE, Surety.SURE, Because.REMEMBERED)
    last = Remembered(headings=("Q 1", "Q 2", "Name"), fields={"Q 1": "note", "Q 2": "demo"})
    assert recall(last, ("Q 3", "Name")).fields == {}, "it could be either of them"  # type: ignore[union-attr]


def test_columns_without_a_heading_hold_only_where_all_stand_as_they_did() -> None:
    last = Remembered(headings=("Name", "Phone", "Column 3"), fields={"Column 3": "note"})
    assert fields_of("Name", "Phone", "", last=last)["Column 3"][0] is Field.NOTE
    assert fields_of("Phone", "Name", "", last=last)["Column 3"][0] is Field.OTHER


def test_values_that_cannot_be_what_is_remembered_are_guessed_anew() -> None:
    """Two sources may have the same few headings, and other things below them."""
    last = Remembered(headings=("Contact", "Firm"), fields={"Contact": "phone"})
    rows = [["Anna Berg", "x"], ["Bo Thal", "y"], ["Cy Dorn", "z"]]
    found = read_columns(["Contact", "Firm"], rows, remembered=last).columns
    assert (found[0].field, found[0].because) == (Field.NAME, Because.HEADING)
    numbers = [["030 23125 417", "x"]]
    again = read_columns(["Contact", "Firm"], numbers, remembered=last).columns
    assert (again[0].field, again[0].because) == (Field.PHONE, Because.REMEMBERED)


def test_a_question_of_another_script_is_forgotten() -> None:
    last = Remembered(headings=("Name", "Q7"), fields={"Q7": "question:need"})
    assert fields_of("Name", "Q7", last=last)["Q7"][0] is Field.OTHER


def test_a_list_without_headings_is_nobodys() -> None:
    assert heading_fingerprint(["", "Column 2", " "]) == ""
    assert (
        recall(Remembered(headings=("Column 1",), fields={"Column 1": "name"}), ("Column 1",))
        is None
    )


def test_a_blank_column_more_makes_no_other_source() -> None:
    assert heading_fingerprint([*HEADINGS, "", ""]) == heading_fingerprint(HEADINGS)


@given(
    st.permutations(HEADINGS), st.lists(st.sampled_from(["", "Hall", "Row", "Desk"]), max_size=2)
)
def test_whatever_is_put_in_anywhere_a_remembered_heading_keeps_its_field(
    order: list[str], more: list[str]
) -> None:
    for at, heading in enumerate(more):
        order.insert(at * 3, heading)
    found = read_columns(order, [], remembered=LAST).columns
    by_heading = {column.heading: column.field for column in found}
    assert by_heading["Field 7"] is Field.NOTE
    assert by_heading["Booth"] is Field.SCANNED_BY


@given(st.lists(st.sampled_from(["", "A", "A (2)", "Column 2", " A "]), max_size=8))
def test_no_two_columns_have_the_same_name(headings: list[str]) -> None:
    named = named_headings(headings, 8)
    assert len(set(named)) == 8
    assert own_headings(named) >= {"a"} if any("A" in heading for heading in headings) else True


@pytest.mark.parametrize(
    "heading", ["x" * 100_000, "((((" * 5_000, "a" + " - " * 20_000, "\x00\u202e"]
)
def test_a_hostile_heading_costs_nothing(heading: str) -> None:
    assert read_columns([heading], [["1"]]).columns[0].heading
