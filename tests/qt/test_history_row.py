"""Under the next batch stand the last two that left, and why leads came back (picture 04)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words
from qt.handed import a_sent_batch
from qt.windows import BERLIN, text_of
from qualdesk.qt.handoff.history_row import HistoryRow

TENTH = replace(
    a_sent_batch(10, 9, 4, 16, 10),
    reasons=(("Wrong person", 2), ("Already a customer", 1), ("No date in sight", 1)),
)
ELEVENTH = a_sent_batch(11, 12, 2, 16, 13)
NINTH = replace(a_sent_batch(9, 1, 9, 10, 3), reasons=(("Too small", 9),))


@pytest.fixture
def row(qtbot: QtBot) -> HistoryRow:
    made = HistoryRow(BERLIN)
    qtbot.addWidget(made)
    made.resize(820, 120)
    made.show()
    return made


def test_the_last_two_stand_side_by_side_and_the_reasons_of_all(row: HistoryRow) -> None:
    row.show_batches((TENTH, ELEVENTH, NINTH))
    words = text_of(row)
    assert words.index("Batch 11") < words.index("Batch 10")
    assert "Batch 9" not in words
    assert "12 taken, 2 sent back, 2 waiting" in words
    # Three reasons of all that left, the most frequent first.
    assert [part for part in words.split("\n") if part.isdigit()] == ["9", "3", "2"]
    assert "Too small" in words
    assert "Already a customer" not in words
    assert cut_words(row) == []


def test_where_the_window_is_low_it_is_one_line(row: HistoryRow) -> None:
    row.show_batches((TENTH, ELEVENTH))
    high = row.sizeHint().height()
    row.fold(is_on=True)
    assert text_of(row) == (
        "Batch 11: 12 taken, 2 sent back, 2 waiting · "
        "Batch 10: 9 taken, 4 sent back, 3 waiting · "
        "Came back: Wrong person 3, No date in sight 2, Already a customer 1"
    )
    assert row.sizeHint().height() < high / 2
    row.fold(is_on=False)
    assert "Answers due Fri 20 Mar" in text_of(row)


def test_nothing_left_yet_is_said_in_both_heights(row: HistoryRow) -> None:
    row.show_batches(())
    assert text_of(row).startswith("No batch has left yet.")
    row.fold(is_on=True)
    assert text_of(row).startswith("No batch has left yet.")


def test_a_recalled_batch_and_one_that_is_answered_say_so(row: HistoryRow) -> None:
    recalled = replace(ELEVENTH, recalled_at=datetime(2026, 3, 14, tzinfo=UTC))
    row.show_batches((recalled, replace(TENTH, taken=12)))
    words = text_of(row)
    assert "Recalled" in words
    assert "All are answered" in words
