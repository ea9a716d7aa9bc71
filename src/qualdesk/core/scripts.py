"""The call script: Open, Discover, Fit, Next step; its questions, and what was answered."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType, TypeAlias

from qualdesk.core.conditions import AnswerValue, Condition, holds
from qualdesk.core.errors import AnswerRefused

QuestionId = NewType("QuestionId", str)

# "Would you like a salesperson to contact you now?" (D3). Every script asks it under this id,
# because no lead is handed over without a yes to it.
WANTS_CALL = QuestionId("wants_call")
# How many answers in Discover open Fit (D1).
DISCOVERY_ANSWERS = 2


class StageKind(StrEnum):
    """The four parts of a call, in their order."""

    OPEN = "open"
    DISCOVER = "discover"
    FIT = "fit"
    NEXT_STEP = "next_step"

    @property
    def label(self) -> str:
        """The stage as the screen says it."""
        return {"open": "Open", "discover": "Discover", "fit": "Fit", "next_step": "Next step"}[
            self.value
        ]


class QuestionKind(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    PERSON = "person"
    READ_ALOUD = "read_aloud"


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One answer to choose, by its value in the data and its label on the screen."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """What to say in a side case: "If it is a bad time", the words, and what to do then."""

    label: str
    say: str
    then: str = ""


YES_NO = (Option(value="yes", label="Yes"), Option(value="no", label="No"))


@dataclass(frozen=True, kw_only=True, slots=True)
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
    say_for: Mapping[str, str] = field(default_factory=dict)
    asides: tuple[Aside, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[Option, ...]:
        """The answers to choose from; yes and no for a yes-no question."""
        return YES_NO if self.kind is QuestionKind.YES_NO else self.options

    @property
    def is_asked(self) -> bool:
        """Whether it takes an answer at all; what is only read aloud does not."""
        return self.kind is not QuestionKind.READ_ALOUD

    def words_for(self, source: str) -> str:
        """The words to read for people from that source."""
        return self.say_for.get(source, self.say)

    def label_of(self, value: AnswerValue) -> str:
        """A value as the screen says it."""
        if value is None:
            return ""
        labels = {option.value: option.label for option in self.choices}
        given = value if isinstance(value, tuple) else (value,)
        said = ", ".join(labels.get(str(item), _plain(item)) for item in given)
        return f"{said} {self.unit}".strip() if self.unit else said


@dataclass(frozen=True, kw_only=True, slots=True)
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
        """Whether something is known: a value, or at least their words."""
        return self.value not in (None, "", ()) or bool(self.words)


Answers: TypeAlias = Mapping[QuestionId, Answer]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One part of the call with its questions in order."""

    kind: StageKind
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CallScript:
    """A version of a script. What was answered under a version keeps it."""

    id: str
    name: str
    version: int
    stages: tuple[Stage, ...]
    language: str = "en"
    voicemail: str = ""
    objections: tuple[Aside, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in order."""
        return tuple(question for stage in self.stages for question in stage.questions)

    def question(self, question_id: str) -> Question | None:
        """The question with that id, None when the script has none."""
        return next((q for q in self.questions if q.id == question_id), None)

    def stage_of(self, question_id: str) -> StageKind | None:
        """The stage a question stands in."""
        for stage in self.stages:
            if any(question.id == question_id for question in stage.questions):
                return stage.kind
        return None

    def stage(self, kind: StageKind) -> Stage:
        """The stage of that kind, empty when the script has none."""
        return next((s for s in self.stages if s.kind is kind), Stage(kind=kind, questions=()))


def values_of(answers: Answers) -> dict[str, AnswerValue]:
    """The answers' values by question, for conditions. Words alone count as an answer."""
    return {
        question: answer.value if answer.value is not None else (answer.words or None)
        for question, answer in answers.items()
        if not answer.does_not_know
    }


def visible_questions(script: CallScript, answers: Answers) -> tuple[Question, ...]:
    """The questions to ask, in order; those of hidden branches are not among them.

    A hidden question's answer does not open others: what hangs on it is hidden too.
    """
    seen: list[Question] = []
    live: dict[str, AnswerValue] = {}
    values = values_of(answers)
    for question in script.questions:
        if holds(question.ask_when, live):
            seen.append(question)
            if question.id in values:
                live[question.id] = values[question.id]
    return tuple(seen)


def live_answers(script: CallScript, answers: Answers) -> dict[QuestionId, Answer]:
    """The answers that count: those of questions on the path that was taken (invariant 8)."""
    shown = {question.id for question in visible_questions(script, answers)}
    return {question: answer for question, answer in answers.items() if question in shown}


def stage_progress(script: CallScript, kind: StageKind, answers: Answers) -> tuple[int, int]:
    """How many of a stage's questions have been asked, of how many to ask."""
    shown = [
        question
        for question in visible_questions(script, answers)
        if question.is_asked and script.stage_of(question.id) is kind
    ]
    asked = sum(question.id in answers for question in shown)
    return asked, len(shown)


def fit_is_open(script: CallScript, answers: Answers, *, opened_early: bool = False) -> bool:
    """Whether the Fit questions may be asked: after two confirmed answers in Discover (D1).

    A script with fewer discovery questions needs all of them. ``opened_early``: the caller
    opened it by key, which is counted.
    """
    if opened_early:
        return True
    discovery = [q for q in script.stage(StageKind.DISCOVER).questions if q.is_asked]
    known = sum(
        answer.is_answered and answer.confirmed
        for question in discovery
        if (answer := answers.get(question.id)) is not None
    )
    return known >= min(DISCOVERY_ANSWERS, len(discovery))


def next_question(
    script: CallScript, answers: Answers, *, after: QuestionId | None = None
) -> Question | None:
    """The next question nobody has asked, looking on from ``after`` and then from the start."""
    shown = visible_questions(script, answers)
    start = next((i + 1 for i, q in enumerate(shown) if q.id == after), 0)
    for question in (*shown[start:], *shown[:start]):
        if question.is_asked and question.id not in answers:
            return question
    return None


def check_answer(question: Question, value: object) -> AnswerValue:
    """The value as the question keeps it.

    Raises:
        AnswerRefused: it does not fit the question; the sentence says what does.
    """
    if value is None:
        return None
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.YES_NO:
            return _one_of(question, value)
        case QuestionKind.CHOICES:
            return _several_of(question, value)
        case QuestionKind.NUMBER:
            return _number(question, value)
        case QuestionKind.DATE:
            return _day(question, value)
        case QuestionKind.READ_ALOUD:
            raise AnswerRefused(f"“{question.ask or question.id}” is read aloud, not answered.")
        case _:
            words = re.sub(r"[ \t]+", " ", str(value)).strip()
            return words or None


def _one_of(question: Question, value: object) -> str:
    if isinstance(value, bool):
        value = "yes" if value else "no"
    given = str(value).strip().casefold()
    for option in question.choices:
        if given in (option.value.casefold(), option.label.casefold()):
            return option.value
    known = ", ".join(option.value for option in question.choices)
    raise AnswerRefused(f"“{value}” is no answer to “{_name(question)}”. Choose one of: {known}.")


def _several_of(question: Question, value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else str(value).split(",")
    chosen = {_one_of(question, item) for item in items}
    return tuple(option.value for option in question.choices if option.value in chosen)


def _number(question: Question, value: object) -> int | float:
    text = str(value).strip().replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise AnswerRefused(f"“{value}” is no number. Answer “{_name(question)}” in figures.")
    return int(number) if number.is_integer() else number


def _day(question: Question, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(str(value).strip()).isoformat()
    except ValueError:
        raise AnswerRefused(
            f"“{value}” is no date. Answer “{_name(question)}” like 2026-10-01."
        ) from None


def _name(question: Question) -> str:
    return question.short or question.ask or question.id


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
