"""The roster: who works here, when, and what else is known of each; with an undo for all of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.members import (
    Away,
    Member,
    Span,
    hours_words,
    read_spans,
    spans_words,
)
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.desk.leavers import Leaver
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.leaving import LeavingPart
from qualdesk.qt.settings.person_form import PersonForm
from qualdesk.qt.settings.rows import Place, Section
from qualdesk.qt.settings.week_table import ROW, WeekTable, hours_of
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal

_ABOUT: Final = tr_later(
    "Arrows move, digits write hours as 9:00-12:30 13:00-17:00, A says away, L has left, "
    "Ctrl+C and Ctrl+V carry a day, PgUp and PgDn turn the week. Hours count in every week."
)
_MOST_ROWS: Final = 9
_FIELD: Final = 360
_WEEK: Final = 7
Work = Callable[[Desk], object]


@frozen
class _Roster:
    """Everybody, and what can be chosen for them."""

    people: tuple[Member, ...]
    calendars: tuple[str, ...]
    campaigns: dict[int, str]


class PeopleSection(Section):
    """The week of everybody, and below it the person the cursor is on."""

    key = "people"
    title = tr_later("People")
    about = _ABOUT
    widest = 1560

    changed = Signal(object)
    """Something was written down: what that touched, as ``Changes``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._before: list[Work] = []
        self._here: tuple[Member, ...] = ()
        self.week = WeekTable()
        self.hours = Field(tr("Hours of the day"), "9:00-12:30 13:00-17:00")
        self.whose = PlainLabel(face="hint_medium", tone="text2")
        self.weekdays = PushButton(tr("The same Monday to Friday"), icon="copy", height=34)
        self.undo_button = PushButton(tr("Undo"), icon="undo-2", keys="Ctrl+Z", height=34)
        self.new = Field(tr("Somebody new"), tr("Name"))
        self.add = PushButton(tr("Add"), icon="user-plus", height=34)
        self.hint = PlainLabel(face="hint", tone="warn", wrap=True)
        self.said = PlainLabel(face="body_medium", tone="ok", wrap=True)
        self.form = PersonForm()
        self.leaving = LeavingPart()
        self.body.addWidget(self.week)
        self.body.addLayout(self._day_row())
        self.add_rows((self.hint, self.said, self.form, self.leaving))
        self.body.addLayout(self._new_row())
        for each in (self.hint, self.said, self.undo_button, self.form):
            reveal(each, shown=False)
        self.setFocusProxy(self.week)
        self._listen()

    @override
    def opened(self) -> None:
        there = local_time(self._place.clock.now(), self._place.zone).date()
        self.week.week.show_week(there - timedelta(days=there.weekday()))
        self._look()

    def undo(self) -> None:
        """Put back what was written down last."""
        if self._before:
            self._ask(self._before.pop())

    def close_form(self) -> bool:
        """Let everybody stay; False where nobody is about to leave."""
        is_open = not self.leaving.card.isHidden()
        if is_open:
            self._stay()
        return is_open

    def write_hours(self, text: str) -> None:
        """Let the day the cursor is on have these hours, as they were typed."""
        try:
            self._keep_days((self._day(),), read_spans(text))
        except Refused as error:
            self._say(error.says)
            return
        self.week.setFocus()

    def _day_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.hours.setMaximumWidth(look().px(_FIELD))
        row.addWidget(self.whose)
        row.addWidget(self.hours, 1)
        row.addWidget(self.weekdays)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        return row

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        labelled(row, tr("Somebody new"), self.new, 1)
        row.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch(2)
        return row

    def _listen(self) -> None:
        week = self.week
        week.moved.connect(self._show_at)
        week.typed.connect(self._type)
        week.pasted.connect(lambda spans: self._keep_days((self._day(),), spans))
        week.away_asked.connect(self._turn_away)
        week.turned.connect(
            lambda by: week.week.show_week(week.week.monday + timedelta(days=_WEEK * by))
        )
        week.week.headerDataChanged.connect(self._show_at)
        self.hours.returnPressed.connect(lambda: self.write_hours(self.hours.text()))
        self.weekdays.clicked.connect(self._to_weekdays)
        self.undo_button.clicked.connect(self.undo)
        self.add.clicked.connect(self._add)
        self.new.returnPressed.connect(self._add)
        self._listen_to_form()
        self._listen_to_leaving()

    def _listen_to_leaving(self) -> None:
        self.week.leaving_asked.connect(self._look_at_leaver)
        part = self.leaving
        part.asked.connect(self._look_at_leaver)
        part.card.left.connect(self._leave)
        part.card.removed.connect(self._remove)
        part.taken_on.connect(self._take_on)

    def _listen_to_form(self) -> None:
        form = self.form
        form.role_chosen.connect(
            lambda role: self._of_one(lambda desk, name: desk.people.set_details(name, role=role))
        )
        form.languages_written.connect(
            lambda said: self._of_one(
                lambda desk, name: desk.people.set_details(name, languages=said)
            )
        )
        form.email_written.connect(
            lambda said: self._of_one(lambda desk, name: desk.people.set_details(name, email=said))
        )
        form.phone_written.connect(
            lambda said: self._of_one(lambda desk, name: desk.people.set_details(name, phone=said))
        )
        form.clock_written.connect(
            lambda zone: self._of_one(lambda desk, name: desk.people.set_hours(name, zone=zone))
        )
        form.calendar_chosen.connect(
            lambda which: self._of_one(lambda desk, name: desk.people.set_calendar(name, which))
        )
        form.absences_written.connect(
            lambda days: self._of_one(lambda desk, name: desk.people.set_absences(name, days))
        )
        form.campaigns_written.connect(
            lambda some: self._of_one(lambda desk, name: desk.people.set_campaigns(name, some))
        )

    def _day(self) -> date:
        at = self.week.at
        return at[1] if at is not None else self.week.week.monday

    def _type(self, text: str) -> None:
        self.hours.setText(text)
        self.hours.setFocus()

    def _to_weekdays(self) -> None:
        at = self.week.at
        if at is not None:
            monday = self.week.week.monday
            days = tuple(monday + timedelta(days=one) for one in range(5))
            self._keep_days(days, hours_of(at[0]).get(at[1].weekday(), ()))

    def _keep_days(self, days: Iterable[date], spans: tuple[Span, ...]) -> None:
        at = self.week.at
        if at is None:
            return
        one = at[0]
        hours = {**hours_of(one), **{day.weekday(): spans for day in days}}
        zone = one.zone or self._place.zone
        if one.role == "sales":
            self._of_one(lambda desk, name: desk.people.set_hours(name, duty=hours, zone=zone))
        else:
            self._of_one(lambda desk, name: desk.people.set_hours(name, shifts=hours, zone=zone))

    def _turn_away(self) -> None:
        at = self.week.at
        if at is None:
            return
        one, day = at
        kept = tuple(part for each in one.absences for part in _without(each, day))
        days = kept if one.away_on(day) else (*kept, Away(first=day, last=day))
        self._of_one(lambda desk, name: desk.people.set_absences(name, days))

    def _add(self) -> None:
        name = " ".join(self.new.text().split())
        if name:
            self.new.clear()
            self._ask(lambda desk: desk.people.set_details(name, role="caller"))

    def _of_one(self, work: Callable[[Desk, str], object]) -> None:
        at = self.week.at
        if at is not None:
            one = at[0]
            self._ask(lambda desk: work(desk, one.name), lambda desk: _put_back(desk, one))

    def _ask(self, work: Work, back: Work | None = None) -> None:
        """Do it; ``back`` undoes it."""
        self._place.work.ask(
            lambda desk: (work(desk), _roster(desk)),
            lambda found: self._did(found, back),
            owner=self,
            refused=self._refused,
        )

    def _ask_long(self, work: Work, back: Work) -> None:
        """The same of what looks at many leads."""
        self._place.work.long(
            lambda desk, _progress: (work(desk), _roster(desk)),
            lambda found: self._did(found, back),
            owner=self,
            refused=self._refused,
        )

    def _did(self, found: tuple[object, _Roster], back: Work | None) -> None:
        if back is not None:
            self._before.append(back)
        self._say("")
        says = getattr(found[0], "says", "")
        self.said.setText(says)
        reveal(self.said, shown=bool(says))
        self._show(found[1])
        self.changed.emit(getattr(found[0], "changes", None))

    def _look_at_leaver(self) -> None:
        at = self.week.at
        if at is not None:
            name = at[0].name
            self._place.work.long(
                lambda desk, _progress: desk.leavers.look(name),
                self._show_leaver,
                owner=self,
                refused=self._refused,
            )

    def _show_leaver(self, found: Leaver) -> None:
        zone = found.member.zone or self._place.zone
        today = local_time(self._place.clock.now(), zone).date()
        # In the place of the form: both do not fit on a small screen, and one is meant.
        reveal(self.form, shown=False)
        self.leaving.show_leaver(found, today, self._here)

    def _leave(self, name: str, first: date, heir: str) -> None:
        self._stay()
        self._ask_long(
            lambda desk: desk.leavers.leave(name, first, heir),
            lambda desk: desk.leavers.take_back(name),
        )

    def _remove(self, name: str) -> None:
        was = next((one for one in self._here if one.name == name), Member(name=name))
        self._stay()
        self._ask_long(lambda desk: desk.leavers.remove(name), lambda desk: _put_back(desk, was))

    def _take_on(self, name: str) -> None:
        was = self.leaving.rows[name].first
        self._ask(
            lambda desk: desk.leavers.take_on(name), lambda desk: desk.leavers.leave(name, was)
        )

    def _stay(self) -> None:
        self.leaving.close_card()
        reveal(self.form, shown=True)
        self.week.setFocus()

    def _look(self) -> None:
        self._place.work.ask(_roster, self._show, owner=self, refused=self._refused)

    def _show(self, roster: _Roster) -> None:
        self.form.offer(roster.calendars, roster.campaigns)
        now = self._place.clock.now()
        self._here = tuple(one for one in roster.people if not one.has_left(now))
        self.leaving.show_people_gone([one for one in roster.people if one.left_on])
        self.week.show_people(self._here)
        rows = min(max(len(self._here), 1), _MOST_ROWS)
        self.week.setFixedHeight(look().px(ROW * rows + 40))
        reveal(self.undo_button, shown=bool(self._before))
        self._show_at()

    def _show_at(self) -> None:
        """Show the day and the person the cursor is on."""
        at = self.week.at
        if at is None or at[0].name != self.leaving.card.name:
            self.leaving.close_card()
        reveal(self.form, shown=at is not None and self.leaving.card.isHidden())
        for each in (self.hours, self.weekdays, self.leaving.open):
            each.setEnabled(at is not None)
        if at is None:
            return
        one, day = at
        self.whose.setText(tr("{name}, {day}", name=one.name, day=day_words(day)))
        if not (self.hours.hasFocus() and self.hours.isModified()):
            self.hours.setText(spans_words(hours_of(one).get(day.weekday(), ())))
        self.week.setAccessibleDescription(hours_words(hours_of(one)))
        self.form.show_member(one)

    def _say(self, says: str) -> None:
        self.hint.setText(says)
        reveal(self.hint, shown=bool(says))

    def _refused(self, error: QualdeskError) -> None:
        self._say(error.says)


def _without(one: Away, day: date) -> Iterable[Away]:
    """What is left of an absence without that day: nothing, one part, or two."""
    if not one.on(day):
        yield one
        return
    step = timedelta(days=1)
    if one.first < day:
        yield Away(first=one.first, last=day - step, because=one.because)
    if one.last > day:
        yield Away(first=day + step, last=one.last, because=one.because)


def _roster(desk: Desk) -> _Roster:
    return _Roster(
        people=desk.people.members(),
        calendars=desk.people.calendars(),
        campaigns={one.campaign.id: one.campaign.name for one in desk.library.campaigns()},
    )


def _put_back(desk: Desk, was: Member) -> object:
    """Write somebody down as they were."""
    people = desk.people
    people.set_details(
        was.name, role=was.role, email=was.email, phone=was.phone, languages=was.languages
    )
    people.set_calendar(was.name, was.calendar, at_work_on=was.at_work_on)
    people.set_campaigns(was.name, was.campaigns)
    people.set_absences(was.name, was.absences)
    if was.zone:
        return people.set_hours(was.name, shifts=was.shifts, duty=was.duty, zone=was.zone)
    return people.set_hours(was.name, shifts={}, duty={})
