"""Who works here and when: hours as people write them, shifts, days away, duty."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.errors import Refused
from qualdesk.core.members import (
    Away,
    Member,
    beside_shift,
    check_away,
    check_hours,
    hours_from_plain,
    hours_to_plain,
    hours_words,
    read_hours,
    read_spans,
    shift_on,
    spans_words,
)

NINE_TO_FIVE = ((time(9), time(17)),)
WEEK = dict.fromkeys(range(5), NINE_TO_FIVE)
TUESDAY = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)  # 10:24 in Berlin
MAYA = Member(name="Maya", zone="Europe/London", shifts=WEEK)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("mon-fri 9-17", "mon-fri 09:00-17:00"),
        ("Mon-Fri 9:00-17:30; Sat 9-12", "mon-fri 09:00-17:30; sat 09:00-12:00"),
        ("mon,wed 9-17; fri 8-12", "mon 09:00-17:00; wed 09:00-17:00; fri 08:00-12:00"),
        ("mon-fri 9:00-12:30 13:00-17:00", "mon-fri 09:00-12:30 13:00-17:00"),
        ("mon 13-17, 9-12 and 18-19", "mon 09:00-12:00 13:00-17:00 18:00-19:00"),
        ("", ""),
    ],
)
def test_hours_are_read_as_people_write_them_and_said_the_same_way(text: str, again: str) -> None:
    assert hours_words(read_hours(text)) == again


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sometimes", "“sometimes” is no hours."),
        ("mon-fri", "“mon-fri” is no hours."),
        ("2026-03-19 9-12", "is no hours"),
        ("mon-fri 9-17; tue 10-12", "Tuesday is there twice"),
        ("mon 22-6", "is no hours"),
        ("mon 9-12 sometimes 13-17", "is no hours"),
        ("mon 9-12 11-17", "On Mondays two of the times overlap."),
    ],
)
def test_hours_nobody_can_read_are_refused_with_an_example(text: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read_hours(text)
    assert says in refused.value.says


def test_hours_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(Refused, match="end before they begin"):
        check_hours({0: ((time(22), time(6)),)})
    with pytest.raises(Refused, match="from 0, Monday"):
        check_hours({7: NINE_TO_FIVE})


times_of_day = st.times().map(lambda at: at.replace(second=0, microsecond=0))
spans = (
    st.lists(times_of_day, min_size=2, max_size=6, unique=True)
    .map(sorted)
    .map(lambda all_of: tuple(zip(all_of[::2], all_of[1::2], strict=False)))
)
weeks = st.dictionaries(st.integers(0, 6), spans)


@given(weeks)
def test_whatever_hours_are_kept_come_back(week: dict[int, tuple[tuple[time, time], ...]]) -> None:
    assert hours_from_plain(hours_to_plain(week)) == week
    assert read_hours(hours_words(week)) == week


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (TUESDAY, ""),
        (TUESDAY.replace(hour=8, minute=59),
         "That is before your shift starts at 09:00: anyone may call."),
        (TUESDAY.replace(hour=16, minute=59), ""),
        (TUESDAY.replace(hour=17, minute=0),
         "That is after your shift ends at 17:00: anyone may call."),
        (TUESDAY + timedelta(days=4), "You do not work on Saturdays: anyone may call."),
        # British clocks went forward on 29 March: 16:30 UTC is 17:30 there.
        (datetime(2026, 3, 30, 16, 30, tzinfo=UTC),
         "That is after your shift ends at 17:00: anyone may call."),
    ],
)  # fmt: skip
def test_a_time_outside_a_shift_is_said_on_the_callers_own_clock(at: datetime, says: str) -> None:
    """Complaint 14: a call back owned by somebody who is not there."""
    assert beside_shift(MAYA, at) == says


def test_nothing_is_said_of_a_shift_nobody_wrote_down() -> None:
    nobody_said = Member(name="Ana")
    assert beside_shift(nobody_said, TUESDAY.replace(hour=23)) == ""
    assert shift_on(nobody_said, TUESDAY) is None


def test_who_is_away_has_no_shift_and_no_duty() -> None:
    off = Away(first=date(2026, 3, 17), last=date(2026, 3, 18))
    one = Member(name="Ana", zone="Europe/Berlin", shifts=WEEK, duty=WEEK, absences=(off,))
    assert beside_shift(one, TUESDAY) == "You are away that day: anyone may call."
    assert shift_on(one, TUESDAY) is None
    assert not one.is_on_duty(TUESDAY)
    assert one.is_on_duty(TUESDAY + timedelta(days=2))


def test_a_shift_is_hours_on_their_clock_and_instants_everywhere() -> None:
    summer = shift_on(MAYA, datetime(2026, 7, 1, 12, tzinfo=UTC))
    assert summer is not None
    assert (summer.begins_at.hour, summer.ends_at.hour) == (8, 16)
    assert (summer.day, summer.zone) == (date(2026, 7, 1), "Europe/London")
    assert shift_on(MAYA, TUESDAY + timedelta(days=4)) is None


def test_duty_begins_on_the_minute_and_ends_before_the_last() -> None:
    sales = Member(
        name="Kim", role="sales", zone="Europe/Berlin", duty={1: ((time(10), time(12)),)}
    )
    at = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)  # 10:00 there
    assert sales.is_on_duty(at)
    assert not sales.is_on_duty(at - timedelta(minutes=1))
    assert not sales.is_on_duty(at + timedelta(hours=2))
    assert not sales.is_on_duty(at + timedelta(days=1))
    assert not Member(name="Lee", role="sales").is_on_duty(at), "nobody said when"


def test_a_time_in_a_break_is_said_and_no_call_is_handed_over_in_one() -> None:
    """D8: somebody at lunch takes no call, and a promise in a break is said."""
    week = read_hours("mon-fri 9:00-12:30 13:00-17:00")
    one = Member(name="Ana", zone="Europe/Berlin", shifts=week, duty=week)
    noon = datetime(2026, 3, 17, 11, 40, tzinfo=UTC)  # 12:40 in Berlin
    assert beside_shift(one, noon) == (
        "That is in your break from 12:30 to 13:00: anyone may call."
    )
    assert (one.is_at_work(noon), one.is_on_duty(noon)) == (False, False)
    after = noon + timedelta(minutes=20)
    assert (beside_shift(one, after), one.is_at_work(after)) == ("", True)


def test_public_holidays_are_kept_unless_somebody_works_on_one() -> None:
    easter = date(2026, 4, 6)
    at = datetime(2026, 4, 6, 9, tzinfo=UTC)
    keeps = Member(
        name="Ana",
        zone="Europe/Berlin",
        shifts=WEEK,
        calendar="DE",
        holidays={easter: "Easter Monday"},
    )
    assert beside_shift(keeps, at) == (
        "You keep a public holiday that day (Easter Monday): anyone may call."
    )
    assert keeps.back_on(easter) == date(2026, 4, 7)
    works = replace(keeps, at_work_on=(easter,))
    assert (beside_shift(works, at), works.is_off(easter)) == ("", False)


def test_several_absences_are_kept_in_order_and_never_over_each_other() -> None:
    easter = Away(first=date(2026, 4, 3), last=date(2026, 4, 6), because="holiday")
    course = Away(first=date(2026, 3, 19), last=date(2026, 3, 19), because="course")
    assert check_away([easter, course]) == (course, easter)
    one = Member(name="Ana", absences=(course, easter))
    assert one.away_on(date(2026, 4, 5)) == easter
    assert one.back_on(date(2026, 4, 3)) == date(2026, 4, 7)
    with pytest.raises(Refused, match="are away on"):
        check_away([easter, Away(first=date(2026, 4, 6), last=date(2026, 4, 9))])
    with pytest.raises(Refused, match="before the first"):
        check_away([Away(first=date(2026, 4, 6), last=date(2026, 4, 5))])


def test_the_hours_of_one_day_are_read_alone() -> None:
    assert spans_words(read_spans("9-12:30 13-17")) == "09:00-12:30 13:00-17:00"
    assert read_spans(" ") == ()
    for wrong in ("tue 9-12", "9-12 11-13", "all day", "9"):
        with pytest.raises(Refused, match="no hours of a day"):
            read_spans(wrong)
