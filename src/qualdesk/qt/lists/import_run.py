"""A file being imported: what is asked of the desk at each step, and what it answered."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import ListId
from qualdesk.core.list_checks import CheckGroup
from qualdesk.core.list_choices import ListChoices, ListForm, RowMend
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.lists.carrying import Carrying
from qualdesk.qt.lists.counts import counts_of, progress_in_words
from qualdesk.qt.lists.deciding import with_answer, with_mend
from qualdesk.qt.lists.file_words import row_count
from qualdesk.qt.lists.found_groups import groups_of
from qualdesk.qt.lists.import_state import ImportState, Step
from qualdesk.qt.lists.import_view import ImportView
from qualdesk.qt.lists.recount import Count, Recount
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.intake import Loaded, Preview


class ImportRun(QObject):
    """Leads one file through its steps. Its ``view`` shows; this asks, and remembers the file."""

    loaded = Signal(object)
    """Leads were imported: what it touched, as ``Changes``."""
    left = Signal()
    """The import is over or given up; nothing was half done."""
    moved = Signal()
    """Another step is on the screen."""
    set_up_wanted = Signal(object)
    """The ``Campaign`` needs something before its leads may be called."""
    calls_wanted = Signal(object)
    """Everything is there: the leads of this ``Campaign`` may be called."""

    def __init__(self, view: ImportView, work: Work, choosing: Choosing, clock: Clock) -> None:
        super().__init__(view)
        self.view, self._work, self._choosing = view, work, choosing
        self._now = ImportState()
        self._busy: LongWork | None = None
        self.recount = Recount(work, self)
        self._carrying = Carrying(view, work, clock)
        self._listen()

    def _listen(self) -> None:
        view = self.view
        view.footer.main_pressed.connect(self.go_on)
        view.footer.back_pressed.connect(self.back)
        view.footer.stop_pressed.connect(self.stop)
        view.footer.save_pressed.connect(self.save_left_out)
        view.retry_pressed.connect(self._again)
        view.file.form_chosen.connect(self._read_as)
        view.file.campaign.activated.connect(lambda _at: self.read())
        view.columns.changed.connect(self._columns_changed)
        view.problems.answered.connect(self._answered)
        view.problems.mended.connect(self._mended)
        view.problems.finished.connect(view.footer.main.setFocus)
        view.done.undo_pressed.connect(self._undo_import)
        self._carrying.done.connect(self._done)
        self._carrying.refused.connect(self._not_imported)
        self._carrying.stopped.connect(self._import_stopped)
        self._carrying.undone.connect(self._undone)
        self.recount.counted.connect(self._counted)
        self.recount.looked.connect(lambda seen: view.footer.show_counting(seen.done, seen.of))
        self.recount.failed.connect(self._not_counted)

    @property
    def is_busy(self) -> bool:
        """Whether something has to end before the next step."""
        return self._busy is not None or self._carrying.is_busy

    @property
    def step(self) -> Step:
        """Where it stands."""
        return self._now.step

    @property
    def campaign(self) -> Campaign | None:
        """Into which campaign it goes."""
        campaigns = self._now.campaigns
        at = max(self.view.file.campaign.currentIndex(), 0)
        return campaigns[at] if at < len(campaigns) else None

    def begin(self, path: Path, campaigns: Sequence[Campaign], chosen: Campaign) -> None:
        """Begin with this file, into ``chosen`` unless another campaign is picked."""
        self._now = ImportState(path=path, campaigns=tuple(campaigns))
        self.view.file.campaign.set_values([each.name for each in campaigns], chosen.name)
        self.view.columns.begin()
        self.read()

    def resume(self, list_id: ListId, name: str, campaign: Campaign) -> None:
        """Go on with a list whose loading was broken off, with the choices made for it."""
        self._now = ImportState(
            path=Path(name), campaigns=(campaign,), step="import", resumes=list_id
        )
        self.view.file.campaign.set_values([campaign.name], campaign.name)
        self.resume_from(None)

    def resume_from(self, path: Path | None) -> None:
        """Go on with that list; ``path`` where its file lies now, None for where it lay."""
        list_id = self._now.resumes
        if list_id is None or self.is_busy:
            return
        self._carrying.begin(
            tr("Going on with {file}", file=self._now.path.name),
            tr("The choices made for it hold."),
            lambda desk, progress: desk.intake.resume(list_id, path, progress),
        )
        self.moved.emit()

    @property
    def resumes(self) -> ListId | None:
        """The list that is being gone on with, if one is."""
        return self._now.resumes

    def read(self) -> None:
        """Look at the file: its form, its columns, its first rows."""
        campaign = self.campaign
        if campaign is None:
            return
        path, form = self._now.path, self._now.choices.form
        self._now.step, self._now.result = "file", None
        if self._now.found is None:
            self.view.show_reading(path.name)
        self._busy = self._work.long(
            lambda desk, _progress: desk.intake.preview(path, campaign=campaign.id, form=form),
            self._previewed,
            owner=self,
            refused=self._unreadable,
            stopped=self._given_up,
        )
        self.moved.emit()

    def go_on(self) -> None:
        """The next step: the columns, the problems, the import, or what comes after it."""
        if self.is_busy:
            return
        step = self._now.step
        if step == "file" and self._now.found is not None:
            self._show_columns()
        elif step == "columns":
            self._check()
        elif step == "problems":
            self._import()
        elif step == "done":
            self._after()

    def back(self) -> None:
        """One step back; from the file, out of the import."""
        if self.is_busy:
            return
        self.recount.stop()
        if self._now.step == "problems":
            self._show_columns()
        elif self._now.step == "columns":
            self._show_file()
        else:
            self.left.emit()

    def cancel(self) -> None:
        """Give the import up, wherever it stands; nothing of it is kept."""
        self.recount.stop()
        if self.is_busy:
            self.stop()
        else:
            self.left.emit()

    def stop(self) -> None:
        """Stop what is running; nothing of it is kept."""
        self._carrying.stop()
        if self._busy is not None:
            self._busy.stop()

    def undo(self) -> None:
        """Take the last answer or mend of a row back."""
        if self._now.step == "problems" and self._now.before:
            *rest, last = self._now.before
            self._now.before = tuple(rest)
            self._decide(last, remember=False)

    def save_left_out(self) -> None:
        """Write the rows left out into a file, each with its reason."""
        if self._now.result is None or self.is_busy:
            return
        name = f"{self._now.path.stem}-left-out.csv"
        place = self._choosing.new_file(self.view, tr("Save the problem rows"), "left out", name)
        if place is not None:
            self.recount.stop()
            self.view.footer.tell(tr("Saving the problem rows"), place.name)
            saved = tr("Saved as {file}.", file=place.name)
            stays = tr("The rows were not saved to a file.")
            self._busy = self._work.long(
                self._load(dry_run=True, left_out=place),
                lambda _loaded: self._written(saved, str(place.parent)),
                owner=self,
                refused=lambda error: self._written(error.says, tr("Choose another place.")),
                stopped=lambda: self._written(tr("Stopped."), stays),
            )

    def _written(self, title: str, says: str) -> None:
        self._busy = None
        self.view.footer.tell(title, says)

    def _read_as(self, form: ListForm) -> None:
        """The file is to be read another way."""
        self._now.choices = replace(self._now.choices, form=form)
        self.read()

    def _previewed(self, found: "Preview") -> None:
        self._busy = None
        self._now.found = found
        view = self.view
        view.file.show_file(found, self._now.choices.form)
        view.columns.show_columns(found.columns, found.questions, found.column_notes)
        self._show_file()

    def _show_file(self) -> None:
        found = self._now.found
        if found is not None:
            self._now.step = "file"
            rows, is_exact = row_count(found)
            self.view.show_file(self._now.path.name, rows, is_exact=is_exact)
            self.moved.emit()

    def _show_columns(self) -> None:
        self._now.step = "columns"
        self.view.show_columns()
        self.moved.emit()

    def _columns_changed(self) -> None:
        if self._now.step == "columns":
            self.view.tell_columns()

    def _check(self) -> None:
        """See what would happen to the rows, as the columns stand now."""
        columns = self.view.columns
        self._now.choices = replace(
            self._now.choices,
            mapping=columns.mapping(),
            region=columns.country(),
            if_known=columns.known(),
            only_new=columns.only_new.isChecked(),
            remember=columns.remember.isChecked(),
        )
        self.view.footer.show_work(tr("Checking the rows"), tr("Nothing is saved yet."), 0, None)
        self._busy = self._work.long(
            self._load(dry_run=True),
            self._checked,
            owner=self,
            refused=self._not_checked,
            looked=self._look_at_check,
            stopped=lambda: self._back_to_columns(tr("Stopped."), tr("Nothing was saved.")),
        )

    def _look_at_check(self, seen: Progress) -> None:
        rows = progress_in_words(seen.done, seen.of)
        self.view.footer.show_work(tr("Checking the rows"), rows, seen.done, seen.of)

    def _checked(self, loaded: "Loaded") -> None:
        self._busy = None
        self._now.step, self._now.before = "problems", ()
        self._counted(loaded)
        self.moved.emit()

    def _not_checked(self, error: QualdeskError) -> None:
        self._back_to_columns(error.says, tr("Nothing was saved."))
        self.view.columns.refuse(error.says)

    def _back_to_columns(self, title: str, says: str) -> None:
        self._busy = None
        self._show_columns()
        self.view.footer.tell(title, says)

    def _answered(self, asked: str, answer: str) -> None:
        self._decide(with_answer(self._now.choices, asked, answer))

    def _mended(self, number: int, mend: RowMend) -> None:
        self._decide(with_mend(self._now.choices, number, mend))

    def _decide(self, choices: ListChoices, *, remember: bool = True) -> None:
        """Show a decision at once, and ask again what the list would do."""
        now = self._now
        if now.result is None or now.step != "problems":
            return
        if remember:
            now.before = (*now.before, now.choices)
        now.choices = choices
        self.view.show_answers(self._groups(now.result), choices.answers)
        self.recount.ask(self._load(dry_run=True))
        self.view.footer.show_counting(0, None)

    def _counted(self, loaded: "Loaded") -> None:
        self._now.result = loaded
        answers, name = self._now.choices.answers, self._now.path.name
        self.view.show_problems(name, counts_of(loaded), self._groups(loaded), answers)

    def _groups(self, loaded: "Loaded") -> tuple[CheckGroup, ...]:
        found = self._now.found
        return groups_of(loaded, found.notes if found else ())

    def _not_counted(self, error: QualdeskError) -> None:
        self.view.footer.tell(error.says, with_keys(tr("Take it back with {undo}.")))

    def _import(self) -> None:
        campaign, result = self.campaign, self._now.result
        self.view.problems.detail.table.keep_writing()
        if campaign is None or result is None:
            return
        self.recount.stop()
        self._now.step = "import"
        title = tr_n(
            counts_of(result).leads,
            "Importing {n:,} lead into {campaign}",
            "Importing {n:,} leads into {campaign}",
            campaign=campaign.name,
        )
        self._carrying.begin(title, self._now.path.name, self._load(dry_run=False))
        self.moved.emit()

    def _not_imported(self, error: QualdeskError) -> None:
        """It was refused: whatever was decided stays, and it can be tried again."""
        if self._now.resumes is None:
            self._back_to_problems(error.says)
        else:
            self._unreadable(error)

    def _import_stopped(self) -> None:
        if self._now.resumes is None:
            self._back_to_problems(tr("Stopped."))
        else:
            self.left.emit()

    def _back_to_problems(self, title: str) -> None:
        """The import did not happen: the problems are there again, with all that was decided."""
        self._now.step = "problems"
        if self._now.result is not None:
            self._counted(self._now.result)
        self.view.footer.tell(title, tr("Nothing was saved."))
        self.moved.emit()

    def _done(self, loaded: "Loaded") -> None:
        self._now.result, self._now.step = loaded, "done"
        campaign = self.campaign
        name = campaign.name if campaign else ""
        waits = campaign is not None and not campaign.calls_may_start
        missing = campaign.before_calls() if campaign and waits else ()
        self.view.show_done(counts_of(loaded), name, loaded.notes, missing)
        self.loaded.emit(loaded.changes)
        self.moved.emit()

    def _undo_import(self) -> None:
        result = self._now.result
        if result is not None and result.list_id is not None:
            self._carrying.take_back(result.list_id)

    def _undone(self, changes: Changes) -> None:
        self._now.result = None
        self.loaded.emit(changes)

    def _after(self) -> None:
        """What comes after an import: the campaign is set up, or calls begin."""
        campaign, was_undone = self.campaign, self._now.result is None
        self.left.emit()
        if campaign is not None and not was_undone:
            wanted = self.calls_wanted if campaign.calls_may_start else self.set_up_wanted
            wanted.emit(campaign)

    def _load(self, *, dry_run: bool, left_out: Path | None = None) -> Count:
        """What importing this file is, as it was decided up to now."""
        campaign = self.campaign
        return self._now.load(campaign.id if campaign else "", dry_run=dry_run, left_out=left_out)

    def _again(self) -> None:
        """Try once more with the same file."""
        if self._now.resumes is None:
            self.read()
        else:
            self.resume_from(None)

    def _given_up(self) -> None:
        self._busy = None
        self.left.emit()

    def _unreadable(self, error: QualdeskError) -> None:
        self._busy = None
        self.view.show_trouble(self._now.path.name, error.says)
