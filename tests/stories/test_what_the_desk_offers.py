"""The desk offers what it can do and nothing else: a number to find, a call to take back."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket, PhoneState
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.store.people import set_phone_state
from seats import NADIA

KATRIN = LeadId(1)
NUMBER = "+494066969214"


class Desk:
    """The window over a workspace, and every number that was handed to the phone."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        self.links: list[str] = []
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=self._dial)
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

    def lose_the_number(self) -> None:
        """Somebody finds out that the number of the lead in front is out of service."""
        kept = desk_on(self.path, self.clock, NADIA)
        contact = kept.calling.card(KATRIN).lead.contact.id
        with kept.calling._store.transaction() as tx:
            set_phone_state(tx, ContactId(contact or 0), NUMBER, PhoneState.OUT_OF_SERVICE, "")
        kept.close()

    def bucket(self) -> Bucket:
        kept = desk_on(self.path, self.clock, NADIA)
        found = kept.calling.card(KATRIN).lead.bucket
        kept.close()
        return found

    @property
    def main_key(self) -> str:
        return self.page.view.bar.main.accessibleName()

    def empty_words(self) -> list[str]:
        labels = self.page.view.empty.findChildren(PlainLabel)
        return [each.text() for each in labels if each.isVisible()]

    def _dial(self, link: str) -> bool:
        self.links.append(link)
        return True


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


def test_where_no_number_can_be_dialled_the_main_key_finds_one(desk: Desk) -> None:
    """2.1, row 2: nobody presses Dial in vain; what is found is dialled with the next press."""
    desk.lose_the_number()
    desk.keys.press("Return")
    assert desk.page.lead_name == "Katrin Albers", "a lead that can be helped stays in front"
    assert desk.page.says == "Find a number that works first."
    assert desk.main_key.startswith("Find a number")
    assert desk.page.view.bar.state.text() == "No number"
    desk.keys.press("F9")
    asked = desk.page.asked
    assert asked is not None
    desk.keys.type("12")
    desk.keys.press("Return")
    assert "cannot be dialled" in asked.complaint
    desk.keys.press("Escape")
    desk.keys.press("Ctrl+Return")
    assert asked.text == "12", "what was typed is still there"
    desk.keys.press("Ctrl+A")
    desk.keys.type("040 66969 215")
    desk.keys.press("Return")
    assert desk.page.asked is None
    assert desk.main_key.startswith("Dial")
    assert not desk.links
    desk.keys.press("Return")
    assert desk.links == ["tel:+49-40-66969215"]


def test_without_a_number_found_the_lead_goes_the_way_of_a_wrong_number(desk: Desk) -> None:
    desk.lose_the_number()
    desk.look()
    assert desk.main_key.startswith("Find a number")
    desk.keys.press("Return")
    desk.keys.press("Return")
    assert desk.page.lead_name == "Marcus Hale"
    assert desk.main_key.startswith("Dial")
    assert desk.bucket() is Bucket.RESEARCH
    assert not desk.links


def test_somebody_elses_lead_is_given_no_number(desk: Desk) -> None:
    other = desk_on(desk.path, desk.clock, caller="Ana Noor")
    # Who has a lead is not told to a caller of a team who was never shown it.
    says = "Maya Lind has this lead now|There is no lead number 1"
    with pytest.raises(QualdeskError, match=says):
        other.researching.add_number(KATRIN, "040 66969 215")
    other.close()


def test_the_last_outcome_is_offered_until_the_next_call_begins(desk: Desk) -> None:
    """3.7: what stands in the strip can be done; in a call the desk takes nothing back."""
    desk.keys.press("Return")
    desk.keys.press("Alt+1")
    undo = desk.page.view.strip.undo
    assert undo.isVisible()
    desk.keys.press("Return")
    assert desk.page.state == "dialling"
    assert not undo.isVisible()
    desk.page.undo()
    desk.lanes.settle()
    assert (desk.page.state, desk.page.says) == ("dialling", "")


def test_who_calls_us_ends_the_offer_as_well(desk: Desk) -> None:
    """Their call goes on at once: the outcome before it can not be taken back meanwhile."""
    desk.keys.press("Return")
    desk.keys.press("Alt+1")
    other = desk_on(desk.path, desk.clock)
    other.search.take_up(desk.page._steps.card.lead.id)
    other.close()
    desk.look()
    assert desk.page.state == "on a call"
    assert not desk.page.view.strip.undo.isVisible()


def test_an_empty_desk_counts_the_lead_that_can_still_be_taken_back_in_words(desk: Desk) -> None:
    """Q3, bar 13: the counts add up, now and when its seconds are over."""
    for _ in range(4):
        desk.keys.press("Return")
        desk.keys.press("Alt+1")
    assert desk.page.state == "empty"
    now = desk.empty_words()
    assert "1 can still be taken back for a few seconds" in now
    assert not any("with you" in line for line in now)
    assert _sum(now) == 4
    desk.clock.advance(timedelta(seconds=11))
    QTest.qWait(500)
    desk.lanes.settle()
    later = desk.empty_words()
    assert not any("taken back" in line for line in later)
    assert _sum(later) == 4


def _sum(lines: list[str]) -> int:
    """What the rows count, which is also what stands below them."""
    counts = [int(found[0]) for line in lines if (found := re.match(r"\d+(?= )", line))]
    together = next(line for line in lines if line.startswith("Together"))
    assert together == f"Together {sum(counts)} open leads"
    return sum(counts)
