"""An answer as it is said on the phone, read as its question keeps it."""

from datetime import date, datetime
from functools import partial

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.errors import AnswerRefused, TimeNotUnderstood
from qualdesk.core.questions import Question, QuestionKind, check_answer
from qualdesk.core.slots import read_slot


def read_answer(question: Question, value: object, *, now: datetime, zone: str) -> AnswerValue:
    """The value as the question keeps it; a day, or a slot on one, may be said in words.

    ``now`` is the moment the words are said, ``zone`` the clock of the person who says them.

    Raises:
        AnswerRefused: it does not fit the question.
    """
    try:
        return check_answer(question, value)
    except AnswerRefused:
        said = _said(question, str(value), now, zone)
        if said is None:
            raise
        return said


def _said(question: Question, text: str, now: datetime, zone: str) -> str | None:
    """A day, or a slot on a day, said as on the phone; None when it is none."""
    if question.kind is QuestionKind.SLOT:
        slot = read_slot(text, partial(_day, now=now, zone=zone))
        return slot.kept if slot is not None else None
    if question.kind not in {QuestionKind.DATE, QuestionKind.PERIOD}:
        return None
    day = _day(text, now, zone)
    return day.isoformat() if day else None


def _day(text: str, now: datetime, zone: str) -> date | None:
    # Days that are said are rare, and to hear them takes more code than all questions.
    from qualdesk.core.spoken_times import read_time

    try:
        return read_time(text, now=now, zone=zone).wall.date()
    except TimeNotUnderstood:
        return None
