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
from qualdesk.settings import Settings
from way_back_makers import load_and_qualify

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LONG = 30_000
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
        qtbot.waitUntil(lambda: made.shell.at in {"desk", "lists"}, timeout=LONG)
        qtbot.waitUntil(made.shell.isActiveWindow)
        return made

    yield start
    for each in opened:
        each.shell.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def answered(folder: Path, says: dict[str, tuple[str, str, str]], path: Path) -> None:
    """Fill the sheet in as a salesperson does in a spreadsheet program."""
    book = openpyxl.load_workbook(folder / "answers.xlsx")
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

    rosa = open_window("Rosa", handoff=out, answers=sheet)
    press(Qt.Key.Key_4, CTRL)
    qtbot.waitUntil(lambda: len(rosa.handoff.next_page.batch.leaving()) == 2, timeout=LONG)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "has left" in rosa.handoff.next_page.result.says, timeout=LONG)
    says = {
        "Katrin Albers": ("takes", "", "Calls her on Thursday"),
        "Marcus Hale": ("sends back", "Wrong person", "Left in January"),
    }
    answered(next(out.iterdir()), says, sheet)
    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: count(maya, Bucket.SENT_BACK) == 1, timeout=LONG)
    assert count(maya, Bucket.TAKEN) == 1
    rosa.shell.close()

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


def count(desk: Desk, bucket: Bucket) -> int:
    """How many leads of the fair stand there."""
    return desk.floor.buckets(FAIR).counts.get(bucket, 0)
