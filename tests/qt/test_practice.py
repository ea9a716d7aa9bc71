"""The practice desk by keyboard: people who answer in text, on the real desk, and count nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import delete_now
from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.core.practice import PlayedCall
from qualdesk.core.questions import Question, QuestionId, QuestionKind
from qualdesk.files.practice import shipped_people
from qualdesk.qt import theme
from qualdesk.qt.call_desk.flow import CallState, Flow
from qualdesk.qt.practice.page import PracticePage
from qualdesk.qt.practice.pointer import pointer
from qualdesk.qt.practice.voice import Voice
from qualdesk.qt.shortcuts import first_keys, shortcuts

LONG = 20_000
NEED = Question(id=QuestionId("need"), kind=QuestionKind.WORDS, say="What are you working on?")
ROLE = Question(id=QuestionId("role"), kind=QuestionKind.CHOICE, say="What is your part?")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PracticePage]:
    """A practice on which nobody takes time to think."""
    made = PracticePage("Maya Lind", "Europe/Berlin", first_keys(), pace=0.0)
    qtbot.addWidget(made)
    made.resize(1366, 712)
    made.show()
    qtbot.waitUntil(lambda: made.desk.state == "ready", timeout=LONG)
    yield made
    made.close_workspace()
    delete_now(made)


def key(name: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, name)


def reached(qtbot: QtBot, page: PracticePage) -> None:
    """Dial, and say that somebody answered."""
    page.main()
    qtbot.waitUntil(lambda: page.desk.state == "dialling", timeout=LONG)
    qtbot.waitUntil(lambda: "“" in page.strip.voice.text(), timeout=LONG)
    page.main()
    qtbot.waitUntil(lambda: page.desk.state == "on a call", timeout=LONG)
    qtbot.waitUntil(lambda: page.voice is not None and page.voice.has_answered, timeout=LONG)


def test_a_call_goes_from_the_dial_to_three_lines_and_the_next_person(
    qtbot: QtBot, page: PracticePage
) -> None:
    """Screens 4.12: the app plays the other side in text, and nothing counts."""
    assert "Practice. Nothing here is real." in text_of(page)
    assert "Call 1 of 3" in text_of(page)
    first = page.call
    assert first is not None
    assert page.desk.lead_name == first.person.name
    reached(qtbot, page)
    for question in ("need", "today"):
        qtbot.waitUntil(lambda asked=question: page.desk.question == asked, timeout=LONG)
        reply = first.person.replies[question]
        qtbot.waitUntil(lambda says=reply.says: says in page.strip.voice.text(), timeout=LONG)
        QTest.keyClicks(QApplication.focusWidget(), reply.words)
        key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.desk.question == "who_else", timeout=LONG)
    page.desk.commands()["dial_hang"]()
    assert page.desk.state == "wrapping up"
    qtbot.waitUntil(lambda: first.person.bye in page.strip.voice.text(), timeout=LONG)
    page.desk.commands()["outcome_4"]()
    qtbot.waitUntil(lambda: page.desk.asked is not None, timeout=LONG)
    QTest.keyClicks(QApplication.focusWidget(), "Their colleague")
    key(Qt.Key.Key_Return)
    page.main()
    qtbot.waitUntil(lambda: page.is_reviewing, timeout=LONG)
    assert "Discovery first: 2 answers" in text_of(page.review)
    grab(page, "practice-review", (1290, 712))
    assert cut_words(page.review) == []
    assert unnamed(page) == []
    assert "Hanne wanted a specialist who calls" in text_of(page.review)
    page.main()
    qtbot.waitUntil(lambda: "Call 2 of 3" in text_of(page.strip), timeout=LONG)
    qtbot.waitUntil(lambda: page.desk.state == "ready", timeout=LONG)
    assert page.call is not None
    assert page.desk.lead_name == page.call.person.name != first.person.name


def test_an_outcome_taken_back_brings_the_person_back(qtbot: QtBot, page: PracticePage) -> None:
    page.main()
    qtbot.waitUntil(lambda: page.desk.state == "dialling", timeout=LONG)
    page.desk.commands()["outcome_1"]()
    qtbot.waitUntil(lambda: page.is_reviewing, timeout=LONG)
    assert "You chose “No answer”" in text_of(page.review)
    assert page.commands().keys() == {"palette", "calling_back"}
    page.undo()
    qtbot.waitUntil(lambda: not page.is_reviewing, timeout=LONG)
    assert page.desk.state == "dialling"
    assert "outcome_1" in page.commands()


def test_leaving_throws_all_of_it_away(qtbot: QtBot, page: PracticePage) -> None:
    folder = Path(page._folder.name)
    assert any(folder.glob("*.sqlite"))
    with qtbot.waitSignal(page.left):
        page.strip.leave.click()
    page.close_workspace()
    assert not folder.exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_strip_fits_and_says_its_names(
    qtbot: QtBot, page: PracticePage, qapp: QApplication, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme, 1.0)
    reached(qtbot, page)
    for size in ((1290, 712), (1364, 844), (1844, 1024)):
        grab(page, f"practice-{size[0]}-{scheme}", size)
        assert cut_words(page.strip) == []
        assert unnamed(page) == []


@pytest.fixture
def voice(qapp: QApplication) -> Voice:
    del qapp
    return Voice(shipped_people()[1], 0.0)


def test_they_pick_up_listen_answer_and_object_before_going_on(qtbot: QtBot, voice: Voice) -> None:
    said: list[str] = []
    voice.said.connect(lambda: said.append(voice.played.says))
    person = voice.played.person
    voice.ring()
    qtbot.waitUntil(lambda: said == [person.hello])
    voice.reach(NEED)
    need = person.replies["need"]
    qtbot.waitUntil(lambda: said[1:] == [person.listens, need.says])
    assert voice.has_answered
    voice.hear(ROLE, is_early=False)
    assert said[-1] == need.objects
    assert not voice.has_answered
    qtbot.waitUntil(lambda: voice.has_answered)
    assert said[-1] == person.otherwise["choice"]


def test_asked_about_fit_first_they_wonder_and_then_answer(qtbot: QtBot, voice: Voice) -> None:
    """D1: opening Fit early is noticed by the other side; it is not refused."""
    said: list[str] = []
    voice.reach(None)
    qtbot.waitUntil(lambda: voice.played.says == voice.played.person.listens)
    voice.said.connect(lambda: said.append(voice.played.says))
    voice.hear(ROLE, is_early=True)
    person = voice.played.person
    qtbot.waitUntil(lambda: said == [person.early, person.otherwise["choice"]])


def test_who_hung_up_says_nothing_more(qtbot: QtBot, voice: Voice) -> None:
    voice.reach(NEED)
    voice.end()
    qtbot.wait(30)
    assert voice.played.says == voice.played.person.bye


PLAYED = PlayedCall(person=shipped_people()[0]).picked_up()


@pytest.mark.parametrize(
    ("state", "played", "question", "heard", "command"),
    [
        (CallState.DIALLING, PlayedCall(person=shipped_people()[0]), None, False, "outcome_1"),
        (CallState.DIALLING, PLAYED, None, False, "primary"),
        (CallState.ON_A_CALL, PLAYED, NEED, False, ""),
        (CallState.ON_A_CALL, PLAYED.asked(NEED.id, NEED.kind), NEED, True, "Enter"),
        (
            CallState.ON_A_CALL,
            PLAYED.asked(QuestionId("who_else"), QuestionKind.PERSON).goes_on(NEED.id, NEED.kind),
            ROLE,
            True,
            "Enter",
        ),
        (CallState.BREAK, PLAYED, None, False, "break"),
        (CallState.READY, PLAYED, None, False, "Enter"),
    ],
)
def test_the_pointer_names_the_next_key(
    state: CallState, played: PlayedCall, question: Question | None, heard: bool, command: str
) -> None:
    found = pointer(Flow(state=state), played, question, heard=heard)
    assert found.says
    assert (found.command or found.key) == command
    assert not found.command or found.command in {line.id for line in shortcuts()}


def test_the_pointer_leads_to_words_for_an_objection_and_to_the_time_they_named() -> None:
    hurry = PlayedCall(person=shipped_people()[1]).picked_up().asked(NEED.id, NEED.kind)
    on_a_call = Flow(state=CallState.ON_A_CALL)
    objecting = hurry.goes_on(NEED.id, NEED.kind)
    assert pointer(on_a_call, objecting, ROLE, heard=False).command == "question_jump"
    leaving = hurry.asked(QuestionId("today"), QuestionKind.WORDS)
    assert pointer(on_a_call, leaving, ROLE, heard=True).command == "outcome_6"
    third = PlayedCall(person=shipped_people()[2]).picked_up()
    naming = third.asked(QuestionId("who_else"), QuestionKind.PERSON)
    assert pointer(on_a_call, naming, NEED, heard=True).command == "referral"
    assert "Samir Oduya" in pointer(on_a_call, naming, NEED, heard=True).says
    chosen = on_a_call.chose("qualified")
    assert pointer(chosen, naming, NEED, heard=True).command == "primary"
    wrapping = Flow(state=CallState.WRAPPING_UP)
    assert pointer(wrapping, naming, None, heard=True).says.startswith("Choose")
    assert pointer(wrapping.chose("nurture"), naming, None, heard=True).command == "primary"
    assert pointer(Flow(), naming, None, heard=True).says == ""


def test_after_the_last_question_the_pointer_names_the_outcomes() -> None:
    """Enter has nowhere to go on to: it must not be named for ever."""
    heard = PLAYED.asked(ROLE.id, ROLE.kind)
    talk = Flow(state=CallState.ON_A_CALL)
    assert pointer(talk, heard, ROLE, heard=True).key == "Enter"
    done = pointer(talk, heard, ROLE, heard=True, is_all_asked=True)
    assert done.says.startswith("Everything is asked.")
    assert done.key == ""


def test_next_call_pressed_twice_begins_one_call(qtbot: QtBot, page: PracticePage) -> None:
    """A second one would arrive under a caller who has dialled the first."""
    page.main()
    qtbot.waitUntil(lambda: page.desk.state == "dialling", timeout=LONG)
    page.desk.commands()["outcome_1"]()
    qtbot.waitUntil(lambda: page.is_reviewing, timeout=LONG)
    page.main()
    page.main()
    qtbot.waitUntil(lambda: page.desk.state == "ready" and not page.is_reviewing, timeout=LONG)
    page.main()
    qtbot.waitUntil(lambda: page.desk.state == "dialling", timeout=LONG)
    assert page._round == 2
    assert page.desk.state == "dialling"
    assert "Call 2 of 3" in text_of(page.strip)
