"""What a chart of a forecast must hold for any forecast: days in order, lines that rise (S2)."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from qualdesk.core.forecast_values import Band, Forecast, ForecastDay
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import local_time
from qualdesk.qt.floor.forecast_days import Course, closed_at, course_of, day_says, table_line
from qualdesk.qt.floor.forecast_marks import frame_of, settled, ticks_of
from qualdesk.qt.floor.forecast_table import COLUMNS

ZONES = ("Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "UTC")
FIRST = date(2026, 3, 2)


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Any forecast: before, within or after its window, with any days somebody worked on."""
    zone = draw(st.sampled_from(ZONES))
    total = draw(st.integers(0, 5000))
    at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 60 * 24 * 40)))
    today = local_time(at, zone).date()
    length = draw(st.integers(1, 35))
    working = [draw(st.booleans()) or day == 0 for day in range(length)]
    days = [FIRST + timedelta(days=number) for number in range(length)]
    needed, count = [], 0.0
    for day, is_working in zip(days, working, strict=True):
        count += total / sum(working) if is_working else 0
        needed.append((day, count))
    before = [day for day in days if day <= today]
    counts = sorted(draw(st.integers(0, total)) for _ in before)
    past = tuple(zip(before, counts, strict=True))
    done = counts[-1] if counts else 0
    ahead = [
        ForecastDay(day=day, finished=Band(low=done, middle=(done + total) / 2, high=total))
        for day in days
        if day >= today
    ]
    has_close = draw(st.booleans())
    closes_at = datetime(days[-1].year, days[-1].month, days[-1].day, 12, tzinfo=UTC)
    forecast = Forecast(
        campaign=CampaignId(1),
        at=at,
        closes_at=closes_at if has_close else None,
        zone=zone,
        total=total,
        finished_now=done,
        says="",
        finished=Band(low=done, middle=done, high=total) if draw(st.booleans()) else None,
        days=tuple(ahead),
        needed=tuple(needed) if has_close else (),
    )
    return course_of(forecast, past)


@settings(max_examples=120, deadline=None)
@given(courses())
def test_lines_go_from_left_to_right_and_never_fall(course: Course) -> None:
    for points in (course.actual, course.needed):
        assert list(points) == sorted(points)
    middles = [(x, band.middle) for x, band in course.bands]
    assert middles == sorted(middles)
    assert 0 <= course.now <= course.length
    if course.bands:
        assert course.bands[0][0] == course.now
        assert not course.is_over
    if course.actual:
        assert course.actual[-1] == (course.now, course.finished_now)


@settings(max_examples=120, deadline=None)
@given(courses())
def test_days_stand_in_their_order_and_what_is_left_out_is_a_gap(course: Course) -> None:
    days = [each.day for each in course.days]
    assert days == sorted(set(days))
    for place in range(1, len(days)):
        is_next = days[place] - days[place - 1] == timedelta(days=1)
        assert (place in course.gaps) is not is_next
    assert sum(each.is_today for each in course.days) <= 1
    assert course.closes is None or 0 <= course.closes <= course.length


@settings(max_examples=60, deadline=None)
@given(courses())
def test_every_day_can_be_read_and_stands_in_the_table(course: Course) -> None:
    for each in course.days:
        assert day_says(each).endswith(".")
        assert len(table_line(each)) == len(COLUMNS)
        assert (table_line(each)[1] == "") is (each.finished is None)
    assert 0 <= closed_at(course.forecast) <= max(course.total, 0)


@pytest.mark.usefixtures("look")
def test_all_that_is_drawn_stays_on_the_chart() -> None:
    @settings(max_examples=60, deadline=None)
    @given(courses(), st.integers(260, 1600), st.integers(180, 700))
    def check(course: Course, width: int, height: int) -> None:
        frame = frame_of(course, None, QRectF(0, 0, width, height))
        assert frame.ground.left() > 0
        assert frame.ground.right() <= width
        assert frame.ground.bottom() < height
        for x, y in (*course.actual, *course.needed):
            assert frame.ground.left() <= frame.x_of(x) <= frame.ground.right() + 0.01
            assert frame.y_of(y) >= frame.ground.top() - 0.01
        heights = [label.y for label in frame.labels]
        assert heights == sorted(heights)
        assert len(heights) == len(set(heights))

    check()


@given(st.integers(0, 2_000_000))
def test_numbers_at_the_side_begin_at_nothing_and_end_within_the_list(total: int) -> None:
    ticks = ticks_of(total)
    assert ticks[0] == 0
    assert ticks[-1] <= total
    assert 1 <= len(ticks) <= 6
    steps = {high - low for low, high in pairwise(ticks)}
    assert len(steps) <= 1


def test_no_labels_take_no_room() -> None:
    assert settled((), 17, 0, 100) == ()
