"""The parts of the definition page: what they show, what keys and the mouse do, that all fits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from definition_makers import (
    NOW,
    SCRIPT,
    TIER,
    VERSION_3,
    a_standing,
    a_trial,
    criterion,
    version_4,
)
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.changes import Change
from qualdesk.core.conditions import Less, More
from qualdesk.core.criteria import Definition, Level, Side
from qualdesk.core.criterion_answers import with_points_of
from qualdesk.core.drafts import BEFORE_CHANGE, WITHDRAWN, SideState
from qualdesk.qt import theme
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.definitions.about import About
from qualdesk.qt.definitions.criterion_editor import CriterionEditor
from qualdesk.qt.definitions.histogram import PointsHistogram
from qualdesk.qt.definitions.rows import cell_of, rows_of
from qualdesk.qt.definitions.said import change_words, marks_of
from qualdesk.qt.definitions.sign_off import SignOff
from qualdesk.qt.definitions.table import CriteriaTable
from qualdesk.qt.definitions.tier_editor import TierEditor
from qualdesk.qt.definitions.tier_rows import TierButton, TierRows
from qualdesk.qt.definitions.tried import TriedCard, bands_of
from qualdesk.qt.definitions.view import DefinitionView

SIZES = ((1290, 712), (1364, 844), (1844, 1024))
ROLE = SCRIPT.question("role")
assert ROLE is not None
HOSTILE = "<img src=x onerror=y>\u202egpj.exe"


def filled(words: Definition | None = None) -> DefinitionView:
    """The page as drawn, without a desk behind it."""
    shown = words or version_4()
    view = whole(DefinitionView("Europe/London"))
    standing = a_standing(shown)
    view.criteria.show_definition(shown, SCRIPT, marks_of(standing.changes), {})
    view.criteria.show_version("Version 4, draft", "3 changes from version 3")
    view.sign_off.show_standing(standing, NOW)
    view.sign_off.about.show_definition(shown, NOW.date())
    view.tried.show_trial(a_trial(shown))
    return view


def named_twice(view: QWidget) -> list[str]:
    """The names that two widgets share which take the keyboard at once (bar 16)."""
    names = [
        each.accessibleName()
        for each in view.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.accessibleName()
    ]
    return sorted({name for name in names if names.count(name) > 1})


def press(widget: object, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)


def table_of(words: Definition, qtbot: QtBot) -> CriteriaTable:
    table = CriteriaTable()
    qtbot.addWidget(table)
    table.resize(860, 520)
    marks = marks_of(a_standing(words).changes)
    table.show_criteria(rows_of(words, SCRIPT, marks, {}))
    table.show()
    table.setFocus()
    table.choose(0)
    return table


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_as_drawn(qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme) -> None:
    """Bar 15: nothing is cut at the three sizes, in light and dark; bar 16: all of it is named."""
    theme.apply(qapp, scheme)
    view = filled(replace(version_4(), tiers=(TIER,)))
    qtbot.addWidget(view)
    view.editor.show_criterion(version_4().criteria[1], SCRIPT)
    view.tier.show_tier(TIER, version_4())
    view.predict.show_trial(a_trial())
    for size in SIZES:
        # What is beside takes the same room in dark: one size of it is looked at there.
        beside = (("editor-", view.editor), ("tier-", view.tier))
        more = beside if scheme == "light" or size == SIZES[0] else ()
        for name, side in (("", view.sign_off), *more):
            view.show_side(side)
            grab(view, f"definition-{name}{scheme}-{size[0]}", size)
            assert cut_words(view) == []
            assert named_twice(view) == []
    assert unnamed(view) == []
    view.show_front(view.predict)
    grab(view, f"definition-predict-{scheme}", SIZES[1])
    assert cut_words(view) == []
    assert unnamed(view) == []


def test_the_page_fits_at_the_largest_size_of_text(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", theme.LARGEST)
    view = filled()
    qtbot.addWidget(view)
    grab(view, "definition-largest", SIZES[2])
    assert cut_words(view) == []


def test_the_table_reads_as_drawn_with_what_is_new_marked(qtbot: QtBot) -> None:
    table = table_of(version_4(), qtbot)
    drawn = table.model_of_rows.drawn()
    assert drawn[1][1:5] == (
        "Right person, Fit: What is your part in the decision?",
        "Decides or Recommends, Outside: rules out",
        "Must have",
        "15",
    )
    assert [row.mark for row in table.model_of_rows.rows] == [
        "",
        "",
        "Within 12 months taken out",
        "",
        "AT added",
        "",
        "",
        "new",
    ]
    said = table.model_of_rows.index(7, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Named someone else, new, Next step: Who else should we talk to?, Any answer, Helps, "
        "5 points, 8 of 8"
    )


def test_criteria_are_moved_and_taken_out_by_keys(qtbot: QtBot) -> None:
    table = table_of(VERSION_3, qtbot)
    heard: list[tuple[object, ...]] = []
    table.moved.connect(lambda row, to: heard.append(("moved", row, to)))
    table.taken_out.connect(lambda row: heard.append(("out", row)))
    table.opened.connect(lambda row: heard.append(("open", row)))
    alt = Qt.KeyboardModifier.AltModifier
    press(table, Qt.Key.Key_Up, alt)
    press(table, Qt.Key.Key_Down, alt)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Up, alt)
    press(table, Qt.Key.Key_Return)
    press(table, Qt.Key.Key_Delete)
    assert heard == [("moved", 0, 1), ("moved", 1, 0), ("open", 1), ("out", 1)]


@pytest.mark.parametrize(
    ("to_row", "below", "wanted"), [(3, True, 3), (3, False, 2), (0, False, None), (6, True, 6)]
)
def test_a_criterion_is_dragged_by_its_grip(
    qtbot: QtBot, to_row: int, below: bool, wanted: int | None
) -> None:
    table = table_of(VERSION_3, qtbot)
    heard: list[tuple[int, int]] = []
    table.moved.connect(lambda row, to: heard.append((row, to)))

    def spot(row: int) -> QPoint:
        return table.visualRect(table.model_of_rows.index(row, 0)).center()

    end = spot(to_row) + QPoint(0, 15 if below else -15)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(table.viewport(), left, pos=spot(0))
    QTest.mouseMove(table.viewport(), end)
    QTest.mouseRelease(table.viewport(), left, pos=end)
    assert heard == ([] if wanted is None else [(0, wanted)])


def test_the_cursor_stays_on_its_criterion_when_others_move(qtbot: QtBot) -> None:
    table = table_of(VERSION_3, qtbot)
    table.choose_id("region")
    turned = replace(VERSION_3, criteria=tuple(reversed(VERSION_3.criteria)))
    table.show_criteria(rows_of(turned, SCRIPT, {}, {}))
    assert table.current() == "region"
    fewer = replace(turned, criteria=turned.criteria[:2])
    table.show_criteria(rows_of(fewer, SCRIPT, {}, {}))
    assert table.current() == "today"


def test_the_threshold_follows_keys_and_the_mouse_and_the_trial_is_counted_anew(
    qtbot: QtBot,
) -> None:
    """F3: no desk is asked while the line moves: there is none behind this card."""
    card = TriedCard()
    qtbot.addWidget(card)
    card.resize(1300, 216)
    card.show_trial(a_trial())
    card.show()
    card.threshold_moved.connect(lambda at: card.show_trial(a_trial().at(at)))
    line = card.histogram
    line.setFocus()
    for key, at in ((Qt.Key.Key_Left, 69), (Qt.Key.Key_PageDown, 64), (Qt.Key.Key_PageUp, 69)):
        press(line, key)
        assert line.value() == at
        assert card.trial is not None
        assert card.trial.threshold == at
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(60)), 60))
    assert line.value() == 60
    QTest.mouseMove(line, QPoint(round(line.x_of(90)), 60))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(90)), 60))
    assert line.value() == 90
    assert card.tiles[0].accessibleName() == "Qualified: 37, then 5. 32 fewer to hand off"
    assert "At 90 points 5 of 85 leads are qualified" in line.accessibleDescription()


def test_a_line_shown_by_the_page_moves_nothing(qtbot: QtBot) -> None:
    line = PointsHistogram()
    qtbot.addWidget(line)
    heard: list[int] = []
    line.valueChanged.connect(heard.append)
    line.show_histogram(a_trial().histogram, 105)
    line.show_threshold(55)
    assert heard == []
    assert line.points_at(line.x_of(77)) == 77
    low, high = line.x_of(1), line.x_of(105)
    assert 0 < low < high < line.width()


def test_the_points_can_be_read_as_a_table(qtbot: QtBot) -> None:
    card = TriedCard()
    qtbot.addWidget(card)
    card.resize(1300, 216)
    card.show_trial(a_trial())
    card.show()
    card.as_table.click()
    assert card.bands.isVisible()
    assert card.as_table.accessibleName() == "Show the points as bars"
    rows = {row[0]: row[1:] for row in card.model.drawn()}
    assert rows["85 to 89"] == ("11", "1", "0")
    assert sum(sum(band[1:]) for band in bands_of(a_trial())) == a_trial().leads
    card.as_table.click()
    assert card.histogram.isVisible()


def test_too_few_leads_say_so_and_show_nothing_else(qtbot: QtBot) -> None:
    """A share of twelve leads would be chance dressed as a number."""
    card = TriedCard()
    qtbot.addWidget(card)
    card.resize(1300, 216)
    card.show_trial(a_trial(leads=12))
    card.show()
    assert card._title.text() == "Too few leads to try this on (12). 30 are needed."
    assert not any(tile.isVisible() for tile in card.tiles)
    assert not card.histogram.isVisible()
    assert card.more.isVisible(), "past history can be loaded from here"


@pytest.fixture
def edited(qtbot: QtBot) -> Callable[[int], tuple[CriterionEditor, list[object]]]:
    def make(place: int) -> tuple[CriterionEditor, list[object]]:
        editor = CriterionEditor()
        qtbot.addWidget(editor)
        editor.show_criterion(VERSION_3.criteria[place], SCRIPT)
        editor.resize(420, 900)
        editor.show()
        heard: list[object] = []
        editor.edited.connect(heard.append)
        return editor, heard

    return make


def test_an_answer_is_weighed_with_words_for_its_points(
    edited: Callable[[int], tuple[CriterionEditor, list[object]]],
) -> None:
    """F1: points with a written meaning each; negative points exist."""
    editor, heard = edited(1)
    outside = editor.answers.rows[3]
    assert outside.rules.isChecked()
    outside.points.setValue(-30)
    outside.means.setFocus()
    QTest.keyClicks(outside.means, "counts against")
    now = editor.criterion
    assert now == heard[-1]
    assert now is not None
    assert [(level.points, level.means) for level in now.levels] == [(-30, "counts against")]
    assert now.points_for({"role": "outside"}) == -30
    assert now.met_when == VERSION_3.criteria[1].met_when, "the rest is as it was signed"


def test_every_field_of_a_criterion_is_told(
    edited: Callable[[int], tuple[CriterionEditor, list[object]]],
) -> None:
    editor, heard = edited(2)
    for field, text in (
        (editor.label, "When"),
        (editor.means, "soon"),
        (editor.ask, "When?"),
        (editor.group, "time"),
    ):
        field.selectAll()
        QTest.keyClicks(field, text)
    editor.must_have.click()
    editor.points.setValue(7)
    editor.answers.rows[3].counts.click()
    now = editor.criterion
    assert now == heard[-1]
    assert now is not None
    assert (now.label, now.means, now.ask, now.group) == ("When", "soon", "When?", "time")
    assert (now.must_have, now.points, now.met_when) == (False, 7, None)
    assert now.id == "date", "the id stands for it for ever"


def test_a_number_is_bounded_and_another_question_begins_anew(
    edited: Callable[[int], tuple[CriterionEditor, list[object]]],
) -> None:
    editor, _heard = edited(2)
    names = [editor.question.itemText(at) for at in range(editor.question.count())]
    at = names.index("Fit: How many sites?")
    editor.question.setCurrentIndex(at)
    editor.question.activated.emit(at)
    now = editor.criterion
    assert now is not None
    assert (now.question, now.met_when) == ("sites", None)
    editor.show_criterion(now, SCRIPT)
    editor.met.kind.setCurrentIndex(1)
    editor.met.kind.activated.emit(1)
    assert editor.met.than.isVisible()
    QTest.keyClicks(editor.met.than, "2")
    now = editor.criterion
    assert now is not None
    assert now.is_met({"sites": 3})
    assert not now.is_met({"sites": 2})
    assert not editor.answers.isVisible()


def test_words_are_shown_as_words(qtbot: QtBot) -> None:
    """Hostile text: what a lead or a file says is never read as markup."""
    hostile = replace(VERSION_3.criteria[0], label=HOSTILE, means=HOSTILE)
    words = replace(VERSION_3, criteria=(hostile, *VERSION_3.criteria[1:]))
    table = table_of(words, qtbot)
    grab(table, "definition-hostile")
    assert table.model_of_rows.index(0, 1).data().startswith("<img src=x onerror=y>gpj.exe")
    tiers = TierRows()
    qtbot.addWidget(tiers)
    tiers.show_tiers(replace(words, tiers=(replace(TIER, label=HOSTILE, must_haves=("need",)),)))
    assert "\u202e" not in tiers.findChildren(TierButton)[0].accessibleName()


def test_a_tier_says_what_it_must_have(qtbot: QtBot) -> None:
    editor = TierEditor()
    qtbot.addWidget(editor)
    editor.show_tier(TIER, VERSION_3)
    editor.show()
    heard: list[object] = []
    editor.edited.connect(heard.append)
    ticked = [tick.criterion for tick in editor.musts.parts if tick.isChecked()]
    assert ticked == ["role", "wants_call"]
    editor.musts.parts[0].click()
    editor.threshold.setValue(45)
    now = editor.tier
    assert now == heard[-1]
    assert now is not None
    assert (now.id, now.threshold) == ("early", 45)
    assert now.must_haves == ("need", "role", "wants_call")


@pytest.mark.parametrize(
    ("state", "because", "says"),
    [
        (BEFORE_CHANGE, "Pia Okafor signed before this change. Ask again.", "Ask again"),
        (WITHDRAWN, "Sales was never asked", "Sales was never asked"),
    ],
)
def test_a_signature_that_does_not_count_says_why(
    qtbot: QtBot, state: str, because: str, says: str
) -> None:
    """F2: the words were changed, or the signature was taken back."""
    panel = SignOff("Europe/London")
    qtbot.addWidget(panel)
    standing = a_standing()
    hers = SideState(side=Side.MARKETING, name="Pia Okafor", state=state, because=because)
    panel.show_standing(replace(standing, sides=(hers, standing.sides[1])), NOW)
    panel.show()
    assert panel.next_side() is Side.MARKETING
    card = panel.sides[Side.MARKETING]
    assert says in card.accessibleName()
    assert card.sign.isVisible()
    assert not card.withdraw.isVisible()


def test_only_one_button_of_the_sign_off_has_the_accent(qtbot: QtBot) -> None:
    panel = SignOff("Europe/London")
    qtbot.addWidget(panel)
    standing = a_standing()
    both = tuple(SideState(side=side) for side in Side)
    panel.show_standing(replace(standing, sides=both), NOW)
    kinds = [panel.sides[side].sign._kind for side in Side]
    assert kinds == ["accent", "edge"]
    assert panel.changes.accessibleName() == (
        "What changes: Date, with Within 12 months, now without Within 12 months; "
        "Region we serve, without AT, now with AT; Named someone else, not counted, now 5 points"
    )


def test_esc_goes_back_one_step_at_a_time(qtbot: QtBot) -> None:
    view = filled()
    qtbot.addWidget(view)
    view.resize(*SIZES[1])
    view.show()
    view.show_front(view.predict)
    view.show_side(view.compare)
    assert view.back()
    assert view.side.currentWidget() is view.sign_off
    assert view.front.currentWidget() is view.predict
    assert view.back()
    assert view.front.currentWidget() is view.criteria
    assert not view.back()


def test_a_narrow_window_shows_the_sign_off_when_it_is_asked_for(qtbot: QtBot) -> None:
    view = filled()
    qtbot.addWidget(view)
    grab(view, "definition-narrow", (948, 584))
    assert cut_words(view) == []
    assert view.criteria.side.isVisible()
    assert not view.sign_off.isVisible()
    view.show_side(view.sign_off)
    assert view.sign_off.isVisible()
    assert view.back()
    assert view.criteria.isVisible()


def test_a_question_two_people_understand_differently_is_flagged_at_its_row(qtbot: QtBot) -> None:
    table = CriteriaTable()
    qtbot.addWidget(table)
    notes = {"date": "Two people differ: the same on 16 of 34"}
    table.show_criteria(rows_of(VERSION_3, SCRIPT, {}, {}, notes))
    cell = table.model_of_rows.cell_at(2, 2)
    assert (cell.second, cell.second_tone) == (notes["date"], "warn")
    problems = {"date": "Give it points."}
    table.show_criteria(rows_of(VERSION_3, SCRIPT, {}, problems, notes))
    cell = table.model_of_rows.cell_at(2, 2)
    assert (cell.second, cell.second_tone) == ("Give it points.", "bad"), "what stops it is first"


def test_what_a_criterion_does_is_said_in_words() -> None:
    """F1: must-haves, what helps, what counts against; a group is any one of its criteria."""
    against = replace(
        VERSION_3.criteria[1], must_have=False, points=0, met_when=None, not_a_fit_when=None
    )
    against = with_points_of(against, ROLE, "outside", -30, "counts against")
    grouped = replace(VERSION_3.criteria[6], group="Budget")
    bounded = criterion(
        "sites",
        "Sites",
        "sites",
        5,
        met_when=More(question="sites", than=2),
        not_a_fit_when=Less(question="sites", than=1),
        levels=(Level(when=More(question="sites", than=9), points=9),),
    )
    unknown = criterion("gone", "Gone", "gone", 5)
    words = replace(VERSION_3, criteria=(against, grouped, bounded, unknown))
    number = "How many sites?"
    drawn = [
        tuple(cell_of(row, column).says for column in range(1, 5))
        for row in rows_of(words, SCRIPT, {}, {})
    ]
    assert drawn == [
        (
            "Right person, Fit: What is your part in the decision?",
            "Any answer, Outside: \u221230",
            "Against",
            "\u221230",
        ),
        (
            "Money, Fit: Has money been set aside?",
            "Set aside or Planned",
            "Helps, one of “Budget”",
            "17",
        ),
        (
            "Sites, Fit: How many sites?",
            f"More than 2, {number} is more than 9: 9; {number} is less than 1 rules out",
            "Helps",
            "9",
        ),
        ("Gone, Question “gone”", "Any answer", "Helps", "5"),
    ]


@pytest.mark.parametrize(
    ("place", "was", "now", "mark"),
    [
        ("criteria.date", "", "5 points", "new"),
        ("criteria.date.met_when", "without AT", "with AT", "AT added"),
        ("criteria.date.met_when", "with AT", "without AT", "AT taken out"),
        ("criteria.date.met_when", "12 months", "9 months", "was 12 months"),
        ("criteria.date.points", "20 points", "15 points", "was 20 points"),
        ("criteria.date.must_have", "helps", "must have", "was helps"),
        ("criteria.date.means", "this", "that", "changed"),
        ("criteria.date.met_when", "a very long rule of many answers", "x", "changed"),
    ],
)
def test_a_mark_says_what_was(place: str, was: str, now: str, mark: str) -> None:
    change = Change(place=place, label="Date", was=was, now=now)
    assert marks_of([change]) == {"date": mark}
    assert marks_of([Change(place="threshold", label="Points", was="1", now="2")]) == {}


def test_a_change_from_nothing_or_to_nothing_is_said_in_words() -> None:
    def said(place: str, was: str, now: str) -> tuple[str, str]:
        return change_words(Change(place=place, label="Date", was=was, now=now))

    assert said("criteria.date", "", "5 points") == ("not counted", "5 points")
    assert said("criteria.date", "5 points", "") == ("5 points", "taken out")
    assert said("criteria.date.means", "", "soon") == ("nothing", "soon")


def test_a_definition_has_a_name_and_a_day_to_look_at_it_again(qtbot: QtBot) -> None:
    """F2: a review date; without one, a quarter from today is offered."""
    about = About()
    qtbot.addWidget(about)
    heard: list[object] = []
    about.review_set.connect(heard.append)
    about.named.connect(heard.append)
    about.show_definition(VERSION_3, NOW.date())
    about.show()
    assert not about.day.isVisible()
    about.begin.click()
    about.show_definition(replace(VERSION_3, review_on=date(2026, 6, 16)), NOW.date())
    assert about.day.isVisible()
    assert not about.begin.isVisible()
    about.day.setDate(QDate(2026, 7, 1))
    about.none.click()
    about.name.selectAll()
    QTest.keyClicks(about.name, "AB")
    assert heard == [date(2026, 6, 16), date(2026, 7, 1), None, "A", "AB"]


def test_scrolling_past_a_field_changes_nothing_that_is_signed(qtbot: QtBot) -> None:
    """A wheel over the threshold would clear two signatures, and nobody would know why."""
    view = filled(replace(version_4(), review_on=date(2026, 6, 1)))
    qtbot.addWidget(view)
    view.editor.show_criterion(version_4().criteria[1], SCRIPT)
    fields = {
        view.criteria.threshold: view.criteria.threshold.value,
        view.tried.histogram: view.tried.histogram.value,
        view.sign_off.about.day: lambda: view.sign_off.about.day.day,
        view.editor.question: view.editor.question.currentIndex,
        view.editor.points: view.editor.points.value,
    }
    none = Qt.KeyboardModifier.NoModifier
    middle = QPointF(5, 5)
    for field, read in fields.items():
        before = read()
        for turn in (120, -120, -120):
            wheel = QWheelEvent(
                middle,
                middle,
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                none,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            field.wheelEvent(wheel)
            assert not wheel.isAccepted()
        assert read() == before
