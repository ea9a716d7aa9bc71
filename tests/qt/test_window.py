"""The window itself: its keys, its pages, the first start, and what stands in its way."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QtMsgType
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_at_rest, cut_words, grab, unnamed
from qt.handed import a_next_batch
from qt.windows import drop, settings_in, text_of
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import REHEARSAL, Campaign
from qualdesk.core.clock import SetClock, SystemClock, TurnedClock
from qualdesk.core.sources import CallWindow
from qualdesk.desk.library import Library
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.crash import CrashReports, report_of
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.first_run import _SAMPLE, FirstRunPage
from qualdesk.qt.handoff.model import rows_of
from qualdesk.qt.opening import without_secrets
from qualdesk.qt.sample import STARTS
from qualdesk.qt.shortcuts import shortcuts
from qualdesk.qt.trouble import TroublePage, tell_fault
from qualdesk.settings import Settings, load_settings
from qualdesk.store.database import Store

Opening = Callable[..., DeskWindow]


@pytest.fixture
def settings(sqlite_file: Path, tmp_path: Path) -> Settings:
    return settings_in(tmp_path, sqlite_file)


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, clock: SetClock) -> Iterator[Opening]:
    """Opens the window; ``changed`` changes the settings first."""
    made: list[DeskWindow] = []

    def open_it(**changed: Any) -> DeskWindow:
        found = DeskWindow(replace(settings, **changed), opener(clock), clock)
        made.append(found)
        qtbot.addWidget(found.shell)
        found.start()
        return found

    yield open_it
    for each in made:
        each.shell.close()


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    closes = CallWindow(closes_at=clock.now().replace(day=27), zone="Europe/Berlin")
    library = Library(sqlite_store, clock, "Rosa")
    return library.new_campaign("PackTech Expo 2026", source=REHEARSAL, window=closes)


def there(qtbot: QtBot, window: DeskWindow, page: str) -> None:
    qtbot.waitUntil(lambda: window.shell.at == page, timeout=20_000)


def press(window: DeskWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or window.shell
    QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_empty_workspace_opens_on_the_lists(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    qtbot.waitUntil(lambda: "No campaign yet" in text_of(opened.lists))


def test_an_empty_desk_leads_to_the_lists(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    opened.shell.show_page("desk")
    qtbot.waitUntil(lambda: "Nothing is loaded yet" in text_of(opened.desk), timeout=20_000)
    opened.desk.main()
    assert opened.shell.at == "lists"


@pytest.mark.usefixtures("campaign")
def test_the_places_of_the_rail_have_keys(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    qtbot.waitUntil(opened.shell.isActiveWindow)
    for key, page in ((Qt.Key.Key_4, "handoff"), (Qt.Key.Key_1, "desk"), (Qt.Key.Key_2, "lists")):
        press(opened, key, CTRL)
        assert opened.shell.at == page
    press(opened, Qt.Key.Key_N, CTRL)
    assert opened.lists.form.isVisible()
    press(opened, Qt.Key.Key_Escape)
    assert opened.lists.overview.isVisible()


def test_the_campaign_and_its_window_stand_at_the_top(
    qtbot: QtBot, window: Opening, campaign: Campaign
) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    top = opened.shell.top
    assert top.campaign.currentText() == campaign.name
    assert "Window closes Fri 27 Mar, 10:24" in text_of(top)


@pytest.mark.usefixtures("campaign")
def test_another_campaign_is_shown_on_every_page(
    qtbot: QtBot, window: Opening, sqlite_store: Store, clock: SetClock
) -> None:
    other = Library(sqlite_store, clock, "Rosa").new_campaign("Spring fair")
    opened = window()
    there(qtbot, opened, "lists")
    opened.shell.show_page("handoff")
    opened.shell.campaign_chosen.emit(other)
    qtbot.waitUntil(lambda: opened.handoff.next_page._campaign == other)
    assert opened.shell.top.campaign.currentText() == "Spring fair"


@pytest.mark.usefixtures("campaign")
def test_f1_lists_the_keys_that_work_here_and_no_others(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    press(opened, Qt.Key.Key_F1)
    shown = opened.shell.help.shown()
    does = {line.id: line.does for line in shortcuts()}
    assert ("Ctrl+N", does["new"]) in shown
    assert not any(key == "Alt+1" for key, _ in shown)
    press(opened, Qt.Key.Key_Escape)
    assert opened.shell.help.isHidden()


@pytest.mark.usefixtures("campaign")
def test_f6_walks_the_panes_of_the_page(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    opened.shell.show_page("handoff")
    qtbot.waitUntil(opened.handoff.next_page.bar.more.isVisible, timeout=20_000)
    panes = opened.handoff.panes
    for pane in (panes[1], panes[3]):
        for _press in panes:
            press(opened, Qt.Key.Key_F6)
            focus = QApplication.focusWidget()
            if focus is not None and pane.isAncestorOf(focus):
                break
        assert focus is not None
        assert pane.isAncestorOf(focus)


def test_every_key_of_the_table_is_bound_once(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    bound = opened.shell._keys.bound
    keys = {key for line in shortcuts() for key in line.keys}
    assert set(bound) == keys
    assert len({shortcut.key().toString() for shortcut in bound.values()}) == len(keys)


@pytest.mark.usefixtures("campaign")
def test_a_key_of_another_page_stays_with_the_table(qtbot: QtBot, window: Opening) -> None:
    """PgDn is the next question on the desk; in a table it turns the page."""
    opened = window()
    there(qtbot, opened, "lists")
    opened.shell.show_page("handoff")
    qtbot.waitUntil(lambda: opened.handoff.next_page._campaign is not None)
    qtbot.wait(300)
    opened.handoff.next_page.batch.show_rows(rows_of(a_next_batch(ready=60)))
    opened.handoff.next_page.batch.table.setFocus()
    press(opened, Qt.Key.Key_PageDown)
    assert opened.handoff.next_page.batch.table.currentIndex().row() > 3


def test_a_look_that_was_chosen_is_kept_for_the_next_start(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    before = theme.look().theme.name
    opened.shell.rail.look.click()
    assert theme.look().theme.name != before
    kept = (opened.settings.config_folder / "settings.toml").read_text(encoding="utf-8")
    assert f'theme = "{theme.look().theme.name}"' in kept


def test_text_grows_and_shrinks_and_comes_back(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    commands = opened.shell.commands()
    commands["bigger"]()
    assert theme.look().scale == pytest.approx(1.1)
    commands["smaller"]()
    commands["smaller"]()
    assert theme.look().scale == pytest.approx(0.9)
    commands["normal"]()
    assert theme.look().scale == 1.0


def called(page: FirstRunPage, way: QWidget, name: str = "Maya Lind") -> None:
    """Choose a way to begin, and say who one is."""
    assert isinstance(way, QAbstractButton)
    way.click()
    QTest.keyClicks(page.asking.name, name)
    page.main()


def test_the_first_start_asks_for_a_name_in_place_and_keeps_it(
    qtbot: QtBot, window: Opening, settings: Settings
) -> None:
    """Picture 13: first what they would like to do, then their name, once."""
    opened = window(is_named=False, caller="login")
    page = opened.shell.page
    assert isinstance(page, FirstRunPage)
    assert "Good morning. What would you like to do first?" in text_of(page)
    assert opened.shell.at == ""
    page.ways.empty.click()
    qtbot.waitUntil(page.asking.name.hasFocus)
    press(opened, Qt.Key.Key_Return)
    assert "Write your name first." in text_of(page)
    assert page.asking.name.placeholderText() == "First and last name"
    QTest.keyClicks(page.asking.name, "Maya Lind")
    press(opened, Qt.Key.Key_Return)
    there(qtbot, opened, "lists")
    assert opened.settings.caller == "Maya Lind"
    kept = (settings.config_folder / "settings.toml").read_text(encoding="utf-8")
    assert "Maya Lind" in kept


def test_each_way_to_begin_has_its_number_and_esc_leads_back(qtbot: QtBot, window: Opening) -> None:
    opened = window(is_named=False)
    page = opened.shell.page
    qtbot.waitUntil(page.ways.sample.button.hasFocus)
    press(opened, Qt.Key.Key_3)
    assert page.is_asking
    assert page.asking.address.isVisible()
    QTest.keyClicks(page.asking.address, "postgresql://3")
    assert page.asking.address.text() == "postgresql://3", "a digit is a digit while one types"
    press(opened, Qt.Key.Key_Escape)
    assert not page.is_asking
    assert page.ways.team.button.hasFocus()
    press(opened, Qt.Key.Key_1)
    assert page.is_asking
    assert not page.asking.address.isVisible()
    press(opened, Qt.Key.Key_Escape)
    press(opened, Qt.Key.Key_3)
    assert page.asking.address.text() == "postgresql://3", "what was typed stays"


def test_a_list_dropped_on_the_first_page_is_read_once_the_name_is_there(
    qtbot: QtBot, window: Opening, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Phone\nKatrin Albers,+49 40 66969 100\n", encoding="utf-8")
    opened = window(is_named=False)
    page = opened.shell.page
    drop(page, people)
    assert "“people.csv” is read next" in text_of(page)
    QTest.keyClicks(page.asking.name, "Maya Lind")
    page.main()
    there(qtbot, opened, "lists")
    qtbot.waitUntil(opened.lists.form.isVisible)


def test_a_team_that_cannot_be_joined_leaves_all_as_it_was(
    qtbot: QtBot, window: Opening, settings: Settings
) -> None:
    opened = window(is_named=False)
    page = opened.shell.page
    page.ways.team.button.click()
    QTest.keyClicks(page.asking.address, "desk.example")
    QTest.keyClicks(page.asking.name, "Maya Lind")
    page.main()
    assert "no address of a team database" in text_of(page)
    page.asking.address.setText("postgresql://maya@127.0.0.1:1/desk")
    page.asking.password.setText("s3cret")
    page.main()
    assert "Connecting" in text_of(page)
    qtbot.waitUntil(lambda: "cannot be reached" in text_of(page), timeout=20_000)
    assert page.asking.password.text() == "s3cret"
    assert not (settings.config_folder / "settings.toml").exists()


def test_a_team_is_joined_by_its_address_and_the_password_is_in_no_file(
    qtbot: QtBot, window: Opening, settings: Settings, postgres_url: str
) -> None:
    opened = window(is_named=False)
    page = opened.shell.page
    page.ways.team.button.click()
    page.asking.address.setText(postgres_url.replace("tester@", "tester:s3cret@"))
    page.asking.keep.setChecked(False)
    QTest.keyClicks(page.asking.name, "Maya Lind")
    page.main()
    there(qtbot, opened, "lists")
    kept = (settings.config_folder / "settings.toml").read_text(encoding="utf-8")
    assert postgres_url in kept
    assert "s3cret" not in kept
    assert opened.opening.address == postgres_url


def test_an_empty_database_is_no_team_to_join(
    qtbot: QtBot, window: Opening, postgres_address: str
) -> None:
    """Joining makes nothing: a mistyped name must not become a workspace."""
    opened = window(is_named=False)
    page = opened.shell.page
    page.ways.team.button.click()
    page.asking.address.setText(f"{postgres_address}/postgres")
    QTest.keyClicks(page.asking.name, "Maya Lind")
    page.main()
    qtbot.waitUntil(lambda: "no workspace in that database" in text_of(page), timeout=20_000)


def test_the_sample_lies_in_a_workspace_of_its_own_and_can_be_left(
    qtbot: QtBot, window: Opening, settings: Settings
) -> None:
    opened = window(is_named=False)
    page = opened.shell.page
    called(page, page.ways.sample.button)
    there(qtbot, opened, "desk")
    assert "Sample. Nothing here is real." in text_of(opened.shell.notice)
    assert "Ctrl+Shift+P" in text_of(opened.shell.notice)
    sample = settings.data_folder / "sample.sqlite"
    desk = open_desk(str(sample), caller="Maya Lind")
    leads = desk.library.campaigns()[0].leads
    desk.close()
    assert f"with {leads} leads" in _SAMPLE
    opened.shell.notice.pressed.emit()
    there(qtbot, opened, "lists")
    assert opened.shell.notice.isHidden()
    assert not sample.exists(), "what was a sample is thrown away"


def test_the_sample_goes_by_a_clock_of_its_own_and_leaving_it_by_the_real_one(
    qtbot: QtBot, settings: Settings
) -> None:
    clock = TurnedClock()
    opened = DeskWindow(replace(settings, is_named=False), opener(clock), clock)
    qtbot.addWidget(opened.shell)
    opened.start()
    page = opened.shell.page
    called(page, page.ways.sample.button)
    there(qtbot, opened, "desk")
    assert timedelta() <= clock.now() - STARTS < timedelta(minutes=5)
    qtbot.waitUntil(lambda: opened.desk.state == "ready", timeout=20_000)
    opened.shell.notice.pressed.emit()
    there(qtbot, opened, "lists")
    assert abs(clock.now() - SystemClock().now()) < timedelta(seconds=5)
    opened.shell.close()


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"no workspace at all, only words" * 200, "is not a qualdesk workspace")],
)
def test_a_file_that_is_no_workspace_gets_a_page_that_says_so(
    qtbot: QtBot, window: Opening, tmp_path: Path, content: bytes, says: str
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(content)
    opened = window(database=f"sqlite:///{damaged}")
    qtbot.waitUntil(lambda: isinstance(opened.shell.page, TroublePage), timeout=20_000)
    said = text_of(opened.shell.page)
    assert says in said
    assert "Nothing was changed." in said
    assert str(damaged) in said
    assert damaged.read_bytes() == content
    damaged.unlink()
    press(opened, Qt.Key.Key_Space)
    there(qtbot, opened, "lists")


def test_a_workspace_of_a_newer_program_is_refused_in_words(
    qtbot: QtBot, window: Opening, sqlite_file: Path
) -> None:
    import sqlite3

    with sqlite3.connect(sqlite_file) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999_tomorrow'")
    file.close()
    opened = window()
    qtbot.waitUntil(lambda: isinstance(opened.shell.page, TroublePage), timeout=20_000)
    assert "newer qualdesk" in text_of(opened.shell.page)


def test_a_password_in_an_address_is_never_shown() -> None:
    assert "geheim" not in without_secrets("postgresql://maya:geheim@desk.example/calls")
    assert without_secrets("sqlite:///C:/desk.sqlite") == "C:/desk.sqlite"


def test_a_fault_is_kept_without_a_word_about_people(tmp_path: Path, clock: SetClock) -> None:
    reports = CrashReports(tmp_path / "log", clock)
    name = "Katrin Albers"
    told: list[str] = []
    reports.reported.connect(told.append)
    try:
        {}[name]
    except KeyError:
        kind, error, trace = sys.exc_info()
    assert kind is not None
    reports.fault(kind, error, trace)
    reports.fault(kind, error, trace)
    (file,) = (tmp_path / "log").glob("crash-*.txt")
    assert reports.file == file
    kept = file.read_text(encoding="utf-8")
    assert "builtins.KeyError" in kept
    assert "test_a_fault_is_kept" in kept
    assert name not in kept
    assert str(Path.home()) not in kept
    assert len(told) == 1


def test_what_qt_says_loses_quotes_and_places(tmp_path: Path, clock: SetClock) -> None:
    reports = CrashReports(tmp_path, clock)
    told: list[str] = []
    reports.reported.connect(told.append)
    nowhere: Any = None
    reports.message(QtMsgType.QtWarningMsg, nowhere, "only a warning")
    said = "Cannot open '/data/Katrin.txt' of k.albers@elbkorn.example"
    reports.message(QtMsgType.QtCriticalMsg, nowhere, said)
    assert len(told) == 1
    assert "Katrin" not in told[0]
    assert "elbkorn" not in told[0]


def test_a_fault_is_told_in_the_window_and_can_be_copied(qtbot: QtBot, window: Opening) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    tell_fault(opened.shell, report_of(ValueError, None), Path("logs/crash-1.txt"))
    assert "Something went wrong inside qualdesk" in text_of(opened.shell.notice)
    assert f"is sent to nobody, and lies in {Path('logs/crash-1.txt')}." in text_of(
        opened.shell.notice
    )
    opened.shell.notice.pressed.emit()
    assert "builtins.ValueError" in QApplication.clipboard().text()


def test_no_file_is_asked_for_while_somebody_is_on_the_line(
    qtbot: QtBot, window: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No window stops the window during a call."""
    opened = window()
    there(qtbot, opened, "lists")
    monkeypatch.setattr(type(opened.desk), "state", "on a call")
    opened.lists.choose_file()
    assert "You are on a call" in text_of(opened.shell.notice)
    shut = opened.shell.notice.last_way
    assert shut.accessibleName() == "Close this line"
    shut.setFocus()
    QTest.keyClick(shut, Qt.Key.Key_Space)
    assert opened.shell.notice.isHidden(), "others wait for its place"
    assert opened.shell.page.isAncestorOf(QApplication.focusWidget())


def test_a_list_dropped_on_the_desk_goes_to_the_lists(
    qtbot: QtBot, window: Opening, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Phone\nKatrin Albers,+49 40 66969 100\n", encoding="utf-8")
    opened = window()
    there(qtbot, opened, "lists")
    opened.shell.show_page("desk")
    drop(opened.desk, people)
    assert opened.shell.at == "lists"
    assert opened.lists.form.isVisible()


def test_a_name_that_cannot_be_kept_is_said_and_can_be_tried_again(
    window: Opening, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("", encoding="utf-8")
    opened = window(is_named=False, config_folder=in_the_way)
    page = opened.shell.page
    called(page, page.ways.empty)
    assert "cannot be" in text_of(opened.shell.notice)
    assert page.asking.name.text() == "Maya Lind"


def test_the_window_comes_back_where_it_stood(
    qtbot: QtBot, window: Opening, settings: Settings
) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    opened.shell.resize(1100, 700)
    opened.shell.close()
    again = window()
    there(qtbot, again, "lists")
    # The offscreen screen of tests is narrow; what counts is that it is not the usual size.
    assert (settings.config_folder / "window.ini").exists()
    assert again.shell.height() != 900


def test_what_was_given_as_a_name_is_found_by_the_command_line(
    settings: Settings, qtbot: QtBot, window: Opening
) -> None:
    from platformdirs import PlatformDirs

    class Here(PlatformDirs):
        user_config_path = settings.config_folder
        user_data_path = settings.data_folder
        user_log_path = settings.log_file.parent

    opened = window(is_named=False)
    called(opened.shell.page, opened.shell.page.ways.empty)
    there(qtbot, opened, "lists")
    found = load_settings(environment={}, folders=Here("qualdesk"))
    assert (found.caller, found.is_named) == ("Maya Lind", True)


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_window_fits_and_names_every_stop(
    qtbot: QtBot, window: Opening, qapp: QApplication, scheme: Any
) -> None:
    opened = window()
    there(qtbot, opened, "lists")
    theme.apply(qapp, scheme, 1.0)
    for page in ("lists", "handoff"):
        opened.shell.show_page(page)
        qtbot.wait(120)
        for size in ((1366, 768), (1440, 900), (1920, 1080)):
            grab(opened.shell, f"window-{page}-{size[0]}x{size[1]}-{scheme}", size)
            assert cut_at_rest(opened.shell) == []
            assert unnamed(opened.shell) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_welcome_and_the_trouble_page_are_drawn_whole(
    qtbot: QtBot, window: Opening, qapp: QApplication, tmp_path: Path, scheme: Any
) -> None:
    first = window(is_named=False)
    theme.apply(qapp, scheme, 1.0)
    grab(first.shell, f"welcome-{scheme}", (1366, 768))
    assert cut_words(first.shell) == []
    first.shell.page.ways.team.button.click()
    first.shell.page.refuse("This is no address of a team database.")
    grab(first.shell, f"welcome-team-{scheme}", (1024, 640))
    assert cut_words(first.shell) == []
    assert unnamed(first.shell) == []
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"words" * 900)
    second = window(database=f"sqlite:///{damaged}")
    qtbot.waitUntil(lambda: isinstance(second.shell.page, TroublePage), timeout=20_000)
    grab(second.shell, f"trouble-{scheme}", (1366, 768))
    assert cut_words(second.shell) == []
    assert unnamed(second.shell) == []
