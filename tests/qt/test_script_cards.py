"""The cards and columns of the script editor by keyboard and mouse, without a workspace."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, unnamed
from qt.script_bench import DATE, KATRIN, SCRIPT, Bench, choose, press, to, type_in, words_of
from qualdesk.core.asked import QuestionFacts
from qualdesk.core.conditions import All, Condition, Equals, Less, More, Not, OneOf
from qualdesk.core.drafts import DocumentVersion, ScriptEntry
from qualdesk.core.questions import Option, QuestionId
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.core.translations import QuestionWords, Translation
from qualdesk.qt.scripts.choosing_cards import LibraryCard, VersionsCard
from qualdesk.qt.scripts.facts_view import FactsView
from qualdesk.qt.scripts.wording import with_question
from qualdesk.qt.scripts.writing import EXITS, OBJECTIONS, VOICEMAIL
from qualdesk.qt.widgets.fields import Field, Tick
from script_makers import make_question, make_script

# Rules, by keyboard alone


def test_a_first_rule_is_the_question_before_and_its_first_answer(bench: Bench) -> None:
    bench.form.rules.add.setFocus()
    press(Qt.Key.Key_Return)
    assert bench.rule is not None
    assert bench.form.rules.says == ("Sites has an answer",)
    choose("Comparison", "is more than")
    to(Field, "Value")
    type_in("3")
    assert bench.rule == More(question="sites", than=3)
    assert bench.form.rules.says == ("Sites is more than 3 sites",)
    press(Qt.Key.Key_Escape)
    assert bench.form.rules.add.hasFocus() or bench.form.rules.change.hasFocus()


def test_a_question_chosen_for_a_rule_brings_its_own_comparisons(bench: Bench) -> None:
    bench.form.rules.add.setFocus()
    press(Qt.Key.Key_Return)
    choose("Question", "Role")
    choose("Comparison", "is")
    assert bench.rule == Equals(question="role", value="decides")
    choose("Answer", "Label asked")
    assert bench.rule == Equals(question="role", value="asked")
    choose("Comparison", "is none of")
    tick = to(Tick, "Label decides")
    tick.click()
    assert bench.rule == Not(part=OneOf(question="role", values=("decides", "asked")))
    assert bench.form.rules.says == ("Role is not Label decides or Label asked",)


def test_rules_stand_in_groups_and_each_can_be_taken_out(bench: Bench) -> None:
    bench.writing.put(with_rule(bench, Equals(question="role", value="asked")))
    bench.form.rules.change.setFocus()
    press(Qt.Key.Key_Return)
    card = bench.form.cards[1]
    named(card, "Add a group").setFocus()
    press(Qt.Key.Key_Return)
    choose("Comparison", "is less than")
    to(Field, "Value")
    type_in("10")
    assert bench.rule == All(
        parts=(Equals(question="role", value="asked"), Less(question="sites", than=10))
    )
    remove = [
        e for e in card.findChildren(QWidget) if e.accessibleName() == "Remove the rule on Role"
    ]
    remove[0].setFocus()
    press(Qt.Key.Key_Return)
    assert bench.rule == Less(question="sites", than=10)
    bench.writing.undo()
    assert bench.rule == Equals(question="role", value="asked"), "one sitting is one step back"
    assert cut_words(card) == []
    assert unnamed(card) == []


def named(inside: QWidget, name: str) -> QWidget:
    found = [each for each in inside.findChildren(QWidget) if each.accessibleName() == name]
    return next(each for each in found if each.isVisible())


def with_rule(bench: Bench, rule: Condition) -> CallScript:
    return with_question(bench.script, replace(bench.question(), ask_when=rule))


def test_what_is_no_number_stays_as_typed_to_be_mended(bench: Bench) -> None:
    bench.writing.put(with_rule(bench, More(question="sites", than=3)))
    bench.form.rules.change.setFocus()
    press(Qt.Key.Key_Return)
    to(Field, "Value")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("many")
    assert bench.rule == More(question="sites", than="many")


def test_the_first_question_can_wait_for_nothing(bench: Bench) -> None:
    bench.writing.go("hello")
    bench.form.rules.add.click()
    assert "Nothing is asked before" in words_of(bench.form)
    assert bench.question("hello").ask_when is None


# Fields of the words


def test_a_field_is_found_by_typing_and_gets_a_fall_back(bench: Bench) -> None:
    say = bench.form.words.say
    say.setFocus()
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_in(" {{")
    type_in("sit")
    press(Qt.Key.Key_Tab)
    type_in("your plant")
    press(Qt.Key.Key_Return)
    assert bench.question().say == "When, {{lead.city}}? {{answer.sites|your plant}}"
    assert say.hasFocus()
    assert "your plant" in bench.form.words.missing.text()


def test_the_chip_beside_the_cursor_is_changed_in_its_place(bench: Bench) -> None:
    say = bench.form.words.say
    say.setFocus()
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(len("When, ") + 1):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    type_in("your town")
    press(Qt.Key.Key_Return)
    assert bench.question().say == "When, {{lead.city|your town}}?"


def test_esc_in_the_card_of_fields_leaves_the_words_alone(bench: Bench) -> None:
    bench.form.words.say.setFocus()
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Escape)
    assert bench.question() == DATE
    assert bench.form.words.say.hasFocus()


# Answers


def test_an_answer_is_dragged_to_another_number(bench: Bench) -> None:
    rows = bench.form.answers.rows
    data = QMimeData()
    data.setData("application/x-qualdesk-answer", b"0")
    spot = QPointF(20, rows.height() - 2)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    rows.dropEvent(QDropEvent(spot, Qt.DropAction.MoveAction, data, left, none))
    assert [option.value for option in bench.question().options] == ["later", "soon"]


def test_nine_answers_have_a_key_each_and_there_is_no_tenth(bench: Bench) -> None:
    add, rows = bench.form.answers.add, bench.form.answers.rows
    for number in range(3, 10):
        add.click()
        type_in(f"Answer {number}")
    assert len(bench.question().options) == 9
    assert not add.isVisible()
    rows.take_cursor(8)
    press(Qt.Key.Key_Return)
    assert len(bench.question().options) == 9


def test_an_empty_answer_goes_with_backspace(bench: Bench) -> None:
    bench.form.answers.add.click()
    assert len(bench.question().options) == 3
    press(Qt.Key.Key_Backspace)
    assert bench.question() == DATE


def test_the_switches_say_what_may_be_answered(bench: Bench) -> None:
    part = bench.form.answers
    part.own_words.setFocus()
    press(Qt.Key.Key_Space)
    part.may_not_know.setFocus()
    press(Qt.Key.Key_Space)
    question = bench.question()
    assert (question.own_words, question.may_not_know) == (False, False)
    bench.writing.undo()
    assert part.may_not_know.isChecked()
    assert not part.own_words.isChecked()


def test_another_kind_of_answer_leaves_out_what_it_does_not_take_and_says_so(bench: Bench) -> None:
    said: list[str] = []
    bench.writing.warned.connect(lambda found: said.extend(p.says for p in found))
    kind = bench.form.words.kind
    kind.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert bench.question().kind == "yes_no"
    assert bench.question().options == ()
    assert any("soon" in says for says in said), said
    assert not bench.form.answers.rows.isVisible()
    bench.writing.undo()
    bench.writing.undo()
    assert bench.question() == DATE


# Outline


def test_a_stage_is_folded_and_opened_by_keys_and_keeps_the_cursor(bench: Bench) -> None:
    outline = bench.outline
    outline.take_cursor()
    while outline.rows[outline.list.currentIndex().row()].title != "Fit":
        press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Left)
    assert "date" not in [row.spot for row in outline.rows]
    assert outline.rows[outline.list.currentIndex().row()].title == "Fit"
    press(Qt.Key.Key_Right)
    assert "date" in [row.spot for row in outline.rows]
    press(Qt.Key.Key_Left)
    bench.writing.go("need")
    outline.stand_on("date")
    assert "date" in [row.spot for row in outline.rows], "what is gone to is opened"


def test_the_plus_of_a_stage_adds_there_and_its_chevron_folds(bench: Bench) -> None:
    added: list[StageKind] = []
    outline = bench.outline
    outline.add_pressed.connect(added.append)
    place = [row.title for row in outline.rows].index("Discover")
    rect = outline.list.visualRect(outline.list.model().index(place, 0))
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    viewport = outline.list.viewport()
    at = rect.center()
    at.setX(rect.right() - 10)
    QTest.mouseClick(viewport, left, none, at)
    assert added == [StageKind.DISCOVER]
    at.setX(rect.left() + 8)
    QTest.mouseClick(viewport, left, none, at)
    assert "need" not in [row.spot for row in outline.rows]


def test_enter_leads_into_the_form_and_del_asks_for_the_question_to_go(bench: Bench) -> None:
    outline = bench.outline
    asked: list[str] = []
    outline.list.taken_in.connect(lambda: asked.append("in"))
    outline.list.removed.connect(lambda: asked.append("out"))
    outline.take_cursor()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    assert asked == ["in", "out"]


# Preview


def test_a_person_is_read_their_own_language_where_the_script_has_it(bench: Bench) -> None:
    german = Translation(
        language="de",
        questions={"date": QuestionWords(say="Wann, {{lead.city}}?", options={"soon": "Bald"})},
        voicemail="Hallo.",
    )
    bench.writing.put(replace(SCRIPT, translations=(german,)))
    assert bench.preview.card.say == "“When, …?”"
    bench.preview.show_people((KATRIN,))
    assert bench.preview.card.say == "“Wann, Hamburg?”"
    bench.writing.go(VOICEMAIL)
    assert "Hallo." in words_of(bench.preview)
    bench.preview.person.setCurrentIndex(1)
    bench.preview.show_script()
    assert "Hello there." in words_of(bench.preview)


def test_an_answer_that_is_taken_out_of_the_script_is_forgotten_in_the_try(bench: Bench) -> None:
    preview = bench.preview
    preview.play()
    press(Qt.Key.Key_2)
    assert preview.course.said(QuestionId("date")) == "Label later"
    options = (Option(value="soon", label="Soon"), Option(value="never", label="Never"))
    bench.writing.put(with_question(bench.script, replace(DATE, options=options)))
    assert preview.course.answers == {}


def test_a_day_may_be_said_as_on_the_phone(bench: Bench) -> None:
    day = make_question("day", "date", short="Day")
    bench.writing.put(make_script(discover=[make_question("need")], fit=[day]), spot="day")
    bench.preview.play()
    type_in("1 Oct")
    press(Qt.Key.Key_Return)
    assert bench.preview.course.said(QuestionId("day")) == "1 Oct 2026"


def test_the_try_ends_at_the_end_and_begins_again(bench: Bench) -> None:
    preview = bench.preview
    preview.stepped.connect(bench.writing.go)
    bench.writing.go("best_time")
    for _ in range(12):
        if "That was the last question" in words_of(preview):
            break
        preview.play()
        if preview.card.is_by_number:
            press(Qt.Key.Key_1)
        else:
            type_in("7")
        press(Qt.Key.Key_Return)
    assert "That was the last question" in words_of(preview)
    preview.again.click()
    assert preview.course.answers == {}


def test_objections_and_exits_are_seen_as_they_stand_at_hand(bench: Bench) -> None:
    bench.writing.go(OBJECTIONS)
    assert "“Compared to what?”" in words_of(bench.preview)
    assert not bench.preview.card.isVisible()
    bench.writing.go(EXITS)
    assert "Compared" not in words_of(bench.preview)


# Versions, library, facts


def test_a_version_is_read_only_when_it_is_compared(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    card = VersionsCard(page, "UTC")
    wanted: list[int] = []
    card.wanted.connect(wanted.append)
    at = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
    versions = tuple(
        DocumentVersion(number=number, at=at, by="Pia", in_force=number == 2) for number in (2, 1)
    )
    card.begin(replace(SCRIPT, name="Newer"), versions)
    card.open(page)
    assert wanted == [2]
    assert card.older.itemText(0) == "Version 2, 17 Mar 09:24, Pia, in use"
    card.show_version(2, SCRIPT)
    assert card.changes == ("Name | Was: Small | Now: Newer",)
    card.older.setCurrentIndex(1)
    card.older.activated.emit(1)
    assert wanted == [2, 1]
    card.show_version(1, replace(SCRIPT, name="Newer"))
    assert card.changes == ()
    assert cut_words(card) == []
    card.begin(SCRIPT, ())
    assert not card.back.isEnabled()


def test_the_library_says_what_each_script_is_used_for(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    card = LibraryCard(page)
    at = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
    entries = (
        ScriptEntry(
            id="a", name="Stand", languages=("en", "de"), version=3, has_draft=True,
            campaigns=("PackTech",), kept_at=at,
        ),
        ScriptEntry(
            id="b", name="Web", languages=("en",), version=0, has_draft=True, campaigns=(),
            kept_at=at,
        ),
    )  # fmt: skip
    chosen: list[str] = []
    card.chosen.connect(chosen.append)
    card.begin(entries, "b")
    card.open(page, card.list)
    assert card.list.item(0).text() == (
        "Stand (English, German; version 3, with a draft, in PackTech)"
    )
    assert card.list.item(1).text() == "Web (English; never used)"
    assert card.list.currentRow() == 1
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert chosen == ["a"]
    assert not card.isVisible()
    assert cut_words(card) == []


def test_facts_are_percentages_only_where_there_are_enough(qtbot: QtBot) -> None:
    view = FactsView()
    qtbot.addWidget(view)
    view.resize(540, 200)
    view.show()
    view.show_where(in_campaign=True)
    many = QuestionFacts(
        calls=128, asked=123, answered=112, does_not_know=9, median_seconds=11.2,
        spread=(("within 3 months", 22), ("3 to 6", 54), ("never chosen", 0)),
    )  # fmt: skip
    view.show_facts(many)
    assert view.says == (
        "Asked in: 96%",
        "Answered: 91%",
        "Does not know: 7%",
        "Time to answer: 11 s",
    )
    assert "128 calls in this campaign" in words_of(view)
    assert "22 within 3 months, 54 3 to 6" in words_of(view)
    assert "never chosen" not in words_of(view)
    view.show_facts(QuestionFacts())
    assert view.says == ()
    assert "It was in no call yet." in words_of(view)
