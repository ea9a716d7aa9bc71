"""The steps of an import over a real workspace: the file read another way, undo, resume, Stop.

O5 (every row accounted for), bar 8 (an import undoes within 30 days), bar 20.
"""

import csv
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.list_choices import IfKnown
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.desk.library import Library
from qualdesk.qt import theme
from qualdesk.qt.lists.counts import Counts
from qualdesk.qt.lists.page import ListsPage
from qualdesk.qt.lists.rows import ListState
from qualdesk.qt.lists.time_left import time_left
from qualdesk.qt.work import Work
from qualdesk.store.database import Store, Transaction

HEADINGS = ("Name", "Company", "Phone", "Mobile", "Hall")


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    return Library(sqlite_store, clock, "Rosa").new_campaign("PackTech Expo", region="DE")


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def page(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen, campaign: Campaign
) -> Iterator[ListsPage]:
    del campaign
    work = Work(desk_on(sqlite_file, clock))
    made = ListsPage(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1364, 844)
    made.show()
    made.activateWindow()
    made.refresh()
    qtbot.waitUntil(lambda: len(made.overview.model.rows) == 1)
    yield made
    assert work.close()


def people(count: int) -> list[tuple[str, ...]]:
    return [
        (f"Person {chr(65 + at)} Sample", f"Firm {at}", f"030 23125 {100 + at}", "", "H1")
        for at in range(count)
    ]


def write(path: Path, *rows: Any, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path


def at_step(qtbot: QtBot, page: ListsPage, step: str) -> None:
    qtbot.waitUntil(lambda: page.run.step == step and not page.run.is_busy, timeout=20_000)


def begin(qtbot: QtBot, page: ListsPage, path: Path) -> None:
    page.take_files((path,))
    qtbot.waitUntil(page.importing.file.isVisible, timeout=20_000)


def go_on(qtbot: QtBot, page: ListsPage, *steps: str) -> None:
    for step in steps:
        page.main()
        at_step(qtbot, page, step)


def imported(qtbot: QtBot, page: ListsPage, path: Path) -> None:
    begin(qtbot, page, path)
    go_on(qtbot, page, "columns", "problems", "done")


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_another_row_holds_the_headings_at_one_key(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    path = write(tmp_path / "scans.csv", ("Scans of stand B12",), HEADINGS, *people(4))
    begin(qtbot, page, path)
    file = page.importing.file
    assert "Row 2 looks like the header." in text_of(file)
    assert "scans.csv, 4 rows" in page.importing.steps._steps[0].says
    page.commands()["header_down"]()
    qtbot.waitUntil(lambda: "Row 3 holds the headings." in text_of(file))
    assert page.run.campaign is not None
    assert page.importing.columns.model.rows[0].heading == "Person A Sample"
    page.commands()["header_up"]()
    qtbot.waitUntil(lambda: page.importing.columns.model.rows[0].heading == "Name")
    file.header.setCurrentIndex(file.header.count() - 1)
    file.header.activated.emit(file.header.count() - 1)
    qtbot.waitUntil(lambda: "No row holds headings." in text_of(file))


def test_letters_that_were_assumed_are_picked_until_the_names_look_right(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    rows = (HEADINGS, ("Zofia Żółć", "Łódź Foods", "+48 22 123 45 67", "", ""))
    begin(qtbot, page, write(tmp_path / "lodz.csv", *rows, encoding="cp1250"))
    file = page.importing.file
    assert file.letters.isVisible()
    assert "Żółć" not in file.rows_model.drawn()[1][1]
    file.letters.setFocus()
    QTest.keyClicks(file.letters, "Central")
    qtbot.waitUntil(lambda: file.rows_model.drawn()[1][1] == "Zofia Żółć", timeout=5_000)
    assert file.letters.isVisible(), "it can be picked again"
    go_on(qtbot, page, "columns", "problems")


def test_certain_letters_ask_nothing_and_another_delimiter_reads_other_columns(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    begin(qtbot, page, write(tmp_path / "a.csv", HEADINGS, *people(3), delimiter=";"))
    file = page.importing.file
    assert not file.letters.isVisible()
    assert file.delimiter.currentText() == "Semicolon"
    file.delimiter.setFocus()
    QTest.keyClicks(file.delimiter, "Tab")
    qtbot.waitUntil(lambda: len(page.importing.columns.model.rows) == 1, timeout=5_000)


def test_two_columns_for_one_field_are_both_kept_and_said(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    begin(qtbot, page, write(tmp_path / "a.csv", HEADINGS, *people(3)))
    go_on(qtbot, page, "columns")
    columns = page.importing.columns
    columns.choose_field("Mobile", columns.model.rows[2].field)
    said = text_of(columns)
    assert "“Phone” and “Mobile” both fit phone." in said
    assert "3 of" not in said
    assert "not used" in page.importing.steps._steps[1].says


def test_what_was_decided_of_the_list_reaches_the_desk(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    begin(qtbot, page, write(tmp_path / "a.csv", HEADINGS, *people(3)))
    go_on(qtbot, page, "columns")
    columns = page.importing.columns
    columns.region.setText("France")
    columns.if_known.setCurrentIndex(1)
    columns.only_new.setChecked(True)
    columns.remember.setChecked(False)
    go_on(qtbot, page, "problems")
    choices = page.run._now.choices
    assert (choices.region, choices.if_known) == ("FR", IfKnown.SKIP)
    assert choices.only_new
    assert not choices.remember


def test_columns_that_can_be_nobody_are_refused_where_they_can_be_mended(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    begin(qtbot, page, write(tmp_path / "a.csv", HEADINGS, *people(3)))
    go_on(qtbot, page, "columns")
    columns = page.importing.columns
    for row in columns.model.rows:
        columns.choose_field(row.heading, row.field.IGNORED)
    page.main()
    qtbot.waitUntil(lambda: "Is this the right file?" in text_of(columns), timeout=10_000)
    assert page.run.step == "columns"
    assert columns.table.hasFocus()


def test_an_import_is_undone_where_it_ended(
    qtbot: QtBot, page: ListsPage, tmp_path: Path, sqlite_file: Path, clock: SetClock
) -> None:
    imported(qtbot, page, write(tmp_path / "a.csv", HEADINGS, *people(3)))
    page.importing.done.undo.click()
    qtbot.waitUntil(lambda: "3 leads are removed." in text_of(page.importing.done), timeout=20_000)
    assert page.importing.footer.main.label == "Back to the lists"
    desk = desk_on(sqlite_file, clock)()
    assert [each.state for each in desk.intake.lists()] == ["undone"]
    desk.close()
    page.main()
    qtbot.waitUntil(lambda: states(page) == [ListState.UNDONE], timeout=10_000)
    assert page.overview.model.drawn()[1][0].startswith("a.csv, Undone Tue 17 Mar by Rosa")


def test_an_import_is_undone_from_the_lists_and_who_was_called_stays_by_name(
    qtbot: QtBot, page: ListsPage, tmp_path: Path, sqlite_file: Path, clock: SetClock
) -> None:
    imported(qtbot, page, write(tmp_path / "a.csv", HEADINGS, *people(3)))
    assert page.step_back()
    qtbot.waitUntil(lambda: len(page.overview.model.rows) == 2)
    called_one(page, sqlite_file, clock)
    page.overview.table.setFocus()
    page.overview.table.choose(1)
    side = page.overview.list_side
    assert side.undo.isVisible()
    grab(page, "lists-overview-list", (1364, 844))
    side.undo.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "It stays" in text_of(side), timeout=20_000)
    qtbot.waitUntil(lambda: page.overview.model.rows[1].state is ListState.UNDONE)
    assert "Person" in text_of(side)
    assert not side.undo.isVisible()
    grab(page, "lists-overview-undone", (1364, 844))
    assert cut_words(page) == []


def called_one(page: ListsPage, file: Path, clock: SetClock) -> None:
    """The first lead of the list is called: nobody answers."""
    assert page.run._now.result is not None
    lead = page.run._now.result.lead_ids[0]
    assert lead is not None
    desk = desk_on(file, clock)()
    attempt = desk.calling.start_attempt(lead)
    desk.calling.finish(attempt.id, "no_answer")
    desk.close()


def test_a_list_broken_off_is_seen_and_gone_on_with(
    qtbot: QtBot, page: ListsPage, tmp_path: Path, sqlite_file: Path, clock: SetClock
) -> None:
    path = write(tmp_path / "a.csv", HEADINGS, *people(3))
    broken_off(path, sqlite_file, clock)
    page.refresh()
    qtbot.waitUntil(lambda: states(page) == [ListState.UNFINISHED], timeout=10_000)
    page.overview.table.setFocus()
    page.overview.table.choose(1)
    side = page.overview.list_side
    assert "Nobody is called from it." in text_of(side)
    assert side.undo.label == "Take it back"
    grab(page, "lists-overview-unfinished", (1364, 844))
    assert cut_words(page) == []
    side.go_on.setFocus()
    press(Qt.Key.Key_Space)
    at_step(qtbot, page, "done")
    assert page.step_back()
    qtbot.waitUntil(lambda: states(page) == [ListState.READY], timeout=10_000)


def states(page: ListsPage) -> list[ListState]:
    return [row.state for row in page.overview.model.rows if not row.is_campaign]


class Mortal(Store):
    """A store that does nothing more once the machine went off."""

    is_dead = False

    def transaction(self) -> AbstractContextManager[Transaction]:
        if self.is_dead:
            raise ConnectionError("no power")
        return super().transaction()


class Dies(Progress):
    """The machine goes off while rows are being saved."""

    def __init__(self, store: Mortal) -> None:
        super().__init__()
        self._store = store

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        super().report(done, of, says)
        if says == "Saving" and done >= 1:
            self._store.is_dead = True
            raise ConnectionError("no power")


def broken_off(path: Path, file: Path, clock: SetClock) -> None:
    """A list whose loading was broken off a minute ago."""
    store = Mortal(f"sqlite:///{file}", clock=clock, durable=False)
    with pytest.raises(ConnectionError):
        Desk(store, clock, "Bo").intake.load(path, campaign="PackTech Expo", progress=Dies(store))
    store.close()
    clock.advance(timedelta(minutes=1))


def test_a_file_gone_since_is_said_and_another_place_is_asked_for(
    qtbot: QtBot,
    page: ListsPage,
    tmp_path: Path,
    sqlite_file: Path,
    clock: SetClock,
    chosen: Chosen,
) -> None:
    path = write(tmp_path / "a.csv", HEADINGS, *people(3))
    broken_off(path, sqlite_file, clock)
    moved = path.rename(tmp_path / "moved.csv")
    chosen.answers["lists"] = moved
    page.refresh()
    qtbot.waitUntil(lambda: states(page) == [ListState.UNFINISHED], timeout=10_000)
    page.overview.table.choose(1)
    page.overview.list_side.go_on.click()
    work = page.importing.work
    qtbot.waitUntil(work.other.isVisible, timeout=20_000)
    work.other.click()
    at_step(qtbot, page, "done")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_import_under_way_says_how_far_it_is_and_that_everything_goes_on(
    page: ListsPage, qapp: QApplication, scheme: Any
) -> None:
    theme.apply(qapp, scheme)
    page._stack.setCurrentWidget(page.importing)
    page.importing.show_import(
        "Importing 47,912 leads into PackTech Expo",
        "31,400 of 50,000 rows",
        31_400,
        50_000,
        left="About 15 s left",
    )
    grab(page, f"lists-import-{scheme}", (1364, 844))
    said = text_of(page.importing)
    assert "You can go on" in said
    assert "About 15 s left" in said
    assert page.importing.footer.stop.isVisible()
    assert not page.importing.footer.main.isVisible()
    assert cut_words(page) == []
    assert unnamed(page) == []


@pytest.mark.parametrize(
    ("seconds", "done", "of", "says"),
    [
        (1, 10, 1_000, ""),
        (4, 500, 1_000, ""),
        (5, 250, 1_000, "About 15 s left"),
        (60, 100, 1_000, "About 9 min left"),
        (5, 0, 1_000, ""),
        (5, 10, None, ""),
    ],
)
def test_time_left_is_said_for_work_over_ten_seconds_only(
    seconds: int, done: int, of: int | None, says: str
) -> None:
    assert time_left(timedelta(seconds=seconds), done, of) == says


@pytest.mark.parametrize(
    ("size", "scheme"),
    [((1366, 768), "light"), ((1440, 900), "dark"), ((1920, 1080), "light")],
)
def test_a_wide_messy_file_is_shown_whole_at_every_size(
    qtbot: QtBot,
    page: ListsPage,
    tmp_path: Path,
    qapp: QApplication,
    scheme: Any,
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, scheme)
    wide = ("First name", "Last name", "Company", "Telefon", "Mobil", "E-Mail", "Land", "Notiz")
    rows = [
        (f"Sabine {at}", "Kröger", "Molkerei Aller", f"040 66969 {100 + at}", "", "", "", "Demo")
        for at in range(30)
    ]
    more = tuple(f"Question {at}" for at in range(9))
    path = write(
        tmp_path / "packtech_stand_scans.csv",
        ("PackTech Expo 2026",),
        (*wide, *more),
        *[(*row, *["yes"] * 9) for row in rows],
        delimiter=";",
        encoding="cp1252",
    )
    begin(qtbot, page, path)
    width, height = size[0] - 76, size[1] - 56
    grab(page, f"file-messy-{size[0]}-{scheme}", (width, height))
    assert page.width() == width
    assert cut_words(page) == []
    go_on(qtbot, page, "columns")
    grab(page, f"columns-messy-{size[0]}-{scheme}", (width, height))
    assert page.width() == width
    assert cut_words(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_missing_before_calls_is_the_next_step_after_an_import(
    page: ListsPage, qapp: QApplication, scheme: Any
) -> None:
    theme.apply(qapp, scheme)
    page._stack.setCurrentWidget(page.importing)
    missing = [f"Question {at}: who are they, and what were they promised?" for at in range(9)]
    counts = Counts(rows=646, new=612, updated=21, merged=6, left_out=7)
    page.importing.show_done(counts, "PackTech Expo", ("A note on the list.",), missing)
    grab(page, f"lists-done-missing-{scheme}", (1290, 712))
    said = text_of(page.importing.done)
    assert "9 things before calls can start" in said
    assert "and 4 more" in said
    assert page.importing.footer.main.label == "Set up the campaign"
    assert page.height() == 712
    assert cut_words(page) == []
