"""Who is the same person: the keys people are compared by, and the decision.

Exact keys only, all of one person's with all of the other's. A key that two people share
does not make them one: a switchboard and a shared mailbox are a household. Whatever joins
two rows can be named, so that a person can look at it and take it back.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from qualdesk.core.emails import is_address
from qualdesk.core.frozen import frozen
from qualdesk.core.leads import Contact


@frozen
class Keys:
    """What a person can be recognised by.

    Attributes:
        name: the words of their name, folded, sorted, without titles.
        company: the company key, empty when none is known.
        numbers: E.164, with ``x`` and the extension behind it where there is one.
        emails: addresses as compared, never as shown.
    """

    name: str = ""
    company: str = ""
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()

    def __or__(self, other: "Keys") -> "Keys":
        """Both together, for a person found in two rows; the fuller name stays."""
        return Keys(
            name=max(self.name, other.name, key=len),
            company=self.company or other.company,
            numbers=self.numbers | other.numbers,
            emails=self.emails | other.emails,
        )

    def each(self) -> tuple[str, ...]:
        """Every key on its own, marked by its kind: what an index is asked for."""
        person = (f"p:{self.name}|{self.company}",) if self.name and self.company else ()
        numbers = tuple(f"n:{number}" for number in self.numbers)
        return (*numbers, *(f"e:{email}" for email in self.emails), *person)


def keys_of(contact: Contact) -> Keys:
    """The keys of a person."""
    name = contact.name or f"{contact.first_name} {contact.last_name}"
    return Keys(
        name=name_key(name),
        company=company_key(contact.company_name) if contact.company else "",
        numbers=frozenset(
            [number_key(phone.e164, phone.extension) for phone in contact.phones if phone.e164]
        ),
        emails=frozenset([key for address in contact.emails if (key := email_key(address))]),
    )


def same_person(one: Keys, other: Keys) -> str:
    """The key that makes them one person, in words; empty when they are two.

    * A shared number or e-mail joins only names that agree. Names that differ are people who
      share a switchboard or a mailbox.
    * A shared e-mail also needs more than a bare first name when the companies differ:
      ``info``-like addresses and test data repeat.
    * A full name at the same company is the same person. A single word is not.
    """
    if not names_agree(one.name, other.name):
        return ""
    if one.numbers & other.numbers:
        return "number"
    companies_differ = bool(one.company and other.company and one.company != other.company)
    is_full = " " in one.name and " " in other.name
    if one.emails & other.emails and (is_full or not companies_differ):
        return "e-mail"
    if is_full and one.name == other.name and one.company and one.company == other.company:
        return "name and company"
    return ""


def names_agree(one: str, other: str) -> bool:
    """Whether two name keys can be one person's: equal, one missing, or one an abbreviation."""
    if not one or not other or one == other:
        return True
    ours, theirs = Counter(one.split()), Counter(other.split())
    # Whole words first: an initial must not take the word that another word needs.
    common = ours & theirs
    few, many = sorted(((ours - common), (theirs - common)), key=Counter.total)
    if not common:
        return False
    left = list(many.elements())
    for word in few.elements():
        match = next((candidate for candidate in left if _is_initial(word, candidate)), None)
        if match is None:
            return False
        left.remove(match)
    return True


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Text as compared: lower case, no accents, single spaces (``Łódź`` is ``lodz``)."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS).casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.translate(_LETTERS).split())


def folded_signs(text: str) -> tuple[str, list[int]]:
    """Text letter by letter as compared, its spaces as they are, and where each letter came from.

    One letter may become two (``ß`` is ``ss``), or none, as a mark over the letter before it. The
    last place is the end of the text.
    """
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    signs, places = [], []
    for place, sign in enumerate(text):
        plain = sign.lower() if sign.isascii() else _plain(sign)
        signs.append(plain)
        places += [place] * len(plain)
    return "".join(signs), [*places, len(text)]


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    return str(digit) if digit is not None else (" " if sign.isspace() else folded(sign))


def name_key(name: str) -> str:
    """A name as compared: folded, titles and marks dropped, the order of its words forgotten."""
    words = _WORDS.findall(name.lower() if name.isascii() else folded(name))
    kept = words if _TITLES.isdisjoint(words) else [w for w in words if w not in _TITLES] or words
    return " ".join(sorted(kept))


@lru_cache(maxsize=4096)
def company_key(name: str) -> str:
    """A company's name as compared: folded, its legal form dropped. Never for showing."""
    plain = name.lower() if name.isascii() else folded(name)
    words = _COMPANY_WORDS.findall(plain.replace(".", ""))
    while words and words[-1] in _ends():
        shorter = _without_form(words)
        if shorter == words:
            break
        words = shorter
    return " ".join(words)


@lru_cache(maxsize=4096)
def email_key(address: str) -> str:
    """An address as compared: trimmed, folded, without the ``+tag``; empty when it is none."""
    name, at, domain = address.strip().casefold().rpartition("@")
    if not (name and at and domain) or not is_address(f"{name}@{domain}"):
        return ""
    return f"{name.split('+', 1)[0] or name}@{domain}"


def is_title(word: str) -> bool:
    """Whether a folded word stands before or after names and is none: no name is found by it."""
    return word in _TITLES


def number_key(e164: str, extension: str = "") -> str:
    """A number as compared: two extensions of one switchboard are two numbers."""
    return f"{e164}x{extension}" if extension else e164


def _is_initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _without_form(words: list[str]) -> list[str]:
    """The words without one legal form at their end, or ``& co`` left by one; never none."""
    if len(words) > 1 and words[-1] in _LEFT_BY_A_FORM:
        return words[:-1]
    for form in _legal_forms().get(words[-1], ()):
        if len(words) > len(form) and tuple(words[-len(form) :]) == form:
            return words[: -len(form)]
    return words


@cache
def _legal_forms() -> dict[str, list[tuple[str, ...]]]:
    """Legal forms by their last word, longest first. cleanco itself tries all of them in turn."""
    # The first lead needs none of them, and a start does not wait for them.
    from cleanco import prepare_default_terms

    forms: dict[str, set[tuple[str, ...]]] = {}
    for _, words in prepare_default_terms():
        form = tuple(_COMPANY_WORDS.findall(folded(" ".join(words)).replace(".", "")))
        if form:
            forms.setdefault(form[-1], set()).add(form)
    return {last: sorted(of, key=len, reverse=True) for last, of in forms.items()}


@cache
def _ends() -> frozenset[str]:
    """What a legal form, or what one left, may end with."""
    return _LEFT_BY_A_FORM.union(_legal_forms())


_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "\u0131": "i"}
)
_WORDS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_COMPANY_WORDS = re.compile(r"[^\W_]+|&")
_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "herr", "frau", "hr", "fr"}
    | {"dipl", "ing", "diplom", "phd", "md", "mba", "msc", "bsc", "jr", "sr", "ii", "iii", "mag"}
    | {"mme", "mlle", "monsieur", "madame", "sra", "srta", "dott", "ir", "drs"}
)
_LEFT_BY_A_FORM = frozenset({"&", "and", "und", "et", "y", "co"})
