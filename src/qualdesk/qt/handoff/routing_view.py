"""Who gets what: the rules of a campaign in their order, how many leads a day, duty, accounts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_rules import (
    NO_ROUTING,
    Cap,
    Routing,
    RoutingRule,
    RuleKind,
    RuleQuestion,
)
from qualdesk.core.routing_words import free_id
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.handoff.caps_card import CapsCard
from qualdesk.qt.handoff.routing_rows import COLUMNS, cell_of
from qualdesk.qt.handoff.rule_card import RuleCard
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, TableOf
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.switch import Switch
from qualdesk.qt.widgets.table import PlainTable

ANY_NUMBER: Final = -1
_USUAL: Final = (ANY_NUMBER, 3, 5, 10, 20)
_ORDER: Final = tr_later(
    "Asked from top to bottom, after whom a supervisor chose and who owns the account. What no "
    "rule fits goes to whom the campaign names."
)


_EMPTY: Final = (
    tr_later("No rule yet"),
    tr_later(
        "Every lead goes to whom the campaign names. A rule gives those of a region to one person, "
        "or shares leads in turn."
    ),
)


class RoutingView(QWidget):
    """The rules as a table; what is changed counts from the next batch on."""

    changed = Signal(object)
    """The :class:`Routing` as it is wanted now."""
    accounts_pressed = Signal()
    """A list of accounts is to be loaded."""

    def __init__(self) -> None:
        super().__init__()
        self._routing = NO_ROUTING
        self._people: tuple[Receiving, ...] = ()
        self._questions: tuple[RuleQuestion, ...] = ()
        self._card: RuleCard | None = None
        self._caps: CapsCard | None = None
        self.model: TableOf[RoutingRule] = TableOf(COLUMNS, self._cell)
        self.table = PlainTable(tr("Rules on who gets leads"), row_height=46)
        self.table.show_rows_of(self.model)
        self.region = PushButton(tr("Rule by region"), icon="plus")
        self.answer = PushButton(tr("Rule by an answer"), icon="plus")
        self.turn = PushButton(tr("Share in turn"), icon="plus")
        self.up = PushButton(tr("Up"), icon="chevron-up")
        self.down = PushButton(tr("Down"), icon="chevron-down")
        self.remove = PushButton(tr("Take out"), icon="trash-2")
        self.per_day = Figures(tr("At most a day for each person"), _USUAL, _words)
        self.caps = PushButton(tr("Person by person"))
        self.duty = Switch(tr("Leads wait for their duty hours"))
        self.accounts = PushButton(tr("Load accounts"), icon="upload")
        self._empty = EmptyPlace(*map(tr, _EMPTY))
        self._says = PlainLabel(face="body", tone="warn", wrap=True)
        self._lay_out()
        self._listen()
        self.show_routing(NO_ROUTING, ())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(tr(_ORDER), face="body", tone="text2", wrap=True))
        column.addWidget(self._says)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        acts = QHBoxLayout()
        for each in (self.region, self.answer, self.turn, self.up, self.down, self.remove):
            acts.addWidget(each)
        acts.addStretch(1)
        column.addLayout(acts)
        rest = QHBoxLayout()
        rest.setSpacing(24)
        labelled(rest, tr("At most a day for each person"), self.per_day)
        rest.addWidget(self.caps, alignment=Qt.AlignmentFlag.AlignBottom)
        rest.addWidget(self.duty, alignment=Qt.AlignmentFlag.AlignBottom)
        rest.addStretch(1)
        rest.addWidget(self.accounts, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(rest)

    def _listen(self) -> None:
        self.table.opened.connect(self._edit)
        self.table.chosen.connect(lambda _row: self._look())
        self.region.clicked.connect(lambda: self._begin(RuleKind.REGION))
        self.answer.clicked.connect(lambda: self._begin(RuleKind.PRODUCT))
        self.caps.clicked.connect(self._open_caps)
        self.turn.clicked.connect(lambda: self._begin(RuleKind.TURN))
        self.up.clicked.connect(lambda: self.move_rule(-1))
        self.down.clicked.connect(lambda: self.move_rule(1))
        self.remove.clicked.connect(self.take_out)
        self.per_day.activated.connect(lambda _at: self._say_figures())
        self.duty.clicked.connect(lambda _on: self._say_figures())
        self.accounts.clicked.connect(self.accounts_pressed)

    def know_questions(self, questions: Sequence[RuleQuestion]) -> None:
        """These are the questions of the script whose answers a rule can go by."""
        self._questions = tuple(questions)
        self.answer.setEnabled(bool(questions))
        self.model.repaint_rows()

    def show_routing(self, routing: Routing, people: Sequence[Receiving]) -> None:
        """Show these rules, and offer these people; the cursor stays on its rule."""
        row = self.table.currentIndex().row()
        self._routing, self._people = routing, tuple(people)
        own = len(routing.caps)
        self.caps.set(
            tr_n(own, "{n} of their own", "{n} of their own") if own else tr("Person by person")
        )
        reveal(self.table, shown=bool(routing.rules))
        reveal(self._empty, shown=not routing.rules)
        if routing.rules != self.model.rows:
            self.model.set_rows(routing.rules)
            self.table.choose(min(max(row, 0), len(routing.rules) - 1))
        self.per_day.set_figure(ANY_NUMBER if routing.per_day is None else routing.per_day)
        self.duty.setChecked(routing.only_on_duty)
        self._look()

    def tell(self, says: str) -> None:
        """Say something above the table; nothing for an empty sentence."""
        self._says.setText(says)
        self._says.setVisible(bool(says))

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {
            "new": lambda: self._begin(RuleKind.REGION),
            "rule_up": lambda: self.move_rule(-1),
            "rule_down": lambda: self.move_rule(1),
        }

    def move_rule(self, step: int) -> None:
        """Move the rule the cursor is on up (-1) or down (1), as far as there is room."""
        row, rules = self.table.currentIndex().row(), list(self._routing.rules)
        to = row + step
        if 0 <= row < len(rules) and 0 <= to < len(rules):
            rules[row], rules[to] = rules[to], rules[row]
            self._say(replace(self._routing, rules=tuple(rules)), cursor=to)

    def take_out(self) -> None:
        """Take out the rule the cursor is on."""
        row, rules = self.table.currentIndex().row(), self._routing.rules
        if 0 <= row < len(rules):
            self._say(replace(self._routing, rules=(*rules[:row], *rules[row + 1 :])), cursor=row)

    def add_rule(self, rule: RoutingRule) -> None:
        """Open the card of a rule that is missing, filled in so far."""
        self._open(rule, is_new=True)

    def _begin(self, kind: RuleKind) -> None:
        self._open(RoutingRule(id=free_id(self._routing), kind=kind, name=""), is_new=True)

    def _edit(self, row: int) -> None:
        rule = self._routing.rules[row]
        if rule.kind is not RuleKind.ACCOUNT:
            self._open(rule, is_new=False)

    def _open(self, rule: RoutingRule, *, is_new: bool) -> None:
        if self._card is None:
            self._card = RuleCard(self.window())
            self._card.said.connect(self._keep)
        self._card.begin(rule, self._people, self._questions, is_new=is_new)
        self._card.open(self.region if is_new else self.table, self._card.name)

    def _keep(self, rule: RoutingRule) -> None:
        rules = list(self._routing.rules)
        there = [one.id for one in rules]
        if rule.id in there:
            at = there.index(rule.id)
            rules[at] = rule
        else:
            # Below a rule that fits every lead it would never be asked.
            turns = (n for n, one in enumerate(rules) if one.kind is RuleKind.TURN)
            at = next(turns, len(rules))
            rules.insert(at, rule)
        self._say(replace(self._routing, rules=tuple(rules)), cursor=at)

    def _open_caps(self) -> None:
        if self._caps is None:
            self._caps = CapsCard(self.window())
            self._caps.said.connect(self._keep_caps)
        self._caps.begin(self._routing, self._people)
        self._caps.open(self.caps, self._caps.first())

    def _keep_caps(self, caps: tuple[Cap, ...]) -> None:
        said = replace(self._routing, caps=caps)
        if said != self._routing:
            self._say(said, cursor=self.table.currentIndex().row())

    def _cell(self, rule: RoutingRule, column: int) -> Cell:
        return cell_of(rule, column, self._questions)

    def _say_figures(self) -> None:
        per_day = None if self.per_day.figure == ANY_NUMBER else self.per_day.figure
        said = replace(self._routing, per_day=per_day, only_on_duty=self.duty.isChecked())
        if said != self._routing:
            self._say(said, cursor=self.table.currentIndex().row())

    def _say(self, routing: Routing, *, cursor: int) -> None:
        self.show_routing(routing, self._people)
        self.table.choose(min(cursor, len(routing.rules) - 1))
        self.changed.emit(routing)

    def _look(self) -> None:
        row, many = self.table.currentIndex().row(), len(self._routing.rules)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < many - 1)
        self.remove.setEnabled(0 <= row < many)


def _words(leads: int) -> str:
    if leads == ANY_NUMBER:
        return tr("Any number")
    return tr_n(leads, "{n} lead", "{n} leads")
