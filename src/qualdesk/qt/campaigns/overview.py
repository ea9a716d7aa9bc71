"""All campaigns: where their leads come from, until when, what they work by, what is missing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.campaign_switch import name_with_client
from qualdesk.qt.campaigns.rows import CampaignRow
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.window_words import window_cell

COLUMNS: Final = (
    Column(title=tr_later("Campaign"), width=240, stretch=3),
    Column(title=tr_later("Source"), width=104),
    Column(title=tr_later("Window"), width=186),
    Column(title=tr_later("Leads"), width=70, align="right"),
    Column(title=tr_later("Called"), width=70, align="right"),
    Column(title=tr_later("Script"), width=150, stretch=2),
    Column(title=tr_later("Definition"), width=150, stretch=2),
)
_EMPTY: Final = (
    tr_later("No campaign yet"),
    tr_later(
        "A campaign says where its leads come from, until when to call them, what callers ask "
        "and when a lead is qualified."
    ),
)


class CampaignsOverview(QWidget):
    """The table of campaigns. Enter opens the page of one."""

    new_pressed = Signal()
    opened = Signal(object)
    """The ``Campaign`` whose page is wanted."""
    waiting_pressed = Signal()
    """What waits is to be looked at."""
    chosen = Signal(object)
    """The cursor moved to this ``Campaign``."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._now: datetime | None = None
        self._is_filling = False
        self._is_asked_to_open = False
        self._count = Chip("0")
        self.notice = Banner("bad")
        self.model: TableOf[CampaignRow] = TableOf(COLUMNS, self._cell)
        self.table = PlainTable(tr("Campaigns"), row_height=46)
        self.table.show_rows_of(self.model)
        self._empty = EmptyPlace(*(tr(each) for each in _EMPTY))
        self._loading = EmptyPlace(tr("Loading"), tr("The campaigns are being read."))
        self._bar = Footer()
        self._says = PlainLabel(face="body_strong", elide=True)
        self._hint = PlainLabel(face="hint", tone="text2", elide=True)
        self.new = PushButton(tr("New campaign"), icon="plus", keys="new")
        self.main = MainButton(tr("Open", about="button"), "flag")
        self._lay_out()
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self._open())
        self.main.clicked.connect(self._main_pressed)
        self.new.clicked.connect(self.new_pressed)
        self.notice.pressed.connect(self.waiting_pressed)

    def _lay_out(self) -> None:
        # Until the desk has answered nobody knows whether there is a campaign. The table is
        # there all the same: the keys must not stay with the page that was in front before.
        for each in (self.notice, self._empty, self._count, self.main, self.new):
            reveal(each, shown=False)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(8)
        head.addWidget(PlainLabel(tr("Campaigns"), face="card_title"))
        head.addWidget(self._count)
        head.addStretch(1)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 9)  # the corners stay round
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._empty, 1)
        inside.addWidget(self._loading, 1)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 16, 16, 16)
        middle.setSpacing(12)
        middle.addWidget(self.notice)
        middle.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._bar)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._says)
        words.addWidget(self._hint)
        self._bar.row.addLayout(words, 1)
        self._bar.row.addWidget(self.new)
        self._bar.row.addWidget(self.main)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.table, self._bar)

    def show_rows(self, rows: Sequence[CampaignRow], now: datetime) -> None:
        """Show these campaigns; the cursor stays on the one it was on."""
        before = self.current()
        self._is_filling = True
        self._now = now
        self.model.set_rows(rows)
        self._count.set(tr_n(len(rows), "{n} campaign", "{n} campaigns"))
        reveal(self._count, shown=bool(rows))
        had_cursor = self.table.hasFocus()
        reveal(self.table, shown=bool(rows))
        reveal(self._empty, shown=not rows)
        reveal(self._loading, shown=False)
        reveal(self.main, shown=True)
        reveal(self.new, shown=bool(rows))
        if rows:
            self.main.set(tr("Open", about="button"), icon="flag", keys="primary")
        else:
            self.main.set(tr("New campaign"), icon="plus", keys="primary")
            if had_cursor:
                self.main.setFocus()
        self.choose(before.campaign.id if before else None)
        was_asked, self._is_asked_to_open = self._is_asked_to_open, False
        if was_asked and self.isVisible():
            self._open()

    def choose(self, campaign: CampaignId | None) -> None:
        """Put the cursor on a campaign, or on the first; it counts as nobody's choice."""
        ids = [row.campaign.id for row in self.model.rows]
        self._is_filling = True
        self.table.choose(ids.index(campaign) if campaign in ids else 0)
        self._is_filling = False
        self._say_current()

    def current(self) -> CampaignRow | None:
        """The row the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    @property
    def is_loading(self) -> bool:
        """Whether nobody knows yet which campaigns there are."""
        return self._now is None

    def press_main(self) -> None:
        """The one big key; pressed while the campaigns are read, it is remembered."""
        if self.is_loading:
            self._is_asked_to_open = True
        elif self.main.isVisible() and self.main.isEnabled():
            self.main.click()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_loading and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._is_asked_to_open = True
            return
        super().keyPressEvent(event)

    def tell(self, tone: BannerTone, says: str, action: str = "") -> None:
        """Say something above the table; nothing to say takes the line away."""
        if says:
            self.notice.set(tone, "", says, action=action)
        reveal(self.notice, shown=bool(says))

    def _main_pressed(self) -> None:
        if self.model.rows:
            self._open()
        else:
            self.new_pressed.emit()

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row.campaign)

    def _chose(self, _place: int) -> None:
        self._say_current()
        row = self.current()
        if row is not None and not self._is_filling:
            self.chosen.emit(row.campaign)

    def _say_current(self) -> None:
        row = self.current()
        if row is None:
            self._says.setText(tr("No campaign yet"))
            self._hint.setText(tr("The first one is made here."))
            return
        self._says.setText(self._name_of(row))
        self._hint.setText(row.standing)

    def _name_of(self, row: CampaignRow) -> str:
        has_several = len({each.campaign.client for each in self.model.rows}) > 1
        return name_with_client(row.campaign, has_several=has_several)

    def _cell(self, row: CampaignRow, column: int) -> Cell:
        if column == 0:
            missing = bool(row.setup.todo)
            return Cell(
                text=self._name_of(row),
                second=row.standing,
                face="body_strong",
                second_tone="warn" if missing else "text2",
                icon="triangle-alert" if missing else "flag",
                icon_tone="warn" if missing else "text2",
            )
        if column == COLUMNS.index(_WINDOW):
            return window_cell(row.campaign.window, self._zone, self._now)
        texts = (
            "",
            row.source,
            "",
            number(row.leads),
            number(row.called),
            row.script,
            row.definition,
        )
        tone = "text3" if not texts[column] else "text2" if column == 1 else "text"
        return Cell(text=texts[column] or tr(_NONE), tone=tone)


_NONE: Final = tr_later("None yet")
_WINDOW: Final = COLUMNS[2]
