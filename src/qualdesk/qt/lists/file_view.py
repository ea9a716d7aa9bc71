"""A file as it was found: its first rows as they stand, and how it is read."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import ENCODINGS
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.lists.counts import rows_in_words
from qualdesk.qt.lists.file_words import (
    DELIMITER_NAMES,
    DELIMITERS,
    are_letters_certain,
    format_name,
    header_says,
    letter_of,
    letters_name,
    row_count,
)
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import PlainTable, cell_width
from qualdesk.qt.widgets.wide import keep_wide

if TYPE_CHECKING:
    from qualdesk.desk.intake import Preview

TopRow = tuple[int, Sequence[str]]
HEADER_UP: Final = "header_up"
HEADER_DOWN: Final = "header_down"
_NO_HEADER: Final = tr_later("No header row")
_MOST_COLUMNS: Final = 40
_FEW_COLUMNS: Final = 6
_MOST_HEADERS: Final = 12
_NUMBERS: Final = 118


class FileView(QWidget):
    """What was found, and the switches for where the person knows better."""

    form_chosen = Signal(object)
    """The file is to be read another way, as a ``ListForm``."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Preview | None = None
        self._form = ListForm()
        self._title = PlainLabel(face="card_title", elide=True)
        self._says = PlainLabel(face="hint", tone="text2", elide=True)
        self.notice = Banner("info")
        self.table = PlainTable(tr("First rows of the file"), row_height=34, quiet=True)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.rows_model = TableOf[TopRow]((), self._cell)
        self.campaign = Choice(tr("Campaign"))
        self.sheet = Choice(tr("Sheet"))
        self.letters = Choice(tr("Letters"))
        self.delimiter = Choice(tr("What parts the columns"))
        self.header = Choice(tr("Row with the headings"))
        self.up = PushButton(tr("Up"), keys=HEADER_UP, height=30)
        self.down = PushButton(tr("Down"), keys=HEADER_DOWN, height=30)
        self.up.renamed(tr("Headings one row up"))
        self.down.renamed(tr("Headings one row down"))
        self._facts = _Facts()
        self._parts: dict[str, QWidget] = {}
        self._lay_out()
        for name in ("sheet", "letters", "delimiter"):
            reveal(self._parts[name], shown=False)
        self.setFocusProxy(self.table)
        self.sheet.activated.connect(self._choose_sheet)
        self.letters.activated.connect(self._choose_letters)
        self.delimiter.activated.connect(self._choose_delimiter)
        self.header.activated.connect(self._choose_header)
        self.up.clicked.connect(lambda: self.move_header(-1))
        self.down.clicked.connect(lambda: self.move_header(1))
        self.table.opened.connect(self._header_is)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._rows_card(), 1)
        row.addWidget(self._side_card())

    def _rows_card(self) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.setContentsMargins(18, 12, 18, 10)
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._says)
        notice = QVBoxLayout()
        notice.setContentsMargins(18, 0, 18, 12)
        notice.addWidget(self.notice)
        self._notice = QWidget()
        self._notice.setLayout(notice)
        keys = PlainLabel(tr("Enter: this row holds the headings"), face="hint", tone="text2")
        below = QHBoxLayout()
        below.setContentsMargins(18, 5, 18, 6)
        below.addWidget(keys)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(self._notice)
        column.addWidget(self.table, 1)
        column.addWidget(Rule())
        column.addLayout(below)
        return card

    def _side_card(self) -> Card:
        card = SideCard(320)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(4)
        self._part(column, "campaign", tr("Into which campaign?"), self.campaign)
        column.addWidget(PlainLabel(tr("What was found"), face="card_title"))
        column.addSpacing(2)
        column.addWidget(self._facts)
        column.addSpacing(10)
        self._part(column, "sheet", tr("Sheet"), self.sheet)
        self._part(column, "letters", tr("Letters: pick until the names look right"), self.letters)
        self._part(column, "delimiter", tr("What parts the columns"), self.delimiter)
        self._part(column, "header", tr("Row with the headings"), self.header)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        return card

    def _part(self, column: QVBoxLayout, name: str, label: str, field: QWidget) -> None:
        part = QWidget()
        inner = QVBoxLayout(part)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(4)
        inner.addWidget(PlainLabel(label, face="hint_medium", tone="text2"))
        inner.addWidget(field)
        column.addWidget(part)
        self._parts[name] = part

    def show_file(self, found: "Preview", form: ListForm) -> None:
        """Show how the file is read; ``form`` is what a person chose of it."""
        self._found, self._form = found, form
        self._title.setText(found.file_name)
        self._says.setText(tr("The first rows, as they stand in the file"))
        self._tell(found, form)
        self._facts.show_facts(_facts(found, form))
        names = [
            tr("{sheet} (hidden)", sheet=each.name) if each.is_hidden else each.name
            for each in found.sheets
        ]
        self.sheet.set_values(names)
        self.sheet.setCurrentIndex(
            [each.name for each in found.sheets].index(found.sheet)
            if found.sheet in [e.name for e in found.sheets]
            else -1
        )
        reveal(self._parts["sheet"], shown=len(names) > 1)
        self.letters.set_values([tr(label) for _, label in ENCODINGS], letters_name(found.encoding))
        is_text = bool(found.delimiter)
        reveal(self._parts["letters"], shown=is_text and not are_letters_certain(found, form))
        self.delimiter.set_values([tr(each) for each in DELIMITER_NAMES])
        known = found.delimiter in DELIMITERS
        self.delimiter.setCurrentIndex(DELIMITERS.index(found.delimiter) if known else -1)
        reveal(self._parts["delimiter"], shown=is_text)
        self.header.set_values(
            [*(tr("Row {row}", row=each) for each in self._headers()), tr(_NO_HEADER)]
        )
        at = self._headers().index(found.header_row) if found.header_row else len(self._headers())
        self.header.setCurrentIndex(at)
        self._show_rows(found)

    def move_header(self, step: int) -> None:
        """Take the row above or below for the headings: one key."""
        if self._found is None:
            return
        ways = [0, *self._headers()]
        at = ways.index(self._found.header_row) + step
        if 0 <= at < len(ways):
            self._choose(header_row=ways[at])

    def _headers(self) -> list[int]:
        """The rows that can hold the headings, by their number in the file."""
        found = self._found
        if found is None:
            return []
        numbers = [number for number, cells in found.top_rows if any(map(str.strip, cells))]
        first = numbers[:_MOST_HEADERS]
        return sorted({*first, *([found.header_row] if found.header_row else [])})

    def _tell(self, found: "Preview", form: ListForm) -> None:
        mine = [note for note in found.notes if note not in found.column_notes]
        says = " ".join(filter(None, (header_says(found, form), *mine, found.preset)))
        self.notice.set("info", "", says)
        reveal(self._notice, shown=bool(says))

    def _show_rows(self, found: "Preview") -> None:
        width = max((len(cells) for _, cells in found.top_rows), default=0)
        across = range(min(width, _MOST_COLUMNS))
        few = len(across) <= _FEW_COLUMNS
        columns = [
            Column(title=letter_of(at), width=120 if few else 150, stretch=few) for at in across
        ]
        first = Column(title=tr_later("Row"), width=self._numbers_width())
        self.rows_model = TableOf((first, *columns), self._cell, self._ground)
        self.rows_model.set_rows(found.top_rows)
        self.table.show_rows_of(self.rows_model)
        numbers = [number for number, _ in found.top_rows]
        at = numbers.index(found.header_row) if found.header_row in numbers else 0
        self.table.choose(at)

    def _numbers_width(self) -> int:
        """How wide the column of the row numbers is, unscaled: the mark in it is not cut."""
        last = self._found.top_rows[-1][0] if self._found and self._found.top_rows else 1
        needed = cell_width(_headings_mark(last)) / look().scale
        return max(ceil(needed), _NUMBERS)

    def _is_header(self, row: TopRow) -> bool:
        return self._found is not None and row[0] == self._found.header_row

    def _is_above(self, row: TopRow) -> bool:
        return self._found is not None and row[0] < self._found.header_row

    def _ground(self, row: TopRow) -> str:
        return "accent_soft" if self._is_header(row) else ""

    def _cell(self, row: TopRow, column: int) -> Cell:
        number, cells = row
        if column == 0:
            if self._is_header(row):
                return _headings_mark(number)
            return Cell(text=str(number), tone="text3")
        text = cells[column - 1] if column <= len(cells) else ""
        if self._is_header(row):
            return Cell(text=text, face="body_strong")
        return Cell(text=text, tone="text3" if self._is_above(row) else "text")

    def _choose(self, **changed: str | int) -> None:
        self._form = replace(self._form, **changed)  # type: ignore[arg-type]
        self.form_chosen.emit(self._form)

    def _choose_sheet(self, at: int) -> None:
        if self._found is not None:
            # Another sheet has other rows: what was said of this one's headings is not true there.
            self._form = replace(self._form, header_row=None)
            self._choose(sheet=self._found.sheets[at].name)

    def _choose_letters(self, at: int) -> None:
        self._choose(encoding=ENCODINGS[at][0])

    def _choose_delimiter(self, at: int) -> None:
        self._choose(delimiter=DELIMITERS[at])

    def _choose_header(self, at: int) -> None:
        headers = self._headers()
        self._choose(header_row=headers[at] if at < len(headers) else 0)

    def _header_is(self, place: int) -> None:
        rows = self.rows_model.rows
        if 0 <= place < len(rows):
            self._choose(header_row=rows[place][0])


def _headings_mark(row: int) -> Cell:
    text = tr("{row}  Headings", row=row)
    return Cell(text=text, face="body_strong", tone="accent_text")


class _Facts(QWidget):
    """Pairs of words: what it is, and how it is."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._rows = [
            (PlainLabel(face="body", tone="text2"), PlainLabel(face="body_medium", elide=True))
            for _fact in range(5)
        ]
        self._lines: list[QWidget] = []
        for name, value in self._rows:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            keep_wide(name, least=72)
            row.addWidget(name)
            row.addWidget(value, 1)
            column.addWidget(line)
            self._lines.append(line)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts."""
        for place, line in enumerate(self._lines):
            reveal(line, shown=place < len(facts))
            if place < len(facts):
                name, value = self._rows[place]
                name.setText(facts[place][0])
                value.setText(facts[place][1])


def _facts(found: "Preview", form: ListForm) -> tuple[tuple[str, str], ...]:
    is_text = bool(found.delimiter)
    rows, is_exact = row_count(found)
    count = rows_in_words(rows)
    facts = [
        (tr("Rows"), count if is_exact else tr("About {rows}", rows=count)),
        (tr("Format"), format_name(found.format)),
    ]
    if found.sheet:
        names = [each.name for each in found.sheets]
        place = names.index(found.sheet) + 1 if found.sheet in names else 1
        sheets = max(len(names), 1)
        which = tr("{sheet}, {place} of {sheets}", sheet=found.sheet, place=place, sheets=sheets)
        facts.append((tr("Sheet"), which))
    if is_text:
        letters = letters_name(found.encoding)
        if not (are_letters_certain(found, form) or form.encoding):
            letters = tr("{letters}, not certain", letters=letters)
        facts.append((tr("Letters"), letters))
    facts.append((tr("Columns"), str(len(found.columns))))
    return tuple(facts)
