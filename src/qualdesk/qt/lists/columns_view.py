"""The columns of a file: what each becomes, how sure that is and why, and the rules of the list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.column_guesses import said_of_doubles
from qualdesk.core.list_choices import IfKnown
from qualdesk.core.list_fields import Because, Field, Surety
from qualdesk.core.list_fields import Column as FileColumn
from qualdesk.core.questions import Question
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.lists.column_words import (
    HOW_SURE,
    WHY,
    becomes,
    is_used,
    matched_in_words,
    meanings,
)
from qualdesk.qt.lists.country_row import country_read
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.fields import Choice, Tick
from qualdesk.qt.widgets.fields import Field as TextField
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import PlainTable

COLUMNS: Final = (
    Column(title=tr_later("In the file"), width=160, stretch=True),
    Column(title=tr_later("First values"), width=210, stretch=True),
    Column(title=tr_later("Becomes"), width=172, stretch=True),
    Column(title=tr_later("How sure"), width=112),
    Column(title=tr_later("Why"), width=148),
)
_IF_KNOWN: Final = {
    IfKnown.UPDATE: tr_later("Update them, overwrite nothing"),
    IfKnown.SKIP: tr_later("Leave their rows out"),
    IfKnown.KEEP_BOTH: tr_later("Keep both as two leads"),
}
_KEYS: Final = tr_later("Type what a column becomes, or Enter to choose   ·   Del: not used")


class ColumnsView(QWidget):
    """What each column becomes; the one the cursor is on can be changed by typing."""

    changed = Signal()
    """A person decided something about the columns or the list."""

    def __init__(self) -> None:
        super().__init__()
        self._mine: dict[str, FileColumn] = {}
        self._meanings = meanings(())
        self._matched = Chip()
        self._notice = Banner("info")
        self._notice_row = QWidget()
        self.model: TableOf[FileColumn] = TableOf(COLUMNS, self._cell)
        self.table = PlainTable(tr("Columns of the file"), row_height=44)
        self.table.show_rows_of(self.model)
        self._column = PlainLabel(face="body_medium", elide=True)
        self.becomes = Choice(tr("What the column becomes"))
        self.region = TextField(tr("Country of numbers without +"), tr("Germany, or DE"))
        self._read_as = PlainLabel(face="hint", tone="text2", elide=True)
        self.if_known = Choice(
            tr("People who are known already"), [tr(each) for each in _IF_KNOWN.values()]
        )
        self.only_new = Tick(tr("Only rows no earlier list had"))
        self.remember = Tick(tr("Remember these columns"))
        self.remember.setChecked(True)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._listen()
        self._tell_region("")

    def _listen(self) -> None:
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.becomes.setFocus())
        self.becomes.activated.connect(self._change)
        self.region.textChanged.connect(self._tell_region)
        for each in (self.table, self.becomes):
            each.installEventFilter(self)
        self.if_known.activated.connect(self.changed)
        for tick in (self.only_new, self.remember):
            tick.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._columns_card(), 1)
        row.addWidget(self._choices_card())

    def _columns_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setContentsMargins(18, 12, 18, 10)
        head.addWidget(PlainLabel(tr("What the columns become"), face="card_title"), 1)
        head.addWidget(self._matched)
        notice = QVBoxLayout(self._notice_row)
        notice.setContentsMargins(18, 0, 18, 12)
        notice.addWidget(self._notice)
        below = QHBoxLayout()
        below.setContentsMargins(18, 5, 18, 6)
        below.addWidget(PlainLabel(tr(_KEYS), face="hint", tone="text2", elide=True), 1)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._notice_row)
        column.addWidget(self.table, 1)
        column.addWidget(Rule())
        column.addLayout(below)
        return card

    def _choices_card(self) -> Card:
        card = SideCard(320)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(6)
        column.addWidget(PlainLabel(tr("This column becomes"), face="hint_medium", tone="text2"))
        column.addWidget(self._column)
        column.addWidget(self.becomes)
        hint = tr("Every column is kept with the lead, used or not.")
        column.addWidget(PlainLabel(hint, face="hint", tone="text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(Rule())
        column.addSpacing(6)
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Country of numbers without +"), self.region),
            (tr("People who are known already"), self.if_known),
        )
        for label, field in fields:
            column.addWidget(PlainLabel(label, face="hint_medium", tone="text2"))
            column.addWidget(field)
            if field is self.region:
                column.addWidget(self._read_as)
            column.addSpacing(6)
        column.addWidget(self.only_new)
        column.addWidget(self.remember)
        column.addStretch(1)
        return card

    def show_columns(
        self, columns: Sequence[FileColumn], questions: Sequence[Question], notes: Sequence[str]
    ) -> None:
        """Show the columns of a file read anew; a choice stays for a heading that is there."""
        self._meanings = meanings(questions)
        self.becomes.set_values([each.label for each in self._meanings])
        headings = {column.heading for column in columns}
        self._mine = {name: mine for name, mine in self._mine.items() if name in headings}
        self.model.set_rows(self._mine.get(column.heading, column) for column in columns)
        self._notes = tuple(notes)
        self.table.choose(0)
        self._tell()

    def refuse(self, says: str) -> None:
        """Say why the rows cannot be checked with these columns."""
        self._notice.set("bad", "", says)
        reveal(self._notice_row, shown=True)

    def begin(self) -> None:
        """Another file: nothing was chosen for it yet."""
        self._mine.clear()
        self.region.clear()
        self.if_known.setCurrentIndex(0)
        self.only_new.setChecked(False)
        self.remember.setChecked(True)

    def mapping(self) -> dict[str, str]:
        """What a person chose, by heading, as the desk wants it."""
        return {heading: column.meaning for heading, column in self._mine.items()}

    def country(self) -> str:
        """The ISO country of numbers without a plus; empty for the campaign's."""
        return country_read(self.region.text())

    def known(self) -> IfKnown:
        """What happens to people who are known already."""
        return tuple(_IF_KNOWN)[max(self.if_known.currentIndex(), 0)]

    def matched(self) -> str:
        """How many columns become something, in words."""
        return matched_in_words(self.model.rows)

    def choose_field(self, heading: str, field: Field, asks: Question | None = None) -> None:
        """Let a column become something else."""
        rows = list(self.model.rows)
        for place, row in enumerate(rows):
            if row.heading == heading:
                self._mine[heading] = row.read_as(field, Surety.SURE, Because.YOURS, asks)
                rows[place] = self._mine[heading]
                at = self.table.currentIndex().row()
                self.model.set_rows(rows)
                self.table.choose(max(at, 0))
        self._tell()
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.table:
                return self._typed_in_table(event)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self._next_row()
                return True
        return super().eventFilter(watched, event)

    def _typed_in_table(self, event: QKeyEvent) -> bool:
        """A letter typed on a column goes to what it becomes; Del takes it out of use."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        row = self._row()
        if plain or row is None:
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.choose_field(row.heading, Field.IGNORED)
            return True
        if event.text().isalpha():
            self.becomes.setFocus(Qt.FocusReason.OtherFocusReason)
            self.becomes.keyPressEvent(event)
            return True
        return False

    def _next_row(self) -> None:
        """Enter in the choice: it is kept, the cursor goes to the next column."""
        at = self.table.currentIndex().row()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.choose(min(at + 1, len(self.model.rows) - 1))

    def _row(self) -> FileColumn | None:
        place = self.table.currentIndex().row()
        rows = self.model.rows
        return rows[place] if 0 <= place < len(rows) else None

    def _chose(self, _place: int) -> None:
        row = self._row()
        if row is None:
            return
        self._column.setText(row.name)
        wanted = [(each.field, each.asks.id if each.asks else None) for each in self._meanings]
        held = (row.field, row.asks.id if row.asks else None)
        self.becomes.setCurrentIndex(wanted.index(held) if held in wanted else -1)
        self.becomes.setAccessibleName(tr("What “{column}” becomes", column=row.name))

    def _change(self, chosen: int) -> None:
        row = self._row()
        if row is not None and 0 <= chosen < len(self._meanings):
            meaning = self._meanings[chosen]
            self.choose_field(row.heading, meaning.field, meaning.asks)

    def _cell(self, row: FileColumn, column: int) -> Cell:
        used = is_used(row)
        says, tone = HOW_SURE[row.surety if used else Surety.UNUSED]
        is_mine = row.because is Because.YOURS
        cells = (
            Cell(text=row.name, face="body_medium"),
            Cell(text="   ·   ".join(row.samples) or tr("empty"), tone="text2"),
            Cell(text=becomes(row), tone="text" if used else "text3"),
            Cell(text=tr("Yours") if is_mine else tr(says), chip="accent" if is_mine else tone),
            Cell(text=tr(WHY[row.because]), tone="text2"),
        )
        return cells[column]

    def _tell(self) -> None:
        rows = self.model.rows
        self._matched.set(self.matched(), "ok" if any(map(is_used, rows)) else "warn")
        says = " ".join(dict.fromkeys((*self._notes, *said_of_doubles(rows))))
        self._notice.set("info", "", says)
        reveal(self._notice_row, shown=bool(says))

    _notes: tuple[str, ...] = ()

    def _tell_region(self, text: str) -> None:
        code = country_read(text)
        known = tr("Read as {code}.", code=code) if code else tr("Not known. Try Germany, or DE.")
        self._read_as.setText(known if text.strip() else tr("As the campaign says."))
        self.changed.emit()
