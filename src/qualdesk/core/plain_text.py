"""Text of strangers made harmless to show: no control characters, no hidden reordering."""

import re

_TRICKS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns reading order around
    "\ud800-\udfff\ufeff\ufffe\uffff]"  # no characters at all
)
_QUOTES = {
    '"': '"',
    "'": "'",
    "“": "”“",
    "„": "“”„",
    "”": "”",
    "\u2018": "\u2019\u2018",
    "\u201a": "\u2018\u2019",
    "\u2019": "\u2019",
    "«": "»",
    "»": "«»",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
}
_PAIR = 3
_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")


def without_tricks(text: str) -> str:
    """The text without characters that show nothing or reorder what is shown.

    Line ends become plain ones. What was typed stays in the store as it was.
    """
    return _TRICKS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def storable(text: str) -> str:
    """The text without NUL and halves of characters, which no database keeps."""
    return _NOT_KEPT.sub("", text)


def unquoted(text: str) -> str:
    """The text without the pair of quotation marks around all of it, of whatever language.

    What is shown in quotes would otherwise stand in two pairs where somebody typed their own.
    """
    bare = text.strip()
    ends = _QUOTES.get(bare[:1], "")
    inside = bare[1:-1]
    if len(bare) < _PAIR or bare[-1] not in ends or any(mark in inside for mark in bare[0] + ends):
        return bare
    return inside.strip() or bare


def shortened(text: str, letters: int) -> str:
    """The text, cut at a word with "..." when it is longer than ``letters``."""
    if len(text) <= letters:
        return text
    cut = text[: max(1, letters - 1)]
    is_at_word = cut[-1].isspace() or text[len(cut)].isspace()
    if not is_at_word and " " in cut[letters // 2 :]:
        cut = cut.rsplit(None, 1)[0]
    return cut.rstrip(" ,;.") + "…"
