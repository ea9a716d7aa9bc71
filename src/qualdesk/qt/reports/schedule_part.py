"""Reports that are made by themselves: the list, what came of the last runs, on and off, undo."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.report_schedules import RunState
from qualdesk.core.times import time_words
from qualdesk.core.wording import listed, tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.part import LessonPart
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.reports.schedule_form import ScheduleForm, Wanted
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.report_schedules import Scheduled, ScheduleKept

COLUMNS: Final = (
    Column(title=tr_later("Report"), width=220, stretch=2),
    Column(title=tr_later("When"), width=240, stretch=2),
    Column(title=tr_later("Where to"), width=220, stretch=3),
    Column(title=tr_later("The next one"), width=150, stretch=1),
)


class SchedulesTable(PlainTable):
    """The schedules; Space switches one on or off, Del removes it, which can be undone."""

    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__(tr("Reports that are made by themselves"), row_height=46, quiet=True)
        self._remove = remove

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._remove()
        else:
            super().keyPressEvent(event)


class SchedulePart(LessonPart):
    """What is made by itself, of which campaign, into which folder, and what came of it."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__(work)
        self._clock, self._choosing, self._zone = clock, choosing, zone
        self._removed: list[ScheduleKept] = []
        self.form = ScheduleForm()
        self.model: TableOf[Scheduled] = TableOf(COLUMNS, self._cell)
        self.table = SchedulesTable(self.remove)
        self.table.show_rows_of(self.model)
        self.switch = PushButton(tr("Switch off"), icon="pause")
        self.take_away = PushButton(tr("Remove"), icon="trash-2")
        self.runs = PlainLabel(face="body", tone="text2", wrap=True)
        self.body.insertWidget(0, self.form)
        self.body.addWidget(self.table, 100)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for one in (self.switch, self.take_away):
            acts.addWidget(one)
        acts.addStretch(1)
        self.body.addLayout(acts)
        self.body.addWidget(self.runs)
        self.body.addStretch(1)
        self.setFocusProxy(self.form)
        self._listen()
        self._show_chosen()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.form, self.table)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Offer this campaign; the list is of all of them."""
        self.form.show_campaign(campaign)
        super().show_campaign(campaign)
        self.setEnabled(True)

    def main(self) -> None:
        """The one big key: adds what is filled in."""
        self.form.add.click()

    def touched(self, changes: Changes) -> None:
        """A keeper may have made some meanwhile."""
        del changes
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        self.ask(lambda desk: desk.report_schedules.all(), self.show_schedules)

    def show_schedules(self, found: Sequence["Scheduled"]) -> None:
        """Show them; the cursor stays with the one it was on."""
        before = self.chosen.schedule.id if self.chosen else None
        self.says.setText(
            tr("They are made while this program, or a keeper, runs.")
            if found
            else tr("No report is made by itself yet. Choose one above, and where it goes.")
        )
        self.model.set_rows(found)
        for each in (self.table, self.switch, self.take_away, self.runs):
            reveal(each, shown=bool(found))
        numbers = [one.schedule.id for one in found]
        self.table.choose(numbers.index(before) if before in numbers else 0)
        self._show_chosen()

    @property
    def chosen(self) -> "Scheduled | None":
        """The one the cursor is on; None when there is none."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def add(self, wanted: Wanted) -> None:
        """Ask for the folder, and have it made from now on."""
        folder = self._choosing.folder(self, tr("Where to put the reports"), "report folder")
        if folder is None:
            return
        campaign = None if wanted.is_all or self.campaign is None else self.campaign.id
        zone = self.campaign.window.zone if self.campaign else self._zone

        def added(desk: Desk) -> "ScheduleKept":
            return desk.report_schedules.add(
                wanted.of,
                folder,
                at=wanted.at,
                zone=zone,
                weekday=wanted.weekday,
                campaign=campaign,
                kinds=wanted.kinds,
                mail=wanted.mail,
            )

        self._act(added)

    def turn(self) -> None:
        """Switch the chosen one off, or on again."""
        one = self.chosen
        if one is not None:
            number, is_on = one.schedule.id, not one.schedule.is_on
            self._act(lambda desk: desk.report_schedules.switch(number, is_on=is_on))

    def remove(self) -> None:
        """Take the chosen one away; Ctrl+Z puts it back."""
        one = self.chosen
        if one is not None:
            number = one.schedule.id
            self._act(lambda desk: desk.report_schedules.remove(number), self._was_removed)

    def undo(self) -> None:
        """Put the last one back that was removed here."""
        if self._removed:
            number = self._removed.pop().schedule.id
            self._act(lambda desk: desk.report_schedules.put_back(number))

    def _was_removed(self, done: "ScheduleKept") -> None:
        self._removed.append(done)
        self.result.say("ok", f"{done.says} {with_keys(tr('{undo} takes it back.'))}")

    def _act(
        self,
        act: Callable[[Desk], "ScheduleKept"],
        done: "Callable[[ScheduleKept], None] | None" = None,
    ) -> None:
        def told(found: "ScheduleKept") -> None:
            (done or (lambda one: self.result.say("ok", one.says)))(found)
            self.refresh()

        self._work.long(lambda desk, _progress: act(desk), told, owner=self, refused=self.refused)

    def _listen(self) -> None:
        self.form.wanted.connect(self.add)
        self.form.refused.connect(lambda says: self.result.say("warn", says))
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.tick_asked.connect(lambda _row: self.turn())
        self.switch.clicked.connect(self.turn)
        self.take_away.clicked.connect(self.remove)

    def _show_chosen(self) -> None:
        one = self.chosen
        for button in (self.switch, self.take_away):
            button.setEnabled(one is not None)
        if one is None:
            self.runs.setText("")
            return
        is_on = one.schedule.is_on
        label = tr("Switch off") if is_on else tr("Switch on")
        self.switch.set(label, icon="pause" if is_on else "play")
        now = self._clock.now()
        lines = [run.says(one.schedule.zone, now) for run in one.runs]
        self.runs.setText("\n".join(lines) or tr("It was not due yet."))

    def _cell(self, one: "Scheduled", column: int) -> Cell:
        plan = one.schedule
        if column == 0:
            has_failed = bool(one.runs) and one.runs[0].state is RunState.FAILED
            second = tr("The last run failed.") if has_failed else ""
            return Cell(text=plan.what, second=second, second_tone="bad")
        if column == 1:
            return Cell(text=plan.when)
        if column == COLUMNS.index(COLUMNS[-1]):
            if one.next_at is None:
                return Cell(text=tr("Switched off"), tone="text3")
            return Cell(text=time_words(one.next_at, plan.zone, now=self._clock.now()))
        kinds = listed(kind.removeprefix(".").upper() for kind in plan.kinds)
        mail = tr("{kinds}, also to {who}", kinds=kinds, who=", ".join(plan.mail))
        return Cell(text=Path(plan.folder).name or plan.folder, second=mail if plan.mail else kinds)
