"""The script editor over a real workspace: written, kept, checked, compared, put to use."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import CALLER, LONDON, Keys, Lanes, delete_now, desk_on
from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen, drop
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.conditions import Answered
from qualdesk.core.ids import AttemptId
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.scripts.editor import SEE, WRITE, ScriptEditor
from qualdesk.qt.scripts.wording import with_question
from qualdesk.qt.scripts.writing import EXITS, NAME, OBJECTIONS, VOICEMAIL
from qualdesk.qt.shell import Shell

ID = "discovery-call"
HOSTILE = "<img src=x onerror=y>\u202egpj.exe =1+1"


class Office:
    """The editor in a window, on a workspace with one campaign and four leads."""

    def __init__(self, path: Path, clock: SetClock, chosen: Chosen) -> None:
        self.path, self.clock, self.chosen = path, clock, chosen
        self.lanes = Lanes(lambda: desk_on(path, clock))
        self.shell = Shell(LONDON)
        self.editor = whole(ScriptEditor(self.lanes, clock, chosen, LONDON))
        self.shell.add_page("campaigns", "Campaigns", "flag", self.editor)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.keys = Keys(self.shell, self.lanes)
        self.said: list[str] = []
        self.touched: list[Any] = []
        self.left: list[bool] = []
        self.editor.saved_said.connect(self.said.append)
        self.editor.changed.connect(self.touched.append)
        self.editor.left.connect(lambda: self.left.append(True))

    @property
    def script(self) -> CallScript:
        return self.editor.writing.script

    def open(self, spot: str = "date", script_id: str = "") -> None:
        self.shell.show_page("campaigns")
        self.editor.open(self.campaign, script_id)
        self.lanes.settle()
        self.editor.writing.go(spot)
        self.lanes.settle()
        self.editor.outline.list.setFocus()

    def question(self, question_id: str) -> Question:
        found = self.script.question(question_id)
        assert found is not None
        return found

    @property
    def campaign(self) -> Campaign:
        with_desk = desk_on(self.path, self.clock)
        found = with_desk.library.campaigns()[0].campaign
        with_desk.close()
        return found

    def rest(self, milliseconds: int = 700) -> None:
        QTest.qWait(milliseconds)
        self.lanes.settle()

    def save(self) -> None:
        self.editor.save()
        self.lanes.settle()

    def check(self) -> None:
        self.editor.checking.look()
        self.lanes.settle()

    def close(self) -> None:
        self.shell.close()
        delete_now(self.shell)
        assert self.lanes.close()


@pytest.fixture
def office(filled: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Office]:
    del qapp
    path = tmp_path / "desk.sqlite"
    path.write_bytes(filled.read_bytes())
    found = Office(path, make_clock(), Chosen())
    yield found
    found.close()


@pytest.fixture
def other(office: Office) -> Iterator[Desk]:
    """Somebody else at their own desk, on the same workspace."""
    desk = desk_on(office.path, office.clock, "Pia Okafor")
    yield desk
    desk.close()


def order(script: CallScript, kind: StageKind) -> list[str]:
    return [question.id for question in script.stage(kind).questions]


def test_it_opens_the_script_the_campaign_works_by(office: Office) -> None:
    office.open()
    editor = office.editor
    assert office.script.id == ID
    assert editor.title == "Call script"
    assert editor.outline.version.text() == "Version 1"
    assert editor.form.check.findChildren(type(editor.outline.name))[0].text() == (
        "Every must-have of version 3 has a question. Reading time about a minute."
    )
    assert [editor.preview.person.itemText(at) for at in range(2)] == [
        "Katrin Albers, Elbkorn Foods",
        "Marcus Hale, Avonbrook Dairy",
    ]


def test_questions_move_by_keys_across_stages_and_ctrl_z_takes_it_back(office: Office) -> None:
    office.open("role")
    before = office.script
    assert order(before, StageKind.FIT)[0] == "role"
    office.keys.press("Alt+Down")
    assert order(office.script, StageKind.FIT)[:2] == ["date", "role"]
    office.keys.press("Alt+Up")
    office.keys.press("Alt+Up")
    assert order(office.script, StageKind.DISCOVER)[-1] == "role"
    assert office.editor.writing.spot == "role", "the cursor goes along"
    for _ in range(3):
        office.keys.press("Ctrl+Z")
    assert office.script == before
    office.keys.press("Ctrl+Y")
    assert order(office.script, StageKind.FIT)[:2] == ["date", "role"]


def test_a_new_question_is_kept_under_its_own_words_for_ever(office: Office) -> None:
    """Ids are stable: once named, other words change nothing (complaint 16)."""
    office.open("role")
    office.keys.press("Ctrl+N")
    office.keys.type("How many lines?")
    office.keys.press("Tab")
    assert office.editor.writing.spot == "how_many_lines"
    office.editor.form.words.ask.setFocus()
    office.keys.type(" Really?")
    office.keys.press("Tab")
    assert office.question("how_many_lines").ask == "How many lines? Really?"
    assert order(office.script, StageKind.FIT)[:2] == ["role", "how_many_lines"]


def test_a_question_is_dragged_into_another_stage(office: Office) -> None:
    office.open("date")
    editor = office.editor
    model = editor.outline.list.model()
    rows = editor.outline.rows
    place = [row.spot for row in rows].index("need")
    data: QMimeData = model.mimeData([model.index([r.spot for r in rows].index("date"), 0)])
    move = Qt.DropAction.MoveAction
    assert not model.dropMimeData(data, move, place, 0, QModelIndex())
    assert order(office.script, StageKind.DISCOVER)[0] == "date"
    end = [row.title for row in editor.outline.rows].index("Also at hand")
    model.dropMimeData(data, move, end, 0, QModelIndex())
    assert order(office.script, StageKind.NEXT_STEP)[-1] == "date"


def test_a_moved_question_that_now_waits_for_a_later_answer_is_said(office: Office) -> None:
    office.open("best_time")
    waits = replace(office.question("best_time"), ask_when=Answered(question="wants_call"))
    office.editor.writing.put(with_question(office.script, waits))
    for _ in range(2):
        office.keys.press("Alt+Up")
    office.check()
    named = {wrong.spot for wrong in office.editor.checking.checked.all}
    assert "best_time" in named
    assert "asked later" in office.editor.notice.accessibleName()


def test_removing_a_question_says_what_used_it_and_comes_back(office: Office) -> None:
    office.open("need")
    before = office.script
    office.keys.press("Delete")
    assert office.script.question("need") is None
    says = office.editor.notice.accessibleName()
    assert says.startswith("“What are they working on?” is out. Ctrl+Z: back.")
    assert "Real need" in says, "the must-have that nobody finds out any more"
    office.check()
    assert "date" in {wrong.spot for wrong in office.editor.checking.checked.wrong}, "a chip"
    office.keys.press("Ctrl+Z")
    assert office.script == before
    assert office.editor.writing.spot == "need"


def test_answers_are_written_and_moved_by_keys(office: Office) -> None:
    office.open("money")
    rows = office.editor.form.answers.rows
    rows.take_cursor(0)
    first = office.question("money").options[0]
    office.keys.press("End")
    office.keys.type(" now")
    assert office.question("money").options[0].label == f"{first.label} now"
    office.keys.press("Alt+Down")
    moved = office.question("money").options
    assert moved[1].value == first.value
    assert rows.lines[1].words.hasFocus()
    count = len(moved)
    rows.take_cursor(count - 1)
    office.keys.press("Return")
    office.keys.type("Never")
    added = office.question("money").options
    assert (len(added), added[-1].label) == (count + 1, "Never")
    office.keys.press("Tab")
    assert office.question("money").options[-1].value == "never", "kept under its own words"


def test_an_answer_is_tied_to_what_the_definition_knows(office: Office) -> None:
    """Choosing what an answer feeds changes its value, never the signed definition (F2)."""
    office.open("date")
    line = office.editor.form.answers.rows.lines[3]
    said = [line.feeds.itemText(at) for at in range(line.feeds.count())]
    assert said[:2] == ["Date: within 3 months, +20", "Date: 3 to 6 months, +20"]
    line.feeds.setFocus()
    office.keys.press("Home")
    options = office.question("date").options
    assert [options[3].value, options[0].value] == ["within_3_months", "later"]
    assert options[3].label == "Later than 12 months"


def test_text_is_undone_letter_by_letter_before_edits_are(office: Office) -> None:
    office.open("date")
    office.keys.press("Alt+Down")
    moved = office.script
    office.editor.form.words.short.setFocus()
    office.keys.type("X")
    assert office.script != moved
    office.keys.press("Ctrl+Z")
    assert office.script == moved
    office.keys.press("Ctrl+Z")
    assert order(office.script, StageKind.FIT)[1] == "date"


def test_words_are_kept_a_second_after_they_are_typed(office: Office, other: Desk) -> None:
    office.open("date")
    office.editor.form.words.coach.setFocus()
    office.keys.type("Wait. ")
    QTest.qWait(1000)
    office.lanes.settle()
    kept = other.scripts.draft(ID)
    assert kept_question(other, "date").coach == office.question("date").coach
    assert (kept.changed_by, kept.revision) == (CALLER, 1)
    assert office.said[-1] == "Saved 09:24"
    assert office.editor.outline.version.text() == "Draft 2"


def kept_question(desk: Desk, question_id: str) -> Question:
    found = desk.scripts.draft(ID).script.question(question_id)
    assert found is not None
    return found


def clashed(office: Office, other: Desk) -> None:
    """Two people write at once; Pia's draft is saved first."""
    office.open("date")
    theirs = other.scripts.draft(ID)
    other.scripts.keep(replace(theirs.script, name="Stand leads"), theirs.revision)
    office.editor.form.words.short.setFocus()
    office.keys.type("My ")
    office.save()


def test_somebody_elses_draft_is_never_written_over_unasked(office: Office, other: Desk) -> None:
    clashed(office, other)
    editor = office.editor
    assert editor.clash.says == (
        "Pia Okafor saved this draft at 09:24. What you typed is still here, and not saved yet."
    )
    assert editor.clash.isVisible()
    assert office.said[-1].startswith("Not saved yet")
    assert other.scripts.draft(ID).script.name == "Stand leads"

    editor.clash.mine.click()
    office.lanes.settle()
    assert not editor.clash.isVisible()
    kept = other.scripts.draft(ID).script
    assert (kept.name, kept_question(other, "date").short) == ("Discovery call", "DateMy ")
    # Theirs is not lost: it stands among the older ones, to be compared and begun again.
    office.editor.outline.list.setFocus()
    office.keys.press("Ctrl+H")
    card = office.editor.shelf.versions_card
    assert card is not None
    card.older.setFocus()
    office.keys.press("End")
    assert card.older.currentText() == "Draft put aside, 17 Mar 09:24, Pia Okafor"
    assert card.changes[0] == "Name | Was: Stand leads | Now: Discovery call"
    card.back.click()
    assert office.script.name == "Stand leads"


def test_nobody_leaves_before_it_is_said_whose_words_are_kept(office: Office, other: Desk) -> None:
    clashed(office, other)
    office.keys.press("Escape")
    assert office.left == []
    assert "whose words" in office.editor.notice.accessibleName()
    office.save()
    assert kept_question(other, "date").short == "DateMy ", "the window closed: nothing is lost"


def test_what_somebody_else_saved_is_shown_when_nothing_waits_here(
    office: Office, other: Desk
) -> None:
    office.open("date")
    theirs = other.scripts.draft(ID)
    other.scripts.keep(replace(theirs.script, name="Stand leads"), theirs.revision)
    office.editor.refresh()
    office.lanes.settle()
    assert (office.script.name, office.editor.writing.spot) == ("Stand leads", "date")
    assert office.editor.outline.version.text() == "Draft 2"


def test_theirs_can_be_taken_and_mine_still_comes_back(office: Office, other: Desk) -> None:
    clashed(office, other)
    mine = office.script
    office.editor.clash.theirs.click()
    office.lanes.settle()
    assert office.script.name == "Stand leads"
    office.editor.outline.list.setFocus()
    office.keys.press("Ctrl+Z")
    assert office.script.question("date") == mine.question("date")
    office.save()
    assert other.scripts.draft(ID).script.question("date") == mine.question("date")


def test_what_is_wrong_is_walked_by_f3_and_stops_the_script(office: Office, other: Desk) -> None:
    office.open("role")
    broken = with_question(
        office.script,
        replace(office.question("date"), say="When, {{lead.shoe}}?"),
    )
    asked = replace(office.question("money"), ask="")
    office.editor.writing.put(with_question(broken, asked))
    office.check()
    editor = office.editor
    assert {row.spot for row in editor.outline.rows if row.has_problem} == {"date", "money"}
    office.keys.press("F3")
    assert (editor.writing.spot, editor.form.words.say.hasFocus()) == ("date", True)
    office.keys.press("F3")
    assert (editor.writing.spot, editor.form.words.ask.hasFocus()) == ("money", True)
    office.keys.press("F3")
    assert editor.writing.spot == "date", "round"
    office.keys.press("Ctrl+Return")
    assert "cannot be used yet: 2 problems" in editor.notice.accessibleName()
    assert [version.number for version in other.scripts.versions(ID)] == [1]
    assert office.touched == []


def test_a_script_that_changes_nothing_is_not_used_again(office: Office) -> None:
    office.open()
    office.keys.press("Ctrl+Return")
    assert office.editor.notice.accessibleName() == "Nothing has changed since version 1."
    assert office.touched == []


def test_two_versions_are_compared_and_the_older_one_begun_again(office: Office) -> None:
    office.open("date")
    office.editor.form.words.coach.setFocus()
    office.keys.press("Ctrl+A")
    office.keys.type("Ask.")
    office.keys.press("Ctrl+Return")
    assert office.editor.notice.accessibleName() == "Version 2 is used from the next lead."
    assert [change.campaigns for change in office.touched] == [frozenset({office.campaign.id})]

    office.keys.press("Ctrl+H")
    card = office.editor.shelf.versions_card
    assert card is not None
    assert card.newer.currentText().startswith("Version 2"), "nothing was changed since"
    assert card.changes == (
        "Date, hint for the caller | Was: Ask, then wait. Do not suggest a date. | Now: Ask.",
    )
    card.back.click()
    office.lanes.settle()
    question = office.script.question("date")
    assert question is not None
    assert question.coach == "Ask, then wait. Do not suggest a date."
    office.editor.outline.list.setFocus()
    office.keys.press("Ctrl+Z")
    assert office.question("date").coach == "Ask."


def test_a_new_script_is_begun_like_another_and_used_in_the_campaign(
    office: Office, other: Desk
) -> None:
    office.open()
    office.keys.press("Ctrl+L")
    card = office.editor.shelf.library_card
    assert card is not None
    card.name.setFocus()
    office.keys.type("Stand leads")
    card.like.click()
    office.lanes.settle()
    assert (office.script.name, office.script.id) == ("Stand leads", "stand-leads")
    assert not card.isVisible()
    office.keys.press("Ctrl+Return")
    used = other.library.script(office.campaign.id)
    assert used is not None
    assert used.id == "stand-leads"
    office.keys.press("Ctrl+L")
    assert card.list.count() == 2
    card.name.clear()
    card.empty.click()
    assert "Give it a name" in card.findChildren(type(office.editor.outline.name))[-1].text()


def test_a_dropped_file_is_the_draft_and_a_bad_one_changes_nothing(
    office: Office, tmp_path: Path, other: Desk
) -> None:
    office.open()
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    other.scripts.write_file(ID, good)
    text = good.read_text("utf-8").replace("Discovery call", "From a file")
    good.write_text(text, "utf-8")
    bad.write_text(text.replace('kind = "words"', 'kind = "wrods"', 1), "utf-8")
    before = office.script

    drop(office.editor, bad)
    office.lanes.settle()
    assert "stages.2.questions.1.kind" in office.editor.notice.accessibleName()
    assert office.script == before

    drop(office.editor, good)
    office.lanes.settle()
    assert office.script.name == "From a file"
    assert other.scripts.draft(ID).revision == 1


def test_a_version_is_written_to_a_file(office: Office, tmp_path: Path) -> None:
    office.open()
    office.chosen.answers["new_file"] = tmp_path / "mine.toml"
    office.keys.press("Ctrl+H")
    card = office.editor.shelf.versions_card
    assert card is not None
    card.file.click()
    office.lanes.settle()
    assert office.chosen.asked == [f"{ID}.toml"]
    assert 'id = "discovery-call"' in (tmp_path / "mine.toml").read_text("utf-8")


def test_openers_are_written_for_a_source_and_read_to_its_people(office: Office) -> None:
    """D2: the words fit what the person responded to."""
    office.open("need")
    words, preview = office.editor.form.words, office.editor.preview
    assert preview.card.say == "“What are you working on that made you stop at our stand?”"
    names = [words.source.itemText(at) for at in range(words.source.count())]
    assert names[0] == "For everybody"
    assert "• Trade show" in names
    words.source.setFocus()
    while words.source.currentText() != "• Trade show":
        office.keys.press("Down")
    words.say.setFocus()
    office.keys.press("Ctrl+A")
    office.keys.type("What brought you to our stand?")
    question = office.script.question("need")
    assert question is not None
    assert question.say_for["trade_show"] == "What brought you to our stand?"
    assert preview.card.say == "“What brought you to our stand?”"
    office.keys.press("Ctrl+A")
    office.keys.press("Delete")
    assert "trade_show" not in office.question("need").say_for
    assert preview.card.say == f"“{question.say}”", "without words of their own, those for all"


def test_a_language_more_is_written_beside_the_first(office: Office) -> None:
    office.open(NAME)
    form = office.editor.form.parts.languages
    form.more.setFocus()
    office.keys.type("German")
    office.keys.press("Return")
    assert office.script.languages == ("en", "de")
    assert office.editor.writing.language == "de"
    office.editor.writing.go("date")
    office.editor.form.words.ask.setFocus()
    office.keys.type("Bis wann?")
    rows = office.editor.form.answers.rows
    rows.lines[0].words.setFocus()
    office.keys.type("In drei Monaten")
    german = office.script.translations[0].questions["date"]
    assert (german.ask, dict(german.options)) == (
        "Bis wann?",
        {"within_3_months": "In drei Monaten"},
    )
    assert office.question("date").ask == "When must it be running?"
    assert office.editor.preview.card.options.keys()[0] == "1"
    assert not rows.lines[0].remove.isVisible(), "the order and the answers are the script's own"
    office.editor.outline.language_chosen.emit("English")
    assert rows.lines[0].words.text() == "Within 3 months"


def test_the_other_parts_are_written_and_seen(office: Office) -> None:
    office.open(VOICEMAIL)
    parts = office.editor.form.parts
    parts.voicemail.setFocus()
    office.keys.press("Ctrl+A")
    office.keys.type("Hello.")
    assert office.script.voicemail == "Hello."
    office.editor.writing.go(EXITS)
    parts.add.click()
    office.keys.type("No time")
    office.keys.press("Tab")
    office.keys.press("Tab")
    office.keys.type("Thank you for your time.")
    assert [(exit_.label, exit_.say) for exit_ in office.script.exits] == [
        ("No time", "Thank you for your time.")
    ]
    office.editor.writing.go(OBJECTIONS)
    assert len(parts.cases.lines) == len(office.script.objections) == 4
    parts.cases.lines[0].remove.click()
    assert len(office.script.objections) == 3
    office.editor.outline.list.setFocus()
    office.keys.press("Ctrl+Z")
    assert len(office.script.objections) == 4


def called(desk: Desk, office: Office, role: str | None) -> AttemptId:
    """A call in which a need was named and the role, or not, was known."""
    card = desk.calling.next_lead(office.campaign.id)
    assert isinstance(card, CallCard)
    call = desk.calling.start_attempt(card.lead.id).id
    for question, value in (("need", "A new line"), ("role", role)):
        office.clock.advance(timedelta(seconds=11))
        desk.calling.record_answer(call, question, value, does_not_know=value is None)
    return call


def test_how_a_question_does_comes_from_real_answers(office: Office, other: Desk) -> None:
    for role in ("decides", None):
        other.calling.finish(called(other, office, role), "no_answer")
    office.open("role")
    assert office.editor.form.facts.says == (
        "Asked in: 2 of 2",
        "Answered: 1 of 2",
        "Does not know: 1 of 2",
        "Time to answer: 11 s",
    )
    office.editor.writing.go("money")
    office.lanes.settle()
    assert office.editor.form.facts.says == ()


def test_it_says_who_is_in_a_call_and_what_they_get(office: Office, other: Desk) -> None:
    called(other, office, None)
    office.open("date")
    banner = office.editor.preview.in_calls
    assert banner == "One caller is in a call with version 1."
    office.editor.form.words.short.setFocus()
    office.keys.type("X")
    office.save()
    assert office.editor.preview.in_calls == (
        "One caller is in a call with version 1. They get 2 with their next lead."
    )


def test_a_small_window_shows_the_preview_as_a_tab(office: Office) -> None:
    office.shell.resize(1366, 768)
    office.open()
    editor = office.editor
    assert editor.tabs.isVisible()
    assert (editor.form.isVisible(), editor.preview.isVisible()) == (True, False)
    office.keys.press("Ctrl+P")
    assert (editor.form.isVisible(), editor.preview.isVisible()) == (False, True)
    office.keys.press("1")
    assert editor.preview.course.said("date") == "Within 3 months"
    office.keys.press("Ctrl+PageUp")
    assert (editor.tabs.on, editor.form.isVisible()) == (WRITE, True)
    editor.tabs.choose(SEE)
    office.shell.resize(1440, 900)
    QApplication.processEvents()
    assert editor.form.isVisible()
    assert editor.preview.isVisible()
    assert not editor.tabs.isVisible()


def test_an_answer_that_does_not_fit_is_said_in_the_preview(office: Office) -> None:
    office.open("date")
    kind = office.editor.form.words.kind
    kind.setFocus()
    while office.question("date").kind is not QuestionKind.NUMBER:
        office.keys.press("Down")
    office.keys.press("Ctrl+P")
    office.keys.type("many")
    office.keys.press("Return")
    labels = office.editor.preview.findChildren(type(office.editor.outline.name))
    assert any("is no number" in label.text() for label in labels)
    assert office.editor.writing.spot == "date"


def test_esc_leaves_and_keeps_what_was_typed(office: Office, other: Desk) -> None:
    office.open()
    office.editor.form.words.short.setFocus()
    office.keys.type("X")
    office.keys.press("Escape")
    assert office.left == [True]
    assert kept_question(other, "date").short == "DateX"


def test_hostile_words_are_shown_as_they_are(office: Office, other: Desk) -> None:
    office.open("need")
    question = replace(
        office.question("need"),
        ask=HOSTILE,
        say=f"{HOSTILE} {{{{lead.first_name|{HOSTILE}}}}}",
        say_for={},
        coach=HOSTILE,
        short=HOSTILE,
    )
    office.editor.writing.put(with_question(replace(office.script, name=HOSTILE), question))
    office.save()
    assert office.editor.preview.card.say.startswith("“<img src=x onerror=y>gpj.exe =1+1")
    assert "\u202e" not in office.editor.outline.name.text()
    assert other.scripts.draft(ID).script.question("need") == question


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_and_everything_has_a_name(
    office: Office, size: tuple[int, int], scheme: theme.Scheme
) -> None:
    theme.look().choose(scheme)
    office.shell.resize(*size)
    office.open("date")
    for spot in ("date", "opening", NAME):
        office.editor.writing.go(spot)
        office.lanes.settle()
        grab(office.shell, f"script-{spot.strip('@')}-{size[0]}-{scheme}", size)
        assert cut_words(office.editor) == []
        assert unnamed(office.editor) == []


def test_nothing_is_cut_in_large_letters(office: Office) -> None:
    theme.look().choose("light", 1.5)
    office.shell.resize(1920, 1080)
    office.open("date")
    grab(office.shell, "script-large", (1920, 1080))
    assert cut_words(office.editor) == []
