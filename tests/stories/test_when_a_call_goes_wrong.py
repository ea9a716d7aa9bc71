"""A call in the window when something goes wrong: what is said, what is kept, what comes next."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.store.dialects import sqlite
from seats import NADIA, held

KATRIN = LeadId(1)


class Desk:
    """The window over a workspace that others can get at too."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        self.saved: list[str] = []
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=lambda _link: True)
        self.page.save_state.connect(self.saved.append)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.page.refresh()
        lanes.settle()
        self.keys = Keys(self.shell, lanes)

    def reach(self) -> None:
        self.keys.press("Return")
        self.keys.press("Ctrl+Return")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        found = Desk(path, lanes, clock)
        yield found
        found.shell.close()
        delete_now(found.shell)


def test_an_answer_that_does_not_fit_stays_typed_and_says_what_fits(desk: Desk) -> None:
    """Nothing typed is thrown away; the sentence says what to do instead."""
    keys, page = desk.keys, desk.page
    desk.reach()
    keys.press("Alt+6")
    keys.type("32 March")
    keys.press("Return")
    over = page.asked
    assert over is not None
    assert over.complaint
    assert over.when.text() == "32 March"


def test_a_lead_that_somebody_took_meanwhile_is_said_and_what_was_written_is_kept(
    desk: Desk,
) -> None:
    """Two callers, one lead: a lapsed hold loses nothing (fencing, kept as a conflict)."""
    keys, page = desk.keys, desk.page
    desk.reach()
    keys.type("a new line in autumn")
    keys.press("Return")
    desk.clock.advance(timedelta(minutes=20))
    other = desk_on(desk.path, desk.clock, caller="Ana Noor")
    taken = other.calling.next_lead()
    while taken.lead.id != KATRIN:
        other.calling.skip(taken.lead.id, "not now")
        taken = other.calling.next_lead()
    keys.type("two thermoformers")
    keys.press("Return")
    assert "kept under it for your supervisor" in page.says
    assert page.lead_name != "Katrin Albers"
    assert page.says.startswith("Katrin Albers is not with you any more")
    assert desk.saved[-1] == "Saved", "kept beside the other's call, so nothing is left to save"
    other.close()


def test_a_number_that_was_stopped_since_it_was_loaded_is_not_dialled(desk: Desk) -> None:
    """Asked again at the dial (Q6): the next lead is there at once."""
    other = desk_on(desk.path, desk.clock, NADIA)
    other.calling.do_not_call(KATRIN, asked_by="In writing")
    other.close()
    desk.keys.press("Return")
    assert desk.page.says.startswith("Katrin Albers. They asked not to be called."), "not Marcus"
    assert (desk.page.state, desk.page.lead_name) == ("ready", "Marcus Hale")


def test_a_workspace_that_is_busy_keeps_what_was_typed_and_saves_it_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The banner says what is safe; when it works again, everything is saved once."""
    # Ten seconds of patience would be ten seconds of waiting here.
    monkeypatch.setattr(sqlite, "_BUSY_TIMEOUT_SECONDS", 1)
    keys, page = desk.keys, desk.page
    desk.reach()
    with held(desk.path):
        keys.type("a new line in autumn")
        keys.press("Return")
        assert "still here" in page.says
        assert desk.saved[-1].startswith("Not saved yet")
        assert page.question == "today", "the caller goes on talking"
    QTest.qWait(1200)
    desk.lanes.settle()
    assert desk.saved[-1] == "Saved"
    assert "Saving works again" in page.says
    kept = desk_on(desk.path, desk.clock, NADIA)
    card = kept.calling.card(KATRIN)
    assert [answer.value for answer in card.answers.values()] == ["a new line in autumn"]
    kept.close()


def test_outside_their_hours_nobody_is_offered(desk: Desk) -> None:
    """At nine in the evening there is nothing to dial, and it says when there is (Q6)."""
    desk.keys.press("Return")
    desk.keys.press("Alt+1")
    desk.clock.advance(timedelta(hours=11))
    desk.page.refresh()
    desk.lanes.settle()
    desk.keys.press("Return")
    assert desk.page.state in {"ready", "empty"}
    assert desk.page.state == "empty" or "calling hours" in desk.page.says


def test_closing_in_the_middle_of_a_word_loses_at_most_that_word(desk: Desk) -> None:
    """What rests for a moment is saved, Enter or not (bar 10)."""
    desk.reach()
    desk.keys.type("a new line in autumn")
    QTest.qWait(900)
    desk.lanes.settle()
    kept = desk_on(desk.path, desk.clock, NADIA)
    card = kept.calling.card(KATRIN)
    assert [answer.value for answer in card.answers.values()] == ["a new line in autumn"]
    kept.close()


def test_enter_pressed_twice_dials_once(desk: Desk) -> None:
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desk.lanes.settle()
    kept = desk_on(desk.path, desk.clock, NADIA)
    assert kept.calling.card(KATRIN).lead.attempts == 1
    kept.close()
    assert desk.page.state == "dialling"
