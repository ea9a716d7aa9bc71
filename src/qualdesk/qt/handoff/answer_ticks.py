"""Choosing a question of the script and the answers that count, for a rule by an answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.routing_rules import RoutingRule, RuleQuestion
from qualdesk.core.routing_words import question_of
from qualdesk.core.wording import tr
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.table import PlainTable

_ROW: Final = 34
_MOST_ROWS: Final = 4
_COLUMNS: Final = (Column(title="", width=40), Column(title="", width=200, stretch=True))
_Answer = tuple[str, str]


class AnswerTicks(QWidget):
    """A question, and its answers with a tick each; none ticked is any answer."""

    def __init__(self) -> None:
        super().__init__()
        self._questions: tuple[RuleQuestion, ...] = ()
        self._ticked: set[str] = set()
        self.question = KeyedChoice(tr("Question of the script"))
        self.model: TableOf[_Answer] = TableOf(_COLUMNS, self._cell)
        self.answers = PlainTable(
            tr("Answers that count, any where none is ticked"), row_height=_ROW
        )
        self.answers.horizontalHeader().hide()
        self.answers.show_rows_of(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        labelled(column, tr("Question of the script"), self.question)
        labelled(column, tr("Answers that count, any where none is ticked"), self.answers)
        self.question.activated.connect(lambda _at: self._show(frozenset()))
        self.answers.tick_asked.connect(self._turn)
        self.answers.opened.connect(self._turn)

    def begin(self, rule: RoutingRule, questions: Sequence[RuleQuestion]) -> None:
        """Offer these questions, with what the rule says so far."""
        known = (question_of(rule, questions),) if rule.question else ()
        self._questions = tuple({one.id: one for one in (*questions, *known)}.values())
        self.question.offer([(one.id, one.label) for one in self._questions])
        self.question.choose(rule.question)
        self._show(frozenset(rule.values))

    def put_into(self, rule: RoutingRule) -> RoutingRule:
        """The rule by the question and the answers that are chosen here."""
        values = tuple(value for value, _words in self.model.rows if value in self._ticked)
        return replace(rule, question=self.question.key, values=values)

    def _show(self, ticked: frozenset[str]) -> None:
        self._ticked = set(ticked)
        chosen = (one for one in self._questions if one.id == self.question.key)
        rows = next((one.answers for one in chosen), ())
        self.model.set_rows(rows)
        self.answers.setFixedHeight(look().px(_ROW) * min(max(len(rows), 1), _MOST_ROWS) + 2)
        self.answers.choose(0)

    def _turn(self, row: int) -> None:
        self._ticked ^= {self.model.rows[row][0]}
        self.model.repaint_rows()

    def _cell(self, answer: _Answer, column: int) -> Cell:
        value, words = answer
        return Cell(tick=value in self._ticked) if column == 0 else Cell(text=words)
