"""The sheets and columns of an XLSForm that we read and write, and how headings are spelled."""

import re

from qualdesk.core.frozen import frozen
from qualdesk.core.languages import LANGUAGE_NAMES

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
# Sheets of our own, which other programs pass over: words for one source, and words at hand.
SAY_FOR, ASIDES = "say_for", "asides"
SHEETS = (SURVEY, CHOICES, SETTINGS, SAY_FOR, ASIDES)

TRANSLATED = {
    SURVEY: ("label", "hint", "ask", "short", "unit"),
    CHOICES: ("label",),
    SETTINGS: ("voicemail",),
    SAY_FOR: ("label",),
    ASIDES: ("label", "say", "then"),
}
"""The columns of each sheet that may stand there once for each language."""

PLAIN = {
    SURVEY: ("type", "name", "required", "relevant", "tags", "kind", "own_words"),
    CHOICES: ("list_name", "name"),
    SETTINGS: ("form_title", "form_id", "version", "default_language"),
    SAY_FOR: ("question", "source"),
    ASIDES: ("kind", "question", "id"),
}
"""The other columns of each sheet."""

NOT_TAKEN = {
    SURVEY: (
        *("constraint", "calculation", "choice_filter", "repeat_count", "default", "read_only"),
        *("image", "big_image", "audio", "video", "parameters", "trigger"),
    ),
    CHOICES: ("image", "big_image", "audio", "video"),
    SETTINGS: (),
    SAY_FOR: (),
    ASIDES: (),
}
"""Columns that change what is asked, in a way our scripts cannot: a value there is refused."""


@frozen
class Heading:
    """One heading: the column it stands for, and its language as written, empty without one."""

    text: str
    column: str
    language: str = ""


def heading_of(text: str) -> Heading:
    """What a heading stands for, however it is spelled; old ways of XLSForm are understood."""
    first, *rest = [part.strip() for part in re.split(r"::?", text.strip())]
    if first.lower() == "media" and rest:
        first, *rest = rest
    column = _column(first)
    if column in {"bind", "control"} and rest:
        inside = _column(rest[-1])
        column, rest = (inside if inside in _BOUND else column), []
    return Heading(text=text.strip(), column=column, language="::".join(rest))


def language_tag(written: str) -> str | None:
    """The tag of a language written as ``German (de)``, ``de`` or ``German``; None for another."""
    said = " ".join(written.split())
    found = _IN_BRACKETS.search(said)
    if found or _TAG.fullmatch(said):
        return found[1] if found else said
    return _TAGS.get(said.casefold()) or (said.lower() if _TAG.fullmatch(said.lower()) else None)


def language_heading(tag: str) -> str:
    """A language as a heading writes it, which every program for XLSForm understands."""
    name = LANGUAGE_NAMES.get(tag.partition("-")[0], "")
    return f"{name} ({tag})" if name else tag


def _column(spelled: str) -> str:
    plain = re.sub(r"[\s_-]+", "_", spelled.strip().lower())
    return _OTHER_SPELLINGS.get(plain, plain)


_BOUND = {"relevant", "required", "constraint", "calculation", "read_only"}
_OTHER_SPELLINGS = {
    "relevance": "relevant",
    "caption": "label",
    "readonly": "read_only",
    "list": "list_name",
    "value": "name",
    "title": "form_title",
    "id_string": "form_id",
    "calculate": "calculation",
    "count": "repeat_count",
}
_TAGS = {name.casefold(): tag for tag, name in reversed(LANGUAGE_NAMES.items())}
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_IN_BRACKETS = re.compile(r"\(\s*([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*\)$", re.ASCII)
