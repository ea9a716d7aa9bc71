"""The way through the script: what is asked now, what was answered, what comes. No window here."""

from collections.abc import Mapping
from dataclasses import replace

from qualdesk.core.cards import CallCard
from qualdesk.core.definition import Verdict
from qualdesk.core.frozen import frozen
from qualdesk.core.languages import in_language
from qualdesk.core.questions import Answer, Question, QuestionId, QuestionKind
from qualdesk.core.readings import NOTHING, Reading
from qualdesk.core.scripts import (
    WANTS_CALL,
    StageKind,
    fit_is_open,
    next_question,
)
from qualdesk.core.wording import tr


@frozen
class Course(Reading):
    """A caller's place in a script they read. Each step gives a new one.

    Attributes:
        current: the question on the card.
        opened_early: Fit was opened by key before Discover had two answers.
        asked_to_open: the caller has been told once that Fit opens later.
    """

    current: QuestionId | None = None
    opened_early: bool = False
    asked_to_open: bool = False

    @property
    def question(self) -> Question | None:
        """The question on the card now."""
        return self.script.question(self.current) if self.current else None

    @property
    def fit_is_open(self) -> bool:
        """Whether Fit may be asked: after two answers in Discover, or opened by key (D1)."""
        return fit_is_open(self.script, self.answers, opened_early=self.opened_early)

    def at_start(self) -> "Course":
        """At the first thing of the script: what is read while the phone rings."""
        first = next(iter(self.questions), None)
        return replace(self, current=first.id if first else None)

    def at_first_open(self) -> "Course":
        """At the first question nobody has asked; at the last one when none is left."""
        found = next_question(self.script, self.answers)
        last = self.questions[-1] if self.questions else None
        there = found or last
        return replace(self, current=there.id if there else None)

    def at(self, question: str | None) -> "Course":
        """At that question."""
        known = self.script.question(question) if question else None
        return replace(self, current=known.id) if known else self

    def with_answers(self, answers: Mapping[QuestionId, Answer]) -> "Course":
        """With other answers; the place stays, even if its question is hidden now."""
        return replace(self, answers=answers)

    def beside(self, step: int) -> Question | None:
        """The question so many places on (1) or back (-1), None at either end."""
        ids = [question.id for question in self.questions]
        if self.current not in ids:
            return next(iter(self.questions), None)
        place = ids.index(self.current) + step
        return self.questions[place] if 0 <= place < len(ids) else None

    def after_keeping(self) -> Question | None:
        """The question Enter goes on to: the next nobody has asked, None when all are."""
        return next_question(self.script, self.answers, after=self.current)

    def is_closed(self, question: Question) -> bool:
        """Whether a question lies in Fit while Fit is not open yet."""
        return self.script.stage_of(question.id) is StageKind.FIT and not self.fit_is_open

    def place_in_stage(self) -> tuple[StageKind, int, int] | None:
        """The stage of the question on the card, its number there, and of how many."""
        question = self.question
        if question is None:
            return None
        kind = self.script.stage_of(question.id)
        if kind is None:
            return None
        there = [q for q in self.questions if q.is_asked and self.script.stage_of(q.id) is kind]
        number = there.index(question) + 1 if question in there else 0
        return kind, number, len(there)

    def earlier(self) -> tuple[tuple[Question, Answer], ...]:
        """What was answered before the question on the card, in the script's order."""
        found = []
        for question in self.questions:
            if question.id == self.current:
                break
            answer = self.answers.get(question.id)
            if answer is not None and question.is_asked:
                found.append((question, answer))
        return tuple(found)

    def coming(self) -> tuple[Question, ...]:
        """What is still to be asked after the question on the card."""
        ids = [question.id for question in self.questions]
        start = ids.index(self.current) + 1 if self.current in ids else 0
        return tuple(q for q in self.questions[start:] if q.is_asked and q.id not in self.answers)

    def missing(self, verdict: Verdict | None, step: int) -> QuestionId | None:
        """The next (1) or previous (-1) question a criterion still waits for, going round."""
        shown = {question.id for question in self.questions}
        ids = [c.question for c in verdict.missing if c.question in shown] if verdict else []
        if not ids:
            return None
        if self.current not in ids:
            return ids[0 if step > 0 else -1]
        return ids[(ids.index(self.current) + step) % len(ids)]


def short_answers(course: Course) -> dict[str, str]:
    """What was answered in short, by question: a choice without the words beside it."""
    short = {}
    for key, answer in course.answers.items():
        asked = course.script.question(key)
        label = asked.label_of(answer.value) if asked else ""
        short[str(key)] = tr("Does not know") if answer.does_not_know else label or answer.words
    return short


def course_of(card: CallCard) -> Course:
    """The start of the way through a lead's script: the opener, or the first open question."""
    script = in_language(card.script or NOTHING, card.language)
    message = card.campaign.offers.voicemail
    if message.is_on and message.text:
        # What the campaign says on machines goes before what the script does (D8).
        script = replace(script, voicemail=message.text)
    start = Course(
        script=script,
        answers=card.answers,
        source=card.lead.signals.source.value,
        values=card.words,
        opened_early=bool(card.attempt and card.attempt.fit_opened_early),
    )
    return start.at_first_open() if card.attempt else start.at_start()


def name_of(question: Question) -> str:
    """A question in a list: its short form, else its words."""
    return question.ask or question.say


def takes_words_only(question: Question) -> bool:
    """Whether the answer is typed and nothing else: words, or a person."""
    return question.kind in {QuestionKind.WORDS, QuestionKind.PERSON}


def first_missing(card: CallCard) -> QuestionId:
    """Where the Qualified key leads: whether they want a call, then the must-haves in order."""
    wanted = card.answers.get(WANTS_CALL)
    if card.verdict is None or wanted is None or not wanted.is_answered:
        return WANTS_CALL
    return next((one.question for one in card.verdict.missing if one.must_have), WANTS_CALL)
