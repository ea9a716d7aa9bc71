"""The words of a question as they are written: its name, the hint, what is read aloud."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core import words
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.script_edits import change_question
from qualdesk.core.sources import SourceType
from qualdesk.core.translations import QuestionWords
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.words_field import GrowingField
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.field_names import is_known, label_of
from qualdesk.qt.scripts.parts import Caption, ReadField, labelled
from qualdesk.qt.scripts.say_field import SayField
from qualdesk.qt.scripts.wording import put_words, words_in
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import IconButton
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import reveal

KINDS: Final = {
    QuestionKind.CHOICE: tr_later("One of several answers"),
    QuestionKind.CHOICES: tr_later("Several of the answers"),
    QuestionKind.YES_NO: tr_later("Yes or no"),
    QuestionKind.WORDS: tr_later("Their words"),
    QuestionKind.NUMBER: tr_later("A number"),
    QuestionKind.DATE: tr_later("A day"),
    QuestionKind.PERIOD: tr_later("A day, month, quarter or year"),
    QuestionKind.SLOT: tr_later("A time to call"),
    QuestionKind.PERSON: tr_later("A person"),
    QuestionKind.READ_ALOUD: tr_later("Read aloud only"),
}
EVERYBODY: Final = tr_later("For everybody")


class WordsPart(QWidget):
    """The upper half of the form."""

    field_wanted = Signal(object)
    """A field is to be put into the words of this ``SayField``."""
    copy_pressed = Signal()
    remove_pressed = Signal()
    named = Signal()
    """The question in short was written, and the cursor goes on."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._source = ""
        self.ask = ReadField(
            tr("The question in short"), tr("The question in short, as lists show it")
        )
        self.ask.setProperty("title", True)  # noqa: FBT003 - Qt's own signature
        self.copy = IconButton("copy", tr("Copy this question"), tone="text2")
        self.remove = IconButton("trash-2", tr("Remove this question"), tone="text2")
        self.kind = Choice(tr("Kind of answer"), [tr(says) for says in KINDS.values()])
        self.short = ReadField(tr("What it finds out"), tr("in a word: Date"))
        self.unit = ReadField(tr("Unit"), tr("packs an hour"))
        self.coach = GrowingField(tr("Tell the caller"), tr("A hint for the caller"), icon="")
        self.source = Choice(tr("Words for people from"))
        self.say = SayField(tr("Read aloud"), tr("What the caller says"))
        self.say.label = lambda field: label_of(field, writing.script)
        self.say.known = lambda field: is_known(field, writing.script)
        self.missing = PlainLabel(face="hint", tone="text2", wrap=True)
        self._lay_out()
        self._listen()

    def show_question(self, question: Question) -> None:
        """Show this question in the language that is written now."""
        writing = self._writing
        said = words_in(writing.script, writing.language, question.id)
        own = words_in(writing.script, writing.script.language, question.id)
        for field, text, hint in (
            (self.ask, said.ask, own.ask),
            (self.short, said.short, own.short),
            (self.unit, said.unit, own.unit),
        ):
            if field.text() != text:
                field.setText(text)
            if not writing.is_first_language and hint:
                field.setPlaceholderText(hint)
        if self.coach.toPlainText() != said.coach:
            self.coach.put(said.coach)
        self.kind.setCurrentIndex(list(KINDS).index(question.kind))
        self.kind.setEnabled(writing.is_first_language)
        reveal(self._unit, shown=question.kind is QuestionKind.NUMBER)
        self._show_sources(said)
        self._show_say(said, own)

    def take_cursor(self) -> None:
        """Put the keyboard where one begins to write."""
        self.ask.setFocus()
        self.ask.selectAll()

    def stop_at(self, key: str) -> QWidget | None:
        """The field of a key of the file: ``say``, ``ask``, ``say_for.webinar``."""
        if key.startswith("say_for."):
            self._source = key.removeprefix("say_for.")
            question = self._writing.question
            if question is not None:
                self.show_question(question)
            return self.say
        fields: dict[str, QWidget] = {
            "ask": self.ask,
            "say": self.say,
            "short": self.short,
            "unit": self.unit,
            "coach": self.coach,
            "kind": self.kind,
        }
        return fields.get(key)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(self.ask, 1)
        title.addWidget(self.kind)
        title.addWidget(self.copy)
        title.addWidget(self.remove)
        self._unit = QWidget()
        unit = labelled(Caption(tr("Unit")), self.unit)
        unit.setContentsMargins(0, 0, 0, 0)
        unit.addStretch(1)
        self._unit.setLayout(unit)
        told = QHBoxLayout()
        told.setSpacing(10)
        coach = labelled(
            Caption(tr("Tell the caller"), tr("never read aloud, shown in blue")), self.coach
        )
        coach.addStretch(1)
        short = labelled(Caption(tr("Finds out")), self.short)
        short.addStretch(1)
        told.addLayout(coach, 5)
        told.addLayout(short, 2)
        told.addWidget(self._unit, 2)
        for choice in (self.kind, self.source):
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._aloud = Caption(
            tr("Read aloud"), tr("type {{ to use what was said before"), self.source
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(title)
        column.addLayout(told)
        column.addLayout(labelled(self._aloud, self.say, self.missing))
        self.ask.setFont(look().font("page_title"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.ask.setFont(look().font("page_title"))

    def _listen(self) -> None:
        self.ask.textEdited.connect(lambda text: self._said("ask", ask=text))
        self.ask.editingFinished.connect(self.named)
        self.short.textEdited.connect(lambda text: self._said("short", short=text))
        self.unit.textEdited.connect(lambda text: self._said("unit", unit=text))
        self.coach.textChanged.connect(self._coached)
        self.say.said.connect(self._spoken)
        self.say.field_wanted.connect(lambda: self.field_wanted.emit(self.say))
        self.kind.activated.connect(self._chose_kind)
        self.source.activated.connect(self._chose_source)
        self.copy.clicked.connect(self.copy_pressed)
        self.remove.clicked.connect(self.remove_pressed)

    def _show_sources(self, said: QuestionWords) -> None:
        """For everybody, and for each source; a dot marks those with words of their own."""
        names = [tr(EVERYBODY)]
        for source in SourceType:
            mark = "• " if source.value in said.say_for else ""
            names.append(f"{mark}{source.label}")
        codes = ["", *(source.value for source in SourceType)]
        if names != [self.source.itemText(at) for at in range(self.source.count())]:
            self.source.set_values(names)
            self.source.updateGeometry()
        self.source.setCurrentIndex(codes.index(self._source) if self._source in codes else 0)

    def _show_say(self, said: QuestionWords, own: QuestionWords) -> None:
        text = said.say_for.get(self._source, "") if self._source else said.say
        hint = said.say or own.say if self._source else own.say
        self.say.setPlaceholderText(hint or tr("What the caller says"))
        self.say.put_text(text)
        used = words.fields_in(text)
        shown = (
            tr("If it is missing, the caller sees: “{words}”", words=words.read(text, {}))
            if used
            else ""
        )
        if self._source and not text:
            shown = tr("The words for everybody are read to them until something stands here.")
        self.missing.setText(shown)
        reveal(self.missing, shown=bool(shown))

    def _said(self, merge: str, **changed: object) -> None:
        writing = self._writing
        said = replace(
            words_in(writing.script, writing.language, writing.spot),
            **changed,  # type: ignore[arg-type]  # the fields named above
        )
        script = put_words(writing.script, writing.language, writing.spot, said)
        writing.put(script, merge=f"{writing.spot} {writing.language} {merge}")

    def _coached(self) -> None:
        if self.coach.hasFocus():
            self._said("coach", coach=self.coach.toPlainText())

    def _spoken(self) -> None:
        text = self.say.text()
        if not self._source:
            self._said("say", say=text)
            return
        writing = self._writing
        said = words_in(writing.script, writing.language, writing.spot)
        others = {source: told for source, told in said.say_for.items() if source != self._source}
        # Without words of their own they are read those for everybody.
        told = {**others, self._source: text} if text else others
        self._said(f"say_for {self._source}", say_for=told)

    def _chose_kind(self, at: int) -> None:
        question, kind = self._writing.question, list(KINDS)[at]
        if question is not None and question.kind is not kind:
            writing = self._writing
            changed = replace(question, kind=kind)
            writing.take(change_question(writing.script, changed, writing.definitions))

    def _chose_source(self, at: int) -> None:
        self._source = ["", *(source.value for source in SourceType)][at]
        question = self._writing.question
        if question is not None:
            self.show_question(question)
