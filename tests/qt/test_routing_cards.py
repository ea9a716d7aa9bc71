"""Choosing who gets a lead, and the rule that is missing: cards worked by the keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, unnamed
from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_rules import RoutingRule, RuleKind
from qualdesk.qt import theme
from qualdesk.qt.handoff.person_choice import PersonChoice
from qualdesk.qt.handoff.rule_card import RuleCard

TEAM = (
    Receiving(name="Claire Dubois", given_today=4, per_day=4, is_on_duty=True),
    Receiving(name="Lena Brandt", given_today=1, per_day=10, is_on_duty=True),
    Receiving(name="Sam Osei", is_away=True),
)
AUSTRIA = RoutingRule(id="rule-3", kind=RuleKind.REGION, name="Austria", countries=("AT",))
Opened = Callable[[type], Any]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    made.anchor = QPushButton("here", made)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.show()
    return made


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def a_choice(window: QWidget, chosen: str = "") -> tuple[PersonChoice, list[str]]:
    card = PersonChoice(window)
    picked: list[str] = []
    card.picked.connect(picked.append)
    card.begin("Anton Rieder", TEAM, chosen)
    card.open(window.anchor, card.table)  # type: ignore[attr-defined]
    return card, picked


def test_the_people_are_read_with_how_laden_they_are(window: QWidget) -> None:
    card, _ = a_choice(window)
    assert card.model.drawn() == [
        ("Claire Dubois, On duty. 4 of 4 leads today",),
        ("Lena Brandt, On duty. 1 of 10 leads today",),
        ("Sam Osei, Away today. 0 leads today",),
    ]
    assert [card.model.cell_at(row, 0).second_tone for row in range(3)] == [
        "warn",
        "text2",
        "warn",
    ]


def test_enter_gives_the_lead_to_whom_the_cursor_is_on(window: QWidget) -> None:
    card, picked = a_choice(window)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert picked == ["Lena Brandt"]
    assert card.isHidden()


def test_a_choice_is_taken_back_and_escape_changes_nothing(window: QWidget) -> None:
    card, picked = a_choice(window, chosen="Sam Osei")
    assert card.model.drawn()[0] == ("Whoever the rules name, As before it was chosen",)
    assert card.model.rows[card.table.currentIndex().row()].name == "Sam Osei"
    press(Qt.Key.Key_Escape)
    assert (picked, card.isHidden()) == ([], True)
    card, picked = a_choice(window, chosen="Sam Osei")
    press(Qt.Key.Key_Home)
    card.table.choose(0)
    press(Qt.Key.Key_Return)
    assert picked == [""]


def a_rule(window: QWidget, rule: RoutingRule = AUSTRIA) -> tuple[RuleCard, list[RoutingRule]]:
    card = RuleCard(window)
    said: list[RoutingRule] = []
    card.said.connect(said.append)
    card.begin(rule, TEAM)
    card.open(window.anchor, card.name)  # type: ignore[attr-defined]
    return card, said


def test_the_rule_that_is_missing_is_filled_in_and_needs_only_its_people(window: QWidget) -> None:
    """Picture 04: "Add a rule for Austria"."""
    card, said = a_rule(window)
    assert (card.name.text(), card.countries.text()) == ("Austria", "Austria")
    press(Qt.Key.Key_Return)
    assert card.says == "Name who gets these leads."
    assert said == []
    assert card.people.hasFocus()
    card.people.choose(1)
    press(Qt.Key.Key_Space)
    card.people.choose(2)
    press(Qt.Key.Key_Space)
    assert [row[0] for row in card.model.drawn()] == ["not ticked", "ticked", "ticked"]
    card.countries.setText("Austria; ch")
    card.postcodes.setText("5, 6")
    card.save.click()
    assert said == [
        RoutingRule(
            id="rule-3",
            kind=RuleKind.REGION,
            name="Austria",
            people=("Lena Brandt", "Sam Osei"),
            countries=("AT", "CH"),
            postcodes=("5", "6"),
        )
    ]
    assert card.isHidden()


def test_a_country_nobody_knows_is_said_and_what_was_typed_stays(window: QWidget) -> None:
    card, said = a_rule(window)
    card.people.choose(0)
    card.people.tick_asked.emit(0)
    card.countries.setText("Nowhereland")
    card.save.click()
    assert card.says.startswith("There is no country “Nowhereland”.")
    assert (said, card.countries.text()) == ([], "Nowhereland")
    assert card.countries.hasFocus()


def test_a_rule_for_all_others_asks_for_no_place(window: QWidget) -> None:
    turn = RoutingRule(id="rule-1", kind=RuleKind.TURN, name="")
    card, said = a_rule(window, turn)
    assert not card.countries.isVisible()
    card.people.tick_asked.emit(0)
    card.save.click()
    assert [(one.kind, one.people) for one in said] == [(RuleKind.TURN, ("Claire Dubois",))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_word_of_the_cards_is_cut_and_every_stop_has_a_name(
    window: QWidget, qapp: QApplication, scheme: Any
) -> None:
    theme.apply(qapp, scheme, 1.0)
    for card in (a_choice(window, "Sam Osei")[0], a_rule(window)[0]):
        QApplication.processEvents()
        assert cut_words(card) == []
        assert unnamed(card) == []
