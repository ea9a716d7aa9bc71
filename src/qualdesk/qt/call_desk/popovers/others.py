"""The smaller questions of the desk: a reason, a line, a date, who else, more outcomes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.popovers.asking import Asking, labelled
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.option import Option, OptionGroup

Scope = Literal["person", "number", "company", "house"]
How = Literal["now", "queue", "note"]
_SCOPES: Final[dict[str, Scope]] = {"1": "person", "2": "number", "3": "company", "4": "house"}
_OF_CLIENT: Final = tr_later("Takes effect at once, in every campaign of the client.")
_OF_ALL: Final = tr_later("Takes effect at once, in every campaign of every client.")
_HOWS: Final[dict[str, How]] = {"1": "now", "2": "queue", "3": "note"}
# The tenth is on the digit behind the nine; letters go on from there.
_MORE_WIDTH: Final = 640
_KEYS: Final = "1234567890ABCDEFGH"
_BESIDE: Final = (
    ("send_material", tr_later("Send material")),
    ("opt_in", tr_later("May we write to them?")),
    ("hand_over", tr_later("Talk with sales")),
    ("looked_up", tr_later("What you look up")),
)
ASKED_BY: Final = (
    tr_later("The person, on this call"),
    tr_later("Someone else at the company"),
    tr_later("In writing"),
)
_LATER: Final = (
    ("in 4 weeks", tr_later("In 4 weeks")),
    ("", tr_later("After the usual rest")),
    ("in 6 months", tr_later("In 6 months")),
)
"""Times to rest as they are read, and as they are shown."""


class LinePopOver(Asking):
    """One line to type: who answered and what they said, a new number, a note."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("A line"), icon="pencil-line", action=tr("Save"), width=440)
        self.line = Field(tr("A line"))
        self._needed = ""
        self.form.addWidget(self.line)

    def begin(self, title: str, placeholder: str, *, hint: str = "", needed: str = "") -> None:
        """Start with another question; ``needed`` says what to type where a line is required."""
        self.head(title, hint)
        self.line.clear()
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(placeholder)
        self._needed = needed
        self.complain("")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        return "" if self.text else self._needed


class ReasonPopOver(Asking):
    """A reason by its number, with room for a line, and a way to say who else it could be."""

    referral_pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("A reason"), icon="list-checks", action=tr("Save"), width=440)
        self._options = OptionGroup(tr("Reasons"))
        self.line = Field(tr("In a line"), tr("A line more, if it helps"))
        self.who_else = Field(tr("Who else should we talk to?"), tr("A name, if they gave one"))
        self._else = LinkButton(tr("With role and number"), "referral")
        self._asks_else = QWidget()
        self._reasons: tuple[str, ...] = ()
        self.form.addWidget(self._options)
        self.form.addWidget(self.line)
        self.form.addWidget(self._asks_else)
        column = QVBoxLayout(self._asks_else)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(
            PlainLabel(tr("Who else should we talk to?"), face="hint_medium", tone="text2")
        )
        column.addWidget(self.who_else)
        column.addWidget(self._else, 0, Qt.AlignmentFlag.AlignLeft)
        self._options.kept.connect(self.take)
        self._options.typed.connect(self._letter)
        self._else.clicked.connect(self.referral_pressed)

    def begin(self, title: str, reasons: Sequence[str], *, ask_else: bool = False) -> None:
        """Start with other reasons; ``ask_else`` offers the referral as well."""
        self.head(title)
        self._reasons = tuple(reasons)
        shown = [Option(key=str(n), title=tr(reason)) for n, reason in enumerate(reasons[:9], 1)]
        self._options.set_options(shown, columns=2)
        self.line.clear()
        self.who_else.clear()
        self._asks_else.setVisible(ask_else)
        self.complain("")

    @property
    def options(self) -> OptionGroup:
        """Where the cursor belongs."""
        return self._options

    @property
    def reason(self) -> str:
        """The reason chosen, with the line behind it; empty while none is."""
        key = self._options.choice()
        chosen = self._reasons[int(key) - 1] if key else ""
        line = self.line.text().strip()
        return ": ".join(part for part in (chosen, line) if part)

    @property
    def chosen(self) -> str:
        """The reason chosen by number alone."""
        key = self._options.choice()
        return self._reasons[int(key) - 1] if key else ""

    @override
    def problem(self) -> str:
        return "" if self.reason else tr("Choose a reason by its number.")

    def _letter(self, letter: str) -> None:
        self.line.setFocus()
        self.line.setText(letter)


class NurturePopOver(Asking):
    """Until when a lead rests, in words or by number, and on which track."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("Nurture"), icon="sprout", tone="call", action=tr("Set nurture"), width=440
        )
        self.until = Field(tr("Until when"), tr("in 3 months, 1 Sep"))
        self._read_back = PlainLabel(face="hint_strong", tone="ok", wrap=True)
        self._options = OptionGroup(tr("Suggested dates"))
        self.track = Field(tr("Track"), tr("Where they go until then"))
        self._now: datetime | None = None
        self._zone = "UTC"
        self._usual: date | None = None
        self._day: date | None = None
        self.form.addWidget(self.until)
        self.form.addWidget(self._read_back)
        self.form.addWidget(self._options)
        self.form.addLayout(labelled(tr("Track"), self.track, 48))
        self.until.textChanged.connect(self._changed)
        self._options.chosen.connect(self.until.setText)
        self._options.kept.connect(self.take)

    def begin(self, name: str, now: datetime, zone: str, usual: date, track: str) -> None:
        """Start for a lead, on their clock.

        ``usual`` is the day the outcome's key names; ``track`` is where the campaign sends
        such leads.
        """
        self._now, self._zone, self._usual = now, zone, usual
        self.head(
            tr("Nurture {name}", name=name), tr("They rest until then and come back by themselves.")
        )
        options = []
        for number, (words, title) in enumerate(_LATER, 1):
            day = day_words(self._read(words))
            options.append(Option(key=str(number), title=tr(title), trailing=day))
        self._options.set_options(options, columns=1)
        self.track.setText(track)
        self.complain("")
        self.until.setText("2")
        self.until.selectAll()

    @property
    def day(self) -> date | None:
        """The day they come back, None while nothing is understood."""
        return self._day

    @override
    def problem(self) -> str:
        return "" if self._day else tr("Say until when: in 3 months, 1 Sep. Or choose by number.")

    def _changed(self, text: str) -> None:
        said = text.strip()
        self.complain("")
        is_number = len(said) == 1 and said.isdigit() and 0 < int(said) <= len(_LATER)
        self._options.choose(said if is_number else "")
        try:
            self._day = self._read(_LATER[int(said) - 1][0] if is_number else said or "?")
        except TimeNotUnderstood as refusal:
            self._day = None
            self._read_back.setText(refusal.says if said else "")
            self._read_back.set_look(tone="bad")
            return
        self._read_back.setText(
            tr("Until {day} {year}", day=day_words(self._day), year=self._day.year)
        )
        self._read_back.set_look(tone="ok")

    def _read(self, words: str) -> date:
        """A day as it is said; nothing said is the usual one.

        Raises:
            TimeNotUnderstood: it means no day ahead.
        """
        from qualdesk.core.spoken_times import read_time

        if not words and self._usual is not None:
            return self._usual
        if self._now is None:
            raise TimeNotUnderstood
        return read_time(words, now=self._now, zone=self._zone).wall.date()


class ReferralPopOver(Asking):
    """Who else to talk to: name, role, number, and whether to call, to queue or to note them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Referral"), icon="user-plus", action=tr("Add referral"))
        self.name = Field(tr("Name of the referral"), tr("Jens Petersen"))
        self.role = Field(tr("Role"), tr("Plant director"))
        self.number = Field(tr("Number"), tr("if they gave one"))
        self._hows = OptionGroup(tr("What to do with the referral"))
        self.form.addLayout(labelled(tr("Name"), self.name, 56))
        self.form.addLayout(labelled(tr("Role"), self.role, 56))
        self.form.addLayout(labelled(tr("Number"), self.number, 56))
        self.form.addWidget(self._hows)
        self._hows.kept.connect(self.take)

    def begin(self, by: str, company: str) -> None:
        """Start for the lead who names somebody."""
        named = tr("Named by {name}. Both leads stay linked.", name=by)
        if company:
            named = tr(
                "Named by {name} at {company}. Both leads stay linked.", name=by, company=company
            )
        self.head(tr("Who else should we talk to?"), named)
        for field in (self.name, self.role, self.number):
            field.clear()
        options = [
            Option(key="1", title=tr("Call them next")),
            Option(key="2", title=tr("Add to the queue")),
            Option(key="3", title=tr("Only note it")),
        ]
        self._hows.set_options(options, columns=1)
        self._hows.choose("2")
        self.complain("")

    @property
    def how(self) -> How:
        """What is to happen with them."""
        return _HOWS.get(self._hows.choice(), "queue")

    @override
    def problem(self) -> str:
        return "" if self.name.text().strip() else tr("Type the name of the person.")


class DoNotCallPopOver(Asking):
    """Stop calling: this person, this number or the company; who asked for it. Acts at once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("Do not call"), icon="ban", tone="bad", action=tr("Stop calling")
        )
        self.action.set(tr("Stop calling"), icon="ban", keys="Return")
        self._scopes = OptionGroup(tr("What is not to be called"))
        self._options: list[Option] = []
        self.asked_by = Choice(tr("Asked by"), [tr(who) for who in ASKED_BY])
        self.form.addWidget(self._scopes)
        self.form.addLayout(labelled(tr("Asked by"), self.asked_by, 64))
        self._scopes.kept.connect(self.take)
        self._scopes.chosen.connect(lambda _key: self._say_reach())
        self._stop = ""

    def _say_reach(self) -> None:
        """In which campaigns it counts: of all clients for all calls from here."""
        self.head(self._stop, tr(_OF_ALL if self.scope == "house" else _OF_CLIENT))

    def begin(self, name: str, number: str, company: str, holds: str) -> None:
        """Start for a lead; ``holds`` says what the person's own entry covers."""
        self._stop = tr("Stop calling {name}", name=name)
        options = [Option(key="1", title=tr("This person, all numbers"), second=holds)]
        if number:
            options.append(Option(key="2", title=tr("This number only"), second=number))
        if company:
            options.append(Option(key="3", title=tr("The whole company"), second=company))
        self._options = options
        self._scopes.set_options(options, columns=1)
        self._scopes.choose("1")
        self._say_reach()
        self.asked_by.setCurrentIndex(0)
        self.complain("")

    def offer_house(self, is_of_several: bool) -> None:  # noqa: FBT001 - the answer as it comes
        """Where it is called for several clients, all of them can be meant at once."""
        if not is_of_several:
            return
        chosen = self._scopes.choice()
        house = Option(
            key="4",
            title=tr("All calls from here"),
            second=tr("This person is called for no client any more"),
        )
        self._scopes.set_options([*self._options, house], columns=1)
        self._scopes.choose(chosen)

    @property
    def options(self) -> OptionGroup:
        """Where the cursor belongs."""
        return self._scopes

    @property
    def scope(self) -> Scope:
        """What is not to be called any more."""
        return _SCOPES.get(self._scopes.choice(), "person")

    @property
    def who_asked(self) -> str:
        """Who asked for it, in the words it is kept in, whatever language they are shown in."""
        return ASKED_BY[self.asked_by.currentIndex()]


class MorePopOver(Asking):
    """The outcomes that are rare, by number, each with what it will do; and what stands beside."""

    beside_pressed = Signal(str)
    """What is done beside an outcome was chosen; the id of its command."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("More outcomes"), icon="list-checks", action=tr("Choose"), width=_MORE_WIDTH
        )
        self._options = OptionGroup(tr("More outcomes"))
        self._codes: tuple[str, ...] = ()
        self.form.addWidget(self._options)
        self.form.addLayout(self._made_beside())
        self._options.kept.connect(self.take)

    def begin(self, outcomes: Sequence[tuple[str, str, str]]) -> None:
        """Offer these: code, label, consequence."""
        self._codes = tuple(code for code, _label, _says in outcomes)
        shown = [
            Option(key=key, title=tr(label), second=says)
            for key, (_code, label, says) in zip(_KEYS, outcomes, strict=False)
        ]
        self._options.set_options(shown, columns=2)
        self.complain("")

    @property
    def options(self) -> OptionGroup:
        """Where the cursor belongs."""
        return self._options

    @property
    def code(self) -> str:
        """The code of the outcome chosen, empty while none is."""
        key = self._options.choice()
        return self._codes[_KEYS.index(key)] if key else ""

    @override
    def problem(self) -> str:
        return "" if self.code else tr("Choose an outcome by its number or letter.")

    def _made_beside(self) -> QGridLayout:
        """What is done beside an outcome, each with its key: the call goes on."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        title = PlainLabel(tr("Beside the outcome"), face="hint_medium", tone="text2")
        grid.addWidget(title, 0, 0, 1, 2)
        made = {command: LinkButton(tr(label), command) for command, label in _BESIDE}
        widest = max(button.sizeHint().width() for button in made.values())
        columns = 2 if 2 * widest + 24 <= look().px(_MORE_WIDTH - 40) else 1
        for place, (command, button) in enumerate(made.items()):
            button.clicked.connect(lambda _=False, command=command: self._beside(command))
            row, column = divmod(place, columns)
            grid.addWidget(button, 1 + row, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        return grid

    def _beside(self, command: str) -> None:
        self.close_over()
        self.beside_pressed.emit(command)
