"""The five numbers at the top of the Floor, each of them a way to its leads."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.floor_words import NumberSaid
from qualdesk.core.wording import number, tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.paint import PaintedButton, box, is_lit, reveal, smooth

_NARROWEST: Final = 206
_GAP: Final = 12
_COLUMNS: Final = 6


class NumberCard(PaintedButton):
    """A number with what it is of, and below it what that means. Enter opens its list."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.code = ""
        self._title = PlainLabel(face="body_medium", tone="text2", wrap=True)
        self._count = PlainLabel(face="points")
        self._of = PlainLabel(face="text", tone="text2", wrap=True)
        self._says = PlainLabel(face="body_medium", wrap=True)
        self._norm = PlainLabel(face="hint", tone="text3", wrap=True)
        self._lay_out()
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._count)
        # A stretch and no alignment: an aligned widget is not asked how high its words wrap.
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 3)
        beside.addStretch(1)
        beside.addWidget(self._of)
        line.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addLayout(line)
        column.addWidget(self._says)
        column.addWidget(self._norm)
        column.addStretch(1)

    def show_number(self, said: NumberSaid) -> None:
        """Show another number in place."""
        self.code = said.code
        self._title.setText(said.title)
        self._count.setText(number(said.count))
        self._of.setText(said.of)
        self._says.setText(said.says)
        self._says.set_look(tone=said.meaning)
        self._norm.setText(said.norm)
        reveal(self._of, shown=bool(said.of))
        reveal(self._norm, shown=bool(said.norm))
        whole = " ".join(filter(None, (number(said.count), said.of)))
        parts = (f"{said.title} {whole}", said.says, said.norm)
        self.renamed(tr("{said}. Enter shows them", said=", ".join(filter(None, parts))))

    @override
    def sizeHint(self) -> QSize:
        width = look().px(_NARROWEST)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        lit = is_lit(self)
        edge = "edge" if lit else "line"
        box(smooth(self), QRectF(self.rect()), fill="surface", edge=edge, radius=10)


class Numbers(Fitted):
    """The five side by side; with larger text, or less room, three and two of them."""

    list_wanted = Signal(str)
    """The code of the list behind the number that was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Numbers"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.cards: list[NumberCard] = []
        self._across = 0

    def show_numbers(self, said: Sequence[NumberSaid]) -> None:
        """Show these numbers."""
        while len(self.cards) < len(said):
            card = NumberCard()
            card.clicked.connect(partial(self._open, card))
            self.cards.append(card)
            self._across = 0
        for card, one in zip(self.cards, said, strict=True):
            card.show_number(one)
        self.fit()

    def take_cursor(self) -> None:
        """Put the cursor on the first number, where there is one."""
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def card_of(self, code: str) -> NumberCard | None:
        """The card of the number with that code."""
        return next((card for card in self.cards if card.code == code), None)

    @override
    def minimumSizeHint(self) -> QSize:
        # Not what five of them need side by side: with less room they stand below each other.
        return QSize(look().px(_NARROWEST), super().minimumSizeHint().height())

    @override
    def fit(self) -> None:
        if not self.cards:
            return
        room = self.width() / look().scale
        across = next((n for n in (5, 3, 2) if room >= n * _NARROWEST + (n - 1) * _GAP), 1)
        if across == self._across:
            return
        self._across = across
        for at in range(_COLUMNS):
            self._grid.setColumnStretch(at, 0)
        # Six columns for three, so that the two below them have half of the room each.
        split = {5: [(0, at, 1) for at in range(5)], 1: [(at, 0, 1) for at in range(5)]}
        split[3] = [(0, 0, 2), (0, 2, 2), (0, 4, 2), (1, 0, 3), (1, 3, 3)]
        split[2] = [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1), (2, 0, 2)]
        for card, (row, column, span) in zip(self.cards, split[across], strict=False):
            self._grid.addWidget(card, row, column, 1, span)
        for at in range({5: 5, 3: 6, 2: 2, 1: 1}[across]):
            self._grid.setColumnStretch(at, 1)

    def _open(self, card: NumberCard) -> None:
        self.list_wanted.emit(card.code)
