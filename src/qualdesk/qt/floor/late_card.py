"""The card with the call backs that are late: open to anyone, one or all, or given to somebody."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.ids import LeadId
from qualdesk.core.on_phones import CallBacks, PromisedCall
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.floor.choice_card import FewRows
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver

COLUMNS: Final = (
    Column(title=tr_later("Who waits"), width=190, stretch=2),
    Column(title=tr_later("Promised for"), width=120),
    Column(title=tr_later("Who may call"), width=150, stretch=1),
)
_WIDTH: Final = 560
# Title, sentence, two rows of buttons in a longer language, and the space between them.
_AROUND: Final = 300


class LateCard(PopOver):
    """Who waits for a call back, the longest first. The buttons stand above what can grow."""

    open_wanted = Signal(object)
    """The ``LeadId`` of a call back that anybody may make from now on."""
    all_wanted = Signal()
    """Anybody may make all that are late."""
    give_wanted = Signal(object)
    """The ``PromisedCall`` that is to be given to one caller."""
    lead_wanted = Signal(object)
    """The ``LeadId`` of somebody whose card is to be read."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Call backs that are late"), _WIDTH)
        self._over = window
        self._title = PlainLabel(face="card_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self.came = PlainLabel(face="body_strong", wrap=True)
        self.model: TableOf[PromisedCall] = TableOf(COLUMNS, _cell)
        self.table = FewRows(tr("Call backs that are late"), around=_AROUND)
        self.table.show_rows_of(self.model)
        self.one = PushButton(tr("Open to anyone"), kind="accent", keys="Return", icon="users")
        self.all = PushButton(tr("All that are late"), icon="list-checks")
        self.give = PushButton(tr("Give to…"), icon="user-check")
        self.read = PushButton(tr("Read the card"), icon="file-text")
        self.body.addWidget(self._title)
        self.body.addWidget(self._says)
        self.body.addWidget(self.came)
        for pair in ((self.one, self.all), (self.give, self.read)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            self.body.addLayout(row)
        self.body.addWidget(self.table)
        self.table.opened.connect(lambda _row: self._open())
        self.one.clicked.connect(self._open)
        self.all.clicked.connect(self.all_wanted)
        self.give.clicked.connect(self._give)
        self.read.clicked.connect(self._read)

    @property
    def current(self) -> PromisedCall | None:
        """The call back the cursor is on, None when there is none."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def show_late(self, found: CallBacks) -> None:
        """Show what is late now; the cursor stays on its call back, or goes to the next."""
        was, row = self.current, max(self.table.currentIndex().row(), 0)
        self._title.setText(day_words(found))
        name_aloud(self, day_words(found))
        self._says.setText(parts_words(found))
        if self.model.rows != found.calls:
            self.model.set_rows(found.calls)
            leads = [one.lead for one in found.calls]
            at = leads.index(was.lead) if was is not None and was.lead in leads else row
            self.table.choose(min(at, len(leads) - 1))
        reveal(self.table, shown=bool(found.calls))
        for button in (self.one, self.give, self.read):
            button.setEnabled(bool(found.calls))
        self.table.be_high(self._over)

    def say(self, says: str) -> None:
        """Say what came of a key, where the eyes are; empty when nothing was done yet."""
        self.came.setText(says)
        reveal(self.came, shown=bool(says))

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.table if self.model.rows else self.all

    def _open(self) -> None:
        one = self.current
        if one is not None:
            self.open_wanted.emit(LeadId(one.lead))

    def _give(self) -> None:
        if self.current is not None:
            self.give_wanted.emit(self.current)

    def _read(self) -> None:
        one = self.current
        if one is not None:
            self.close_over()
            self.lead_wanted.emit(one.lead)


def day_words(found: CallBacks) -> str:
    """How many call backs the day has, and how many of them are late."""
    says = _today_words(found.today - found.earlier, found.late - found.earlier)
    if not found.earlier:
        return says
    # What was promised for another day is no call back of today, however late it is.
    return tr_n(
        found.earlier,
        "{today}. {n:,} of an earlier day is late",
        "{today}. {n:,} of earlier days are late",
        today=says,
    )


def parts_words(found: CallBacks) -> str:
    """The parts of the day, which together are all of its call backs."""
    return tr(
        "{kept:,} kept, {missed:,} missed, {late:,} late, {ahead:,} still to come.",
        kept=found.kept,
        missed=found.missed,
        late=found.late,
        ahead=found.to_come,
    )


def who_may(one: PromisedCall) -> str:
    """Who may make a call back now."""
    return tr("now open to anyone") if one.is_open else tr("{owner} alone", owner=one.owner)


def _today_words(count: int, late: int) -> str:
    if not count:
        return tr("No call backs today")
    today = tr_n(count, "{n:,} call back today", "{n:,} call backs today")
    if not late:
        return tr("{today}, none is late", today=today)
    return tr("{today}, {late}", today=today, late=tr_n(late, "{n:,} is late", "{n:,} are late"))


def _cell(one: PromisedCall, column: int) -> Cell:
    if column == 0:
        return Cell(text=one.name, second=one.company, face="body_strong")
    if column == 1:
        return Cell(text=one.wall, tone="text2")
    return Cell(text=who_may(one), tone="text2")
