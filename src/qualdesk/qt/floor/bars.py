"""Bars in the tables of the Floor: a share with its interval, and a count beside the others."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from qualdesk.core.floor_words import FEW
from qualdesk.core.shares import Share
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Index, TableModel, TableOf
from qualdesk.qt.widgets.paint import RIGHT, advance, box, words
from qualdesk.qt.widgets.table import CellPainter, PlainTable

_SIDE: Final = 12
_BAR: Final = 8


class SharePainter(CellPainter):
    """Draws one column as a bar to the share, a line over its interval, and the share in words.

    A share of fewer than ten has no bar: its length would be chance.
    """

    def __init__(self, view: object, column: int) -> None:
        super().__init__(view)  # type: ignore[arg-type]
        self._column = column

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if index.column() != self._column or not isinstance(model, TableOf):
            super().paint(painter, option, index)
            return
        painter.save()
        self.paint_ground(painter, option, index)
        row = model.rows[index.row()]
        says = model.cell_at(index.row(), index.column()).text
        draw_share(painter, QRectF(option.rect), Share(yes=row.qualified, of=row.reached), says)
        painter.restore()


def draw_share(painter: QPainter, rect: QRectF, share: Share, says: str) -> None:
    """Draw a share in the room of a cell: its bar, its interval, its words at the right."""
    px = look().px
    inner = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
    words(painter, inner, says, face="body_strong", align=RIGHT)
    room = inner.width() - max(advance(says, "body_strong"), px(44)) - px(10)
    if share.of < FEW or room < px(24):
        return
    middle = rect.center().y()
    track = QRectF(inner.x(), middle - px(_BAR) / 2, room, px(_BAR))
    box(painter, track, fill="hover", radius=_BAR / 2)
    filled = QRectF(track)
    filled.setWidth(max(track.width() * (share.share or 0.0), px(2) if share.yes else 0))
    box(painter, filled, fill="chart1", radius=_BAR / 2)
    low, high = share.interval
    left, right = (track.x() + track.width() * end for end in (low, high))
    ink = look().colour("text")
    painter.fillRect(QRectF(left, middle - 0.75, max(right - left, 1.5), 1.5), ink)
    for x in (left, right):
        painter.fillRect(QRectF(x - 0.75, middle - px(4), 1.5, px(8)), ink)


class CountPainter(CellPainter):
    """Draws one column as a bar of its count beside the largest; rows have no lines between."""

    @override
    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> TableModel:
        model = index.model()
        view = option.widget
        if not isinstance(model, TableModel) or not isinstance(view, PlainTable):
            raise TypeError("The cells of a table come from a TableModel.")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.marks(index):
            return super().paint_ground(painter, option, index)
        return model

    def __init__(self, view: object, column: int) -> None:
        super().__init__(view)  # type: ignore[arg-type]
        self._column = column

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if index.column() != self._column or not isinstance(model, TableOf):
            super().paint(painter, option, index)
            return
        painter.save()
        self.paint_ground(painter, option, index)
        px = look().px
        rect = QRectF(option.rect)
        most = max((row.leads for row in model.rows), default=0)
        row = model.rows[index.row()]
        high = px(10)
        track = QRectF(rect.x() + px(4), rect.center().y() - high / 2, rect.width() - px(8), high)
        box(painter, track, fill="sunken", radius=5)
        if row.leads and most:
            filled = QRectF(track)
            filled.setWidth(max(track.width() * row.leads / most, px(5)))
            box(painter, filled, fill=fill_of(row.code), radius=5)
        painter.restore()


def fill_of(code: str) -> str:
    """The colour of a place where leads stand; its name stands beside it."""
    return _FILLS.get(code, "chart5")


_FILLS: Final = {
    "qualified": "ok_fill",
    "in_batch": "ok_fill",
    "taken": "ok_fill",
    "won": "ok_fill",
    "nurture": "call_fill",
    "callback": "call_fill",
    "never_called": "chart2",
    "try_again": "chart1",
    "waiting": "chart1",
    "with_caller": "chart1",
    "research": "warn_fill",
    "wrong_number": "warn_fill",
    "sent_back": "warn_fill",
    "do_not_call": "bad_fill",
}
