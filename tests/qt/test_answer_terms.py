"""Grace, disputes and silence on the campaign's page: usual figures, and nothing finer is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.sources import HandoffTerms
from qualdesk.qt.campaigns.answer_terms import AT_ONCE, STAYS, AnswerTerms

HOUSE = HandoffTerms()


@pytest.fixture
def terms(qtbot: QtBot) -> AnswerTerms:
    made = AnswerTerms()
    qtbot.addWidget(made)
    made.fill(HOUSE)
    return made


def test_what_is_filled_in_comes_back_unchanged(terms: AnswerTerms) -> None:
    assert [choice.currentText() for choice in terms.in_order] == [
        "2 working days",
        "14 days",
        "Nurture for 30 days",
    ]
    assert terms.into(HOUSE) == HOUSE
    odd = replace(
        HOUSE,
        answer_grace=4,
        dispute_within=timedelta(days=3, hours=5),
        recycle=(
            RecycleRule(when="Wrong person", after_days=9),
            RecycleRule(when="unanswered", to=RecycleTo.QUEUE, after_days=3),
        ),
    )
    terms.fill(odd)
    assert terms.into(odd) == odd


def test_each_figure_is_taken(terms: AnswerTerms) -> None:
    terms.grace.set_figure(0)
    terms.dispute.set_figure(30)
    terms.silence.set_figure(90)
    said = terms.into(HOUSE)
    assert (said.answer_grace, said.dispute_within) == (0, timedelta(days=30))
    assert said.recycle == (RecycleRule(when="unanswered", after_days=90),)


@pytest.mark.parametrize(
    ("figure", "rules"),
    [
        (STAYS, ()),
        (AT_ONCE, (RecycleRule(when="unanswered", to=RecycleTo.QUEUE, after_days=0),)),
    ],
)
def test_silence_can_leave_a_lead_or_bring_it_back(
    terms: AnswerTerms, figure: int, rules: tuple[RecycleRule, ...]
) -> None:
    own = RecycleRule(when="Wrong person", after_days=9, track="Later")
    before = replace(HOUSE, recycle=(own, *HOUSE.recycle))
    terms.fill(before)
    terms.silence.set_figure(figure)
    assert terms.into(before).recycle == (own, *rules)


def test_a_change_is_told(terms: AnswerTerms, qtbot: QtBot) -> None:
    with qtbot.waitSignal(terms.changed):
        terms.grace.set_figure(5)
