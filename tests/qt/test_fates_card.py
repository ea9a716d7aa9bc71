"""What became of a list, beside the list it is about: for its owner, and as a file (Q5)."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from makers import make_card
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.fates import Fate, ListFates
from qualdesk.core.ids import ListId
from qualdesk.qt.lists.page import ListsPage
from qualdesk.qt.work import Work

ROWS = [
    {"name": f"Person {one}", "phone": f"+49 30 23125 1{one:02}", "company": "<b>Elbkorn</b>"}
    for one in range(6)
]


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(new_file=tmp_path / "fates")


@pytest.fixture
def page(qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen) -> Iterator[ListsPage]:
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Rosa", durable=False)
    desk.library.new_campaign("PackTech", source=make_card(owner="Rosa Lind, marketing"))
    for rows in (ROWS, [*ROWS, {"name": "", "phone": ""}]):
        desk.intake.load(rows, campaign="PackTech", region="DE")
    desk.close()
    work = Work(desk_on(sqlite_file, clock))
    made = ListsPage(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1364, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: len(made.overview.model.rows) == 3)
    yield made
    assert work.close()


def look(qtbot: QtBot, page: ListsPage, row: int) -> ListFates:
    page.overview.table.choose(row)
    wanted = page.overview.model.rows[row].list_id
    card = page.overview.fates
    qtbot.waitUntil(lambda: card.fates is not None and card.fates.list_id == wanted)
    assert card.fates is not None
    return card.fates


def test_it_stands_beside_a_list_and_its_lines_add_up_to_the_rows(
    qtbot: QtBot, page: ListsPage
) -> None:
    card = page.overview.fates
    assert not card.isVisible()
    found = look(qtbot, page, 1)
    assert card.isVisible()
    assert card.shown == (("Never called", 6), ("Left out when it was loaded", 1))
    assert sum(rows for _, rows in card.shown) == found.rows
    assert card.says == "7 rows in all, each counted once."
    assert look(qtbot, page, 2).rows == 6
    assert cut_words(page.overview) == []
    assert unnamed(page.overview) == []
    grab(page, "fates-1364", (1364, 700))


def test_the_owner_gets_it_as_a_file(qtbot: QtBot, page: ListsPage, chosen: Chosen) -> None:
    look(qtbot, page, 2)
    card = page.overview.fates
    QTest.mouseClick(card.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.says == "6 rows are in fates.csv.")
    target = chosen.answers["new_file"]
    assert target is not None
    with target.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["Code"] for row in csv.DictReader(stream)] == ["never_called"] * 6


def test_whoever_changes_their_mind_about_the_file_has_written_none(
    qtbot: QtBot, page: ListsPage, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.answers["new_file"] = None
    look(qtbot, page, 2)
    page.overview.fates.write.click()
    assert chosen.asked == ["list-what-became-of-it.csv"]
    assert not list(tmp_path.glob("*.csv"))


def test_of_many_fates_the_rarest_stand_together_but_what_was_won(
    page: ListsPage, clock: SetClock
) -> None:
    card = page.overview.fates
    counts = {fate: place + 1 for place, fate in enumerate(Fate)}
    many = ListFates(
        list_id=ListId(7),
        file_name="scans.csv",
        campaign="PackTech",
        owner="",
        loaded_at=clock.now(),
        rows=sum(counts.values()),
        counts=counts,
    )
    card.look(ListId(7))
    card._show(many)
    assert len(card.shown) == 8
    assert card.shown[0] == ("Won", 1)
    assert card.shown[-1][0] == "13 other ends"
    assert sum(rows for _, rows in card.shown) == many.rows


def test_a_list_that_is_gone_is_said_to_be(qtbot: QtBot, page: ListsPage) -> None:
    card = page.overview.fates
    card.look(ListId(99))
    qtbot.waitUntil(lambda: "no list number 99" in card.says)
    assert not card.write.isEnabled()
