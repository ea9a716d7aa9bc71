"""What is written down of one person beside their hours: a row for each, shown as it is kept."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.errors import Refused
from qualdesk.core.languages import language_name
from qualdesk.core.members import ROLES, Away, Member
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal

NO_DAYS: Final = tr_later("“{days}” is no days. Write them like: 2026-04-01 to 2026-04-07 holiday.")


class PersonForm(Card):
    """The person the cursor is on. Each field counts when it is left or Enter is pressed."""

    role_chosen = Signal(str)
    clock_written = Signal(str)
    languages_written = Signal(list)
    calendar_chosen = Signal(str)
    absences_written = Signal(tuple)
    campaigns_written = Signal(list)
    email_written = Signal(str)
    phone_written = Signal(str)

    def __init__(self) -> None:
        super().__init__(ground="sunken")
        self.member: Member | None = None
        self._names: dict[int, str] = {}
        self._calendars: tuple[str, ...] = ("",)
        self.title = PlainLabel(face="body_strong")
        self.role = Choice(tr("Role", about="in the team"), [tr(says) for says in ROLES.values()])
        self.clock = Field(tr("Clock"), "Europe/Berlin")
        self.languages = Field(tr("Languages"), tr("German, English"))
        self.calendar = Choice(tr("Public holidays of"))
        self.away = Field(tr("Days away"), tr("2026-04-01 to 2026-04-07 holiday; 2026-05-15"))
        self.campaigns = Field(tr("Campaigns"), tr("All of them"))
        self.email = Field(tr("E-mail"))
        self.phone = Field(tr("Phone"))
        self.hint = PlainLabel(face="hint", tone="warn", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.title)
        for some in (self._first_row(), self._second_row(), self._third_row()):
            column.addLayout(some)
        column.addWidget(self.hint)
        self._listen()
        self.say("")

    def offer(self, calendars: Sequence[str], campaigns: dict[int, str]) -> None:
        """The calendars there are, and the campaigns by their numbers."""
        self._calendars = ("", *calendars)
        self._names = dict(campaigns)
        self.calendar.set_values([each or tr("No country") for each in self._calendars])

    def show_member(self, one: Member) -> None:
        """Show what is kept; a field somebody types in is left alone."""
        is_same = self.member is not None and self.member.name == one.name
        self.member = one
        self.title.setText(one.name)
        self.role.setCurrentIndex(list(ROLES).index(one.role) if one.role in ROLES else 0)
        known = one.calendar in self._calendars
        self.calendar.setCurrentIndex(self._calendars.index(one.calendar) if known else 0)
        shown = {
            self.clock: one.zone,
            self.languages: ", ".join(language_name(tag) for tag in one.languages),
            self.away: "; ".join(map(_away_words, one.absences)),
            self.campaigns: "; ".join(self._names.get(each, str(each)) for each in one.campaigns),
            self.email: one.email,
            self.phone: one.phone,
        }
        for field, text in shown.items():
            if not (is_same and field.hasFocus() and field.isModified()):
                field.setText(text)

    def say(self, says: str) -> None:
        """Say why something is not taken; nothing takes the line away."""
        self.hint.setText(says)
        reveal(self.hint, shown=bool(says))

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        labelled(row, tr("Role", about="in the team"), self.role, 2)
        labelled(row, tr("Clock"), self.clock, 3)
        labelled(row, tr("Languages"), self.languages, 4)
        labelled(row, tr("Public holidays of"), self.calendar, 2)
        return row

    def _second_row(self) -> QHBoxLayout:
        return _side_by_side(
            (tr("Days away"), self.away), (tr("Campaigns they call for"), self.campaigns)
        )

    def _third_row(self) -> QHBoxLayout:
        """How they are reached: where mails to sales go, and what a caller dials to hand over."""
        return _side_by_side((tr("E-mail"), self.email), (tr("Phone"), self.phone))

    def _listen(self) -> None:
        self.role.activated.connect(lambda at: self.role_chosen.emit(list(ROLES)[at]))
        self.calendar.activated.connect(lambda at: self.calendar_chosen.emit(self._calendars[at]))
        self.clock.editingFinished.connect(self._clock_left)
        self.languages.editingFinished.connect(self._languages_left)
        self.campaigns.editingFinished.connect(self._campaigns_left)
        self.away.editingFinished.connect(self._away_left)
        for field, written in ((self.email, self.email_written), (self.phone, self.phone_written)):
            field.editingFinished.connect(partial(self._reached_left, field, written))

    def _clock_left(self) -> None:
        if self._told(self.clock):
            self.clock_written.emit(self.clock.text().strip())

    def _languages_left(self) -> None:
        if self._told(self.languages):
            self.languages_written.emit(_parts(self.languages.text(), ","))

    def _campaigns_left(self) -> None:
        if self._told(self.campaigns):
            self.campaigns_written.emit(_parts(self.campaigns.text(), ";"))

    def _reached_left(self, field: Field, written: SignalInstance) -> None:
        if self._told(field):
            written.emit(field.text().strip())

    def _told(self, field: Field) -> bool:
        """Whether something was typed there since it was last taken."""
        was = field.isModified()
        field.setModified(False)
        return was

    def _away_left(self) -> None:
        if not self._told(self.away):
            return
        try:
            found = tuple(_read_away(each) for each in _parts(self.away.text(), ";"))
        except Refused as error:
            self.say(error.says)
            return
        self.absences_written.emit(found)


def _side_by_side(*fields: tuple[str, Field]) -> QHBoxLayout:
    """A row of fields as wide as each other, each under its label."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for label, field in fields:
        labelled(row, label, field, 1)
    return row


def _parts(text: str, mark: str) -> list[str]:
    return [each.strip() for each in text.split(mark) if each.strip()]


def _away_words(one: Away) -> str:
    days = one.first.isoformat()
    if one.last != one.first:
        days = tr("{first} to {last}", first=days, last=one.last.isoformat())
    return f"{days} {one.because}".strip()


def _read_away(text: str) -> Away:
    first, *rest = text.replace("..", " ").split()
    more = [each for each in rest[:2] if each[:1].isdigit()]
    try:
        last = date.fromisoformat(more[0] if more else first)
        begins = date.fromisoformat(first)
    except ValueError:
        raise Refused(tr(NO_DAYS, days=text[:40])) from None
    words = rest[rest.index(more[0]) + 1 :] if more else rest
    return Away(first=begins, last=last, because=" ".join(words))
