"""Nothing typed on the desk is ever lost: not by a lead that changes, a refusal, or a kill."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import CALLER, LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.typed import Typed
from qualdesk.files.documents import read_script
from qualdesk.files.typed import keep_typed, read_typed
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.call_desk.popovers.call_back import CallBackPopOver
from qualdesk.qt.call_desk.popovers.others import ReferralPopOver
from qualdesk.qt.call_desk.session import BUSY
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.resources import shipped
from seats import NADIA, held, rows

KATRIN, MARCUS = LeadId(1), LeadId(2)
LONGER_THAN_A_SECOND = 1300


class Window:
    """The desk in its window, on a workspace that others can get at too."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        self.typed = path.with_name(f"typed-0a-0b-{os.getpid()}.json")
        self.open()

    def open(self) -> None:
        """Start the program."""
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(
            self.lanes, self.clock, LONDON, first_keys(), open_link=lambda _link: True
        )
        self.page.keep_typed_in(self.typed)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.page.refresh()
        self.lanes.settle()
        self.keys = Keys(self.shell, self.lanes)

    def die(self) -> None:
        """The program is gone at once: nothing is saved on the way out."""
        delete_now(self.shell)

    def reach(self) -> None:
        self.keys.press("Return")
        self.keys.press("Ctrl+Return")

    def type_at_once(self, text: str) -> None:
        """Letters one after the other, without a rest between them that anything could use."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def card(self, lead_id: LeadId = KATRIN, by: str = NADIA) -> CallCard:
        """What a supervisor sees of a lead; its call under way whoever is on it."""
        desk = desk_on(self.path, self.clock, by)
        found = desk.calling.card(lead_id)
        desk.close()
        return found

    def until(self, holds: Callable[[], bool], longest_ms: int = 15_000) -> bool:
        """Let time pass until it holds; whether it came to that."""
        for _ in range(longest_ms // 50):
            if holds():
                return True
            QTest.qWait(50)
        return holds()

    def notes(self) -> str:
        """All notes of calls, as the workspace has them."""
        return "".join(note for (note,) in rows(self.path, "SELECT note FROM attempt"))

    def rest(self, milliseconds: int = LONGER_THAN_A_SECOND) -> None:
        QTest.qWait(milliseconds)
        self.lanes.settle()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        found = Window(path, lanes, clock)
        yield found
        found.die()


def test_who_types_without_a_pause_is_saved_all_the_same(window: Window) -> None:
    """At most a second behind: a save that waits for a rest never comes to a fast typist."""
    window.reach()
    window.keys.press("F2")
    for letter in "prefers mornings, ":
        window.type_at_once(letter)
        QTest.qWait(80)
    window.lanes.settle()
    attempt = window.card(by=CALLER).attempt
    assert attempt is not None
    assert attempt.note.startswith("prefers m"), "typed for 1.4 s, the rest never came"


def test_a_workspace_another_program_holds_is_said_until_it_lets_go(window: Window) -> None:
    """Complaint 12: a key that seems to do nothing is pressed again, or the program is ended."""
    heard: list[str] = []
    window.page.save_state.connect(heard.append)
    window.reach()
    window.keys.press("F2")
    with held(window.path) as let_go:
        window.type_at_once("prefers mornings")
        assert window.until(lambda: bool(heard) and heard[-1] == BUSY, 5_000), heard
        window.type_at_once(", not Fridays")
        QTest.qWait(1_200)
        assert heard[-1] == BUSY, "more typing does not hide it"
        let_go()
    assert window.until(lambda: heard[-1] == "Saved")
    window.rest()
    assert "prefers mornings, not Fridays" in window.notes()


@pytest.mark.parametrize("typed_after", ["dial", "ringing"])
def test_words_typed_before_the_first_question_stand_in_it(
    window: Window, typed_after: str
) -> None:
    """While a slow desk still writes the call down the cursor is on the button, not in a field."""
    if typed_after == "dial":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    else:
        window.keys.press("Return")
    window.type_at_once("a new lime")
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    window.type_at_once("ne")
    window.lanes.settle()
    assert window.page.state == "dialling", "a space between two words presses no button"
    if typed_after == "ringing":  # else what is said of the call stands there since
        assert window.page.says == "“a new line” waits for the first question."
    window.keys.press("Ctrl+Return")
    assert window.page.view.script.card.words.toPlainText() == "a new line"
    window.type_at_once(" in autumn")
    window.keys.press("Return")
    (answer,) = window.card(by=CALLER).answers.values()
    assert answer.value == "a new line in autumn"


def test_what_the_list_says_is_kept_by_enter_and_replaced_by_typing(window: Window) -> None:
    """O6: with the cursor behind it, what they say now would hang on what they wrote then."""
    desk = desk_on(window.path, window.clock, NADIA)
    form = window.path.with_name("form.csv")
    form.write_text(
        "Id;Name;Phone;Q;R\nscan-1;Katrin Albers;+49 40 66969 214;less waste;By hand\n", "utf-8"
    )
    asked = {"Id": "external_id", "Q": "question:need", "R": "question:today"}
    desk.intake.load(form, campaign="PackTech Expo 2026", region="DE", mapping=asked)
    desk.close()
    window.page.refresh()
    window.lanes.settle()
    window.reach()
    field = window.page.view.script.card.words
    assert (window.page.question, field.toPlainText()) == ("need", "less waste")
    assert "Enter keeps it" in window.page.view.script.info
    window.keys.press("PageDown")
    window.keys.press("PageUp")
    answers = window.card(by=CALLER).answers
    assert not any(one.confirmed for one in answers.values()), "walked past, it was not said"
    window.type_at_once("less")
    window.page.setFocus()  # back from a card over the page: what is typed is not selected again
    window.type_at_once(" scrap")
    window.keys.press("Return")
    window.keys.press("Return")
    said = {key: (one.value, one.confirmed) for key, one in window.card(by=CALLER).answers.items()}
    assert said == {"need": ("less scrap", True), "today": ("By hand", True)}


def test_words_typed_while_it_rang_for_nobody_are_in_the_note(window: Window) -> None:
    window.keys.press("Return")
    window.type_at_once("1rings out")
    window.keys.press("Alt+1")
    assert window.page.lead_name == "Marcus Hale"
    assert window.notes() == "rings out"


def test_words_typed_while_it_rang_come_back_after_a_kill(window: Window) -> None:
    """Bar 10: they stood in no field yet."""
    window.keys.press("Return")
    window.type_at_once("rings out")
    QTest.qWait(450)
    window.die()
    window.open()
    assert window.page.view.script.note.toPlainText() == "rings out"


def test_words_typed_while_it_rang_take_nothing_away(window: Window) -> None:
    """A promise that comes due is offered once; and without a question they are seen at once."""
    window.keys.press("Return")
    notice, taken = window.page._steps.notice, list[str]()
    notice.offer("call", "Ines asked for 10:00", "", ("Make it next", lambda: taken.append("Ines")))
    window.type_at_once("a machine")
    notice.take_focus()
    window.keys.press("Return")
    assert taken == ["Ines"]
    window.shell.commands()["dial_hang"]()
    assert window.page.view.script.note.toPlainText() == "a machine"


def test_an_answer_typed_while_it_rang_is_typed_on(window: Window) -> None:
    """Bar 10: the key for “Reached” came before the first words were saved."""
    window.keys.press("Return")
    window.keys.press("PageDown")
    window.type_at_once("a new ")
    window.keys.press("Ctrl+Return")
    window.type_at_once("line")
    assert (window.page.state, window.page.question) == ("on a call", "need")
    assert window.page.view.script.card.words.toPlainText() == "a new line"


def test_words_typed_a_moment_before_the_outcome_are_kept(window: Window) -> None:
    """D4, complaint 12: the outcome key does not outrun the last answer."""
    window.reach()
    window.type_at_once("a new line in autumn")
    window.keys.press("Alt+4")
    window.keys.press("Return")
    window.keys.press("Ctrl+Return")
    assert window.page.lead_name == "Marcus Hale"
    answers = window.card().answers
    assert [answer.value for answer in answers.values()] == ["a new line in autumn"]


def test_what_fits_no_answer_is_kept_in_the_note(window: Window) -> None:
    """Half a time is no answer, and was said all the same."""
    desk = desk_on(window.path, window.clock, NADIA)
    (one,) = desk.library.campaigns()
    script = read_script(shipped("scripts", "full-discovery.toml"))
    desk.library.set_script(one.campaign.id, script)
    desk.close()
    window.reach()
    window.keys.press("PageDown")
    window.keys.type("a new line")
    window.keys.press("Return")
    assert window.page.question == "since"
    window.type_at_once("after the fair, he thinks")
    window.keys.press("PageUp")
    assert window.page.question == "need"
    assert window.until(lambda: window.notes().endswith(": after the fair, he thinks"))


def test_the_next_lead_waits_while_somebody_types_on(window: Window) -> None:
    """A new lead never takes the place of the one under the cursor."""
    window.keys.press("Return")
    window.keys.press("F2")
    window.type_at_once("rings ")
    QTest.keyClick(QApplication.focusWidget(), "1", Qt.KeyboardModifier.AltModifier)
    window.type_at_once("out, ask for the plant")
    window.lanes.settle()
    assert window.page.view.script.note.toPlainText() == "rings out, ask for the plant"
    assert "when you stop typing" in window.page.says
    window.rest(1600)
    assert window.page.lead_name == "Marcus Hale"
    assert window.page.view.script.note.toPlainText() == ""
    assert window.card().past_calls[0].note == "rings out, ask for the plant"


def test_the_main_key_brings_the_lead_that_waits_at_once(window: Window) -> None:
    window.keys.press("Return")
    window.keys.press("F2")
    QTest.keyClick(QApplication.focusWidget(), "1", Qt.KeyboardModifier.AltModifier)
    window.type_at_once("no machine")
    window.lanes.settle()
    assert window.page.lead_name != "Marcus Hale"
    window.keys.press("Ctrl+Return")
    assert window.page.lead_name == "Marcus Hale"
    assert window.page.state == "ready", "it brings them and dials nobody"


def test_a_lead_that_comes_by_itself_waits_until_a_question_is_answered(window: Window) -> None:
    """What is asked is asked about the lead that is there: it is not swapped underneath."""
    window.keys.press("F7")
    desk = desk_on(window.path, window.clock)
    desk.calling.release(KATRIN)
    other = desk_on(window.path, window.clock, caller="Ana Noor")
    assert other.calling.next_lead().lead.id == KATRIN  # type: ignore[union-attr]
    window.page.refresh()
    window.lanes.settle()
    assert window.page.asked is not None
    assert window.page.lead_name == "Katrin Albers"
    window.keys.press("Escape")
    assert window.until(lambda: window.page.lead_name == "Marcus Hale")
    other.close()
    desk.close()


def test_a_note_before_any_call_waits_for_whoever_has_the_lead_next(window: Window) -> None:
    """Skipped or on a break: there is no call to keep it in, and it is not thrown away."""
    window.keys.press("F2")
    window.keys.type("moved to the Berlin plant")
    window.page.refresh()
    window.lanes.settle()
    assert window.page.view.script.note.toPlainText() == "moved to the Berlin plant"
    window.keys.press("F7")
    window.keys.press("1")
    window.keys.press("Return")
    assert window.page.lead_name == "Marcus Hale"
    desk = desk_on(window.path, window.clock, NADIA)
    (left,) = desk.search.messages(KATRIN)
    assert (left.says, left.left_by) == ("moved to the Berlin plant", "Maya Lind")
    desk.close()


def test_a_lead_that_is_lost_while_typing_keeps_what_was_being_typed(window: Window) -> None:
    """Claim lost while away: said plainly who has it, and nothing typed is gone."""
    window.reach()
    window.keys.press("F2")
    window.keys.type("wants the long offer")
    window.keys.press("Alt+6")
    window.keys.type("thu half")
    window.rest()
    window.clock.advance(timedelta(minutes=20))
    other = desk_on(window.path, window.clock, caller="Ana Noor")
    taken = other.calling.next_lead()
    while isinstance(taken, CallCard) and taken.lead.id != KATRIN:
        other.calling.skip(taken.lead.id, "not now")
        taken = other.calling.next_lead()
    # The laptop woke up: the hold is looked at by itself.
    assert window.until(lambda: "Ana Noor has this lead now" in window.page.says)
    assert window.until(lambda: "thu half" in window.notes()), "also what stood in the pop-over"
    assert window.notes().startswith("wants the long offer")
    assert "supervisor" in window.page.says
    other.close()


def test_esc_discards_nothing_that_was_typed(window: Window) -> None:
    window.reach()
    window.type_at_once("a new line")
    window.keys.press("Escape")
    assert window.page.view.script.card.words.toPlainText() == "a new line"
    window.keys.press("F2")
    window.type_at_once("ask for Jens")
    window.keys.press("Escape")
    assert window.page.view.script.note.toPlainText() == "ask for Jens"
    window.keys.press("F8")
    window.type_at_once("Jens Pet")
    window.keys.press("Escape")
    window.keys.press("F8")
    over = window.page.asked
    assert over is not None
    assert over.name.text() == "Jens Pet"  # type: ignore[attr-defined]


def test_a_kill_in_the_middle_of_a_word_brings_back_the_word_where_it_was(
    window: Window,
) -> None:
    """Bar 10: words, note and pop-over stand where they stood, on the same call."""
    window.reach()
    window.type_at_once("a new line in aut")
    QTest.qWait(450)
    assert stat.S_IMODE(window.typed.stat().st_mode) == 0o600, "only its person reads it"
    window.keys.press("F8")
    window.type_at_once("Jens Pet")
    QTest.qWait(450)
    window.die()
    window.open()
    assert (window.page.state, window.page.question) == ("on a call", "need")
    assert window.page.view.script.card.words.toPlainText() == "a new line in aut"
    assert "Jens Pet" in window.page.view.script.note.toPlainText()
    assert "is back where it was" in window.page.says
    assert window.until(lambda: not window.typed.exists()), "gone when all of it is saved"
    window.keys.press("F8")
    over = window.page.asked
    assert over is not None
    assert over.name.text() == "Jens Pet"  # type: ignore[attr-defined]


def test_half_a_time_comes_back_where_it_was_and_is_read_again(window: Window) -> None:
    """Bar 10: a call back that was being typed is one key away after a kill."""
    window.reach()
    window.keys.press("Alt+6")
    over = window.page.asked
    assert isinstance(over, CallBackPopOver)
    window.type_at_once("tomorrow 10:30")
    QTest.qWait(450)
    window.lanes.settle()
    window.die()
    window.open()
    window.keys.press("F8")
    assert isinstance(window.page.asked, ReferralPopOver)
    assert not window.page.asked.name.text(), "not in the fields of another pop-over"
    window.keys.press("Escape")
    window.keys.press("Alt+6")
    over = window.page.asked
    assert isinstance(over, CallBackPopOver)
    assert over.when.text() == "tomorrow 10:30"
    assert over.reading is not None


def test_what_the_workspace_could_not_take_is_saved_at_the_next_start(window: Window) -> None:
    """Nothing typed is lost by a workspace that is out of reach when the program ends."""
    window.reach()
    with held(window.path):
        window.type_at_once("a new line in autumn")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
        window.type_at_once("prefers mornings")
        QTest.qWait(900)
        kept = read_typed(window.typed)
        assert kept is not None
        assert [answer.value for answer in kept.answers] == ["a new line in autumn"]
        window.die()
    window.open()
    card = window.card()
    assert [answer.value for answer in card.answers.values()] == ["a new line in autumn"]
    assert window.page.view.script.note.toPlainText() == "prefers mornings"
    window.rest()
    attempt = window.card(by=CALLER).attempt
    assert attempt is not None
    assert attempt.note == "prefers mornings"


def test_typing_about_a_lead_that_is_elsewhere_by_now_is_saved_there(window: Window) -> None:
    window.reach()
    window.keys.press("F2")
    window.type_at_once("wants the long offer")
    QTest.qWait(450)
    window.die()
    attempt = window.card(by=CALLER).attempt
    assert attempt is not None
    desk = desk_on(window.path, window.clock)
    desk.calling.finish(attempt.id, "no_answer")
    desk.close()
    window.open()
    assert window.page.lead_name == "Marcus Hale"
    assert "is saved with their lead" in window.page.says
    assert window.card().past_calls[0].note == "wants the long offer"


def test_typing_a_full_disk_could_not_take_is_written_as_soon_as_there_is_room(
    window: Window,
) -> None:
    """The same letters are tried again, though nobody types another one."""
    in_the_way = window.typed.with_suffix(".new")
    in_the_way.mkdir()
    (in_the_way / "full").write_text("", encoding="utf-8")
    window.reach()
    with held(window.path):
        window.type_at_once("a new line in autumn")
        QTest.qWait(600)
        assert not window.typed.exists()
        (in_the_way / "full").unlink()
        in_the_way.rmdir()
        assert window.until(window.typed.exists, 3000)
        kept = read_typed(window.typed)
        assert kept is not None
        assert "a new line in autumn" in {kept.words, *(one.value for one in kept.answers)}


def test_typing_about_somebody_who_was_erased_since_is_gone_and_said_without_their_name(
    window: Window,
) -> None:
    window.reach()
    window.keys.press("F2")
    window.type_at_once("wants the long offer")
    QTest.qWait(450)
    window.die()
    keep_typed(window.typed, Typed(lead_id=KATRIN, name="Katrin Albers", note="the long offer"))
    colleague = window.typed.with_name("typed-0a-0c-1.json")
    keep_typed(colleague, Typed(lead_id=KATRIN, name="Katrin Albers", note="rings back"))
    desk = desk_on(window.path, window.clock, NADIA)
    desk.erasing.erase(KATRIN)
    desk.close()
    window.open()
    assert window.until(lambda: "somebody who was erased" in window.page.says)
    assert "Katrin" not in window.page.says
    assert window.until(lambda: not window.typed.exists() and not colleague.exists())


def test_what_two_programs_left_comes_back_one_after_the_other(window: Window) -> None:
    for key in ("Return", "Alt+1", "Return", "Alt+1"):  # Katrin Albers and he are not there
        window.keys.press(key)
    assert window.page.lead_name == "Ines Fournier"
    window.die()
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    other = window.typed.with_name(f"typed-0a-0b-{gone.pid}.json")
    keep_typed(window.typed, Typed(lead_id=MARCUS, name="Marcus Hale", note="rings after three"))
    keep_typed(other, Typed(lead_id=MARCUS, name="Marcus Hale", note="ask for the plant"))
    window.open()
    assert window.until(lambda: not window.typed.exists() and not other.exists(), 5000)
    window.lanes.settle()
    desk = desk_on(window.path, window.clock, NADIA)
    left = {one.says for one in desk.search.messages(MARCUS)}
    assert left == {"rings after three", "ask for the plant"}
    desk.close()
