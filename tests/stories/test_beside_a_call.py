"""What happens beside a call: promises that come due, words of colleagues, who else is there."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.times import Promise
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from seats import NADIA

KATRIN, MARCUS, INES = map(LeadId, (1, 2, 3))
AT_ELEVEN = Promise(wall=datetime.fromisoformat("2026-03-17T11:00"), zone="Europe/Berlin")


class Floor:
    """One caller's window, and the workspace that their colleagues use too."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=lambda _link: True)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.look()
        self.keys = Keys(self.shell, lanes)

    def look(self) -> None:
        self.page.refresh()
        self.lanes.settle()

    def pass_time(self, span: timedelta) -> None:
        """Time passes in steps a window would notice, so that it does not think it slept."""
        self.clock.advance(span)
        QTest.qWait(1150)
        self.lanes.settle()

    def promise_katrin_eleven(self) -> None:
        """Katrin is called, and asks for eleven on her clock."""
        self.keys.press("Return")
        self.keys.press("Ctrl+Return")
        self.keys.press("Alt+6")
        self.keys.type("11:00")
        self.keys.press("Return")
        self.keys.press("Ctrl+Return")
        assert self.page.lead_name == "Marcus Hale"

    def owner_of(self, lead_id: LeadId) -> str:
        desk = desk_on(self.path, self.clock, NADIA)
        found = desk.calling.card(lead_id).callback
        desk.close()
        assert found is not None
        return found.owner

    def left_side(self) -> str:
        labels = self.page.view.lead.findChildren(PlainLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def floor(qapp: QApplication, tmp_path: Path) -> Iterator[Floor]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        found = Floor(path, lanes, clock)
        yield found
        delete_now(found.shell)


def test_a_promise_due_in_a_call_is_said_with_two_ways_on_by_keys(floor: Floor) -> None:
    """Q4, picture 15: who asked, when, from when on anyone may; next, with two presses."""
    floor.promise_katrin_eleven()
    floor.keys.press("Return")
    floor.keys.press("Ctrl+Return")
    floor.pass_time(timedelta(minutes=36))
    when = "Tue 17 Mar, 11:00 in Berlin (10:00 for you)"
    assert floor.page.says.startswith(f"Katrin Albers asked for {when}")
    assert "anyone may call this lead" in floor.page.says
    floor.keys.press("Ctrl+Shift+N")
    floor.keys.press("Space")
    assert floor.page.says == ""
    assert floor.page.state == "on a call", "the call it was said in goes on"
    other = desk_on(floor.path, floor.clock, caller="Ana Noor")
    taken = other.calling.next_lead()
    assert isinstance(taken, CallCard)
    assert taken.lead.id != KATRIN
    other.close()
    floor.keys.press("Alt+4")
    floor.keys.press("Return")
    floor.keys.press("Ctrl+Return")
    assert floor.page.lead_name == "Katrin Albers"


def test_a_promise_due_in_a_call_can_be_given_to_anyone(floor: Floor) -> None:
    floor.promise_katrin_eleven()
    floor.keys.press("Return")
    floor.pass_time(timedelta(minutes=36))
    floor.keys.press("Ctrl+Shift+N")
    floor.keys.press("Tab")
    floor.keys.press("Space")
    assert floor.owner_of(KATRIN) == ""


def test_going_to_another_question_leaves_the_offer_where_it_is(floor: Floor) -> None:
    floor.promise_katrin_eleven()
    floor.keys.press("Return")
    floor.keys.press("Ctrl+Return")
    floor.pass_time(timedelta(minutes=36))
    floor.keys.press("PageDown")
    assert "Katrin Albers asked for" in floor.page.says


def test_a_break_before_a_promise_asks_who_keeps_it(floor: Floor) -> None:
    """2.1, step 14: nobody is promised a call that nobody will make."""
    floor.promise_katrin_eleven()
    floor.pass_time(timedelta(minutes=20))
    floor.keys.press("F12")
    assert floor.page.state == "break"
    when = "Tue 17 Mar, 11:00 in Berlin (10:00 for you)"
    assert f"a call back with Katrin Albers at {when}. Give it to anyone?" in floor.page.says
    floor.keys.press("Ctrl+Shift+N")
    floor.keys.press("Space")
    assert floor.owner_of(KATRIN) == ""


def test_a_break_lets_go_of_the_lead_kept_for_after_the_call(floor: Floor) -> None:
    """Wrapping up may be broken off: others call meanwhile who would have come next."""
    floor.keys.press("Return")
    floor.keys.press("Ctrl+Return")
    floor.keys.press("F9")
    assert floor.page.state == "wrapping up"
    assert floor.page.view.strip.names_next[0] == "Marcus Hale"
    floor.keys.press("F12")
    other = desk_on(floor.path, floor.clock, caller="Ana Noor")
    taken = other.calling.next_lead()
    assert isinstance(taken, CallCard)
    assert taken.lead.id == MARCUS
    other.close()


def test_the_lead_that_was_shown_as_next_is_the_next_one(floor: Floor) -> None:
    """Kept from the dialling on: a colleague at the same list does not snatch it."""
    floor.keys.press("Return")
    assert floor.page.view.strip.names_next[0] == "Marcus Hale"
    other = desk_on(floor.path, floor.clock, caller="Ana Noor")
    taken = other.calling.next_lead()
    assert isinstance(taken, CallCard)
    assert taken.lead.id == INES
    other.close()
    floor.keys.press("Alt+1")
    assert floor.page.lead_name == "Marcus Hale"


def test_what_a_colleague_left_about_a_lead_is_read_on_top_and_once(floor: Floor) -> None:
    desk = desk_on(floor.path, floor.clock, caller="Ana Noor")
    (called_back,) = desk.search.who_calls("Katrin Albers").leads
    assert called_back.lead_id == KATRIN
    desk.search.leave_message(KATRIN, "Ask for the plant in Bremen")
    desk.search.leave_message(KATRIN, "Only for Ruth", "Ruth Tanner")
    desk.close()
    floor.look()
    assert "Ask for the plant in Bremen" in floor.left_side()
    assert "Ana Noor" in floor.left_side()
    assert "Only for Ruth" not in floor.left_side()
    floor.keys.press("Return")
    desk = desk_on(floor.path, floor.clock, NADIA)
    assert [one.says for one in desk.search.messages(KATRIN)] == ["Only for Ruth"]
    desk.close()


def test_the_strip_of_the_company_stands_on_the_lead_panel(floor: Floor) -> None:
    """Account-sticky: who else is there, and that they are this caller's for a while."""
    desk = desk_on(floor.path, floor.clock)
    desk.calling.refer(KATRIN, name="Jens Petersen", title="Plant director")
    desk.close()
    floor.look()
    # A team's server names who else is there to a caller, and no more of them.
    beside = floor.left_side().replace("Jens Petersen, Plant director", "Jens Petersen")
    assert "Jens Petersen: not called yet" in beside
    floor.keys.press("Return")
    floor.keys.press("Ctrl+Return")
    assert "In conversation with you until" in floor.left_side()


def test_no_command_of_the_desk_opens_a_window_in_a_call(floor: Floor) -> None:
    """Bar 9: whatever key of the table is pressed, nothing stands between the caller and them."""
    floor.keys.press("Return")
    floor.keys.press("Ctrl+Return")
    ends_it = {"dial_hang", "break", "calling_back"}
    for name, command in floor.page.commands().items():
        if name in ends_it:
            continue
        command()
        floor.lanes.settle()
        assert QApplication.activeModalWidget() is None, name
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert [type(each) for each in windows if isinstance(each, QDialog)] == [], name
        if floor.page.asked is not None:
            floor.keys.press("Escape")
        assert floor.page.asked is None, f"Esc closes what {name} opened"
        assert floor.page.state == "on a call", name
