"""The other ways to qualify, below the criteria: each a sentence that can be opened."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.criteria import Definition, Tier
from qualdesk.core.wording import listed, tr
from qualdesk.qt.definitions.said import label_of, points_words
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import PaintedButton, advance, glyph, is_lit, smooth, words
from qualdesk.qt.widgets.pool import Pool

_Shown = tuple[int, str, str]


class TierRows(QWidget):
    """Every tier in a line: its name, and what it asks for."""

    opened = Signal(int)
    """The tier at this place is to be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self._rows: Pool[TierButton, _Shown] = Pool(rows, self._made, _fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(rows)

    def show_tiers(self, definition: Definition) -> None:
        """Show the tiers of this definition."""
        self._rows.show(
            [
                (place, tier.label or tr("No name yet"), tier_words(tier, definition))
                for place, tier in enumerate(definition.tiers)
            ]
        )

    def _made(self) -> "TierButton":
        button = TierButton()
        button.clicked.connect(lambda: self.opened.emit(button.place))
        return button


class TierButton(PaintedButton):
    """One tier: pressing it opens it."""

    def __init__(self) -> None:
        super().__init__(tr("Another way to qualify"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place = 0
        self._label, self._says = "", ""

    def show_tier(self, shown: _Shown) -> None:
        """Show this tier."""
        self.place = shown[0]
        self._label = safe_text(shown[1], 80, one_line=True)
        self._says = safe_text(shown[2], 200, one_line=True)
        self.renamed(tr("Or: {label}, {says}", label=self._label, says=self._says))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        if is_lit(self) or self.hasFocus():
            painter.fillRect(rect, look().colour("hover"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look().colour("line"))
        x = px(18)
        room = advance(tr("Or"), "hint_strong")
        words(
            painter, QRectF(x, 0, room, rect.height()), tr("Or"), face="hint_strong", tone="text2"
        )
        x += room + px(10)
        room = advance(self._label, "body_strong")
        words(painter, QRectF(x, 0, room, rect.height()), self._label, face="body_strong")
        x += room + px(12)
        end = rect.width() - px(38)
        where = QRectF(x, 0, end - x, rect.height())
        words(painter, where, self._says, face="body", tone="text2")
        glyph(painter, "chevron-right", end + px(8), rect.center().y(), 16, "text2")


def tier_words(tier: Tier, definition: Definition) -> str:
    """What a tier asks for: "with Right person and Wants a call, and 40 points: …"."""
    labels = [label_of(definition, one) for one in tier.must_haves]
    points = points_words(tier.threshold)
    asks = (
        tr("with {labels}, and {points}", labels=listed(labels), points=points)
        if labels
        else tr("with {points}", points=points)
    )
    return f"{asks}: {tier.means}" if tier.means else asks


def _fill(button: TierButton, shown: _Shown) -> None:
    button.show_tier(shown)
