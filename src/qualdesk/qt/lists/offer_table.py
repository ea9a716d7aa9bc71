"""The rows of a problem before and after, with the ways to mend one row beside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from qualdesk.core.list_checks import CheckedRow, Offer, RowTone
from qualdesk.core.list_choices import RowMend
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import CELL, Cell, Column, TableOf
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import advance, words
from qualdesk.qt.widgets.table import CellPainter, PlainTable, cell_width

Index = QModelIndex | QPersistentModelIndex

COLUMNS: Final = (
    Column(title=tr_later("Row"), width=60),
    Column(title=tr_later("Name"), width=140, stretch=True),
    Column(title=tr_later("Company"), width=150, stretch=True),
    Column(title=tr_later("In the file"), width=150, stretch=True),
    Column(title=tr_later("Becomes"), width=156, stretch=True),
    Column(title=tr_later("Result"), width=226, stretch=True),
)
COMPANY, BEFORE, AFTER, RESULT = 2, 3, 4, 5
OFFERS: Final = Qt.ItemDataRole.UserRole + 2
_ICONS: Final = {
    RowTone.READY: ("circle-check", "ok"),
    RowTone.LOOK: ("circle-alert", "warn"),
    RowTone.OUT: ("circle-x", "bad"),
}
_GROUNDS: Final = {RowTone.READY: "", RowTone.LOOK: "warn_soft", RowTone.OUT: "bad_soft"}
_LOOKED_AT: Final = 40
_NARROWEST, _WIDEST = 150, 520
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class OfferTable(PlainTable):
    """Rows of a list; Enter takes the offer beside a row, or opens its cell for writing.

    Left and Right go through the offers of a row, Del leaves the row out.
    """

    mended = QtSignal(int, object)
    """A row of the file by its number, and its ``RowMend``."""
    written = QtSignal()
    """A cell that was open for writing was closed."""

    def __init__(self) -> None:
        self.rows_model = RowsModel()
        super().__init__(tr("Rows, before and after"), quiet=True)
        self.show_rows_of(self.rows_model)
        self.painter_of_rows = _RowPainter(self)
        self.setItemDelegate(self.painter_of_rows)
        # A quiet cursor: Qt would colour its row also while the keyboard is elsewhere.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._at = 0
        self.kept: tuple[int, RowMend] | None = None
        self.opened.connect(self._take)
        self.chosen.connect(self._moved)

    @property
    def is_writing(self) -> bool:
        """Whether a cell is open for writing: the rows must not be changed under it."""
        return self.state() is QAbstractItemView.State.EditingState

    @property
    def at(self) -> int:
        """Which of the offers of the cursor's row Enter would take."""
        return self._at

    def show_rows(self, rows: Sequence[CheckedRow], *, coloured: bool = True) -> None:
        """Show these rows; the cursor stays on its row of the file. ``coloured`` by their tone."""
        before, scrolled = self.row(), self.verticalScrollBar().value()
        self.rows_model.is_coloured = coloured
        self.rows_model.set_rows(rows)
        self.reveal_column(BEFORE, shown=any(row.before or row.offers for row in rows))
        self.reveal_column(AFTER, shown=any(row.after for row in rows))
        self._widen()
        numbers = [row.number for row in rows]
        stays = before is not None and before.number in numbers
        self.choose(numbers.index(before.number) if before and stays else 0)
        if stays:
            self.verticalScrollBar().setValue(scrolled)

    def row(self) -> CheckedRow | None:
        """The row the cursor is on."""
        place = self.currentIndex().row()
        rows = self.rows_model.rows
        return rows[place] if 0 <= place < len(rows) else None

    def say_mended(self, number: int, says: str) -> None:
        """Say of a row that it was mended, until it has been counted again."""
        rows = [
            replace(row, result=says, tone=RowTone.READY, offers=())
            if row.number == number
            else row
            for row in self.rows_model.rows
        ]
        self.show_rows(rows, coloured=self.rows_model.is_coloured)

    def keep_writing(self) -> None:
        """Take what stands in an open cell, as Enter does."""
        editor = self.findChild(CellField)
        if self.is_writing and isinstance(editor, CellField):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row()
        key = event.key()
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS and len(row.offers) > 1:
            self._at = (self._at + _STEPS[Qt.Key(key)]) % len(row.offers)
            self.viewport().update()
        elif key == Qt.Key.Key_Delete:
            self.mended.emit(row.number, RowMend(leave_out=row.tone is not RowTone.OUT))
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position()
        index = self.indexAt(spot.toPoint())
        if index.isValid() and index.column() == RESULT:
            rect = QRectF(self.visualRect(index))
            for place, where in enumerate(link_places(rect, index)):
                if where.contains(spot):
                    self._at = place
                    self._take(index.row())
                    return

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        # Only now: the rows are shown anew, and the field stood in one of them.
        kept, self.kept = self.kept, None
        if kept is not None:
            self.mended.emit(*kept)
        self.written.emit()

    @override
    def _widen(self) -> None:
        """Give each column its width, and the room left over first to cells that need it."""
        here = [at for at in range(len(COLUMNS)) if not self.isColumnHidden(at)]
        px = look().px
        base = {at: px(COLUMNS[at].width) for at in here}
        base[RESULT] = min(max(self._wanted(RESULT), px(_NARROWEST)), px(_WIDEST))
        spare = self.viewport().width() - sum(base.values())
        needs = {at: max(self._wanted(at) - base[at], 0) for at in here}
        share = min(max(spare, 0) / max(sum(needs.values()), 1), 1.0)
        for at in here:
            base[at] += int(needs[at] * share)
        stretching = [at for at in here if COLUMNS[at].stretch]
        rest = max(self.viewport().width() - sum(base.values()), 0)
        for at in here:
            more = rest // len(stretching) if at in stretching and spare > 0 else 0
            self.setColumnWidth(at, base[at] + more)

    def _wanted(self, column: int) -> int:
        """The width at which nothing of the first rows of a column is cut, within reason."""
        widest = 0
        for row in self.rows_model.rows[:_LOOKED_AT]:
            width = cell_width(_cell(row, column))
            if column == RESULT:
                width += sum(advance(each.says, "body_strong") + 16 for each in row.offers)
            widest = max(widest, width)
        return int(min(widest + 12, look().px(_WIDEST)))

    def _moved(self, _row: int) -> None:
        self._at = 0

    def _take(self, place: int) -> None:
        rows = self.rows_model.rows
        if not 0 <= place < len(rows) or not rows[place].offers:
            return
        row = rows[place]
        offer = row.offers[min(self._at, len(row.offers) - 1)]
        if offer.mend is not None:
            self.mended.emit(row.number, offer.mend)
            return
        self.painter_of_rows.opens = (row, offer)
        self.edit(self.rows_model.index(place, BEFORE))


class CellField(Field):
    """The field a cell becomes while it is written in."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        # Enter closes the cell; handed on to the table it would open it again.
        event.accept()


class RowsModel(TableOf[CheckedRow]):
    """The rows; one cell of them can be opened for writing."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, _cell, self._ground_of)
        self.is_coloured = True

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == OFFERS and index.isValid():
            return self.rows[index.row()].offers
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == RESULT:
            return _spoken(self.rows[index.row()])
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == BEFORE else flags

    def _ground_of(self, row: CheckedRow) -> str:
        return _GROUNDS[row.tone] if self.is_coloured else ""


class _RowPainter(CellPainter):
    """Draws the offers behind the result, and makes the field for writing."""

    opens: tuple[CheckedRow, Offer] | None = None

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        offers: tuple[Offer, ...] = index.data(OFFERS) if index.column() == RESULT else ()
        if not offers:
            return
        view = option.widget
        is_at = isinstance(view, OfferTable) and view.hasFocus() and view.marks(index)
        painter.save()
        for place, where in enumerate(link_places(QRectF(option.rect), index)):
            words(
                painter,
                where,
                safe_text(offers[place].says, 40, one_line=True),
                face="body_strong",
                tone="accent_text",
            )
            if is_at and isinstance(view, OfferTable) and place == view.at:
                line = look().px(1.5)
                below = where.center().y() + look().px(9)
                under = QRectF(where.x(), below, where.width(), line)
                painter.fillRect(under, look().colour("accent_text"))
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        row, offer = self.opens or (None, None)
        heading = offer.heading if offer else ""
        return CellField(
            tr("{heading} in row {row}", heading=heading, row=row.number if row else 0),
            parent=parent,
        )

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        del index
        if isinstance(editor, QLineEdit) and self.opens and not editor.text():
            before = self.opens[0].before
            # A cell that was shortened to be shown is not the cell: it is written anew.
            editor.setText("" if before.endswith("…") else before)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        del model, index
        table = self.parent()
        if isinstance(editor, QLineEdit) and isinstance(table, OfferTable) and self.opens:
            row, offer = self.opens
            if editor.text() != row.before:
                table.kept = (row.number, RowMend(cells={offer.heading: editor.text()}))


def link_places(rect: QRectF, index: Index) -> list[QRectF]:
    """Where the offers of a row stand in its last cell."""
    px = look().px
    cell: Cell = index.data(CELL)
    x = rect.x() + px(12 + 16 + 8) + advance(safe_text(cell.text, 300), cell.face) + px(8)
    places = []
    for offer in index.data(OFFERS):
        room = advance(safe_text(offer.says, 40, one_line=True), "body_strong")
        places.append(QRectF(x, rect.y(), room, rect.height()))
        x += room + px(14)
    return places


def _cell(row: CheckedRow, column: int) -> Cell:
    icon, tone = _ICONS[row.tone]
    cells = (
        lambda: Cell(text=str(row.number), tone="text2"),
        lambda: Cell(text=row.name),
        lambda: Cell(text=row.company),
        lambda: Cell(text=row.before),
        lambda: Cell(text=row.after, tone="bad" if row.tone is RowTone.OUT else "text"),
        lambda: Cell(text=row.result, icon=icon, icon_tone=tone, tone="text2"),
    )
    return cells[column]()


def _spoken(row: CheckedRow) -> str:
    """The result of a row with its offers, for screen readers."""
    return ", ".join((row.result, *(offer.says for offer in row.offers)))
