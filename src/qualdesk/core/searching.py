"""How a search is read: words of names and companies, digits of a number, an address."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import decimal, normalize

from qualdesk.core.emails import is_address
from qualdesk.core.frozen import frozen
from qualdesk.core.identity import email_key, folded, is_title, name_key

LONGEST = 200
"""Nobody types more to find somebody; what was pasted is cut here."""
FEWEST_DIGITS = 4
"""Fewer digits are the end of too many numbers to name anybody."""
# A search of more words than this says no more.
_MOST_WORDS = 8


@frozen
class Asked:
    """What somebody looks for.

    Attributes:
        text: what was typed, without control characters, spaces single.
        words: the words to be found at the beginning of words, each in the spellings it may be
            kept in: “Mueller” is also “muller”, as Müller is.
        digits: of a number, as typed; empty when letters stand beside them, or too few.
        is_abroad: the number was typed with its calling code.
        email: the address as compared, empty when none was typed to its end.
    """

    text: str = ""
    words: tuple[tuple[str, ...], ...] = ()
    digits: str = ""
    is_abroad: bool = False
    email: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.words or self.digits or self.email)

    @property
    def is_full_name(self) -> bool:
        """Whether it names one person: two words that are no initials, or more."""
        return not self.digits and sum(len(word[0]) > 1 for word in self.words) > 1

    @property
    def names_somebody(self) -> bool:
        """Whether it is enough to ask who calls: digits, a full name, or an address."""
        return bool(self.digits or self.email) or self.is_full_name

    def endings(self) -> tuple[str, ...]:
        """The digits a number may end with: as typed, and without zeros dialled before it."""
        bare = self.digits.lstrip("0")
        found = (self.digits, bare) if len(bare) >= FEWEST_DIGITS else (self.digits,)
        return tuple(dict.fromkeys(one for one in found if one))

    def beginnings(self, regions: Iterable[str]) -> tuple[str, ...]:
        """What a number (E.164) may begin with, in these countries (ISO codes)."""
        bare = self.digits.lstrip("0")
        if len(bare) < FEWEST_DIGITS:
            return ()
        if self.is_abroad:
            return (f"+{bare}",)
        from qualdesk.core.phones import calling_code

        codes = dict.fromkeys(calling_code(region) for region in regions)
        return tuple(f"{code}{bare}" for code in codes if code)


def read_search(text: str) -> Asked:
    """What somebody typed, as it is looked for. Nothing is refused; nothing may be left of it."""
    plain = " ".join(_UNSEEN.sub(" ", text[:LONGEST]).split())
    email = _email(plain)
    digits, is_abroad = _digits(plain)
    # An address that is not typed to its end still says a name: what stands before the @.
    named = plain.partition("@")[0] if "@" in plain else plain
    words = _spelled(named)[:_MOST_WORDS]
    return Asked(text=plain, words=words, digits=digits, is_abroad=is_abroad, email=email)


def kept_words(key: str) -> tuple[str, ...]:
    """The words under which a key of a person or a company is kept."""
    return tuple(sorted(set(_WORDS.findall(key))))


def holds(words: Sequence[tuple[str, ...]], *keys: str) -> bool:
    """Whether each of the words, in one of its spellings, begins a word of one of the keys."""
    there = [word for key in keys for word in _WORDS.findall(key)]
    return all(any(one.startswith(word) for one in there) for word in words)


def is_name(asked: Asked, key: str) -> bool:
    """Whether what was typed is the whole of a person's name key, in any order."""
    return bool(asked.words) and name_key(asked.text) == key


def _spelled(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a text, each once, in the spellings in which they may be kept."""
    plain = _WORDS.findall(folded(text))
    # Two letters for one with dots: as somebody writes whose keyboard has none.
    spread = _WORDS.findall(folded(text.casefold().translate(_SPREAD)))
    if len(spread) != len(plain):
        spread = plain
    each = dict.fromkeys(
        tuple(dict.fromkeys((one, two, _DOTTED.sub(r"\1", two))))
        for one, two in zip(plain, spread, strict=True)
    )
    return tuple(word for word in each if not is_title(word[0])) or tuple(each)


def _email(text: str) -> str:
    return email_key(text) if is_address(text) else ""


def _digits(text: str) -> tuple[str, bool]:
    """The digits of a number in any spelling, and whether its calling code was typed."""
    number = _EXTENSION.sub("", normalize("NFKC", text).removeprefix("tel:"))
    if _LETTER.search(number):
        return "", False
    # The zero that is dialled at home only: +49 (0)30 …
    number = number.strip()
    is_abroad = number.startswith(("+", "00"))
    dialled = number.replace("(0)", "") if is_abroad else number
    # Also those of other scripts: a number is pasted as somebody's phone writes it.
    digits = "".join(str(decimal(one)) for one in dialled if one.isdecimal())
    return (digits, is_abroad) if len(digits) >= FEWEST_DIGITS else ("", False)


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORDS = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"([aou])e")
_SPREAD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LETTER = re.compile(r"[^\W\d_]")
_EXTENSION = re.compile(r"\s*(?:ext\.?|x|dw|durchwahl|poste)\s*\d{1,6}$", re.IGNORECASE)
