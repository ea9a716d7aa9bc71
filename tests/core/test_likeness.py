"""Who might be the same person: suggested with a reason, and only where there is one."""

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.identity import company_key, email_key, folded, name_key
from qualdesk.core.likeness import Likened, likely_pairs, name_likeness, why_alike


def somebody(row: int, name: str, **more: str) -> Likened:
    """A person of a list, compared as the intake compares them."""
    return Likened(
        id=row,
        name=name_key(name),
        company=company_key(more.get("company", "")),
        numbers=frozenset(filter(None, [more.get("number", "")])),
        emails=frozenset(filter(None, [email_key(more.get("email", ""))])),
        city=folded(more.get("city", "")),
        postcode=more.get("postcode", ""),
    )


def pairs(people: Iterable[Likened]) -> list[tuple[int, int]]:
    return [(pair.one, pair.other) for pair in likely_pairs(people)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sabine Kröger", "Sabine Kroeger"),
        ("Sabine Kröger", "Kroger, Sabine"),
        ("Bob Ashworth", "Robert Ashworth"),
        ("Jonas Reuter", "Jonas Reutter"),
        ("Jonas Reuter", "Jomas Reuter"),
        ("J. Reuter", "Jonas Reuter"),
        ("Stefan Vogt", "Stephan Vogt"),
    ],
)
def test_a_slip_a_short_name_or_an_umlaut_makes_names_nearly_the_same(one: str, other: str) -> None:
    assert name_likeness(name_key(one), name_key(other)) >= 88


@pytest.mark.parametrize(
    ("one", "other"),
    [("Emily Sharp", "Nadine Vogt"), ("Emily Sharp", "Oliver Sharp"), ("Emily Sharp", "")],
)
def test_two_people_have_two_names(one: str, other: str) -> None:
    assert name_likeness(name_key(one), name_key(other)) < 74


def test_nearly_the_same_name_at_the_same_company_is_worth_a_look() -> None:
    one = somebody(1, "Sabine Kröger", company="Molkerei Aller GmbH")
    other = somebody(2, "Sabine Krögr", company="Molkerei Aller")
    assert why_alike(one, other) == "Names nearly the same, the same company."
    assert pairs([one, other]) == [(1, 2)]


def test_the_reason_says_everything_they_have_in_common() -> None:
    one = somebody(1, "Emily Sharp", email="e.sharp@avonbrook.example", postcode="BS1 4ND")
    other = somebody(2, "Emily Sharp", email="e.sharpe@avonbrook.example", postcode="BS1 4ND")
    assert why_alike(one, other) == "Same name, e-mails nearly the same and the same postcode."


def test_the_same_name_alone_says_nothing() -> None:
    assert pairs([somebody(1, "Emily Sharp"), somebody(2, "Emily Sharp")]) == []


def test_a_bare_first_name_needs_more_than_a_town() -> None:
    one, other = somebody(1, "Emily", city="Bristol"), somebody(2, "Emily", city="Bristol")
    assert why_alike(one, other) == ""
    rare = {"number": "+441174960342"}
    assert why_alike(somebody(1, "Emily", **rare), somebody(2, "Emili", **rare)) != ""


def test_people_who_share_a_switchboard_are_not_suggested_as_one() -> None:
    line = "+494066969118"
    people = [
        somebody(number, name, number=line, company="Fisch Janssen")
        for number, name in enumerate(("Meike Janssen", "Ralf Simon", "Tanja Wirth"), start=1)
    ]
    assert pairs(people) == []


def test_numbers_one_digit_apart_count_as_one_thing_in_common() -> None:
    one = somebody(1, "Nadine Vogt", number="+496990009286")
    other = somebody(2, "Nadine Vogt", number="+496990009236", city="")
    assert why_alike(one, other) == "Same name, numbers one digit apart."


def test_a_crowded_block_says_nothing_and_takes_no_time() -> None:
    people = [somebody(n, f"Alex Muster{n:05}", company="Same Firm") for n in range(1, 2001)]
    found = pairs(people)
    assert len(found) < 80 * 80


NAMES = st.sampled_from(["Emily Sharp", "Emily Sharpe", "E. Sharp", "Jonas Reuter", "", "Bob"])
PEOPLE = st.lists(
    st.tuples(
        NAMES,
        st.sampled_from(["", "Avonbrook", "Avonbrook Dairy"]),
        st.sampled_from(["", "BS1"]),
    ),
    max_size=8,
)


@given(PEOPLE)
def test_each_pair_is_said_once_and_the_earlier_first(rows: list[tuple[str, str, str]]) -> None:
    people = [
        somebody(number, name, company=company, postcode=postcode)
        for number, (name, company, postcode) in enumerate(rows, start=1)
    ]
    found = pairs(people)
    assert len(found) == len(set(found))
    alike = {(a.id, b.id) for a, b in combinations(people, 2) if why_alike(a, b)}
    assert set(found) <= alike


@given(NAMES, NAMES)
def test_likeness_does_not_depend_on_who_comes_first(one: str, other: str) -> None:
    assert name_likeness(name_key(one), name_key(other)) == pytest.approx(
        name_likeness(name_key(other), name_key(one))
    )
