"""One question of a script, and an answer to it: what may be answered, and how it reads."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NewType

from qualdesk.core import periods, slots
from qualdesk.core.conditions import AnswerValue, Condition, is_given
from qualdesk.core.errors import AnswerRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later

QuestionId = NewType("QuestionId", str)
# One option for each of the keys 1 to 9; 0 says "does not know".
MOST_OPTIONS = 9
# The longest answer in words, in characters.
MOST_WORDS = 4_000


class QuestionKind(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    YES_NO = "yes_no"
    PERSON = "person"
    SLOT = "slot"
    READ_ALOUD = "read_aloud"


@frozen
class Option:
    """One answer to choose, by its value in the data and its label on the screen."""

    value: str
    label: str


@frozen
class Aside:
    """What to say in a side case: "If it is a bad time", the words, and what to do then.

    Its ``id`` ties its translations to it; it is empty where nothing is translated.
    """

    label: str
    say: str
    then: str = ""
    id: str = ""


YES_NO = (
    Option(value="yes", label=tr_later("Yes", about="answer")),
    Option(value="no", label=tr_later("No", about="answer")),
)


@frozen
class Question:
    """One question of a script. Its ``id`` never changes, whatever its words become.

    Attributes:
        say: the words to read aloud, with ``{{field}}`` places.
        say_for: other words for a source type, by its code (D2).
        ask: the short form used in lists ("When must it be running?").
        short: the name of what it finds out ("Date").
        coach: a hint for the caller, never read aloud.
        ask_when: asked only when this holds; None is always.
        tags: the framework elements it feeds (need, authority, money, timing ...).
        own_words: whether their own words can be kept beside the answer (D4).
        may_not_know: whether "does not know" is an answer to it.
    """

    id: QuestionId
    kind: QuestionKind
    say: str
    ask: str = ""
    short: str = ""
    coach: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    ask_when: Condition | None = None
    say_for: Mapping[str, str] = field(default_factory=dict, hash=False)
    asides: tuple[Aside, ...] = ()
    tags: tuple[str, ...] = ()
    own_words: bool = True
    may_not_know: bool = True

    @property
    def choices(self) -> tuple[Option, ...]:
        """The answers to choose from; yes and no for a yes-no question."""
        if self.kind is not QuestionKind.YES_NO:
            return self.options
        return tuple(Option(value=one.value, label=tr(one.label, about="answer")) for one in YES_NO)

    @property
    def is_asked(self) -> bool:
        """Whether it takes an answer at all; what is only read aloud does not."""
        return self.kind is not QuestionKind.READ_ALOUD

    def words_for(self, source: str) -> str:
        """The words to read for people from that source."""
        return self.say_for.get(source, self.say)

    def label_of(self, value: AnswerValue) -> str:
        """A value as the screen says it: labels, the unit of a number, a date spelled out."""
        if value is None:
            return ""
        if self.kind in {QuestionKind.DATE, QuestionKind.PERIOD}:
            return periods.spelled_out(str(value))
        if self.kind is QuestionKind.SLOT:
            return slots.spelled_out(str(value))
        labels = {option.value: option.label for option in self.choices}
        given = value if isinstance(value, tuple) else (value,)
        said = ", ".join(labels.get(str(item), _plain(item)) for item in given)
        return f"{said} {self.unit}".strip() if self.unit else said


@frozen
class Answer:
    """What the person said to a question: the value as data, and their own words beside it.

    Attributes:
        does_not_know: it was asked, and they do not know or will not say.
        confirmed: False for an answer that came with the list and was not yet confirmed on a
            call; it is shown, but it does not count as discovery.
    """

    question: QuestionId
    value: AnswerValue = None
    words: str = ""
    does_not_know: bool = False
    confirmed: bool = True

    @property
    def is_answered(self) -> bool:
        """Whether something is known: a value or at least their words, heard on a call."""
        if self.does_not_know or not self.confirmed:
            return False
        return is_given(self.value) or bool(self.words.strip())


def check_answer(question: Question, value: object) -> AnswerValue:
    """The value as the question keeps it; None and empty words are no value.

    Options may be named by value or label, yes and no also as a boolean.

    Raises:
        AnswerRefused: it does not fit the question; the sentence says what does.
    """
    if value is None:
        return None
    if question.kind is QuestionKind.READ_ALOUD:
        raise AnswerRefused(
            tr("“{question}” is read aloud, not answered.", question=_name(question))
        )
    return _CHECKS.get(question.kind, _spoken)(question, value)


def check_words(words: str) -> str:
    """Words as they are kept: trimmed, control characters but line breaks as spaces.

    Raises:
        AnswerRefused: they are longer than 4,000 characters.
    """
    kept = re.sub(r"[ \t]+", " ", re.sub(_NOT_TEXT, " ", words)).strip()
    if len(kept) > MOST_WORDS:
        raise AnswerRefused(
            tr(
                "This is too long to keep. Shorten it to {most:,} characters.",
                most=MOST_WORDS,
            )
        )
    return kept


# Line breaks stay. PostgreSQL cannot keep a NUL at all, nobody can keep half a letter, and the
# others garble a brief.
_NOT_TEXT = r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]"
_FIGURES = r"[+-]?\d{1,15}(?:[.,]\d{1,6})?"
# 1,200 is one thousand two hundred to some and one and a fifth to others.
_TWO_WAYS = r"[+-]?\d{1,3}[.,]\d{3}"


def _one_of(question: Question, value: object) -> str:
    if isinstance(value, bool) and question.kind is QuestionKind.YES_NO:
        value = "yes" if value else "no"
    given = str(value).strip()
    for option in question.choices:
        if given == option.value:
            return option.value
    for option in question.choices:
        if given.casefold() in (option.value.casefold(), option.label.casefold()):
            return option.value
    known = ", ".join(option.value for option in question.choices)
    raise AnswerRefused(
        tr(
            "“{given}” is no answer to “{question}”. Choose one of: {known}.",
            given=given,
            question=_name(question),
            known=known,
        )
    )


def _several_of(question: Question, value: object) -> tuple[str, ...] | None:
    items = value if isinstance(value, list | tuple) else str(value).split(",")
    chosen = {_one_of(question, item) for item in items}
    return tuple(option.value for option in question.choices if option.value in chosen) or None


def _number(question: Question, value: object) -> int | float:
    text = re.sub(r"[\s\u00a0\u202f]", "", str(value))
    if isinstance(value, str) and re.fullmatch(_TWO_WAYS, text, re.ASCII):
        raise AnswerRefused(
            tr("“{number}” can be read in two ways. Type it like 1200 or 1.2.", number=text)
        )
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        number = math.nan
    elif isinstance(value, str):
        number = (
            float(text.replace(",", ".")) if re.fullmatch(_FIGURES, text, re.ASCII) else math.nan
        )
    else:
        number = float(value) if abs(value) < 10**15 else math.nan
    if not math.isfinite(number):
        raise AnswerRefused(
            tr(
                "“{value}” is no number to keep. Answer “{question}” in figures, like 1200.",
                value=value,
                question=_name(question),
            )
        )
    return int(number) if number.is_integer() else number


def _day(question: Question, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = str(value).strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        day = periods.kept_day(text)
    if day is None:
        raise AnswerRefused(
            tr(
                "“{value}” is no date. Answer “{question}” like 2026-10-01.",
                value=value,
                question=_name(question),
            )
        )
    return day


def _period(question: Question, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    kept = periods.kept_period(str(value))
    if kept is None:
        raise AnswerRefused(
            tr(
                "“{value}” is no day, month, quarter or year. Answer “{question}” like "
                "2026-10-01, 2026-10, 2026-Q4 or 2026.",
                value=value,
                question=_name(question),
            )
        )
    return kept


def _slot(question: Question, value: object) -> str:
    slot = slots.read_slot(str(value))
    if slot is None:
        raise AnswerRefused(
            tr(
                "“{value}” is no time slot. Answer “{question}” like tue,thu 09:00-11:00 or "
                "2026-10-01 10:00-12:00.",
                value=value,
                question=_name(question),
            )
        )
    return slot.kept


def _spoken(question: Question, value: object) -> str | None:
    del question
    return check_words(str(value)) or None


_CHECKS: Mapping[QuestionKind, Callable[[Question, object], AnswerValue]] = {
    QuestionKind.CHOICE: _one_of,
    QuestionKind.YES_NO: _one_of,
    QuestionKind.CHOICES: _several_of,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _day,
    QuestionKind.PERIOD: _period,
    QuestionKind.SLOT: _slot,
}


def _name(question: Question) -> str:
    return question.short or question.ask or question.id


def _plain(value: object) -> str:
    return repr(value) if isinstance(value, float) else str(value)
