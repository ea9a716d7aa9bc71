"""What was found in a list, at the left of the problems: groups in four sections."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.list_checks import CheckGroup, Section
from qualdesk.core.list_words import counted
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import CENTRE, RIGHT, advance, box, glyph, words
from qualdesk.qt.widgets.table import CellPainter, PlainTable

Index = QModelIndex | QPersistentModelIndex

ENTRY: Final = Qt.ItemDataRole.UserRole + 2
_HEADING: Final = 36
_GROUP: Final = 56
_NARROW: Final = 320
_TONES: Final = {
    Section.ASKS: "warn",
    Section.FIXED: "ok",
    Section.LEFT_OUT: "bad",
    Section.KNOW: "info",
}
_ICONS: Final = (
    ("country", "globe"),
    ("same_person", "users"),
    ("merged", "users"),
    ("household", "users"),
    ("name", "users"),
    ("number", "phone"),
    ("date", "calendar"),
    ("address", "mail"),
    ("nobody", "mail"),
    ("mail", "mail"),
    ("call", "ban"),
    ("said_no", "ban"),
    ("known", "refresh-cw"),
    ("earlier", "refresh-cw"),
    ("skipped", "refresh-cw"),
    ("giveaway", "gift"),
    ("test", "ticket"),
    ("cancelled", "ticket"),
    ("source", "flag"),
    ("permission", "badge-check"),
    ("zone", "clock"),
    ("research", "search"),
    ("sheet", "file-spreadsheet"),
    ("column", "file-spreadsheet"),
    ("lines", "file-spreadsheet"),
)
_PLAIN_ICONS: Final = {
    Section.ASKS: "circle-alert",
    Section.FIXED: "check-check",
    Section.LEFT_OUT: "ban",
    Section.KNOW: "info",
}


@frozen
class Entry:
    """A line of the list: the heading of a section, or one of its groups."""

    section: Section
    says: str = ""
    group: CheckGroup | None = None
    is_answered: bool = False

    @property
    def spoken(self) -> str:
        """The line in words, for screen readers and for tests."""
        if self.group is None:
            return ", ".join(filter(None, (self.section.label, self.says)))
        answered = tr("answered") if self.is_answered else ""
        found = self.group
        return ", ".join(filter(None, (found.title, found.says, number(found.count), answered)))


def entries(
    groups: Sequence[CheckGroup], answers: Mapping[str, str], left_out: int
) -> tuple[Entry, ...]:
    """The lines for these groups; ``left_out`` is how many rows of the list are left out."""
    lines: list[Entry] = []
    for section in Section:
        mine = [group for group in groups if group.section is section]
        if not mine:
            continue
        lines.append(Entry(section=section, says=_said_of(section, mine, left_out)))
        for group in mine:
            answered = section is Section.ASKS and bool(answers.get(group.id) or group.answer)
            lines.append(Entry(section=section, group=group, is_answered=answered))
    return tuple(lines)


class GroupList(PlainTable):
    """The groups, worked with the arrows; the headings between them are passed over."""

    def __init__(self) -> None:
        super().__init__(tr("What was found"), row_height=_GROUP)
        self.model_of_lines = _Lines()
        self.show_rows_of(self.model_of_lines)
        self.setItemDelegate(_LinePainter(self))
        self.horizontalHeader().hide()
        # The cursor is drawn here; Qt would colour the whole line behind it.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature

    def show_lines(self, lines: Sequence[Entry]) -> None:
        """Show these lines; the cursor stays on its group where that is still there."""
        before, scrolled = self.group(), self.verticalScrollBar().value()
        kept = before.id if before else ""
        self.model_of_lines.set_rows(lines)
        for place, line in enumerate(lines):
            height = _HEADING if line.group is None else _GROUP
            self.verticalHeader().resizeSection(place, look().px(height))
        self.choose_group(kept)
        if kept:
            self.verticalScrollBar().setValue(scrolled)

    def group(self) -> CheckGroup | None:
        """The group the cursor is on."""
        place = self.currentIndex().row()
        lines = self.model_of_lines.rows
        return lines[place].group if 0 <= place < len(lines) else None

    def choose_group(self, wanted: str) -> None:
        """Put the cursor on the group with this id, else on the first one."""
        ids = [line.group.id if line.group else "" for line in self.model_of_lines.rows]
        first = next((place for place, each in enumerate(ids) if each), -1)
        self.choose(ids.index(wanted) if wanted and wanted in ids else first)
        if self.currentIndex().row() <= 1:
            # The heading above the first group cannot be chosen, and would stay out of sight.
            self.scrollToTop()

    def choose_open_question(self) -> bool:
        """Put the cursor on the next question nobody answered; False when there is none."""
        lines = self.model_of_lines.rows
        for place, line in enumerate(lines):
            if line.group and line.section is Section.ASKS and not line.is_answered:
                self.choose(place)
                return True
        return False


class _Lines(TableOf[Entry]):
    """The lines; a heading cannot be chosen."""

    def __init__(self) -> None:
        super().__init__((Column(title=tr_later("Found"), width=300, stretch=True),), _cell)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ENTRY and index.isValid():
            return self.rows[index.row()]
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].group is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _LinePainter(CellPainter):
    """Draws a heading as words alone, and a group with its mark, count and chevron."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        line: Entry = index.data(ENTRY)
        view = option.widget
        if line.group is None:
            _draw_heading(painter, rect, line)
        else:
            is_current = isinstance(view, PlainTable) and view.marks(index)
            has_keys = is_current and isinstance(view, PlainTable) and view.hasFocus()
            px = look().px
            inner = rect.adjusted(px(8), px(2), -px(8), -px(2))
            if is_current:
                width = 2.0 if has_keys else 1.5
                edge = "focus" if has_keys else "accent"
                box(painter, inner, fill="accent_soft", edge=edge, width=width)
            _draw_group(painter, inner, line, line.group)
        painter.restore()


def _draw_heading(painter: QPainter, rect: QRectF, line: Entry) -> None:
    px = look().px
    where = rect.adjusted(px(14), px(4), -px(14), 0)
    words(painter, where, line.section.label, face="hint_strong", tone="text2")
    words(painter, where, line.says, face="hint", tone="text2", align=RIGHT)


def _draw_group(painter: QPainter, rect: QRectF, line: Entry, group: CheckGroup) -> None:
    px = look().px
    middle, tone = rect.center().y(), _TONES[line.section]
    tile = QRectF(rect.x() + px(11), middle - px(16), px(32), px(32))
    box(painter, tile, fill=f"{tone}_soft", radius=8)
    glyph(painter, icon_of(group), tile.x() + px(8), middle, 16, tone)
    end: float = rect.right() - px(4)
    if rect.width() > px(_NARROW):
        end -= px(7 + 16)
        glyph(painter, "chevron-right", end, middle, 16, "text3")
    count = number(group.count)
    width = advance(count, "body_strong")
    end -= px(10) + width
    there = QRectF(end, rect.y(), width, rect.height())
    words(painter, there, count, face="body_strong", tone="text2")
    x = tile.right() + px(11)
    title = safe_text(group.title, 80, one_line=True)
    if line.is_answered:
        end -= px(12) + _draw_answered(painter, end - px(12), middle, x, title)
    room = end - px(10) - x
    words(painter, QRectF(x, middle - px(18), room, px(18)), title, face="body_strong")
    says = safe_text(group.says, 120, one_line=True)
    words(painter, QRectF(x, middle, room, px(17)), says, face="hint", tone="text2")


def _draw_answered(painter: QPainter, end: float, middle: float, x: float, title: str) -> float:
    """Draw that a question is answered, in words where there is room; the width drawn."""
    px = look().px
    said = tr("Answered")
    whole = px(10 + 14 + 6) + advance(said, "chip") + px(10)
    is_wide = end - whole - px(8) >= x + advance(title, "body_strong")
    width = whole if is_wide else px(24)
    pill = QRectF(end - width, middle - px(11), width, px(22))
    box(painter, pill, fill="ok_soft", radius=11)
    glyph(painter, "check", pill.x() + px(10 if is_wide else 5), middle, 14, "ok")
    if is_wide:
        where = QRectF(pill.x() + px(30), pill.y(), advance(said, "chip"), pill.height())
        words(painter, where, said, face="chip", tone="ok", align=CENTRE)
    return width


def icon_of(group: CheckGroup) -> str:
    """The icon that stands for a group: by what its id speaks of, else by its section."""
    for word, icon in _ICONS:
        if word in group.id:
            return icon
    return _PLAIN_ICONS[group.section]


def _cell(line: Entry, _column: int) -> Cell:
    return Cell(text=line.spoken)


def _said_of(section: Section, groups: Sequence[CheckGroup], left_out: int) -> str:
    """What stands at the end of a section's heading."""
    if section is Section.ASKS:
        return counted(len(groups), "question")
    if section is Section.FIXED:
        return tr("look if you like")
    if section is Section.KNOW:
        return ""
    rows = sum(group.count for group in groups)
    above = left_out - rows
    if above <= 0:
        return counted(rows, "row")
    return tr_n(
        rows,
        "{n:,} row, and {above:,} from above",
        "{n:,} rows, and {above:,} from above",
        above=above,
    )
