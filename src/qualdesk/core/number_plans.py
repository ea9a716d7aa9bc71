"""Numbering plans compiled for plain digits: what most cells hold, read at a tenth of the price.

A second, faster door to the metadata of ``phonenumbers``, for valid numbers only. Whatever is
not certain here is left to the library, and tests hold both to the same answers.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, PhoneNumberType
from phonenumbers.phonemetadata import PhoneNumberDesc
from phonenumbers.tzdata import TIMEZONE_DATA


class PlainNumber(NamedTuple):
    """A number in its parts: ``kind`` is one of the library's ``PhoneNumberType``."""

    code: int
    national: str
    kind: int


def read_plain(text: str, region: str) -> PlainNumber | None:
    """The valid number that ``text`` writes in digits, blanks and common marks.

    ``region`` is the ISO code for numbers without a ``+``. None is no verdict: the number may
    still be read by the library.
    """
    digits = text.translate(_MARKS)
    has_plus = digits[:1] == "+"
    digits = digits[1:] if has_plus else digits
    if not (_SHORTEST <= len(digits) <= _LONGEST and digits.isascii() and digits.isdigit()):
        return None
    if has_plus:
        code = _code_of(digits)
        plan = _plan(COUNTRY_CODE_TO_REGION_CODE[code][0]) if code else None
        national: str | None = digits[len(str(code)) :]
    else:
        plan = _plan(region)
        national = digits
        if plan is None or plan.abroad.match(digits):
            return None
        code = plan.code
        if digits.startswith(plan.prefix) and not plan.is_possible(digits):
            # The country's code without its plus, where nothing else makes a number.
            national = plan.without_trunk(digits[len(plan.prefix) :])
            plan = _plan(COUNTRY_CODE_TO_REGION_CODE[code][0])
            if national is None or plan is None or not plan.is_possible(national):
                return None
    national = plan.without_trunk(national) if plan and national else None
    if not national:
        return None
    kind = _kind(code, national)
    return None if kind is None else PlainNumber(code=code, national=national, kind=kind)


@lru_cache(maxsize=1024)
def zone_prefixes(code: int) -> tuple[int, ...]:
    """How many digits of a number under this calling code may say where it is, most first."""
    start = str(code)
    return tuple(sorted({len(one) for one in TIMEZONE_DATA if one.startswith(start)}, reverse=True))


def zones_of_digits(code: int, national: str) -> tuple[str, ...]:
    """The zones the library's map names for a number with a place, as they stand there."""
    digits = f"{code}{national}"
    for length in zone_prefixes(code):
        zones = TIMEZONE_DATA.get(digits[:length])
        if zones:
            return tuple(zones)
    return ()


def spaced(code: int, national: str) -> str:
    """The digits behind the calling code as people write them for someone abroad."""
    for leading, pattern, template in _formats(code):
        if (leading is None or leading.match(national)) and pattern.fullmatch(national):
            return pattern.sub(template, national)
    return national


class _Plan:
    """The plan of one region, compiled for the questions asked of every number."""

    def __init__(self, metadata: PhoneMetadata) -> None:
        self.code = metadata.country_code or 0
        self.prefix = str(self.code)
        self.abroad = re.compile(metadata.international_prefix or r"(?!)")
        general = metadata.general_desc or PhoneNumberDesc()
        self._lengths = frozenset(general.possible_length)
        self._general = re.compile(general.national_number_pattern or r"(?!)")
        trunk = metadata.national_prefix_for_parsing
        self._trunk = re.compile(trunk) if trunk else None
        self._transforms = bool(metadata.national_prefix_transform_rule)

    def is_possible(self, national: str) -> bool:
        return len(national) in self._lengths and bool(self._general.fullmatch(national))

    def without_trunk(self, national: str) -> str | None:
        """Without the digits dialled before it inside the country; None when in doubt."""
        found = self._trunk.match(national) if self._trunk else None
        if found is None:
            return national
        if self._transforms and found.groups() and found.groups()[-1] is not None:
            return None
        rest = national[found.end() :]
        if len(rest) not in self._lengths:
            return None
        # What is a number with these digits and none without them starts with them itself.
        fits = self._general.fullmatch
        return national if fits(national) and not fits(rest) else rest


def _code_of(digits: str) -> int:
    """The calling code that digits start with, 0 when there is none or it is no country's."""
    for length in (1, 2, 3):
        code = _CODES.get(digits[:length])
        if code is not None:
            return code
    return 0


@lru_cache(maxsize=512)
def _plan(region: str) -> _Plan | None:
    metadata = PhoneMetadata.metadata_for_region(region, None) if region else None
    return _Plan(metadata) if metadata else None


def _kind(code: int, national: str) -> int | None:
    """What kind of line a number is, in the first country under its code that knows it."""
    for leading, kinds in _kinds(code, len(national)):
        found = kinds.fullmatch(national) if kinds else None
        if leading is None:
            if found:
                return _KIND_OF_GROUP[found.lastgroup or ""]
        elif leading.match(national):
            return _KIND_OF_GROUP[found.lastgroup or ""] if found else None
    return None


@lru_cache(maxsize=4096)
def _kinds(
    code: int, length: int
) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """For each country under a code: its leading digits, and its kinds of lines of a length."""
    each = []
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        metadata = PhoneMetadata.metadata_for_region(region, None)
        if metadata is not None:
            leading = re.compile(metadata.leading_digits) if metadata.leading_digits else None
            each.append((leading, _kinds_of(metadata, length)))
    return tuple(each)


@lru_cache(maxsize=512)
def _formats(code: int) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str], str], ...]:
    """How numbers under a calling code are written: their first digits, all digits, the blanks."""
    metadata = PhoneMetadata.metadata_for_region(COUNTRY_CODE_TO_REGION_CODE[code][0], None)
    if metadata is None:
        return ()
    return tuple(
        (
            # The last is the most detailed, and holds the others.
            re.compile(one.leading_digits_pattern[-1]) if one.leading_digits_pattern else None,
            re.compile(one.pattern),
            one.format,
        )
        for one in metadata.intl_number_format or metadata.number_format
        if one.pattern and one.format
    )


def _kinds_of(metadata: PhoneMetadata, length: int) -> re.Pattern[str] | None:
    """All kinds of lines of a length as one pattern, in the order the library asks for them."""
    general = _pattern(metadata.general_desc, length)
    fixed, mobile = _pattern(metadata.fixed_line, length), _pattern(metadata.mobile, length)
    found = [(name, _pattern(getattr(metadata, name), length)) for name in _BEFORE_LINES]
    if metadata.same_mobile_and_fixed_line_pattern:
        found.append(("either", fixed))
    else:
        both = rf"(?=(?:{mobile})\Z)(?:{fixed})" if fixed and mobile else ""
        found += [("either", both), ("fixed_line", fixed), ("mobile", mobile)]
    kinds = "|".join(f"(?P<{name}>{pattern})" for name, pattern in found if pattern)
    return re.compile(rf"(?=(?:{general})\Z)(?:{kinds})") if general and kinds else None


def _pattern(what: PhoneNumberDesc | None, length: int) -> str:
    """The pattern of a kind of line, nothing where no such line is that long."""
    if what is None or (what.possible_length and length not in what.possible_length):
        return ""
    return what.national_number_pattern or ""


_SHORTEST, _LONGEST = 7, 15
_MARKS = {ord(mark): None for mark in " ().-/"}
_CODES = {
    str(code): code for code, regions in COUNTRY_CODE_TO_REGION_CODE.items() if regions[0] != "001"
}
_BEFORE_LINES = (
    *("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan"),
    "voicemail",
)
_KIND_OF_GROUP: dict[str, int] = {
    **{name: getattr(PhoneNumberType, name.upper()) for name in _BEFORE_LINES},
    "either": PhoneNumberType.FIXED_LINE_OR_MOBILE,
    "fixed_line": PhoneNumberType.FIXED_LINE,
    "mobile": PhoneNumberType.MOBILE,
}
