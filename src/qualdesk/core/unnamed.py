"""What people said without who said it: names, numbers and addresses are left out of the words."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from qualdesk.core.frozen import frozen
from qualdesk.core.identity import company_key, name_key
from qualdesk.core.withheld import LEFT_OUT as NO_NUMBER

NO_NAME, NO_ADDRESS = "(name left out)", "(address left out)"
"""What stands where something was. It leaves in files, and so is English."""


@frozen
class Near:
    """Whom somebody's words may be about.

    Attributes:
        people: themselves, whom they named, the caller. Each word of a name of three letters or
            more is left out.
        companies: theirs; left out as a whole, since they are made of words people use.
    """

    people: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()


NOBODY_NEAR = Near()


def unnamed(text: str, near: Near = NOBODY_NEAR, known: Collection[str] = ()) -> str:
    """The text without anybody's name, number or address in it.

    A name that nobody told us of, and no title stands before, is not recognised as one.
    ``known`` are keys of names the workspace knows, as :func:`keys_in` gives them.
    """
    plain = _plain(text)
    for pattern, instead in ((_ADDRESS, NO_ADDRESS), (_NUMBER, NO_NUMBER)):
        plain = pattern.sub(instead, plain)
    plain = _without_near(plain, near)
    plain = _TITLED.sub(rf"\1 {NO_NAME}", plain)
    plain = _without_known(plain, frozenset(known)) if known else plain
    # A first and a last name are two words, and one person.
    return _TWICE.sub(NO_NAME, plain).strip()


def names_said(text: str) -> tuple[str, ...]:
    """The words of an answer that asked for a person which may be their name.

    Beside a name people say what somebody is and does: "Tom Baker, our plant director".
    """
    spoken = (word for word in _WORD.findall(_plain(text)) if word[:1].isupper())
    return tuple(word for word in spoken if not _is_said_beside(word.casefold()))


def keys_in(texts: Iterable[str]) -> frozenset[str]:
    """The keys of every two or three words that stand side by side: whose name it may be."""
    return frozenset(key for text in texts for _, _, key in _side_by_side(_plain(text)))


def _without_known(text: str, known: frozenset[str]) -> str:
    kept, at = [], 0
    for start, end, key in _side_by_side(text):
        if start >= at and key in known:
            kept += [text[at:start], NO_NAME]
            at = end
    return "".join([*kept, text[at:]])


def _side_by_side(text: str) -> Iterator[tuple[int, int, str]]:
    """Words next to each other, three before two: from where to where, and their key."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    for first, (start, _) in enumerate(words):
        for length in (3, 2):
            some = words[first : first + length]
            is_whole = len(some) == length and all(
                not text[one[1] : other[0]].strip(_BETWEEN) for one, other in pairwise(some)
            )
            key = name_key(text[start : some[-1][1]]) if is_whole else ""
            if " " in key:
                yield start, some[-1][1], key


def _without_near(text: str, near: Near) -> str:
    """Without the names of those nearby: each word of a person's, and whole names of all."""
    people = [_words_of(name) for name in near.people]
    words = {word for name in people for word in name if len(word) >= _SHORTEST} - _NO_NAMES
    companies = [_words_of(one) for name in near.companies for one in (name, company_key(name))]
    phrases: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in (*people, *companies):
        if phrase and phrase[0] not in _NO_NAMES:
            phrases[phrase[0]].append(phrase)
    tokens = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
    spoken = tuple(text[start:end].casefold() for start, end in tokens)
    kept, at = [], 0
    for place, (start, _) in enumerate(tokens):
        here = [
            len(one) for one in phrases[spoken[place]] if spoken[place : place + len(one)] == one
        ]
        long = max([*here, int(spoken[place] in words)])
        if long and start >= at:
            kept += [text[at:start], NO_NAME]
            at = tokens[place + long - 1][1]
    return "".join([*kept, text[at:]])


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _TOKEN.findall(_plain(name)))


def _is_said_beside(word: str) -> bool:
    return word in _BESIDE_NAMES or word.startswith(_LEADS)


def _plain(text: str) -> str:
    """In one form, without marks nobody sees: those would part a name or a number."""
    one_form = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in one_form if unicodedata.category(sign) not in {"Cf", "Co"})


_SHORTEST = 3
# What stands in names and in every sentence.
_NO_NAMES = frozenset(
    {"", "von", "van", "der", "den", "dem", "del", "des", "dos", "das", "los", "las", "zur", "zum"}
)
# What people say beside a name, in the languages scripts come in.
_SAID_BESIDE = """
    a all also and both boss but buyer chief director engineer for from goods head he her him his
    i it its lead line maintenance me mr mrs ms my no not of on operations or our
    owner packaging plant production purchasing quality sales she site supervisor supply team the
    their they this to we who with yes you
    alle auch aber chef chefin dann das der die einkauf ein eine er es frau für geschäftsführer
    geschäftsführerin herr ich ihr inhaber inhaberin ja leiter leiterin mein meine mit nein nicht
    oder produktion produktionsleiter sie technik und unser unsere vertrieb von werk werkleiter wir
    aussi avec directeur directrice elle et il je la le les madame monsieur mon nos notre ou pour
    también con director directora ella el jefe jefa los las mi nuestra nuestro para sí usted y
"""
_BESIDE_NAMES = frozenset(_SAID_BESIDE.split())
# Whoever leads something, in English and as German borrows it.
_LEADS = "manag"
_BETWEEN = " ,.-'\u2019"
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE
)
# Seven digits and more, however they are parted: shorter ones are days, amounts and floors.
_NUMBER = re.compile(r"[+(]*\d(?:[\s().\-/\u2010-\u2015]*\d){6,}")
_TITLED = re.compile(
    r"\b(Mrs?|Ms|Miss|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?)\b\.?"
    r"(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w'\u2019-]*|(?:von|van|de|der|zu|di|da|le|la)\b)){1,4}"
)
_TWICE = re.compile(rf"{re.escape(NO_NAME)}(?:[\s,.'\u2019-]*{re.escape(NO_NAME)})+")
