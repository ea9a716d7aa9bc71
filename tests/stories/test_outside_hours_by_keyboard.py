"""A lead in front that may not be called now: later, anyway with a reason, or no way round."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qt.desks import CALLER, LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.times import Promise
from qualdesk.qt import theme
from qualdesk.qt.call_desk.outside_hours import WhyPopOver
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.qt.widgets.buttons import PushButton
from seats import NADIA, rows

KATRIN = LeadId(1)
TEN_TO_CLOSE = datetime(2026, 3, 17, 16, 25, tzinfo=UTC)  # 17:25 in Berlin; the house ends 17:30
OPENS = datetime(2026, 3, 18, 8, 0, tzinfo=UTC)  # 9:00 in Berlin
MIAMI = {"name": "Ada Quist", "phone": "+13055550101", "country": "US", "state": "FL"}
ALL_DAY = ("00:00", "24:00")


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
        self.keys = Keys(self.shell, lanes)
        self.look()

    def look(self) -> None:
        self.page.refresh()
        self.lanes.settle()

    def notice(self) -> None:
        """What Ctrl+Shift+N does: the cursor on the first way on."""
        self.page.commands()["notice"]()

    def wait(self, minutes: int) -> None:
        """Time passes while the lead stands in front, too short for its hold to run out."""
        self.clock.advance(timedelta(minutes=minutes))

    def card(self, lead_id: LeadId = KATRIN) -> CallCard:
        kept = desk_on(self.path, self.clock, NADIA)
        card = kept.calling.card(lead_id)
        kept.close()
        return card

    def ways(self) -> list[str]:
        """What the notice offers, in the order of Tab."""
        buttons = self.page.view.notice.findChildren(PushButton)
        return [each.accessibleName() for each in buttons if each.isVisible()]

    def _dial(self, link: str) -> bool:
        self.links.append(link)
        return True


class Desks:
    """Opens windows over new workspaces, and closes them after the test."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._path, self._stack = path, stack

    def open(self, at: datetime, **campaign: Any) -> Desk:
        clock = SetClock(at)
        lanes = self._stack.enter_context(working_lanes(self._path, clock, **campaign))
        found = Desk(self._path, lanes, clock)
        self._stack.callback(delete_now, found.shell)
        self._stack.callback(found.shell.close)
        return found

    def fill(self, at: datetime, row: dict[str, str], **campaign: Any) -> None:
        desk = desk_on(self._path, SetClock(at), NADIA)
        desk.library.new_campaign("Fair", **campaign)
        desk.intake.load([row], campaign="Fair")
        desk.close()


@pytest.fixture
def desks(qapp: QApplication, tmp_path: Path) -> Iterator[Desks]:
    theme.apply(qapp, "light", 1.0)
    with ExitStack() as stack:
        yield Desks(tmp_path / "desk.sqlite", stack)


def test_enter_on_the_notice_leaves_the_lead_until_it_may_be_called(desks: Desks) -> None:
    """Q6, bar 19: nothing is dialled outside hours, and the lead is back when they open."""
    desk = desks.open(TEN_TO_CLOSE)
    assert desk.page.lead_name == "Katrin Albers"
    desk.wait(10)
    desk.keys.press("Return")
    assert desk.page.says.startswith("It is 17:35 for Katrin Albers. ")
    assert desk.page.says.endswith("The number stays locked.")
    assert desk.ways() == ["Call Wed 18 Mar, 09:00 instead", "Call anyway, say why"]
    desk.keys.press("Return")
    assert desk.page.state == "ready", "Enter on the main button leads to the notice"
    desk.keys.press("Return")
    assert desk.page.says == "Katrin Albers comes back from Wed 18 Mar, 09:00 their time on."
    assert desk.page.state == "empty"
    desk.clock.set(OPENS - timedelta(minutes=1))
    desk.look()
    assert desk.page.state == "empty"
    desk.clock.set(OPENS)
    desk.look()
    assert desk.page.lead_name == "Katrin Albers"
    assert not desk.links
    assert desk.card().lead.attempts == 0


def test_called_anyway_with_a_line_that_is_kept_with_the_call(desks: Desks) -> None:
    """A rule of the house gives way to a reason, by keyboard; without one nothing is dialled."""
    desk = desks.open(TEN_TO_CLOSE)
    desk.wait(10)
    desk.look()
    desk.notice()
    desk.keys.press("Tab")
    desk.keys.press("Space")
    asked = desk.page.asked
    assert isinstance(asked, WhyPopOver)
    desk.keys.press("Return")
    assert asked.complaint == "Type why. It is kept with the call."
    desk.keys.type("She asked for it by mail")
    desk.keys.press("Escape")
    assert desk.page.asked is None
    assert not desk.links
    desk.keys.press("Space")
    assert asked.text == "She asked for it by mail", "Esc came back to the button it left"
    desk.keys.press("Return")
    assert desk.page.state == "dialling"
    assert desk.links == ["tel:+49-40-66969214"]
    assert desk.page.says == ""
    ((kept,),) = rows(desk.path, "SELECT overridden FROM attempt")
    overridden = json.loads(kept) if isinstance(kept, str) else kept
    assert overridden["rule"] == "house-hours"
    assert overridden["because"] == "She asked for it by mail"
    assert overridden["by"] == CALLER


def test_the_law_offers_no_way_round(desks: Desks) -> None:
    """Law blocks: only the time it allows is offered, and no key dials before.

    Florida is under two clocks and closes at 20:00: both of them must be inside.
    """
    evening = datetime(2026, 3, 17, 23, 55, tzinfo=UTC)  # in Florida 18:55 or 19:55
    desks.fill(evening, MIAMI, hours=ALL_DAY, audience="consumer")
    desk = desks.open(evening)
    assert desk.page.lead_name == "Ada Quist"
    desk.wait(10)
    desk.keys.press("Return")
    assert desk.page.says.startswith("It is 19:05 or 20:05 for Ada Quist. ")
    assert desk.ways() == ["Call Wed 18 Mar, 08:00 instead"]
    assert not desk.card().may_call_anyway
    desk.keys.press("Return")
    assert not desk.links


def test_a_time_they_named_is_never_offered_anyway(desks: Desks) -> None:
    """Q4: nobody is called before the time they asked for, whatever the reason."""
    desk = desks.open(TEN_TO_CLOSE)
    kept = desk_on(desk.path, desk.clock)
    started = kept.calling.start_attempt(KATRIN)
    at = Promise(wall=datetime(2026, 3, 18, 10, 30), zone="Europe/Berlin")  # noqa: DTZ001 - wall time
    kept.calling.finish(started.id, "callback_fixed", callback_at=at)
    card = kept.calling.card(KATRIN)
    kept.close()
    assert card.decision.rule == "promised-time"
    assert not card.may_call_anyway
