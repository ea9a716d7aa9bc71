"""The queue as a table: search, filters whose counts add up, and the leads in their order."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import NothingToCall, QueueFilter, QueueLine
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.call_desk.empty import EmptyDesk
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.columns import CAMPAIGN, CLOCK, COLUMNS, TRIES, cell_of, ground_of
from qualdesk.qt.queue.words import ALL, NOW, filters_of, reasons_of
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.cells import Cell
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.filters import FilterRow
from qualdesk.qt.widgets.keycap import KeyedLabel
from qualdesk.qt.widgets.paged import PagedTable
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.widgets.wide import keep_wide

_PAUSE_MS: Final = 200
_EVERY_CAMPAIGN: Final = tr_later("All campaigns")
_EVERY_REASON: Final = tr_later("Any reason to wait")
_KEYS: Final = tr_later(
    "Enter shows why. {pin} pins, {take_out} keeps out or lets in, {give_lead} gives to a caller."
)
_EMPTY: Final = (
    tr_later("No lead here"),
    tr_later("Nothing in the queue fits. Choose another filter, or search less."),
)


class QueueTable(Card):
    """The leads of the queue. It keeps the filter; the page asks the desk for what fits."""

    narrowed = Signal()
    """Another filter is wanted: see ``wanted``."""
    chosen = Signal(object)
    """The ``QueueLine`` the cursor is on now, or None."""
    opened = Signal()
    """Enter on a lead: its explanation is asked for."""
    balance_pressed = Signal()
    """The weights and shares of the campaigns are asked for."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Queue"))
        self._zone = zone
        self._now: datetime | None = None
        self._campaigns: tuple[Campaign, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._narrow = False
        self.search = Field(
            tr("Find in the queue"),
            tr("Name, company, number"),
            icon="search",
            keys="find",
        )
        self.campaign = Choice(tr("Leads of which campaign"), [tr(_EVERY_CAMPAIGN)])
        self.reason = Choice(tr("Why leads wait"), [tr(_EVERY_REASON)])
        self.balance = PushButton(tr("Balance"), icon="sliders-horizontal", keys="balance")
        self.filters = FilterRow(tr("Which leads are shown"))
        self.model: PagedTable[QueueLine] = PagedTable(COLUMNS, self._cell, ground_of)
        self.table = PlainTable(tr("Leads of the queue"), row_height=46)
        self.table.show_rows_of(self.model)
        self.setFocusProxy(self.table)
        self.empty = EmptyDesk()
        self._why = QWidget()
        self._nothing = EmptyPlace(*map(tr, _EMPTY))
        self._foot = KeyedLabel(tr(_KEYS), face="hint", tone="text2", elide=True)
        self._seen = PlainLabel(face="hint", tone="text3")
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        for each in (self._why, self._nothing):
            reveal(each, shown=False)
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 12, 16, 0)
        tools.setSpacing(10)
        keep_wide(self.search, least=286)
        tools.addWidget(self.search, 3)
        tools.addWidget(self.campaign, 2)
        tools.addWidget(self.reason, 2)
        tools.addWidget(self.balance)
        heaps = QHBoxLayout()
        heaps.setContentsMargins(16, 10, 16, 10)
        heaps.addWidget(self.filters, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.setSpacing(12)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._seen)
        # Stretches and no alignment: an aligned widget is not asked how high its words wrap.
        upright = QVBoxLayout(self._why)
        upright.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.empty)
        line.addStretch(1)
        upright.addLayout(line)
        upright.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addLayout(heaps)
        column.addWidget(self.table, 1)
        column.addWidget(self._why, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _listen(self) -> None:
        self._typed.timeout.connect(self.narrowed)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.filters.changed.connect(self._heap_chosen)
        self.campaign.activated.connect(self._campaign_chosen)
        self.reason.activated.connect(self._reason_chosen)
        self.table.chosen.connect(lambda _row: self.chosen.emit(self.current()))
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.balance.clicked.connect(self.balance_pressed)

    @property
    def wanted(self) -> QueueFilter:
        """Which leads are to be shown."""
        at = self.reason.currentIndex()
        state = self._codes[at - 1] if 0 < at <= len(self._codes) else self.filters.on
        return QueueFilter(campaign=self.campaign_id, state=state, text=self.search.text().strip())

    @property
    def campaign_id(self) -> CampaignId | None:
        """The campaign shown, None for all."""
        at = self.campaign.currentIndex()
        return self._campaigns[at - 1].id if 0 < at <= len(self._campaigns) else None

    def current(self) -> QueueLine | None:
        """The lead the cursor is on, as far as it is there."""
        return self.model.row_at(self.table.currentIndex().row())

    def show_campaigns(self, campaigns: Sequence[Campaign], chosen: CampaignId | None) -> None:
        """Offer these campaigns."""
        self._campaigns = tuple(campaigns)
        every = tr(_EVERY_CAMPAIGN)
        name = next((each.name for each in campaigns if each.id == chosen), every)
        self.campaign.set_values([every, *(each.name for each in campaigns)], name)
        self._fit_campaign()

    def show_counts(
        self, why: NothingToCall, now: datetime, *, callbacks: int, pinned: int
    ) -> None:
        """Show how many leads are in each heap, and why those wait that do."""
        self.filters.set_filters(filters_of(why, callbacks=callbacks, pinned=pinned))
        at = self.reason.currentIndex()
        kept = self._codes[at - 1] if 0 < at <= len(self._codes) else ""
        found = reasons_of(why.reasons)
        self._codes = tuple(code for code, _says, _leads in found)
        texts = [f"{says[:1].upper()}{says[1:]}, {number(leads)}" for _code, says, leads in found]
        self.reason.set_values([tr(_EVERY_REASON), *texts])
        if kept in self._codes:
            self.reason.setCurrentIndex(self._codes.index(kept) + 1)
        self.empty.explain(why, self._zone, now)

    def show_ids(self, ids: Sequence[int], now: datetime) -> None:
        """Show these leads in this order; the cursor stays on its lead if it can."""
        before, top = self.current(), self.table.verticalScrollBar().value()
        was = self.table.currentIndex().row()
        self._now = now
        self.model.set_ids(ids)
        is_bare = not len(ids)
        explains = is_bare and self.filters.on in {ALL, NOW} and not self.search.text().strip()
        reveal(self.table, shown=not is_bare)
        reveal(self._why, shown=explains)
        reveal(self._nothing, shown=is_bare and not explains)
        self._seen.setText(tr("{leads:,} shown", leads=len(ids)) if ids else "")
        if is_bare:
            self.chosen.emit(None)
            return
        place = _place_of(before, ids, was)
        self.table.choose(place)
        self.table.verticalScrollBar().setValue(top)

    def show_lines(self, ids: Sequence[int], lines: Mapping[LeadId, QueueLine]) -> None:
        """These leads came; the one under the cursor may be among them."""
        self.model.fill(ids, lines)
        line = self.current()
        if line is not None and line.lead_id in lines:
            self.chosen.emit(line)

    def fit(self, *, narrow: bool, wide: bool) -> None:
        """Leave out what a narrow window has no room for."""
        self._narrow = narrow
        self._fit_campaign()
        self.table.reveal_column(TRIES, shown=not narrow or wide)
        self.table.reveal_column(CLOCK, shown=not narrow or wide)

    def _cell(self, line: QueueLine, place: int, column: int) -> Cell:
        if self._now is None:
            return Cell()
        return cell_of(line, place, column, self._now, self._zone)

    def _fit_campaign(self) -> None:
        """Where all leads are of one campaign, its column leaves its room to the reasons."""
        is_one = self.campaign_id is not None or len(self._campaigns) == 1
        self.table.reveal_column(CAMPAIGN, shown=not (self._narrow or is_one))

    def _campaign_chosen(self) -> None:
        self._fit_campaign()
        self.narrowed.emit()

    def _heap_chosen(self) -> None:
        self.reason.setCurrentIndex(0)
        self.narrowed.emit()

    def _reason_chosen(self) -> None:
        self.narrowed.emit()


def _place_of(before: QueueLine | None, ids: Sequence[int], was: int) -> int:
    """Where the cursor goes: to its lead near where it was, else to its place, else the top."""
    if before is not None:
        if 0 <= was < len(ids) and ids[was] == before.lead_id:
            return was
        try:
            return ids.index(before.lead_id)
        except ValueError:
            return min(max(was, 0), len(ids) - 1)
    return 0
