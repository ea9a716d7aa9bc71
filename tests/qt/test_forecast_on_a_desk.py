"""The card of the forecast over a real workspace: tried, applied, in the history, back (S2)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from makers import make_campaign, make_lead
from qt.desks import delete_now
from qt.grabs import grab
from qt.windows import BERLIN, desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.members import read_hours
from qualdesk.core.sources import CallWindow
from qualdesk.qt.floor.forecast_card import ForecastCard
from qualdesk.qt.work import Work
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store

OPENS = datetime(2026, 3, 16, 8, tzinfo=UTC)
CLOSES = datetime(2026, 3, 20, 16, tzinfo=UTC)


@pytest.fixture
def campaign(sqlite_store: Store, sqlite_file: Path, clock: SetClock) -> Campaign:
    """More leads than one caller can finish in four days."""
    with sqlite_store.transaction() as tx:
        window = CallWindow(opens_at=OPENS, closes_at=CLOSES, zone=BERLIN)
        made = make_campaign(tx, "PackTech Expo 2026", window=window)
        for _ in range(300):
            make_lead(tx, made)
    desk = desk_on(sqlite_file, clock)()
    desk.people.set_hours("Maya Lind", shifts=read_hours("mon-fri 9-17"), zone=BERLIN)
    desk.close()
    return made


@pytest.fixture
def card(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, campaign: Campaign
) -> Iterator[ForecastCard]:
    work = Work(desk_on(sqlite_file, clock))
    made = ForecastCard(work, clock, BERLIN)
    made.resize(806, 445)
    made.show()
    made.show_campaign(campaign)
    qtbot.waitUntil(lambda: made.chart is not None and made.chart.course is not None)
    yield made
    assert work.close()
    delete_now(made)


def test_a_supervisor_closes_a_gap_and_takes_it_back(
    qtbot: QtBot, card: ForecastCard, sqlite_store: Store, campaign: Campaign
) -> None:
    chart, panel = card.chart, card.panel
    assert chart is not None
    assert chart.course is not None
    assert chart.course.closes == 5
    before = card.banner.title.text()
    assert "will probably not be finished by Fri 20 Mar" in before
    grab(card, "real-forecast")
    card.try_changes()
    QTest.keyClick(panel.callers, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bool(panel.levers["callers"].effect.text()))
    QTest.keyClick(panel.window_days, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(panel.levers["window"].effect.text()))
    grab(card, "real-forecast-try")
    assert "fewer missed" in panel.levers["callers"].effect.text()
    card.commands()["primary"]()
    qtbot.waitUntil(lambda: card.result.says != "")
    assert "6 callers more are planned from Tue 17 Mar." in card.result.says
    assert "The window closes on Mon 23 Mar." in card.result.says
    qtbot.waitUntil(lambda: card.banner.title.text() != before)
    with sqlite_store.transaction() as tx:
        changed = load_campaign(tx, campaign.id)
    assert changed.window.closes_at == datetime(2026, 3, 23, 16, tzinfo=UTC)
    card.commands()["undo"]()
    qtbot.waitUntil(lambda: card.banner.title.text() == before)
    with sqlite_store.transaction() as tx:
        assert load_campaign(tx, campaign.id).window == campaign.window
        assert load_campaign(tx, campaign.id).planned_callers == ()
