"""The card of the Floor with who is on the phones: what it shows, and what a supervisor does."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from calls import a_campaign, a_lead, calling
from makers import MORNING
from qt.definition_desks import AllLanes
from qt.desks import Lanes, delete_now
from qt.grabs import cut_words, grab, unnamed
from qt.windows import desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.floor_figures import Behind, LeadLine
from qualdesk.core.ids import LeadId
from qualdesk.core.on_phones import CallBacks
from qualdesk.desk.people import People
from qualdesk.desk.phones import PhonesDesk
from qualdesk.qt import theme
from qualdesk.qt.floor.behind_view import Asked, BehindView
from qualdesk.qt.floor.late_card import LateCard, day_words
from qualdesk.qt.floor.phones_card import PhonesCard
from qualdesk.store.database import Store

BERLIN = "Europe/Berlin"
MINUTE = timedelta(minutes=1)
WITH = {
    "Maya Lind": "Katrin Albers",
    "Aisha Noor": "Devi Kapoor",
    "Joel Parks": "Ralf Simon",
    "Tom Field": "Meike Janssen",
}


class Hall:
    """A morning with five callers, two late call backs, and a supervisor at her card."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store, self.clock = store, clock
        self.fair = a_campaign(store, name="PackTech Expo 2026")
        self.other = a_campaign(store, name="Food Days")
        People(store, clock, "Ruth Tanner").set_details(role="supervisor")
        a_lead(store, self.other, "Else One", company="Else")
        self.late = [
            self._promised("Ben Carter", name, MORNING + at * MINUTE)
            for name, at in (("Marcus Hale", 12), ("Ines Fournier", 13))
        ]
        self._promised("Ben Carter", "Piotr Zielinski", MORNING + timedelta(hours=3))
        clock.advance(10 * MINUTE)
        self.phones("Ben Carter").note_state("break", clock.now() + 15 * MINUTE)
        for caller, lead in WITH.items():
            desk = calling(store, clock, caller)
            desk.renew()
            desk.start_attempt(a_lead(store, self.fair, lead, company=f"{lead} Works"))
        clock.advance(8 * timedelta(seconds=1))
        for caller, state in (
            ("Maya Lind", "on_a_call"),
            ("Tom Field", "on_a_call"),
            ("Aisha Noor", "wrapping_up"),
        ):
            self.phones(caller).note_state(state)
        clock.advance(222 * timedelta(seconds=1))

    def phones(self, caller: str) -> PhonesDesk:
        return PhonesDesk(self.store, self.clock, caller)

    def _promised(self, caller: str, name: str, at: datetime) -> LeadId:
        desk = calling(self.store, self.clock, caller)
        desk.renew()
        lead = a_lead(self.store, self.fair, name, company=f"{name} Works")
        desk.finish(desk.start_attempt(lead).id, "callback_fixed", callback_at=at)
        return lead


class Seat:
    """A supervisor at the card: what she presses, and what she reads."""

    def __init__(self, hall: Hall, card: PhonesCard, lanes: Lanes, window: QWidget) -> None:
        self.hall, self.card, self.lanes, self.window = hall, card, lanes, window
        self.touched = list[Changes]()
        card.changed.connect(self.touched.append)

    def show(self, campaign: Campaign) -> None:
        self.card.show_campaign(campaign)
        self.lanes.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.card, key)
            self.lanes.settle()

    def undo(self) -> None:
        self.card.commands()["undo"]()
        self.lanes.settle()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        return self.card.model.drawn()

    @property
    def late(self) -> LateCard:
        over = self.card.over
        assert isinstance(over, LateCard)
        return over


@pytest.fixture
def hall(sqlite_store: Store, clock: SetClock) -> Hall:
    return Hall(sqlite_store, clock)


@pytest.fixture
def seat(qtbot: QtBot, hall: Hall, sqlite_file: Path) -> Iterator[Seat]:
    lanes = AllLanes(desk_on(sqlite_file, hall.clock, "Ruth Tanner"))
    card = PhonesCard(lanes, hall.clock, BERLIN)
    window = QWidget()
    row = QHBoxLayout(window)
    row.addStretch(1)
    row.addWidget(card, 2)
    qtbot.addWidget(window)
    window.resize(1000, 620)
    window.show()
    found = Seat(hall, card, lanes, window)
    found.show(hall.fair)
    card.table.setFocus()
    yield found
    lanes.settle()
    lanes.close()
    delete_now(window)


def test_each_caller_stands_there_with_whom_they_are_and_for_how_long(seat: Seat) -> None:
    """S4: in the order of their names; the clock goes on without the desk being asked."""
    assert seat.rows == [
        ("Aisha Noor, Devi Kapoor", "Wrapping up", "3:42", "1", "0", "0"),
        ("Ben Carter, back at 10:49", "Break", "3:50", "3", "3", "0"),
        ("Joel Parks, Ralf Simon", "Dialling", "3:50", "1", "0", "0"),
        ("Maya Lind, Katrin Albers", "On a call", "3:42", "1", "0", "0"),
        ("Tom Field, Meike Janssen", "On a call", "3:42", "1", "0", "0"),
    ]
    seat.hall.clock.advance(timedelta(hours=1))
    asked = seat.lanes.running
    seat.card.model.tick()
    assert seat.lanes.running == asked
    assert seat.rows[0][2] == "1 h 03"


def test_the_line_below_says_how_many_are_late_and_who_waits_longest(seat: Seat) -> None:
    """Q4: late call backs are seen without looking for them."""
    says = seat.card.late.accessibleName()
    assert says == "3 call backs today, 2 are late. Latest: Marcus Hale 10:36, Ben Carter alone"


def test_what_was_promised_for_another_day_is_no_call_back_of_today() -> None:
    def says(today: int, late: int, earlier: int) -> str:
        ahead = today - late
        found = CallBacks(
            today=today, kept=0, missed=0, late=late, to_come=ahead, calls=(), earlier=earlier
        )
        return day_words(found)

    assert says(0, 0, 0) == "No call backs today"
    assert says(3, 1, 0) == "3 call backs today, 1 is late"
    assert says(2, 2, 2) == "No call backs today. 2 of earlier days are late"
    assert says(3, 1, 1) == "2 call backs today, none is late. 1 of an earlier day is late"
    assert says(4, 3, 1) == "3 call backs today, 2 are late. 1 of an earlier day is late"


def test_enter_opens_one_late_call_back_and_ctrl_z_takes_it_back(seat: Seat) -> None:
    seat.card.late.take_focus()
    seat.press(Qt.Key.Key_Space)
    assert [row[0] for row in seat.late.model.drawn()] == [
        "Marcus Hale, Marcus Hale Works",
        "Ines Fournier, Ines Fournier Works",
    ]
    seat.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [row[2] for row in seat.late.model.drawn()] == ["Ben Carter alone", "now open to anyone"]
    assert seat.late.current is not None
    assert seat.late.current.name == "Ines Fournier", "the cursor stays where it was"
    assert seat.touched[-1].leads == {seat.hall.late[1]}
    seat.undo()
    assert {row[2] for row in seat.late.model.drawn()} == {"Ben Carter alone"}
    assert seat.card.commands() == {}


def test_all_that_are_late_are_opened_at_once_and_none_is_said_to_be_none(seat: Seat) -> None:
    """A key is never answered with nothing: also where nothing is late it is said."""
    seat.card.show_late()
    seat.late.all.setFocus()
    seat.press(Qt.Key.Key_Space)
    assert seat.card.result.says == "2 call backs are open to anyone now."
    seat.press(Qt.Key.Key_Space)
    assert seat.card.result.says == "All 2 late call backs are open to anyone already."
    assert "open to anyone already" in seat.late.came.text()
    seat.late.close_over()
    seat.show(seat.hall.other)
    assert seat.card.late.accessibleName() == "No call backs today"
    seat.card.show_late()
    seat.lanes.settle()
    assert QApplication.focusWidget() is seat.late.all
    seat.press(Qt.Key.Key_Return)
    assert seat.late.came.text() == "No call back is late. Nothing was changed."


def test_a_late_call_back_is_given_to_one_caller(seat: Seat) -> None:
    seat.card.show_late()
    seat.late.give.click()
    over = seat.card.over
    assert over is not None
    assert over.accessibleName() == "Who calls Marcus Hale?"
    seat.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert seat.card.result.says == "Marcus Hale is next for Joel Parks."
    (first, _) = seat.hall.phones("Ruth Tanner").now(seat.hall.fair.id).call_backs.calls
    assert first.owner == "Joel Parks"
    seat.undo()
    (first, _) = seat.hall.phones("Ruth Tanner").now(seat.hall.fair.id).call_backs.calls
    assert first.owner == "Ben Carter"


def test_a_lead_of_a_list_behind_a_number_is_given_to_a_caller(seat: Seat, qtbot: QtBot) -> None:
    """What came of it is said where the eyes are, and taken back from there."""
    lead = a_lead(seat.hall.store, seat.hall.fair, "Rosa Marin", company="Sol Foods")
    line = LeadLine(id=lead, name="Rosa Marin", company="Sol Foods", stand="", says="")
    found = Behind(title="Never called", total=1, leads=(line,))
    view = BehindView(seat.lanes, seat.hall.clock, BERLIN)
    qtbot.addWidget(view)
    layout = seat.window.layout()
    assert layout is not None
    layout.addWidget(view)
    seat.card.give_from(view)
    view.open(Asked(campaign=seat.hall.fair.id, code="called", read=lambda *_asked: found))
    seat.lanes.settle()
    view.give.click()
    assert seat.card.over is not None
    assert seat.card.over.accessibleName() == "Who calls Rosa Marin?"
    seat.press(Qt.Key.Key_Return)
    assert view.result.says == "Rosa Marin is next for Aisha Noor."
    view.result.act.click()
    seat.lanes.settle()
    assert view.result.says == "It stands where it stood."


def test_a_caller_is_moved_from_their_row_and_back_with_ctrl_z(seat: Seat) -> None:
    seat.card.table.choose(3)
    seat.press(Qt.Key.Key_Return)
    over = seat.card.over
    assert over is not None
    assert over.accessibleName() == "What does Maya Lind call for?"
    seat.press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert seat.card.result.says == "Maya Lind calls for “Food Days” from the next lead."
    assert seat.hall.phones("Maya Lind").works_for() == seat.hall.other.id
    seat.show(seat.hall.other)
    assert [row[0] for row in seat.rows] == ["Maya Lind, Katrin Albers"]
    assert seat.card.commands() == {}, "what was done for another campaign is not undone from here"
    seat.show(seat.hall.fair)
    seat.card.table.choose(3)
    seat.press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down)
    seat.press(Qt.Key.Key_Return)
    assert seat.hall.phones("Maya Lind").works_for() is None
    seat.undo()
    assert seat.hall.phones("Maya Lind").works_for() == seat.hall.other.id


def test_calling_is_paused_and_goes_on_from_here(seat: Seat) -> None:
    seat.card.pause.click()
    seat.lanes.settle()
    assert seat.card.pause.accessibleName() == "Resume calling"
    assert "is paused" in seat.card.result.says
    seat.undo()
    assert seat.card.pause.accessibleName() == "Pause calling"


def test_without_names_the_card_shows_seats(seat: Seat) -> None:
    """S4: names are switched off for a team that is not to be watched one by one."""
    seat.card.names.click()
    seat.lanes.settle()
    assert seat.card.names.accessibleName() == "Show names"
    assert [row[0].split(",")[0] for row in seat.rows] == [f"Caller {n}" for n in range(1, 6)]
    words = " ".join(" ".join(row) for row in seat.rows) + seat.card.late.accessibleName()
    assert not [name for name in (*WITH, "Ben Carter") if name in words]
    seat.card.table.choose(2)
    seat.press(Qt.Key.Key_Return)
    assert seat.card.over is not None
    assert seat.card.over.accessibleName() == "What does Caller 3 call for?"
    seat.card.over.close_over()
    seat.undo()
    assert seat.rows[0][0].startswith("Aisha Noor")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_is_seen_and_named_at_every_size(seat: Seat, scale: float) -> None:
    """Also the buttons of the late ones, on a small screen with large letters."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        theme.apply(app, "dark" if scale > 1 else "light", scale)
        name = f"phones_{int(scale * 100)}"
        grab(seat.window, name, (1366, 768))
        assert cut_words(seat.window) == []
        assert unnamed(seat.window) == []
        seat.card.show_late()
        QApplication.processEvents()
        grab(seat.window, f"{name}_late")
        over = seat.late
        for button in (over.one, over.all, over.give, over.read):
            assert not button.visibleRegion().isEmpty(), button.accessibleName()
            where = QRect(button.mapTo(over, QPoint(0, 0)), button.size())
            assert over.rect().contains(where), button.accessibleName()
        assert cut_words(over) == []
        over.close_over()
        seat.card.table.setFocus()
        seat.press(Qt.Key.Key_Return)
        grab(seat.window, f"{name}_move")
        assert seat.card.over is not None
        assert cut_words(seat.card.over) == []
    finally:
        theme.apply(app, "light", 1.0)
