"""What stands around the curves of a forecast: grid, days, the close, labels that never meet."""

import math
from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from qualdesk.core.frozen import frozen
from qualdesk.core.times import short_month, short_weekday
from qualdesk.core.wording import number, tr
from qualdesk.qt.floor.forecast_days import Course, DayLine, closed_at
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import CENTRE, LEFT, RIGHT, advance, words

_NICE: Final = (1, 2, 5)
_INTERVALS: Final = 4
_BRACKET: Final = 9
_DOT: Final = 4.5
# From there on the words beside the dot would run over the close.
_LATE: Final = 0.75
# Where on the way the words "needed pace" may stand, the best place first.
_PACE_AT: Final = (0.62, 0.78, 0.42, 0.28)


@frozen
class Label:
    """Words at the right of the chart; ``y`` is where their middle stands."""

    says: str
    tone: str
    y: float
    face: str = "hint_strong"


@frozen
class Frame:
    """Where everything of a chart stands, in pixels of it.

    Attributes:
        ground: the room of the curves, from the opening and nothing to the last day and all leads.
        length: working days across; ``top_value`` leads up.
        ghost: the forecast as it was, on the days drawn now.
    """

    ground: QRectF = field(default_factory=QRectF)
    length: int = 1
    top_value: float = 1.0
    labels: tuple[Label, ...] = ()
    ghost: tuple[tuple[float, float], ...] = ()

    def x_of(self, days: float) -> float:
        """Where that many working days end."""
        return self.ground.left() + self.ground.width() * days / self.length

    def y_of(self, leads: float) -> float:
        """Where that many leads stand."""
        return self.ground.bottom() - leads * self.per_lead

    def day_at(self, x: float) -> float:
        """How many working days end at that pixel."""
        return (x - self.ground.left()) * self.length / max(self.ground.width(), 1.0)

    @property
    def per_lead(self) -> float:
        """The pixels one lead stands up."""
        return max(self.ground.height(), 1.0) / self.top_value


def frame_of(course: Course, ghost: Course | None, room: QRectF) -> Frame:
    """Put a course into a room."""
    here = look()
    ends = _end_labels(course, ghost)
    right = max((advance(says, "hint_strong") for says, _tone, _at in ends), default=0)
    left = max(advance(number(each), "hint") for each in ticks_of(course.total))
    line = here.line("hint")
    ground = QRectF(
        left + here.px(12),
        line * 0.75,
        max(room.width() - left - here.px(12 + 18) - right, 1.0),
        max(room.height() - 0.75 * line - 2 * line - here.px(8), 1.0),
    )
    frame = Frame(
        ground=ground,
        length=course.length,
        top_value=float(max(course.total, 1)),
        ghost=_on_these_days(course, ghost),
    )
    wanted = [Label(says=says, tone=tone, y=frame.y_of(at)) for says, tone, at in ends]
    labels = settled(wanted, line, ground.top() - line / 2, ground.bottom())
    return Frame(
        ground=ground,
        length=frame.length,
        top_value=frame.top_value,
        ghost=frame.ghost,
        labels=labels,
    )


def settled(wanted: Sequence[Label], line: float, top: float, bottom: float) -> tuple[Label, ...]:
    """Labels one under the other, each as near to its place as those above and below let it."""
    placed: list[float] = []
    ordered = sorted(wanted, key=lambda label: label.y)
    for label in ordered:
        least = placed[-1] + line if placed else top + line / 2
        placed.append(max(label.y, least))
    most = bottom
    for at in reversed(range(len(placed))):
        placed[at] = min(placed[at], most)
        most = placed[at] - line
    return tuple(
        Label(says=label.says, tone=label.tone, y=y, face=label.face)
        for label, y in zip(ordered, placed, strict=True)
    )


def ticks_of(total: int) -> tuple[int, ...]:
    """The numbers at the left, from nothing up to the list: its quarters, or round ones."""
    if total % _INTERVALS == 0 and total >= _INTERVALS:
        return tuple(total * step // _INTERVALS for step in range(_INTERVALS + 1))
    least = max(total / _INTERVALS, 1.0)
    power = 10 ** math.floor(math.log10(least))
    step = next((nice * power for nice in _NICE if nice * power >= least), 10 * power)
    return tuple(range(0, total + 1, step))


def draw_under(painter: QPainter, frame: Frame, course: Course, read: int) -> None:
    """Draw what lies below the curves."""
    here, ground = look(), frame.ground
    if read >= 0:
        room = QRectF(
            QPointF(frame.x_of(read), ground.top()), QPointF(frame.x_of(read + 1), ground.bottom())
        )
        painter.fillRect(room, here.colour("hover"))
    painter.setPen(QPen(here.colour("line"), 1))
    for tick in ticks_of(course.total):
        y = round(frame.y_of(tick)) + 0.5
        painter.drawLine(QLineF(ground.left(), y, ground.right(), y))
    if ground.width() / frame.length >= 2:  # noqa: PLR2004 - pixels; closer they would be a grey
        dotted = QPen(here.colour("key_edge"), 1)
        dotted.setDashPattern([1, 2.5])
        painter.setPen(dotted)
        for gap in course.gaps:
            x = round(frame.x_of(gap)) + 0.5
            painter.drawLine(QLineF(x, ground.top(), x, ground.bottom()))
    missed = _missed(course)
    if course.closes is not None and missed:
        x = frame.x_of(course.closes)
        top, low = frame.y_of(course.total), frame.y_of(course.total - missed)
        room = QRectF(x, top, here.px(_BRACKET), max(low - top, 2.0))
        painter.fillRect(room, here.colour("bad" if here.strong_lines else "bad_soft"))


def draw_over(painter: QPainter, frame: Frame, course: Course, read: int) -> None:
    """Draw what lies above the curves."""
    _draw_ticks(painter, frame, course)
    _draw_days(painter, frame, course, read)
    here = look()
    if course.closes is not None:
        pen = QPen(here.colour("warn_fill"), here.px(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = frame.x_of(course.closes)
        painter.drawLine(QLineF(x, frame.ground.top() - here.px(6), x, frame.ground.bottom()))
    taken = _draw_now(painter, frame, course)
    _draw_pace(painter, frame, course, taken)
    if read >= 0:
        _draw_read(painter, frame, course, read)
    x = frame.ground.right() + here.px(18)
    line = here.line("hint")
    for label in frame.labels:
        room = QRectF(x, label.y - line / 2, advance(label.says, label.face) + 2, line)
        words(painter, room, label.says, face=label.face, tone=label.tone, align=LEFT)


def _end_labels(course: Course, ghost: Course | None) -> list[tuple[str, str, float]]:
    """What is said at the right, in which colour, and at how many leads."""
    total, missed = course.total, _missed(course)
    found = [(tr("{n:,} in the list", n=total), "text2", float(total))]
    if missed:
        found.append((tr("{n:,} missed", n=missed), "bad", total - missed / 2))
    if course.bands:
        ends = course.bands[-1][1].middle
        found.append((tr("{n:,} forecast", n=round(ends)), "accent_text", ends))
    if _is_late(course):
        done = tr("{n:,} finished now", n=course.finished_now)
        found.append((done, "text", float(course.finished_now)))
    if ghost is not None and ghost.bands:
        was = ghost.bands[-1][1].middle
        found.append((tr("{n:,} as it is", n=round(was)), "text3", was))
    return found


def _is_late(course: Course) -> bool:
    """Whether the dot of now stands so far to the right that its words stand with the others."""
    return bool(course.days) and course.now >= course.length * _LATE


def _missed(course: Course) -> int:
    """How many leads are missed: by the forecast, or for good when the window has closed."""
    if course.is_over:
        return course.total - closed_at(course.forecast)
    missed = course.forecast.missed
    return round(missed.middle) if missed is not None else 0


def _on_these_days(course: Course, ghost: Course | None) -> tuple[tuple[float, float], ...]:
    if ghost is None or not ghost.bands:
        return ()
    places = {each.day: place + 1.0 for place, each in enumerate(course.days)}
    ahead = [
        (places[each.day], each.forecast.middle)
        for each in ghost.days
        if each.forecast is not None and places.get(each.day, 0.0) > course.now
    ]
    return ((course.now, float(course.finished_now)), *ahead) if ahead else ()


def _draw_ticks(painter: QPainter, frame: Frame, course: Course) -> None:
    line = look().line("hint")
    for tick in ticks_of(course.total):
        room = QRectF(0, frame.y_of(tick) - line / 2, frame.ground.left() - look().px(8), line)
        words(painter, room, number(tick), face="hint", tone="text2", align=RIGHT)


def _draw_days(painter: QPainter, frame: Frame, course: Course, read: int) -> None:
    """The weekday and the day under each, as many as there is room for; today always."""
    here = look()
    many_months = len({(each.day.year, each.day.month) for each in course.days}) > 1
    wide = advance("30 Sep" if many_months else "Wed", "hint_strong") + here.px(8)
    across = frame.ground.width() / frame.length
    step = max(math.ceil(wide / max(across, 0.01)), 1)
    today = next((place for place, each in enumerate(course.days) if each.is_today), 0)
    month = 0
    for place, each in enumerate(course.days):
        if (place - today) % step:
            continue
        x, line = frame.x_of(place + 0.5), here.line("hint")
        is_strong = each.is_today or place == read
        face, tone = ("hint_strong", "text") if is_strong else ("hint", "text2")
        day = _day_number(each, with_month=many_months and each.day.month != month)
        month = each.day.month
        for row, says in enumerate((short_weekday(each.day.weekday()), day)):
            top = frame.ground.bottom() + here.px(5) + row * line * 0.8
            room = QRectF(x - wide, top, 2 * wide, line)
            words(painter, room, says, face=face, tone=tone, align=CENTRE)


def _day_number(line: DayLine, *, with_month: bool) -> str:
    if with_month:
        return tr("{day} {month}", day=line.day.day, month=short_month(line.day.month))
    return str(line.day.day)


def _draw_now(painter: QPainter, frame: Frame, course: Course) -> QRectF:
    """The dot where the list stands now, and how many are finished; the room of the words."""
    if not course.days:
        return QRectF()
    here = look()
    spot = QPointF(frame.x_of(course.now), frame.y_of(course.finished_now))
    painter.setPen(QPen(here.colour("chart1"), here.px(2.5)))
    painter.setBrush(QBrush(here.colour("surface")))
    painter.drawEllipse(spot, here.px(_DOT), here.px(_DOT))
    if _is_late(course):
        return QRectF()
    says = tr("{n:,} finished now", n=course.finished_now)
    wide, line = advance(says, "hint_strong") + 2, here.line("hint")
    places = (
        QPointF(spot.x() + here.px(11), spot.y() + here.px(2)),
        QPointF(spot.x() + here.px(4), spot.y() - line - here.px(10)),
        QPointF(spot.x() - wide - here.px(8), spot.y() - line - here.px(6)),
        QPointF(spot.x() + here.px(4), spot.y() - 3 * line),
    )
    rooms = [QRectF(place.x(), place.y(), wide, line) for place in places]
    room = next((each for each in rooms if is_free(frame, course, each)), QRectF())
    if room.isEmpty():
        # Lines all around: the words lie on top of them.
        room = rooms[1] if rooms[0].bottom() > frame.ground.bottom() else rooms[0]
        plate = QColor(here.colour("surface"))
        plate.setAlphaF(0.85)
        painter.fillRect(room.adjusted(-2, 0, 2, 0), plate)
    words(painter, room, says, face="hint_strong", tone="text", align=LEFT)
    return room


def is_free(frame: Frame, course: Course, room: QRectF) -> bool:
    """Whether words in this room lie on the ground of the chart, and no line runs through them."""
    if not frame.ground.contains(room):
        return False
    if course.closes is not None and room.left() < frame.x_of(course.closes) < room.right():
        return False
    ahead = tuple((x, band.middle) for x, band in course.bands)
    for points in (course.actual, course.needed, ahead, frame.ghost):
        spots = [QPointF(frame.x_of(x), frame.y_of(y)) for x, y in points]
        if any(_crosses(one, after, room) for one, after in pairwise(spots)):
            return False
    return True


def _crosses(one: QPointF, after: QPointF, room: QRectF) -> bool:
    """Whether a line from left to right runs through a room."""
    left, right = max(one.x(), room.left()), min(after.x(), room.right())
    if left > right:
        return False
    slope = (after.y() - one.y()) / max(after.x() - one.x(), 1e-6)
    ends = (one.y() + slope * (left - one.x()), one.y() + slope * (right - one.x()))
    return min(ends) < room.bottom() and max(ends) > room.top()


def _draw_pace(painter: QPainter, frame: Frame, course: Course, taken: QRectF) -> None:
    """Write "needed pace" beside its line, on the side where no other line runs."""
    here, needed = look(), dict(course.needed)
    says = tr("needed pace")
    wide, line = advance(says, "hint") + 2, here.line("hint")
    ahead = dict(course.bands)
    for share in _PACE_AT:
        at = float(round(course.length * share))
        if at not in needed:
            continue
        spot = QPointF(frame.x_of(at), frame.y_of(needed[at]))
        # Who is ahead of the pace has the forecast above it.
        is_below = at in ahead and ahead[at].middle > needed[at]
        room = QRectF(spot.x() - wide - here.px(8), spot.y() - line, wide, line)
        if is_below:
            room.moveTopLeft(QPointF(spot.x() + here.px(8), spot.y() + here.px(2)))
        if not room.intersects(taken) and is_free(frame, course, room):
            words(painter, room, says, face="hint", tone="text2", align=LEFT)
            return


def _draw_read(painter: QPainter, frame: Frame, course: Course, read: int) -> None:
    """Dots where the lines stand at the end of the day that is read."""
    here, line = look(), course.days[read]
    x = frame.x_of(course.now if line.is_today else read + 1)
    at = frame.x_of(read + 1)
    found = []
    if line.needed is not None:
        found.append((at, line.needed, "text3"))
    if line.finished is not None:
        found.append((x, float(line.finished), "chart1"))
    elif line.forecast is not None:
        found.append((at, line.forecast.middle, "chart1"))
    for place, value, role in found:
        painter.setPen(QPen(here.colour("surface"), 1.5))
        painter.setBrush(here.colour(role))
        painter.drawEllipse(QPointF(place, frame.y_of(value)), here.px(4), here.px(4))
