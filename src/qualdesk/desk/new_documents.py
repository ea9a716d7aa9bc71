"""What a new script or definition begins as: blank, or like one that is there or is shipped."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from qualdesk.core.conditions import Equals
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.scripts import (
    WANTS_CALL,
    CallScript,
    Question,
    QuestionKind,
    Stage,
    StageKind,
)
from qualdesk.desk.shelves import Shelf
from qualdesk.store.database import Transaction

_Document = TypeVar("_Document", CallScript, Definition)


def begun_like(
    tx: Transaction,
    shelf: Shelf[_Document],
    name: str,
    like: str,
    blank: Callable[[str, str], _Document],
) -> _Document:
    """A new document of that name, blank or with the words of ``like``; nobody signed it.

    Raises:
        Refused: it has no name.
        NotFound: there is none called ``like``, neither here nor among the samples.
    """
    new_id, said = shelf.free_id(tx, name), name.strip()
    if not like:
        return blank(new_id, said)
    samples = shelf.samples()
    if like in samples and like not in shelf.ids(tx):
        source = samples[like]
    else:
        source = shelf.begun(tx, like).document
    new: dict[str, Any] = {"id": new_id, "name": said, "version": 1}
    if isinstance(source, Definition):
        new["signatures"] = ()
    return replace(source, **new)


def blank_script(script_id: str, name: str) -> CallScript:
    """The four parts of a call, with the one question that every script asks."""
    wants_call = Question(
        id=WANTS_CALL,
        kind=QuestionKind.YES_NO,
        say="Would you like one of our specialists to call you about this?",
        ask="Would they like a specialist to call?",
        short="Wants a call",
    )
    asked = {StageKind.NEXT_STEP: (wants_call,)}
    return CallScript(
        id=script_id,
        name=name,
        version=1,
        stages=tuple(Stage(kind=kind, questions=asked.get(kind, ())) for kind in StageKind),
    )


def blank_definition(definition_id: str, name: str) -> Definition:
    """The yes to a call, without which nothing goes to sales whatever a definition says."""
    wants_call = Criterion(
        id="wants_call",
        label="Wants a call",
        question=WANTS_CALL,
        must_have=True,
        met_when=Equals(question=WANTS_CALL, value="yes"),
        points=5,
        means="a yes to a call from a salesperson now",
        ask="Would they like a specialist to call?",
    )
    return Definition(id=definition_id, name=name, version=1, threshold=5, criteria=(wants_call,))
