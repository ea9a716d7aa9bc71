"""The tab “Next batch”: it asks the desk, shows what it said, and lets a batch leave."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.crm_profiles import CrmProfile, ProfileGap
from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff import BatchSummary, Brief
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.list_words import counted
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.bar import HandoffBar
from qualdesk.qt.handoff.batch_asking import BatchAsking, Looked
from qualdesk.qt.handoff.batch_view import BatchView
from qualdesk.qt.handoff.brief_asking import BriefAsking
from qualdesk.qt.handoff.brief_print import BriefPrint
from qualdesk.qt.handoff.brief_view import BriefView
from qualdesk.qt.handoff.export_card import ExportCard
from qualdesk.qt.handoff.exporting import Exporting, Order
from qualdesk.qt.handoff.fix_banner import ended
from qualdesk.qt.handoff.gap_asking import GapAsking
from qualdesk.qt.handoff.history_row import HistoryRow
from qualdesk.qt.handoff.lead_acts import LeadActs
from qualdesk.qt.handoff.model import BatchRow, Leaving, Place, leaving_of
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.handoff import Exported

_Profiles: TypeAlias = tuple[CampaignId, tuple[CrmProfile, ...]]
_WIDE, _WIDEST = 1400, 1700
_LOW: Final = 780
_PAUSE_MS: Final = 300


class NextPage(Fitted):
    """The next batch of one campaign, the brief of the lead chosen, and what left last."""

    changed = Signal(object)
    """What an export or an act touched, as ``Changes``."""
    edit_profiles = Signal()
    """The tables for CRMs are to be looked at and changed."""
    counted = Signal(int)
    """How many leads are qualified and still here."""
    exported = Signal(object)
    """A batch has left: :class:`Exported`. Whether sales is to be told, ``bar.mail`` says."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._choosing, self._zone = work, clock, choosing, zone
        self._watched: QWidget | None = None
        self._campaign: Campaign | None = None
        self._brief: Brief | None = None
        self.batch = BatchView(zone)
        self.result = ResultLine()
        self.side = self.brief = BriefView()
        self.below = self.history = HistoryRow(zone)
        self.card = ExportCard(self)
        self.foot = self.bar = HandoffBar(self.card)
        self.toast = Toast(self)
        self.asking = BatchAsking(work)
        self.acts = LeadActs(work, clock, self.toast, self)
        self.exporting = Exporting(work, self)
        self._briefs = BriefAsking(work)
        self._gaps = GapAsking(work)
        self._paper = BriefPrint(work, choosing, self)
        self.setFocusProxy(self.batch.table)
        # Who gets it decides what a lead lacks: ask again when the typing pauses.
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._listen()
        self._listen_to_work()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.result)
        column.addWidget(self.batch, 1)
        self.fit()

    def _listen(self) -> None:
        batch, brief, bar = self.batch, self.brief, self.bar
        batch.chosen.connect(self._ask_brief)
        batch.opened.connect(brief.take_cursor)
        batch.ticked.connect(self._count)
        batch.person_wanted.connect(self.choose_person)
        batch.fix.person_wanted.connect(lambda lead: self.acts.choose_person(lead, batch.fix))
        batch.fix.rule_wanted.connect(lambda rule: self.acts.add_rule(rule, batch.fix))
        brief.stepped.connect(batch.step)
        brief.hold_pressed.connect(self.hold)
        brief.print_pressed.connect(self.print_brief)
        brief.line_said.connect(self._say_line)
        bar.changed.connect(self._count)
        bar.export_pressed.connect(self.main)
        bar.stop_pressed.connect(self.exporting.stop)
        self.card.receiver_typed.connect(self._typed.start)
        self.card.edit_pressed.connect(self._edit_profiles)
        self._typed.timeout.connect(lambda: self._look(()))

    def _listen_to_work(self) -> None:
        self.asking.found.connect(self._show)
        self.asking.refused.connect(self._refused)
        self.asking.looking.connect(self.batch.say_looking)
        self._gaps.found.connect(self._show_gaps)
        self._briefs.found.connect(self._show_brief)
        self._briefs.refused.connect(self._no_brief)
        self.acts.acted.connect(self._acted)
        self.acts.refused.connect(self._refused)
        self.acts.nobody.connect(self._name_somebody)
        self._paper.printed.connect(self._printed)
        self._paper.refused.connect(self._refused)
        self.exporting.working.connect(self.bar.show_work)
        self.exporting.exported.connect(self._has_left)
        self.exporting.refused.connect(self._not_exported)
        self.exporting.stopped.connect(self._stopped)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.batch, self.brief, self.bar)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show the hand-off of this campaign."""
        before = self._campaign.id if self._campaign else None
        self._campaign = campaign
        if campaign is None or campaign.id != before:
            self._begin()
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again, about every lead."""
        self._look(None)
        campaign = self._campaign
        if campaign is not None:
            self._work.ask(
                lambda desk: _profiles(desk, campaign),
                self._show_profiles,
                owner=self,
                refused=self._refused,
            )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: look again at the leads it concerns."""
        mine = self._campaign is not None and self._campaign.id in changes.campaigns
        if mine or changes.leads or changes.batches:
            self._look(changes.leads)

    def show_batches(self, batches: tuple[BatchSummary, ...]) -> None:
        """Show the last of the batches that have left."""
        self.history.show_batches(batches)

    def main(self) -> None:
        """The one big key: let the batch leave, into a folder that is asked for."""
        if self.exporting.is_busy or self.bar.missing(self.leaving, self._today()):
            self._count()
            return
        folder = self._choosing.folder(self, tr("Where shall the batch be written?"), "handoff")
        if folder is not None:
            self.export_into(folder)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {
            "find": self.search_here,
            "hold_back": self.hold,
            "edit_line": self._edit_line,
            "choose_person": self.choose_person,
            "fix_next": lambda: self.batch.step_to_fix(1),
            "fix_prev": lambda: self.batch.step_to_fix(-1),
            "print": self.print_brief,
        }

    def undo(self) -> None:
        """Take the last act back; what has left is recalled, never undone."""
        self.acts.undo()

    def search_here(self) -> None:
        """Put the cursor into the search."""
        self.batch.search.setFocus()
        self.batch.search.selectAll()

    def hold(self) -> None:
        """Hold the lead back, or put it back where it is held."""
        row = self.batch.current()
        if row is not None:
            self.acts.hold(row.lead, back=row.place is Place.HELD_BACK)

    def choose_person(self) -> None:
        """Choose who gets the lead, whatever the rules say."""
        row = self.batch.current()
        if row is not None:
            self.acts.choose_person(row.lead, self.batch.table)

    def _edit_line(self) -> None:
        if self.batch.current() is not None:
            self.brief.edit_line()

    def print_brief(self) -> None:
        """Put the brief in sight on paper."""
        row = self.batch.current()
        if row is not None and self._brief is not None:
            self._paper.write(self._brief, row.lead.receiver)

    @property
    def leaving(self) -> Leaving:
        """What an export would do now."""
        return leaving_of(self.batch.rows, self.batch.ticks)

    def export_into(self, folder: Path) -> None:
        """Write the batch below this folder: the leads as they are ticked now."""
        if self._campaign is None:
            return
        order = Order(
            campaign=self._campaign.id,
            leads=self.leaving.leads,
            answer_by=self.card.answer_by.day,
            contents=self.bar.contents,
            receiver=self.card.typed_receiver(),
            receiver_email=self.card.typed_email(),
        )
        self.result.clear()
        self.exporting.begin(order, folder)

    @override
    def fit(self) -> None:
        """The brief is as wide as there is room for; the toast stands at the bottom."""
        here = look()
        room = self.window().width() / here.scale
        self.brief.setFixedWidth(here.px(_BRIEF if room > _WIDE else _NARROW_BRIEF))
        self.batch.table.show_wide(is_wide=room > _WIDEST)
        self.history.fold(is_on=self.window().height() / here.scale < _LOW)
        self.toast.move(here.px(8), self.height() - self.toast.height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.window() is not self._watched:
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What stands around this page decides how wide it is: only the window tells the room.
        if watched is self._watched and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        """Another campaign is in front: nothing said or typed about the last one stays."""
        campaign = self._campaign
        self.acts.work_on(campaign.id if campaign else None)
        self.acts.close_cards()
        self.card.forget(receiver=True)
        self.batch.ticks.forget()
        self.result.clear()
        self._gaps.forget()
        self.bar.show_gaps(())
        self.bar.mail.setChecked(campaign is not None and "mail" in campaign.handoff.channels)
        self.asking.forget()
        self._fill(None)

    def _look(self, leads: Collection[LeadId] | None) -> None:
        if self._campaign is not None:
            self.asking.ask(self._campaign.id, self.card.typed_receiver(), leads)

    def _show(self, looked: Looked) -> None:
        self.batch.model.own_name = looked.own_name
        self._fill(looked)

    def _fill(self, looked: Looked | None) -> None:
        is_looking = looked is None and self._campaign is not None
        self.bar.show_batch(looked.batch if looked else None, is_looking=is_looking)
        self.batch.show_rows(looked.rows if looked else (), is_looking=is_looking)
        self.counted.emit(len(self.batch.rows))

    def _ask_brief(self, row: BatchRow | None) -> None:
        if row is None:
            self._briefs.forget()
            self._brief = None
            self.brief.show_nothing(tr(_LOOKING if self.bar.is_looking else _NOBODY))
        else:
            self._briefs.ask(row.id)

    def _show_brief(self, brief: Brief) -> None:
        row = self.batch.current()
        if row is None or row.id != brief.lead_id:  # another was chosen meanwhile
            return
        self._brief = brief
        self.brief.show_brief(
            brief,
            row.lead.receiver,
            self.batch.where(),
            held=row.place is Place.HELD_BACK,
            lacks=ended(row.lead.lacks) if row.lead.lacks else "",
        )

    def _no_brief(self, says: str) -> None:
        self._brief = None
        self.brief.show_nothing(says)

    def _count(self) -> None:
        """Say what the button will do now."""
        leaving = self.leaving
        self.batch.show_ticked(len(leaving.leads))
        self.bar.show_leaving(leaving, self._today())
        if self._campaign is not None:
            profile, many = self.bar.contents.profile, len(self.batch.rows)
            self._gaps.ask(self._campaign.id, profile, leaving.leads, many)

    def _show_gaps(self, gaps: tuple[ProfileGap, ...]) -> None:
        self.bar.show_gaps(gaps)
        self.bar.show_leaving(self.leaving, self._today())

    def _show_profiles(self, found: _Profiles) -> None:
        campaign, profiles = found
        if self._campaign is None or campaign != self._campaign.id:
            return
        chosen = self.card.chosen
        kept = chosen.id if chosen is not None else self._campaign.handoff.profile
        self.card.show_profiles(profiles, kept)
        self._gaps.forget()
        self._count()

    def _name_somebody(self) -> None:
        """Nobody of sales is in the team: whoever gets the leads is named by hand."""
        self.bar.open_card(self.card.receiver)

    def _edit_profiles(self) -> None:
        self.card.close_over()
        self.edit_profiles.emit()

    def _say_line(self, lead_id: LeadId, text: str) -> None:
        name = next((row.lead.name for row in self.batch.rows if row.id == lead_id), "")
        self.acts.say_line(lead_id, name, text)

    def _acted(self, changes: Changes) -> None:
        self.fit()
        self._look(changes.leads)
        self.changed.emit(changes)

    def _printed(self, path: Path) -> None:
        self.result.show_folder(tr("The brief is written."), path)

    def _has_left(self, done: "Exported") -> None:
        self.card.forget(receiver=False)
        self.bar.show_idle()
        title = tr(
            "Batch {number} has left: {leads}, {files}",
            number=done.number,
            leads=counted(len(done.leads), "lead"),
            files=counted(len(done.files), "file"),
        )
        self.result.show_folder(title, done.folder)
        self._look(done.changes.leads)
        self.changed.emit(done.changes)
        self.exported.emit(done)

    def _stopped(self) -> None:
        self.bar.show_idle()
        self.result.say("info", tr("Stopped. The batch is unchanged and still ready."))
        self._count()

    def _not_exported(self, error: QualdeskError) -> None:
        self.bar.show_idle()
        self._refused(error)
        self._count()

    def _refused(self, error: QualdeskError) -> None:
        self.result.say("bad", error.says)

    def _today(self) -> date:
        return local_time(self._clock.now(), self._zone).date()


def _profiles(desk: Desk, campaign: Campaign) -> _Profiles:
    return campaign.id, desk.profiles.profiles(campaign.client)


_LOOKING: Final = tr_later("Looking at the qualified leads")
_NOBODY: Final = tr_later("No lead here. Qualified leads come here by themselves.")
_BRIEF, _NARROW_BRIEF = 496, 420
