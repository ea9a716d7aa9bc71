"""The week of everybody who works here: rows are people, columns are days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from qualdesk.core.members import ROLES, Hours, Member, Span, spans_words
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.widgets.cells import Cell, Column, Index, TableOf
from qualdesk.qt.widgets.table import PlainTable

DAYS: Final = 7
ROW: Final = 46
_WHO: Final = Column(title=tr_later("Who"), width=150, stretch=3)
_OF_A_DAY: Final = Column(title="", width=105, stretch=1)


def hours_of(one: Member) -> Hours:
    """The hours the week shows of somebody: duty of salespeople, shifts of all others."""
    return one.duty if one.role == "sales" else one.shifts


class WeekModel(TableOf[Member]):
    """Everybody in the week that begins on ``monday``."""

    def __init__(self) -> None:
        super().__init__((_WHO, *(_OF_A_DAY,) * DAYS), self._cell_of)
        self.monday = date(2026, 1, 5)

    def show_week(self, monday: date) -> None:
        """Show the week that begins on that Monday."""
        self.monday = monday
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, DAYS)
        self.repaint_rows()

    def day_of(self, column: int) -> date:
        """The day of a column; that of the names has Monday's."""
        return self.monday + timedelta(days=max(column - 1, 0))

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_day = orientation == Qt.Orientation.Horizontal and section > 0
        if is_day and role == Qt.ItemDataRole.DisplayRole:
            return day_words(self.day_of(section))
        return super().headerData(section, orientation, role)

    def _cell_of(self, one: Member, column: int) -> Cell:
        if column == 0:
            says = tr("Duty hours") if one.role == "sales" else tr(ROLES.get(one.role, one.role))
            return Cell(text=one.name, second=says, face="body_strong", person=one.name)
        day = self.day_of(column)
        if one.left_on is not None and one.left_on <= day:
            return Cell(text=tr("Has left"), tone="text3")
        away, holiday = one.away_on(day), one.holiday_on(day)
        if away is not None:
            return Cell(text=tr("Away"), second=away.because, tone="warn")
        if holiday:
            return Cell(text=tr("Holiday"), second=holiday, tone="warn")
        return _hours_cell(hours_of(one).get(day.weekday(), ()))


class WeekTable(PlainTable):
    """The cursor is on one day of one person. Digits write its hours, Enter opens them.

    Ctrl+C and Ctrl+V carry hours from day to day, Delete empties one, A says away or back, L that
    somebody has left.
    """

    typed = Signal(str)
    """The hours of the day are to be written, beginning with these letters."""
    pasted = Signal(object)
    """The day is to have these hours, spans in order."""
    away_asked = Signal()
    """The day is to be one away, or one at work again."""
    leaving_asked = Signal()
    """The person is to leave the roster."""
    turned = Signal(int)
    """So many weeks on are to be shown, or back."""
    moved = Signal()
    """The cursor is somewhere else."""

    def __init__(self) -> None:
        super().__init__(tr("The week of everybody"), row_height=ROW)
        self.week = WeekModel()
        self._copied: tuple[Span, ...] | None = None
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.show_rows_of(self.week)

    @property
    def at(self) -> tuple[Member, date] | None:
        """The person and the day the cursor is on; None while it is nowhere."""
        index = self.currentIndex()
        if not 0 <= index.row() < len(self.week.rows):
            return None
        return self.week.rows[index.row()], self.week.day_of(index.column())

    def show_people(self, people: Sequence[Member]) -> None:
        """Show everybody anew; the cursor stays with its person and day."""
        at, column = self.at, max(self.currentIndex().column(), 1)
        name = at[0].name if at else ""
        self.week.set_rows(people)
        row = next((place for place, one in enumerate(people) if one.name == name), 0)
        if people:
            self.put(row, column)

    def put(self, row: int, column: int) -> None:
        """Put the cursor on a day of a person."""
        model = self.selectionModel()
        index = self.week.index(row, column)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def marks(self, index: Index) -> bool:
        here = self.currentIndex()
        return (here.row(), here.column()) == (index.row(), index.column())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.at is None or not self._did(event):
            super().keyPressEvent(event)

    def _did(self, event: QKeyEvent) -> bool:
        """Do what a key of the week means; whether it was one."""
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        acts = {Qt.Key.Key_A: self.away_asked, Qt.Key.Key_L: self.leaving_asked}
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if control and key == Qt.Key.Key_C:
            self._copied = self._spans()
        elif control and key == Qt.Key.Key_V:
            if self._copied is not None:
                self.pasted.emit(self._copied)
        elif control:
            return False
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.pasted.emit(())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.typed.emit(spans_words(self._spans()))
        elif key in turns:
            self.turned.emit(turns[Qt.Key(key)])
        elif key in acts:
            acts[Qt.Key(key)].emit()
        elif event.text().isdigit():
            self.typed.emit(event.text())
        else:
            return False
        return True

    def _spans(self) -> tuple[Span, ...]:
        at = self.at
        return () if at is None else hours_of(at[0]).get(at[1].weekday(), ())


def _hours_cell(spans: Sequence[Span]) -> Cell:
    """The first span, and below it those after a break."""
    if not spans:
        return Cell(text="\u2013", tone="text3")
    return Cell(text=spans_words(spans[:1]), second=spans_words(spans[1:]), second_tone="text")
