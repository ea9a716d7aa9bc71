"""The problems of a list on made-up values: what stands there, and what the keys do."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt.found_in_lists import HOSTILE, country, drawn_groups, row, same_person
from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.core.list_checks import CheckGroup, Offer
from qualdesk.core.list_choices import LEAVE_OUT, RowMend
from qualdesk.qt import theme
from qualdesk.qt.lists.counts import Counts
from qualdesk.qt.lists.import_footer import ImportFooter
from qualdesk.qt.lists.problems_view import ProblemsView
from qualdesk.qt.widgets.steps import Step, StepBar

COUNTS = Counts(rows=646, new=612, updated=21, merged=6, left_out=7)


@pytest.fixture
def view(qtbot: QtBot) -> ProblemsView:
    made = ProblemsView()
    qtbot.addWidget(made)
    made.resize(1332, 620)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def heard(view: ProblemsView) -> list[Any]:
    """What the view was told by the keys, in order."""
    said: list[Any] = []
    view.answered.connect(lambda asked, answer: said.append((asked, answer)))
    view.mended.connect(lambda number, mend: said.append((number, mend)))
    view.finished.connect(lambda: said.append("finished"))
    return said


def shown(view: ProblemsView, *groups: CheckGroup, answers: Any = None) -> ProblemsView:
    view.show_groups(groups or drawn_groups(), answers or {}, 7)
    view.setFocus()
    return view


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_problems_stand_as_drawn_and_no_word_is_cut(
    qtbot: QtBot, qapp: QApplication, scheme: Any, size: tuple[int, int]
) -> None:
    theme.apply(qapp, scheme)
    page = QWidget()
    qtbot.addWidget(page)
    steps, view, footer = StepBar(), ProblemsView(), ImportFooter()
    says = (
        ("File", "packtech_stand_scans.xlsx, 646 rows", "done"),
        ("Columns", "14 of 17 matched, 3 not used", "done"),
        ("Problems", "2 questions for you", "now"),
        ("Import", "640 leads at most", "later"),
    )
    steps.set_steps([Step(title=a, says=b, state=c) for a, b, c in says])  # type: ignore[arg-type]
    view.show_groups(drawn_groups(), {}, 7)
    footer.show_counts(COUNTS)
    inner = QVBoxLayout()
    inner.setContentsMargins(16, 16, 16, 16)
    inner.setSpacing(14)
    inner.addWidget(steps)
    inner.addWidget(view, 1)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(inner)
    column.addWidget(footer)
    width, height = size[0] - 76, size[1] - 56
    grab(page, f"problems-drawn-{size[0]}-{scheme}", (width, height))
    assert page.width() == width
    assert cut_words(page) == []
    assert unnamed(page) == []


def test_numbers_answer_from_the_list_and_what_was_answered_stands_there(
    view: ProblemsView, heard: list[Any]
) -> None:
    shown(view)
    press(Qt.Key.Key_3)
    assert heard == [("country", LEAVE_OUT)]
    view.show_answers({"country": LEAVE_OUT})
    said = [line[0] for line in view.groups.model_of_lines.drawn()]
    assert said[1] == "Country not clear, 9 numbers without a country, 9, answered"
    assert view.groups.hasFocus()


def test_headings_are_passed_over_and_say_how_many(view: ProblemsView) -> None:
    shown(view)
    for _step in range(2):
        press(Qt.Key.Key_Down)
    group = view.groups.group()
    assert group is not None
    assert group.id == "number"
    said = [line[0] for line in view.groups.model_of_lines.drawn()]
    assert said[0] == "Needs your answer, 2 questions"
    assert "Left out, 6 rows, and 1 from above" in said


def test_enter_goes_to_the_answers_then_to_the_next_question_then_on(
    view: ProblemsView, heard: list[Any]
) -> None:
    shown(view, country(), same_person(answer=""))
    press(Qt.Key.Key_Return)
    assert view.detail.options.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Return)
    assert heard == [("country", "DE")]
    view.show_answers({"country": "DE"})
    press(Qt.Key.Key_Return)
    assert heard[1:] == []


def test_another_country_is_typed_read_back_and_taken_by_enter(
    view: ProblemsView, heard: list[Any]
) -> None:
    shown(view)
    press(Qt.Key.Key_2)
    assert view.detail.country.field.hasFocus()
    QTest.keyClicks(view.detail.country.field, "united king")
    assert "United Kingdom, +44. Enter takes it." in text_of(view.detail)
    view.show_groups(drawn_groups(), {}, 7)
    assert view.detail.country.isVisible(), "a count that arrives takes no field away"
    assert view.detail.country.field.text() == "united king"
    press(Qt.Key.Key_Return)
    assert heard[0] == ("country", "GB")


def test_backspace_takes_an_answer_back(view: ProblemsView, heard: list[Any]) -> None:
    shown(view, answers={"country": LEAVE_OUT})
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    assert heard == [("country", "")]


def test_enter_on_a_row_takes_its_offer_and_the_arrows_choose_another(
    view: ProblemsView, heard: list[Any]
) -> None:
    shown(view)
    table = view.detail.table
    table.setFocus()
    table.choose(2)
    press(Qt.Key.Key_Return)
    assert heard == [(102, RowMend(region="GB"))]
    assert table.rows_model.drawn()[2][-1] == "Mended by you"
    shown(view)
    table.setFocus()
    table.choose(2)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert table.is_writing


def test_a_cell_is_written_in_its_place_and_nothing_takes_it_away_meanwhile(
    qtbot: QtBot, view: ProblemsView, heard: list[Any]
) -> None:
    shown(view)
    table = view.detail.table
    table.setFocus()
    table.choose(6)
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.accessibleName() == "Phone in row 311"
    QTest.keyClicks(editor, "040 66969 777")
    view.show_groups((country(),), {}, 0)
    assert table.is_writing
    assert len(view.detail.table.rows_model.rows) == 9
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(311, RowMend(cells={"Phone": "040 66969 777"}))]
    assert table.hasFocus()


def test_esc_in_a_cell_leaves_it_as_it_was(view: ProblemsView, heard: list[Any]) -> None:
    shown(view)
    table = view.detail.table
    table.setFocus()
    table.choose(6)
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "nothing")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert heard == []
    assert not table.is_writing
    assert table.hasFocus()


def test_del_leaves_a_row_out(view: ProblemsView, heard: list[Any]) -> None:
    shown(view)
    table = view.detail.table
    table.setFocus()
    table.choose(0)
    press(Qt.Key.Key_Delete)
    assert heard == [(41, RowMend(leave_out=True))]


def test_what_was_counted_again_moves_nothing_under_the_eyes(view: ProblemsView) -> None:
    view.resize(1258, 430)
    shown(view)
    assert view.groups.verticalScrollBar().value() == 0
    for _step in range(3):
        press(Qt.Key.Key_Down)
    scrolled = view.groups.verticalScrollBar().value()
    chosen = view.groups.group()
    view.show_groups(drawn_groups(), {"country": "DE"}, 7)
    assert view.groups.verticalScrollBar().value() == scrolled
    assert view.groups.group() == chosen
    table = view.detail.table
    view.groups.choose_group("country")
    table.setFocus()
    table.choose(8)
    below = table.verticalScrollBar().value()
    assert below > 0
    view.show_groups(drawn_groups(), {"country": "DE"}, 7)
    assert table.verticalScrollBar().value() == below
    row = table.row()
    assert row is not None
    assert row.number == 512


def test_a_narrow_window_shows_no_company(view: ProblemsView) -> None:
    shown(view)
    table = view.detail.table
    assert not table.isColumnHidden(2)
    view.resize(1258, 500)
    assert table.isColumnHidden(2)
    view.resize(1800, 900)
    assert not table.isColumnHidden(2)


def test_hostile_cells_are_drawn_as_they_are_written(view: ProblemsView) -> None:
    hostile = row(3, HOSTILE, HOSTILE, HOSTILE, HOSTILE, offers=(Offer(says=HOSTILE),))
    group = country()
    shown(
        view,
        CheckGroup(
            id="country",
            section=group.section,
            title=HOSTILE,
            says=HOSTILE,
            count=1,
            heading=HOSTILE,
            explains=HOSTILE,
            rows=(hostile,),
        ),
    )
    said = text_of(view.detail)
    assert '<b>Ines</b> =HYPERLINK("x") gnp.exe' in said
    assert "\u202e" not in said
    table = view.detail.table
    drawn = [table.model().index(0, column).data() for column in range(5)]
    assert not any("\u202e" in text for text in drawn)


def test_a_list_without_problems_says_so(view: ProblemsView) -> None:
    view.show_groups((), {}, 0)
    assert "Nothing stands in the way" in text_of(view)
