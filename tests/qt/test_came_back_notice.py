"""Between two calls a caller hears once what sales sent back of their leads, never in a call."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

import pytest
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from qt.desks import CALLER, LONDON, Lanes, desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import ItemId
from qualdesk.qt.call_desk.came_back import LOOKS_EVERY
from qualdesk.qt.call_desk.page import CallDeskPage
from way_back_makers import answer, leave, qualify

HOSTILE = "<b>Kai</b> Lorenz"


@dataclass
class AtWork:
    """The desk with leads to call, and others of the caller that are with sales."""

    page: CallDeskPage
    lanes: Lanes
    file: Path
    clock: SetClock
    ids: list[ItemId]

    def send_back(self, *which: int, note: str = "") -> None:
        """Sales sends some of them back."""
        desk = desk_on(self.file, self.clock, "Rosa")
        for one in which:
            answer(desk._store, self.ids[one], "Wrong person", note)
        desk.close()

    def again(self) -> None:
        """Look at the desk again, some minutes later."""
        self.clock.advance(LOOKS_EVERY)
        self.page.refresh()
        self.lanes.settle()

    def press(self) -> None:
        """Press the button of the line above the columns."""
        self.page.view.notice.pressed.emit()
        self.lanes.settle()


@pytest.fixture
def at_work(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[AtWork]:
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    desk = desk_on(file, clock, "Rosa")
    campaign = desk.library.new_campaign("Sold", script=a_script(), definition=a_definition())
    names = (HOSTILE, "Ada Brun", "Ben Ott")
    leads = [qualify(desk._store, campaign, name, caller=CALLER) for name in names]
    _, ids = leave(desk._store, campaign, *leads)
    desk.close()
    lanes = Lanes(lambda: desk_on(file, clock))
    page = CallDeskPage(lanes, clock, LONDON, open_link=lambda _: True)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    lanes.settle()
    made = AtWork(page=page, lanes=lanes, file=file, clock=clock, ids=[ids[one] for one in leads])
    yield made
    lanes.close()


def test_what_came_back_is_said_once_with_its_reason(at_work: AtWork) -> None:
    """T4: the caller hears of it before they meet the lead again."""
    assert at_work.page.says == ""
    at_work.send_back(0, note="Left in January")
    at_work.again()
    assert at_work.page.state == "ready"
    assert f"Sales sent back {HOSTILE}: Wrong person." in at_work.page.says
    assert "Left in January" in at_work.page.says
    at_work.press()
    assert at_work.page.says == ""
    at_work.again()
    assert at_work.page.says == ""


def test_several_are_said_in_one_line(at_work: AtWork) -> None:
    at_work.send_back(0, 1, 2)
    at_work.again()
    assert "2 more stand in My day." in at_work.page.says


def test_in_a_call_nothing_is_said(at_work: AtWork) -> None:
    at_work.send_back(0)
    at_work.page.main()
    at_work.lanes.settle()
    assert at_work.page.state != "ready"
    at_work.again()
    assert "Sales sent back" not in at_work.page.says


def test_what_is_said_makes_room_for_the_call(at_work: AtWork) -> None:
    at_work.send_back(0)
    at_work.again()
    assert "Sales sent back" in at_work.page.says
    at_work.page.main()
    at_work.lanes.settle()
    assert "Sales sent back" not in at_work.page.says


def test_the_desk_is_not_asked_with_every_lead(at_work: AtWork) -> None:
    """Each lead at the desk is in a hurry."""
    at_work.again()
    at_work.send_back(0)
    at_work.page.refresh()
    at_work.lanes.settle()
    assert at_work.page.says == ""
    at_work.again()
    assert "Sales sent back" in at_work.page.says
