"""The answers of a question, and what each does under a criterion: chosen, weighed, ruled out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualdesk.core.criterion_answers import AnswerWeight
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.paint import reveal

_HEADS: Final = (tr_later("Answer"), tr_later("Yes"), tr_later("Points"), tr_later("Rules out"))
_NO_POINTS: Final = -1000
_MID: Final = Qt.AlignmentFlag.AlignVCenter


class AnswerGrid(QWidget):
    """One answer a line; an answer with points of its own says below what they stand for."""

    counts_chosen = Signal(object)
    """The values that count as yes now, as a frozen set."""
    ruled_chosen = Signal(object)
    """The values that rule a lead out now, as a frozen set."""
    points_given = Signal(str, object, str)
    """An answer gives points of its own, or None, and what they stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_AnswerLine] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        for place, title in enumerate(_HEADS):
            self._grid.addWidget(PlainLabel(tr(title), face="hint", tone="text2"), 0, place)

    def show_answers(self, weights: Sequence[AnswerWeight]) -> None:
        """Show these answers; lines are kept, so that the cursor stays where it is."""
        while len(self.rows) < len(weights):
            self._add()
        for place, line in enumerate(self.rows):
            shown = place < len(weights)
            line.reveal(shown=shown)
            if shown:
                line.show_weight(weights[place])

    def _add(self) -> None:
        line = _AnswerLine()
        at = 1 + 2 * len(self.rows)
        for place, part in enumerate((line.label, line.counts, line.points, line.rules)):
            self._grid.addWidget(part, at, place, _MID)
        self._grid.addWidget(line.means, at + 1, 0, 1, 4)
        line.counts.clicked.connect(self._chosen)
        line.rules.clicked.connect(self._ruled)
        line.points.changed.connect(lambda _points, line=line: self._given(line))
        line.means.textEdited.connect(lambda _text, line=line: self._given(line))
        self.rows.append(line)

    def _chosen(self) -> None:
        self.counts_chosen.emit(
            frozenset(line.value for line in self.rows if line.is_shown and line.counts.isChecked())
        )

    def _ruled(self) -> None:
        self.ruled_chosen.emit(
            frozenset(line.value for line in self.rows if line.is_shown and line.rules.isChecked())
        )

    def _given(self, line: "_AnswerLine") -> None:
        points = line.points.value()
        self.points_given.emit(
            line.value, None if points == _NO_POINTS else points, line.means.text()
        )


class _AnswerLine:
    """The parts of one line; they stand in the grid by themselves."""

    def __init__(self) -> None:
        self.value = ""
        self.is_shown = False
        self.label = PlainLabel(face="body_medium", wrap=True)
        self.counts = Tick("")
        self.points = NumberField(tr("Points"), _NO_POINTS, 1000, width=62, none=tr("same"))
        self.rules = Tick("")
        self.means = Field(tr("What the points stand for"), tr("What do these points stand for?"))

    def reveal(self, *, shown: bool) -> None:
        self.is_shown = shown
        for each in (self.label, self.counts, self.points, self.rules):
            reveal(each, shown=shown)
        if not shown:
            reveal(self.means, shown=False)

    def show_weight(self, weight: AnswerWeight) -> None:
        self.value = weight.value
        self.label.setText(weight.label)
        self.counts.setChecked(weight.counts)
        self.rules.setChecked(weight.rules_out)
        self.points.show_number(_NO_POINTS if weight.points is None else weight.points)
        if not self.means.hasFocus():
            self.means.setText(weight.means)
        reveal(self.means, shown=weight.points is not None)
        self.counts.setAccessibleName(tr("{label} counts as yes", label=weight.label))
        self.rules.setAccessibleName(tr("{label} rules a lead out", label=weight.label))
        self.points.setAccessibleName(tr("Points for {label}", label=weight.label))
        self.means.setAccessibleName(
            tr("What the points for {label} stand for", label=weight.label)
        )
