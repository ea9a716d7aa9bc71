"""The call script: Open, Discover, Fit, Next step; its questions, and what was answered.

Question ids never change, so a new wording breaks no condition and no definition. A question
hidden by its "ask only when" keeps its answer, but the answer does not count (invariant 8).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from qualdesk.core.conditions import AnswerValue, holds, is_given
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import (
    Answer,
    Aside,
    Option,
    Question,
    QuestionId,
    QuestionKind,
    check_answer,
    check_words,
)
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.core.wording import tr, tr_later

__all__ = [
    "DISCOVERY_ANSWERS",
    "WANTS_CALL",
    "Answer",
    "Answers",
    "Aside",
    "AsideWords",
    "CallScript",
    "Option",
    "Question",
    "QuestionId",
    "QuestionKind",
    "QuestionWords",
    "Stage",
    "StageKind",
    "Translation",
    "check_answer",
    "check_words",
    "fit_is_open",
    "live_answers",
    "live_values",
    "missing_questions",
    "next_question",
    "stage_progress",
    "visible_questions",
]

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
        return tr(_STAGE_LABELS[self.value], about="stage")


_STAGE_LABELS: Mapping[str, str] = {
    "open": tr_later("Open", about="stage"),
    "discover": tr_later("Discover", about="stage"),
    "fit": tr_later("Fit", about="stage"),
    "next_step": tr_later("Next step", about="stage"),
}
Answers: TypeAlias = Mapping[QuestionId, Answer]


@frozen
class Stage:
    """One part of the call with its questions in order."""

    kind: StageKind
    questions: tuple[Question, ...]


@frozen
class CallScript:
    """A version of a script. What was answered under a version keeps it.

    Attributes:
        language: the first language, in which its own words are written.
        objections: what to say when they object, at hand all through the call (D2).
        exits: polite ways out, at hand all through the call (D2).
        translations: its words in other languages.
    """

    id: str
    name: str
    version: int
    stages: tuple[Stage, ...]
    language: str = "en"
    voicemail: str = ""
    objections: tuple[Aside, ...] = ()
    exits: tuple[Aside, ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be read in, the first one first."""
        return (self.language, *(translation.language for translation in self.translations))

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


def visible_questions(script: CallScript, answers: Answers) -> tuple[Question, ...]:
    """The questions to ask, in order; those of hidden branches are not among them.

    A hidden question's answer does not open others: what hangs on it is hidden too.
    """
    return tuple(_walk(script, answers)[0])


def live_answers(script: CallScript, answers: Answers) -> dict[QuestionId, Answer]:
    """The answers that count: those of questions on the path that was taken (invariant 8)."""
    shown = {question.id for question in visible_questions(script, answers)}
    return {question: answer for question, answer in answers.items() if question in shown}


def live_values(script: CallScript, answers: Answers) -> dict[str, AnswerValue]:
    """What is known, by question, for conditions to look at.

    Left out: hidden branches, "does not know", and a form's answers until they are confirmed.
    Their words alone answer a question that asks for words; beside a choice they do not, for
    nobody has said yet which option they mean.
    """
    return _walk(script, answers)[1]


def missing_questions(script: CallScript, answers: Answers) -> tuple[Question, ...]:
    """The questions still to be asked or confirmed, in order."""
    return tuple(
        question
        for question in visible_questions(script, answers)
        if question.is_asked and not _is_settled(question, answers)
    )


def stage_progress(script: CallScript, kind: StageKind, answers: Answers) -> tuple[int, int]:
    """How many of a stage's questions are settled, of how many to ask.

    "Does not know" settles a question: nobody should be asked twice.
    """
    shown = [
        question
        for question in visible_questions(script, answers)
        if question.is_asked and script.stage_of(question.id) is kind
    ]
    return sum(_is_settled(question, answers) for question in shown), len(shown)


def fit_is_open(script: CallScript, answers: Answers, *, opened_early: bool = False) -> bool:
    """Whether the Fit questions may be asked: after two confirmed answers in Discover (D1).

    A script with fewer discovery questions needs all of them. ``opened_early``: the caller
    opened it by key, which is counted.
    """
    if opened_early:
        return True
    shown = visible_questions(script, answers)
    discovery = [q for q in shown if q.is_asked and script.stage_of(q.id) is StageKind.DISCOVER]
    values = live_values(script, answers)
    known = sum(question.id in values for question in discovery)
    return known >= min(DISCOVERY_ANSWERS, len(discovery))


def next_question(
    script: CallScript, answers: Answers, *, after: QuestionId | None = None
) -> Question | None:
    """The next question to ask or confirm, looking on from ``after`` and then from the start."""
    shown = visible_questions(script, answers)
    start = next((i + 1 for i, q in enumerate(shown) if q.id == after), 0)
    for question in (*shown[start:], *shown[:start]):
        if question.is_asked and not _is_settled(question, answers):
            return question
    return None


_SPOKEN = {QuestionKind.WORDS, QuestionKind.PERSON}


def _walk(script: CallScript, answers: Answers) -> tuple[list[Question], dict[str, AnswerValue]]:
    shown: list[Question] = []
    values: dict[str, AnswerValue] = {}
    for question in script.questions:
        if not holds(question.ask_when, values):
            continue
        shown.append(question)
        answer = answers.get(question.id)
        if answer is not None and answer.is_answered:
            value = _known(question, answer)
            if is_given(value):
                values[question.id] = value
    return shown, values


def _known(question: Question, answer: Answer) -> AnswerValue:
    if is_given(answer.value) or question.kind not in _SPOKEN:
        return answer.value
    return answer.words.strip()


def _is_settled(question: Question, answers: Answers) -> bool:
    answer = answers.get(question.id)
    if answer is None or not answer.confirmed:
        return False
    return answer.does_not_know or is_given(_known(question, answer))
