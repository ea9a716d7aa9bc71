"""The palette: one field over the page, what it finds below it, and its keys at the foot."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.palette.hit_list import HitList
from qualdesk.qt.palette.hits import Hit
from qualdesk.qt.palette.layers import OPEN
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import keys_of, read_key
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.rows import IconMark

WIDTH: Final = 680
TOP: Final = 120
_SHADE: Final = 18
_BELOW: Final = 24
_DIM: Final = 150
_PAGE: Final = 5
_LONGEST_LIST: Final = 520


class PaletteField(Field):
    """Where is typed. While the cursor is in it no key of the page behind does anything."""

    moved = Signal(int)
    """The line below is to move by so many."""
    taken = Signal()
    """Enter."""
    more_asked = Signal()
    """Tab."""
    key_again = Signal()
    """The key that opened the palette."""

    def __init__(self) -> None:
        super().__init__(tr("Search leads, companies, numbers and commands"))
        self.setProperty("bare", True)  # noqa: FBT003 - Qt's own signature
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_ours(event) or super().event(event)
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether the key is the palette's and no letter; then it is done."""
        step = _STEPS.get(event.key(), 0)
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.more_asked.emit()
        elif event.key() in _ENTERS:
            self.taken.emit()
        elif step:
            self.moved.emit(step)
        elif pressed(event) == read_key(keys_of("palette")):
            # Also where this key deletes to the end of the line by itself.
            self.key_again.emit()
        else:
            # An outcome key of the page behind types no digit here either.
            is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            return is_alt and event.key() in _DIGITS
        return True


def pressed(event: QKeyEvent) -> str:
    """The key that was pressed, with its modifiers, as the shortcut table writes it."""
    sequence = QKeySequence(event.keyCombination())
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


class Palette(PopOver):
    """Shows what it is told; :class:`~qualdesk.qt.palette.finder.Finder` decides."""

    back_asked = Signal()
    """Esc: one step back, or away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Search and commands"), WIDTH)
        self._shade = Shade(window)
        self._shade.pressed.connect(self.close_over)
        self._mark = IconMark("search", "text2", 18)
        self.field = PaletteField()
        self._hint = PlainLabel(face="hint", tone="text2")
        self._facts: list[PlainLabel] = []
        self._about = QWidget()
        self._facts_column = QVBoxLayout(self._about)
        self._problem = PlainLabel(face="hint_medium", tone="bad", wrap=True)
        self.list = HitList()
        self._count = PlainLabel(face="hint", tone="text2")
        self._open_word = PlainLabel(tr(OPEN), face="hint", tone="text2")
        self._more = (KeyCap("Tab"), PlainLabel(tr("more actions"), face="hint", tone="text2"))
        self._lay_out()
        self.field.moved.connect(self._move)
        self.list.clicked.connect(lambda _index: self.field.taken.emit())
        self.closed.connect(self._shade.hide)

    def begin(self, placeholder: str, hint: str, text: str, *, icon: str = "search") -> None:
        """Another thing is asked for in the field."""
        self._mark.set(icon, "text2")
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self._hint.setText(hint)
        self.field.setText(text)

    def show_facts(self, lines: Sequence[str]) -> None:
        """Say some lines above the list, the first of them strong."""
        while len(self._facts) < len(lines):
            label = PlainLabel(face="body", tone="text2", wrap=True)
            self._facts.append(label)
            self._facts_column.addWidget(label)
        for at, label in enumerate(self._facts):
            label.setText(lines[at] if at < len(lines) else "")
            label.set_look(face="body" if at else "card_title", tone="text2" if at else "text")
            reveal(label, shown=at < len(lines))
        reveal(self._about, shown=bool(lines))

    def show_hits(self, hits: Sequence[Hit], count: str = "", *, row: int = 0) -> None:
        """Show these lines below the field, and how many were found."""
        self.list.show_hits(hits, row)
        reveal(self.list, shown=bool(hits))
        self._count.setText(count)
        self.say("")
        self._fit()

    def say(self, problem: str) -> None:
        """Say why something was not done; nothing takes the line away."""
        self._problem.setText(problem)
        reveal(self._problem, shown=bool(problem))
        self._fit()
        announce(self.field, problem)

    def name_keys(self, enter: str, *, has_more: bool) -> None:
        """Say at the foot what Enter does, and whether Tab does anything."""
        self._open_word.setText(enter)
        for each in self._more:
            reveal(each, shown=has_more)

    @override
    def place(self) -> None:
        px = look().px
        shade = px(_SHADE)
        # The card's own line stays clear of what lies on it.
        self.body.setContentsMargins(1, 1, 1, 1)
        room = self._window.size()
        width = min(px(WIDTH) + 2 * shade, room.width())
        self.list.setFixedHeight(min(self.list.wanted_height, self._room_for_list(width)))
        self._lay_out_in(width)
        # In the middle of the pages: the rail beside them stays clear.
        left = self._anchor.mapTo(self._window, QPoint(0, 0)).x() if self._anchor else 0
        x = left + (room.width() - left - width) // 2
        self.move(max(x, 0), max(min(px(TOP), room.height() - self.height()) - shade, 0))
        self._shade.setGeometry(self._window.rect())

    @override
    def open(self, anchor: QWidget, first: QWidget | None = None) -> None:
        self._shade.show()
        self._shade.raise_()
        super().open(anchor, first or self.field)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        direction = 1 if step > 0 else -1
        for _ in range(abs(step)):
            self.list.step(direction)
        if self.list.hit is not None:
            announce(self.field, self.list.hit.spoken)

    def _fit(self) -> None:
        if self.isVisible():
            self.place()

    def _room_for_list(self, width: int) -> int:
        """How high the list may be, so that the foot stays inside the window."""
        rest = self._above.sizeHint().height() + self._foot.sizeHint().height()
        if not self._about.isHidden():
            rest += self._facts_column.totalHeightForWidth(width - 2 * look().px(_SHADE))
        if not self._problem.isHidden():
            rest += self._problem.heightForWidth(width) + look().px(16)
        free = self._window.height() - look().px(TOP + _BELOW) - rest - look().px(36)
        return max(min(free, look().px(_LONGEST_LIST)), look().px(104))

    def _lay_out(self) -> None:
        self._above, self._foot = QWidget(), QWidget()
        head = QHBoxLayout(self._above)
        head.setContentsMargins(18, 10, 14, 10)
        head.setSpacing(10)
        for each, stretch in ((self._mark, 0), (self.field, 1), (self._hint, 0)):
            head.addWidget(each, stretch)
        head.addWidget(KeyCap("Escape"))
        self._facts_column.setContentsMargins(22, 14, 22, 8)
        self._facts_column.setSpacing(4)
        told = QVBoxLayout()
        told.setContentsMargins(22, 6, 22, 8)
        told.addWidget(self._problem)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 9, 20, 9)
        foot.setSpacing(6)
        move = PlainLabel(tr("move"), face="hint", tone="text2")
        for part in (KeyCap("Up"), KeyCap("Down"), move):
            foot.addWidget(part)
        foot.addSpacing(8)
        for part in (KeyCap("Return"), self._open_word):
            foot.addWidget(part)
        foot.addSpacing(8)
        for part in self._more:
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self._count)
        self.body.setSpacing(0)
        self.body.addWidget(self._above)
        self.body.addWidget(Rule())
        self.body.addWidget(self._about)
        self.body.addSpacing(4)
        self.body.addWidget(self.list)
        self.body.addLayout(told)
        self.body.addWidget(Rule())
        self.body.addWidget(self._foot)
        for hidden in (self._about, self._problem):
            reveal(hidden, shown=False)


class Shade(QWidget):
    """Dims the page behind the palette; a click on it takes the palette away."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        dim = QColor(look().colour("rail"))
        dim.setAlpha(_DIM)
        QPainter(self).fillRect(self.rect(), dim)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        del event
        self.pressed.emit()


_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DIGITS: Final = range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)
_STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
