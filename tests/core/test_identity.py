"""Who is the same person: exact keys, all with all, and a household stays several people."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.identity import (
    Keys,
    company_key,
    email_key,
    folded,
    keys_of,
    name_key,
    names_agree,
    number_key,
    same_person,
)
from qualdesk.core.leads import Company, Contact, Phone, PhoneState


def person(
    name: str = "", company: str = "", numbers: tuple[str, ...] = (), emails: tuple[str, ...] = ()
) -> Keys:
    return keys_of(
        Contact(
            name=name,
            company=Company(name=company) if company else None,
            phones=tuple(Phone(raw=n, state=PhoneState.VALID, e164=n) for n in numbers),
            emails=emails,
        )
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. J\u00fcrgen Gro\u00df", "Gross, JURGEN"),
        ("Piotr Zieli\u0144ski", "zielinski piotr"),
        ("\u0141ucja \u00d8stergaard", "Lucja Ostergaard"),
        ("  Anna   Berg ", "Berg Anna"),
        ("Mrs Mary-Jane O'Neil", "o'neil mary jane"),
    ],
)
def test_a_name_is_one_name_in_any_order_and_spelling(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


def test_a_name_of_titles_alone_stays_a_name() -> None:
    assert name_key("Dr. Prof.") == "dr prof"
    assert name_key("") == ""


@pytest.mark.parametrize(
    "names",
    [
        ("Elbkorn Foods GmbH", "ELBKORN FOODS", "Elbkorn Foods G.m.b.H."),
        ("ACME Holdings GmbH & Co. KG", "acme holdings"),
        ("Sharp Co., Ltd.", "Sharp"),
        ("Zielone Pola Sp. z o.o.", "zielone pola"),
        ("Maison Perrin SAS", "Maison  Perrin"),
        ("Huerta Navarro S.L.", "Huerta Navarro"),
    ],
)
def test_a_company_is_one_company_with_and_without_its_legal_form(names: tuple[str, ...]) -> None:
    assert len({company_key(name) for name in names}) == 1
    assert company_key(names[0])


def test_a_company_named_like_a_legal_form_keeps_its_name() -> None:
    assert company_key("GmbH") == "gmbh"
    assert company_key("Co Op Bank") == "co op bank"
    assert company_key("Avonbrook Dairy Ltd") != company_key("Avonbrook Foods Ltd")


def test_an_address_is_compared_without_its_tag_and_case() -> None:
    assert email_key(" Ana.Berg+expo@Example.COM ") == "ana.berg@example.com"
    assert email_key("+x@example.com") == "+x@example.com"
    assert email_key("not an address") == email_key("@example.com") == email_key("") == ""


def test_two_extensions_of_one_switchboard_are_two_numbers() -> None:
    assert number_key("+494066969") == "+494066969"
    assert number_key("+494066969", "12") != number_key("+494066969", "13")


def test_folding_forgets_case_accents_and_spaces() -> None:
    assert folded("  Pr\u00e9nom  DU ") == "prenom du"
    assert folded("\u0141\u00d3D\u0179") == "lodz"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Kristin Proctor", "Kristin P.", True),
        ("Connie Casey", "C. Connie", True),
        ("John Doe", "John M. Doe", True),
        ("Smith", "John Smith", True),
        ("", "John Smith", True),
        ("Anna Berg", "Bruno Berg", False),
        ("Anna Berg", "Anna Thal", False),
        ("A. B.", "C. D.", False),
    ],
)
def test_names_agree_when_one_can_be_the_other_written_shorter(
    one: str, other: str, *, agree: bool
) -> None:
    assert names_agree(name_key(one), name_key(other)) is agree
    assert names_agree(name_key(other), name_key(one)) is agree


def test_each_key_alone_finds_the_same_person() -> None:
    anna = person("Anna Berg", "Elbkorn GmbH", ("+4930111", "+4930222"), ("anna@elbkorn.example",))
    assert same_person(anna, person("Anna Berg", numbers=("+4930222",))) == "number"
    assert same_person(anna, person("A. Berg", emails=("ANNA+x@elbkorn.example",))) == "e-mail"
    assert same_person(anna, person("Berg, Anna", "Elbkorn")) == "name and company"


def test_second_numbers_and_addresses_count_as_much_as_first_ones() -> None:
    """Comparing only the first with the first finds a third of the repeats."""
    one = person("Anna Berg", numbers=("+4930111", "+4930222"))
    other = person("Anna Berg", numbers=("+4930999", "+4930111"))
    assert same_person(one, other) == "number"


def test_a_shared_switchboard_is_a_household() -> None:
    """Three people on one number are three leads."""
    people = [person(name, "Backhaus", ("+493023125417",)) for name in ("Jo Reuter", "Ma Pagel")]
    assert not any(same_person(one, other) for one, other in pairwise(people))


def test_a_shared_mailbox_is_a_household() -> None:
    assert not same_person(
        person("Jo Reuter", emails=("info@backhaus.example",)),
        person("Ma Pagel", emails=("info@backhaus.example",)),
    )


def test_an_address_alone_is_no_identity() -> None:
    """A first name and a test address repeat over many companies in a vendor's own sample."""
    one = person("Michael", "Nucor Steel", ("+18005550101",), ("michael@sample.example",))
    other = person("Michael", "Metaldyne", ("+18005550102",), ("michael@sample.example",))
    assert not same_person(one, other)


def test_one_word_at_a_company_is_not_enough() -> None:
    assert not same_person(person("Smith", "Acme"), person("Smith", "Acme"))
    assert same_person(person("Jo Smith", "Acme"), person("Jo Smith", "Acme Inc."))


def test_whoever_has_nothing_is_nobody_else() -> None:
    assert not same_person(person(), person())
    assert not same_person(person("Anna Berg"), person("Anna Berg"))


def test_two_sets_of_keys_of_one_person_become_one() -> None:
    both = person("A. Berg", "Elbkorn", ("+4930111",)) | person("Anna Berg", "", ("+4930222",))
    assert both.name == "anna berg"
    assert both.company == "elbkorn"
    assert len(both.numbers) == 2
    assert set(both.each()) == {"n:+4930111", "n:+4930222", "p:anna berg|elbkorn"}


names = st.sampled_from(
    ["", "Anna Berg", "A. Berg", "Berg", "Bruno Berg", "Cleo Thal", "Anna Thal"]
)
people = st.builds(
    person,
    names,
    st.sampled_from(["", "Acme", "Beta"]),
    st.lists(st.sampled_from(["+491", "+492"]), max_size=2).map(tuple),
    st.lists(st.sampled_from(["x@y.example", "z@y.example"]), max_size=2).map(tuple),
)


@given(people, people)
def test_the_decision_does_not_depend_on_who_comes_first(one: Keys, other: Keys) -> None:
    assert same_person(one, other) == same_person(other, one)


@given(people, people)
def test_whoever_shares_no_key_is_never_joined(one: Keys, other: Keys) -> None:
    if not set(one.each()) & set(other.each()):
        assert not same_person(one, other)
