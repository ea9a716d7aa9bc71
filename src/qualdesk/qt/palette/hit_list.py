"""The list below the search field: painted lines, moved through from the field."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.palette.hits import Hit
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import box, caps, caps_width, glyph, key_names, words

HIT: Final = Qt.ItemDataRole.UserRole
_HEADING: Final = 30
_ONE_LINE: Final = 42
_TWO_LINES: Final = 52
_LONGEST: Final = 300
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class HitModel(QAbstractListModel):
    """The lines of the list. Headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Show these lines from now on."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return safe_text(hit.spoken, _LONGEST, one_line=True)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.hits[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class HitList(QListView):
    """The list. The cursor of the keyboard stays in the field, which moves the line here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(HitPainter(self))
        self.lines = HitModel()
        self.setModel(self.lines)

    def show_hits(self, hits: Sequence[Hit], row: int = 0) -> None:
        """Show these lines with the cursor on one of them, or the next that can be chosen.

        On none for -1: Enter does nothing before somebody has chosen.
        """
        self.lines.show(hits)
        if row >= 0:
            self.choose(row)
        self.updateGeometry()

    def choose(self, row: int, step: int = 1) -> None:
        """Put the cursor on this line, or on the next in the direction that can be chosen."""
        hits = self.lines.hits
        places = range(row, len(hits)) if step > 0 else range(row, -1, -1)
        for place in places:
            if 0 <= place < len(hits) and not hits[place].is_heading:
                index = self.lines.index(place)
                self.setCurrentIndex(index)
                # The heading above comes into sight with its first line.
                first = place == 1 and hits[0].is_heading
                self.scrollTo(self.lines.index(0) if first else index)
                return

    def step(self, step: int) -> None:
        """Move the cursor; at an end it stays."""
        self.choose(self.currentIndex().row() + step, step)

    @property
    def hit(self) -> Hit | None:
        """The line the cursor is on."""
        row = self.currentIndex().row()
        return self.lines.hits[row] if 0 <= row < len(self.lines.hits) else None

    @property
    def wanted_height(self) -> int:
        """How high the list is when all of it is seen, in pixels."""
        return sum(height_of(hit) for hit in self.lines.hits)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), self.wanted_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), min(self.wanted_height, look().px(_TWO_LINES)))


class HitPainter(QStyledItemDelegate):
    """Paints a line: icon, title, a second line, and the key at its end."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit: Hit = index.data(HIT)
        return QSize(option.rect.width(), height_of(hit))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(HIT)
        px = look().px
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hit.is_heading:
            where = rect.adjusted(px(22), px(6), -px(12), 0)
            words(painter, where, safe_text(hit.title), face="hint_strong", tone="text2")
        else:
            view = self.parent()
            is_here = isinstance(view, HitList) and view.currentIndex().row() == index.row()
            is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
            _paint_hit(painter, rect, hit, is_here=is_here, is_under=is_under)
        painter.restore()


def height_of(hit: Hit) -> int:
    """How high a line is, in pixels."""
    if hit.is_heading:
        return look().px(_HEADING)
    return look().px(_TWO_LINES if hit.line else _ONE_LINE)


def _paint_hit(painter: QPainter, rect: QRectF, hit: Hit, *, is_here: bool, is_under: bool) -> None:
    px = look().px
    inner = rect.adjusted(px(8), 1, -px(8), -1)
    if is_here:
        box(painter, inner, fill="accent_soft")
    elif is_under:
        box(painter, inner, fill="hover")
    middle = inner.center().y()
    glyph(painter, hit.icon, px(22), middle, 16, "accent_text" if is_here else "text2")
    end = inner.right() - px(14)
    keys = key_names(hit.keys or ("Return" if is_here else ""))
    if keys:
        end -= caps_width(keys)
        caps(painter, end, middle, keys)
        end -= px(12)
    left = px(52)
    title = safe_text(hit.title, _LONGEST, one_line=True)
    if not hit.line:
        words(painter, QRectF(left, inner.top(), end - left, inner.height()), title, face=_TITLE)
        return
    top = middle - px(20)
    words(painter, QRectF(left, top, end - left, px(20)), title, face=_TITLE)
    line = safe_text(hit.line, _LONGEST, one_line=True)
    below = QRectF(left, top + px(21), end - left, px(18))
    words(painter, below, line, face="hint", tone="text" if is_here else "text2")


_TITLE: Final = "text_strong"
