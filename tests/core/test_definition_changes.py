"""What changes from one version of a definition to the next, as it is read before signing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core.conditions import All, Answered, Condition, Equals, Less, More, Not, OneOf
from qualdesk.core.definition import Criterion, Definition, Level, Tier, judge
from qualdesk.core.definition_changes import compare_definitions, rule_words
from qualdesk.core.scripts import Answer, QuestionId
from script_makers import (
    answer_sets,
    criteria,
    make_definition,
    make_question,
    make_script,
    tiers,
)

SCRIPT = make_script()
WAS = make_definition()
NEED, ROLE, CALL, TODAY, SITES = WAS.criteria
TIER = Tier(id="near", label="Nearly", threshold=30, must_haves=("role", "call"), means="a talk")


def told(now: Definition, was: Definition = WAS) -> list[tuple[str, str, str]]:
    """The changes as they are read: what, how it was, how it is."""
    return [(one.label, one.was, one.now) for one in compare_definitions(was, now, SCRIPT)]


def with_role(**other: Any) -> Definition:
    return make_definition(NEED, replace(ROLE, **other), CALL, TODAY, SITES)


def test_the_same_words_do_not_change_whatever_their_number_and_signatures() -> None:
    assert told(replace(WAS, version=9)) == []


@pytest.mark.parametrize(
    ("other", "change"),
    [
        ({"threshold": 60}, ("Points needed", "50", "60")),
        ({"name": "Ours"}, ("Name", "Rule", "Ours")),
        ({"review_on": date(2026, 6, 1)}, ("Review", "no day", "Mon 1 Jun 2026")),
        ({"tiers": (TIER,)}, ("Nearly", "", "30 points")),
    ],
)
def test_the_bar_is_compared(other: dict[str, Any], change: tuple[str, str, str]) -> None:
    assert told(replace(WAS, **other)) == [change]


@pytest.mark.parametrize(
    ("other", "change"),
    [
        ({"points": 25}, ("Role", "20 points", "25 points")),
        ({"points": 1}, ("Role", "20 points", "1 point")),
        ({"must_have": False}, ("Role, weight", "must have", "helps")),
        ({"label": "Part"}, ("Part, name", "Role", "Part")),
        ({"question": QuestionId("sites")}, ("Role, question", "Role", "Sites")),
        ({"means": "a"}, ("Role, meaning", "a or b", "a")),
        ({"ask": "Who?"}, ("Role, how to ask", "Which part?", "Who?")),
        ({"group": "people"}, ("Role, stands for", "itself", "people")),
        ({"not_a_fit_when": None}, ("Role, not a fit when", "Label c", "never")),
        ({"levels": ()}, ("Role, degrees", "Label c: -15 points", "")),
        # More or fewer answers: only those are said.
        (
            {"met_when": OneOf(question="role", values=("a", "b", "c"))},
            ("Role", "without Label c", "with Label c"),
        ),
        (
            {"met_when": Equals(question="role", value="a")},
            ("Role", "with Label b", "without Label b"),
        ),
        (
            {"met_when": Equals(question="role", value="c")},
            ("Role", "Label a or Label b", "Label c"),
        ),
        ({"met_when": None}, ("Role", "Label a or Label b", "any answer")),
    ],
)
def test_a_criterion_is_compared_in_words(
    other: dict[str, Any], change: tuple[str, str, str]
) -> None:
    assert change in told(with_role(**other))
    if "question" not in other:
        assert len(told(with_role(**other))) == 1


def test_a_new_criterion_and_one_that_went_say_what_they_are_worth() -> None:
    new = Criterion(id="who", label="Named someone else", question=QuestionId("who"), points=5)
    now = make_definition(NEED, ROLE, CALL, SITES, new)
    assert told(now) == [("Named someone else", "", "5 points"), ("Today", "10 points", "")]
    (gone,) = compare_definitions(WAS, make_definition(ROLE, CALL, TODAY, SITES), SCRIPT)
    assert (gone.place, gone.was, gone.now) == ("criteria.need", "must have, 30 points", "")


def test_another_order_is_said_since_it_is_signed_too() -> None:
    assert told(make_definition(ROLE, NEED, CALL, TODAY, SITES)) == [
        (
            "Order of the criteria",
            "Need, Role, Wants a call, Today, Sites",
            "Role, Need, Wants a call, Today, Sites",
        )
    ]


def test_tiers_are_compared() -> None:
    was = replace(WAS, tiers=(TIER,))
    other = replace(TIER, threshold=35, must_haves=("call",), means="")
    assert told(replace(WAS, tiers=(other,)), was) == [
        ("Nearly, points needed", "30", "35"),
        ("Nearly, needs", "Role and Wants a call", "Wants a call"),
        ("Nearly, meaning", "a talk", ""),
    ]
    assert told(WAS, was) == [("Nearly", "30 points", "")]
    two = (TIER, replace(TIER, id="far", label="Far"))
    assert told(replace(WAS, tiers=two[::-1]), replace(WAS, tiers=two)) == [
        ("Order of the tiers", "Nearly, Far", "Far, Nearly")
    ]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (None, "any answer"),
        (Answered(question="sites"), "any answer"),
        (More(question="sites", than=2), "more than 2 sites"),
        (Less(question="sites", than=2), "less than 2 sites"),
        (Equals(question="sites", value=2), "2 sites"),
        (Not(part=Equals(question="sites", value=2)), "not 2 sites"),
        (OneOf(question="sites", values=(1, 2, 3)), "1 sites, 2 sites or 3 sites"),
        (Equals(question="role", value="a"), "Role is Label a"),
        (
            All(parts=(More(question="sites", than=2), Answered(question="need"))),
            "Sites is more than 2 sites and Need has an answer",
        ),
    ],
)
def test_a_rule_reads_in_words(rule: Condition | None, says: str) -> None:
    script = make_script(
        fit=[make_question("role", "choice"), make_question("sites", "number", unit="sites")]
    )
    assert rule_words(replace(SITES, met_when=rule), script) == says


def test_a_rule_reads_without_a_script_by_its_values() -> None:
    assert rule_words(ROLE) == "a or b"
    assert [(one.was, one.now) for one in compare_definitions(WAS, with_role(met_when=None))] == [
        ("a or b", "any answer")
    ]


some = st.lists(criteria, min_size=1, max_size=4, unique_by=lambda one: one.id).map(tuple)
definitions = st.builds(
    lambda those, ways, threshold: make_definition(*those, threshold=threshold, tiers=ways),
    some,
    st.lists(tiers, max_size=2, unique_by=lambda one: one.id).map(tuple),
    st.integers(1, 99),
)


@settings(max_examples=20)
@given(definitions, definitions, answer_sets())
def test_definitions_without_a_change_judge_alike(
    one: Definition, other: Definition, answers: dict[QuestionId, Answer]
) -> None:
    """Nobody signs a change that is not shown."""
    assert compare_definitions(one, replace(one, version=8), SCRIPT) == ()
    changes = compare_definitions(one, other, SCRIPT)
    if not changes:
        assert judge(one, SCRIPT, answers) == judge(other, SCRIPT, answers)
    back = compare_definitions(other, one, SCRIPT)
    assert len(changes) == len(back)
    assert all(change.was != change.now for change in changes)


@settings(max_examples=20)
@given(some, st.data())
def test_any_other_points_or_weight_is_a_change(
    those: tuple[Criterion, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(those) - 1))
    was = those[place]
    now = data.draw(
        st.sampled_from(
            [
                replace(was, points=was.points + 1),
                replace(was, must_have=not was.must_have),
                replace(was, levels=(*was.levels, Level(when=Answered(question="x"), points=1))),
                replace(was, group="another"),
            ]
        )
    )
    changed = (*those[:place], now, *those[place + 1 :])
    places = [
        one.place
        for one in compare_definitions(make_definition(*those), make_definition(*changed), SCRIPT)
    ]
    assert len(places) == 1
    assert places[0].startswith(f"criteria.{was.id}.")
