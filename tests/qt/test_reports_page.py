"""Reports in the window: read, saved, printed; schedules added, switched off, taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import MORNING, make_campaign, make_card, make_lead
from qt.desks import Lanes, delete_now
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.report_periods import ReportOf
from qualdesk.core.report_tables import tables_of
from qualdesk.core.reports import Report
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.reports.page import REPORT, SCHEDULES, ReportsPage
from qualdesk.qt.reports.part_view import PartView
from qualdesk.store.database import Store

SIZES = ((1440, 900), (1366, 700), (1024, 640))


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    window = CallWindow(
        opens_at=MORNING, closes_at=MORNING + timedelta(days=10), zone="Europe/Berlin"
    )
    card = make_card(cost=900, currency="EUR")
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech Expo & <b>more</b>", window=window, source=card)
        for _ in range(6):
            make_lead(tx, made)
    desk = Desk(sqlite_store, clock, "Rosa")
    for outcome, more in (
        ("no_answer", {}),
        ("gatekeeper", {}),
        ("not_qualified", {"reason": "x"}),
    ):
        card_now = desk.calling.next_lead()
        assert isinstance(card_now, CallCard)
        call = desk.calling.start_attempt(card_now.lead.id)
        clock.advance(timedelta(minutes=3))
        desk.calling.finish(call.id, outcome, **more)
    return made


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    (tmp_path / "reports").mkdir()
    answers = {"report folder": tmp_path / "reports"}
    return Chosen(new_file=tmp_path / "report", **answers)


@pytest.fixture
def lanes(sqlite_file: Path, clock: SetClock) -> Iterator[Lanes]:
    made = Lanes(desk_on(sqlite_file, clock))
    yield made
    assert made.close()


@pytest.fixture
def page(
    qtbot: QtBot, lanes: Lanes, clock: SetClock, chosen: Chosen, campaign: Campaign
) -> Iterator[ReportsPage]:
    made = ReportsPage(lanes, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1340, 800)
    made.show()
    made.show_campaign(campaign)
    settle(qtbot, made)
    yield made
    delete_now(made)


def settle(qtbot: QtBot, page: ReportsPage) -> None:
    """Until the report in front is there."""
    qtbot.waitUntil(lambda: "being made" not in page.report.says.text(), timeout=20_000)
    QApplication.processEvents()


def drawn(page: ReportsPage, key: str) -> list[tuple[str, ...]]:
    return page.report.parts[key].model.drawn()


def test_a_report_is_read_as_plain_text_and_tables(page: ReportsPage, qtbot: QtBot) -> None:
    """S1: today's numbers, every rate with its formula, no markup run."""
    words = text_of(page.report)
    assert "Report: PackTech Expo & <b>more</b>" in words
    assert "Tuesday, 17 Mar 2026, until 10:33." in words
    assert ("Calls", "3", "") in drawn(page, "numbers")
    rates = [row[0] for row in drawn(page, "rates")]
    assert any("leads reached / leads called at least once" in one for one in rates)
    assert ("All leads of the list", "6") in drawn(page, "stands")
    # What the hours count is said: their rate need not be that of the calls dialled.
    assert "All calls are in it, also those that came in, were undone, or still go on." in words
    # The ring round what can be chosen ends where that ends.
    assert page.tabs.width() == page.tabs.sizeHint().width()
    assert not unnamed(page)
    page.report.of.choose(ReportOf.CAMPAIGN.value)
    settle(qtbot, page)
    assert "The whole campaign" in text_of(page.report)
    assert page.report.day.isHidden()
    page.report.of.choose(ReportOf.WEEK.value)
    page.report.which.choose("all")
    settle(qtbot, page)
    assert "Report: all campaigns" in text_of(page.report)
    # A day to come cannot be chosen at all.
    page.report.day.set_day(date(2026, 3, 25))
    assert page.report.day.day == date(2026, 3, 17)


def test_it_is_saved_and_printed_where_somebody_says(
    page: ReportsPage, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    page.commands()["print_report"]()
    qtbot.waitUntil(lambda: bool(page.report.result.says), timeout=20_000)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "report.pdf" in page.report.result.says
    page.commands()["save_report"]()
    qtbot.waitUntil(lambda: "xlsx" in page.report.result.says, timeout=20_000)
    assert (tmp_path / "report.xlsx").read_bytes().startswith(b"PK")
    assert chosen.asked == [
        "report-packtech-expo-b-more-b-c1-2026-03-17.pdf",
        "report-packtech-expo-b-more-b-c1-2026-03-17.xlsx",
    ]
    chosen.answers["new_file"] = tmp_path / "none" / "report.pdf"
    page.report.save(".pdf")
    qtbot.waitUntil(lambda: "could not be written" in page.report.result.says, timeout=20_000)


def test_what_is_saved_is_what_was_asked_for_last(
    page: ReportsPage, chosen: Chosen, qtbot: QtBot
) -> None:
    """Not the report of before while another is being made, and none behind a refusal."""
    page.report.of.choose(ReportOf.WEEK.value)
    page.report.save(".pdf")
    assert chosen.asked == []
    settle(qtbot, page)
    page.print_today()
    page.report.ask(_refused, page.report.show_report)
    qtbot.waitUntil(lambda: "Not now." in page.report.result.says, timeout=20_000)
    page.refresh()
    settle(qtbot, page)
    assert chosen.asked == []


def test_a_report_half_shown_is_shown_to_its_end_when_the_next_one_is_refused(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tables come one after another: below one title never stand the figures of two."""
    report, shown = page.report, list[str]()
    whole = report._report
    assert whole is not None
    monkeypatch.setattr(PartView, "show_part", lambda _self, part: shown.append(part.key))
    report.show_report(whole)
    assert 0 < len(shown) < len(report.parts), "the window looks up in between"
    report.refresh()
    report.ask(_refused, report.show_report)
    qtbot.waitUntil(lambda: "Not now." in report.result.says, timeout=20_000)
    assert shown == [table.key for table in tables_of(whole)]


def _refused(_desk: Desk) -> Report:
    raise Refused("Not now.")


def test_schedules_are_added_switched_off_removed_and_put_back(
    page: ReportsPage, clock: SetClock, qtbot: QtBot, sqlite_store: Store
) -> None:
    page.tabs.choose(SCHEDULES)
    part = page.schedules
    part.form.at.setText("midnight-ish")
    part.form.add.click()
    assert "Write the time" in part.result.says
    part.form.at.setText("18:00")
    part.form.add.click()
    qtbot.waitUntil(lambda: bool(part.model.rows), timeout=20_000)
    assert part.model.drawn() == [
        (
            "Day: PackTech Expo & <b>more</b>",
            "each working day at 18:00 in Berlin",
            "reports, PDF",
            "18:00",
        )
    ]
    clock.set(datetime(2026, 3, 17, 17, tzinfo=UTC))
    Desk(sqlite_store, clock, "Keeper").report_schedules.make_due()
    page.refresh()
    qtbot.waitUntil(lambda: "written" in part.runs.text(), timeout=20_000)
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.model.drawn()[0][-1] == "Switched off", timeout=20_000)
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not part.model.rows, timeout=20_000)
    page.undo()
    qtbot.waitUntil(lambda: bool(part.model.rows), timeout=20_000)
    assert not unnamed(page)


def test_it_is_whole_at_every_size_light_and_dark(
    page: ReportsPage, qtbot: QtBot, qapp: QApplication
) -> None:
    app = qapp
    page.tabs.choose(SCHEDULES)
    page.schedules.form.add.click()
    qtbot.waitUntil(lambda: bool(page.schedules.model.rows), timeout=20_000)
    try:
        for look in ("light", "dark"):
            theme.apply(app, look, 1.0)
            for width, height in SIZES:
                for part in (REPORT, SCHEDULES):
                    page.tabs.choose(part)
                    settle(qtbot, page)
                    grab(page, f"reports_{part}_{look}_{width}", (width - 76, height - 56))
                    assert cut_words(page) == []
                    across = page.report.area.horizontalScrollBar()
                    assert part != REPORT or across.maximum() == 0
    finally:
        theme.apply(app, "light", 1.0)
