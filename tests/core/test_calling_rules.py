"""Calling hours on every clock a person may be under (Q6)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.calling_rules import (
    CallHours,
    DecisionState,
    all_parts,
    day_part,
    may_call,
    next_open,
    open_hours,
    open_in_parts,
)
from qualdesk.core.law import Law
from qualdesk.core.rules import Enforcement, Holidays, Legal, RuleBook, RuleSet, TryLimit
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


def on_clocks(zones: tuple[str, ...], window: CallWindow = ALWAYS) -> CallHours:
    """The house's hours on these clocks."""
    return CallHours(zones=zones, limits=HOUSE, window=window)


def test_the_house_rule_is_nine_to_half_past_five_of_a_working_day() -> None:
    """Q6: and each block says which rule."""
    allowed = may_call(on_clocks(BERLIN), TUESDAY_MORNING)
    assert allowed.is_allowed
    assert allowed.rule == "house-hours"
    evening = may_call(on_clocks(BERLIN), TUESDAY_MORNING + timedelta(hours=8))
    assert evening.state is DecisionState.BLOCKED
    assert evening.rule == "house-hours"
    assert evening.says == "It is 18:24 in Berlin, outside calling hours."
    assert evening.next_at == datetime(2026, 3, 18, 8, 0, tzinfo=UTC)


def test_friday_evening_waits_for_monday() -> None:
    friday = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
    assert next_open(on_clocks(BERLIN), friday) == datetime(2026, 3, 23, 8, 0, tzinfo=UTC)


def test_every_candidate_clock_must_be_inside_hours() -> None:
    """Model 5: one clock outside hours is enough to wait."""
    both = ("America/New_York", "America/Los_Angeles")
    at_nine_in_new_york = datetime(2026, 3, 17, 13, 30, tzinfo=UTC)
    blocked = may_call(on_clocks(both), at_nine_in_new_york)
    assert not blocked.is_allowed
    assert blocked.next_at == datetime(2026, 3, 17, 16, 0, tzinfo=UTC)


def test_two_clocks_with_no_common_hour_never_open() -> None:
    far = ("Europe/London", "Australia/Sydney")
    assert next_open(on_clocks(far), TUESDAY_MORNING) is None
    assert not may_call(on_clocks(far), TUESDAY_MORNING).is_allowed


def test_nobody_is_called_while_their_clock_is_not_known() -> None:
    decision = may_call(on_clocks(()), TUESDAY_MORNING)
    assert decision.rule == "zone-unknown"
    assert not decision.is_allowed


def test_a_time_they_named_themselves_overrides_the_house_rule() -> None:
    """Q4: the buyer's own preferred time outranks the queue."""
    evening = TUESDAY_MORNING + timedelta(hours=9)
    assert may_call(on_clocks(BERLIN), evening, agreed=True).is_allowed


def test_the_window_is_obeyed_on_both_sides() -> None:
    """Q1: short windows before and after an event."""
    window = CallWindow(
        opens_at=TUESDAY_MORNING + timedelta(days=1), closes_at=TUESDAY_MORNING + timedelta(days=2)
    )
    early = may_call(on_clocks(BERLIN, window), TUESDAY_MORNING)
    assert (early.rule, early.next_at) == ("window-not-open", window.opens_at)
    late = may_call(on_clocks(BERLIN, window), TUESDAY_MORNING + timedelta(days=2))
    assert late.rule == "window-closed"


def test_a_window_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="closes before it opens"):
        CallWindow(opens_at=TUESDAY_MORNING, closes_at=TUESDAY_MORNING)


def test_a_vain_try_is_repeated_in_another_part_of_their_day() -> None:
    tried = 1 << day_part(TUESDAY_MORNING, "Europe/Berlin")
    others = all_parts(HOUSE) & ~tried
    again = open_in_parts(on_clocks(BERLIN), TUESDAY_MORNING + timedelta(hours=3), others)
    assert again is not None
    assert open_in_parts(on_clocks(()), TUESDAY_MORNING, others) is None, "nobody's clock is known"
    assert day_part(again, "Europe/Berlin") != day_part(TUESDAY_MORNING, "Europe/Berlin")
    assert again - TUESDAY_MORNING >= timedelta(hours=3)


@given(
    at=INSTANTS,
    zones=st.sets(st.sampled_from(ZONES), min_size=1, max_size=3),
)
def test_no_open_interval_is_outside_anybodys_hours(at: datetime, zones: set[str]) -> None:
    """The intervals a claim joins agree with what a clock on each wall would say."""
    spans = open_hours(on_clocks(tuple(sorted(zones))), at, at + timedelta(days=8))
    for span in spans:
        for probe in (span.opens_at, span.closes_at - timedelta(seconds=1)):
            for name in zones:
                there = local_time(probe, name)
                assert there.weekday() < 5
                assert time(9) <= there.time() < time(17, 30)
    inside = any(span.holds(at) for span in spans)
    assert inside == may_call(on_clocks(tuple(sorted(zones))), at).is_allowed


@given(at=INSTANTS)
def test_the_next_open_instant_is_open(at: datetime) -> None:
    opens = next_open(on_clocks(BERLIN), at)
    assert opens is not None
    assert opens >= at
    assert may_call(on_clocks(BERLIN), opens).is_allowed


CONSENT = RuleSet(
    id="xa",
    name="Somewhere",
    country="XA",
    reviewed_on=date(2026, 1, 1),
    review_due=date(2027, 1, 1),
    hours=(((10 * 60, 13 * 60), (14 * 60, 20 * 60)),) * 5 + ((), ()),
    limits=(TryLimit(calls=2, within=timedelta(hours=24)),),
)


def under_law(*sets: RuleSet, zones: tuple[str, ...] = BERLIN) -> CallHours:
    """The house's hours and these sets, for somebody in their country."""
    legal = Legal(places=frozenset({"XA"}))
    return CallHours(zones=zones, limits=HOUSE, law=Law(RuleBook(sets, Holidays()), legal))


def test_the_law_narrows_the_house_rule_and_is_named() -> None:
    """Q6: the law blocks at nine and at lunch, where the house would call."""
    hours = under_law(CONSENT)
    nine = datetime(2026, 3, 17, 8, 30, tzinfo=UTC)
    blocked = may_call(hours, nine)
    assert blocked.rule == "xa"
    assert (
        blocked.says == "Somewhere: calls on a Tuesday only from 10:00 to 13:00 and 14:00 to 20:00."
    )
    assert blocked.next_at == datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
    assert next_open(hours, datetime(2026, 3, 17, 12, 15, tzinfo=UTC)) == datetime(
        2026, 3, 17, 13, 0, tzinfo=UTC
    )


def test_a_time_they_named_overrides_the_house_and_not_the_law() -> None:
    evening = datetime(2026, 3, 17, 17, 30, tzinfo=UTC)
    assert may_call(under_law(CONSENT), evening, agreed=True).is_allowed
    night = evening + timedelta(hours=2)
    assert may_call(on_clocks(BERLIN), night, agreed=True).is_allowed
    assert may_call(under_law(CONSENT), night, agreed=True).rule == "xa"


def test_a_limit_of_the_law_counts_the_calls_before_and_says_when_the_next_may_be() -> None:
    tries = (TUESDAY_MORNING - timedelta(hours=23), TUESDAY_MORNING - timedelta(hours=1))
    blocked = may_call(under_law(CONSENT), TUESDAY_MORNING, tries=tries)
    assert blocked.says == "Somewhere: no more than 2 calls in 24 hours."
    assert blocked.next_at == TUESDAY_MORNING + timedelta(hours=1), "a day after the first of them"
    assert may_call(under_law(CONSENT), TUESDAY_MORNING, tries=tries[:1]).is_allowed


def test_what_only_warns_is_said_with_the_call_that_may_be_made() -> None:
    warns = replace(CONSENT, enforcement=Enforcement.WARN)
    nine = datetime(2026, 3, 17, 8, 30, tzinfo=UTC)
    decision = may_call(under_law(warns), nine)
    assert decision.is_allowed
    assert len(decision.warnings) == 1


@given(INSTANTS, st.sets(st.sampled_from(ZONES), min_size=1, max_size=3))
def test_an_open_hour_is_allowed_on_every_clock_by_house_and_law(
    at: datetime, zones: set[str]
) -> None:
    """Q6: the hours a queue goes by and the answer at the dial are the same."""
    hours = under_law(CONSENT, zones=tuple(sorted(zones)))
    inside = any(span.holds(at) for span in open_hours(hours, at, at + timedelta(days=3)))
    assert inside == may_call(hours, at).is_allowed
    for name in zones if inside else ():
        wall = local_time(at, name)
        assert wall.weekday() < 5
        assert time(10) <= wall.time() < time(13) or time(14) <= wall.time() < time(17, 30)
