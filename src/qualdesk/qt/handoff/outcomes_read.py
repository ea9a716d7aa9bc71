"""What a file from sales or their CRM did, row by row: what cannot be used first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.sales_answers import AnswersRead
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk.crm_outcomes import CrmLoaded
from qualdesk.qt.handoff.sent_rows import says_amount
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import IconButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

_COLUMNS: Final = (
    Column(title=tr_later("Row or lead"), width=230),
    Column(title=tr_later("What it did"), width=300, stretch=1),
)
_ROW: Final = 36
_HEAD: Final = 36
_MOST: Final = 5


@frozen
class ReadRow:
    """One line: a row of the file or a lead, and what became of it."""

    place: str
    says: str
    icon: str
    tone: str


class OutcomesRead(Card):
    """The rows of a file that need a look, then the leads it changed; it hides without any."""

    undo_pressed = Signal()
    """All that this file said is to be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(face="card_title", elide=True)
        self.undo = PushButton(tr("Take this file back"), kind="quiet", icon="undo-2")
        self._close = IconButton("x", tr("Take this list away"))
        self.model: TableOf[ReadRow] = TableOf(_COLUMNS, _cell)
        self.table = PlainTable(tr("What the file did, row by row"), row_height=_ROW)
        self.table.show_rows_of(self.model)
        self.detail = PlainLabel(face="body", wrap=True)
        self.detail.setContentsMargins(16, 6, 16, 2)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self.undo)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.detail)
        self.table.chosen.connect(self._show_detail)
        self._close.clicked.connect(self.clear)
        self.undo.clicked.connect(self.undo_pressed)
        self.clear()

    def show_rows(self, title: str, rows: Sequence[ReadRow], *, can_undo: bool = False) -> None:
        """Show these rows under this title; ``can_undo``: the file can be taken back whole."""
        reveal(self.undo, shown=can_undo)
        self.model.set_rows(rows)
        self._title.setText(title)
        px = look().px
        self.table.setFixedHeight(px(_HEAD) + px(_ROW) * min(len(rows), _MOST) + 4)
        self.table.choose(0)
        reveal(self, shown=bool(rows))

    def clear(self) -> None:
        """Take the list away."""
        reveal(self, shown=False)

    def _show_detail(self, place: int) -> None:
        """The row the cursor is on, whole: a cell shows only as much as has room."""
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        self.detail.setText(f"{row.place}: {row.says}" if row is not None else "")
        reveal(self.detail, shown=row is not None)


def rows_of_answers(read: AnswersRead, items: Sequence[BatchItem]) -> tuple[ReadRow, ...]:
    """What an answer file did; ``items`` are the leads it says something of."""
    changed = {*read.taken, *read.sent_back, *read.completed}
    return (
        *needs_a_look(read.problems),
        *to_be_known(read.notes),
        *(_changed(item) for item in items if item.lead_id in changed),
    )


def rows_of_outcomes(loaded: CrmLoaded, items: Sequence[BatchItem]) -> tuple[ReadRow, ...]:
    """What a CRM's file did; ``items`` are the leads of the batches it says something of."""
    changed = set(loaded.changed)
    return (
        *needs_a_look(loaded.unmatched),
        *to_be_known(loaded.notes),
        *(_changed(item) for item in items if item.lead_id in changed),
    )


def needs_a_look(problems: Sequence[Problem]) -> tuple[ReadRow, ...]:
    """Rows that changed nothing, each with what to do."""
    return tuple(_row(one, "triangle-alert", "warn") for one in problems)


def to_be_known(notes: Sequence[Problem]) -> tuple[ReadRow, ...]:
    """Rows that were used and of which something is to be known."""
    return tuple(_row(one, "info", "info") for one in notes)


def answers_in_words(read: AnswersRead) -> str:
    """What an answer file did, in one sentence."""
    parts = [
        tr("{n:,} taken", n=len(read.taken)),
        tr("{n:,} sent back", n=len(read.sent_back)),
        tr("{n:,} completed", n=len(read.completed)) if read.completed else "",
        tr("{n:,} known already", n=len(read.already)) if read.already else "",
        tr("{n:,} not answered yet", n=read.waiting) if read.waiting else "",
        tr("{n:,} could not be used", n=len(read.problems)) if read.problems else "",
    ]
    return tr("Answers read: {counts}.", counts=", ".join(filter(None, parts)))


def outcomes_in_words(loaded: CrmLoaded) -> str:
    """What a CRM's file did, in one sentence."""
    parts = [
        tr("{n:,} won", n=len(loaded.won)),
        tr("{n:,} lost", n=len(loaded.lost)),
        tr("{n:,} known already", n=loaded.already) if loaded.already else "",
        tr("{n:,} still open at the client", n=loaded.still_open) if loaded.still_open else "",
        tr("{n:,} could not be used", n=len(loaded.unmatched)) if loaded.unmatched else "",
    ]
    return tr("The CRM's file is read: {counts}.", counts=", ".join(filter(None, parts)))


def title_of(name: str, problems: int) -> str:
    """The title over the rows of a file."""
    if not problems:
        return tr("What {file} did", file=name)
    return tr_n(
        problems,
        "{n:,} row of {file} changed nothing",
        "{n:,} rows of {file} changed nothing",
        file=name,
    )


def _row(one: Problem, icon: str, tone: str) -> ReadRow:
    return ReadRow(place=one.place, says=one.says, icon=icon, tone=tone)


def _changed(item: BatchItem) -> ReadRow:
    made = item.reason or says_amount(item)
    says = f"{item.state.label}: {made}" if made else item.state.label
    if item.state in {ItemState.SENT_BACK, ItemState.LOST}:
        return ReadRow(place=item.name, says=says, icon="undo-2", tone="bad")
    return ReadRow(place=item.name, says=says, icon="circle-check", tone="ok")


def _cell(row: ReadRow, column: int) -> Cell:
    if column == 0:
        return Cell(text=row.place, face="body_medium", icon=row.icon, icon_tone=row.tone)
    return Cell(text=row.says)
