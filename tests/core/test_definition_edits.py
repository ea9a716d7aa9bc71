"""Small changes to a definition: ids stay, and what hung on something that went goes with it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from definition_makers import SCRIPT, TIER, VERSION_3, criterion
from qualdesk.core.criteria import Definition
from qualdesk.core.definition_edits import (
    added,
    added_tier,
    copied,
    moved,
    with_criterion,
    with_tier,
    without,
    without_tier,
)
from qualdesk.core.document_checks import definition_problems


def ids(definition: Definition) -> list[str]:
    return [one.id for one in definition.criteria]


@given(st.sampled_from([one.id for one in VERSION_3.criteria]), st.integers(-3, 12))
def test_a_moved_criterion_stands_where_it_was_put_and_nothing_else_changes(
    one: str, to: int
) -> None:
    now = moved(VERSION_3, one, to)
    assert ids(now).index(one) == min(max(to, 0), len(VERSION_3.criteria) - 1)
    assert sorted(ids(now)) == sorted(ids(VERSION_3))
    others = [each for each in ids(VERSION_3) if each != one]
    assert [each for each in ids(now) if each != one] == others


def test_a_criterion_that_goes_goes_from_the_tiers_as_well() -> None:
    now = without(replace(VERSION_3, tiers=(TIER,)), "role")
    assert "role" not in ids(now)
    assert now.tiers[0].must_haves == ("wants_call",)


def test_a_copy_stands_below_under_an_id_of_its_own() -> None:
    first, new = copied(VERSION_3, "date")
    again, newer = copied(first, "date")
    assert (new, newer) == ("date_2", "date_3")
    assert ids(again)[2:5] == ["date", "date_3", "date_2"]
    assert copied(VERSION_3, "gone") == (VERSION_3, "")


def test_a_new_criterion_asks_what_no_other_asks_yet() -> None:
    now, new = added(VERSION_3, SCRIPT)
    assert new == "sites"
    assert now.criteria[-1].question == "sites"
    assert now.criteria[-1].label == "How many sites?"
    assert definition_problems(now) == []
    bare, unnamed = added(VERSION_3, None)
    assert unnamed == "criterion"
    assert bare.criteria[-1].label == ""


def test_a_script_that_is_used_up_gives_its_first_question_again() -> None:
    definition = VERSION_3
    for _ in range(4):
        definition, new = added(definition, SCRIPT)
    assert new == "need_3"
    assert len(set(ids(definition))) == len(ids(definition))


def test_what_is_written_takes_the_place_of_what_had_its_id() -> None:
    other = criterion("date", "When", "date", 11)
    assert with_criterion(VERSION_3, other).criteria[2] == other
    unknown = criterion("gone", "Gone", "date", 11)
    assert with_criterion(VERSION_3, unknown) == VERSION_3


def test_a_tier_is_added_with_the_yes_to_a_call_changed_and_taken_out() -> None:
    first, tier = added_tier(VERSION_3)
    assert (tier.id, tier.threshold, tier.must_haves) == ("tier", 35, ("wants_call",))
    second, other = added_tier(first)
    assert other.id == "tier_2"
    named = with_tier(second, replace(tier, label="Early"))
    assert [one.label for one in named.tiers] == ["Early", ""]
    assert [one.id for one in without_tier(named, "tier").tiers] == ["tier_2"]
