"""Telephone numbers: read from whatever stands in a cell, mended where that is certain.

The only room that knows the ``phonenumbers`` library. A number is never dropped: what cannot
be dialled keeps its raw text, a state that says what is wrong and a note that says what to do.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType, ValidationResult
from phonenumbers.phonenumberutil import is_number_type_geographical
from phonenumbers.timezone import time_zones_for_geographical_number, time_zones_for_number

from qualdesk.core.leads import Phone, PhoneKind, PhoneState


@dataclass(frozen=True, kw_only=True, slots=True)
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
    phones = (line.phone for line in read_lines(text, region=region, kind=kind))
    return tuple(
        replace(phone, shown=shown(phone.e164, phone.extension)) if phone.e164 else phone
        for phone in phones
    )


def read_lines(
    text: str, *, region: str = "", kind: PhoneKind = PhoneKind.UNKNOWN
) -> tuple[Line, ...]:
    """As :func:`read_phones` for many cells: with the zones of each number, without its look.

    How a number is shown costs a quarter of the reading, and is worked out when it is shown.
    """
    return _read_cell(text, region.upper(), kind)


def number_zones(e164: str) -> tuple[str, ...]:
    """The IANA zones a number may be in, sorted: candidates, never the truth.

    People carry numbers from one state to another, and some areas lie in two zones.
    """
    return _place(_of_e164(e164))[0]


def is_geographic(e164: str) -> bool:
    """Whether the digits of a number name a place; not for mobiles, toll-free numbers, ..."""
    return _place(_of_e164(e164))[1]


def region_of(e164: str) -> str:
    """The ISO code of a number's country, empty when the digits do not say."""
    return phonenumbers.region_code_for_number(_of_e164(e164)) or ""


def region_of_code(code: str) -> str:
    """The main country of a calling code such as ``+49``, empty when there is none."""
    digits = code.strip().removeprefix("+").removeprefix("00")
    region = phonenumbers.region_code_for_country_code(int(digits)) if digits.isdigit() else ""
    return "" if region in {"ZZ", "001"} else region


@lru_cache(maxsize=4096)
def shown(e164: str, extension: str = "") -> str:
    """The number as people write it for someone abroad: ``+44 117 496 0342``."""
    number = _of_e164(e164)
    number.extension = extension or None
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


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
    lines: dict[tuple[str, str], Line] = {}
    if len(text) > _LONGEST:
        says = "Far too long for a number."
        return (Line(phone=Phone(raw=text, state=PhoneState.BROKEN, kind=kind, note=says)),)
    whole, raw = _visible(text), text.strip()
    parts = _parts(whole)
    if len(parts) > 1:
        # "0049 (0)30/23125-417" is one German number; two in a cell make none together.
        line = _read(whole, raw, region, kind)
        if line.phone.state is PhoneState.VALID:
            return (line,)
    for part in parts:
        line = _read(part, raw, region, kind)
        phone = line.phone
        # The same number twice in a cell is one number; two broken ones are told apart by text.
        lines.setdefault((phone.e164 or part, phone.extension), line)
    return tuple(lines.values())


def _visible(text: str) -> str:
    """The text without marks nobody sees, full-width digits and long dashes made plain."""
    if text.isascii() and text.isprintable():
        return text.strip()
    plain = unicodedata.normalize("NFKC", text)
    kept = []
    for char in plain:
        category = unicodedata.category(char)
        if category in {"Zs", "Zl", "Zp"} or (category == "Cc" and char != "\n"):
            kept.append(" ")
        elif category == "Pd":
            kept.append("-")
        elif category not in {"Cf", "Mn"}:
            kept.append(char)
    return "".join(kept).strip()


def _parts(text: str) -> list[str]:
    """The numbers of a cell that holds several; one that holds a slash stays whole."""
    if not text:
        return []
    pieces = [piece.strip() for piece in _BETWEEN.split(text)]
    long_enough = [piece for piece in pieces if sum(map(str.isdigit, piece)) >= _SHORTEST]
    # "0421/123456" is one German number: only pieces that could each be dialled are several.
    return long_enough if len(long_enough) == len([p for p in pieces if p]) > 1 else [text]


def _read(part: str, raw: str, region: str, kind: PhoneKind) -> Line:
    blank = Phone(raw=raw, state=PhoneState.BROKEN, region=region, kind=kind)
    text, notes = _without_label(part), []
    for mend in _MENDS:
        text, note = mend(text)
        notes.extend([note] if note else [])
    lost = _lost_digits(text)
    if lost:
        return Line(phone=replace(blank, state=PhoneState.LOST_DIGITS, note=lost))
    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException as error:
        return Line(phone=replace(blank, note=_why_unreadable(text, error)))
    return _judged(number, text, blank, notes)


def _judged(number: PhoneNumber, text: str, blank: Phone, notes: list[str]) -> Line:
    kind_of_line = phonenumbers.number_type(number)
    state, note = PhoneState.VALID, ""
    lacks_zero = _lacks_zero(number, text, blank.region)
    if lacks_zero and _SHORTEST - 2 < len(str(number.national_number)) <= _SHORTEST:
        # Seven digits and no zero: a local number as likely as one whose zero was eaten.
        state, note = PhoneState.NO_AREA_CODE, "The area code is missing, or the zero before it."
    elif kind_of_line == PhoneNumberType.UNKNOWN:
        state, note = _doubt(number)
        abroad = None if state is not PhoneState.BROKEN else _with_plus(text)
        if abroad is not None:
            number, state = abroad, PhoneState.POSSIBLE
            note = f"Read as +{number.country_code}: the plus sign was missing. Check it."
    elif lacks_zero:
        note = "The leading zero was missing."
    says = " ".join([*notes, note]).strip()
    if not state.is_dialable:
        return Line(phone=replace(blank, state=state, note=says))
    zones, geographic = _place(number, kind_of_line)
    is_mobile = blank.kind is PhoneKind.UNKNOWN and kind_of_line == PhoneNumberType.MOBILE
    phone = Phone(
        raw=blank.raw,
        state=state,
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        extension=number.extension or "",
        kind=PhoneKind.MOBILE if is_mobile else blank.kind,
        region=blank.region,
        note=says,
    )
    return Line(phone=phone, zones=zones, is_geographic=geographic)


def _doubt(number: PhoneNumber) -> tuple[PhoneState, str]:
    """What is the matter with a number that no country has given out."""
    if len(set(str(number.national_number))) == 1:
        return PhoneState.BROKEN, "This is a filler, not a number."
    if len(str(number.national_number)) < _SHORTEST - 1:
        return PhoneState.BROKEN, "Too short for a number of that country."
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.IS_POSSIBLE:
        return PhoneState.POSSIBLE, "No such number is known, but it could be one. Check it."
    if reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return PhoneState.NO_AREA_CODE, "The area code is missing: find it out and put it in front."
    if reason == ValidationResult.TOO_SHORT:
        return PhoneState.BROKEN, "Too short for a number of that country."
    return PhoneState.BROKEN, "Too long for a number of that country."


def _why_unreadable(text: str, error: phonenumbers.NumberParseException) -> str:
    digits = sum(map(str.isdigit, text))
    if not digits:
        return "There is no number in it."
    if digits < _SHORTEST:
        return "Too short for a number."
    if error.error_type == phonenumbers.NumberParseException.TOO_LONG:
        return "Too long for a number."
    if error.error_type != phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
        return "This cannot be read as a number."
    if text.startswith("+"):
        return "No country has this code."
    return "The country is not known: name it, or start the number with + and its code."


def _with_plus(text: str) -> PhoneNumber | None:
    """The number with its missing plus put back, when that makes a number that exists."""
    if text.startswith("+"):
        return None
    try:
        number = phonenumbers.parse("+" + text)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


@lru_cache(maxsize=512)
def _trunk(region: str) -> str:
    return phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) or ""


def _lacks_zero(number: PhoneNumber, text: str, region: str) -> bool:
    """Whether a spreadsheet ate the zero: national digits, no plus, no leading zero."""
    if text[0] in "+0(" or not region or _trunk(region) != "0":
        return False
    digits = "".join(filter(str.isdigit, text))
    return digits == str(number.national_number)


def _without_label(text: str) -> str:
    """The number without what exports and people put before it: ``p:``, ``Tel.``, an apostrophe."""
    start = _START.search(text)
    return text[start.start() :] if start else text


def _mend_quantity(text: str) -> tuple[str, str]:
    """A number a spreadsheet kept as a quantity, all digits there: ``12125550100.0``."""
    whole = _FLOAT.fullmatch(text)
    if whole:
        return whole[1], _WAS_QUANTITY
    found = _SCIENTIFIC.fullmatch(text)
    if found and not _lost_digits(text):
        return found[1] + (found[2] or "")[: int(found[3])], _WAS_QUANTITY
    return text, ""


def _lost_digits(text: str) -> str:
    """What to say of ``4.41E+11``, of which a spreadsheet kept three digits; else nothing."""
    found = _SCIENTIFIC.fullmatch(text)
    if not found:
        return ""
    first, rest, power = found[1], found[2] or "", int(found[3])
    if len(rest) >= power and not rest[power:].strip("0"):
        return ""
    return f"The spreadsheet kept only {len(first + rest)} of {power + 1} digits: ask for them."


def _mend_double_zero(text: str) -> tuple[str, str]:
    """``0049 30 ...`` read as ``+49``, also where people dial abroad with other digits."""
    if not text.startswith("00") or sum(map(str.isdigit, text)) < _SHORTEST + 4:
        return text, ""
    return "+" + text[2:].lstrip(), "00 was read as +."


def _mend_extension(text: str) -> tuple[str, str]:
    """Words for an extension that the library does not know."""
    return _EXTENSION.sub(" ext. ", text), ""


def _place(number: PhoneNumber, kind_of_line: int | None = None) -> tuple[tuple[str, ...], bool]:
    """The zones of a number, and whether its digits name a place."""
    if kind_of_line is None:
        kind_of_line = phonenumbers.number_type(number)
    code = number.country_code or 0
    geographic = is_number_type_geographical(kind_of_line, code)
    if code in _ONE_ZONE:
        return _ONE_ZONE[code], geographic
    if not geographic:
        return _zones_of_code(code), False
    zones = time_zones_for_geographical_number(number)
    if code == 1:
        zones = (*zones, *_SPLIT_AREAS.get(str(number.national_number)[:3], ()))
    return tuple(sorted({zone for zone in zones if zone != _NO_ZONE})), True


@lru_cache(maxsize=512)
def _zones_of_code(code: int) -> tuple[str, ...]:
    """All zones of the countries under a calling code."""
    # A number of one digit is of no kind, so that the library answers for the whole code.
    zones = time_zones_for_geographical_number(PhoneNumber(country_code=code, national_number=0))
    if not zones or zones == (_NO_ZONE,):
        zones = time_zones_for_number(PhoneNumber(country_code=code, national_number=0))
    return tuple(sorted(zone for zone in zones if zone != _NO_ZONE))


def _of_e164(e164: str) -> PhoneNumber:
    """The parts of a number we wrote ourselves, without reading it anew."""
    return phonenumbers.parse(e164)


_SHORTEST = 7
_LONGEST = 250
_NO_ZONE = "Etc/Unknown"
_BETWEEN = re.compile(r"\s*(?:[/;,|\n]|\b(?:or|and|und|oder|et|ou|y|o)\b)\s*", re.IGNORECASE)
_START = re.compile(r"[+(]*[+(\d]")
_FLOAT = re.compile(r"(\d+)[.,]0{1,2}")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_EXTENSION = re.compile(
    r"\s*\b(?:wew|durchwahl|dw|klappe|poste|toestel|anknytning|extensi[oó]n)\b[.:]?\s*(?=\d{1,6}$)",
    re.IGNORECASE,
)
_WAS_QUANTITY = "The spreadsheet had kept it as a quantity."
_MENDS = (_mend_quantity, _mend_double_zero, _mend_extension)

# One clock for the whole code; the library names islands beside it, or forgets the country.
_ONE_ZONE = {44: ("Europe/London",), 353: ("Europe/Dublin",)}
# Areas in two zones of which the library names only the larger part.
_CENTRAL, _MOUNTAIN, _EASTERN = "America/Chicago", "America/Denver", "America/New_York"
_SPLIT_AREAS = {
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
