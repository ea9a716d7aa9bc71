"""What the values of a column say, where its heading says nothing, or something else."""

import re
from collections.abc import Sequence

from qualdesk.core.heading_words import SALUTATIONS
from qualdesk.core.headings import plain_heading
from qualdesk.core.list_fields import PHONES, Field
from qualdesk.core.yes_no import is_no, is_yes

NAMES = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME})


def telling(values: Sequence[str]) -> list[str]:
    """The values that say anything: no blanks, and none of the many ways to write nothing."""
    return [value.strip() for value in values if _SAYS.search(value) and not _NIL.match(value)]


def contradicted(field: Field, values: Sequence[str]) -> Field | None:
    """What a column is by its values where they cannot be what its heading says.

    OTHER for something we do not know, None where they fit or are too few to tell.
    """
    if not values:
        return None
    if field in NAMES:
        return _instead_of_a_name(values)
    if field is Field.EMAIL or field in PHONES:
        return _instead_of_reach(field, values)
    is_salutation = field is Field.TITLE and all(
        plain_heading(one) in SALUTATIONS for one in values
    )
    return Field.OTHER if is_salutation else None


def _instead_of_a_name(values: Sequence[str]) -> Field | None:
    if all(map(_is_address, values)):
        return Field.EMAIL
    if _all(_NUMBER, values):
        return Field.PHONE
    return Field.OTHER if _all(_FIGURES, values) else None


def _instead_of_reach(field: Field, values: Sequence[str]) -> Field | None:
    """An address where numbers are promised, or the other way round, or neither of them."""
    fits = (lambda value: "@" in value) if field is Field.EMAIL else _has_number
    if any(map(fits, values)):
        return None
    if all(is_yes(value) or is_no(value) for value in values):
        return Field.OTHER
    if field is Field.EMAIL and _all(_NUMBER, values):
        return Field.PHONE
    if field is not Field.EMAIL and all(map(_is_address, values)):
        return Field.EMAIL
    return Field.OTHER if len(set(values)) >= _ENOUGH else None


def are_addresses(values: Sequence[str]) -> bool:
    """Whether most values are e-mail addresses."""
    return bool(values) and sum(map(_is_address, values)) > len(values) * _MOST


def can_be_dialled(values: Sequence[str]) -> bool:
    """Whether every value is a number to dial, written so that it is nothing else."""
    return _all(_DIALLED, values)


def are_companies(values: Sequence[str]) -> bool:
    """Whether many values end in the legal form of a company."""
    forms = sum(_LEGAL_FORM.search(value[:_LONGEST]) is not None for value in values)
    return len(values) > 1 and forms >= len(values) * _MANY


def are_names(values: Sequence[str]) -> bool:
    """Whether nearly all values look like the full name of a person, and they differ."""
    if len(set(values)) < max(_ENOUGH, len(values) * _MOST):
        return False
    return sum(_FULL_NAME.fullmatch(value[:_LONGEST]) is not None for value in values) >= (
        len(values) * _NEARLY_ALL
    )


def _is_address(value: str) -> bool:
    return _ADDRESS.search(value[:_LONGEST]) is not None


def _has_number(value: str) -> bool:
    return sum(map(str.isdigit, value[:_LONGEST])) >= _DIGITS_OF_A_SHORT_NUMBER


def _all(pattern: re.Pattern[str], values: Sequence[str]) -> bool:
    return bool(values) and all(pattern.fullmatch(value[:_LONGEST]) for value in values)


_LONGEST = 80
_ENOUGH = 3
_MOST, _MANY, _NEARLY_ALL = 0.6, 0.4, 0.85
_DIGITS_OF_A_SHORT_NUMBER = 5
_SAYS = re.compile(r"\w")
_NIL = re.compile(
    r"\s*(?:#?n/?a|nan|null|none|undefined|k\. ?a\.|#ref!|#value!)\s*$", re.IGNORECASE
)
_ADDRESS = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]")
_FIGURES = re.compile(r"[\d\s.,+\-/()]+")
_NUMBER = re.compile(r"(?=(?:\D*\d){7,15}\D*$)[+(\d][\d\s().\-/]+")
# Eight digits and more with something between them, and no date.
_DIALLED = re.compile(
    r"(?=(?:\D*\d){8,15}\D*$)(?!\d{8,}$)(?!\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\b)"
    r"[+(\d][\d\s().\-/]+"
)
_LEGAL_FORM = re.compile(
    r"(?:^|[\s,])(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|ug|e\.?v|se|ltd|limited|llc|llp|inc|corp"
    r"|corporation|plc|pty|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v"
    r"|oy|ab|a/?s|aps|kft|sp\. z o\.?o|d\.?o\.?o|k\.?k|co)\.?$"
    r"|\u682a\u5f0f\u4f1a\u793e|\u6709\u9650\u4f1a\u793e|\u5408\u540c\u4f1a\u793e",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms|herr|frau|mme)\.?\s+)*[A-Z\u00c0-\u00de][^\W\d_]*[.'\u2019-]?[^\W\d_]*"
    r"(?:\s+(?:de|del|della|van|von|der|den|la|le|di|da|al|el|bin|[A-Z\u00c0-\u00de]\.?"
    r"|[A-Z\u00c0-\u00de][^\W\d_]*(?:[.'\u2019-][^\W\d_]+)*)){1,4}",
)
