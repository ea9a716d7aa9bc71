"""A caller's morning in the real window, by keys alone, on a real workspace file."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from makers import make_clock
from qt.desks import LEADS, LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.qt.widgets.outcome import OutcomeButton
from qualdesk.qt.widgets.undo import UndoCard
from seats import NADIA

MOST_PRESSES = 25


class Morning:
    """The window as a caller has it, and the phone on their table: it notes what was dialled."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        self.dialled: list[str] = []
        self.answers_the_phone = True
        self.open()

    def open(self) -> None:
        """Start the program."""
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(
            self.lanes, self.clock, LONDON, first_keys(), open_link=self._open_link
        )
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.page.refresh()
        self.lanes.settle()
        self.keys = Keys(self.shell, self.lanes)

    def close(self) -> None:
        """The program ends, whatever it was doing."""
        self.shell.close()
        delete_now(self.shell)

    def wait(self, span: timedelta) -> None:
        """Time passes, and the window notices."""
        self.clock.advance(span)
        QTest.qWait(1100)
        self.lanes.settle()

    def _open_link(self, link: str) -> bool:
        self.dialled.append(link)
        return self.answers_the_phone


@pytest.fixture
def morning(qapp: QApplication, tmp_path: Path) -> Iterator[Morning]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        found = Morning(path, lanes, clock)
        yield found
        found.close()


def reach(morning: Morning) -> None:
    morning.keys.press("Return")
    morning.keys.press("Ctrl+Return")


def test_a_call_with_eight_answers_and_a_call_back_takes_at_most_25_presses(
    morning: Morning,
) -> None:
    """From the first lead to the next, nothing but keys (D1, D4, Q4; bar 1)."""
    keys, page = morning.keys, morning.page
    assert (page.state, page.lead_name) == ("ready", "Katrin Albers")

    reach(morning)
    assert morning.dialled == ["tel:+49-40-66969214"]
    assert (page.state, page.question) == ("on a call", "need")
    for words in ("a new line in autumn", "two thermoformers of 2014", "Jens Petersen, plant"):
        keys.type(words)
        keys.press("Return")
    for digit in "1212":
        keys.press(digit)
        keys.press("Return")
    keys.press("2")
    keys.press("Return")
    keys.press("Alt+6")
    keys.press("2")
    keys.press("Return")
    assert page.state == "on a call", "an outcome key never ends the call"
    keys.press("Ctrl+Return")

    assert (page.state, page.lead_name) == ("ready", "Marcus Hale")
    assert keys.presses <= MOST_PRESSES
    desk = desk_on(morning.path, morning.clock, NADIA)
    kept = desk.calling.card(first_lead(morning))
    assert len(kept.answers) == 8
    assert kept.lead.bucket is Bucket.CALLBACK
    assert kept.callback is not None
    desk.close()


def first_lead(morning: Morning) -> int:
    """The id of Katrin Albers: the first row that was loaded."""
    del morning
    return 1


def test_no_answer_takes_three_presses_and_the_next_lead_is_there(morning: Morning) -> None:
    """Enter, Alt+1 (bar 2): what takes most of a caller's day must cost least."""
    keys, page = morning.keys, morning.page
    keys.press("Return")
    keys.press("Alt+1")
    assert keys.presses == 3
    assert (page.state, page.lead_name) == ("ready", "Marcus Hale")
    undo = page.view.strip.undo
    assert undo.isVisible()
    assert "Katrin Albers: no answer" in undo.accessibleName()
    assert page.view.bar.main.hasFocus(), "Enter dials the next one"


def test_an_outcome_can_be_taken_back_for_ten_seconds(morning: Morning) -> None:
    """The last outcome is undone by its own key; after ten seconds it is not (bar 8)."""
    keys, page = morning.keys, morning.page
    keys.press("Return")
    keys.press("Alt+1")
    keys.press("Ctrl+Z")
    assert (page.state, page.lead_name) == ("dialling", "Katrin Albers")
    keys.press("Alt+2")
    assert page.lead_name == "Marcus Hale"
    morning.wait(timedelta(seconds=11))
    assert not page.view.strip.undo.isVisible()
    keys.press("Ctrl+Z")
    assert page.lead_name == "Marcus Hale"


def test_undo_in_a_field_takes_back_the_words_and_not_the_outcome(morning: Morning) -> None:
    keys, page = morning.keys, morning.page
    keys.press("Return")
    keys.press("Alt+1")
    reach(morning)
    keys.type("wrong")
    keys.press("Ctrl+Z")
    assert page.lead_name == "Marcus Hale"
    assert page.view.script.card.words.toPlainText() == ""


def test_a_call_cut_off_in_the_middle_goes_on_with_every_answer(morning: Morning) -> None:
    """Power cut: on restart the call is offered again, with what was said (bar 10)."""
    keys = morning.keys
    reach(morning)
    keys.type("a new line in autumn")
    keys.press("Return")
    keys.type("two thermoformers")
    keys.press("Return")
    morning.close()

    morning.open()
    page = morning.page
    assert (page.state, page.lead_name) == ("on a call", "Katrin Albers")
    assert page.says == (
        "You were in a call with Katrin Albers at 09:24. 2 answers are safe. Go on?"
    )
    assert page.question == "who_else"
    assert page.view.script.card.words.hasFocus()
    assert len(morning.dialled) == 1, "nobody is dialled twice"


def test_fit_asks_once_before_it_opens_early_and_the_opening_is_counted(morning: Morning) -> None:
    """Discovery first (D1): a nudge, never a wall."""
    keys, page = morning.keys, morning.page
    reach(morning)
    for _ in range(2):
        keys.press("PageDown")
    assert page.question == "who_else"
    keys.press("PageDown")
    assert page.question == "who_else"
    assert "two answers in Discover" in page.view.script.info
    keys.press("PageDown")
    assert page.question == "role"
    desk = desk_on(morning.path, morning.clock)
    card = desk.calling.card(first_lead(morning))
    assert card.attempt is not None
    assert card.attempt.fit_opened_early
    desk.close()


def test_a_time_on_their_clock_names_its_place_where_ours_shows_another(morning: Morning) -> None:
    """The key has no room for it: its tip and its name say it, and the card after it."""
    morning.keys.press("Return")
    (key,) = (
        each
        for each in morning.shell.findChildren(OutcomeButton)
        if each.accessibleName().startswith("No answer")
    )
    says = key.consequence
    assert says.startswith("again ")
    assert f"{says} in Berlin" in key.accessibleName()
    assert f"{says} in Berlin" in key.toolTip()
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    morning.lanes.settle()
    (card,) = morning.shell.findChildren(UndoCard)
    assert f"A{says[1:]} in Berlin" in card.accessibleName()


def test_qualified_leads_to_the_question_that_is_missing(morning: Morning) -> None:
    """Nobody is handed over without a yes to being called (D3): the key says so and goes there."""
    keys, page = morning.keys, morning.page
    reach(morning)
    keys.press("Alt+9")
    assert page.question == "wants_call"
    assert "needs 5 more answers" in page.says
    keys.press("1")
    keys.press("Return")
    keys.press("Alt+9")
    assert page.question == "need", "the first must-have that is still open"
    assert "must-haves are open" in page.says
    desk = desk_on(morning.path, morning.clock, NADIA)
    assert desk.calling.card(first_lead(morning)).lead.bucket is not Bucket.QUALIFIED
    desk.close()


def test_ready_lets_nothing_pass_that_needs_a_call(morning: Morning) -> None:
    keys, page = morning.keys, morning.page
    for key in (1, 2, 3, 4):
        keys.press(f"Alt+{key}")
        assert page.lead_name == "Katrin Albers"
        assert "Dial first" in page.says
    keys.press("Alt+5")
    assert page.lead_name == "Marcus Hale"


def test_a_colleague_who_is_named_becomes_a_lead_in_seconds(morning: Morning) -> None:
    """F8, a name, a role, Enter (D5)."""
    keys, page = morning.keys, morning.page
    reach(morning)
    keys.press("F8")
    keys.type("Jens Petersen")
    keys.press("Tab")
    keys.type("Plant director")
    keys.press("Return")
    assert "Jens Petersen is added" in page.says
    assert page.view.script.card.words.hasFocus(), "the cursor is back where it was"


def test_do_not_call_acts_at_once_and_the_next_lead_is_there(morning: Morning) -> None:
    """One key and Enter (Q6), with ten seconds to take it back."""
    keys, page = morning.keys, morning.page
    keys.press("Ctrl+Shift+D")
    keys.press("Return")
    assert page.lead_name == "Marcus Hale"
    desk = desk_on(morning.path, morning.clock, NADIA)
    assert desk.calling.card(first_lead(morning)).lead.bucket is Bucket.DO_NOT_CALL
    desk.close()
    keys.press("Ctrl+Z")
    assert (page.state, page.lead_name) == ("ready", "Katrin Albers")


def test_a_reasoned_no_is_one_digit_away(morning: Morning) -> None:
    """Not a fit, with a reason by its number (D6)."""
    keys, page = morning.keys, morning.page
    reach(morning)
    keys.press("Alt+8")
    keys.press("6")
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert page.lead_name == "Marcus Hale"
    assert "Only the giveaway" in page.view.strip.undo.accessibleName()


def test_without_a_phone_program_the_number_is_copied_and_the_timer_runs(
    morning: Morning,
) -> None:
    morning.answers_the_phone = False
    morning.keys.press("Return")
    assert morning.page.says.startswith("The number is copied.")
    assert QApplication.clipboard().text() == "+494066969214"
    assert morning.page.state == "dialling"


def test_the_note_is_saved_while_it_is_typed(morning: Morning) -> None:
    keys = morning.keys
    reach(morning)
    keys.press("F2")
    keys.type("Prefers mornings.")
    QTest.qWait(900)
    morning.lanes.settle()
    desk = desk_on(morning.path, morning.clock)
    card = desk.calling.card(first_lead(morning))
    assert card.attempt is not None
    assert card.attempt.note == "Prefers mornings."
    desk.close()


def test_an_empty_queue_explains_itself_and_ends_by_itself(morning: Morning) -> None:
    """Why nothing can be called, with counts that add up, and when it goes on (Q3)."""
    keys, page = morning.keys, morning.page
    for _ in LEADS:
        keys.press("Return")
        keys.press("Alt+3")
    assert page.state == "empty"
    assert "comes at 09:54, by itself" in page.view.empty.says
    assert page.view.strip.undo.isVisible(), "the last outcome can still be taken back"
    morning.wait(timedelta(minutes=30, seconds=1))
    assert (page.state, page.lead_name) == ("ready", "Katrin Albers")


def test_a_break_gives_the_lead_back_and_coming_back_brings_one(morning: Morning) -> None:
    keys, page = morning.keys, morning.page
    keys.press("F12")
    assert page.state == "break"
    desk = desk_on(morning.path, morning.clock, caller="Ana Noor")
    assert desk.calling.next_lead().lead.contact.name == "Katrin Albers"
    keys.press("F12")
    assert (page.state, page.lead_name) == ("ready", "Marcus Hale")
    desk.close()


def test_no_break_begins_with_somebody_on_the_line(morning: Morning) -> None:
    reach(morning)
    morning.keys.press("F12")
    assert morning.page.state == "on a call"
    assert "End the call first" in morning.page.says


def test_nothing_on_the_desk_ever_opens_a_window(morning: Morning) -> None:
    """No modal dialog in any state of a call (bar 9)."""
    keys = morning.keys
    reach(morning)
    for sequence in (
        "Alt+4",
        "Alt+6",
        "Alt+7",
        "Alt+8",
        "Alt+9",
        "Alt+0",
        "F8",
        "Ctrl+J",
        "Ctrl+Shift+D",
        "F7",
    ):
        keys.press(sequence)
        assert QApplication.activeModalWidget() is None
        assert not [
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, QDialog) and window.isVisible()
        ]
        keys.press("Escape")
    assert morning.page.state == "on a call"


def test_the_same_question_can_be_jumped_to_by_two_letters(morning: Morning) -> None:
    keys, page = morning.keys, morning.page
    reach(morning)
    keys.press("Ctrl+J")
    keys.type("e-m")
    keys.press("Return")
    assert page.question == "opt_in"
    keys.press("PageUp")
    assert page.question == "wants_call"


def test_a_time_typed_as_it_is_said_is_read_back_in_both_clocks(morning: Morning) -> None:
    """“thu half past ten” on their clock, and what that is here (Q4; bar 18)."""
    keys, page = morning.keys, morning.page
    reach(morning)
    keys.press("Alt+6")
    keys.type("thu half past ten")
    over = page.asked
    assert over is not None
    assert "Thursday 19 March, 10:30 in Berlin (09:30 for you)" in over.says
    keys.press("Return")
    assert page.view.bar.says_on(6) == "Thu 19 Mar, 10:30"


def test_what_is_not_understood_stays_typed_and_is_said(morning: Morning) -> None:
    keys, page = morning.keys, morning.page
    reach(morning)
    keys.press("Alt+6")
    keys.type("when the cows come home")
    keys.press("Return")
    over = page.asked
    assert over is not None
    assert "Not understood" in over.says
    assert over.when.text() == "when the cows come home"
    keys.press("Escape")
    assert page.view.script.card.words.hasFocus()
