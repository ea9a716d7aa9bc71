"""Whoever is played in a practice call: what they say when, and what is said of the call."""

from dataclasses import replace

import pytest

from calls import DATE, PROJECT, SCRIPT
from qualdesk.core.practice import CallMade, Person, PlayedCall, Reply, what_went_well
from qualdesk.core.questions import Answer, QuestionId, QuestionKind

WORDS, CHOICE = QuestionKind.WORDS, QuestionKind.CHOICE
WHO = QuestionId("who_else")
PERSON = Person(
    order=1,
    name="Hanne Vossberg",
    title="Head of packing",
    company="Quellbach Tea",
    city="Berlin",
    country="DE",
    zone="Europe/Berlin",
    phone="+49 30 23125 611",
    email="hanne@quellbach.example",
    did="tray sealer, 6 minutes",
    note="Asked twice.",
    mood="Friendly",
    hello="Vossberg, good morning.",
    listens="Go ahead.",
    early="Do you not want to know what it is for?",
    bye="Goodbye.",
    fits=("qualified",),
    wish="a specialist who calls",
    replies={
        PROJECT: Reply(says="The trays.", objects="Just send me something.", objection="send"),
        WHO: Reply(says="Talk to Bernd Kessel.", names="Bernd Kessel"),
        DATE: Reply(says="Call me on Thursday.", leaves=True),
    },
    otherwise={"words": "I could not say.", "choice": "The first."},
)


@pytest.fixture
def call() -> PlayedCall:
    return PlayedCall(person=PERSON).picked_up()


def test_nobody_speaks_before_they_pick_up(call: PlayedCall) -> None:
    assert PlayedCall(person=PERSON).says == ""
    assert call.says == PERSON.hello
    assert call.opened().says == PERSON.listens
    assert call.ended().says == PERSON.bye


def test_every_question_of_any_script_has_a_reply(call: PlayedCall) -> None:
    assert call.asked(PROJECT, WORDS).says == "The trays."
    assert call.asked(QuestionId("own_1"), CHOICE).says == "The first."
    # A kind nobody wrote anything for is answered in words.
    assert call.asked(QuestionId("own_2"), QuestionKind.SLOT).says == "I could not say."
    assert call.asked(QuestionId("thanks"), QuestionKind.READ_ALOUD).says == PERSON.bye
    silent = replace(PERSON, otherwise={})
    assert PlayedCall(person=silent).asked(QuestionId("own_3"), WORDS).says


def test_they_object_once_to_each_thing_and_only_after_they_answered(call: PlayedCall) -> None:
    assert call.goes_on(PROJECT, WORDS) is call
    answered = call.asked(PROJECT, WORDS)
    objecting = answered.goes_on(PROJECT, WORDS)
    assert (objecting.says, objecting.is_objecting) == ("Just send me something.", True)
    convinced = objecting.asked(WHO, WORDS)
    assert not convinced.is_objecting
    again = convinced.asked(PROJECT, WORDS)
    assert again.goes_on(PROJECT, WORDS) is again


def test_whom_they_name_and_that_they_must_go_is_noticed(call: PlayedCall) -> None:
    named = call.asked(WHO, WORDS)
    assert named.names == "Bernd Kessel"
    assert named.asked(PROJECT, WORDS).names == ""
    leaving = named.asked(DATE, CHOICE)
    assert leaving.leaves
    assert leaving.asked(PROJECT, WORDS).leaves


def test_asked_about_fit_too_early_they_say_so_and_have_not_answered(call: PlayedCall) -> None:
    """D1: discovery comes first, and the other side notices when it does not."""
    early = call.asked(DATE, CHOICE, is_early=True)
    assert early.says == PERSON.early
    assert DATE not in early.heard
    assert not early.leaves


def said(question: QuestionId, value: str, words: str = "") -> Answer:
    return Answer(question=question, value=value, words=words)


FOUND = (said(PROJECT, "A second line"), said(QuestionId("machine"), "Two of 2013"))


def made(outcome: str = "qualified", *answers: Answer, early: bool = False) -> CallMade:
    return CallMade(
        outcome=outcome,
        label="Qualified" if outcome == "qualified" else "No answer",
        says="to hand-off",
        answers=answers,
        fit_opened_early=early,
    )


def test_a_good_call_is_praised_in_three_lines() -> None:
    discovery, words, step = what_went_well(made("qualified", *FOUND), PERSON, SCRIPT)
    assert (discovery.is_good, words.is_good, step.is_good) == (True, True, True)
    assert discovery.says == "Discovery first: 2 answers about them before anything about fit."
    assert "2 answers as they said them" in words.says
    assert step.says.startswith("Next step agreed: Hanne wanted a specialist who calls.")
    assert "Qualified, to hand-off" in step.says


def test_what_was_missed_is_said_as_what_to_try_next() -> None:
    lines = what_went_well(made("no_answer"), PERSON, SCRIPT)
    assert [line.is_good for line in lines] == [False, False, False]
    assert "Ask what they are working on" in lines[0].says
    assert "Type a few" in lines[1].says
    assert "You chose “No answer”" in lines[2].says


def test_fit_opened_early_is_said_whatever_was_answered_later() -> None:
    """D1: opening it early is counted; here it is only told."""
    discovery = what_went_well(made("qualified", *FOUND, early=True), PERSON, SCRIPT)[0]
    assert not discovery.is_good
    assert "Fit was opened before" in discovery.says


def test_a_number_pressed_is_no_word_of_theirs() -> None:
    """D4: typed data with the person's own words beside it."""
    pressed = (said(DATE, "soon"), said(QuestionId("today"), "machine"))
    assert not what_went_well(made("qualified", *pressed), PERSON, SCRIPT)[1].is_good
    beside = tuple(replace(answer, words=f"In {n} weeks") for n, answer in enumerate(pressed))
    assert what_went_well(made("qualified", *beside), PERSON, SCRIPT)[1].is_good


def test_a_lead_given_back_without_a_call_is_told_so() -> None:
    lines = what_went_well(CallMade(outcome="", label="", says="", answers=()), PERSON, None)
    assert lines[2].says.startswith("Hanne was not called.")
