"""The bar along the top: what it tells, what gives way in a narrow window, and the break."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.cards import make_campaign
from qt.everywhere import everywhere
from qt.seen import cut, settle_paint
from qualdesk.bootstrap import open_desk
from qualdesk.core.sources import CallWindow
from qualdesk.core.times import days_after
from qualdesk.qt.shell import Shell
from qualdesk.qt.theme import Look
from qualdesk.qt.topbar import TopBar
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.window_chip import ChipSays

NOW = datetime(2026, 3, 16, 10, 24, tzinfo=UTC)
CLOSES = datetime(2026, 3, 27, 16, 0, tzinfo=UTC)
WEEK = range(5)
LONG = (
    "Not saved yet: The team's server was set up by qualdesk 1.2.0, and yours, 1.3.0, needs more "
    "of it. Whoever runs the team database brings it up to date with: qualdesk team init. Until "
    "then work with 1.2.0. Nothing was changed."
)


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> TopBar:
    del look
    made = TopBar("Europe/Berlin")
    qtbot.addWidget(made)
    window = CallWindow(closes_at=CLOSES, zone="Europe/Berlin")
    campaign = make_campaign(name="PackTech Expo 2026", kind="Stand leads", window=window)
    made.show_page("Desk", is_named=False)
    made.show_campaigns((campaign,), campaign, NOW)
    made.show_called(412, 640)
    made.show_saved("Saved")
    made.show_person("Maya Lind")
    made.show_break(shown=True, is_on=False)
    made.resize(1364, 56)
    made.show()
    return made


def at(bar: TopBar, width: int) -> TopBar:
    bar.resize(width, bar.sizeHint().height())
    settle_paint(bar)
    return bar


def test_the_bar_tells_until_when_how_long_and_how_far(bar: TopBar) -> None:
    chip = bar._window
    assert chip.accessibleName() == (
        "Window closes Fri 27 Mar, 17:00, 9 working days left, 412 of 640 called"
    )
    assert (chip._bar.value(), chip._bar.maximum()) == (412, 640)
    assert chip._bar.isVisible()
    assert bar.campaign.toolTip().count("Stand leads") == 1
    assert not bar._title.isVisible(), "the desk begins with its campaign"
    assert bar.search.width() == 268


def test_what_is_less_needed_gives_way_first_and_nothing_is_cut(bar: TopBar) -> None:
    said: list[ChipSays] = []
    kinds: list[bool] = []
    for width in range(1850, 560, -30):
        at(bar, width)
        assert cut(bar) == [], f"at {width}"
        said.append(bar._window._says)
        kinds.append(bar.campaign._has_kind)
    assert said == sorted(said), "what was gone does not come back in a narrower window"
    assert kinds == sorted(kinds, reverse=True)
    at(bar, 1290)
    assert bar._window._says is ChipSays.NO_DAYS
    assert bar.campaign._has_kind
    assert bar.search.width() == 268


@pytest.mark.parametrize(("width", "scale"), [(948, 1.0), (910, 1.5), (1252, 1.5), (1806, 1.5)])
def test_larger_text_and_the_smallest_window_cut_nothing(
    bar: TopBar, look: Look, width: int, scale: float
) -> None:
    look.choose(scale=scale)
    at(bar, width)
    assert cut(bar) == []
    told: list[str] = []
    bar.shortened.connect(told.append)
    for says in ("Not saved yet: the workspace is in use by another program.", LONG):
        bar.show_saved(says)
        at(bar, width)
        assert cut(bar, strict=False) == []
        assert bar._saved.accessibleName() == says
        assert says in (bar._saved.text(), *told[-1:]), "whole here, or in the line below"
    assert told[-1] == LONG, "what fits in no window is said in short in every one"
    bar.show_saved("Saved")
    assert told[-1] == ""


def test_a_long_reason_is_whole_below_the_bar_unless_the_page_says_it(
    qtbot: QtBot, look: Look
) -> None:
    del look
    shell, page = Shell("Europe/Berlin"), QWidget()
    says = Banner("bad")
    QVBoxLayout(page).addWidget(says)
    qtbot.addWidget(shell)
    shell.add_page("desk", "Desk", "headset", page)
    shell.show()
    shell.show_page("desk")
    line = shell.wrong.banner
    shell.top.show_saved(LONG)
    QApplication.processEvents()
    settle_paint(shell)
    assert line.isVisible()
    assert line.accessibleName() == LONG
    assert cut(line) == []
    says.set("bad", LONG.partition(": ")[2], "What you typed is still here.")
    shell.wrong.look()
    QApplication.processEvents()
    assert not line.isVisible(), "said once is enough"
    says.set("warn", "Working offline", "3 saves are safe.")
    kept = f"Saved here. {LONG}"
    for says.also, is_said_above in (("", True), (kept.partition(".")[0], False)):
        shell.top.show_saved(kept)
        shell.wrong.look()
        QApplication.processEvents()
        assert line.isVisible() is is_said_above, "else the page jumps with each save"
    says.set("info", "", "")
    shell.top.show_saved("Saved")
    QApplication.processEvents()
    assert not line.isVisible()


def test_a_window_that_is_over_says_so_and_one_without_an_end_says_nothing(bar: TopBar) -> None:
    window = CallWindow(closes_at=CLOSES, zone="Europe/Berlin")
    over = make_campaign(window=window)
    bar.show_campaigns((over,), over, CLOSES)
    assert bar._window.accessibleName().startswith("Window closed Fri 27 Mar, 17:00, 412")
    endless = make_campaign(window=CallWindow(has_no_end=True))
    bar.show_campaigns((endless,), endless, NOW)
    assert not bar._window.isVisible()


@pytest.mark.parametrize(
    ("today", "last", "days"),
    [
        (date(2026, 3, 16), date(2026, 3, 27), 9),
        (date(2026, 3, 27), date(2026, 3, 27), 0),
        (date(2026, 3, 27), date(2026, 3, 29), 0),
        (date(2026, 3, 27), date(2026, 3, 30), 1),
        (date(2026, 3, 28), date(2026, 3, 27), 0),
        (date(2026, 3, 18), date(2026, 4, 1), 10),
    ],
)
def test_working_days_are_counted_after_today_until_the_last(
    today: date, last: date, days: int
) -> None:
    assert days_after(today, last, WEEK) == days


def test_the_bar_says_saving_and_why_not(bar: TopBar) -> None:
    for says in ("Saving", "Saved", "Not saved yet: the disk is full."):
        bar.show_saved(says)
        assert bar._saved.isVisible()
        assert bar._saved.accessibleName() == says


def test_a_break_is_taken_by_mouse_and_ended_by_its_key(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A caller has the button on every page; coming back brings the desk to the front."""
    del qapp
    path = tmp_path / "desk.sqlite"
    open_desk(f"sqlite:///{path}", clock=make_clock(), caller="Maya Lind").close()
    with everywhere(tmp_path, make_clock(), monkeypatch) as walk:
        top, desk = walk.shell.top, walk.window.desk
        assert walk.shell.at == "lists"
        assert top.pause.accessibleName() == "Break, F12"
        assert "Take a break, F12" in top.pause.toolTip()
        QTest.mouseClick(top.pause, Qt.MouseButton.LeftButton)
        walk.settle()
        assert (desk.state, top.pause.label, walk.shell.at) == ("break", "Back", "lists")
        QTest.keyClick(_cursor(walk.shell), Qt.Key.Key_F12)
        walk.settle()
        assert (desk.state, top.pause.label, walk.shell.at) == ("empty", "Break", "desk")
        top.pause.setFocus()
        QTest.keyClick(top.pause, Qt.Key.Key_Return)
        walk.settle()
        assert (desk.state, top.pause.label) == ("break", "Back")


def test_who_does_not_call_has_the_button_at_the_desk_alone(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    desk = open_desk(
        f"sqlite:///{tmp_path / 'desk.sqlite'}", clock=make_clock(), caller="Maya Lind"
    )
    desk.people.set_details("Maya Lind", role="supervisor")
    desk.close()
    with everywhere(tmp_path, make_clock(), monkeypatch) as walk:
        pause = walk.shell.top.pause
        assert not pause.isVisible()
        assert "break" not in walk.shell.commands()
        walk._go("desk")
        assert pause.isVisible()


def _cursor(shell: QWidget) -> QWidget:
    return QApplication.focusWidget() or shell


def test_what_sales_took_stands_in_the_place_of_the_window(bar: TopBar) -> None:
    """On the Hand-off page only: on every other one the window counts."""
    bar.show_took("Sales took 21 of 27 so far, 78%")
    settle_paint(bar)
    assert bar._took.isVisible()
    assert not bar._window.isVisible()
    assert cut(bar) == []
    bar.show_took("")
    settle_paint(bar)
    assert bar._window.isVisible()
    assert not bar._took.isVisible()
