"""The card that adds a rule on who gets which leads, filled in from what a lead lacks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.country_names import country_name
from qualdesk.core.places import country_of
from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_checks import lacks_of
from qualdesk.core.routing_rules import RoutingRule, RuleKind, RuleQuestion
from qualdesk.core.routing_words import add_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.handoff.answer_ticks import AnswerTicks
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.table import PlainTable

_WIDTH: Final = 460
_ROW: Final = 46
_MOST_ROWS: Final = 5
_COLUMNS: Final = (
    Column(title="", width=40),
    Column(title=tr_later("Goes to"), width=200, stretch=True),
)


class RuleCard(PopOver):
    """A rule by region or answer, or for all others: its name, where it holds, its people."""

    said = Signal(object)
    """The :class:`RoutingRule` that was asked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("A rule on who gets leads"), _WIDTH)
        self._rule = RoutingRule(id="rule-1", kind=RuleKind.TURN, name="")
        self._ticked: set[str] = set()
        self._title = PlainLabel(face="card_title", wrap=True)
        self.name = Field(tr("Name of the rule"), tr("As it stands beside a lead"))
        self.countries = Field(tr("Countries"), tr("Austria, Germany"))
        self.postcodes = Field(tr("Postcodes that begin with"), tr("Left empty: all of them"))
        self.by_answer = AnswerTicks()
        self.model: TableOf[Receiving] = TableOf(_COLUMNS, self._cell)
        self.people = PlainTable(tr("Who gets these leads"), row_height=_ROW)
        self.people.horizontalHeader().hide()
        self.people.show_rows_of(self.model)
        self._says = PlainLabel(face="hint", tone="warn", wrap=True)
        self.save = PushButton(tr("Add the rule"), kind="accent", icon="check")
        self._leave = PushButton(tr("Cancel"))
        self._lay_out()
        self.people.tick_asked.connect(self._turn)
        self.people.opened.connect(self._turn)
        self.save.clicked.connect(self._keep)
        for field in (self.name, self.countries, self.postcodes):
            field.returnPressed.connect(self._keep)
        self._leave.clicked.connect(self.close_over)

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        labelled(self.body, tr("Name of the rule"), self.name)
        self._where = QWidget()
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        labelled(where, tr("Countries"), self.countries, 1)
        labelled(where, tr("Postcodes that begin with"), self.postcodes, 1)
        self.body.addWidget(self._where)
        self.body.addWidget(self.by_answer)
        labelled(self.body, tr("Who gets these leads"), self.people)
        self.body.addWidget(self._says)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self.save)
        self.body.addLayout(buttons)

    def begin(
        self,
        rule: RoutingRule,
        people: Sequence[Receiving],
        questions: Sequence[RuleQuestion] = (),
        *,
        is_new: bool = True,
    ) -> None:
        """Offer this rule, as it is filled in so far, with everybody who can get leads."""
        self._rule, self._ticked = rule, set(rule.people)
        self._title.setText(add_words(rule) if is_new else tr("Change the rule"))
        self.save.set(tr("Add the rule") if is_new else tr("Keep the rule"), icon="check")
        self.name.setText(rule.name)
        self.countries.setText(", ".join(map(country_name, rule.countries)))
        self.postcodes.setText(", ".join(rule.postcodes))
        reveal(self._where, shown=rule.kind is RuleKind.REGION)
        reveal(self.by_answer, shown=rule.kind is RuleKind.PRODUCT)
        self.by_answer.begin(rule, questions)
        self.model.set_rows(people)
        self.people.setFixedHeight(look().px(_ROW) * min(max(len(people), 1), _MOST_ROWS) + 2)
        self.people.choose(0)
        self._tell("")

    @property
    def says(self) -> str:
        """What the rule still lacks, in a sentence; empty while nobody tried to add it."""
        return self._says.text()

    def written(self) -> RoutingRule:
        """The rule as it stands in the card."""
        people = tuple(one.name for one in self.model.rows if one.name in self._ticked)
        said = replace(self._rule, name=self.name.text().strip(), people=people)
        if said.kind is RuleKind.PRODUCT:
            return self.by_answer.put_into(said)
        if said.kind is not RuleKind.REGION:
            return said
        return replace(
            said,
            countries=tuple(country_of(one) for one in _parts(self.countries.text())),
            postcodes=_parts(self.postcodes.text()),
        )

    @property
    def _place(self) -> QWidget:
        """Where it is said which leads the rule is about."""
        return self.by_answer.question if self._rule.question else self.countries

    def _turn(self, row: int) -> None:
        self._ticked ^= {self.model.rows[row].name}
        self.model.repaint_rows()

    def _keep(self) -> None:
        unknown = [one for one in _parts(self.countries.text()) if not country_of(one)]
        if unknown and self._rule.kind is RuleKind.REGION:
            sentence = tr_later("There is no country “{country}”. Write two letters, such as AT.")
            self._tell(tr(sentence, country=unknown[0]), self.countries)
            return
        rule = self.written()
        lacks = lacks_of(rule)
        if lacks:
            self._tell(lacks, self.people if not rule.people else self._place)
            return
        self.close_over()
        self.said.emit(rule)

    def _tell(self, says: str, field: QWidget | None = None) -> None:
        self._says.setText(says)
        reveal(self._says, shown=bool(says))
        if field is not None:
            field.setFocus()

    def _cell(self, one: Receiving, column: int) -> Cell:
        if column == 0:
            return Cell(tick=one.name in self._ticked)
        return Cell(text=one.name, second=one.says, person=one.name, face="body_medium")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for each in re.split(r"[,;\n]", text) if (part := " ".join(each.split())))
