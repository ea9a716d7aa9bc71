"""The line on the Floor that shows only when something waits, and the card it opens (S4, D1)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from calls import PROJECT, a_campaign, a_lead, calling
from qt.desks import Keys, Lanes, desk_on
from qt.grabs import cut_words, unnamed
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.desk.fit_reviews import FitReviews
from qualdesk.desk.owner_questions import OwnerQuestions
from qualdesk.qt.floor.asks_card import AsksCard
from qualdesk.qt.floor.asks_over import AsksOver
from qualdesk.qt.theme import look
from qualdesk.store.database import Store

HOSTILE = "<b>Was there a prize?</b>\u202e"


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    """Two questions, one of them asked by two callers; and a call that opened Fit early."""
    made = a_campaign(sqlite_store, name="Fair")
    katrin, olaf = a_lead(sqlite_store, made), a_lead(sqlite_store, made, "Olaf Brandt")
    for name, says in (("Ana", "What was promised?"), ("Ben", "What was promised"),
                       ("Cem", HOSTILE)):  # fmt: skip
        OwnerQuestions(sqlite_store, clock, name).ask(katrin, says)
    desk = calling(sqlite_store, clock)
    call = desk.start_attempt(olaf)
    desk.record_answer(call.id, PROJECT, "A second line")
    desk.open_fit(call.id)
    desk.finish(call.id, "refused_soft")
    clock.advance(timedelta(seconds=11))
    return made


@pytest.fixture
def lanes(sqlite_file: Path, clock: SetClock) -> Iterator[Lanes]:
    made = Lanes(lambda: desk_on(sqlite_file, clock, "Sue"))
    yield made
    assert made.close()


class Floor(QWidget):
    """A page with the card on it, as the Floor has it."""

    def __init__(self, lanes: Lanes, clock: SetClock) -> None:
        super().__init__()
        self.card = AsksCard(lanes, clock, "Europe/Berlin")
        column = QVBoxLayout(self)
        column.addWidget(self.card)
        column.addStretch(1)
        self.resize(1366, 768)


def questions(store: Store, clock: SetClock) -> OwnerQuestions:
    return OwnerQuestions(store, clock, "Sue")


def test_what_waits_is_answered_by_keys_and_taken_back(
    qtbot: QtBot, lanes: Lanes, clock: SetClock, campaign: Campaign, sqlite_store: Store
) -> None:
    """One card looked at many ways: answer, note, fine, undo, large text, strange words."""
    floor = Floor(lanes, clock)
    qtbot.addWidget(floor)
    card, told = floor.card, list[Changes]()
    card.changed.connect(told.append)
    floor.show()
    floor.activateWindow()
    card.show_campaign(campaign)
    lanes.settle()
    assert card.isVisible()
    assert card.says.text() == "2 questions wait for an answer. 1 call opened Fit early."
    keys = Keys(floor, lanes)
    card.show_button.click()
    over = card.over
    assert_is_plain(over)
    answer(keys, over, "A demo account.", sqlite_store, clock)
    assert told[-1].campaigns == {campaign.id}
    assert len(questions(sqlite_store, clock).waiting()) == 1
    typed_words_stay(keys, over)
    card.undo()
    lanes.settle()
    assert len(questions(sqlite_store, clock).waiting()) == 2
    look_at_the_call(keys, card, over, lanes, FitReviews(sqlite_store, clock, "Sue"))
    in_large_text(over)
    over.close_over()
    card.show_campaign(None)
    assert not card.isVisible(), "where nothing waits nothing stands there"


def assert_is_plain(over: AsksOver) -> None:
    """The card says who asked and how many, and shows strange words as they are."""
    assert over.isVisible()
    assert over.field.hasFocus()
    assert over.model.drawn()[0] == ("What was promised?", "Ana and Ben")
    assert over.model.drawn()[1][0].startswith("<b>Was there a prize?</b>")
    assert unnamed(over) == []


def answer(keys: Keys, over: AsksOver, words: str, store: Store, clock: SetClock) -> None:
    """Nothing typed is not taken; typed it is, by Ctrl+Enter, which presses the main button."""
    over.take()
    assert over.result.text() == "Write the answer."
    keys.type(words)
    main = over.main
    assert main is over.action
    main.click()
    keys._lanes.settle()
    assert over.result.text().startswith("It stands beside every lead")
    assert "Ctrl+Z takes it back." in over.result.text()
    assert [one.answer for one in questions(store, clock).answered()] == [words]


def typed_words_stay(keys: Keys, over: AsksOver) -> None:
    """What is typed for one stays with it, whatever is looked at meanwhile."""
    over.table.choose(0)
    over.field.setFocus()
    keys.type("Half an ans")
    over.table.choose(1)
    assert over.field.toPlainText() == ""
    over.table.choose(0)
    assert over.field.toPlainText() == "Half an ans"
    over.close_over()
    over.open(over.window())
    assert over.field.toPlainText() == "Half an ans"


def look_at_the_call(
    keys: Keys, card: AsksCard, over: AsksOver, lanes: Lanes, reviews: FitReviews
) -> None:
    """A finds a call fine, N leads to the note; both can be taken back."""
    row = next(at for at, one in enumerate(over.model.rows) if one.call is not None)
    over.table.choose(row)
    over.table.setFocus()
    says = over._says.text()
    assert "Project: A second line" in says
    assert "It ended with: Not interested." in says
    keys.press("N")
    assert over.field.hasFocus()
    keys.type("Ask first.")
    over.table.setFocus()
    keys.press("A")
    assert reviews.waiting() == ()
    assert reviews.counts().fine == 1
    card.undo()
    lanes.settle()
    row = next(at for at, one in enumerate(over.model.rows) if one.call is not None)
    over.table.choose(row)
    assert over.field.toPlainText() == "Ask first."
    over.take()
    lanes.settle()
    assert reviews.counts().noted == 1


def in_large_text(over: AsksOver) -> None:
    """At 150 % of the text size every button is in reach and nothing is cut."""
    over.table.choose(0)
    look().choose(scale=1.5)
    try:
        over.place()
        QTest.qWait(0)
        window = over.window()
        assert over.height() <= window.height()
        for button in (over.action, over.away):
            assert button.isVisibleTo(over)
            bottom = button.mapTo(window, button.rect().bottomRight())
            assert bottom.y() <= window.height()
        assert cut_words(over) == []
    finally:
        look().choose(scale=1.0)
