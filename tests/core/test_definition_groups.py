"""Criteria that stand for each other, and tiers beside the main bar (F1)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core.conditions import Equals, More
from qualdesk.core.definition import (
    Criterion,
    Definition,
    FindingState,
    Level,
    Tier,
    Verdict,
    VerdictKind,
    judge,
)
from qualdesk.core.scripts import WANTS_CALL, Answer, QuestionId, live_answers
from script_makers import (
    answer,
    answer_sets,
    criteria,
    make_definition,
    make_question,
    make_script,
    said,
    tiers,
)

SCRIPT = make_script()
USUAL = make_definition().criteria
NEED, ROLE, CALL, TODAY, SITES = USUAL
WHO = Criterion(
    id="who", label="Named someone", question=QuestionId("who"), must_have=True, points=12,
    means="a name", ask="Who else is in it?",
)  # fmt: skip
EITHER = (replace(NEED, group="interest"), replace(WHO, group="interest"), ROLE, CALL, TODAY, SITES)
NO_NEED_YET = Tier(
    id="no_need_yet", label="Right person, no need yet", threshold=25, must_haves=("role", "call")
)


def verdict(definition: Definition, **answers: Any) -> Verdict:
    return judge(definition, SCRIPT, said(**answers))


@pytest.mark.parametrize(
    ("answers", "met", "points"),
    [
        ({}, 0, 0),
        ({"need": "x"}, 1, 30),
        ({"who": "Kim"}, 1, 12),
        ({"need": "x", "who": "Kim"}, 1, 30),
        ({"role": "a", "who": "Kim"}, 2, 32),
    ],
)
def test_a_group_is_one_must_have_and_its_best_points_count_once(
    answers: dict[str, Any], met: int, points: int
) -> None:
    found = verdict(make_definition(*EITHER), **answers)
    assert (found.must_haves_met, found.must_haves, found.points) == (met, 3, points)


def test_one_of_a_group_is_enough_to_qualify() -> None:
    found = verdict(make_definition(*EITHER, threshold=37), who="Kim", role="a", wants_call="yes")
    assert found.kind is VerdictKind.QUALIFIED
    assert found.sentence == "All 3 must-haves are met, with 37 points; 37 are needed."


def test_the_most_a_lead_can_have_counts_a_group_once() -> None:
    assert make_definition(*EITHER).most == make_definition(*USUAL).most == 80


def test_what_is_open_in_a_group_is_asked_once_under_all_its_names() -> None:
    found = verdict(make_definition(*EITHER), role="a")
    assert [one.label for one in found.missing] == [
        "Need or Named someone",
        "Wants a call",
        "Today",
        "Sites",
    ]
    assert found.missing[0].ask == "What are they working on?"
    assert found.sentence == "2 must-haves are open: Need or Named someone and Wants a call."


def test_a_group_that_is_met_asks_only_for_what_is_worth_more() -> None:
    by_less = verdict(make_definition(*EITHER), who="Kim", role="a")
    assert [(one.id, one.must_have) for one in by_less.missing] == [
        ("call", True),
        ("need", False),
        ("today", False),
        ("sites", False),
    ]
    by_more = verdict(make_definition(*EITHER), need="x", role="a")
    assert "who" not in [one.id for one in by_more.missing]


def test_a_better_answer_in_a_met_group_closes_a_gap_by_the_difference() -> None:
    found = verdict(
        make_definition(*EITHER, threshold=54), who="Kim", role="a", wants_call="yes", today="x"
    )
    # 12 of the group, 20, 5 and 10 are 47. A need is worth 30, so 18 more.
    assert found.sentence == "7 points short of 54: Need or Sites would close the gap."


def test_a_group_fails_only_when_all_of_it_fails() -> None:
    both = (
        replace(ROLE, group="part", not_a_fit_when=None, levels=()),
        replace(SITES, group="part", must_have=True),
        CALL,
    )
    one_left = verdict(make_definition(*both, threshold=10), role="c")
    assert one_left.sentence == "2 must-haves are open: Role or Sites and Wants a call."
    none_left = verdict(make_definition(*both, threshold=10), role="c", sites=1)
    assert none_left.sentence == "Role or Sites is not met."


def test_a_group_that_is_not_known_says_so_under_all_its_names() -> None:
    found = verdict(
        make_definition(*EITHER, threshold=10),
        need=answer("need", does_not_know=True),
        who=answer("who", does_not_know=True),
        role="a",
        wants_call="yes",
    )
    assert found.sentence == (
        "Need or Named someone is not known. Ask once more, or ask someone who knows."
    )


def test_what_rules_a_lead_out_does_so_in_a_group_as_well() -> None:
    both = (replace(ROLE, group="part"), replace(SITES, group="part"), CALL)
    found = verdict(make_definition(*both, threshold=1), role="c", sites=9, wants_call="yes")
    assert found.kind is VerdictKind.NOT_A_FIT


def test_points_against_count_in_a_group_until_a_better_answer_is_there() -> None:
    against = Level(when=Equals(question="role", value="c"), points=-15)
    both = (
        replace(ROLE, group="part", not_a_fit_when=None, levels=(against,)),
        replace(SITES, group="part"),
    )
    assert verdict(make_definition(*both), role="c").points == -15
    assert verdict(make_definition(*both), role="c", sites=9).points == 15


def test_a_tier_qualifies_where_the_main_bar_is_not_reached() -> None:
    wanted = make_definition(*USUAL, tiers=(NO_NEED_YET,))
    found = verdict(wanted, role="a", wants_call="yes")
    assert (found.kind, found.tier, found.tier_label) == (
        VerdictKind.QUALIFIED,
        "no_need_yet",
        "Right person, no need yet",
    )
    assert (found.threshold, found.must_haves_met, found.must_haves) == (25, 2, 2)
    assert found.sentence == (
        "Qualified as “Right person, no need yet”, with 25 points; 25 are needed. For the main "
        "bar: One must-have is open: Need. What are they working on?"
    )


def test_the_main_bar_goes_before_every_tier() -> None:
    found = verdict(
        make_definition(*USUAL, tiers=(NO_NEED_YET,)), need="x", role="a", wants_call="yes"
    )
    assert (found.kind, found.tier, found.threshold) == (VerdictKind.QUALIFIED, "", 50)


def test_the_first_tier_that_is_reached_counts() -> None:
    loose = replace(NO_NEED_YET, id="loose", label="Anybody", threshold=5, must_haves=("call",))
    wanted = make_definition(*USUAL, tiers=(NO_NEED_YET, loose))
    assert verdict(wanted, role="a", wants_call="yes").tier == "no_need_yet"
    assert verdict(wanted, wants_call="yes").tier == "loose"


@pytest.mark.parametrize("answers", [{"wants_call": "no"}, {}])
def test_no_tier_hands_over_who_did_not_say_yes_to_a_call(answers: dict[str, str]) -> None:
    """D3 and the rulings: tiers decide what kind of hand-off, never whether they are asked."""
    tier = replace(NO_NEED_YET, must_haves=("role",), threshold=5)
    found = verdict(make_definition(*USUAL, tiers=(tier,)), role="a", **answers)
    assert (found.kind, found.tier) == (VerdictKind.NURTURE, "")


def test_no_tier_takes_whom_an_answer_rules_out() -> None:
    tier = replace(NO_NEED_YET, must_haves=("call",), threshold=1)
    found = verdict(make_definition(*USUAL, tiers=(tier,)), need="x", role="c", wants_call="yes")
    assert found.kind is VerdictKind.NOT_A_FIT


def test_a_tier_that_needs_what_is_not_there_is_never_reached() -> None:
    tier = replace(NO_NEED_YET, must_haves=("call", "gone"), threshold=1)
    found = verdict(make_definition(*USUAL, tiers=(tier,)), role="a", wants_call="yes")
    assert found.kind is VerdictKind.NURTURE


def test_a_tier_may_need_any_one_of_a_group() -> None:
    tier = replace(NO_NEED_YET, must_haves=("who", "call"), threshold=10)
    wanted = make_definition(*EITHER, threshold=70, tiers=(tier,))
    assert verdict(wanted, need="x", wants_call="yes").tier == "no_need_yet"


@pytest.mark.parametrize(
    ("answers", "hint"),
    [
        (
            {"need": answer("need", does_not_know=True)},
            "“Right person, no need yet” is still open: Role and Wants a call.",
        ),
        (
            {"need": answer("need", does_not_know=True), "role": "a"},
            "“Right person, no need yet” is still open: Wants a call.",
        ),
    ],
)
def test_where_the_main_bar_is_out_of_reach_the_sentence_names_the_tier_that_is_not(
    answers: dict[str, Any], hint: str
) -> None:
    found = verdict(make_definition(*USUAL, tiers=(NO_NEED_YET,)), **answers)
    assert found.kind is VerdictKind.NURTURE
    assert found.sentence.endswith(hint)


def test_points_that_a_tier_still_lacks_are_named() -> None:
    need_less = make_definition(*USUAL, tiers=(replace(NO_NEED_YET, threshold=40),))
    asked = {"need": answer("need", does_not_know=True), "role": "a", "wants_call": "yes"}
    assert verdict(need_less, **asked).sentence.endswith(
        "“Right person, no need yet” is still open: Sites would close the gap."
    )


def test_no_tier_is_offered_while_the_main_bar_can_be_reached() -> None:
    found = verdict(make_definition(*USUAL, tiers=(NO_NEED_YET,)), role="a")
    assert "no need yet" not in found.sentence


def test_no_tier_is_offered_that_cannot_be_reached_either() -> None:
    wanted = make_definition(*USUAL, threshold=90, tiers=(replace(NO_NEED_YET, threshold=85),))
    assert "no need yet" not in verdict(wanted, need="x").sentence
    blocked = make_definition(ROLE, CALL, threshold=60, tiers=(NO_NEED_YET,))
    unknown = answer("role", does_not_know=True)
    assert "no need yet" not in verdict(blocked, role=unknown).sentence


some_criteria = st.lists(criteria, min_size=1, max_size=4).map(tuple)
some_answers = st.builds(
    lambda some, good: {**some, **good},
    answer_sets(),
    st.sampled_from([{}, said(wants_call="yes"), said(need="x", role="a", wants_call="yes")]),
)
_RANK = {VerdictKind.NOT_A_FIT: 0, VerdictKind.NURTURE: 1, VerdictKind.QUALIFIED: 2}


@settings(max_examples=25)
@given(some_criteria, some_answers, st.integers(1, 3), st.integers(0, 30))
def test_another_way_to_qualify_never_takes_one_away(
    some: tuple[Criterion, ...],
    answers: dict[QuestionId, Answer],
    count: int,
    threshold: int,
) -> None:
    """A tier adds leads, changes no points, and rules nobody in or out."""
    ways = tuple(
        Tier(
            id=f"way{way}",
            label=f"Way {way}",
            threshold=threshold,
            must_haves=tuple(one.id for one in some[:way]),
        )
        for way in range(count)
    )
    bare = make_definition(*some, threshold=10)
    found, wider = (judge(replace(bare, tiers=t), SCRIPT, answers) for t in ((), ways))
    assert _RANK[wider.kind] >= _RANK[found.kind]
    assert (wider.points, wider.findings) == (found.points, found.findings)
    if found.kind is not VerdictKind.NURTURE:
        assert (wider.kind, wider.tier, wider.sentence) == (found.kind, "", found.sentence)
    if wider.tier:
        assert answers[WANTS_CALL].value == "yes"
        assert wider.points >= wider.threshold
        assert wider.must_haves_met == wider.must_haves


@given(some_answers, st.integers(0, 60), st.booleans())
def test_one_more_way_to_meet_a_must_have_never_takes_a_lead_away(
    answers: dict[QuestionId, Answer], points: int, must: bool
) -> None:
    other = Criterion(
        id="more", label="More", question=QuestionId("sites"), must_have=must, points=points,
        met_when=More(question="sites", than=2), group="interest",
    )  # fmt: skip
    alone = (replace(NEED, group="interest"), *USUAL[1:])
    narrow = judge(make_definition(*alone), SCRIPT, answers)
    wide = judge(make_definition(*alone, other), SCRIPT, answers)
    assert _RANK[wide.kind] >= _RANK[narrow.kind]
    assert wide.points >= narrow.points
    assert (wide.must_haves, narrow.must_haves) == (3, 3)
    assert wide.must_haves_met >= narrow.must_haves_met


@settings(max_examples=20)
@given(some_criteria, some_answers, st.lists(tiers, max_size=2).map(tuple))
def test_what_was_said_on_a_path_not_taken_changes_nothing(
    some: tuple[Criterion, ...], answers: dict[QuestionId, Answer], ways: tuple[Tier, ...]
) -> None:
    """Invariant 8, for groups and tiers as well."""
    script = make_script(
        fit=[
            make_question("role", "choice"),
            make_question("sites", "number", ask_when=Equals(question="role", value="b")),
        ]
    )
    definition = make_definition(*some, threshold=5, tiers=ways)
    live = live_answers(script, answers)
    assert judge(definition, script, answers) == judge(definition, script, live)


@given(some_criteria, some_answers)
def test_all_findings_are_weighed_once_and_agree_with_the_points(
    some: tuple[Criterion, ...], answers: dict[QuestionId, Answer]
) -> None:
    definition = make_definition(*some, threshold=5)
    found = judge(definition, SCRIPT, answers)
    weighed = [finding for one in found.weighed for finding in one.findings]
    assert sorted(map(id, weighed)) == sorted(map(id, found.findings))
    assert found.points == sum(one.points for one in found.weighed) <= definition.most
    assert found.must_haves == sum(one.must_have for one in found.weighed)
    for one in found.weighed:
        is_met = any(finding.state is FindingState.MET for finding in one.findings)
        assert (one.state is FindingState.MET) is is_met
        assert one.gain >= 0
