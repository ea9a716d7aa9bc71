"""The middle of the desk: the way through the script, what was said, the question, the note."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.scripts import Answer, Aside, Question, StageKind
from qualdesk.qt.call_desk.course import Course, name_of
from qualdesk.qt.call_desk.question_card import Asked, QuestionCard
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.facts import AnswerRow
from qualdesk.qt.widgets.fields import NoteField
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.trail import StageShown, StageTrail

FIT_OPENS_LATER: Final = "Fit questions open after two answers in Discover. PgDn opens them sooner."
_ROW: Final = 50
_LINE: Final = 25


class ScriptPanel(Card):
    """What is asked and was answered, in place: nothing here is made anew for another lead."""

    stage_pressed = Signal(StageKind)
    edit_pressed = Signal(str)
    """The pen beside an earlier answer was pressed; the id of its question."""

    def __init__(self, note_keys: str = "F2") -> None:
        super().__init__()
        self.trail = StageTrail()
        self.card = QuestionCard()
        self.note = NoteField("Note for sales", "Note for sales. Seen in the hand-off brief.",
                              note_keys)
        self._info = Banner("info")
        self._course = Course()
        self._most_earlier, self._most_coming = 3, 4
        self._wide = False
        self._lay_out()
        self.trail.pressed.connect(self._stage)

    def fit(self, *, earlier: int, coming: int, wide: bool) -> None:
        """Show at most so many earlier answers and coming questions; ``wide`` reads larger."""
        self._most_earlier, self._most_coming, self._wide = earlier, coming, wide
        self.card.set_wide(wide=wide)
        self.note.setMinimumHeight(look().px(120 if wide else 36))
        self.note.setMaximumHeight(look().px(180 if wide else 36))
        self._show_around()

    def ask(self, course: Course, *, can_answer: bool) -> None:
        """Show the question of the course, with what was said before and what comes."""
        self._course = course
        question = course.question
        self.card.setVisible(question is not None)
        if question is not None:
            self.card.ask(_asked(course, question, can_answer=can_answer))
        self.refresh(course)
        self._area.ensureWidgetVisible(self.card, 0, 0)

    def refresh(self, course: Course) -> None:
        """Show what changed around the question; what is being typed in it stays."""
        self._course = course
        if course.question is not None:
            self.card.say_again(course.say(course.question))
        self.trail.set_stages(_stages(course))
        self._show_around()

    def inform(self, text: str) -> None:
        """Say one line below the question; an empty text takes it away."""
        self._info.set("info", "", text)
        self._info.setVisible(bool(text))
        self._show_around()

    @property
    def info(self) -> str:
        """The line below the question, empty when there is none."""
        return self._info.accessibleName() if self._info.isVisibleTo(self) else ""

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
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)  # noqa: FBT003 - Qt's own signature
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._made_middle())
        self._area.viewport().installEventFilter(self)
        column.addWidget(self._area, 1)
        column.addWidget(self.note)

    def _made_middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(12)
        self._opener = AnswerRow()
        self._opener.setVisible(False)
        column.addWidget(self._opener)
        earlier = QVBoxLayout()
        earlier.setSpacing(6)
        self._earlier: Pool[AnswerRow, tuple[Question, Answer]] = Pool(
            earlier, self._made_row, self._fill_earlier
        )
        column.addLayout(earlier)
        column.addWidget(self.card)
        column.addWidget(self._made_coming())
        self._info.hide()
        column.addWidget(self._info)
        column.addStretch(1)
        return middle

    def _made_coming(self) -> QWidget:
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(7)
        self._coming_title = PlainLabel("Coming up", face="hint_medium", tone="text2")
        head.addWidget(self._coming_title)
        head.addStretch(1)
        for keys, says in (("PgDown", "next"), ("Ctrl+J", "jump")):
            head.addWidget(KeyCap(keys))
            head.addWidget(PlainLabel(says, face="hint", tone="text2"))
        below.addLayout(head)
        rows = QVBoxLayout()
        rows.setSpacing(5)
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
        chip = "" if answer.confirmed else "From the list"
        row.set(self._course.filled(name_of(question)), self._course.said(question.id), chip)

    def _show_around(self) -> None:
        """As many earlier answers and coming questions as leave the question in sight."""
        course = self._course
        earlier, coming = course.earlier(), course.coming()
        room = self._room()
        shown = min(len(earlier), self._most_earlier, max(1, room // look().px(_ROW)))
        room -= shown * look().px(_ROW) + look().px(_LINE)
        coming_shown = min(len(coming), self._most_coming, max(room // look().px(_LINE), 0))
        self._earlier.show(earlier[len(earlier) - shown :])
        self._coming.show([course.filled(name_of(ahead)) for ahead in coming[:coming_shown]])
        self._below.setVisible(bool(coming_shown))

    def _room(self) -> int:
        """The height that is left around the question and what is said below it."""
        width = self._area.viewport().width()
        taken = self.card.heightForWidth(width) if self.card.isVisibleTo(self) else 0
        if self._info.isVisibleTo(self):
            taken += self._info.heightForWidth(width) + look().px(12)
        return self._area.viewport().height() - taken - look().px(30)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_around()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._show_around()
        return super().eventFilter(watched, event)


def _asked(course: Course, question: Question, *, can_answer: bool) -> Asked:
    place = course.place_in_stage()
    said = ""
    if place is not None and place[1]:
        said = f"{place[0].label}, question {place[1]} of {place[2]}"
    return Asked(
        question=question,
        say=course.say(question),
        place=said,
        asides=tuple(
            Aside(label=aside.label, say=course.filled(aside.say), then=aside.then)
            for aside in question.asides
        ),
        answer=course.answers.get(question.id),
        can_answer=can_answer,
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
