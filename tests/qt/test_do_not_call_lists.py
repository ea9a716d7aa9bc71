"""A supervisor loads whom a client does not want called, sees what it did, takes it back (O7)."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from makers import make_campaign, make_card, make_contact, make_lead
from qt.grabs import cut_at_rest, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, drop, text_of
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.keyed_hashes import hash_of, key_of
from qualdesk.qt.lists.do_not_call_page import DoNotCallPage
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.team.logins import add_person
from team_desks import TeamDesk

NUMBERS = ("+49 30 23125 101", "+49 30 23125 102", "+49 30 23125 103")
ROWS = [
    {"name": f"Person {one}", "phone": number, "company": "Elbkorn"}
    for one, number in enumerate(NUMBERS)
]
LIST = """Name,Company,Phone,Mail
<b>Ada</b>,Elbkorn,+49 30 23125101,ada@elbkorn.example
Ben,,030 23125102,
=1+1,,12,
"""


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    (tmp_path / "no calls.csv").write_text(LIST, "utf-8")
    return Chosen(**{"do-not-call": tmp_path / "no calls.csv", "new_file": tmp_path / "rows"})


@pytest.fixture
def page(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen
) -> Iterator[DoNotCallPage]:
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Rosa", durable=False)
    for client in ("Northwind", "Tailspin"):
        desk.library.new_campaign(f"Fair of {client}", client=client, source=make_card())
        desk.intake.load(ROWS, campaign=f"Fair of {client}", region="DE")
    desk.close()
    work = Work(desk_on(sqlite_file, clock))
    made = DoNotCallPage(work, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1364, 660)
    made.show()
    made.show_campaign(None)
    yield made
    assert work.close()


def read(qtbot: QtBot, page: DoNotCallPage) -> None:
    """Wait until the file is read, and the clients are known."""
    qtbot.waitUntil(lambda: page.file.seen is not None and page.footer.main.isEnabled())
    qtbot.waitUntil(page.file.client.isVisible)


def load(qtbot: QtBot, page: DoNotCallPage) -> None:
    page.main()
    qtbot.waitUntil(lambda: not page.is_at_file and bool(page.lists.model.rows))


def facts(page: DoNotCallPage) -> str:
    return text_of(page.file)


def in_line(sqlite_file: Path, clock: SetClock) -> list[int]:
    """The leads of each campaign that can be called."""
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, durable=False)
    found = [one.open for one in sorted(desk.library.campaigns(), key=lambda one: one.campaign.id)]
    desk.close()
    return found


def test_a_list_is_seen_before_it_is_loaded_and_can_be_taken_back(
    qtbot: QtBot, page: DoNotCallPage, sqlite_file: Path, clock: SetClock
) -> None:
    page.commands()["import"]()
    read(qtbot, page)
    told = facts(page)
    assert "1 row readable" in told
    assert "1 mail address" in told
    assert "Row 4: " in told
    page.file.country.field.setText("germany")
    QTest.keyClick(page.file.country.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 rows readable" in facts(page))
    assert "2 numbers" in facts(page)
    assert in_line(sqlite_file, clock) == [3, 3]
    assert cut_at_rest(page) == []
    assert unnamed(page) == []
    grab(page, "do-not-call-file", (1364, 660))
    touched: list[Any] = []
    page.changed.connect(touched.append)
    load(qtbot, page)
    assert "2 leads in line were withdrawn." in text_of(page.lists.notice)
    assert len(touched[0].leads) == 2
    assert in_line(sqlite_file, clock) == [1, 3]
    row = page.lists.current()
    assert row is not None
    assert (row.client, row.rows, row.left_out, row.is_whole) == ("Northwind", 2, 1, True)
    assert cut_at_rest(page) == []
    assert unnamed(page) == []
    grab(page, "do-not-call-loaded", (1364, 660))
    page.undo()
    qtbot.waitUntil(lambda: "2 leads stand again" in text_of(page.lists.notice))
    qtbot.waitUntil(lambda: page.lists.model.rows[0].lifted_at is not None)
    assert in_line(sqlite_file, clock) == [3, 3]
    assert not page.lists.side.take_back.isVisible()


def test_a_dropped_list_for_all_clients_is_taken_back_later_with_a_reason(
    qtbot: QtBot, page: DoNotCallPage, sqlite_file: Path, clock: SetClock, chosen: Chosen
) -> None:
    file = chosen.answers["do-not-call"]
    assert file is not None
    drop(page, file)
    read(qtbot, page)
    choice = page.file.client.choice
    choice.setCurrentIndex(choice.count() - 1)
    assert page.file.client.client == HOUSE
    assert "any client" in facts(page)
    load(qtbot, page)
    assert in_line(sqlite_file, clock) == [2, 2]
    page.lists.side.take_back.click()
    qtbot.waitUntil(lambda: "Say why" in text_of(page.lists.notice))
    page.lists.side.because.setText("Sent by the wrong <i>client</i>")
    page.lists.side.take_back.click()
    qtbot.waitUntil(lambda: "2 leads stand again" in text_of(page.lists.notice))
    qtbot.waitUntil(lambda: "wrong <i>client</i>" in text_of(page.lists.side))
    assert in_line(sqlite_file, clock) == [3, 3]


def test_what_was_loaded_here_is_taken_back_in_no_other_workspace(
    qtbot: QtBot, page: DoNotCallPage, sqlite_file: Path, clock: SetClock
) -> None:
    """Lists are numbered in each: the number of one here is that of another there."""
    page.choose_file()
    read(qtbot, page)
    load(qtbot, page)
    before = in_line(sqlite_file, clock)
    assert page._work.move_to(desk_on(sqlite_file, clock))
    assert not page.lists.notice.isVisible()
    page.undo()
    assert page._running is None
    page.choose_file()
    read(qtbot, page)
    assert page._work.move_to(desk_on(sqlite_file, clock))
    assert not page.is_at_file
    assert in_line(sqlite_file, clock) == before


def test_rows_nobody_can_read_are_saved_with_the_reason(
    qtbot: QtBot, page: DoNotCallPage, chosen: Chosen
) -> None:
    page.choose_file()
    read(qtbot, page)
    page.footer.save.click()
    qtbot.waitUntil(lambda: "2 rows are in rows.csv." in text_of(page.footer))
    assert chosen.asked[-1] == "no calls-not-readable.csv"
    target = chosen.answers["new_file"]
    assert target is not None
    with target.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["Row"] for row in rows] == ["3", "4"]
    assert rows[1]["Name"] == "'=1+1"
    assert page.step_back()
    assert not page.is_at_file
    assert page.lists.model.rows == ()


def test_hashes_are_loaded_with_the_key_in_a_file(
    qtbot: QtBot,
    page: DoNotCallPage,
    chosen: Chosen,
    tmp_path: Path,
    sqlite_file: Path,
    clock: SetClock,
) -> None:
    secret = "a long key of the client's"
    (tmp_path / "key.txt").write_text(secret, "utf-8")
    hashed = tmp_path / "hashes.txt"
    hashed.write_text(f"{hash_of('+493023125103', key_of(secret.encode()))}\n", "utf-8")
    chosen.answers["do-not-call"] = tmp_path / "key.txt"
    page.take_files((hashed,))
    qtbot.waitUntil(lambda: page.file.seen is not None)
    assert "1 hash of a number" in facts(page)
    assert not page.footer.main.isEnabled()
    page.file.choose_key.click()
    assert "key.txt" in facts(page)
    load(qtbot, page)
    assert in_line(sqlite_file, clock) == [2, 3]
    assert secret not in text_of(page)


def test_what_is_no_list_is_said_and_nothing_is_kept(
    qtbot: QtBot, page: DoNotCallPage, tmp_path: Path
) -> None:
    page.take_files((tmp_path / "one.csv", tmp_path / "two.csv"))
    assert "one do-not-call list at a time" in text_of(page.lists.notice)
    (tmp_path / "words.csv").write_text("Colour,Taste\nred,sweet\n", "utf-8")
    page.take_files((tmp_path / "words.csv",))
    qtbot.waitUntil(lambda: "No column of this file holds numbers" in facts(page))
    assert not page.footer.main.isEnabled()
    assert page.step_back()


def test_a_list_that_is_stopped_says_how_far_it_came(qtbot: QtBot, page: DoNotCallPage) -> None:
    page.choose_file()
    read(qtbot, page)
    page.main()
    page.footer.stop.click()
    qtbot.waitUntil(lambda: not page.is_at_file)
    qtbot.waitUntil(page.lists.side.take_back.isEnabled)
    assert page.lists.notice.isVisible()


def test_who_works_for_one_client_of_a_team_loads_theirs_and_takes_it_back(
    qtbot: QtBot, team: TeamDesk, chosen: Chosen
) -> None:
    """By a login of her own on the server, which holds her to it."""
    store = Store(team.owner, clock=SystemClock(), durable=False)
    with store.transaction() as tx:
        for client in ("Acme", "Bolt"):
            fair = make_campaign(tx, f"{client} fair", client=client)
            make_lead(tx, fair, make_contact(tx, f"Ada of {client}", phones=["+493023125101"]))
    login = add_person(store, "Cora", "supervisor", by="tests", client="acme").login
    store.close()
    hers = TeamDesk(owner=team.owner, logins={"Cora": login}).url("Cora")
    file = chosen.answers["do-not-call"]
    assert file is not None
    desk = open_desk(team.url("Nadia"), clock=SystemClock(), durable=False)
    others = desk.do_not_call.load(file, client="Bolt")
    desk.close()
    assert len(others.leads) == 1
    work = Work(lambda: open_desk(hers, clock=SystemClock(), durable=False))
    page = DoNotCallPage(work, chosen, BERLIN)
    qtbot.addWidget(page)
    page.show()
    page.show_campaign(None)
    page.choose_file()
    qtbot.waitUntil(page.footer.main.isEnabled, timeout=20_000)
    assert not page.file.client.isVisible(), "she is asked for no client: she has one"
    page.main()
    qtbot.waitUntil(lambda: len(page.lists.model.rows) == 1, timeout=20_000)
    assert "1 lead in line was withdrawn." in text_of(page.lists.notice)
    assert page.lists.model.rows[0].client == "Acme"
    page.undo()
    qtbot.waitUntil(lambda: "1 lead stands again" in text_of(page.lists.notice), timeout=20_000)
    assert work.close()
