"""My day in the window: promises on both clocks, calls, what sales said; nobody else's figures."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.desks import CALLER, LONDON, Lanes, delete_now, working_lanes
from qt.grabs import cut_words, grab, unnamed
from qt.windows import drop, text_of
from qualdesk.core.cards import DueCallback
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.my_day import DayCounts, MyDay, PromiseToday, SalesSaid
from qualdesk.core.times import Promise
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.my_day.cards import MOST
from qualdesk.qt.my_day.page import MyDayPage
from qualdesk.settings import Settings

LONG = 20_000
NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


def a_promise(number: int, name: str, hour: int, **state: object) -> PromiseToday:
    wall = datetime(2026, 3, 17, hour, 30)  # noqa: DTZ001 - a promise is a wall time beside its zone
    promise = Promise(wall=wall, zone="Europe/Berlin")
    late = max(NOW - promise.at, timedelta()) if "kept_at" not in state else timedelta()
    return PromiseToday(
        lead_id=LeadId(number),
        name=name,
        company="Elbkorn Foods GmbH",
        at=promise.at,
        callback=DueCallback(promise=promise, owner="Maya Lind", late=late),
        **state,  # type: ignore[arg-type]
    )


def said(number: int, name: str, reason: str = "") -> SalesSaid:
    return SalesSaid(
        lead_id=LeadId(number),
        name=name,
        company="Avonbrook Dairy Ltd",
        at=NOW - timedelta(days=1),
        takes=not reason,
        reason=reason,
        note="Left in January" if reason else "",
    )


DAY = MyDay(
    day=date(2026, 3, 17),
    zone="Europe/London",
    promises=(
        a_promise(1, "Katrin Albers", 9, kept_at=NOW - timedelta(minutes=50)),
        a_promise(2, "Marcus Hale", 10, kept_at=None),
        a_promise(3, "Ines Fournier", 14),
    ),
    counts=DayCounts(
        calls=41,
        conversations=12,
        discovery_first=9,
        came_to_fit=10,
        outcomes=(("No answer", 20), ("Voicemail", 9), ("Nurture", 7), ("Qualified", 5)),
    ),
    said=(said(4, "Tanja Wirth"), said(5, "Kai Lorenz", "Wrong person")),
    waiting=3,
)


@pytest.fixture
def page(qtbot: QtBot, filled: Path, tmp_path: Path) -> Iterator[MyDayPage]:
    copy = Path(shutil.copy(filled, tmp_path / "desk.sqlite"))
    with working_lanes(copy, make_clock()) as lanes:
        made = MyDayPage(lanes, LONDON)
        qtbot.addWidget(made)
        yield made
        lanes.settle()
        delete_now(made)


def test_a_day_is_shown_with_both_clocks_and_the_reasons(page: MyDayPage) -> None:
    page.show()
    page.show_day(DAY)
    text = text_of(page)
    assert "Your day, Tue 17 Mar" in text
    assert "Tue 17 Mar, 14:30 in Berlin (13:30 for you)" in text
    for chip in ("called 08:34", "ahead"):
        assert chip in text
    assert "9 of 10" in text
    assert "came to fit by way of discovery" in text
    assert "1 taken, 1 sent back" in text
    assert "Wrong person: Left in January" in text
    assert "3 leads of yours wait for an answer." in text
    assert "Only you see this." in text


def test_an_empty_day_says_what_will_stand_there(page: MyDayPage) -> None:
    page.show()
    page.show_day(MyDay(day=DAY.day, zone="UTC", promises=(), counts=DayCounts(), said=()))
    text = text_of(page)
    for words in ("Nothing is promised for today", "No call yet today", "No answer in the last"):
        assert words in text


def test_another_day_takes_the_place_of_the_last_one(page: MyDayPage) -> None:
    page.show()
    page.show_day(DAY)
    promises = tuple(a_promise(n, f"Person {n}", 14) for n in range(MOST + 5))
    page.show_day(
        MyDay(day=DAY.day, zone="UTC", promises=promises, counts=DayCounts(calls=1), said=())
    )
    text = text_of(page)
    assert "Katrin Albers" not in text
    assert "and 5 more" in text
    assert "Qualified" not in text


def test_what_was_called_meanwhile_is_asked_for_again(
    qtbot: QtBot, filled: Path, tmp_path: Path
) -> None:
    clock = make_clock()
    copy = Path(shutil.copy(filled, tmp_path / "desk.sqlite"))
    with working_lanes(copy, clock) as lanes:
        page = MyDayPage(lanes, LONDON)
        qtbot.addWidget(page)
        page.show()
        page.show_campaign(None)
        lanes.settle()
        assert "No call yet today" in text_of(page)
        _call(lanes)
        page.refresh()
        lanes.settle()
        assert "Busy" in text_of(page)
        delete_now(page)


def _never(error: QualdeskError) -> None:
    raise AssertionError(error.says)


def _call(lanes: Lanes) -> None:
    from qualdesk.core.cards import CallCard
    from qualdesk.desk import Desk

    def work(desk: Desk) -> None:
        card = desk.calling.next_lead()
        assert isinstance(card, CallCard)
        desk.calling.finish(desk.calling.start_attempt(card.lead.id).id, "busy")

    lanes.ask(work, lambda _done: None, owner=lanes, refused=_never)
    lanes.settle()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_drawn_whole_at_every_size(
    page: MyDayPage, qapp: QApplication, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme, 1.0)
    page.show()
    page.show_day(DAY)
    for size in ((1290, 712), (1364, 844), (1844, 1024), (948, 584)):
        grab(page, f"my-day-{size[0]}-{scheme}", size)
        assert cut_words(page) == []
        assert unnamed(page) == []
    theme.apply(qapp, scheme, 1.5)
    grab(page, f"my-day-large-{scheme}", (1290, 712))
    assert cut_words(page) == []


@pytest.fixture
def window(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[DeskWindow]:
    """The real window with a lead at the desk."""
    copy = Path(shutil.copy(filled, tmp_path / "desk.sqlite"))
    settings = Settings(
        database=f"sqlite:///{copy}",
        caller=CALLER,
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock)
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.desk.state == "ready", timeout=LONG)
    yield made
    made.shell.close()


def press(window: DeskWindow, key: Qt.Key) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, held)


def test_one_key_shows_the_day_and_another_the_practice_also_in_a_break(
    qtbot: QtBot, window: DeskWindow, tmp_path: Path
) -> None:
    """It opens from the person at the top as well, and Esc leads back to the calls."""
    held = window.desk.lead_name
    qtbot.waitUntil(window.shell.isActiveWindow)
    window.desk.commands()["break"]()
    assert window.desk.state == "break"
    press(window, Qt.Key.Key_M)
    assert window.shell.at == "my_day"
    qtbot.waitUntil(lambda: "No call yet today" in text_of(window.my_day), timeout=LONG)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (window.shell.at, window.desk.state) == ("desk", "break")
    window.shell.top.person_pressed.emit()
    assert window.shell.at == "my_day"
    press(window, Qt.Key.Key_P)
    practice = window.practising.page
    assert practice is not None
    qtbot.waitUntil(lambda: practice.desk.state == "ready", timeout=LONG)
    assert practice.desk.lead_name != held
    assert "Practice. Nothing here is real." in text_of(window.shell)
    press(window, Qt.Key.Key_P)
    assert window.practising.page is practice, "practice inside practice is none"
    dropped = tmp_path / "people.csv"
    dropped.write_text("name\n", encoding="utf-8")
    drop(window.shell, dropped)
    assert "Leave the practice first" in text_of(window.shell.notice)
    practice.strip.leave.click()
    assert window.practising.page is None
    assert window.shell.at == "desk"


def test_nobody_practises_while_somebody_is_on_the_line(qtbot: QtBot, window: DeskWindow) -> None:
    qtbot.waitUntil(lambda: not window.desk.is_settling, timeout=LONG)
    window.desk.main()
    qtbot.waitUntil(lambda: window.desk.state == "dialling", timeout=LONG)
    window.shell.commands()["practice"]()
    assert window.practising.page is None
    assert "You are on a call" in text_of(window.shell.notice)


def test_the_first_enter_in_practice_dials_and_never_leaves(
    qtbot: QtBot, window: DeskWindow
) -> None:
    """While the people are being made, the cursor stands on the page, not on the way out."""
    qtbot.waitUntil(window.shell.isActiveWindow)
    window.shell.commands()["practice"]()
    practice = window.practising.page
    assert practice is not None
    assert QApplication.focusWidget() is not practice.strip.leave
    QTest.keyClick(QApplication.focusWidget() or window.shell, Qt.Key.Key_Return)
    assert window.practising.page is practice
    qtbot.waitUntil(lambda: practice.desk.state == "ready", timeout=LONG)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: practice.desk.state == "dialling", timeout=LONG)


def test_practice_searches_nobody_real(qtbot: QtBot, window: DeskWindow) -> None:
    """The search field goes meanwhile; its keys say why nothing is searched."""
    qtbot.waitUntil(window.shell.isActiveWindow)
    assert window.shell.top.search.isVisible()
    assert window.shell.top.campaign.isVisible()
    window.shell.commands()["practice"]()
    practice = window.practising.page
    assert practice is not None
    assert not window.shell.top.search.isVisible()
    assert not window.shell.top.campaign.isVisible(), "nothing here is of the real campaign"
    qtbot.waitUntil(lambda: practice.desk.state == "ready", timeout=LONG)
    for key in (Qt.Key.Key_K, Qt.Key.Key_F):
        window.shell.say("info", "")
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        assert "Leave the practice first, then search." in text_of(window.shell.notice)
        assert not window.finder.palette.isVisible()
    practice.strip.leave.click()
    assert window.shell.top.search.isVisible()
    assert window.shell.top.campaign.isVisible()
    assert not window.shell.notice.isVisible()
