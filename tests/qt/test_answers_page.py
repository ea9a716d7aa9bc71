"""The tab “Answers from sales”: what waits, what is to be reviewed, and what a file did by row.

T4 (answers return, each row named), T6 (disputes).
"""

import csv
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, unnamed
from qt.sent_desk import SentDesk, filled
from qt.windows import Chosen, drop
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.qt.handoff.answers_page import AnswersPage
from qualdesk.qt.handoff.place import ANSWERS, HandoffPlace
from qualdesk.qt.handoff.waiting_view import LATE, REVIEW, WAITING
from qualdesk.store.database import Store
from way_back_makers import bucket

NONE = Qt.KeyboardModifier.NoModifier
HEADS = ("Lead ID", "Batch", "Takes it?", "Reason", "Note")
Rows = tuple[tuple[str, ...], ...]
Written = Callable[..., Path]


@pytest.fixture(scope="module")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace every test here has a copy of."""
    return filled(tmp_path_factory.mktemp("sent") / "desk.sqlite")


@pytest.fixture
def sent_desk(clock: SetClock, sqlite_file: Path) -> SentDesk:
    return SentDesk(clock, sqlite_file)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(heads: tuple[str, ...], *rows: tuple[str, ...], name: str = "back.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows((heads, *rows))
        return path

    return write


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def place(qtbot: QtBot, sent_desk: SentDesk, chosen: Chosen) -> Iterator[HandoffPlace]:
    made, work = sent_desk.place(chosen)
    qtbot.addWidget(made)
    made.resize(1364, 844)
    made.show()
    made.show_campaign(sent_desk.campaign)
    made.tabs.choose(ANSWERS)
    page: AnswersPage = made.parts[ANSWERS]
    qtbot.waitUntil(lambda: len(page.view.model.rows) == 4)
    yield made
    assert work.close()


@pytest.fixture
def page(place: HandoffPlace) -> AnswersPage:
    found: AnswersPage = place.parts[ANSWERS]
    return found


def names(page: AnswersPage) -> list[str]:
    return [item.name for item in page.view.model.rows]


def test_what_a_supervisor_decides_stands_first_then_what_left_longest_ago(
    page: AnswersPage,
) -> None:
    assert names(page) == ["Devi Kapoor", "Ines Fournier", "Piotr Zielinski", "Greta Boman"]
    assert [row[2] for row in page.view.model.drawn()] == ["Disputed", "Read", "Sent", "Sent"]
    page.view.filters.choose(REVIEW)
    assert names(page) == ["Devi Kapoor"]
    page.view.filters.choose(WAITING)
    assert names(page) == ["Ines Fournier", "Piotr Zielinski", "Greta Boman"]


def test_what_was_not_answered_in_time_has_a_filter_of_its_own(
    qtbot: QtBot, page: AnswersPage, clock: SetClock
) -> None:
    page.view.filters.choose(LATE)
    assert names(page) == []
    clock.advance(timedelta(days=7))
    page.refresh()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    page.view.table.choose(0)
    assert "Not answered in time" in page.card.says()
    assert page.card.back.isVisible()


def test_a_dispute_is_reviewed_from_here_by_keyboard(
    qtbot: QtBot, page: AnswersPage, sqlite_store: Store
) -> None:
    page.view.table.setFocus()
    item = page.view.item()
    assert item is not None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert page.acts.review_card is not None
    page.acts.review_card.because.setText("She named October")
    page.acts.review_card.take()
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.TAKEN)
    qtbot.waitUntil(lambda: "Devi Kapoor" not in names(page))


def test_an_answer_sheet_is_read_and_says_what_it_did_row_by_row(
    qtbot: QtBot, page: AnswersPage, sent_desk: SentDesk, written: Written, chosen: Chosen
) -> None:
    ids = sent_desk.items
    chosen.answers["answers"] = written(
        HEADS,
        (ids["Piotr Zielinski"], "", "takes", "", "Calls him on Monday"),
        (ids["Greta Boman"], "", "sends back", "Wrong person", "Left"),
        (ids["Ines Fournier"], "", "sends back", "", ""),
        ("nobody-we-know", "", "takes", "", ""),
    )
    page.view.read.click()
    qtbot.waitUntil(lambda: "1 taken, 1 sent back" in page.result.says)
    assert "2 could not be used" in page.result.says
    rows = page.outcomes.model.drawn()
    assert {row[0] for row in rows[:2]} == {"Row 4", "Row 5"}
    assert "Ines Fournier is sent back without a reason." in " ".join(row[1] for row in rows)
    assert rows[2:] == [
        ("Piotr Zielinski", "Taken by sales"),
        ("Greta Boman", "Sent back: Wrong person"),
    ]
    qtbot.waitUntil(lambda: names(page) == ["Devi Kapoor", "Ines Fournier"])
    assert not page.outcomes.undo.isVisible()


def test_a_file_let_go_anywhere_on_the_page_is_read(
    qtbot: QtBot, place: HandoffPlace, page: AnswersPage, sent_desk: SentDesk, written: Written
) -> None:
    path = written(HEADS, (sent_desk.items["Greta Boman"], "", "takes", "", ""))
    drop(place, path)
    qtbot.waitUntil(lambda: "1 taken" in page.result.says)


def test_what_their_crm_says_is_read_here_too_and_taken_back_whole(
    qtbot: QtBot, page: AnswersPage, sent_desk: SentDesk, written: Written, sqlite_store: Store
) -> None:
    ids = sent_desk.items
    item = page.view.model.rows[1]
    page.read_file(
        written(
            ("Lead ID", "Stage", "Amount"),
            (ids["Katrin Albers"], "Closed Won", "12000"),
            (ids["Ines Fournier"], "Closed Lost", ""),
            ("nobody-we-know", "Closed Won", ""),
            name="opportunities.csv",
        )
    )
    qtbot.waitUntil(lambda: "1 won, 1 lost" in page.result.says)
    assert "1 could not be used" in page.result.says
    shown = page.outcomes.model.drawn()
    assert shown[0][0] == "Row 4"
    assert [row for row in shown if row[0] == "Ines Fournier"] != []
    assert bucket(sqlite_store, item.lead_id) is Bucket.LOST
    page.outcomes.undo.click()
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.IN_BATCH)
    qtbot.waitUntil(lambda: "Ines Fournier" in names(page))
    assert not page.outcomes.isVisible()


def test_ctrl_z_takes_a_crm_file_back_until_something_else_was_done(
    qtbot: QtBot, page: AnswersPage, sent_desk: SentDesk, written: Written, sqlite_store: Store
) -> None:
    item = page.view.model.rows[1]
    lost = written(("Lead ID", "Stage"), (sent_desk.items["Ines Fournier"], "Closed Lost"))
    page.read_file(lost)
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.LOST)
    qtbot.waitUntil(page.outcomes.undo.isVisible)
    page.undo()
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.IN_BATCH)
    page.read_file(lost)
    qtbot.waitUntil(page.outcomes.undo.isVisible)
    page.view.table.choose(0)
    page.acts.withdraw()
    qtbot.waitUntil(lambda: "Devi Kapoor" not in names(page))
    page.undo()
    qtbot.wait(50)
    assert bucket(sqlite_store, item.lead_id) is Bucket.LOST


def test_a_file_that_is_neither_is_refused_in_words(
    qtbot: QtBot, page: AnswersPage, written: Written
) -> None:
    before = names(page)
    page.read_file(written(("Colour", "Size"), ("red", "4")))
    qtbot.waitUntil(lambda: "being read" not in page.result.says)
    assert page.result.says != ""
    assert not page.outcomes.isVisible()
    assert names(page) == before


def test_the_rows_of_the_file_before_do_not_stay_under_the_refusal_of_the_next(
    qtbot: QtBot, page: AnswersPage, written: Written
) -> None:
    page.read_file(written(HEADS, ("nobody-we-know", "", "takes", "", "")))
    qtbot.waitUntil(page.outcomes.isVisible)
    page.read_file(written(("Colour", "Size"), ("red", "4"), name="other.csv"))
    qtbot.waitUntil(lambda: "being read" not in page.result.says)
    assert page.result.says.startswith("other.csv is not an answer sheet or page of ours.")
    assert not page.outcomes.isVisible()


def test_the_whole_sentence_about_a_row_is_read_by_keyboard_and_names_the_lead(
    qtbot: QtBot, page: AnswersPage, sent_desk: SentDesk, written: Written
) -> None:
    ids = sent_desk.items
    page.read_file(
        written(
            HEADS,
            (ids["Greta Boman"], "", "perhaps", "", ""),
            (ids["Ines Fournier"], "", "sends back", "Wrong person", ""),
        )
    )
    qtbot.waitUntil(page.outcomes.isVisible)
    assert page.panes[0] is page.outcomes.table
    assert page.outcomes.detail.text() == (
        "Row 2, Greta Boman: “perhaps” is no answer here. Write “takes” or “sends back”."
    )
    page.outcomes.table.setFocus()
    QTest.keyClick(page.outcomes.table, Qt.Key.Key_Down)
    assert page.outcomes.detail.text() == "Ines Fournier: Sent back: Wrong person"


def test_hostile_words_of_a_file_stay_words(
    qtbot: QtBot, page: AnswersPage, written: Written
) -> None:
    page.read_file(written(HEADS, ("<img src=x>\u202e", "", "=cmd|' /C calc'!A0", "", "")))
    qtbot.waitUntil(lambda: "1 could not be used" in page.result.says)
    index = page.outcomes.model.index(0, 1)
    assert "\u202e" not in str(index.data())


def test_nothing_waits_is_said_with_what_belongs_here(
    qtbot: QtBot, place: HandoffPlace, page: AnswersPage
) -> None:
    place.show_campaign(None)
    qtbot.waitUntil(lambda: names(page) == [])
    assert not page.view.table.isVisible()
    assert not page.card.isVisible()
    assert cut_words(place) == []
    assert unnamed(place) == []


def test_escape_goes_from_the_card_to_the_table(page: AnswersPage) -> None:
    page.view.table.setFocus()
    assert not page.step_back()
    page.acts.open()
    assert page.card.review.hasFocus()
    assert page.step_back()
    assert page.view.table.hasFocus()
