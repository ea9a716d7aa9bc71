"""Suggested times for a call back lie inside hours and window, and there are three of them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.calling_rules import CallHours, may_call
from qualdesk.core.sources import ALWAYS, CallLimits, CallWindow
from qualdesk.core.suggested_times import suggestions

TUESDAY = datetime(2026, 3, 17, 9, 42, 30, tzinfo=UTC)  # 10:42 in Berlin
LIMITS = CallLimits()


def there(zones: tuple[str, ...], window: CallWindow = ALWAYS) -> CallHours:
    return CallHours(zones=zones, limits=LIMITS, window=window)


def said(now: datetime, *zones: str, window: CallWindow = ALWAYS) -> list[str]:
    return [f"{it.promise.wall:%a %d %H:%M}" for it in suggestions(now, there(zones, window))]


def test_later_today_and_on_the_next_two_days() -> None:
    assert said(TUESDAY, "Europe/Berlin") == ["Tue 17 13:30", "Wed 18 10:00", "Thu 19 14:00"]


def test_a_weekend_is_skipped() -> None:
    friday_evening = TUESDAY + timedelta(days=3, hours=9)
    assert said(friday_evening, "Europe/Berlin") == ["Mon 23 10:00", "Tue 24 14:00", "Wed 25 10:00"]


def test_a_window_about_to_close_leaves_the_half_hours_that_are_left() -> None:
    window = CallWindow(closes_at=TUESDAY + timedelta(hours=2), zone="Europe/Berlin")
    assert said(TUESDAY, "Europe/Berlin", window=window) == [
        "Tue 17 11:00", "Tue 17 11:30", "Tue 17 12:00",
    ]  # fmt: skip


def test_a_closed_window_leaves_none() -> None:
    window = CallWindow(closes_at=TUESDAY, zone="Europe/Berlin")
    assert said(TUESDAY, "Europe/Berlin", window=window) == []


def test_two_zones_meet_in_hours_open_in_both() -> None:
    """12:00 to 17:30 in New York is 9:00 to 14:30 in Los Angeles."""
    offered = suggestions(TUESDAY, there(("America/New_York", "America/Los_Angeles")))
    assert len(offered) == 3
    assert all(12 <= it.promise.wall.hour < 18 for it in offered)


zone_sets = st.sampled_from(
    [("Europe/Berlin",), ("America/Denver", "America/New_York"), ("Asia/Kolkata",), ()]
)


@given(
    st.integers(0, 365 * 24 * 60).map(lambda minutes: TUESDAY + timedelta(minutes=minutes)),
    zone_sets,
    st.integers(min_value=1, max_value=400),
)
def test_every_suggestion_may_be_called(now: datetime, zones: tuple[str, ...], hours: int) -> None:
    window = CallWindow(closes_at=now + timedelta(hours=hours))
    offered = suggestions(now, there(zones, window))
    promises = [it.promise for it in offered]
    assert promises == sorted(set(promises), key=lambda it: it.at)
    for promise in promises:
        assert promise.at > now
        known = zones or (window.zone,)
        assert may_call(there(known, window), promise.at).is_allowed
