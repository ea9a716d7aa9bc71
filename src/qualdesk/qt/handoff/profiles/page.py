"""The page of tables for CRMs: it asks the desk, and shows a table with the leads of the batch."""

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.crm_profiles import CrmProfile, Field, KnownTable, check_profile
from qualdesk.core.crm_sources import SOURCES, TRANSFORMS
from qualdesk.core.crm_table_edits import Need, copy_of, moved, with_field, without
from qualdesk.core.crm_table_words import TableLook, look_at
from qualdesk.core.errors import DocumentRefused, QualdeskError
from qualdesk.core.handoff import Package
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.qt.handoff.profiles.drafts import Drafts, TableEntry
from qualdesk.qt.handoff.profiles.field_card import FieldCard
from qualdesk.qt.handoff.profiles.view import ProfilesView
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

UNDO_FOR: Final = timedelta(seconds=10)
_SOURCES: Final = frozenset(SOURCES)
_TRANSFORMS: Final = frozenset(TRANSFORMS)


class ProfilesPage(Fitted):
    """Tables for the CRM of one campaign's client, looked at with the leads of its next batch."""

    changed = Signal(object)
    """A table was kept or removed, as ``Changes``."""
    closed = Signal()
    """The page was left."""

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__()
        self._work, self._clock = work, clock
        self._campaign: Campaign | None = None
        self._leads: frozenset[LeadId] | None = None
        self._batch: Package | None = None
        self._drafts = Drafts()
        self._at = ""
        self._asked = 0
        self._card: FieldCard | None = None
        self._way_back: Callable[[], None] | None = None
        self._undo_until = clock.now()
        self.view = ProfilesView()
        self.toast = Toast(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.shelf.table)
        self._listen()

    def _listen(self) -> None:
        view = self.view
        view.shelf.chosen.connect(self.choose)
        view.shelf.copy_pressed.connect(self.copy)
        view.copy_pressed.connect(self.copy)
        view.shelf.remove_pressed.connect(self._remove)
        view.about.edited.connect(self._put)
        view.about.kept_for.connect(self._keep_for)
        view.about.refused.connect(view.say_wrong)
        view.table.opened.connect(self._open_row)
        view.table.chosen.connect(lambda _row: self._settle())
        view.add.clicked.connect(self.add_column)
        view.up.clicked.connect(lambda: self._move_column(-1))
        view.down.clicked.connect(lambda: self._move_column(1))
        view.take_out.clicked.connect(self._take_out_column)
        view.keep.clicked.connect(self.main)
        view.leave.clicked.connect(self.leave)
        self.toast.clicked.connect(self.undo)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return self.view.panes

    @property
    def entry(self) -> TableEntry | None:
        """The table in front."""
        return self._drafts.entry(self._at)

    def show_campaign(self, campaign: Campaign | None, leads: Collection[LeadId] = ()) -> None:
        """Work on the tables of this campaign's client, looked at with ``leads``.

        Without any it is the best ones that are ready.
        """
        before, self._campaign = self._campaign, campaign
        if before is None or campaign is None or before.client != campaign.client:
            self._drafts, self._at = Drafts(), ""
        self._leads, self._batch = frozenset(leads) or None, None
        self.refresh()

    def open(self, campaign: Campaign, leads: Collection[LeadId], profile: str = "") -> None:
        """Begin with the table of that id, looked at with these leads of the next batch."""
        self.show_campaign(campaign, leads)
        self.choose(profile or self._at)

    def refresh(self) -> None:
        """Ask the desk again."""
        campaign, leads = self._campaign, self._leads
        if campaign is None:
            return
        self._work.ask(
            lambda desk: desk.profiles.tables(campaign.client),
            lambda found: self._show(campaign, found),
            owner=self,
            refused=self._refused,
        )
        # The stories of some hundred leads take a moment, and the call must not wait for them.
        self._work.long(
            lambda desk, _progress: desk.profiles.leaving(campaign.id, leads),
            lambda batch: self._show_batch(campaign, batch),
            owner=self,
            refused=self._refused,
        )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: ask again where it concerns these leads."""
        mine = self._campaign is not None and self._campaign.id in changes.campaigns
        if mine or changes.leads or changes.batches:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {
            "new": self.add_column,
            "rule_up": lambda: self._move_column(-1),
            "rule_down": lambda: self._move_column(1),
        }

    def main(self) -> None:
        """The one big key: keep the table as it stands."""
        entry = self.entry
        if entry is None or not entry.waits:
            return
        profile, client = entry.profile, entry.client
        self._work.ask(
            lambda desk: desk.profiles.keep(profile, client),
            lambda changes: self._kept(profile, changes),
            owner=self,
            refused=self._refused,
        )

    def undo(self) -> None:
        """Take back what the toast offers, else the last change of the table in front."""
        way_back, self._way_back = self._way_back, None
        self.toast.hide()
        if way_back is not None and self._clock.now() < self._undo_until:
            way_back()
        elif self._drafts.step_back(self._at):
            self._draw()

    def leave(self) -> None:
        """Go back to the batch; what is not kept yet stays here as it is."""
        if self._card is not None:
            self._card.close_over()
        self.closed.emit()

    def step_back(self) -> bool:
        """Esc: back to the batch."""
        self.leave()
        return True

    def choose(self, table_id: str) -> None:
        """Bring a table to the front."""
        if table_id != self._at:
            self._at = table_id
            self._draw()

    def copy(self) -> None:
        """Begin a table of our own as a copy of the one in front."""
        entry, campaign = self.entry, self._campaign
        if entry is None or campaign is None:
            return
        taken = [one.profile.id for one in self._drafts.entries]
        name = tr("{name}, ours", name=entry.name)
        copied = copy_of(entry.profile, name, taken)
        self._drafts.begin(copied, campaign.client)
        self._at = copied.id
        self._draw()
        self.view.about.name.setFocus()
        self.view.about.name.selectAll()

    def add_column(self) -> None:
        """Open the card of a new column."""
        if self.entry is not None:
            self._open(len(self.entry.profile.fields))

    @override
    def fit(self) -> None:
        """The toast stands above the bar."""
        bar = self.view.footer.height()
        self.toast.move(16, self.height() - bar - self.toast.height())

    def _remove(self) -> None:
        """Forget a table of ours, with ten seconds to think again."""
        entry = self.entry
        if entry is None or entry.is_shipped:
            return
        if entry.is_new:
            self._removed(entry, None)
            return
        self._work.ask(
            lambda desk: desk.profiles.remove(entry.profile.id, entry.client),
            lambda changes: self._removed(entry, changes),
            owner=self,
            refused=self._refused,
        )

    def _move_column(self, step: int) -> None:
        """Move the column the cursor is on up (-1) or down (1)."""
        entry, place = self.entry, self.view.table.place
        if entry is None or entry.is_shipped or place < 0:
            return
        self._put(moved(entry.profile, place, step))
        self.view.table.choose(min(max(place + step, 0), len(entry.profile.fields) - 1))

    def _take_out_column(self) -> None:
        """Take out the column the cursor is on."""
        entry, place = self.entry, self.view.table.place
        if entry is not None and not entry.is_shipped and place >= 0:
            self._put(without(entry.profile, place))

    def _show(self, campaign: Campaign, found: Sequence[KnownTable]) -> None:
        if self._campaign is None or campaign.id != self._campaign.id:
            return
        self._drafts.show(found)
        if self.entry is None and found:
            wanted = campaign.handoff.profile
            ids = [one.profile.id for one in found]
            self._at = wanted if wanted in ids else ids[0]
        self._draw()

    def _show_batch(self, campaign: Campaign, batch: Package) -> None:
        if self._campaign is not None and campaign.id == self._campaign.id:
            self._batch = batch
            self._look()

    def _draw(self) -> None:
        """Show the table in front as it stands, and look at it with the leads anew."""
        entry = self.entry
        if entry is None or self._campaign is None:
            return
        self.view.show_entry(self._drafts.entries, entry, self._campaign.client)
        self._settle()
        self._look()

    def _settle(self) -> None:
        entry = self.entry
        if entry is not None:
            self.view.settle(entry, _wrong_with(entry.profile))

    def _look(self) -> None:
        """Say which leads would not fit: beside the call, as there may be thousands."""
        entry, batch = self.entry, self._batch
        if entry is None or batch is None or _wrong_with(entry.profile):
            return
        self._asked += 1
        asked, profile = self._asked, entry.profile

        def seen(look: TableLook) -> None:
            if asked == self._asked:
                self.view.show_look(profile, look)

        self._work.long(
            lambda _desk, _progress: look_at(batch, profile),
            seen,
            owner=self,
            refused=self._refused,
        )

    def _put(self, profile: CrmProfile) -> None:
        self._withdraw()
        self._drafts.put(profile)
        self._draw()

    def _keep_for(self, client: str) -> None:
        self._drafts.keep_for(self._at, client)
        self._draw()

    def _open_row(self, row: int) -> None:
        if not self.view.table.rows.rows[row].is_added:
            self._open(row)

    def _open(self, place: int) -> None:
        entry = self.entry
        if entry is None:
            return
        if entry.is_shipped:
            self.view.ask_for_a_copy()
            return
        if self._card is None:
            self._card = FieldCard(self.window(), self._judge)
            self._card.said.connect(self._keep_column)
        self._card.begin(entry.profile, place)
        self._card.open(self.view.table, self._card.heading)

    def _judge(self, place: int, field: Field, need: Need) -> str:
        entry = self.entry
        if entry is None:
            return ""
        return _wrong_with(with_field(entry.profile, place, field, need))

    def _keep_column(self, place: int, field: Field, need: Need) -> None:
        entry = self.entry
        if entry is not None:
            self._put(with_field(entry.profile, place, field, need))
            self.view.table.choose(place)

    def _kept(self, profile: CrmProfile, changes: Changes) -> None:
        self._drafts.kept(profile)
        self._tell(tr("“{name}” is kept", name=profile.name), None)
        self._draw()
        self.refresh()
        self.changed.emit(changes)

    def _removed(self, entry: TableEntry, changes: Changes | None) -> None:
        self._drafts.forget(entry.profile.id)

        def bring_back() -> None:
            self._drafts.begin(entry.profile, entry.client)
            self._at = entry.profile.id
            self._draw()
            if changes is not None:
                self.main()

        self._tell(tr("“{name}” is removed", name=entry.profile.name), bring_back)
        left = self._drafts.entries
        self._at = left[0].profile.id if left else ""
        self._draw()
        if changes is not None:
            self.changed.emit(changes)

    def _tell(self, says: str, way_back: Callable[[], None] | None) -> None:
        self._way_back = way_back
        self._undo_until = self._clock.now() + UNDO_FOR
        action = tr("Undo") if way_back else ""
        self.toast.tell(says, self._undo_left, action, "undo" if way_back else "")
        self.fit()

    def _withdraw(self) -> None:
        self._way_back = None
        self.toast.hide()

    def _undo_left(self) -> timedelta:
        return self._undo_until - self._clock.now()

    def _refused(self, error: QualdeskError) -> None:
        self.view.say_wrong(error.says)


def _wrong_with(profile: CrmProfile) -> str:
    """Why no table can be made by it; empty when one can."""
    try:
        check_profile(profile, _SOURCES, _TRANSFORMS)
    except DocumentRefused as refused:
        return str(refused.problems[0])
    return ""
