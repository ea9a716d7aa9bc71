"""In a team the window is that of the login: its name, its pages, and what is wrong with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qt.desks import delete_now, fill
from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen, text_of
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SystemClock
from qualdesk.core.team import TeamFault, fault
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.first_run import FirstRunPage
from qualdesk.qt.trouble import TroublePage
from qualdesk.settings import Settings
from qualdesk.store.team import check
from team_desks import TeamDesk

LONG = 20_000
EVERY = {"desk", "lists", "campaigns", "handoff", "floor", "reports", "history", "my_day"}
Start = Callable[..., DeskWindow]


@pytest.fixture
def start(qtbot: QtBot, team: TeamDesk, tmp_path: Path) -> Iterator[Start]:
    """Opens the window with somebody's login, as at a start of the program."""
    made: list[DeskWindow] = []
    desk = open_desk(team.url("Nadia"))
    fill(desk)
    desk.close()

    def open_as(name: str, *, is_named: bool = True, at: str = "") -> DeskWindow:
        settings = Settings(
            database=team.url(name),
            caller="typed before",
            is_named=is_named,
            theme="light",
            data_folder=tmp_path / "data",
            config_folder=tmp_path / "config",
            log_file=tmp_path / "log" / "qualdesk.log",
        )
        clock = SystemClock()
        window = DeskWindow(settings, opener(clock), clock, Chosen())
        made.append(window)
        told: list[object] = []
        window.opening.opened.connect(told.append)
        window.start()
        if at:
            qtbot.waitUntil(lambda: bool(told) and window.shell.at == at, timeout=LONG)
        return window

    yield open_as
    for window in made:
        window.shell.close()
        delete_now(window.shell)


def open_places(window: DeskWindow) -> set[str]:
    """The pages a key or the palette leads to."""
    works = window.shell.commands()
    aside = {"reports", "history", "my_day", "my_leads"} & set(works)
    return {name.removeprefix("go_") for name in works if name.startswith("go_")} & EVERY | aside


def in_rail(window: DeskWindow) -> set[str]:
    """The places shown down the left edge."""
    return {key for key, each in window.shell.rail._buttons.items() if not each.isHidden()}


def test_a_caller_has_the_desk_their_day_and_the_search(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start("Maya", is_named=False, at="desk")
    qtbot.waitUntil(lambda: window.settings.caller == "Maya", timeout=LONG)
    assert open_places(window) == {"desk", "my_day"}
    assert in_rail(window) == {"desk"}
    assert {"palette", "settings", "break"} <= set(window.shell.commands())
    assert not (window.settings.config_folder / "settings.toml").exists(), "nobody typed a name"
    for page in ("floor", "lists", "history"):
        window.shell.show_page(page)
        assert window.shell.at == "desk"
    window.desk.rules_wanted.emit()
    (tmp_path / "stand.csv").write_text("Name,Phone\nAnn Reed,030 23125 417\n", "utf-8")
    window.handed.take([tmp_path / "stand.csv"])
    assert "lists" not in window.shell._pages, "no list is loaded on a page nobody sees"
    assert "Hand this file to one of yours" in text_of(window.shell.notice)
    window.shell.say("info", "")
    qtbot.waitUntil(lambda: window.desk.state == "empty", timeout=LONG)
    says = "What your supervisor loads next"
    qtbot.waitUntil(lambda: says in window.desk.view.empty.says, timeout=LONG)
    assert window.desk.view.notice.isHidden(), "the server let them do what a desk does at a start"
    grab(window.shell, "team-caller", (1366, 768))
    assert unnamed(window.shell) == []


def test_a_salesperson_has_their_leads_and_no_desk(start: Start) -> None:
    window = start("Jonas", at="my_leads")
    assert open_places(window) == {"my_leads"}
    assert in_rail(window) == {"my_leads"}
    assert window.desk.state != "ready", "no lead is taken for them"
    window.shell.show_page("desk")
    assert window.shell.at == "my_leads"
    grab(window.shell, "team-sales", (1366, 768))
    assert cut_words(window.shell.rail) == []


def test_an_auditor_reads_the_history_and_nothing_else(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start("Iris", at="history")
    assert open_places(window) == {"history"}
    assert in_rail(window) == {"history"}
    table = window.history.page.model
    qtbot.waitUntil(lambda: bool(table.rows), timeout=LONG)
    assert not window.history.page.back.isVisible(), "there is no Floor to go back to"
    asked: list[object] = []
    for lane in ("ask", "long"):
        monkeypatch.setattr(window.work, lane, lambda work, *_more, **_named: asked.append(work))
    window.tick()
    assert asked == [], "nothing is asked that an auditor may not read"
    assert not window.shell.notice.isVisible()
    grab(window.shell, "team-auditor", (1366, 768))


def test_a_supervisor_has_every_page_and_the_team(start: Start, qtbot: QtBot) -> None:
    window = start("Nadia", at="floor")
    assert open_places(window) >= EVERY
    assert in_rail(window) == {"desk", "lists", "campaigns", "handoff", "floor"}
    window.preferences.open("team")
    rows = window.preferences.page.team.rows
    qtbot.waitUntil(lambda: "Iris" in rows and rows["Iris"].isVisible(), timeout=LONG)
    assert {"Maya", "Jonas", "Iris", "Nadia"} <= set(rows)
    assert "Salesperson. Not seen yet." in text_of(rows["Jonas"])
    assert "Supervisor. Here now." in text_of(rows["Nadia"])
    page = window.preferences.page.team
    page.rows["Maya"].change.click()
    hour = page.form.fields["per_hour"]
    qtbot.waitUntil(hour.hasFocus, timeout=LONG)
    QTest.keyClicks(hour, "90")
    assert hour.value() == 90, "typed over what stood there, and not before it"
    grab(window.shell, "team-supervisor", (1366, 768))
    assert cut_words(window.shell) == []
    assert unnamed(window.shell) == []
    window.shell.commands()["primary"]()
    assert "Say why" in text_of(page.form)
    assert window.preferences.page.step_back()
    assert not page.form.isVisible(), "Esc closes what is open within the page first"
    page.rows["Maya"].change.click()
    hour.setValue(90)
    page.form.because.setText("The fair ends tonight")
    window.shell.commands()["primary"]()
    qtbot.waitUntil(lambda: "90 leads an hour" in text_of(page), timeout=LONG)
    qtbot.waitUntil(lambda: "of 90 leads this hour" in text_of(page.rows["Maya"]), timeout=LONG)
    assert "These limits count until " in text_of(page.rows["Maya"])
    assert page.rows["Maya"].change.hasFocus()
    window.shell.commands()["undo"]()
    qtbot.waitUntil(lambda: "of 60 leads this hour" in text_of(page.rows["Maya"]), timeout=LONG)
    assert not page.undo_button.isVisible()


def test_what_is_wrong_with_a_login_stands_above_the_page(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (fault("reads_leads", tables="contact"),)
    monkeypatch.setattr(check, "faults", lambda _tx, **_: said)
    window = start("Maya", at="desk")
    notice = window.shell.notice
    qtbot.waitUntil(notice.isVisible, timeout=LONG)
    assert "reads more leads than the one it holds: contact." in notice.accessibleName()
    assert "qualdesk team init" in notice.accessibleName()
    grab(window.shell, "team-fault", (1366, 768))
    notice.pressed.emit()
    assert window.shell.at == "settings"
    login = window.preferences.page.workspace.login
    qtbot.waitUntil(lambda: len(login.faults) == 1, timeout=LONG)


@pytest.mark.parametrize("key", ["superuser", "owns_tables"])
def test_a_caller_whom_no_limit_would_hold_is_not_let_in(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Every look-up, limit and rule of the team's would be for show."""

    def found(_tx: object, **_: object) -> tuple[TeamFault, ...]:
        return (fault("many_groups", groups="a, b"), fault(key))

    monkeypatch.setattr(check, "faults", found)
    window = start("Maya")
    qtbot.waitUntil(lambda: isinstance(window.shell.page, TroublePage), timeout=LONG)
    said = text_of(window.shell.page)
    assert "This login may not call here" in said
    assert "qualdesk team add-person" in said, "it says who mends it, and how"
    assert window.shell.at == ""


def test_a_server_that_knows_nobody_asks_for_the_name_after_all(
    start: Start, qtbot: QtBot, team: TeamDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TeamDesk, "url", lambda self, _name: self.owner)
    window = start("owner", is_named=False)
    qtbot.waitUntil(lambda: isinstance(window.shell.page, FirstRunPage), timeout=LONG)
    del team
