"""Dialling hands over a number that was parsed, in an address that can only dial."""

import pytest

from qualdesk.core.errors import Refused
from qualdesk.core.phone_programs import PhoneProgram
from qualdesk.links.dialling import SCHEMES, dial_link, may_open, tel_link


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


def test_a_phone_program_is_somebodys_own_choice() -> None:
    assert dial_link("+12125550101", "123") == "tel:+1-212-555-0101;ext=123"
    assert dial_link("+12125550101", program=PhoneProgram(way="sip")) == "sip:+12125550101"
    desk_phone = PhoneProgram(way="own", template="http://phone.example/dial?to={number}&line=2")
    link = dial_link("+493023125001", program=desk_phone)
    assert link == "http://phone.example/dial?to=%2B493023125001&line=2"
    plain = PhoneProgram(way="own", template="Myphone:00{digits}")
    assert dial_link("+493023125001", program=plain) == "Myphone:00493023125001"


def test_an_address_of_ones_own_gets_parsed_numbers_only() -> None:
    own = PhoneProgram(way="own", template="myphone:{number}")
    with pytest.raises(Refused, match="cannot be dialled"):
        dial_link("+49;rm -rf", program=own)


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("", "begins with a word and a colon"),
        ("{number}", "begins with a word and a colon"),
        ("1tel:{number}", "begins with a word and a colon"),
        ("myphone:", "where the number belongs"),
        ("{number}:x", "begins with a word and a colon"),
        ("file:///{number}", "opens files or runs programs"),
        ("JavaScript:dial({number})", "opens files or runs programs"),
        ("smb://server/{number}", "opens files or runs programs"),
        ("myphone:{number} now", "no spaces"),
        ("myphone:{number}\n", "no spaces"),
        ("myphone:\u202e{number}", "plain letters"),
        ("myphone:{number}" + "x" * 300, "too long"),
    ],
)
def test_an_address_that_could_do_more_than_dial_is_refused(template: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        PhoneProgram(way="own", template=template)


def test_there_are_four_ways_to_dial_and_no_other() -> None:
    with pytest.raises(Refused, match="does not dial"):
        PhoneProgram(way="telnet")


def test_only_the_chosen_program_may_be_opened() -> None:
    own = PhoneProgram(way="own", template="MyPhone:{number}")
    assert may_open("myphone:+493023125001", own)
    assert may_open("tel:+493023125001", own)
    assert not may_open("myphone:+493023125001")
    assert not may_open("otherphone:1", own)
