"""A supervisor tries changes until a list would be finished, applies them, and takes them back.

S2; by keyboard, in a file and on a server.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import make_campaign, make_lead
from qt.grabs import grab
from qt.windows import BERLIN, Chosen
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.members import read_hours
from qualdesk.core.sources import CallLimits, CallWindow
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.floor.lever_words import missed_of
from qualdesk.settings import Settings
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store
from seats import NADIA, SUPERVISOR

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LONG = 30_000
CAST = {"Rosa Falk": SUPERVISOR}
OPENS = datetime(2026, 3, 16, 8, tzinfo=UTC)
CLOSES = datetime(2026, 3, 18, 16, tzinfo=UTC)


@pytest.fixture
def campaign(store: Store, store_url: str, clock: SetClock) -> Campaign:
    """More leads than one caller can finish in two days."""
    with store.transaction() as tx:
        window = CallWindow(opens_at=OPENS, closes_at=CLOSES, zone=BERLIN)
        made = make_campaign(
            tx, "PackTech Expo 2026", window=window, limits=CallLimits(max_attempts=3)
        )
        for _ in range(60):
            make_lead(tx, made)
    maya = open_desk(store_url, clock=clock, caller="Maya Lind")
    maya.people.set_hours("Maya Lind", shifts=read_hours("mon-fri 9-17"), zone=BERLIN)
    maya.close()
    nadia = open_desk(store_url, clock=clock, caller=NADIA)
    nadia.people.set_details("Rosa Falk", role="supervisor")
    nadia.close()
    return made


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    store_url: str,
    campaign: Campaign,
    clock: SetClock,
    tmp_path: Path,
) -> Iterator[DeskWindow]:
    del campaign
    theme.apply(qapp, "light", 1.0)
    settings = Settings(
        database=store_url,
        caller="Rosa Falk",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock, Chosen())
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.shell.at in {"desk", "lists", "floor"}, timeout=LONG)
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.shell.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_a_gap_is_closed_and_opened_again_without_the_mouse(
    qtbot: QtBot, window: DeskWindow, store: Store, campaign: Campaign
) -> None:
    press(Qt.Key.Key_5, CTRL)
    qtbot.waitUntil(lambda: window.shell.at == "floor", timeout=LONG)
    card = window.floor_way.place.page.forecast
    qtbot.waitUntil(lambda: card.chart is not None and card.isVisible(), timeout=LONG)
    chart, panel = card.chart, card.panel
    assert chart is not None
    qtbot.waitUntil(lambda: chart.course is not None and bool(chart.course.days), timeout=LONG)
    before = card.banner.title.text()
    assert "will probably not be finished by Wed 18 Mar" in before
    grab(window.shell, "floor-forecast", (1440, 900))

    press(Qt.Key.Key_T, CTRL)
    assert QApplication.focusWidget() is panel.callers
    press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "fewer missed" in panel.levers["callers"].effect.text())
    panel.window_days.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(panel.levers["window"].effect.text()), timeout=LONG)
    assert chart.ghost is not None  # the forecast as it is, to compare with
    small = missed_of(chart.course.forecast) or 0
    assert small < (missed_of(chart.ghost.forecast) or 0) / 2
    assert panel.levers["window"].value.text() == "until Fri 20 Mar, 17:00"
    grab(window.shell, "floor-forecast-try", (1440, 900))

    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: card.result.says != "", timeout=LONG)
    assert "6 callers more are planned from Tue 17 Mar." in card.result.says
    assert "The window closes on Fri 20 Mar." in card.result.says
    qtbot.waitUntil(lambda: card.banner.title.text() != before, timeout=LONG)
    with store.transaction() as tx:
        changed = load_campaign(tx, campaign.id)
    assert changed.window.closes_at == datetime(2026, 3, 20, 16, tzinfo=UTC)
    assert [count for _day, count in changed.planned_callers] == [6]
    grab(window.shell, "floor-forecast-applied", (1440, 900))

    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: card.banner.title.text() == before, timeout=LONG)
    with store.transaction() as tx:
        back = load_campaign(tx, campaign.id)
    assert (back.window, back.planned_callers) == (campaign.window, ())
