"""The morning on which a fair ends, in the real window, by keys alone (Q1)."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import MORNING, make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qt.windows import text_of
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.events import Attendance, Phase
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.qt import theme
from qualdesk.qt.call_desk.call_bar import CallBar
from qualdesk.qt.call_desk.flow import Flow, rare_outcomes
from qualdesk.qt.call_desk.lead_panel import LeadPanel
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from seats import NADIA

FAIR = "PackTech Expo 2026"
ENDS = MORNING + timedelta(minutes=30)


class Fair:
    """The call desk on a campaign whose event ends in half an hour."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.clock, self._lanes, self._path = clock, lanes, path
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=lambda _link: True)
        self.shell.add_page("desk", "Desk", "headset", self.page)

    def open(self) -> None:
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.page.refresh()
        self._lanes.settle()
        self.keys = Keys(self.shell, self._lanes)

    def on_keys(self) -> list[str]:
        """What stands on the outcome keys 7 to 9."""
        catalogue = self.page.findChild(CallBar).catalogue
        return [found.label for key in (7, 8, 9) if (found := catalogue.on_key(key))]

    def caller(self) -> AbstractContextManager[Desk]:
        """The same caller by a program of their own."""
        return closing(desk_on(self._path, self.clock))

    def desk(self) -> AbstractContextManager[Desk]:
        """A supervisor's."""
        return closing(desk_on(self._path, self.clock, NADIA))


@pytest.fixture
def fair(qapp: QApplication, tmp_path: Path) -> Iterator[Fair]:
    theme.apply(qapp, "light", 1.0)
    clock, path = make_clock(), tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        made = Fair(path, lanes, clock)
        with made.desk() as desk:
            desk.campaigning.set_event(FAIR, ENDS - timedelta(days=1), ENDS)
        yield made
        made.shell.close()
        delete_now(made.shell)


COME = ["Registered", "Will come", "Cannot come"]
QUALIFY = ["Nurture", "Not a fit", "Qualified"]


def test_the_keys_flip_with_the_next_call_when_the_fair_ends(fair: Fair) -> None:
    """Before: come. After: qualify. Never inside a call."""
    fair.open()
    keys, page = fair.keys, fair.page
    assert (page.lead_name, fair.on_keys()) == ("Katrin Albers", COME)
    keys.press("Return")
    keys.press("Ctrl+Return")
    fair.clock.set(ENDS + timedelta(minutes=1))
    keys.press("Alt+7")
    assert fair.on_keys() == COME
    keys.press("Ctrl+Return")
    assert (page.lead_name, fair.on_keys()) == ("Marcus Hale", QUALIFY)
    with fair.desk() as desk:
        assert desk.campaigning.setup(FAIR).attendance.of(Attendance.REGISTERED) == 1


def test_a_lead_that_was_shown_before_the_end_is_called_for_after_it(fair: Fair) -> None:
    fair.open()
    assert fair.on_keys() == COME
    fair.clock.set(ENDS + timedelta(minutes=1))
    fair.keys.press("Return")
    assert (fair.page.state, fair.on_keys()) == ("dialling", QUALIFY)
    fair.keys.press("Ctrl+Return")
    fair.keys.press("Alt+8")
    fair.keys.press("1")
    fair.keys.press("Return")
    fair.keys.press("Ctrl+Return")
    with fair.desk() as desk:
        assert desk.floor.buckets(FAIR).counts[Bucket.NOT_A_FIT] == 1


def test_the_card_says_how_they_stand_with_the_fair(fair: Fair) -> None:
    with fair.caller() as desk:
        card = desk.calling.next_lead()
        assert isinstance(card, CallCard)
        desk.calling.finish(desk.calling.start_attempt(card.lead.id).id, "will_come")
    fair.clock.set(ENDS + timedelta(hours=1))
    with fair.desk() as desk:
        others = [row.lead_id for row in desk.queue.upcoming(limit=9)]
        for other in others:
            if other != card.lead.id:
                desk.supervising.keep_out(other, "Not now")
    fair.open()
    assert fair.page.lead_name == card.lead.contact.name
    assert "Will come" in text_of(fair.page.findChild(LeadPanel))


def test_what_gives_its_key_to_the_event_is_offered_under_more() -> None:
    """D6: who turns out not to fit a week before the fair is not sent there."""
    talking = Flow().dialled(MORNING).reached(MORNING)
    rare = {one.code for one in rare_outcomes(talking, shipped_outcomes().of(Phase.BEFORE))}
    assert {"nurture", "not_qualified", "qualified", "to_supervisor"} <= rare


def test_those_behind_the_digits_are_on_letters(fair: Fair) -> None:
    fair.open()
    for key in ("Return", "Ctrl+Return"):
        fair.keys.press(key)
    fair.keys.type("Wants a contract first")
    for key in ("Alt+0", "A", "Return"):
        fair.keys.press(key)
    fair.keys.type("Who signs for this?")
    for key in ("Ctrl+Return", "Ctrl+Return"):
        fair.keys.press(key)
    with fair.desk() as desk:
        assert desk.floor.buckets(FAIR).counts[Bucket.RESEARCH] == 1
