"""The look back from the last open hour: which times lie ahead, and what a lead is worth then."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_makers import BERLIN, MOMENTS, NOW, ZONES, opens_from
from qualdesk.core.calling_rules import Interval, day_part
from qualdesk.core.times import local_time
from qualdesk.core.waiting import MOST_TIMES, Costs, Later, times_ahead, unending, worth_later

FREE = Costs(2.0, 8.0, 0.0, 0.9)
CHANCES = st.lists(st.tuples(st.floats(0.01, 0.9), st.floats(0.01, 0.9)), max_size=5)


@given(now=MOMENTS, zone=st.sampled_from(ZONES))
def test_every_time_ahead_lies_in_an_open_hour_and_is_told_on_their_clock(
    now: datetime, zone: str
) -> None:
    opens = opens_from(now, zone)
    times = times_ahead(opens, zone, now)
    assert len(times) == MOST_TIMES
    for time in times:
        at = now + timedelta(hours=time.hours)
        assert any(span.opens_at <= at <= span.closes_at for span in opens)
        there = local_time(at, zone)
        assert (there.hour, there.weekday()) == (time.hour, time.weekday)
        assert day_part(at, zone) == time.part
        assert (there.date() - local_time(now, zone).date()).days == time.day
    assert [time.hours for time in times] == sorted(time.hours for time in times)


@given(now=MOMENTS)
def test_nothing_of_the_hour_that_has_begun_is_ahead(now: datetime) -> None:
    """Left alone means left alone for an hour at least."""
    assert all(time.hours > 1 for time in times_ahead(opens_from(now), BERLIN, now))


def test_the_day_clocks_change_has_its_hours_in_the_right_place() -> None:
    """Berlin goes to summer time on Sunday 29 March 2026: Monday's nine o'clock comes earlier."""
    friday = datetime(2026, 3, 27, 15, 0, tzinfo=UTC)
    monday = next(
        time for time in times_ahead(opens_from(friday), BERLIN, friday) if time.weekday == 0
    )
    assert (monday.hour, monday.part, monday.day) == (9, 0, 3)
    # 09:45 on the new clock is 07:45 UTC: an hour less than three days of 24 hours away.
    assert monday.hours == pytest.approx(64.75)


def test_open_hours_around_midnight_are_told_by_the_day_they_lie_in() -> None:
    night = Interval(
        opens_at=datetime(2026, 3, 17, 21, 0, tzinfo=UTC),
        closes_at=datetime(2026, 3, 18, 1, 0, tzinfo=UTC),
    )
    times = times_ahead((night,), BERLIN, NOW)
    assert [(time.hour, time.weekday, time.part, time.day) for time in times] == [
        (23, 1, 3, 0),
        (1, 2, 0, 1),
    ]


def test_a_break_at_noon_parts_the_hours() -> None:
    spans = tuple(
        Interval(
            opens_at=NOW.replace(hour=opens, minute=0), closes_at=NOW.replace(hour=closes, minute=0)
        )
        for opens, closes in ((9, 11), (13, 16))
    )
    assert [time.hour for time in times_ahead(spans, BERLIN, NOW)] == [11, 14, 16]


def test_a_week_without_end_goes_on_with_working_days() -> None:
    now = datetime(2026, 3, 20, 15, 30, tzinfo=UTC)
    closing = times_ahead(opens_from(now, closes_at=now + timedelta(hours=2)), BERLIN, now)
    endless = unending(closing, weekday=4)
    assert endless[: len(closing)] == closing
    assert len(endless) == MOST_TIMES
    assert {time.weekday for time in endless[len(closing) :]} == set(range(5))
    assert endless[len(closing)].day == 3
    assert unending((), weekday=4)[0].day == 3
    assert len(unending((), weekday=6)) == MOST_TIMES


def test_a_week_that_is_long_enough_is_not_made_longer() -> None:
    times = times_ahead(opens_from(NOW), BERLIN, NOW)
    assert unending(times, weekday=1) == times


@given(times=CHANCES, tries=st.integers(0, 4), rate=st.floats(0, 0.1))
def test_it_is_the_best_of_all_ways_to_spend_the_tries(
    times: list[tuple[float, float]], tries: int, rate: float
) -> None:
    """Held against every choice of times, one by one."""
    costs = FREE._replace(rate=rate)

    def worth_of(chosen: tuple[tuple[float, float], ...]) -> float:
        """What it brings to call at just these times, until somebody answers."""
        worth, unanswered = 0.0, 1.0
        for answer, qualify in chosen:
            minutes = costs.dial + answer * (costs.talk - costs.dial)
            worth += unanswered * (answer * qualify - minutes * rate)
            unanswered *= 1 - answer
        return worth

    best = max(
        worth_of(chosen)
        for count in range(min(tries, len(times)) + 1)
        for chosen in combinations(times, count)
    )
    answers, qualifies = [one for one, _ in times], [one for _, one in times]
    assert worth_later(answers, qualifies, [1.0] * tries, costs) == pytest.approx(best, abs=1e-12)


def test_nobody_is_sure_to_answer_however_good_the_hour() -> None:
    assert worth_later([5.0], [1.0], [1.0], FREE) == pytest.approx(0.9)


def test_without_a_try_or_a_time_nothing_is_left() -> None:
    assert worth_later([0.5], [0.5], [], FREE) == 0.0
    assert worth_later([], [], [1.0], FREE) == 0.0


def test_times_are_values_that_can_be_compared() -> None:
    assert Later(1.0, 9, 0, 0, 0) == Later(1.0, 9, 0, 0, 0)
