"""What the parts of the definition page keep to, one by one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from definition_makers import (
    LIFTS,
    NOW,
    SCRIPT,
    TIER,
    VERSION_3,
    a_standing,
    a_trial,
    compared,
    criterion,
    one_of,
    version_4,
)
from qt.grabs import cut_words, grab
from qt.windows import text_of
from qualdesk.core.changes import Change
from qualdesk.core.conditions import All, Answered, Equals, More
from qualdesk.core.criteria import Criterion, Definition, Side
from qualdesk.core.criterion_answers import Bound
from qualdesk.core.drafts import SIGNED, SideState
from qualdesk.core.lifts import Lift, Predicts
from qualdesk.core.progress import Progress
from qualdesk.core.questions import Question, QuestionId, QuestionKind
from qualdesk.core.replay import Histogram
from qualdesk.core.shares import Share
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.definitions.about import REVIEW_AFTER
from qualdesk.qt.definitions.answer_grid import AnswerGrid
from qualdesk.qt.definitions.bound_row import BoundRow
from qualdesk.qt.definitions.criteria_card import CriteriaCard
from qualdesk.qt.definitions.criterion_editor import CriterionEditor
from qualdesk.qt.definitions.histogram import PointsHistogram
from qualdesk.qt.definitions.predict_view import PredictView, compared_words, share_words
from qualdesk.qt.definitions.rows import rows_of, says_of
from qualdesk.qt.definitions.said import asked_where, counts_when, label_of, points_words, weight_of
from qualdesk.qt.definitions.sign_off import SignOff
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.definitions.table import CriteriaTable
from qualdesk.qt.definitions.tier_editor import TierEditor
from qualdesk.qt.definitions.tier_rows import TierButton, TierRows
from qualdesk.qt.definitions.tiles import GOOD, WATCH, BeforeAfter
from qualdesk.qt.definitions.tried import TriedCard, bands_of
from qualdesk.qt.definitions.view import DefinitionView
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look as look_now

LONDON = "Europe/London"
NEED, ROLE, DATE, CALL, REGION, TODAY, MONEY = VERSION_3.criteria


def key(widget: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, pressed, held or Qt.KeyboardModifier.NoModifier)


def drawn(widget: QWidget, width: int, height: int) -> QImage:
    """The widget as it is painted at that size."""
    widget.resize(width, height)
    widget.show()
    return widget.grab().toImage()


def has_colour(image: QImage, colour: QColor) -> bool:
    wanted = colour.rgb()
    return any(
        image.pixel(x, y) == wanted
        for y in range(1, image.height(), 4)
        for x in range(1, image.width(), 5)
    )


# What is said of a criterion


@pytest.mark.parametrize(
    ("points", "says"),
    [
        (0, "0 points"),
        (1, "1 point"),
        (25, "25 points"),
        (-1, "\u22121 point"),
        (-30, "\u221230 points"),
    ],
)
def test_points_are_said_with_their_word_and_a_minus_as_wide_as_a_plus(
    points: int, says: str
) -> None:
    assert points_words(points) == says


def test_a_criterion_that_is_gone_is_called_by_its_id() -> None:
    """A tier of a file may name what was taken out: the id says which one it was."""
    assert label_of(VERSION_3, "date") == "Date"
    assert label_of(VERSION_3, "gone") == "gone"


@pytest.mark.parametrize(
    ("one", "weight"),
    [
        (NEED, "Must have"),
        (TODAY, "Helps"),
        (replace(TODAY, points=-5), "Against"),
        (replace(TODAY, points=0), "Against"),
        (replace(TODAY, points=-5, must_have=True), "Must have"),
    ],
)
def test_a_criterion_is_must_have_or_helps_or_counts_against(one: Criterion, weight: str) -> None:
    assert weight_of(one) == weight


def test_what_counts_as_yes_is_a_sentence_also_without_a_script() -> None:
    assert counts_when(NEED, SCRIPT) == "A problem in their own words, at least one"
    assert counts_when(TODAY, SCRIPT) == "Any answer"
    assert counts_when(replace(TODAY, means=" sales prepares better. "), SCRIPT) == (
        "Sales prepares better"
    )
    assert counts_when(MONEY, SCRIPT) == "Set aside or Planned"
    assert "set" in counts_when(MONEY, None).lower()


def test_where_an_answer_comes_from_is_said_also_without_a_script() -> None:
    assert asked_where(DATE, SCRIPT) == "Fit: When must it be running?"
    assert asked_where(DATE, None) == "Question “date”"
    assert asked_where(replace(DATE, ask="When do they want it?"), None) == "When do they want it?"


def test_a_row_is_one_sentence_to_those_who_cannot_see_it() -> None:
    """Bar 16: its problem and what two people differ in are part of it."""
    rows = rows_of(
        VERSION_3,
        SCRIPT,
        {"date": "was 12 months"},
        {"date": "Give it points."},
        {"date": "Two people differ: the same on 16 of 34"},
    )
    said = says_of(rows[2], 3, 7)
    assert said.startswith("Date, was 12 months, Fit: When must it be running?, ")
    assert said.endswith(
        "Must have, 20 points, Give it points., Two people differ: the same on 16 of 34, 3 of 7"
    )


# The table


@pytest.fixture
def table(qtbot: QtBot) -> CriteriaTable:
    made = CriteriaTable()
    qtbot.addWidget(made)
    made.resize(860, 520)
    made.show_criteria(rows_of(VERSION_3, SCRIPT, {}, {}))
    made.show()
    made.choose(0)
    return made


def acts_of(table: CriteriaTable) -> list[str]:
    """The acts of the menu that is open, by their words; the menu is closed."""
    menu = table.findChildren(QMenu)[-1]
    says = [action.text() for action in menu.actions()]
    menu.close()
    return says


def test_all_that_keys_do_is_in_the_menu_with_its_key(table: CriteriaTable) -> None:
    """Whoever does not know the keys finds them where the mouse is."""
    last = table.visualRect(table.model_of_rows.index(1, 5)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert acts_of(table) == [
        "Change it\tEnter",
        "Move up\tAlt+Up",
        "Move down\tAlt+Down",
        "Copy it below",
        "Take it out\tDel",
    ]


def test_each_act_of_the_menu_is_about_the_row_it_was_opened_on(table: CriteriaTable) -> None:
    heard: list[tuple[object, ...]] = []
    table.opened.connect(lambda row: heard.append(("open", row)))
    table.copied.connect(lambda row: heard.append(("copy", row)))
    table.taken_out.connect(lambda row: heard.append(("out", row)))
    table.moved.connect(lambda row, to: heard.append(("move", row, to)))
    for act in ("open", "copy", "out", "up", "down"):
        table.act(act, 3)
    assert heard == [("open", 3), ("copy", 3), ("out", 3), ("move", 3, 2), ("move", 3, 4)]


def test_nothing_is_moved_past_the_ends(table: CriteriaTable) -> None:
    heard: list[tuple[int, int]] = []
    table.moved.connect(lambda row, to: heard.append((row, to)))
    last = len(VERSION_3.criteria) - 1
    table.act("up", 0)
    table.act("down", last)
    table.choose(last)
    key(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard == []


def test_a_drag_that_is_let_go_where_it_began_changes_nothing(table: CriteriaTable) -> None:
    heard: list[tuple[int, int]] = []
    table.moved.connect(lambda row, to: heard.append((row, to)))
    spot = table.visualRect(table.model_of_rows.index(2, 0)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(table.viewport(), left, pos=spot)
    QTest.mouseMove(table.viewport(), spot + QPoint(0, 3))
    QTest.mouseRelease(table.viewport(), left, pos=spot)
    assert heard == []


def test_an_empty_table_takes_keys_and_does_nothing(table: CriteriaTable) -> None:
    """A new definition has no criteria yet."""
    heard: list[object] = []
    for signal in (table.taken_out, table.opened, table.copied):
        signal.connect(heard.append)
    table.show_criteria(())
    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Down):
        key(table, pressed)
    key(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard == []
    assert table.current() == ""


def test_typing_elsewhere_leaves_the_table_where_it_is(table: CriteriaTable) -> None:
    """Other words in the same rows: the cursor and what is in sight stay."""
    table.resize(860, 200)
    table.choose(6)
    place = table.verticalScrollBar().value()
    renamed = replace(VERSION_3, criteria=(replace(NEED, label="Need"), *VERSION_3.criteria[1:]))
    table.show_criteria(rows_of(renamed, SCRIPT, {}, {}))
    assert (table.current(), table.verticalScrollBar().value()) == ("money", place)
    assert table.model_of_rows.rows[0].criterion.label == "Need"


def test_when_the_last_criterion_goes_the_cursor_is_on_the_one_above(table: CriteriaTable) -> None:
    table.choose_id("money")
    fewer = replace(VERSION_3, criteria=VERSION_3.criteria[:-1])
    table.show_criteria(rows_of(fewer, SCRIPT, {}, {}))
    assert table.current() == "today"
    table.choose_id("gone")
    assert table.current() == "today", "what is not there cannot be chosen"


# The card of the criteria


@pytest.mark.parametrize(
    ("criteria", "says"),
    [
        (VERSION_3.criteria, "A lead is qualified with all must-haves and"),
        ((NEED, MONEY), "A lead is qualified with the must-have and"),
        ((TODAY, MONEY), "A lead is qualified with a yes to a call and"),
        ((), "A lead is qualified with a yes to a call and"),
    ],
)
def test_the_sentence_over_the_criteria_says_what_a_lead_must_have(
    qtbot: QtBot, criteria: tuple[Criterion, ...], says: str
) -> None:
    """F1: a yes to a call comes before all."""
    card = CriteriaCard()
    qtbot.addWidget(card)
    words = replace(VERSION_3, criteria=criteria)
    card.show_definition(words, SCRIPT, {}, {})
    card.resize(900, 500)
    card.show()
    said = text_of(card)
    assert says in said
    assert f"points of {words.most}." in said


def test_only_a_person_moves_the_threshold(qtbot: QtBot) -> None:
    card = CriteriaCard()
    qtbot.addWidget(card)
    heard: list[int] = []
    card.threshold_typed.connect(heard.append)
    card.show_definition(VERSION_3, SCRIPT, {}, {})
    card.show_definition(replace(VERSION_3, threshold=55), SCRIPT, {}, {})
    assert heard == []
    card.threshold.setFocus()
    key(card.threshold, Qt.Key.Key_Up)
    assert heard == [56]


def test_a_problem_is_said_above_the_table_until_it_is_mended(qtbot: QtBot) -> None:
    card = CriteriaCard()
    qtbot.addWidget(card)
    card.show_definition(VERSION_3, SCRIPT, {}, {})
    card.resize(900, 500)
    card.show()
    assert not card._problem.isVisible()
    card.show_problem("500 points are needed, and 100 are all there is.")
    assert card._problem.isVisible()
    assert "500 points are needed" in card._problem.accessibleName()
    card.show_problem("")
    assert not card._problem.isVisible()
    card.show_version("Version 3", "in force")
    assert card._chip.isVisible()
    card.show_version("Version 1, draft", "")
    assert not card._chip.isVisible()


# A criterion in its editor


@pytest.fixture
def editor(qtbot: QtBot) -> Callable[[Criterion], CriterionEditor]:
    made = CriterionEditor()
    qtbot.addWidget(made)
    made.resize(420, 900)

    def show(one: Criterion) -> CriterionEditor:
        made.show_criterion(one, SCRIPT)
        made.show()
        return made

    return show


def test_what_was_written_in_a_file_is_said_and_not_lost_by_looking(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    """A rule over two questions has no ticks; it stays until somebody chooses answers here."""
    both = All(parts=(Answered(question="today"), Equals(question="role", value="decides")))
    one = replace(ROLE, met_when=both, not_a_fit_when=None)
    found = editor(one)
    heard: list[object] = []
    found.edited.connect(heard.append)
    said = text_of(found)
    assert "Counts as yes: " in said
    assert "This was written in a file; choosing answers here replaces it." in said
    found.show_criterion(one, SCRIPT)
    assert heard == []
    assert found.criterion == one
    found.answers.rows[0].counts.click()
    assert found.criterion is not None
    assert found.criterion.met_when != both


def test_a_question_the_script_does_not_ask_is_named_and_stays(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    found = editor(criterion("gone", "Gone", "old_question", 5))
    heard: list[object] = []
    found.edited.connect(heard.append)
    assert found.question.currentText() == "“old_question”, which the script does not ask"
    found.question.activated.emit(0)
    assert heard == [], "choosing what is chosen changes nothing"
    assert not found.answers.isVisible()
    found.question.setCurrentIndex(1)
    found.question.activated.emit(1)
    assert found.criterion is not None
    assert found.criterion.question == "need"


def test_typing_keeps_its_cursor_when_the_desk_has_kept_it(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    """Kept words come back a moment later: they must not take a letter out of the next word."""
    found = editor(DATE)
    found.activateWindow()
    found.label.setFocus()
    found.label.setText("Dat")
    QTest.keyClicks(found.label, "es ")
    found.label.setCursorPosition(2)
    assert found.criterion is not None
    assert found.criterion.label == "Dates"
    if found.label.hasFocus():
        found.show_criterion(found.criterion, SCRIPT)
        assert (found.label.text(), found.label.cursorPosition()) == ("Dates ", 2)
    found.show_criterion(MONEY, SCRIPT)
    assert found.label.text() == "Money", "another criterion has its own words"


def test_a_problem_of_a_criterion_is_said_in_its_editor(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    found = editor(DATE)
    assert not found._problem.isVisible()
    found.show_criterion(DATE, SCRIPT, ("Give it points.", "Give it a name."))
    assert found._problem.accessibleName() == "Give it points. Give it a name."
    found.show_criterion(DATE, SCRIPT)
    assert not found._problem.isVisible()


def test_an_answer_has_its_own_points_only_when_somebody_says_so(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    found = editor(MONEY)
    planned = found.answers.rows[1]
    assert planned.points.text() == "same"
    assert not planned.means.isVisible()
    planned.points.setValue(12)
    assert found.criterion is not None
    assert found.criterion.points_for({"money": "planned"}) == 12
    assert found.criterion.points_for({"money": "set"}) == 17
    found.show_criterion(found.criterion, SCRIPT)
    assert planned.means.isVisible(), "what the points stand for is asked with them"
    planned.points.setValue(planned.points.minimum())
    assert found.criterion is not None
    assert found.criterion.points_for({"money": "planned"}) == 17


def test_the_lines_of_answers_are_named_after_their_answer(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    """Bar 16: four ticks called the same could not be told apart by ear."""
    found = editor(ROLE)
    names = [line.counts.accessibleName() for line in found.answers.rows if line.is_shown]
    assert names == [
        "Decides counts as yes",
        "Recommends counts as yes",
        "Uses it counts as yes",
        "Outside counts as yes",
    ]
    found.show_criterion(MONEY, SCRIPT)
    shown = [line for line in found.answers.rows if line.is_shown]
    assert [line.label.text() for line in shown] == ["Set aside", "Planned", "Open"]
    assert not found.answers.rows[3].counts.isVisible(), "the fourth line has no answer now"


def test_ticking_more_answers_keeps_those_that_were_ticked(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    found = editor(REGION)
    ticked = [line.value for line in found.answers.rows if line.counts.isChecked()]
    assert ticked == ["uk", "de", "fr", "es"]
    found.answers.rows[4].counts.click()
    assert found.criterion is not None
    assert found.criterion.met_when == one_of("region", "uk", "de", "fr", "es", "at")
    found.answers.rows[5].rules.click()
    assert found.criterion is not None
    assert found.criterion.met_when == one_of("region", "uk", "de", "fr", "es", "at")
    assert found.criterion.rules_out({"region": "else"})
    assert not found.criterion.rules_out({"region": "uk"})


def test_an_empty_grid_tells_nothing(qtbot: QtBot) -> None:
    grid = AnswerGrid()
    qtbot.addWidget(grid)
    heard: list[object] = []
    grid.counts_chosen.connect(heard.append)
    grid.show_answers(())
    grid.show()
    assert grid.rows == []
    assert heard == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [("2026-09-30", "2026-09-30"), ("2026-13-01", None), ("2026-02-30", None), ("soon", None)],
)
def test_a_date_is_told_once_it_is_one(qtbot: QtBot, typed: str, told: str | None) -> None:
    when = Question(id=QuestionId("start"), kind=QuestionKind.DATE, say="When?")
    row = BoundRow("Counts as yes", "Any answer")
    qtbot.addWidget(row)
    row.show_bound(Bound(), when)
    row.show()
    heard: list[Bound] = []
    row.chosen.connect(heard.append)
    assert [row.kind.itemText(at) for at in range(3)] == ["Any answer", "After", "Before"]
    row.kind.setCurrentIndex(2)
    row.kind.activated.emit(2)
    QTest.keyClicks(row.than, typed)
    assert heard[-1:] == ([Bound(than=told, is_above=False)] if told else [])
    assert row.than.placeholderText() == "2026-09-30"


# Another way to qualify


def test_a_way_to_qualify_is_named_and_says_what_sales_gets(qtbot: QtBot) -> None:
    found = TierEditor()
    qtbot.addWidget(found)
    found.show_tier(TIER, VERSION_3)
    found.show()
    heard: list[object] = []
    gone: list[bool] = []
    found.edited.connect(heard.append)
    found.taken_out.connect(lambda: gone.append(True))
    for field, text in ((found.label, "Early"), (found.means, "a date to call")):
        field.selectAll()
        QTest.keyClicks(field, text)
    assert found.tier == replace(TIER, label="Early", means="a date to call")
    assert heard[-1] == found.tier
    found.show_tier(TIER, VERSION_3)
    assert gone == []
    found.out.click()
    assert gone == [True]


def test_what_is_ticked_for_one_way_is_not_ticked_for_another(qtbot: QtBot) -> None:
    found = TierEditor()
    qtbot.addWidget(found)
    heard: list[object] = []
    found.edited.connect(heard.append)
    found.show_tier(TIER, VERSION_3)
    other = replace(TIER, id="late", label="", means="", must_haves=(), threshold=90)
    found.show_tier(other, replace(VERSION_3, criteria=VERSION_3.criteria[:2]))
    assert heard == [], "showing is nobody's choice"
    assert (found.label.text(), found.threshold.value()) == ("", 90)
    found.musts.parts[1].click()
    assert found.tier == replace(other, must_haves=("role",))


def test_ways_to_qualify_are_opened_each_by_its_own_line(qtbot: QtBot) -> None:
    rows = TierRows()
    qtbot.addWidget(rows)
    opened: list[int] = []
    rows.opened.connect(opened.append)
    tiers = (TIER, replace(TIER, id="late", label="", threshold=90, must_haves=()))
    rows.show_tiers(replace(VERSION_3, tiers=tiers))
    rows.show()
    buttons = [each for each in rows.findChildren(TierButton) if not each.isHidden()]
    assert [each.accessibleName() for each in buttons] == [
        f"Or: {TIER.label}, with Right person and Wants a call, and 40 points: {TIER.means}",
        "Or: No name yet, with 90 points: a name to call again in autumn",
    ]
    buttons[1].click()
    buttons[0].click()
    assert opened == [1, 0]
    rows.show_tiers(VERSION_3)
    assert all(each.isHidden() for each in rows.findChildren(TierButton))


# Who has signed


def test_a_signature_says_when_it_was_given_on_the_readers_clock(qtbot: QtBot) -> None:
    panel = SignOff("Asia/Tokyo")
    qtbot.addWidget(panel)
    panel.show_standing(a_standing(), NOW)
    panel.show()
    assert "Tue 17 Mar, 18:12" in text_of(panel.sides[Side.MARKETING])
    assert "not signed yet" in text_of(panel.sides[Side.SALES])


@pytest.mark.parametrize(
    ("signed_at", "says"),
    [
        (datetime(2026, 3, 16, 8, 5, tzinfo=UTC), "Mon 16 Mar, 08:05"),
        (datetime(2025, 3, 16, 8, 5, tzinfo=UTC), "Sun 16 Mar 2025, 08:05"),
        (datetime(2026, 2, 27, tzinfo=UTC), "Fri 27 Feb"),
        (datetime(2025, 2, 27, tzinfo=UTC), "Thu 27 Feb 2025"),
    ],
)
def test_a_year_is_said_where_it_is_another_and_an_hour_where_it_is_known(
    qtbot: QtBot, signed_at: datetime, says: str
) -> None:
    panel = SignOff("UTC")
    qtbot.addWidget(panel)
    standing = a_standing()
    hers = SideState(side=Side.SALES, name="Lena Brandt", signed_at=signed_at, state=SIGNED)
    panel.show_standing(replace(standing, sides=(standing.sides[0], hers)), NOW)
    panel.show()
    lines = text_of(panel.sides[Side.SALES]).splitlines()
    assert says in lines


def test_what_holds_until_both_have_signed_is_said(qtbot: QtBot) -> None:
    """F2: who reads it knows by which version leads are judged at this moment."""
    panel = SignOff(LONDON)
    qtbot.addWidget(panel)
    panel.show_standing(a_standing(), NOW)
    panel.show()
    assert "Until both sign, callers keep using version 3." in panel._info.accessibleName()
    panel.show_standing(a_standing(in_force=None), NOW)
    assert "Nothing is in force yet." in panel._info.accessibleName()
    assert not panel.changes.isVisible(), "a first version changes nothing"
    panel.show_standing(a_standing(sales=SIGNED), NOW)
    assert "Version 4 is signed by both." in panel._info.accessibleName()
    assert panel.next_side() is None


def test_each_side_signs_and_withdraws_for_itself(qtbot: QtBot) -> None:
    panel = SignOff(LONDON)
    qtbot.addWidget(panel)
    signs: list[Side] = []
    withdraws: list[Side] = []
    panel.sign_wanted.connect(signs.append)
    panel.withdraw_wanted.connect(withdraws.append)
    panel.show_standing(a_standing(), NOW)
    panel.show()
    hers, his = panel.sides[Side.MARKETING], panel.sides[Side.SALES]
    assert (hers.sign.isVisible(), hers.withdraw.isVisible()) == (False, True)
    assert (his.sign.isVisible(), his.withdraw.isVisible()) == (True, False)
    his.sign.click()
    hers.withdraw.click()
    assert (signs, withdraws) == ([Side.SALES], [Side.MARKETING])
    assert hers.withdraw.accessibleName() == "Withdraw the signature of marketing"
    assert his.accessibleName() == "Sales: Lena Brandt, not signed yet"


def test_changes_that_are_undone_leave_the_list(qtbot: QtBot) -> None:
    panel = SignOff(LONDON)
    qtbot.addWidget(panel)
    panel.show_standing(a_standing(), NOW)
    panel.show()
    lines = text_of(panel.changes).splitlines()
    assert {"Named someone else", "not counted", "5 points"} <= set(lines)
    one = Change(place="threshold", label="Points needed", was="70", now="60")
    panel.show_changes([one])
    assert sorted(text_of(panel.changes).splitlines()) == ["60", "70", "Points needed"]
    panel.show_changes([])
    assert not panel.changes.isVisible()
    assert panel.changes.accessibleName() == "Nothing changes"


# The trial


def test_a_tile_is_heard_as_one_sentence(qtbot: QtBot) -> None:
    tile = BeforeAfter("Qualified")
    qtbot.addWidget(tile)
    tile.set(1200, 45, "1,155 fewer to hand off", GOOD)
    tile.show()
    assert tile.accessibleName() == "Qualified: 1,200, then 45. 1,155 fewer to hand off"
    assert {"1,200", "45"} <= set(text_of(tile).splitlines())
    tile.set(21, 20, "1 good lead would be missed", WATCH)
    tones = {each.text(): each._tone for each in tile.findChildren(PlainLabel)}
    assert tones["1 good lead would be missed"] == WATCH


def test_every_lead_of_a_trial_stands_in_one_band(qtbot: QtBot) -> None:
    trial = a_trial()
    bands = bands_of(trial)
    assert [name for name, *_counts in bands] == sorted(
        (name for name, *_counts in bands), key=lambda name: int(name.split()[0])
    )
    width = trial.histogram.width
    for name, *_counts in bands:
        first, last = (int(each) for each in name.split(" to "))
        assert last - first + 1 == width
    single = replace(trial.histogram, width=1)
    assert bands_of(replace(trial, histogram=single))[0][0] == str(trial.histogram.bars[0].points)
    card = TriedCard()
    qtbot.addWidget(card)
    card.show_trial(trial)
    assert sum(int(count) for row in card.model.drawn() for count in row[1:]) == trial.leads


def test_a_narrow_card_gives_the_legend_a_line_of_its_own(qtbot: QtBot) -> None:
    card = TriedCard()
    qtbot.addWidget(card)
    card.offer_scope(may_choose=True)
    card.show_trial(a_trial())
    for width, wide in ((1300, True), (900, False), (1300, True)):
        grab(card, f"definition-trial-{width}", (width, 330))
        assert (card._legend.isVisible(), card._legend_below.isVisible()) == (wide, not wide)
        assert cut_words(card) == []


def test_the_line_is_drawn_over_bars_in_the_colours_of_the_legend(qtbot: QtBot) -> None:
    line = PointsHistogram()
    qtbot.addWidget(line)
    line.show_histogram(a_trial().histogram, 105)
    line.show_threshold(70)
    image = drawn(line, 560, 150)
    for fill in ("ok_fill", "bad_fill", "chart5"):
        assert has_colour(image, look_now().colour(fill))
    at = round(line.x_of(70))
    column = {image.pixelColor(at + by, 60).name() for by in (-1, 0, 1)}
    assert look_now().colour("text").name() in column


def test_no_leads_leave_an_axis_and_the_line(qtbot: QtBot) -> None:
    line = PointsHistogram()
    qtbot.addWidget(line)
    line.show_histogram(Histogram(width=5, bars=()), 100)
    line.show_threshold(40)
    image = drawn(line, 560, 150)
    assert line.bars == ()
    assert has_colour(image, look_now().colour("text"))
    assert line.points_at(line.x_of(40)) == 40


def test_the_axis_holds_still_while_the_line_is_dragged(qtbot: QtBot) -> None:
    """An axis that grew under the hand would run away from it."""
    line = PointsHistogram()
    qtbot.addWidget(line)
    line.show_histogram(a_trial().histogram, 105)
    line.show_threshold(70)
    line.resize(560, 150)
    line.show()
    left = Qt.MouseButton.LeftButton
    spots = [round(line.x_of(points)) for points in (70, 80, 100)]
    QTest.mousePress(line, left, pos=QPoint(spots[0], 60))
    before = line.points_at(300)
    for spot in spots[1:]:
        QTest.mouseMove(line, QPoint(spot, 60))
        assert line.points_at(300) == before
    QTest.mouseRelease(line, left, pos=QPoint(spots[-1], 60))
    assert line.value() == 100
    QTest.mouseMove(line, QPoint(spots[0], 60))
    assert line.value() == 100, "let go, it stays"
    QTest.mousePress(line, Qt.MouseButton.RightButton, pos=QPoint(spots[0], 60))
    assert line.value() == 100


def test_the_line_stays_between_one_point_and_the_most_there_are(qtbot: QtBot) -> None:
    line = PointsHistogram()
    qtbot.addWidget(line)
    line.show_histogram(a_trial().histogram, 105)
    line.show_threshold(3)
    key(line, Qt.Key.Key_PageDown)
    assert line.value() == 1
    line.show_threshold(104)
    key(line, Qt.Key.Key_PageUp)
    assert line.value() == 105
    key(line, Qt.Key.Key_Home)
    assert line.value() == 1


def test_a_trial_that_is_under_way_says_so_though_nobody_knows_how_long(qtbot: QtBot) -> None:
    card = TriedCard()
    qtbot.addWidget(card)
    card.resize(1300, 216)
    card.show()
    progress = Progress()
    card.show_busy(progress)
    assert card._busy.isVisible()
    assert card._busy.maximum() >= 1
    progress.report(40)
    card.show_busy(progress)
    assert card._busy.value() < card._busy.maximum(), "not full while it is not done"


# What predicts


def test_bands_that_lie_apart_predict_and_are_drawn_so(qtbot: QtBot) -> None:
    """F4: green predicts, red says the other way; too few are words and no band."""
    for lifts, column_colours in (
        (LIFTS[:1], {"ok_fill": True, "bad_fill": False}),
        (LIFTS[2:], {"ok_fill": False, "bad_fill": True}),
    ):
        view = PredictView()
        qtbot.addWidget(view)
        view.show_trial(replace(a_trial(), lifts=lifts))
        image = drawn(view, 860, 420)
        for name, is_there in column_colours.items():
            assert has_colour(image, look_now().colour(name)) is is_there


@pytest.mark.parametrize(
    ("met", "not_met", "says"),
    [
        ((0, 0), (0, 0), "Too few (0; 30 needed)"),
        ((12, 29), (20, 40), "Too few (29; 30 needed)"),
        ((40, 40), (0, 40), "with it; 0 of 40"),
    ],
)
def test_shares_of_few_leads_are_not_compared(
    met: tuple[int, int], not_met: tuple[int, int], says: str
) -> None:
    both = compared(met, not_met)
    assert says in compared_words(both)
    few = min(met[1], not_met[1]) < 30
    assert (both.predicts is Predicts.TOO_FEW) is few


def test_a_share_is_said_in_figures() -> None:
    assert share_words(Share(yes=1_200, of=4_000)) == "1,200 of 4,000"


def test_what_was_won_counts_before_what_was_taken(qtbot: QtBot) -> None:
    """Sales may take what it never wins: where enough is known, winning says more."""
    taken_only = Lift(
        criterion="need",
        label="Real need",
        taken=compared((58, 66), (14, 40)),
        won=compared((20, 40), (18, 36)),
    )
    view = PredictView()
    qtbot.addWidget(view)
    view.show_trial(replace(a_trial(), lifts=(taken_only,)))
    assert view.model.drawn()[0][0] == "Real need, Not seen"


# The page as a whole


def test_what_is_judged_has_the_room_of_the_trial_below(qtbot: QtBot) -> None:
    view = whole(DefinitionView(LONDON))
    qtbot.addWidget(view)
    view.criteria.show_definition(VERSION_3, SCRIPT, {}, {})
    view.tried.show_trial(a_trial())
    view.resize(1364, 844)
    view.show()
    for front, beside in ((view.rating, False), (view.predict, True), (view.gap, False)):
        view.show_front(front)
        assert view.tried.isVisible() is beside
    view.back()
    assert view.front.currentWidget() is view.criteria
    assert view.tried.isVisible()


def test_a_criterion_of_hostile_words_is_shown_as_words_in_its_editor(
    editor: Callable[[Criterion], CriterionEditor],
) -> None:
    hostile = "<b>need</b>\u202e=cmd()"
    found = editor(replace(NEED, label=hostile, means=hostile, ask=hostile))
    assert all("\u202e" not in each.text() for each in found.findChildren(PlainLabel))
    assert found.criterion is not None
    assert found.criterion.label == hostile, "looking changes nothing"


def test_a_number_field_says_none_where_that_is_meant(qtbot: QtBot) -> None:
    field = NumberField("Points", -1000, 1000, none="same")
    qtbot.addWidget(field)
    heard: list[int] = []
    field.changed.connect(heard.append)
    field.show_number(-1000)
    assert field.text() == "same"
    assert heard == []
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "40")
    assert heard[-1] == 40
    key(field, Qt.Key.Key_PageUp)
    assert heard[-1] == 50


def test_the_same_definition_reads_the_same_whatever_was_shown_before(qtbot: QtBot) -> None:
    """Rows are kept and filled anew: nothing of the words before may stay behind."""

    def seen(words: Definition, *before: Definition) -> list[tuple[str, ...]]:
        table = CriteriaTable()
        qtbot.addWidget(table)
        for one in (*before, words):
            table.show_criteria(rows_of(one, SCRIPT, {}, {}))
        return table.model_of_rows.drawn()

    several = [
        version_4(),
        replace(VERSION_3, criteria=(MONEY, NEED)),
        replace(VERSION_3, criteria=(replace(NEED, group="Any", points=9),)),
        replace(VERSION_3, criteria=(replace(TODAY, met_when=More(question="sites", than=2)),)),
    ]
    for words in several:
        assert seen(words, *several) == seen(words)


def test_a_review_is_offered_a_quarter_ahead() -> None:
    assert date(2026, 3, 17) + REVIEW_AFTER == date(2026, 6, 16)
    assert timedelta(days=80) < REVIEW_AFTER < timedelta(days=100)
