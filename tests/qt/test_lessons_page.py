"""The tab "What came of it" over a real workspace: why, what it cost, statements (F4, S3, T6)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import make_campaign, make_card, make_lead
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.costs import SourceCost
from qualdesk.core.ids import CampaignId
from qualdesk.core.shares import Share
from qualdesk.core.sources import HandoffTerms, SourceType
from qualdesk.core.statements import Credit
from qualdesk.qt.handoff.lessons.choices import PeriodChoice
from qualdesk.qt.handoff.lessons.cost import cell_of, hours_words
from qualdesk.qt.handoff.lessons.page import LessonsPage
from qualdesk.qt.handoff.lessons.why_back import share_words
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from way_back_makers import answer, leave, qualify

HOSTILE = "<b>Omar</b>\u202e"


@pytest.fixture
def campaign(sqlite_store: Store) -> Campaign:
    card = make_card(type=SourceType.TRADE_SHOW, cost=200, currency="EUR")
    terms = HandoffTerms(criteria_of={"Wrong person": "Right person"}, hour_cost=40)
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech", client="Nordline", source=card, handoff=terms)
        other = make_campaign(tx, "Webinar", client="Nordline", source=make_card(cost=None))
    callers = ("Maya Lind", "Maya Lind", HOSTILE, "Maya Lind")
    leads = [qualify(sqlite_store, made, caller=who) for who in callers]
    _, ids = leave(sqlite_store, made, *leads)
    for lead, reason in zip(leads, ("", "Wrong person", "Not our region"), strict=False):
        answer(sqlite_store, ids[lead], reason)
    elsewhere = qualify(sqlite_store, other, caller="Omar")
    _, ids = leave(sqlite_store, other, elsewhere)
    answer(sqlite_store, ids[elsewhere])
    return made


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(new_file=tmp_path / "march")


@pytest.fixture
def page(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen, campaign: Campaign
) -> Iterator[LessonsPage]:
    work = Work(desk_on(sqlite_file, clock))
    made = LessonsPage(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1240, 640)
    made.show()
    made.show_campaign(campaign)
    qtbot.waitUntil(lambda: bool(made.front.model.rows))
    yield made
    assert work.close()


def bring(qtbot: QtBot, page: LessonsPage, key: str) -> None:
    page.reports.choose(key)
    qtbot.waitUntil(lambda: bool(page.front.model.rows))


def test_a_supervisor_reads_why_leads_came_back(qtbot: QtBot, page: LessonsPage) -> None:
    part = page.parts["why_back"]
    assert part.says.text() == "Of 3 leads that sales answered 2 came back. 1 is with sales still."
    assert part.model.drawn() == [
        ("By criterion", "", ""),
        ("Right person", "1 of 3, Too few (3; 30 needed)", "Wrong person 1"),
        (
            *("No criterion named for the reason", "1 of 3, Too few (3; 30 needed)"),
            "Not our region 1",
        ),
        ("By who qualified them", "", ""),
        ("Maya Lind", "1 of 2, Too few (2; 30 needed)", "Wrong person 1"),
        (HOSTILE, "1 of 1, Too few (1; 30 needed)", "Not our region 1"),
        ("By list", "", ""),
        (
            *("No list brought them", "2 of 3, Too few (3; 30 needed)"),
            "Not our region 1, Wrong person 1",
        ),
        ("By source", "", ""),
        (
            *("Trade show", "2 of 3, Too few (3; 30 needed)"),
            "Not our region 1, Wrong person 1",
        ),
    ]
    assert cut_words(page) == []
    assert unnamed(page) == []
    grab(page, "why-back")
    part.scope.choose("client")
    qtbot.waitUntil(lambda: part.says.text().startswith("Of 4 leads"))
    part.period.choose("2025")
    qtbot.waitUntil(lambda: part.says.text().startswith("Sales has answered no lead here yet."))
    assert part.model.rows == ()


def test_a_share_of_many_says_how_far_it_can_be_trusted() -> None:
    assert share_words(Share(yes=34, of=40)) == "85%, between 71% and 93%"


def test_what_a_lead_costs_is_read_by_campaign_and_by_source(
    qtbot: QtBot, page: LessonsPage, sqlite_store: Store, campaign: Campaign
) -> None:
    bring(qtbot, page, "cost")
    part = page.parts["cost"]
    assert part.model.drawn() == [
        (
            *("PackTech, Nordline", "200.00 EUR", "200.00 EUR, of it calls 0.00 EUR, 0 min"),
            *("1", "4 of 4, 100%", "0 of 4, 0%"),
        )
    ]
    with sqlite_store.transaction() as tx:
        for _ in range(36):
            make_lead(tx, campaign)
    part.scope.choose("client")
    qtbot.waitUntil(lambda: part.model.rowCount() > 1)
    drawn = part.model.drawn()
    assert [row[0] for row in drawn] == [
        "By type of source",
        "Trade show, 1 campaign",
        "Other, 1 campaign; 1 left out: cost not said",
        "By campaign",
        "Webinar, Nordline",
        "PackTech, Nordline",
    ]
    assert drawn[4][1:3] == ("Nobody said", "Nobody said what the list cost")
    assert drawn[5][4] == "4 of 40, 10%"
    assert cut_words(page) == []
    grab(page, "cost")


def test_a_list_that_goes_on_whole_draws_the_eye() -> None:
    """No raw pass-through to sales: more than half of a list is no selection."""
    from qualdesk.qt.handoff.lessons.cost import Line

    fair = SourceCost(
        campaign=1, name="Fair", client="", type=SourceType.LIST, loaded=40, handed=21, taken=3
    )
    cell = cell_of(Line(source=fair), 4)
    assert (cell.text, cell.second, cell.tone) == ("21 of 40", "More than half", "warn")
    assert [hours_words(timedelta(minutes=many)) for many in (0, 59, 60, 754)] == [
        *("0 min", "59 min"),
        *("1.0 h", "12.6 h"),
    ]


def test_a_statement_is_read_and_written(
    qtbot: QtBot, page: LessonsPage, chosen: Chosen, tmp_path: Path
) -> None:
    bring(qtbot, page, "statement")
    part = page.parts["statement"]
    assert part.says.text() == (
        "4 leads, of which 4 may still change. 1 is with sales still and in no line yet."
    )
    drawn = part.model.drawn()
    until = "open until Tue 31 Mar, 11:24"
    assert drawn[:3] == [
        ("PackTech", *[""] * 7),
        (HOSTILE, "0", "1", "0", "0", "0", "0", f"1 {until}"),
        ("Maya Lind", "1", "1", "0", "0", "0", "0", f"2 {until}"),
    ]
    assert drawn[-1] == ("All", "2", "2", "0", "0", "0", "0", f"4 {until}")
    assert cut_words(page) == []
    assert unnamed(page) == []
    grab(page, "statement")
    page.commands()["print"]()
    qtbot.waitUntil((tmp_path / "march.pdf").exists)
    qtbot.waitUntil(lambda: part.result.says == "The statement is in march.pdf.")
    assert (tmp_path / "march.pdf").read_bytes().startswith(b"%PDF-")
    part.credit.choose(Credit.SHARED.value)
    part.machines.click()
    qtbot.waitUntil((tmp_path / "march.csv").exists)
    assert chosen.asked == ["statement-nordline-2026-03.pdf", "statement-nordline-2026-03.csv"]
    assert ",shared," in (tmp_path / "march.csv").read_text(encoding="utf-8")


def test_a_statement_that_cannot_be_written_says_why(
    qtbot: QtBot, page: LessonsPage, chosen: Chosen, tmp_path: Path
) -> None:
    bring(qtbot, page, "statement")
    chosen.answers["new_file"] = tmp_path / "gone" / "march.csv"
    page.parts["statement"].sheet.click()
    qtbot.waitUntil(lambda: "could not be written" in page.parts["statement"].result.says)
    chosen.answers["new_file"] = None
    page.parts["statement"].save("paper")  # changed their mind: nothing happens
    assert not (tmp_path / "gone").exists()


def test_reports_are_changed_with_the_keyboard(qtbot: QtBot, page: LessonsPage) -> None:
    page.activateWindow()
    page.reports.findChildren(type(page.reports.childAt(20, 15)))[0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.reports.on == "cost"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.reports.on == "why_back"
    assert "print" not in page.commands()
    qtbot.waitUntil(lambda: bool(page.front.model.rows))


def test_an_answer_for_another_campaign_is_dropped(
    qtbot: QtBot, page: LessonsPage, sqlite_store: Store
) -> None:
    with sqlite_store.transaction() as tx:
        empty = make_campaign(tx, "Empty")
    part = page.parts["why_back"]
    page.refresh()
    page.show_campaign(empty)
    qtbot.waitUntil(lambda: part.says.text().startswith("Sales has answered no lead here yet."))
    QTest.qWait(50)
    assert part.model.rows == ()
    page.show_campaign(None)
    assert not part.isEnabled()


def test_a_campaign_that_is_gone_is_said_until_another_is_shown(
    qtbot: QtBot, page: LessonsPage, campaign: Campaign
) -> None:
    part = page.parts["why_back"]
    page.show_campaign(replace(campaign, id=CampaignId(99)))
    qtbot.waitUntil(lambda: part.result.says.startswith("There is no campaign number 99"))
    part.scope.choose("all")
    qtbot.waitUntil(lambda: not part.result.says)
    assert part.says.text().startswith("Of 4 leads")


def test_what_changes_elsewhere_is_asked_again(
    qtbot: QtBot, page: LessonsPage, sqlite_store: Store, campaign: Campaign
) -> None:
    lead = qualify(sqlite_store, campaign, caller="Ben")
    batch, ids = leave(sqlite_store, campaign, lead)
    answer(sqlite_store, ids[lead])
    page.touched(Changes(batches=frozenset({batch})))
    qtbot.waitUntil(lambda: page.front.says.text().startswith("Of 4 leads"))


def test_periods_are_offered_newest_first_and_stay_chosen(qtbot: QtBot) -> None:
    choice = PeriodChoice(ever=True)
    qtbot.addWidget(choice)
    choice.show_today(date(2026, 1, 31))
    offered = [choice.itemText(at) for at in range(choice.count())]
    assert offered[:3] == ["Since the beginning", "Jan 2026", "Dec 2025"]
    assert offered[13:] == ["Jan 2025", *(f"Q{q} {y}" for q, y in _QUARTERS), "2026", "2025"]
    choice.choose("2025-12")
    choice.show_today(date(2026, 2, 1))
    assert choice.period == "2025-12"


_QUARTERS = ((1, 2026), (4, 2025), (3, 2025), (2, 2025), (1, 2025))
