"""Calling hours on every clock a person may be under (Q6)."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.calling_rules import (
    DecisionState,
    day_part,
    may_call,
    next_open,
    open_hours,
    other_day_part,
)
from qualdesk.core.sources import ALWAYS, CallLimits, CallWindow
from qualdesk.core.times import local_time

HOUSE = CallLimits()
BERLIN = ("Europe/Berlin",)
TUESDAY_MORNING = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)  # 10:24 in Berlin
INSTANTS = st.integers(0, 5 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES = [
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "America/Phoenix",
    "Asia/Kolkata",
    "Australia/Sydney",
]


def test_the_house_rule_is_nine_to_half_past_five_of_a_working_day() -> None:
    """Q6: and each block says which rule."""
    allowed = may_call(BERLIN, "address", HOUSE, ALWAYS, TUESDAY_MORNING)
    assert allowed.is_allowed
    assert allowed.rule == "house-hours"
    evening = may_call(BERLIN, "address", HOUSE, ALWAYS, TUESDAY_MORNING + timedelta(hours=8))
    assert evening.state is DecisionState.BLOCKED
    assert evening.rule == "house-hours"
    assert evening.says == "It is 18:24 in Berlin, outside calling hours."
    assert evening.next_at == datetime(2026, 3, 18, 8, 0, tzinfo=UTC)


def test_friday_evening_waits_for_monday() -> None:
    friday = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
    assert next_open(BERLIN, HOUSE, ALWAYS, friday) == datetime(2026, 3, 23, 8, 0, tzinfo=UTC)


def test_every_candidate_clock_must_be_inside_hours() -> None:
    """Model 5: one clock outside hours is enough to wait."""
    both = ("America/New_York", "America/Los_Angeles")
    at_nine_in_new_york = datetime(2026, 3, 17, 13, 30, tzinfo=UTC)
    blocked = may_call(both, "number", HOUSE, ALWAYS, at_nine_in_new_york)
    assert not blocked.is_allowed
    assert blocked.next_at == datetime(2026, 3, 17, 16, 0, tzinfo=UTC)


def test_two_clocks_with_no_common_hour_never_open() -> None:
    far = ("Europe/London", "Australia/Sydney")
    assert next_open(far, HOUSE, ALWAYS, TUESDAY_MORNING) is None
    assert not may_call(far, "number", HOUSE, ALWAYS, TUESDAY_MORNING).is_allowed


def test_nobody_is_called_while_their_clock_is_not_known() -> None:
    decision = may_call((), "", HOUSE, ALWAYS, TUESDAY_MORNING)
    assert decision.rule == "zone-unknown"
    assert not decision.is_allowed


def test_a_time_they_named_themselves_overrides_the_house_rule() -> None:
    """Q4: the buyer's own preferred time outranks the queue."""
    evening = TUESDAY_MORNING + timedelta(hours=9)
    assert may_call(BERLIN, "address", HOUSE, ALWAYS, evening, agreed=True).is_allowed


def test_the_window_is_obeyed_on_both_sides() -> None:
    """Q1: short windows before and after an event."""
    window = CallWindow(
        opens_at=TUESDAY_MORNING + timedelta(days=1), closes_at=TUESDAY_MORNING + timedelta(days=2)
    )
    early = may_call(BERLIN, "address", HOUSE, window, TUESDAY_MORNING)
    assert (early.rule, early.next_at) == ("window-not-open", window.opens_at)
    late = may_call(BERLIN, "address", HOUSE, window, TUESDAY_MORNING + timedelta(days=2))
    assert late.rule == "window-closed"


def test_a_window_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="closes before it opens"):
        CallWindow(opens_at=TUESDAY_MORNING, closes_at=TUESDAY_MORNING)


def test_a_vain_try_is_repeated_in_another_part_of_their_day() -> None:
    again = other_day_part(BERLIN, HOUSE, ALWAYS, TUESDAY_MORNING, timedelta(hours=3))
    assert again is not None
    assert day_part(again, "Europe/Berlin") != day_part(TUESDAY_MORNING, "Europe/Berlin")
    assert again - TUESDAY_MORNING >= timedelta(hours=3)


@given(
    at=INSTANTS,
    zones=st.sets(st.sampled_from(ZONES), min_size=1, max_size=3),
)
def test_no_open_interval_is_outside_anybodys_hours(at: datetime, zones: set[str]) -> None:
    """The intervals a claim joins agree with what a clock on each wall would say."""
    spans = open_hours(sorted(zones), HOUSE, ALWAYS, at, at + timedelta(days=8))
    for span in spans:
        for probe in (span.opens_at, span.closes_at - timedelta(seconds=1)):
            for name in zones:
                there = local_time(probe, name)
                assert there.weekday() < 5
                assert time(9) <= there.time() < time(17, 30)
    inside = any(span.holds(at) for span in spans)
    assert inside == may_call(tuple(sorted(zones)), "", HOUSE, ALWAYS, at).is_allowed


@given(at=INSTANTS)
def test_the_next_open_instant_is_open(at: datetime) -> None:
    opens = next_open(BERLIN, HOUSE, ALWAYS, at)
    assert opens is not None
    assert opens >= at
    assert may_call(BERLIN, "", HOUSE, ALWAYS, opens).is_allowed
