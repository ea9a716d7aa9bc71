"""The chip in the top bar: when the window closes, and how far the calling has come by then."""

from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.times import day_words, days_after, local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel, plain_tooltip
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.paint import advance, box, fill, glyph, reveal, smooth, words

_SOON: Final = timedelta(days=3)
_BEFORE: Final = 12 + 16 + 8
_EDGE: Final = 12
_GAP: Final = 10
_BAR: Final = 78


class ChipSays(IntEnum):
    """How much the chip says: each says less than the one before it."""

    ALL = 0
    NO_BAR = 1
    NO_DAYS = 2
    CLOSES = 3


class WindowChip(PlainLabel):
    """When the campaign's window closes, how long that is, and how many have been called.

    Amber when it is soon. What it has no room for is told in its tip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, face="hint_strong")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._short, self._days, self._called = "", "", ""
        self._tone = "text2"
        self._says = ChipSays.ALL
        self._bar = ThinBar(tr("Called so far"), parent=self)
        self.has_window = False

    def set_called(self, called: int, leads: int) -> None:
        """Say how many leads have been called at least once; nothing while there are none."""
        self._called = tr("{called} of {leads} called", called=called, leads=leads) if leads else ""
        self._bar.set(called, leads)
        self._tell()

    def set_window(self, campaign: Campaign | None, zone: str, now: datetime | None) -> None:
        """Show the window of this campaign; one without an end has nothing to show.

        ``zone`` is the reader's, for a window agreed in none; ``now`` is UTC.
        """
        closes = campaign.window.closes_at if campaign else None
        self.has_window = closes is not None and now is not None
        if campaign is None or closes is None or now is None:
            self._tell()
            return
        there = campaign.window.zone if campaign.window.zone != "UTC" else zone
        at = local_time(closes, there)
        left = closes - now
        self._tone = "bad" if left <= timedelta() else "warn" if left < _SOON else "text2"
        day = f"{day_words(at.date())}, {at:%H:%M}"
        is_over = left <= timedelta()
        self._short = tr("Closed {day}", day=day) if is_over else tr("Closes {day}", day=day)
        days = days_after(local_time(now, there).date(), at.date(), campaign.limits.days)
        self._days = "" if is_over else _days_left(days)
        self.setText(
            tr("Window closed {day}", day=day) if is_over else tr("Window closes {day}", day=day)
        )
        self._tell()

    def show_only(self, says: ChipSays) -> None:
        """Say as much as there is room for."""
        if says != self._says:
            self._says = says
            self._settle()

    def room_for(self, says: ChipSays) -> int:
        """How wide the chip is when it says that much, in pixels."""
        px = look().px
        ends = self._short if says >= ChipSays.NO_DAYS else self.text()
        width = px(_BEFORE) + advance(ends, "hint_strong") + px(_EDGE)
        if self._days and says < ChipSays.NO_DAYS:
            width += px(_GAP) + advance(self._days, "hint")
        if self._called and says < ChipSays.CLOSES:
            line = px(_GAP) + 1 if says < ChipSays.NO_DAYS else 0
            width += line + px(_GAP) + advance(self._called, "hint_medium")
        if self._called and says == ChipSays.ALL:
            width += px(_GAP) + px(_BAR)
        return width

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.room_for(self._says), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def is_cut(self) -> bool:
        """Whether the chip lacks the room for what it says now."""
        return self.width() < self.minimumSizeHint().width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        soon = self._tone != "text2"
        box(
            painter,
            rect,
            fill=f"{self._tone}_soft" if soon else "sunken",
            edge=None if soon else "line",
        )
        middle, high = rect.center().y(), rect.height()
        tone = self._tone if soon else "warn"
        x = px(12) + glyph(painter, "hourglass", px(12), middle, 16, tone) + px(8)
        ends = self._short if self._says >= ChipSays.NO_DAYS else self.text()
        words(painter, QRectF(x, 0, rect.width(), high), ends, face="hint_strong")
        x += advance(ends, "hint_strong") + px(_GAP)
        if self._days and self._says < ChipSays.NO_DAYS:
            words(painter, QRectF(x, 0, rect.width(), high), self._days, face="hint", tone="text2")
            x += advance(self._days, "hint") + px(_GAP)
        if not self._called or self._says >= ChipSays.CLOSES:
            return
        if self._says < ChipSays.NO_DAYS:
            fill(painter, QRectF(x, px(9), 1, high - px(18)), "line")
            x += 1 + px(_GAP)
        called = QRectF(x, 0, rect.width(), high)
        words(painter, called, self._called, face="hint_medium", tone="text2")

    def _tell(self) -> None:
        said = ", ".join(filter(None, (self.text(), self._days, self._called)))
        self.setAccessibleName(said)
        plain_tooltip(self, said)
        self._settle()

    def _settle(self) -> None:
        """Put the bar at the end of the words it belongs to."""
        px = look().px
        has_bar = bool(self._called) and self._says == ChipSays.ALL
        reveal(self._bar, shown=has_bar)
        high = self._bar.sizeHint().height()
        end = self.width() - px(_EDGE) - px(_BAR)
        self._bar.setGeometry(end, (self.height() - high) // 2, px(_BAR), high)
        self.updateGeometry()
        self.update()


def _days_left(days: int) -> str:
    if not days:
        return tr("no working day after today")
    return tr_n(days, "1 working day left", "{n} working days left")
