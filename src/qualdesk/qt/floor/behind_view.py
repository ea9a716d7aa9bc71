"""The list behind a number of the Floor: its leads, fetched as they come in view."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.floor_figures import Behind, LeadLine
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.cells import Cell, Column, Index, TableOf
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

PAGE: Final = 200
WHO, WHERE, WHAT, LAST = range(4)
COLUMNS: Final = (
    Column(title=tr_later("Lead"), width=220, stretch=3),
    Column(title=tr_later("Where they stand"), width=150, stretch=1),
    Column(title=tr_later("What is known"), width=200, stretch=3),
    Column(title=tr_later("Last called, by this computer's clock"), width=150),
)
_ROOT: Final = QModelIndex()


@frozen
class Asked:
    """Which list is looked at: how its pages are read, under what name.

    Attributes:
        code: as the number or the place calls it; empty for the rows of an alarm.
        read: reads a page, after so and so, at most so many.
    """

    campaign: CampaignId
    code: str
    read: Callable[[Desk, int | None, int], Behind]


class BehindView(QWidget):
    """One list at a time. Enter opens a lead's card to be read, Esc leads back to the number."""

    lead_wanted = Signal(object)
    """The lead whose card is to be read, by its ``LeadId``."""
    give_wanted = Signal(object, str)
    """A lead that is to be given to a caller: its ``LeadId`` and the name."""
    closed = Signal()
    """Back to the number this list stands behind."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._asked: Asked | None = None
        self._turn = 0
        self._now = clock.now()
        self.back = PushButton(tr("Back to the Floor"), icon="chevron-left", keys="Esc")
        self.give = PushButton(tr("Give to…"), icon="user-check")
        self.result = ResultLine()
        self._title = PlainLabel(face="page_title", elide=True)
        self._count = PlainLabel(face="body_medium", tone="text2")
        self._nobody = PlainLabel(face="body", tone="text2", wrap=True)
        self._hint = PlainLabel(tr(_KEYS), face="hint", tone="text2", wrap=True)
        self.fault = Banner("bad")
        self.model = LinesModel(self._cell)
        self.table = PlainTable(tr("The leads behind the number"), row_height=46)
        self.table.show_rows_of(self.model)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.back.clicked.connect(self.closed)
        self.give.clicked.connect(self._give)
        self.model.more_wanted.connect(self._more)
        self.table.opened.connect(self._open)
        self.fault.pressed.connect(self.refresh)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self.give)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.fault)
        inside.addWidget(self.result)
        inside.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.setSpacing(4)
        foot.addWidget(self._nobody)
        foot.addWidget(self._hint)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(card)
        for each in (self.fault, self._nobody):
            reveal(each, shown=False)

    @property
    def code(self) -> str:
        """The code of the list that is shown; empty while none is."""
        return self._asked.code if self._asked is not None else ""

    def open(self, asked: Asked) -> None:
        """Show this list from its beginning."""
        self._asked = asked
        self.result.clear()
        self._title.setText("")
        self._count.setText("")
        self.model.show(())
        self._ask(PAGE, self._came)

    def forget(self) -> None:
        """No list is looked at any more; what is on its way comes for nobody."""
        self._asked = None
        self._turn += 1

    def refresh(self) -> None:
        """Look again: as many leads as were fetched, the cursor on the lead it was on."""
        if self._asked is not None:
            self._ask(max(PAGE, len(self.model.rows)), self._came)

    def _more(self) -> None:
        self._ask(PAGE, self._came_more, self.model.next_after)

    def _ask(self, limit: int, done: Callable[[Behind], None], after: int | None = None) -> None:
        asked = self._asked
        if asked is None:
            return
        self._turn += 1
        turn = self._turn

        def came(found: Behind) -> None:
            if turn == self._turn:
                done(found)

        def refused(error: QualdeskError) -> None:
            if turn == self._turn:
                self.model.give_up()
                self._say_fault(error.says)

        self._work.long(
            lambda desk, _progress: asked.read(desk, after, limit),
            came,
            owner=self,
            refused=refused,
        )

    def _came(self, found: Behind) -> None:
        self._say_fault("")
        self._now = self._clock.now()
        row = self.table.currentIndex().row()
        kept = self.model.rows[row].id if 0 <= row < len(self.model.rows) else None
        self.model.show(found.leads, found.next_after)
        ids = [line.id for line in found.leads]
        if ids:
            at = ids.index(kept) if kept in ids else min(max(row, 0), len(ids) - 1)
            self.table.choose(at)
        self._title.setText(found.title)
        self._count.setText(tr_n(found.total, "{n:,} lead", "{n:,} leads"))
        self._nobody.setText(tr("Nobody is here now. Esc leads back."))
        reveal(self._nobody, shown=not found.leads)
        self.give.setEnabled(bool(found.leads))

    def _came_more(self, found: Behind) -> None:
        self._say_fault("")
        self.model.add(found.leads, found.next_after)
        self._count.setText(tr_n(found.total, "{n:,} lead", "{n:,} leads"))

    def _say_fault(self, says: str) -> None:
        if says:
            self.fault.set("bad", "", says, action=tr("Look again"))
        reveal(self.fault, shown=bool(says))

    def _open(self, row: int) -> None:
        lead: LeadId = self.model.rows[row].id
        if lead:
            self.lead_wanted.emit(lead)

    def _give(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows) and self.model.rows[row].id:
            self.give_wanted.emit(self.model.rows[row].id, self.model.rows[row].name)

    def _cell(self, line: LeadLine, column: int) -> Cell:
        if column == WHO:
            return Cell(text=line.name, second=line.company, face="body_strong")
        if column == WHERE:
            return Cell(text=line.stand)
        if column == WHAT:
            return Cell(text=line.says, tone="text2")
        return Cell(text=self._when(line.last_called), tone="text2")

    def _when(self, at: datetime | None) -> str:
        return time_words(at, self._zone, now=self._now) if at is not None else tr("not yet")


class LinesModel(TableOf[LeadLine]):
    """The lines fetched so far; asks for the next page when its end comes in view."""

    more_wanted = Signal()

    def __init__(self, cell: Callable[[LeadLine, int], Cell]) -> None:
        super().__init__(COLUMNS, cell)
        self.next_after: int | None = None
        self._is_asking = False

    def show(self, lines: tuple[LeadLine, ...], next_after: int | None = None) -> None:
        """Show these lines in place of all; nothing is drawn anew where they are the same."""
        self.next_after, self._is_asking = next_after, False
        if lines != self.rows:
            self.set_rows(lines)

    def add(self, lines: tuple[LeadLine, ...], next_after: int | None) -> None:
        """Put these lines below the others."""
        self.next_after, self._is_asking = next_after, False
        if not lines:
            return
        first = len(self.rows)
        self.beginInsertRows(_ROOT, first, first + len(lines) - 1)
        self._rows = (*self._rows, *lines)
        self.endInsertRows()

    def give_up(self) -> None:
        """What was asked for does not come; scrolling asks again."""
        self._is_asking = False

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.next_after is not None and not self._is_asking

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_asking = True
            self.more_wanted.emit()


_KEYS: Final = tr_later("Enter opens the card of a lead, to be read. Esc leads back to the number.")
