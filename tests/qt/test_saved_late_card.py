"""The line on the Floor about what was saved late, and the card in which a choice is made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from late_makers import late_call
from qt.desks import Keys, Lanes, desk_on
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.floor.saved_late_card import SavedLateCard
from qualdesk.qt.floor.saved_late_over import SavedLateOver
from qualdesk.store import calls as kept_calls
from qualdesk.store.database import Store


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    """Ana saved a call when Maya had called the same person."""
    late_call(sqlite_store, clock)
    (found,) = Desk(sqlite_store, clock, "Sue").library.campaigns()
    return found.campaign


@pytest.fixture
def lanes(sqlite_file: Path, clock: SetClock) -> Iterator[Lanes]:
    made = Lanes(lambda: desk_on(sqlite_file, clock, "Sue"))
    yield made
    assert made.close()


class Floor(QWidget):
    """A page with the card on it, as the Floor has it."""

    def __init__(self, lanes: Lanes, clock: SetClock) -> None:
        super().__init__()
        self.card = SavedLateCard(lanes, clock, "Europe/Berlin")
        column = QVBoxLayout(self)
        column.addWidget(self.card)
        column.addStretch(1)
        self.resize(1366, 768)


def opened(qtbot: QtBot, lanes: Lanes, clock: SetClock, campaign: Campaign) -> Floor:
    floor = Floor(lanes, clock)
    qtbot.addWidget(floor)
    floor.show()
    floor.activateWindow()
    QTest.qWaitForWindowActive(floor)
    floor.card.show_campaign(campaign)
    lanes.settle()
    return floor


def state(store: Store, lead: int = 1) -> str:
    with store.reading() as tx:
        return kept_calls.stands(tx, lead).state  # type: ignore[arg-type]


def test_a_late_call_is_taken_over_by_a_key_and_taken_back_by_another(
    qtbot: QtBot, lanes: Lanes, clock: SetClock, campaign: Campaign, sqlite_store: Store
) -> None:
    """Model 2 and 10: never over what the other said by itself; by a supervisor, and undone."""
    floor = opened(qtbot, lanes, clock, campaign)
    card, keys = floor.card, Keys(floor, lanes)
    changed: list[frozenset[int]] = []
    card.changed.connect(lambda one: changed.append(one.leads))
    assert card.says.text() == "1 call was saved late: somebody else had the lead by then."
    card.show_button.click()
    lanes.settle()
    over = card.over
    assert over.current is not None
    assert over.current.lead == "Katrin Albers"
    assert state(sqlite_store) == Bucket.WAITING
    keys.press("T")
    assert state(sqlite_store) == Bucket.NOT_A_FIT
    assert "It counts now: Not a fit" in over.result.text()
    assert "Ctrl+Z" in over.result.text()
    assert over.shut.hasFocus(), "with nothing left the cursor is on the way out"
    assert card.says.text() == "Nothing waits any more."
    assert changed[-1] == {1}
    card.commands()["undo"]()
    lanes.settle()
    assert state(sqlite_store) == Bucket.WAITING
    assert over.current is not None, "it waits again"
    assert over.table.hasFocus()
    keys.press("L")
    assert "on record" in over.result.text()
    over.close_over()
    assert not card.isVisible(), "nothing waits any more"


def test_nothing_late_takes_no_room(
    qtbot: QtBot, lanes: Lanes, clock: SetClock, sqlite_store: Store
) -> None:
    from calls import a_campaign

    floor = opened(qtbot, lanes, clock, a_campaign(sqlite_store))
    assert not floor.card.isVisible()
    assert floor.card.commands() == {}


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_it_is_read_whole_and_by_name(
    qtbot: QtBot, lanes: Lanes, clock: SetClock, campaign: Campaign, shade: str, qapp: QApplication
) -> None:
    theme.apply(qapp, shade, 1.0)
    floor = opened(qtbot, lanes, clock, campaign)
    floor.card.open()
    over = floor.card.over
    assert isinstance(over, SavedLateOver)
    grab(floor, f"saved-late-{shade}")
    assert cut_words(floor) == []
    assert unnamed(floor) == []
    card = floor.card
    assert abs(card.says.geometry().center().y() - card.show_button.geometry().center().y()) <= 1
    theme.apply(qapp, "light", 1.0)
