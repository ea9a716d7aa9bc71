"""A call back by keys alone: said in the caller's own language, read back, kept and heard of."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.members import read_hours
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.call_desk.popovers.call_back import CallBackPopOver
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.store.callbacks import KeptPromise, current_promise
from seats import behind

KATRIN = LeadId(1)


class Caller:
    """The window of a caller in London who speaks German best and works from nine to five."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        desk = desk_on(path, clock)
        desk.people.set_hours(shifts=read_hours("mon-fri 9-17"), zone=LONDON)
        desk.people.set_details(languages=["de", "en"])
        desk.close()
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=lambda _link: True)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.page.refresh()
        lanes.settle()
        self.keys = Keys(self.shell, lanes)

    def reach(self) -> None:
        """Dial, and somebody answers."""
        self.keys.press("Return")
        self.keys.press("Ctrl+Return")

    def ask_when(self, text: str = "") -> CallBackPopOver:
        """Alt+6, and what they said."""
        self.keys.press("Alt+6")
        self.keys.type(text)
        over = self.page.asked
        assert isinstance(over, CallBackPopOver)
        return over

    def wait(self, span: timedelta) -> None:
        """Time passes, and the window notices."""
        self.clock.advance(span)
        QTest.qWait(1100)
        self.lanes.settle()

    def promise(self) -> KeptPromise:
        """The promise to Katrin Albers, as it is kept."""
        store = behind(self.path, self.clock)
        with store.reading() as tx:
            found = current_promise(tx, KATRIN)
        store.close()
        assert found is not None
        return found


@pytest.fixture
def caller(qapp: QApplication, tmp_path: Path) -> Iterator[Caller]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        found = Caller(path, lanes, clock)
        yield found
        found.shell.close()
        delete_now(found.shell)


def test_a_time_is_said_in_the_callers_own_language_and_kept_as_read(caller: Caller) -> None:
    """Q4, bar 18: what stands on the key is what is then promised."""
    keys = caller.keys
    caller.reach()
    over = caller.ask_when("Donnerstag halb elf")
    assert over.says == "Read as Thursday 19 March, 10:30 in Berlin (09:30 for you)"
    keys.press("Return")
    assert caller.page.view.bar.says_on(6) == "Thu 19 Mar, 10:30"
    keys.press("Ctrl+Return")
    kept = caller.promise()
    assert f"{kept.promise.wall:%a %d %H:%M} {kept.promise.zone}" == "Thu 19 10:30 Europe/Berlin"
    assert kept.owner == "Maya Lind"


def test_what_was_typed_is_there_again_after_esc_and_begins_anew_with_the_next_lead(
    caller: Caller,
) -> None:
    """A caller never loses typed text; nobody else's time stands in the field either."""
    keys = caller.keys
    caller.reach()
    over = caller.ask_when("morgen um neun")
    keys.press("Escape")
    assert caller.page.asked is None
    again = caller.ask_when()
    assert again is over
    assert over.when.text() == "morgen um neun"
    assert over.says == "Read as tomorrow, Wednesday 18 March, 09:00 in Berlin (08:00 for you)"
    keys.press("Return")
    keys.press("Ctrl+Return")
    caller.reach()
    assert caller.ask_when().when.text() == ""


def test_a_time_after_the_shift_says_so_and_is_anyones(caller: Caller) -> None:
    """Complaint 14: nobody waits for a caller who has gone home."""
    caller.reach()
    over = caller.ask_when("do 18:15")
    assert over.reading is not None
    assert "after your shift ends at 17:00: anyone may call." in over.reading.warning
    caller.keys.press("Return")
    caller.keys.press("Ctrl+Return")
    assert caller.promise().owner == ""


def test_a_promise_is_heard_of_five_minutes_before_in_the_middle_of_another_call(
    caller: Caller,
) -> None:
    keys, page = caller.keys, caller.page
    caller.reach()
    caller.ask_when("in einer Stunde")
    keys.press("Return")
    keys.press("Ctrl+Return")
    caller.reach()
    assert page.lead_name == "Marcus Hale"
    caller.wait(timedelta(minutes=50))
    assert "Katrin Albers" not in page.says
    caller.wait(timedelta(minutes=6))
    assert page.says.startswith("Katrin Albers asked for ")
    assert "11:24 in Berlin (10:24 for you)" in page.says
    assert page.says.endswith("before it is due."), "and nobody waits yet"
    assert page.state == "on a call", "nothing opens over a call"
    caller.wait(timedelta(minutes=5))
    assert "You are on a call." in page.says, "said once more when somebody waits"
