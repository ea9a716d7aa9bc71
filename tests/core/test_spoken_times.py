"""Times as people say them are read on the called person's clock (Q4, complaint 14)."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.spoken_times import read_time
from qualdesk.core.times import day_words, local_time

TUESDAY = datetime(2026, 3, 17, 9, 42, 30, tzinfo=UTC)  # 10:42 in Berlin
BERLIN = "Europe/Berlin"


def wall(text: str, now: datetime = TUESDAY, zone: str = BERLIN) -> str:
    return f"{read_time(text, now=now, zone=zone).wall:%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("thu half past ten", "Thu 2026-03-19 10:30"),
        ("thu 10:30", "Thu 2026-03-19 10:30"),
        ("Thursday, half ten", "Thu 2026-03-19 10:30"),
        ("Thu 19 Mar, 10:30", "Thu 2026-03-19 10:30"),
        ("tomorrow 9", "Wed 2026-03-18 09:00"),
        ("tomorrow", "Wed 2026-03-18 10:00"),
        ("tomorrow afternoon", "Wed 2026-03-18 14:00"),
        ("tomorrow at 3 in the afternoon", "Wed 2026-03-18 15:00"),
        ("first thing tomorrow", "Wed 2026-03-18 09:00"),
        ("day after tomorrow", "Thu 2026-03-19 10:00"),
        ("in 2 hours", "Tue 2026-03-17 12:43"),
        ("in two hours", "Tue 2026-03-17 12:43"),
        ("in half an hour", "Tue 2026-03-17 11:13"),
        ("in 20 min", "Tue 2026-03-17 11:03"),
        ("in 3 days at 10", "Fri 2026-03-20 10:00"),
        ("in a week", "Tue 2026-03-24 10:00"),
        ("in 2 months", "Sun 2026-05-17 10:00"),
        ("next week", "Mon 2026-03-23 10:00"),
        ("thursday next week 11", "Thu 2026-03-26 11:00"),
        ("next thu 3pm", "Thu 2026-03-26 15:00"),
        ("next month", "Wed 2026-04-01 10:00"),
        ("monday 14", "Mon 2026-03-23 14:00"),
        ("19.3. 10:30", "Thu 2026-03-19 10:30"),
        ("19.3.2026 10.30", "Thu 2026-03-19 10:30"),
        ("19/3 9", "Thu 2026-03-19 09:00"),
        ("19 mar 10:30", "Thu 2026-03-19 10:30"),
        ("19th of march", "Thu 2026-03-19 10:00"),
        ("mar 19 2027 11", "Fri 2027-03-19 11:00"),
        ("the 19th at 10", "Thu 2026-03-19 10:00"),
        ("2026-03-19 10:30", "Thu 2026-03-19 10:30"),
        ("2026-03-19T10:30", "Thu 2026-03-19 10:30"),
        ("29.2.", "Tue 2028-02-29 10:00"),
        ("quarter to eleven", "Tue 2026-03-17 10:45"),
        ("ten to nine", "Wed 2026-03-18 08:50"),
        ("twenty-five past eleven", "Tue 2026-03-17 11:25"),
        ("ten thirty", "Wed 2026-03-18 10:30"),
        ("1030", "Wed 2026-03-18 10:30"),
        ("noon", "Tue 2026-03-17 12:00"),
        ("9am", "Wed 2026-03-18 09:00"),
        ("2pm", "Tue 2026-03-17 14:00"),
        ("9 p.m. tomorrow", "Wed 2026-03-18 21:00"),
        ("14 o'clock", "Tue 2026-03-17 14:00"),
    ],
)
def test_what_people_say_is_read_as_they_mean_it(text: str, means: str) -> None:
    assert wall(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("3", "Tue 2026-03-17 15:00"),
        ("tomorrow 7", "Wed 2026-03-18 19:00"),
        ("tomorrow 07:30", "Wed 2026-03-18 07:30"),
        ("tomorrow 8", "Wed 2026-03-18 08:00"),
        ("tomorrow 3am", "Wed 2026-03-18 03:00"),
        ("tomorrow 12", "Wed 2026-03-18 12:00"),
        ("tomorrow 12am", "Wed 2026-03-18 00:00"),
    ],
)
def test_a_small_hour_without_more_is_in_the_afternoon(text: str, means: str) -> None:
    assert wall(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("11.30", "Tue 2026-03-17 11:30"),
        ("10.12", "Wed 2026-03-18 10:12"),
        ("thu 10.12", "Thu 2026-03-19 10:12"),
        ("10.12.", "Thu 2026-12-10 10:00"),
        ("10.12 9", "Thu 2026-12-10 09:00"),
        ("10/12", "Thu 2026-12-10 10:00"),
        ("19.3", "Thu 2026-03-19 10:00"),
    ],
)
def test_two_numbers_and_a_dot_are_a_time_unless_something_makes_them_a_date(
    text: str, means: str
) -> None:
    assert wall(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("10:30", "Wed 2026-03-18 10:30"),  # has passed today
        ("tue 9", "Tue 2026-03-24 09:00"),
        ("tue 11", "Tue 2026-03-17 11:00"),
        ("16.3.", "Tue 2027-03-16 10:00"),
        ("today", "Tue 2026-03-17 12:30"),
    ],
)
def test_what_has_passed_is_never_meant(text: str, means: str) -> None:
    assert wall(text) == means


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Say when."),
        (" at ", "Say when."),
        ("blah", "Not understood: “blah”."),
        ("thu half past ten or so", "Not understood"),
        ("in 2 hours sharp", "Not understood: “sharp”."),
        ("x" * 200, "Not understood."),
        ("thu 25:00", "There is no such time."),
        ("31.2.", "There is no such time."),
        ("13am", "There is no such time."),
        ("today 9", "Tue 17 Mar, 09:00 has passed."),
        ("2026-03-16 10:00", "Mon 16 Mar, 10:00 has passed."),
        ("10 to 11", "Say one time."),
        ("wed 19 mar", "Thu 19 Mar is another weekday."),
        ("in 9999 months", "That is more than two years ahead."),
        ("19 mar 2031", "That is more than two years ahead."),
        ("१० बजे", "Not understood"),
    ],
)
def test_what_cannot_be_read_is_answered_with_examples(text: str, says: str) -> None:
    with pytest.raises(TimeNotUnderstood) as refused:
        wall(text)
    assert refused.value.says.startswith(says)
    assert refused.value.says.endswith("Try: thu 10:30, tomorrow 9, in 2 hours.")


def test_a_time_means_the_clock_of_the_person_called() -> None:
    """Complaint 14: call backs an hour off."""
    here = read_time("tomorrow 9", now=TUESDAY, zone="America/Denver")
    assert here.at == datetime(2026, 3, 18, 15, tzinfo=UTC)
    assert wall("tomorrow 9", now=datetime(2026, 3, 17, 23, 30, tzinfo=UTC)) == (
        "Thu 2026-03-19 09:00"
    ), "in Berlin it is the 18th already"


def test_in_two_hours_is_two_hours_also_where_clocks_change_meanwhile() -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # 01:30 in Berlin; 02:00 becomes 03:00
    promise = read_time("in 2 hours", now=before, zone=BERLIN)
    assert (f"{promise.wall:%H:%M}", promise.at - before) == ("04:30", timedelta(hours=2))


def test_a_time_in_the_hour_that_clocks_skip_goes_to_the_next_minute_there_is() -> None:
    promise = read_time("29.3. 02:30", now=TUESDAY, zone=BERLIN)
    assert promise.at == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_soon_said_in_a_repeated_hour_is_still_ahead() -> None:
    second_passing = datetime(2026, 10, 25, 1, 40, tzinfo=UTC)  # 02:40 for the second time
    promise = read_time("in 5 min", now=second_passing, zone=BERLIN)
    assert second_passing < promise.at <= second_passing + timedelta(minutes=25)


START = datetime(2025, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone itself
instants = st.datetimes(START, START + timedelta(days=4000), timezones=st.just(UTC))
zones = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC",
     "America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu"]
)  # fmt: skip
WORDS = """
    mon tuesday thu next this in at half past quarter to ten eleven 9 10 10:30 10.30 19.3. 19 mar
    march week month day days 2 hours min am pm tomorrow today noon morning afternoon end of day
    2026-03-19 2026 31 29.2. 0 00:00 24:00 12 , . / : - 3rd the first thing a an couple 9999
"""
words = st.sampled_from(sorted(set(WORDS.split())))
sayings = st.one_of(st.text(max_size=90), st.lists(words, max_size=6).map(" ".join))


@given(sayings, instants, zones)
@example("in 0 min", TUESDAY, BERLIN)
@example("in 0 days", TUESDAY, BERLIN)
@example("next week in 2 hours", TUESDAY, BERLIN)
@example("32nd", TUESDAY, BERLIN)
@example("in 9999 weeks", TUESDAY, BERLIN)
@example("\u202e9 ot 01", TUESDAY, BERLIN)
def test_whatever_is_said_it_lies_ahead_or_is_refused_in_words(
    text: str, now: datetime, zone: str
) -> None:
    try:
        promise = read_time(text, now=now, zone=zone)
    except TimeNotUnderstood as refused:
        said = refused.says
        assert "Try: " in said
    else:
        assert now < promise.at <= now + timedelta(days=732)
        assert promise.zone == zone


@given(st.integers(1, 280), st.times(), zones)
def test_what_is_read_back_is_read_the_same_again(ahead: int, at: time, zone: str) -> None:
    """What the screen says can be typed."""
    day = local_time(TUESDAY, zone).date() + timedelta(days=ahead)
    said = read_time(f"{day_words(day)}, {at:%H:%M}", now=TUESDAY, zone=zone)
    assert said.wall == datetime.combine(day, at.replace(second=0, microsecond=0))
