"""The scripts that come with the program: whole, in every language they claim, and askable."""

from pathlib import Path

import pytest

from qualdesk.core import words
from qualdesk.core.definition import VerdictKind, judge
from qualdesk.core.languages import in_language, untranslated
from qualdesk.core.questions import Answer, check_answer
from qualdesk.core.script_review import review
from qualdesk.core.scripts import (
    WANTS_CALL,
    CallScript,
    QuestionId,
    QuestionKind,
    fit_is_open,
    live_answers,
    next_question,
)
from qualdesk.core.sources import SourceType
from qualdesk.files.documents import read_definition, read_script
from qualdesk.resources import shipped

SCRIPTS = sorted(shipped("scripts").glob("*.toml"))
DEFINITION = read_definition(shipped("definitions", "qualified-lead.toml"))
FULL = read_script(shipped("scripts", "full-discovery.toml"))

# What a plant manager with a machine of their own says, question by question.
GOOD_CALL: dict[str, object] = {
    "still_current": "yes",
    "need": "the old sealer stops twice a shift",
    "since": "Q3 2025",
    "consequence": "two people stand and wait",
    "hours_lost": "6",
    "today": "own_machine",
    "machine_age": "12",
    "machine_trouble": ("stops", "parts"),
    "tried": "yes",
    "why_stopped": "the offer came too late",
    "who_else": "Jens Petersen, plant director",
    "role": "recommends",
    "decides_with": "Jens Petersen",
    "date": "3_to_6_months",
    "fixed_day": "2026-10-01",
    "money": "planned",
    "approval": "the board in May",
    "criteria": ("service", "space"),
    "region": "germany_austria",
    WANTS_CALL: "yes",
    "best_time": "tue,thu 09:00-11:00",
    "opt_in": "no",
}


def spoken(script: CallScript, says: dict[str, object]) -> dict[QuestionId, Answer]:
    """A call from the first question to the last, each asked in its turn and answered."""
    answers: dict[QuestionId, Answer] = {}
    while (question := next_question(script, answers)) is not None:
        value = check_answer(question, says[question.id])
        answers[question.id] = Answer(question=question.id, value=value)
    return answers


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_shipped_script_needs_no_look(path: Path) -> None:
    """Every must-have has a question, and every question can be asked (F1)."""
    found = review(read_script(path), DEFINITION)
    assert found.is_fine, found
    assert "Every must-have of version 3 has a question." in found.says


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_shipped_opener_has_words_for_every_source(path: Path) -> None:
    """D2, in every language."""
    script = read_script(path)
    for language in script.languages:
        opener = in_language(script, language).questions[0]
        assert set(opener.say_for) == {source.value for source in SourceType}
        assert len(set(opener.say_for.values())) > len(SourceType) / 2


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_shipped_script_can_be_read_when_only_the_caller_is_known(path: Path) -> None:
    script = read_script(path)
    for language in script.languages:
        read = in_language(script, language)
        texts = [text for q in read.questions for text in (q.say, *q.say_for.values())]
        texts += [aside.say for aside in (*read.objections, *read.exits)]
        for text in (*texts, read.voicemail):
            said = words.read(text, {"caller.name": "Maya"})
            assert words.GAP not in said
            assert "{{" not in said


def test_the_full_script_says_everything_in_german_too() -> None:
    assert FULL.languages == ("en", "de")
    assert untranslated(FULL, "de") == ()
    german = in_language(FULL, "de")
    same = [q.id for q, other in zip(german.questions, FULL.questions, strict=True) if q == other]
    assert same == []


def test_the_full_script_has_every_kind_of_question_and_a_way_out() -> None:
    assert {question.kind for question in FULL.questions} == set(QuestionKind)
    assert len(FULL.exits) == 3
    assert all(aside.id for aside in (*FULL.objections, *FULL.exits))


def test_a_good_call_asks_twenty_questions_in_order_and_qualifies() -> None:
    """A discovery call of more than twenty spoken questions with branches (D1 to D4)."""
    answers = spoken(FULL, GOOD_CALL)
    assert list(answers) == list(GOOD_CALL)
    assert len(answers) >= 20
    verdict = judge(DEFINITION, FULL, answers)
    assert verdict.kind is VerdictKind.QUALIFIED
    assert verdict.must_haves_met == verdict.must_haves


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        ("own_machine", {"machine_age", "machine_trouble"}),
        ("by_hand", {"hands"}),
        ("packer", {"packer_until"}),
        ("not_yet", set()),
    ],
)
def test_what_they_use_today_opens_one_branch(today: str, asked: set[str]) -> None:
    branches = {"machine_age", "machine_trouble", "hands", "packer_until"}
    says = GOOD_CALL | {"today": today, "hands": "4", "packer_until": "2027"}
    assert set(spoken(FULL, says)) & branches == asked


def test_answers_of_a_branch_left_again_do_not_count() -> None:
    """Hidden answers are excluded (invariant 8, complaint 17)."""
    answers = spoken(FULL, GOOD_CALL)
    today = QuestionId("today")
    answers[today] = Answer(question=today, value="by_hand")
    live = live_answers(FULL, answers)
    assert "machine_age" in answers
    assert "machine_age" not in live


def test_a_no_to_the_call_asks_when_to_ask_again() -> None:
    says = GOOD_CALL | {WANTS_CALL: "no", "ask_again": "2027-Q1", "material": ("cases",)}
    answers = spoken(FULL, says)
    assert {"ask_again", "material"} <= set(answers)
    assert "best_time" not in answers
    assert judge(DEFINITION, FULL, answers).kind is VerdictKind.NURTURE


def test_fit_opens_only_after_discovery() -> None:
    """D1: no qualifying before they have said what they are working on."""
    answers = spoken(FULL, GOOD_CALL)
    opened = [
        number
        for number in range(len(answers))
        if fit_is_open(FULL, dict(list(answers.items())[:number]))
    ]
    # Whether it is still current is asked in Open, then come two answers of Discover.
    assert opened == list(range(3, len(answers)))
