"""What somebody typed on the desk that the workspace has not got yet."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr


@frozen
class TypedAnswer:
    """An answer that was given and could not be saved yet, under the id it will be saved by."""

    id: str
    attempt: str
    question: str
    value: AnswerValue = None
    words: str = ""
    does_not_know: bool = False


@frozen
class Typed:
    """The fields of the desk at one moment, and the answers on their way.

    Attributes:
        name: whom it is about, to say it to the person who typed.
        attempt: the call it was typed in; empty before one.
        question: the question on the card; ``words`` and ``beside`` stand in its fields.
        fields: what stood in the fields of a pop-over, by the name of each.
        at: when, as the person's own clock showed it: “10:24”.
    """

    lead_id: int = 0
    name: str = ""
    attempt: str = ""
    at: str = ""
    note: str = ""
    question: str = ""
    words: str = ""
    beside: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    answers: tuple[TypedAnswer, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed that could be lost."""
        return not (self.note or self.words or self.beside or self.fields or self.answers)

    @property
    def lines(self) -> tuple[str, ...]:
        """What stood in a pop-over, a line each: “When to call back: thu half past”."""
        return tuple(f"{name}: {text}" for name, text in self.fields)

    @property
    def text(self) -> str:
        """All of it as a note: the note, what was being answered, what stood in a pop-over."""
        words = " ".join(filter(None, (self.words, self.beside)))
        answered = f"{self.question}: {words}" if words else ""
        return "\n".join(filter(None, (self.note, answered, *self.lines)))


def typed_plain(typed: Typed) -> dict[str, Any]:
    """What was typed as plain values, for a file."""
    return asdict(typed)


def typed_from(plain: Mapping[str, Any]) -> Typed:
    """What was typed, from what a file kept.

    Raises:
        Refused: it is not what :func:`typed_plain` writes.
    """
    try:
        answers = tuple(_answer(one) for one in plain.get("answers", ()))
        fields = tuple((str(name), str(text)) for name, text in plain.get("fields", ()))
        rest = {key: plain[key] for key in _TEXTS if isinstance(plain.get(key), str)}
        return Typed(lead_id=int(plain["lead_id"]), fields=fields, answers=answers, **rest)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused(tr("What was typed last cannot be read any more.")) from error


def _answer(plain: Mapping[str, Any]) -> TypedAnswer:
    value = plain["value"]
    return TypedAnswer(
        id=str(plain["id"]),
        attempt=str(plain["attempt"]),
        question=str(plain["question"]),
        value=tuple(map(str, value)) if isinstance(value, list) else value,
        words=str(plain["words"]),
        does_not_know=bool(plain["does_not_know"]),
    )


_TEXTS = ("name", "attempt", "at", "note", "question", "words", "beside")
