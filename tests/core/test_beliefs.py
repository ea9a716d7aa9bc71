"""Beliefs: the levels a lead stands on, and how interest melts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_makers import NOW, TRAITS
from qualdesk.core.beliefs import (
    ANSWER_LEVELS,
    QUALIFY_LEVELS,
    Melting,
    age_level,
    answer_levels,
    attempt_level,
    fresh_level,
    hint_level,
    origin_of,
    qualify_levels,
)
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Traits


@given(
    traits=TRAITS,
    hour=st.integers(0, 23),
    weekday=st.integers(0, 6),
    part=st.integers(0, 5),
    age=st.none() | st.floats(0, 1e6),
)
def test_every_lead_stands_on_one_known_level_of_every_factor(
    traits: Traits, hour: int, weekday: int, part: int, age: float | None
) -> None:
    answer = answer_levels(traits, hour=hour, weekday=weekday, part=part, age=age)
    qualify = qualify_levels(traits, age)
    for levels, known in ((answer, ANSWER_LEVELS), (qualify, QUALIFY_LEVELS)):
        assert [factor for factor, _ in levels] == list(dict(levels))
        assert dict(levels).keys() == known.keys()
        assert all(level in known[factor] for factor, level in levels)


@given(hours=st.floats(0, 1000), later=st.floats(0, 1000))
def test_interest_only_melts(hours: float, later: float) -> None:
    melting = Melting(keeps=0.33, melts=((0.67, 72),))
    assert melting.left(hours) >= melting.left(hours + later) >= 0.33
    assert melting.left(0.0) == pytest.approx(1.0)


def test_an_event_keeps_a_third_and_melts_within_days() -> None:
    """Q1: two thirds of what melts are gone after its hours."""
    melting = Melting(keeps=0.33, melts=((0.67, 72),))
    assert melting.left(72) == pytest.approx(0.33 + 0.67 / 2.718, rel=0.01)
    assert melting.left(24 * 30) == pytest.approx(0.33, rel=0.01)
    assert melting.left(None) == 0.33
    assert melting.left(-5.0) == 1.0
    assert Melting().left(10_000) == 1.0


def test_who_took_a_giveaway_or_did_not_come_has_an_origin_of_their_own() -> None:
    show = Traits(source=SourceType.TRADE_SHOW)
    assert origin_of(show) == "trade_show"
    assert origin_of(replace(show, interest=Interest.GIVEAWAY)) == "giveaway"
    webinar = Traits(source=SourceType.WEBINAR)
    assert origin_of(webinar) == "no_show"
    assert origin_of(replace(webinar, interest=Interest.LOOKED)) == "webinar"


def test_tries_after_the_sixth_are_all_alike() -> None:
    assert [attempt_level(made) for made in (-1, 0, 1, 5, 6, 50)] == ["1", "1", "2", "6", "7", "7"]


def test_a_hint_says_here_or_elsewhere_or_nothing() -> None:
    assert hint_level(0, 2) == "none"
    assert hint_level(0b0100, 2) == "here"
    assert hint_level(0b0011, 2) == "elsewhere"


def test_only_who_came_to_us_is_fresh_and_only_for_a_day() -> None:
    form = Traits(source=SourceType.CONTACT_FORM, anchor=NOW - timedelta(hours=1))
    assert [fresh_level(form, age) for age in (0.5, 5.0, 30.0, None)] == [
        "hour",
        "day",
        "none",
        "none",
    ]
    assert fresh_level(Traits(source=SourceType.TRADE_SHOW), 0.5) == "none"
    assert fresh_level(Traits(source=SourceType.TRADE_SHOW, asked=True), 0.5) == "hour"


def test_ages_fall_into_bands() -> None:
    assert [age_level(age) for age in (None, 0, 2, 30, 100, 1000)] == [
        "unknown",
        "hour",
        "day",
        "days",
        "week",
        "old",
    ]


@given(traits=TRAITS, age=st.none() | st.floats(0, 1e6))
def test_a_call_at_an_hour_nobody_knew_teaches_nothing_about_hours(
    traits: Traits, age: float | None
) -> None:
    """A lead without a zone was called all the same: learning goes on with the other levels."""
    levels = dict(answer_levels(traits, hour=-1, weekday=-1, part=-1, age=age))
    unknown = {factor for factor, level in levels.items() if level not in ANSWER_LEVELS[factor]}
    of_the_hour = {"hour", "role_hour", "weekday", "tried"}
    assert unknown == of_the_hour | ({"hinted"} if traits.hinted else set())
