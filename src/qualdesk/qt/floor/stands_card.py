"""The card “Where the leads stand now”: each at exactly one place, and the sum of all (Q5)."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from qualdesk.core.floor_figures import Stand
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, ListId
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.floor.bars import CountPainter
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, Heading
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.whole_table import WholeTable

_INSET: Final = 12
COLUMNS: Final = (
    Column(title=tr_later("Where"), width=138, stretch=2),
    Column(title=tr_later("Beside the others"), width=46, stretch=1),
    Column(title=tr_later("Leads"), width=62, align="right"),
)


@frozen
class Part:
    """What the card may show: the whole campaign, one of its lists, or one of its batches."""

    label: str
    list_id: ListId | None = None
    batch_id: BatchId | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole campaign."""
        return self.list_id is None and self.batch_id is None


class StandsCard(Card):
    """Every place with its leads; Enter on one opens them. A list or a batch can be looked at."""

    list_wanted = Signal(str)
    """The code of the list behind a place."""
    part_chosen = Signal(object)
    """The ``Part`` to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self.choice = Choice(tr("Where the leads stand of"))
        self.choice.activated.connect(self._chosen)
        self.model: TableOf[Stand] = TableOf(COLUMNS, _cell)
        self.table = WholeTable(tr("Where the leads stand"), row_height=24, has_head=False)
        self.table.show_rows_of(self.model)
        self.table.setItemDelegate(CountPainter(self.table, 1))
        self.table.opened.connect(self._open)
        self._heading = Heading(tr("Where the leads stand now"), face="card_title")
        self._sum = PlainLabel(face="body", tone="text2", wrap=True)
        above, below = QVBoxLayout(), QVBoxLayout()
        for part in (above, below):
            part.setContentsMargins(_INSET, 0, _INSET, 0)
            part.setSpacing(8)
        above.addWidget(self._heading)
        above.addWidget(self.choice)
        below.addWidget(self._sum)
        below.addStretch(1)
        column = QVBoxLayout(self)
        # The words in the table begin where those above it do.
        column.setContentsMargins(18 - _INSET, 14, 18 - _INSET, 14)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self.table)
        column.addLayout(below, 1)
        reveal(self.choice, shown=False)

    @property
    def part(self) -> Part | None:
        """What is looked at; None while nothing was offered."""
        at = self.choice.currentIndex()
        return self._parts[at] if 0 <= at < len(self._parts) else None

    def offer(self, parts: Sequence[Part]) -> None:
        """Offer these parts; the one looked at stays while it is there."""
        if tuple(parts) == self._parts:
            return
        before = self.part
        self._parts = tuple(parts)
        self.choice.set_values([part.label for part in parts])
        same = [_same(part, before) for part in parts]
        self.choice.setCurrentIndex(same.index(True) if True in same else 0)
        reveal(self.choice, shown=len(parts) > 1)

    def show_stands(self, stands: Sequence[Stand], total: int) -> None:
        """Show these places; ``total`` is how many leads there are, counted on their own."""
        at = self.table.currentIndex().row()
        kept = self.model.rows[at].code if 0 <= at < len(self.model.rows) else ""
        if tuple(stands) != self.model.rows:
            self.model.set_rows(stands)
            codes = [one.code for one in stands]
            self.table.choose(codes.index(kept) if kept in codes else 0)
        together = sum(one.leads for one in stands)
        part = self.part
        is_whole = part is None or part.is_whole
        self._heading.set(
            tr_n(total, "Where the one lead stands now", "Where the {n:,} stand now")
            if is_whole
            else tr_n(total, "Where this one lead stands now", "Where these {n:,} stand now")
        )
        self._sum.setText(_sum_said(together, total, is_whole=is_whole))
        self._sum.set_look(tone="text2" if together == total else "bad")

    def _open(self, row: int) -> None:
        self.list_wanted.emit(f"stand:{self.model.rows[row].code}")

    def _chosen(self, _at: int) -> None:
        part = self.part
        if part is not None:
            self.part_chosen.emit(part)


def _same(one: Part, other: Part | None) -> bool:
    return other is not None and (one.list_id, one.batch_id) == (other.list_id, other.batch_id)


def _sum_said(together: int, total: int, *, is_whole: bool) -> str:
    if together != total:
        return tr("Together {together:,}, and there are {total:,}.", together=together, total=total)
    if not is_whole:
        return tr_n(
            total,
            "Together {n:,}: each stands at one place.",
            "Together {n:,}: each stands at one place.",
        )
    return tr("Together {n:,}: the whole list, each lead at one place.", n=total)


def _cell(one: Stand, column: int) -> Cell:
    if column == 0:
        return Cell(text=one.label)
    if column == 1:
        return Cell()
    return Cell(text=number(one.leads), face="body_strong")
