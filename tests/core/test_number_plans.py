"""The fast door to the numbering plans says what the library says, or nothing."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType
from phonenumbers.timezone import time_zones_for_geographical_number

from qualdesk.core.number_plans import PlainNumber, read_plain, spaced, zones_of_digits
from qualdesk.core.phones import prepare_for_many

prepare_for_many()
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
FORMATS = (
    PhoneNumberFormat.E164,
    PhoneNumberFormat.INTERNATIONAL,
    PhoneNumberFormat.NATIONAL,
)


def by_the_library(text: str, region: str) -> tuple[str, int] | None:
    """The number and its kind by the library's own calls; None when it is not a valid one."""
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException:
        return None
    kind = phonenumbers.number_type(number)
    if kind == PhoneNumberType.UNKNOWN:
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), kind


def e164(number: PlainNumber) -> str:
    return f"+{number.code}{number.national}"


def examples(region: str) -> list[str]:
    """Every kind of number the library has an example of, in three ways to write it."""
    numbers = [phonenumbers.example_number_for_type(region, kind) for kind in range(11)]
    return [
        phonenumbers.format_number(number, form) for number in numbers if number for form in FORMATS
    ]


EXAMPLES = [(text, region) for region in REGIONS for text in examples(region)]


def agrees(text: str, region: str) -> bool:
    """Whether the fast answer is the library's, where there is one; its zones and look as well."""
    fast, library = read_plain(text, region), by_the_library(text, region)
    if fast is None:
        return True
    number = phonenumbers.parse(e164(fast))
    written = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    assert written == f"+{fast.code} {spaced(fast.code, fast.national)}"
    zones = tuple(time_zones_for_geographical_number(number))
    assert zones_of_digits(fast.code, fast.national) == (() if "Etc/Unknown" in zones else zones)
    return library == (e164(fast), fast.kind)


def test_every_example_of_every_country_is_read_as_the_library_reads_it() -> None:
    wrong = [
        (text, region)
        for text, own in EXAMPLES
        for region in (own, "US", "")
        if not agrees(text, region)
    ]
    assert wrong == []


def test_nearly_every_valid_example_takes_the_fast_way() -> None:
    valid = [(text, region) for text, region in EXAMPLES if by_the_library(text, region)]
    fast = sum(read_plain(text, region) is not None for text, region in valid)
    assert fast > 0.97 * len(valid) > 2000


@settings(max_examples=400)
@given(
    example=st.sampled_from(EXAMPLES),
    changes=st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from("0123456789+ ()-./")), max_size=5
    ),
    region=st.sampled_from(["", "DE", "US", "GB", "IT", "AR", "BR", "MX", "RU", "CA", "JM", "HU"]),
    own=st.booleans(),
)
def test_numbers_with_other_digits_are_read_as_the_library_reads_them(
    *, example: tuple[str, str], changes: list[tuple[int, str]], region: str, own: bool
) -> None:
    letters = list(example[0])
    for at, mark in changes:
        letters[at % len(letters)] = mark
    assert agrees("".join(letters), example[1] if own else region)


@settings(max_examples=400)
@given(
    st.text("0123456789+ ()-./x", max_size=24),
    st.sampled_from([*REGIONS, "", "XX"]),
)
def test_any_row_of_digits_is_read_as_the_library_reads_it(text: str, region: str) -> None:
    assert agrees(text, region)


@pytest.mark.parametrize(
    "text", ["", "+", "12345", "not a number", "212 555 0123 x4", "+80012345678", "+999123456789"]
)
def test_what_is_not_plainly_a_countrys_number_is_left_to_the_library(text: str) -> None:
    assert read_plain(text, "US") is None


def test_a_number_is_taken_apart() -> None:
    assert read_plain("(212) 555-0123", "US") == PlainNumber(
        code=1, national="2125550123", kind=PhoneNumberType.FIXED_LINE_OR_MOBILE
    )
    assert read_plain("+39 06 1234 5678", "") == PlainNumber(
        code=39, national="0612345678", kind=PhoneNumberType.FIXED_LINE
    )
    assert read_plain("49 40 66969214", "DE") == read_plain("+49 (0)40 66969-214", "")
