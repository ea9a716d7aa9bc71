from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.conditions import Equals, Not
from qualdesk.core.definition import (
    Criterion,
    Definition,
    FindingState,
    Side,
    Signature,
    Verdict,
    VerdictKind,
    judge,
)
from qualdesk.core.scripts import WANTS_CALL, Answer, QuestionId
from script_makers import (
    answer,
    answer_sets,
    criteria,
    make_definition,
    make_question,
    make_script,
    said,
)

SCRIPT = make_script()
DEFINITION = make_definition()
GOOD = {"need": "four hours a week lost", "role": "a", "wants_call": "yes"}


def verdict(**answers: object) -> Verdict:
    return judge(DEFINITION, SCRIPT, said(**answers))


def finding(found: Verdict, criterion: str) -> tuple[FindingState, int, str]:
    for one in found.findings:
        if one.criterion.id == criterion:
            return one.state, one.points, one.evidence
    raise AssertionError(criterion)


@pytest.mark.parametrize(
    ("answers", "kind", "points", "sentence"),
    [
        ({}, "nurture", 0, "3 must-haves are open: Need, Role and Wants a call."),
        (
            {"need": "x", "role": "a", "today": "by hand"},
            "nurture",
            60,
            "One must-have is open: ask whether they want a call.",
        ),
        (
            {"need": "x", "wants_call": "yes", "today": "x"},
            "nurture",
            45,
            "One must-have is open: Role. Which part?",
        ),
        (
            {"need": "x", "role": "a", "wants_call": "no"},
            "nurture",
            50,
            "They do not want a call now. Without a yes nothing goes to sales.",
        ),
        (GOOD, "qualified", 55, "All 3 must-haves are met, with 55 points; 50 are needed."),
        (
            {**GOOD, "role": "c"},
            "not_a_fit",
            20,
            "Not a fit as it stands: Role is not met. Needed: a or b.",
        ),
        (
            {**GOOD, "role": answer("role", does_not_know=True)},
            "nurture",
            35,
            "Role is not known. Ask once more, or ask someone who knows.",
        ),
    ],
)
def test_the_verdict_says_why_and_what_would_change_it(
    answers: dict[str, object], kind: str, points: int, sentence: str
) -> None:
    found = verdict(**answers)
    assert (found.kind, found.points, found.sentence) == (kind, points, sentence)


@pytest.mark.parametrize(
    ("threshold", "more", "sentence"),
    [
        (60, {}, "5 points short of 60: Today or Sites would close the gap."),
        (56, {}, "1 point short of 56: Today or Sites would close the gap."),
        (70, {}, "15 points short of 70: Sites would close the gap."),
        (80, {}, "25 points short of 80: Today and Sites together would close the gap."),
        (99, {}, "44 points short of 99: what is still open cannot close the gap."),
        (70, {"today": "x", "sites": 1}, "5 points short of 70: nothing is left to ask."),
    ],
)
def test_points_that_are_short_name_what_would_close_the_gap(
    threshold: int, more: dict[str, object], sentence: str
) -> None:
    found = judge(make_definition(threshold=threshold), SCRIPT, said(**GOOD, **more))
    assert (found.kind, found.sentence) == ("nurture", sentence)


def test_a_gap_that_the_open_must_have_cannot_close_is_told_with_it() -> None:
    found = judge(make_definition(threshold=70), SCRIPT, said(need="x", role="a"))
    assert found.sentence == (
        "One must-have is open: ask whether they want a call. Even then 15 points short of 70."
    )


def test_a_must_have_that_is_not_met_goes_to_nurture_with_what_is_needed() -> None:
    rule = replace(DEFINITION.criteria[1], not_a_fit_when=None)
    found = judge(make_definition(DEFINITION.criteria[0], rule), SCRIPT, said(need="x", role="c"))
    assert found.kind is VerdictKind.NURTURE
    assert found.sentence == "Role is not met. Needed: a or b."


def test_several_must_haves_that_are_not_met_are_listed() -> None:
    rule = replace(DEFINITION.criteria[1], not_a_fit_when=None)
    wanted = make_definition(rule, DEFINITION.criteria[2])
    found = judge(wanted, SCRIPT, said(role="c", wants_call="no"))
    assert found.sentence == "Role and Wants a call are not met."


def test_nobody_is_qualified_without_a_yes_to_a_call_whatever_the_definition_says() -> None:
    """D3 and the rulings: the yes is a precondition that no definition removes."""
    without = make_definition(*DEFINITION.criteria[:2], threshold=50)
    asked_nobody = judge(without, SCRIPT, said(need="x", role="a"))
    assert asked_nobody.kind is VerdictKind.NURTURE
    assert asked_nobody.sentence == "One answer is open: ask whether they want a call."
    no = judge(without, SCRIPT, said(need="x", role="a", wants_call="no"))
    assert (no.kind, no.wants_call) == (VerdictKind.NURTURE, False)
    yes = judge(without, SCRIPT, said(need="x", role="a", wants_call="yes"))
    assert (yes.kind, yes.wants_call) == (VerdictKind.QUALIFIED, True)


def test_a_yes_on_a_form_does_not_qualify_until_the_caller_has_heard_it() -> None:
    """O6: a form's answer is shown as evidence, and waits for the caller."""
    ticked = said(**{**GOOD, "wants_call": answer("wants_call", "yes", confirmed=False)})
    found = judge(DEFINITION, SCRIPT, ticked)
    assert found.kind is VerdictKind.NURTURE
    assert finding(found, "call") == (FindingState.OPEN, 0, "Yes; not confirmed yet")


def test_evidence_is_the_label_and_their_own_words() -> None:
    """D4: answers are data with the person's words beside them."""
    found = verdict(role=answer("role", "a", words="I sign for it"), need="hours lost", sites=4)
    assert finding(found, "role") == (FindingState.MET, 20, "Label a; I sign for it")
    assert finding(found, "need") == (FindingState.MET, 30, "hours lost")
    assert finding(found, "sites") == (FindingState.MET, 15, "4 sites")
    same = verdict(need=answer("need", "hours lost", words="hours lost"))
    assert finding(same, "need")[2] == "hours lost"


def test_does_not_know_is_neither_met_nor_open() -> None:
    found = verdict(role=answer("role", does_not_know=True, words="ask my boss"))
    assert finding(found, "role") == (FindingState.NOT_KNOWN, 0, "Does not know; ask my boss")
    assert "role" not in [criterion.id for criterion in found.missing]


def test_words_beside_no_choice_leave_the_criterion_open() -> None:
    found = verdict(role=answer("role", words="sometime maybe"))
    assert finding(found, "role") == (FindingState.OPEN, 0, "sometime maybe")


def test_an_answer_can_count_against_a_lead() -> None:
    """F1: negative points exist."""
    assert verdict(role="c").points == -15


def test_what_is_missing_lists_must_haves_first() -> None:
    found = verdict(role="a")
    assert [criterion.id for criterion in found.missing] == ["need", "call", "today", "sites"]
    assert (found.must_haves_met, found.must_haves) == (1, 3)


def test_the_answers_of_a_hidden_branch_give_no_points() -> None:
    """Invariant 8."""
    script = make_script(
        fit=[
            make_question("role", "choice"),
            make_question("sites", "number", ask_when=Equals(question="role", value="b")),
        ]
    )
    many = said(role="b", sites=9)
    assert finding(judge(DEFINITION, script, many), "sites")[1] == 15
    hidden = judge(DEFINITION, script, {**many, **said(role="a")})
    assert finding(hidden, "sites") == (FindingState.NOT_MET, 0, "Not asked on this path")
    assert "sites" not in [criterion.id for criterion in hidden.missing]


def test_a_hidden_question_that_may_still_come_is_open() -> None:
    script = make_script(
        fit=[
            make_question("role", "choice"),
            make_question("budget", ask_when=Equals(question="role", value="b")),
            make_question("sites", "number", ask_when=Equals(question="budget", value="yes")),
        ]
    )
    assert finding(judge(DEFINITION, script, {}), "sites")[0] is FindingState.OPEN
    decided = judge(DEFINITION, script, said(role="b", budget="no"))
    assert finding(decided, "sites")[0] is FindingState.NOT_MET


def test_an_answer_nobody_gave_neither_meets_nor_rules_out() -> None:
    """A "not" holds over a missing answer; a criterion waits until its question is answered."""
    served = Criterion(
        id="region",
        label="Region",
        question=QuestionId("role"),
        must_have=True,
        met_when=Not(part=Equals(question="role", value="c")),
        not_a_fit_when=Not(part=Equals(question="role", value="a")),
        points=8,
    )
    found = judge(make_definition(served, threshold=1), SCRIPT, {})
    assert (found.kind, found.points, found.must_haves_met) == (VerdictKind.NURTURE, 0, 0)


def test_a_definition_is_agreed_once_both_sides_signed() -> None:
    """F1, F2: owned by marketing and sales."""
    marketing = Signature(side=Side.MARKETING, name="Pia Okafor", signed_on=date(2026, 2, 27))
    sales = Signature(side=Side.SALES, name="Lena Brandt", signed_on=date(2026, 3, 2))
    one = make_definition(signatures=(marketing,))
    both = make_definition(signatures=(marketing, sales))
    assert (one.is_agreed, one.agreed_on) == (False, None)
    assert (both.is_agreed, both.agreed_on) == (True, date(2026, 3, 2))


def test_the_most_a_lead_can_have_counts_the_best_of_each_criterion() -> None:
    assert DEFINITION.most == 80
    assert [criterion.id for criterion in DEFINITION.must_haves] == ["need", "role", "call"]


KNOWN = (FindingState.MET, FindingState.NOT_MET)
definitions = st.just(DEFINITION) | st.lists(criteria, min_size=1, max_size=5).map(
    lambda some: make_definition(*some, threshold=10)
)
answers_of_all_kinds = st.builds(
    lambda some, good: {**some, **said(**GOOD)} if good else some, answer_sets(), st.booleans()
)


@given(definitions, answers_of_all_kinds)
def test_the_same_answers_give_the_same_verdict_and_sentence(
    definition: Definition, answers: dict[QuestionId, Answer]
) -> None:
    """Invariant 7, also in another order of answering."""
    found = judge(definition, SCRIPT, answers)
    again = judge(definition, SCRIPT, dict(reversed(answers.items())))
    assert found == again
    assert found.sentence.endswith((".", "?"))
    # Criteria of one group count once, with the best of them.
    assert found.points == sum(
        max(f.points for f in one.findings if f.state in KNOWN)
        for one in found.weighed
        if any(f.state in KNOWN for f in one.findings)
    )
    assert found.points <= definition.most
    if found.kind is VerdictKind.QUALIFIED:
        assert answers[WANTS_CALL].value == "yes"
        assert answers[WANTS_CALL].confirmed
        assert found.points >= definition.threshold
        assert found.must_haves_met == found.must_haves


@given(definitions, answers_of_all_kinds, st.integers(1, 200), st.integers(1, 200))
def test_a_higher_threshold_never_qualifies_more(
    definition: Definition, answers: dict[QuestionId, Answer], one: int, other: int
) -> None:
    """F3: the slider only takes leads away as it rises."""
    low, high = sorted((one, other))
    at_low = judge(replace(definition, threshold=low), SCRIPT, answers)
    at_high = judge(replace(definition, threshold=high), SCRIPT, answers)
    assert at_low.points == at_high.points
    if at_high.kind is VerdictKind.QUALIFIED:
        assert at_low.kind is VerdictKind.QUALIFIED
    assert (at_low.kind is VerdictKind.NOT_A_FIT) is (at_high.kind is VerdictKind.NOT_A_FIT)
