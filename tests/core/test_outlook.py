"""What leads alike share is found once, and changes nothing about any of them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_makers import BERLIN, MOMENTS, NOW, TRAITS, ZONES, make_ahead
from qualdesk.core.index import Odds, Outlook, chances, explained, index_of, simple_index
from qualdesk.core.traits import Traits
from qualdesk.core.waiting import MOST_TRIES, Costs, worth_later, worth_left
from qualdesk.files.beliefs import shipped_beliefs

ODDS = Odds(shipped_beliefs())
CHANCES = st.lists(st.tuples(st.floats(0.01, 0.9), st.floats(0.01, 0.9)), max_size=6)


@given(
    all_traits=st.lists(st.tuples(TRAITS, st.integers(0, 6)), min_size=1, max_size=8),
    now=MOMENTS,
    zone=st.sampled_from(ZONES),
    rate=st.floats(0.0, 0.05),
)
def test_an_index_is_the_same_whoever_else_was_looked_at(
    all_traits: list[tuple[Traits, int]], now: datetime, zone: str, rate: float
) -> None:
    leads = [make_ahead(traits, now, zone, tries_left=left) for traits, left in all_traits]
    shared = Outlook(ODDS, leads[0], now)
    for one in leads:
        assert index_of(ODDS, one, now, rate, shared) == index_of(ODDS, one, now, rate)
        assert simple_index(ODDS, one, now, shared) == simple_index(ODDS, one, now)
        assert shared.chances(one.traits) == chances(ODDS, one, now)


@given(traits=TRAITS, now=MOMENTS)
def test_the_steps_of_a_call_multiply_to_its_chances(traits: Traits, now: datetime) -> None:
    outlook = Outlook(ODDS, make_ahead(traits, now), now)
    answer = qualify = 1.0
    for step in outlook.steps(traits):
        answer *= step.answer
        qualify *= step.qualify
    found = outlook.chances(traits)
    assert found[:2] == pytest.approx((min(answer, ODDS.beliefs.cap), min(qualify, 1.0)))


def test_to_explain_an_index_leaves_what_is_kept_as_it_was() -> None:
    """What an endless window would bring is worked out beside, not kept."""
    closing = make_ahead(closes_at=NOW.replace(hour=14), zone=BERLIN)
    outlook = Outlook(ODDS, closing, NOW)
    before = index_of(ODDS, closing, NOW, 0.01, outlook)
    assert outlook.share_of_now(closing, 0.01, outlook.times[:1]) != 0
    assert index_of(ODDS, closing, NOW, 0.01, outlook) == before
    parts = explained(ODDS, closing, NOW, 0.01)
    assert sum(part.value for part in parts) == pytest.approx(before)


@given(
    chances=CHANCES,
    tries=st.lists(st.floats(0.2, 1.5), max_size=MOST_TRIES + 1),
    rate=st.floats(0.0, 0.1),
)
def test_looking_back_once_finds_what_looking_back_twice_does(
    chances: list[tuple[float, float]], tries: list[float], rate: float
) -> None:
    answers, qualifies = [one for one, _ in chances], [other for _, other in chances]
    costs = Costs(2.0, 8.0, rate, 0.9)
    alone, failed = worth_left(answers, qualifies, tries, costs)
    assert alone == pytest.approx(worth_later(answers, qualifies, tries[:MOST_TRIES], costs))
    assert failed == pytest.approx(worth_later(answers, qualifies, tries[1:], costs))
