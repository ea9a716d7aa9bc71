"""The Lists page: the campaigns and their lists, a campaign to write, a file to load."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from qualdesk.core import file_kinds
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.choosing import LIST_FILES, Choosing
from qualdesk.qt.lists.campaign_form import CampaignForm, Written
from qualdesk.qt.lists.fates_card import FatesCard
from qualdesk.qt.lists.import_run import ImportRun
from qualdesk.qt.lists.import_view import ImportView
from qualdesk.qt.lists.overview import Overview
from qualdesk.qt.lists.rows import OverviewRow, overview_rows
from qualdesk.qt.lists.taking_back import TakingBack
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.intake import Undone


class ListsPage(QWidget):
    """Three views in one place: the table, the form of a campaign, the steps of an import.

    The last two are made when they are first needed.
    """

    changed = Signal(object)
    """What a load or a campaign touched, as ``Changes``."""
    campaign_chosen = Signal(object)
    """A campaign was made or changed: the window shows it everywhere."""
    calls_wanted = Signal()
    """A list is ready: the person wants to call its leads."""
    view_changed = Signal()
    """Another view of the page is in front."""
    errand_changed = Signal()
    """An import began, went on or ended: the window says so at the top."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._choosing, self._zone = work, clock, choosing, zone
        self._waiting: Path | None = None
        self._wanted: Campaign | None = None
        self._is_filling = False
        self._form: CampaignForm | None = None
        self._run: ImportRun | None = None
        self.overview = Overview(zone, FatesCard(work))
        self.taking_back = TakingBack(work, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.overview)
        self.setFocusProxy(self.overview.table)
        self._stack.currentChanged.connect(lambda _at: self.view_changed.emit())
        self._listen()

    def _listen(self) -> None:
        drop = DropTarget(self, tr("Drop the lead list here"))
        drop.dropped.connect(self.take_files)
        self.overview.import_pressed.connect(self.choose_file)
        self.overview.new_pressed.connect(self.new_campaign)
        self.overview.answer_pressed.connect(self._answer)
        self.overview.table.chosen.connect(self._chose)
        self.overview.fates.write_pressed.connect(self._write_fates)
        self.overview.go_on_pressed.connect(self._go_on)
        self.overview.undo_pressed.connect(lambda row: self.taking_back.begin(row.list_id))
        self.taking_back.looked.connect(
            lambda seen: self.overview.list_side.show_undoing(seen.done, seen.of)
        )
        self.taking_back.undone.connect(self._undone)
        self.taking_back.failed.connect(self._not_undone)

    def _made_form(self) -> CampaignForm:
        form = self._form = CampaignForm(self._zone)
        form.saved.connect(self._save)
        form.left.connect(self._leave_form)
        form.file_pressed.connect(self._from_file)
        self._stack.addWidget(form)
        return form

    def _made_run(self) -> ImportRun:
        view = ImportView()
        run = self._run = ImportRun(view, self._work, self._choosing, self._clock)
        run.loaded.connect(self._loaded)
        run.left.connect(self.show_overview)
        run.moved.connect(self.errand_changed)
        run.set_up_wanted.connect(self._set_up)
        run.calls_wanted.connect(self._call)
        view.other_pressed.connect(self._other_file)
        self._stack.addWidget(view)
        return run

    def _steps(self) -> ImportView:
        return self.run.view

    form = cached_property(_made_form)
    """What a campaign is written in; made when it is first asked for."""
    run = cached_property(_made_run)
    """What leads a file through its steps; made when it is first asked for."""
    importing = cached_property(_steps)
    """The steps of an import, as they are shown."""

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        if self._is_importing:
            return self.importing.panes
        return (self.form,) if self._is_writing else self.overview.panes

    @property
    def is_at_overview(self) -> bool:
        """Whether the table of lists is in front, and no form and no import."""
        return self._stack.currentWidget() is self.overview

    @property
    def _is_importing(self) -> bool:
        return self._run is not None and self._stack.currentWidget() is self._run.view

    @property
    def _is_writing(self) -> bool:
        return self._form is not None and self._stack.currentWidget() is self._form

    @property
    def errand(self) -> str:
        """The campaign a list is being imported into; empty while no import is on the screen."""
        campaign = self.run.campaign if self._is_importing else None
        return campaign.name if campaign is not None else ""

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Put the cursor on this campaign, as soon as it is there."""
        self._wanted = campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        zone = self._zone

        def ask(desk: Desk) -> tuple[OverviewRow, ...]:
            return overview_rows(desk.library.campaigns(), desk.intake.lists(), zone)

        self._work.ask(ask, self._show, owner=self, refused=self._refused)

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: count again."""
        if changes.leads or changes.campaigns:
            self.refresh()

    def main(self) -> None:
        """The one big key: what the bar at the bottom says."""
        if self._is_importing:
            button = self.importing.footer.main
        else:
            button = self.form.main if self._is_writing else self.overview.main
        if button.isVisible() and button.isEnabled():
            button.click()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        if self._is_writing:
            return {}
        return {
            "import": self.choose_file,
            "new": self.new_campaign,
            "header_up": lambda: self._move_header(-1),
            "header_down": lambda: self._move_header(1),
        }

    def undo(self) -> None:
        """Take the last answer to a problem back."""
        if self._is_importing:
            self.run.undo()

    def step_back(self) -> bool:
        """Esc: one view back; False where there is none. Nothing typed is lost."""
        if self.is_at_overview:
            return False
        if self._is_writing:
            self._leave_form()
        else:
            self.run.back()
        return True

    def cancel_import(self) -> None:
        """Give the import up that is on the screen."""
        if self._run is not None:
            self._run.cancel()

    def show_overview(self) -> None:
        """Show the table."""
        self._stack.setCurrentWidget(self.overview)
        self.overview.table.setFocus()
        self.refresh()
        self.errand_changed.emit()

    def choose_file(self) -> None:
        """Ask for a lead list and begin to load it."""
        path = self._choosing.file(self, tr("Lead lists"), "lists", LIST_FILES)
        if path is not None:
            self.take_files((path,))

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Begin to load a file; without a campaign it waits until there is one."""
        if self._run is not None and self._run.is_busy:
            self._tell(tr("A list is being loaded. Wait for it, or stop it."))
            return
        if len(files) > 1:
            self._tell(tr("Drop one lead list at a time."))
            return
        if files[0].suffix.casefold() == file_kinds.CAMPAIGN:
            self._make_from(files[0])
            return
        campaigns = [row.campaign for row in self.overview.model.rows if row.is_campaign]
        if not campaigns:
            self._waiting = files[0]
            self.new_campaign()
            return
        row = self.overview.current()
        chosen = row.campaign if row is not None else campaigns[0]
        self._stack.setCurrentWidget(self.importing)
        self.run.begin(files[0], campaigns, chosen)

    def new_campaign(self) -> None:
        """Show the form of a new campaign."""
        self.form.begin(self._today())
        row = self.overview.current()
        self.form.client.begin_with(row.campaign.client if row else "")
        self.form.client.ask(self._work, self)
        self._stack.setCurrentWidget(self.form)
        self.form.name.setFocus()

    def _other_file(self) -> None:
        """The file cannot be used: another one, for the same list where it was one already."""
        if self.run.resumes is None:
            self.choose_file()
            return
        path = self._choosing.file(self, tr("Lead lists"), "lists", LIST_FILES)
        if path is not None:
            self.run.resume_from(path)

    def _go_on(self, row: OverviewRow) -> None:
        """Finish what was broken off: loading a list, or undoing it."""
        if row.list_id is None or (self._run is not None and self._run.is_busy):
            return
        if row.can_resume:
            self._stack.setCurrentWidget(self.importing)
            self.run.resume(row.list_id, row.name, row.campaign)
        else:
            self.taking_back.begin(row.list_id)

    def _undone(self, undone: "Undone") -> None:
        names = [f"{each.name}: {each.why}" for each in undone.kept]
        self.overview.show_undone(undone.list_id, undone.says, names)
        self._loaded(undone.changes)

    def _not_undone(self, error: QualdeskError) -> None:
        self._refused(error)
        self.refresh()

    def _move_header(self, step: int) -> None:
        if self._is_importing and self.run.step == "file":
            self.importing.file.move_header(step)

    def _answer(self) -> None:
        row = self.overview.current()
        if row is not None:
            self._set_up(row.campaign)

    def _set_up(self, campaign: Campaign) -> None:
        self._stack.setCurrentWidget(self.form)
        self.form.edit(campaign, self._today())

    def _call(self, campaign: Campaign) -> None:
        self.campaign_chosen.emit(campaign)
        self.calls_wanted.emit()

    def _chose(self, _row: int) -> None:
        row = self.overview.current()
        if row is not None:
            self.overview.fates.look(row.list_id)
        if row is not None and not self._is_filling:
            self.campaign_chosen.emit(row.campaign)

    def _write_fates(self) -> None:
        self.overview.fates.save(self._choosing, self)

    def _leave_form(self) -> None:
        self._waiting = None
        self.show_overview()

    def _save(self, written: Written) -> None:
        before = written.editing
        ask = _made(written) if before is None else _rewritten(written, before)
        self._work.ask(ask, self._saved, owner=self, refused=self._form_refused)

    def _from_file(self) -> None:
        path = self._choosing.file(self, tr("Campaign files"), "campaigns", "*.toml")
        if path is not None:
            self._make_from(path)

    def _make_from(self, path: Path) -> None:
        """Make a campaign from its file, under the name typed or the file's own."""
        name = self.form.name.text().strip() if self._is_writing else ""

        def ask(desk: Desk) -> Campaign:
            return desk.library.new_from_files(name, source=path)

        if not self._is_writing:
            self.new_campaign()
        self._work.ask(ask, self._saved, owner=self, refused=self._form_refused)

    def _saved(self, campaign: Campaign) -> None:
        self._wanted = campaign
        self.changed.emit(Changes(campaigns=frozenset({campaign.id}), queue=True))
        self.campaign_chosen.emit(campaign)
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            self.show_overview()
            return
        self._stack.setCurrentWidget(self.importing)
        self.run.begin(waiting, [campaign], campaign)
        self.refresh()

    def _show(self, rows: tuple[OverviewRow, ...]) -> None:
        self._is_filling = True
        self.overview.show_rows(rows, self._clock.now())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.overview.choose(wanted)
        self._is_filling = False
        self._place_cursor(has_rows=bool(rows))

    def _place_cursor(self, *, has_rows: bool) -> None:
        """The table takes the cursor; where there is none, what makes the first campaign."""
        goes_to = self.overview.table if has_rows else self.overview.main
        lost = QApplication.focusWidget() is None and self.is_at_overview and self.isVisible()
        if self.focusProxy() is not goes_to:
            self.setFocusProxy(goes_to)
        if lost:
            goes_to.setFocus()

    def _loaded(self, changes: Changes) -> None:
        self.refresh()
        self.changed.emit(changes)

    def _tell(self, says: str) -> None:
        self.overview.tell("warn", says)

    def _refused(self, error: QualdeskError) -> None:
        self.overview.tell("bad", error.says)

    def _form_refused(self, error: QualdeskError) -> None:
        problems = [str(problem) for problem in getattr(error, "problems", ())]
        self.form.refuse("\n".join([error.says, *problems[:4]]))

    def _today(self) -> date:
        return local_time(self._clock.now(), self._zone).date()


def _made(written: Written) -> Callable[[Desk], Campaign]:
    """Make the campaign that was written, with the script and definition that are shipped."""

    def ask(desk: Desk) -> Campaign:
        return desk.library.add(
            written.plan,
            script=desk.library.shipped_script(),
            definition=desk.library.shipped_definition(),
        )

    return ask


def _rewritten(written: Written, before: Campaign) -> Callable[[Desk], Campaign]:
    """Change what was changed in the form, and nothing else."""

    def ask(desk: Desk) -> Campaign:
        plan = written.plan
        found = before
        if plan.source is not None and plan.source != before.source:
            found = desk.library.set_source(before.id, plan.source)
        if plan.window != before.window:
            found = desk.library.set_times(before.id, window=plan.window, limits=None)
        if plan.handoff != before.handoff:
            found = desk.library.set_handoff(before.id, plan.handoff, before=before.handoff)
        return found

    return ask
