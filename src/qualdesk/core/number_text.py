"""The text of a cell with telephone numbers: cleared, parted and mended before it is read."""

import re
import unicodedata
from collections.abc import Iterator

from qualdesk.core.phone_notes import DIGITS_LOST, DOUBLE_ZERO, WAS_QUANTITY, ZERO_LEFT_OUT

SHORTEST = 7
LONGEST = 250


def digits_in(text: str) -> int:
    """How many digits a text holds."""
    return sum(map(str.isdigit, text))


def visible(text: str) -> str:
    """The text without marks nobody sees, with plain digits, blanks, dashes and slashes."""
    if text.isascii() and text.isprintable():
        return text.replace("_", " ").strip()
    plain = unicodedata.normalize("NFKC", text).translate(_ODD_MARKS)
    kept = []
    for char in plain:
        category = unicodedata.category(char)
        if category in {"Zs", "Zl", "Zp"} or (category == "Cc" and char != "\n"):
            kept.append(" ")
        elif category == "Pd":
            kept.append("-")
        elif category == "Nd":
            kept.append(str(unicodedata.digit(char)))
        elif category not in {"Cf", "Mn"}:
            kept.append(char)
    return "".join(kept).strip()


def parts(text: str) -> list[str]:
    """The numbers of a cell that holds several; one that holds a slash stays whole."""
    if not text:
        return []
    pieces = [piece for piece in map(str.strip, _BETWEEN.split(text)) if piece]
    # "0421/123456" is one German number: only pieces that could each be dialled are several.
    is_several = len(pieces) > 1 and all(digits_in(piece) >= SHORTEST for piece in pieces)
    return pieces if is_several else [text]


def is_fax(part: str) -> bool:
    """Whether the words before a number say that a machine answers it."""
    return bool(_FAX.match(part))


def mended(part: str) -> tuple[str, list[str]]:
    """A number without what exports and people put before it, and what was mended in it."""
    start, notes = _START.search(part), []
    text = part[start.start() :] if start else part
    for mend in (_mend_quantity, _mend_double_zero, _mend_extension):
        text, note = mend(text)
        notes.extend([note] if note else [])
    return text, notes


def other_readings(text: str) -> Iterator[tuple[str, str]]:
    """What else a number may be meant as that cannot be dialled as it stands, and why."""
    if text.startswith("+") and "(0)" in text:
        yield text.replace("(0)", " ", 1), ZERO_LEFT_OUT


def without_words(text: str) -> str:
    """A number without the words behind it, the same text when it has none.

    Letters are digits to a telephone: "mobile" behind a number would be six more.
    """
    bare = _WORDS_BEHIND.sub("", text)
    return bare if digits_in(bare) >= SHORTEST else text


def is_vanity(text: str) -> bool:
    """Whether letters stand for digits: ``1-800-FLOWERS``."""
    return sum(map(str.isalpha, text)) >= _LETTERS_OF_VANITY


def lost_digits(text: str) -> str:
    """What to say of ``4.41E+11``, of which a spreadsheet kept three digits; else nothing."""
    found = _SCIENTIFIC.fullmatch(text)
    if not found:
        return ""
    first, rest, power = found[1], found[2] or "", int(found[3])
    if len(rest) >= power and not rest[power:].strip("0"):
        return ""
    return DIGITS_LOST.format(kept=len(first + rest), all=power + 1)


def is_quantity(text: str) -> bool:
    """Whether a spreadsheet may have kept a number as a quantity: ``12125550100.0``."""
    return text.endswith("0") and _FLOAT.fullmatch(text) is not None


def _mend_quantity(text: str) -> tuple[str, str]:
    """A number a spreadsheet kept as a quantity, all digits there."""
    whole = _FLOAT.fullmatch(text)
    if whole:
        return whole[1], WAS_QUANTITY
    found = _SCIENTIFIC.fullmatch(text)
    if found and not lost_digits(text):
        return found[1] + (found[2] or "")[: int(found[3])], WAS_QUANTITY
    return text, ""


def _mend_double_zero(text: str) -> tuple[str, str]:
    """``0049 30 ...`` read as ``+49``, also where people dial abroad with other digits."""
    start = _DOUBLE_ZERO.match(text)
    if start is None or digits_in(text) < SHORTEST + 4:
        return text, ""
    return "+" + text[start.end() :], DOUBLE_ZERO


def _mend_extension(text: str) -> tuple[str, str]:
    """Words for an extension that the library does not know."""
    return _EXTENSION.sub(" ext. ", text), ""


_LETTERS_OF_VANITY = 3
_ODD_MARKS = str.maketrans(
    {**dict.fromkeys("\u00b7\u2022\u2027\u2219\u30fb_", " "), "\u2044": "/", "\u2215": "/"}
)
_LABELS = "tel|phone|fon|fax|telefax|mobile|mobil|mob|cell|handy|office|home|work|privat|direct"
_BETWEEN = re.compile(
    r"\s*(?:[/;,|\n\\&]|\b(?:or|and|und|oder|et|ou|y|o)\b)\s*"
    rf"|\s+(?=\+\s?\d)|\s+(?=(?:{_LABELS})\b[\s.:]*[+(\d])",
    re.IGNORECASE,
)
_FAX = re.compile(r"\W*(?:tele)?fax\b", re.IGNORECASE)
_START = re.compile(r"[+(]*[+(\d]")
_FLOAT = re.compile(r"(\d+)[.,]0{1,2}")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_DOUBLE_ZERO = re.compile(r"\+?\s?00\s*(?=[1-9(])")
_EXTENSION = re.compile(
    r"\s*\b(?:wew|durchwahl|dw|klappe|poste|toestel|anknytning|extensi[oó]n)[.:]?\s*(?=\d{1,6}$)",
    re.IGNORECASE,
)
_WORDS_BEHIND = re.compile(r"[\s(\[,;:]*[^\W\d_]{2}[^\d]{0,60}$")
