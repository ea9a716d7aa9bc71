"""What is asked beside an outcome: material, a yes to mails, and the time research takes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.research import TIMES, time_words
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.beside import Offered
from qualdesk.qt.call_desk.popovers.asking import Asking, labelled
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Quote
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.option import Option, OptionGroup

_NO_WORDS: Final = tr_later(
    "The campaign has no words for this question yet. Your supervisor writes them, under On the "
    "call."
)


class MaterialPopOver(Asking):
    """What they want to be sent, by number or in words, where to and by when (D7)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Send material"), icon="send", action=tr("Note it"), width=460)
        self._options = OptionGroup(tr("What they want"))
        self.other = Field(tr("What they want, in words"), tr("Something else, in words"))
        self.address = Field(tr("Where it goes"), tr("Their e-mail address"))
        self.day = Field(tr("By when"), tr("At once, or: thu, 1 Sep, in 2 weeks"))
        self._read_back = PlainLabel(face="hint_strong", tone="ok", wrap=True)
        self._now: datetime | None = None
        self._zone = "UTC"
        self._names: tuple[str, ...] = ()
        self.form.addWidget(self._options)
        self.form.addWidget(self.other)
        self.form.addLayout(labelled(tr("Send to"), self.address, 64))
        self.form.addLayout(labelled(tr("By"), self.day, 64))
        self.form.addWidget(self._read_back)
        self.day.textChanged.connect(self._read)
        self._options.kept.connect(self.take)
        self._options.typed.connect(self._letter)
        self._options.chosen.connect(lambda _key: self.complain(""))

    def begin(self, name: str, offered: Offered, now: datetime) -> None:
        """Start for a lead, with what the campaign offers and on their clock."""
        self._now, self._zone, self._names = now, offered.zone, offered.offers.materials
        self.head(
            tr("Send {name} material", name=name),
            tr("It is on the card and in the brief until it is sent."),
        )
        options = [Option(key=str(n), title=what) for n, what in enumerate(self._names, 1)]
        self._options.set_options(options, columns=2)
        self._options.setVisible(bool(options))
        for field in (self.other, self.day):
            field.clear()
        self.address.setText(next(iter(offered.addresses), ""))
        self.complain("")
        self._read("")

    @property
    def first(self) -> QWidget:
        """Where the cursor belongs."""
        return self._options if self._names else self.other

    @property
    def what(self) -> str:
        """What they want: words of their own before what was chosen by number."""
        key = self._options.choice()
        return self.other.text().strip() or (self._names[int(key) - 1] if key else "")

    @property
    def wanted_on(self) -> date | None:
        """The day it is wanted on; None for at once.

        Raises:
            TimeNotUnderstood: what was typed is no day ahead.
        """
        from qualdesk.core.spoken_times import read_time

        said = self.day.text().strip()
        if not said or self._now is None:
            return None
        return read_time(said, now=self._now, zone=self._zone).wall.date()

    @override
    def problem(self) -> str:
        if not self.what:
            return tr("What do they want? Choose it by its number, or write it.")
        if not self.address.text().strip():
            return tr("Where to? Write the e-mail address they give you.")
        try:
            _ = self.wanted_on
        except TimeNotUnderstood as refusal:
            return refusal.says
        return ""

    def _read(self, text: str) -> None:
        self.complain("")
        try:
            day = self.wanted_on
        except TimeNotUnderstood as refusal:
            self._read_back.setText(refusal.says)
            self._read_back.set_look(tone="bad")
        else:
            self._read_back.setText(
                tr("By {day} {year}", day=day_words(day), year=day.year) if day and text else ""
            )
            self._read_back.set_look(tone="ok")
        self._read_back.setVisible(bool(self._read_back.text()))

    def _letter(self, letter: str) -> None:
        self.other.setFocus()
        self.other.setText(letter)


class OptInPopOver(Asking):
    """The words of the question to read out, and the address a yes to it is for (D7)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("May we write to them?"), icon="mail", action=tr("They said yes")
        )
        self.words = PlainLabel(face="say", tone="say", wrap=True)
        self.address = Field(tr("Their e-mail address"), tr("The address they give you"))
        self.form.addWidget(self.words)
        self.form.addLayout(labelled(tr("Address"), self.address, 64))

    def begin(self, name: str, offered: Offered) -> None:
        """Start for a lead, with the campaign's words in the language of the call."""
        self._wording = offered.wording
        hint = tr("Read it as it stands: these words are kept with their yes.") * bool(
            offered.wording
        )
        self.head(tr("May we write to {name}?", name=name), hint)
        self.words.setText(offered.wording or tr(_NO_WORDS))
        self.words.set_look(face="say" if offered.wording else "body")
        self.address.setText(next(iter(offered.addresses), ""))
        self.action.setEnabled(bool(offered.wording))
        self.complain("")

    @override
    def problem(self) -> str:
        if not self._wording:
            return tr(_NO_WORDS)
        return "" if self.address.text().strip() else tr("Write the address they give you.")


class ResearchPopOver(Asking):
    """What is to be found out, and for how long the lead stays with the caller (D6)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("Research needed"), icon="search", action=tr("Keep it"), width=440
        )
        self.line = Field(tr("What is to be found out"), tr("The number of the plant in Hamburg"))
        self._options = OptionGroup(tr("For how long"))
        self.form.addWidget(self.line)
        self.form.addWidget(self._options)
        self._options.kept.connect(self.take)

    def begin(self, name: str) -> None:
        """Start for a lead."""
        self.head(
            tr("What is to be found out?"),
            tr("{name} stays with you until then, and is back in the queue by itself.", name=name),
        )
        self.line.clear()
        options = [Option(key=str(n), title=time_words(t)) for n, t in enumerate(TIMES, 1)]
        self._options.set_options(options, columns=2)
        self._options.choose("2")
        self.complain("")

    @property
    def time(self) -> timedelta:
        """For how long it is."""
        key = self._options.choice()
        return TIMES[int(key) - 1] if key else TIMES[1]

    @override
    def problem(self) -> str:
        return (
            ""
            if self.line.text().strip()
            else tr("Type a line, so that you know what to look for.")
        )


class FoundPopOver(Asking):
    """What the caller has time to look up, and what they found about one of them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("What you look up"), icon="search", action=tr("Call them next"), width=460
        )
        self._options = OptionGroup(tr("Leads you look something up about"))
        self.number = Field(tr("A number that was found"), tr("if you found one"))
        self.note = Field(tr("What else was found"), tr("what else, in a line"))
        self._about = Quote()
        self._says: tuple[str, ...] = ()
        self.form.addWidget(self._options)
        self.form.addWidget(self._about)
        self.form.addLayout(labelled(tr("Number"), self.number, 64))
        self.form.addLayout(labelled(tr("Note"), self.note, 64))
        self._options.kept.connect(self.take)
        self._options.chosen.connect(self._chosen)

    def begin(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Offer these: name and company, until when in words, what is to be found out."""
        hint = tr(
            "Found it? They come to you next. Otherwise they are back when their time is over."
        )
        self.head(tr("What you look up"), hint if rows else tr(_NOTHING_TO_LOOK_UP))
        self._says = tuple(says for _name, _until, says in rows)
        options = [
            Option(key=str(n), title=name, trailing=until)
            for n, (name, until, _says) in enumerate(rows[:9], 1)
        ]
        self._options.set_options(options, columns=1)
        self._options.setVisible(bool(options))
        for field in (self.number, self.note):
            field.clear()
            field.setVisible(bool(options))
        self.action.setEnabled(bool(options))
        self._options.choose("1" if options else "")
        self._chosen("1" if options else "")
        self.complain("")

    @property
    def options(self) -> OptionGroup:
        """Where the cursor belongs."""
        return self._options

    @property
    def which(self) -> int:
        """Which of the leads is meant, from 0; -1 for none."""
        key = self._options.choice()
        return int(key) - 1 if key else -1

    @override
    def problem(self) -> str:
        return "" if self.which >= 0 else tr("Choose a lead by its number.")

    def _chosen(self, key: str) -> None:
        self.complain("")
        self._about.set(self._says[int(key) - 1] if key else "")


_NOTHING_TO_LOOK_UP: Final = tr_later(
    "Nothing now. End a call with “Research needed” under Alt 0, and its lead stays with you for "
    "a while."
)
