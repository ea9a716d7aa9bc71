"""A caller asks the list owner in the middle of a call; a supervisor answers once for everybody.

S4: nobody is ranked by it. D1: discovery comes first, and opening Fit early is looked at again.
In a file: what is kept of it is the same on a server (tests/desk/test_owner_questions.py).
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import fill
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings
from seats import CALLER, SUPERVISOR

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LONG = 20_000
CAST = {"Sue Marsh": SUPERVISOR, "Ana": CALLER, "Ben": CALLER}
ASKS, ANSWER = "What was promised at the stand?", "A demo account for 30 days."
Open = Callable[[str], DeskWindow]


@pytest.fixture
def url(sqlite_file: Path) -> str:
    """A workspace in a file."""
    return f"sqlite:///{sqlite_file}"


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, url: str, clock: SetClock, tmp_path: Path
) -> Iterator[Open]:
    theme.apply(qapp, "light", 1.0)
    opened: list[DeskWindow] = []

    def start(caller: str) -> DeskWindow:
        settings = Settings(
            database=url,
            caller=caller,
            is_named=True,
            theme="light",
            data_folder=tmp_path / caller / "data",
            config_folder=tmp_path / caller / "config",
            log_file=tmp_path / caller / "log" / "qualdesk.log",
        )
        made = DeskWindow(settings, opener(clock), clock)
        opened.append(made)
        qtbot.addWidget(made.shell)
        made.start()
        qtbot.waitUntil(lambda: made.shell.at in {"desk", "floor"}, timeout=LONG)
        qtbot.waitUntil(made.shell.isActiveWindow)
        return made

    yield start
    for each in opened:
        each.shell.close()


def press(window: DeskWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, held)


def kind(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def desk_of(url: str, clock: SetClock, caller: str) -> Desk:
    return open_desk(url, clock=clock, caller=caller, durable=False)


def test_a_question_asked_in_a_call_is_answered_once_for_everybody(
    qtbot: QtBot, url: str, clock: SetClock, open_window: Open
) -> None:
    setup = desk_of(url, clock, "Sue Marsh")
    fill(setup)
    for name, role in (("Sue Marsh", "supervisor"), ("Ana", "caller"), ("Ben", "caller")):
        setup.people.set_details(name, role=role)
    ana = open_window("Ana")
    ana_asks_in_a_call(qtbot, ana)
    ana_ends_the_call(qtbot, ana)
    ben = desk_of(url, clock, "Ben")
    card = ben.calling.next_lead()
    assert isinstance(card, CallCard)
    assert not ben.owner_questions.ask(card.lead.id, "what did they promise at the stand").is_new
    sue_answers(qtbot, open_window("Sue Marsh"))
    (answered,) = setup.owner_questions.answered()
    assert (answered.answer, answered.callers) == (ANSWER, ("Ana", "Ben"))
    ben.calling.skip(card.lead.id)
    following = ben.calling.next_lead()
    assert isinstance(following, CallCard)
    assert [one.answer for one in following.list_answers] == [ANSWER]
    assert [one.answer for one in ben.owner_questions.news()] == [ANSWER]
    ana_is_told_between_two_calls(qtbot, ana)
    told = [one.says for one in setup.story.lately(limit=20).lines]
    name = "PackTech Expo 2026"
    assert f"Answered a question about the list of {name}, asked by 2 callers" in told
    for each in (setup, ben):
        each.close()


def stands_at(window: DeskWindow, state: str) -> bool:
    return window.desk.state == state


def ana_asks_in_a_call(qtbot: QtBot, ana: DeskWindow) -> None:
    """By keys alone, while somebody is on the line; the call goes on."""
    qtbot.waitUntil(lambda: ana.desk.state == "ready" and not ana.desk.is_settling, timeout=LONG)
    for state in ("dialling", "on a call"):
        ana.desk.main()
        qtbot.waitUntil(partial(stands_at, ana, state), timeout=LONG)
    press(ana, Qt.Key.Key_O, CTRL | SHIFT)
    qtbot.waitUntil(lambda: ana.desk.asked is not None, timeout=LONG)
    kind(ASKS)
    press(ana, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "answers it for everybody" in ana.desk.says, timeout=LONG)
    assert ana.desk.state == "on a call"


def sue_answers(qtbot: QtBot, sue: DeskWindow) -> None:
    """From the Floor: the line, the card, Ctrl+Enter; and then what was done, in the history."""
    press(sue, Qt.Key.Key_5, CTRL)
    card = sue.floor_way.place.page.asks
    qtbot.waitUntil(card.isVisible, timeout=LONG)
    assert card.says.text() == "1 question waits for an answer."
    card.show_button.click()
    assert card.over.model.drawn() == [(ASKS, "Ana and Ben")]
    kind(ANSWER)
    press(sue, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not card.found.asks, timeout=LONG)
    assert card.over.result.text().startswith("It stands beside every lead")
    press(sue, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not card.isVisible(), timeout=LONG)
    sue.floor_way.place.page.history.click()
    assert sue.shell.at == "history"
    press(sue, Qt.Key.Key_Escape)
    assert sue.shell.at == "floor"
    press(sue, Qt.Key.Key_H, CTRL | SHIFT)
    assert sue.shell.at == "history"
    model = sue.history.page.model
    qtbot.waitUntil(lambda: bool(model.rows) and model.rows[0].who == "Sue Marsh", timeout=LONG)
    assert model.rows[0].says.startswith("Answered a question about the list")


def ana_ends_the_call(qtbot: QtBot, ana: DeskWindow) -> None:
    """Not a fit, for the first of the reasons; the next lead comes."""
    press(ana, Qt.Key.Key_8, ALT)
    qtbot.waitUntil(lambda: ana.desk.asked is not None, timeout=LONG)
    press(ana, Qt.Key.Key_1)
    press(ana, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ana.desk.asked is None, timeout=LONG)
    called = ana.desk.lead_name
    press(ana, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: ana.desk.lead_name not in {"", called}, timeout=LONG)


def ana_is_told_between_two_calls(qtbot: QtBot, ana: DeskWindow) -> None:
    """Once: what she has read waits no more."""
    ana.finder.left_for_me.look()
    qtbot.waitUntil(lambda: ANSWER in ana.shell.notice.accessibleName(), timeout=LONG)
    ana.shell.notice.pressed.emit()
    qtbot.waitUntil(ana.shell.notice.isHidden, timeout=LONG)
