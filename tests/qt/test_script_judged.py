"""What two people's judging says of a question, and what it is reported under."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.script_bench import SCRIPT, Bench, press, to, words_of
from qualdesk.core.agreement import CriterionAgreement, kappa_of
from qualdesk.core.frameworks import Framework
from qualdesk.core.questions import QuestionKind
from qualdesk.core.translations import Translation
from qualdesk.qt.scripts.facts_view import FactsView, judged_alike
from qualdesk.qt.scripts.frameworks_part import NONE
from qualdesk.qt.scripts.outline_rows import outline_rows
from qualdesk.qt.scripts.wording import with_question
from qualdesk.qt.widgets.conflict import ConflictBar
from qualdesk.qt.widgets.fields import Tick


def judged(
    question: str, both: int, only_first: int = 0, neither: int = 0, label: str = "Date"
) -> CriterionAgreement:
    """A round: both said met so often, only the first, neither of them."""
    pairs = [("met", "met")] * both
    pairs += [("met", "not_met")] * only_first
    pairs += [("not_met", "not_met")] * neither
    return CriterionAgreement(
        criterion=question, label=label, question=question, kappa=kappa_of(pairs)
    )


POOR = judged("date", 14, 9, 7)
GOOD = judged("role", 15, 1, 14, label="Role")


# How alike two people judge (rater agreement)


def test_a_poor_question_says_how_poor_and_what_to_do() -> None:
    assert judged_alike(POOR) == (
        "Date: two people judged this alike in 21 of 30; "
        "kappa 0.42 (0.16 to 0.68): poor, make the answers plainer."
    )


def test_a_good_question_is_told_with_its_interval_and_left_alone() -> None:
    says = judged_alike(GOOD)
    assert says.startswith("Role: two people judged this alike in 29 of 30; kappa 0.93 (")
    assert "poor" not in says


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (judged("date", 5, 4), "alike in 5 of 9. That is too few (9; 30 needed) to say anything."),
        (judged("date", 30), "alike in 30 of 30, always the same way: whether by chance cannot"),
    ],
)
def test_where_nothing_can_be_told_it_says_so_instead(one: CriterionAgreement, says: str) -> None:
    assert says in judged_alike(one)
    assert "kappa" not in judged_alike(one)


def test_only_what_is_poor_is_marked_and_a_screen_reader_hears_it() -> None:
    rows = {row.spot: row for row in outline_rows(SCRIPT, None, (), (), {"date"}) if row.spot}
    assert {spot for spot, row in rows.items() if row.is_poor} == {"date"}
    assert rows["date"].name.endswith("two people judge it differently")
    assert "differently" not in rows["role"].name


def test_each_question_shows_its_own_agreement_and_no_other(bench: Bench) -> None:
    bench.form.show_agreement((POOR, GOOD))
    assert judged_alike(POOR) in words_of(bench.form.facts)
    bench.writing.go("role")
    assert judged_alike(GOOD) in words_of(bench.form.facts)
    assert "Date" not in words_of(bench.form.facts)
    bench.writing.go("sites")
    assert "two people" not in words_of(bench.form.facts)


def test_two_criteria_of_one_question_are_two_lines(qtbot: QtBot) -> None:
    view = FactsView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.show()
    view.show_agreement((POOR, replace(GOOD, question="date")))
    assert words_of(view).count("two people judged this alike") == 2
    view.show_agreement(())
    assert "two people" not in words_of(view)


def test_the_mark_of_the_outline_is_explained_only_while_one_is_there(bench: Bench) -> None:
    assert "judged differently" not in words_of(bench.outline)
    bench.outline.show_poor({"date"})
    assert "judged differently" in words_of(bench.outline)
    assert {row.spot for row in bench.outline.rows if row.is_poor} == {"date"}
    grab(bench.page, "script-judged")
    assert cut_words(bench.outline) == []
    bench.outline.show_poor(())
    assert "judged differently" not in words_of(bench.outline)
    assert not any(row.is_poor for row in bench.outline.rows)


# What a question is reported under (BANT, CHAMP, MEDDIC), by keyboard


def open_card(bench: Bench) -> None:
    bench.form.frameworks.change.setFocus()
    press(Qt.Key.Key_Return)


def test_elements_are_ticked_by_keys_and_counted_at_once(bench: Bench) -> None:
    part = bench.form.frameworks
    assert part.says == NONE
    open_card(bench)
    to(Tick, "BANT: Timeframe")
    press(Qt.Key.Key_Space)
    to(Tick, "MEDDIC: Decision process")
    press(Qt.Key.Key_Space)
    assert bench.question().tags == ("bant.timeframe", "meddic.decision_process")
    assert part.says == "BANT: Timeframe. MEDDIC: Decision process."
    assert part.card is not None
    grab(bench.page, "script-frameworks")
    assert cut_words(part.card) == []
    assert unnamed(part.card) == []
    press(Qt.Key.Key_Escape)
    assert part.card.isHidden()
    assert part.change.hasFocus(), "the cursor is where it was"


def test_a_tick_is_one_step_back(bench: Bench) -> None:
    part = bench.form.frameworks
    open_card(bench)
    to(Tick, "BANT: Need")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert bench.question().tags == ()
    press(Qt.Key.Key_Space)
    bench.writing.undo()
    assert bench.question().tags == ()
    assert part.card is not None
    assert not part.card.ticks[Framework.BANT, "need"].isChecked()
    bench.writing.redo()
    assert part.card.ticks[Framework.BANT, "need"].isChecked()


def test_one_element_of_a_short_tag_goes_and_the_others_stay(bench: Bench) -> None:
    """Tags that are nobody's framework are kept, and shown."""
    tagged = replace(bench.question(), tags=("need", "packaging"))
    bench.writing.put(with_question(bench.script, tagged))
    part = bench.form.frameworks
    assert part.says == (
        "BANT: Need. CHAMP: Challenges. MEDDIC: Identify pain. Other tags: packaging."
    )
    open_card(bench)
    to(Tick, "CHAMP: Challenges")
    press(Qt.Key.Key_Space)
    assert bench.question().tags == ("bant.need", "meddic.identify_pain", "packaging")


def test_what_is_read_aloud_only_is_reported_under_nothing(bench: Bench) -> None:
    part = bench.form.frameworks
    assert part.isVisible()
    aloud = replace(bench.question("need"), kind=QuestionKind.READ_ALOUD)
    bench.writing.put(with_question(bench.script, aloud), spot="need")
    assert not part.isVisible()


def test_a_translation_reports_as_the_script_does(bench: Bench) -> None:
    german = replace(SCRIPT, translations=(Translation(language="de"),))
    bench.writing.put(german)
    bench.writing.write_in("de")
    assert not bench.form.frameworks.change.isVisible()
    bench.writing.write_in("en")
    assert bench.form.frameworks.change.isVisible()


# Two people wrote at once


def test_who_wrote_at_once_chooses_and_who_found_the_desk_busy_saves_again(qtbot: QtBot) -> None:
    bar = ConflictBar()
    qtbot.addWidget(bar)
    assert bar.isHidden(), "nothing is wrong yet"
    chosen: list[str] = []
    bar.mine_chosen.connect(lambda: chosen.append("mine"))
    bar.theirs_chosen.connect(lambda: chosen.append("theirs"))
    bar.tell("<b>Pia</b> saved this draft.")
    assert (bar.says, bar.accessibleName()) == ("<b>Pia</b> saved this draft.",) * 2
    QTest.mouseClick(bar.theirs, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.mine, Qt.MouseButton.LeftButton)
    assert chosen == ["theirs", "mine"]
    bar.tell("The desk is busy.", can_choose=False)
    assert not bar.theirs.isVisible()
    assert bar.mine.accessibleName().startswith("Save again")
