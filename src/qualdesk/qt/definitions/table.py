"""The table of criteria: chosen by the arrows, put into order by keys and by dragging."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem
from typing_extensions import override

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.rows import (
    COLUMNS,
    GRIP,
    MORE,
    ROW_HEIGHT,
    WHAT,
    CriterionRow,
    cell_of,
    says_of,
)
from qualdesk.qt.shortcuts import capped
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Index, TableOf
from qualdesk.qt.widgets.chip import chip_width, draw_chip
from qualdesk.qt.widgets.paint import advance, smooth
from qualdesk.qt.widgets.table import CellPainter, PlainTable

_SIDE: Final = 12
_ACTS: Final = (
    ("open", tr_later("Change it"), "Enter"),
    ("up", tr_later("Move up"), "Alt+Up"),
    ("down", tr_later("Move down"), "Alt+Down"),
    ("copy", tr_later("Copy it below"), ""),
    ("out", tr_later("Take it out"), "Del"),
)


class CriteriaModel(TableOf[CriterionRow]):
    """The rows; a screen reader hears a whole criterion at its name."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, cell_of)

    def set_same(self, rows: tuple[CriterionRow, ...]) -> None:
        """Show the same criteria with other words in them; no row moves."""
        self._rows = rows
        self.repaint_rows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WHAT:
            return says_of(self.rows[index.row()], index.row() + 1, len(self.rows))
        return super().data(index, role)


class CriteriaTable(PlainTable):
    """Enter opens a criterion, Alt+Up and Alt+Down move it, Del takes it out.

    The grip at the left is dragged by the mouse; the three dots open the same acts as a menu.
    """

    moved = Signal(int, int)
    """A row is to stand at another place: from where, to where."""
    taken_out = Signal(int)
    """A row is to go."""
    copied = Signal(int)
    """A row is to stand there twice."""

    def __init__(self) -> None:
        super().__init__(tr("Criteria"), row_height=ROW_HEIGHT, quiet=True)
        self.model_of_rows = CriteriaModel()
        self.setItemDelegate(CriterionPainter(self))
        self.show_rows_of(self.model_of_rows)
        # Qt's own least width would push the last column out of the table.
        self.horizontalHeader().setMinimumSectionSize(20)
        self._held: int | None = None
        self._target: int | None = None

    def show_criteria(self, rows: tuple[CriterionRow, ...]) -> None:
        """Show these rows; the cursor stays on its criterion where it is still there."""
        before = self.current()
        at = self.currentIndex().row()
        if [row.id for row in rows] == [row.id for row in self.model_of_rows.rows]:
            # Nothing moved: the view keeps its place and nothing flickers while somebody types.
            self.model_of_rows.set_same(rows)
            return
        self.model_of_rows.set_rows(rows)
        ids = [row.id for row in rows]
        keep = ids.index(before) if before in ids else min(max(at, 0), len(rows) - 1)
        self.choose(keep)

    def current(self) -> str:
        """The id of the criterion the cursor is on, empty for none."""
        at, rows = self.currentIndex().row(), self.model_of_rows.rows
        return rows[at].id if 0 <= at < len(rows) else ""

    def choose_id(self, criterion: str) -> None:
        """Put the cursor on a criterion."""
        ids = [row.id for row in self.model_of_rows.rows]
        if criterion in ids:
            self.choose(ids.index(criterion))

    def act(self, what: str, row: int) -> None:
        """Do one of the acts of the menu to a row."""
        if what == "open":
            self.opened.emit(row)
        elif what == "copy":
            self.copied.emit(row)
        elif what == "out":
            self.taken_out.emit(row)
        else:
            self._move(row, row + (-1 if what == "up" else 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if plain == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._move(row, row + steps[Qt.Key(event.key())])
        elif row >= 0 and not plain and event.key() == Qt.Key.Key_Delete:
            self.taken_out.emit(row)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if index.column() == GRIP:
            self._held = self._target = index.row()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif index.column() == MORE:
            corner = self.visualRect(index).bottomLeft()
            self._open_menu(index.row(), self.viewport().mapToGlobal(corner))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        self._target = self._gap_at(event.position().y())
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, target = self._held, self._target
        self._held = self._target = None
        self.viewport().unsetCursor()
        self.viewport().update()
        if held is None or target is None:
            super().mouseReleaseEvent(event)
            return
        # The gap below a row is the place behind it, and the row itself leaves one free.
        self._move(held, target - 1 if target > held else target)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.currentIndex().row() if by_key or not index.isValid() else index.row()
        if row >= 0:
            place = self.visualRect(self.model_of_rows.index(row, MORE)).bottomLeft()
            self._open_menu(row, self.viewport().mapToGlobal(place))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._held is None or self._target is None:
            return
        y = self._edge_of(self._target)
        painter = smooth(self.viewport())
        painter.fillRect(QRectF(0, y - 1, self.viewport().width(), 2), look().colour("accent"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    def _move(self, row: int, to: int) -> None:
        if row != to and row >= 0 and 0 <= to < len(self.model_of_rows.rows):
            self.moved.emit(row, to)

    def _gap_at(self, y: float) -> int:
        """The gap between two rows nearest to ``y``, counted from the top."""
        rows = len(self.model_of_rows.rows)
        gaps = [abs(self._edge_of(gap) - y) for gap in range(rows + 1)]
        return gaps.index(min(gaps))

    def _edge_of(self, gap: int) -> int:
        if gap < len(self.model_of_rows.rows):
            return self.rowViewportPosition(gap)
        last = len(self.model_of_rows.rows) - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0

    def _open_menu(self, row: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(tr("What can be done with this criterion"))
        for what, says, keys in _ACTS:
            act = menu.addAction(f"{tr(says)}\t{capped(keys)}" if keys else tr(says))
            act.triggered.connect(lambda _on=False, what=what: self.act(what, row))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


class CriterionPainter(CellPainter):
    """Draws the mark of what is new behind the name of a criterion."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if index.column() != WHAT or not isinstance(model, CriteriaModel):
            return
        row = model.rows[index.row()]
        if not row.mark:
            return
        px = look().px
        rect = QRectF(option.rect)
        start = rect.x() + px(_SIDE) + advance(row.criterion.label, "body_strong") + px(10)
        room = rect.right() - px(_SIDE) - start
        if room < px(32):
            return  # The mark is still told to screen readers, and named among the changes.
        width = min(chip_width(row.mark), room)
        where = QRectF(start, rect.center().y() - px(19), width, px(20))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, where, row.mark, "accent")
        painter.restore()
