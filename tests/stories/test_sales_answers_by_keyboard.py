"""A batch leaves, sales answers in a spreadsheet, and the caller meets the reason: by keyboard.

T1, T2, T4; in a file and on a server.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
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
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.sources import ALWAYS, HandoffTerms
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.handoff.place import ANSWERS, SENT
from qualdesk.qt.handoff.sent_tables import SentTables
from qualdesk.settings import Settings
from seats import SUPERVISOR
from way_back_makers import load_and_qualify

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LONG = 30_000
CAST = {"Rosa": SUPERVISOR}
FAIR = "PackTech Expo 2026"
TERMS = HandoffTerms(
    receiver="Lena Brandt",
    recycle=(RecycleRule(when="Wrong person", to=RecycleTo.QUEUE, after_days=0),),
)
Open = Callable[..., DeskWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, store_url: str, clock: SetClock, tmp_path: Path
) -> Iterator[Open]:
    theme.apply(qapp, "light", 1.0)
    opened: list[DeskWindow] = []

    def start(caller: str, **answers: Path) -> DeskWindow:
        settings = Settings(
            database=store_url,
            caller=caller,
            is_named=True,
            theme="light",
            data_folder=tmp_path / caller / "data",
            config_folder=tmp_path / caller / "config",
            log_file=tmp_path / caller / "log" / "qualdesk.log",
        )
        made = DeskWindow(settings, opener(clock), clock, Chosen(**answers))
        opened.append(made)
        qtbot.addWidget(made.shell)
        made.start()
        qtbot.waitUntil(lambda: made.shell.at in {"desk", "lists", "floor"}, timeout=LONG)
        qtbot.waitUntil(made.shell.isActiveWindow)
        # The clock's first round is asked for before what a test does here: later, it would send
        # off at once what sales sends back.
        qtbot.waitUntil(made._timer.isActive, timeout=LONG)
        return made

    yield start
    for each in opened:
        each.shell.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def answered(folder: Path, says: dict[str, tuple[str, str, str]], path: Path) -> None:
    """Fill in the sheet Lena got, as she does in a spreadsheet program."""
    (theirs,) = folder.glob("people/*/answers.xlsx")
    book = openpyxl.load_workbook(theirs)
    sheet = book["Answers"]
    heads = {str(cell.value): cell.column - 1 for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        name = str(row[heads["Name"]].value)
        for head, value in zip(("Takes it?", "Reason", "Note"), says[name], strict=True):
            row[heads[head]].value = value
    book.save(path)


def test_the_caller_meets_the_reason_sales_gave_on_the_next_call(
    qtbot: QtBot, open_window: Open, store_url: str, clock: SetClock, tmp_path: Path
) -> None:
    out, sheet = tmp_path / "for sales", tmp_path / "answered.xlsx"
    out.mkdir()
    maya = open_desk(store_url, clock=clock, caller="Maya")
    maya.library.new_campaign(
        FAIR,
        region="DE",
        source=make_card(),
        window=ALWAYS,
        script=a_script(),
        definition=a_definition(),
        handoff=TERMS,
    )
    load_and_qualify(maya, FAIR, "Katrin Albers", "Marcus Hale")

    # The supervisor lets the batch leave. No mail server is set, so the mail waits and is said.
    rosa = open_window("Rosa", handoff=out, answers=sheet)
    place = rosa.handoff
    press(Qt.Key.Key_4, CTRL)
    qtbot.waitUntil(lambda: len(place.next_page.batch.leaving()) == 2, timeout=LONG)
    press(Qt.Key.Key_Return, CTRL)
    line = place.next_page.result
    qtbot.waitUntil(lambda: "2 exported, 1 mail not sent." in line.says, timeout=LONG)
    press(Qt.Key.Key_PageDown, CTRL)
    sent = place.parts[SENT].tables
    qtbot.waitUntil(lambda: states(sent) == {"Sent"}, timeout=LONG)

    # Sales answers in a spreadsheet; the supervisor reads it back and sees what it did.
    says = {
        "Katrin Albers": ("takes", "", "Calls her on Thursday"),
        "Marcus Hale": ("sends back", "Wrong person", "Left in January"),
    }
    answered(next(out.iterdir()), says, sheet)
    press(Qt.Key.Key_O, CTRL)
    answers = place.parts[ANSWERS]
    qtbot.waitUntil(lambda: "1 taken, 1 sent back." in answers.result.says, timeout=LONG)
    assert set(answers.outcomes.model.drawn()) == {
        ("Katrin Albers", "Taken by sales"),
        ("Marcus Hale", "Sent back: Wrong person"),
    }
    assert place.tabs.on == ANSWERS
    press(Qt.Key.Key_PageUp, CTRL)
    qtbot.waitUntil(lambda: states(sent) == {"Taken by sales", "Sent back"}, timeout=LONG)
    assert (count(maya, Bucket.TAKEN), count(maya, Bucket.SENT_BACK)) == (1, 1)
    rosa.shell.close()

    # A day later the caller gets the lead again, with the reason on top.
    clock.advance(timedelta(days=1))
    maya.keeper.tick()
    card = maya.calling.next_lead(FAIR)
    assert isinstance(card, CallCard)
    assert card.asked_back == "Wrong person: Left in January"
    maya.close()
    window = open_window("Maya")
    press(Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: window.desk.state == "ready", timeout=LONG)
    assert window.desk.lead_name == "Marcus Hale"
    qtbot.waitUntil(lambda: "Sales sent back Marcus Hale" in window.desk.says, timeout=LONG)
    assert "Wrong person" in window.desk.says
    banner = window.desk.view.lead._asked_back
    assert banner.isVisible()
    assert "Wrong person: Left in January" in banner.accessibleName()


def states(sent: SentTables) -> set[str]:
    """How the leads of the batch stand, as the tab “Sent” shows it."""
    return {row[2] for row in sent.items.drawn()}


def count(desk: Desk, bucket: Bucket) -> int:
    """How many leads of the fair stand there."""
    return desk.floor.buckets(FAIR).counts.get(bucket, 0)
