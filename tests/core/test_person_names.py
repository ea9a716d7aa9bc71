"""Names taken apart as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.person_names import (
    full_name,
    read_name,
    split_name,
    tidied,
    tidied_pair,
    two_people,
)


@pytest.mark.parametrize(
    "name",
    ["Eva Kern / Max Kern", "Ida and Per Holm", "Jan & Jo Lind", "Uwe und Ute Orth", "Al; Cy Do"],
)
def test_two_people_in_one_cell_are_told_and_not_parted(name: str) -> None:
    assert "two people" in two_people(name)


@pytest.mark.parametrize(
    "name", ["Anna Berg", "Jean-Luc d'Ete", "Ortega y Gasset", "Andrea Sandler", "Anna c/o B", ""]
)
def test_one_person_is_not_doubted(name: str) -> None:
    assert two_people(name) == ""


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Anna Berg", "Anna", "Berg"),
        ("Anna Maria Berg", "Anna Maria", "Berg"),
        ("Mary-Jane O'Neil", "Mary-Jane", "O'Neil"),
        ("van der Berg, Anna", "Anna", "van der Berg"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Dr. Juan Q. Xavier de la Vega III", "Juan Q. Xavier", "de la Vega"),
        ("Berg", "", "Berg"),
        ("\u7530\u4e2d\u592a\u90ce", "", "\u7530\u4e2d\u592a\u90ce"),
    ],
)
def test_a_name_is_taken_apart(name: str, first: str, last: str) -> None:
    assert split_name(name) == (first, last)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KR\u00d6GER, SABINE", "Sabine Kr\u00f6ger"),
        ("Kr\u00f6ger, Sabine", "Sabine Kr\u00f6ger"),
        ("KR\u00d6GER Sabine", "Sabine Kr\u00f6ger"),
        ("VAN DER BERG Anna", "Anna van der Berg"),
        ("SABINE KR\u00d6GER", "Sabine Kr\u00f6ger"),
        ("sabine kr\u00f6ger", "Sabine Kr\u00f6ger"),
        ("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven"),
        ("MARY-JANE O'NEIL", "Mary-Jane O'Neil"),
        ("ronald mcdonald", "Ronald McDonald"),
        ("JOHN SMITH III", "John Smith III"),
        ("JP MORGAN", "JP Morgan"),
        ("anna   berg", "Anna Berg"),
    ],
)
def test_a_name_is_tidied_where_there_is_no_doubt(text: str, name: str) -> None:
    assert full_name(text) == name
    assert full_name(name) == name, "and stays so"


@pytest.mark.parametrize(
    "text",
    ["jsmith", "IBM", "jsmith42 x", "Mary McDonald", "Anna de la Vega", "J. Smith", "Smith, Jr.",
     "Smith, John, Jr.", "\u7530\u4e2d \u592a\u90ce", "\uae40 \ubbfc\uc900", "DJ Bob", "Anna BERG",
     "\u0130BRAH\u0130M KAYA", "anna@berg.example x", "", "Dr. Anna Berg", "Acme, Inc.",
     "Elbkorn, GmbH & Co. KG", "<b>, X"],
)  # fmt: skip
def test_a_name_with_a_doubt_stays_as_it_was_written(text: str) -> None:
    assert full_name(text) == text


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sabine.kroeger@elbkorn.example", "Sabine Kr\u00f6ger"),
        ("s.kroger@elbkorn.example", "Sabine Kr\u00f6ger"),
        ("sabine_kr\u00f6ger2@elbkorn.example", "Sabine Kr\u00f6ger"),
        ("kroeger.sabine@elbkorn.example", "Kr\u00f6ger Sabine"),
        ("info@elbkorn.example", "Kr\u00f6ger Sabine"),
        ("t.kroeger@elbkorn.example", "Kr\u00f6ger Sabine"),
    ],
)
def test_capitals_are_turned_only_where_their_own_address_says_so(address: str, name: str) -> None:
    assert full_name("KR\u00d6GER SABINE", [address]) == name


def test_the_family_stands_first_in_east_asian_names() -> None:
    assert split_name("\u7530\u4e2d \u592a\u90ce") == ("\u592a\u90ce", "\u7530\u4e2d")
    assert split_name("\uae40 \ubbfc\uc900") == ("\ubbfc\uc900", "\uae40")


def test_a_first_or_a_last_name_alone_is_tidied_too() -> None:
    assert tidied("SABINE") == "Sabine"
    assert tidied("kr\u00f6ger") == "Kr\u00f6ger"
    assert tidied("VAN DER BERG", is_behind=True) == "van der Berg"
    for kept in ("JP", "AJ", "DeShawn", "x2", "", "Jo"):
        assert tidied(kept) == kept


@given(st.text(max_size=40))
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    read = full_name(text)
    assert sorted(read.casefold().replace(",", "").split()) == sorted(
        text.casefold().replace(",", " ").split()
        if "," in text and "," not in read
        else text.casefold().replace(",", "").split()
    )
    assert full_name(read) == full_name(full_name(read))


@given(
    st.lists(
        st.sampled_from(["Anna", "Maria", "Berg", "Van", "De", "Dr", "Jr", "O'Neil", "J",
                         "Mary-Jane",
                         "Adler12", "Prof.", "Iii", "Zhang", "Kr\u00f6ger", ""]),
        min_size=1, max_size=4,
    ).map(" ".join)
)  # fmt: skip
def test_the_short_way_for_everyday_names_says_what_the_long_way_says(text: str) -> None:
    name = full_name(text)
    assert read_name(text) == (name, *split_name(name))


def test_two_columns_of_a_name_are_tidied_together() -> None:
    assert tidied_pair("SABINE", "KR\u00d6GER") == ("Sabine", "Kr\u00f6ger")
    assert tidied_pair("sabine", "van der berg") == ("Sabine", "van der Berg")
    assert tidied_pair("Sabine", "KR\u00d6GER") == ("Sabine", "Kr\u00f6ger")
    assert tidied_pair("JP", "Morgan") == ("JP", "Morgan")
    assert tidied_pair("Jennifer", "LEE") == ("Jennifer", "LEE")
    assert tidied_pair("", "jsmith") == ("", "jsmith")
