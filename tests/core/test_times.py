"""Wall clocks and promises, also on the two nights a year when clocks jump."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.times import (
    Promise,
    both_clocks,
    day_words,
    instant_of,
    is_zone,
    local_time,
    place_of,
    time_words,
)

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_promise_keeps_the_wall_time_of_the_one_it_was_made_to() -> None:
    """Q4: the promise means their clock, in summer and in winter."""
    winter = Promise(wall=wall("2026-03-27T10:30"), zone="Europe/Berlin")
    summer = Promise(wall=wall("2026-03-30T10:30"), zone="Europe/Berlin")
    assert winter.at == datetime(2026, 3, 27, 9, 30, tzinfo=UTC)
    assert summer.at == datetime(2026, 3, 30, 8, 30, tzinfo=UTC)


def test_an_hour_that_clocks_skip_goes_to_the_next_valid_minute() -> None:
    at = instant_of(wall("2027-03-28T02:30"), "Europe/Berlin")
    assert local_time(at, "Europe/Berlin").strftime("%H:%M") == "03:00"


def test_an_hour_that_clocks_repeat_means_its_first_passing() -> None:
    at = instant_of(wall("2026-10-25T02:30"), "Europe/Berlin")
    assert at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_half_hour_gap_is_a_gap_too() -> None:
    at = instant_of(wall("2026-10-04T02:10"), "Australia/Lord_Howe")
    assert local_time(at, "Australia/Lord_Howe").strftime("%H:%M") == "02:30"


@given(
    at=st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
)
def test_a_wall_time_is_shown_again_unless_it_does_not_exist(at: datetime, zone: str) -> None:
    at = at.replace(microsecond=0)
    instant = instant_of(at, zone)
    shown = local_time(instant, zone).replace(tzinfo=None)
    assert shown >= at
    exists = at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    if exists.replace(tzinfo=None) == at:
        assert shown == at
    else:
        assert shown - at <= timedelta(hours=1)


def test_a_promise_refuses_a_time_that_carries_its_own_zone_and_a_zone_nobody_knows() -> None:
    with pytest.raises(ValueError, match="wall time"):
        Promise(wall=datetime(2026, 3, 27, 10, 30, tzinfo=UTC), zone="Europe/Berlin")
    with pytest.raises(ValueError, match="no time zone called"):
        Promise(wall=wall("2026-03-27T10:30"), zone="Europe/Atlantis")


def test_zones_that_are_paths_or_nothing_are_no_zones() -> None:
    assert not any(map(is_zone, ["", "../etc/passwd", "Mars/Base", "Europe"]))
    assert all(map(is_zone, ZONES))


def test_times_are_said_in_words() -> None:
    now = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
    assert time_words(now + timedelta(hours=5), "Europe/Berlin", now=now) == "15:24"
    assert time_words(now + timedelta(days=1), "Europe/Berlin", now=now) == "Wed 18 Mar, 10:24"
    assert time_words(now + timedelta(days=400), "UTC", now=now) == "Wed 21 Apr 2027, 09:24"
    assert day_words(now.date()) == "Tue 17 Mar"
    assert place_of("America/New_York") == "New York"


def test_a_time_is_said_in_both_clocks_when_they_differ() -> None:
    at = datetime(2026, 3, 19, 9, 30, tzinfo=UTC)
    assert both_clocks(at, "Europe/Berlin", "Europe/London") == (
        "Thu 19 Mar, 10:30 in Berlin (09:30 for you)"
    )
    assert both_clocks(at, "Europe/Berlin", "Europe/Paris") == "Thu 19 Mar, 10:30 in Berlin"
    late = datetime(2026, 3, 19, 22, 30, tzinfo=UTC)
    assert both_clocks(late, "Asia/Tokyo", "Europe/London") == (
        "Fri 20 Mar, 07:30 in Tokyo (Thu 19 Mar, 22:30 for you)"
    )
