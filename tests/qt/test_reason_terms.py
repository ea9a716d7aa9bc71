"""Reasons on the campaign's page, what each is about, and what an hour costs (F4, S3)."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from qualdesk.core.sources import HandoffTerms
from qualdesk.qt.campaigns.reason_terms import ReasonTerms

HOUSE = HandoffTerms()
CRITERIA = (("person", "Right person"), ("date", "A date"))


@pytest.fixture
def terms(qtbot: QtBot) -> ReasonTerms:
    made = ReasonTerms()
    qtbot.addWidget(made)
    made.fill(HOUSE, CRITERIA)
    return made


def test_what_is_filled_in_comes_back_unchanged(terms: ReasonTerms) -> None:
    assert terms.into(HOUSE) == HOUSE
    odd = replace(
        HOUSE,
        reasons=(*HOUSE.reasons, "A sixth, from a file"),
        criteria_of={"Wrong person": "person", "A sixth, from a file": "date", "Gone": "old"},
        hour_cost=38.505,
    )
    terms.fill(odd, CRITERIA)
    assert terms.into(odd) == odd
    assert terms.hour.text() in {"38.50", "38.51"}
    terms.fill(odd, ())
    assert terms.into(odd) == odd


def test_a_reason_is_about_a_criterion_of_the_definition(qtbot: QtBot, terms: ReasonTerms) -> None:
    first = terms.about[0]
    offered = [first.itemText(at) for at in range(first.count())]
    assert offered == ["No criterion", "Right person", "A date"]
    with qtbot.waitSignal(terms.changed):
        first.choose("person")
    assert terms.into(HOUSE).criteria_of == {"Wrong person": "person"}
    terms.reasons[0].setText("Not the right person")
    said = terms.into(HOUSE)
    assert said.criteria_of == {"Not the right person": "person"}
    terms.fill(said, CRITERIA)
    assert first.key == "person"
    first.choose("")
    assert terms.into(said).criteria_of == {}


def test_without_a_definition_nothing_is_asked(terms: ReasonTerms) -> None:
    terms.show()
    assert terms.about[0].isVisible()
    terms.fill(HOUSE, ())
    assert not any(choice.isVisible() for choice in terms.about)


def test_an_hour_costs_what_somebody_said(terms: ReasonTerms) -> None:
    terms.hour.setText("38,50")
    assert terms.into(HOUSE).hour_cost == 38.5
    terms.hour.setText("")
    assert terms.into(replace(HOUSE, hour_cost=38.5)).hour_cost is None
