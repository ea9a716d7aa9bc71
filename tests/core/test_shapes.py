"""Answers as a definition sees them: the verdict over a shape is that over the answers (F3)."""

import json
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.conditions import AnyOf, Equals, Less, More, Not, OneOf
from qualdesk.core.criteria import Criterion, Definition, Level, Tier
from qualdesk.core.definition import VerdictKind, judge, stand
from qualdesk.core.scripts import WANTS_CALL, CallScript, QuestionId, live_values
from qualdesk.core.shapes import (
    GIVEN,
    ShapeJudge,
    answers_in,
    compares_words,
    said_in,
    shape_of,
)
from script_makers import (
    answer,
    answer_sets,
    make_definition,
    make_options,
    make_question,
    make_script,
    said,
)

# Hidden branches, every kind of question, and conditions of every kind over them.
BRANCHES = make_script(
    discover=[
        make_question("need"),
        make_question("today", ask_when=Not(part=Equals(question="need", value="a"))),
        make_question("who", "person"),
    ],
    fit=[
        make_question("role", "choice"),
        make_question("sites", "number", ask_when=OneOf(question="role", values=("a", "b", "yes"))),
        make_question("since", "date", ask_when=More(question="sites", than=2)),
        make_question("several", "choices", options=make_options("a", "b", "c")),
    ],
)
RULES = (
    make_definition(),
    make_definition(
        Criterion(
            id="role", label="Role", question=QuestionId("role"), must_have=True, points=20,
            met_when=OneOf(question="role", values=("a", "b")), group="part",
            levels=(Level(when=Equals(question="role", value="c"), points=-15),),
        ),
        Criterion(
            id="several", label="Several", question=QuestionId("several"), group="part",
            met_when=Equals(question="several", value="b"), points=12,
        ),
        Criterion(
            id="since", label="Since", question=QuestionId("since"), points=9,
            met_when=Less(question="since", than="2026-01-01"),
            not_a_fit_when=More(question="since", than="2026-06-01"),
        ),
        Criterion(id="who", label="Who", question=QuestionId("who"), points=-4),
        threshold=25,
        tiers=(Tier(id="early", label="Early", threshold=12, must_haves=("since",)),),
    ),
    make_definition(
        Criterion(
            id="call", label="Call", question=WANTS_CALL, must_have=True, points=3,
            met_when=AnyOf(
                parts=(
                    Equals(question=str(WANTS_CALL), value="yes"),
                    Not(part=More(question="sites", than=1)),
                )
            ),
        ),
        Criterion(
            id="today", label="Today", question=QuestionId("today"), must_have=True, points=7,
            group="now",
        ),
        Criterion(id="need", label="Need", question=QuestionId("need"), points=5, group="now"),
        threshold=5,
    ),
)  # fmt: skip
thresholds = st.integers(-60, 120)
# What people do answer, so that many are qualified; beside it whatever could stand there.
_LIKELY = {
    "need": ["a", "b", "a new line"],
    "today": ["by hand"],
    "who": ["Jens"],
    "role": ["a", "b", "c"],
    "sites": [1, 2, 3, 2.5],
    "since": ["2025-01-01", "2026-03-01", "2026-09-30"],
    "several": [("a",), ("b", "c")],
    str(WANTS_CALL): ["yes", "yes", "yes", "no"],
}
likely = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from([*of, None]) for key, of in _LIKELY.items()}
).map(
    lambda chosen: said(
        **{key: answer(key, value, does_not_know=value is None) for key, value in chosen.items()}
    )
)


@given(likely | answer_sets(), st.sampled_from(RULES), thresholds)
def test_the_verdict_over_a_shape_is_the_verdict_over_the_answers(
    answers: dict, definition: Definition, threshold: int
) -> None:
    """F3: what is tried on the past is what would have been said on the call."""
    shape = said_in([shape_of(BRANCHES, answers)])[0]
    standing = ShapeJudge([definition], BRANCHES).standings(shape)[0]
    asked = replace(definition, threshold=threshold)
    verdict = judge(asked, BRANCHES, answers)
    assert standing.points == verdict.points
    assert standing.kind_at(threshold) is verdict.kind
    assert standing.met == {f.criterion.id for f in verdict.findings if f.state == "met"}
    assert ShapeJudge([asked], BRANCHES).verdict(shape).sentence == verdict.sentence


@given(st.lists(likely, min_size=2, max_size=12))
def test_answers_judged_together_are_judged_as_each_alone(answers: list) -> None:
    """One judge for several definitions and many leads tells no two of them for another."""
    together = ShapeJudge(RULES, BRANCHES)
    for shape in said_in([shape_of(BRANCHES, one) for one in answers]):
        alone = tuple(ShapeJudge([rule], BRANCHES).standings(shape)[0] for rule in RULES)
        assert together.standings(shape) == alone


@given(answer_sets())
def test_the_same_answers_have_the_same_shape_whatever_their_order(answers: dict) -> None:
    backwards = dict(reversed(answers.items()))
    assert shape_of(BRANCHES, answers) == shape_of(BRANCHES, backwards)
    again = answers_in(said_in([shape_of(BRANCHES, answers)])[0])
    assert shape_of(BRANCHES, again) == shape_of(BRANCHES, answers)


@given(answer_sets())
def test_what_is_live_stays_live_in_the_shape(answers: dict) -> None:
    again = answers_in(said_in([shape_of(BRANCHES, answers)])[0])
    assert live_values(BRANCHES, again).keys() == live_values(BRANCHES, answers).keys()


def test_a_group_that_counts_against_a_lead_is_judged_over_the_path_that_was_taken() -> None:
    """A member nobody came to counts as nothing; one still open leaves the other's minus."""
    counts_against = make_definition(
        Criterion(
            id="role", label="Role", question=QuestionId("role"), group="part",
            met_when=Equals(question="role", value="a"),
            levels=(Level(when=Equals(question="role", value="c"), points=-15),),
        ),
        Criterion(id="sites", label="Sites", question=QuestionId("sites"), group="part", points=4),
        threshold=-10,
    )  # fmt: skip
    hidden, open_ = said(role="c"), said(role="c", sites=answer("sites", does_not_know=True))
    everywhere = make_script()
    for script, answers in product((BRANCHES, everywhere), (hidden, open_)):
        shape = said_in([shape_of(script, answers)])[0]
        expected = judge(counts_against, script, answers)
        found = ShapeJudge([counts_against], script).standings(shape)[0]
        assert (found.points, found.kind_at(-10)) == (expected.points, expected.kind)
    assert judge(counts_against, BRANCHES, hidden).points == 0
    assert judge(counts_against, everywhere, hidden).points == -15


def test_a_shape_holds_no_words_and_no_names() -> None:
    answers = said(
        need=answer("need", "We lose four hours", words="Ask Katrin"),
        who=answer("who", "Jens Petersen, jens@elbkorn.example"),
        role="a",
    )
    kept = json.loads(shape_of(make_script(), answers))
    assert kept == {"need": GIVEN, "who": GIVEN, "role": "a"}


def test_hidden_answers_leave_no_trace_in_a_shape() -> None:
    """Invariant 8: an answer of a branch that was not taken does not count."""
    taken = shape_of(BRANCHES, said(role="a", sites=7, since="2025-01-01"))
    assert json.loads(taken) == {"role": "a", "sites": 7, "since": "2025-01-01"}
    left = shape_of(BRANCHES, said(role="c", sites=7, since="2025-01-01"))
    assert json.loads(left) == {"role": "c"}


def test_what_is_not_confirmed_or_not_known_does_not_count_as_an_answer() -> None:
    answers = said(
        role=answer("role", "a", confirmed=False), sites=answer("sites", does_not_know=True)
    )
    assert json.loads(shape_of(make_script(), answers)) == {"sites": None}


def test_words_the_script_itself_looks_at_are_told_apart() -> None:
    assert json.loads(shape_of(BRANCHES, said(need="a")))["need"] == "a"
    assert json.loads(shape_of(BRANCHES, said(need="b")))["need"] == GIVEN


def test_very_many_numbers_are_judged_as_few_kinds_of_leads() -> None:
    script, definition = make_script(), make_definition()
    judge_ = ShapeJudge([definition], script)
    shapes = [shape_of(script, said(sites=sites)) for sites in range(-500, 500)]
    found = {judge_.standings(one) for one in said_in(shapes)}
    assert len(found) == 2
    assert {standing[0].points for standing in found} == {0, 15}


def test_a_definition_that_compares_words_says_that_this_cannot_be_tried() -> None:
    by_words = make_definition(
        Criterion(
            id="need",
            label="Need",
            question=QuestionId("need"),
            met_when=Equals(question="need", value="a new line"),
        ),
        Criterion(id="who", label="Who", question=QuestionId("who")),
    )
    assert [question.id for question in compares_words(by_words, make_script())] == ["need"]
    assert compares_words(make_definition(), make_script()) == ()


def test_a_standing_is_qualified_from_its_threshold_down() -> None:
    standing = stand(make_definition(), {"need": "x", "role": "a", "wants_call": "yes"})
    assert standing.points == 55
    assert standing.kind_at(55) is VerdictKind.QUALIFIED
    assert standing.kind_at(56) is VerdictKind.NURTURE
    ruled_out = stand(make_definition(), {"role": "c", "wants_call": "yes"})
    assert ruled_out.kind_at(-100) is VerdictKind.NOT_A_FIT


def test_an_empty_script_has_one_shape() -> None:
    empty = CallScript(id="empty", name="Empty", version=1, stages=())
    assert shape_of(empty, said(need="x")) == "{}"


@given(likely)
def test_a_draft_that_is_half_written_can_be_tried(answers: dict) -> None:
    """A criterion without a question is met by nobody, and nothing breaks."""
    half = make_definition(
        Criterion(id="new", label="", question=QuestionId("")),
        Criterion(id="gone", label="Gone", question=QuestionId("not asked"), must_have=True),
        threshold=1,
    )
    empty = replace(half, criteria=())
    shape = said_in([shape_of(BRANCHES, answers)])[0]
    unmet, nothing = ShapeJudge([half, empty], BRANCHES).standings(shape)
    assert (unmet.points, unmet.met, unmet.passes) == (0, frozenset(), False)
    assert nothing.passes is (shape.get(str(WANTS_CALL)) == "yes")
