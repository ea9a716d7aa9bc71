"""What people said leaves without who said it: no name, no number, no address (T5)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core.identity import name_key
from qualdesk.core.unnamed import (
    NO_ADDRESS,
    NO_NAME,
    NO_NUMBER,
    Near,
    keys_in,
    names_said,
    unnamed,
)

KAI = Near(people=("Kai Lorenz", "Maya Lind"), companies=("Elbkorn Foods GmbH",))


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("Ask Kai Lorenz about it", f"Ask {NO_NAME} about it"),
        ("ask KAI about it", f"ask {NO_NAME} about it"),
        ("Lorenz, Kai decides", f"{NO_NAME} decides"),
        ("Kai's line is old", f"{NO_NAME}'s line is old"),
        ("We at Elbkorn Foods buy in May", f"We at {NO_NAME} buy in May"),
        ("We make foods", "We make foods"),
        ("Call +49 (0)30 23125-101 please", f"Call {NO_NUMBER} please"),
        ("Call 030/23 12 51 01", f"Call {NO_NUMBER}"),
        ("Call \u0660\u0663\u0660\u0662\u0663\u0661\u0662\u0665\u0661", f"Call {NO_NUMBER}"),
        ("0\u200b30\u200b23125101", NO_NUMBER),
        ("It costs 12,500 a year since 2019", "It costs 12,500 a year since 2019"),
        ("Write to kai.l@elbkorn.example!", f"Write to {NO_ADDRESS}"),
        ("See https://people.example/in/kai-l", f"See {NO_ADDRESS}"),
        ("See people.example/in/kai", f"See {NO_ADDRESS}"),
        ("Frau von Berg decides", f"Frau {NO_NAME} decides"),
        ("Ask Mr. Tom Baker first", f"Ask Mr {NO_NAME} first"),
        ("4 hours a week are lost", "4 hours a week are lost"),
    ],
)
def test_who_somebody_is_stays_here_and_what_they_need_goes(said: str, leaves: str) -> None:
    assert unnamed(said, KAI) == leaves


def test_whoever_the_workspace_knows_is_left_out_of_everybodys_words() -> None:
    """A colleague who is a lead of another list is nobody near, and still nobody's business."""
    known = {name_key("Jens Petersen"), name_key("Ana Maria Sousa")}
    said = "Jens Petersen and Petersen, Jens know; ana maria sousa pays. Price is too high."
    assert unnamed(said, Near(), known) == (
        f"{NO_NAME} and {NO_NAME} know; {NO_NAME} pays. Price is too high."
    )
    assert known <= keys_in([said])


def test_a_surname_that_is_a_word_is_left_out_only_beside_its_first_name() -> None:
    known = {name_key("Leontyne Price")}
    assert unnamed("The price is too high", Near(), known) == "The price is too high"
    assert unnamed("Leontyne Price decides", Near(), known) == f"{NO_NAME} decides"


def test_small_words_of_a_name_are_no_names() -> None:
    near = Near(people=("Jan van der Berg",))
    said = f"Was der {NO_NAME} will, weiß der Chef"
    assert unnamed("Was der Berg will, weiß der Chef", near) == said


def test_of_an_answer_that_is_a_person_only_the_name_is_a_name() -> None:
    """Otherwise "the" and "plant" would be left out of all that its lead said."""
    assert names_said("Tom Baker, the plant director, and his boss") == ("Tom", "Baker")
    assert names_said("Frau Seidel, unsere Einkäuferin. Und der Chef.") == ("Seidel", "Einkäuferin")
    assert names_said("I decide with the Production Manager") == ()


_NAME = st.text("abcdefgMNOPQÄÖßéłø", min_size=3, max_size=9)
_TEXT = st.text("abc ,.-'\u200b\u202e(+)=@", max_size=12)


@settings(max_examples=60)
@given(first=_NAME, last=_NAME, before=_TEXT, after=_TEXT, digits=st.integers(10**7, 10**14))
def test_no_name_and_no_number_gets_through_whatever_stands_around_it(
    first: str, last: str, before: str, after: str, digits: int
) -> None:
    near = Near(people=(f"{first} {last}",))
    left = unnamed(f"{before} {first} {last} {after} +{digits} {before}", near)
    words = left.replace(NO_NAME, "").replace(NO_NUMBER, "").replace(NO_ADDRESS, "").split()
    assert first.casefold() not in (word.casefold() for word in words)
    assert last.casefold() not in (word.casefold() for word in words)
    assert str(digits) not in left
