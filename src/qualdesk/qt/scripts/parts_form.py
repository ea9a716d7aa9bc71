"""The other parts of a script as they are written: voicemail, objections, exits, languages."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.errors import Refused
from qualdesk.core.languages import language_name, language_tag, translation_of, untranslated
from qualdesk.core.questions import Aside
from qualdesk.core.script_language_edits import (
    add_language,
    remove_language,
    with_aside_ids,
)
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.aside_rows import AsideRows
from qualdesk.qt.scripts.field_names import is_known, label_of
from qualdesk.qt.scripts.parts import Caption, labelled
from qualdesk.qt.scripts.say_field import SayField
from qualdesk.qt.scripts.wording import (
    put_voicemail,
    told,
    translated,
    voicemail_in,
    with_translation,
)
from qualdesk.qt.scripts.writing import EXITS, NAME, OBJECTIONS, VOICEMAIL, Writing
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.buttons import IconButton, LinkButton, PushButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool

_ABOUT: Final = {
    VOICEMAIL: (
        tr_later("Voicemail"),
        tr_later("What is said after the tone. It stands at hand while it rings."),
    ),
    OBJECTIONS: (
        tr_later("Objections"),
        tr_later("At hand all through the call. {question_jump} finds them by their words."),
    ),
    EXITS: (tr_later("Closing exits"), tr_later("Polite ways out, at hand all through the call.")),
    NAME: (
        tr_later("Name and languages"),
        tr_later("One script, one order of questions; words in each language."),
    ),
}


class PartsForm(QWidget):
    """One of the parts at a time."""

    field_wanted = Signal(object)
    """A field is to be put into the words of this ``SayField``."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._title = PlainLabel(face="page_title")
        self._about = PlainLabel(face="hint", tone="text2", wrap=True)
        self.voicemail = SayField(tr("Words for a voicemail"), tr("Nothing is left on a voicemail"))
        self.cases = AsideRows(tr_later("Case {number}"), tr_later("Remove case {number}, {label}"))
        self.add = LinkButton(tr("Add one"))
        self.languages = LanguagesForm(writing)
        for each in (self.voicemail, self.cases):
            each.label = lambda field: label_of(field, writing.script)
            each.known = lambda field: is_known(field, writing.script)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self._about, self.voicemail, self.cases):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.languages)
        self.voicemail.said.connect(self._left)
        self.voicemail.field_wanted.connect(lambda: self.field_wanted.emit(self.voicemail))
        self.cases.edited.connect(self._edited)
        self.cases.field_wanted.connect(self.field_wanted)
        self.add.clicked.connect(self.cases.add)

    def show_part(self, part: str) -> None:
        """Show this part of the script."""
        writing, (title, about) = self._writing, _ABOUT[part]
        self._title.setText(tr(title))
        self._about.setText(with_keys(tr(about)))
        has_cases = part in {OBJECTIONS, EXITS}
        reveal(self.voicemail, shown=part == VOICEMAIL)
        reveal(self.cases, shown=has_cases)
        reveal(self.add, shown=has_cases and writing.is_first_language)
        reveal(self.languages, shown=part == NAME)
        if part == VOICEMAIL:
            hint = writing.script.voicemail or tr("Nothing is left on a voicemail")
            self.voicemail.setPlaceholderText(hint)
            self.voicemail.put_text(voicemail_in(writing.script, writing.language))
        if has_cases:
            own = _cases(writing.script, part)
            shown = own if writing.is_first_language else self._translated(part, own)
            self.cases.show_asides(shown, own, fixed=not writing.is_first_language)
        if part == NAME:
            self.languages.show_script()

    def take_cursor(self) -> None:
        """Put the keyboard where one begins to write."""
        stops = (self.voicemail, self.languages.name, self.add)
        for stop in stops:
            if stop.isVisible():
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _translated(self, part: str, own: tuple[Aside, ...]) -> tuple[Aside, ...]:
        translation = translation_of(self._writing.script, self._writing.language)
        if translation is None:
            return own
        words = translation.objections if part == OBJECTIONS else translation.exits
        return translated(own, words)

    def _left(self) -> None:
        writing = self._writing
        text = self.voicemail.text()
        script = put_voicemail(writing.script, writing.language, text)
        writing.put(script, merge=f"{writing.language} voicemail")

    def _edited(self, asides: tuple[Aside, ...], key: str) -> None:
        writing, part = self._writing, self._writing.spot
        translation = translation_of(writing.script, writing.language)
        script = writing.script
        if translation is not None:
            words = told(asides)
            script = with_translation(
                script,
                replace(translation, objections=words)
                if part == OBJECTIONS
                else replace(translation, exits=words),
            )
        elif part == OBJECTIONS:
            script = replace(script, objections=asides)
        elif part == EXITS:
            script = replace(script, exits=asides)
        script = with_aside_ids(script) if script.translations else script
        writing.put(script, merge=f"{writing.language} {part} {key}" if key else "")


class LanguagesForm(QWidget):
    """The name of the script, and the languages it can be read in."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.name = Field(tr("Name of the script"), tr("for instance Stand leads"))
        self.first = Field(tr("First language"), "en")
        self.more = Field(tr("Another language"), tr("for instance German or de"))
        self.add = PushButton(tr("Add this language"), icon="languages")
        self._refused = PlainLabel(face="hint", tone="bad", wrap=True)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self._rows: Pool[_LanguageRow, str] = Pool(rows, self._made_row, self._fill)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.more, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(labelled(Caption(tr("Name")), self.name))
        hint = tr("what is not translated is read in it")
        column.addLayout(labelled(Caption(tr("First language"), hint), self.first))
        column.addWidget(Caption(tr("Languages")))
        column.addLayout(rows)
        column.addLayout(line)
        column.addWidget(self._refused)
        self._refuse("")
        self.name.textEdited.connect(self._named)
        self.first.editingFinished.connect(self._spoken)
        self.add.clicked.connect(self._add)
        self.more.returnPressed.connect(self._add)

    def show_script(self) -> None:
        """Show the script that is written."""
        script = self._writing.script
        if self.name.text() != script.name:
            self.name.setText(script.name)
        if not self.first.hasFocus():
            self.first.setText(language_name(script.language))
        self._rows.show(script.languages)

    def _made_row(self) -> "_LanguageRow":
        row = _LanguageRow()
        row.write.clicked.connect(lambda: self._writing.write_in(row.language))
        row.remove.clicked.connect(lambda: self._remove(row.language))
        return row

    def _fill(self, row: "_LanguageRow", language: str) -> None:
        row.show_language(self._writing.script, language, at=self._writing.language)

    def _named(self, text: str) -> None:
        script = replace(self._writing.script, name=text)
        self._writing.put(script, merge="name")

    def _spoken(self) -> None:
        code = language_tag(self.first.text())
        script = self._writing.script
        if not code:
            self._refuse(
                tr(
                    "“{typed}” is no language known here. Write en, de or fr.",
                    typed=self.first.text(),
                )
            )
        elif code != script.language and code in script.languages:
            self._refuse(tr("The script has a translation into that language."))
        else:
            self._refuse("")
            self._writing.put(replace(script, language=code))

    def _add(self) -> None:
        code = language_tag(self.more.text())
        if not code:
            self._refuse(
                tr(
                    "“{typed}” is no language known here. Write de or de-AT.",
                    typed=self.more.text(),
                )
            )
            return
        try:
            added = add_language(self._writing.script, code)
        except Refused as refusal:
            self._refuse(refusal.says)
            return
        self._refuse("")
        self.more.clear()
        self._writing.put(added)
        self._writing.write_in(code)

    def _remove(self, language: str) -> None:
        try:
            left = remove_language(self._writing.script, language)
        except Refused as refusal:
            self._refuse(refusal.says)
            return
        self._writing.put(left)

    def _refuse(self, says: str) -> None:
        self._refused.setText(says)
        reveal(self._refused, shown=bool(says))


class _LanguageRow(QWidget):
    """One language: how much of it is there, and a way to write in it."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self._name = PlainLabel(face="body_medium")
        self._left = PlainLabel(face="hint", tone="text2", elide=True)
        self.write = LinkButton(tr("Write in it"))
        self.remove = IconButton("trash-2", tr("Remove this language"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._name)
        row.addWidget(self._left, 1)
        row.addWidget(self.write)
        row.addWidget(self.remove)

    def show_language(self, script: CallScript, language: str, *, at: str) -> None:
        """Show this language; ``at`` is the one that is written now."""
        self.language = language
        name = language_name(language)
        self._name.setText(name)
        first = language == script.language
        count = len(untranslated(script, language))
        left = tr("everything is translated")
        if count:
            left = tr_n(count, "{n} place not translated yet", "{n} places not translated yet")
        self._left.setText(tr("first language") if first else left)
        here = language == at
        self.write.set(tr("Being written") if here else tr("Write in {language}", language=name))
        self.write.setEnabled(not here)
        self.remove.renamed(tr("Remove {language}", language=name))
        reveal(self.remove, shown=not first)


def _cases(script: CallScript, part: str) -> tuple[Aside, ...]:
    return script.objections if part == OBJECTIONS else script.exits
