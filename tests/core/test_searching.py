"""How a search is read: words as names are kept, numbers in any spelling, addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.identity import company_key, name_key
from qualdesk.core.searching import LONGEST, holds, kept_words, read_search

TYPED = st.text(max_size=60)
NAMES = st.sampled_from(
    (
        "Katrin Albers",
        "Dr. Jürgen Groß",
        "Łukasz Wójcik",
        "Dana O'Brien",
        "Mary-Ann van der Berg",
        "Åsa Sjöström",
        "Nguyễn Văn Anh",
    )
)


@pytest.mark.parametrize(
    ("typed", "digits", "is_abroad"),
    [
        ("9214", "9214", False),
        ("0178", "0178", False),
        ("040 66969 214", "04066969214", False),
        ("040/66969-214", "04066969214", False),
        ("+49 (0)40 66969214", "494066969214", True),
        ("0049 40 66969214", "00494066969214", True),
        ("tel:+494066969214", "494066969214", True),
        ("+1 (212) 555-0178 ext. 12", "12125550178", True),
        ("030 23125-417 Durchwahl 5", "03023125417", False),
        ("\uff10\uff14\uff10\uff16\uff16\uff19", "040669", False),
        ("\u202d+49 40 66969214\u202c", "494066969214", True),
    ],
)
def test_a_number_is_read_in_any_spelling(typed: str, digits: str, *, is_abroad: bool) -> None:
    asked = read_search(typed)
    assert (asked.digits, asked.is_abroad) == (digits, is_abroad)


@pytest.mark.parametrize("typed", ["921", "", "Halle 9214", "4711 GmbH", "1-2"])
def test_too_few_digits_and_digits_among_words_are_no_number(typed: str) -> None:
    assert read_search(typed).digits == ""


def test_a_zero_dialled_at_home_may_be_left_out_at_the_end_and_at_the_beginning() -> None:
    asked = read_search("040 66969")
    assert asked.endings() == ("04066969", "4066969")
    assert asked.beginnings(["DE", "GB", "DE", "XX"]) == ("+494066969", "+444066969")
    assert read_search("0178").endings() == ("0178",)
    assert read_search("0178").beginnings(["US"]) == ()
    assert read_search("+49 40 66").beginnings(["FR"]) == ("+494066",)


@given(NAMES)
def test_a_name_is_found_by_each_beginning_of_each_word_in_any_order(name: str) -> None:
    key = name_key(name)
    words = name.replace("'", " ").replace("-", " ").removeprefix("Dr. ").split()
    for word in words:
        for end in range(1, len(word) + 1):
            assert holds(read_search(word[:end]).words, key), word[:end]
    assert holds(read_search(" ".join(reversed(words))).words, key)
    assert holds(read_search(name.upper()).words, key)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mueller", "Jan Müller"),
        ("Müller", "Jan Mueller"),
        ("muller", "Jan Müller"),
        ("Joerg", "Jörg Ahrens"),
        ("Manuela", "Manuela Ost"),
        ("dr. albers", "Katrin Albers"),
        ("frau albers", "Katrin Albers"),
        ("fr", "Fritz Ahrens"),
    ],
)
def test_dotted_letters_and_titles_are_as_people_write_them(typed: str, name: str) -> None:
    assert holds(read_search(typed).words, name_key(name))


def test_words_of_name_and_company_may_be_mixed_and_all_must_fit() -> None:
    keys = (name_key("Katrin Albers"), company_key("Elbkorn Foods GmbH"))
    assert holds(read_search("kat elbk").words, *keys)
    assert not holds(read_search("kat elbx").words, *keys)
    assert not holds(read_search("atrin").words, *keys)


def test_an_address_is_looked_for_whole_and_says_a_name_before_it_is() -> None:
    whole = read_search(" Katrin.Albers+fair@Elbkorn.example ")
    assert whole.email == "katrin.albers@elbkorn.example"
    part = read_search("katrin.albers@elb")
    assert part.email == ""
    assert holds(part.words, name_key("Katrin Albers"))


def test_who_calls_is_asked_by_digits_or_a_full_name() -> None:
    enough = ("9214", "Katrin Albers", "kat alb", "katrin@elbkorn.example")
    assert [read_search(text).names_somebody for text in enough] == [True] * 4
    too_little = ("921", "Katrin", "k a", "", "Dr. Albers")
    assert [read_search(text).names_somebody for text in too_little] == [False] * 5


@given(TYPED)
def test_whatever_is_typed_is_read_and_nothing_endless_is_looked_for(typed: str) -> None:
    asked = read_search(typed * 20)
    assert len(asked.text) <= LONGEST
    assert asked.is_nothing == (not asked.words and not asked.digits and not asked.email)
    assert all(spelling.split() == [spelling] for word in asked.words for spelling in word)
    assert len(asked.words) <= 8


@given(TYPED, TYPED)
def test_each_kept_word_of_a_key_finds_the_key(name: str, company: str) -> None:
    for key in (name_key(name), company_key(company)):
        for word in kept_words(key):
            assert holds(((word,),), key)
