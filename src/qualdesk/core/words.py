"""The words to read aloud: text with ``{{field}}`` places, filled from a short list of fields.

``{{lead.first_name}}`` is replaced by the value; ``{{answer.need|your project}}`` falls back to
the words behind the bar. Only the fields named here and ``answer.<question id>`` exist: a
script is written by people, and a template that could reach further would read what it likes.
"""

import re
from collections.abc import Collection, Mapping

from qualdesk.core.frozen import frozen
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import tr

FIELDS = frozenset(
    {
        "lead.first_name",
        "lead.last_name",
        "lead.full_name",
        "lead.company",
        "lead.title",
        "lead.city",
        "caller.name",
        "campaign.name",
        "campaign.event",
        "campaign.company",
        "source.did",
        "source.when",
        "source.by",
        "part_of_day",
    }
)
# What stands where nothing is known: the caller sees the gap and speaks around it.
GAP = "…"

_PLACE = re.compile(r"\{\{\s*([^{}|\s][^{}|]*)(?:\|([^{}]*))?\}\}")


@frozen
class Piece:
    """A stretch of the text: plain words, or a field with its fall-back (None: no fall-back)."""

    text: str = ""
    name: str = ""
    fall_back: str | None = None


def parse(text: str) -> tuple[Piece, ...]:
    """The text taken apart into plain words and fields, in order."""
    pieces: list[Piece] = []
    end = 0
    for place in _PLACE.finditer(text):
        if place.start() > end:
            pieces.append(Piece(text=text[end : place.start()]))
        fall_back = None if place[2] is None else place[2].strip()
        pieces.append(Piece(name=place[1].strip(), fall_back=fall_back))
        end = place.end()
    if end < len(text):
        pieces.append(Piece(text=text[end:]))
    return tuple(pieces)


def read(text: str, values: Mapping[str, str]) -> str:
    """The words to read, filled in once: a value that looks like a field stays as it is.

    A missing or empty value reads as its fall-back, or as a gap ("…") without one. Line breaks
    and control characters in a value become spaces and marks that turn the writing direction
    are left out, so that what a lead wrote cannot push or turn the words around it.
    """
    said = []
    for piece in parse(text):
        if not piece.name:
            said.append(piece.text)
        else:
            fall_back = GAP if piece.fall_back is None else piece.fall_back
            said.append(_on_one_line(values.get(piece.name, "")) or fall_back)
    return "".join(said)


def fields_in(text: str) -> frozenset[str]:
    """The fields a text asks for."""
    return frozenset(piece.name for piece in parse(text) if piece.name)


def check(text: str, questions: Collection[str]) -> tuple[str, ...]:
    """What is wrong with a text, in sentences: unknown fields, places that are not closed."""
    problems = []
    for name in sorted(fields_in(text)):
        if name.startswith("answer."):
            question = name.removeprefix("answer.")
            if question not in questions:
                problems.append(
                    tr("“{{{{{name}}}}}” asks for a question the script does not have.", name=name)
                )
        elif name not in FIELDS:
            known = ", ".join(sorted(FIELDS))
            problems.append(
                tr("“{{{{{name}}}}}” is no field. The fields are: {known}.", name=name, known=known)
            )
    left = _PLACE.sub("", text)
    if "{{" in left or "}}" in left:
        problems.append(tr("A place is not closed: write {{field}} or {{field|other words}}."))
    return tuple(problems)


def _on_one_line(value: str) -> str:
    return " ".join(without_tricks(value).split())
