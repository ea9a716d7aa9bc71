"""The calling rules and the beliefs as a supervisor reads them (Q6: each block names its rule)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.core.belief_lines import BeliefLine
from qualdesk.core.rules import Audience, RuleSet, SetAside, TryLimit
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.qt import theme
from qualdesk.qt.queue.belief_rows import between_words, value_words
from qualdesk.qt.queue.belief_rows import cell_of as belief_cell
from qualdesk.qt.queue.beliefs_view import BeliefsView
from qualdesk.qt.queue.rule_rows import RuleRow, cell_of
from qualdesk.qt.queue.rule_words import audience_words, hours_words, protects_words
from qualdesk.qt.queue.rules_view import RulesView
from qualdesk.qt.widgets.tabs import Tab, TabRow

BELIEFS = (
    BeliefLine(
        key="answer.source.trade_show",
        group="Answers",
        says="Stand scan",
        unit="chance",
        start=0.13,
        now=0.118,
        shipped=0.13,
        calls=1840,
        low=0.1,
        high=0.14,
        sure="As believed",
        is_sure=True,
    ),
    BeliefLine(
        key="answer.phone.main",
        group="Answers",
        says="Main line",
        unit="times",
        start=0.9,
        now=0.9,
        shipped=0.7,
    ),
    BeliefLine(
        key="minutes.unanswered",
        group="Time",
        says="A dial nobody answers",
        unit="minutes",
        start=2,
        now=1.8,
        shipped=2,
        calls=12,
        low=1.2,
        high=2.6,
        sure="Too few to say",
    ),
)


def rule_rows() -> tuple[RuleRow, ...]:
    aside = SetAside(
        rule="au",
        because="Counsel cleared it on 3 March",
        by="Ruth Tanner",
        at=datetime(2026, 3, 3, 9, 0, tzinfo=UTC),
    )
    return tuple(
        RuleRow(
            rule=one,
            is_due=one.id == "ch",
            aside=(("PackTech Expo 2026", aside),) if one.id == "au" else (),
        )
        for one in shipped_rules()
    )


@pytest.fixture
def rules(qtbot: QtBot) -> RulesView:
    made = RulesView()
    qtbot.addWidget(made)
    made.resize(1290, 660)
    made.show()
    made.side.show_campaigns(("PackTech Expo 2026", "Webinar in spring"))
    made.show_rules(rule_rows(), shipped_rules().due_for_review(date(2027, 9, 1)))
    return made


@pytest.fixture
def beliefs(qtbot: QtBot) -> BeliefsView:
    made = BeliefsView()
    qtbot.addWidget(made)
    made.resize(1290, 660)
    made.show()
    made.show_rows(BELIEFS)
    return made


def test_a_rule_is_read_with_its_place_hours_effect_and_review() -> None:
    australia = next(row for row in rule_rows() if row.rule.id == "au")
    drawn = [cell_of(australia, column).says for column in range(5)]
    assert drawn[0] == "Australia"
    assert drawn[1].endswith("Everybody, au")
    assert drawn[2] == "Mon to Fri 09:00-20:00, Sat 09:00-17:00, Sun closed"
    assert drawn[3] == "Set aside"
    assert drawn[4] == "Nov 2026, until May 2027"


def test_every_shipped_rule_can_be_read_whole(rules: RulesView) -> None:
    """Q6: nothing a rule asks for is left out of its line, and each names where it was read."""
    for place in range(len(rules.rows)):
        rules.table.choose(place)
        row = rules.current()
        assert row is not None
        said = text_of(rules.side)
        assert row.rule.name in said
        for each in row.rule.sources:
            assert each.cite in said
        for hours in hours_words(row.rule):
            assert hours in said
    assert "not legal advice" in text_of(rules)


def test_limits_are_said_as_calls_in_a_time() -> None:
    limits = [
        TryLimit(calls=3, within=timedelta(hours=24)),
        TryLimit(calls=1, within=timedelta(days=7)),
    ]
    assert [each.words for each in limits] == ["3 calls in 24 hours", "1 call in 7 days"]


def test_days_with_the_same_hours_are_said_together() -> None:
    one = RuleSet(
        id="xx",
        name="A rule",
        country="AU",
        reviewed_on=date(2026, 1, 1),
        review_due=date(2027, 1, 1),
        hours=(((540, 1200),),) * 5 + ((),) * 2,
    )
    assert hours_words(one) == ("Mon to Fri 09:00-20:00", "Sat and Sun closed")


def test_a_place_is_found_by_its_name_code_or_state(rules: RulesView) -> None:
    for typed in ("AU", "austral"):
        rules.search.setText(typed)
        assert {row.rule.country for row in rules.model.rows} >= {"AU"}
    heard: list[str] = []
    rules.asked.connect(heard.append)
    rules.search.setText("AU")
    QTest.keyClick(rules.search, Qt.Key.Key_Return)
    assert heard == ["AU"]
    rules.show_answer("12 leads in Australia wait: calls end at 20:00 there.")
    assert "12 leads in Australia wait" in text_of(rules)
    rules.search.clear()
    assert "12 leads in Australia wait" not in text_of(rules)
    rules.search.setText("nowhere at all")
    assert "No rule fits" in text_of(rules)


def test_rules_due_are_said_above_and_shown_by_one_press(rules: RulesView) -> None:
    assert "due to be looked up" in rules.due.accessibleName()
    rules.due.pressed.emit()
    assert [row.rule.id for row in rules.model.rows] == ["ch"]


def test_a_rule_is_set_aside_with_a_reason_for_one_campaign_and_says_by_whom(
    rules: RulesView,
) -> None:
    heard: list[tuple[str, int, str]] = []
    rules.side.aside_asked.connect(lambda *said: heard.append(said))
    place = [row.rule.id for row in rules.model.rows].index("au")
    rules.table.choose(place)
    assert "PackTech Expo 2026: Counsel cleared it on 3 March" in text_of(rules.side)
    assert "Ruth Tanner, 3 March 2026" in text_of(rules.side)
    back: list[tuple[str, int]] = []
    rules.side.back_asked.connect(lambda *said: back.append(said))
    assert rules.side.aside.label == "Let it count again"
    rules.side.aside.click()
    assert back == [("au", 0)]
    rules.side.campaign.setCurrentIndex(1)
    QTest.keyClick(rules.side.because, Qt.Key.Key_Return)
    assert heard == []
    assert "Say why" in text_of(rules.side)
    QTest.keyClicks(rules.side.because, " counsel  cleared it")
    QTest.keyClick(rules.side.because, Qt.Key.Key_Return)
    assert heard == [("au", 1, "counsel cleared it")]


def test_a_belief_says_what_it_was_what_it_is_and_on_what_it_rests(beliefs: BeliefsView) -> None:
    assert beliefs.model.drawn() == [
        ("Stand scan, Answers", "13%", "12%, 10 to 14%", "1,840 calls", "As believed"),
        ("Main line, Answers", "0.90 times, edited", "0.90 times", "0", "No calls yet"),
        (
            "A dial nobody answers, Time",
            "2.0 min",
            "1.8 min, 1.2 to 2.6 min",
            "12 calls",
            "Too few to say",
        ),
    ]
    assert value_words(0.04, "chance") == "4.0%"
    assert between_words(BELIEFS[1]) == ""


def test_what_calls_say_of_a_belief_is_coloured_by_what_they_say_and_not_by_its_words() -> None:
    """Bar 15: in any language a belief the calls bear out is green, one they move is blue."""
    said = replace(BELIEFS[0], sure="Wie angenommen")
    moved = replace(said, low=0.15, high=0.2)
    few = replace(said, is_sure=False)
    assert [belief_cell(row, 4).chip for row in (said, moved, few)] == ["ok", "info", "plain"]


def test_whom_a_rule_protects_is_a_statement_of_its_own() -> None:
    one = rule_rows()[0].rule
    both = frozenset({Audience.CONSUMER, Audience.BUSINESS})
    assert protects_words(replace(one, audience=both)) == "Protects: consumers and businesses"
    assert audience_words(replace(one, audience=both)) == "Consumers and businesses"
    assert protects_words(replace(one, audience=frozenset(Audience))) == "Protects: everybody"


def test_a_start_value_is_written_as_people_say_it_and_can_be_taken_back(
    beliefs: BeliefsView,
) -> None:
    written: list[tuple[str, float]] = []
    reset: list[str] = []
    beliefs.written.connect(lambda key, value: written.append((key, value)))
    beliefs.reset.connect(reset.append)
    field = beliefs.side.value
    assert field.text() == "13"
    assert not beliefs.side.shipped.isVisible()
    field.setText("a lot")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Not a number" in text_of(beliefs.side)
    field.setText("15,5 %")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert written == [("answer.source.trade_show", pytest.approx(0.155))]
    beliefs.table.choose(1)
    assert beliefs.side.shipped.isVisible()
    beliefs.side.shipped.click()
    assert reset == ["answer.phone.main"]


def test_beliefs_are_narrowed_by_kind_and_words(beliefs: BeliefsView) -> None:
    beliefs.filters.choose("minutes")
    assert [row.says for row in beliefs.model.rows] == ["A dial nobody answers"]
    beliefs.filters.choose("edited")
    assert [row.says for row in beliefs.model.rows] == ["Main line"]
    beliefs.filters.choose("")
    beliefs.search.setText("main")
    assert [row.says for row in beliefs.model.rows] == ["Main line"]


@pytest.mark.parametrize(
    ("size", "scheme"), [((1290, 666), "light"), ((1364, 798), "dark"), ((1844, 978), "light")]
)
def test_nothing_is_cut_and_everything_is_named(
    qapp: QApplication, rules: RulesView, beliefs: BeliefsView, size: tuple[int, int], scheme: Any
) -> None:
    theme.apply(qapp, scheme, 1.0)
    rules.table.choose(1)
    for name, view in (("rules", rules), ("beliefs", beliefs)):
        grab(view, f"{name}-{size[0]}-{scheme}", size)
        assert view.width() == size[0]
        assert cut_words(view) == []
        assert unnamed(view) == []


def test_tabs_are_walked_by_the_arrows_and_say_what_waits_in_them(qtbot: QtBot) -> None:
    tabs = TabRow("Parts", [Tab(key="a", title="Lists"), Tab(key="b", title="Queue")])
    qtbot.addWidget(tabs)
    tabs.show()
    heard: list[str] = []
    tabs.changed.connect(heard.append)
    tabs.say("b", "240 open")
    first, second = tabs._buttons.values()
    assert second.accessibleName() == "Queue, 240 open"
    tabs.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert heard == ["b"]
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert heard == ["b", "a"]
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert tabs.on == "b"
    assert cut_words(tabs) == []
