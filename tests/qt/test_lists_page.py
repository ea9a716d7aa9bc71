"""The Lists page over a real workspace: a campaign is made, a list is looked at, then loaded.

O1 (a source from the closed list), O2 and O5 (every row is accounted for), O3 (no call before
the three questions are answered).
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makers import make_card
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, drop, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.list_checks import Section
from qualdesk.core.sources import SourceType
from qualdesk.desk.library import Library
from qualdesk.qt import theme
from qualdesk.qt.lists.page import ListsPage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.work import Work
from qualdesk.store.database import Store

HEADINGS = ("First name", "Last name", "Company", "Phone", "Email", "Hall plan")
PEOPLE = (
    ("Katrin", "Albers", "Elbkorn Foods", "040 66969 100", "k.albers@elbkorn.example", "A1"),
    ("Jonas", "Reuter", "Backhaus Reuter", "030 23125 417", "j.reuter@backhaus.example", "B2"),
    ("<b>Ines</b>", "Fournier", "=HYPERLINK(1)", "+33 1 99 00 12 34", "", "C3"),
    ("", "", "", "", "", "D4"),
    ("Katrin", "Albers", "Elbkorn Foods", "040 66969 100", "k.albers@elbkorn.example", "A1"),
)


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    return Library(sqlite_store, clock, "Rosa").new_campaign("PackTech Expo", region="DE")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return write(tmp_path / "stand scans.csv", PEOPLE)


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def page(qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen) -> Iterator[ListsPage]:
    work = Work(desk_on(sqlite_file, clock))
    made = ListsPage(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1364, 844)
    made.show()
    yield made
    assert work.close()


def write(path: Path, rows: Any) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADINGS, *rows])
    return path


def opened(qtbot: QtBot, page: ListsPage, rows: int) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: len(page.overview.model.rows) == rows)


def at_step(qtbot: QtBot, page: ListsPage, step: str) -> None:
    def there() -> bool:
        return page.run.step == step and not page.run.is_busy

    qtbot.waitUntil(there, timeout=20_000)


def type_into(field: QWidget, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)


def go_on(qtbot: QtBot, page: ListsPage, *steps: str) -> None:
    """Press the main key until each of these steps is there."""
    for step in steps:
        page.main()
        at_step(qtbot, page, step)


def test_a_list_is_looked_at_checked_and_only_then_loaded(
    qtbot: QtBot, page: ListsPage, campaign: Campaign, people: Path, sqlite_store: Store
) -> None:
    """O2, O5: the four counts add up to the rows, and nothing is saved before it is asked for."""
    opened(qtbot, page, 1)
    drop(page, people)
    at_step(qtbot, page, "file")
    go_on(qtbot, page, "columns")
    assert "Sure" in {row[3] for row in page.importing.columns.model.drawn()}
    go_on(qtbot, page, "problems")
    counts = read_counts(page)
    assert counts == {"new": 3, "updated": 0, "merged": 1, "left out": 1, "rows": 5}
    assert "Nothing is saved yet." in text_of(page.importing.footer)
    assert page.importing.footer.main.label == "Import 3 leads"
    assert leads_of(sqlite_store, campaign) == 0
    go_on(qtbot, page, "done")
    assert leads_of(sqlite_store, campaign) == 3
    assert "3 leads are in PackTech Expo" in text_of(page.importing.done)
    assert page.step_back()
    qtbot.waitUntil(lambda: len(page.overview.model.rows) == 2)
    drawn = page.overview.model.drawn()
    assert drawn[0][0].startswith("PackTech Expo, ")
    assert drawn[0][2] == "3"
    assert drawn[1][0] == "stand scans.csv, Loaded Tue 17 Mar, 5 rows, 1 left out"


def read_counts(page: ListsPage) -> dict[str, int]:
    """The four counts and their sum as they stand on the screen."""
    counts = page.importing.footer.shares._shares
    names = ("new", "updated", "merged", "left out")
    found = {name: share.count for name, share in zip(names, counts, strict=True)}
    found["rows"] = sum(found.values())
    return found


def leads_of(store: Store, campaign: Campaign) -> int:
    from makers import make_clock
    from qualdesk.desk.floor import Floor

    return Floor(store, make_clock(), "Rosa").buckets(campaign.id).total


@pytest.mark.usefixtures("campaign")
def test_a_row_left_out_stands_there_with_its_number_and_its_reason(
    qtbot: QtBot, page: ListsPage, people: Path
) -> None:
    """O5: nothing vanishes; the empty row is row 5 of the file."""
    opened(qtbot, page, 1)
    page.take_files((people,))
    at_step(qtbot, page, "file")
    go_on(qtbot, page, "columns", "problems")
    problems = page.importing.problems
    (out,) = [
        line.group
        for line in problems.groups.model_of_lines.rows
        if line.group and line.section is Section.LEFT_OUT
    ]
    problems.groups.choose_group(out.id)
    (row,) = problems.detail.table.rows_model.drawn()
    assert row[0] == "5"
    assert out.title in problems.groups.model_of_lines.drawn()[1][0] or out.title


@pytest.mark.usefixtures("campaign")
def test_the_left_out_rows_are_saved_to_a_file_that_can_be_mended(
    qtbot: QtBot,
    page: ListsPage,
    people: Path,
    chosen: Chosen,
    tmp_path: Path,
) -> None:
    opened(qtbot, page, 1)
    chosen.answers["new_file"] = tmp_path / "mend me.csv"
    page.take_files((people,))
    at_step(qtbot, page, "file")
    go_on(qtbot, page, "columns", "problems")
    page.importing.footer.save.click()
    qtbot.waitUntil((tmp_path / "mend me.csv").exists, timeout=20_000)
    qtbot.waitUntil(lambda: not page.run.is_busy)
    assert chosen.asked == ["stand scans-left-out.csv"]
    assert "D4" in (tmp_path / "mend me.csv").read_text(encoding="utf-8-sig")
    assert "Saved as mend me.csv." in text_of(page.importing.footer)
    assert page.importing.footer.main.isVisible()


def test_a_campaign_is_made_with_the_keyboard_and_says_what_is_missing(
    qtbot: QtBot, page: ListsPage
) -> None:
    """O1, O3: a source of the closed list; calls start when the three questions are answered."""
    page.refresh()
    assert "No campaign yet" not in text_of(page.overview), "the desk has not answered yet"
    qtbot.waitUntil(lambda: "No campaign yet" in text_of(page.overview))
    page.main()
    assert page.form.isVisible()
    assert not page.form.main.isEnabled()
    QTest.keyClicks(page.form.name, "Sealing webinar")
    QTest.keyClick(page.form.name, Qt.Key.Key_Tab)
    assert page.form.source.hasFocus()
    offered = [page.form.source.itemText(at) for at in range(page.form.source.count())]
    assert offered == [each.label for each in SourceType]
    QTest.keyClick(page.form.source, Qt.Key.Key_Down)
    assert "11 things before calls can start" in text_of(page.form)
    QTest.keyClick(page.form.source, Qt.Key.Key_Tab)
    QTest.keyClicks(page.form.what, "A webinar on sealing")
    assert "10 things before calls can start" in text_of(page.form)
    page.main()
    qtbot.waitUntil(lambda: len(page.overview.model.rows) == 1)
    (row,) = page.overview.model.rows
    assert row.campaign.source_type is SourceType.WEBINAR
    assert row.campaign.script_version_id is not None
    assert page.overview.model.drawn()[0][0].endswith("10 things before calls can start")
    assert "10 things before calls can start" in text_of(page.overview)


def test_the_questions_left_open_are_answered_later_and_nothing_else_changes(
    qtbot: QtBot, page: ListsPage, sqlite_store: Store, clock: SetClock
) -> None:
    card = make_card(type=SourceType.TRADE_SHOW, what="A fair", who="", responding_to="")
    Library(sqlite_store, clock, "Rosa").new_campaign("Fair", source=card, region="DE")
    opened(qtbot, page, 1)
    page.overview.answer_pressed.emit()
    assert page.form.who.hasFocus()
    QTest.keyClicks(page.form.who, "Visitors")
    QTest.keyClicks(page.form.drew, "A demo")
    page.main()
    qtbot.waitUntil(lambda: page.overview.isVisible() and not missing(page))
    after = page.overview.model.rows[0].campaign
    assert after.source is not None
    assert (after.source.what, after.source.who, after.source.responding_to) == (
        "A fair",
        "Visitors",
        "A demo",
    )
    assert after.source.permission == card.permission
    assert after.region == "DE"
    assert "What callers are told" in text_of(page.overview)


def missing(page: ListsPage) -> int:
    return len(page.overview.model.rows[0].campaign.before_calls())


def test_a_name_that_is_taken_is_refused_and_everything_typed_stays(
    qtbot: QtBot, page: ListsPage, campaign: Campaign
) -> None:
    opened(qtbot, page, 1)
    page.new_campaign()
    type_into(page.form.name, campaign.name)
    type_into(page.form.what, "Typed with care")
    page.main()
    qtbot.waitUntil(page.form.notice.isVisible)
    assert "already" in text_of(page.form.notice)
    assert page.form.what.text() == "Typed with care"


def test_a_list_dropped_before_there_is_a_campaign_waits_for_it(
    qtbot: QtBot, page: ListsPage, people: Path
) -> None:
    opened(qtbot, page, 0)
    drop(page, people)
    assert page.form.isVisible()
    QTest.keyClicks(page.form.name, "Spring fair")
    page.main()
    at_step(qtbot, page, "file")
    qtbot.waitUntil(page.importing.file.isVisible)
    assert page.importing.file.campaign.currentText() == "Spring fair"


@pytest.mark.usefixtures("campaign")
def test_a_file_that_is_no_list_says_so_once_and_can_be_tried_again(
    qtbot: QtBot, page: ListsPage, tmp_path: Path
) -> None:
    opened(qtbot, page, 1)
    broken = tmp_path / "packtech.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a spreadsheet at all")
    page.take_files((broken,))
    qtbot.waitUntil(page.importing.work.again.isVisible, timeout=20_000)
    assert page.importing.work.again.hasFocus()
    assert "Nothing was changed." in text_of(page.importing.footer)
    write(broken, PEOPLE)
    QTest.keyClick(page.importing.work.again, Qt.Key.Key_Space)
    qtbot.waitUntil(page.importing.file.isVisible)


@pytest.mark.usefixtures("campaign")
def test_what_a_column_becomes_is_typed_in_the_table(
    qtbot: QtBot, page: ListsPage, people: Path
) -> None:
    opened(qtbot, page, 1)
    page.take_files((people,))
    at_step(qtbot, page, "file")
    go_on(qtbot, page, "columns")
    columns = page.importing.columns
    columns.table.setFocus()
    columns.table.choose(5)
    QTest.keyClicks(columns.table, "n")
    assert columns.becomes.hasFocus()
    QTest.keyClicks(columns.becomes, "ote")
    QTest.keyClick(columns.becomes, Qt.Key.Key_Return)
    assert columns.table.hasFocus()
    drawn = columns.model.drawn()[5]
    assert drawn[2:] == ("Note", "Yours", "Chosen by you")
    columns.table.choose(4)
    QTest.keyClick(columns.table, Qt.Key.Key_Delete)
    assert columns.model.drawn()[4][2] == "Not used"
    assert columns.mapping() == {"Hall plan": "note", "Email": "ignored"}
    go_on(qtbot, page, "problems")
    assert page.step_back()
    assert page.run.step == "columns"
    assert columns.mapping() == {"Hall plan": "note", "Email": "ignored"}


@pytest.mark.usefixtures("campaign")
def test_several_files_at_once_are_refused_in_words(
    qtbot: QtBot, page: ListsPage, people: Path
) -> None:
    opened(qtbot, page, 1)
    drop(page, people, people)
    assert "Drop one lead list at a time." in text_of(page.overview)


@pytest.mark.usefixtures("campaign")
def test_hostile_cells_are_shown_as_they_are_written(
    qtbot: QtBot, page: ListsPage, people: Path
) -> None:
    opened(qtbot, page, 1)
    page.take_files((people,))
    at_step(qtbot, page, "file")
    rows = page.importing.file.rows_model.drawn()
    assert rows[3][1] == "<b>Ines</b>"
    assert rows[3][3] == "=HYPERLINK(1)"


@pytest.mark.usefixtures("campaign")
def test_esc_goes_back_one_view_and_keeps_the_lists(
    qtbot: QtBot, page: ListsPage, people: Path
) -> None:
    opened(qtbot, page, 1)
    assert not page.step_back()
    page.take_files((people,))
    at_step(qtbot, page, "file")
    go_on(qtbot, page, "columns")
    assert page.step_back()
    assert page.run.step == "file"
    assert page.step_back()
    assert page.overview.isVisible()
    page.new_campaign()
    assert page.step_back()
    assert page.overview.isVisible()


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize(
    ("size", "scheme"),
    [((1366, 768), "light"), ((1440, 900), "dark"), ((1920, 1080), "light")],
)
@pytest.mark.parametrize("view", ["overview", "form", "file", "columns", "problems", "done"])
def test_no_word_is_cut_in_any_view(
    qtbot: QtBot,
    page: ListsPage,
    people: Path,
    qapp: QApplication,
    scheme: Any,
    size: tuple[int, int],
    view: str,
) -> None:
    theme.apply(qapp, scheme, 1.0)
    width, height = size[0] - 76, size[1] - 56
    opened(qtbot, page, 1)
    if view == "form":
        page.new_campaign()
    elif view != "overview":
        page.take_files((people,))
        at_step(qtbot, page, "file")
        steps = ("file", "columns", "problems", "done")
        go_on(qtbot, page, *steps[1 : steps.index(view) + 1])
    grab(page, f"lists-{view}-{size[0]}x{size[1]}-{scheme}", (width, height))
    assert page.width() == width, "the page asks for more room than the window has"
    assert cut_words(page) == []
    assert unnamed(page) == []


def test_an_empty_page_says_one_thing_and_no_keys_of_a_campaign(
    qtbot: QtBot, page: ListsPage
) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: "A campaign holds the lists" in text_of(page.overview))
    grab(page, "lists-empty")
    assert "Enter imports" not in text_of(page.overview)
    title, says = page.overview._empty.findChildren(PlainLabel)
    assert title.mapTo(page, QPoint(0, 0)).x() == says.mapTo(page, QPoint(0, 0)).x()
    assert cut_words(page) == []


def test_without_a_campaign_the_cursor_is_on_what_makes_the_first_one(
    page: ListsPage, qtbot: QtBot
) -> None:
    """The table that usually takes it is not there: the window had no cursor at all."""
    page.activateWindow()
    page.setFocus()
    page.refresh()
    qtbot.waitUntil(page.overview.main.isVisible)
    qtbot.waitUntil(page.overview.main.hasFocus)
    QTest.keyClick(page.overview.main, Qt.Key.Key_Return)
    qtbot.waitUntil(page.form.name.hasFocus)
