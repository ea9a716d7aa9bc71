"""The rows of an answer sheet that could not be used, each with its number and what to do."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.errors import Problem
from qualdesk.core.sales_answers import AnswersRead
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import IconButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

COLUMNS: Final = (
    Column(title=tr_later("Row"), width=90),
    Column(title=tr_later("What to do"), width=300, stretch=True),
)
_MOST: Final = 5


class AnswersView(Card):
    """Rows that changed nothing; it hides while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(face="card_title", elide=True)
        self._close = IconButton("x", tr("Take this list away"))
        self.model: TableOf[Problem] = TableOf(COLUMNS, _cell)
        self.table = PlainTable(tr("Rows that could not be used"), row_height=34)
        self.table.show_rows_of(self.model)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table)
        self._close.clicked.connect(self.clear)
        self.clear()

    def show_read(self, name: str, read: AnswersRead) -> None:
        """Show the rows of this sheet that could not be used."""
        self.model.set_rows(read.problems)
        many = len(read.problems)
        self._title.setText(
            tr_n(
                many,
                "{n:,} row of {file} changed nothing",
                "{n:,} rows of {file} changed nothing",
                file=name,
            )
        )
        self.table.setFixedHeight(38 + 34 * min(many, _MOST))
        self.table.choose(0)
        reveal(self, shown=many > 0)

    def clear(self) -> None:
        """Take the list away."""
        reveal(self, shown=False)


def read_in_words(read: AnswersRead) -> str:
    """What an answer sheet did, in one sentence."""
    parts = [
        tr("{n:,} taken", n=len(read.taken)),
        tr("{n:,} sent back", n=len(read.sent_back)),
        tr("{n:,} known already", n=len(read.already)) if read.already else "",
        tr("{n:,} not answered yet", n=read.waiting) if read.waiting else "",
        tr("{n:,} could not be used", n=len(read.problems)) if read.problems else "",
    ]
    return tr("Answers read: {counts}.", counts=", ".join(filter(None, parts)))


def _cell(problem: Problem, column: int) -> Cell:
    if column == 0:
        return Cell(text=problem.place, face="body_medium")
    return Cell(text=problem.says)
