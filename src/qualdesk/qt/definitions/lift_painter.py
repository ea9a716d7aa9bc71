"""Two shares one below the other, each with the band of what fits it."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from qualdesk.core.lifts import Compared, Lift, Predicts
from qualdesk.core.shares import Share
from qualdesk.core.wording import tr
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Index, TableOf
from qualdesk.qt.widgets.paint import box, words
from qualdesk.qt.widgets.table import CellPainter

_SIDE: Final = 12
_WORDS: Final = 150
_LINE: Final = 22


class LiftPainter(CellPainter):
    """Draws the shares of a criterion as bands; too few to say stays in words."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        compared = _compared(model, index)
        if compared is None or compared.predicts is Predicts.TOO_FEW:
            super().paint(painter, option, index)
            return
        painter.save()
        self.paint_ground(painter, option, index)
        rect = QRectF(option.rect)
        middle = rect.center().y()
        px = look().px
        strong = "ok_fill" if compared.predicts is Predicts.YES else "chart1"
        if compared.predicts is Predicts.THE_OTHER_WAY:
            strong = "bad_fill"
        for share, top, fill in (
            (compared.met, middle - px(_LINE), strong),
            (compared.not_met, middle, "chart5"),
        ):
            _draw(painter, QRectF(rect.x(), top, rect.width(), px(_LINE)), share, fill)
        painter.restore()


def _compared(model: object, index: Index) -> Compared | None:
    if not isinstance(model, TableOf) or index.column() == 0:
        return None
    lift: Lift = model.rows[index.row()]
    return lift.taken if index.column() == 1 else lift.won


def _draw(painter: QPainter, rect: QRectF, share: Share, fill: str) -> None:
    here = look()
    px = here.px
    low, high = share.interval
    start = rect.x() + px(_SIDE)
    room = max(rect.width() - px(2 * _SIDE + _WORDS), px(40))
    middle = rect.center().y()
    box(painter, QRectF(start, middle - px(3), room, px(6)), fill="hover", radius=3)
    band = QRectF(start + room * low, middle - px(3), max(room * (high - low), px(3)), px(6))
    box(painter, band, fill=fill, radius=3)
    x = start + room * (share.share or 0.0)
    painter.fillRect(QRectF(x - 1, middle - px(6), 2, px(12)), here.colour("text"))
    says = tr(
        "{share:.0%} ({yes:,} of {of:,})",
        share=share.share or 0.0,
        yes=share.yes,
        of=share.of,
    )
    where = QRectF(start + room + px(8), rect.y(), px(_WORDS - 8), rect.height())
    words(painter, where, says, face="hint_medium", tone="text2")
