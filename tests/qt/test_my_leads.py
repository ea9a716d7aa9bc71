"""My leads: own leads only, their briefs, two letters to answer, ten seconds to think again."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt.desks import Lanes, delete_now
from qt.grabs import cut_words, grab, unnamed
from qt.my_leads_desk import REASONS, MyLeadsDesk
from qt.windows import text_of
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff_states import ItemState
from qualdesk.qt import theme
from qualdesk.qt.languages import take_up
from qualdesk.qt.sales.page import MyLeadsPage
from qualdesk.store.database import Store
from qualdesk.store.suppression import suppress
from way_back_makers import answer

SIZES = ((1366, 768), (1440, 900), (1920, 1080))


class Seat:
    """A salesperson at the page: what they press, and what they see."""

    def __init__(self, sales: MyLeadsDesk, page: MyLeadsPage, lanes: Lanes) -> None:
        self.sales, self.page, self.lanes = sales, page, lanes

    def begin(self) -> None:
        self.page.resize(1366, 768)
        self.page.show()
        self.page.refresh()
        self.lanes.settle()
        self.page.view.table.setFocus()

    def press(self, *keys: Qt.Key, on: QWidget | None = None) -> None:
        for key in keys:
            QTest.keyClick(on or QApplication.focusWidget() or self.page, key)
        self.lanes.settle()

    def type(self, text: str) -> None:
        """Letter by letter, each where the cursor is then."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)

    @property
    def at(self) -> str:
        item = self.page.view.current()
        return item.name if item is not None else ""

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.page.view.model.rows]


@pytest.fixture
def sales(sqlite_store: Store, clock: SetClock, sqlite_file: Path) -> MyLeadsDesk:
    return MyLeadsDesk(sqlite_store, clock, sqlite_file)


@pytest.fixture
def seat(qtbot: QtBot, sales: MyLeadsDesk) -> Iterator[Seat]:
    page, lanes = sales.page()
    qtbot.addWidget(page)
    found = Seat(sales, page, lanes)
    found.begin()
    yield found
    lanes.settle()
    lanes.close()
    delete_now(page)


def test_own_leads_stand_there_and_nobody_elses(seat: Seat) -> None:
    """What waits for an answer stands first; another's lead is on no line of the page."""
    assert seat.names == ["Katrin Albers", "Marcus Hale", "Devi Kapoor", "Ines Fournier"]
    rows = seat.page.view.model.drawn()
    assert rows[0][:3] == ("Katrin Albers, Elbkorn Foods", "PackTech Expo 2026, Batch 1", "Sent")
    assert "until Fri 20 Mar" in rows[0][3]
    assert rows[3][2] == "Sent back"
    assert rows[3][4] == "Wrong person, Left in January"
    assert "2 to answer" in seat.page.view._count.text()
    assert "Piotr" not in text_of(seat.page)
    assert "Katrin Albers waits for your answer." in text_of(seat.page)


def test_the_brief_stands_beside_the_list(seat: Seat) -> None:
    assert "New ready-meal line runs from October" in text_of(seat.page)
    assert "1 of 4" in seat.page.brief._where.text()
    seat.press(Qt.Key.Key_Down)
    assert "Avonbrook Dairy" in text_of(seat.page.brief)
    assert not seat.page.brief.hold.isVisibleTo(seat.page), "what has left can only be read"


def test_a_takes_a_lead_and_the_next_one_comes_under_the_cursor(seat: Seat) -> None:
    touched = list[Changes]()
    seat.page.changed.connect(touched.append)
    seat.press(Qt.Key.Key_A)
    seat.type("006-17")
    seat.press(Qt.Key.Key_Tab)
    seat.type("12.500,50")
    seat.press(Qt.Key.Key_Return)
    item = seat.sales.item("Katrin Albers")
    assert (item.state, item.opportunity) == (ItemState.TAKEN, "006-17")
    assert item.amount == Decimal("12500.5")
    assert item.answered_by == "Lena Brandt"
    assert seat.at == "Marcus Hale"
    assert item.lead_id in touched[0].leads
    assert "Taken: Katrin Albers" in seat.page.toast.accessibleName()


def test_enter_alone_takes_a_lead(seat: Seat) -> None:
    seat.press(Qt.Key.Key_A, Qt.Key.Key_Return)
    assert seat.sales.item("Katrin Albers").state is ItemState.TAKEN


def test_an_amount_that_is_none_is_said_and_nothing_typed_is_lost(seat: Seat) -> None:
    seat.press(Qt.Key.Key_A, Qt.Key.Key_Tab)
    seat.type("12 k")
    seat.press(Qt.Key.Key_Return)
    card = seat.page.take_card
    assert card is not None
    assert card.complaint == "Write the amount as a number, such as 12,500."
    assert (card.isVisible(), card.amount.text()) == (True, "12 k")
    assert seat.sales.item("Katrin Albers").state is ItemState.SENT
    seat.press(Qt.Key.Key_Escape, Qt.Key.Key_A)
    assert card.amount.text() == "12 k", "Esc keeps what was typed"


def test_r_sends_a_lead_back_by_the_number_of_the_reason(seat: Seat) -> None:
    seat.press(Qt.Key.Key_R)
    card = seat.page.back_card
    assert card is not None
    assert [one.option.title for one in card.options._buttons[:5]] == list(REASONS)
    seat.press(Qt.Key.Key_Return)
    assert "Choose why by its number" in card.complaint
    seat.press(Qt.Key.Key_2)
    seat.type("Not before 2027")
    seat.press(Qt.Key.Key_Return)
    item = seat.sales.item("Katrin Albers")
    assert (item.state, item.reason) == (ItemState.SENT_BACK, "No date in sight")
    assert item.note == "Not before 2027"
    assert seat.at == "Marcus Hale"


def test_an_answer_is_taken_back_with_the_toast(seat: Seat) -> None:
    seat.press(Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert seat.sales.item("Katrin Albers").state is ItemState.SENT_BACK
    seat.page.undo()
    seat.lanes.settle()
    assert seat.sales.item("Katrin Albers").state is ItemState.SENT
    assert seat.names[0] == "Katrin Albers"
    assert seat.page.toast.isHidden()


def test_after_ten_seconds_nothing_is_taken_back(seat: Seat) -> None:
    seat.press(Qt.Key.Key_A, Qt.Key.Key_Return)
    seat.sales.clock.advance(timedelta(seconds=11))
    seat.page.undo()
    seat.lanes.settle()
    assert seat.sales.item("Katrin Albers").state is ItemState.TAKEN


def test_the_letters_answer_in_the_list_only(seat: Seat) -> None:
    """WCAG 2.1.4: elsewhere A and R are letters, and the brief ignores them."""
    page = seat.page
    page.brief.take_cursor()
    seat.press(Qt.Key.Key_A, Qt.Key.Key_R)
    for button in (page.action, page.back):
        button.setFocus()
        seat.press(Qt.Key.Key_A, Qt.Key.Key_R)
    assert (page.take_card, page.back_card) == (None, None)
    page.view.table.setFocus()
    seat.press(Qt.Key.Key_A)
    seat.type("area")
    assert page.take_card is not None
    assert page.take_card.opportunity.text() == "area"
    seat.press(Qt.Key.Key_Escape)
    QTest.keyClick(page.view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    seat.lanes.settle()
    assert not page.take_card.isVisible(), "Ctrl+A is another key"
    assert seat.sales.item("Katrin Albers").state is ItemState.SENT


def test_what_is_answered_is_not_answered_again(seat: Seat) -> None:
    seat.page.view.table.choose(2)
    seat.lanes.settle()
    assert "Devi Kapoor: Taken by sales" in text_of(seat.page)
    assert not seat.page.action.isEnabled()
    seat.press(Qt.Key.Key_A, Qt.Key.Key_R)
    seat.page.main()
    assert (seat.page.take_card, seat.page.back_card) == (None, None)


def test_a_key_faster_than_the_brief_is_not_lost(seat: Seat) -> None:
    QTest.keyClick(seat.page.view.table, Qt.Key.Key_Down)
    QTest.keyClick(seat.page.view.table, Qt.Key.Key_A)
    assert seat.page.take_card is None
    seat.lanes.settle()
    assert seat.page.take_card is not None
    assert "Take Marcus Hale" in text_of(seat.page.take_card)


def test_a_lead_passed_over_is_not_read_and_one_that_stays_is(seat: Seat) -> None:
    """Opening is what the second clock waits for: running past a lead opens nothing."""
    seat.press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert seat.sales.item("Katrin Albers").read_at is None
    assert seat.page.looking._rests.isActive()
    seat.page.looking._rests.timeout.emit()
    seat.lanes.settle()
    assert seat.sales.item("Marcus Hale").state is ItemState.READ
    assert seat.sales.item("Katrin Albers").read_at is None
    assert seat.page.view.model.drawn()[1][2] == "Read"
    assert seat.at == "Marcus Hale"
    seat.press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert seat.sales.item("Katrin Albers").state is ItemState.READ
    assert seat.page.step_back(), "Esc leads back to the list"
    assert seat.page.view.table.hasFocus()


def test_who_asked_not_to_be_called_is_said_before_anybody_dials(seat: Seat) -> None:
    with seat.sales.store.transaction() as tx:
        lead = seat.sales.item("Katrin Albers").lead_id
        said = {"asked_by": "", "by": "Maya", "reason": "Asked in a mail"}
        suppress(tx, client="", scope="person", lead_id=lead, **said)
    seat.page.refresh()
    seat.lanes.settle()
    assert "They asked not to be called. Sales must not call them." in text_of(seat.page.brief)
    assert "Do not call" in seat.page.view.model.drawn()[0][4]
    seat.press(Qt.Key.Key_A)
    assert seat.page.take_card is not None
    assert "Sales must not call them" in text_of(seat.page.take_card)


def test_what_was_recalled_meanwhile_is_said(seat: Seat) -> None:
    seat.sales.way_back.recall(seat.sales.item("Katrin Albers").batch_id, "Wrong list")
    seat.press(Qt.Key.Key_A, Qt.Key.Key_Return)
    assert "Batch 1 was recalled" in text_of(seat.page)
    assert seat.sales.item("Katrin Albers").state is ItemState.RECALLED
    assert not seat.page.action.isEnabled()


def test_what_a_sheet_answered_meanwhile_stands(seat: Seat) -> None:
    answer(seat.sales.store, seat.sales.items["Katrin Albers"], "Wrong person")
    seat.press(Qt.Key.Key_A, Qt.Key.Key_Return)
    assert "Katrin Albers is answered already: Sent back" in text_of(seat.page)
    assert seat.sales.item("Katrin Albers").state is ItemState.SENT_BACK
    assert seat.names[0] == "Marcus Hale"


def test_without_leads_the_page_says_how_they_come(sales: MyLeadsDesk) -> None:
    page, lanes = sales.page("Maya Lind")
    seat = Seat(sales, page, lanes)
    seat.begin()
    assert "No lead was handed to you yet" in text_of(page)
    seat.press(Qt.Key.Key_A, on=page)
    page.main()
    assert page.take_card is None
    lanes.close()
    delete_now(page)


def test_the_page_stands_whole_in_german(seat: Seat, qapp: QApplication) -> None:
    take_up(qapp, "de")
    try:
        page, lanes = seat.sales.page()
        german = Seat(seat.sales, page, lanes)
        german.begin()
        german.press(Qt.Key.Key_R, on=page.view.table)
        assert page.back_card is not None
        for size in SIZES:
            grab(page, f"my-leads-german-{size[0]}", size)
            assert cut_words(page) == []
        assert "wartet auf Ihre Antwort" in text_of(page)
        assert cut_words(page.back_card) == []
        assert page.view.model.headerData(1, Qt.Orientation.Horizontal) == "Aus"
        lanes.settle()
        lanes.close()
        delete_now(page)
    finally:
        take_up(qapp, "en")


def test_the_page_fits_every_size_in_both_schemes(seat: Seat) -> None:
    look = theme.look()
    seat.sales.leave("Aurelia-Maximiliane von Hohenstein-Wallenfels")
    seat.page.refresh()
    seat.lanes.settle()
    for scheme in ("light", "dark"):
        look.choose(scheme)
        for size in SIZES:
            grab(seat.page, f"my-leads-{scheme}-{size[0]}", size)
            assert cut_words(seat.page) == []
            assert unnamed(seat.page) == []
    look.choose("light")
    seat.page.resize(1366, 768)
    seat.page.view.table.setFocus()
    for key, name in ((Qt.Key.Key_A, "take"), (Qt.Key.Key_R, "send-back")):
        seat.press(key, on=seat.page.view.table)
        card = seat.page.take_card if name == "take" else seat.page.back_card
        assert card is not None
        grab(card, f"my-leads-{name}")
        assert cut_words(card) == []
        assert unnamed(card) == []
        card.close_over()
