"""What a list would do before it does it: four counts that add up, and every row left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.shares import Share
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import Cell, Column, PlainTable, TableOf

ROWS: Final = (
    Column(title="Row", width=72, align="right"),
    Column(title="Why it is left out", width=260, stretch=True),
    Column(title="What stands there", width=260, stretch=True),
)
GROUPS: Final = (
    Column(title="Reason", width=240, stretch=True),
    Column(title="Rows", width=62, align="right"),
)
_ALL: Final = "All rows left out"


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A row of the file that will not become a lead: its number, why, and what stands in it."""

    row: int
    reason: str
    raw: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """What a file does: its rows, and the four counts they fall into."""

    rows: int
    new: int
    updated: int
    merged: int
    left_out: int

    @property
    def adds_up(self) -> bool:
        """Whether no row vanished."""
        return self.new + self.updated + self.merged + self.left_out == self.rows

    @property
    def leads(self) -> int:
        """How many leads the file brings or brings up to date."""
        return self.new + self.updated

    @property
    def shares(self) -> tuple[Share, ...]:
        """The four counts as parts of a bar."""
        return (
            Share(count=self.new, says="new", fill="chart1"),
            Share(count=self.updated, says="updated", fill="chart2"),
            Share(count=self.merged, says="merged into another row", fill="chart5"),
            Share(count=self.left_out, says="left out", fill="bad_fill"),
        )


class CheckView(QWidget):
    """The rows left out, by reason, each with its number in the file; and what to know."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LeftOut, ...] = ()
        self._figures = _Figures()
        self._shortened = Banner("info")
        self._groups_model: TableOf[tuple[str, int]] = TableOf(GROUPS, _group_cell)
        self.groups = PlainTable("Reasons", row_height=40)
        self.groups.show_rows_of(self._groups_model)
        self._rows_title = PlainLabel(face="card_title", elide=True)
        self._chip = Chip()
        self.rows_model: TableOf[LeftOut] = TableOf(ROWS, _row_cell)
        self.table = PlainTable("Rows left out", row_height=36)
        self.table.show_rows_of(self.rows_model)
        self._none = _NoneLeftOut()
        notes = QVBoxLayout()
        notes.setSpacing(7)
        self._notes: Pool[IconRow, str] = Pool(notes, IconRow, _fill_note)
        self._notes_part = QWidget()
        self._notes_rows = notes
        self._lay_out()
        self.groups.chosen.connect(self._narrow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._figures)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._groups_card())
        middle.addWidget(self._rows_card(), 1)
        column.addLayout(middle, 1)

    def _groups_card(self) -> Card:
        card = SideCard(372)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 12)
        column.setSpacing(0)
        column.addLayout(_head(PlainLabel("Left out", face="card_title")))
        column.addWidget(self.groups, 1)
        notes = QVBoxLayout(self._notes_part)
        notes.setContentsMargins(16, 0, 16, 0)
        notes.setSpacing(8)
        notes.addWidget(Rule())
        notes.addWidget(PlainLabel("Good to know", face="body_strong"))
        notes.addLayout(self._notes_rows)
        column.addWidget(self._notes_part)
        return card

    def _rows_card(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(_head(self._rows_title, self._chip))
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        return card

    def show_result(
        self, counts: Counts, rows: Sequence[LeftOut], notes: Sequence[str], *, done: bool
    ) -> None:
        """Show what the list would do, or, ``done``, what it did."""
        self._rows = tuple(rows)
        self._figures.show_counts(counts, done=done)
        sums: dict[str, int] = {}
        for row in self._rows:
            sums[row.reason] = sums.get(row.reason, 0) + 1
        groups = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
        shown = [(_ALL, len(self._rows)), *groups] if len(groups) > 1 else groups
        self._groups_model.set_rows(shown)
        self._none.tell(left_out=bool(self._rows))
        reveal(self.table, shown=bool(self._rows))
        reveal(self._none, shown=not self._rows)
        reveal(self._chip, shown=bool(self._rows))
        self._notes.show(tuple(notes)[:6])
        reveal(self._notes_part, shown=bool(notes))
        self.groups.choose(0)
        self._narrow(0)

    def _narrow(self, place: int) -> None:
        """Show the rows of the reason the cursor is on."""
        groups = self._groups_model.rows
        reason = groups[place][0] if 0 <= place < len(groups) else _ALL
        shown = [row for row in self._rows if reason in {_ALL, row.reason}]
        self.rows_model.set_rows(shown)
        self._rows_title.setText(reason if self._rows else "Every row becomes a lead")
        self._chip.set("1 row" if len(shown) == 1 else f"{len(shown):,} rows", "warn")


class _Figures(Card):
    """The four counts, large, and the sum they make."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(36)
        self._figures = [_Figure() for _count in range(4)]
        for figure in self._figures:
            row.addWidget(figure)
        row.addStretch(1)
        self._sum = PlainLabel(face="body", tone="text2")
        row.addWidget(self._sum)

    def show_counts(self, counts: Counts, *, done: bool) -> None:
        """Show these counts."""
        parts = (
            (counts.new, "new leads" if counts.new != 1 else "new lead", "text"),
            (counts.updated, "updated", "text"),
            (counts.merged, "merged into another row", "text"),
            (counts.left_out, "left out", "bad" if counts.left_out else "text"),
        )
        for figure, (count, says, tone) in zip(self._figures, parts, strict=True):
            figure.set(count, says, tone)
        rows = "1 row" if counts.rows == 1 else f"{counts.rows:,} rows"
        self._sum.setText(f"{rows} in the file" if not done else f"{rows} are accounted for")


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
        self._count.setText(f"{count:,}")
        self._count.set_look(tone=tone)
        self._says.setText(says)


class _NoneLeftOut(QWidget):
    """What stands in the table's place when no row is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._says = IconRow("circle-check", " ", face="text")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 18, 16, 16)
        column.addWidget(self._says)
        column.addStretch(1)

    def tell(self, *, left_out: bool) -> None:
        """Say that nothing is left out."""
        if not left_out:
            self._says.set("circle-check", "No row is left out.", tone="ok")


def _head(*parts: QWidget) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setContentsMargins(16, 12, 16, 10)
    head.setSpacing(10)
    for place, part in enumerate(parts):
        head.addWidget(part, 1 if place == 0 else 0)
    return head


def _fill_note(row: IconRow, says: str) -> None:
    row.set("info", says, tone="info")


def _group_cell(group: tuple[str, int], column: int) -> Cell:
    reason, count = group
    if column == 0:
        return Cell(text=reason, face="body_medium" if reason == _ALL else "body")
    return Cell(text=f"{count:,}", face="body_strong")


def _row_cell(row: LeftOut, column: int) -> Cell:
    cells = (
        Cell(text=str(row.row), tone="text2"),
        Cell(text=row.reason),
        Cell(text=row.raw, tone="text2"),
    )
    return cells[column]
