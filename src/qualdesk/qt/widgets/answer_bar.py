"""A working day as a bar: the hours at which people often pick up, and the time that is meant."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.wording import listed, tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import CENTRE, LEFT, RIGHT, advance, box, smooth, words

_NOTHING = AnswerHours(begins=8, ends=19, chances=())
_FREE = tr_later("often free")


class AnswerBar(PlainLabel):
    """The hours of their day; one sentence to screen readers, which says the same."""

    def __init__(self) -> None:
        super().__init__()
        self._hours = _NOTHING
        self._at: datetime | None = None
        self._name()

    @property
    def says(self) -> str:
        """The bar as a sentence."""
        return self.accessibleName()

    def set_hours(self, hours: AnswerHours) -> None:
        """Show these hours; a day in which no hour is better has no bar."""
        self._hours = hours
        self._name()

    def mark(self, wall: datetime | None) -> None:
        """Mark a time on their clock; None takes the mark away."""
        self._at = wall
        self._name()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(54))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(54))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, painter = look().px, smooth(self)
        bar = QRectF(0, px(17), self.width(), px(18))
        box(painter, bar, fill="hover", radius=4)
        for begins, ends in self._hours.spans:
            free = QRectF(self._x(begins), bar.y(), self._x(ends) - self._x(begins), bar.height())
            box(painter, free, fill="ok_soft", radius=4)
            beside = self._beside_mark(free)
            if beside.width() > advance(tr(_FREE), "micro_strong"):
                words(painter, beside, tr(_FREE), face="micro_strong", tone="ok", align=CENTRE)
        self._paint_hours(painter)
        if self._is_shown:
            self._paint_mark(painter, bar)

    def _paint_hours(self, painter: QPainter) -> None:
        """The hours below the bar: every other one, and where the day ends."""
        px, hours = look().px, self._hours
        room = px(48)
        top = px(37)
        shown = [*range(hours.begins, hours.ends - 1, 2), hours.ends]
        for hour in shown:
            x, align = self._x(hour) - room / 2, CENTRE
            if hour == hours.begins:
                x, align = 0.0, LEFT
            elif hour == hours.ends:
                x, align = self.width() - room, RIGHT
            where = QRectF(x, top, room, px(16))
            words(painter, where, f"{hour}:00", face="hint", tone="text2", align=align)

    def _beside_mark(self, free: QRectF) -> QRectF:
        """The larger side of a span that the mark parts in two: words never stand behind it."""
        if not self._is_shown or not free.left() < self._mark_x < free.right():
            return free
        gap = look().px(3)
        left, right = QRectF(free), QRectF(free)
        left.setRight(self._mark_x - gap)
        right.setLeft(self._mark_x + gap)
        return max(left, right, key=QRectF.width)

    def _paint_mark(self, painter: QPainter, bar: QRectF) -> None:
        assert self._at is not None
        px = look().px
        x = self._mark_x
        line = QRectF(x - px(2), bar.y() - px(2), px(4), bar.height() + px(5))
        box(painter, line, fill="call", radius=2)
        room = px(48)
        left = min(max(x - room / 2, 0), self.width() - room)
        where = QRectF(left, 0, room, px(15))
        says = f"{self._at:%H:%M}"
        words(painter, where, says, face="micro_strong", tone="call", align=CENTRE)

    @property
    def _is_shown(self) -> bool:
        hours = self._hours
        return self._at is not None and hours.begins <= self._at.hour < hours.ends

    @property
    def _mark_x(self) -> float:
        assert self._at is not None
        return self._x(self._at.hour + self._at.minute / 60)

    def _x(self, hour: float) -> float:
        """Where an hour of their day lies."""
        hours = self._hours
        return self.width() * (hour - hours.begins) / (hours.ends - hours.begins)

    def _name(self) -> None:
        spans = [
            tr("from {begins}:00 to {ends}:00", begins=begins, ends=ends)
            for begins, ends in self._hours.spans
        ]
        says = tr("No hour is known to be better.")
        if spans:
            says = tr("People like this one often pick up {spans}.", spans=listed(spans))
        if self._at is not None:
            says = f"{says} {tr('{hour:%H:%M} is marked.', hour=self._at)}"
        self.setAccessibleName(says)
        self.update()
