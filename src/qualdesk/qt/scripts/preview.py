"""What the caller sees: the question as it stands on the desk, to be answered for a try."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from qualdesk.core.clock import Clock
from qualdesk.core.condition_words import condition_words
from qualdesk.core.drafts import PreviewPerson
from qualdesk.core.errors import AnswerRefused
from qualdesk.core.ids import LeadId
from qualdesk.core.languages import in_language, language_for
from qualdesk.core.questions import Answer, Aside, Question, check_answer
from qualdesk.core.scripts import CallScript
from qualdesk.core.spoken_answers import read_answer
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.call_desk.aside_row import AsideRow
from qualdesk.qt.call_desk.course import Course
from qualdesk.qt.call_desk.question_card import Asked, QuestionCard
from qualdesk.qt.call_desk.script_panel import filled_asides
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.other_light import OtherLight
from qualdesk.qt.scripts.parts import Caption, Scrolled
from qualdesk.qt.scripts.writing import EXITS, OBJECTIONS, VOICEMAIL, Writing
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import IconButton, LinkButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool

NOBODY: Final = PreviewPerson(
    lead_id=LeadId(0), label=tr_later("Nobody: every answer missing"), values={}
)
_LIVE: Final = tr_later("Live. Answer it here to try the next question.")
_AT_HAND: Final = tr_later("What stands at hand on the desk.")
_END: Final = tr_later("That was the last question. Choose another on the left, or begin again.")


class Preview(Card):
    """The right column: one question of the script, played to a chosen lead."""

    stepped = Signal(str)
    """An answer was kept; the question that comes next, by its id."""

    def __init__(self, writing: Writing, clock: Clock, zone: str) -> None:
        super().__init__(ground="sunken")
        self._writing, self._clock, self._zone = writing, clock, zone
        self._people: tuple[PreviewPerson, ...] = (NOBODY,)
        self._course = Course()
        self.card = QuestionCard(columns=1)
        self.person = Choice(tr("Try it as"), [tr(NOBODY.label)])
        self.light = IconButton("sun", tr("Show it in light"), tone="text2")
        self.dark = IconButton("moon", tr("Show it in dark"), tone="text2")
        self.again = LinkButton(tr("Begin again"))
        self._said = PlainLabel(face="hint", tone="text2", wrap=True)
        self._why = Banner("warn")
        self._in_calls = Banner("info")
        self._stage = Card(ground="surface", line=None)
        self._lay_out()
        self._other = OtherLight(self._stage)
        self.setFocusProxy(self.card)
        self._listen()

    @property
    def course(self) -> Course:
        """How far the try is."""
        return self._course

    @property
    def why(self) -> str:
        """Why the question is not asked after the answers of the try; empty when it is."""
        return self._why.accessibleName() if self._why.isVisibleTo(self) else ""

    @property
    def in_calls(self) -> str:
        """Who is in a call by another version; empty when nobody is."""
        return self._in_calls.accessibleName() if self._in_calls.isVisibleTo(self) else ""

    def show_people(self, people: Sequence[PreviewPerson]) -> None:
        """Offer these people to try it as; whoever was chosen stays."""
        before = self._people[max(self.person.currentIndex(), 0)].lead_id
        self._people = (*people, NOBODY)
        self.person.set_values([*(one.label for one in people), tr(NOBODY.label)])
        ids = [one.lead_id for one in self._people]
        self.person.setCurrentIndex(ids.index(before) if before and before in ids else 0)
        self.show_script()

    def show_script(self) -> None:
        """The script changed: the same question, as it is now."""
        writing, person = self._writing, self._people[max(self.person.currentIndex(), 0)]
        language = writing.language
        if writing.is_first_language and person.languages:
            language = language_for(writing.script, person.languages)
        read = in_language(writing.script, language)
        kept = {key: given for key, given in self._course.answers.items() if _fits(read, given)}
        self._course = Course(
            script=read, answers=kept, source=person.source, values=person.values
        ).at(writing.spot)
        self._show()

    def show_in_calls(self, says: str) -> None:
        """Say who is in a call by another version."""
        self._in_calls.set("info", "", says)
        reveal(self._in_calls, shown=bool(says))

    @property
    def has_cursor(self) -> bool:
        """Whether the keyboard is in here."""
        return self.isAncestorOf(QApplication.focusWidget() or self)

    def play(self) -> None:
        """Put the keyboard where the question is answered."""
        self.card.take_focus()

    def turn(self, name: str) -> None:
        """Show it in light or dark, whatever the window is."""
        self._other.turn(name)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(tr("What the caller sees"), face="card_title"), 1)
        head.addWidget(self.light)
        head.addWidget(self.dark)
        self._hint = PlainLabel(face="hint", tone="text2", wrap=True)
        scrolled = Scrolled()
        scrolled.column.setContentsMargins(0, 0, 0, 0)
        scrolled.column.setSpacing(10)
        stage = self._around = QVBoxLayout(self._stage)
        stage.setContentsMargins(0, 0, 0, 0)
        stage.setSpacing(8)
        stage.addWidget(self.card)
        words = QVBoxLayout()
        words.setSpacing(8)
        self._asides: Pool[AsideRow, Aside] = Pool(words, AsideRow, AsideRow.set)
        stage.addLayout(words)
        said = QHBoxLayout()
        said.addWidget(self._said, 1)
        said.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self._why, self._stage):
            scrolled.column.addWidget(part)
        scrolled.column.addLayout(said)
        scrolled.column.addWidget(Caption(tr("Try it as")))
        scrolled.column.addWidget(self.person)
        scrolled.column.addWidget(self._in_calls)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 13)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addWidget(scrolled, 1)
        self.show_in_calls("")

    def _listen(self) -> None:
        self.card.changed.connect(self._keep)
        self.card.drafted.connect(self._keep)
        self.card.kept.connect(self._go_on)
        self.person.activated.connect(lambda _at: self.show_script())
        self.light.clicked.connect(lambda: self.turn("light"))
        self.dark.clicked.connect(lambda: self.turn("dark"))
        self.again.clicked.connect(self._begin_again)
        self._writing.changed.connect(self.show_script)
        self._writing.moved.connect(self._move)
        look().changed.connect(self._follow)

    def _follow(self) -> None:
        """The window has another light: the part has none of its own any more."""
        self.turn(look().theme.name)

    def _move(self) -> None:
        self._course = self._course.at(self._writing.spot)
        self._show()

    def _show(self) -> None:
        question = self._course.question if self._writing.question is not None else None
        reveal(self.card, shown=question is not None)
        if question is not None:
            self._ask(question)
        self._hint.setText(tr(_LIVE if question is not None else _AT_HAND))
        self._show_parts()
        why = self._hidden_because(question)
        self._why.set("warn", tr("Not asked after these answers."), why)
        reveal(self._why, shown=bool(why))
        self._tell()

    def _ask(self, question: Question) -> None:
        course = self._course
        place = course.place_in_stage()
        where = ""
        if place and place[1]:
            stage, at, of = place
            where = tr("{stage}, question {at} of {of}", stage=stage.label, at=at, of=of)
        asked = Asked(
            question=question,
            say=course.say(question),
            place=where,
            asides=filled_asides(course, question.asides),
            answer=course.answers.get(question.id),
        )
        had = self.card.isAncestorOf(self.window().focusWidget() or self)
        self.card.ask(asked)
        if had:
            self.card.take_focus()

    def _show_parts(self) -> None:
        """Voicemail, objections and exits are read as they stand at hand."""
        script, course = self._course.script, self._course
        spot = self._writing.spot
        shown: tuple[Aside, ...] = ()
        if spot == VOICEMAIL and script.voicemail:
            shown = (
                Aside(label=tr("If it goes to voicemail"), say=script.voicemail, then="Alt 2"),
            )
        elif spot == OBJECTIONS:
            shown = script.objections
        elif spot == EXITS:
            shown = script.exits
        self._asides.show(filled_asides(course, shown))
        edge = look().px(10) if shown else 0
        self._around.setContentsMargins(edge, edge, edge, edge)

    def _hidden_because(self, question: Question | None) -> str:
        if question is None or question.ask_when is None:
            return ""
        if any(each.id == question.id for each in self._course.questions):
            return ""
        words = condition_words(question.ask_when, self._course.script)
        return tr("It is asked only when {condition}.", condition=words)

    def _tell(self, says: str = "") -> None:
        count = len(self._course.answers)
        given = tr_n(count, "{n} answer given.", "{n} answers given.")
        self._said.setText(says or (given if count else ""))
        reveal(self._said, shown=bool(says or count))
        reveal(self.again, shown=bool(count))

    def _keep(self) -> bool:
        """Keep what is on the card; False when it does not fit the question."""
        question, given = self._course.question, self.card.given()
        if question is None or not question.is_asked:
            return True
        answers = dict(self._course.answers)
        if given.is_empty:
            answers.pop(question.id, None)
        else:
            try:
                now, zone = self._clock.now(), self._zone
                value = read_answer(question, given.value, now=now, zone=zone)
            except AnswerRefused as refusal:
                self._tell(refusal.says)
                return False
            answers[question.id] = Answer(
                question=question.id,
                value=value,
                words=given.words,
                does_not_know=given.does_not_know,
            )
        self._course = replace(self._course, answers=answers)
        self._tell()
        return True

    def _go_on(self) -> None:
        if not self._keep():
            return
        course = self._course
        question = course.question
        found = course.beside(1) if question and not question.is_asked else course.after_keeping()
        if found is None:
            self._tell(tr(_END))
            return
        self.stepped.emit(found.id)
        self.play()

    def _begin_again(self) -> None:
        self._course = replace(self._course, answers={})
        self._show()


def _fits(script: CallScript, given: Answer) -> bool:
    """Whether an answer of the try still fits its question: it may have been written anew."""
    question = script.question(given.question)
    if question is None or not question.is_asked:
        return False
    try:
        return check_answer(question, given.value) == given.value
    except AnswerRefused:
        return False
