"""A file before anything is done with it: its columns, what each becomes, and its first rows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qualdesk.core.columns import Column as FileColumn
from qualdesk.core.columns import Field as Meaning
from qualdesk.core.columns import Surety
from qualdesk.core.places import country_of
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.chip import Chip, ChipTone
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import Cell, Column, PlainTable, TableOf

NOT_USED: Final = "Not used"
_FIRST_ROWS: Final = 3
_TONES: Final = {True: "text", False: "text3"}
_OFFERED: Final = tuple(each for each in Meaning if each is not Meaning.IGNORED)
_SAYS: Final[dict[Surety, tuple[str, ChipTone]]] = {
    Surety.SURE: ("Sure", "ok"),
    Surety.LIKELY: ("Likely", "warn"),
    Surety.UNUSED: ("Not used", "plain"),
}
COLUMNS: Final = (
    Column(title="In the file", width=170, stretch=True),
    Column(title="First values", width=190, stretch=True),
    Column(title="Becomes", width=140),
    Column(title="How sure", width=108),
)


class ColumnsView(QWidget):
    """What each column becomes; the one the cursor is on can be changed beside the table."""

    def __init__(self) -> None:
        super().__init__()
        self._mine: dict[str, Meaning] = {}
        self._about = PlainLabel(face="card_title", elide=True)
        self._form = PlainLabel(face="hint", tone="text2", elide=True)
        self._matched = Chip()
        self.campaign = Choice("Campaign")
        self.region = Field("Country of numbers without +", "Germany, or DE")
        self._read_as = PlainLabel(face="hint", tone="text2", elide=True)
        self.model: TableOf[FileColumn] = TableOf(COLUMNS, self._cell)
        self.table = PlainTable("Columns of the file", row_height=46)
        self.table.show_rows_of(self.model)
        self._column = PlainLabel(face="body_medium", elide=True)
        self.becomes = Choice(
            "What the column becomes", (*(each.label for each in _OFFERED), NOT_USED)
        )
        self.first = PlainTable("First rows of the file", row_height=34)
        self.first.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.becomes.setFocus())
        self.becomes.activated.connect(self._change)
        self.region.textChanged.connect(self._tell_region)
        self._tell_region("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._columns_card(), 1)
        middle.addWidget(self._choices_card())
        column.addLayout(middle, 1)
        column.addWidget(self._first_card())

    def _columns_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._about)
        words.addWidget(self._form)
        head.addLayout(words, 1)
        head.addWidget(self._matched)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        return card

    def _choices_card(self) -> Card:
        card = SideCard(308)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        column.addWidget(PlainLabel("Into which campaign?", face="hint_medium", tone="text2"))
        column.addWidget(self.campaign)
        column.addSpacing(8)
        column.addWidget(
            PlainLabel("Country of numbers without +", face="hint_medium", tone="text2")
        )
        column.addWidget(self.region)
        column.addWidget(self._read_as)
        column.addSpacing(8)
        column.addWidget(Rule())
        column.addSpacing(6)
        column.addWidget(self._column)
        column.addWidget(self.becomes)
        hint = "Enter in the table comes here. Every column is kept, used or not."
        column.addWidget(PlainLabel(hint, face="hint", tone="text2", wrap=True))
        column.addStretch(1)
        return card

    def _first_card(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.addWidget(PlainLabel("First rows, as they stand in the file", face="body_strong"))
        column.addLayout(head)
        column.addWidget(self.first)
        return card

    def show_file(self, about: str, form: str) -> None:
        """Say which file it is and how it is read."""
        self._about.setText(about)
        self._form.setText(form)

    def show_columns(self, columns: Sequence[FileColumn]) -> None:
        """Show the columns of another file; choices made by hand for the last one are gone."""
        self._mine.clear()
        self.model.set_rows(columns)
        self.table.choose(0)
        self._tell_matched()

    def show_first_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show the first rows; the table is as wide as the file."""
        columns = [
            Column(title=heading or "(no heading)", width=140, stretch=True) for heading in headings
        ]
        model: TableOf[Sequence[str]] = TableOf(columns, _raw_cell)
        model.set_rows(rows[:_FIRST_ROWS])
        self.first.show_rows_of(model)
        self._first_model = model
        lines = min(len(rows), _FIRST_ROWS)
        self.first.setFixedHeight(look().px(38 + 34 * lines) + 14)

    def mapping(self) -> dict[str, str] | None:
        """What was changed by hand, heading to field; None when nothing was."""
        return {heading: field.value for heading, field in self._mine.items()} or None

    def choose_field(self, heading: str, field: Meaning) -> None:
        """Let a column become this field; IGNORED leaves it unused."""
        self._mine[heading] = field
        rows = [
            replace(row, field=field) if row.heading == heading else row for row in self.model.rows
        ]
        place = self.table.currentIndex().row()
        self.model.set_rows(rows)
        self.table.choose(place)
        self._tell_matched()

    def _chose(self, place: int) -> None:
        if not 0 <= place < len(self.model.rows):
            return
        row = self.model.rows[place]
        self._column.setText(f"“{row.heading}” becomes")
        offered = row.field in _OFFERED and self._is_used(row)
        self.becomes.setCurrentIndex(_OFFERED.index(row.field) if offered else len(_OFFERED))
        self.becomes.setAccessibleName(f"What “{row.heading}” becomes")

    def _change(self, chosen: int) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.model.rows):
            field = (*_OFFERED, Meaning.IGNORED)[chosen]
            self.choose_field(self.model.rows[place].heading, field)

    def _is_used(self, row: FileColumn) -> bool:
        """Whether the column becomes something."""
        if row.heading in self._mine:
            return self._mine[row.heading] is not Meaning.IGNORED
        return row.surety is not Surety.UNUSED

    def _cell(self, row: FileColumn, column: int) -> Cell:
        used = self._is_used(row)
        cells = (
            lambda: Cell(text=row.heading, face="body_medium"),
            lambda: Cell(text=" · ".join(row.samples) or "empty", tone="text2"),
            lambda: Cell(text=row.field.label if used else NOT_USED, tone=_TONES[used]),
            lambda: self._how_sure(row),
        )
        return cells[column]()

    def _how_sure(self, row: FileColumn) -> Cell:
        if row.heading in self._mine:
            return Cell(text="Yours", chip="accent")
        says, tone = _SAYS[row.surety]
        return Cell(text=says, chip=tone)

    def matched(self) -> str:
        """How many columns become something, in words."""
        used = sum(map(self._is_used, self.model.rows))
        return f"{used} of {len(self.model.rows)} used"

    def _tell_matched(self) -> None:
        used = sum(map(self._is_used, self.model.rows))
        self._matched.set(self.matched(), "ok" if used else "warn")

    def _tell_region(self, text: str) -> None:
        code = country_of(text)
        known = f"Read as {code}." if code else "Not known. Try Germany, or DE."
        self._read_as.setText(known if text.strip() else "As the campaign says.")


def _raw_cell(row: Sequence[str], column: int) -> Cell:
    return Cell(text=row[column] if column < len(row) else "", tone="text2")
