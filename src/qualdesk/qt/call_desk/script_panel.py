"""The middle of the desk: the way through the script, what was said, the question, the note."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.questions import Answer, Aside, Question
from qualdesk.core.scripts import StageKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.course import Course, name_of
from qualdesk.qt.call_desk.question_card import Asked, QuestionCard
from qualdesk.qt.call_desk.room import scrolling, settle
from qualdesk.qt.call_desk.words_field import GrowingField
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.facts import AnswerRow
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.trail import StageShown, StageTrail

FIT_OPENS_LATER: Final = tr_later(
    "Fit questions open after two answers in Discover. {question_next} opens them sooner."
)
_GAP: Final = 12
_TIGHT: Final = 6


class ScriptPanel(Card):
    """What is asked and was answered, in place: nothing here is made anew for another lead."""

    stage_pressed = Signal(StageKind)
    edit_pressed = Signal(str)
    """The pen beside an earlier answer was pressed; the id of its question."""

    objections_pressed = Signal()
    """What to say to an objection is wanted."""

    def __init__(self, note_keys: str = "note", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trail = StageTrail()
        self.card = QuestionCard()
        self.note = GrowingField(
            tr("Note for sales"), tr("Note for sales. Seen in the hand-off brief."), note_keys
        )
        self._info = Banner("info")
        self._objections = LinkButton(tr("What to say"))
        self._objections.clicked.connect(self.objections_pressed)
        self._course = Course()
        self._most_earlier, self._most_coming = 3, 4
        self._wide = False
        self._told: tuple[str, BannerTone, bool] = ("", "info", False)
        self._fitted_height = 0
        # When the layout has come to rest: before, nobody knows where anything will stand.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._keep_in_sight)
        self._lay_out()
        self.trail.pressed.connect(self._stage)

    def fit(self, *, earlier: int, coming: int, wide: bool) -> None:
        """Show at most so many earlier answers and coming questions; ``wide`` reads larger."""
        self._most_earlier, self._most_coming, self._wide = earlier, coming, wide
        self.card.set_wide(wide=wide)
        self.note.set_lines(6 if wide else 1, 8 if wide else 3)
        self._show_around()

    def ask(self, course: Course, *, can_answer: bool) -> None:
        """Show the question of the course, with what was said before and what comes."""
        self._course = course
        question = course.question
        self._opener.hide()
        reveal(self._objections, shown=bool(course.script.objections or course.script.exits))
        self.card.setVisible(question is not None)
        if question is not None:
            self.card.ask(_asked(course, question, can_answer=can_answer))
        self.refresh(course)
        self._soon.start()

    def refresh(self, course: Course) -> None:
        """Show what changed around the question; what is being typed in it stays."""
        self._course = course
        if course.question is not None:
            self.card.say_again(course.say(course.question))
        self.trail.set_stages(_stages(course))
        self._show_around()

    def show_opener(self, course: Course) -> None:
        """Keep the words of the opener in sight above the first question."""
        opener = course.opener
        said = tr("“{words}”", words=course.say(opener)) if opener else ""
        self._opener.set("message-square", said, tone="coach")
        self._show_around()

    def inform(self, text: str, tone: BannerTone = "info", *, quiet: bool = False) -> None:
        """Say one line below the question; an empty text takes it away.

        A ``quiet`` line gives way where the question needs the room.
        """
        told = (text, tone, quiet)
        if told != self._told:
            self._told = told
            self._info.set(tone, "", text)
            self._show_around()

    @property
    def info(self) -> str:
        """The line below the question, empty when there is none."""
        return self._info.accessibleName() if self._info.isVisibleTo(self) else ""

    def _keep_in_sight(self) -> None:
        """Bring the question into view, and in a low window above all where they type."""
        if self.card.isVisible() and self.card.height() > self._port_height():
            # It is read from its beginning.
            self._area.verticalScrollBar().setValue(self.card.y())
        elif self.card.isVisible():
            self._area.ensureWidgetVisible(self.card, 0, 0)
        if self.card.words.isVisible():
            self._area.ensureWidgetVisible(self.card.words, 0, 0)

    def _stage(self, place: int) -> None:
        stages = self._course.script.stages
        if place < len(stages):
            self.stage_pressed.emit(stages[place].kind)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 15)
        column.setSpacing(10)
        column.addWidget(self.trail)
        column.addWidget(Rule())
        self._middle = QWidget()
        self._area = scrolling(self._middle, self)
        self._lay_out_middle()
        self._area.installEventFilter(self)
        column.addWidget(self._area, 1)
        column.addWidget(self.note)

    def _lay_out_middle(self) -> None:
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(_GAP)
        self._opener = IconRow("message-square", face="body_medium")
        column.addWidget(self._opener)
        earlier = QVBoxLayout()
        earlier.setSpacing(_TIGHT)
        self._earlier: Pool[AnswerRow, tuple[Question, Answer]] = Pool(
            earlier, self._made_row, self._fill_earlier
        )
        column.addLayout(earlier)
        column.addWidget(self.card)
        column.addWidget(self._made_coming())
        self._info.hide()
        column.addWidget(self._info)
        column.addStretch(1)

    def _made_coming(self) -> QWidget:
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(7)
        self._coming_title = PlainLabel(tr("Coming up"), face="hint_medium", tone="text2")
        head.addWidget(self._coming_title)
        head.addStretch(1)
        head.addWidget(self._objections)
        head.addSpacing(6)
        for keys, says in (("question_next", tr("next")), ("question_jump", tr("jump"))):
            head.addWidget(KeyCap(keys))
            head.addWidget(PlainLabel(says, face="hint", tone="text2"))
        below.addLayout(head)
        rows = QVBoxLayout()
        rows.setSpacing(_TIGHT)
        self._coming: Pool[IconRow, str] = Pool(
            rows, lambda: IconRow(tone="text2"), lambda row, text: row.set("circle", text)
        )
        below.addLayout(rows)
        return self._below

    def _made_row(self) -> AnswerRow:
        row = AnswerRow()
        row.edit_pressed.connect(lambda: self.edit_pressed.emit(row.property("question")))
        return row

    def _fill_earlier(self, row: AnswerRow, given: tuple[Question, Answer]) -> None:
        question, answer = given
        row.setProperty("question", question.id)
        chip = "" if answer.confirmed else tr("From the list")
        row.set(self._course.filled(name_of(question)), self._course.said(question.id), chip)

    def _show_around(self) -> None:
        """As many earlier answers and coming questions as leave the question in sight."""
        earlier = self._course.earlier()[-self._most_earlier :]
        coming = self._course.coming()[: self._most_coming]
        text, _, is_quiet = self._told
        self._info.setVisible(bool(text))
        self._show_rows(earlier, coming)
        spare = self._spare()
        while spare < 0 and len(coming) > 1:
            coming = coming[:-1]
            spare += self._coming.parts[len(coming)].sizeHint().height() + _TIGHT
        while spare < 0 and earlier:
            earlier = earlier[1:]
            row = self._earlier.parts[len(earlier)]
            spare += row.heightForWidth(self._area.width()) + _TIGHT
        self._show_rows(earlier, coming if spare >= 0 else ())
        if is_quiet and spare < 0 and self._spare() < 0:
            self._info.hide()

    def _show_rows(
        self, earlier: Sequence[tuple[Question, Answer]], coming: Sequence[Question]
    ) -> None:
        self._earlier.show(earlier)
        self._coming.show([self._course.filled(name_of(ahead)) for ahead in coming])
        self._below.setVisible(bool(coming))

    def _spare(self) -> int:
        """The height that is left when everything shown has its height; below 0 it scrolls."""
        settle(self._middle)
        return self._port_height() - self._middle.heightForWidth(self._area.width())

    def _port_height(self) -> int:
        # Asked for the part of it that shows, Qt's bindings read every kind of widget there is.
        return self._area.maximumViewportSize().height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_around()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_port = isinstance(event, QResizeEvent) and watched is self._area
        # Only the height: a scroll bar that comes and goes changes the width, and following
        # that would make it come and go for ever.
        height = self._port_height()
        if is_port and height != self._fitted_height:
            self._fitted_height = height
            self._show_around()
            self._soon.start()
        return super().eventFilter(watched, event)


def _asked(course: Course, question: Question, *, can_answer: bool) -> Asked:
    place = course.place_in_stage()
    said = ""
    if place is not None and place[1]:
        said = tr(
            "{stage}, question {number} of {count}",
            stage=place[0].label,
            number=place[1],
            count=place[2],
        )
    return Asked(
        question=question,
        say=course.say(question),
        place=said,
        asides=_asides(course, question, is_ringing=can_answer),
        answer=course.answers.get(question.id),
        can_answer=can_answer,
    )


def _asides(course: Course, question: Question, *, is_ringing: bool) -> tuple[Aside, ...]:
    """What to say in side cases; while it rings, the words for a voicemail first."""
    voicemail = course.script.voicemail
    asides = list(question.asides)
    if voicemail and is_ringing and question is course.opener:
        asides.insert(0, Aside(label=tr("If it goes to voicemail"), say=voicemail, then="Alt 2"))
    return filled_asides(course, asides)


def filled_asides(course: Course, asides: Sequence[Aside]) -> tuple[Aside, ...]:
    """Side cases with the fields in their words filled in."""
    return tuple(
        Aside(label=course.filled(aside.label), say=course.filled(aside.say), then=aside.then)
        for aside in asides
    )


def _stages(course: Course) -> list[StageShown]:
    current = course.script.stage_of(course.current) if course.current else None
    stages = [stage.kind for stage in course.script.stages]
    reached = stages.index(current) if current in stages else 0
    shown = []
    for place, (kind, asked, of) in enumerate(course.progress()):
        is_done = asked == of if of else place < reached
        counts = (asked, of) if of > 1 else (0, 0)
        shown.append(
            StageShown(
                title=kind.label,
                answered=counts[0],
                of=counts[1],
                is_done=is_done,
                is_current=kind is current,
            )
        )
    return shown
