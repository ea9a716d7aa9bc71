"""An import that is over: what it did, how to take it back, and what comes before calls."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.wording import number, tr, tr_n
from qualdesk.qt.lists.counts import Counts, first_of, undoing_in_words
from qualdesk.qt.lists.gaps_bar import missing_in_words
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark, IconRow
from qualdesk.qt.widgets.side import SideCard

_MOST_NAMES: Final = 12
_MOST_MISSING: Final = 6
_MOST_NOTES: Final = 8


class DoneView(QWidget):
    """The counts, the notes, the way back, and what is missing before calls."""

    undo_pressed = Signal()
    """The import is to be undone."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("circle-check", "ok", 28)
        self._title = PlainLabel(face="page_title", wrap=True)
        self._sum = PlainLabel(face="body", tone="text2", wrap=True)
        self._figures = [_Figure() for _count in range(4)]
        self._figures_row = QWidget()
        notes = QVBoxLayout()
        notes.setSpacing(8)
        self._notes: Pool[IconRow, str] = Pool(notes, IconRow, _fill_note)
        self._notes_rows = notes
        self._notes_part = QWidget()
        self.undo = PushButton(tr("Undo import"), icon="undo-2", height=40)
        self._undo_says = PlainLabel(face="hint", tone="text2", wrap=True)
        self._undo_bar = ThinBar(tr("How far the undoing is"), 6)
        names = QVBoxLayout()
        names.setSpacing(4)
        self._names: Pool[IconRow, str] = Pool(names, IconRow, _fill_name)
        self._names_rows = names
        self._missing_title = PlainLabel(face="card_title", wrap=True)
        self._missing_says = PlainLabel(face="body", tone="text2", wrap=True)
        missing = QVBoxLayout()
        missing.setSpacing(8)
        self._missing: Pool[IconRow, str] = Pool(missing, IconRow, _fill_missing)
        self._missing_rows = missing
        self._side = SideCard(360)
        self._lay_out()
        self.undo.clicked.connect(self.undo_pressed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        left = QVBoxLayout()
        left.addWidget(self._main_card())
        left.addStretch(1)
        row.addLayout(left, 1)
        side = QVBoxLayout()
        side.addWidget(self._side_card())
        side.addStretch(1)
        row.addLayout(side)

    def _main_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sum)
        head.addLayout(words, 1)
        figures = QHBoxLayout(self._figures_row)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(40)
        for figure in self._figures:
            figures.addWidget(figure)
        figures.addStretch(1)
        undo = QHBoxLayout()
        undo.setSpacing(14)
        undo.addWidget(self.undo)
        undo.addWidget(self._undo_says, 1, Qt.AlignmentFlag.AlignVCenter)
        notes = QVBoxLayout(self._notes_part)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(8)
        notes.addWidget(PlainLabel(tr("Good to know"), face="body_strong"))
        notes.addLayout(self._notes_rows)
        column = QVBoxLayout(card)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._figures_row)
        column.addWidget(Rule())
        column.addLayout(undo)
        column.addWidget(self._undo_bar)
        column.addLayout(self._names_rows)
        column.addWidget(self._notes_part)
        column.addStretch(1)
        return card

    def _side_card(self) -> Card:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(10)
        column.addWidget(self._missing_title)
        column.addWidget(self._missing_says)
        column.addLayout(self._missing_rows)
        return self._side

    def show_done(self, counts: Counts, campaign: str, notes: Sequence[str]) -> None:
        """Show what was imported into a campaign, and what to know of it."""
        self._mark.set("circle-check", "ok")
        self._title.setText(_where_they_are(counts.leads, campaign))
        self._sum.setText(
            tr_n(
                counts.rows,
                "The {n:,} row of the file is accounted for.",
                "All {n:,} rows of the file are accounted for.",
            )
        )
        self._show_counts(counts)
        for part in (self._figures_row, self._side):
            reveal(part, shown=True)
        self._notes.show(tuple(notes)[:_MOST_NOTES])
        reveal(self._notes_part, shown=bool(notes))
        self._names.show(())
        self.undo.set(tr("Undo import"), icon="undo-2")
        self.undo.setEnabled(True)
        reveal(self.undo, shown=True)
        reveal(self._undo_bar, shown=False)
        self._undo_says.setText(
            tr("For 30 days. New leads go, what was updated is as before; leads with calls stay.")
        )

    def show_missing(self, missing: Sequence[str]) -> None:
        """Show what the campaign needs before its leads may be called."""
        self._side.set_ground("warn_soft" if missing else "surface", None if missing else "line")
        self._missing_title.setText(missing_in_words(len(missing)))
        self._missing_says.setText(
            tr("Callers must know who they call, and why.")
            if missing
            else tr("The campaign says who is called, why, and where qualified leads go.")
        )
        self._missing.show(first_of(missing, _MOST_MISSING))

    def show_undoing(self, done: int, of: int | None) -> None:
        """The import is being undone."""
        self.undo.setEnabled(False)
        self._undo_says.setText(undoing_in_words(done, of))
        self._undo_bar.set(done, of or max(done * 2, 1))
        reveal(self._undo_bar, shown=True)

    def show_undone(self, says: str, names: Sequence[str]) -> None:
        """It is undone; ``names`` are leads that stay because somebody called them."""
        self._mark.set("undo-2", "text2")
        self._title.setText(tr("Undone."))
        self._sum.setText(says)
        reveal(self.undo, shown=False)
        reveal(self._undo_bar, shown=False)
        self._undo_says.setText(tr("They stay:") if names else tr("What it changed is as before."))
        self._names.show(first_of(names, _MOST_NAMES))
        for part in (self._notes_part, self._figures_row, self._side):
            reveal(part, shown=False)

    def say_not_undone(self, says: str) -> None:
        """It could not be undone: why, and it can be tried again."""
        self.undo.setEnabled(True)
        reveal(self._undo_bar, shown=False)
        self._undo_says.setText(says)

    def _show_counts(self, counts: Counts) -> None:
        parts = (
            (counts.new, tr_n(counts.new, "new lead", "new leads"), "text"),
            (counts.updated, tr("updated"), "text"),
            (counts.merged, tr("merged into another row"), "text"),
            (counts.left_out, tr("left out"), "bad" if counts.left_out else "text"),
        )
        for figure, (count, says, tone) in zip(self._figures, parts, strict=True):
            figure.set(count, says, tone)


class _Figure(QWidget):
    """A count with its words below."""

    def __init__(self) -> None:
        super().__init__()
        self._count = PlainLabel(face="points")
        self._says = PlainLabel(face="hint", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(self._says)

    def set(self, count: int, says: str, tone: str) -> None:
        """Show another count in place."""
        self._count.setText(number(count))
        self._count.set_look(tone=tone)
        self._says.setText(says)


def _fill_note(row: IconRow, says: str) -> None:
    row.set("info", says, tone="info")


def _fill_name(row: IconRow, name: str) -> None:
    row.set("phone", name, tone="text3")


def _fill_missing(row: IconRow, says: str) -> None:
    row.set("circle-dashed", says, tone="warn")


def _where_they_are(leads: int, campaign: str) -> str:
    return tr_n(
        leads, "{n:,} lead is in {campaign}", "{n:,} leads are in {campaign}", campaign=campaign
    )
