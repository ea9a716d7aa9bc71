"""The page History over a real workspace: read, narrowed, scrolled, opened by keys."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from calls import a_campaign, a_lead, calling
from makers import MORNING
from qt.desks import Keys, Lanes, desk_on
from qt.grabs import cut_words, unnamed
from qualdesk.core.changes import NO_CHANGES
from qualdesk.core.clock import SetClock
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import HistoryLine, HistoryPage
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.desk.library import Library
from qualdesk.desk.supervising import Supervising
from qualdesk.qt.history import page as history_page
from qualdesk.qt.history.lines import HistoryModel
from qualdesk.qt.history.page import HistoryList
from qualdesk.qt.history.place import HISTORY, HistoryPlace
from qualdesk.qt.shell import Shell
from qualdesk.qt.widgets.cells import Cell
from qualdesk.store.database import Store
from qualdesk.store.history import note


@pytest.fixture
def lanes(sqlite_file: Path, clock: SetClock) -> Iterator[Lanes]:
    made = Lanes(lambda: desk_on(sqlite_file, clock, "Sue"))
    yield made
    assert made.close()


@pytest.fixture
def leads(sqlite_store: Store, clock: SetClock) -> tuple[LeadId, LeadId]:
    fair = a_campaign(sqlite_store, name="Fair")
    other = a_campaign(sqlite_store, name="Webinar")
    katrin, olaf = a_lead(sqlite_store, fair), a_lead(sqlite_store, other, "<b>Olaf</b>")
    desk = calling(sqlite_store, clock)
    desk.finish(desk.start_attempt(katrin).id, "no_answer")
    Supervising(sqlite_store, clock, "Sue").pin(olaf)
    Library(sqlite_store, clock, "Sue").pause("Fair", is_paused=True)
    return katrin, olaf


def said(page: HistoryList) -> list[str]:
    return [line.says for line in page.model.rows]


def test_a_supervisor_reads_narrows_and_opens_what_was_done(
    qtbot: QtBot, lanes: Lanes, clock: SetClock, sqlite_store: Store, leads: tuple[LeadId, LeadId]
) -> None:
    shell = Shell("Europe/Berlin")
    qtbot.addWidget(shell)
    floor = QWidget()
    shell.add_page("floor", "Floor", "gauge", floor)
    place = HistoryPlace(shell, lanes, clock, "Europe/Berlin")
    opened: list[object] = []
    place.lead_wanted.connect(opened.append)
    shell.show()
    shell.show_page("floor")
    shell.commands()["history"]()
    assert shell.at == HISTORY
    assert shell.rail._buttons["floor"].isChecked(), "in the rail it is the Floor's"
    place.show_campaign(None)
    page = place.page
    qtbot.waitUntil(lambda: len(page.model.rows) == 3)
    assert said(page) == [
        "Paused Fair",
        "Let <b>Olaf</b>, Elbkorn Foods be called before all others",
        "Called Katrin Albers, Elbkorn Foods: No answer",
    ]
    assert page.count.text() == "3 lines, back to the beginning."
    assert page.model.drawn()[2][:2] == ("10:24", "Ana")
    assert unnamed(place) == []
    assert cut_words(place) == []
    narrowed(qtbot, page)
    live(qtbot, page, sqlite_store, clock)
    page.table.choose(2)
    page.table.setFocus()
    Keys(shell, lanes).press("Return")
    assert opened == [leads[1]]
    assert place.step_back()
    assert shell.at == "floor"
    shell.set_open("floor", is_open=False)
    assert "history" not in shell.commands(), "it is for whom the Floor is"


def shows(page: HistoryList, lines: list[str]) -> bool:
    return said(page) == lines


def went_on(page: HistoryList, before: int) -> bool:
    return page.model.before != before


def narrowed(qtbot: QtBot, page: HistoryList) -> None:
    """By a text in what is shown, by campaign, by person, by kind."""
    page.text.setText("ALBERS call")
    assert said(page) == ["Called Katrin Albers, Elbkorn Foods: No answer"]
    assert page.count.text() == "1 of the 3 lines shown so far fit."
    assert page.step_back()
    assert len(page.model.rows) == 3
    qtbot.waitUntil(lambda: page.person.count() == 3)
    for choice, key, lines in (
        (page.campaign, "1", ["Paused Fair", "Called Katrin Albers, Elbkorn Foods: No answer"]),
        (page.person, "Ana", ["Called Katrin Albers, Elbkorn Foods: No answer"]),
        (page.kind, HistoryKind.CAMPAIGNS.value, ["Paused Fair"]),
    ):
        choice.choose(key)
        qtbot.waitUntil(partial(shows, page, lines))
        choice.choose("")
        qtbot.waitUntil(lambda: len(page.model.rows) == 3)


def live(qtbot: QtBot, page: HistoryList, store: Store, clock: SetClock) -> None:
    """What is done elsewhere comes on top; the cursor stays on its line."""
    page.table.choose(1)
    Library(store, clock, "Sue").pause("Fair", is_paused=False)
    page.touched(NO_CHANGES)
    qtbot.waitUntil(lambda: said(page)[0] == "Let Fair go on")
    assert page.table.currentIndex().row() == 2


def test_older_lines_come_as_somebody_scrolls(
    qtbot: QtBot,
    lanes: Lanes,
    clock: SetClock,
    sqlite_store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(history_page, "PAGE", 20)
    with sqlite_store.transaction() as tx:
        for number in range(50):
            note(tx, "Ana", "looked up", "lead", number)
    page = HistoryList(lanes, clock, "Europe/Berlin")
    qtbot.addWidget(page)
    page.resize(900, 400)
    page.show()
    page.show_campaign(None)
    qtbot.waitUntil(lambda: len(page.model.rows) >= 20)
    while page.model.before is not None:
        before = page.model.before
        page.table.scrollToBottom()
        qtbot.waitUntil(partial(went_on, page, before))
    assert len({line.number for line in page.model.rows}) == 50
    assert page.count.text() == "50 lines, back to the beginning."
    assert said(page)[0] == "Looked up somebody who was erased"


def line(number: int) -> HistoryLine:
    return HistoryLine(
        number=number,
        at=MORNING,
        who="Ana",
        says=f"Did {number}",
        kind=HistoryKind.CALLS,
        campaign_id=CampaignId(1),
    )


def test_newer_lines_join_what_is_there_and_replace_it_where_they_do_not() -> None:
    model = HistoryModel(lambda one, _column: Cell(text=one.says))
    model.show(HistoryPage(lines=(line(9), line(8)), before=8))
    model.add_newer(HistoryPage(lines=(line(11), line(10), line(9)), before=9))
    assert [one.number for one in model.rows] == [11, 10, 9, 8]
    assert model.before == 8
    model.add_newer(HistoryPage(lines=(line(30), line(29)), before=29))
    assert [one.number for one in model.rows] == [30, 29]
    assert model.canFetchMore(QModelIndex())
    model.narrow("did 29")
    assert [one.number for one in model.rows] == [29]
    assert not model.canFetchMore(QModelIndex()), "what is shown is searched, nothing more"
