"""What the operations of a call give back: frozen values, each with what it touched."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypedDict, Unpack

from qualdesk.core.changes import Changes
from qualdesk.core.definition import Verdict
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import Consequence
from qualdesk.core.questions import Answer, QuestionId, check_words
from qualdesk.core.times import Promise
from qualdesk.core.wording import tr


@frozen
class Recorded:
    """An answer is saved: what is known now, the verdict, and what each outcome would do."""

    answers: Mapping[QuestionId, Answer]
    verdict: Verdict | None
    newest: QuestionId | None
    consequences: Mapping[str, Consequence]
    changes: Changes


@frozen
class Finished:
    """An outcome is saved, and what it did.

    Attributes:
        says: the consequence, as it stood on the key ("again 16:10").
        next_at: when the lead comes back, UTC; None when it does not.
        undo_until: until when the lead is kept for undoing; None when somebody else holds it.
    """

    outcome: str
    says: str
    next_at: datetime | None
    bucket: Bucket
    attempt_id: AttemptId
    lead_id: LeadId
    name: str
    undo_until: datetime | None
    changes: Changes


@frozen
class Referred:
    """Somebody who was named. ``existing``: they were a lead of the campaign already.

    ``lead_id`` is None when they were only noted.
    """

    lead_id: LeadId | None
    existing: bool
    changes: Changes


@frozen
class CallbackRead:
    """A time for a call back, read back in both clocks; ``warning`` when it is a poor choice.

    Attributes:
        says: the time in words, on their clock and on the caller's.
        is_possible: False when it cannot be promised at all; the warning then says why.
        fits: what it was held against where nothing speaks against it.
        note: how an order of day and month was taken that could be taken two ways.
        because: why it is offered, where it is.
        colleagues: who is at work then and could keep it.
    """

    promise: Promise
    says: str
    warning: str = ""
    is_possible: bool = True
    fits: str = ""
    note: str = ""
    because: str = ""
    colleagues: tuple[str, ...] = ()


class Beside(TypedDict, total=False):
    """What an outcome may be given with.

    Attributes:
        callback_at: the time agreed: wall time and zone, or an instant with its zone.
        for_anyone: whoever is free then calls, and not this caller first.
        for_whom: the colleague who calls first, where it is not this caller.
        remind: how long before it the caller wants to hear of it; None for not at all.
        reason: why they are not a fit, as the catalogue lists it or in words.
        note: replaces the note of the call; None leaves it.
        hint: what somebody else said on the phone, shown on the next try.
        nurture_until: the day on which nurture ends; the outcome's own delay when None.
        track: where they go meanwhile; the campaign's when empty.
        new_number: their new number, where it changed.
        research_for: how long the lead stays with who looks something up, one of
            :data:`qualdesk.core.research.TIMES`; the outcome's own delay when None.
        asked_by: who asked not to be called; ``scope`` is number, person, company or
            house; ``number`` (E.164) the one that is meant, that of the call when empty.
    """

    callback_at: Promise | datetime | None
    reason: str | None
    note: str | None
    hint: str | None
    nurture_until: date | None
    track: str | None
    new_number: str | None
    research_for: timedelta | None
    asked_by: str | None
    scope: str
    number: str | None
    for_anyone: bool
    for_whom: str
    remind: timedelta | None


@frozen
class Given:
    """What was given beside an outcome, as it is kept; see :class:`Beside`."""

    callback_at: Promise | datetime | None = None
    for_anyone: bool = False
    for_whom: str = ""
    remind: timedelta | None = None
    reason: str = ""
    note: str | None = None
    hint: str = ""
    nurture_until: date | None = None
    track: str = ""
    new_number: str = ""
    research_for: timedelta | None = None
    asked_by: str = ""
    scope: str = "person"
    number: str = ""


def given_with(**beside: Unpack[Beside]) -> Given:
    """What was given, its words as they are kept and nothing as no words.

    Raises:
        Refused: there is no such thing to give beside an outcome; the sentence lists those.
        AnswerRefused: something is too long to keep.
    """
    plain: dict[str, Any] = dict(beside)
    known = Beside.__annotations__
    for name in plain:
        # A program's slip, as call_back for callback_at: dropped, a promise would be lost.
        if name not in known:
            raise Refused(
                tr(
                    "No outcome is given with “{name}”. There are: {known}.",
                    name=name,
                    known=", ".join(known),
                )
            )
    for name in ("reason", "hint", "track", "new_number", "asked_by", "number"):
        plain[name] = check_words(plain.get(name) or "")
    if plain.get("note") is not None:
        plain["note"] = check_words(plain["note"])
    return Given(**plain)
