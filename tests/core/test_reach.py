"""Which questions can ever be asked: what is worked out agrees with trying everything."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core import reach
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
)
from qualdesk.core.errors import Refused
from qualdesk.core.reach import answers_leading_to, unreachable
from qualdesk.core.scripts import (
    CallScript,
    Question,
    QuestionId,
    Stage,
    StageKind,
    visible_questions,
)
from script_makers import answer, make_options, make_question, said

# Every answer there can be, as far as the conditions below can tell two of them apart.
EVERYTHING: dict[str, tuple[AnswerValue, ...]] = {
    "choice": (None, "a", "b", "c"),
    "choices": tuple(
        tuple(v for v, on in zip("abc", chosen, strict=True) if on) or None
        for chosen in product((False, True), repeat=3)
    ),
    "yes_no": (None, "yes", "no"),
    "number": (None, 0, 1, 1.5, 2, 3, 4),
    "period": (None, "2025", "2026", "2026-Q1", "2026-02", "2026-03-31", "2026-06-30", "2027"),
    "words": (None, "a", "b", "anything"),
}
CONSTANTS: dict[str, tuple[AnswerValue, ...]] = {
    "choice": ("a", "b", "c"),
    "choices": ("a", "b", "c"),
    "yes_no": ("yes", "no"),
    "number": (1, 2, 3),
    "period": ("2026-02", "2026-Q1", "2026"),
    "words": ("a", "b"),
}


@st.composite
def comparing(draw: st.DrawFn, kinds: dict[str, str]) -> Condition:
    name = draw(st.sampled_from(sorted(kinds)))
    kind = kinds[name]
    constant = draw(st.sampled_from(CONSTANTS[kind]))
    shapes: list[Condition] = [
        Answered(question=name),
        Equals(question=name, value=constant),
        OneOf(question=name, values=(constant, draw(st.sampled_from(CONSTANTS[kind])))),
    ]
    if kind in {"number", "period"} and isinstance(constant, str | int):
        shapes += [More(question=name, than=constant), Less(question=name, than=constant)]
    return draw(st.sampled_from(shapes))


def conditions_on(kinds: dict[str, str]) -> st.SearchStrategy[Condition]:
    def around(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            st.builds(All, parts=several),
            st.builds(AnyOf, parts=several),
            st.builds(Not, part=parts),
        )

    return st.recursive(comparing(kinds), around, max_leaves=5)


@st.composite
def branching(draw: st.DrawFn) -> CallScript:
    """Four questions of any kind, each waiting for any earlier ones."""
    kinds: dict[str, str] = {}
    questions: list[Question] = []
    for name in ("q0", "q1", "q2", "q3"):
        kind = draw(st.sampled_from(sorted(EVERYTHING)))
        waits = draw(conditions_on(kinds)) if kinds and draw(st.booleans()) else None
        questions.append(make_question(name, kind, ask_when=waits))
        kinds[name] = kind
    return CallScript(
        id="x",
        name="x",
        version=1,
        stages=(Stage(kind=StageKind.DISCOVER, questions=tuple(questions)),),
    )


def asked_by_trying(script: CallScript) -> set[str]:
    *first, _ = script.questions
    found: set[str] = set()
    for values in product(*(EVERYTHING[question.kind] for question in first)):
        given_now = {
            question.id: answer(question.id, value)
            for question, value in zip(first, values, strict=True)
        }
        found |= {question.id for question in visible_questions(script, given_now)}
        if len(found) == len(script.questions):
            break
    return found


@given(branching())
@settings(max_examples=100)
def test_every_question_is_reached_by_some_answers_or_reported(script: CallScript) -> None:
    """Against trying every combination of answers: none is missed, none is reported wrongly."""
    reported = {problem.place for problem in unreachable(script)}
    asked = asked_by_trying(script)
    for number, question in enumerate(script.questions, 1):
        place = f"stages.1.questions.{number}.ask_when"
        assert (place in reported) is (question.id not in asked)


@given(branching())
@settings(max_examples=50)
def test_the_answers_named_lead_to_the_question(script: CallScript) -> None:
    for question in script.questions:
        path = answers_leading_to(script, question.id)
        if path is None:
            continue
        shown = visible_questions(script, said(**path))
        assert question.id in {each.id for each in shown}


def of(*questions: Question) -> CallScript:
    return CallScript(
        id="x", name="x", version=1, stages=(Stage(kind=StageKind.FIT, questions=questions),)
    )


def test_a_question_nobody_comes_to_is_named_with_its_reason() -> None:
    role = make_question("role", "choice", short="Role")
    never = All(
        parts=(Equals(question="role", value="a"), Equals(question="role", value="b")),
    )
    money = make_question("money", ask_when=never, short="Money")
    amount = make_question("amount", ask_when=Answered(question="money"))
    found = unreachable(of(role, money, amount))
    assert [str(problem) for problem in found] == [
        (
            "stages.1.questions.2.ask_when: This is never asked: there are no answers with which "
            "Role is Label a and Role is Label b."
        ),
        (
            "stages.1.questions.3.ask_when: This is never asked: it waits for “Money”, which is "
            "never asked either."
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "first", "second", "is_asked"),
    [
        ("number", More(question="q", than=3), Less(question="q", than=4), True),
        ("number", More(question="q", than=4), Less(question="q", than=4), False),
        ("number", Equals(question="q", value=10**15), Answered(question="q"), False),
        ("date", More(question="q", than="2026-Q1"), Less(question="q", than="2026-04-02"), True),
        ("date", More(question="q", than="2026-Q1"), Less(question="q", than="2026-04-01"), False),
        ("date", Equals(question="q", value="2026-02-30"), Answered(question="q"), False),
        (
            "period",
            Not(part=More(question="q", than="2026-01")),
            Not(part=Less(question="q", than="2026-12")),
            True,
        ),
        ("choices", Equals(question="q", value="a"), Equals(question="q", value="b"), True),
        ("choice", Equals(question="q", value="a"), Not(part=Answered(question="q")), False),
        ("slot", Equals(question="q", value="tue 09:00-10:00"), Answered(question="q"), True),
        ("slot", Equals(question="q", value="whenever"), Answered(question="q"), False),
        ("words", Answered(question="q"), Not(part=Equals(question="q", value="a")), True),
        ("words", Equals(question="q", value=" a "), Answered(question="q"), False),
        ("person", Answered(question="q"), Answered(question="q"), True),
        ("read_aloud", Answered(question="q"), Answered(question="q"), False),
    ],
)
def test_each_kind_of_answer_is_reasoned_about_exactly(
    kind: str, first: Condition, second: Condition, is_asked: bool
) -> None:
    last = make_question("last", ask_when=All(parts=(first, second)))
    found = unreachable(of(make_question("q", kind), last))
    assert (not found) is is_asked


def test_a_question_waiting_for_a_later_one_is_never_asked() -> None:
    early = make_question("early", ask_when=Answered(question="late"))
    assert len(unreachable(of(early, make_question("late")))) == 1
    unasked = make_question("early", ask_when=Not(part=Answered(question="late")))
    assert unreachable(of(unasked, make_question("late"))) == ()


def test_many_questions_with_nine_options_each_are_worked_out_at_once() -> None:
    options = make_options(*(f"o{n}" for n in range(9)))
    many = [make_question(f"q{n}", "choices", options=options) for n in range(12)]
    parts = tuple(Equals(question=each.id, value="o3") for each in many)
    last = make_question("last", ask_when=All(parts=parts))
    assert unreachable(of(*many, last)) == ()
    path = answers_leading_to(of(*many, last), QuestionId("last"))
    assert path == {each.id: ("o3",) for each in many}


def test_what_would_take_for_ever_is_said_and_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too involved to be sure is a finding of its own; nothing is called fine unseen."""
    monkeypatch.setattr(reach, "MOST_TRIED", 2)
    questions = [make_question(f"q{n}", "yes_no") for n in range(4)]
    parts = tuple(Equals(question=each.id, value="no") for each in questions)
    script = of(*questions, make_question("last", ask_when=All(parts=parts)))
    found = unreachable(script)
    assert "nobody can say whether it is asked" in found[0].says
    with pytest.raises(Refused, match="Make the condition simpler"):
        answers_leading_to(script, "last")


def test_a_long_chain_is_worked_out_and_an_endless_one_is_said() -> None:
    def chain(length: int) -> CallScript:
        waits = (Answered(question=f"q{n - 1}") if n else None for n in range(length))
        return of(*(make_question(f"q{n}", ask_when=when) for n, when in enumerate(waits)))

    assert unreachable(chain(reach.MOST_HUNG_ON)) == ()
    found = unreachable(chain(2_000))
    assert len(found) > 1_900
    assert {problem.says for problem in found} == {
        (
            "This depends on so many answers that nobody can say whether it is asked. Make the "
            "condition simpler."
        )
    }


def test_a_script_made_to_be_slow_is_given_up_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """All questions share one allowance: what is not looked at any more is named, each one."""
    monkeypatch.setattr(reach, "MOST_TRIED_IN_ALL", 500)
    asked = [make_question(f"q{n}", "yes_no") for n in range(40)]
    # Each of these is true of every answer but one, so the search has to walk through them all.
    parts = tuple(Not(part=Equals(question=each.id, value="no")) for each in asked)
    never = All(parts=(*parts, Answered(question="q0"), Not(part=Answered(question="q39"))))
    late = [make_question(f"late{n}", ask_when=never) for n in range(300)]
    found = unreachable(of(*asked, *late))
    assert found
    assert {"nobody can say" in problem.says for problem in found} == {True}
    assert found[-1].place == "stages.1.questions.340.ask_when"


def test_a_question_that_is_not_there_is_led_to_by_nothing() -> None:
    assert answers_leading_to(of(make_question("a")), "b") is None
