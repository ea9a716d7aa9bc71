"""The way through a script: what is asked now, what was said, what comes, what is still closed."""

from dataclasses import replace

import pytest

from qt.cards import ANSWERS, DEFINITION, SCRIPT, make_attempt, make_card
from qualdesk.core.definition import judge
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.scripts import StageKind
from qualdesk.qt.call_desk.course import Course, course_of, short_answers


def answers(*keys: str) -> dict[QuestionId, Answer]:
    return {QuestionId(key): ANSWERS[QuestionId(key)] for key in keys}


def course(*keys: str) -> Course:
    return Course(script=SCRIPT, answers=answers(*keys))


def test_a_fresh_lead_begins_with_the_words_to_open_with() -> None:
    start = course_of(make_card())
    assert start.current == "opener"
    assert start.question is start.opener
    assert start.place_in_stage() == (StageKind.OPEN, 0, 0)


def test_a_call_in_progress_begins_at_its_first_open_question() -> None:
    card = make_card(answers=answers("need"), attempt=make_attempt())
    assert course_of(card).current == "today"


def test_a_lead_without_a_script_has_no_question_at_all() -> None:
    start = course_of(make_card(script=None))
    assert start.question is None
    assert start.at_first_open().question is None
    assert start.coming() == ()


def test_the_words_to_read_carry_what_is_known() -> None:
    """Openers fit the person, later questions what they said (D2)."""
    start = course_of(make_card(answers=answers("need")))
    assert start.opener is not None
    assert start.say(start.opener).startswith("Good morning Katrin, it is Maya Lind")
    when = start.at("date").question
    assert when is not None
    assert "New ready-meal line in autumn" in start.say(when)


def test_words_not_known_yet_have_something_to_say_instead() -> None:
    when = course().at("date").question
    assert when is not None
    assert course().say(when).startswith("You said: a new line.")


def test_a_value_that_looks_like_a_field_is_read_as_it_is() -> None:
    hostile = {
        QuestionId("need"): Answer(question=QuestionId("need"), value="{{caller.name}} <b>x</b>")
    }
    there = Course(script=SCRIPT, answers=hostile, values={"caller.name": "Maya"}).at("date")
    assert there.question is not None
    assert "{{caller.name}} <b>x</b>" in there.say(there.question)


def test_fit_is_closed_until_two_answers_in_discover() -> None:
    """Discovery first (D1)."""
    when = SCRIPT.question("date")
    assert when is not None
    assert course().is_closed(when)
    assert course("need").is_closed(when)
    assert not course("need", "today").is_closed(when)
    assert not replace(course(), opened_early=True).is_closed(when)


def test_an_answer_of_the_list_counts_as_discovery_only_when_confirmed() -> None:
    """A form said it (O6): it is shown, and asked again."""
    known = answers("need", "today")
    unconfirmed = {key: replace(answer, confirmed=False) for key, answer in known.items()}
    assert not Course(script=SCRIPT, answers=unconfirmed).fit_is_open


def test_the_last_step_is_never_closed() -> None:
    wants = SCRIPT.question("wants_call")
    assert wants is not None
    assert not course().is_closed(wants)


def test_keeping_an_answer_goes_on_to_the_next_nobody_asked() -> None:
    there = course("need", "others").at("need")
    found = there.after_keeping()
    assert found is not None
    assert found.id == "today"


def test_keeping_the_last_answer_comes_back_for_what_was_passed_over() -> None:
    there = Course(script=SCRIPT, answers=answers("need")).at("wants_call")
    found = there.after_keeping()
    assert found is not None
    assert found.id == "today"


@pytest.mark.parametrize(
    ("at", "by", "expected"),
    [("need", 1, "today"), ("today", -1, "need"), ("need", -1, "opener"), ("opener", -1, None)],
)
def test_one_page_key_is_one_question(at: str, by: int, expected: str | None) -> None:
    found = course().at(at).beside(by)
    assert (found.id if found else None) == expected


def test_earlier_answers_stand_in_the_order_of_the_script() -> None:
    there = course("others", "need").at("date")
    assert [question.id for question, _ in there.earlier()] == ["need", "others"]
    assert there.said(QuestionId("others")) == ANSWERS[QuestionId("others")].value


def test_what_comes_leaves_out_what_was_answered() -> None:
    there = course("need", "date").at("today")
    assert [question.id for question in there.coming()][:3] == ["others", "money", "lines"]


def test_a_choice_is_said_with_their_words_behind_it() -> None:
    """The data and the person's own words, side by side (D4)."""
    there = course("date")
    said = there.said(QuestionId("date"))
    assert said == "6 to 12 months; wants it running before the Christmas range"
    assert short_answers(there)["date"] == "6 to 12 months"


def test_not_knowing_is_said_as_that() -> None:
    unknown = {QuestionId("date"): Answer(question=QuestionId("date"), does_not_know=True)}
    there = Course(script=SCRIPT, answers=unknown)
    assert there.said(QuestionId("date")) == "Does not know"
    assert short_answers(there) == {"date": "Does not know"}


def test_the_missing_key_walks_round_what_a_criterion_waits_for() -> None:
    known = answers("need", "today", "others")
    verdict = judge(DEFINITION, SCRIPT, known)
    there = Course(script=SCRIPT, answers=known).at("need")
    first = there.missing(verdict, 1)
    assert first == "date", "must-haves come first"
    second = there.at(first).missing(verdict, 1)
    assert second == "wants_call"
    assert there.at(second).missing(verdict, -1) == "date"
    assert there.missing(None, 1) is None


def test_nothing_is_missing_when_everything_is_known() -> None:
    known = {
        QuestionId(key): Answer(question=QuestionId(key), value=value)
        for key, value in (
            ("need", "a"),
            ("today", "b"),
            ("others", "c"),
            ("date", "within_3_months"),
            ("money", "open"),
            ("wants_call", "yes"),
        )
    }
    verdict = judge(DEFINITION, SCRIPT, known)
    assert Course(script=SCRIPT, answers=known).missing(verdict, 1) is None


def test_a_place_nobody_knows_leaves_the_caller_where_they_are() -> None:
    there = course().at("need")
    assert there.at("no-such-question").current == "need"
    assert there.at(None).current == "need"


def test_the_trail_counts_what_was_asked_of_each_stage() -> None:
    there = course("need", "today")
    progress = {kind: (asked, of) for kind, asked, of in there.progress()}
    assert progress[StageKind.DISCOVER] == (2, 3)
    assert progress[StageKind.FIT] == (0, 4)
