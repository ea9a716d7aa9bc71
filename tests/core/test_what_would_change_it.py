"""The sentence of a verdict is true: doing what it names does what it says (F1).

Each criterion asks a choice of its own: "a" meets it, "b" may be worth points of its own, "c" is
neither. So the best answer to each is known, and the sentence can be taken at its word.
"""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core.conditions import Equals
from qualdesk.core.definition import (
    Criterion,
    Definition,
    FindingState,
    Level,
    Tier,
    VerdictKind,
    judge,
)
from qualdesk.core.scripts import WANTS_CALL, Answer, QuestionId
from script_makers import make_question, make_script, said

NAMES = ("north", "south", "east", "west", "middle")
SCRIPT = make_script(
    discover=[make_question(name, "choice") for name in NAMES[:3]],
    fit=[make_question(name, "choice") for name in NAMES[3:]],
)
Answers = dict[QuestionId, Answer]


def criterion(name: str, points: int, other: int, group: str, *, must: bool) -> Criterion:
    return Criterion(
        id=name,
        label=name.capitalize(),
        question=QuestionId(name),
        must_have=must,
        met_when=Equals(question=name, value="a"),
        points=points,
        levels=(Level(when=Equals(question=name, value="b"), points=other),) if other else (),
        group=group,
    )


@st.composite
def definitions(draw: st.DrawFn, *, musts: bool) -> Definition:
    """Three to five criteria, some in a group, some must-haves where asked."""
    some = [
        criterion(
            name,
            draw(st.integers(0, 20)),
            draw(st.sampled_from([0, 0, 5, 25])),
            draw(st.sampled_from(["", "", "", "together"])),
            must=musts and draw(st.booleans()),
        )
        for name in NAMES[: draw(st.integers(3, 5))]
    ]
    threshold = draw(st.integers(5, 60))
    return Definition(id="d", name="D", version=1, threshold=threshold, criteria=tuple(some))


given_answers = st.dictionaries(st.sampled_from(NAMES), st.sampled_from("abc"), max_size=4)


def with_call(answers: dict[str, str]) -> Answers:
    return said(**answers, wants_call="yes")


def best(definition: Definition, name: str) -> str:
    """The answer worth most to that criterion."""
    found = next(one for one in definition.criteria if one.id == name)
    level = found.levels[0].points if found.levels else 0
    return "b" if level > found.points else "a"


def names_in(sentence: str) -> list[str]:
    return [name for name in NAMES if re.search(rf"\b{name.capitalize()}\b", sentence)]


@settings(max_examples=120)
@given(definitions(musts=False), given_answers)
def test_what_would_close_the_gap_closes_it(
    definition: Definition, answers: dict[str, str]
) -> None:
    found = judge(definition, SCRIPT, with_call(answers))
    if found.kind is VerdictKind.QUALIFIED:
        assert found.points >= definition.threshold
        return
    sentence = found.sentence
    assert sentence.startswith(f"{definition.threshold - found.points} point")
    named = names_in(sentence)

    def qualifies(*more: str) -> bool:
        better = answers | {name: best(definition, name) for name in more}
        return judge(definition, SCRIPT, with_call(better)).kind is VerdictKind.QUALIFIED

    if "together would close" in sentence:
        assert not any(qualifies(name) for name in named)
        assert qualifies(*named)
    elif "would close the gap" in sentence:
        assert named
        assert all(qualifies(name) for name in named)
    else:
        # Nothing that is still open can change it.
        assert not qualifies(*(one.id for one in definition.criteria if one.id not in answers))


@given(definitions(musts=True), given_answers)
def test_must_haves_that_are_named_as_open_are_those_that_are(
    definition: Definition, answers: dict[str, str]
) -> None:
    found = judge(definition, SCRIPT, with_call(answers))
    needed = [one for one in found.weighed if one.must_have]
    failed = [one for one in needed if one.state is FindingState.NOT_MET]
    waiting = [one for one in needed if one.state is FindingState.OPEN]
    if failed:
        assert found.kind is VerdictKind.NURTURE
        assert set(names_in(found.sentence)) == names_of(failed)
    elif waiting:
        assert found.kind is VerdictKind.NURTURE
        assert names_of(waiting) <= set(names_in(found.sentence))
        assert [one.must_have for one in found.missing][: len(waiting)] == [True] * len(waiting)
    # Meeting every must-have leaves nothing of it to say but points.
    met = answers | {one.id: "a" for one in definition.criteria}
    whole = judge(definition, SCRIPT, with_call(met))
    assert whole.must_haves_met == whole.must_haves == len(needed)
    assert "must-have" not in whole.sentence or whole.kind is VerdictKind.QUALIFIED


def names_of(some: list) -> set[str]:  # type: ignore[type-arg] # what is weighed
    return {finding.criterion.id for one in some for finding in one.findings}


@given(definitions(musts=True), given_answers, st.integers(1, 40), st.data())
def test_a_tier_named_as_open_is_reached_by_the_best_answers(
    definition: Definition, answers: dict[str, str], threshold: int, data: st.DataObject
) -> None:
    needs = data.draw(st.sampled_from(definition.criteria)).id
    tier = Tier(id="t", label="Another way", threshold=threshold, must_haves=(needs,))
    # A main bar nobody can reach, so that the tier is the only way.
    wanted = replace(definition, threshold=500, tiers=(tier,))
    found = judge(wanted, SCRIPT, with_call(answers))
    if "“Another way” is still open" not in found.sentence:
        unit_state = next(one.state for one in found.weighed if one.holds_one_of((needs,)))
        best_points = found.points + sum(one.gain for one in found.weighed)
        is_closed = unit_state in {FindingState.NOT_MET, FindingState.NOT_KNOWN}
        assert found.tier == "t" or is_closed or best_points < threshold
        return
    # The best that can still be answered: what it needs is met, the others give their most.
    open_ones = [one.id for one in definition.criteria if one.id not in answers]
    (unit,) = (unit for unit in definition.units if needs in {one.id for one in unit})
    most = answers | {name: best(definition, name) for name in open_ones}
    with_need = most | {one.id: "a" for one in unit if one.id in open_ones}
    assert judge(wanted, SCRIPT, with_call(most)).points >= threshold
    met = judge(wanted, SCRIPT, with_call(with_need))
    # What meets it may be worth less than another answer to the same question.
    assert met.kind is VerdictKind.QUALIFIED or met.points < threshold


@given(definitions(musts=True), given_answers)
def test_without_a_yes_the_sentence_asks_for_the_call_or_for_something_graver(
    definition: Definition, answers: dict[str, str]
) -> None:
    """D3: whatever else is there, nobody is handed over who did not say yes."""
    silent = judge(definition, SCRIPT, said(**answers))
    refused = judge(definition, SCRIPT, said(**answers, wants_call="no"))
    for found in (silent, refused):
        assert found.kind is VerdictKind.NURTURE
        assert not found.wants_call
    if judge(definition, SCRIPT, with_call(answers)).kind is VerdictKind.QUALIFIED:
        assert silent.sentence == "One answer is open: ask whether they want a call."
        assert refused.sentence == (
            "They do not want a call now. Without a yes nothing goes to sales."
        )
    assert WANTS_CALL not in {one.question for one in definition.criteria}
