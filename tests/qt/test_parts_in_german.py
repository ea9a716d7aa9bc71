"""Parts of the window in German: days, numbers, keys, and what is put together from sentences."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.changes import Change
from qualdesk.core.criteria import Side
from qualdesk.core.members import hours_words, read_hours
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.said import marks_of, points_words
from qualdesk.qt.definitions.sign_off import SideCardOf
from qualdesk.qt.handoff.bar import HandoffBar
from qualdesk.qt.handoff.batch_table import COLUMNS
from qualdesk.qt.handoff.export_card import ExportCard
from qualdesk.qt.handoff.model import Leaving
from qualdesk.qt.languages import take_up
from qualdesk.qt.rail import Rail
from qualdesk.qt.settings.key_catcher import KeyCatcher
from qualdesk.qt.widgets.answer_bar import AnswerBar
from qualdesk.qt.widgets.beside import Beside
from qualdesk.qt.widgets.cells import Cell, TableOf
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.filters import Filter
from qualdesk.qt.widgets.keycap import KeyCap


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> Iterator[None]:
    take_up(qapp, "de")
    yield
    take_up(qapp, "en")


def test_a_day_is_written_as_germans_write_it_and_has_the_room(qtbot: QtBot) -> None:
    field = DayField("Tag")
    qtbot.addWidget(field)
    for month in range(1, 13):
        field.set_day(date(2026, month, 28))
        needed = field.fontMetrics().horizontalAdvance(field.text())
        assert needed <= field.sizeHint().width()
    field.set_day(date(2026, 3, 19))
    assert field.text() == "Do. 19. März 2026"
    assert field.day == date(2026, 3, 19)


def test_thousands_have_the_dot_of_germans() -> None:
    assert Filter(key="all", title=tr("All"), count=1204).says == "Alle 1.204"


def test_headings_of_tables_are_translated_where_they_are_shown() -> None:
    """They are tables of the code, made before a language is chosen."""
    table: TableOf[int] = TableOf(COLUMNS, lambda row, _column: Cell(text=str(row)))
    across = Qt.Orientation.Horizontal
    heads = [table.headerData(place, across) for place in range(table.columnCount())]
    assert heads == ["", "Lead", "Punkte", "Wann", "Geht an", "Herkunft", "Angerufen von"]


def test_keys_are_those_of_german_keyboards(qtbot: QtBot) -> None:
    cap, catcher = KeyCap("Ctrl+Return"), KeyCatcher("undo", "Rückgängig")
    for each in (cap, catcher):
        qtbot.addWidget(each)
    assert cap.text().startswith("Strg+")
    assert catcher.accessibleName().startswith("Rückgängig, Strg+")


@pytest.mark.parametrize(
    ("was", "now", "mark"),
    [
        ("without {names}", "with {names}", "Österreich ergänzt"),
        ("with {names}", "without {names}", "Österreich entfernt"),
    ],
)
def test_what_is_new_about_a_criterion_is_told_from_german_words_too(
    was: str, now: str, mark: str
) -> None:
    """The two versions are compared in words; the mark has only what was added or taken out."""
    change = Change(
        place="criteria.region.met_when",
        label="Region",
        was=tr(was, names="Österreich"),
        now=tr(now, names="Österreich"),
    )
    assert marks_of([change]) == {"region": mark}


def test_points_keep_their_sign_and_their_number() -> None:
    assert [points_words(points) for points in (1, -1, 30)] == [
        "1 Punkt",
        "−1 Punkt",  # noqa: RUF001 - the minus of figures
        "30 Punkte",
    ]


def test_the_batch_says_how_many_leave_and_to_whom(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = HandoffBar(ExportCard(window))
    qtbot.addWidget(bar)
    assert bar.missing(Leaving(), date(2026, 3, 19)) == "Noch ist kein Lead qualifiziert."


def test_each_side_signs_in_a_sentence_of_its_own(qtbot: QtBot) -> None:
    """German bends the name of a side: no sentence has a hole for it."""
    cards = [SideCardOf(side) for side in Side]
    for card in cards:
        qtbot.addWidget(card)
    assert [card.sign.accessibleName() for card in cards] == [
        "Als Marketing unterzeichnen",
        "Als Vertrieb unterzeichnen",
    ]


def test_hours_nobody_knows_more_of_are_told_so(qtbot: QtBot) -> None:
    bar = AnswerBar()
    qtbot.addWidget(bar)
    bar.set_hours(AnswerHours(begins=8, ends=19, chances=()))
    assert bar.accessibleName() == "Keine Stunde ist als besser bekannt."


def test_where_longer_words_lack_room_side_by_side_one_of_both_is_shown(qtbot: QtBot) -> None:
    """Nothing grows out of the window: the card takes the table's place when it is asked for."""
    table, card = QWidget(), QWidget()
    both = Beside(table, card, room=400)
    qtbot.addWidget(both)
    both.resize(600, 300)
    both.show()
    assert table.isVisible()
    assert card.isVisible()
    table.setMinimumWidth(350)
    card.setMinimumWidth(300)
    assert both.minimumSizeHint().width() == 350
    both.fit()
    assert (table.isVisible(), card.isVisible()) == (True, False)
    both.open()
    assert (table.isVisible(), card.isVisible()) == (False, True)


def test_working_hours_are_shown_in_the_days_they_are_read_in() -> None:
    hours = read_hours("Di-Do 9-17; so 10-12")
    assert hours_words(hours) == "di-do 09:00-17:00; so 10:00-12:00"
    assert read_hours(hours_words(hours)) == hours


def test_the_rail_says_its_keys_as_german_keyboards_have_them(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    assert rail.settings.accessibleName() == "Einstellungen, Strg+,"
