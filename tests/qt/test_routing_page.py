"""The tab "Who gets what" over a real workspace: rules in order, figures, accounts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen, desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.routing import Cap, Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.desk.routing import RoutingRules
from qualdesk.qt.handoff.caps_card import AS_ALL
from qualdesk.qt.handoff.routing_page import RoutingPage
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from sent_makers import a_salesperson

NORTH = RoutingRule(
    id="north",
    kind=RuleKind.REGION,
    name="Region DE North",
    people=("Lena Brandt",),
    countries=("DE",),
    postcodes=("1", "2"),
)
TURN = RoutingRule(id="turn", kind=RuleKind.TURN, name="", people=("Lena Brandt", "Sam Osei"))
BOTH = Routing(rules=(NORTH, TURN))


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    a_salesperson(sqlite_store, "Lena Brandt")
    a_salesperson(sqlite_store, "Sam Osei")
    library = Library(sqlite_store, clock, "Rosa")
    terms = HandoffTerms(receiver="Lena Brandt")
    return library.new_campaign("Fair", handoff=terms, script=library.shipped_script())


@pytest.fixture
def rules(sqlite_store: Store, clock: SetClock, campaign: Campaign) -> RoutingRules:
    made = RoutingRules(sqlite_store, clock, "Rosa")
    made.set_routing(campaign.id, BOTH)
    return made


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(accounts=tmp_path / "accounts.csv")


@pytest.fixture
def page(
    qtbot: QtBot,
    sqlite_file: Path,
    clock: SetClock,
    chosen: Chosen,
    campaign: Campaign,
    rules: RoutingRules,
) -> Iterator[RoutingPage]:
    assert rules
    work = Work(desk_on(sqlite_file, clock))
    made = RoutingPage(work, clock, chosen)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.show_campaign(campaign)
    qtbot.waitUntil(lambda: len(made.view.model.rows) == 2)
    yield made
    assert work.close()


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_rules_are_read_in_the_order_they_are_asked(page: RoutingPage) -> None:
    assert page.view.model.drawn() == [
        ("Region DE North, By region", "Germany, 1…, 2…", "Lena Brandt"),
        ("Shared in turn", "All leads", "Lena Brandt and Sam Osei, in turn"),
    ]
    assert cut_words(page) == []
    assert unnamed(page) == []
    grab(page, "who-gets-what")


def test_a_rule_moves_and_the_cursor_goes_with_it(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    page.view.table.choose(0)
    assert not page.view.up.isEnabled()
    page.commands()["rule_down"]()
    qtbot.waitUntil(lambda: rules.routing(campaign.id).rules == (TURN, NORTH))
    assert page.view.table.currentIndex().row() == 1
    assert not page.view.down.isEnabled()
    page.commands()["rule_up"]()
    qtbot.waitUntil(lambda: rules.routing(campaign.id).rules == (NORTH, TURN))


def test_a_new_rule_stands_above_the_one_for_all_leads(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    page.commands()["new"]()
    card = page.view._card
    assert card is not None
    card.name.setText("Region UK")
    card.countries.setText("United Kingdom")
    card.people.choose(1)
    card.people.tick_asked.emit(1)
    card.save.click()
    qtbot.waitUntil(lambda: len(rules.routing(campaign.id).rules) == 3)
    names = [one.name for one in rules.routing(campaign.id).rules]
    assert names == ["Region DE North", "Region UK", ""]
    added = rules.routing(campaign.id).rules[1]
    assert (added.countries, added.people) == (("GB",), ("Sam Osei",))


def test_enter_opens_a_rule_and_what_is_changed_takes_its_place(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    page.view.table.setFocus()
    page.view.table.choose(0)
    press(Qt.Key.Key_Return)
    card = page.view._card
    assert card is not None
    assert (card.isVisible(), card.name.text()) == (True, "Region DE North")
    card.name.setText("The north")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rules.routing(campaign.id).rules[0].name == "The north")
    assert [one.id for one in rules.routing(campaign.id).rules] == ["north", "turn"]


def test_a_rule_is_taken_out_and_figures_are_kept(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    page.view.table.choose(1)
    page.view.remove.click()
    qtbot.waitUntil(lambda: rules.routing(campaign.id).rules == (NORTH,))
    page.view.per_day.set_figure(5)
    page.view.per_day.activated.emit(0)
    qtbot.waitUntil(lambda: rules.routing(campaign.id).per_day == 5)
    page.view.duty.click()
    qtbot.waitUntil(lambda: rules.routing(campaign.id).only_on_duty)
    page.view.per_day.set_figure(-1)
    page.view.per_day.activated.emit(0)
    qtbot.waitUntil(lambda: rules.routing(campaign.id).per_day is None)


def test_a_rule_by_an_answer_is_made_of_the_scripts_own_questions(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    """Product by product: what somebody answered says who of sales gets them."""
    qtbot.waitUntil(page.view.answer.isEnabled)
    page.view.answer.click()
    card = page.view._card
    assert card is not None
    card.by_answer.question.setFocus()
    asked = {one.id: one for one in rules.questions(campaign.id)}
    card.by_answer.question.choose("date")
    card.by_answer.question.activated.emit(0)
    value, words = asked["date"].answers[0]
    card.by_answer.answers.tick_asked.emit(0)
    card.name.setText("Soon")
    assert cut_words(card) == []
    assert unnamed(card) == []
    card.save.click()
    assert card.says == "Name who gets these leads."
    card.people.tick_asked.emit(0)
    card.save.click()
    qtbot.waitUntil(lambda: len(rules.routing(campaign.id).rules) == 3)
    added = rules.routing(campaign.id).rules[1]
    assert (added.kind, added.question, added.values) == (RuleKind.PRODUCT, "date", (value,))
    assert page.view.model.drawn()[1] == (
        "Soon, By an answer",
        f"{asked['date'].label}: {words}",
        "Lena Brandt",
    )
    page.view.table.opened.emit(1)
    assert card.by_answer.question.key == "date"
    assert card.written() == added, "what was chosen stands there again"
    card.close_over()


def test_a_rule_by_a_question_the_script_lost_can_still_be_read_and_changed(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    lost = RoutingRule(
        id="lost",
        kind=RuleKind.PRODUCT,
        name="",
        people=("Sam Osei",),
        question="product_line",
        values=("sealers",),
    )
    rules.set_routing(campaign.id, Routing(rules=(lost,)))
    page.refresh()
    qtbot.waitUntil(lambda: len(page.view.model.rows) == 1)
    assert page.view.model.drawn() == [("By an answer", "Product line: sealers", "Sam Osei")]
    page.view.table.opened.emit(0)
    card = page.view._card
    assert card is not None
    assert card.written() == lost
    card.close_over()


def test_each_person_has_a_number_of_their_own_or_that_of_everybody(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    page.view.caps.click()
    card = page.view._caps
    assert card is not None
    assert list(card.rows) == ["Lena Brandt", "Sam Osei"]
    assert cut_words(card) == []
    assert unnamed(card) == []
    card.rows["Sam Osei"].set_figure(3)
    card.save.click()
    own = (Cap(salesperson="Sam Osei", per_day=3),)
    qtbot.waitUntil(lambda: rules.routing(campaign.id).caps == own)
    page.view.caps.click()
    assert [one.figure for one in card.rows.values()] == [AS_ALL, 3]
    card.rows["Sam Osei"].set_figure(AS_ALL)
    card.save.click()
    qtbot.waitUntil(lambda: rules.routing(campaign.id).caps == ())


def test_what_cannot_be_kept_is_said_and_the_rules_stay(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, campaign: Campaign
) -> None:
    gone = RoutingRule(id="x", kind=RuleKind.TURN, name="", people=("Piet Smit",))
    page.view.changed.emit(Routing(rules=(gone,)))
    qtbot.waitUntil(lambda: "Piet Smit is not in the team" in page.view._says.text())
    assert rules.routing(campaign.id) == BOTH


def test_a_list_of_accounts_is_loaded_and_its_bad_rows_are_said(
    qtbot: QtBot, page: RoutingPage, rules: RoutingRules, chosen: Chosen
) -> None:
    file = chosen.answers["accounts"]
    assert file is not None
    file.write_text("Company;Owner\nElbkorn Foods;Sam Osei\nAlmgold;Piet Smit\n", "utf-8")
    page.view.accounts.click()
    qtbot.waitUntil(lambda: page.view._says.text().startswith("1 account loaded."))
    assert "Row 3: Piet Smit is not in the team" in page.view._says.text()
    assert [one.salesperson for one in rules.owners()] == ["Sam Osei"]


def test_without_a_campaign_nothing_can_be_changed(page: RoutingPage) -> None:
    page.show_campaign(None)
    assert not page.view.isEnabled()


def test_a_change_of_the_rules_is_taken_back_within_ten_seconds(
    qtbot: QtBot, page: RoutingPage, campaign: Campaign, rules: RoutingRules
) -> None:
    page.show_campaign(campaign)
    qtbot.waitUntil(lambda: len(page.view.model.rows) == 2)
    page.view.table.choose(0)
    page.view.take_out()
    qtbot.waitUntil(lambda: rules.routing(campaign.id).rules == (TURN,))
    qtbot.waitUntil(page.toast.isVisible)
    page.undo()
    qtbot.waitUntil(lambda: rules.routing(campaign.id) == BOTH)
    qtbot.waitUntil(lambda: page.view.model.rows == BOTH.rules)


@pytest.mark.parametrize("width", [1100, 700])
def test_what_can_be_undone_hides_nothing_of_the_page(
    qtbot: QtBot, page: RoutingPage, width: int
) -> None:
    """It stood over “At most a day for each person” for ten seconds."""
    page.resize(width, 700)
    page.view.table.choose(1)
    page.view.up.click()
    qtbot.waitUntil(page.toast.isVisible)
    page.fit()
    shade = 12
    shown = page.toast.geometry().adjusted(shade, shade, -shade, -shade)
    view = page.view
    for each in (view.region, view.remove, view.per_day, view.caps, view.duty, view.accounts):
        assert not shown.intersects(each.geometry())
    assert page.rect().contains(shown)
