"""The forms of a script as they are written in: languages, other parts, answers, problems."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, unnamed
from qt.script_bench import DATE, DEFINITION, SCRIPT, Bench, press, to, type_in, words_of
from qualdesk.core.conditions import Answered
from qualdesk.core.languages import in_language
from qualdesk.core.questions import Aside, Option, QuestionKind
from qualdesk.core.script_edits import fresh_id
from qualdesk.core.scripts import StageKind
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.qt.scripts.answer_rows import AnswerRows
from qualdesk.qt.scripts.checking import Checked
from qualdesk.qt.scripts.outline import Outline
from qualdesk.qt.scripts.problem_places import Wrong
from qualdesk.qt.scripts.wording import put_voicemail, voicemail_in, with_question, words_in
from qualdesk.qt.scripts.writing import EXITS, NAME, OBJECTIONS, VOICEMAIL, Writing
from qualdesk.qt.widgets.buttons import IconButton, LinkButton
from qualdesk.qt.widgets.fields import Field
from script_makers import make_options, make_question, make_script

GERMAN = Translation(
    language="de",
    questions={"date": QuestionWords(ask="Wann?", options={"soon": "Bald"})},
    voicemail="Guten Tag.",
    objections={"dear": AsideWords(label="Zu teuer", say="Verglichen womit?")},
)
IN_TWO = replace(SCRIPT, translations=(GERMAN,))


@pytest.fixture
def german(bench: Bench) -> Bench:
    """The German words are written, at the question for the date."""
    bench.writing.open(IN_TWO, "date")
    bench.writing.write_in("de")
    return bench


def typed(field: QWidget, text: str) -> None:
    """Write this in the place of what stands there."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(text)


# Languages


def test_a_language_is_added_by_its_name_and_written_at_once(bench: Bench) -> None:
    bench.writing.go(NAME)
    form = bench.form.parts.languages
    typed(form.more, "German")
    press(Qt.Key.Key_Return)
    assert bench.script.languages == ("en", "de")
    assert bench.writing.language == "de"
    assert form.more.text() == ""
    assert "Write in English" in names(form, LinkButton)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Klingon", "“Klingon” is no language known here. Write de or de-AT."),
        ("", "“” is no language known here. Write de or de-AT."),
        ("English", "English"),
    ],
)
def test_a_language_that_cannot_be_added_is_said_and_stays_typed(
    bench: Bench, said: str, why: str
) -> None:
    bench.writing.go(NAME)
    form = bench.form.parts.languages
    typed(form.more, said)
    form.add.click()
    assert why in words_of(form)
    assert form.more.text() == said
    assert bench.script.languages == ("en",)
    typed(form.more, "German")
    press(Qt.Key.Key_Return)
    assert why not in words_of(form) or said == "English"


def test_the_first_language_is_another_one_only_where_none_is_lost(bench: Bench) -> None:
    bench.writing.open(IN_TWO, NAME)
    form = bench.form.parts.languages
    for said, why in (("de", "has a translation into that language"), ("xx-1", "Write en, de")):
        typed(form.first, said)
        press(Qt.Key.Key_Tab)
        assert why in words_of(form)
        assert bench.script.language == "en"
    typed(form.first, "French")
    press(Qt.Key.Key_Tab)
    assert bench.script.language == "fr"
    assert bench.script.translations == (GERMAN,)


def test_how_much_is_left_to_translate_is_counted_by_places(bench: Bench) -> None:
    small = make_script(open=[], discover=[make_question("need")], fit=[], next_step=[])
    words = QuestionWords(say="Was?", ask="Was?", short="Bedarf")
    whole = Translation(language="de", questions={"need": words})
    lacks = replace(whole, questions={"need": replace(words, short="")})
    for translation, says in (
        (whole, "everything is translated"),
        (lacks, "1 place not translated yet"),
        (Translation(language="de"), "3 places not translated yet"),
    ):
        bench.writing.open(replace(small, translations=(translation,)), NAME)
        assert says in words_of(bench.form.parts.languages)


def test_a_language_that_is_taken_out_comes_back_with_its_words(german: Bench) -> None:
    german.writing.go(NAME)
    form = german.form.parts.languages
    gone = [each for each in form.findChildren(IconButton) if each.isVisible()]
    assert [each.accessibleName() for each in gone] == ["Remove German"], "never the first one"
    gone[0].click()
    assert german.script.languages == ("en",)
    assert german.writing.is_first_language, "what is written now is the script's own"
    german.writing.undo()
    assert german.script == IN_TWO


def test_the_name_is_one_step_back_however_long_it_is(bench: Bench) -> None:
    bench.writing.go(NAME)
    typed(bench.form.parts.languages.name, "Stand leads")
    assert bench.script.name == "Stand leads"
    assert bench.outline.name.text() == "Stand leads"
    bench.writing.undo()
    assert bench.script == SCRIPT
    assert bench.form.parts.languages.name.text() == SCRIPT.name


def names(inside: QWidget, kind: type[QWidget]) -> list[str]:
    return [each.accessibleName() for each in inside.findChildren(kind) if each.isVisible()]


# The other parts, in another language


def test_objections_are_translated_beside_the_first_words(german: Bench) -> None:
    german.writing.go(OBJECTIONS)
    parts = german.form.parts
    line = parts.cases.lines[0]
    assert (line.label.text(), line.say.text()) == ("Zu teuer", "Verglichen womit?")
    assert not line.remove.isVisible()
    assert not parts.add.isVisible(), "which there are belongs to the script"
    typed(line.label, "Der Preis")
    assert in_language(german.script, "de").objections[0].label == "Der Preis"
    assert german.script.objections == SCRIPT.objections


def test_what_is_not_translated_is_empty_with_the_first_words_as_a_hint(german: Bench) -> None:
    exits = (Aside(label="No time", say="Thank you.", id="time"),)
    german.writing.put(replace(german.script, exits=exits), spot=EXITS)
    line = german.form.parts.cases.lines[0]
    assert (line.label.text(), line.label.placeholderText()) == ("", "No time")
    assert line.say.placeholderText() == "Thank you."
    typed(line.label, "Keine Zeit")
    (translation,) = german.script.translations
    assert translation.exits["time"].label == "Keine Zeit"
    assert german.script.exits == exits


def test_a_voicemail_is_spoken_in_each_language(german: Bench) -> None:
    german.writing.go(VOICEMAIL)
    parts = german.form.parts
    assert parts.voicemail.text() == "Guten Tag."
    typed(parts.voicemail, "Hallo.")
    assert voicemail_in(german.script, "de") == "Hallo."
    assert german.script.voicemail == SCRIPT.voicemail
    german.writing.write_in("en")
    assert parts.voicemail.text() == SCRIPT.voicemail


def test_the_cursor_of_a_part_is_where_one_begins_to_write(bench: Bench) -> None:
    parts = bench.form.parts
    for spot, stop in (
        (VOICEMAIL, parts.voicemail),
        (NAME, parts.languages.name),
        (EXITS, parts.add),
    ):
        bench.writing.go(spot)
        bench.form.take_cursor()
        assert stop.hasFocus()


# Answers, in another language


def test_an_answer_not_translated_yet_is_never_taken_out_by_backspace(german: Bench) -> None:
    """Only its words are another language's; the answer is the script's own."""
    rows = german.form.answers.rows
    assert rows.lines[1].words.text() == ""
    rows.take_cursor(1)
    press(Qt.Key.Key_Backspace)
    assert german.script == IN_TWO
    rows.take_cursor(0)
    press(Qt.Key.Key_Backspace)
    for _ in "Bald":
        press(Qt.Key.Key_Backspace)
    assert german.question().options == DATE.options


def test_enter_behind_the_last_translated_answer_adds_none(german: Bench) -> None:
    rows = german.form.answers.rows
    rows.take_cursor(1)
    type_in("Eher")
    press(Qt.Key.Key_Return)
    assert german.question().options == DATE.options
    assert german.script.translations[0].questions["date"].options == {
        "soon": "Bald",
        "later": "Eher",
    }


def test_answers_do_not_change_places_in_a_translation(german: Bench) -> None:
    german.form.answers.rows.take_cursor(0)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert german.script == IN_TWO


def test_rules_and_switches_belong_to_no_language(german: Bench) -> None:
    form = german.form
    assert not form.answers.own_words.isEnabled()
    assert not form.words.kind.isEnabled()
    assert not form.rules.add.isVisible()
    assert not form.answers.add.isVisible()


# Answers


def test_two_answers_that_change_values_change_places_under_the_definition(bench: Bench) -> None:
    """No value stands twice: what one answer takes, the other one gets."""
    bench.form.answers.rows.lines[0].feeds.setFocus()
    press(Qt.Key.Key_Down)
    assert [(option.value, option.label) for option in bench.question().options] == [
        ("later", "Label soon"),
        ("soon", "Label later"),
    ]


def test_every_value_is_reached_by_the_down_key(bench: Bench) -> None:
    """The list does not turn under the key, whatever changes places."""
    three = replace(DATE, options=make_options("soon", "later", "never"))
    bench.writing.put(with_question(bench.script, three))
    feeds = bench.form.answers.rows.lines[0].feeds
    offered = [feeds.itemText(at) for at in range(feeds.count())]
    feeds.setFocus()
    seen = [feeds.currentText()]
    for _ in offered[1:]:
        press(Qt.Key.Key_Down)
        seen.append(feeds.currentText())
    assert seen == offered
    assert len({option.value for option in bench.question().options}) == 3


def test_an_answer_keeps_the_value_something_looks_at(bench: Bench) -> None:
    """A question that waits for an answer goes on waiting for it, however it is worded."""
    bench.form.answers.rows.take_cursor(0)
    press(Qt.Key.Key_End)
    type_in(", or sooner")
    press(Qt.Key.Key_Tab)
    assert bench.question().options[0] == Option(value="soon", label="Label soon, or sooner")


def test_a_new_answer_named_like_another_gets_a_value_of_its_own(bench: Bench) -> None:
    bench.form.answers.add.click()
    type_in("Soon")
    press(Qt.Key.Key_Tab)
    values = [option.value for option in bench.question().options]
    assert values == ["soon", "later", fresh_id("Soon", {"soon", "later"})]
    assert len(set(values)) == 3


def test_alt_and_arrows_stop_at_the_ends(qtbot: QtBot) -> None:
    rows = AnswerRows()
    qtbot.addWidget(rows)
    edits: list[tuple[Option, ...]] = []
    rows.edited.connect(lambda options, _key: edits.append(options))
    rows.show_options(make_options("a", "b", "c"), ())
    rows.put_at(0, -1)
    rows.put_at(2, 9)
    assert edits == []
    rows.put_at(2, 0)
    assert [option.value for option in edits[0]] == ["c", "a", "b"]


# What is wrong, and the way to it


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("options.2.label", "Answer 2"),
        ("options.9", "Add an answer"),
        ("ask_when.1", "Add a rule"),
        ("asides.1.say", "Add a side case"),
        ("tags.1", "Choose"),
        ("coach", "Tell the caller"),
        ("short", "What it finds out"),
        ("say_for.webinar", "Read aloud"),
        ("unheard_of", "The question in short"),
        ("unit", "The question in short"),
    ],
)
def test_the_keyboard_goes_to_the_field_that_is_to_be_mended(
    bench: Bench, key: str, name: str
) -> None:
    bench.form.stop_at(Wrong(says="Mend this.", spot="date", key=key))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


def test_words_for_a_source_are_shown_when_they_are_to_be_mended(bench: Bench) -> None:
    spoken = replace(DATE, say_for={"webinar": "You were there. When?"})
    bench.writing.put(with_question(bench.script, spoken))
    bench.form.stop_at(Wrong(says="Mend this.", spot="date", key="say_for.webinar"))
    assert bench.form.words.say.text() == "You were there. When?"
    assert bench.form.words.source.currentText() == "• Webinar"


def test_a_rule_that_is_wrong_is_opened_where_one_stands(bench: Bench) -> None:
    waits = replace(DATE, ask_when=Answered(question="role"))
    bench.writing.put(with_question(bench.script, waits))
    bench.form.stop_at(Wrong(says="Mend this.", spot="date", key="ask_when"))
    assert bench.form.rules.change.hasFocus()


def test_the_line_below_the_form_counts_what_is_to_be_mended(bench: Bench) -> None:
    form = bench.form
    here, there = (Wrong(says=f"Mend {spot}.", spot=spot) for spot in ("date", "role"))
    form.show_checked(Checked(wrong=(here,), never=(there,)))
    assert "2 things to mend. Mend date." in words_of(form.check)
    assert form.walk.isVisible()
    assert "Mend date." in words_of(form)
    assert "Mend role." not in words_of(form), "it stands at its own question"
    form.show_checked(Checked(wrong=(here,)))
    assert "1 thing to mend. Mend date." in words_of(form.check)
    form.show_checked(Checked(says="All is there."))
    assert words_of(form.check) == "All is there."
    assert not form.walk.isVisible()


def test_hostile_words_of_a_problem_are_read_and_not_run(bench: Bench) -> None:
    says = "“<img src=x onerror=y>” is no field."
    bench.form.show_checked(Checked(wrong=(Wrong(says=says, spot="date"),)))
    assert says in words_of(bench.form)


# The question in the form


def test_a_number_has_a_unit_and_nothing_else_has(bench: Bench) -> None:
    bench.writing.go("sites")
    words = bench.form.words
    assert words.unit.isVisible()
    typed(words.unit, "lines")
    assert bench.question("sites").unit == "lines"
    bench.writing.go("role")
    assert not words.unit.isVisible()


def test_what_a_question_feeds_is_said_where_no_answer_says_it(bench: Bench) -> None:
    bench.writing.go("role")
    assert f"Feeds no criterion of “{DEFINITION.name}”." in words_of(bench.form.answers)
    bench.writing.judge_by(None)
    assert "criterion" not in words_of(bench.form.answers)
    words = replace(DATE, kind=QuestionKind.WORDS, options=())
    bench.writing.put(with_question(bench.script, words), spot="date")
    bench.writing.judge_by(DEFINITION)
    assert "Feeds: Date." in words_of(bench.form.answers)


def test_a_hint_is_kept_as_it_is_typed_and_shown_to_the_caller(bench: Bench) -> None:
    typed(bench.form.words.coach, "Ask, then wait.")
    assert bench.question().coach == "Ask, then wait."
    assert "Ask, then wait." in words_of(bench.preview)
    bench.writing.undo()
    assert bench.question() == DATE
    assert bench.form.words.coach.toPlainText() == ""


def test_a_missing_field_is_read_as_the_caller_will_see_it(bench: Bench) -> None:
    assert "If it is missing, the caller sees: “When, …?”" in words_of(bench.form.words)
    plain = replace(DATE, say="When?")
    bench.writing.put(with_question(bench.script, plain))
    assert "If it is missing" not in words_of(bench.form.words)


def test_side_cases_are_written_moved_to_a_translation_and_taken_out(bench: Bench) -> None:
    part = bench.form.asides
    part.add.click()
    type_in("It is a bad time")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_in("When is better?")
    assert [(one.label, one.say) for one in bench.question().asides] == [
        ("It is a bad time", "When is better?")
    ]
    bench.writing.put(replace(bench.script, translations=(GERMAN,)))
    bench.writing.write_in("de")
    line = part.rows.lines[0]
    assert line.label.placeholderText() == "It is a bad time"
    typed(line.label, "Es passt nicht")
    said = words_in(bench.script, "de", "date").asides
    assert [words.label for words in said.values()] == ["Es passt nicht"]
    bench.writing.write_in("en")
    part.rows.lines[0].remove.click()
    assert bench.question().asides == ()


def test_every_part_has_a_name_for_screen_readers_and_is_not_cut(bench: Bench) -> None:
    bench.writing.open(IN_TWO, "date")
    for spot in (
        "hello",
        "need",
        "sites",
        "date",
        "wants_call",
        VOICEMAIL,
        OBJECTIONS,
        EXITS,
        NAME,
    ):
        bench.writing.go(spot)
        QApplication.processEvents()
        assert unnamed(bench.form) == [], spot
        assert cut_words(bench.form.parts) == [], spot


# The outline


def test_a_question_let_go_stands_before_the_one_it_was_let_go_on(qtbot: QtBot) -> None:
    outline = Outline()
    qtbot.addWidget(outline)
    moves: list[tuple[str, StageKind, str]] = []
    outline.moved.connect(lambda *move: moves.append(move))
    outline.show_script(SCRIPT, None, (), "date")
    spots = [row.spot for row in outline.rows]
    heads = {row.title: place for place, row in enumerate(outline.rows) if row.is_head}
    model = outline.list.model()
    data = model.mimeData([model.index(spots.index("date"), 0)])
    move, none = Qt.DropAction.MoveAction, model.index(-1, 0)
    model.dropMimeData(data, move, spots.index("role"), 0, none)
    model.dropMimeData(data, move, heads["Fit"], 0, none)
    model.dropMimeData(data, move, -1, 0, model.index(heads["Next step"], 0))
    model.dropMimeData(data, move, 0, 0, none)
    model.dropMimeData(data, move, -1, 0, none)
    assert moves == [
        ("date", StageKind.FIT, "role"),
        ("date", StageKind.DISCOVER, ""),
        ("date", StageKind.NEXT_STEP, "wants_call"),
    ], "above the first head, and beside the list, nothing is moved"


def test_only_questions_can_be_dragged(qtbot: QtBot) -> None:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.show_script(SCRIPT, None, (), "date")
    model = outline.list.model()
    dragged = {
        row.spot
        for place, row in enumerate(outline.rows)
        if model.flags(model.index(place, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    }
    assert dragged == {question.id for question in SCRIPT.questions}


def test_a_spot_in_a_folded_stage_is_opened_to_be_shown(qtbot: QtBot) -> None:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.show_script(SCRIPT, None, (), "need")
    outline.list.folded.emit("fit")
    assert "date" not in {row.spot for row in outline.rows}
    outline.stand_on("date")
    assert outline.list.currentIndex().data() == "About date?"
    outline.list.folded.emit("Also at hand")
    outline.stand_on(VOICEMAIL)
    assert outline.list.currentIndex().data() == "Voicemail"


# Undo


def test_the_way_back_is_long_and_ends() -> None:
    writing = Writing()
    writing.open(SCRIPT, "date")
    for number in range(250):
        writing.put(replace(SCRIPT, name=f"Name {number}"))
    steps = 0
    while writing.undo():
        steps += 1
    assert steps == 200
    assert writing.script.name == "Name 49"
    for _ in range(200):
        assert writing.redo()
    assert not writing.redo()
    assert writing.script.name == "Name 249"


def test_after_another_edit_what_was_undone_is_gone() -> None:
    writing = Writing()
    writing.open(SCRIPT, "date")
    writing.put(replace(SCRIPT, name="One"))
    writing.undo()
    writing.put(replace(SCRIPT, name="Two"))
    assert not writing.redo()
    assert writing.undo()
    assert writing.script == SCRIPT


def test_a_spot_that_is_nowhere_is_not_gone_to() -> None:
    writing = Writing()
    writing.open(SCRIPT, "nowhere")
    assert writing.spot == SCRIPT.questions[0].id
    writing.go("nowhere")
    assert writing.spot == SCRIPT.questions[0].id
    writing.open(make_script(open=[], discover=[], fit=[], next_step=[]))
    assert writing.spot == NAME, "an empty script begins with its name"


def test_voicemail_words_of_a_language_leave_the_first_alone() -> None:
    said = put_voicemail(IN_TWO, "de", "Hallo.")
    assert (said.voicemail, voicemail_in(said, "de")) == (SCRIPT.voicemail, "Hallo.")
    assert put_voicemail(said, "de", "Guten Tag.") == IN_TWO


def test_a_field_is_reached_by_tab_alone(bench: Bench) -> None:
    """Everything in the form by keyboard: from its first field to the last link."""
    bench.form.take_cursor()
    to(Field, "What it finds out")
    to(Field, "Answer 1")
    to(LinkButton, "Add a rule")
    to(LinkButton, "Choose")
    to(LinkButton, "Add a side case")
