"""Call back: a time as they say it, read back on both clocks, or one of three by number."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.times import Promise, day_words, local_time
from qualdesk.core.wording import tr, tr_later, within
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.answer_bar import AnswerBar
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.option import Option, OptionGroup

NOT_SAID: Final = tr_later(
    "Say when: thu 10:30, tomorrow 9, in 2 hours. Or choose one by its number."
)
CHECKED: Final = tr_later("Held against the call window, calling hours, holidays and your shift.")
ANYONE: Final = tr_later("Anyone")
ME: Final = tr_later("Me; anyone after {minutes} minutes")
_SIDE_BY_SIDE: Final = 420
"""How wide both choices may be to stand in one row, in design pixels."""
REMIND: Final = {
    tr_later("5 minutes before"): timedelta(minutes=5),
    tr_later("15 minutes before"): timedelta(minutes=15),
    tr_later("Not before it is due"): None,
}


class Read(Protocol):
    """A time that was read: the promise, how it is said, and what to look out for."""

    @property
    def promise(self) -> Promise:
        """The wall time on their clock."""
        ...

    @property
    def says(self) -> str:
        """The time in words, on both clocks."""
        ...

    @property
    def warning(self) -> str:
        """What speaks against it, empty when nothing does."""
        ...

    @property
    def is_possible(self) -> bool:
        """Whether it can be promised at all."""
        ...

    @property
    def fits(self) -> str:
        """What it was held against where nothing speaks against it."""
        ...

    @property
    def note(self) -> str:
        """How an order of day and month was taken, empty where there is but one."""
        ...

    @property
    def because(self) -> str:
        """Why it is offered, empty where it is just free."""
        ...

    @property
    def colleagues(self) -> Sequence[str]:
        """Who is at work then and could keep it."""
        ...


class CallBackPopOver(Asking):
    """When to call again. A single digit chooses a suggestion; more is read as a time."""

    text_typed = Signal(str)
    """Something that may be a time was typed; the page has it read and answers by ``read``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Call back"),
            icon="calendar-clock",
            tone="call",
            action=tr("Set call back"),
            has_hint_beside=True,
        )
        self.when = Field(tr("When to call back"), tr("thu half past ten"))
        self.who = Choice(tr("Who calls"))
        self.when_to_remind = Choice(tr("Remind me"), [tr(when) for when in REMIND])
        self.bar = AnswerBar()
        self._read_back = PlainLabel(tr(NOT_SAID), face="hint_strong", tone="text2", wrap=True)
        self._order = PlainLabel(face="hint", tone="text2", wrap=True)
        self._options = OptionGroup(tr("Suggested times"))
        self._note = Banner("info")
        self._keeping = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._suggested: tuple[Read, ...] = ()
        self._reading: Read | None = None
        self._is_waiting = False
        self._wants_to_take = False
        self._our_zone = "UTC"
        self._keepers = (tr(ME, minutes=0), tr(ANYONE))
        self._today: date | None = None
        self.begun_for: object = None
        """Which call it was begun for: opened again for the same, it has what was typed."""
        self._lay_out()
        self.when.textChanged.connect(self._changed)
        self._options.chosen.connect(self._chosen)
        self._options.kept.connect(self.take)
        self._options.typed.connect(self._letter)

    def begin(
        self, place: str, beside: str, our_zone: str, grace: int, today: date | None = None
    ) -> None:
        """Start for a lead: the place of their clock, how it lies to ours.

        ``grace`` is after how many minutes anyone may keep a promise, ``today`` their day.
        """
        self._our_zone, self._today = our_zone, today
        self.when.clear()
        self._keepers = (tr(ME, minutes=grace), tr(ANYONE))
        self.who.set_values(self._keepers)
        self.when_to_remind.setCurrentIndex(0)
        wide = self.who.sizeHint().width() + self.when_to_remind.sizeHint().width()
        directions = QBoxLayout.Direction
        side_by_side = wide <= look().px(_SIDE_BY_SIDE)
        self._keeping.setDirection(
            directions.LeftToRight if side_by_side else directions.TopToBottom
        )
        self.suggest(())
        self.show_hours(None)
        self.complain("")
        self._nothing_read()
        lies = within(beside[:1]) + beside[1:]
        says = tr("Times are in {place}, {beside}", place=place, beside=lies)
        self.head(tr("Call back"), says if place and beside else "")

    def suggest(self, times: Sequence[Read]) -> None:
        """Offer these times by number."""
        self._suggested = tuple(times)
        options = [
            Option(
                key=str(number),
                title=self._title_of(read.promise),
                second=read.because,
                trailing=_for_us(read.promise, self._our_zone),
            )
            for number, read in enumerate(self._suggested, 1)
        ]
        self._options.set_options(options, columns=1)
        self._options.setVisible(bool(options))
        if self.when.text():
            self._changed(self.when.text())

    def show_hours(self, hours: AnswerHours | None) -> None:
        """Show when people like this one pick up; nothing where no hour is better."""
        if hours is not None:
            self.bar.set_hours(hours)
        self.bar.setVisible(hours is not None and bool(hours.spans))

    def read(self, text: str, found: Read | None, refusal: str = "") -> None:
        """Answer to ``text_typed``: what the text means, or why it means nothing."""
        if text != self.when.text():
            return  # typed on since: that answer comes by itself
        self._is_waiting = False
        if found is None:
            self._nothing_read(refusal)
        else:
            self._show(found)
        if self._wants_to_take:
            self.take()

    @property
    def is_for_anyone(self) -> bool:
        """Whether anyone may call then, and not the caller first."""
        return self.who.currentIndex() == 1

    @property
    def for_whom(self) -> str:
        """The colleague who calls then, empty where it is the caller or anyone."""
        names = self._reading.colleagues if self._reading is not None else ()
        at = self.who.currentIndex() - len(self._keepers)
        return names[at] if 0 <= at < len(names) else ""

    @property
    def remind(self) -> timedelta | None:
        """How long before it the caller wants to hear of it; nobody's promise reminds nobody."""
        # By its place: what it says may be in another language.
        chosen = tuple(REMIND.values())[self.when_to_remind.currentIndex()]
        return chosen if self.who.currentIndex() == 0 else None

    @property
    def reading(self) -> Read | None:
        """The time as it will be set, None while nothing is understood."""
        return self._reading

    @property
    def says(self) -> str:
        """The line that reads the time back."""
        return self._read_back.text()

    def take(self) -> None:
        """Set the call back; while a text is still being read, as soon as that is done."""
        self._wants_to_take = self._is_waiting
        if not self._is_waiting:
            super().take()

    def problem(self) -> str:
        """Why there is no time to set yet."""
        if self._reading is not None:
            return "" if self._reading.is_possible else self._reading.warning
        return self._read_back.text() if self.when.text() else tr(NOT_SAID)

    def _changed(self, text: str) -> None:
        said = text.strip()
        self._wants_to_take = False
        self.complain("")
        if len(said) == 1 and said.isdigit() and 0 < int(said) <= len(self._suggested):
            self._is_waiting = False
            self._show(self._suggested[int(said) - 1])
            return
        self._options.choose("")
        self._is_waiting = bool(said)
        if said:
            self._reading = None
            self.text_typed.emit(text)
        else:
            self._nothing_read()

    def _chosen(self, key: str) -> None:
        if key:
            self.when.setText(key)

    def _letter(self, letter: str) -> None:
        self.when.setFocus()
        self.when.setText(letter)

    def _show(self, found: Read) -> None:
        wanted = self.who.currentText()
        self._reading = found
        values = [*self._keepers, *found.colleagues]
        self.who.set_values(values)
        self.who.setCurrentIndex(values.index(wanted) if wanted in values else 0)
        self._read_back.setText(tr("Read as {says}", says=found.says))
        tone: BannerTone = "warn" if found.is_possible else "bad"
        self._read_back.set_look(tone=tone if found.warning else "ok")
        self._order.setText(found.note)
        self._order.setVisible(bool(found.note))
        says = found.warning or found.fits or tr(CHECKED)
        self._note.set(tone if found.warning else "info", "", says)
        self.bar.mark(found.promise.wall)
        # One that was typed out may be among those offered.
        numbers = enumerate(self._suggested, 1)
        same = [str(number) for number, it in numbers if it.promise == found.promise]
        self._options.choose(next(iter(same), ""))

    def _nothing_read(self, refusal: str = "") -> None:
        self._reading = None
        self._read_back.setText(refusal or tr(NOT_SAID))
        self._read_back.set_look(tone="bad" if refusal else "text2")
        self._order.hide()
        # Never empty: the field would move under the caller's eyes when something is said here.
        self._note.set("info", "", tr(CHECKED))
        self.bar.mark(None)

    def _title_of(self, promise: Promise) -> str:
        day = promise.wall.date()
        shown = tr("Today") if day == self._today else day_words(day)
        return f"{shown}, {promise.wall:%H:%M}"

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._read_back)
        said.addWidget(self._order)
        self.form.addWidget(self.when)
        self.form.addLayout(said)
        self.form.addWidget(self._options)
        self.form.addWidget(self.bar)
        self._keeping.setSpacing(10)
        labelled(self._keeping, tr("Who calls"), self.who, 1)
        labelled(self._keeping, tr("Remind me"), self.when_to_remind)
        self.form.addLayout(self._keeping)
        self.form.addWidget(self._note)


def _for_us(promise: Promise, our_zone: str) -> str:
    """The promise on the caller's own clock, empty when both clocks show the same."""
    here = local_time(promise.at, our_zone)
    if here.replace(tzinfo=None) == promise.wall:
        return ""
    day = "" if here.date() == promise.wall.date() else f"{day_words(here.date())}, "
    return tr("{time} for you", time=f"{day}{here:%H:%M}")
