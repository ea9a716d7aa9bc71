"""A file being loaded: what is asked of the desk at each step, and what it answered."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.desk.intake import Loaded, Preview
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.lists.check_view import Counts, LeftOut
from qualdesk.qt.lists.import_view import ImportView
from qualdesk.qt.work import LongWork, Work


class ImportRun(QObject):
    """Leads one file through its steps. The view shows; this asks, and remembers the file."""

    loaded = Signal(object)
    """Leads were loaded: what it touched, as ``Changes``."""
    left = Signal()
    """The import is over or given up; nothing was half done."""

    def __init__(self, view: ImportView, work: Work, choosing: Choosing) -> None:
        super().__init__(view)
        self._view, self._work, self._choosing = view, work, choosing
        self._path: Path | None = None
        self._campaigns: tuple[Campaign, ...] = ()
        self._step = "file"
        self._busy: LongWork | None = None
        self._rows = 0
        self._result: Loaded | None = None
        footer = view.footer
        footer.main_pressed.connect(self.go_on)
        footer.back_pressed.connect(self.back)
        footer.stop_pressed.connect(self.stop)
        footer.save_pressed.connect(self.save_left_out)
        view.retry_pressed.connect(self.read)

    @property
    def is_busy(self) -> bool:
        """Whether rows are being checked or loaded just now."""
        return self._busy is not None

    @property
    def step(self) -> str:
        """Where it stands: "file", "columns", "check" or "done"."""
        return self._step

    def begin(self, path: Path, campaigns: Sequence[Campaign], chosen: Campaign) -> None:
        """Begin with this file, into ``chosen`` unless another campaign is picked."""
        self._path, self._campaigns = path, tuple(campaigns)
        self._view.columns.campaign.set_values([each.name for each in campaigns], chosen.name)
        self._view.columns.region.clear()
        self.read()

    def read(self) -> None:
        """Look at the file: its form, its columns, its first rows."""
        path, campaign = self._path, self._campaign()
        if path is None:
            return
        self._step, self._result = "file", None
        self._view.show_reading(path.name)
        self._busy = self._work.long(
            lambda desk, _progress: desk.intake.preview(path, campaign=campaign.id),
            self._previewed,
            owner=self,
            refused=self._unreadable,
            stopped=self._given_up,
        )

    def go_on(self) -> None:
        """The next step: check the rows, load them, or leave."""
        if self._busy is not None:
            return
        if self._step == "columns":
            self._run(dry_run=True)
        elif self._step == "check":
            self._run(dry_run=False)
        elif self._step == "done":
            self.left.emit()

    def back(self) -> None:
        """One step back; from the columns, out of the import."""
        if self._busy is not None:
            return
        if self._step == "check":
            self._show_columns()
        else:
            self.left.emit()

    def stop(self) -> None:
        """Stop what is running; nothing of it is kept."""
        if self._busy is not None:
            self._busy.stop()

    def save_left_out(self) -> None:
        """Write the rows left out into a file, each with its reason."""
        path = self._path
        if path is None or self._result is None or self._busy is not None:
            return
        name = f"{path.stem}-left-out.csv"
        place = self._choosing.new_file(self._view, "Save the left-out rows", "left out", name)
        if place is not None:
            self._write(place)

    def _write(self, place: Path) -> None:
        """Read the rows once more without saving any, and write those left out."""
        work = self._load(dry_run=True, left_out=place)
        self._view.show_work("Saving the left-out rows", place.name, 0, None)
        self._busy = self._work.long(
            work,
            lambda _loaded: self._written(f"Saved as {place.name}.", str(place.parent)),
            owner=self,
            refused=lambda error: self._written(error.says, "Choose another place."),
            stopped=lambda: self._written("Stopped.", "The rows were not saved to a file."),
        )

    def _written(self, title: str, says: str) -> None:
        self._busy = None
        if self._result is not None:
            self._view.footer.show_counts(counts_of(self._result), done=self._step == "done")
        self._view.footer.tell(title, says)

    def _campaign(self) -> Campaign:
        place = self._view.columns.campaign.currentIndex()
        return self._campaigns[max(place, 0)]

    def _previewed(self, preview: Preview) -> None:
        self._busy = None
        view = self._view.columns
        form = [preview.format.upper(), preview.encoding, f"sheet {preview.sheet}"]
        said = ", ".join(part for part in form if part and not part.endswith(" "))
        view.show_file(self._name(), said)
        view.show_columns(preview.columns)
        view.show_first_rows(preview.headings, preview.first_rows)
        self._rows = preview.rows
        self._show_columns()

    def _show_columns(self) -> None:
        self._step = "columns"
        view = self._view.columns
        self._view.show_columns(f"{self._name()}, about {self._rows:,} rows", view.matched())

    def _run(self, *, dry_run: bool) -> None:
        title = "Checking the rows" if dry_run else f"Loading into {self._campaign().name}"
        work = self._load(dry_run=dry_run)
        self._view.show_work(title, "You can go on calling.", 0, None)
        self._busy = self._work.long(
            work,
            self._checked if dry_run else self._done,
            owner=self,
            refused=self._unreadable,
            looked=lambda seen: self._look(title, seen),
            stopped=self._show_stopped,
        )

    def _load(
        self, *, dry_run: bool, left_out: Path | None = None
    ) -> Callable[[Desk, Progress], Loaded]:
        """What loading this file is, as it stands on the screen now."""
        path, campaign, region = self._path or Path(), self._campaign(), self._view.region
        mapping = self._view.columns.mapping()

        def work(desk: Desk, progress: Progress) -> Loaded:
            return desk.intake.load(
                path,
                campaign=campaign.id,
                region=region,
                mapping=mapping,
                dry_run=dry_run,
                left_out=left_out,
                progress=progress,
            )

        return work

    def _look(self, title: str, seen: Progress) -> None:
        rows = f"{seen.done:,} of {seen.of:,} rows" if seen.of else f"{seen.done:,} rows"
        self._view.show_work(title, f"{rows}. You can go on calling.", seen.done, seen.of)

    def _checked(self, loaded: Loaded) -> None:
        self._busy, self._result, self._step = None, loaded, "check"
        self._view.show_checked(counts_of(loaded), left_out_of(loaded), tuple(loaded.notes))

    def _done(self, loaded: Loaded) -> None:
        self._busy, self._result, self._step = None, loaded, "done"
        self._view.show_done(counts_of(loaded), left_out_of(loaded), tuple(loaded.notes))
        self.loaded.emit(loaded.changes)

    def _show_stopped(self) -> None:
        self._busy = None
        self._show_columns()
        self._view.footer.tell("Stopped. Nothing was saved.", "Check the rows again to go on.")

    def _given_up(self) -> None:
        self._busy = None
        self.left.emit()

    def _unreadable(self, error: QualdeskError) -> None:
        self._busy = None
        self._view.show_trouble(self._name(), error.says)

    def _name(self) -> str:
        return self._path.name if self._path else ""


def counts_of(loaded: Loaded) -> Counts:
    """The four counts of a load."""
    return Counts(
        rows=loaded.rows,
        new=loaded.new,
        updated=loaded.updated,
        merged=loaded.merged,
        left_out=loaded.left_out,
    )


def left_out_of(loaded: Loaded) -> tuple[LeftOut, ...]:
    """The rows left out, as the table shows them."""
    return tuple(
        LeftOut(row=row.row_number, reason=row.reason, raw=_in_words(row.raw))
        for row in loaded.left_out_rows
    )


def _in_words(raw: Mapping[str, str]) -> str:
    """A row as it stands in the file, its filled cells in order."""
    return ", ".join(filter(None, (cell.strip() for cell in raw.values())))
