"""Tables, days and shares as a person reads and works them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from qt.seen import cut, settle_paint
from qualdesk.qt import theme
from qualdesk.qt.languages import LONGER, take_up
from qualdesk.qt.widgets.cells import CELL, Cell, Column, TableOf
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Tick
from qualdesk.qt.widgets.shares import Share, SharesBar
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.steps import Step, StepBar
from qualdesk.qt.widgets.table import PlainTable, cell_width

COLUMNS = (
    Column(title="", width=40),
    Column(title="Name", width=120, stretch=True),
    Column(title="Leads", width=70, align="right"),
)
ROWS = [("Katrin Albers", 3), ("<b>Jonas</b>\u202e", 12), ("Nadine Vogt", 1)]


@pytest.fixture
def table(qtbot: QtBot) -> PlainTable:
    made = PlainTable("People")
    model: TableOf[tuple[str, int]] = TableOf(COLUMNS, draw)
    model.set_rows(ROWS)
    made.show_rows_of(model)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.setFocus()
    return made


def draw(row: tuple[str, int], column: int) -> Cell:
    name, leads = row
    return (Cell(tick=True), Cell(text=name, second="Elbkorn"), Cell(text=str(leads)))[column]


def test_a_table_is_read_row_by_row_and_shows_text_as_text(table: PlainTable) -> None:
    model = table.model()
    assert isinstance(model, TableOf)
    assert model.drawn()[0] == ("ticked", "Katrin Albers, Elbkorn", "3")
    assert model.index(1, 1).data() == "<b>Jonas</b>, Elbkorn"


def test_a_longer_heading_has_its_room_and_columns_that_stretch_give_way(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """Bar 15: half as long again and no heading is cut; nothing scrolls sideways for it."""
    columns = (*COLUMNS[1:], Column(title="Qualified", width=84, align="right"))
    take_up(qapp, LONGER)
    try:
        made = PlainTable("People")
        model: TableOf[tuple[str, int]] = TableOf(columns, lambda row, _at: Cell(text=row[0]))
        model.set_rows(ROWS)
        made.show_rows_of(model)
        qtbot.addWidget(made)
        made.resize(300, 300)
        made.show()
        assert cut(made) == []
        assert made.columnWidth(2) > 84
        assert sum(map(made.columnWidth, range(3))) <= made.viewport().width()
    finally:
        take_up(qapp, "en")


def test_a_card_beside_a_table_grows_for_longer_words_and_only_so_far(qtbot: QtBot) -> None:
    card = SideCard(200)
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    tick = Tick("Short")
    column.addWidget(tick)
    qtbot.addWidget(card)
    card.show()
    assert card.width() == 200
    tick.set_label("Only the rows that no earlier list had")
    settle_paint(card)
    assert 200 < card.width() == tick.sizeHint().width()
    tick.set_label("Only the rows that no earlier list of this campaign had already")
    settle_paint(card)
    assert card.width() == 260


def test_the_keys_of_a_table_choose_open_and_tick(table: PlainTable) -> None:
    heard: list[tuple[str, int]] = []
    table.chosen.connect(lambda row: heard.append(("at", row)))
    table.opened.connect(lambda row: heard.append(("open", row)))
    table.tick_asked.connect(lambda row: heard.append(("tick", row)))
    table.all_asked.connect(lambda: heard.append(("all", -1)))
    table.choose(2)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert heard == [("at", 2), ("at", 1), ("open", 1), ("tick", 1), ("all", -1)]


def test_tab_leaves_a_table(table: PlainTable) -> None:
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "People"


def test_a_click_on_the_box_ticks_and_a_click_on_the_name_does_not(
    table: PlainTable,
) -> None:
    ticked: list[int] = []
    table.tick_asked.connect(ticked.append)
    for column in (1, 0):
        place = table.visualRect(table.model().index(2, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ticked == [2]


def test_the_stretching_column_takes_what_is_left(table: PlainTable) -> None:
    widths = [table.columnWidth(place) for place in range(3)]
    assert widths[0] == 40
    assert widths[2] == 70
    assert sum(widths) == table.viewport().width()


def test_a_cell_knows_the_width_it_needs() -> None:
    short, long = Cell(text="Ann"), Cell(text="Ann" * 30)
    assert cell_width(short) < cell_width(long)
    assert cell_width(Cell(text="Ann", icon="flag")) > cell_width(short)


def test_a_table_of_nothing_has_no_cursor(table: PlainTable) -> None:
    model = table.model()
    assert isinstance(model, TableOf)
    heard: list[int] = []
    table.chosen.connect(heard.append)
    model.set_rows([])
    assert heard[-1] == -1
    assert model.index(0, 0).data(CELL) is None


def test_a_day_is_written_in_words_and_moved_by_the_arrows(qtbot: QtBot) -> None:
    field = DayField("Answers by")
    qtbot.addWidget(field)
    field.set_day(date(2026, 3, 24))
    field.show()
    assert field.text() == "Tue 24 Mar 2026"
    assert not field.is_by_hand
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day == date(2026, 3, 25)
    assert field.is_by_hand


def test_a_day_stays_readable_when_the_look_changes(qtbot: QtBot, qapp: QApplication) -> None:
    field = DayField("Answers by")
    qtbot.addWidget(field)
    field.set_day(date(2026, 5, 27))
    field.show()
    for scheme, scale in (("dark", 1.0), ("light", 1.5), ("dark", 0.85)):
        theme.apply(qapp, scheme, scale)  # type: ignore[arg-type]
        field.adjustSize()
        QApplication.processEvents()
        room = field.lineEdit().width()
        assert room >= theme.look().metrics("body").horizontalAdvance(field.text())


def test_shares_add_up_and_the_smallest_can_be_seen(qtbot: QtBot) -> None:
    bar = SharesBar("Rows")
    qtbot.addWidget(bar)
    counts = (100_000, 3, 0)
    bar.set_shares([Share(count=count, says="rows", fill="chart1") for count in counts])
    bar.resize(bar.sizeHint())
    pieces = bar._pieces(400)
    assert sum(pieces) == pytest.approx(400)
    assert pieces[1] >= 5
    assert pieces[2] == 0
    assert bar.accessibleName() == "Rows: 100,000 rows, 3 rows, 0 rows"
    assert not bar.is_cut()


def test_the_steps_say_where_the_work_stands(qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    bar.set_steps(
        [
            Step(title="File", says="people.csv", state="done"),
            Step(title="Columns", state="now"),
            Step(title="Load"),
        ]
    )
    assert bar.accessibleName() == "step 2 of 3, Columns"
    for width in (1200, 360):
        bar.resize(width, 58)
        assert not bar.grab().isNull()
