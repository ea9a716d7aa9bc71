import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.conditions import (
    All,
    Answered,
    AnswerValue,
    AnyOf,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
    comparisons_in,
    holds,
    is_given,
    questions_in,
)
from script_makers import IDS, conditions, question_ids, values

answers = st.dictionaries(question_ids, values)


@given(conditions, answers)
def test_every_condition_has_an_answer_whatever_is_missing(
    condition: Condition, known: dict[str, AnswerValue]
) -> None:
    assert holds(condition, known) in (True, False)
    assert holds(condition, {}) in (True, False)


@given(conditions, answers)
def test_not_turns_every_condition_round(
    condition: Condition, known: dict[str, AnswerValue]
) -> None:
    assert holds(Not(part=condition), known) is not holds(condition, known)


@given(st.lists(conditions, max_size=4), answers)
def test_all_and_any_are_what_their_parts_are(
    parts: list[Condition], known: dict[str, AnswerValue]
) -> None:
    each = [holds(part, known) for part in parts]
    assert holds(All(parts=tuple(parts)), known) is all(each)
    assert holds(AnyOf(parts=tuple(parts)), known) is any(each)


@given(conditions, answers, values)
def test_only_the_questions_it_names_can_change_a_condition(
    condition: Condition, known: dict[str, AnswerValue], other: AnswerValue
) -> None:
    others = {question: other for question in IDS if question not in questions_in(condition)}
    assert holds(condition, {**known, **others}) is holds(
        condition, {key: value for key, value in known.items() if key not in others}
    )


@given(conditions)
def test_nothing_answered_makes_every_comparison_false(condition: Condition) -> None:
    for comparison in comparisons_in(condition):
        assert not holds(comparison, {})
        assert not holds(comparison, {comparison.question: None})
        assert not holds(comparison, {comparison.question: ""})
        assert not holds(comparison, {comparison.question: ()})


def test_no_condition_always_holds() -> None:
    assert holds(None, {})
    assert questions_in(None) == frozenset()


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (Answered(question="q"), 0, True),
        (Answered(question="q"), False, True),
        (Equals(question="q", value="a"), "a", True),
        (Equals(question="q", value="a"), "A", False),
        (Equals(question="q", value="a"), ("b", "a"), True),
        (Equals(question="q", value="3"), 3, False),
        (Equals(question="q", value=3), 3.0, True),
        (Equals(question="q", value=1), True, False),
        (Equals(question="q", value=True), 1, False),
        (OneOf(question="q", values=("a", "b")), "b", True),
        (OneOf(question="q", values=("a", "b")), ("c", "b"), True),
        (OneOf(question="q", values=("a", "b")), "c", False),
        (More(question="q", than=2), 3, True),
        (More(question="q", than=2), 2, False),
        (More(question="q", than=2), "3", False),
        (More(question="q", than=0), True, False),
        (More(question="q", than=2), math.nan, False),
        (Less(question="q", than=2), math.nan, False),
        (Less(question="q", than=2), 1.5, True),
        (Less(question="q", than="2026-06-01"), "2026-05-31", True),
        (More(question="q", than="2026-06-01"), "2026-05-31", False),
        (More(question="q", than="a"), "b", False),
        (More(question="q", than="2026-06-01"), "soon", False),
        (More(question="q", than=2), ("a", "b"), False),
    ],
)
def test_a_comparison_reads_the_answer_as_its_writer_meant(
    condition: Condition, value: AnswerValue, expected: bool
) -> None:
    assert holds(condition, {"q": value}) is expected


@pytest.mark.parametrize(
    ("value", "given_"), [(None, False), ("", False), ((), False), (0, True), (False, True)]
)
def test_nothing_empty_words_and_no_choice_say_nothing(value: AnswerValue, given_: bool) -> None:
    assert is_given(value) is given_
