"""The two sheets of our own in an XLSForm: openers for one source, and words at hand."""

from collections.abc import Iterator

from qualdesk.core.wording import tr
from qualdesk.files.document_faults import Way
from qualdesk.files.document_plain import Plain
from qualdesk.files.xlsform_book import SheetRow
from qualdesk.files.xlsform_columns import ASIDES, SAY_FOR
from qualdesk.files.xlsform_gathering import Gathered, put

KINDS = {"objection": "objections", "exit": "exits"}
"""What a row of the sheet “asides” is when it belongs to no question."""


def read_asides(gathered: Gathered, stages: list[Plain]) -> Plain:
    """Objections and exits; side cases go into their question."""
    at_hand: Plain = {}
    questions = dict(_questions(stages))
    for row in gathered.book.sheet(ASIDES).rows:
        kind, name = row.get("kind"), row.get("question")
        if kind in KINDS and not name:
            key = KINDS[kind]
            _read_aside(gathered, row, at_hand.setdefault(key, []), (key,), (key,))
        elif name in questions and kind in {"", "aside"}:
            way, question = questions[name]
            asides = question.setdefault("asides", [])
            into = ("questions", name, "asides")
            _read_aside(gathered, row, asides, (*way, "asides"), into)
        else:
            says = tr("Write a question of the survey here, or objection or exit under “kind”.")
            gathered.refuse(ASIDES, row.number, says, "question")
    return at_hand


def read_openers(gathered: Gathered, stages: list[Plain]) -> None:
    """Other words for one source go into their question."""
    questions = dict(_questions(stages))
    for row in gathered.book.sheet(SAY_FOR).rows:
        name, source = row.get("question"), row.get("source")
        if name not in questions or not source:
            says = tr("Write a question of the survey here, and the source beside it.")
            gathered.refuse(SAY_FOR, row.number, says, "question")
            continue
        way, question = questions[name]
        first, others = gathered.split(SAY_FOR, row, "label")
        openers = question.setdefault("say_for", {})
        if source in openers:
            gathered.refuse(SAY_FOR, row.number, tr("This source stands here twice."), "source")
        openers[source] = first
        gathered.stands((*way, "say_for", source), SAY_FOR, row.number)
        for translation, text in others:
            put(translation, ("questions", name, "say_for", source), text)


def _read_aside(
    gathered: Gathered, row: SheetRow, into: list[Plain], way: Way, translated: tuple[str, ...]
) -> None:
    gathered.stands((*way, len(into)), ASIDES, row.number)
    aside: Plain = {"label": "", "say": ""}
    key = row.get("id")
    if key:
        aside["id"] = key
    for column in ("label", "say", "then"):
        first, others = gathered.split(ASIDES, row, column)
        if first:
            aside[column] = first
        for translation, text in others:
            if not key:
                says = tr("Words in another language need an id here, so that they find their way.")
                gathered.refuse(ASIDES, row.number, says, "id")
            put(translation, (*translated, key, column), text)
    into.append(aside)


def _questions(stages: list[Plain]) -> Iterator[tuple[str, tuple[Way, Plain]]]:
    for at, stage in enumerate(stages):
        for place, question in enumerate(stage["questions"]):
            yield question["id"], (("stages", at, "questions", place), question)
