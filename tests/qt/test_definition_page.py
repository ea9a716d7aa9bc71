"""The definition page over a real workspace: kept as typed, conflicts, evidence, judging."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from makers import make_clock
from qt.definition_desks import DEFINITION, MARKETING, SALES, Agreeing, agreeing
from qt.grabs import cut_words, unnamed
from qt.windows import drop, text_of
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.qt.definitions.writing import KEEP_AFTER_MS

GIVEN = {
    "need": "a line in autumn, says Katrin Albers",
    "role": "decides",
    "date": "6_to_12_months",
    "money": "set_aside",
    "region": "germany_austria",
    "today": "by hand",
    "wants_call": "yes",
}


@pytest.fixture
def two(qapp: QApplication, tmp_path: Path) -> Iterator[Agreeing]:
    del qapp
    with agreeing(tmp_path, make_clock()) as found:
        yield found


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path) -> Iterator[Agreeing]:
    """A workspace in which nobody was ever finished."""
    del qapp
    with agreeing(tmp_path, make_clock(), past=False) as found:
        yield found


def finish(desk: Desk, leads: int, clock: SetClock) -> None:
    """So many leads answer and are done with; the last one cannot be taken back any more."""
    for _ in range(leads):
        card = desk.calling.next_lead()
        assert card is not None
        call = desk.calling.start_attempt(card.lead.id)
        for question, value in GIVEN.items():
            desk.calling.record_answer(call.id, question, value)
        desk.calling.finish(call.id, "qualified")
    clock.advance(timedelta(seconds=20))


def ids(two: Agreeing) -> list[str]:
    return [row.id for row in two.page.view.criteria.table.model_of_rows.rows]


def type_name(two: Agreeing, text: str) -> None:
    two.page.view.criteria.table.setFocus()
    two.keys.press("Return")
    two.keys.press("Ctrl+A")
    two.keys.type(text)


def test_what_is_typed_is_kept_within_a_second_and_taken_back_step_by_step(two: Agreeing) -> None:
    """Half a word is on the disk and nobody presses a save button; Ctrl+Z undoes each change."""
    assert KEEP_AFTER_MS <= 1000
    view = two.page.view
    type_name(two, "Real probl")
    two.settle()
    with two.desk() as desk:
        draft = desk.definitions.draft(DEFINITION)
        assert draft.definition.criteria[0].label == "Real probl"
        assert desk.library.definition(1).criteria[0].label == "Real need"
    assert two.said[-1] == "Saved 09:24"
    assert two.page.title == "Qualified lead"
    two.keys.press("Escape")
    two.keys.press("Alt+Down")
    two.keys.press("Delete")
    assert ids(two)[:2] == ["right_person", "date"]
    assert two.page.toast.isVisible()
    for points in (66, 60, 52):
        two.page.editing.set_threshold(points)
    two.keys.press("Ctrl+Z")
    assert view.criteria.threshold.value() == view.tried.histogram.value() == 70, "one drag"
    two.keys.press("Ctrl+Z")
    two.keys.press("Ctrl+Z")
    assert ids(two)[:3] == ["real_need", "right_person", "date"]
    two.keys.press("Ctrl+Z")
    two.settle()
    assert view.criteria.table.model_of_rows.rows[0].criterion.label == "Real need"
    assert not two.page.writing.undo(), "nothing is left to undo"


@pytest.mark.parametrize("mine", [True, False])
def test_two_who_write_at_once_choose_whose_words_stay(two: Agreeing, mine: bool) -> None:
    """Nothing is lost: the banner says who saved, and both ways on are offered."""
    two.page.editing.set_threshold(71)
    two.settle()
    with two.desk() as desk:
        theirs = desk.definitions.draft(DEFINITION)
        desk.definitions.keep(replace(theirs.definition, threshold=60), theirs.revision)
    two.page.editing.set_threshold(66)
    QTest.qWait(KEEP_AFTER_MS + 100)
    two.lanes.settle()
    banner = two.page.view.conflict
    assert banner.isVisible()
    assert "saved" in banner.accessibleName()
    assert two.said[-1] == "Not saved yet"
    (banner.mine if mine else banner.theirs).click()
    two.settle()
    assert not banner.isVisible()
    assert two.page.view.criteria.threshold.value() == (66 if mine else 60)
    with two.desk() as desk:
        assert desk.definitions.draft(DEFINITION).definition.threshold == (66 if mine else 60)
        aside = [one.document.threshold for one in desk.definitions.put_aside(DEFINITION)]
        assert aside == ([60] if mine else [])
    if not mine:
        two.page.undo()
        assert two.page.view.criteria.threshold.value() == 66, "mine is one undo away"


def test_a_criterion_is_added_by_key_and_what_it_lacks_stands_at_its_row(two: Agreeing) -> None:
    """It asks what no other asks yet; a definition that makes no sense cannot be signed."""
    two.keys.press("Ctrl+N")
    view = two.page.view
    assert view.editor.label.hasFocus()
    assert view.editor.criterion is not None
    assert view.editor.criterion.question == "who_else"
    assert view.criteria.table.model_of_rows.rows[-1].mark == "new"
    two.keys.type(" ")
    two.settle()
    with two.desk() as desk:
        assert desk.definitions.draft(DEFINITION).definition.criteria[-1].id == "who_else"
    assert view.criteria.table.model_of_rows.rows[-1].problem
    two.keys.press("Escape")
    two.page.main()
    two.keys.press("Return")
    two.settle()
    card = two.page.signatures.sign
    assert "cannot be signed yet" in card._refused.accessibleName()
    two.keys.press("Escape")
    view.sign_off.about.name.setFocus()
    two.keys.press("Ctrl+A")
    two.keys.type("Ready for sales")
    view.sign_off.about.none.click()
    two.settle()
    assert two.page.title == "Ready for sales"
    with two.desk() as desk:
        assert desk.definitions.draft(DEFINITION).definition.review_on is None
    talk = view.sign_off.talk
    talk.write.click()
    two.keys.type("Keep the yes to a call.")
    two.keys.press("Return")
    two.settle()
    assert "Keep the yes to a call." in text_of(view.sign_off)
    assert not talk.line.isVisible()


def test_another_version_is_compared_and_written_again(two: Agreeing) -> None:
    two.page.editing.set_threshold(60)
    two.settle()
    view = two.page.view
    view.criteria.compare.click()
    two.settle()
    assert view.compare.version.currentText().startswith("Version 3, ")
    assert view.compare.changes.accessibleName() == "What changes: Points needed, 70, now 60"
    view.compare.again.click()
    two.settle()
    assert view.criteria.threshold.value() == 70
    assert view.compare.changes.accessibleName() == "Nothing changes"
    with two.desk() as desk:
        assert not desk.definitions.entries()[0].has_draft, "it would only ask for signatures"
    assert view.sign_off.next_side() is None
    two.page.undo()
    two.settle()
    with two.desk() as desk:
        assert desk.definitions.draft(DEFINITION).definition.threshold == 60


def test_the_leads_that_change_are_listed_and_opened(two: Agreeing) -> None:
    """F3: which leads change, and what each of them said."""
    with two.desk() as desk:
        finish(desk, 1, two.clock)
    two.page.refresh()
    two.settle()
    view = two.page.view
    view.criteria.table.choose_id("date")
    view.criteria.table.opened.emit(2)
    two.tab_to("6 to 12 months counts as yes")
    two.keys.press("Space")
    two.settle()
    two.keys.press("Escape")
    view.tried.leads.click()
    two.settle()
    side = view.leads
    assert side.isVisible()
    rows = side.model.drawn()
    assert len(rows) == 8
    assert rows[0][1] == "Nurture, was qualified"
    assert rows[0][0].startswith("Katrin Albers")
    two.keys.press("Return")
    assert side.detail.isVisible()
    said = text_of(side.detail)
    assert "Elbkorn Foods" in said
    assert "Date is not met." in said
    assert "6 to 12 months" in said
    assert cut_words(view) == []
    two.keys.press("Escape")
    assert view.sign_off.isVisible()


def test_both_sides_are_laid_over_the_same_answers(two: Agreeing) -> None:
    """F3: where marketing and sales disagree."""
    page, view = two.page, two.page.view
    page.evidence.show_gap()
    two.settle()
    assert "one version only" not in view.gap.says.text()
    assert view.gap._says.text() == "Both sides say the same of all 36 finished leads."
    view.gap.own.click()
    two.settle()
    assert page.title == "Qualified lead, sales' draft"
    page.editing.set_threshold(95)
    two.settle()
    page.evidence.show_gap()
    two.settle()
    names = [view.gap.sales.itemText(at) for at in range(view.gap.sales.count())]
    at = names.index("Qualified lead")
    view.gap.sales.setCurrentIndex(at)
    view.gap.sales.activated.emit(at)
    two.settle()
    assert view.gap.gap is not None
    assert view.gap.gap.sales.threshold == 70
    assert view.gap.parts.drawn()[0][:2] == ("Both", "21")
    assert cut_words(view) == []
    assert unnamed(view) == []


def test_every_place_is_reached_by_f6_and_all_the_past_says_is_in_one_menu(two: Agreeing) -> None:
    view = two.page.view
    reached = []
    for _ in range(3):
        two.keys.press("F6")
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(next(pane for pane in two.page.panes if pane.isAncestorOf(focus)))
    assert set(reached) == {view.front, view.side, view.tried}
    view.tried.more.click()
    menus = view.tried.more.findChildren(QMenu)
    says = [action.text() for action in menus[0].actions()]
    assert says == [
        "What each criterion predicts",
        "Where marketing and sales disagree",
        "Two people judge the same answers",
        "Past history, loaded from a file",
    ]
    menus[0].actions()[0].trigger()
    menus[0].close()
    two.settle()
    assert view.predict.isVisible()
    assert view.predict.model.drawn()[2][1].startswith("Too few")
    assert cut_words(view) == []


def test_history_is_loaded_so_that_a_new_workspace_has_something_to_try_on(
    bare: Agreeing, tmp_path: Path
) -> None:
    """The template has a column for each question; every row is kept or named with its reason."""
    page, view = bare.page, bare.page.view
    assert view.tried._title.text() == "Too few leads to try this on (0). 30 are needed."
    page.evidence.show_past()
    bare.settle()
    template = tmp_path / "template.csv"
    bare.chosen.answers["new_file"] = template
    view.past.template.click()
    bare.settle()
    headings = template.read_text("utf-8-sig").splitlines()[0].replace('"', "").split(",")
    assert {"result", "need", "date", "wants_call"} <= set(headings)
    file = tmp_path / "past.csv"
    rows = ["won,decides,x", *["taken,decides,x"] * 30, "banana,decides,x"]
    file.write_text("\n".join(["result,role,need", *rows]), encoding="utf-8")
    bare.chosen.answers["past history"] = file
    bare.keys.press("Ctrl+O")
    bare.settle()
    assert "31 of 32 rows are kept, 1 left out." in text_of(view.past)
    assert view.past.left_out.drawn()[0][0] == "33"
    assert view.tried._title.text() == "Tried on the last 31 finished leads"
    assert cut_words(view) == []
    drop(view.past, file)
    bare.settle()
    assert "loaded already" in text_of(view.past)
    view.past.undo.click()
    bare.settle()
    assert view.past.loads.drawn() == []
    assert view.tried._title.text() == "Too few leads to try this on (0). 30 are needed."


def test_two_people_judge_the_same_cases_by_three_keys(bare: Agreeing) -> None:
    """Nobody sees whose answers they are; the agreement is told once there is enough of it."""
    page, view = bare.page, bare.page.view
    page.evidence.show_rounds()
    bare.settle()
    view.rating.begin.click()
    bare.settle()
    assert "Nobody of" in text_of(view.rating)
    with bare.desk() as desk:
        finish(desk, 2, bare.clock)
        criteria = len(desk.library.definition(1).criteria)
    view.rating.begin.click()
    bare.settle()
    assert view.rating.current is not None
    assert view.rating.current.cases == 2
    done_says = (f"{MARKETING} 2 of 2. A second person is needed.", "2 cases, judged by")
    for rater, key, says in zip((MARKETING, SALES), "13", done_says, strict=True):
        view.rating.rater.setFocus()
        bare.keys.press("Ctrl+A")
        bare.keys.type(rater)
        bare.keys.press("Return")
        assert view.rating.is_judging
        assert "Katrin" not in text_of(view.rating.judging)
        assert "Albers" not in text_of(view.rating.judging)
        assert cut_words(view) == []
        bare.keys.press("2")
        bare.keys.press("Escape")
        assert not view.rating.is_judging
        bare.keys.press("Return")
        assert view.rating.judging.place == 1, "it goes on where it was stopped"
        bare.keys.press("PageUp")
        for _ in range(2 * criteria):
            assert view.rating.judging.hasFocus()
            bare.keys.press(key)
        assert not view.rating.is_judging
        assert says in text_of(view.rating)
    with bare.desk() as desk:
        done = desk.rating.rounds(1)[0]
        assert dict(done.judged) == {MARKETING: 2, SALES: 2}
        assert done.closed_at is not None
    page.evidence.show_rounds()
    bare.settle()
    assert view.rating.model.drawn()[0][1] == "Too few (2; 30 needed)"
    assert unnamed(view) == []


def test_what_was_typed_stays_when_another_definition_is_opened(two: Agreeing) -> None:
    """Whoever else saved meanwhile: mine is the draft then, and theirs is put aside."""
    two.page.editing.set_threshold(64)
    with two.desk() as desk:
        other = desk.definitions.new("Other").definition.id
        draft = desk.definitions.draft(DEFINITION)
        desk.definitions.keep(replace(draft.definition, threshold=60), draft.revision)
    two.open(other)
    assert two.page.title == "Other"
    assert not two.page.writing.undo(), "what is undone is of the definition in front"
    with two.desk() as desk:
        assert desk.definitions.draft(DEFINITION).definition.threshold == 64
        assert desk.definitions.put_aside(DEFINITION)[0].document.threshold == 60
    two.open(DEFINITION)
    assert two.page.view.criteria.threshold.value() == 64
    two.page.open(None, "no-such-definition")
    two.lanes.settle()
    assert "no-such-definition" in two.page.view.criteria._problem.accessibleName()
