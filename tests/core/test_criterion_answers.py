"""A criterion as answers to choose: what is ticked judges as it says, and touches nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definition_makers import SCRIPT, criterion, one_of
from qualdesk.core.conditions import All, Answered, Equals, Less, More, Not, OneOf
from qualdesk.core.criteria import Criterion, Level
from qualdesk.core.criterion_answers import (
    Bound,
    answer_weights,
    bound_of,
    can_be_chosen,
    with_counts,
    with_points_of,
    with_question,
    with_ruled_out,
)
from qualdesk.core.questions import Question

ROLE = SCRIPT.question("role")
SITES = SCRIPT.question("sites")
assert ROLE is not None
assert SITES is not None
VALUES = [option.value for option in ROLE.choices]
some = st.sets(st.sampled_from(VALUES)).map(frozenset)
worth = st.dictionaries(st.sampled_from(VALUES), st.integers(-50, 50), max_size=4)


def role(**more: object) -> Criterion:
    return criterion("role", "Right person", "role", 15, **more)


def question(key: str) -> Question:
    found = SCRIPT.question(key)
    assert found is not None
    return found


@settings(max_examples=60, deadline=None)
@given(some, some, worth)
def test_what_is_chosen_is_what_is_judged(
    counts: frozenset[str], ruled: frozenset[str], points: dict[str, int]
) -> None:
    """For every answer alone: met, ruled out and worth what the editor shows."""
    found = with_ruled_out(with_counts(role(), ROLE, counts), ROLE, ruled)
    for value, given_points in points.items():
        found = with_points_of(found, ROLE, value, given_points, "so much")
    for weight in answer_weights(found, ROLE):
        values = {"role": weight.value}
        assert weight.counts is (weight.value in counts) is found.is_met(values)
        assert weight.rules_out is (weight.value in ruled) is found.rules_out(values)
        assert weight.points == points.get(weight.value)
        own = 15 if weight.value in counts else 0
        assert found.points_for(values) == points.get(weight.value, own)
    assert can_be_chosen(found, ROLE)


def test_ticking_what_is_ticked_changes_nothing() -> None:
    """A rule that says the same in other words must not look like a change to who signs."""
    said = role(
        met_when=Not(part=Equals(question="role", value="outside")),
        not_a_fit_when=Equals(question="role", value="outside"),
        levels=(Level(when=one_of("role", "uses"), points=3, means="asked"),),
    )
    assert with_counts(said, ROLE, {"decides", "recommends", "uses"}) is said
    assert with_ruled_out(said, ROLE, {"outside"}) is said
    assert with_points_of(said, ROLE, "uses", 3, "asked") is said
    assert with_points_of(said, ROLE, "decides", None, "left over") is said


def test_all_answers_are_any_answer_and_none_is_never() -> None:
    assert with_counts(role(met_when=one_of("role", "uses")), ROLE, VALUES).met_when is None
    never = with_counts(role(), ROLE, ())
    assert not any(never.is_met({"role": value}) for value in VALUES)


def test_answers_worth_the_same_stand_in_one_level() -> None:
    first = with_points_of(role(), ROLE, "uses", 4, "asked")
    both = with_points_of(first, ROLE, "outside", 4, "asked")
    assert both.levels == (Level(when=one_of("role", "uses", "outside"), points=4, means="asked"),)
    assert with_points_of(both, ROLE, "uses", None).levels == (
        Level(when=Equals(question="role", value="outside"), points=4, means="asked"),
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"met_when": Equals(question="date", value="3")},
        {"met_when": All(parts=(Answered(question="role"),))},
        {"levels": (Level(when=Equals(question="money", value="set"), points=1),)},
        {"not_a_fit_when": Not(part=All(parts=()))},
    ],
)
def test_what_hangs_on_more_than_one_answer_is_not_chosen_but_said(
    changed: dict[str, object],
) -> None:
    assert not can_be_chosen(role(**changed), ROLE)


def test_a_number_is_bounded_on_one_side_or_not_at_all() -> None:
    assert bound_of(None, "sites") == bound_of(Answered(question="sites"), "sites") == Bound()
    assert bound_of(More(question="sites", than=2), "sites") == Bound(than=2)
    assert bound_of(Less(question="sites", than=2), "sites") == Bound(than=2, is_above=False)
    assert bound_of(More(question="other", than=2), "sites") is None
    assert bound_of(OneOf(question="sites", values=(1, 2)), "sites") is None
    assert Bound(than=2).condition("sites") == More(question="sites", than=2)
    assert Bound(than=2, is_above=False).condition("sites") == Less(question="sites", than=2)
    assert Bound().condition("sites") is None


def test_numbers_with_a_bound_can_be_chosen() -> None:
    number = criterion("sites", "Sites", "sites", 5, met_when=More(question="sites", than=2))
    assert can_be_chosen(number, SITES)
    assert answer_weights(number, SITES) == ()
    several = replace(number, met_when=OneOf(question="sites", values=(1, 2)))
    assert not can_be_chosen(several, SITES)


def test_another_question_takes_its_own_answers() -> None:
    said = role(met_when=one_of("role", "uses"), levels=(), not_a_fit_when=one_of("role", "uses"))
    now = with_question(said, question("money"))
    assert (now.id, now.question, now.met_when, now.not_a_fit_when) == ("role", "money", None, None)
    assert now.ask == "Has money been set aside?"
    call = with_question(said, question("wants_call"))
    assert call.met_when == Equals(question="wants_call", value="yes")
    assert with_question(said, ROLE) is said
