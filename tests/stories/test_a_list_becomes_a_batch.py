"""A supervisor's day in the real window, by the keyboard: a campaign, a list, a batch for sales.

O1, O2, O3 (a source card before calls, every row accounted for), T1 (a batch with its papers).
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.windows import Chosen
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import QuestionKind
from qualdesk.core.scripts import CallScript
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings
from seats import CALLER, NADIA, SUPERVISOR

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
CAST = {"Rosa": SUPERVISOR, "Maya": CALLER}
PEOPLE = [
    ("First name", "Last name", "Company", "Phone", "Country"),
    ("Katrin", "Albers", "Elbkorn Foods", "040 66969 100", "Germany"),
    ("Jonas", "Reuter", "Backhaus Reuter", "030 23125 417", "Germany"),
    ("Nadine", "Vogt", "Tiefkuehl Vogt", "0221 4710 193", "Germany"),
    ("", "", "", "", "Germany"),
]


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    people = tmp_path / "stand scans.csv"
    with people.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(PEOPLE)
    out = tmp_path / "for sales"
    out.mkdir()
    return Chosen(lists=people, handoff=out)


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    sqlite_file: Path,
    tmp_path: Path,
    clock: SetClock,
    chosen: Chosen,
) -> Iterator[DeskWindow]:
    theme.apply(qapp, "light", 1.0)
    settings = Settings(
        database=f"sqlite:///{sqlite_file}",
        caller="Rosa",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock, chosen)
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.shell.at == "lists", timeout=20_000)
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.shell.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    # Where nothing has the cursor, as after a role shut the page it was on, the window hears it.
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, held)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def on_what_ground() -> None:
    """They asked us, today, at the stand."""
    press(Qt.Key.Key_Tab)
    write("They")
    press(Qt.Key.Key_Tab)
    write("They asked for a call at the stand.")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    for _part_of_the_day in range(5):
        press(Qt.Key.Key_Tab)
    write("On the stand form")


def until_when_and_what_it_cost() -> None:
    """Past the proof and its end: the last day of calling, the cost, who knows, where to."""
    for _field in range(3):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    for _part_of_the_day in range(5):
        press(Qt.Key.Key_Tab)
    for answer in ("0", "EUR", "Tom Reyes", "The quarterly letter"):
        press(Qt.Key.Key_Tab)
        write(answer)


def test_from_an_empty_workspace_to_a_batch_for_sales_without_the_mouse(
    qtbot: QtBot, window: DeskWindow, chosen: Chosen, sqlite_file: Path, clock: SetClock
) -> None:
    lists, handoff = window.lists, window.handoff.next_page

    press(Qt.Key.Key_N, CTRL)
    write("PackTech Expo 2026")
    press(Qt.Key.Key_Tab)
    for answer in ("A packaging show", "People our stand scanned", "The sealer demo", "Germany"):
        press(Qt.Key.Key_Tab)
        write(answer)
    on_what_ground()
    until_when_and_what_it_cost()
    assert lists.form.written().plan.before_calls() == ()
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(lists.overview.model.rows) == 1)

    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lists.importing.file.isVisible, timeout=20_000)
    press(Qt.Key.Key_Return, CTRL)
    assert lists.run.step == "columns"
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: lists.run.step == "problems", timeout=20_000)
    assert lists.importing.footer.main.label == "Import 3 leads"
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: lists.run.step == "done", timeout=20_000)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(lists.overview.model.rows) == 2)

    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Maya")
    names = [qualified_by(desk) for _lead in range(3)]
    desk.close()

    press(Qt.Key.Key_4, CTRL)
    qtbot.waitUntil(lambda: len(handoff.batch.rows) == 3)
    assert handoff.batch.table.hasFocus()
    press(Qt.Key.Key_G, CTRL)  # who gets it: nobody of sales is in the team, so one is named
    qtbot.waitUntil(handoff.card.receiver.hasFocus)
    write("Lena Brandt")
    qtbot.waitUntil(lambda: len(handoff.batch.leaving()) == 3)
    press(Qt.Key.Key_Escape)
    assert handoff.batch.table.hasFocus()
    stays = handoff.batch.current()
    press(Qt.Key.Key_Space)
    assert len(handoff.batch.leaving()) == 2
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "2 exported" in handoff.result.says, timeout=30_000)

    assert stays is not None
    left = {name for name in names if name != stays.lead.name}
    folder = next((chosen.answers["handoff"] or Path()).iterdir())
    assert len(list((folder / "briefs").glob("*.pdf"))) == 2
    qtbot.waitUntil(lambda: [row.lead.name for row in handoff.batch.rows] == [stays.lead.name])
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller=NADIA)
    buckets = desk.floor.buckets("PackTech Expo 2026")
    desk.close()
    assert buckets.counts[Bucket.IN_BATCH] == len(left) == 2
    assert buckets.counts[Bucket.QUALIFIED] == 1


def qualified_by(desk: Desk) -> str:
    """Call the next lead, answer every question well, and qualify them; their name."""
    card = desk.calling.next_lead("PackTech Expo 2026")
    assert isinstance(card, CallCard)
    call = desk.calling.start_attempt(card.lead.id)
    assert card.script is not None
    for question, value in good_answers(card.script).items():
        desk.calling.record_answer(call.id, question, value, words="In their words.")
    desk.calling.finish(call.id, "qualified")
    return card.lead.contact.name


def good_answers(script: CallScript) -> dict[str, object]:
    """The best answer to each question: the first option, yes, some words."""
    found: dict[str, object] = {}
    for stage in script.stages:
        for question in stage.questions:
            if question.kind is QuestionKind.CHOICE:
                found[question.id] = question.options[0].value
            elif question.kind is QuestionKind.YES_NO:
                found[question.id] = "yes"
            elif question.kind is QuestionKind.WORDS:
                found[question.id] = "A new line from October"
    return found
