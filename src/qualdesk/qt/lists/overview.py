"""The campaigns and what has become of their leads, and what each needs before calls start."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import ListId
from qualdesk.core.list_words import counted
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.lists.fates_card import FatesCard
from qualdesk.qt.lists.overview_side import BeforeCalls, DropPlace, ListSide
from qualdesk.qt.lists.rows import ListState, OverviewRow
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.window_words import window_cell

COLUMNS: Final = (
    Column(title=tr_later("Campaign or list"), width=260, stretch=True),
    Column(title=tr_later("Source"), width=120),
    Column(title=tr_later("Leads"), width=76, align="right"),
    Column(title=tr_later("Called"), width=76, align="right"),
    Column(title=tr_later("Finished"), width=82, align="right"),
    Column(title=tr_later("Qualified"), width=84, align="right"),
    Column(title=tr_later("Window"), width=190),
)
_EMPTY: Final = (
    tr_later("No campaign yet"),
    tr_later(
        "A campaign holds the lists of one event or offer, and what callers must know about it. "
        "Make one, or drop a lead list here and you are asked for it."
    ),
)
_LOOKS: Final = {
    ListState.LOADING: ("refresh-cw", "text", "info"),
    ListState.UNFINISHED: ("triangle-alert", "text", "warn"),
    ListState.UNDOING: ("triangle-alert", "text", "warn"),
    ListState.UNDONE: ("undo-2", "text3", "text3"),
}
_KEYS: Final = tr_later(
    "Enter imports a list into the campaign. Drop a file anywhere on the window."
)


class Overview(QWidget):
    """The table of campaigns and lists, with what stands in the way of calls beside it."""

    import_pressed = Signal()
    new_pressed = Signal()
    answer_pressed = Signal()
    """The questions of the chosen campaign are to be answered."""
    go_on_pressed = Signal(object)
    """A list whose loading or undoing was broken off is to be finished: its ``OverviewRow``."""
    undo_pressed = Signal(object)
    """A list is to be undone: its ``OverviewRow``."""

    def __init__(self, zone: str, fates: FatesCard) -> None:
        super().__init__()
        self._zone = zone
        self.fates = fates
        self._now: datetime | None = None
        self._count = Chip("0")
        self.notice = Banner("ok")
        self.model: TableOf[OverviewRow] = TableOf(COLUMNS, self._cell)
        self.table = PlainTable(tr("Campaigns and lists"), row_height=46)
        self.table.show_rows_of(self.model)
        self._card = Card()
        self._keys = QWidget()
        self._side = BeforeCalls()
        self.list_side = ListSide()
        self._row_shown: OverviewRow | None = None
        self._undone: dict[ListId | None, tuple[str, tuple[str, ...]]] = {}
        self._bar = Footer()
        self._drop = DropPlace(tr("Drop a lead list here: CSV or Excel"))
        self._empty = EmptyPlace(*map(tr, _EMPTY))
        self.new = PushButton(tr("New campaign"), icon="plus", keys="new")
        self.main = MainButton(tr("Import a list"), "upload")
        self._says = PlainLabel(face="body_strong", elide=True)
        self._hint = PlainLabel(face="hint", tone="text2", elide=True)
        self._lay_out()
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.import_pressed.emit())
        self.main.clicked.connect(self._main_pressed)
        self.new.clicked.connect(self.new_pressed)
        self._side.answer_pressed.connect(self.answer_pressed)
        self.list_side.go_on_pressed.connect(lambda: self._press(self.go_on_pressed))
        self.list_side.undo_pressed.connect(lambda: self._press(self.undo_pressed))

    def _lay_out_keys(self) -> None:
        """The line under the table that says what its keys do."""
        keys = QVBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(0)
        keys.addWidget(Rule())
        says = PlainLabel(tr(_KEYS), face="hint", tone="text2", elide=True)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 9)
        line.addWidget(says, 1)
        keys.addLayout(line)

    def _lay_out_table(self) -> None:
        """The card with the table, or what stands in its place."""
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(8)
        head.addWidget(PlainLabel(tr("Campaigns and lists"), face="card_title"))
        head.addWidget(self._count)
        head.addStretch(1)
        table = QVBoxLayout(self._card)
        table.setContentsMargins(1, 1, 1, 1)
        table.setSpacing(0)
        table.addLayout(head)
        table.addWidget(self.table, 1)
        table.addWidget(self._empty, 1)
        self._lay_out_keys()
        table.addWidget(self._keys)

    def _lay_out(self) -> None:
        # Until the desk has answered nobody knows whether there is a campaign.
        sides = (self._side, self.list_side, self.fates)
        unknown = (self._empty, *sides, self._count, self.main, self.new)
        for each in (self.notice, self.table, self._keys, *unknown):
            reveal(each, shown=False)
        self._lay_out_table()
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.list_side)
        side.addWidget(self.fates)
        side.addWidget(self._side)
        side.addWidget(self._drop)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 0, 16, 16)
        middle.setSpacing(14)
        middle.addWidget(self._card, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(14)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addWidget(self.notice)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self._footer())

    def _footer(self) -> Footer:
        footer = self._bar
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._says)
        words.addWidget(self._hint)
        footer.row.addLayout(words, 1)
        footer.row.addWidget(self.new)
        footer.row.addWidget(self.main)
        return footer

    def show_rows(self, rows: Sequence[OverviewRow], now: datetime) -> None:
        """Show these campaigns and lists; the cursor stays where it was if it can."""
        before = self.current()
        self._now = now
        self.model.set_rows(rows)
        campaigns = sum(row.is_campaign for row in rows)
        self._count.set(counted(campaigns, "campaign"))
        reveal(self.table, shown=bool(rows))
        reveal(self._empty, shown=not rows)
        reveal(self._keys, shown=bool(rows))
        reveal(self._count, shown=True)
        reveal(self.main, shown=True)
        keys = [row.key for row in rows]
        place = keys.index(before.key) if before is not None and before.key in keys else 0
        self.table.choose(place)
        self._chose(place)
        if rows:
            self.main.set(tr("Import a list"), icon="upload", keys="primary")
        else:
            self.main.set(tr("New campaign"), icon="plus", keys="primary")
        reveal(self.new, shown=bool(rows))

    def tell(self, tone: BannerTone, says: str) -> None:
        """Say something above the table; nothing to say takes the line away."""
        if says:
            self.notice.set(tone, "", says)
        reveal(self.notice, shown=bool(says))

    def show_undone(self, list_id: ListId, says: str, names: Sequence[str]) -> None:
        """A list was undone: what happened stays beside it, with the names of leads that stay."""
        self._undone[list_id] = (says, tuple(names))
        self._row_shown = None
        self._chose(0)

    def current(self) -> OverviewRow | None:
        """The row the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def choose(self, campaign: Campaign) -> None:
        """Put the cursor on a campaign."""
        for place, row in enumerate(self.model.rows):
            if row.is_campaign and row.campaign.id == campaign.id:
                self.table.choose(place)
                return

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.table, self.list_side, self._side, self._bar)

    def _press(self, signal: SignalInstance) -> None:
        row = self.current()
        if row is not None and not row.is_campaign:
            signal.emit(row)

    def _main_pressed(self) -> None:
        (self.import_pressed if self.model.rows else self.new_pressed).emit()

    def _chose(self, _place: int) -> None:
        row = self.current()
        if row is None:
            reveal(self._side, shown=False)
            reveal(self.list_side, shown=False)
            reveal(self.fates, shown=False)
            self._says.setText(tr("No campaign yet"))
            self._hint.setText(
                tr("A campaign says where its leads come from and when to call them.")
            )
            return
        reveal(self._side, shown=row.is_campaign)
        reveal(self.list_side, shown=not row.is_campaign)
        reveal(self.fates, shown=not row.is_campaign)
        # Where a list is looked at its room is for what became of it; files drop anywhere.
        reveal(self._drop, shown=row.is_campaign)
        if row.is_campaign:
            self._side.show_campaign(row.campaign)
        elif self._row_shown != row:
            self.list_side.show_list(row)
            if row.list_id in self._undone:
                self.list_side.show_undone(*self._undone[row.list_id])
        self._row_shown = row
        self._says.setText(row.campaign.name)
        ready = tr("Calls can start.") if row.leads else tr("It has no leads yet.")
        self._hint.setText(f"{row.campaign.to_do}." if row.campaign.to_do else ready)

    def _cell(self, row: OverviewRow, column: int) -> Cell:
        if column == 0:
            return _name_cell(row)
        if column == len(COLUMNS) - 1:
            is_campaign = row.is_campaign
            return (
                window_cell(row.campaign.window, self._zone, self._now) if is_campaign else Cell()
            )
        texts = ("", row.source, *map(number, row.counts))
        strong = column >= len(COLUMNS) - 2 and row.counts[-1] > 0
        tone = "text2" if column == 1 else "text"
        return Cell(text=texts[column], face="body_strong" if strong else "body", tone=tone)


def _name_cell(row: OverviewRow) -> Cell:
    if row.is_campaign:
        missing = row.campaign.to_do
        says = missing or row.second
        return Cell(
            text=row.name,
            second=says,
            face="body_strong",
            second_tone="warn" if missing else "text2",
            icon="triangle-alert" if missing else "flag",
            icon_tone="warn" if missing else "text2",
        )
    icon, tone, second_tone = _LOOKS.get(row.state, ("file-spreadsheet", "text", "text2"))
    return Cell(
        text=row.name,
        second=row.second,
        tone=tone,
        second_tone=second_tone,
        icon=icon,
        icon_tone=second_tone if second_tone != "text2" else "text3",
        indent=24,
    )
