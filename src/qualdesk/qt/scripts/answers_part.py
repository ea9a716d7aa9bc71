"""How a question is answered, and when it is asked: answers, switches, rules, side cases."""

import re
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.condition_words import condition_words
from qualdesk.core.conditions import All, Condition
from qualdesk.core.errors import Refused
from qualdesk.core.questions import Aside, Option, Question, QuestionKind
from qualdesk.core.script_edits import add_option, change_question, fresh_id, remove_option
from qualdesk.core.script_language_edits import with_aside_ids
from qualdesk.core.script_uses import option_uses
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel, plain_tooltip
from qualdesk.qt.scripts.answer_rows import AnswerRows
from qualdesk.qt.scripts.aside_rows import AsideRows
from qualdesk.qt.scripts.feeds import criteria_of, feeds_of
from qualdesk.qt.scripts.field_names import is_known, label_of
from qualdesk.qt.scripts.parts import Caption
from qualdesk.qt.scripts.wording import put_words, told, translated, with_question, words_in
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.switch import Switch

_WITH_OPTIONS: Final = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
_UNNAMED: Final = re.compile(r"answer_\d+")
_ALWAYS: Final = tr_later("Always asked.")


class AnswersPart(QWidget):
    """The answers of a question with the switches below them."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.rows = AnswerRows()
        self.add = LinkButton(tr("Add an answer"))
        self.own_words = Switch(tr("Also keep their own words"))
        self.may_not_know = Switch(tr("Allow “does not know”"))
        self._caption = Caption(tr("Answers"), tr("number keys 1 to 9, in this order"))
        self._feeds = PlainLabel(face="hint", tone="text2", wrap=True)
        self._lay_out()
        self.rows.edited.connect(self._edited)
        self.rows.added.connect(self._add)
        self.rows.removed.connect(self._remove)
        self.rows.revalued.connect(self._revalue)
        self.rows.named.connect(self._named)
        self.add.clicked.connect(self._add)
        self.own_words.toggled.connect(lambda is_on: self._switch(own_words=is_on))
        self.may_not_know.toggled.connect(lambda is_on: self._switch(may_not_know=is_on))

    def show_question(self, question: Question) -> None:
        """Show how this question is answered."""
        writing = self._writing
        first = writing.is_first_language
        by_options = question.kind in _WITH_OPTIONS
        options = question.options
        if not first:
            said = words_in(writing.script, writing.language, question.id)
            options = tuple(
                Option(value=option.value, label=said.options.get(option.value, ""))
                for option in options
            )
        self.rows.show_options(options, feeds_of(writing.definition, question) if first else ())
        reveal(self._caption, shown=by_options)
        reveal(self.rows, shown=by_options)
        reveal(self.add, shown=by_options and first and self.rows.can_add)
        for line in self.rows.lines:
            reveal(line.remove, shown=first)
            reveal(line.grip, shown=first)
        self._say_feeds(question, by_options=by_options)
        self._show_switch(self.own_words, is_on=question.own_words)
        self._show_switch(self.may_not_know, is_on=question.may_not_know)
        typed = question.kind in {QuestionKind.WORDS, QuestionKind.PERSON}
        reveal(self.own_words, shown=question.is_asked and not typed)
        reveal(self.may_not_know, shown=question.is_asked)

    def _say_feeds(self, question: Question, *, by_options: bool) -> None:
        definition = self._writing.definition
        names = [criterion.label for criterion in criteria_of(definition, question.id)]
        says = ""
        if definition is not None and question.is_asked:
            if names and not by_options:
                says = tr("Feeds: {criteria}.", criteria=", ".join(names))
            elif not names:
                says = tr("Feeds no criterion of “{definition}”.", definition=definition.name)
        self._feeds.setText(says)
        reveal(self._feeds, shown=bool(says))

    def _show_switch(self, switch: Switch, *, is_on: bool) -> None:
        switch.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        switch.setChecked(is_on)
        switch.setEnabled(self._writing.is_first_language)
        switch.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.add)
        below.addStretch(1)
        below.addWidget(self.own_words)
        below.addWidget(self.may_not_know)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (self._caption, self.rows, self._feeds):
            column.addWidget(part)
        column.addLayout(below)

    def _switch(self, **changed: bool) -> None:
        question = self._writing.question
        if question is not None:
            own = changed.get("own_words", question.own_words)
            unknown = changed.get("may_not_know", question.may_not_know)
            changes = replace(question, own_words=own, may_not_know=unknown)
            self._writing.put(with_question(self._writing.script, changes))

    def _edited(self, options: tuple[Option, ...], key: str) -> None:
        writing, question = self._writing, self._writing.question
        if question is None:
            return
        merge = f"{question.id} {writing.language} {key}" if key else ""
        if writing.is_first_language:
            changed = with_question(writing.script, replace(question, options=options))
        else:
            said = words_in(writing.script, writing.language, question.id)
            labels = {option.value: option.label for option in options if option.label}
            words = replace(said, options=labels)
            changed = put_words(writing.script, writing.language, question.id, words)
        writing.put(changed, merge=merge)

    def _add(self) -> None:
        writing, question = self._writing, self._writing.question
        if question is None or not writing.is_first_language:
            return
        try:
            writing.take(add_option(writing.script, question.id))
        except Refused:
            return  # nine are there: the button is gone, and Enter does nothing
        self.rows.take_cursor(len(question.options))

    def _remove(self, value: str) -> None:
        writing = self._writing
        if not writing.is_first_language:
            return  # one that is not translated yet is empty, and still the script's own
        writing.take(remove_option(writing.script, writing.spot, value, writing.definitions))

    def _named(self, place: int) -> None:
        """A new answer is kept under its own words, as long as nothing looks at it yet."""
        writing, question = self._writing, self._writing.question
        if question is None or not writing.is_first_language or place >= len(question.options):
            return
        option = question.options[place]
        if not _UNNAMED.fullmatch(option.value) or not option.label.strip():
            return
        if option_uses(writing.script, question.id, option.value, writing.definitions):
            return
        others = {each.value for each in question.options if each is not option}
        named = replace(option, value=fresh_id(option.label, others))
        options = tuple(named if each is option else each for each in question.options)
        writing.put(with_question(writing.script, replace(question, options=options)))

    def _revalue(self, before: str, after: str) -> None:
        """The answer means what the definition calls ``after`` from now on."""
        writing, question = self._writing, self._writing.question
        if question is None:
            return
        taken = any(option.value == after for option in question.options)
        options = []
        for option in question.options:
            if option.value == before:
                options.append(replace(option, value=after))
            elif option.value == after and taken:
                # Two answers cannot stand for one value: they change places.
                options.append(replace(option, value=before))
            else:
                options.append(option)
        changed = replace(question, options=tuple(options))
        writing.take(change_question(writing.script, changed, writing.definitions))


class RulesPart(QWidget):
    """Ask this only when, in words; the rules are written in a card."""

    opened = Signal()
    """A rule was pressed: the card is wanted."""
    added = Signal()
    """One more rule is wanted."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.add = LinkButton(tr("Add a rule"))
        self.change = LinkButton(tr("Change"))
        self._always = PlainLabel(tr(_ALWAYS), face="body", tone="text2")
        self._line = chips = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        chips.setSpacing(6)
        self._chips: Pool[_ChipRow, str] = Pool(chips, _ChipRow, _ChipRow.show_rule)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._always)
        row.addWidget(self.change)
        row.addWidget(self.add)
        row.addStretch(1)
        chips.addLayout(row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Caption(tr("Ask this only when")))
        column.addLayout(chips)
        self.add.clicked.connect(self.added)
        self.change.clicked.connect(self.opened)

    @property
    def says(self) -> tuple[str, ...]:
        """The rules as they are read here."""
        return tuple(row.chip.text() for row in self._chips.parts if not row.isHidden())

    def show_question(self, question: Question) -> None:
        """Show when this question is asked."""
        rule = question.ask_when
        parts: tuple[Condition, ...] = ()
        if rule is not None:
            parts = rule.parts if isinstance(rule, All) else (rule,)
        said = [condition_words(part, self._writing.script) for part in parts]
        said = [
            tr("and {condition}", condition=says) if place else says
            for place, says in enumerate(said)
        ]
        self._chips.show(said)
        reveal(self._always, shown=not said)
        first = self._writing.is_first_language
        reveal(self.change, shown=bool(said) and first)
        reveal(self.add, shown=first)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All in one line where they fit, else one below the other."""
        chips = [row.chip.sizeHint().width() for row in self._chips.parts if not row.isHidden()]
        links = self.change.sizeHint().width() + self.add.sizeHint().width()
        gaps = look().px(8) * (len(chips) + 4)
        fits = sum(chips) + links + gaps <= self.width()
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


class _ChipRow(QWidget):
    """One rule in a pill no wider than its words."""

    def __init__(self) -> None:
        super().__init__()
        self.chip = Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        row.addStretch(1)

    def show_rule(self, says: str) -> None:
        """Show another rule."""
        self.chip.set(says)
        plain_tooltip(self.chip, says)


class AsidesPart(QWidget):
    """Words beside a question: what to say if it is a bad time."""

    field_wanted = Signal(object)

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.rows = AsideRows(
            tr_later("Side case {number}"), tr_later("Remove side case {number}, {label}")
        )
        self.rows.label = lambda field: label_of(field, writing.script)
        self.rows.known = lambda field: is_known(field, writing.script)
        self.add = LinkButton(tr("Add a side case"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.caption = Caption(tr("Beside it"), tr("shown with this question"))
        column.addWidget(self.caption)
        column.addWidget(self.rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.rows.add)
        self.rows.edited.connect(self._edited)
        self.rows.field_wanted.connect(self.field_wanted)

    def show_question(self, question: Question) -> None:
        """Show the side cases of this question."""
        writing = self._writing
        first = writing.is_first_language
        asides = question.asides
        if not first:
            asides = translated(
                asides, words_in(writing.script, writing.language, question.id).asides
            )
        self.rows.show_asides(asides, question.asides, fixed=not first)
        reveal(self.caption, shown=bool(asides))
        reveal(self.add, shown=first)

    def _edited(self, asides: tuple[Aside, ...], key: str) -> None:
        writing, question = self._writing, self._writing.question
        if question is None:
            return
        if writing.is_first_language:
            script = with_question(writing.script, replace(question, asides=asides))
            script = with_aside_ids(script) if writing.script.translations else script
        else:
            said = words_in(writing.script, writing.language, question.id)
            words = replace(said, asides=told(asides))
            script = put_words(writing.script, writing.language, question.id, words)
        writing.put(script, merge=f"{question.id} {writing.language} {key}" if key else "")
