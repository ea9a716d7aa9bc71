"""One set of answers, read in the frameworks people know."""

from typing import Any

import pytest
from hypothesis import given

from qualdesk.core.conditions import Equals
from qualdesk.core.definition import FindingState, judge
from qualdesk.core.frameworks import Framework, FrameworkView, in_framework
from qualdesk.core.scripts import Answer, QuestionId, live_answers
from qualdesk.files.documents import read_definition, read_script
from qualdesk.resources import shipped
from script_makers import answer, answer_sets, make_definition, make_question, make_script, said

SCRIPT = make_script(
    discover=[
        make_question("need", tags=("bant.need", "champ.challenges", "meddic.identify_pain")),
        make_question("today", tags=("champ.challenges", "meddic.metrics")),
        make_question("who", "person", tags=("champion",)),
    ],
    fit=[
        make_question("role", "choice", tags=("authority",)),
        make_question(
            "sites", "number", tags=("money",), ask_when=Equals(question="role", value="b")
        ),
    ],
)
DEFINITION = make_definition()


def view(framework: Framework, **answers: Any) -> FrameworkView:
    given_answers = said(**answers)
    verdict = judge(DEFINITION, SCRIPT, given_answers)
    return in_framework(framework, verdict, SCRIPT, given_answers)


def states(found: FrameworkView) -> dict[str, str]:
    return {one.key: one.state.value for one in found.elements}


def test_an_answer_is_reported_in_every_framework_it_feeds() -> None:
    answers = {"need": "four hours lost", "role": "a", "who": "Kim"}
    assert states(view(Framework.BANT, **answers)) == {
        # Asked only of those who recommend.
        "budget": "not_met",
        "authority": "met",
        "need": "met",
        "timeframe": "open",
    }
    assert states(view(Framework.CHAMP, **answers))["challenges"] == "met"
    assert states(view(Framework.MEDDIC, **answers)) == {
        "metrics": "open",
        "economic_buyer": "met",
        "decision_criteria": "open",
        "decision_process": "open",
        "identify_pain": "met",
        "champion": "met",
    }


def test_how_far_it_is_reads_in_a_sentence() -> None:
    assert view(Framework.BANT, need="x", role="a").says == (
        "BANT: 2 of 4. Missing: Budget, Timeframe."
    )
    assert view(Framework.BANT).says.startswith("BANT: 0 of 4.")


def test_what_was_said_stands_with_the_element() -> None:
    found = view(Framework.CHAMP, need="four hours lost", today="by hand")
    challenges = found.elements[0]
    assert challenges.says == ("Need: four hours lost", "Today: by hand")
    assert challenges.questions == ("need", "today")


@pytest.mark.parametrize(
    ("role", "state"),
    [
        ("a", FindingState.MET),
        ("c", FindingState.NOT_MET),
        (answer("role", does_not_know=True), FindingState.NOT_KNOWN),
        (answer("role", "a", confirmed=False), FindingState.OPEN),
    ],
)
def test_an_element_stands_as_the_criterion_it_feeds(role: object, state: FindingState) -> None:
    found = view(Framework.BANT, role=role)
    assert found.elements[1].state is state


def test_an_answer_no_criterion_asks_for_is_known_all_the_same() -> None:
    unknown = answer("who", does_not_know=True)
    assert states(view(Framework.MEDDIC, who=unknown))["champion"] == "not_known"
    assert states(view(Framework.MEDDIC, who="Kim"))["champion"] == "met"
    assert states(view(Framework.MEDDIC))["champion"] == "open"


@given(answer_sets())
def test_answers_of_a_path_not_taken_feed_nothing(answers: dict[QuestionId, Answer]) -> None:
    """Invariant 8, in every framework."""
    verdict = judge(DEFINITION, SCRIPT, answers)
    live = live_answers(SCRIPT, answers)
    for framework in Framework:
        found = in_framework(framework, verdict, SCRIPT, answers)
        assert found == in_framework(framework, verdict, SCRIPT, live)
        assert found.met <= len(found.elements)
        assert [one.key for one in found.elements] == [key for key, _ in framework.elements]


def test_the_shipped_script_feeds_every_element_of_bant_and_champ() -> None:
    script = read_script(shipped("scripts", "discovery-call.toml"))
    definition = read_definition(shipped("definitions", "qualified-lead.toml"))
    verdict = judge(definition, script, {})
    for framework in (Framework.BANT, Framework.CHAMP):
        found = in_framework(framework, verdict, script, {})
        assert all(one.questions for one in found.elements), framework.label
