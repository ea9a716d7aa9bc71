"""The strip of leads: the one being called with its reasons, and the next ones."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel, plain_tooltip, safe_text
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.chip import ChipTone, chip_width, draw_chip
from qualdesk.qt.widgets.paint import (
    RIGHT,
    PaintedButton,
    advance,
    box,
    glyph,
    is_lit,
    reveal,
    smooth,
    words,
)


@frozen
class ReasonShown:
    """One reason of a rank as a chip: a few words and what kind they are."""

    text: str
    tone: ChipTone = "plain"


class NowCard(PlainLabel):
    """The lead at the desk: name, company, why now, and its priority, which can be pressed."""

    priority_pressed = Signal()
    """The number was pressed: the page lists every part of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name, self._company = "", ""
        self._reasons: tuple[ReasonShown, ...] = ()
        self._priority = _PriorityButton(self)
        self._priority.clicked.connect(self.priority_pressed)

    def set(
        self, name: str, company: str, priority: int | None, reasons: Sequence[ReasonShown] = ()
    ) -> None:
        """Show another lead in place. Reasons come largest first; those without room are +n."""
        self._name = safe_text(name, 120, one_line=True)
        self._company = safe_text(company, 120, one_line=True)
        self._reasons = tuple(
            ReasonShown(text=safe_text(each.text, 90, one_line=True), tone=each.tone)
            for each in reasons
        )
        said = "; ".join(each.text for each in self._reasons)
        self.setText(
            tr(
                "Now {name}, {company}. Why now: {said}",
                name=self._name,
                company=self._company,
                said=said,
            )
        )
        self._priority.set(priority)
        self._place()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(60))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(60))

    @override
    def is_cut(self) -> bool:
        """Whether name and company lack room; reasons never are cut, they fold into +n."""
        room = self._priority.x() - look().px(26) - _now_width()
        text = advance(self._name, "body_strong") + advance(self._company, "body")
        return room < text

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        box(painter, rect, fill="surface", edge="accent", radius=10, width=1.6)
        middle = rect.center().y()
        now = QRectF(px(13), 0, _now_width(), rect.height())
        words(painter, now, tr("NOW"), face="micro_strong", tone="accent_text")
        x, top = px(17) + _now_width(), middle - px(22)
        end = self._priority.x() - px(8)
        room = min(advance(self._name, "text_strong"), end - x)
        words(painter, QRectF(x, top, room, px(20)), self._name, face="text_strong")
        beside = QRectF(x + room + px(9), top, max(end - x - room - px(9), 0), px(20))
        words(painter, beside, self._company, face="text", tone="text2")
        self._draw_reasons(painter, x, top + px(22), rect.width() - px(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        size = self._priority.sizeHint()
        self._priority.resize(size)
        self._priority.move(self.width() - size.width() - look().px(10), look().px(5))

    def _draw_reasons(self, painter: QPainter, x: float, y: float, end: float) -> None:
        px = look().px
        label = advance(tr("Why now"), "hint")
        words(painter, QRectF(x, y, label, px(22)), tr("Why now"), face="hint", tone="text2")
        x += label + px(7)
        for place, reason in enumerate(self._reasons):
            rest = len(self._reasons) - place - 1
            kept = chip_width(f"+{rest}") + px(6) if rest else 0
            if x + chip_width(reason.text) + kept > end:
                more = f"+{rest + 1}"
                draw_chip(painter, QRectF(x, y, chip_width(more), px(22)), more)
                return
            draw_chip(
                painter, QRectF(x, y, chip_width(reason.text), px(22)), reason.text, reason.tone
            )
            x += chip_width(reason.text) + px(6)


class NextCard(PlainLabel):
    """A lead that comes after: its name and its first reason with an icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name, self._reason = "", ""
        self._icon, self._tone = "repeat", "text2"
        self.hide()

    def set(self, name: str, reason: str, icon: str = "repeat", tone: str = "text2") -> None:
        """Show another lead in place; without a name the card hides."""
        self._name = safe_text(name, 120, one_line=True)
        self._reason = safe_text(reason, 120, one_line=True)
        self._icon, self._tone = icon, tone
        self.setText(tr("Next {name}: {reason}", name=self._name, reason=self._reason))
        plain_tooltip(self, f"{self._name}: {self._reason}")
        reveal(self, shown=bool(self._name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wanted = max(
            advance(self._name, "body_strong"), advance(self._reason, "body") + look().px(22)
        )
        return QSize(wanted + look().px(26), look().px(60))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(60))

    @override
    def is_cut(self) -> bool:
        """Whether the name lacks room."""
        return self.width() < advance(self._name, "body_strong") + look().px(26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        box(painter, rect, fill="surface", edge="line", radius=10)
        middle, room = rect.center().y(), rect.width() - px(24)
        top = QRectF(px(12), middle - px(22), room, px(20))
        words(painter, top, self._name, face="body_strong")
        below = middle + px(11)
        x = px(12) + glyph(painter, self._icon, px(12), below, 14, self._tone) + px(7)
        where = QRectF(x, below - px(10), rect.width() - x - px(12), px(20))
        words(painter, where, self._reason, face="body", tone="text2")


class _PriorityButton(PaintedButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Priority"), parent)
        self._number = ""

    def set(self, number: int | None) -> None:
        self._number = "" if number is None else str(number)
        self.setVisible(number is not None)
        self.renamed(tr("Priority {number}, show every part of it", number=self._number))
        plain_tooltip(self, with_keys(tr("Show every part of this number ({why_now})")))

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        text = advance(tr("Priority"), "body") + px(8) + advance(self._number, "card_title")
        return QSize(text + px(8), px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        if is_lit(self):
            box(painter, rect, fill="hover", radius=6)
        inner = rect.adjusted(px(4), 0, -px(4), 0)
        words(painter, inner, tr("Priority"), face="body", tone="text3")
        words(painter, inner, self._number, face="card_title", tone="accent_text", align=RIGHT)


def _now_width() -> int:
    """The room of the word that marks who is called now, in pixels."""
    return max(look().px(36), advance(tr("NOW"), "micro_strong") + look().px(6))
