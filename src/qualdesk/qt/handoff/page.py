"""The Hand-off page: it asks the desk, shows what it said, and lets a batch leave."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff import BatchSummary, Brief
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.list_words import counted
from qualdesk.core.next_batch import NextBatch
from qualdesk.core.progress import Progress
from qualdesk.core.sales_answers import AnswersRead
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.handoff import Exported
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.answers_view import AnswersView, read_in_words
from qualdesk.qt.handoff.bar import HandoffBar
from qualdesk.qt.handoff.batch_view import BatchView
from qualdesk.qt.handoff.brief_asking import BriefAsking
from qualdesk.qt.handoff.brief_view import BriefView
from qualdesk.qt.handoff.model import BatchRow, Place
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.handoff.sent_view import SentView
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import LongWork, Work

UNDO_FOR: Final = timedelta(seconds=10)
_WIDE: Final = 1300
_PAUSE_MS: Final = 300


class HandoffPage(Fitted):
    """The next batch of one campaign, the brief of the lead chosen, and what has left."""

    changed = Signal(object)
    """What an export, an answer sheet or a hold touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._choosing, self._zone = work, clock, choosing, zone
        self._campaign: CampaignId | None = None
        self._export: LongWork | None = None
        self._undo: tuple[LeadId, str, bool] | None = None
        self._undo_until = clock.now()
        self.batch = BatchView()
        self.brief = BriefView()
        self._briefs = BriefAsking(work)
        self.sent = SentView(zone)
        self.answers = AnswersView()
        self.result = ResultLine()
        self.bar = HandoffBar()
        self.toast = Toast(self)
        self.setFocusProxy(self.batch.table)
        # Who gets it decides what a lead lacks: ask again when the typing pauses.
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typed.timeout.connect(self.refresh)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.result)
        left.addWidget(self.answers)
        left.addWidget(self.batch, 1)
        left.addWidget(self.sent)
        inner = QHBoxLayout()
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(14)
        inner.addLayout(left, 1)
        inner.addWidget(self.brief)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.bar)
        self.fit()

    def _listen(self) -> None:
        self._drop = DropTarget(self, tr("Drop the answer sheet from sales here"))
        self._drop.dropped.connect(self._dropped)
        self.batch.chosen.connect(self._ask_brief)
        self._briefs.found.connect(self._show_brief)
        self._briefs.refused.connect(self.brief.show_nothing)
        self.batch.opened.connect(self.brief.take_cursor)
        self.batch.ticked.connect(self._count)
        self.bar.changed.connect(self._count)
        self.bar.receiver.textEdited.connect(lambda _text: self._typed.start())
        self.bar.export_pressed.connect(self.main)
        self.bar.stop_pressed.connect(self._stop)
        self.brief.stepped.connect(self.batch.step)
        self.brief.hold_pressed.connect(self._hold)
        self.batch.read_pressed.connect(self.choose_answers)
        self.toast.clicked.connect(self.undo)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.batch, self.brief, self.bar)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show the hand-off of this campaign."""
        wanted = campaign.id if campaign else None
        if wanted != self._campaign:
            self.bar.forget(receiver=True)
            self.result.clear()
            self.answers.clear()
        self._campaign = wanted
        if wanted is None:
            self._fill(None, ())
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        campaign = self._campaign
        if campaign is None:
            return

        receiver = self.bar.typed_receiver()

        def ask(desk: Desk, progress: Progress) -> tuple[NextBatch, tuple[BatchSummary, ...]]:
            batch = desk.handoff.next_batch(campaign, receiver=receiver, progress=progress)
            return batch, desk.handoff.batches(campaign)

        # Some thousand leads take seconds to look at, and the call must not wait for them.
        self._work.long(ask, self._show, owner=self, refused=self._refused)

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: ask again where it concerns this page."""
        mine = self._campaign is not None and self._campaign in changes.campaigns
        if mine or changes.leads or changes.batches:
            self.refresh()

    def main(self) -> None:
        """The one big key: let the batch leave, into a folder that is asked for."""
        leads = self.batch.leaving()
        if self._export is not None or self.bar.missing(len(leads), self._today()):
            self._count()
            return
        folder = self._choosing.folder(self, tr("Where shall the batch be written?"), "handoff")
        if folder is not None:
            self.export_into(folder)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"import": self.choose_answers, "find": self.search_here}

    def undo(self) -> None:
        """Take back what the toast offers."""
        undo, self._undo = self._undo, None
        if undo is not None and self._clock.now() < self._undo_until:
            lead, name, back = undo
            self._move(lead, name, back=back, offer=False)
        self.toast.hide()

    def search_here(self) -> None:
        """Put the cursor into the search."""
        self.batch.search.setFocus()
        self.batch.search.selectAll()

    def export_into(self, folder: Path) -> None:
        """Write the batch below this folder."""
        campaign, leads = self._campaign, self.batch.leaving()
        if campaign is None:
            return
        receiver, email = self.bar.receiver.text().strip(), self.bar.email.text().strip()
        answer_by = self.bar.answer_by.day

        def export(desk: Desk, progress: Progress) -> Exported:
            return desk.handoff.export(
                campaign,
                folder,
                receiver=receiver,
                receiver_email=email,
                answer_by=answer_by,
                leads=leads,
                progress=progress,
            )

        self.result.clear()
        self.bar.show_work(0, len(leads), "")
        self._export = self._work.long(
            export,
            self._exported,
            owner=self,
            refused=self._not_exported,
            looked=lambda progress: self.bar.show_work(progress.done, progress.of, progress.says),
            stopped=self._export_stopped,
        )

    def choose_answers(self) -> None:
        """Ask for an answer sheet and read it."""
        path = self._choosing.file(
            self, tr("The answer sheet from sales"), "answers", "*.xlsx *.csv"
        )
        if path is not None:
            self.read_answers(path)

    def read_answers(self, path: Path) -> None:
        """Read what sales answered."""
        self._work.ask(
            lambda desk: desk.handoff.answers(path),
            lambda read: self._answers_read(path, read),
            owner=self,
            refused=self._refused,
        )

    @override
    def fit(self) -> None:
        """The brief is as wide as there is room for; the toast stands above the bar."""
        here = look()
        self.brief.setFixedWidth(here.px(496 if self.width() / here.scale > _WIDE else 420))
        self.toast.move(here.px(16), self.height() - self.bar.height() - self.toast.height())

    def _show(self, found: tuple[NextBatch, tuple[BatchSummary, ...]]) -> None:
        batch, batches = found
        if batch.campaign == self._campaign:  # another may have been chosen meanwhile
            self._fill(batch, batches)

    def _fill(self, batch: NextBatch | None, batches: tuple[BatchSummary, ...]) -> None:
        self.bar.show_batch(batch)
        self.batch.show_batch(batch)
        self.sent.show_batches(batches)
        self._count()

    def _ask_brief(self, row: BatchRow | None) -> None:
        if row is None:
            self._briefs.forget()
            self.brief.show_nothing(tr("No lead here. Qualified leads come here by themselves."))
        elif self._campaign is not None:
            self._briefs.ask(row.id)

    def _show_brief(self, brief: Brief) -> None:
        row = self.batch.current()
        if row is None or row.id != brief.lead_id:  # another was chosen meanwhile
            return
        self.brief.show_brief(
            brief,
            row.lead.receiver or self.bar.receiver.text(),
            self.batch.where(),
            held=row.place is Place.HELD_BACK,
            lacks=". ".join(row.lead.lacks),
        )

    def _count(self) -> None:
        """Say what the button will do now."""
        rows = self.batch.rows
        blocked = sum(row.place is Place.BLOCKED for row in rows)
        held = sum(row.place is Place.HELD_BACK for row in rows)
        says = _staying(blocked, held)
        self.bar.show_leaving(len(self.batch.leaving()), says, self._today())
        self.batch.show_receiver(self.bar.receiver.text().strip())

    def _hold(self) -> None:
        row = self.batch.current()
        if row is not None:
            self._move(row.id, row.lead.name, back=row.place is Place.HELD_BACK)

    def _move(self, lead: LeadId, name: str, *, back: bool, offer: bool = True) -> None:
        """Hold a lead back or put it back, and offer to undo it."""

        def ask(desk: Desk) -> Changes:
            moved = desk.handoff.put_back(lead) if back else desk.handoff.hold_back(lead)
            return moved.changes

        def done(changes: Changes) -> None:
            if offer:
                self._undo = (lead, name, not back)
                self._undo_until = self._clock.now() + UNDO_FOR
                says = tr("{name} held back", name=name)
                if back:
                    says = tr("{name} put back", name=name)
                self.toast.tell(says, self._undo_left, tr("Undo"), "undo")
                self.fit()
            self.refresh()
            self.changed.emit(changes)

        self._work.ask(ask, done, owner=self, refused=self._refused)

    def _undo_left(self) -> timedelta:
        return self._undo_until - self._clock.now()

    def _stop(self) -> None:
        if self._export is not None:
            self._export.stop()

    def _exported(self, done: Exported) -> None:
        self._export = None
        self.bar.forget(receiver=False)
        self.bar.show_idle()
        title = tr(
            "Batch {number} has left: {leads}, {files}",
            number=done.number,
            leads=counted(len(done.leads), "lead"),
            files=counted(len(done.files), "file"),
        )
        self.result.show_folder(title, done.folder)
        self.refresh()
        self.changed.emit(done.changes)

    def _export_stopped(self) -> None:
        self._export = None
        self.bar.show_idle()
        self.result.say("info", tr("Stopped. The batch is unchanged and still ready."))
        self._count()

    def _not_exported(self, error: QualdeskError) -> None:
        self._export = None
        self.bar.show_idle()
        self.result.say("bad", error.says)
        self._count()

    def _answers_read(self, path: Path, read: AnswersRead) -> None:
        self.answers.show_read(path.name, read)
        self.result.say("warn" if read.problems else "ok", read_in_words(read), path.name)
        self.refresh()
        self.changed.emit(read.changes)

    def _dropped(self, files: tuple[Path, ...]) -> None:
        if len(files) > 1:
            self.result.say("warn", tr("Drop one answer sheet at a time."))
            return
        self.read_answers(files[0])

    def _refused(self, error: QualdeskError) -> None:
        self.result.say("bad", error.says)

    def _today(self) -> date:
        return local_time(self._clock.now(), self._zone).date()


def _staying(blocked: int, held: int) -> str:
    if blocked and held:
        return tr("{blocked} to fix and {held} held back stay here.", blocked=blocked, held=held)
    if blocked:
        return tr_n(blocked, "{n} to fix stays here.", "{n} to fix stay here.")
    if held:
        return tr_n(held, "{n} held back stays here.", "{n} held back stay here.")
    return tr("Nobody stays behind.")
