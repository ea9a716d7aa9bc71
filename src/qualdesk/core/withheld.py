"""Numbers nobody may call, found in free text however they are written, and left out of it."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

LEFT_OUT = "(number left out)"
"""What stands where a number was. It leaves in files, and so is English."""

T = TypeVar("T")


def numbers_in(text: str, codes: Collection[str] = ()) -> frozenset[str]:
    """The E.164 numbers that may be meant in ``text``, right ones and many that are none.

    Written with blanks, dots, strokes or brackets, with 00 or 011 for the plus, with the zero in
    brackets, in digits of any script, between other words: each is among them.

    Args:
        text: what somebody wrote.
        codes: calling codes ("49") for numbers that are written as within a country.
    """
    return frozenset(
        number
        for run in _runs(text)
        for span in _spans(run)
        for number in _readings(span.digits, codes)
        if _LEAST <= len(number) <= _MOST
    )


def without_numbers(text: str, blocked: Collection[str], codes: Collection[str] = ()) -> str:
    """The text with each blocked number (E.164) left out, in whatever spelling it stands there.

    Also without its area code, as people write a number of their own town. ``codes`` are calling
    codes as for :func:`numbers_in`.
    """
    if not blocked:
        return text
    kept = []
    at = 0
    for start, end in _places(text, frozenset(blocked), codes):
        kept += [text[at:start], LEFT_OUT]
        at = end
    return "".join([*kept, text[at:]])


def texts_in(value: Any) -> Iterator[str]:
    """Every text within a value, however deep; what only identifies something is left out."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    for one in _parts(value):
        yield from texts_in(one)


def withheld(value: T, blocked: Collection[str], codes: Collection[str] = ()) -> T:
    """The value with every blocked number left out of every text within it; else the very same."""
    return _withheld(value, blocked, codes) if blocked else value


def _parts(value: Any) -> Iterable[Any]:
    """What a value holds, but for what only identifies it."""
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value) if field.name not in _NO_TEXT]
    if isinstance(value, dict):
        return [one for key, one in value.items() if key not in _NO_TEXT]
    return value if isinstance(value, tuple | list) else ()


def _withheld(value: Any, blocked: Collection[str], codes: Collection[str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return without_numbers(value, blocked, codes)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            if field.init and field.name not in _NO_TEXT:
                was = getattr(value, field.name)
                now = _withheld(was, blocked, codes)
                if now != was:
                    changed[field.name] = now
        return replace(value, **changed) if changed else value
    if isinstance(value, dict):
        return {
            key: one if key in _NO_TEXT else _withheld(one, blocked, codes)
            for key, one in value.items()
        }
    if isinstance(value, tuple | list):
        return type(value)(_withheld(one, blocked, codes) for one in value)
    return value


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits that stand together, and where."""

    digits: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Span:
    """Groups that may be one number."""

    digits: str
    start: int
    end: int


def _runs(text: str) -> Iterator[list[_Group]]:
    """Groups of digits with nothing but marks and blanks between them: letters part runs."""
    run: list[_Group] = []
    digits, start = "", 0
    for at, sign in enumerate(text):
        digit = unicodedata.digit(sign, None)
        if digit is not None:
            start = start if digits else at
            digits += str(digit)
            continue
        # Marks nobody sees do not even part a group.
        if digits and unicodedata.category(sign) not in {"Cf", "Mn", "Me"}:
            run.append(_Group(digits, start, at))
            digits = ""
        if run and sign.isalpha():
            yield run
            run = []
    if digits:
        run.append(_Group(digits, start, len(text)))
    if run:
        yield run


def _spans(run: list[_Group]) -> Iterator[_Span]:
    """Whatever of a run may be one number, the longest first from each beginning."""
    for first in range(len(run)):
        found = []
        digits = ""
        for group in run[first:]:
            digits += group.digits
            if len(digits) > _LONGEST:
                break
            if len(digits) >= _SHORTEST:
                found.append(_Span(digits, run[first].start, group.end))
        yield from reversed(found)


def _readings(digits: str, codes: Iterable[str]) -> Iterator[str]:
    """The digits as E.164, in each way people write one."""
    for prefix in ("", "00", "011"):
        if digits.startswith(prefix):
            whole = digits[len(prefix) :]
            yield f"+{whole}"
            for length in (1, 2, 3):
                # +49 (0)30: the zero is dialled only within the country.
                if whole[length : length + 1] == "0":
                    yield f"+{whole[:length]}{whole[length + 1 :]}"
    for code in codes:
        yield f"+{code}{digits}"
        if digits.startswith("0"):
            yield f"+{code}{digits[1:]}"


def _places(
    text: str, blocked: frozenset[str], codes: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Where the text holds a blocked number, from its plus or bracket to its last digit."""
    done = 0
    for run in _runs(text):
        for span in _spans(run):
            if span.start < done or not _is_blocked(span.digits, blocked, codes):
                continue
            start = span.start
            while start > done and text[start - 1] in "+(\N{FULLWIDTH PLUS SIGN}":
                start -= 1
            yield start, span.end
            done = span.end


def _is_blocked(digits: str, blocked: frozenset[str], codes: Collection[str]) -> bool:
    if any(number in blocked for number in _readings(digits, codes)):
        return True
    local = digits.removeprefix("0")
    return len(local) >= _LOCAL and any(number.endswith(local) for number in blocked)


# What identifies something and is no text of anybody.
_NO_TEXT = frozenset(
    {"id", "item_id", "call", "attempt_id", "question", "criterion", "zone", "zones", "outcome"}
)
_SHORTEST, _LONGEST = 6, 19
# Of E.164 with its plus (ITU-T E.164: fifteen digits at most).
_LEAST, _MOST = 7, 16
# A number of one's own town without the area code: shorter ones would be found in every date.
_LOCAL = 7
