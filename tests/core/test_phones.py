"""Numbers as lists hold them: mended where that is certain, kept and named where it is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.leads import Phone, PhoneKind, PhoneState
from qualdesk.core.phone_notes import COUNTRY_UNKNOWN
from qualdesk.core.phones import (
    is_geographic,
    number_zones,
    read_lines,
    read_phones,
    region_of,
    region_of_code,
    shown,
    tel_uri,
)


def the_number(text: str, region: str = "") -> Phone:
    found = read_phones(text, region=region)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "region", "e164"),
    [
        ("040 66969 214", "DE", "+494066969214"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("+44 (0)20 7946 0123", "", "+442079460123"),
        ("0117 496 0342", "GB", "+441174960342"),
        ("0421/123456", "DE", "+49421123456"),
        ("0049 (0)30/23125-417", "US", "+493023125417"),
        ("+49 (0)30 / 23125417", "", "+493023125417"),
        ("Tel.: (040) 66969-214", "DE", "+494066969214"),
        ("'+12125550123", "DE", "+12125550123"),
        ("p:+61255501234", "", "+61255501234"),
        ("\u202a+49\u00a040\u201166969214\u202c", "", "+494066969214"),
        (
            "\uff11\uff12\uff11\uff12\uff15\uff15\uff15\uff10\uff11\uff10\uff10",
            "US",
            "+12125550100",
        ),
        ("1-212-555-0123", "US", "+12125550123"),
        ("49 40 66969214", "DE", "+494066969214"),
        ("\u260e +49 40 66969 214", "", "+494066969214"),
    ],
)
def test_a_number_is_read_whatever_stands_around_it(text: str, region: str, e164: str) -> None:
    phone = the_number(text, region)
    assert (phone.e164, phone.state) == (e164, PhoneState.VALID)
    assert phone.raw == text.strip()


@pytest.mark.parametrize("text", ["12125550100.0", "12125550100.00", "1.2125550100E+10"])
def test_a_number_kept_as_a_quantity_is_mended_and_the_note_says_so(text: str) -> None:
    """Complaint 5: the spreadsheet's float would parse as another, longer number."""
    phone = the_number(text, "US")
    assert phone.e164 == "+12125550100"
    assert "quantity" in phone.note


@pytest.mark.parametrize("text", ["4.41E+11", "4,41E+11", "4.41e11"])
def test_digits_a_spreadsheet_threw_away_are_asked_for_and_never_guessed(text: str) -> None:
    phone = the_number(text, "GB")
    assert (phone.state, phone.e164) == (PhoneState.LOST_DIGITS, "")
    assert "3 of 12 digits" in phone.note


def test_a_lost_leading_zero_is_put_back_and_noted() -> None:
    phone = the_number("4066969905", "DE")
    assert (phone.e164, phone.note) == ("+494066969905", "The leading zero was missing.")
    assert the_number("040 66969905", "DE").note == ""
    assert the_number("212 555 0123", "US").note == "", "no country but those with a zero"


def test_seven_digits_lack_their_area_code_and_are_not_dialled() -> None:
    for text, region in (("555-0101", "US"), ("+1 555-0100", "IN"), ("6696921", "DE")):
        phone = the_number(text, region)
        assert (phone.state, phone.e164) == (PhoneState.NO_AREA_CODE, "")
        assert not phone.state.is_dialable


@pytest.mark.parametrize(
    ("text", "region", "why"),
    [
        ("12345", "DE", "Too short"),
        ("123", "", "Too short"),
        ("12 12 2024", "US", "Too short"),
        ("+49 40 66969214 66969214 1", "", "Too long"),
        ("not a phone", "US", "no number in it"),
        ("0000000000", "US", "filler"),
        ("212 555 0100", "", "country is not known"),
        ("+999 12345678", "", "No country"),
        ("=1+1", "US", "Too short"),
    ],
)
def test_what_cannot_be_dialled_is_kept_with_what_is_wrong(
    text: str, region: str, why: str
) -> None:
    phone = the_number(text, region)
    assert phone.state is PhoneState.BROKEN
    assert phone.raw == text
    assert why in phone.note


def test_a_number_that_may_exist_is_offered_with_a_warning() -> None:
    phone = the_number("+44 7700 900123")
    assert (phone.state, phone.e164) == (PhoneState.POSSIBLE, "+447700900123")
    assert "Check it" in phone.note


def test_a_missing_plus_is_put_back_only_with_a_warning() -> None:
    phone = the_number("442079460123", "US")
    assert (phone.state, phone.e164) == (PhoneState.POSSIBLE, "+442079460123")
    assert "+44" in phone.note


def test_two_zeros_dial_abroad_from_everywhere() -> None:
    for region in ("US", "DE", ""):
        assert the_number("0049 30 23125417", region).e164 == "+493023125417"


@pytest.mark.parametrize(
    "text",
    [
        "040 66969-214 / 030 23125 417",
        "040 66969-214; 030 23125 417",
        "040 66969-214, 030 23125 417",
        "040 66969-214 oder 030 23125 417",
        "040 66969-214\n030 23125 417",
        "040 66969-214 | 040 66969 214 | 030 23125 417",
    ],
)
def test_a_cell_with_two_numbers_holds_two_numbers(text: str) -> None:
    found = read_phones(text, region="DE")
    assert [phone.e164 for phone in found] == ["+494066969214", "+493023125417"]


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("212 555 0100 x123", "123"),
        ("212 555 0100 ext. 45", "45"),
        ("+48 61 555 01 23 wew. 45", "45"),
        ("+49 40 66969-0 Durchwahl 12", "12"),
    ],
)
def test_an_extension_is_dialled_after_the_number(text: str, extension: str) -> None:
    phone = the_number(text, "US")
    assert phone.extension == extension
    assert phone.shown.endswith(f"ext. {extension}")


def test_a_mobile_is_known_to_be_one_unless_the_list_says_otherwise() -> None:
    assert the_number("0170 1234567", "DE").kind is PhoneKind.MOBILE
    assert read_phones("0170 1234567", region="DE", kind=PhoneKind.MAIN)[0].kind is PhoneKind.MAIN
    assert the_number("040 66969214", "DE").kind is PhoneKind.UNKNOWN


def test_nothing_is_no_number() -> None:
    assert read_phones("", region="DE") == ()
    assert read_phones("  \u200b ", region="DE") == ()


@pytest.mark.parametrize(
    ("e164", "zones", "geographic"),
    [
        ("+12125550123", ("America/New_York",), True),
        ("+442079460123", ("Europe/London",), True),
        ("+447700900123", ("Europe/London",), False),
        ("+35315550123", ("Europe/Dublin",), True),
        ("+4917012345678", ("Europe/Berlin",), False),
        # Areas of which the library names only the larger part; a call at 8:00 New York would
        # ring in Bowling Green at 7:00.
        ("+13645550123", ("America/Chicago", "America/New_York"), True),
        ("+19305550123", ("America/Chicago", "America/New_York"), True),
        ("+19285550123", ("America/Denver", "America/Phoenix"), True),
    ],
)
def test_a_number_names_every_zone_it_may_be_in(
    e164: str, zones: tuple[str, ...], *, geographic: bool
) -> None:
    assert number_zones(e164) == zones
    assert is_geographic(e164) is geographic


def test_a_number_without_a_place_names_all_zones_of_its_country() -> None:
    assert len(number_zones("+18005550199")) > 30
    assert len(number_zones("+61491570156")) > 5, "an Australian mobile is not always in Sydney"
    assert not is_geographic("+18005550199")


def test_the_zones_of_a_line_are_those_of_its_number() -> None:
    for text, region in (("212 555 0123", "US"), ("0491 570 156", "AU"), ("020 7946 0123", "GB")):
        (line,) = read_lines(text, region=region)
        assert line.zones == number_zones(line.phone.e164)
        assert line.is_geographic is is_geographic(line.phone.e164)


def test_a_number_is_shown_and_dialled_from_its_parsed_form() -> None:
    phone = the_number("212.555.0123 ext 45", "US")
    assert shown(phone.e164) == "+1 212-555-0123"
    assert tel_uri(phone) == "tel:+1-212-555-0123;ext=45"
    with pytest.raises(ValueError, match="cannot be dialled"):
        tel_uri(the_number("12345", "DE"))


def test_countries_of_numbers_and_codes() -> None:
    assert region_of("+4930123456") == "DE"
    assert (region_of_code("+49"), region_of_code("0044"), region_of_code("1")) == (
        "DE",
        "GB",
        "US",
    )
    assert region_of_code("abc") == region_of_code("+0") == ""


@given(st.text(max_size=60), st.sampled_from(["", "DE", "US", "GB", "IT"]))
def test_no_cell_is_too_strange_and_nothing_in_it_is_lost(text: str, region: str) -> None:
    """Complaint 1: a row is never dropped because of its number."""
    for phone in read_phones(text, region=region):
        assert phone.raw == text.strip()
        assert bool(phone.e164) is phone.state.is_dialable
        assert phone.state is PhoneState.VALID or phone.note
        if phone.e164:
            assert read_phones(phone.e164, region="")[0].e164 == phone.e164


@pytest.mark.parametrize(
    ("text", "region", "e164"),
    [
        ("+44 (0)20 7946 0123", "DE", "+442079460123"),
        ("+0049 30 23125417", "", "+493023125417"),
        ("+34 (0)910 555 123", "", "+34910555123"),
        ("0170 1234567 (mobile)", "DE", "+491701234567"),
        ("030 23125417 Zentrale", "DE", "+493023125417"),
        ("212 555 0123 cell", "US", "+12125550123"),
        ("\u0660\u0661\u0667\u0660 1234567", "DE", "+491701234567"),
        ("040\u00b766969\u00b7214", "DE", "+494066969214"),
        ("040_66969_214", "DE", "+494066969214"),
        ("\u200e+49 40 66969 214\u200f", "US", "+494066969214"),
        ("011 44 20 7946 0123", "US", "+442079460123"),
    ],
)
def test_what_people_write_around_a_number_does_not_change_it(
    text: str, region: str, e164: str
) -> None:
    phone = the_number(text, region)
    assert (phone.e164, phone.state) == (e164, PhoneState.VALID)


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("1-800-FLOWERS", "+18003569377"),
        ("1-888-555-CALL", "+18885552255"),
        ("1 (800) GO-FEDEX", "+18004633339"),
    ],
)
def test_letters_that_stand_for_digits_are_dialled_and_the_note_says_so(
    text: str, e164: str
) -> None:
    phone = the_number(text, "US")
    assert (phone.e164, phone.state) == (e164, PhoneState.VALID)
    assert "Letters were read" in phone.note


@pytest.mark.parametrize(
    "text",
    [
        "040 66969-214 & 030 23125 417",
        "+49 40 66969214 +49 30 23125417",
        "Office: 040 66969-214 Home: 030 23125 417",
        "Tel. 040 66969-214 Mobile 030 23125 417",
    ],
)
def test_numbers_with_a_plus_or_a_label_before_each_are_several(text: str) -> None:
    found = read_phones(text, region="DE")
    assert [phone.e164 for phone in found] == ["+494066969214", "+493023125417"]


def test_a_fax_is_kept_and_never_dialled() -> None:
    first, second = read_phones("Tel 040 66969-214 Fax 040 66969-215", region="DE")
    assert first.state is PhoneState.VALID
    assert (second.state, second.e164) == (PhoneState.BROKEN, "")
    assert "fax" in second.note
    assert the_number("Fax: 040 66969-215", "DE").state is PhoneState.BROKEN


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("+33 1 99 00 12 34 poste 12", "12"),
        ("+49 40 66969-0 DW12", "12"),
        ("+49 40 66969-0 Dw. 12", "12"),
        ("212 555 0100 #45", "45"),
        ("+43 1 5550 100 Klappe 7", "7"),
    ],
)
def test_an_extension_is_known_by_its_word_in_several_languages(text: str, extension: str) -> None:
    assert the_number(text, "US").extension == extension


def test_a_number_abroad_without_its_country_says_that_the_country_is_missing() -> None:
    assert the_number("0117 496 0342").note == COUNTRY_UNKNOWN
    assert the_number("+999 12345678").note != COUNTRY_UNKNOWN


@given(
    st.sampled_from(["040 66969 214", "212 555 0123", "+44 20 7946 0123", "0170 1234567"]),
    st.sampled_from(["DE", "US", "GB"]),
)
def test_a_cell_read_the_fast_way_says_what_it_says_the_long_way(text: str, region: str) -> None:
    """An invisible mark sends the same number the long way round."""
    fast, slow = read_lines(text, region=region), read_lines(f"\u200e{text}", region=region)
    assert [replace(line.phone, raw="") for line in fast] == [
        replace(line.phone, raw="") for line in slow
    ]
    assert [(line.zones, line.is_geographic) for line in fast] == [
        (line.zones, line.is_geographic) for line in slow
    ]
