"""The question being asked: a hint, the words to read, the answers by number, their words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Answer, Aside, Question, QuestionKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.aside_row import AsideRow
from qualdesk.qt.call_desk.words_field import WordsField
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark

DOES_NOT_KNOW: Final = "0"
_DRAFT_MS: Final = 700
_BY_NUMBER: Final = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.YES_NO})
_TALL: Final = frozenset({QuestionKind.WORDS})
# Typed as data, so what they said in their own words has a field of its own beside it.
_MEASURED: Final = frozenset(
    {QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.PERIOD, QuestionKind.SLOT}
)
_PLACEHOLDERS: Final = {
    QuestionKind.WORDS: tr_later("Type what they say, in their words"),
    QuestionKind.NUMBER: tr_later("A number, for instance 420"),
    QuestionKind.DATE: tr_later("A day, for instance 1 Oct or 2026-10-01"),
    QuestionKind.PERIOD: tr_later("A day, month, quarter or year, for instance Q3 2026"),
    QuestionKind.SLOT: tr_later("Days and hours, for instance Tue, Thu 9-11"),
    QuestionKind.PERSON: tr_later("Name and role"),
}


@frozen
class Asked:
    """A question as the card shows it, with everything filled in.

    Attributes:
        place: where it stands ("Fit, question 2 of 4"), empty for what is only read aloud.
        can_answer: whether a call is going on that an answer could belong to.
    """

    question: Question
    say: str
    place: str = ""
    asides: tuple[Aside, ...] = ()
    answer: Answer | None = None
    can_answer: bool = True


@frozen
class Given:
    """What was given to a question: a value as typed or chosen, and their words beside it."""

    value: AnswerValue = None
    words: str = ""
    does_not_know: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given at all."""
        return not (self.value or self.words or self.does_not_know)


class QuestionCard(Card):
    """One question large: it says what happened to it and knows nothing of the desk."""

    changed = Signal()
    """An answer was chosen or cleared by number; it can be saved at once."""
    drafted = Signal()
    """Their words changed a moment ago: what is typed so far can be saved."""
    kept = Signal()
    """Enter: keep the answer and go on."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__(bar=True)
        self._columns = columns
        self._asked: Asked | None = None
        self._not_known = False
        self._coach = PlainLabel(face="body_medium", tone="coach", wrap=True)
        self._mark = IconMark("message-square", "coach")
        self._place = PlainLabel(face="hint_medium", tone="text2")
        self._say = PlainLabel(face="say", tone="say", wrap=True)
        self.options = OptionGroup(tr("Answers"))
        self.words = WordsField(tr("In their words"))
        self._words_label = PlainLabel(tr("In their words"), face="hint_medium", tone="text2")
        self.beside = WordsField(tr("In their words, beside the answer"))
        self._beside_label = PlainLabel(tr("In their words"), face="hint_medium", tone="text2")
        self._unknown = LinkButton(tr("Does not know"))
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(_DRAFT_MS)
        self._lay_out()
        self._connect()

    def set_wide(self, *, wide: bool) -> None:
        """Read aloud larger where there is room for it."""
        self._say.set_look(face="say_wide" if wide else "say")

    def ask(self, asked: Asked) -> None:
        """Show another question, with the answer it has. What was typed before is dropped."""
        self._asked = asked
        self._not_known = bool(asked.answer and asked.answer.does_not_know)
        question = asked.question
        self._coach.setText(question.coach)
        self._mark.setVisible(bool(question.coach))
        self._place.setText(asked.place)
        self._say.setText(tr("“{words}”", words=asked.say) if asked.say else "")
        # What is only read aloud has nothing to answer in: the card itself takes Enter.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.NoFocus if question.is_asked else policy.StrongFocus)
        name_aloud(self, tr("Read aloud: {say}", say=asked.say))
        self._asides.show(asked.asides)
        self._show_answer_area(asked)
        # Putting the words in is no typing: it must not be saved as if it were.
        self._draft.stop()

    def put_words(self, words: str, beside: str) -> None:
        """Put back what was being typed, as if it had just been."""
        self.words.put(words)
        self.beside.put(beside)

    def type_on(self, text: str) -> bool:
        """Type this into their words as if the cursor had been there; False without that field."""
        if self._asked is None or not self._asked.question.is_asked or self.words.isHidden():
            return False
        self._mark_known()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.insertPlainText(text)
        return True

    def say_again(self, say: str) -> None:
        """Change the words to read in place: an earlier answer in them has changed."""
        self._say.setText(tr("“{words}”", words=say) if say else "")

    def take_focus(self) -> None:
        """Put the cursor where this question is answered."""
        if self._asked is None:
            return
        if not self._asked.question.is_asked:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target = self.options if self.is_by_number else self.words
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark_known()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._keep()
            return
        super().keyPressEvent(event)

    @property
    def is_by_number(self) -> bool:
        """Whether the question is answered by choosing."""
        return self._asked is not None and self._asked.question.kind in _BY_NUMBER

    @property
    def is_typing_beside(self) -> bool:
        """Whether the cursor is in their words beside a number or a time."""
        return self.beside.hasFocus()

    @property
    def is_typing(self) -> bool:
        """Whether the cursor is in a field of the answer."""
        return self.words.hasFocus() or self.beside.hasFocus()

    @property
    def is_drafting(self) -> bool:
        """Whether words were typed that nobody was told of yet."""
        return self._draft.isActive()

    @property
    def say(self) -> str:
        """The words to read aloud as they stand."""
        return self._say.text()

    def given(self) -> Given:
        """What the answer is now, as chosen and typed."""
        if self._asked is None:
            return Given()
        words = self.words.toPlainText().strip()
        if not self.is_by_number:
            return Given(
                value=words or None,
                words=self.beside.toPlainText().strip() if self._has_beside else "",
                does_not_know=self._not_known and not words,
            )
        keys = self.options.choices()
        if DOES_NOT_KNOW in keys:
            return Given(words=words, does_not_know=True)
        options = self._asked.question.choices
        values = tuple(options[int(key) - 1].value for key in keys)
        several = self._asked.question.kind is QuestionKind.CHOICES
        return Given(value=(values if several else values[0]) if values else None, words=words)

    def _show_answer_area(self, asked: Asked) -> None:
        question, answer = asked.question, asked.answer
        by_number = question.kind in _BY_NUMBER
        self.options.setVisible(by_number)
        has_words = question.is_asked and (question.own_words or not by_number)
        for part in (self.words, self._words_label):
            part.setVisible(has_words)
        for part in (self.beside, self._beside_label):
            part.setVisible(self._has_beside)
        # Behind the last field, so that Tab goes from the answer to their words first.
        self._rows[self._has_beside].addWidget(self._unknown)
        self._unknown.setVisible(question.is_asked and question.may_not_know and not by_number)
        self._words_label.setText(tr("In their words") if by_number else self._label_of(question))
        labels = (self._words_label, self._beside_label)
        width = max(label.sizeHint().width() for label in labels) if self._has_beside else 0
        for label in labels:
            label.setMinimumWidth(width)
        self.words.setAccessibleName(self._words_label.text())
        self.words.setPlaceholderText(tr(_PLACEHOLDERS.get(question.kind, "")))
        self.words.set_lines(2 if question.kind in _TALL else 1)
        if by_number:
            several = question.kind is QuestionKind.CHOICES
            self.options.set_options(_options(question), self._columns, several=several)
            name_aloud(
                self.options, tr("Answers to: {question}", question=question.ask or asked.say)
            )
            for key in _keys_of(question, answer):
                self.options.choose(key)
        self.words.put(_typed(question, answer, is_beside=self._has_beside))
        self.beside.put(answer.words if answer is not None and self._has_beside else "")
        for field in (self.options, self.words, self.beside, self._unknown):
            field.setEnabled(asked.can_answer)

    def _mark_known(self) -> None:
        """Select what the list says, while nobody touched it: Enter keeps it, typing replaces it.

        Behind it the next letter would be one more of theirs; what was said on a call is added to.
        """
        asked = self._asked
        if asked is None or asked.answer is None or asked.answer.confirmed:
            return
        known = _typed(asked.question, asked.answer, is_beside=self._has_beside)
        if known and self.words.toPlainText() == known:
            self.words.selectAll()

    @property
    def _has_beside(self) -> bool:
        question = self._asked.question if self._asked else None
        return question is not None and question.kind in _MEASURED and question.own_words

    @staticmethod
    def _label_of(question: Question) -> str:
        if question.kind is QuestionKind.NUMBER and question.unit:
            return question.unit.capitalize()
        kinds = {
            QuestionKind.DATE: tr("Day"),
            QuestionKind.PERIOD: tr("When"),
            QuestionKind.SLOT: tr("When"),
            QuestionKind.PERSON: tr("Who"),
            QuestionKind.NUMBER: tr("Number", about="figure"),
        }
        return kinds.get(question.kind, tr("In their words"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 12, 17, 15)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._coach, 1)
        head.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._say)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        self._asides: Pool[AsideRow, Aside] = Pool(beside, AsideRow, AsideRow.set)
        column.addLayout(beside)
        column.addWidget(self.options)
        self._rows = tuple(QHBoxLayout() for _ in range(2))
        fields = ((self._words_label, self.words), (self._beside_label, self.beside))
        for row, (label, field) in zip(self._rows, fields, strict=True):
            row.setSpacing(12)
            row.addWidget(label)
            row.addWidget(field, 1)
            column.addLayout(row)
        self._rows[0].addWidget(self._unknown)
        self.setTabOrder(self.words, self.beside)
        self.setTabOrder(self.beside, self._unknown)

    def _connect(self) -> None:
        self.options.chosen.connect(self._chosen)
        self.options.kept.connect(self._keep)
        self.options.typed.connect(self._typed_letter)
        self.words.kept.connect(self._keep)
        self.beside.kept.connect(self._keep)
        for field in (self.words, self.beside):
            field.textChanged.connect(self._words_changed)
        self._draft.timeout.connect(self.drafted)
        self._unknown.clicked.connect(self._does_not_know)

    def _chosen(self, key: str) -> None:
        if not key:
            self.words.put("")
        self._draft.stop()
        self.changed.emit()

    def _keep(self) -> None:
        self._draft.stop()
        self.kept.emit()

    def _typed_letter(self, letter: str) -> None:
        self.type_on(letter)

    def _words_changed(self) -> None:
        # Not begun anew by each letter: who types without a pause is saved too.
        if self.is_typing and not self._draft.isActive():
            self._draft.start()

    def _does_not_know(self) -> None:
        self.words.put("")
        self.beside.put("")
        self._not_known = True
        self._keep()


def _options(question: Question) -> Sequence[Option]:
    numbered = [
        Option(key=str(number), title=option.label)
        for number, option in enumerate(question.choices[:9], 1)
    ]
    if not question.may_not_know:
        return numbered
    return [*numbered, Option(key=DOES_NOT_KNOW, title=tr("Does not know or will not say"))]


def _keys_of(question: Question, answer: Answer | None) -> list[str]:
    """The digits of the options an answer stands for."""
    if answer is None:
        return []
    if answer.does_not_know:
        return [DOES_NOT_KNOW]
    given = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    values = [option.value for option in question.choices]
    return [str(values.index(str(value)) + 1) for value in given if str(value) in values]


def _typed(question: Question, answer: Answer | None, *, is_beside: bool) -> str:
    """What stands in the field for an answer: their words, or what was typed as the value."""
    if answer is None:
        return ""
    if question.kind in _BY_NUMBER:
        return answer.words
    typed = question.label_of(answer.value).removesuffix(question.unit).strip()
    return typed or ("" if is_beside else answer.words)
