"""A talk with sales: who takes it, the three lines to say to them, now or at an agreed time."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.call_desk.popovers.asking import Asking, labelled
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.rows import IconRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualdesk.desk.meetings import HandOver, SlotRead, Takes

_LENGTHS: Final = (15, 30, 45, 60)
_ICONS: Final = ("users", "message-square", "check-check")
_NOW: Final = tr_later("Hand over now")
_LATER: Final = tr_later("Book it")
_NOBODY: Final = tr_later("Nobody of sales is known here. Write their name.")


class SalesPopOver(Asking):
    """Hand over while they are on the line, or agree on a time (D8).

    No time typed means now. Whoever is on duty stands first.
    """

    text_typed = Signal(str)
    """A time, another salesperson or another length: the page has it read, and answers."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Talk with sales"),
            icon="phone-forwarded",
            tone="ok",
            action=tr(_NOW),
            width=520,
        )
        self._lines = tuple(IconRow(icon, face="body_medium") for icon in _ICONS)
        self._options = OptionGroup(tr("Who takes it"))
        self.other = Field(tr("Who of sales, by name"), tr("Somebody else, by name"))
        self.when = Field(tr("When"), tr("Now, or a time: thu 10:30, tomorrow 9"))
        self.minutes = Figures(
            tr("How long"), _LENGTHS, lambda n: tr_n(n, "{n} minute", "{n} minutes")
        )
        self.minutes.set_figure(30)
        self._read_back = PlainLabel(face="hint_strong", tone="text2", wrap=True)
        self._people: tuple[Takes, ...] = ()
        self._lacks = ""
        self._reading: SlotRead | None = None
        self._promised_now = ""
        self._is_waiting = False
        self._wants_to_take = False
        self._lay_out()
        self.when.textChanged.connect(self._changed)
        self.minutes.currentIndexChanged.connect(self._again)
        self.other.textChanged.connect(self._again)
        self._options.chosen.connect(self._again)
        self._options.kept.connect(self.take)
        self._options.typed.connect(self._letter)

    def begin(self, name: str, ready: "HandOver", *, keep: bool = False) -> None:
        """Start for a lead: what to say, and who could take it; ``keep`` what was typed."""
        chosen = self._options.choice() if keep and self._people == ready.people[:9] else ""
        self._people, self._lacks = ready.people[:9], ready.lacks
        self.head(tr("{name} and sales", name=name), tr("Say these three lines to them first."))
        for row, icon, line in zip(self._lines, _ICONS, ready.introduction.lines, strict=True):
            row.set(icon, line)
        self._promised_now = ready.introduction.promised
        self._options.set_options(_options(self._people), columns=1)
        self._options.setVisible(bool(self._people))
        on_duty = next((str(n) for n, one in enumerate(self._people, 1) if one.is_on_duty), "")
        self._options.choose(chosen or on_duty)
        if keep and self.when.text():
            self._again()
        else:
            self.when.clear()
            self._nothing_read()
        if not keep:
            self.other.clear()
        self.complain(self._lacks)

    @property
    def first(self) -> QWidget:
        """Where the cursor belongs."""
        return self._options if self._people else self.other

    @property
    def salesperson(self) -> str:
        """Who takes it: a name that was typed before one chosen by number."""
        key = self._options.choice()
        return self.other.text().strip() or (self._people[int(key) - 1].name if key else "")

    @property
    def reading(self) -> "SlotRead | None":
        """The time as it will be booked, None for now."""
        return self._reading

    def read(self, text: str, found: "SlotRead | None", refusal: str = "") -> None:
        """Answer to ``text_typed``: what the time means, or why it means nothing."""
        if text != self.when.text():
            return
        self._is_waiting = False
        self._reading = found
        self._say_promised(found.promised if found else self._promised_now)
        says = f"{found.says} {found.warning}".strip() if found else refusal
        self._read_back.setText(says)
        tone = "bad" if not found or not found.is_possible else "warn" if found.warning else "ok"
        self._read_back.set_look(tone=tone)
        if self._wants_to_take:
            self.take()

    @override
    def take(self) -> None:
        self._wants_to_take = self._is_waiting
        if not self._is_waiting:
            super().take()

    @override
    def problem(self) -> str:
        if self._lacks:
            return self._lacks
        if not self.salesperson:
            return tr("Who takes it? Choose by number.") if self._people else tr(_NOBODY)
        if self.when.text().strip():
            if self._reading is None:
                return self._read_back.text()
            return "" if self._reading.is_possible else self._reading.warning
        return ""

    def _lay_out(self) -> None:
        for row in self._lines:
            self.form.addWidget(row)
        self.form.addWidget(Rule())
        self.form.addWidget(self._options)
        self.form.addWidget(self.other)
        self.form.addLayout(labelled(tr("When"), self.when, 64))
        self.form.addLayout(labelled(tr("How long"), self.minutes, 64))
        self.form.addWidget(self._read_back)

    def _again(self) -> None:
        self.complain(self._lacks)
        if self.when.text().strip():
            self._is_waiting = True
            self.text_typed.emit(self.when.text())

    def _changed(self, text: str) -> None:
        self._wants_to_take = False
        self.complain(self._lacks)
        said = bool(text.strip())
        self.action.set(tr(_LATER) if said else tr(_NOW), icon="check", keys="Return")
        self._is_waiting = said
        if said:
            self._reading = None
            self.text_typed.emit(text)
        else:
            self._nothing_read()

    def _letter(self, letter: str) -> None:
        self.other.setFocus()
        self.other.setText(letter)

    def _nothing_read(self) -> None:
        self._reading, self._is_waiting, self._wants_to_take = None, False, False
        self.action.set(tr(_NOW), icon="check", keys="Return")
        self._say_promised(self._promised_now)
        self._read_back.setText(tr("Now, while they are on the line."))
        self._read_back.set_look(tone="text2")

    def _say_promised(self, line: str) -> None:
        """The third line follows the time: what is said to sales is what will be booked."""
        self._lines[-1].set(_ICONS[-1], line)


def _minutes(count: int) -> str:
    return tr_n(count, "{n} minute", "{n} minutes")


def _options(people: "Sequence[Takes]") -> list[Option]:
    return [
        Option(key=str(number), title=one.name, second=one.phone, trailing=one.says)
        for number, one in enumerate(people, 1)
    ]
