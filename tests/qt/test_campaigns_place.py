"""The Campaigns place: the table, a new campaign, the way back, the editors below."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt.campaign_pages import CARD, a_campaign, gone, here, write
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.criteria import Side
from qualdesk.desk.library import Library
from qualdesk.qt import going, theme
from qualdesk.qt.app import opener
from qualdesk.qt.campaigns.editors import CAMPAIGN, DEFINITION, SCRIPT, Level, whole
from qualdesk.qt.campaigns.place import CampaignsPlace
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.work import Work
from qualdesk.settings import Settings
from qualdesk.store.database import Store

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Opening = Callable[[], DeskWindow]


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def place(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen
) -> Iterator[CampaignsPlace]:
    work = Work(desk_on(sqlite_file, clock))
    made = CampaignsPlace(work, clock, chosen, BERLIN)
    made.resize(1364, 844)
    made.show()
    qtbot.waitActive(made)
    yield made
    assert work.close()
    gone(made)


@pytest.fixture
def opening(qtbot: QtBot, sqlite_file: Path, tmp_path: Path, clock: SetClock) -> Iterator[Opening]:
    """Opens the window on the Campaigns place."""
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
        window = DeskWindow(settings, opener(clock), clock)
        made.append(window)
        window.start()
        qtbot.waitUntil(window._timer.isActive, timeout=20_000)
        qtbot.waitUntil(window.shell.isActiveWindow)
        press(Qt.Key.Key_3, CTRL)
        assert window.shell.at == "campaigns"
        qtbot.waitUntil(window.campaigns.overview.main.isVisible, timeout=10_000)
        return window

    yield open_it
    for window in made:
        gone(window.shell)


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    """One that lacks who answers questions about its list."""
    return a_campaign(sqlite_store, clock, source=replace(CARD, owner=""))


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code of the levels below the table was not read yet, as on a first day."""
    kinds = {CAMPAIGN: "colorsys", SCRIPT: "stringprep", DEFINITION: "nturl2path"}
    for kind, module in kinds.items():
        monkeypatch.setitem(going.CODE, kind, (module,))
        monkeypatch.delitem(sys.modules, module, raising=False)


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(here(), key, held)


def looked(qtbot: QtBot, place: CampaignsPlace, rows: int) -> None:
    place.show_overview()
    qtbot.waitUntil(lambda: len(place.overview.model.rows) == rows, timeout=10_000)


def opened(qtbot: QtBot, place: CampaignsPlace) -> None:
    """Open the campaign under the cursor with Enter, and wait until its page is there."""
    press(Qt.Key.Key_Return)
    assert place.front is place.page
    qtbot.waitUntil(lambda: place.page._shown is not None, timeout=10_000)


@pytest.mark.usefixtures("campaign")
def test_the_table_says_where_each_campaign_stands(
    qtbot: QtBot, place: CampaignsPlace, sqlite_store: Store, clock: SetClock
) -> None:
    Library(sqlite_store, clock, "Rosa").new_campaign("Sealing webinar", source=None)
    looked(qtbot, place, 2)
    webinar, expo = place.overview.model.drawn()
    assert webinar[0] == "Sealing webinar, 13 things before calls can start"
    assert (webinar[1], webinar[5], webinar[6]) == ("Not said yet", "None yet", "None yet")
    assert expo[0] == "PackTech Expo 2026, 1 thing before calls can start"
    assert expo[1:5] == ("Trade show", "Closes Fri 27 Mar, 17:00, 10 days left", "6", "0")
    assert expo[6].startswith("Qualified lead, version ")


def test_a_new_campaign_is_a_name_and_opens_on_its_page(
    qtbot: QtBot, place: CampaignsPlace, campaign: Campaign, chosen: Chosen, tmp_path: Path
) -> None:
    looked(qtbot, place, 1)
    place.commands()["new"]()
    assert place.way == ("Campaigns", "New campaign")
    assert not place.new.main.isEnabled()
    # A file may say all of it; one that cannot be read says why, and nothing typed is lost.
    chosen.answers["campaigns"] = tmp_path / "fair.toml"
    (tmp_path / "fair.toml").write_text("nonsense = [", encoding="utf-8")
    QTest.keyClicks(here(), campaign.name)
    place.new.file.click()
    qtbot.waitUntil(place.new.notice.isVisible, timeout=10_000)
    assert "fair.toml" in place.new.notice.accessibleName()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in text_of(place.new), timeout=10_000)
    QTest.keyClicks(here(), ", second day")
    place.main()
    qtbot.waitUntil(lambda: place.front is place.page, timeout=10_000)
    assert place.way[-1] == f"{campaign.name}, second day"
    assert place.step_back()
    qtbot.waitUntil(lambda: len(place.overview.model.rows) == 2, timeout=10_000)
    assert not place.step_back()


def test_another_script_and_definition_are_begun_from_the_page(
    qtbot: QtBot, place: CampaignsPlace, campaign: Campaign
) -> None:
    looked(qtbot, place, 1)
    opened(qtbot, place)
    place.page.sections.script.new.click()
    qtbot.waitUntil(lambda: "script" in place.editors, timeout=20_000)
    name = place.editors["script"].outline.name
    qtbot.waitUntil(lambda: name.text() == campaign.name, timeout=20_000)
    assert place.way == ("Campaigns", campaign.name, "Call script")
    place.go_back_to(1)
    place.page.sections.definition.new.click()
    qtbot.waitUntil(lambda: "definition" in place.editors, timeout=20_000)
    qtbot.waitUntil(lambda: place.way[-1] == campaign.name, timeout=20_000)
    assert len(place.way) == 3


def test_what_waits_for_somebody_is_said_above_the_table(
    qtbot: QtBot, place: CampaignsPlace, sqlite_file: Path, clock: SetClock, campaign: Campaign
) -> None:
    """Screens 2.3: “Version 4 waits for you” on opening."""
    desk = desk_on(sqlite_file, clock)()
    setup = desk.campaigning.setup(campaign.id)
    assert setup.definition is not None
    draft = desk.definitions.draft(setup.definition.id)
    words = replace(draft.definition, threshold=draft.definition.threshold - 5)
    desk.definitions.keep(words, draft.revision)
    desk.definitions.sign(words.id, Side.MARKETING, "Pia Okafor")
    desk.campaigning.set_people(campaign.id, replace(setup.people, sales="Rosa"))
    waits = " ".join(desk.definitions.waiting("Rosa"))
    desk.close()
    looked(qtbot, place, 1)
    assert waits
    qtbot.waitUntil(place.overview.notice.isVisible, timeout=10_000)
    assert place.overview.notice.accessibleName() == waits


def test_the_way_leads_down_and_back_and_says_what_is_saved(
    qtbot: QtBot, opening: Opening, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    other = Library(sqlite_store, clock, "Rosa").new_campaign("Spring fair")
    window = opening()
    place, top = window.campaigns, window.shell.top
    assert place.way == ("Campaigns",)
    assert top.campaign.isVisible()
    opened(qtbot, place)
    assert place.way == ("Campaigns", campaign.name)
    assert not top.campaign.isVisible()
    write(place.page.sections.source.owner, "Tom Reyes")
    assert "Saving" in text_of(top)
    qtbot.waitUntil(lambda: "Saved " in text_of(top), timeout=10_000)
    script = place.page.sections.script.script
    script.open.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(place.way) == 3, timeout=20_000)
    assert place.way == ("Campaigns", campaign.name, "Call script")
    back = [step.accessibleName() for step in top._way.steps if step.isVisible()]
    assert back == ["Back to Campaigns", f"Back to {campaign.name}"]
    press(Qt.Key.Key_Escape)
    assert here() is script.open
    top._way.steps[0].click()
    assert place.way == ("Campaigns",)
    assert text_of(top).splitlines()[0] == "Campaigns"
    assert "Saved " not in text_of(top)
    # Another campaign comes to work elsewhere: its page is shown here.
    place.open_campaign(campaign)
    window.shell.show_page("lists")
    window.work_on(other)
    qtbot.waitUntil(lambda: top.campaign.currentText() == "Spring fair", timeout=10_000)
    window.shell.show_page("campaigns")
    qtbot.waitUntil(lambda: place.way[-1] == "Spring fair", timeout=10_000)


def test_the_keys_go_to_the_page_in_front_and_what_is_typed_last_is_saved(
    qtbot: QtBot, opening: Opening, sqlite_store: Store, clock: SetClock
) -> None:
    """The desk's first lead comes while its page is left already: Enter must not call them."""
    ready = a_campaign(sqlite_store, clock)
    window = opening()
    qtbot.waitUntil(lambda: window.desk.state == "ready", timeout=10_000)
    window.desk.setFocus()
    assert here().isVisible()
    press(Qt.Key.Key_Return)
    assert window.desk.state == "ready"
    page = window.campaigns.page
    qtbot.waitUntil(lambda: page.foot.is_ready, timeout=10_000)
    press(Qt.Key.Key_Return, CTRL)
    assert window.shell.at == "desk"
    press(Qt.Key.Key_3, CTRL)
    write(page.sections.source.owner, "Mara Voss")
    window.shell.close()
    found = Library(sqlite_store, clock, "Rosa").campaign(ready.id).source
    assert found is not None
    assert found.owner == "Mara Voss"


def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, opening: Opening, campaign: Campaign
) -> None:
    window = opening()
    place = window.campaigns
    place.open_campaign(campaign)
    qtbot.waitUntil(lambda: place.page._shown is not None, timeout=10_000)
    fits(window, "campaigns-page", (1440, 900))
    for scheme in ("light", "dark"):
        theme.apply(qapp, scheme, 1.0)
        for size in ((1366, 768), (1440, 900), (1920, 1080)):
            place.show_overview()
            fits(window, f"campaigns-{size[0]}-{scheme}", size)
            place.commands()["new"]()
            fits(window, f"campaigns-new-{size[0]}-{scheme}", size)


def fits(window: DeskWindow, name: str, size: tuple[int, int]) -> None:
    grab(window.shell, name, size)
    assert (window.shell.width(), window.shell.height()) == size
    assert cut_words(window.shell) == []
    assert unnamed(window.shell) == []


@pytest.mark.usefixtures("unread")
def test_what_is_typed_on_the_way_down_comes_to_the_level_that_was_wanted(
    qtbot: QtBot, opening: Opening, campaign: Campaign
) -> None:
    window = opening()
    place = window.campaigns
    press(Qt.Key.Key_Return)
    assert not place._page.is_there, "it is made in pieces, and the window looks up between"
    assert (place.front, place.way) == (place.overview, ("Campaigns",)), "nothing half made is seen"
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: place._page.is_there, timeout=10_000)
    qtbot.waitUntil(lambda: place.front is place.page, timeout=10_000)
    assert place.way == ("Campaigns", campaign.name), "a new campaign was not for this page"
    assert place.page.isAncestorOf(here())
    qtbot.waitUntil(lambda: place.page._shown is not None, timeout=10_000)
    # A key that leads back leads back from there.
    place.page.definition_wanted.emit(campaign, "qualified-lead")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: DEFINITION in place.editors, timeout=10_000)
    qtbot.waitUntil(lambda: place.front is place.page, timeout=10_000)
    qtbot.waitUntil(lambda: not place._going.to)


@pytest.mark.usefixtures("unread")
def test_whoever_goes_elsewhere_between_two_pieces_finds_what_they_left(
    qtbot: QtBot, place: CampaignsPlace, campaign: Campaign
) -> None:
    again: list[object] = []
    place.typed_on_the_way.connect(again.append)
    looked(qtbot, place, 1)
    place.open_campaign(campaign)
    press(Qt.Key.Key_A)
    # As far as something of the page is made, and not all of it.
    qtbot.waitUntil(lambda: place._page._pieces is not None, timeout=10_000)
    begun = place._page._page
    place.hide()
    place.show()
    assert place.front is place._stack.currentWidget() is place.overview
    assert place.focusProxy() is place.overview.table
    qtbot.wait(1)
    assert (place._page.is_there, place._going.to, again) == (False, "", [])
    place.open_campaign(campaign)
    qtbot.waitUntil(lambda: place.front is not place.overview, timeout=10_000)
    assert place.front is begun, "what was made of it was not made twice"


@pytest.mark.usefixtures("unread")
def test_saving_undo_and_another_document_between_two_pieces(
    qtbot: QtBot, place: CampaignsPlace, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    looked(qtbot, place, 1)
    place.open_campaign(campaign)
    qtbot.waitUntil(lambda: place.front is not place.overview, timeout=10_000)
    page = place.page
    qtbot.waitUntil(lambda: page._shown is not None, timeout=10_000)

    def owner() -> str:
        source = Library(sqlite_store, clock, "Rosa").campaign(campaign.id).source
        return source.owner if source is not None else ""

    write(page.sections.source.owner, "Mara Voss")
    page.script_wanted.emit(campaign, "discovery-call")
    qtbot.waitUntil(lambda: place._levels[SCRIPT]._pieces is not None, timeout=10_000)
    place._going._next.stop()
    assert (place.front, place.way[-1]) == (page, campaign.name)
    qtbot.waitUntil(lambda: owner() == "Mara Voss" and not page.saving.is_due, timeout=10_000)
    place.undo()
    qtbot.waitUntil(lambda: owner() == "" and not page.saving.is_due, timeout=10_000)
    place.save()
    # The definition is wanted after all: the script does not come over it.
    page.definition_wanted.emit(campaign, "qualified-lead")
    qtbot.waitUntil(lambda: DEFINITION in place.editors, timeout=10_000)
    qtbot.waitUntil(lambda: place.front is place.editors[DEFINITION], timeout=10_000)
    qtbot.waitUntil(lambda: place.way[-1] == "Qualified lead", timeout=10_000)
    assert SCRIPT not in place.editors
    place.go_back_to(1)
    assert (place.front, place._going.to, owner()) == (page, "", "")


def test_a_definition_made_in_pieces_is_the_one_made_at_one_go(
    qapp: QApplication, place: CampaignsPlace
) -> None:
    """Also where the look changes between two pieces; half a page that failed is begun anew."""
    level = place._levels[DEFINITION]
    for number, _piece in enumerate(level.make()):
        if number == 2:
            theme.apply(qapp, "dark", 1.0)
            theme.apply(qapp, "light", 1.0)
    other = whole(place._new(DEFINITION))
    for page in (level.page, other):
        place._stack.setCurrentWidget(page)
        QApplication.processEvents()
    pictures = []
    for page in (level.page, other):
        place._stack.setCurrentWidget(page)
        pictures.append(page.grab().toImage())
    assert pictures[0] == pictures[1]

    begun = []

    class Failing(QWidget):
        def make(self) -> Iterator[None]:
            begun.append(self)
            yield
            if len(begun) == 1:
                raise ZeroDivisionError

    failing = Level(Failing, lambda _page: None)
    with pytest.raises(ZeroDivisionError):
        assert failing.page
    assert failing.page is begun[1]
