"""How a question does, counted from what was answered."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.asked import Asked, QuestionFacts, facts_of
from qualdesk.core.conditions import AnswerValue
from script_makers import answer, make_options, make_question

ROLE = make_question("role", "choice", options=make_options("decides", "asked"))


def asked(value: AnswerValue = None, seconds: float | None = None, **more: bool | str) -> Asked:
    took = None if seconds is None else timedelta(seconds=seconds)
    return Asked(answer=answer("role", value, **more), took=took)


def test_asked_answered_and_not_known_are_counted_apart() -> None:
    put = [asked("decides"), asked(does_not_know=True), asked(words="my boss and me")]
    facts = facts_of(ROLE, 5, put)
    assert (facts.calls, facts.asked, facts.answered, facts.does_not_know) == (5, 3, 2, 1)


def test_the_time_to_answer_is_the_one_in_the_middle() -> None:
    facts = facts_of(ROLE, 4, [asked("decides", s) for s in (3, 600, 12)] + [asked("asked")])
    assert facts.median_seconds == 12
    assert facts_of(ROLE, 1, [asked("decides")]).median_seconds is None


def test_every_option_has_its_count_also_none_and_also_one_that_is_gone() -> None:
    facts = facts_of(ROLE, 3, [asked("asked"), asked("asked"), asked("recommends")])
    assert facts.spread == (("Label decides", 0), ("Label asked", 2), ("recommends", 1))


def test_several_chosen_count_each() -> None:
    several = make_question("sites", "choices", options=make_options("uk", "de"))
    facts = facts_of(several, 2, [asked(("uk", "de")), asked(("de",))])
    assert facts.spread == (("Label uk", 1), ("Label de", 2))


@pytest.mark.parametrize("kind", ["words", "number", "date", "person"])
def test_what_is_not_chosen_from_options_has_no_spread(kind: str) -> None:
    assert facts_of(make_question("need", kind), 1, [asked("a line")]).spread == ()


def test_yes_and_no_spread_too() -> None:
    assert facts_of(make_question("sure", "yes_no"), 1, [asked("no")]).spread == (
        ("Yes", 0),
        ("No", 1),
    )


def test_below_ten_calls_there_are_counts_and_no_percentages() -> None:
    few = facts_of(ROLE, 9, [asked("decides", 4)] * 3)
    assert not few.is_enough
    assert few.lines == (
        "Asked in 3 of 9 calls.",
        "Answered 3, not known 0.",
        "Time to answer: 4 s in the middle.",
        "Label decides: 3",
        "Label asked: 0",
        "Too few calls to say more (9; 10 needed).",
    )
    enough = facts_of(ROLE, 10, [asked("decides")] * 9 + [asked(does_not_know=True)])
    assert enough.is_enough
    assert enough.lines[:2] == ("Asked in 100% of 10 calls.", "Answered 90%, not known 10%.")


def test_a_question_that_was_in_no_call_says_so() -> None:
    assert QuestionFacts().lines == ("It was in no call yet.",)
    assert facts_of(ROLE, 12, []).lines[0] == "Asked in 0% of 12 calls."


@given(
    put=st.lists(
        st.builds(
            asked,
            st.sampled_from([None, "decides", "asked"]),
            st.none() | st.floats(0, 900),
            does_not_know=st.booleans(),
        )
    ),
    more=st.integers(0, 20),
)
def test_no_count_is_larger_than_the_one_it_is_part_of(put: list[Asked], more: int) -> None:
    facts = facts_of(ROLE, len(put) + more, put)
    assert facts.answered + facts.does_not_know <= facts.asked <= facts.calls
    assert sum(count for _, count in facts.spread) <= facts.asked
    assert facts.lines
