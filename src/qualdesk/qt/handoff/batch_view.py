"""The leads of the next batch: filters, the one thing to mend, the table, and what the keys do."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.handoff.batch_table import BatchRows, BatchTable
from qualdesk.qt.handoff.fix_banner import FixBanner
from qualdesk.qt.handoff.model import (
    ALL,
    BatchRow,
    Place,
    Sort,
    Ticks,
    chosen_by,
    filters_of,
    in_order,
)
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.filters import FilterRow
from qualdesk.qt.widgets.paint import advance, box, glyph, reveal, smooth, words
from qualdesk.qt.widgets.wide import keep_wide

_EMPTY: Final = (
    tr_later("No lead is qualified yet"),
    (
        tr_later(
            "Whoever a caller ends as qualified stands here, best first, with the brief sales will "
            "read. They leave together, as one batch."
        )
    ),
)
_KEYS: Final = tr_later("Space ticks a lead, Enter opens its brief.")
_MORE_KEYS: Final = tr_later(
    "{choose_person} chooses who gets it, {hold_back} holds it back, {edit_line} edits its line."
)
_GOES_TO: Final = 4


class BatchView(QWidget):
    """Who sales gets next. Ticks are kept here; the page asks which leads leave."""

    chosen = Signal(object)
    """The row the cursor is on now, or None."""
    opened = Signal()
    """Enter on a lead: its brief is asked for."""
    person_wanted = Signal()
    """Somebody is to be chosen for the row the cursor is on."""
    ticked = Signal()
    """What will leave has changed."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Next batch"))
        self.rows: tuple[BatchRow, ...] = ()
        self.ticks = Ticks()
        self.search = Field(tr("Find in this batch"), tr("Find in this batch"), icon="search")
        self.filters = FilterRow(tr("Which leads are shown"))
        self.sort = _Order(tr("In which order"), [each.label for each in Sort])
        self.fix = FixBanner()
        self.model = BatchRows(self.ticks, zone)
        self.table = BatchTable(self.model)
        self.setFocusProxy(self.table)
        self._empty = EmptyPlace(*map(tr, _EMPTY))
        self._rule = Rule()
        self._foot = PlainLabel(face="hint", tone="text2", elide=True)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        reveal(self._empty, shown=False)
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 9, 12, 9)
        tools.setSpacing(8)
        keep_wide(self.search, least=176, most=240)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.filters, 2)
        tools.addWidget(self.sort)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self._foot, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.fix)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._rule)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.sort.activated.connect(self._reorder)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.table.tick_asked.connect(self._tick)
        self.table.all_asked.connect(self._tick_all)
        self.table.clicked.connect(self._clicked)
        self.fix.show_wanted.connect(lambda lead: self.go_to(lead.lead_id))

    def show_rows(self, rows: tuple[BatchRow, ...], *, is_looking: bool = False) -> None:
        """Show these leads; the cursor stays on its lead where it is still there.

        Without any it says so, but not while they are just being looked at (``is_looking``).
        """
        self.rows = rows if self._order is Sort.POINTS else in_order(rows, self._order)
        for each in (self.table, self._rule, self._foot):
            reveal(each, shown=bool(rows) or is_looking)
        reveal(self._empty, shown=not rows and not is_looking)
        reveal(self.sort, shown=bool(rows))
        self.filters.set_filters(filters_of(rows))
        self.fix.show_blocked([row.lead for row in rows if row.place is Place.BLOCKED])
        self._narrow()
        if is_looking:
            self._foot.setText(tr("Looking at the qualified leads"))
        self.ticked.emit()

    def show_ticked(self, leaving: int) -> None:
        """Draw the box over the boxes as many of them are ticked."""
        able = sum(row.place in {Place.READY, Place.LATER} for row in self.rows)
        self.table.heading.show_ticked(some=leaving > 0, all_of_them=leaving == able)

    def say_looking(self, done: int, of: int) -> None:
        """Say how many leads were looked at, while that takes a moment."""
        self._foot.setText(tr("{done:,} of {of:,} leads looked at", done=done, of=of))

    def leaving(self) -> tuple[LeadId, ...]:
        """The leads that will leave; a filter or a search takes none out."""
        return tuple(row.id for row in self.ticks.leaving(self.rows))

    def current(self) -> BatchRow | None:
        """The row the cursor is on."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def where(self) -> str:
        """Where the cursor is among the rows shown: “3 of 18”."""
        row = self.table.currentIndex().row()
        if row < 0:
            return ""
        return tr("{place:,} of {all:,}", place=row + 1, all=len(self.model.rows))

    def step(self, by: int) -> None:
        """Move the cursor by some rows."""
        self.table.choose(self.table.currentIndex().row() + by)

    def step_to_fix(self, by: int) -> None:
        """Move the cursor to the next lead that lacks something, or the one before."""
        rows = self.model.rows
        blocked = [at for at, row in enumerate(rows) if row.place is Place.BLOCKED]
        if not blocked and self.filters.on != Place.BLOCKED:
            if any(row.place is Place.BLOCKED for row in self.rows):
                self.filters.choose(ALL)
                self.step_to_fix(by)
            return
        here = self.table.currentIndex().row()
        ahead = [at for at in blocked if (at > here if by > 0 else at < here)]
        if blocked:
            around = blocked[0] if by > 0 else blocked[-1]
            self.table.choose(around if not ahead else ahead[0 if by > 0 else -1])
            self.table.setFocus()

    def go_to(self, lead: LeadId) -> None:
        """Put the cursor on this lead, whatever is filtered."""
        if lead not in {row.id for row in self.model.rows}:
            self.search.clear()
            self.filters.choose(ALL)
        ids = [row.id for row in self.model.rows]
        if lead in ids:
            self.table.choose(ids.index(lead))
            self.table.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the search clears it, and without a word in it leads back to the table."""
        if event.key() != Qt.Key.Key_Escape or not self.search.hasFocus():
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.table.setFocus()

    @property
    def _order(self) -> Sort:
        return tuple(Sort)[max(self.sort.currentIndex(), 0)]

    def _reorder(self) -> None:
        self.rows = in_order(self.rows, self._order)
        self._narrow()

    def _narrow(self) -> None:
        before = self.current()
        shown = chosen_by(self.filters.on or ALL, self.rows, self.search.text())
        if self.model.renew(shown):
            self._chose(self.table.currentIndex().row())
        else:
            ids = [row.id for row in shown]
            keep = ids.index(before.id) if before is not None and before.id in ids else 0
            self.table.choose(keep)
        says = f"{tr(_KEYS)} {with_keys(tr(_MORE_KEYS))}"
        if len(shown) != len(self.rows):
            few = tr("{shown:,} of {all:,} shown.", shown=len(shown), all=len(self.rows))
            says = f"{few} {says}"
        self._foot.setText(says)
        if not shown:
            self.fix.point_at(None)
            self.chosen.emit(None)

    def _chose(self, _row: int) -> None:
        row = self.current()
        if row is not None:
            self.fix.point_at(row.lead if row.place is Place.BLOCKED else None)
            self.chosen.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.current()
        is_about_people = row is not None and row.place is Place.BLOCKED and row.lead.fix
        if index.column() == _GOES_TO and is_about_people:
            self.person_wanted.emit()

    def _tick(self, place: int) -> None:
        if self.ticks.turn(self.model.rows[place]):
            self.model.repaint_rows()
            self.ticked.emit()

    def _tick_all(self) -> None:
        self.ticks.turn_all(self.model.rows)
        self.model.repaint_rows()
        self.ticked.emit()


class _Order(Choice):
    """The order as quiet words with a chevron: it is seldom changed."""

    def __init__(self, name: str, values: Sequence[str]) -> None:
        super().__init__(name, values)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(advance(self.currentText(), "body") + px(8 + 8 + 16 + 10), px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        if self.hasFocus():
            box(painter, rect, fill="surface", edge="focus", width=2.0)
        elif self.underMouse():
            box(painter, rect, fill="hover")
        inner = rect.adjusted(px(8), 0, -px(34), 0)
        words(painter, inner, self.currentText(), face="body", tone="text2")
        glyph(painter, "chevron-down", rect.width() - px(26), rect.center().y(), 16, "text2")
