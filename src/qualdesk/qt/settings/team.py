"""The team, for whoever looks after it: who is on it, how much of their limits callers used."""

from datetime import datetime, time, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout
from typing_extensions import override

from qualdesk.core.claim_limits import ClaimAlarm, ClaimLimits, LimitUse
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.team import Standing, Teammate
from qualdesk.core.times import instant_of, local_time
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.claim_limits import LimitsSet, LimitsUndo
from qualdesk.qt.limit_alarms import alarm_lines
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import CommandRow, Place, Section
from qualdesk.qt.settings.team_rows import LimitsForm, Raised, TeammateRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

ADD: Final = "qualdesk team add-person NAME --role caller"
_ABOUT: Final = tr_later(
    "The server counts each lead a caller is shown, and stops them at these limits."
)
_ADDING: Final = tr_later(
    "A login is made by whoever administers the server, at the command line, with the person's "
    "name and their role."
)
_NEAR: Final = tr_later("They used four fifths of a limit. Raise it, or ask what they are doing.")


@frozen
class _Team:
    """Everybody, and how callers stand with their limits."""

    people: tuple[Teammate, ...]
    uses: dict[str, LimitUse]
    usual: ClaimLimits
    alarms: tuple[ClaimAlarm, ...]


class TeamSection(Section):
    """Each person under a line; the limits of one of them open below it."""

    key = "team"
    title = tr_later("Team")
    about = _ABOUT

    changed = Signal(object)
    """Limits were changed: what that touched, as ``Changes``."""

    _until: datetime | None = None

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._undo: LimitsUndo | None = None
        self.near = Banner("warn")
        self.result = PlainLabel(face="body_medium", tone="ok", wrap=True)
        self.undo_button = PushButton(tr("Undo"), icon="undo-2", keys="Ctrl+Z", height=34)
        self.form = LimitsForm()
        self.rows: dict[str, TeammateRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.adding = CommandRow(tr("Add or remove somebody"), tr(_ADDING), ADD)
        self.add_rows((self.near, self.result, self.undo_button))
        self.body.addLayout(self._list)
        self.add_rows((self.form, self.adding))
        for each in (self.near, self.result, self.undo_button, self.form):
            reveal(each, shown=False)
        self.undo_button.clicked.connect(self.undo)
        self.near.pressed.connect(self._seen)
        self.form.raised.connect(self._raise)
        self.form.left.connect(self._leave_form)

    @override
    def show_team(self, standing: Standing) -> None:
        self._undo = None
        for each in (self.result, self.undo_button):
            reveal(each, shown=False)

    @override
    def opened(self) -> None:
        self._place.work.ask(_look, self._show, owner=self, refused=self._refused)

    def main(self) -> None:
        """The one big key: the limits that stand in the form count."""
        if self.form.isVisible():
            self.form.main()

    def close_form(self) -> bool:
        """Leave the limits as they are; False where no form is open."""
        is_open = self.form.isVisible()
        self._leave_form()
        return is_open

    def undo(self) -> None:
        """Put the limits back that were changed last."""
        undo, self._undo = self._undo, None
        if undo is None:
            return
        self._place.work.ask(
            lambda desk: desk.limits.put_back(undo),
            lambda done: self._did(done, can_undo=False),
            owner=self,
            refused=self._refused,
        )

    def _show(self, team: _Team) -> None:
        self._list_people(team)
        self._show_near(team)

    def _show_near(self, team: _Team) -> None:
        """Who used four fifths of a limit now, or did since somebody looked; else no line."""
        now = [use.caller for use in team.uses.values() if use.is_near]
        names = dict.fromkeys([*now, *(one.caller for one in team.alarms)])
        self._until = team.alarms[0].at if team.alarms else None
        if names:
            count = len(names)
            says = tr_n(count, "{n} caller is close to a limit", "{n} callers are close to a limit")
            lines = alarm_lines(team.alarms, self._place.zone) or tr(_NEAR)
            seen = tr("I have seen it") if team.alarms else ""
            self.near.set("warn", f"{says}: {', '.join(names)}", lines, action=seen)
        reveal(self.near, shown=bool(names))

    def _seen(self) -> None:
        until = self._until
        if until is not None:
            self._place.work.ask(
                lambda desk: desk.limits.see_alarms(until),
                lambda _count: self.opened(),
                owner=self,
                refused=self._refused,
            )

    def _list_people(self, team: _Team) -> None:
        """Show everybody; a row that stays is the same one, so that the cursor stays with it."""
        now, zone = self._place.clock.now(), self._place.zone
        names = ["", *(one.name for one in team.people)]
        for name in [name for name in self.rows if name not in names]:
            row = self.rows.pop(name)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        at = 0
        for name in names:
            if name not in self.rows:
                row = self.rows[name] = TeammateRow(name)
                row.limits_wanted.connect(self._open_form)
                self._list.insertWidget(at, row)
            at = self._list.indexOf(self.rows[name]) + 1
        self.rows[""].show_usual(team.usual)
        for one in team.people:
            self.rows[one.name].show_person(one, team.uses.get(one.name), zone, now)

    def _open_form(self, use: LimitUse) -> None:
        row = self.rows[use.caller]
        self._list.insertWidget(self._list.indexOf(row) + 1, self.form)
        self.form.show_limits(use)
        reveal(self.form, shown=True)
        self.form.fields["per_hour"].setFocus()

    def _leave_form(self) -> None:
        now, row = QApplication.focusWidget(), self.rows.get(self.form.caller)
        if row is not None and now is not None and self.form.isAncestorOf(now):
            row.change.setFocus()
        reveal(self.form, shown=False)

    def _raise(self, wanted: Raised) -> None:
        until = midnight(self._place.clock.now(), self._place.zone) if wanted.for_today else None

        def ask(desk: Desk) -> LimitsSet:
            return desk.limits.set(wanted.caller, wanted.limits, wanted.because, until)

        self._place.work.ask(
            ask, self._did, owner=self, refused=lambda error: self.form.say(error.says)
        )

    def _did(self, done: LimitsSet, *, can_undo: bool = True) -> None:
        self._leave_form()
        self._undo = done.undo if can_undo else None
        self.result.setText(done.says)
        reveal(self.result, shown=True)
        reveal(self.undo_button, shown=can_undo)
        self.changed.emit(done.changes)
        self.opened()

    def _refused(self, error: QualdeskError) -> None:
        self.near.set("bad", error.says)
        reveal(self.near, shown=True)


def midnight(now: datetime, zone: str) -> datetime:
    """When the day that it is there ends, UTC."""
    there = local_time(now, zone).date()
    return instant_of(datetime.combine(there + timedelta(days=1), time()), zone)


def _look(desk: Desk) -> _Team:
    uses = {use.caller: use for use in desk.limits.all()}
    return _Team(
        people=desk.team.people(),
        uses=uses,
        usual=desk.limits.usual(),
        alarms=desk.limits.alarms(),
    )
