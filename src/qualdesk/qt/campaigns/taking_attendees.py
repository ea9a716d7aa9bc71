"""Reading the list of who was at an event, and undoing it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.campaigning import Attendees
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.attendees import AttendeesCard
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.intake import Undone

_FILES: Final = "*.csv *.tsv *.txt *.xlsx *.xls *.ods *.xlsb"


class TakingAttendees(QObject):
    """One list at a time, beside the calls."""

    changed = Signal(object)
    """What the list touched, as ``Changes``."""

    def __init__(self, card: AttendeesCard, work: Work, choosing: Choosing) -> None:
        super().__init__(card)
        self._card, self._work, self._choosing = card, work, choosing
        self._campaign: CampaignId | None = None
        self._run: LongWork | None = None
        card.file_pressed.connect(self._choose)
        card.dropped.connect(self._dropped)
        card.undo_pressed.connect(self._undo)
        card.stop_pressed.connect(self._stop)

    def work_on(self, campaign: CampaignId) -> None:
        """Lists are of this campaign's event from now on."""
        if campaign != self._campaign:
            self._campaign = campaign
            self._card.tell("ok", "")

    def take(self, path: Path) -> None:
        """Read a list of who was there."""
        campaign = self._campaign
        if campaign is None or self._run is not None:
            return

        def work(desk: Desk, progress: Progress) -> Attendees:
            return desk.campaigning.take_attendees(campaign, path, progress)

        self._card.show_work(0, None)
        self._run = self._work.long(
            work,
            self._taken,
            owner=self,
            refused=self._refused,
            looked=lambda seen: self._card.show_work(seen.done, seen.of),
            stopped=self._stopped,
        )

    def _choose(self) -> None:
        path = self._choosing.file(self._card, tr("Lists of who was there"), "attendees", _FILES)
        if path is not None:
            self.take(path)

    def _dropped(self, files: tuple[Path, ...]) -> None:
        if len(files) > 1:
            self._card.tell("warn", tr("Drop one list at a time."))
        else:
            self.take(files[0])

    def _taken(self, result: Attendees) -> None:
        self._run = None
        if result.campaign_id == self._campaign:
            self._card.show_result(result)
        self.changed.emit(result.changes)

    def _undo(self) -> None:
        campaign = self._campaign
        if campaign is None or self._run is not None:
            return

        self._card.show_work(0, None)
        self._run = self._work.long(
            lambda desk, progress: desk.campaigning.undo_attendees(campaign, progress),
            self._undone,
            owner=self,
            refused=self._refused,
            looked=lambda seen: self._card.show_work(seen.done, seen.of),
        )

    def _undone(self, undone: "Undone") -> None:
        self._run = None
        self._card.tell("ok", undone.says)
        self.changed.emit(undone.changes)

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _stopped(self) -> None:
        self._run = None
        self._card.tell("warn", tr("Stopped. Nothing of the list was kept."))

    def _refused(self, error: QualdeskError) -> None:
        self._run = None
        problems = [str(problem) for problem in getattr(error, "problems", ())]
        self._card.tell("bad", error.says, "\n".join(problems[:4]))
