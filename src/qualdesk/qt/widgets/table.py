"""Tables of values: painted cells, one line or two, that never read text as anything but text."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from qualdesk.qt.plain import safe_text, show_tip
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.avatar import initials, tone_of
from qualdesk.qt.widgets.cells import CELL, LONGEST, Cell, Index, TableModel
from qualdesk.qt.widgets.chip import chip_width, draw_chip
from qualdesk.qt.widgets.paint import CENTRE, advance, box, glyph, words

_SIDE: Final = 12


class PlainTable(QTableView):
    """A table worked by the keyboard: arrows choose, Enter opens, Space and Ctrl+A tick.

    A ``quiet`` one shows where its cursor is only while it has the keyboard.
    """

    chosen = Signal(int)
    """The row the cursor is on now; -1 for none."""
    opened = Signal(int)
    """Enter or a double click on this row."""
    tick_asked = Signal(int)
    """Space, or a click on the box, of this row."""
    all_asked = Signal()
    """Ctrl+A: tick all."""

    def __init__(self, name: str, *, row_height: int = 36, quiet: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._row_height = row_height
        self._quiet = quiet
        self.setItemDelegate(CellPainter(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self._settle()

    def show_rows_of(self, model: TableModel) -> None:
        """Show this model from now on."""
        self.setModel(model)
        model.modelReset.connect(lambda: self.chosen.emit(-1))
        self._settle()

    def reveal_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column; the others take its room."""
        if self.isColumnHidden(place) is shown:
            self.setColumnHidden(place, not shown)
            self._widen()

    def marks(self, index: Index) -> bool:
        """Whether this cell is drawn as the cursor's row; a quiet table only while in it."""
        return self.currentIndex().row() == index.row() and (self.hasFocus() or not self._quiet)

    def choose(self, row: int) -> None:
        """Put the cursor on a row and bring it into view."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_A:
            self.all_asked.emit()
        elif plain or row < 0:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Space:
            self.tick_asked.emit(row)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        cell = index.data(CELL) if index.isValid() else None
        if cell is not None and cell.tick is not None:
            self.tick_asked.emit(index.row())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.data(CELL).tick is None:
            self.opened.emit(index.row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()

    def _settle(self) -> None:
        """Measure again at the text size in force."""
        self.verticalHeader().setDefaultSectionSize(look().px(self._row_height))
        self._widen()

    def _widen(self) -> None:
        """Give every column its width, and what is left over to those that stretch."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        columns = enumerate(model.columns)
        shown = {place: column for place, column in columns if not self.isColumnHidden(place)}
        drawn = {place: look().px(column.width) for place, column in shown.items()}
        wanted = {place: max(width, self._heading(place)) for place, width in drawn.items()}
        longer = sum(drawn.values()) - sum(wanted.values())
        # For longer headings those that stretch give way, and for nothing else.
        spare = max(self.viewport().width() - sum(wanted.values()), longer)
        shares = {place: column.stretch for place, column in shown.items() if column.stretch}
        room = sum(wanted.values()) + spare
        for place, share in shares.items():
            more = spare * share // sum(shares.values())
            wanted[place] = max(wanted[place] + more, self._heading(place))
        if shares and spare > 0:
            # What is left of the division: rows end where the heading ends.
            wanted[next(iter(shares))] += max(room - sum(wanted.values()), 0)
        for place, width in wanted.items():
            self.setColumnWidth(place, width)

    def _heading(self, place: int) -> int:
        """The width at which the heading of a column is not cut."""
        header = self.horizontalHeader()
        return 0 if header.isHidden() else header.sectionSizeHint(place)


class CellPainter(QStyledItemDelegate):
    """Draws the cells of a table; what does not fit shows whole in its tip."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(cell_width(index.data(CELL)), look().px(36))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        model = self.paint_ground(painter, option, index)
        cell = model.cell_at(index.row(), index.column())
        _draw(painter, QRectF(option.rect), cell, model.side_of(index.column()))
        painter.restore()

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> TableModel:
        """Draw what lies under the words of a cell: its ground, its line, the cursor's row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = look()
        rect = QRectF(option.rect)
        view = option.widget
        is_current = isinstance(view, PlainTable) and view.marks(index)
        # Asked of the model itself: each role asked by way of Qt costs as much as drawing a word.
        model = index.model()
        if not isinstance(model, TableModel):
            raise TypeError("The cells of a table come from a TableModel.")
        ground = "accent_soft" if is_current else model.ground_at(index.row())
        if ground:
            painter.fillRect(rect, here.colour(ground))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), here.colour("line"))
        if is_current and index.column() == 0:
            painter.fillRect(QRectF(0, rect.y(), here.px(3), rect.height()), here.colour("accent"))
        if isinstance(view, PlainTable) and is_current and view.hasFocus():
            for edge in (rect.y(), rect.bottom() - 1):
                painter.fillRect(QRectF(rect.x(), edge, rect.width(), 2), here.colour("focus"))
            if view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems:
                # The cursor is on a cell, not on a row: it is framed on all its sides.
                for side in (rect.x(), rect.right() - 1):
                    painter.fillRect(QRectF(side, rect.y(), 2, rect.height()), here.colour("focus"))
        return model

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        cell = index.data(CELL) if index.isValid() else None
        if cell is None or cell_width(cell) <= option.rect.width():
            return False
        show_tip(view, event.globalPos(), "\n".join(filter(None, (cell.text, cell.second))))
        return True


def cell_width(cell: Cell) -> int:
    """The width in pixels at which nothing of the cell is cut."""
    px = look().px
    if cell.chip is not None:
        return chip_width(cell.text) + px(2 * _SIDE)
    text = max(advance(_line(cell.text), cell.face), advance(_line(cell.second), "hint"))
    width = px(2 * _SIDE + cell.indent) + text
    width += px(16 + 8) if cell.tick is not None else 0
    width += px(30 + 10) if cell.person else 0
    return width + (px(16 + 8) if cell.icon else 0)


@lru_cache(maxsize=4096)
def _line(text: str) -> str:
    return safe_text(text, LONGEST, one_line=True)


def _draw(painter: QPainter, rect: QRectF, cell: Cell, align: Qt.AlignmentFlag) -> None:
    px = look().px
    middle = rect.center().y()
    x = rect.x() + px(_SIDE + cell.indent)
    if cell.tick is not None:
        draw_tick(painter, x, middle, ticked=cell.tick)
        x += px(16 + 8)
    if cell.person:
        x += _draw_person(painter, x, middle, cell.person) + px(10)
    if cell.icon:
        x += glyph(painter, cell.icon, x, middle, 16, cell.icon_tone) + px(8)
    room = rect.right() - px(_SIDE) - x
    text = _line(cell.text)
    if cell.chip is not None and text:
        width = min(chip_width(text), room)
        draw_chip(painter, QRectF(x, middle - px(11), width, px(22)), text, cell.chip)
        return
    if not cell.second:
        where = QRectF(x, rect.y(), room, rect.height())
        words(painter, where, text, face=cell.face, tone=cell.tone, align=align)
        return
    above = QRectF(x, middle - px(17), room, px(18))
    words(painter, above, text, face=cell.face, tone=cell.tone, align=align)
    below = QRectF(x, middle, room, px(17))
    words(painter, below, _line(cell.second), face="hint", tone=cell.second_tone, align=align)


def draw_tick(painter: QPainter, x: float, middle: float, *, ticked: bool) -> None:
    """Draw a box to tick with its left edge at ``x``."""
    px = look().px
    square = QRectF(x, middle - px(8), px(16), px(16))
    if not ticked:
        box(painter, square, fill="surface", edge="edge", radius=4)
        return
    box(painter, square, fill="accent", radius=4)
    glyph(painter, "check", x + px(2), middle, 12, "on_accent")


def _draw_person(painter: QPainter, x: float, middle: float, name: str) -> float:
    side = look().px(30)
    tone = tone_of(name)
    circle = QRectF(x, middle - side / 2, side, side)
    box(painter, circle, fill=f"{tone}_soft", radius=30)
    ink = "accent_text" if tone == "accent" else tone
    words(painter, circle, initials(_line(name)), face="micro_strong", tone=ink, align=CENTRE)
    return side
