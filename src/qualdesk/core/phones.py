"""Telephone numbers: read from whatever stands in a cell, mended where that is certain.

With its plans (``number_plans``) the only room that knows ``phonenumbers``. A number is never
dropped: what cannot be dialled keeps its raw text, a state that says what is wrong and a note
that says what to do.
"""

from dataclasses import replace
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType, ValidationResult
from phonenumbers.phonenumberutil import is_number_type_geographical
from phonenumbers.timezone import time_zones_for_geographical_number, time_zones_for_number

from qualdesk.core import phone_notes as notes
from qualdesk.core.area_codes import state_of
from qualdesk.core.frozen import frozen
from qualdesk.core.leads import Phone, PhoneKind, PhoneState
from qualdesk.core.number_plans import PlainNumber, read_plain, spaced, zones_of_digits
from qualdesk.core.number_text import (
    LONGEST,
    SHORTEST,
    digits_in,
    is_fax,
    is_quantity,
    is_vanity,
    lost_digits,
    mended,
    other_readings,
    parts,
    visible,
    without_words,
)
from qualdesk.core.place_tables import NAME_OF_ZONE


@frozen
class Line:
    """A number and where its digits say it is.

    Attributes:
        zones: IANA zones of the number, sorted; empty when it cannot be dialled.
        is_geographic: whether the digits name a place, and not only a country or a service.
    """

    phone: Phone
    zones: tuple[str, ...] = ()
    is_geographic: bool = False


def read_phones(
    text: str, *, region: str = "", kind: PhoneKind = PhoneKind.UNKNOWN
) -> tuple[Phone, ...]:
    """The numbers that stand in ``text``, each once, in order.

    ``region`` is the ISO code of the country for numbers that do not start with ``+``; empty
    when nobody knows it. Nothing is guessed silently: each repair stands in the note.
    """
    return tuple(line.phone for line in read_lines(text, region=region, kind=kind))


def read_lines(
    text: str, *, region: str = "", kind: PhoneKind = PhoneKind.UNKNOWN
) -> tuple[Line, ...]:
    """As :func:`read_phones`, with the zones of each number."""
    return _read_cell(text, region.upper(), kind)


def number_zones(e164: str) -> tuple[str, ...]:
    """The IANA zones a number may be in, sorted: candidates, never the truth.

    People carry numbers from one state to another, and some areas lie in two zones.
    """
    return _place(_parts_of(e164))[0]


def is_geographic(e164: str) -> bool:
    """Whether the digits of a number name a place; not for mobiles, toll-free numbers, ..."""
    return _place(_parts_of(e164))[1]


def region_of(e164: str) -> str:
    """The ISO code of a number's country, empty when the digits do not say."""
    return phonenumbers.region_code_for_number(_of_e164(e164)) or ""


@lru_cache(maxsize=1024)
def number_country(e164: str) -> tuple[str, bool]:
    """The ISO code of a number's country, and whether that says where its owner is.

    It does when the digits name a place, and for a mobile of a country on one clock; not for
    toll-free numbers, nor for mobiles that are carried over many clocks.
    """
    if state_of(e164):
        return "US", True
    number = _parts_of(e164)
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(number.code, ())
    region = regions[0] if len(regions) == 1 else region_of(e164)
    zones, geographic = _place(number)
    is_placed = geographic or (number.kind == PhoneNumberType.MOBILE and len(zones) == 1)
    return ("", False) if region in _NO_COUNTRY else (region, is_placed)


def region_of_code(code: str) -> str:
    """The main country of a calling code such as ``+49``, empty when there is none."""
    digits = code.strip().removeprefix("+").removeprefix("00")
    region = phonenumbers.region_code_for_country_code(int(digits)) if digits.isdigit() else ""
    return "" if region in _NO_COUNTRY else region


def calling_code(region: str) -> str:
    """The calling code of a country (ISO code), such as ``+49``; empty when there is none."""
    code = phonenumbers.country_code_for_region(region)
    return f"+{code}" if code else ""


@lru_cache(maxsize=4096)
def shown(e164: str, extension: str = "") -> str:
    """The number as people write it for someone abroad: ``+44 117 496 0342``."""
    plain = None if extension else read_plain(e164, "")
    if plain is not None:
        return _spaced(plain)
    number = _of_e164(e164)
    number.extension = extension or None
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def _spaced(number: PlainNumber) -> str:
    return f"+{number.code} {spaced(number.code, number.national)}"


def tel_uri(phone: Phone) -> str:
    """The ``tel:`` address a softphone opens (RFC 3966), extension included.

    Raises:
        ValueError: the number cannot be dialled.
    """
    if not phone.e164:
        raise ValueError("This number cannot be dialled.")
    number = _of_e164(phone.e164)
    number.extension = phone.extension or None
    return phonenumbers.format_number(number, PhoneNumberFormat.RFC3966)


def prepare_for_many() -> None:
    """Make reading many numbers fast (thirteen times for a list from all over the world)."""
    phonenumbers.enable_pattern_cache()


@lru_cache(maxsize=2048)
def _read_cell(text: str, region: str, kind: PhoneKind) -> tuple[Line, ...]:
    if len(text) > LONGEST:
        note = notes.FAR_TOO_LONG
        return (Line(phone=Phone(raw=text, state=PhoneState.BROKEN, kind=kind, note=note)),)
    raw = text.strip()
    line = _read_plain(raw, region, kind)
    if line is not None:
        return (line,)
    whole = visible(text)
    pieces = parts(whole)
    if len(pieces) > 1:
        # "0049 (0)30/23125-417" is one German number; two in a cell make none together.
        line = _read(whole, raw, region, kind)
        if line.phone.state is PhoneState.VALID:
            return (line,)
    lines: dict[tuple[str, str], Line] = {}
    for piece in pieces:
        line = _read(piece, raw, region, kind)
        phone = line.phone
        # The same number twice in a cell is one number; two broken ones are told apart by text.
        lines.setdefault((phone.e164 or piece, phone.extension), line)
    return tuple(lines.values())


def _read_plain(raw: str, region: str, kind: PhoneKind) -> Line | None:
    """The line of a cell that holds one valid number and nothing else; None for all others."""
    number = None if raw.startswith("00") or is_quantity(raw) else read_plain(raw, region)
    if number is None:
        return None
    note = ""
    if _lacks_zero(number.national, raw, region):
        if len(number.national) <= SHORTEST:
            return None
        note = notes.ZERO_MISSING
    says = _spaced(number)
    return _line(number, raw=raw, region=region, kind=kind, note=note, shown=says)


def _read(part: str, raw: str, region: str, kind: PhoneKind) -> Line:
    blank = Phone(raw=raw, state=PhoneState.BROKEN, region=region, kind=kind)
    if is_fax(part):
        return Line(phone=replace(blank, note=notes.FAX))
    text, repairs = mended(part)
    lost = lost_digits(text)
    if lost:
        return Line(phone=replace(blank, state=PhoneState.LOST_DIGITS, note=lost))
    bare = without_words(text)
    if bare != text:
        line = _read_text(bare, blank, repairs)
        if line.phone.state is PhoneState.VALID:
            return line
    line = _read_text(text, blank, repairs)
    if line.phone.state is not PhoneState.VALID:
        for other, note in other_readings(text):
            second = _read_text(other, blank, [*repairs, note])
            if second.phone.state is PhoneState.VALID:
                return second
    return line


def _read_text(text: str, blank: Phone, repairs: list[str]) -> Line:
    try:
        number = phonenumbers.parse(text, blank.region or None)
    except phonenumbers.NumberParseException as error:
        return Line(phone=replace(blank, note=_why_unreadable(text, error)))
    return _judged(number, text, blank, repairs)


def _judged(number: PhoneNumber, text: str, blank: Phone, repairs: list[str]) -> Line:
    found = _parts_of_number(number)
    state, note = PhoneState.VALID, ""
    lacks_zero = _lacks_zero(found.national, text, blank.region)
    if lacks_zero and SHORTEST - 2 < len(str(number.national_number)) <= SHORTEST:
        # Seven digits and no zero: a local number as likely as one whose zero was eaten.
        state, note = PhoneState.NO_AREA_CODE, notes.AREA_CODE_OR_ZERO
    elif found.kind == PhoneNumberType.UNKNOWN:
        state, note = _doubt(number)
        abroad = None if state is not PhoneState.BROKEN else _with_plus(text)
        if abroad is not None:
            found, state = abroad, PhoneState.POSSIBLE
            note = notes.PLUS_MISSING.format(code=found.code)
    elif lacks_zero:
        note = notes.ZERO_MISSING
    elif not number.extension and is_vanity(text):
        note = notes.LETTERS
    says = " ".join([*repairs, note]).strip()
    if not state.is_dialable:
        return Line(phone=replace(blank, state=state, note=says))
    return _line(
        found,
        raw=blank.raw,
        region=blank.region,
        kind=blank.kind,
        note=says,
        state=state,
        extension=number.extension or "",
        shown=shown(f"+{found.code}{found.national}", number.extension or ""),
    )


def _line(
    number: PlainNumber,
    *,
    raw: str,
    region: str,
    kind: PhoneKind,
    note: str,
    shown: str,
    state: PhoneState = PhoneState.VALID,
    extension: str = "",
) -> Line:
    """The line of a number that can be dialled, with all that is known beside it."""
    zones, geographic = _place(number)
    if number.kind == PhoneNumberType.MOBILE and kind is PhoneKind.UNKNOWN:
        kind = PhoneKind.MOBILE
    phone = Phone(
        raw=raw,
        state=state,
        e164=f"+{number.code}{number.national}",
        extension=extension,
        kind=kind,
        shown=shown,
        region=region,
        note=note,
    )
    return Line(phone=phone, zones=zones, is_geographic=geographic)


def _doubt(number: PhoneNumber) -> tuple[PhoneState, str]:
    """What is the matter with a number that no country has given out."""
    if len(set(str(number.national_number))) == 1:
        return PhoneState.BROKEN, notes.FILLER
    if len(str(number.national_number)) < SHORTEST - 1:
        return PhoneState.BROKEN, notes.TOO_SHORT_THERE
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.IS_POSSIBLE:
        return PhoneState.POSSIBLE, notes.NOT_KNOWN
    if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return PhoneState.NO_AREA_CODE, notes.NO_AREA_CODE
    if reason == ValidationResult.TOO_SHORT:
        return PhoneState.BROKEN, notes.TOO_SHORT_THERE
    return PhoneState.BROKEN, notes.TOO_LONG_THERE


def _why_unreadable(text: str, error: phonenumbers.NumberParseException) -> str:
    digits = digits_in(text)
    if not digits:
        return notes.NO_NUMBER
    if digits < SHORTEST:
        return notes.TOO_SHORT
    if error.error_type == phonenumbers.NumberParseException.TOO_LONG:
        return notes.TOO_LONG
    if error.error_type != phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
        return notes.UNREADABLE
    return notes.NO_SUCH_CODE if text.startswith("+") else notes.COUNTRY_UNKNOWN


def _with_plus(text: str) -> PlainNumber | None:
    """The number with its missing plus put back, when that makes a number that exists."""
    if text.startswith("+"):
        return None
    try:
        number = _parts_of_number(phonenumbers.parse("+" + text))
    except phonenumbers.NumberParseException:
        return None
    return None if number.kind == PhoneNumberType.UNKNOWN else number


@lru_cache(maxsize=512)
def _trunk(region: str) -> str:
    return phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) or ""


def _lacks_zero(national: str, text: str, region: str) -> bool:
    """Whether a spreadsheet ate the zero: national digits, no plus, no leading zero."""
    if text[0] in "+0(" or not region or _trunk(region) != "0":
        return False
    return "".join(char for char in text if char.isdigit()) == national


def _place(number: PlainNumber) -> tuple[tuple[str, ...], bool]:
    """The zones of a number, and whether its digits name a place."""
    geographic = is_number_type_geographical(number.kind, number.code)
    if number.code in _ONE_ZONE:
        return _ONE_ZONE[number.code], geographic
    if not geographic:
        return _zones_of_code(number.code), False
    zones = zones_of_digits(number.code, number.national)
    split = _SPLIT_AREAS.get(number.national[:3], ()) if number.code == 1 else ()
    return _in_order(zones + split), True


@lru_cache(maxsize=512)
def _in_order(zones: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({NAME_OF_ZONE.get(zone, zone) for zone in zones if zone != _NO_ZONE}))


@lru_cache(maxsize=512)
def _zones_of_code(code: int) -> tuple[str, ...]:
    """All zones of the countries under a calling code."""
    # A number of one digit is of no kind, so that the library answers for the whole code.
    zones = time_zones_for_geographical_number(PhoneNumber(country_code=code, national_number=0))
    if not zones or zones == (_NO_ZONE,):
        zones = time_zones_for_number(PhoneNumber(country_code=code, national_number=0))
    return _in_order(tuple(zones))


def _parts_of_number(number: PhoneNumber) -> PlainNumber:
    return PlainNumber(
        code=number.country_code or 0,
        national=phonenumbers.national_significant_number(number),
        kind=phonenumbers.number_type(number),
    )


def _parts_of(e164: str) -> PlainNumber:
    return read_plain(e164, "") or _parts_of_number(_of_e164(e164))


def _of_e164(e164: str) -> PhoneNumber:
    """The parts of a number we wrote ourselves, without reading it anew."""
    return phonenumbers.parse(e164)


_NO_ZONE = "Etc/Unknown"
# What the library says of calling codes that belong to no country.
_NO_COUNTRY = {"", "ZZ", "001"}

# One clock for the whole code; the library names islands beside it, or forgets the country.
_ONE_ZONE = {44: ("Europe/London",), 353: ("Europe/Dublin",)}
# Areas in two zones of which the library names only the larger part.
_CENTRAL, _MOUNTAIN, _EASTERN = "America/Chicago", "America/Denver", "America/New_York"
_SPLIT_AREAS = {
    "219": (_CENTRAL, _EASTERN),
    "308": (_CENTRAL, _MOUNTAIN),
    "364": (_CENTRAL, _EASTERN),
    "448": (_CENTRAL, _EASTERN),
    "458": ("America/Boise", "America/Los_Angeles"),
    "541": ("America/Boise", "America/Los_Angeles"),
    "620": (_CENTRAL, _MOUNTAIN),
    "785": (_CENTRAL, _MOUNTAIN),
    "906": (_CENTRAL, "America/Detroit"),
    "928": ("America/Phoenix", _MOUNTAIN),
    "930": (_CENTRAL, _EASTERN),
}
