"""The card “When people answer”: calls by weekday and hour of the clock of those called."""

import math
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from qualdesk.core import floor_words
from qualdesk.core.floor_figures import Board, HourFigures
from qualdesk.core.times import short_weekday, weekday_name
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card, Heading
from qualdesk.qt.widgets.cells import Index
from qualdesk.qt.widgets.paint import CENTRE, advance, box, reveal, words

_ROOT: Final = QModelIndex()
_FIRST, _LAST = 8, 17
_WORKING: Final = 5
_CELL: Final = 32
_LEAST: Final = 22
_SHOWN: Final = 6
_FAINT, _PALE, _STRONG = 0.12, 0.58, 0.82
_TURN: Final = 0.6
_NO_CALL: Final = HourFigures(weekday=0, hour=0, dials=0, answered=0)


class HoursCard(Card):
    """The heat of every hour, to be walked by keyboard, and the best hours in a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.model = HeatModel()
        self.table = HeatTable(tr("When people answer, by weekday and hour of their clock"))
        self.table.setModel(self.model)
        self._best = PlainLabel(face="body", tone="text2", wrap=True)
        self._tries = PlainLabel(face="body", tone="text2", wrap=True)
        how = tr("% of calls, their time")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(
            Heading(
                tr("When people answer"),
                end=PlainLabel(how, face="hint", tone="text2"),
                face="card_title",
            )
        )
        column.addWidget(self.table)
        column.addWidget(self._best)
        column.addWidget(self._tries)
        column.addStretch(1)
        self._is_wide = False
        reveal(self._tries, shown=False)

    def show_board(self, board: Board) -> None:
        """Show the hours of these figures."""
        dials = sum(one.dials for one in board.hours)
        self.model.show_hours(board.hours)
        self.table.settle()
        reveal(self.table, shown=bool(dials))
        self._best.setText(floor_words.best_hours(board.hours))
        self._tries.setText(_tries_said(dials, board.called))
        self.be_wide(is_wide=self._is_wide)

    def be_wide(self, *, is_wide: bool) -> None:
        """Whether there is room for the tries per lead."""
        self._is_wide = is_wide
        reveal(self._tries, shown=is_wide and bool(self._tries.text()))


class HeatModel(QAbstractTableModel):
    """Weekdays down, hours across. A cell is what is read aloud of it."""

    def __init__(self) -> None:
        super().__init__()
        self._hours: dict[tuple[int, int], HourFigures] = {}
        self._days: tuple[int, ...] = tuple(range(_WORKING))
        self._across: tuple[int, ...] = tuple(range(_FIRST, _LAST + 1))
        self.most = 0.0
        self._best: frozenset[tuple[int, int]] = frozenset()

    def show_hours(self, hours: Sequence[HourFigures]) -> None:
        """Show these hours; where the table keeps its shape the cursor stays in its cell."""
        self._hours = {(one.weekday, one.hour): one for one in hours}
        called = [one for one in hours if one.dials]
        days = tuple(sorted({*range(_WORKING), *(one.weekday for one in called)}))
        first = min((one.hour for one in called), default=_FIRST)
        last = max((one.hour for one in called), default=_LAST)
        across = tuple(range(min(first, _FIRST), max(last, _LAST) + 1))
        sure = {(one.weekday, one.hour): share_of(one) for one in called if is_known(one)}
        self.most = max(sure.values(), default=0.0)
        said = {at: round(100 * share) for at, share in sure.items()}
        # Who is as good as the last of them is shown as good.
        last_shown = sorted(said.values(), reverse=True)[:_SHOWN][-1:]
        self._best = frozenset(at for at in said if said[at] >= (last_shown or [0])[0])
        if (days, across) != (self._days, self._across):
            self.beginResetModel()
            self._days, self._across = days, across
            self.endResetModel()
        last_cell = self.index(len(self._days) - 1, len(self._across) - 1)
        self.dataChanged.emit(self.index(0, 0), last_cell)

    def at(self, row: int, column: int) -> HourFigures:
        """The calls of this cell; none where nobody was called."""
        return self._hours.get((self._days[row], self._across[column]), _NO_CALL)

    def is_best(self, row: int, column: int) -> bool:
        """Whether it is one of the few best, whose share is written into it."""
        return (self._days[row], self._across[column]) in self._best

    def says(self, row: int, column: int) -> str:
        """The cell in words, as it is read aloud and shown in its tip."""
        day, hour = self._days[row], self._across[column]
        one = self._hours.get((day, hour))
        figures = one or HourFigures(weekday=day, hour=hour, dials=0, answered=0)
        return floor_words.hour_said(weekday_name(day), figures)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._days)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._across)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = Qt.ItemDataRole
        if index.isValid() and role in {
            roles.DisplayRole,
            roles.AccessibleTextRole,
            roles.ToolTipRole,
        }:
            return self.says(index.row(), index.column())
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return str(self._across[section])
        return short_weekday(self._days[section])


class HeatTable(QTableView):
    """Cells walked by arrows, each read aloud; its one stop of Tab is the whole table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setItemDelegate(HeatPainter(self))
        self.setObjectName("heat")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(tr("Weekdays and hours"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def settle(self) -> None:
        """Measure again: another size of the text, or other hours."""
        model = self.model()
        if model is None or not model.columnCount():
            return
        px = look().px
        days = (
            str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())
        )
        side = max(advance(day, "hint_medium") for day in days) + px(10)
        self.verticalHeader().setFixedWidth(side)
        self.verticalHeader().setDefaultSectionSize(px(_CELL))
        across = max(self.width() - side - 2, 0)
        self.horizontalHeader().setDefaultSectionSize(
            max(across // model.columnCount(), px(_LEAST))
        )
        if not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        model = self.model()
        px = look().px
        rows = model.rowCount() if model is not None else 0
        columns = model.columnCount() if model is not None else 0
        high = self.horizontalHeader().sizeHint().height() + rows * px(_CELL) + 2
        return QSize(px(52) + columns * px(_LEAST) + 2, high)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class HeatPainter(QStyledItemDelegate):
    """A cell the darker the more answered; too few calls leave it empty, with a line around."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        if not isinstance(model, HeatModel) or not isinstance(view, QTableView):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        one = model.at(index.row(), index.column())
        cell = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        if not is_known(one):
            edge = "edge" if one.dials else None
            box(painter, cell, fill="sunken", edge=edge, radius=5)
        else:
            strength = share_of(one) / model.most if model.most else 0.0
            box(painter, cell, fill=heat(strength), radius=5)
            says = f"{100 * share_of(one):.0f}"
            room = cell.width() >= advance(says, "micro_strong")
            if model.is_best(index.row(), index.column()) and room:
                tone = ink_on(strength)
                words(painter, cell, says, face="micro_strong", tone=tone, align=CENTRE)
        if view.currentIndex() == index and view.hasFocus():
            box(painter, cell.adjusted(-1, -1, 1, 1), edge="focus", radius=6, width=2)
        painter.restore()


def heat(strength: float) -> QColor:
    """From the ground of the card to the colour of charts, by how much of the best it is."""
    here = look()
    low, high = here.colour("surface"), here.colour("chart1")
    part = _part(strength)
    pairs = (
        (low.red(), high.red()),
        (low.green(), high.green()),
        (low.blue(), high.blue()),
    )
    return QColor(*(round(one + (other - one) * part) for one, other in pairs))


def ink_on(strength: float) -> str:
    """The colour of what is written on the ground of that strength."""
    return "on_accent" if _part(strength) >= _STRONG else "text"


def is_known(one: HourFigures) -> bool:
    """Whether enough were called in that hour to say a share of it."""
    return one.dials >= floor_words.FEW


def share_of(one: HourFigures) -> float:
    """Of the calls of that hour so many were answered, 0 to 1."""
    return one.answered / one.dials if one.dials else 0.0


def _part(strength: float) -> float:
    """How much of the charts' colour there is; never so much that no ink could be read on it."""
    risen = math.pow(strength, 1.6)
    if risen < _TURN:
        return _FAINT + (_PALE - _FAINT) * risen / _TURN
    return _STRONG + (1.0 - _STRONG) * (risen - _TURN) / (1.0 - _TURN)


def _tries_said(dials: int, called: int) -> str:
    """How often the leads were tried, where anybody was called."""
    if not dials or not called:
        return ""
    return tr_n(
        dials,
        "{n:,} call so far, {each:.1f} for each lead called.",
        "{n:,} calls so far, {each:.1f} for each lead called.",
        each=dials / called,
    )
