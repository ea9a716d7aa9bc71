"""One criterion, changed beside the table: the table shows each change as it is made."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.condition_words import condition_words
from qualdesk.core.criteria import Criterion
from qualdesk.core.criterion_answers import (
    BOUNDED,
    Bound,
    answer_weights,
    bound_of,
    can_be_chosen,
    with_counts,
    with_points_of,
    with_question,
    with_ruled_out,
)
from qualdesk.core.definition_changes import rule_words
from qualdesk.core.questions import Question
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.answer_grid import AnswerGrid
from qualdesk.qt.definitions.bound_row import BoundRow
from qualdesk.qt.definitions.sign_off import WIDTH
from qualdesk.qt.definitions.still_fields import NumberField, StillChoice
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.side import SideCard

_LEAST: Final = -1000
_MOST: Final = 1000


class CriterionEditor(SideCard):
    """Everything a criterion says. What is changed is told at once, as the whole criterion."""

    edited = Signal(object)
    """The ``Criterion`` as it is now."""
    done = Signal()
    """The table is wanted again."""

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("One criterion"))
        self.criterion: Criterion | None = None
        self._script: CallScript | None = None
        self._questions: tuple[Question, ...] = ()
        self.close_it = PushButton(tr("Done"), icon="check", keys="Escape", height=30)
        self.label = Field(tr("Name of the criterion"), tr("Real need"))
        self.question = StillChoice(tr("Found out by the question"))
        self.must_have = Tick(tr("Must have: without it no lead is qualified"))
        self.points = NumberField(tr("Points"), _LEAST, _MOST, width=74)
        self.means = Field(tr("What the points stand for"), tr("What must be true, in words"))
        self.answers = AnswerGrid()
        self.met = BoundRow(tr("Counts as yes"), tr("Any answer"))
        self.ruled = BoundRow(tr("Rules a lead out"), tr("No answer", about="of a question"))
        self.ask = Field(tr("How to ask for it while it is missing"), tr("The question in short"))
        self.group = Field(tr("Stands for others of the group"), tr("No group"))
        self._written = Banner("info")
        self._problem = Banner("warn")
        self._body = QWidget()
        self._lay_out()
        self._listen()
        self.setFocusProxy(self.label)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(5)
        column.addWidget(Heading(tr("Criterion"), end=self.close_it, face="card_title"))
        column.addWidget(self._problem)
        _labelled(column, tr("What we ask for"), self.label)
        _labelled(column, tr("Found out by"), self.question)
        column.addSpacing(3)
        column.addWidget(self.must_have)
        column.addWidget(self._written)
        column.addSpacing(3)
        self._when = PlainLabel(tr("Counts as yes when"), face="hint", tone="text2")
        column.addWidget(self._when)
        column.addWidget(self.answers)
        column.addWidget(self.met)
        points = QHBoxLayout()
        points.setSpacing(8)
        points.addWidget(self.points)
        points.addWidget(self.means, 1)
        self._points = PlainLabel(tr("Points, and what they stand for"), face="hint", tone="text2")
        column.addWidget(self._points)
        column.addLayout(points)
        self._ruled_title = PlainLabel(tr("Rules a lead out when"), face="hint", tone="text2")
        column.addWidget(self._ruled_title)
        column.addWidget(self.ruled)
        _labelled(column, tr("How to ask for it while it is missing"), self.ask)
        _labelled(column, tr("Any one of a group is enough: name of the group"), self.group)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(self._body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    def _listen(self) -> None:
        self.close_it.clicked.connect(self.done)
        self.label.textEdited.connect(lambda text: self._set(label=text.strip()))
        self.means.textEdited.connect(lambda text: self._set(means=text.strip()))
        self.ask.textEdited.connect(lambda text: self._set(ask=text.strip()))
        self.group.textEdited.connect(lambda text: self._set(group=text.strip()))
        self.points.changed.connect(lambda points: self._set(points=points))
        self.must_have.clicked.connect(lambda on: self._set(must_have=on))
        self.question.activated.connect(self._ask_another)
        self.answers.counts_chosen.connect(self._count)
        self.answers.ruled_chosen.connect(self._rule_out)
        self.answers.points_given.connect(self._weigh)
        self.met.chosen.connect(self._bind)
        self.ruled.chosen.connect(self._bind_out)

    def show_criterion(
        self, criterion: Criterion, script: CallScript | None, problems: Sequence[str] = ()
    ) -> None:
        """Show this criterion; a field that is being typed in keeps its words and its cursor."""
        is_other = self.criterion is None or criterion.id != self.criterion.id
        self.criterion = criterion
        if script is not self._script or is_other:
            self._script = script
            self._offer_questions()
        texts = (
            (self.label, criterion.label),
            (self.means, criterion.means),
            (self.ask, criterion.ask),
            (self.group, criterion.group),
        )
        for field, text in texts:
            if (is_other or not field.hasFocus()) and field.text() != text:
                field.setText(text)
        self.must_have.setChecked(criterion.must_have)
        self.points.show_number(criterion.points)
        self._problem.set("warn", "", " ".join(problems))
        reveal(self._problem, shown=bool(problems))
        self._show_answers(criterion)

    def _offer_questions(self) -> None:
        script, criterion = self._script, self.criterion
        if criterion is None:
            return
        asked = script.questions if script is not None else ()
        self._questions = tuple(question for question in asked if question.is_asked)
        names = [_question_words(each, script) for each in self._questions]
        ids = [each.id for each in self._questions]
        if criterion.question not in ids:
            names.insert(
                0, tr("“{question}”, which the script does not ask", question=criterion.question)
            )
        self.question.set_values(names)
        if criterion.question in ids:
            self.question.setCurrentIndex(ids.index(criterion.question))

    def _show_answers(self, criterion: Criterion) -> None:
        question = self._question()
        weights = answer_weights(criterion, question) if question is not None else ()
        is_bounded = question is not None and question.kind in BOUNDED
        is_simple = question is None or can_be_chosen(criterion, question)
        self.answers.show_answers(weights)
        for part, shown in (
            (self.answers, bool(weights)),
            (self.met, is_bounded),
            (self.ruled, is_bounded),
            (self._ruled_title, is_bounded),
            (self._when, bool(weights) or is_bounded),
        ):
            reveal(part, shown=shown)
        if question is not None and is_bounded:
            for row, condition in (
                (self.met, criterion.met_when),
                (self.ruled, criterion.not_a_fit_when),
            ):
                row.show_bound(bound_of(condition, criterion.question) or Bound(), question)
        reveal(self._written, shown=not is_simple)
        if not is_simple:
            self._written.set("info", "", _written_in_a_file(criterion, self._script))

    def _question(self) -> Question | None:
        if self._script is None or self.criterion is None:
            return None
        return self._script.question(self.criterion.question)

    def _ask_another(self, place: int) -> None:
        criterion = self.criterion
        missing = self.question.count() - len(self._questions)
        if criterion is None or place < missing:
            return
        self._tell(with_question(criterion, self._questions[place - missing]))

    def _count(self, values: frozenset[str]) -> None:
        criterion, question = self.criterion, self._question()
        if criterion is not None and question is not None:
            self._tell(with_counts(criterion, question, values))

    def _rule_out(self, values: frozenset[str]) -> None:
        criterion, question = self.criterion, self._question()
        if criterion is not None and question is not None:
            self._tell(with_ruled_out(criterion, question, values))

    def _weigh(self, value: str, points: int | None, means: str) -> None:
        criterion, question = self.criterion, self._question()
        if criterion is not None and question is not None:
            self._tell(with_points_of(criterion, question, value, points, means.strip()))

    def _bind(self, bound: Bound) -> None:
        if self.criterion is not None:
            self._set(met_when=bound.condition(self.criterion.question))

    def _bind_out(self, bound: Bound) -> None:
        if self.criterion is not None:
            self._set(not_a_fit_when=bound.condition(self.criterion.question))

    def _set(self, **changed: object) -> None:
        if self.criterion is not None:
            # The names and kinds are those of the dataclass: every caller stands above.
            self._tell(replace(self.criterion, **changed))  # type: ignore[arg-type]

    def _tell(self, criterion: Criterion) -> None:
        if criterion != self.criterion:
            self.criterion = criterion
            self.edited.emit(criterion)


def _labelled(column: QVBoxLayout, says: str, field: QWidget) -> None:
    column.addSpacing(3)
    column.addWidget(PlainLabel(says, face="hint", tone="text2"))
    column.addWidget(field)


def _question_words(question: Question, script: CallScript | None) -> str:
    stage = script.stage_of(question.id) if script is not None else None
    asked = question.ask or question.short or question.id
    return f"{stage.label}: {asked}" if stage is not None else asked


def _written_in_a_file(criterion: Criterion, script: CallScript | None) -> str:
    """What no choice of answers can say, in words."""
    parts = []
    if criterion.met_when is not None:
        parts.append(tr("Counts as yes: {answers}.", answers=rule_words(criterion, script)))
    if criterion.not_a_fit_when is not None and script is not None:
        parts.append(
            tr(
                "Rules out: {answers}.",
                answers=condition_words(criterion.not_a_fit_when, script),
            )
        )
    return " ".join([*parts, tr("This was written in a file; choosing answers here replaces it.")])
