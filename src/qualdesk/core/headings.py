"""Headings as they are compared: without their dress, their group and their brackets."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from qualdesk.core.identity import folded


def heading_fingerprint(headings: Iterable[str]) -> str:
    """What a source is recognised by the next time: its set of headings, in any order.

    Empty for a list without headings of its own: nothing tells it from any other.
    """
    words = sorted(own_headings(headings))
    return hashlib.sha256("\n".join(words).encode()).hexdigest() if words else ""


def own_headings(headings: Iterable[str]) -> frozenset[str]:
    """The headings that stand in the file itself, as compared; no blank ones."""
    plain = {plain_heading(heading) for heading in headings if not is_invented(heading)}
    # Rows left out come back mended: what we put beside them makes no other source of them.
    added = _OF_ROWS_LEFT_OUT if plain >= _OF_ROWS_LEFT_OUT else frozenset()
    return frozenset(plain - added - {""})


def is_invented(heading: str) -> bool:
    """Whether a heading is ours (``Column 3``): the file has none there."""
    return not heading.strip() or _INVENTED.fullmatch(heading) is not None


def named_headings(headings: Sequence[str], width: int) -> tuple[str, ...]:
    """A heading for each of ``width`` columns, no two the same, so that each can be mapped.

    A blank one is called by its place, a repeated one by its count: ``Phone (2)``.
    """
    named: dict[str, None] = {}
    for at in range(width):
        heading = headings[at].strip() if at < len(headings) else ""
        heading = heading or f"Column {at + 1}"
        name, count = heading, 1
        while name in named:
            count += 1
            name = f"{heading} ({count})"
        named[name] = None
    return tuple(named)


def first_of_its_name(heading: str) -> str:
    """The heading as the file has it: ``Phone`` for ``Phone (2)``."""
    return _COUNTED.sub("", heading)


@lru_cache(maxsize=4096)
def plain_heading(heading: str) -> str:
    """A heading as compared: ``LeadPhone_2`` is ``lead phone``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading[:_LONGEST])
    words = re.findall(r"[^\W_]+", folded(spaced))
    while len(words) > 1 and words[-1].isdigit():
        words.pop()
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        # A heading of two rows that say the same.
        words = words[:half]
    last = words[-1].rstrip("0123456789") if words else ""
    return " ".join([*words[:-1], last or words[-1]]) if words else ""


def forms_of(heading: str) -> Iterator[tuple[str, bool]]:
    """What a heading can be looked up as, the nearest first; False where it is a guess.

    ``Contact: Phone (work)`` is tried whole, without its brackets, and without its group.
    """
    yield plain_heading(heading), True
    if _READING.search(heading):
        # How a name is spoken stands beside the name; it is not the name.
        return
    bare = _BRACKETS.sub(" ", heading[:_LONGEST])
    if bare != heading:
        yield plain_heading(bare), True
    *groups, last = _GROUPS.split(bare)
    if groups and last.strip():
        group = plain_heading(groups[-1])
        yield plain_heading(f"{groups[-1]} {last}"), True
        if not (is_about_others(group) or _THINGS.search(group)):
            yield plain_heading(last), group in _THE_PERSON
        if group in _THE_PERSON or not group:
            return
    words = plain_heading(bare).split()
    if len(words) > 1 and words[0] in _THE_PERSON:
        yield " ".join(words[1:]), False


@lru_cache(maxsize=1024)
def is_about_others(plain: str) -> bool:
    """Whether a heading names somebody who is not the person on the list: its owner, a buyer."""
    return _OTHERS.search(plain) is not None


_LONGEST = 200
_OF_ROWS_LEFT_OUT = frozenset({"row", "why it was left out"})
_READING = re.compile(r"カナ|かな|フリガナ|ふりがな|ローマ字|phonetic|furigana", re.IGNORECASE)
_INVENTED = re.compile(r"Column \d+(?: \(\d+\))?")
_COUNTED = re.compile(r" \(\d+\)$")
_BRACKETS = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|[\uff08\u3010][^\uff09\u3011]*[\uff09\u3011]"
)
_GROUPS = re.compile(
    r"\s*[:>|/\uff1a\u2192\u00bb]\s*"
    r"|(?<=[^\W\d_])\.(?=[^\W\d_])|\s+[-\u2013\u2014]\s+"
)
_THE_PERSON = frozenset(
    {"contact", "contacts", "lead", "leads", "person", "people", "attendee", "participant"}
    | {"customer", "client", "visitor", "registrant", "member", "delegate", "guest", "your"}
    | {"subscriber", "respondent", "kontakt", "teilnehmer", "besucher", "kunde", "interessent"}
    | {"visiteur", "contacto", "asistente", "cliente", "prospect", "user"}
)
_OTHERS = re.compile(
    r"\b(?:owner|created by|modified by|updated by|assigned|assistant|manager|referrer|referred"
    r"|partner|buyer|purchaser|sales ?person|sales rep|account executive|emergency|secretary|parent"
    r"|scanned by|captured by|staff|exhibitor|speaker|besitzer|inhaber|proprietaire|propietario)\b"
)
_THINGS = re.compile(
    r"\b(?:campaign|event|form|product|ad|adset|deal|opportunity|ticket|order|webinar|session|file"
    r"|list|page|host|kampagne|formular|veranstaltung|campagne|evenement|campana|evento)\b"
)
