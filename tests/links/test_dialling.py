"""Dialling hands over a number that was parsed, in an address that can only dial."""

import pytest

from qualdesk.core.errors import Refused
from qualdesk.links.dialling import SCHEMES, may_open, tel_link


@pytest.mark.parametrize(
    ("e164", "extension", "link"),
    [
        ("+493023125001", "", "tel:+49-30-23125001"),
        ("+12125550101", "123", "tel:+1-212-555-0101;ext=123"),
        ("+442079460000", "", "tel:+44-20-7946-0000"),
    ],
)
def test_a_number_becomes_an_address_that_dials_it(e164: str, extension: str, link: str) -> None:
    assert tel_link(e164, extension) == link


def test_other_phone_programs_get_the_number_their_way() -> None:
    assert tel_link("+493023125001", scheme="sip") == "sip:+493023125001"
    assert tel_link("+493023125001", "12", scheme="callto") == "callto:+493023125001"


@pytest.mark.parametrize(
    ("e164", "extension"),
    [
        ("", ""),
        ("030 23125001", ""),
        ("+49 30 23125001", ""),
        ("+493023125001,+493023125002", ""),
        ("+493023125001;phone-context=evil.example", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("+493023125001", "12;isub=1"),
        ("+493023125001", "1\n2"),
        ("+49", ""),
    ],
)
def test_what_is_no_parsed_number_is_not_dialled(e164: str, extension: str) -> None:
    with pytest.raises(Refused, match="cannot be dialled"):
        tel_link(e164, extension)


@pytest.mark.parametrize("scheme", ["file", "http", "javascript", "", "TEL"])
def test_a_scheme_that_does_not_dial_is_refused(scheme: str) -> None:
    with pytest.raises(Refused, match="does not dial"):
        tel_link("+493023125001", scheme=scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_dials_may_be_opened(scheme: str) -> None:
    assert may_open(tel_link("+493023125001", scheme=scheme))


@pytest.mark.parametrize(
    "address",
    ["", "tel", "tel:", "file:///x", "https://evil.example/", "mailto:a@b.example", "tel:1\n2"],
)
def test_nothing_else_may_be_opened(address: str) -> None:
    assert not may_open(address)
