"""The index: a finite number for every lead, in parts that add up, moving the way it should."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import isclose, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_makers import BERLIN, MOMENTS, NOW, TRAITS, ZONES, make_ahead, opens_from
from qualdesk.core.calling_rules import Interval
from qualdesk.core.index import (
    Odds,
    chances,
    explained,
    going_rate,
    hours_since,
    index_of,
    points,
    simple_index,
)
from qualdesk.core.leads import PhoneKind
from qualdesk.core.learning import Tally, learn
from qualdesk.core.priority import priority_of
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Role, Traits
from qualdesk.core.waiting import MOST_TIMES, Costs, times_ahead, worth_later
from qualdesk.files.beliefs import shipped_beliefs

ODDS = Odds(shipped_beliefs())
SIMPLE = Odds(shipped_beliefs(), looks_ahead=False)
RATES = st.floats(0, 0.2)
WEIGHTS = st.sampled_from([0.0, 0.5, 1.0, 3.0])
CLOSES = st.none() | st.integers(1, 400).map(lambda hours: NOW + timedelta(hours=hours))
# Floats that were added in another order: a billionth of a conversation is no difference.
CLOSE = 1e-12


@given(
    traits=TRAITS,
    now=MOMENTS,
    rate=RATES,
    zone=st.sampled_from(ZONES),
    closes_at=CLOSES,
    tries=st.integers(0, 9),
    weight=WEIGHTS,
)
def test_every_lead_has_its_place_and_the_parts_say_why(
    traits: Traits,
    now: datetime,
    rate: float,
    zone: str,
    closes_at: datetime | None,
    tries: int,
    weight: float,
) -> None:
    """Q3: a finite number for whatever comes, so the order is total, in parts that add up."""
    ahead = make_ahead(traits, now, zone, closes_at, tries, weight)
    value = index_of(ODDS, ahead, now, rate)
    parts = explained(ODDS, ahead, now, rate)
    assert isfinite(value)
    assert isclose(sum(part.value for part in parts), value, rel_tol=1e-9, abs_tol=CLOSE)
    assert parts
    assert all(part.says for part in parts)
    answer, qualify, minutes = chances(ODDS, ahead, now)
    assert 0 < answer <= 0.9
    assert 0 < qualify <= 1
    assert minutes > 0


@given(traits=TRAITS, now=MOMENTS, weight=WEIGHTS)
def test_without_looking_ahead_it_is_the_chance_per_minute(
    traits: Traits, now: datetime, weight: float
) -> None:
    ahead = make_ahead(traits, now, weight=weight)
    answer, qualify, minutes = chances(SIMPLE, ahead, now)
    value = index_of(SIMPLE, ahead, now, 0.1)
    assert isclose(value, weight * answer * qualify / minutes, abs_tol=CLOSE)
    assert isclose(value, simple_index(ODDS, ahead, now), abs_tol=CLOSE)
    parts = explained(SIMPLE, ahead, now, 0.1)
    assert isclose(sum(part.value for part in parts), value, rel_tol=1e-9, abs_tol=CLOSE)
    assert not {"later", "window"} & {part.code for part in parts if part.value}


@given(traits=TRAITS, now=MOMENTS, rate=RATES, closes_at=CLOSES)
def test_who_asked_for_a_call_never_stands_behind_who_did_not(
    traits: Traits, now: datetime, rate: float, closes_at: datetime | None
) -> None:
    """Q2: asked-for-a-call first, all else alike."""
    asked = make_ahead(replace(traits, asked=True), now, closes_at=closes_at)
    did_not = make_ahead(replace(traits, asked=False), now, closes_at=closes_at)
    assert index_of(ODDS, asked, now, rate) >= index_of(ODDS, did_not, now, rate) - CLOSE
    assert chances(ODDS, asked, now)[1] >= chances(ODDS, did_not, now)[1]


@given(traits=TRAITS, now=MOMENTS)
def test_a_part_of_the_day_tried_in_vain_lowers_the_chance(traits: Traits, now: datetime) -> None:
    fresh = make_ahead(replace(traits, tried=0), now)
    tried = make_ahead(replace(traits, tried=15), now)
    assert chances(ODDS, tried, now)[0] <= chances(ODDS, fresh, now)[0]
    assert simple_index(ODDS, tried, now) <= simple_index(ODDS, fresh, now)


@given(traits=TRAITS, rate=RATES, hours=st.integers(1, 300), later=st.integers(0, 300))
def test_a_window_that_closes_sooner_never_puts_a_lead_back(
    traits: Traits, rate: float, hours: int, later: int
) -> None:
    """Q1: there is less to wait for, so calling now is worth no less.

    A hundredth is left to where the last open hours happen to be cut.
    """
    sooner = make_ahead(traits, closes_at=NOW + timedelta(hours=hours))
    longer = make_ahead(traits, closes_at=NOW + timedelta(hours=hours + later))
    assert index_of(ODDS, sooner, NOW, rate) >= 0.99 * index_of(ODDS, longer, NOW, rate)


@given(traits=TRAITS, now=MOMENTS)
def test_a_call_that_takes_less_is_worth_more_a_minute(traits: Traits, now: datetime) -> None:
    beliefs = shipped_beliefs()
    quick = Odds(replace(beliefs, unanswered_minutes=beliefs.unanswered_minutes / 2))
    ahead = make_ahead(traits, now)
    assert simple_index(quick, ahead, now) > simple_index(ODDS, ahead, now)


@given(traits=TRAITS, now=MOMENTS, rate=RATES)
def test_waiting_takes_no_more_than_the_floor_is_patient(
    traits: Traits, now: datetime, rate: float
) -> None:
    ahead = make_ahead(traits, now)
    simple = simple_index(ODDS, ahead, now)
    least = (1 - shipped_beliefs().patience) * simple
    assert least - CLOSE <= index_of(ODDS, ahead, now, rate) <= simple + CLOSE


def test_nothing_is_waited_for_when_the_window_closes_within_the_hour() -> None:
    """Q1: a lead nobody can call tomorrow is worth all its index now."""
    ahead = make_ahead(closes_at=NOW + timedelta(minutes=50))
    assert index_of(ODDS, ahead, NOW, 0.0) == simple_index(ODDS, ahead, NOW)
    says = {part.code: part for part in explained(ODDS, ahead, NOW, 0.0)}
    assert says["window"].says == "Window closes 11:14"
    assert says["window"].value > 0
    assert says["later"].value < 0


def test_a_better_hour_ahead_makes_a_lead_wait_and_a_worse_one_does_not() -> None:
    """Two leads alike; for one of them it is lunch time, and the afternoon is as good as ever."""
    lunch = datetime(2026, 3, 17, 11, 30, tzinfo=UTC)
    best = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)
    traits = Traits(source=SourceType.TRADE_SHOW, anchor=NOW - timedelta(days=5))
    shares = []
    for now in (lunch, best):
        ahead = make_ahead(traits, now, tries_left=1)
        shares.append(index_of(ODDS, ahead, now, 0.002) / simple_index(ODDS, ahead, now))
    assert shares[0] < shares[1]


def test_a_dear_minute_leaves_nothing_to_wait_for() -> None:
    """Where better leads fill every minute to come, a poor one is worth its chance now."""
    poor = Traits(source=SourceType.LIST)
    ahead = make_ahead(poor)
    assert index_of(ODDS, ahead, NOW, 0.05) == simple_index(ODDS, ahead, NOW)
    assert index_of(ODDS, ahead, NOW, 0.0) < simple_index(ODDS, ahead, NOW)


def test_the_order_at_a_fair_is_the_one_a_supervisor_expects() -> None:
    """Q2: asked for a call, then who looked at much, then who was scanned, giveaways last."""
    show = Traits(source=SourceType.TRADE_SHOW, anchor=NOW - timedelta(days=1))
    order = [
        replace(show, asked=True, interest=Interest.ENGAGED),
        replace(show, asked=True),
        replace(show, interest=Interest.ENGAGED),
        replace(show, interest=Interest.LOOKED),
        show,
        replace(show, interest=Interest.GIVEAWAY),
    ]
    values = [index_of(ODDS, make_ahead(one), NOW, 0.0) for one in order]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)


def test_a_form_of_this_hour_stands_above_one_of_yesterday() -> None:
    """Q1: interest melts, a form's within hours."""
    form = Traits(source=SourceType.CONTACT_FORM, asked=True)
    values = [
        simple_index(ODDS, make_ahead(replace(form, anchor=NOW - timedelta(hours=age))), NOW)
        for age in (0, 3, 24, 200)
    ]
    assert values == sorted(values, reverse=True)
    assert values[0] > 2 * values[2]


def test_points_are_conversations_in_a_hundred_caller_hours() -> None:
    assert points(1 / 60) == 100
    assert points(0.0) == 0


def test_words_are_those_a_caller_would_use() -> None:
    """Q3: “10 o'clock in Denver, when managers answer”, not a factor."""
    now = datetime(2026, 3, 18, 16, 24, tzinfo=UTC)
    traits = Traits(
        source=SourceType.WEBINAR,
        role=Role.HEAD,
        phone=PhoneKind.MOBILE,
        asked=True,
        interest=Interest.ENGAGED,
        anchor=now - timedelta(hours=30),
    )
    ahead = replace(make_ahead(traits, now, "America/Denver"), weight=1.5)
    says = {part.code: part.says for part in explained(ODDS, ahead, now, 0.0)}
    assert says == {
        "source": "Webinar",
        "asked": "Asked for a call",
        "interest": "Did much at the source",
        "role": "Leads a team",
        "phone": "Mobile number",
        "age": "Interest is 30 hours old",
        "tries": "First try",
        "clock": "10 o'clock in Denver, when managers answer",
        "weekday": "Wednesday, when more answer",
        "later": "Can be called later too",
        "weight": "Campaign counts 150%",
    }


def test_what_speaks_against_a_call_is_said_too() -> None:
    now = datetime(2026, 3, 20, 11, 10, tzinfo=UTC)
    traits = Traits(
        source=SourceType.WEBINAR,
        role=Role.SPECIALIST,
        phone=PhoneKind.MAIN,
        anchor=now - timedelta(days=4),
        attempts=3,
        tried=0b10,
        hinted=0b1,
        was_reached=True,
    )
    says = {part.code: part for part in explained(ODDS, make_ahead(traits, now), now, 0.0)}
    against = {code: part.says for code, part in says.items() if part.value < 0}
    assert against == {
        "role": "Leads nobody",
        "phone": "Main line only",
        "age": "Interest is 4 days old",
        "tries": "3 tries so far",
        "tried": "Tried in vain at this time of day",
        "hinted": "Said to be in at another time",
        "clock": "12 o'clock in Berlin, when fewer answer",
        "weekday": "Friday, when fewer answer",
        "later": "Can be called later too",
    }
    assert says["source"].says == "Registered, not known to have come"
    assert says["reached"].says == "Spoken to before"


def _taught() -> Odds:
    """What some calls teach: whatever is said of everybody moves the index as well."""
    beliefs = shipped_beliefs()
    plain = {"asked": "no", "phone": "unknown", "reached": "no", "tried": "no", "hinted": "none"}
    answer = {factor: dict(levels) for factor, levels in beliefs.answer.items()}
    for factor, level in (*plain.items(), ("fresh", "none")):
        answer[factor][level] = 1.2
    qualify = {factor: dict(levels) for factor, levels in beliefs.qualify.items()}
    for factor, level in (("asked", "no"), ("interest", "scanned"), ("role", "unknown")):
        qualify[factor][level] = 1.3
    return Odds(replace(beliefs, answer=answer, qualify=qualify))


def test_what_is_not_known_of_somebody_is_no_reason_of_its_own() -> None:
    """Q3: “kind of line not known +7” is no word about anybody; it counts with the source."""
    bare = Traits(source=SourceType.TRADE_SHOW)
    parts = explained(_taught(), make_ahead(bare), NOW, 0.0)
    assert [part.code for part in parts] == ["source", "tries", "clock", "weekday", "later"]
    assert parts[0].says == "Trade show"
    assert parts[0].value > explained(ODDS, make_ahead(bare), NOW, 0.0)[0].value


@given(traits=TRAITS, now=MOMENTS)
def test_parts_add_up_to_the_index_after_calls_taught_of_everybody(
    traits: Traits, now: datetime
) -> None:
    """Q3: nothing is lost where parts are told as one."""
    odds, ahead = _taught(), make_ahead(traits, now)
    parts = explained(odds, ahead, now, 0.02)
    whole = index_of(odds, ahead, now, 0.02)
    assert sum(part.value for part in parts) == pytest.approx(whole, rel=1e-9, abs=1e-15)
    assert len({part.code for part in parts}) == len(parts)
    assert priority_of(parts).points == sum(part.points for part in priority_of(parts).reasons)


def test_the_headline_is_what_sets_a_lead_apart() -> None:
    """Q3: after some calls every lead had “Kind of line not known” for its first reason."""
    asked = Traits(source=SourceType.TRADE_SHOW, asked=True)
    first = priority_of(explained(_taught(), make_ahead(asked), NOW, 0.0)).why_now[0]
    assert first.says == "Asked for a call"


@pytest.mark.parametrize(
    ("minutes", "rate"),
    [(0.0, 0.03), (50.0, 0.03), (150.0, 0.02), (10_000.0, 0.0)],
)
def test_the_going_rate_is_that_of_the_last_lead_there_is_time_for(
    minutes: float, rate: float
) -> None:
    offers = [(0.01, 500.0), (0.03, 100.0), (0.02, 200.0)]
    assert going_rate(offers, minutes) == rate


def test_a_floor_without_leads_or_callers_has_a_rate_too() -> None:
    assert going_rate([], 0.0) == 0.0
    assert going_rate([], 100.0) == 0.0


@given(back=st.integers(1, 5000))
def test_a_clock_that_went_back_makes_interest_new_not_negative(back: int) -> None:
    """A clock that jumps changes the order, and breaks nothing."""
    assert hours_since(NOW + timedelta(hours=back), NOW) == 0.0
    ahead = make_ahead(Traits(source=SourceType.CONTACT_FORM, anchor=NOW + timedelta(hours=back)))
    new = make_ahead(Traits(source=SourceType.CONTACT_FORM, anchor=NOW))
    assert index_of(ODDS, ahead, NOW, 0.0) == index_of(ODDS, new, NOW, 0.0)


def test_open_hours_that_have_passed_are_nothing_ahead() -> None:
    """After a jump of the clock the stored hours may all lie behind."""
    ahead = make_ahead()
    then = NOW + timedelta(days=30)
    assert index_of(ODDS, ahead, then, 0.0) == simple_index(ODDS, ahead, then)
    assert times_ahead(ahead.opens, BERLIN, then) == ()


def test_the_times_ahead_are_the_parts_of_each_working_day() -> None:
    times = times_ahead(opens_from(NOW), BERLIN, NOW)
    assert len(times) == MOST_TIMES
    today = [(time.part, time.hour) for time in times if time.day == 0]
    assert today == [(1, 12), (2, 14), (3, 16)]
    tomorrow = [(time.part, time.weekday) for time in times if time.day == 1]
    assert tomorrow == [(0, 2), (1, 2), (2, 2), (3, 2)]
    assert all(first.hours < second.hours for first, second in pairwise(times))
    assert {time.weekday for time in times} <= set(range(5))


def test_the_parts_of_a_day_are_those_of_the_campaign() -> None:
    times = times_ahead(opens_from(NOW), BERLIN, NOW, (13 * 60,))
    assert [time.part for time in times if time.day == 1] == [0, 1]


def test_many_small_openings_are_counted_no_further_than_a_week() -> None:
    every = tuple(
        Interval(
            opens_at=NOW + timedelta(hours=hour), closes_at=NOW + timedelta(hours=hour, minutes=20)
        )
        for hour in range(500)
    )
    assert len(times_ahead(every, BERLIN, NOW)) == MOST_TIMES


@given(
    chances_then=st.lists(st.floats(0.001, 0.9), max_size=20),
    tries=st.lists(st.floats(0.1, 1.2), max_size=4),
    rate=RATES,
)
def test_more_time_and_more_tries_are_never_worth_less(
    chances_then: list[float], tries: list[float], rate: float
) -> None:
    costs = Costs(2.0, 8.0, rate, 0.9)
    tries = sorted(tries, reverse=True)
    qualifies = [0.2] * len(chances_then)
    worth = worth_later(chances_then, qualifies, tries, costs)
    assert 0.0 <= worth <= 0.2
    assert worth >= worth_later(chances_then[:-1], qualifies[:-1], tries, costs)
    assert worth >= worth_later(chances_then, qualifies, tries[:-1], costs) - CLOSE
    assert worth >= worth_later(chances_then, qualifies, tries, costs._replace(rate=rate + 0.1))


def test_what_waits_is_called_at_its_best_hour() -> None:
    """One try, two times ahead: it is worth what the better of them brings."""
    costs = Costs(2.0, 8.0, 0.0, 0.9)
    assert worth_later([0.1, 0.3], [0.5, 0.5], [1.0], costs) == pytest.approx(0.15)
    # With a second try the first time is used too.
    assert worth_later([0.1, 0.3], [0.5, 0.5], [1.0, 1.0], costs) == pytest.approx(0.185)


def test_what_was_learned_moves_the_index_and_so_does_an_edited_belief() -> None:
    beliefs = shipped_beliefs()
    traits = Traits(source=SourceType.LIST)
    seen = [Tally(traits=traits, hour=10, weekday=1, part=0, dials=400, answered=200, qualified=80)]
    taught = Odds(beliefs, learn(beliefs, seen))
    ahead = make_ahead(traits)
    assert simple_index(taught, ahead, NOW) > 2 * simple_index(ODDS, ahead, NOW)
    doubled = replace(beliefs, answer={**beliefs.answer, "source": {"list": 0.16}})
    edited = Odds(doubled, taught.learned)
    assert chances(edited, ahead, NOW)[0] > chances(taught, ahead, NOW)[0]


def test_a_kind_hardly_called_is_tried_for_a_quarter_of_each_hour() -> None:
    """A wrong belief about it would otherwise never be found out."""
    beliefs = shipped_beliefs()
    show = Traits(source=SourceType.TRADE_SHOW)
    seen = [Tally(traits=show, hour=10, weekday=1, part=0, dials=2000, answered=260)]
    taught = Odds(beliefs, learn(beliefs, seen))
    quarters = [NOW.replace(minute=minute) for minute in (0, 15, 30, 45)]
    bought = Traits(source=SourceType.LIST)
    assert sorted(taught.curious(bought, now) for now in quarters) == [1, 1, 1, 10]
    assert [taught.curious(show, now) for now in quarters] == [1, 1, 1, 1]
    now = next(now for now in quarters if taught.curious(bought, now) > 1)
    ahead = make_ahead(bought, now)
    says = {part.code: part for part in explained(taught, ahead, now, 0.0)}
    assert says["curious"].says == "Few of these were called so far"
    assert sum(part.value for part in says.values()) == pytest.approx(
        index_of(taught, ahead, now, 0.0)
    )


def test_neither_a_new_floor_nor_a_giveaway_is_a_reason_for_curiosity() -> None:
    """Q2: giveaways come last whatever there is to find out."""
    beliefs = shipped_beliefs()
    show = Traits(source=SourceType.TRADE_SHOW)
    gift = replace(show, interest=Interest.GIVEAWAY)
    quarters = [NOW.replace(minute=minute) for minute in (0, 15, 30, 45)]
    few = Odds(beliefs, learn(beliefs, [Tally(traits=show, hour=9, weekday=1, part=0, dials=40)]))
    many = Odds(
        beliefs, learn(beliefs, [Tally(traits=show, hour=9, weekday=1, part=0, dials=4000)])
    )
    for now in quarters:
        assert ODDS.curious(show, now) == few.curious(Traits(), now) == 1
        assert many.curious(gift, now) == 1


def test_a_campaign_that_counts_nothing_stands_at_nought() -> None:
    ahead = make_ahead(weight=0.0)
    assert index_of(ODDS, ahead, NOW, 0.1) == 0.0
    assert [part.value for part in explained(ODDS, ahead, NOW, 0.1)] == [0.0]
