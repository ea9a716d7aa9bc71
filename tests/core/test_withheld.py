"""A number nobody may call is left out of every text, in any spelling (invariant 6)."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.withheld import LEFT_OUT, numbers_in, texts_in, withheld, without_numbers

BERLIN = "+493023125001"
BOSTON = "+12125550142"
SPELLINGS = [
    "+493023125001",
    "+49 30 23125001",
    "+49 (0)30 / 23125-001",
    "0049 30 23 12 50 01",
    "011 49 30 23125001",
    "030 23125001",
    "(030) 231.25.001",
    "030/23125\N{EN DASH}001",
    "\N{FULLWIDTH PLUS SIGN}\uff14\uff19 \uff13\uff10 \uff12\uff13\uff11\uff12\uff15 001",
    "+49\u00a030\u202f23125\u200b001",
    "4 9 3 0 2 3 1 2 5 0 0 1",
    "3\ufe0f\u20e30\ufe0f\u20e3 23125001",
    "030\n23125001",
    "231 25 001",
    "\u0660\u0663\u0660 \u0662\u0663\u0661\u0662\u0665\u0660\u0660\u0661",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_number_is_left_out_however_it_is_written(spelling: str) -> None:
    text = f"Call Jens at {spelling} before noon."
    said = without_numbers(text, [BERLIN], ["49"])
    assert said == f"Call Jens at {LEFT_OUT} before noon."


@pytest.mark.parametrize("spelling", [one for one in SPELLINGS if one != "231 25 001"])
def test_each_spelling_is_among_the_numbers_that_are_asked_about(spelling: str) -> None:
    assert BERLIN in numbers_in(f"his line:{spelling}, mornings", ["49"])


def test_a_number_may_stand_between_words_and_beside_others() -> None:
    text = "Tel.+493023125001oder 030 23125002; 2 sites, 14 people, since 2019."
    said = without_numbers(text, [BERLIN], ["49"])
    assert said == f"Tel.{LEFT_OUT}oder 030 23125002; 2 sites, 14 people, since 2019."


def test_numbers_of_several_countries_are_left_out_of_one_text() -> None:
    text = "Boston (212) 555-0142, Berlin 030 23125001, Paris 01 99 00 12 34"
    said = without_numbers(text, [BERLIN, BOSTON], ["49", "1"])
    assert said == f"Boston {LEFT_OUT}, Berlin {LEFT_OUT}, Paris 01 99 00 12 34"


def test_a_text_without_such_a_number_stays_as_it_is() -> None:
    text = "Runs 3 lines (2019, 2021, 2024), 1,200 m\N{SUPERSCRIPT TWO}, budget 40 000 to 60 000"
    assert without_numbers(text, [BERLIN], ["49"]) == text
    assert without_numbers(text, []) == text


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    id: str
    says: str
    more: tuple[str, ...] = ()
    beside: "Note | None" = None


def test_every_text_of_a_value_is_looked_at_but_not_what_identifies_it() -> None:
    note = Note(
        id="493023125001",
        says="Nothing",
        more=("a", "030 23125001"),
        beside=Note(id="2", says="+49 30 23125001"),
    )
    assert set(texts_in(note)) == {"Nothing", "a", "030 23125001", "+49 30 23125001"}
    clean = withheld(note, [BERLIN], ["49"])
    assert clean == Note(
        id="493023125001",
        says="Nothing",
        more=("a", LEFT_OUT),
        beside=Note(id="2", says=LEFT_OUT),
    )
    assert withheld(note, [BOSTON], ["1"]) is note
    assert withheld({"says": ["030 23125001"], "id": "1"}, [BERLIN], ["49"]) == {
        "says": [LEFT_OUT],
        "id": "1",
    }


MARKS = st.text(alphabet=" .-/()\u00a0\u200b\u2013", max_size=3)
WORDS = st.text(alphabet="abc xyz,;", max_size=12)


@given(marks=st.lists(MARKS, min_size=12, max_size=12), before=WORDS, behind=WORDS)
def test_no_marks_between_its_digits_hide_a_number(
    marks: list[str], before: str, behind: str
) -> None:
    """R16: in any spelling."""
    number = "".join(mark + digit for mark, digit in zip(marks, BERLIN[1:], strict=True))
    text = f"{before}+{number}{behind}"
    said = without_numbers(text, [BERLIN], ["49"])
    assert "".join(sign for sign in said if sign.isdigit()) == ""
    assert BERLIN in numbers_in(text)


NEAR = st.lists(
    st.sampled_from(["4930", "0", "30", "23125", "001", " ", "-", "23125001", "7", "x", "+49"]),
    max_size=12,
).map("".join)


@given(NEAR)
def test_what_is_left_of_a_text_holds_the_number_no_more(text: str) -> None:
    assert BERLIN not in numbers_in(without_numbers(text, [BERLIN], ["49"]), ["49"])
