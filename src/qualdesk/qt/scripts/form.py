"""The middle of the editor: the form of what is edited, what is wrong there, the check line."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.agreement import CriterionAgreement
from qualdesk.core.conditions import Condition
from qualdesk.core.script_edits import change_question
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.scripts.answers_part import AnswersPart, AsidesPart, RulesPart
from qualdesk.qt.scripts.checking import Checked
from qualdesk.qt.scripts.facts_view import FactsView
from qualdesk.qt.scripts.field_card import FieldCard
from qualdesk.qt.scripts.frameworks_part import FrameworksPart
from qualdesk.qt.scripts.parts import Scrolled
from qualdesk.qt.scripts.parts_form import PartsForm
from qualdesk.qt.scripts.problem_places import Wrong
from qualdesk.qt.scripts.rule_card import RuleCard
from qualdesk.qt.scripts.say_field import SayField
from qualdesk.qt.scripts.words_part import WordsPart
from qualdesk.qt.scripts.writing import PARTS, Writing
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import PaintedButton, reveal
from qualdesk.qt.widgets.rows import IconRow

MAIN: Final = tr_later("Use from the next lead")


class Form(Card):
    """Everything about one question, or one other part of the script."""

    copy_pressed = Signal()
    remove_pressed = Signal()
    walk_pressed = Signal()
    """The next thing that is wrong is wanted."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._checked = Checked()
        self._agreement: tuple[CriterionAgreement, ...] = ()
        self._cards: tuple[FieldCard, RuleCard] | None = None
        self.words = WordsPart(writing)
        self.answers = AnswersPart(writing)
        self.rules = RulesPart(writing)
        self.frameworks = FrameworksPart(writing)
        self.asides = AsidesPart(writing)
        self.facts = FactsView()
        self.parts = PartsForm(writing)
        self.check = IconRow("circle-check", face="hint_medium")
        self.walk = PushButton(tr("Next"), keys="problem_next", kind="quiet")
        self.main = PushButton(tr(MAIN), kind="accent", icon="check", keys="primary")
        self._wrong = Banner("warn")
        self._scrolled = Scrolled()
        self._lay_out()
        self.setFocusProxy(self.words.ask)
        self._listen()

    def show_spot(self) -> None:
        """Show what is edited now, as it stands."""
        writing, question = self._writing, self._writing.question
        reveal(self._question, shown=question is not None)
        reveal(self.parts, shown=question is None)
        if question is not None:
            parts = (self.words, self.answers, self.rules, self.frameworks, self.asides)
            for part in parts:
                part.show_question(question)
            here = [one for one in self._agreement if one.question == question.id]
            self.facts.show_agreement(here)
            self.setFocusProxy(self.words.ask)
        elif writing.spot in PARTS:
            self.parts.show_part(writing.spot)
        self._show_wrong()

    def show_agreement(self, agreement: tuple[CriterionAgreement, ...]) -> None:
        """From now on say this of how alike two people judge the answers."""
        self._agreement = agreement
        self.show_spot()

    def show_checked(self, checked: Checked) -> None:
        """Say what was found when the script was looked over."""
        self._checked = checked
        count = len(checked.all)
        if count:
            named = tr_n(count, "{n} thing to mend.", "{n} things to mend.")
            text = f"{named} {checked.all[0].says}"
            self.check.set("triangle-alert", text, tone="warn")
        else:
            icon, tone = ("circle-check", "ok") if checked.is_fine else ("triangle-alert", "warn")
            self.check.set(icon, checked.says, tone=tone)
        reveal(self.walk, shown=bool(count))
        self._show_wrong()

    def take_cursor(self) -> None:
        """Put the keyboard where one begins to write."""
        self._scrolled.verticalScrollBar().setValue(0)
        if self._writing.question is not None:
            self.words.take_cursor()
        else:
            self.parts.take_cursor()

    def stop_at(self, wrong: Wrong) -> None:
        """Put the keyboard into the field something is wrong with."""
        stop = self._stop_of(wrong.key)
        if stop is None or not stop.isVisible() or not stop.isEnabled():
            self.take_cursor()
            return
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scrolled.ensureWidgetVisible(stop)

    def _stop_of(self, key: str) -> QWidget | None:
        if self._writing.question is None:
            return None
        head, _, rest = key.partition(".")
        if head == "options":
            lines = self.answers.rows.lines
            number = int(rest.partition(".")[0]) - 1 if rest.partition(".")[0].isdigit() else 0
            shown = number < len(lines) and lines[number].isVisible()
            return lines[number].words if shown else self.answers.add
        if head == "ask_when":
            return self.rules.change if self.rules.says else self.rules.add
        if head == "tags":
            return self.frameworks.change
        if head == "asides":
            return self.asides.rows.lines[0].say if self.asides.rows.lines else self.asides.add
        return self.words.stop_at(key)

    def _show_wrong(self) -> None:
        spot = self._writing.spot
        here = [wrong.says for wrong in self._checked.all if wrong.spot == spot]
        self._wrong.set("warn", "", "\n".join(here))
        reveal(self._wrong, shown=bool(here))

    def _lay_out(self) -> None:
        self._question = QWidget()
        inner = QVBoxLayout(self._question)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        middle: tuple[QWidget, ...] = (Rule(), self.rules, self.frameworks)
        below: tuple[QWidget, ...] = (Rule(), self.facts, Rule(), self.asides)
        for part in (self.words, self.answers, *middle, *below):
            inner.addWidget(part)
        column = self._scrolled.column
        column.addWidget(self._wrong)
        column.addWidget(self._question)
        column.addWidget(self.parts)
        column.addStretch(1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(17, 0, 15, 0)
        bottom.setSpacing(10)
        bottom.addWidget(self.check, 1, Qt.AlignmentFlag.AlignVCenter)
        bottom.addWidget(self.walk)
        bottom.addWidget(self.main)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 12)
        outer.setSpacing(10)
        around = QHBoxLayout()
        around.setContentsMargins(15, 0, 5, 0)
        column.setContentsMargins(2, 2, 12, 2)
        around.addWidget(self._scrolled)
        outer.addLayout(around, 1)
        outer.addWidget(Rule())
        outer.addLayout(bottom)

    def _listen(self) -> None:
        self.words.copy_pressed.connect(self.copy_pressed)
        self.words.remove_pressed.connect(self.remove_pressed)
        self.walk.clicked.connect(self.walk_pressed)
        self.rules.added.connect(lambda: self._open_rules(more=True))
        self.rules.opened.connect(lambda: self._open_rules(more=False))
        for part in (self.words, self.asides, self.parts):
            part.field_wanted.connect(self._open_fields)

    @property
    def cards(self) -> tuple[FieldCard, RuleCard]:
        """The card of fields and the card of rules."""
        return self._made_cards()

    def _made_cards(self) -> tuple[FieldCard, RuleCard]:
        """The cards over the page, made when they are first wanted, as children of the window."""
        if self._cards is None:
            rules = RuleCard(self.window())
            rules.edited.connect(self._ruled)
            self._cards = FieldCard(self.window()), rules
        return self._cards

    def _open_fields(self, field: SayField) -> None:
        question = self._writing.question
        card, _rules = self._made_cards()
        card.begin(field, self._writing.script, question.id if question else "")

    def _open_rules(self, *, more: bool) -> None:
        question = self._writing.question
        if question is None or not self._writing.is_first_language:
            return
        _fields, card = self._made_cards()
        card.begin(self._writing.script, question)
        anchor: PaintedButton = self.rules.add if more else self.rules.change
        if not card.can_begin:
            self._wrong.set("warn", "", tr("Nothing is asked before this question. Move it down."))
            reveal(self._wrong, shown=True)
            return
        card.open(anchor)
        if more:
            card.add_rule()

    def _ruled(self, condition: Condition | None) -> None:
        writing, question = self._writing, self._writing.question
        if question is None:
            return
        changed = replace(question, ask_when=condition)
        edited = change_question(writing.script, changed, writing.definitions)
        writing.take(edited, merge=f"{question.id} ask_when")
