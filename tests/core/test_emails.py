"""E-mail addresses: found, kept as they are, and doubted in words only."""

import pytest
from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qualdesk.core.emails import addresses_in, doubt, is_address, without_addresses
from qualdesk.core.identity import email_key


def by_the_library(address: str) -> bool:
    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("anna@berg.example", ("anna@berg.example",)),
        ("Anna.Berg@BERG.Example", ("Anna.Berg@berg.example",)),
        ("mailto:anna@berg.example", ("anna@berg.example",)),
        ("Anna Berg <anna@berg.example>", ("anna@berg.example",)),
        ("write to anna@berg.example.", ("anna@berg.example",)),
        ("a@b.example; c@d.example / a@b.example", ("a@b.example", "c@d.example")),
        ("to follow", ()),
        ("", ()),
    ],
)
def test_addresses_are_found_in_a_cell_whatever_stands_around_them(
    cell: str, found: tuple[str, ...]
) -> None:
    assert addresses_in(cell) == found


def test_what_stands_beside_an_address_is_not_lost() -> None:
    assert without_addresses("raj@agency.example / 030 23125 417") == "030 23125 417"
    assert without_addresses("030 23125 417") == "030 23125 417"


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("anna@gmail.con", "anna@gmail.com"),
        ("anna@hotnail.com", "anna@hotmail.com"),
        ("anna@gmial.com", "anna@gmail.com"),
        ("anna@yahooo.com", "anna@yahoo.com"),
        ("anna@elbkorn.cmo", "anna@elbkorn.com"),
    ],
)
def test_an_obvious_slip_is_a_question_and_never_a_change(address: str, meant: str) -> None:
    assert doubt(address) == f"{address}: did you mean {meant}?"
    assert addresses_in(address) == (address,)
    assert email_key(address) == address


@pytest.mark.parametrize(
    "address", ["anna@gmail.com", "anna@gmx.at", "anna@gmx.net", "anna@elbkorn.example", "a@b.co"]
)
def test_an_address_that_may_be_right_is_not_doubted(address: str) -> None:
    assert doubt(address) == ""


@pytest.mark.parametrize("address", ["anna@berg", "a..b@berg.example", "anna@-berg.example", "@"])
def test_what_is_no_address_is_said_so_and_matches_nobody(address: str) -> None:
    assert not is_address(address)
    assert "is no e-mail address" in doubt(address)
    assert email_key(address) == ""


def test_names_reserved_for_no_mail_are_those_the_library_refuses() -> None:
    for name in SPECIAL_USE_DOMAIN_NAMES:
        assert is_address(f"a@b.{name}") is by_the_library(f"a@b.{name}")


@example("a", "xn--80ak6aa92e.com")
@example("a", "ab--c.com")
@example("a" * 65, "b.com")
@example("a", "b.local")
@settings(max_examples=300)
@given(
    st.text("abcXYZ019._+-' \u00e4@\"", min_size=1, max_size=20),
    st.from_regex(r"[a-zA-Z0-9.\u00e4-]{1,20}(\.[a-zA-Z0-9]{1,8})?", fullmatch=True),
)
def test_the_fast_look_says_what_the_library_says(name: str, domain: str) -> None:
    address = f"{name}@{domain}"
    assert is_address(address) is by_the_library(address)
