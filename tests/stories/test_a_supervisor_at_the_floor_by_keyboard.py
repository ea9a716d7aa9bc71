"""A supervisor opens the Floor, reads its numbers and opens what is behind them: by keyboard.

S1, S3, Q5; in a file and on a server.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from makers import make_card
from qt.windows import Chosen
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import ALWAYS
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.floor.page import FloorPage
from qualdesk.settings import Settings
from seats import SUPERVISOR
from way_back_makers import load_and_qualify

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LONG = 30_000
CAST = {"Rosa": SUPERVISOR}
FAIR, SPRING = "PackTech Expo 2026", "Spring fair 2026"
Open = Callable[[str], DeskWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, store_url: str, clock: SetClock, tmp_path: Path
) -> Iterator[Open]:
    theme.apply(qapp, "light", 1.0)
    opened: list[DeskWindow] = []

    def start(caller: str) -> DeskWindow:
        settings = Settings(
            database=store_url,
            caller=caller,
            is_named=True,
            theme="light",
            data_folder=tmp_path / caller / "data",
            config_folder=tmp_path / caller / "config",
            log_file=tmp_path / caller / "log" / "qualdesk.log",
        )
        made = DeskWindow(settings, opener(clock), clock, Chosen())
        opened.append(made)
        qtbot.addWidget(made.shell)
        made.start()
        qtbot.waitUntil(lambda: made.shell.at in {"desk", "lists", "floor"}, timeout=LONG)
        qtbot.waitUntil(made.shell.isActiveWindow)
        return made

    yield start
    for each in opened:
        each.shell.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def now_on() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def a_week(store_url: str, clock: SetClock) -> Desk:
    """Two leads qualified, two not answered, two never called; and a campaign without a lead."""
    maya = open_desk(store_url, clock=clock, caller="Maya")
    for name in (FAIR, SPRING):
        maya.library.new_campaign(
            name,
            region="DE",
            source=make_card(),
            window=ALWAYS,
            script=a_script(),
            definition=a_definition(),
        )
    load_and_qualify(maya, FAIR, "Katrin Albers", "Marcus Hale")
    names = ("Ines Fournier", "Piotr Zielinski", "Devi Kapoor", "Ralf Simon")
    rows = [
        {"external_id": name, "name": name, "phone": f"+49 40 66969 2{at}0", "country": "DE"}
        for at, name in enumerate(names)
    ]
    maya.intake.load(rows, campaign=FAIR, region="DE")
    for _ in range(2):
        call_once(maya)
    maya.people.set_details("Rosa", role="supervisor")
    return maya


def call_once(desk: Desk) -> None:
    """Call the next lead; nobody answers."""
    card = desk.calling.next_lead(FAIR)
    assert isinstance(card, CallCard)
    desk.calling.finish(desk.calling.start_attempt(card.lead.id).id, "no_answer")


def numbers_of(page: FloorPage) -> list[str]:
    """What the five numbers say, without their meaning."""
    said = (card.accessibleName().partition(", ")[0] for card in page.numbers.cards)
    return [each.partition(". ")[0] for each in said]


def test_a_supervisor_reads_the_floor_and_opens_what_is_behind_it(
    qtbot: QtBot, open_window: Open, store_url: str, clock: SetClock
) -> None:
    maya = a_week(store_url, clock)
    rosa = open_window("Rosa")
    press(Qt.Key.Key_5, CTRL)
    place = rosa.floor_way.place
    page = place.page

    # S1: called, finished, reached, qualified, taken; of so few leads no percentage.
    qtbot.waitUntil(lambda: "Called at least once 4 of 6" in now_on(), timeout=LONG)
    assert numbers_of(page) == [
        "Called at least once 4 of 6",
        "Finished 2 of 6",
        "Reached 2 of 4 called",
        "Qualified 2 of 2 reached",
        "Sales took 0",
    ]
    assert "Live, updated" in rosa.shell.top._live.text()

    # S3: the source, with what qualified of those reached.
    assert [row[1:4] for row in page.sources.model.drawn()] == [("6", "2 of 4", "2 of 2")]
    assert page.sources._passed.text().endswith("The norm is no more than half.")

    # Tab to “Qualified”, open its leads, read one, and Esc back to the very number.
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    assert now_on().startswith("Qualified 2 of 2 reached")
    press(Qt.Key.Key_Return)
    assert place.behind is not None
    qtbot.waitUntil(lambda: len(place.behind.model.rows) == 2, timeout=LONG)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(rosa.finder.palette.isVisible, timeout=LONG)
    assert not any(one.held_by for one in maya.search.find("Katrin Albers").leads)
    press(Qt.Key.Key_Escape)
    assert not rosa.finder.palette.isVisible()
    press(Qt.Key.Key_Escape)
    assert place.behind is None
    assert now_on().startswith("Qualified 2 of 2 reached")

    # Q5: every lead stands at exactly one place, and the sum is the list.
    assert sum(one.leads for one in page.stands.model.rows) == 6
    assert "Together 6: the whole list" in page.stands._sum.text()
    page.stands.table.setFocus()
    codes = [one.code for one in page.stands.model.rows]
    for _ in range(codes.index("never_called")):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(place.behind.model.rows) == 2, timeout=LONG)

    # Somebody is called meanwhile: the list behind looks again, and so does its number.
    call_once(maya)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: len(place.behind.model.rows) == 1, timeout=LONG)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.stands.table
    qtbot.waitUntil(lambda: numbers_of(page)[0] == "Called at least once 5 of 6", timeout=LONG)

    # A campaign without leads says what to do, and Enter leads there.
    spring = next(one.campaign for one in maya.library.campaigns() if one.campaign.name == SPRING)
    rosa.shell.campaign_chosen.emit(spring)
    qtbot.waitUntil(page.empty.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: now_on().startswith("Load a list"), timeout=LONG)
    press(Qt.Key.Key_Return)
    assert rosa.shell.at == "lists"
    maya.close()
