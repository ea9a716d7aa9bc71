"""The parts of the script editor on their own: rules, what answers feed, outline, chips, undo."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.core.conditions import (
    Answered,
    Condition,
    Equals,
    More,
    Not,
    OneOf,
    Values,
    holds,
)
from qualdesk.core.definition import Criterion
from qualdesk.core.errors import Problem
from qualdesk.core.languages import language_name, language_tag
from qualdesk.core.questions import Option, QuestionId
from qualdesk.core.scripts import StageKind
from qualdesk.core.translations import Translation
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.facts_view import share
from qualdesk.qt.scripts.feeds import feeds_must_have, feeds_of
from qualdesk.qt.scripts.field_names import fields_for, is_known, label_of
from qualdesk.qt.scripts.other_light import OtherLight
from qualdesk.qt.scripts.outline_rows import ALSO, outline_rows
from qualdesk.qt.scripts.problem_places import placed
from qualdesk.qt.scripts.rule_tree import (
    Group,
    How,
    Single,
    Verb,
    condition_of,
    lines_of,
    tree_of,
    with_more,
    with_part,
)
from qualdesk.qt.scripts.say_field import SayField
from qualdesk.qt.scripts.wording import put_words, words_in
from qualdesk.qt.scripts.writing import EXITS, NAME, OBJECTIONS, VOICEMAIL, Writing
from qualdesk.qt.theme import Look
from qualdesk.qt.widgets.card import Card
from script_makers import (
    conditions,
    make_definition,
    make_options,
    make_question,
    make_script,
    question_ids,
    values,
)

DATED = make_question("date", "choice", short="Date", options=make_options("soon", "later"))
SCRIPT = make_script(discover=[make_question("need", ask="What?", short="Need")], fit=[DATED])
DATE = Criterion(
    id="date",
    label="Date",
    question=QuestionId("date"),
    must_have=True,
    points=20,
    met_when=OneOf(question="date", values=("soon", "this_week")),
    not_a_fit_when=Equals(question="date", value="never"),
)


# Rules


@settings(max_examples=80)
@given(conditions, st.dictionaries(question_ids, values))
def test_a_rule_taken_apart_and_put_together_again_means_the_same(
    condition: Condition, answers: Values
) -> None:
    back = condition_of(tree_of(condition))
    assert back is not None
    assert holds(back, answers) == holds(condition, answers)


def test_a_rule_is_changed_in_its_place() -> None:
    tree = tree_of(Equals(question="date", value="soon"))
    assert tree == Group(parts=(Single(question="date", verb=Verb.IS, values=("soon",)),))
    tree = with_more(tree, (), Group(how=How.ANY, parts=(Single(question="need"),)))
    tree = with_more(tree, (1,), Single(question="lines", verb=Verb.MORE, values=(3,)))
    assert [path for path, _part in lines_of(tree)] == [(), (0,), (1,), (1, 0), (1, 1)]
    tree = with_part(tree, (0,), Single(question="date", verb=Verb.IS_NOT, values=("later",)))
    tree = with_part(tree, (1, 0), None)
    rule = condition_of(tree)
    assert rule is not None
    assert tree_of(rule) == tree_of(condition_of(tree_of(rule)))
    assert holds(rule, {"date": "soon", "lines": 4})
    assert not holds(rule, {"date": "later", "lines": 4})
    assert not holds(rule, {"date": "soon", "lines": 3})


@pytest.mark.parametrize(
    ("condition", "verb"),
    [
        (Not(part=Answered(question="need")), Verb.NOT_ANSWERED),
        (Not(part=OneOf(question="date", values=("a", "b"))), Verb.NONE_OF),
        (Not(part=More(question="lines", than=2)), Verb.NOT_MORE),
    ],
)
def test_what_does_not_hold_is_one_line_and_not_a_group(condition: Condition, verb: Verb) -> None:
    tree = tree_of(condition)
    assert [part.verb for part in tree.parts if isinstance(part, Single)] == [verb]
    assert condition_of(tree) == condition


def test_without_parts_there_is_no_rule() -> None:
    assert condition_of(Group()) is None
    assert condition_of(Group(parts=(Group(how=How.ANY),))) is None


# What answers feed


def test_each_answer_says_what_the_definition_makes_of_it() -> None:
    definition = make_definition(DATE, threshold=20)
    assert {feed.value: feed.says for feed in feeds_of(definition, DATED)} == {
        "soon": "Date: soon, +20",
        "later": "Date: later, not a yes",
        "this_week": "Date: this week, +20",
        "never": "Date: never, not a fit",
    }
    assert feeds_must_have(definition, "date")
    assert not feeds_must_have(definition, "need")
    assert feeds_of(None, DATED) == ()


# Outline


def test_the_outline_shows_every_stage_and_what_feeds_a_must_have() -> None:
    definition = make_definition(DATE, threshold=20)
    rows = outline_rows(SCRIPT, definition, {"need"}, ())
    heads = [row.title for row in rows if row.is_head]
    assert heads == ["Open", "Discover", "Fit", "Next step", ALSO]
    named = {row.spot: row for row in rows if row.spot}
    assert named["date"].is_must
    assert named["need"].has_problem
    assert (named["need"].end, named["date"].end) == ("words", "choice")
    assert named["need"].name == "What?, words, something is wrong"
    assert {VOICEMAIL, OBJECTIONS, EXITS, NAME} <= set(named)


def test_a_folded_stage_hides_its_questions_and_says_so() -> None:
    rows = outline_rows(SCRIPT, None, (), {"fit", ALSO})
    assert "date" not in {row.spot for row in rows}
    folded = [row.name for row in rows if row.is_folded]
    assert folded == ["Fit, after Discover, folded", f"{ALSO}, folded"]


# Problems at their key


def test_a_problem_stands_where_it_can_be_mended() -> None:
    german = replace(SCRIPT, translations=(Translation(language="de"),))
    found = placed(
        [
            Problem(place="stages.3.questions.1.options.2", says="b"),
            Problem(place="stages.2.questions.1.say", says="a"),
            Problem(place="translations.1.questions.need.say", says="c"),
            Problem(place="objections.1.say", says="d"),
            Problem(place="name", says="e"),
            Problem(place="criteria.1.question", says="f"),
            Problem(place="stages", says="g"),
        ],
        german,
        make_definition(DATE, threshold=20),
    )
    assert {(one.says, one.spot, one.key, one.language) for one in found} == {
        ("a", "need", "say", ""),
        ("b", "date", "options.2", ""),
        ("c", "need", "say", "de"),
        ("d", OBJECTIONS, "1.say", ""),
        ("e", NAME, "name", ""),
        ("f", "date", "", ""),
        ("g", "", "", ""),
    }


# Words in a language


def test_other_words_in_one_language_leave_the_others_alone() -> None:
    german = replace(SCRIPT, translations=(Translation(language="de"),))
    said = replace(words_in(german, "de", "date"), say="Wann?", options={"soon": "Bald"})
    told = put_words(german, "de", "date", said)
    assert words_in(told, "de", "date").options == {"soon": "Bald"}
    assert told.question("date") == SCRIPT.question("date")
    own = replace(words_in(told, "en", "date"), options={"soon": "Soon!", "later": "Later"})
    changed = put_words(told, "en", "date", own).question("date")
    assert changed is not None
    assert changed.options == (
        Option(value="soon", label="Soon!"),
        Option(value="later", label="Later"),
    )
    assert words_in(told, "de", "date").say == "Wann?"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("German", "de"), ("de", "de"), ("DE-at", "de-AT"), ("German (AT)", "de-AT"), ("xyz9", "")],
)
def test_a_language_is_known_by_its_name_or_its_tag(typed: str, code: str) -> None:
    assert language_tag(typed) == code
    assert language_tag(language_name(code)) == code


# Chips


@pytest.fixture
def say(qtbot: QtBot) -> SayField:
    field = SayField("Read aloud")
    field.label = lambda name: label_of(name, SCRIPT)
    field.known = lambda name: is_known(name, SCRIPT)
    qtbot.addWidget(field)
    field.resize(500, 60)
    field.show()
    return field


WORDS = "You said {{answer.need|a new line}}. When,\n{{lead.first_name}}?"


def test_words_with_chips_come_back_as_they_were_written(say: SayField) -> None:
    heard: list[str] = []
    say.said.connect(lambda: heard.append(say.text()))
    say.put_text(WORDS)
    assert say.text() == WORDS
    assert heard == [], "showing words is no typing"
    QTest.keyClicks(say, "Hi ")
    assert heard[-1] == f"{WORDS}Hi "


def test_a_chip_is_one_letter_to_the_keys(say: SayField) -> None:
    say.put_text("So {{lead.city|there}}!")
    say.moveCursor(say.textCursor().MoveOperation.End)
    QTest.keyClick(say, Qt.Key.Key_Left)
    chip = say.chip_here()
    assert chip is not None
    assert (chip.name, chip.fall_back) == ("lead.city", "there")
    QTest.keyClick(say, Qt.Key.Key_Backspace)
    assert say.text() == "So !"
    say.undo()
    assert say.text() == "So {{lead.city|there}}!"


def test_typing_two_braces_asks_for_a_field_and_leaves_none_behind(say: SayField) -> None:
    asked: list[bool] = []
    say.field_wanted.connect(lambda: asked.append(True))
    QTest.keyClicks(say, "a {{")
    assert (asked, say.text()) == ([True], "a ")
    say.put_in("lead.city", None)
    assert say.text() == "a {{lead.city}}"


def test_what_is_pasted_is_plain_and_its_places_become_chips(say: SayField) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src=x>")
    data.setText("<b>{{lead.city}}</b> \ufffc{{x.__class__}}")
    say.insertFromMimeData(data)
    assert say.text() == "<b>{{lead.city}}</b> {{x.__class__}}"
    assert not is_known("x.__class__", SCRIPT), "it is shown as what it is: no field"
    say.selectAll()
    copied = say.createMimeDataFromSelection()
    assert (copied.text(), copied.hasHtml()) == (say.text(), False)


def test_only_what_is_asked_before_is_offered_and_then_the_lead(qapp: QApplication) -> None:
    del qapp
    offered = [one.field for one in fields_for(SCRIPT, "date")]
    assert offered[0] == "answer.need"
    assert "answer.date" not in offered
    assert "lead.first_name" in offered
    assert fields_for(SCRIPT)[1].label == "date, their words"


# The way back


def test_letters_typed_in_one_field_are_one_step_back() -> None:
    writing = Writing()
    writing.open(SCRIPT)
    for name in ("A", "Ab", "Abc"):
        writing.put(replace(SCRIPT, name=name), merge="name")
    writing.put(replace(writing.script, voicemail="Hello"))
    assert writing.undo()
    assert (writing.script.name, writing.script.voicemail) == ("Abc", "")
    assert writing.undo()
    assert writing.script == SCRIPT
    assert not writing.undo()
    assert writing.redo()
    assert writing.script.name == "Abc"


def test_a_field_taken_back_by_its_own_undo_leaves_no_empty_step() -> None:
    writing = Writing()
    writing.open(SCRIPT)
    writing.put(replace(SCRIPT, name="A"), merge="name")
    writing.put(SCRIPT, merge="name")
    assert not writing.undo()


def test_undo_goes_back_to_where_the_edit_was() -> None:
    writing = Writing()
    writing.open(SCRIPT, "date")
    writing.put(replace(SCRIPT, voicemail="Hello"))
    writing.go("need")
    writing.undo()
    assert writing.spot == "date"
    writing.go("not_there")
    assert writing.spot == "date"


# In another light


def test_a_part_is_shown_dark_in_a_light_window(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    part = Card()
    inner = QVBoxLayout(part)
    inner.addWidget(PlainLabel("Read aloud"))
    column.addWidget(part)
    page.resize(200, 80)
    page.show()
    light = look.colour("surface").name()
    assert ground(part) == light

    other = OtherLight(part)
    other.turn("dark")
    with look.in_light("dark"):
        dark = look.colour("surface").name()
    assert dark != light
    assert ground(part) == dark
    assert look.colour("surface").name() == light, "the window keeps its own"
    inner.addWidget(PlainLabel("Added later"))
    QApplication.processEvents()
    assert ground(part) == dark
    other.turn("light")
    assert (other.name, ground(part)) == ("", light)


def ground(part: QWidget) -> str:
    picture = part.grab().toImage()
    return picture.pixelColor(part.width() // 2, 4).name()


def test_shares_of_few_calls_are_counts() -> None:
    assert share(2, 6) == "2 of 6"
    assert share(96, 100) == "96%"
    assert share(0, 0) == "none yet"


def test_the_stages_of_a_new_script_stand_there_to_be_filled() -> None:
    rows = outline_rows(make_script(), None, (), ())
    assert {row.stage for row in rows if row.is_head} == {*StageKind, None}
