"""Files of past history: loading one, its template, and taking one back."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.past_rows import PastLoad, PastLoaded
from qualdesk.core.progress import Progress
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.definitions.past_view import PastView
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.work import Work


class PastFiles(QObject):
    """Between the view and the desk; a file is read on the long lane."""

    changed = Signal()
    """There are other finished leads to try a definition on."""

    script: CallScript | None = None
    """The script whose questions name the columns of a file."""
    campaign: CampaignId | None = None
    """Whose leads a file holds; None for nobody's in particular."""

    def __init__(self, work: Work, choosing: Choosing, view: PastView) -> None:
        super().__init__()
        self._work, self._choosing, self._view = work, choosing, view
        self._drop = DropTarget(view, tr("Drop a file of past leads here"))
        self._drop.dropped.connect(self._dropped)
        view.load_wanted.connect(self.load)
        view.template_wanted.connect(self._write_template)
        view.undo_wanted.connect(self._take_back)

    def refresh(self) -> None:
        """Ask for the files that are loaded."""
        self._work.ask(
            lambda desk: desk.trying.past_loads(),
            self._view.show_loads,
            owner=self,
            refused=self._refused,
        )

    def load(self) -> None:
        """Ask for a file and load it."""
        path = self._choosing.file(
            self._view, tr("A file of past leads"), "past history", "*.csv *.xlsx *.ods"
        )
        if path is not None:
            self.load_file(path)

    def load_file(self, path: Path) -> None:
        """Load this file; every row is kept or named with its reason."""
        script, campaign = self.script, self.campaign
        if script is None:
            self._view.tell("warn", tr("Open this from a campaign: its script names the columns."))
            return

        def ask(desk: Desk, progress: Progress) -> PastLoaded:
            return desk.trying.load_past(path, script, progress, campaign)

        def done(loaded: PastLoaded) -> None:
            self._view.show_loaded(loaded)
            self.refresh()
            self.changed.emit()

        self._work.long(ask, done, owner=self, refused=self._refused, looked=self._view.show_busy)

    def _dropped(self, files: tuple[Path, ...]) -> None:
        if len(files) > 1:
            self._view.tell("warn", tr("Drop one file at a time."))
            return
        self.load_file(files[0])

    def _write_template(self) -> None:
        script = self.script
        if script is None:
            self._view.tell("warn", tr("Open this from a campaign: its script names the columns."))
            return
        path = self._choosing.new_file(
            self._view, tr("The template"), "past history", f"{script.id}-past.csv"
        )
        if path is None:
            return
        name = path.name
        self._work.ask(
            lambda desk: desk.trying.write_template(path, script),
            lambda _done: self._view.tell(
                "ok", tr("“{file}” has a column for each question.", file=name)
            ),
            owner=self,
            refused=self._refused,
        )

    def _take_back(self, load: PastLoad) -> None:
        def done(_done: object) -> None:
            self._view.tell(
                "ok", tr("“{file}” is taken back. Nothing is tried on it any more.", file=load.name)
            )
            self.refresh()
            self.changed.emit()

        self._work.ask(
            lambda desk: desk.trying.undo_past(load.id), done, owner=self, refused=self._refused
        )

    def _refused(self, error: QualdeskError) -> None:
        self._view.tell("bad", error.says)
