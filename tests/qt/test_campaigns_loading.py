"""The Campaigns place while it waits for the desk: it says so, and no key is lost."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.campaign_pages import a_campaign, gone, settled
from qt.grabs import cut_words, grab
from qt.windows import BERLIN, Chosen, desk_on, text_of
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.place import CampaignsPlace
from qualdesk.qt.work import Work
from qualdesk.store.database import Store


@pytest.fixture
def go() -> Event:
    return Event()


@pytest.fixture
def place(
    qtbot: QtBot, sqlite_file: Path, sqlite_store: Store, clock: SetClock, go: Event
) -> Iterator[CampaignsPlace]:
    """The place over a desk that opens when it is let go."""
    a_campaign(sqlite_store, clock)
    opened = desk_on(sqlite_file, clock)

    def wait() -> Desk:
        assert go.wait(20)
        return opened()

    work = Work(wait)
    made = CampaignsPlace(work, clock, Chosen(), BERLIN)
    made.resize(1364, 844)
    made.show()
    qtbot.waitActive(made)
    made.refresh()
    made.setFocus()
    yield made
    go.set()
    assert work.close()
    gone(made)


@pytest.mark.parametrize("by_main", [False, True])
def test_while_it_loads_it_says_so_and_enter_opens_what_comes(
    qtbot: QtBot, place: CampaignsPlace, go: Event, by_main: bool
) -> None:
    assert "Loading" in text_of(place.overview)
    grab(place, "campaigns-loading")
    assert cut_words(place) == []
    if by_main:
        place.main()
    else:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    go.set()
    qtbot.waitUntil(lambda: place.front is not place.overview, timeout=10_000)
    campaign = place.page.campaign
    assert campaign is not None
    assert campaign.name == "PackTech Expo 2026"
    assert "Loading" not in text_of(place)
    place.show_overview()
    qtbot.wait(100)
    assert place.front is place.overview, "one press opens once"


def test_first_five_asked_for_while_out_of_sight_are_counted_when_looked_at(
    qtbot: QtBot, place: CampaignsPlace, go: Event
) -> None:
    """“Counting” would stay above leads counted long ago."""
    go.set()
    qtbot.waitUntil(lambda: place.overview.current() is not None, timeout=10_000)
    row = place.overview.current()
    assert row is not None
    place.open_campaign(row.campaign)
    qtbot.waitUntil(lambda: "Who would be called first" in text_of(place.page.first))
    settled(qtbot, place.page)
    plan = place.page.first._plan
    assert plan is not None
    place.show_overview()
    place.page.first.count(row.campaign.id, plan)
    qtbot.wait(400)
    place._bring(place.page, place.page)
    qtbot.waitUntil(lambda: "Who would be called first" in text_of(place.page.first))
