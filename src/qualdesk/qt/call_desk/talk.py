"""The talk itself: which question is on the card, what was said, where the next key leads."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.definition import Verdict
from qualdesk.core.errors import AnswerRefused
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.languages import in_language
from qualdesk.core.questions import Answer, Question, QuestionId
from qualdesk.core.readings import NOTHING
from qualdesk.core.scripts import StageKind
from qualdesk.core.spoken_answers import read_answer
from qualdesk.core.typed import Typed
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.called import Recorded
from qualdesk.qt.call_desk.by_letters import aside_of, language_of
from qualdesk.qt.call_desk.call_note import CallNote
from qualdesk.qt.call_desk.course import (
    Course,
    course_of,
    name_of,
    short_answers,
    takes_words_only,
)
from qualdesk.qt.call_desk.doing import fit_opened, note_on, spoken_in, word_left
from qualdesk.qt.call_desk.question_card import Given
from qualdesk.qt.call_desk.script_panel import FIT_OPENS_LATER, ScriptPanel
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.verdict_panel import VerdictPanel
from qualdesk.qt.shortcuts import with_keys

OPEN_NOW: Final = tr_later(
    "Fit opens after two answers in Discover. "
    "{question_next} once more opens it now; that is counted."
)
FROM_THE_LIST: Final = tr_later(
    "This is from the list: Enter keeps it, another answer replaces it."
)
ALL_ASKED: Final = tr_later(
    "Everything is asked. Choose how it ended: {outcome_4}, {outcome_6} to {outcome_9}."
)


class Talk(QObject):
    """Answers as they are given, each saved at once; the script and the verdict follow.

    Attributes:
        early: what was typed before there was a question for it; the first one gets it.
    """

    moved = Signal()
    """The caller went to another question."""
    typed = Signal()
    """A letter was typed into the note or an answer."""
    at_hand = Signal(object)
    """What to say to an objection, or a way out, was looked for: an ``Aside``, filled in."""

    def __init__(
        self, session: Session, script: ScriptPanel, verdict: VerdictPanel, clock: Clock
    ) -> None:
        super().__init__(script)
        self._session, self._script, self._verdict = session, script, verdict
        self._clock = clock
        self.course = Course()
        self.script_in_all = NOTHING
        self._attempt: AttemptId | None = None
        self._zone = "UTC"
        self._language = ""
        self._judged: Verdict | None = None
        self._lead_id: LeadId | None = None
        self._is_unsent = self._is_asking = False
        self.early = ""
        self.note = CallNote(script.note, session, lambda: self._attempt)
        self._listen()

    def show(self, card: CallCard) -> None:
        """Begin with a lead: its opener, or the first open question of the call in progress."""
        attempt = card.attempt.id if card.attempt else None
        is_same = (card.lead.id, attempt) == (self._lead_id, self._attempt)
        if not is_same:
            self.leave()
        self.course = course_of(card)
        self.script_in_all = card.script or NOTHING
        self._language = self.course.script.language
        self._zone = next(iter(card.lead.contact.zones), card.campaign.window.zone)
        self._lead_id, self._attempt = card.lead.id, attempt
        if not is_same:  # looked at again, a lead keeps what is being typed about it
            self.note.begin(card.attempt.note if card.attempt else "")
        self._verdict.show_definition(card.definition)
        self._judge(card.verdict, card.newest)
        self._hint()
        self._ask()

    def dialled(self, attempt_id: AttemptId) -> None:
        """The call is written down: from now on answers belong to it."""
        self._attempt = attempt_id
        self.course = replace(self.course, opened_early=False, asked_to_open=False).at_start()
        self._ask()
        self.note.save()
        if self._language != self.course.script.language:
            self._session.tell(spoken_in(attempt_id, self.course.script.language))

    def reached(self) -> None:
        """Somebody answered: the first open question, with the opener still in sight.

        Where an answer is being typed already, its question stays.
        """
        is_typing = self._is_unsent
        if not is_typing:
            self.course = self.course.at_first_open()
            self._script.inform("")
            self._ask()
        self._script.show_opener(self.course)
        if not self._script.card.is_typing:
            self.take_focus()
        early, self.early = self.early, ""
        if early and (is_typing or not self._script.card.type_on(early)):
            self.note.add(early)

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) question."""
        self._keep_quietly()
        question = self.course.beside(by)
        if question is not None:
            self._enter(question)

    def walk_missing(self, by: int) -> None:
        """To the next (1) or previous (-1) question a criterion waits for."""
        self._keep_quietly()
        self.jump(self.course.missing(self._judged, by))

    def jump(self, question_id: str | None) -> None:
        """To that question."""
        question = self.course.script.question(question_id) if question_id else None
        if question is not None:
            self._enter(question)

    def go_to(self, key: str) -> None:
        """To what was found by a few letters: a question, words at hand, another language."""
        aside = aside_of(self.course, key)
        language = language_of(key)
        if aside is not None:
            self.at_hand.emit(aside)
        elif language:
            self._speak(language)
        else:
            self.jump(key)

    def answered(self, recorded: Recorded) -> None:
        """An answer is saved: the verdict, what is missing and what is known follow."""
        self.course = self.course.with_answers(recorded.answers)
        self._judge(recorded.verdict, recorded.newest)
        self._script.refresh(self.course)

    def refuse(self, says: str, question_id: str) -> None:
        """An answer was refused by the desk; what was typed stays on the card."""
        if question_id != self.course.current:
            self.jump(question_id)
        self._script.inform(says, tone="warn")

    def take_focus(self) -> None:
        """Put the cursor where the question is answered."""
        self._script.card.take_focus()

    def keep_all(self) -> None:
        """Save all that is typed and not saved yet, before the call is left."""
        self._note_early()
        if self._attempt is not None:
            self._keep_quietly()
            self.note.save()

    def leave(self) -> None:
        """Another lead takes the place: what was typed last still belongs to the one before.

        Before a call there is nothing to save it to: it waits for whoever has the lead next.
        """
        if self._lead_id is None:
            return
        self._note_early()
        if self._is_unsent:
            self._rescue()
        if self._attempt is None and self.note.text:
            self._session.tell(word_left(self._lead_id, self.note.text), has_left=True)
        elif self._attempt is not None and self.note.is_unsaved:
            self._session.tell(note_on(self._attempt, self.note.as_typed), has_left=True)
        self._lead_id = self._attempt = None

    def put_back(self, typed: Typed) -> None:
        """What was being typed when the program ended, in the fields it was typed in."""
        if typed.note:
            self.note.put(typed.note)
        self.jump(typed.question)
        if typed.words or typed.beside:
            if self.course.current == typed.question:
                self._script.card.put_words(typed.words, typed.beside)
                self._is_unsent = True
                self._drafted()
            else:
                self.note.add(typed.words or typed.beside)
        for line in typed.lines:
            self.note.add(line)
        self.note.save()

    def as_typed(self) -> Typed:
        """What stands in the fields and may not be saved yet."""
        given = self._script.card.given() if self._is_unsent else Given()
        is_words = self._script.card.is_by_number
        return Typed(
            lead_id=self._lead_id or 0,
            attempt=self._attempt or "",
            note="\n".join(part for part in (self.note.as_typed, self.early.strip()) if part),
            question=self.course.current or "",
            words=given.words if is_words else str(given.value or ""),
            beside="" if is_words else given.words,
        )

    @property
    def is_unsaved(self) -> bool:
        """Whether something is typed that was not handed over to be saved."""
        is_held = bool(self.early) or self.note.is_unsaved
        return self._lead_id is not None and (self._is_unsent or is_held)

    def _speak(self, language: str) -> None:
        """Read on in another language; every answer stays."""
        self._keep_quietly()
        script = in_language(self.script_in_all, language)
        self.course = replace(self.course, script=script)
        if self._attempt is not None:
            self._session.tell(spoken_in(self._attempt, language))
        self._ask()
        self.take_focus()

    def _go_to_stage(self, kind: StageKind) -> None:
        """To the first open question of a stage, else its first."""
        there = [q for q in self.course.questions if self.course.script.stage_of(q.id) is kind]
        still = [q for q in there if q.is_asked and q.id not in self.course.answers]
        found = next(iter(still), next(iter(there), None))
        self.jump(found.id if found else None)

    def _listen(self) -> None:
        card = self._script.card
        card.changed.connect(self._changed)
        card.drafted.connect(self._drafted)
        card.kept.connect(self._keep)
        self._script.edit_pressed.connect(self.jump)
        self._script.stage_pressed.connect(self._go_to_stage)
        self.note.typed.connect(self.typed)
        card.words.textChanged.connect(self._words_changed)
        card.beside.textChanged.connect(self._words_changed)

    def _ask(self) -> None:
        # The words of another answer are put in, not typed.
        self._is_asking = True
        self._script.ask(self.course, can_answer=self._attempt is not None)
        self._is_asking = self._is_unsent = False
        known = self.course.answers.get(self.course.current or QuestionId(""))
        if self._attempt is not None and known is not None and not known.confirmed:
            self._script.inform(tr(FROM_THE_LIST))

    def _hint(self) -> None:
        closed = self._attempt is None and not self.course.fit_is_open
        has_fit = bool(self.course.script.stage(StageKind.FIT).questions)
        self._script.inform(
            with_keys(tr(FIT_OPENS_LATER)) if closed and has_fit else "", quiet=True
        )

    def _enter(self, question: Question) -> None:
        """Go to a question; into Fit before its time only when asked twice (D1)."""
        course = self.course
        if course.is_closed(question):
            if not course.asked_to_open:
                self.course = replace(course, asked_to_open=True)
                self._script.inform(with_keys(tr(OPEN_NOW)))
                return
            self.course = replace(course, opened_early=True)
            if self._attempt is not None:
                self._session.tell(fit_opened(self._attempt))
        self.course = self.course.at(question.id)
        self._script.inform("")
        self._ask()
        self.moved.emit()
        self.take_focus()

    def _changed(self) -> None:
        self._save(self._script.card.given())

    def _drafted(self) -> None:
        """Their words rest: save them as they are, where half a sentence is already an answer."""
        question, given = self.course.question, self._script.card.given()
        if question is None or given.is_empty:
            return
        card = self._script.card
        if takes_words_only(question) or card.is_by_number or card.is_typing_beside:
            self._save(given)

    def _keep(self) -> None:
        if not self._save(self._script.card.given()):
            return
        found = self.course.after_keeping()
        if found is None:
            self._script.inform(with_keys(tr(ALL_ASKED)))
            self._script.refresh(self.course)
            return
        self._enter(found)

    def _keep_quietly(self) -> None:
        """Save what is on the card before leaving it; what fits no answer goes into the note.

        What the list says and nobody touched was not said on this call: only Enter keeps that.
        """
        given = self._script.card.given()
        if self._attempt is None or given.is_empty:
            return
        known = self.course.answers.get(self.course.current or QuestionId(""))
        if known is not None and not known.confirmed and not self._is_unsent:
            return
        if not self._save(given) and self._is_unsent:
            self._rescue()

    def _note_early(self) -> None:
        """Nobody was reached to be asked: what was typed for the first question is noted."""
        if self.early:
            self.note.add(self.early.strip())
            self.early = ""

    def _rescue(self) -> None:
        """Words that cannot be saved as an answer were said all the same: the note keeps them."""
        given, question = self._script.card.given(), self.course.question
        said = " ".join(str(part) for part in (given.value, given.words) if part)
        self._is_unsent = False
        if question is not None and said:
            self.note.add(f"{self.course.filled(name_of(question))}: {said}")

    def _save(self, given: Given) -> bool:
        """Save an answer if it says something new; False when it does not fit the question."""
        question = self.course.question
        if question is None or self._attempt is None or not question.is_asked:
            return True
        known = self.course.answers.get(question.id)
        if given.is_empty:
            self._is_unsent = False
            if known is not None and known.confirmed:
                self._forget(question, self._attempt)
            return True
        try:
            value = read_answer(question, given.value, now=self._clock.now(), zone=self._zone)
        except AnswerRefused as refusal:
            self._script.inform(refusal.says, tone="warn")
            return False
        answer = Answer(
            question=question.id,
            value=value,
            words=given.words,
            does_not_know=given.does_not_know,
        )
        self._is_unsent = False
        if answer != known:
            self._script.inform("")
            self.course = self.course.with_answers({**self.course.answers, question.id: answer})
            self._session.answer(self._attempt, question.id, replace(given, value=value))
        return True

    def _forget(self, question: Question, attempt: AttemptId) -> None:
        left = {key: value for key, value in self.course.answers.items() if key != question.id}
        self.course = self.course.with_answers(left)
        self._session.answer(attempt, question.id, Given())

    def _judge(self, verdict: Verdict | None, newest: QuestionId | None) -> None:
        self._judged = verdict
        self._verdict.show_verdict(verdict, newest, short_answers(self.course))

    def _words_changed(self) -> None:
        if self._script.card.is_typing and not self._is_asking:
            self._is_unsent = True
            self.typed.emit()
