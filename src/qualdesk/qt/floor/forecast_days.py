"""The days of a forecast as a chart shows them: working days side by side, the rest as gaps."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from qualdesk.core.forecast_values import Band, Forecast
from qualdesk.core.frozen import frozen
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import number, tr

_A_DAY: Final = timedelta(days=1)
_INSTANT: Final = timedelta(microseconds=1)
_SATURDAY: Final = 5
# Longer than that a chart of days says nothing: a window may close in the year 9999.
_LONGEST: Final = timedelta(days=800)
# A day of calls on the chart: one in the afternoon stands in its middle.
_BEGINS, _ENDS = 9.0, 17.0


@frozen
class DayLine:
    """A working day of a campaign: what was finished by its end, what should be, what may be.

    Attributes:
        finished: by the end of the day, or by now on the day that runs; None for days to come.
        needed: the even pace by the end of the day; None where the window is not said.
        forecast: by the end of the day; None for days that are over.
        is_today: the day runs still, on the campaign's clock.
    """

    day: date
    finished: int | None = None
    needed: float | None = None
    forecast: Band | None = None
    is_today: bool = False


@frozen
class Course:
    """How a list runs from the opening of its window to its close, in working days from 0 on.

    Day number ``n`` takes the room from ``n`` to ``n + 1``, so what is finished by its end
    stands at ``n + 1``.

    Attributes:
        gaps: before which days others are left out, because nobody works on them.
        now: where the present stands; ``closes`` where the window closes, None when it does not.
    """

    days: tuple[DayLine, ...]
    gaps: tuple[int, ...]
    now: float
    closes: int | None
    total: int
    finished_now: int
    forecast: Forecast

    @property
    def length(self) -> int:
        """How many working days there are, at least one."""
        return max(len(self.days), 1)

    @property
    def is_over(self) -> bool:
        """Whether the window has closed."""
        closes_at = self.forecast.closes_at
        return closes_at is not None and closes_at <= self.forecast.at

    @property
    def actual(self) -> tuple[tuple[float, float], ...]:
        """The line of what is finished, from the opening to now."""
        past = [
            (place + 1.0, float(each.finished))
            for place, each in enumerate(self.days)
            if each.finished is not None and place + 1 <= self.now
        ]
        if not past and self.now <= 0:
            return ()
        here = (self.now, float(self.finished_now))
        return ((0.0, 0.0), *(each for each in past if each[0] < self.now), here)

    @property
    def needed(self) -> tuple[tuple[float, float], ...]:
        """The even pace, from the opening to the close."""
        found = _at_ends((place, each.needed) for place, each in enumerate(self.days))
        return ((0.0, 0.0), *found) if found else ()

    @property
    def bands(self) -> tuple[tuple[float, Band], ...]:
        """The forecast from now to the close, with its bounds."""
        ahead = [
            (place + 1.0, each.forecast)
            for place, each in enumerate(self.days)
            if each.forecast is not None and place + 1 > self.now
        ]
        if not ahead:
            return ()
        here = float(self.finished_now)
        return ((self.now, Band(low=here, middle=here, high=here)), *ahead)


def course_of(forecast: Forecast, finished: Sequence[tuple[date, int]]) -> Course:
    """Put a forecast on a line of working days.

    ``finished`` is what was finished by the end of each day of the campaign's clock so far,
    the earliest first.
    """
    local = local_time(forecast.at, forecast.zone)
    today = local.date()
    needed, ahead = dict(forecast.needed), {each.day: each.finished for each in forecast.days}
    closing, ends = closing_day(forecast), forecast.finished_by_close
    if closing in ahead and ends is not None:
        # Rounded on its own the last day would not add up with those missed.
        ahead[closing] = ends
    past = {day: count for day, count in finished if day <= today}
    working = tuple(_working(needed, ahead, past, closing))
    is_over = forecast.closes_at is not None and forecast.closes_at <= forecast.at
    counts = _carried(working, past, today)
    return Course(
        days=tuple(
            DayLine(
                day=day,
                finished=forecast.finished_now if day == today else counts.get(day),
                needed=needed.get(day),
                forecast=None if is_over or day < today else ahead.get(day),
                is_today=day == today,
            )
            for day in working
        ),
        gaps=tuple(
            place
            for place, day in enumerate(working)
            if place and day - working[place - 1] > _A_DAY
        ),
        now=_place_of_now(working, local),
        closes=None if closing is None else bisect_right(working, closing),
        total=forecast.total,
        finished_now=forecast.finished_now,
        forecast=forecast,
    )


def closing_day(forecast: Forecast) -> date | None:
    """The day the window closes on the campaign's clock; midnight belongs to the day before."""
    if forecast.closes_at is None:
        return None
    return local_time(forecast.closes_at - _INSTANT, forecast.zone).date()


def closed_at(forecast: Forecast) -> int:
    """How many leads were finished when the window closed; those finished since do not count."""
    done = forecast.finished
    return forecast.finished_now if done is None else round(done.middle)


def day_says(line: DayLine) -> str:
    """A day of the chart in a sentence."""
    day, band = day_words(line.day), line.forecast
    parts = []
    if line.finished is not None and line.is_today:
        parts.append(tr("{n:,} finished so far", n=line.finished))
    elif line.finished is not None:
        parts.append(tr("{n:,} finished", n=line.finished))
    if band is not None:
        parts.append(
            tr(
                "about {n:,} by the end of the day ({low:,} to {high:,})",
                n=round(band.middle),
                low=round(band.low),
                high=round(band.high),
            )
        )
    if line.needed is not None:
        parts.append(tr("{n:,} needed", n=round(line.needed)))
    says = ", ".join(parts) or tr("nothing is known")
    return tr("{day}: {what}.", day=day, what=says)


def table_line(line: DayLine) -> tuple[str, ...]:
    """A day as a line of the table: day, finished, needed, low, middle, high."""
    band = line.forecast
    bounds: tuple[float | None, ...] = (None, None, None)
    if band is not None:
        bounds = (band.low, band.middle, band.high)
    return (
        day_words(line.day),
        *("" if each is None else number(round(each)) for each in (line.finished, line.needed)),
        *("" if each is None else number(round(each)) for each in bounds),
    )


def chart_says(course: Course) -> str:
    """The whole chart in sentences, for people who do not look at charts."""
    forecast = course.forecast
    parts = [
        tr(
            "{n:,} of {total:,} leads are finished now.",
            n=course.finished_now,
            total=course.total,
        )
    ]
    if course.needed and not course.is_over:
        parts.append(tr("{n:,} should be by now at an even pace.", n=forecast.needed_now))
    ends = forecast.finished_by_close
    if ends is not None and not course.is_over:
        parts.append(
            tr(
                "{n:,} are expected by the close, in 8 of 10 cases {low:,} to {high:,}.",
                n=round(ends.middle),
                low=round(ends.low),
                high=round(ends.high),
            )
        )
    return " ".join((*parts, forecast.unknown or forecast.says))


def _working(
    needed: Mapping[date, float],
    ahead: Mapping[date, Band],
    past: Mapping[date, int],
    closing: date | None,
) -> Iterator[date]:
    """The days that are drawn, from the first to the last: those on which something moves."""
    grown = _grown(past)
    known = (*needed, *grown) or tuple(ahead)
    if not known:
        return
    day = min(known)
    last = max((*known, *ahead, *((closing,) if closing else ())))
    last = min(last, day + _LONGEST)
    before = 0.0
    while day <= last:
        count = needed.get(day)
        rises = day.weekday() < _SATURDAY if count is None else count > before
        before = before if count is None else count
        if rises or day in grown:
            yield day
        day += _A_DAY


def _grown(past: Mapping[date, int]) -> frozenset[date]:
    """The days on which something was finished."""
    days = sorted(past)
    before = (0, *(past[day] for day in days))
    return frozenset(day for day, was in zip(days, before, strict=False) if past[day] > was)


def _carried(working: Sequence[date], past: Mapping[date, int], today: date) -> dict[date, int]:
    """What was finished by the end of each day that is over; days nobody counted carry on."""
    counts: dict[date, int] = {}
    known = sorted(past)
    for day in working:
        at = bisect_right(known, day)
        if day < today and known:
            counts[day] = past[known[at - 1]] if at else 0
    return counts


def _place_of_now(working: Sequence[date], local: datetime) -> float:
    at = bisect_right(working, local.date())
    if not at or working[at - 1] != local.date():
        return float(at)
    hour = local.hour + local.minute / 60
    return at - 1 + min(max((hour - _BEGINS) / (_ENDS - _BEGINS), 0.0), 1.0)


def _at_ends(found: Iterator[tuple[int, float | None]]) -> tuple[tuple[float, float], ...]:
    return tuple((place + 1.0, value) for place, value in found if value is not None)
