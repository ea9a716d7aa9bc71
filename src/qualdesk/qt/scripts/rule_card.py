"""Ask only when: the card in which the rules of a question are written."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.condition_words import name_in
from qualdesk.core.conditions import AnswerValue
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.rule_tree import (
    Group,
    How,
    Part,
    Path,
    Single,
    Verb,
    condition_of,
    lines_of,
    tree_of,
    with_more,
    with_part,
)
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import IconButton, LinkButton
from qualdesk.qt.widgets.fields import Choice, Field, Tick
from qualdesk.qt.widgets.popover import PopOver

_INDENT: Final = 24
_BY_VALUE: Final = frozenset({Verb.MORE, Verb.NOT_MORE, Verb.LESS, Verb.NOT_LESS})
_WITHOUT: Final = frozenset({Verb.ANSWERED, Verb.NOT_ANSWERED})
_SEVERAL: Final = frozenset({Verb.ONE_OF, Verb.NONE_OF})
_ANY_KIND: Final = (Verb.ANSWERED, Verb.NOT_ANSWERED)
_CHOSEN: Final = (Verb.IS, Verb.IS_NOT, Verb.ONE_OF, Verb.NONE_OF, *_ANY_KIND)
_MEASURED: Final = (Verb.MORE, Verb.LESS, Verb.NOT_MORE, Verb.NOT_LESS, Verb.IS, *_ANY_KIND)
_VERBS: Final = {
    QuestionKind.CHOICE: _CHOSEN,
    QuestionKind.CHOICES: _CHOSEN,
    QuestionKind.YES_NO: (Verb.IS, Verb.IS_NOT, *_ANY_KIND),
    QuestionKind.NUMBER: _MEASURED,
    QuestionKind.DATE: _MEASURED,
    QuestionKind.PERIOD: _MEASURED,
}


class RuleCard(PopOver):
    """All rules of one question, each a line; every change counts at once."""

    edited = Signal(object)
    """The rule is another one now: a ``Condition``, or None for always."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Ask this only when"), 660)
        self._tree = Group()
        self._script = CallScript(id="none", name="", version=0, stages=())
        self._questions: tuple[Question, ...] = ()
        self._lines: dict[Path, QWidget] = {}
        self.body.addWidget(PlainLabel(tr("Ask this only when"), face="card_title"))
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        hint = tr("Only what is asked before can be looked at. Without an answer no rule holds.")
        self.body.addWidget(PlainLabel(hint, face="hint", tone="text2", wrap=True))

    def begin(self, script: CallScript, question: Question) -> None:
        """Write the rules of this question."""
        asked = []
        for each in script.questions:
            if each.id == question.id:
                break
            if each.is_asked:
                asked.append(each)
        self._script, self._questions = script, tuple(asked)
        self._tree = tree_of(question.ask_when)
        self._show()

    @property
    def can_begin(self) -> bool:
        """Whether anything is asked before that a rule could look at."""
        return bool(self._questions)

    def add_rule(self, path: Path = ()) -> None:
        """One more rule in a group, with the cursor in it."""
        if not self._questions:
            return
        group = dict(lines_of(self._tree))[path]
        place = len(group.parts) if isinstance(group, Group) else 0
        self._take(with_more(self._tree, path, _fresh(self._questions[-1])))
        self._stop_at((*path, place))

    def _add_group(self, path: Path) -> None:
        if self._questions:
            group = dict(lines_of(self._tree))[path]
            place = len(group.parts) if isinstance(group, Group) else 0
            inner = Group(how=How.ANY, parts=(_fresh(self._questions[-1]),))
            self._take(with_more(self._tree, path, inner))
            self._stop_at((*path, place, 0))

    def _take(self, tree: Group) -> None:
        self._tree = tree
        self._show()
        self.edited.emit(condition_of(tree))

    def _put(self, path: Path, part: Part | None, *, again: bool = True) -> None:
        """Another part there. ``again`` draws the card anew: not while its field is typed in."""
        tree = with_part(self._tree, path, part)
        if again:
            self._take(tree)
        else:
            self._tree = tree
            self.edited.emit(condition_of(tree))
        if part is None:
            self._stop_at(path[:-1])
        elif again:
            self._stop_at(path)

    def _stop_at(self, path: Path) -> None:
        line = self._lines.get(path)
        if line is not None and self.isVisible():
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {}
        for path, part in lines_of(self._tree):
            line = self._group_line(path, part) if isinstance(part, Group) else self._line(path)
            self._column.addWidget(line)
            self._lines[path] = line
            line.show()
        if self.isVisible():
            self.place()

    def _group_line(self, path: Path, group: Group) -> QWidget:
        line, row = _row(len(path))
        how = Choice(tr("How the rules hold together"))
        how.set_values([each.label for each in How], group.how.label)
        rule, inner = LinkButton(tr("Add a rule")), LinkButton(tr("Add a group"))
        row.addWidget(how, 1)
        row.addWidget(rule)
        row.addWidget(inner)
        how.activated.connect(
            lambda at: self._put(path, replace(self._group(path), how=tuple(How)[at]))
        )
        rule.clicked.connect(partial(self.add_rule, path))
        inner.clicked.connect(partial(self._add_group, path))
        if path:
            row.addWidget(self._remover(path, tr("Remove this group")))
        line.setFocusProxy(how)
        return line

    def _group(self, path: Path) -> Group:
        part = dict(lines_of(self._tree))[path]
        assert isinstance(part, Group)
        return part

    def _line(self, path: Path) -> QWidget:
        single = dict(lines_of(self._tree))[path]
        assert isinstance(single, Single)
        line = RuleLine(self._script, self._questions, single, len(path))
        line.changed.connect(lambda changed: self._put(path, changed, again=False))
        line.remade.connect(partial(self._remade, path, line))
        line.row.addWidget(
            self._remover(path, tr("Remove the rule on {question}", question=line.about))
        )
        return line

    def _remade(self, path: Path, line: "RuleLine", single: Single) -> None:
        """Its fields are others now; the cursor stays where the list was chosen from."""
        at_verb = line.verb.hasFocus()
        self._put(path, single)
        again = self._lines[path]
        if at_verb and isinstance(again, RuleLine):
            again.verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remover(self, path: Path, name: str) -> IconButton:
        remove = IconButton("x", name)
        remove.clicked.connect(lambda: self._put(path, None))
        return remove


class RuleLine(QWidget):
    """One comparison: the question, how, and with what."""

    changed = Signal(object)
    """The comparison is another one now."""
    remade = Signal(object)
    """It is another one, and its fields have to be others, too."""

    def __init__(
        self, script: CallScript, questions: Sequence[Question], single: Single, depth: int
    ) -> None:
        super().__init__()
        known: dict[str, Question] = {question.id: question for question in questions}
        asked = known.get(single.question) or script.question(single.question)
        self._single, self._question = single, asked
        self.about = name_in(script, single.question)
        self._ids = list(dict.fromkeys([*known, single.question]))
        self._names = [name_in(script, question) for question in self._ids]
        usual = _VERBS.get(asked.kind, _ANY_KIND) if asked is not None else _ANY_KIND
        self._verbs = list(dict.fromkeys([*usual, single.verb]))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(_INDENT) * depth, 0, 0, 0)
        column.setSpacing(4)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        column.addLayout(self.row)
        self.question = Choice(tr("Question"), self._names)
        self.question.setCurrentIndex(self._ids.index(single.question))
        self.verb = Choice(tr("Comparison"), [each.label for each in self._verbs])
        self.verb.setCurrentIndex(self._verbs.index(single.verb))
        self.row.addWidget(self.question, 4)
        self.row.addWidget(self.verb, 3)
        self._add_value(column)
        self.question.activated.connect(self._asked)
        self.verb.activated.connect(self._compared)
        self.setFocusProxy(self.question)

    def _add_value(self, column: QVBoxLayout) -> None:
        """The field, the list or the ticks in which the value is given."""
        single, question = self._single, self._question
        options = question.choices if question is not None else ()
        first = single.values[0] if single.values else ""
        if single.verb in _WITHOUT:
            return
        if single.verb in _SEVERAL and options:
            ticks = QHBoxLayout()
            ticks.setContentsMargins(look().px(8), 0, 0, 4)
            ticks.setSpacing(12)
            for option in options:
                tick = Tick(option.label or option.value)
                tick.setChecked(option.value in single.values)
                tick.toggled.connect(partial(self._ticked, option.value))
                ticks.addWidget(tick)
            ticks.addStretch(1)
            column.addLayout(ticks)
            return
        if options:
            values = [option.value for option in options]
            choice = Choice(tr("Answer"), [option.label or option.value for option in options])
            choice.setCurrentIndex(values.index(str(first)) if str(first) in values else -1)
            choice.activated.connect(lambda at: self._valued((values[at],)))
            self.row.addWidget(choice, 4)
            return
        field = Field(tr("Value"), "2026-09-30" if self._is_dated else "1000")
        field.setText(", ".join(str(value) for value in single.values))
        field.textEdited.connect(self._typed)
        self.row.addWidget(field, 4)

    @property
    def _is_dated(self) -> bool:
        kinds = {QuestionKind.DATE, QuestionKind.PERIOD}
        return self._question is not None and self._question.kind in kinds

    def _asked(self, at: int) -> None:
        if self._ids[at] != self._single.question:
            self.remade.emit(Single(question=self._ids[at]))

    def _compared(self, at: int) -> None:
        verb = self._verbs[at]
        values = self._single.values
        options = self._question.choices if self._question is not None else ()
        if verb not in _WITHOUT and not values and options:
            values = (options[0].value,)
        if verb not in _SEVERAL:
            values = values[:1]
        self.remade.emit(replace(self._single, verb=verb, values=values))

    def _valued(self, values: tuple[AnswerValue, ...]) -> None:
        self._single = replace(self._single, values=values)
        self.changed.emit(self._single)

    def _ticked(self, value: str, is_on: bool) -> None:  # noqa: FBT001 - a signal's value
        chosen = {*self._single.values, value} if is_on else {*self._single.values} - {value}
        options = self._question.choices if self._question is not None else ()
        kept = tuple(option.value for option in options if option.value in chosen)
        self._valued(kept)

    def _typed(self, text: str) -> None:
        parts = text.split(",") if self._single.verb in _SEVERAL else [text]
        is_number = self._question is not None and self._question.kind is QuestionKind.NUMBER
        values = tuple(_read(part.strip(), is_number=is_number) for part in parts if part.strip())
        self._valued(values)


def _fresh(question: Question) -> Single:
    """A rule to begin with: the first answer of a choice, else that there is an answer."""
    if question.choices:
        return Single(question=question.id, verb=Verb.IS, values=(question.choices[0].value,))
    return Single(question=question.id)


def _row(depth: int) -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(look().px(_INDENT) * depth, 0, 0, 0)
    row.setSpacing(10)
    return line, row


def _read(text: str, *, is_number: bool) -> AnswerValue:
    """A value as typed; what is no number stays as it is, and is said to be none."""
    if not is_number:
        return text
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return text
    return int(number) if number.is_integer() else number
