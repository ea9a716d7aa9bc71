"""Where marketing and sales disagree: two versions over the same answers (F3)."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.definition import Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.gap import Gap
from qualdesk.core.replay import Counts
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.definitions.evidence import INSET, EvidenceCard
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Heading, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.shares import Share, SharesBar
from qualdesk.qt.widgets.table import PlainTable

_REASONS: Final = (
    Column(title=tr_later("What the two sides see otherwise"), width=300, stretch=1),
    Column(title=tr_later("Leads"), width=80, align="right"),
)
_PARTS: Final = (
    Column(title=tr_later("Who calls them qualified"), width=200, stretch=1),
    Column(title=tr_later("Leads"), width=84, align="right"),
    Column(title=tr_later("Sales took"), width=96, align="right"),
    Column(title=tr_later("Sent back"), width=96, align="right"),
    Column(title=tr_later("Won"), width=74, align="right"),
    Column(title=tr_later("Lost"), width=74, align="right"),
)
_Part = tuple[str, Counts]
_Reason = tuple[str, int]


@frozen
class Offered:
    """A version that can be compared, by the name it is offered under."""

    name: str
    definition: Definition


class GapView(EvidenceCard):
    """One version chosen for each side, and the leads on which the two differ."""

    chosen = Signal(object, object)
    """Marketing's and sales' ``Definition`` to be laid over the same answers."""
    leads_wanted = Signal()
    """The leads in dispute are to be shown."""
    own_wanted = Signal()
    """A second draft is to be written, so that each side has its own."""

    def __init__(self) -> None:
        super().__init__(tr("Where marketing and sales disagree"))
        self.gap: Gap | None = None
        self._offered: tuple[Offered, ...] = ()
        self.marketing = Choice(tr("Marketing's version"))
        self.sales = Choice(tr("Sales' version"))
        self.own = PushButton(tr("Write sales' own draft"), icon="plus")
        self._busy = ThinBar(tr("Laying both over the same answers"), 4)
        self._says = PlainLabel(face="text_strong", wrap=True)
        self._shares = SharesBar(tr("Finished leads"))
        self.leads = LinkButton(tr("Show the leads in dispute"))
        self.parts: TableOf[_Part] = TableOf(_PARTS, _part_cell)
        self.reasons: TableOf[_Reason] = TableOf(_REASONS, _reason_cell)
        self._parts_table = PlainTable(
            tr("Who calls which leads qualified"), row_height=34, quiet=True
        )
        self._reasons_table = PlainTable(tr("What the two sides see otherwise"), quiet=True)
        self._parts_table.setFixedHeight(look().px(4 * 34 + 4))
        self._rule, self._why = Rule(), Heading(tr("Why they differ"))
        self._found = QWidget()
        self.setFocusProxy(self.marketing)
        self._lay_out()
        self.marketing.activated.connect(self._choose)
        self.sales.activated.connect(self._choose)
        self.leads.clicked.connect(self.leads_wanted)
        self.own.clicked.connect(self.own_wanted)

    def _lay_out(self) -> None:
        self._parts_table.show_rows_of(self.parts)
        self._reasons_table.show_rows_of(self.reasons)
        self.tools.addWidget(self.own)
        two = QGridLayout()
        two.setContentsMargins(INSET, 0, 14, 10)
        two.setHorizontalSpacing(14)
        two.setVerticalSpacing(4)
        for place, (says, choice) in enumerate(
            ((tr("Marketing's version"), self.marketing), (tr("Sales' version"), self.sales))
        ):
            two.addWidget(PlainLabel(says, face="hint", tone="text2"), 0, place)
            two.addWidget(choice, 1, place)
        self.body.addLayout(two)
        self.indented((self._busy,), 2)
        self._lay_out_found()
        self.body.addWidget(self._found, 1)
        self._nothing = QWidget()
        self.body.addWidget(self._nothing, 1)
        self.show_busy(is_busy=False)
        reveal(self._found, shown=False)

    def _lay_out_found(self) -> None:
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(INSET, 0, 14, 10)
        head.setSpacing(8)
        head.addWidget(self._says)
        head.addWidget(self._shares)
        show = QHBoxLayout()
        show.addWidget(self.leads)
        show.addStretch(1)
        head.addLayout(show)
        found.addLayout(head)
        found.addWidget(self._parts_table)
        found.addWidget(self._rule)
        title = QVBoxLayout()
        title.setContentsMargins(INSET, 8, 14, 4)
        title.addWidget(self._why)
        found.addLayout(title)
        found.addWidget(self._reasons_table, 100)
        found.addStretch(1)

    def offer(self, offered: Sequence[Offered]) -> None:
        """Offer these versions; the first is marketing's and the second sales' to begin with."""
        kept = (self.marketing.currentText(), self.sales.currentText())
        self._offered = tuple(offered)
        names = [one.name for one in self._offered]
        first = kept[0] if kept[0] in names else names[0] if names else ""
        second = kept[1] if kept[1] in names else names[min(1, len(names) - 1)] if names else ""
        self.marketing.set_values(names, first)
        self.sales.set_values(names, second)
        alone = len(names) < 2  # noqa: PLR2004 - it takes two to disagree
        self.says.setText(
            tr("There is one version only. Write a second draft, so that each side has its own.")
            if alone
            else tr("Both are laid over the answers of all finished leads.")
        )
        self._choose()

    def show_busy(self, *, is_busy: bool) -> None:
        """Say that both are being laid over the answers."""
        reveal(self._busy, shown=is_busy)
        self._busy.setRange(0, 0 if is_busy else 100)

    def show_gap(self, gap: Gap) -> None:
        """Show where the two differ."""
        self.gap = gap
        self.show_busy(is_busy=False)
        reveal(self._found, shown=True)
        reveal(self._nothing, shown=False)
        self._says.setText(gap.says)
        for each in (self._shares, self._parts_table, self.leads):
            reveal(each, shown=gap.is_enough)
        some = gap.is_enough and bool(gap.reasons)
        for part in (self._rule, self._why, self._reasons_table):
            reveal(part, shown=some)
        self._shares.set_shares(
            [
                Share(count=gap.both.qualified, says=tr("both"), fill="ok_fill"),
                Share(
                    count=gap.only_marketing.qualified, says=tr("marketing alone"), fill="chart1"
                ),
                Share(count=gap.only_sales.qualified, says=tr("sales alone"), fill="chart4"),
                Share(count=gap.neither, says=tr("neither"), fill="chart5"),
            ]
        )
        self.parts.set_rows(
            (
                (tr("Both"), gap.both),
                (tr("Marketing alone"), gap.only_marketing),
                (tr("Sales alone"), gap.only_sales),
            )
        )
        self.reasons.set_rows([(one.label, one.leads) for one in gap.reasons])
        many = gap.disputed_count
        self.leads.set(
            tr_n(many, "Show the {n:,} lead in dispute", "Show the {n:,} leads in dispute")
            if many
            else tr("No lead is in dispute")
        )
        self.leads.setEnabled(bool(many))

    def show_trouble(self, says: str) -> None:
        """Nothing can be compared: why."""
        self.show_busy(is_busy=False)
        self.says.setText(says)

    def _choose(self, *_place: int) -> None:
        if len(self._offered) > 1:
            self.chosen.emit(
                self._offered[self.marketing.currentIndex()].definition,
                self._offered[self.sales.currentIndex()].definition,
            )


def _part_cell(part: _Part, column: int) -> Cell:
    name, counts = part
    if column == 0:
        return Cell(text=name, face="body_strong")
    numbers = (counts.qualified, counts.taken, counts.sent_back, counts.won, counts.lost)
    return Cell(text=number(numbers[column - 1]), face="body_strong" if column == 1 else "body")


def _reason_cell(reason: _Reason, column: int) -> Cell:
    label, leads = reason
    return Cell(text=label) if column == 0 else Cell(text=number(leads), face="body_strong")
