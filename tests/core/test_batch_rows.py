"""Qualified leads as rows: how soon they want it, by the script's own answers."""

from dataclasses import replace

import pytest

from core.test_briefs import QUALIFIED, a_story, answers
from handoff_makers import a_definition, a_script
from qualdesk.core.batch_rows import row_of, soon_of
from qualdesk.core.questions import QuestionId


@pytest.mark.parametrize(
    ("said", "place"), [("soon", 0), ("later", 1), ("someday", None), (None, None)]
)
def test_a_row_knows_which_answer_on_time_was_given(said: str | None, place: int | None) -> None:
    """Rows are put in that order; words of a date cannot be."""
    given = {**QUALIFIED, **answers(date=said)} if said else dict(QUALIFIED)
    if said is None:
        del given[QuestionId("date")]
    assert soon_of(a_story(answers=given)) == place
    assert row_of(a_story(answers=given)).soon == place


def test_the_criterion_of_time_may_ask_a_question_of_any_name() -> None:
    definition = a_definition()
    of_time = replace(definition.criteria[2], question=QuestionId("when_it_runs"))
    criteria = (*definition.criteria[:2], of_time, *definition.criteria[3:])
    script = a_script()
    stages = tuple(
        replace(
            stage,
            questions=tuple(
                replace(one, id=QuestionId("when_it_runs")) if one.id == "date" else one
                for one in stage.questions
                if one.id != "why_later"
            ),
        )
        for stage in script.stages
    )
    given = {**QUALIFIED, **answers(when_it_runs="later")}
    story = a_story(
        script=replace(script, stages=stages),
        definition=replace(definition, criteria=criteria),
        answers={key: value for key, value in given.items() if key != "date"},
    )
    assert soon_of(story) == 1


def test_without_a_script_nothing_is_known_of_the_order() -> None:
    assert soon_of(a_story(script=None)) is None
