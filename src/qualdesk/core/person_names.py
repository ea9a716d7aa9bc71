"""Names of people as lists write them: tidied where that is certain, taken apart."""

import re
from collections.abc import Sequence
from functools import lru_cache

from qualdesk.core.identity import company_key, folded
from qualdesk.core.wording import tr


def split_name(name: str) -> tuple[str, str]:
    """The first and last name in a full name; the first empty when it has a single word.

    Two or three plain words are split before the last; Chinese, Japanese and Korean names
    behind the first, which is the family's. The rest (titles, commas, particles) is given to
    nameparser, which knows more of them than we ever would.
    """
    words = name.split()
    if len(words) < _PAIR:
        return "", name.strip()
    if len(name) > _LONGEST:
        return " ".join(words[:-1]), words[-1]
    if _FAMILY_FIRST.match(name):
        return " ".join(words[1:]), words[0]
    if _PLAIN.fullmatch(name):
        first, *middle, last = folded(name).split()
        is_plain = first not in _BEFORE and last not in _BEHIND and _PARTICLES.isdisjoint(middle)
        if is_plain:
            return " ".join(words[:-1]), words[-1]
    # Costs a tenth of a second to load, and most lists do without it.
    from nameparser import HumanName

    read = HumanName(name)
    return f"{read.first} {read.middle}".strip(), str(read.last)


def full_name(text: str, emails: Sequence[str] = ()) -> str:
    """A full name as people write it: ``KRÖGER SABINE`` is ``Sabine Kröger``.

    The order changes only where it is certain that the family name stands first: before a
    comma, in capitals beside a name that is not, or by the person's own e-mail address. Case
    changes only where nobody chose it, in all capitals or all small. The rest stays as written.
    """
    if not _MAY_NEED_TIDYING.search(text) and not (text.isupper() or text.islower()):
        return text
    if len(text) > _LONGEST or not _LETTERS.fullmatch(text):
        return text
    name = " ".join(_given_first(" ".join(text.split()), emails).split())
    # "jsmith" and "IBM" are somebody's login or firm, and no name to tidy.
    return tidied(name) if " " in name else name


def read_name(text: str, emails: Sequence[str] = ()) -> tuple[str, str, str]:
    """A full name as people write it, and its first and last name."""
    if text.istitle() and "," not in text and "." not in text:
        # Most names: two or three words with a capital each, and nothing to know about them.
        words = text.split(" ")
        is_plain = 1 < len(words) <= _PAIR + 1 and min(map(len, words)) > 1
        if is_plain and _NOT_PLAIN.isdisjoint(text.lower().split(" ")):
            return text, " ".join(words[:-1]), words[-1]
    name = full_name(text, emails)
    return (name, *split_name(name))


def two_people(name: str) -> str:
    """A sentence where a name seems to hold two people; empty for one.

    Only a sentence: nobody can tell whose number is whose, but the person who made the list.
    """
    if _TWO_PEOPLE.search(name) is None:
        return ""
    return tr("This may be two people in one lead: give each a row of their own.")


def tidied(name: str, *, is_behind: bool = False) -> str:
    """A part of a name without the shift key that stuck: ``SABINE`` is ``Sabine``.

    Names of mixed case, of other scripts and of two letters stay, and so does what holds a
    digit: no name, but a login or an address. ``is_behind`` for what follows a given name:
    there ``VAN DER BERG`` is ``van der Berg``.
    """
    if not (name.isupper() or name.islower()) or not _CASED.fullmatch(name):
        return name
    if len(name.replace(".", "").replace(" ", "")) <= _INITIALS:
        return name
    first, *others = name.split(" ")
    start = _word(first, may_be_small=is_behind and bool(others))
    return " ".join([start, *(_word(word, may_be_small=True) for word in others)])


def tidied_pair(first: str, last: str) -> tuple[str, str]:
    """A first and a last name from columns of their own, tidied.

    A small letter alone, or three capitals beside a name that has none, may be meant so.
    """
    if not (first and last):
        return first, last
    if first.isupper() == last.isupper() and first.islower() == last.islower():
        return tidied(first), tidied(last, is_behind=True)
    first = tidied(first) if _is_stuck(first) else first
    return first, tidied(last, is_behind=True) if _is_stuck(last) else last


def _is_stuck(name: str) -> bool:
    return name.isupper() and len(name) > _INITIALS + 1


@lru_cache(maxsize=4096)
def _word(word: str, *, may_be_small: bool) -> str:
    low = word.lower()
    if low.strip(".") in _NUMERALS:
        return word.upper()
    if low in _PARTICLES and may_be_small:
        return low
    if word.isupper() and len(word) == _INITIALS and not _VOWEL.search(low) and low != "ng":
        # JP and TJ are initials that lost their dots.
        return word
    if low.startswith("mc") and len(low) > len("mcx"):
        return f"Mc{low[2:].capitalize()}"
    return _START.sub(lambda found: found[1] + found[2].upper(), low)


def _given_first(name: str, emails: Sequence[str]) -> str:
    """The given name first, where it is certain that it stands last."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        # "Acme, Inc." is a company, and "Smith, Jr." stands in its order.
        is_behind = folded(given.strip(".")) in _BEHIND or company_key(f"x {given}") == "x"
        is_turned = family and given and "," not in given and not is_behind
        return f"{tidied(given)} {tidied(family, is_behind=True)}" if is_turned else name
    words = name.split(" ")
    behind = next((at for at, word in enumerate(words) if not _is_capitals(word)), len(words))
    # "KRÖGER Sabine", but not "ACME Sabine GmbH" nor "J. Kröger".
    if 0 < behind < len(words) and all(map(_is_given, words[behind:])):
        family = tidied(" ".join(words[:behind]), is_behind=True)
        return " ".join([*words[behind:], family])
    is_one_case = name.isupper() or name.islower()
    if is_one_case and len(words) == _PAIR and _says_turned(words, emails):
        return f"{words[1]} {words[0]}"
    return name


def _is_capitals(word: str) -> bool:
    return word.isupper() and len(word) > _INITIALS and "." not in word


def _is_given(word: str) -> bool:
    return word.isalpha() and word[:1].isupper() and word[1:].islower()


def _says_turned(words: Sequence[str], emails: Sequence[str]) -> bool:
    """Whether an address says that the second word is the given name: ``s.kroeger@``."""
    last, first = (_written_out(word) for word in words)
    for address in emails:
        local = folded(address.partition("@")[0])
        parts = [part for part in _BETWEEN.split(local) if part]
        if len(parts) != _PAIR or parts[1] not in last or parts[0] in last:
            continue
        is_initial = len(parts[0]) == 1 and any(one.startswith(parts[0]) for one in first)
        if parts[0] in first or is_initial:
            return True
    return False


def _written_out(word: str) -> set[str]:
    """A name as addresses write it: without its marks, or with them as letters."""
    return {folded(word), folded(word.lower().translate(_UMLAUTS))}


_LONGEST = 200
_INITIALS = 2
_PAIR = 2
_NAME_WORD = r"[^\W_][\w'\u2019-]+"
_PLAIN = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}")
_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MAY_NEED_TIDYING = re.compile(r",|\s\s|[^\W\d_a-z\u00df-\u00ff]{3}")
_LETTERS = re.compile(r"(?:[^\W\d_]|[\s.,'\u2019-])+")
# Letters with a case, and what stands between them in names. Not the dotless i, whose case
# depends on the language.
_CASED = re.compile(r"(?:(?![\u0130\u0131])[^\W\d_]|[ .'\u2019-])+")
_START = re.compile(r"(^|[-.'\u2019])([^\W\d_])")
_VOWEL = re.compile(r"[aeiouy]")
_BETWEEN = re.compile(r"[._-]+|\d+")
_UMLAUTS = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00f8": "oe",
                          "\u00e5": "aa"})  # fmt: skip
_NUMERALS = frozenset({"ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"van", "von", "vom", "zu", "zum", "zur", "de", "der", "den", "del", "della", "di", "da", "do"}
    | {"dos", "das", "du", "la", "le", "les", "los", "el", "al", "bin", "ben", "ibn", "abu", "ter"}
    | {"ten", "te", "san", "santa", "st", "af", "av", "op", "and", "und", "et", "y"}
)
_BEFORE = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "sir", "herr", "frau", "mme", "mlle", "sr", "sra"}
    | {"ing", "dipl", "van", "von", "de", "del", "della", "di", "du", "la", "le", "el", "al"}
)
_BEHIND = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq"})
_NOT_PLAIN = _PARTICLES | _BEFORE | _BEHIND
_TWO_PEOPLE = re.compile(
    r"[^\W\d_]{2}\s*[/&;+]\s*[^\W\d_]{2}|[^\W\d_]{2}\s+(?:and|und|et)\s+[^\W\d_]{2}",
    re.IGNORECASE,
)
