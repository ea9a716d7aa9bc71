from dataclasses import replace

import pytest
from hypothesis import given

from qualdesk.core.conditions import Equals
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answer,
    Answers,
    QuestionId,
    StageKind,
    fit_is_open,
    live_answers,
    live_values,
    missing_questions,
    next_question,
    stage_progress,
    visible_questions,
)
from script_makers import answer, answer_sets, make_question, make_script, said

SCRIPT = make_script()


def shown(answers: Answers) -> list[str]:
    return [question.id for question in visible_questions(SCRIPT, answers)]


def test_the_stages_come_in_their_order_and_say_their_names() -> None:
    assert [kind.label for kind in StageKind] == ["Open", "Discover", "Fit", "Next step"]


def test_a_question_is_found_by_its_id_and_knows_its_stage() -> None:
    question = SCRIPT.question("role")
    assert question is not None
    assert question.ask == "About role?"
    assert SCRIPT.stage_of("role") is StageKind.FIT
    assert SCRIPT.question("gone") is None
    assert SCRIPT.stage_of("gone") is None
    assert make_script(open=[]).stage(StageKind.OPEN).questions == ()


def test_a_question_that_waits_is_hidden_until_its_answer_comes() -> None:
    assert "best_time" not in shown({})
    assert "best_time" not in shown(said(wants_call="no"))
    assert "best_time" in shown(said(wants_call="yes"))


def test_the_answers_of_a_hidden_branch_are_kept_but_do_not_count() -> None:
    """Invariant 8: a change of mind hides what was asked behind it, and loses nothing."""
    before = said(wants_call="yes", best_time="Monday at nine")
    assert "best_time" in live_answers(SCRIPT, before)
    after = {**before, **said(wants_call="no")}
    assert after[QuestionId("best_time")].value == "Monday at nine"
    assert "best_time" not in live_answers(SCRIPT, after)
    assert "best_time" not in live_values(SCRIPT, after)


def test_what_hangs_on_a_hidden_question_is_hidden_too() -> None:
    chain = make_script(
        next_step=[
            make_question(WANTS_CALL, "yes_no"),
            make_question("one", "yes_no", ask_when=Equals(question=WANTS_CALL, value="yes")),
            make_question("two", ask_when=Equals(question="one", value="yes")),
        ]
    )
    deep = said(wants_call="no", one="yes", two="kept")
    ids = [question.id for question in visible_questions(chain, deep)]
    assert ids[-1] == WANTS_CALL


def test_does_not_know_is_asked_but_not_answered() -> None:
    answers = said(need=answer("need", does_not_know=True), today="two old machines")
    assert stage_progress(SCRIPT, StageKind.DISCOVER, answers) == (2, 3)
    assert "need" not in live_values(SCRIPT, answers)
    assert not fit_is_open(SCRIPT, answers)


def test_fit_opens_after_two_discovery_answers_or_by_key() -> None:
    """D1: discovery first; opening early takes one key."""
    assert not fit_is_open(SCRIPT, {})
    assert not fit_is_open(SCRIPT, said(need="a new line"))
    assert not fit_is_open(SCRIPT, said(need="a new line", role="a", sites=3))
    assert fit_is_open(SCRIPT, said(need="a new line", who="Jo Kim, plant lead"))
    assert fit_is_open(SCRIPT, {}, opened_early=True)


def test_a_form_answer_counts_as_discovery_only_when_confirmed() -> None:
    """O6, D1: the caller confirms instead of asking again."""
    from_form = said(need="a new line", today=answer("today", "by hand", confirmed=False))
    assert not fit_is_open(SCRIPT, from_form)
    following = next_question(SCRIPT, from_form, after=QuestionId("need"))
    assert following is not None
    assert following.id == "today"
    confirmed = replace(from_form[QuestionId("today")], confirmed=True)
    assert fit_is_open(SCRIPT, {**from_form, QuestionId("today"): confirmed})


def test_a_script_with_one_discovery_question_opens_fit_after_it() -> None:
    short = make_script(discover=[make_question("need")])
    assert not fit_is_open(short, {})
    assert fit_is_open(short, said(need="a new line"))


def test_a_discovery_question_behind_a_branch_does_not_keep_fit_shut() -> None:
    branch = Equals(question="need", value="other")
    script = make_script(discover=[make_question("need"), make_question("which", ask_when=branch)])
    assert fit_is_open(script, said(need="a new line"))


@pytest.mark.parametrize(
    ("given_", "after", "expected"),
    [
        ({}, None, "need"),
        ({"need": "x"}, None, "today"),
        ({"need": "x"}, "today", "who"),
        ({"wants_call": "no"}, "wants_call", "need"),
        ({"wants_call": "yes"}, "wants_call", "best_time"),
        ({"need": "x", "today": "x", "who": "x", "role": "a", "sites": 1}, None, "wants_call"),
        ({"need": "x"}, "gone", "today"),
    ],
)
def test_the_next_question_is_the_next_open_one_and_then_the_first_left_out(
    given_: dict[str, object], after: str | None, expected: str
) -> None:
    place = QuestionId(after) if after else None
    found = next_question(SCRIPT, said(**given_), after=place)
    assert found is not None
    assert found.id == expected


def test_nothing_is_left_to_ask_once_all_is_settled() -> None:
    answers = said(need="x", today="x", who="x", role="a", sites=1, wants_call="no")
    assert next_question(SCRIPT, answers) is None
    assert missing_questions(SCRIPT, answers) == ()


def test_words_alone_answer_a_question_for_words_but_not_a_choice() -> None:
    """Beside a choice nobody has said yet which option they mean."""
    answers = said(need=answer("need", words="we lose hours"), role=answer("role", words="hm"))
    assert live_values(SCRIPT, answers) == {"need": "we lose hours"}
    assert [question.id for question in missing_questions(SCRIPT, answers)][:3] == [
        "today",
        "who",
        "role",
    ]


def test_a_renamed_question_keeps_its_answers_and_its_branches() -> None:
    """Complaint 16 of others: renaming a question must not break the logic."""
    asked = SCRIPT.question(WANTS_CALL)
    assert asked is not None
    renamed = replace(asked, ask="Shall we?", say="Shall we?", short="Go")
    following = make_question("best_time", ask_when=Equals(question=WANTS_CALL, value="yes"))
    script = make_script(next_step=[renamed, following])
    assert "best_time" in {q.id for q in visible_questions(script, said(wants_call="yes"))}


def test_the_answer_to_a_question_that_was_removed_does_not_count() -> None:
    assert live_answers(SCRIPT, said(gone="x", need="y")).keys() == {"need"}


@given(answer_sets())
def test_the_ways_to_look_at_answers_agree(answers: dict[QuestionId, Answer]) -> None:
    live, values = live_answers(SCRIPT, answers), live_values(SCRIPT, answers)
    visible = {question.id for question in visible_questions(SCRIPT, answers)}
    missing = {question.id for question in missing_questions(SCRIPT, answers)}
    assert set(values) <= set(live) <= visible
    assert not missing & set(values)
    assert missing <= visible
    asked = sum(stage_progress(SCRIPT, kind, answers)[0] for kind in StageKind)
    of = sum(stage_progress(SCRIPT, kind, answers)[1] for kind in StageKind)
    assert of - asked == len(missing)
    following = next_question(SCRIPT, answers)
    assert (following is None) is (not missing)
    assert following is None or following.id in missing
    assert live_answers(SCRIPT, live) == live


@given(answer_sets())
def test_answers_that_do_not_count_change_nothing(answers: dict[QuestionId, Answer]) -> None:
    live = live_answers(SCRIPT, answers)
    assert visible_questions(SCRIPT, live) == visible_questions(SCRIPT, answers)
    assert live_values(SCRIPT, live) == live_values(SCRIPT, answers)
