"""The Campaigns place in the window: the table, a new campaign, the way back, the editors."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.campaign_pages import CARD, a_campaign, write
from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.desk.library import Library
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.campaigns.place import CampaignsPlace
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings
from qualdesk.store.database import Store

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Opening = Callable[[], DeskWindow]


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def opening(
    qtbot: QtBot, qapp: QApplication, sqlite_file: Path, tmp_path: Path, clock: SetClock,
    chosen: Chosen,
) -> Iterator[Opening]:  # fmt: skip
    """Opens the window on the Campaigns place."""
    theme.apply(qapp, "light", 1.0)
    made: list[DeskWindow] = []

    def open_it() -> DeskWindow:
        settings = Settings(
            database=f"sqlite:///{sqlite_file}",
            caller="Ruth Tanner",
            is_named=True,
            theme="light",
            data_folder=tmp_path / "data",
            config_folder=tmp_path / "config",
            log_file=tmp_path / "log" / "qualdesk.log",
        )
        window = DeskWindow(settings, opener(clock), clock, chosen)
        made.append(window)
        qtbot.addWidget(window.shell)
        window.start()
        qtbot.waitUntil(window._timer.isActive, timeout=20_000)
        qtbot.waitUntil(window.shell.isActiveWindow)
        press(Qt.Key.Key_3, CTRL)
        assert window.shell.at == "campaigns"
        qtbot.waitUntil(window.campaigns.overview.main.isVisible, timeout=10_000)
        return window

    yield open_it
    for window in made:
        window.shell.close()


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    return a_campaign(sqlite_store, clock, source=replace(CARD, owner=""))


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_the_keys_go_to_the_page_in_front_and_never_to_dial_behind_it(
    qtbot: QtBot, opening: Opening, sqlite_store: Store, clock: SetClock
) -> None:
    """The desk's first lead comes while its page is left already: Enter must not call them."""
    ready = a_campaign(sqlite_store, clock)
    window = opening()
    qtbot.waitUntil(lambda: window.desk.state == "ready", timeout=10_000)
    window.desk.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    press(Qt.Key.Key_Return)
    assert window.desk.state == "ready"
    assert window.campaigns.way[-1] == ready.name


def opened(qtbot: QtBot, place: CampaignsPlace) -> None:
    """Open the campaign under the cursor with Enter, and wait until its page is there."""
    press(Qt.Key.Key_Return)
    assert place.front is place.page
    qtbot.waitUntil(lambda: place.page._shown is not None, timeout=10_000)


def test_the_table_says_where_each_campaign_stands(
    opening: Opening, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    Library(sqlite_store, clock, "Rosa").new_campaign("Sealing webinar", source=None)
    place = opening().campaigns
    webinar, expo = place.overview.model.drawn()
    assert webinar[0] == "Sealing webinar, 13 things before calls can start"
    assert (webinar[1], webinar[5], webinar[6]) == ("Not said yet", "None yet", "None yet")
    assert expo[0] == f"{campaign.name}, 1 thing before calls can start"
    assert expo[1:5] == ("Trade show", "Closes Fri 27 Mar, 17:00, 10 days left", "6", "0")
    assert expo[6].startswith("Qualified lead, version ")


def test_the_way_leads_down_and_back_with_keys_and_by_its_steps(
    qtbot: QtBot, opening: Opening, campaign: Campaign
) -> None:
    window = opening()
    place, top = window.campaigns, window.shell.top
    assert place.way == ("Campaigns",)
    assert top.campaign.isVisible()
    opened(qtbot, place)
    assert place.way == ("Campaigns", campaign.name)
    assert not top.campaign.isVisible()
    script = place.page.sections.script.script
    script.open.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(place.way) == 3, timeout=20_000)
    assert place.way == ("Campaigns", campaign.name, "Call script")
    assert [step.accessibleName() for step in top._way.steps if step.isVisible()] == [
        "Back to Campaigns",
        f"Back to {campaign.name}",
    ]
    press(Qt.Key.Key_Escape)
    assert place.front is place.page
    assert QApplication.focusWidget() is script.open
    place.page.sections.definition.definition.open.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.way[-1] == "Qualified lead", timeout=20_000)
    top._way.steps[1].click()
    assert place.way == ("Campaigns", campaign.name)
    top._way.steps[0].click()
    assert place.way == ("Campaigns",)
    assert place.overview.table.hasFocus()


@pytest.mark.usefixtures("campaign")
def test_that_it_is_saved_stands_beside_the_title(qtbot: QtBot, opening: Opening) -> None:
    window = opening()
    place, top = window.campaigns, window.shell.top
    opened(qtbot, place)
    write(place.page.sections.source.owner, "Tom Reyes")
    assert "Saving" in text_of(top)
    qtbot.waitUntil(lambda: "Saved " in text_of(top), timeout=10_000)
    window.shell.show_page("lists")
    assert "Saved " not in text_of(top)


def test_what_is_typed_last_is_saved_when_the_window_goes(
    qtbot: QtBot, opening: Opening, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    window = opening()
    opened(qtbot, window.campaigns)
    write(window.campaigns.page.sections.source.owner, "Tom Reyes")
    window.shell.close()
    found = Library(sqlite_store, clock, "Rosa").campaign(campaign.id)
    assert found.source is not None
    assert found.source.owner == "Tom Reyes"


def test_a_new_campaign_is_a_name_and_opens_on_its_page(
    qtbot: QtBot, opening: Opening, campaign: Campaign
) -> None:
    place = opening().campaigns
    press(Qt.Key.Key_N, CTRL)
    assert place.way == ("Campaigns", "New campaign")
    assert not place.new.main.isEnabled()
    QTest.keyClicks(QApplication.focusWidget(), campaign.name)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in text_of(place.new), timeout=10_000)
    QTest.keyClicks(QApplication.focusWidget(), ", second day")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: place.front is place.page, timeout=10_000)
    assert place.way[-1] == f"{campaign.name}, second day"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(place.overview.model.rows) == 2, timeout=10_000)


def test_a_new_campaign_may_come_from_a_file(
    qtbot: QtBot, opening: Opening, chosen: Chosen, tmp_path: Path
) -> None:
    place = opening().campaigns
    chosen.answers["campaigns"] = tmp_path / "fair.toml"
    (tmp_path / "fair.toml").write_text("nonsense = [", encoding="utf-8")
    press(Qt.Key.Key_Return, CTRL)
    assert place.front is place.new
    place.new.file.click()
    qtbot.waitUntil(place.new.notice.isVisible, timeout=10_000)
    assert "fair.toml" in place.new.notice.accessibleName()


def test_another_script_is_begun_from_the_page(
    qtbot: QtBot, opening: Opening, campaign: Campaign
) -> None:
    place = opening().campaigns
    opened(qtbot, place)
    place.page.sections.script.new.click()
    qtbot.waitUntil(lambda: "script" in place.editors, timeout=20_000)
    qtbot.waitUntil(
        lambda: place.editors["script"].outline.name.text() == campaign.name, timeout=20_000
    )


@pytest.mark.usefixtures("campaign")
def test_a_ready_campaign_leads_to_its_calls(qtbot: QtBot, opening: Opening) -> None:
    """Screens 2.2: Start calling, with the one big key."""
    window = opening()
    opened(qtbot, window.campaigns)
    write(window.campaigns.page.sections.source.owner, "Tom Reyes")
    foot = window.campaigns.page.foot
    qtbot.waitUntil(lambda: foot.main.label == "Start calling", timeout=10_000)
    press(Qt.Key.Key_Return, CTRL)
    assert window.shell.at == "desk"


def test_another_campaign_in_work_is_shown_here_as_well(
    qtbot: QtBot, opening: Opening, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    other = Library(sqlite_store, clock, "Rosa").new_campaign("Spring fair")
    window = opening()
    window.campaigns.open_campaign(campaign)
    window.shell.show_page("lists")
    window.work_on(other)
    qtbot.waitUntil(lambda: window.shell.top.campaign.currentText() == "Spring fair")
    window.shell.show_page("campaigns")
    qtbot.waitUntil(lambda: window.campaigns.way[-1] == "Spring fair", timeout=10_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, opening: Opening, campaign: Campaign, scheme: Any
) -> None:
    window = opening()
    theme.apply(qapp, scheme, 1.0)
    place = window.campaigns
    for size in ((1366, 768), (1440, 900), (1920, 1080)):
        place.show_overview()
        grab(window.shell, f"campaigns-{size[0]}-{scheme}", size)
        assert cut_words(window.shell) == []
        assert unnamed(window.shell) == []
        place.begin_campaign()
        grab(window.shell, f"new-campaign-{size[0]}-{scheme}", size)
        assert cut_words(window.shell) == []
        place.open_campaign(campaign)
        qtbot.waitUntil(lambda: place.page._shown is not None, timeout=10_000)
        grab(window.shell, f"campaign-page-{size[0]}-{scheme}", size)
        assert cut_words(window.shell) == []
        assert unnamed(window.shell) == []
